//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for EditPage {
    fn samples() -> Vec<Self> {
        let choice = |code: &str, ticked| Choice {
            code: code.into(),
            name: "Informatique".to_owned(),
            ticked,
            mirror: ticked.then_some(true),
        };
        let new = Self {
            id: None,
            seen: Seen::default(),
            fields: blank(),
            row_level: false,
            fewest_rows: FEWEST_ROWS,
            fewest_sheets: mirror::FEWEST,
            mirror_fault: None,
            suppliers: vec![choice("it", true), choice("hr", false)],
            without: vec!["Finances".to_owned()],
        };
        let mut faulty = Self {
            id: Some("0c".into()),
            seen: Seen::sample(true),
            row_level: true,
            without: Vec::new(),
            mirror_fault: Some(Say::new("campaign-fault-mirror")),
            ..new.clone()
        };
        for field in faulty.fields.iter_mut().filter(|field| matches!(field.name, "opens_on" | "closes_on" | RECIPIENT))
        {
            field.fault = Some(Say::new("campaign-fault-dates"));
        }
        let empty = Self { suppliers: Vec::new(), ..new.clone() };
        vec![new, faulty, empty]
    }
}
