//! Filled examples.

use super::super::samples::{repaired, told};
use super::*;
use crate::render::sample::Sampled;

impl Sampled for ListPage {
    fn samples() -> Vec<Self> {
        let line = |offerings, promises| ServiceLine {
            code: "it".into(),
            names: Texts::both("Informatique", "IT"),
            offerings,
            promises,
        };
        vec![
            Self { services: vec![line(3, 1), line(1, 0)], empty: vec![line(0, 0)] },
            Self { services: Vec::new(), empty: Vec::new() },
        ]
    }
}

impl Sampled for ServicePage {
    fn samples() -> Vec<Self> {
        let shown =
            |to_come| Shown { told: repaired(), to_come, earlier: vec![told("En 3 jours.", "Within 3 days.", 3.5)] };
        let offered = |link: &str| Offered {
            names: Texts::both("Poste de travail", "Workstation"),
            descriptions: Texts::both("Installation, panne, remplacement.", "Setup, repair, replacement."),
            ways: Texts::both("Par le portail ou au 4000.", "Through the portal or 4000."),
            link: link.to_owned(),
            promises: vec![shown(false)],
        };
        let full = Self {
            code: "it".into(),
            names: Texts::both("Informatique", "IT"),
            may_edit: true,
            offerings: vec![offered("https://aide.valdebrume.example"), offered("")],
            promises: vec![shown(true)],
        };
        let bare = Self { may_edit: false, offerings: Vec::new(), promises: Vec::new(), ..full.clone() };
        vec![full, bare]
    }
}
