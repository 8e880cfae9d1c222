//! Filled examples.

use super::{PromiseLine, Value};
use crate::clock::Day;

/// One of each kind.
pub fn lines() -> Vec<PromiseLine> {
    let day = Day::parse("2026-10-02").unwrap_or(Day(chrono::NaiveDate::MIN));
    let value = |exact| Some(Value { value: 1.8, cases: 240, exact, source: "GLPI".to_owned(), day });
    let line = PromiseLine {
        code: "poste".to_owned(),
        text: "Un poste en panne est réparé en 2 jours ouvrés.".to_owned(),
        target: 2.0,
        measured_in: "jours ouvrés".to_owned(),
        direction: "at_most",
        few: false,
        value: value(true),
        measured: "kept",
        felt: "not_felt",
        mean: Some(2.9),
        low: Some(2.6),
        high: Some(3.2),
        verdict: "kept_not_felt",
        bold: true,
        proposes: Some("communication"),
        since: value(false),
    };
    let missed =
        PromiseLine { verdict: "missed_felt", measured: "missed", since: None, value: value(false), ..line.clone() };
    let nothing = PromiseLine {
        value: None,
        measured: "unknown",
        felt: "hidden",
        mean: None,
        low: None,
        high: None,
        verdict: "none",
        bold: false,
        proposes: None,
        since: None,
        ..line.clone()
    };
    let alone = PromiseLine { few: true, felt: "not_asked", ..nothing.clone() };
    vec![line, missed, nothing, alone]
}
