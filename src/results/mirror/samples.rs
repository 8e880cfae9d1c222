//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for MirrorPage {
    fn samples() -> Vec<Self> {
        let row = |code: &str, verdict: &str| Row {
            code: code.to_owned(),
            name: "Clarté des démarches".to_owned(),
            team: Some(Side { mean: 4.1, n: 14, place: 0.775, clients: Some(0.575) }),
            clients: Some(3.3),
            verdict: Some(verdict.to_owned()),
            lo: 1,
            hi: 5,
        };
        let verdicts = ["up", "down", "slight", "not_shown", "too_few", "not_comparable", "hidden"];
        let mut rows: Vec<Row> = verdicts.iter().map(|verdict| row("clarity", verdict)).collect();
        rows.push(Row { team: None, verdict: None, ..row("delay", "up") });
        let promises = crate::progress::promises::samples::lines()
            .into_iter()
            .map(|line| ("Production".to_owned(), line))
            .collect();
        let full = Self {
            supplier: "it".into(),
            name: "Informatique".to_owned(),
            wave: "2026-Q3".to_owned(),
            wide: drawings::mirror(&rows, Language::Fr, false),
            narrow: drawings::mirror(&rows, Language::Fr, true),
            rows,
            empty: false,
            fewest: FEWEST,
            promises,
        };
        let hidden = Row { team: None, verdict: None, clients: None, ..row("delay", "up") };
        let none =
            Self { rows: vec![hidden], empty: true, wide: None, narrow: None, promises: Vec::new(), ..full.clone() };
        vec![full, none]
    }
}
