//! Filled examples.

use super::*;

impl Returned {
    pub(crate) fn sample() -> Self {
        Self { number: 3, since: Day::parse("2026-03-12").unwrap_or(Day(chrono::NaiveDate::MIN)) }
    }
}
