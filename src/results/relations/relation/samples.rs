//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

fn day() -> Day {
    Day::parse("2026-10-02").unwrap_or(Day(chrono::NaiveDate::MIN))
}

fn point(side: Option<Side>, state: State) -> PointView {
    PointView {
        id: format!("{}{}", side.map_or("n", Side::as_str), state.as_str()),
        kind: if side.is_none() { Kind::Irritant } else { Kind::Need },
        side,
        words: "Être prévenu deux jours avant une coupure de courant".to_owned(),
        noticed: if side.is_none() { Noticed::Comments } else { Noticed::Representative },
        state,
        answer: if state == State::Open { String::new() } else { "Oui, par le calendrier commun.".to_owned() },
        made_on: day(),
        answered_on: (state != State::Open).then(day),
        whole: side.is_none(),
        answers: true,
        edits: state == State::Open,
        seen: Seen::default(),
        promise: "/catalogue/facilities/commitments/new?text=x".to_owned(),
        typed: Typed::default(),
        fault: None,
    }
}

impl Sampled for RelationPage {
    fn samples() -> Vec<Self> {
        let share = Share { value: 0.62, low: Some(0.52), high: Some(0.71), n: 61 };
        let few = Share { value: 0.5, low: None, high: None, n: 7 };
        let said = |several| Said {
            service: "Services généraux".to_owned(),
            href: "/relations/facilities/production".to_owned(),
            wave: "2026-Q3".to_owned(),
            group: "Production, Qualité".to_owned(),
            several,
            rows: vec![
                ("Satisfaction globale".to_owned(), Some(share.clone())),
                ("Clarté".to_owned(), Some(few.clone())),
                ("Réactivité".to_owned(), None),
            ],
        };
        let promise = |verdict| Promise {
            text: Texts::both("Réparé en 5 jours.", "Repaired in 5 days."),
            verdict,
            edit: Some("/x".to_owned()),
        };
        let hands = Hands { client: true, supplier: true, hr: false };
        let typed = Typed { state: Some(State::Refused), answer: Some(String::new()), words: None };
        let wrong = point(Some(Side::Client), State::Accepted);
        let wrong = PointView { fault: Some(Say::new("point-fault-reason")), typed, ..wrong };
        let full = Self {
            href: "/relations/facilities/production".to_owned(),
            supplier: "facilities".into(),
            service: "Services généraux".to_owned(),
            unit: "production".into(),
            client: "Production".to_owned(),
            past: false,
            hands,
            heads: true,
            sides: hands.sides(),
            noticing: Noticed::ALL.to_vec(),
            kinds: Kind::ALL,
            states: ANSWERS.to_vec(),
            points: vec![
                point(Some(Side::Client), State::Open),
                wrong,
                point(Some(Side::Supplier), State::Adapted),
                point(None, State::Settled),
            ],
            promises: vec![promise(Some("kept_felt")), promise(None)],
            client_promises: vec![promise(None)],
            said: Some(said(true)),
            back: Some(said(false)),
            actions: vec![PlanLine::sample(true)],
            agreements: vec![("0a".to_owned(), day())],
            typed: TypedPoint { fault: Some(Say::new("point-fault-words")), ..TypedPoint::default() },
        };
        let bare = Self {
            past: true,
            hands: Hands { client: false, supplier: false, hr: false },
            heads: false,
            points: Vec::new(),
            promises: Vec::new(),
            client_promises: Vec::new(),
            said: None,
            back: None,
            actions: Vec::new(),
            agreements: Vec::new(),
            typed: TypedPoint::default(),
            ..full.clone()
        };
        vec![full, bare]
    }
}
