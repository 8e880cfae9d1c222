//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for Overview {
    fn samples() -> Vec<Self> {
        let day = Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN));
        let line = |change: Option<&str>, shown: bool| Line {
            supplier: "it".to_owned(),
            name: "Informatique".to_owned(),
            satisfied: shown.then_some(Share { value: 0.62, low: Some(0.5), high: Some(0.73), n: 61 }),
            responses: shown.then_some(61),
            rate: shown.then_some(0.56),
            change: change.map(ToOwned::to_owned),
            standing: change.map(|change| if change == "up" { "above" } else { "within" }.to_owned()),
        };
        let changes = ["up", "down", "slight", "not_shown", "too_few", "not_comparable"];
        let mut lines: Vec<Line> = changes.iter().map(|change| line(Some(change), true)).collect();
        lines.push(line(None, false));
        let below = Line { standing: Some("below".to_owned()), ..line(Some("down"), true) };
        let even = Line { standing: Some("within".to_owned()), ..line(Some("up"), true) };
        let group = |shown: bool| GroupLine {
            name: "Production".to_owned(),
            satisfied: shown.then_some(Share { value: 0.62, low: None, high: None, n: 61 }),
            answers: shown.then_some(61),
        };
        lines.push(below);
        let wave = Wave {
            all: Some(line(None, true)),
            groups: vec![group(true), group(false)],
            ..Wave::new("2026-Q1".to_owned(), Some(day), lines)
        };
        let before = Wave::new("2025-Q4".to_owned(), Some(day), vec![even]);
        let open = OpenWave { code: "2026-Q2".to_owned(), closes_on: day };
        vec![Self { waves: vec![wave, before], open: vec![open] }, Self { waves: Vec::new(), open: Vec::new() }]
    }
}
