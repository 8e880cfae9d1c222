//! One test binary; its modules are named after the slices.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]
// What clippy.toml allows in unit tests, it does not in a test binary of its own.

#[cfg(not(debug_assertions))]
compile_error!("the tests render the filled examples of every page, which only debug builds hold: without --release");

#[macro_use]
mod world;

mod account;
mod aggregation;
mod announcing;
mod api;
mod answering;
mod arrivals;
mod answering_conditions;
mod answering_limits;
mod architecture;
mod audit;
mod backup;
mod campaign;
mod catalogue;
mod charter;
mod circles;
mod cli;
mod codes;
mod comments;
mod comparability;
mod database_faults;
mod database_settings;
mod detail;
mod documents;
mod export;
mod field;
mod floor;
mod forgetting;
mod groups;
mod health;
mod hooks;
mod history;
mod instances;
mod invited;
mod journal;
mod languages;
mod letters;
mod life;
mod links;
mod mail;
mod mail_faults;
mod mailing;
mod metrics;
mod mirror;
mod moved;
mod night;
mod occasions;
mod organisation;
mod overview;
mod pooler;
mod privacy_pack;
mod progress;
mod promised;
mod questionnaire;
mod relations;
mod retention;
mod row_level;
mod scim;
mod seal;
mod security;
mod security_races;
mod sign_in;
mod stale;
mod tasks;
