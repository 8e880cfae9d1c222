//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for MovedMail {
    fn samples() -> Vec<Self> {
        let service = |name: &str, actions| Service { name: name.to_owned(), actions };
        let day = Day::parse("2026-05-04").unwrap_or(Day(chrono::NaiveDate::MIN));
        let mut done = Action::proposed("0a".into(), "it".into(), "0p".into(), day);
        done.public_texts = crate::render::Texts::both("Un accusé de réception part le jour même.", "");
        done.status = crate::progress::Status::Done;
        done.done_on = Some(day);
        let done = Doing::of(&done, Language::Fr, day);
        let decided = Doing::example("Un guichet unique ouvre.".to_owned());
        let mail = |contact: &str| Self {
            wave: "2026-Q1".to_owned(),
            services: vec![
                service("Informatique", done.iter().cloned().chain([decided.clone()]).collect()),
                service("Ressources humaines", vec![decided.clone()]),
            ],
            link: "http://barometer.example/f/5up3rs3cr3t".to_owned(),
            contact: contact.to_owned(),
            footer: Footer::sample(),
        };
        vec![mail("rh@example.org"), mail("")]
    }
}
