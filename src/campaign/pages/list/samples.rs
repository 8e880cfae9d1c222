//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ListPage {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let line = |code: &str, state, rate| Line {
            id: "0c".into(),
            code: code.to_owned(),
            about: (code == "pilote").then(|| "La panne de messagerie".to_owned()),
            state,
            opens_on: day("2026-03-02"),
            closes_on: day("2026-03-18"),
            suppliers: 6,
            rate,
            counted: !matches!(state, State::Draft | State::Scheduled) && code != "pilote",
            copies: code == "2026-Q2",
        };
        let rate = Rate { sendings: 62, share: 0.57 };
        let lines = vec![
            line("2026-Q4", State::Draft, None),
            line("2026-Q3", State::Scheduled, None),
            line("2026-Q2", State::Open, Some(rate)),
            line("2026-Q1", State::Open, None),
            line("2025-Q4", State::Closed, None),
            line("pilote", State::Published, None),
        ];
        vec![Self { lines }, Self { lines: Vec::new() }]
    }
}
