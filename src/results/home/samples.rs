//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for Home {
    fn samples() -> Vec<Self> {
        let day = Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN));
        let card = |change: Option<&str>, draft: bool| ServiceCard {
            code: "it".to_owned(),
            name: "Informatique".to_owned(),
            wave: change.map(|_| "2026-Q1".to_owned()),
            satisfied: change.map(|_| Share { value: 0.62, low: Some(0.5), high: Some(0.73), n: 61 }),
            change: change.map(ToOwned::to_owned),
            has_questionnaire: !draft,
            is_draft: draft,
            waiting: change == Some("up"),
        };
        let changes = ["up", "down", "slight", "not_shown", "too_few", "not_comparable"];
        let mut services: Vec<ServiceCard> = changes.iter().map(|change| card(Some(change), false)).collect();
        services.push(card(None, true));
        services.push(ServiceCard { is_draft: false, has_questionnaire: false, ..card(None, true) });
        let open = |day: Option<Day>| OpenCampaign {
            id: "c".to_owned(),
            code: "2026-Q2".to_owned(),
            closes_on: Day::parse("2026-06-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            days_left: if day.is_some() { 12 } else { 1 },
            day,
            invited: 240,
            sendings: 100,
            newcomers: if day.is_some() { 3 } else { 0 },
        };
        let waiting = |name: &str, readers: &[&str]| Waiting {
            supplier: "it".into(),
            name: name.to_owned(),
            held: 12,
            since: readers.first().map(|_| day),
            readers: readers.iter().map(|reader| (*reader).to_owned()).collect(),
        };
        let full = Self {
            overview: Overview::samples().into_iter().next().map(Arc::new),
            planned: vec![("c".to_owned(), "2026-Q3".to_owned(), day)],
            proposed: vec![("f".to_owned(), "La panne de messagerie".to_owned())],
            name: "Ana".to_owned(),
            services,
            open: vec![open(Some(day)), open(None)],
            halted: vec![("c".to_owned(), "2026-Q2".to_owned())],
            hr: true,
            late: vec![LateAction { id: "a".to_owned(), title: "Accusé de réception".to_owned(), due_on: day }],
            to_moderate: vec![ToModerate {
                supplier: "it".into(),
                name: "Informatique".to_owned(),
                wave: "2026-Q1".to_owned(),
                held: 12,
            }],
            waiting: vec![waiting("Informatique", &["Léa"]), waiting("Achats", &[])],
            steps: vec![SetupStep { words: "setup-people", href: "/people", done: true }],
            health: Health { no_worker: true, overdue: 1 },
            arrivals: 3,
            returned: Some(Returned::sample()),
        };
        let late = Self { health: Health { no_worker: false, overdue: 1 }, ..full.clone() };
        let bare = Self {
            services: Vec::new(),
            open: Vec::new(),
            halted: Vec::new(),
            hr: false,
            overview: None,
            planned: Vec::new(),
            proposed: Vec::new(),
            late: Vec::new(),
            to_moderate: Vec::new(),
            waiting: Vec::new(),
            steps: Vec::new(),
            health: Health { no_worker: false, overdue: 0 },
            arrivals: 0,
            returned: None,
            ..full.clone()
        };
        vec![full, late, bare]
    }
}
