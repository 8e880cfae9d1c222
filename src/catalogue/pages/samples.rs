//! Examples that several pages share.

use super::Told;
use crate::catalogue::Direction;
use crate::clock::Day;
use crate::render::Texts;

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN))
}

pub(super) fn told(fr: &str, en: &str, target: f64) -> Told {
    Told {
        text: Texts::both(fr, en),
        target,
        measured_in: Texts::both("jours ouvrés", "working days"),
        direction: Direction::AtMost.as_str(),
        since: day("2026-07-01"),
        from: "2026-Q3".to_owned(),
    }
}

pub(super) fn repaired() -> Told {
    told("Un poste en panne est réparé en 2 jours.", "A faulty workstation is repaired within 2 days.", 2.0)
}
