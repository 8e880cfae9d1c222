//! What heads and direction read: the quarter at a glance, written from the publication alone.

mod befallen;
pub mod comments;
pub mod detail;
mod drawings;
pub mod home;
pub mod indicators;
pub mod mails;
pub mod method;
pub mod mirror;
pub mod overview;
pub mod pages;
pub mod priorities;
mod quarter;
pub mod relations;
pub mod rows;
pub mod slides;

pub use quarter::Quarter;
