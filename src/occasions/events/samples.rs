//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN))
}

impl Sampled for EventsPage {
    fn samples() -> Vec<Self> {
        let line = |supplier: Option<&str>| Line {
            id: "e".to_owned(),
            day: day("2026-04-12"),
            words: "panne de messagerie".to_owned(),
            supplier: supplier.map(ToOwned::to_owned),
        };
        let full = Self {
            lines: vec![line(Some("Informatique")), line(None)],
            suppliers: vec![("it".into(), "Informatique".to_owned())],
            hr: true,
            supplier: "it".to_owned(),
            day: String::new(),
            words: String::new(),
            today: day("2026-04-14"),
            faults: Faults::default(),
        };
        let mut faults = Faults::default();
        faults.add("day", Say::new("event-error-future"));
        faults.add("words", Say::new("event-error-words"));
        let refused = Self { lines: Vec::new(), hr: false, faults, ..full.clone() };
        let reads = Self { suppliers: Vec::new(), hr: false, ..full.clone() };
        vec![full, refused, reads]
    }
}

impl Sampled for EventPage {
    fn samples() -> Vec<Self> {
        let [outcome, _] = Outcome::samples();
        let asked = |outcome: Option<Outcome>, state| Asked {
            id: "0c".into(),
            words: "La panne de messagerie".to_owned(),
            state,
            opens_on: day("2026-04-15"),
            outcome,
        };
        let announced = Announcement {
            id: "n".to_owned(),
            day: day("2026-04-12"),
            words: "Messagerie indisponible, retour prévu à 14 h".to_owned(),
            audience: "tous les services".to_owned(),
            medium: "affichage".to_owned(),
            told_by: "le centre d'appels".to_owned(),
            ..blank("e")
        };
        let full = Self {
            event: BefallenEvent {
                id: "e".to_owned(),
                supplier: Some("it".into()),
                day: day("2026-04-12"),
                words: "panne de messagerie".to_owned(),
                account: "Un disque plein.\nLa surveillance ne l'a pas vu.".to_owned(),
                lesson: "Prévenir tout le monde dans l'heure.".to_owned(),
            },
            supplier: Some("Informatique".to_owned()),
            announced: vec![announced.clone()],
            asked: vec![asked(Some(outcome), State::Published), asked(None, State::Open)],
            actions: vec![Link { href: "/actions/a".to_owned(), words: "IT-4 Prévenir".to_owned() }],
            writes: true,
            prepares: Some("it".into()),
            today: day("2026-04-14"),
            threshold: 5,
            seen: Seen::default(),
            typed: blank("e"),
            faults: Faults::default(),
        };
        let mut faults = Faults::default();
        faults.add("announced", Say::new("event-error-announced"));
        let typed = Announcement { words: "trop long".to_owned(), ..announced.clone() };
        let refused = Self { faults, typed, announced: Vec::new(), asked: Vec::new(), ..full.clone() };
        let bare = Self {
            supplier: None,
            event: BefallenEvent {
                supplier: None,
                account: String::new(),
                lesson: String::new(),
                ..full.event.clone()
            },
            announced: vec![Announcement {
                audience: String::new(),
                medium: String::new(),
                told_by: String::new(),
                ..announced
            }],
            asked: Vec::new(),
            actions: Vec::new(),
            writes: false,
            prepares: None,
            ..full.clone()
        };
        vec![full, refused, bare]
    }
}
