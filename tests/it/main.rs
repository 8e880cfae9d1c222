//! One test binary; its modules are named after the slices.

#[macro_use]
mod world;

mod aggregation;
mod answering;
mod floor;
mod mail;
mod progress;
mod questionnaire;
mod organisation;
mod seal;
mod sign_in;
