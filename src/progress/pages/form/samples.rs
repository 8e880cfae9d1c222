//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for FormPage {
    fn samples() -> Vec<Self> {
        let origin = |value: Option<f64>| {
            let (wave, code, subject) = ("2026-Q1".to_owned(), "follow_up".to_owned(), "Suivi".to_owned());
            OriginView {
                wave,
                code,
                subject,
                value,
                low: value.map(|v| v - 0.1),
                high: value.map(|v| v + 0.1),
                n: Some(58),
            }
        };
        let empty = Self {
            reference: None,
            post_to: "/actions/it/new".to_owned(),
            back_to: "/actions".to_owned(),
            supplier: "Informatique".to_owned(),
            origin: None,
            seen: String::new(),
            typed: Typed {
                owner: "claire@example.org".to_owned(),
                public: TextField::all("public", &Texts::default(), &Language::STAFF),
                ..Typed::default()
            },
            faults: Faults::default(),
            kinds: Kind::ALL,
            suggestions: Vec::new(),
            promise: None,
            point: None,
            lesson: None,
            measures: None,
            groups: vec![GroupChoice { code: "prod".into(), name: "Production".to_owned(), ticked: true }],
            colleagues: vec![Colleague { email: "claire@example.org".to_owned(), name: "Claire Dumont".to_owned() }],
        };
        let wrong = Typed { target: "beaucoup".to_owned(), visible: true, ..empty.typed.clone() };
        let offers = suggestions::of("follow_up").enumerate().map(|(place, one)| Offer {
            title: one.titles.pick(Language::Fr).to_owned(),
            href: format!("/actions/it/new?campaign=2026-Q1&subject=follow_up&suggestion={}", one.code),
            current: place == 0,
        });
        let offers = offers.collect();
        let mut faults = check(&wrong, &Named::default(), Day::parse("2026-01-05"), None).err().unwrap_or_default();
        for (field, key) in [
            ("finding", "action-error-finding-long"),
            ("starts_on", "action-error-start"),
            ("contributors", "action-error-contributor"),
            ("cost", "action-error-words-long"),
            ("awaits", "action-error-words-long"),
            ("check_on", "action-error-check"),
        ] {
            faults.push(fault(field, Say::new(key).with("most", 300).with("address", "nobody@example.org")));
        }
        faults.push(fault("", Say::new("action-error-changed")));
        let long = Typed {
            public: TextField::all("public", &Texts::both("Un accusé part.", "x".repeat(301)), Language::ALL),
            ..empty.typed.clone()
        };
        let too_long = check(&long, &Named::default(), None, None).err().unwrap_or_default();
        vec![
            Self { typed: long.blamed(&too_long), faults: Faults::of(too_long), ..empty.clone() },
            Self { origin: Some(origin(Some(0.38))), suggestions: offers, ..empty.clone() },
            Self {
                point: Some(PointAsked { id: "p1".to_owned(), words: "Prévenir avant une coupure".to_owned() }),
                promise: Some(PromiseAsked {
                    campaign: "c1".into(),
                    code: "poste".to_owned(),
                    wave: "2026-Q1".to_owned(),
                    text: Texts::both("Réparé en 2 jours.", "Repaired within 2 days."),
                    verdict: "kept_not_felt",
                    proposes: Some("communication"),
                }),
                ..empty.clone()
            },
            Self { origin: Some(origin(None)), ..empty.clone() },
            Self { typed: wrong, faults: Faults::of(faults), ..empty.clone() },
            Self { reference: Some("IT-12".to_owned()), origin: Some(origin(Some(0.38))), ..empty },
        ]
    }
}
