//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for OccasionsPage {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let line = |kind, state| Line {
            id: "0c".into(),
            kind,
            words: "La panne de messagerie du 12 novembre".to_owned(),
            supplier: "Informatique".to_owned(),
            state,
            opens_on: day("2026-04-15"),
            closes_on: day("2026-04-19"),
        };
        let states = State::ALL.iter().zip(["flash", "charter", "session", "flash", "flash"]);
        let lines = states.map(|(state, kind)| line(kind, *state)).collect();
        let prepares = vec![("it".into(), "Informatique".to_owned())];
        vec![Self { lines, prepares }, Self { lines: Vec::new(), prepares: Vec::new() }]
    }
}
