//! What heads and direction read: the quarter at a glance, written from the publication alone.

mod drawings;
mod overview;
pub mod pages;
mod quarter;

pub use quarter::Quarter;
