//! What is asked between two quarters, as those who prepare and read it see it: flashes with their ready texts, the
//! sessions of a training, the charter's consultation, the events they follow, and the page of their result.

pub mod charter;
pub mod events;
pub mod flash;
pub mod life;
pub mod list;
pub mod mails;
pub mod outcome;
pub mod page;
pub mod participants;
pub mod public;
pub mod ready;
pub mod sessions;
