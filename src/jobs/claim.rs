//! The right to run a task.

use crate::clock::Moment;

/// The right to run a task, until it is renewed no more.
#[derive(Debug, Clone)]
pub struct Claim {
    pub(super) name: &'static str,
    pub(super) number: i32,
    pub(super) started: Moment,
    pub(super) daily: bool,
}
