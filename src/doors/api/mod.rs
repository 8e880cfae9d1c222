//! What other programs read and bring (`/api/v1`): the figures of pages and files, by the same functions.

mod document;
pub mod guard;
pub mod keys;
mod measurements;
mod organisation;
pub mod page;
mod response;
mod results;
mod routes;
mod shared;
pub mod store;

pub use document::document;
pub use routes::routes;
