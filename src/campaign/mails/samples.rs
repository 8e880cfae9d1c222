//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for InvitationMail {
    fn samples() -> Vec<Self> {
        let first = Self {
            name: "Ana Lopes".to_owned(),
            organisation: "Val-de-Brume".to_owned(),
            services: "les Ressources humaines et l'Informatique".to_owned(),
            minutes: 3,
            closes_on: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            link: "https://example.org/r/token".to_owned(),
            threshold: 5,
            file: Some(Say::new("promise-file").with("to", "l'institut Cassini")),
            reminder: false,
            introduction: Vec::new(),
            unsubscribe: "https://example.org/unsubscribe/token".to_owned(),
            privacy: "https://example.org/privacy".to_owned(),
            accessibility: "https://example.org/accessibilite".to_owned(),
            hr_contact: "rh@example.org".to_owned(),
            occasion: None,
        };
        let again = Self {
            reminder: true,
            file: None,
            hr_contact: String::new(),
            organisation: String::new(),
            ..first.clone()
        };
        let introduction = vec!["Une page change cette année.".to_owned(), "Merci.".to_owned()];
        let told = Self { introduction, ..again.clone() };
        let about = |kind| Self { occasion: Some(Told::sample(kind)), ..first.clone() };
        let asked = [super::super::Kind::Flash, super::super::Kind::Charter, super::super::Kind::Session].map(about);
        [vec![first, again, told], asked.into()].concat()
    }
}
