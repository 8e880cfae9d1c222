//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SessionPage {
    fn samples() -> Vec<Self> {
        let person = |id: &str, there| Participant { id: id.into(), name: "Ana Lopes".to_owned(), there };
        let full = Self {
            action: "a".into(),
            reference: "IT-4".to_owned(),
            title: "Former au nouvel outil".to_owned(),
            session: "s".to_owned(),
            day: Day::parse("2026-04-12").unwrap_or(Day(chrono::NaiveDate::MIN)),
            words: "site sud".to_owned(),
            fixed: false,
            coming: false,
            people: vec![person("ana", true)],
            unit: "prod".to_owned(),
            units: vec![("prod".into(), "Production".to_owned())],
            choices: vec![person("ana", true), person("ben", false)],
            list: String::new(),
            unknown: Vec::new(),
            too_many: false,
            most: participants::MOST,
            kept: KEPT_DAYS,
        };
        let refused = Self {
            unknown: vec![(3, "zoe@example.org".to_owned())],
            too_many: true,
            list: "zoe@example.org".to_owned(),
            words: String::new(),
            people: Vec::new(),
            choices: Vec::new(),
            ..full.clone()
        };
        let fixed = Self { fixed: true, ..full.clone() };
        let head = Self { units: Vec::new(), unit: String::new(), choices: Vec::new(), ..full.clone() };
        let coming = Self { coming: true, people: Vec::new(), ..head.clone() };
        vec![full, refused, fixed, head, coming]
    }
}
