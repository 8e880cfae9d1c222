//! Filled examples.

use super::*;
use crate::campaign::pages::launch::{Extent, Outlook};
use crate::render::sample::Sampled;

impl Closing {
    pub(crate) fn samples() -> [Self; 2] {
        let outlook = |total, values, hidden: &[&str]| Outlook {
            percent: 0,
            total,
            values,
            levels: values,
            hidden: hidden.iter().map(|name| (*name).to_owned()).collect(),
            no_groups: false,
        };
        let service = |name: &str, outlook| Forecast { supplier: name.to_owned(), groups: 3, at: vec![outlook] };
        let some = Self {
            day: Day::parse("2026-03-12"),
            sendings: 62,
            invited: 109,
            services: vec![
                service("Informatique", outlook(Extent::Everything, 2, &["Achats"])),
                service("Achats", outlook(Extent::Hidden, 0, &["Production", "Achats", "Finances"])),
            ],
            nothing: false,
            bare: vec!["Achats".to_owned()],
        };
        let services = vec![service("Informatique", outlook(Extent::Hidden, 0, &["Production", "Achats"]))];
        let none = Self { day: None, sendings: 0, services, nothing: true, bare: Vec::new(), ..some.clone() };
        [some, none]
    }
}

impl Sampled for FollowPage {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let [counted, hidden] = Participation::samples();
        let [some, none] = Closing::samples().map(Some);
        let sendings = Sending::samples();
        let [going, others @ ..] = sendings.as_slice() else { return Vec::new() };
        let full = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            about: None,
            opened_on: Some(day("2026-03-02")),
            closes_on: day("2026-03-18"),
            services: vec!["Informatique".to_owned(), "Ressources humaines".to_owned()],
            mails: going.clone(),
            mails_first: false,
            reminders: vec![
                Reminder { day: day("2026-03-06"), past: true },
                Reminder { day: day("2026-03-12"), past: false },
            ],
            course: Some(Course::sample()),
            participation: Some(counted),
            unreached: Line::samples().into_iter().take(2).collect(),
            unreached_all: 12,
            open: true,
            held: Some(40),
            returned: Some(Returned::sample()),
            codes: 12,
            extended_from: Some(day("2026-03-13")),
            extension: Some(Extension::sample()),
            newcomers: Newcomers::sample(),
            closing: some,
            fault: None,
            at: None,
            typed: String::new(),
        };
        let early = Self {
            closing: none,
            returned: None,
            codes: 0,
            held: None,
            extended_from: None,
            newcomers: Newcomers::default(),
            course: None,
            participation: None,
            mails_first: true,
            unreached: Vec::new(),
            reminders: Vec::new(),
            ..full.clone()
        };
        let refused = Self {
            course: None,
            participation: Some(hidden),
            mails_first: true,
            opened_on: None,
            held: Some(0),
            unreached_all: 2,
            fault: Some(Say::new("campaign-fault-typed")),
            at: Some("closure"),
            typed: "2026-Q2".to_owned(),
            extension: Some(Extension { movable: None, full: true, ..Extension::sample() }),
            newcomers: Newcomers { codes: 0, ungrouped: 0, units: Vec::new(), ..Newcomers::sample() },
            ..full.clone()
        };
        let frozen = Self { extension: None, fault: Some(Say::new("campaign-fault-frozen")), ..early.clone() };
        let flash = Self { about: Some("La panne de messagerie".to_owned()), ..early.clone() };
        let mut all = vec![full, refused, frozen, flash];
        all.extend(others.iter().map(|mails| Self { mails: mails.clone(), ..early.clone() }));
        all
    }
}

impl Course {
    pub(crate) fn sample() -> Self {
        let line = |code: &str| CourseLine { code: code.to_owned(), points: vec![(1, 0.1), (2, 0.3)] };
        Self { svg: None, narrow: None, reminders: true, lines: vec![line("2026-Q2"), line("2026-Q1")] }
    }
}
