//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for RefusedPage {
    fn samples() -> Vec<Self> {
        let page = |why: &Why| Self { why: *why, label: "Entra ID".to_owned(), by_mail: true, again: true };
        let only = Self { by_mail: false, again: false, ..page(&Why::Unknown) };
        Why::ALL.iter().map(page).chain([only]).collect()
    }
}

impl Sampled for LeftPage {
    fn samples() -> Vec<Self> {
        let page =
            |ends_at: Option<&str>| Self { label: "Entra ID".to_owned(), ends_at: ends_at.map(ToOwned::to_owned) };
        vec![page(Some("https://login.example.org/end?client_id=barometer")), page(None)]
    }
}
