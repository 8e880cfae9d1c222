//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for GroupsPage {
    fn samples() -> Vec<Self> {
        let group = |code: &str, people, answers, near: Option<&str>| GroupLine {
            code: code.into(),
            name: "Production".into(),
            people,
            answers,
            small: people < 10,
            near: near.map(ToOwned::to_owned),
        };
        let unit = |code: &str, marks: &str, group: &str| UnitLine {
            code: code.into(),
            name: "Qualité".to_owned(),
            marks: marks.to_owned(),
            people: 11,
            group: group.to_owned(),
        };
        let page = Self {
            seen: Seen::sample(false),
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            groups: vec![
                group("prod", 46, 28, None),
                group("buy", 8, 5, Some("Production")),
                group("lab", 3, 2, None),
                group("hr", 0, 0, None),
            ],
            units: vec![unit("prod", "", "prod"), unit("qual", "— ", "+"), unit("buy", "— ", "")],
            new_name: String::new(),
            rate: "60".to_owned(),
            rate_wrong: false,
            rate_from: Some("2025-Q4".to_owned()),
            usual: 60,
            size: 17,
            earlier: Some("2025-Q4".to_owned()),
            least: 10,
            threshold: 5,
            unsaved: true,
            preview: false,
            effect: Some(effect_sample()),
            faults: Vec::new(),
        };
        let same = Effect { lines: Vec::new(), lost: Vec::new(), ..effect_sample() };
        let kept = Self { effect: Some(same.clone()), seen: Seen::sample(true), unsaved: false, ..page.clone() };
        let preview = Self { effect: Some(same), preview: true, unsaved: false, ..page.clone() };
        let first = Self { effect: None, preview: true, earlier: None, rate_from: None, ..page.clone() };
        let wrong = Self {
            faults: vec![Say::new("campaign-fault-groups")],
            rate_wrong: true,
            unsaved: false,
            effect: None,
            ..page.clone()
        };
        let empty = Self { groups: Vec::new(), units: Vec::new(), unsaved: false, ..page.clone() };
        vec![page, kept, preview, first, wrong, empty]
    }
}

fn effect_sample() -> Effect {
    let line = |fate, units: &[&str], published| effect::Line {
        name: "Production".to_owned(),
        fate,
        added: units.iter().map(|unit| (*unit).to_owned()).collect(),
        left: units.iter().map(|unit| (*unit).to_owned()).collect(),
        published,
    };
    let trend = |since: Option<&str>, holds, common| effect::Trend {
        suppliers: vec!["Informatique".to_owned(), "Achats".to_owned()],
        since: since.map(ToOwned::to_owned),
        holds,
        common,
    };
    Effect {
        code: "2025-Q4".to_owned(),
        kept: vec!["Logistique".to_owned(), "Finances".to_owned()],
        lines: vec![line("changed", &["Labo"], true), line("gone", &[], true), line("new", &[], false)],
        lost: vec!["Production".to_owned()],
        trends: vec![trend(Some("2025-Q4"), true, 92), trend(Some("2025-Q4"), false, 71), trend(None, false, 0)],
    }
}
