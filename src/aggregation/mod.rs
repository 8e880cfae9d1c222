//! From sealed answers to what may be shown: disclosure, indicators, change between waves, publication.

pub mod statistics;
pub mod store;
