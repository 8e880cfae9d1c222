//! One test binary; its modules are named after the slices.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

#[macro_use]
mod world;

mod architecture;
mod campaign;
mod export;
mod floor;
mod progress;
mod questionnaire;
mod organisation;
mod sign_in;
