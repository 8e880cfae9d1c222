// The guided tour, in the order of the data; see docs/architecture.md.

// Floor: each imports only those before it.
pub mod app;
pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod jobs;
pub mod mail;
pub mod render;
pub mod web;

// Slices along the way of the data: each imports the floor and the slices before it.
pub mod aggregation;
pub mod campaign;
pub mod charts;
pub mod organisation;
pub mod progress;

// Roof: may import everything; nothing imports it.
pub mod cli;
pub mod routes;
