//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for OnePage {
    fn samples() -> Vec<Self> {
        let typed = Typed {
            name: "Zoé Petit".to_owned(),
            email: "zoe.petit@example.org".to_owned(),
            number: "V100".to_owned(),
            unit: "prod".to_owned(),
            language: "fr".to_owned(),
            state: "here".to_owned(),
            until: String::new(),
        };
        let unit = |code: &str, marks: &str| UnitChoice {
            code: code.into(),
            name: "Production".to_owned(),
            marks: marks.to_owned(),
        };
        let page = Self {
            id: Some("0p".into()),
            name: typed.name.clone(),
            typed,
            faults: Vec::new(),
            doubts: Vec::new(),
            confirmed: String::new(),
            units: vec![unit("all", ""), unit("prod", "— ")],
            languages: Tongue::all(Language::ALL),
            states: State::ALL,
            seen: Seen::default(),
        };
        let fault = |field, say| Fault { field, say };
        let faulty = vec![
            fault("email", Say::new("import-address-taken").with("value", "a@b.example").with("name", "Karim Haddad")),
            fault("number", Say::new("person-number-taken").with("number", "V100").with("name", "Karim Haddad")),
            fault("unit", Say::new("person-needs-unit")),
            fault("", Say::new("import-last-administrator")),
        ];
        let doubts = vec![
            Say::new("import-becomes-another").with("before", "Zoé Petit").with("after", "Karim Haddad"),
            Say::new("import-holds-action").with("reference", "IT-12").with("title", "Un accusé de réception"),
        ];
        vec![
            page.clone(),
            Self { id: None, name: String::new(), typed: Typed::default(), ..page.clone() },
            Self { faults: faulty, ..page.clone() },
            Self { confirmed: mark(&doubts), doubts, ..page },
        ]
    }
}
