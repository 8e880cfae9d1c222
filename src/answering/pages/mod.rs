//! The respondent's pages. The link in the path is the capability: no account, no cookie, and a GET writes nothing.

pub mod code;
pub mod ended;
pub mod ending;
pub mod links;
mod passing;
pub mod sheet;
mod visit;
pub mod welcome;

pub use visit::{Door, Service, Visit, look};
