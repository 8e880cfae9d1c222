//! Filled examples.

use super::*;
use crate::campaign::mailing::When;
use crate::render::sample::Sampled;

impl Sampled for LaunchPage {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let check = |level, say, href: Option<&str>| Check { level, say, href: href.map(ToOwned::to_owned) };
        let end = When { day: day("2026-03-02"), hour: "14".to_owned(), minute: "34".to_owned() };
        let ready = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            about: None,
            scheduled: false,
            due: false,
            opens_on: day("2026-03-02"),
            closes_on: day("2026-03-18"),
            reminders: vec![day("2026-03-06"), day("2026-03-12")],
            threshold: 5,
            levels_threshold: 10,
            comments_threshold: 10,
            file: Some(Say::new("promise-file").with("to", "l'institut Cassini")),
            services: vec!["Informatique".to_owned(), "Ressources humaines".to_owned()],
            groups: vec![
                GroupLine { name: "Production".to_owned(), people: 46, small: false },
                GroupLine { name: "Achats".to_owned(), people: 8, small: true },
            ],
            people: 54,
            now: Some(54),
            checks: vec![
                check(Level::See, Say::new("check-no-moderator").with("name", "Informatique"), Some("/people")),
                check(Level::Ok, Say::new("check-length").with("minutes", 4), None),
            ],
            stops: 0,
            forecast: forecast_sample(),
            bare: vec!["Informatique".to_owned()],
            mail: Some(Mail {
                to: "Ana Lopes <ana@example.org>".to_owned(),
                subject: "Votre avis sur deux services".to_owned(),
                text: "Bonjour Ana,\n\nhttps://example.org/r/exemple".to_owned(),
            }),
            plan: Plan { people: 54, end: Some(end), per_minute: Some(30), per_day: Some(10_000) },
            seen: Seen::default(),
            fault: None,
        };
        let blocked = Self {
            checks: vec![check(Level::Stop, Say::new("check-no-supplier"), Some("/campaigns/0c/edit"))],
            stops: 1,
            people: 0,
            services: Vec::new(),
            groups: Vec::new(),
            reminders: Vec::new(),
            forecast: Vec::new(),
            bare: Vec::new(),
            mail: None,
            plan: Plan { people: 0, end: None, per_minute: None, per_day: None },
            file: None,
            fault: Some(Say::new("campaign-fault-not-ready")),
            ..ready.clone()
        };
        let scheduled = Self { scheduled: true, ..ready.clone() };
        let never = Plan { people: 54, end: None, per_minute: None, per_day: None };
        let due = Self { due: true, plan: never, ..ready.clone() };
        let stuck = Self { scheduled: true, fault: None, ..blocked.clone() };
        let flash = Self { about: Some("La panne de messagerie".to_owned()), ..ready.clone() };
        vec![ready, blocked, scheduled, due, stuck, flash]
    }
}

/// A forecast whose every cell is filled, as an example.
fn forecast_sample() -> Vec<Forecast> {
    let outlook = |percent, total, values, levels, hidden: &[&str]| Outlook {
        percent,
        total,
        values,
        levels,
        hidden: hidden.iter().map(|name| (*name).to_owned()).collect(),
        no_groups: false,
    };
    let few = [
        outlook(40, Extent::Hidden, 0, 0, &["Production", "Achats"]),
        outlook(60, Extent::Value, 0, 0, &["Production", "Achats"]),
        outlook(80, Extent::Everything, 1, 0, &["Achats"]),
    ];
    let many = [
        outlook(40, Extent::Everything, 2, 1, &[]),
        outlook(60, Extent::Everything, 2, 2, &[]),
        Outlook { no_groups: true, ..outlook(80, Extent::Everything, 0, 0, &[]) },
    ];
    let forecast =
        |supplier: &str, at: &[Outlook]| Forecast { supplier: supplier.to_owned(), groups: 2, at: at.to_vec() };
    vec![forecast("Informatique", &few), forecast("Ressources humaines", &many)]
}
