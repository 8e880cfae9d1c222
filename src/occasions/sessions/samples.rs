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

impl Sampled for SessionPage {
    fn samples() -> Vec<Self> {
        let person = |id: &str, there| Participant { id: id.into(), name: "Ana Lopes".to_owned(), there };
        let full = Self {
            action: "a".into(),
            reference: "IT-4".to_owned(),
            title: "Former au nouvel outil".to_owned(),
            session: "s".to_owned(),
            day: day("2026-04-12"),
            words: "site sud".to_owned(),
            fixed: false,
            people: vec![person("ana", true)],
            unit: "prod".to_owned(),
            units: vec![("prod".into(), "Production".to_owned())],
            choices: vec![person("ana", true), person("ben", false)],
            list: String::new(),
            unknown: Vec::new(),
            too_many: false,
            most: participants::MOST,
            kept: KEPT_DAYS,
        };
        let refused = Self {
            unknown: vec![(3, "zoe@example.org".to_owned())],
            too_many: true,
            list: "zoe@example.org".to_owned(),
            words: String::new(),
            people: Vec::new(),
            choices: Vec::new(),
            ..full.clone()
        };
        let fixed = Self { fixed: true, ..full.clone() };
        vec![full, refused, fixed]
    }
}
