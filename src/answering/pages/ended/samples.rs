//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for Ended {
    fn samples() -> Vec<Self> {
        let closes_on = Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN));
        let contacts = ["rh@example.org", ""];
        let all = ["recorded", "closed", "early", "withdrawn"].map(|what| (what, false));
        all.into_iter()
            .chain([("recorded", true), ("closed", true)])
            .flat_map(|(what, occasion)| {
                contacts.map(|contact| Self {
                    occasion,
                    what,
                    closes_on,
                    hr_contact: contact.to_owned(),
                    paper: contact.is_empty() && what != "withdrawn",
                    results_on: (what == "closed").then_some(closes_on).filter(|_| !contact.is_empty()),
                })
            })
            .collect()
    }
}
