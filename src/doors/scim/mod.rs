//! SCIM 2.0 (`/scim/v2`, RFC 7643 and 7644): the organisation's directory tells who comes, changes and goes. A resource is
//! what the directory last said; what it may change here of itself is decided in `arrivals`.

pub mod attributes;
mod fault;
mod filter;
mod groups;
mod guard;
mod listing;
mod patch;
pub mod people;
mod routes;
mod schemas;
mod store;
pub mod users;

pub use routes::routes;
