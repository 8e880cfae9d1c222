//! How one comes in: every address on one page, the command line, the administration's pages.

pub mod account;
pub mod administration;
pub mod api;
pub mod cli;
mod check;
mod health;
pub mod metrics;
pub mod routes;
pub mod scim;
mod working;
