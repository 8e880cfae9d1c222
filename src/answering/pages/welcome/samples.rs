//! Filled examples.

use super::*;
use crate::campaign::Kind;
use crate::render::sample::Sampled;

impl Sampled for Welcome {
    fn samples() -> Vec<Self> {
        let full = Self {
            path: "/r/token".to_owned(),
            keep: String::new(),
            language: Language::Fr,
            proposed: vec![sample_service("hr", "Ressources humaines", true)],
            others: vec![sample_service("buy", "Achats", false)],
            names: "les Ressources humaines".to_owned(),
            minutes: 3,
            closes_on: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            promise: Promise::sample(),
            news: vec![
                News {
                    name: "Informatique".to_owned(),
                    told: Some(LastTime { wave: "2025-Q4".to_owned(), satisfied: 0.62 }),
                    actions: vec!["L'Informatique envoie un accusé de réception.".to_owned()],
                },
                News { name: "Achats".to_owned(), told: None, actions: vec!["Un guide est en ligne.".to_owned()] },
            ],
            has_draft: true,
            team: Some("l'Informatique".to_owned()),
            fewest: mirror::FEWEST,
            occasion: None,
        };
        let bare = Self {
            keep: "?lang=en".to_owned(),
            others: Vec::new(),
            news: Vec::new(),
            has_draft: false,
            team: None,
            promise: Promise {
                outside: true,
                moderator: String::new(),
                hr_contact: String::new(),
                file: None,
                ..Promise::sample()
            },
            ..full.clone()
        };
        let occasion = |kind| Self { occasion: Some(Told::sample(kind)), news: Vec::new(), team: None, ..full.clone() };
        let asked = [Kind::Flash, Kind::Charter, Kind::Session].map(occasion);
        let hr = asked
            .clone()
            .map(|page| Self { occasion: page.occasion.map(|told| Told { chosen_by: "hr", ..told }), ..page });
        [vec![full, bare], asked.into(), hr.into()].concat()
    }
}

impl Sampled for NotMyGroup {
    fn samples() -> Vec<Self> {
        let promise = Promise::sample();
        let bare = Promise { outside: true, hr_contact: String::new(), ..promise.clone() };
        let page = |promise| Self { path: "/r/token".to_owned(), keep: "?lang=en".to_owned(), promise };
        [promise, bare].map(page).to_vec()
    }
}

fn sample_service(code: &str, name: &str, ticked: bool) -> Service {
    Service { code: code.into(), name: name.to_owned(), in_sentence: format!("les {name}"), ticked }
}

impl Promise {
    pub(crate) fn sample() -> Self {
        Self {
            threshold: 5,
            comments_threshold: 10,
            group: "Production et logistique".to_owned(),
            people: 46,
            outside: false,
            moderator: "une personne de la communication".to_owned(),
            hr_contact: "rh@example.org".to_owned(),
            file: Some(Say::new("promise-file").with("to", "l'institut Cassini")),
        }
    }
}
