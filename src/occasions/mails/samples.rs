//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for OccasionMail {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        [PROPOSED, READY, STUCK]
            .map(|what| Self {
                name: "Camille Roux".to_owned(),
                what: what.to_owned(),
                words: "La panne de messagerie du 12 novembre".to_owned(),
                supplier: "Informatique".to_owned(),
                opens_on: day("2026-04-15"),
                closes_on: day("2026-04-19"),
                link: "https://example.org/campaigns/0c".to_owned(),
                footer: Footer::sample(),
            })
            .to_vec()
    }
}
