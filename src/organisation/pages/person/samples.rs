//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for PersonPage {
    fn samples() -> Vec<Self> {
        let page = |admin: bool, roles, until: Option<Day>| Self {
            id: "0p".into(),
            name: "Zoé Petit".to_owned(),
            email: "zoe.petit@example.org".to_owned(),
            number: until.and(Some("V100".to_owned())),
            unit: "Production".to_owned(),
            person_language: Language::Fr.name(),
            active: until.is_none(),
            away: until.is_none() && !admin,
            until,
            roles,
            admin,
            kinds: kinds(),
            suppliers: vec![Choice { code: "it".to_owned(), name: "Informatique".to_owned() }],
            units: vec![Choice { code: "prod".to_owned(), name: "Production".to_owned() }],
            contacts: Vec::new(),
            budget: Budget::default(),
            accounts: admin,
            linked: until.or(Day::parse("2026-03-20")).filter(|_| admin),
        };
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let contacts = vec![
            Invited { wave: "2026-Q1".to_owned(), day: day("2026-01-06"), counts: true },
            Invited { wave: "2024-Q4".to_owned(), day: day("2024-10-06"), counts: false },
        ];
        let invited =
            |page: Self, most| Self { contacts: contacts.clone(), budget: Budget { most, months: 12 }, ..page };
        let roles = vec![line(Role::Hr, "".into(), ""), line(Role::Head, "it".into(), "Informatique")];
        vec![
            invited(page(true, roles.clone(), None), Some(4)),
            invited(page(false, roles.clone(), None), None),
            page(false, roles, Day::parse("2026-03-20")),
            page(true, Vec::new(), None),
            Self { email: String::new(), away: true, ..page(true, Vec::new(), None) },
        ]
    }
}
