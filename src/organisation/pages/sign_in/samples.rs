//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SignInPage {
    fn samples() -> Vec<Self> {
        vec![Self { sent: false, minutes: sign_in::MINUTES }, Self { sent: true, minutes: sign_in::MINUTES }]
    }
}

impl Sampled for LinkPage {
    fn samples() -> Vec<Self> {
        let page = |name: Option<&str>| Self {
            name: name.map(ToOwned::to_owned),
            token: "AAAA".to_owned(),
            minutes: sign_in::MINUTES,
        };
        vec![page(Some("Zoé Petit")), page(None)]
    }
}
