//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for RelayPage {
    fn samples() -> Vec<Self> {
        let page = Self::of(&Profile::microsoft_365(), Seen::sample(false));
        let mut faulty = Self { no_day: true, ..page.clone() };
        if let Some(field) = faulty.fields.first_mut() {
            field.fault = Some(Say::new("relay-fault-number").with("most", MOST));
        }
        let stale = Self { seen: Seen::sample(true), ..page.clone() };
        vec![page.clone(), Self { preset: true, ..page }, faulty, stale]
    }
}
