//! One test binary; its modules are named after the slices.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]
// What clippy.toml allows in unit tests, it does not in a test binary of its own.

#[macro_use]
mod world;

mod announcing;
mod architecture;
mod backup;
mod campaign;
mod comments;
mod circles;
mod cli;
mod codes;
mod database_faults;
mod database_settings;
mod detail;
mod documents;
mod export;
mod field;
mod aggregation;
mod answering;
mod answering_conditions;
mod answering_limits;
mod audit;
mod floor;
mod forgetting;
mod comparability;
mod groups;
mod invited;
mod history;
mod life;
mod links;
mod languages;
mod letters;
mod mail;
mod mail_faults;
mod mailing;
mod moved;
mod night;
mod privacy_pack;
mod progress;
mod questionnaire;
mod retention;
mod organisation;
mod row_level;
mod seal;
mod security;
mod security_races;
mod sign_in;
mod stale;
mod tasks;
mod workers;
