//! Filled examples.

use super::super::samples::day;
use super::*;
use crate::render::Language;
use crate::render::sample::Sampled;

impl Sampled for CharterPage {
    fn samples() -> Vec<Self> {
        let line = || Texts::both("Nous répondons à chaque demande.", "We answer every request.");
        let full = Self {
            services: vec![line(), line()],
            clients: vec![line()],
            version: 2,
            adopted_on: Some(day("2026-09-01")),
            earlier: vec![(1, day("2025-09-01"))],
            proposes: true,
            writes: true,
        };
        let none = Self {
            services: Vec::new(),
            clients: Vec::new(),
            adopted_on: None,
            earlier: Vec::new(),
            proposes: false,
            writes: false,
            ..full.clone()
        };
        vec![full, none]
    }
}

impl Sampled for EditPage {
    fn samples() -> Vec<Self> {
        let row = |number: usize| Row {
            number,
            side: if number == 1 { "service" } else { "client" },
            texts: TextField::all(&format!("text{number}"), &Texts::both("Une phrase.", ""), &Language::STAFF),
        };
        let proposal = |side| Proposal {
            id: "0p".to_owned(),
            side,
            words: "Dire non avec une raison.".to_owned(),
            made_on: day("2026-08-01"),
        };
        let mut faults = Faults::default();
        faults.add("text1_fr", Say::new("form-too-long").with("limit", SENTENCE));
        let draft = Self {
            version: 2,
            state: "draft",
            consulted_on: Some(day("2026-08-20")),
            seen: Seen::default(),
            rows: vec![row(1), row(2)],
            most: MOST_LINES,
            proposals: vec![proposal(Side::Service), proposal(Side::Client)],
            adoptable: true,
            faults,
        };
        let bare = Self {
            consulted_on: None,
            proposals: Vec::new(),
            adoptable: false,
            faults: Faults::default(),
            ..draft.clone()
        };
        vec![draft.clone(), Self { state: "consulted", ..draft }, bare]
    }
}
