//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ResultsMail {
    fn samples() -> Vec<Self> {
        let mail = |contact: &str, doing| Self {
            wave: "2026-Q1".to_owned(),
            link: "http://barometer.example/f/5up3rs3cr3t".to_owned(),
            contact: contact.to_owned(),
            doing,
            nothing: false,
            footer: Footer::sample(),
        };
        let nothing = |doing| Self { nothing: true, ..mail("rh@example.org", doing) };
        vec![mail("rh@example.org", true), mail("", false), nothing(true), nothing(false)]
    }
}
