//! Who may do what, on every route; and what no request may do: forge, double, redirect away, break, or leave a secret
//! behind.

mod forged;
mod roles;
pub mod scene;
mod secrets;
mod sessions;
