//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for FeedbackPage {
    fn samples() -> Vec<Self> {
        let share = |value| Some(Share { value, low: Some(0.5), high: Some(0.73), n: Some(61) });
        let day = Day::parse("2026-02-01");
        let doing = |when, day| Doing { text: "Un accusé de réception part désormais.".to_owned(), when, day };
        let full = Service {
            code: "it".to_owned(),
            name: "Informatique".to_owned(),
            everyone: share(0.62),
            group: share(0.58),
            very_few: Some(0.03),
            strong: vec!["Écoute et accueil".to_owned(), "Fiabilité et qualité".to_owned()],
            weak: vec!["Réactivité".to_owned(), "Suivi et information".to_owned()],
            doing: vec![
                doing("since", day),
                doing("from", day),
                doing("done", day),
                doing("finished", None),
                doing("decided", None),
            ],
            promises: promises::samples::lines(),
        };
        let bare = Service {
            code: "hr".to_owned(),
            name: "Ressources humaines".to_owned(),
            everyone: None,
            group: None,
            very_few: None,
            strong: Vec::new(),
            weak: Vec::new(),
            doing: Vec::new(),
            promises: Vec::new(),
        };
        let page = |services, has_group| Self {
            wave: "2026-Q1".to_owned(),
            group: "Production".to_owned(),
            qr: qr::drawing("https://example.org/f/page").unwrap_or_default(),
            link: "https://example.org/f/page".to_owned(),
            has_group,
            threshold: 5,
            file: has_group.then(|| Say::new("promise-file").with("to", "l'institut Cassini")),
            doing: has_group,
            nothing: false,
            very_few: None,
            services,
        };
        let busy = Service { doing: full.doing.clone(), ..bare.clone() };
        let nothing = |services| Self { nothing: true, ..page(services, false) };
        vec![
            page(vec![full.clone(), bare.clone()], true),
            page(vec![full, bare.clone()], false),
            page(Vec::new(), false),
            nothing(vec![busy, bare.clone()]),
            nothing(vec![bare]),
        ]
    }
}

impl Sampled for PastPage {
    fn samples() -> Vec<Self> {
        vec![Self { wave: "2026-Q1".to_owned() }]
    }
}

impl Sampled for SoonPage {
    fn samples() -> Vec<Self> {
        [Day::parse("2026-03-24"), None].map(|on| Self { wave: "2026-Q1".to_owned(), on }).to_vec()
    }
}
