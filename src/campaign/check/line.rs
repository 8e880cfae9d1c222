//! One line of the check.

use crate::error::Say;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Opening is refused.
    Stop,
    /// Worth a look; opening is possible.
    See,
    Ok,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Line {
    pub level: Level,
    pub say: Say,
}
