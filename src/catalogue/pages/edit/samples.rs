//! Filled examples.

use super::super::samples::{day, repaired};
use super::*;
use crate::render::sample::Sampled;

impl Sampled for EditPage {
    fn samples() -> Vec<Self> {
        let line = PromiseLine {
            code: "poste".to_owned(),
            kind: "delay",
            told: repaired(),
            next: Some(repaired()),
            to_come: true,
            unfelt: true,
            ended_on: None,
        };
        let offering = |workers: i32| OfferingLine {
            code: format!("poste_{workers}"),
            names: Texts::both("Poste de travail", "Workstation"),
            active: workers > 2,
            workers,
            few: workers < FEWEST_WORKERS,
            up: workers > 2,
            down: workers < 3,
            promises: vec![line.clone()],
        };
        let full = Self {
            code: "it".into(),
            name: "Informatique".to_owned(),
            fewest_workers: FEWEST_WORKERS,
            offerings: vec![offering(1), offering(6)],
            promises: vec![PromiseLine { next: None, to_come: false, unfelt: false, ..line.clone() }],
            ended: vec![PromiseLine { ended_on: Some(day("2026-09-02")), ..line }],
        };
        let bare = Self { offerings: Vec::new(), promises: Vec::new(), ended: Vec::new(), ..full.clone() };
        vec![full, bare]
    }
}
