//! Filled examples.

use super::*;

impl Participation {
    /// Examples: with groups, and with nothing that may be shown.
    pub(crate) fn samples() -> [Self; 2] {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let rate = |sendings, share| Some(Rate { sendings, share });
        let group = |name: &str, invited, rate| GroupLine { name: name.to_owned(), invited, rate };
        let groups = vec![group("Production", 46, rate(21, 0.46)), group("Achats et Finances", 9, None)];
        let smallest = participation::SMALLEST_GROUP;
        [
            Self {
                day: day("2026-03-12"),
                over: false,
                invited: 109,
                total: rate(62, 0.57),
                groups,
                withheld: 0,
                smallest,
            },
            Self {
                day: day("2026-03-03"),
                over: false,
                invited: 55,
                total: None,
                groups: Vec::new(),
                withheld: 2,
                smallest,
            },
        ]
    }
}
