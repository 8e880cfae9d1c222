//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Stand {
    pub(crate) fn sample(reason: Option<&str>) -> Self {
        Self {
            code: "follow_up".to_owned(),
            name: "Suivi et information".to_owned(),
            share: 0.38,
            n: 58,
            actions: if reason.is_none() {
                vec![("0a".to_owned(), "Accusé de réception".to_owned())]
            } else {
                Vec::new()
            },
            reason: reason.map(ToOwned::to_owned),
            dismissed_on: reason.and_then(|_| Day::parse("2026-10-05")),
            fault: None,
            typed: String::new(),
        }
    }
}

impl Sampled for PrioritiesPage {
    fn samples() -> Vec<Self> {
        let full = Self {
            supplier: "it".into(),
            name: "Informatique".to_owned(),
            wave: "2026-Q3".to_owned(),
            stands: vec![
                Stand::sample(None),
                Stand::sample(Some("Le logiciel change au printemps.")),
                Stand { actions: Vec::new(), fault: Some(Say::new("priority-fault-reason")), ..Stand::sample(None) },
            ],
        };
        vec![Self { stands: Vec::new(), ..full.clone() }, full]
    }
}
