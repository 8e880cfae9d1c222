//! From sealed answers to what may be shown: disclosure, indicators, change between waves, publication.
//!
//! Everything later on the way (charts, results, plans, files, mails) reads the figures stored here and nothing else.

pub mod across;
pub mod branches;
pub mod change;
pub mod comparable;
pub mod deciding;
pub mod decisions;
pub mod disclosure;
pub mod figure;
pub mod figures;
pub mod fingerprint;
pub mod importance;
pub mod indicators;
pub mod mirror;
pub mod promised;
pub mod publication;
pub mod released;
pub mod statistics;
pub mod store;
pub mod tally;
pub mod unions;
pub mod verify;
pub mod weighting;
mod whole;
