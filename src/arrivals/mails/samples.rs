//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for WaitingMail {
    fn samples() -> Vec<Self> {
        let link = "https://barometre.example.org/people/waiting".to_owned();
        let of = |n| Self { name: "Rose Petit".to_owned(), n, link: link.clone(), footer: Footer::sample() };
        vec![of(1), of(12)]
    }
}

impl Sampled for RefusedMail {
    fn samples() -> Vec<Self> {
        let of = |n| Self {
            name: "Rose Petit".to_owned(),
            n,
            file: "people-20260311-031500.csv".to_owned(),
            link: "https://barometre.example.org/people".to_owned(),
            footer: Footer::sample(),
        };
        vec![of(1), of(3)]
    }
}
