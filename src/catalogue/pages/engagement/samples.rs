//! Filled examples.

use super::super::samples::day;
use super::*;
use crate::render::sample::Sampled;

impl Sampled for EngagementPage {
    fn samples() -> Vec<Self> {
        let blank = Self {
            lines: vec![String::new(); LINES],
            day: "2027-03-01".to_owned(),
            ready: None,
            faults: Faults::default(),
            today: day("2026-11-29"),
        };
        let mut wrong = blank.clone();
        wrong.faults.add("line1", Say::new("engagement-fault-empty"));
        wrong.faults.add("day", Say::new("engagement-fault-day"));
        let ready = Self {
            lines: vec!["Répondre le jour même, même pour dire non.".to_owned(), String::new(), String::new()],
            ready: Some(day("2027-03-01")),
            ..blank.clone()
        };
        vec![blank, wrong, ready]
    }
}
