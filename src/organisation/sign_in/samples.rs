//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SignInMail {
    fn samples() -> Vec<Self> {
        vec![Self {
            name: "Zoé Petit".to_owned(),
            link: "https://barometre.example.org/sign-in/AAAA".to_owned(),
            minutes: MINUTES,
            footer: Footer::sample(),
        }]
    }
}
