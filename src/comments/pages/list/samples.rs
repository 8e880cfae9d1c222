//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ListPage {
    fn samples() -> Vec<Self> {
        let wave = |code: &str, held, decided| Wave { code: code.to_owned(), held, decided };
        let line = |name: &str, waves| Line { code: "it".into(), name: name.to_owned(), waves };
        let waves = vec![wave("2026-Q1", 12, 3), wave("2025-Q4", 0, 9)];
        vec![
            Self { suppliers: vec![line("Informatique", waves), line("Achats", Vec::new())] },
            Self { suppliers: Vec::new() },
        ]
    }
}
