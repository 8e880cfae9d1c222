//! Filled examples.

use super::*;

impl Extension {
    pub(crate) fn sample() -> Self {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        Self {
            closes_on: "2026-03-2".to_owned(),
            reminder: String::new(),
            move_last: true,
            movable: Some(day("2026-03-18")),
            latest: day("2026-05-01"),
            full: false,
        }
    }
}

impl Newcomers {
    pub(crate) fn sample() -> Self {
        Self {
            people: 3,
            codes: 1,
            groups: vec![("Production".to_owned(), 2), ("Achats".to_owned(), 1)],
            ungrouped: 1,
            units: vec!["Laboratoire".to_owned()],
        }
    }
}
