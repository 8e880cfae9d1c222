//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for EventsPage {
    fn samples() -> Vec<Self> {
        let day = Day::parse("2026-03-12").unwrap_or(Day(chrono::NaiveDate::MIN));
        let empty = Self {
            supplier: "Informatique".to_owned(),
            code: "it".into(),
            lines: Vec::new(),
            day: String::new(),
            words: String::new(),
            day_fault: None,
            words_fault: None,
            today: day,
        };
        let line = Line { id: "0e".to_owned(), day, words: "panne de messagerie".to_owned() };
        let wrong = Self {
            day: "2026-02-30".to_owned(),
            words: "x".repeat(41),
            day_fault: Some(Say::new("action-error-day")),
            words_fault: Some(Say::new("action-error-words-long").with("most", WORDS)),
            ..empty.clone()
        };
        vec![Self { lines: vec![line], ..empty.clone() }, wrong, empty]
    }
}
