//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for DueMail {
    fn samples() -> Vec<Self> {
        let action = |late| DueAction {
            reference: "IT-12".to_owned(),
            title: "Un accusé de réception sous un jour".to_owned(),
            due_on: Day::parse("2026-06-30").unwrap_or(Day(chrono::NaiveDate::MIN)),
            late,
            link: "https://barometre.example.org/actions/0a".to_owned(),
            owner: "Yannick Bourdeloup".to_owned(),
        };
        let mail = |actions, orphans, checks| Self {
            name: "Zoé Petit".to_owned(),
            actions,
            orphans,
            checks,
            link: "https://barometre.example.org/actions".to_owned(),
            footer: Footer::sample(),
        };
        vec![
            mail(vec![action(true), action(false)], Vec::new(), Vec::new()),
            mail(vec![action(false)], vec![action(true)], vec![action(false)]),
            mail(Vec::new(), vec![action(false)], Vec::new()),
            mail(Vec::new(), Vec::new(), vec![action(false)]),
        ]
    }
}
