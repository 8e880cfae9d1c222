//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ReturnedPage {
    fn samples() -> Vec<Self> {
        let day = Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN));
        let line = |reason, said: &str| Line { day, reason, said: said.to_owned() };
        let lines = vec![
            line("nameless", "550 5.1.1 <…@example.org>: User unknown"),
            line("text", ""),
            line("past", "552 5.2.2 Mailbox full"),
        ];
        let full = Self { reads: true, renamed: Some(day), lines, kept_days: KEPT_DAYS };
        let none = Self { renamed: None, lines: Vec::new(), ..full.clone() };
        vec![Self { reads: false, ..none.clone() }, full, none]
    }
}
