//! Filled examples.

use super::super::samples::day;
use super::*;
use crate::catalogue::pages::MEASURE;
use crate::render::sample::Sampled;

impl Sampled for CommitmentPage {
    fn samples() -> Vec<Self> {
        let today = day("2026-08-12");
        let new = Self {
            post_to: "/catalogue/it/commitments/new".to_owned(),
            back: "/catalogue/it/edit".to_owned(),
            of_client: false,
            name: "Informatique".to_owned(),
            code: None,
            renews: false,
            seen: Seen::default(),
            kinds: Kind::ALL.iter().map(|kind| kind.as_str()).collect(),
            directions: Direction::ALL.iter().map(|direction| direction.as_str()).collect(),
            offerings: vec![Choice { code: "poste".to_owned(), names: Texts::both("Poste de travail", "Workstation") }],
            quarters: quarters(today, None),
            typed: Typed::of(None, &Language::STAFF, today),
            faults: Faults::default(),
        };
        let mut wrong = Self { code: Some("poste".to_owned()), renews: true, ..new.clone() };
        wrong.faults.texts(&mut wrong.typed.texts, None, SENTENCE, Some("commitment-fault-text"));
        wrong.faults.texts(&mut wrong.typed.measured_in, None, MEASURE, Some("commitment-fault-unit"));
        for (field, key) in [
            ("kind", "form-not-a-choice"),
            ("target", "commitment-fault-target"),
            ("since", "commitment-fault-since"),
            ("code", "catalogue-code-taken"),
        ] {
            wrong.faults.add(field, Say::new(key));
        }
        vec![new.clone(), Self { of_client: true, ..new }, wrong.clone(), Self { code: None, ..wrong }]
    }
}
