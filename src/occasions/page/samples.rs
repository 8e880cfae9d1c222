//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for OccasionPage {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let [full, few] = Outcome::samples();
        let link = |href: &str, words: &str| Link { href: href.to_owned(), words: words.to_owned() };
        let published = Self {
            id: "0c".into(),
            code: "flash-2026-04-15".to_owned(),
            kind: "flash",
            state: State::Published,
            told: Told::sample(Kind::Flash),
            supplier: "Informatique".to_owned(),
            of: "it".into(),
            opens_on: day("2026-04-15"),
            closes_on: day("2026-04-19"),
            questions: vec!["Pendant la panne, j'ai reçu des informations utiles.".to_owned()],
            counted: None,
            outcome: Some(full),
            threshold: 5,
            about: Some(link("/events/e", "panne de messagerie")),
            actions: vec![link("/actions/a", "IT-4 Prévenir pendant les pannes")],
            heads: true,
            edits: false,
            hr: false,
        };
        let nothing = Self {
            outcome: Some(few),
            kind: "charter",
            told: Told::sample(Kind::Charter),
            about: None,
            actions: Vec::new(),
            ..published.clone()
        };
        let open = Self {
            state: State::Open,
            outcome: None,
            counted: Some((day("2026-04-17"), 61, 142)),
            ..published.clone()
        };
        let draft = Self { state: State::Draft, counted: None, edits: true, hr: true, ..open.clone() };
        let uncounted = Self { counted: None, kind: "session", told: Told::sample(Kind::Session), ..open.clone() };
        vec![published, nothing, open, draft, uncounted]
    }
}
