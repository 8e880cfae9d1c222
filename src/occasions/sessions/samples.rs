//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN))
}

impl Sampled for SessionsPage {
    fn samples() -> Vec<Self> {
        let [outcome, few] = Outcome::samples();
        let line = |words: &str, people, asked| Line {
            id: "s".to_owned(),
            day: day("2026-04-12"),
            words: words.to_owned(),
            people,
            asked,
            past: true,
        };
        let asked = |survey, outcome, cold: bool| Asked {
            id: "0c".into(),
            survey,
            state: State::Published,
            opens_on: day("2026-04-15"),
            closes_on: day("2026-04-21"),
            outcome,
            cold_from: cold.then(|| day("2026-06-14")),
        };
        let full = Self {
            action: "a".into(),
            reference: "IT-4".to_owned(),
            title: "Former au nouvel outil".to_owned(),
            lines: vec![line("site sud", 14, true), line("", 1, false), line("site nord", 0, false)],
            asked: vec![asked("cold", Some(few), false), asked("hot", Some(outcome), true), asked("hot", None, false)],
            due: 14,
            why: None,
            late: true,
            manages: true,
            prepares: true,
            fewest: FEWEST_ASKED,
            kept: KEPT_DAYS,
            day: String::new(),
            words: String::new(),
            today: day("2026-04-14"),
            faults: Faults::default(),
        };
        let mut faults = Faults::default();
        faults.add("day", Say::new("action-error-day"));
        let why = Say::new("session-too-few").with("n", 6).with("least", FEWEST_ASKED);
        let few = Self { why: Some(why), due: 6, faults, asked: Vec::new(), lines: Vec::new(), ..full.clone() };
        let wait = Some(Say::new("session-wait").with("day", "12/05/2026"));
        let apart = Some(Say::new("session-apart").with("day", "12/02/2026"));
        let none = Some(Say::new("session-none-due"));
        let reads = |why| Self { why, manages: false, prepares: false, ..full.clone() };
        vec![full.clone(), few, reads(wait), reads(apart), reads(none)]
    }
}
