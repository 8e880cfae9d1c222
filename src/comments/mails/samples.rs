//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ToReadMail {
    fn samples() -> Vec<Self> {
        vec![Self {
            name: "Zoé Petit".to_owned(),
            supplier: "Informatique".to_owned(),
            about: "l'Informatique".to_owned(),
            wave: "2026-Q1".to_owned(),
            link: "https://barometre.example.org/comments/it/2026-Q1".to_owned(),
            footer: Footer::sample(),
        }]
    }
}
