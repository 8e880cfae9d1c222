//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for Check {
    fn samples() -> Vec<Self> {
        let service = |answered| Checked {
            mirror: answered == 0,
            name: "Informatique".to_owned(),
            page: 1,
            answered,
            questions: 10,
            unasked: if answered == 3 { vec!["Que faudrait-il améliorer ?".to_owned()] } else { Vec::new() },
        };
        let full = Self {
            dropped: true,
            path: "/r/token".to_owned(),
            keep: "?lang=en".to_owned(),
            closes_on: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            services: vec![service(10), service(3), service(0)],
            before: "/r/token/1".to_owned(),
            nothing: false,
        };
        let none = Self { services: Vec::new(), nothing: true, ..full.clone() };
        vec![full, none]
    }
}

impl Sampled for Decline {
    fn samples() -> Vec<Self> {
        vec![Self { path: "/r/token".to_owned(), keep: "?lang=en".to_owned() }]
    }
}
