//! One test binary; its modules are named after the slices.

#[macro_use]
mod world;

mod campaign;
mod floor;
mod progress;
mod questionnaire;
mod organisation;
mod sign_in;
