//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for LaunchNotice {
    fn samples() -> Vec<Self> {
        vec![Self {
            name: "Zoé Petit".to_owned(),
            wave: "2026-Q1".to_owned(),
            services: "l'Informatique".to_owned(),
            closes_on: Day::parse("2026-03-18").unwrap_or(Day(chrono::NaiveDate::MIN)),
            threshold: 5,
            link: "https://barometre.example.org/questionnaires".to_owned(),
            footer: Footer::sample(),
        }]
    }
}

impl Sampled for LowParticipation {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        vec![Self {
            name: "Rose Petit".to_owned(),
            wave: "2026-Q1".to_owned(),
            counted_on: day("2026-03-11"),
            share: 0.21,
            sendings: 23,
            closes_on: day("2026-03-18"),
            link: "https://barometre.example.org/campaigns/0c".to_owned(),
            footer: Footer::sample(),
        }]
    }
}
