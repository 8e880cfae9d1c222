//! Filled examples.

use super::*;
use crate::render::sample::Sampled;
use crate::results::quarter::samples::samples as quarter_samples;

impl Sampled for ReadyMail {
    fn samples() -> Vec<Self> {
        let head = |quarter: Quarter| Self {
            wave: "2026-Q1".to_owned(),
            link: "http://barometer.example/results/it/2026-Q1".to_owned(),
            about: About::Service {
                name: "Informatique".to_owned(),
                picture: quarter.trend_svg.is_some(),
                quarter: Some(Box::new(quarter)),
                threshold: 5,
            },
            nothing: false,
            announce_on: Day::parse("2026-03-24"),
            footer: Footer::sample(),
        };
        let mut all: Vec<Self> = quarter_samples().into_iter().map(head).collect();
        let summary = |favourable| Summary {
            services: 6,
            answers: Some(469),
            people: Some(131),
            rate: Some(0.54),
            favourable,
            up: 1,
            down: 0,
            compared: 6,
            by_chance: None,
        };
        let hr = Self { about: About::Campaign, ..head(quarter_samples().remove(0)) };
        all.extend([
            Self { about: About::Services { summary: summary(Some(0.49)) }, ..hr.clone() },
            Self { about: About::Services { summary: summary(None) }, nothing: true, ..hr.clone() },
            Self { nothing: true, announce_on: None, ..hr.clone() },
            Self {
                about: About::Service { name: "Achats".to_owned(), quarter: None, threshold: 5, picture: false },
                nothing: true,
                ..hr.clone()
            },
            hr,
        ]);
        all.extend(quarter_samples().into_iter().take(1).map(|quarter| Self { nothing: true, ..head(quarter) }));
        all
    }
}
