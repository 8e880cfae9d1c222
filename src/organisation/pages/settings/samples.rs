//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SettingsPage {
    fn samples() -> Vec<Self> {
        let mut faulty = fields(&Settings::default());
        if let Some(field) = faulty.first_mut() {
            field.fault = Some(Say::new("form-too-long").with("limit", LIMIT));
        }
        let moderator = || moderator(&Settings::default());
        let page = |fields, stale| Self::of(fields, moderator(), Seen::sample(stale));
        vec![page(fields(&Settings::default()), false), page(faulty, false), page(fields(&Settings::default()), true)]
    }
}
