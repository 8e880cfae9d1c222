//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for QueuePage {
    fn samples() -> Vec<Self> {
        let piece = |text: &str, kind, instead| Piece { text: text.to_owned(), kind, instead };
        let card = |state, error: Option<Say>| Card {
            key: "k".to_owned(),
            question: "Que faut-il améliorer ?".to_owned(),
            state,
            language: Language::Fr,
            rare: Some(Language::Fr.name()),
            pieces: vec![
                piece("Appeler ", None, None),
                piece("Yannick", Some(Kind::Name), Some("[nom]")),
                piece(" ou ", None, None),
                piece("Rose", Some(Kind::Review), None),
            ],
            replaced: 1,
            doubtful: 1,
            text: "Appeler [nom] ou Rose".to_owned(),
            themes: vec![
                ThemeBox { theme: Theme::Reception, ticked: true, reason: "appeler".to_owned() },
                ThemeBox { theme: Theme::Tools, ticked: false, reason: String::new() },
            ],
            decided_on: (state != State::Held).then(|| Day::parse("2026-04-12")).flatten(),
            error,
        };
        let plain =
            Card { pieces: vec![piece("Merci", None, None)], replaced: 0, doubtful: 0, ..card(State::Held, None) };
        let unthemed = Card {
            themes: vec![ThemeBox { theme: Theme::Tools, ticked: false, reason: String::new() }],
            ..plain.clone()
        };
        let full = Self {
            supplier: "Informatique".to_owned(),
            code: "it".into(),
            wave: "2026-Q1".to_owned(),
            held: true,
            counts: BTreeMap::from([("held", 24), ("released", 2), ("withheld", 1), ("reported", 1)]),
            decided: 4,
            clear: 11,
            cards: vec![card(State::Held, None), plain, unthemed],
            first: 21,
            skip: 0,
            elsewhere: Vec::new(),
            page: 2,
            pages: 3,
            alert_contact: "ecoute@example.org".to_owned(),
            error: None,
        };
        let wrong = Self {
            cards: vec![card(State::Held, Some(Say::new("comment-fault-empty")))],
            error: Some(Say::new("comment-fault-empty")),
            page: 1,
            pages: 1,
            clear: 0,
            alert_contact: String::new(),
            ..full.clone()
        };
        let decided = [State::Released, State::Withheld, State::Reported].map(|state| card(state, None)).to_vec();
        let decided = Self { held: false, cards: decided, ..full.clone() };
        let empty = Self { cards: Vec::new(), clear: 0, page: 1, pages: 1, ..full.clone() };
        let none = Self { held: false, ..empty.clone() };
        let skipped = Self { skip: 2, first: 23, page: 1, pages: 1, ..full.clone() };
        let other = Elsewhere {
            supplier: "Achats".to_owned(),
            code: "purchasing".into(),
            wave: "2026-Q1".to_owned(),
            held: 12,
        };
        let read = Self { elsewhere: vec![other], ..empty.clone() };
        vec![full, wrong, decided, empty, none, skipped, read]
    }
}
