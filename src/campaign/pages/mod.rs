//! HR's pages of campaigns: the list, the settings, the groups, the launch check, what happens while one is open, and
//! its end. They show counts of the day, never a live one, and never who answered.

mod changes;
pub mod close;
pub mod codes;
pub mod edit;
pub mod follow;
pub mod groups;
pub mod guest;
pub mod invited;
pub mod launch;
pub mod life;
pub mod list;
pub mod mailing;
mod proposal;
pub mod rates;
pub mod scheduling;
mod screen;
mod shared;

pub use close::ClosePage;
pub use edit::EditPage;
pub use follow::FollowPage;
pub use groups::GroupsPage;
pub use launch::LaunchPage;
pub use list::ListPage;
pub use screen::{Handed, Screen, answer, refuse, screen, turn_away};
pub use shared::{Setback, id, path};
use shared::{about, services};
