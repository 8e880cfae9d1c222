//! Filled examples.

use super::*;
use crate::clock::Moment;
use crate::render::sample::Sampled;

impl Sampled for JournalPage {
    fn samples() -> Vec<Self> {
        let at = local(Moment::from_jiff(jiff::Timestamp::UNIX_EPOCH), &TimeZone::UTC);
        let line = |event: &str, who: &str| Line {
            at: at.clone(),
            who: who.to_owned(),
            what: event_words(Language::Fr, event),
            detail: "2026-Q1 5/10/10 -> 7/10/10".to_owned(),
        };
        let choice = |code: &str| Choice { code: code.to_owned(), words: event_words(Language::Fr, code) };
        let full = Self {
            asked: Asked {
                search: "2026".to_owned(),
                event: "campaign-thresholds".to_owned(),
                from: "hier".to_owned(),
                from_fault: Some(Say::new("campaign-fault-day")),
                ..Asked::default()
            },
            query: "search=2026".to_owned(),
            events: vec![choice("campaign-thresholds"), choice("of-an-older-version")],
            lines: vec![line("campaign-thresholds", "Claire Dumont"), line("demo", "le programme")],
            older: Some("1ke6jq300nzh7rb3rj".to_owned()),
            later: true,
        };
        let none = Self {
            asked: Asked::default(),
            query: String::new(),
            events: Vec::new(),
            lines: Vec::new(),
            older: None,
            later: false,
        };
        vec![full, none]
    }
}
