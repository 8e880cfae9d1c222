//! `barometer`: the guided tour, in the order of the data. docs/architecture.md walks three operations end to end.

// Floor: each imports only those before it.

/// Time, passed in.
pub mod clock;
/// Settings of the process.
pub mod config;
/// What can go wrong, as words.
pub mod error;
/// Two databases behind one door.
pub mod db;
/// From a typed view to a page, in the reader's language.
pub mod render;
/// How long things are kept.
pub mod retention;
/// What every handler receives.
pub mod app;
/// Recurring tasks, each run by one process at a time.
pub mod jobs;
/// The outbox and how mail leaves.
pub mod mail;
/// Who is asking, what they typed, how we answer.
pub mod web;

// Slices along the way of the data: each imports the floor and the slices before it.

/// What other programs are told of what happens.
pub mod hooks;
/// Who works where, who serves whom.
pub mod organisation;
/// What services offer and promise, and what was measured of it.
pub mod catalogue;
/// What is asked.
pub mod questionnaire;
/// Who is asked, when, under which promise.
pub mod campaign;
/// From a link to a stored answer that nothing ties to a person.
pub mod answering;
/// What people wrote: redacted, read by somebody outside the service, sorted into themes.
pub mod comments;
/// From sealed answers to what may be shown.
pub mod aggregation;
/// Figures drawn.
pub mod charts;
/// What services and those they serve need of each other.
pub mod relations;
/// What is done about it, and what those who answered get back.
pub mod progress;
/// What heads and direction read.
pub mod results;
/// Files of a published campaign, for Excel and for everything else.
pub mod export;

// Roof: may import everything; nothing imports it.

/// Looking, in the database as it is, for what could tie an answer to somebody.
pub mod privacy_audit;
/// A copy without what is not sealed yet, and back.
pub mod backup;
/// What staff representatives and a data protection officer ask for, from the real settings.
pub mod privacy_pack;
/// Examples of every page; what is released does not hold them.
#[cfg(debug_assertions)]
pub mod examples;
/// Past waves brought from elsewhere.
pub mod history;
/// A file of people, with what hangs on whoever leaves.
pub mod directory;
/// People who come by themselves: what passes, what waits for a yes.
pub mod arrivals;
/// What is asked between two quarters, and what befell services.
pub mod occasions;
/// What HR prepares before a campaign opens.
pub mod preparing;
/// A fictional organisation to look at.
pub mod demo;
/// What a respondent's link leads to, before closing and after.
pub mod respondent;
/// Everything that happens without a request.
pub mod schedule;
/// How one comes in: addresses, commands, the administration.
pub mod doors;
