//! Filled examples.

use super::super::samples::{day, repaired};
use super::*;
use crate::render::sample::Sampled;

impl Sampled for MeasurementsPage {
    fn samples() -> Vec<Self> {
        let line = Line {
            code: "poste".to_owned(),
            told: repaired(),
            value: "1.8".to_owned(),
            cases: "240".to_owned(),
            source: "GLPI".to_owned(),
            day: Some(day("2026-10-02")),
            few: false,
            value_fault: None,
            cases_fault: None,
            source_fault: None,
        };
        let wrong = Line {
            code: "mobile".to_owned(),
            value: "vite".to_owned(),
            day: None,
            value_fault: Some(Say::new("measurement-fault-value")),
            cases_fault: Some(Say::new("measurement-fault-cases")),
            source_fault: Some(Say::new("measurement-fault-source")),
            ..line.clone()
        };
        let mut faults = Faults::default();
        faults.add("value.mobile", Say::new("measurement-fault-value"));
        let full = Self {
            supplier: "it".into(),
            name: "Informatique".to_owned(),
            campaign: Some("2026-Q3".to_owned()),
            period: Some((day("2026-07-01"), day("2026-09-30"))),
            quarters: vec!["2026-Q3".to_owned(), "2026-Q2".to_owned()],
            seen: Seen::default(),
            lines: vec![line.clone(), wrong, Line { few: true, ..line }],
            fewest_cases: FEWEST_CASES,
            fewest_workers: FEWEST_WORKERS,
            faults,
        };
        let none = Self { lines: Vec::new(), period: None, faults: Faults::default(), ..full.clone() };
        let before = Self { campaign: None, quarters: Vec::new(), ..none.clone() };
        vec![full, none, before]
    }
}
