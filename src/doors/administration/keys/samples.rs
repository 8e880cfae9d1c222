//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for KeysPage {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let line = |standing: &Standing| Line {
            key: crate::doors::api::keys::example(
                "Tableau de bord",
                &[Scope::Results, Scope::Organisation],
                day("2026-06-30"),
            ),
            by: "Zoé Petit".to_owned(),
            standing: *standing,
        };
        let page = |admin, hr| Self {
            lines: Standing::ALL.iter().map(line).collect(),
            made: None,
            form: Form::empty(day("2026-01-05")),
            admin,
            hr,
        };
        let made = |waits| Made { name: "Supervision".to_owned(), secret: "barometer_AAAA".to_owned(), waits };
        let faulty = Form {
            name_fault: Some(Say::new("keys-fault-name")),
            scopes_fault: Some(Say::new("keys-fault-scopes")),
            ends_fault: Some(Say::new("keys-fault-ends").with("days", LONGEST_DAYS)),
            ..Form::empty(day("2026-01-05"))
        };
        vec![
            Self { lines: Vec::new(), ..page(true, false) },
            page(true, true),
            page(false, true),
            Self { made: Some(made(true)), ..page(true, false) },
            Self { made: Some(made(false)), ..page(true, false) },
            Self { form: faulty, ..page(true, false) },
        ]
    }
}
