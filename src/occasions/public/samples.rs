//! Filled examples.

use super::*;
use crate::campaign::Kind;
use crate::render::sample::Sampled;

impl Sampled for ResultPage {
    fn samples() -> Vec<Self> {
        let [full, few] = Outcome::samples();
        let page = |outcome, small, doing: &[&str]| Self {
            told: Told::sample(Kind::Flash),
            outcome,
            small,
            threshold: 5,
            doing: doing.iter().map(|text| (*text).to_owned()).collect(),
            until: Day::parse("2026-05-19").unwrap_or(Day(chrono::NaiveDate::MIN)),
        };
        vec![
            page(full, false, &["L'Informatique écrit à tous dans l'heure."]),
            page(few.clone(), false, &[]),
            page(few, true, &[]),
            page(Outcome::quiet(), false, &[]),
        ]
    }
}
