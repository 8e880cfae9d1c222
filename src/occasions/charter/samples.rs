//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SurveyPage {
    fn samples() -> Vec<Self> {
        let group = |code: &str, ticked| Group { code: code.into(), name: "Production".to_owned(), ticked };
        let full = Self {
            version: 2,
            lines: vec![Texts::both("Nous répondons sous deux jours.", "We answer within two days.")],
            suppliers: vec![("hr".into(), "Ressources humaines".to_owned())],
            supplier: "hr".to_owned(),
            groups: vec![group("prod", true), group("sales", false)],
            quarter: Some("2026-Q1".to_owned()),
            opens_on: "2026-04-15".to_owned(),
            closes_on: "2026-04-22".to_owned(),
            faults: Faults::default(),
        };
        let mut faults = Faults::default();
        faults.add("supplier", Say::new("occasion-fault-supplier"));
        faults.add("seen", Say::new("occasion-fault-charter-again"));
        let refused = Self { supplier: String::new(), quarter: None, faults, ..full.clone() };
        vec![full, refused]
    }
}
