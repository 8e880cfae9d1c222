//! Filled examples.

use super::*;
use crate::progress::Effect;
use crate::render::sample::Sampled;

impl Sampled for BoardPage {
    fn samples() -> Vec<Self> {
        let board = |headed, filtered, cards: Vec<Card>| Self {
            heading: sample_heading(headed, cards.len(), filtered),
            columns: columns(&cards, 2),
            query: "supplier=it".to_owned(),
        };
        vec![
            board(1, false, sample_cards()),
            board(2, true, sample_cards()),
            board(1, false, Vec::new()),
            board(0, false, Vec::new()),
            board(0, true, Vec::new()),
        ]
    }
}

impl Sampled for ListPage {
    fn samples() -> Vec<Self> {
        let list = |headed, filtered, rows: Vec<Card>, page| Self {
            heading: sample_heading(headed, rows.len(), filtered),
            statuses: Status::ALL,
            rows,
            query: "supplier=it".to_owned(),
            page,
            pages: 3,
        };
        vec![list(1, false, sample_cards(), 1), list(2, true, sample_cards(), 2), list(0, true, Vec::new(), 3)]
    }
}

fn sample_card(status: Status, figure: Option<FigureLine>) -> Card {
    Card {
        href: "/actions/0example".to_owned(),
        reference: "IT-12".to_owned(),
        title: "Accusé de réception automatique".to_owned(),
        supplier: "Informatique".to_owned(),
        owner: "Yannick Bourdeloup".to_owned(),
        owner_left: status == Status::Accepted,
        unit: "Support".to_owned(),
        status,
        due_on: sample_day(),
        done_on: Day::parse("2026-03-20").filter(|_| !status.is_pending()),
        late: status == Status::InProgress,
        to_check: status == Status::Done,
        awaits: if status == Status::Suspended { "Direction".to_owned() } else { String::new() },
        figure,
        verdict: (status == Status::Verified).then_some(Verdict::Effective),
    }
}

fn sample_cards() -> Vec<Card> {
    let mut cards: Vec<Card> =
        Status::ALL.iter().map(|status| sample_card(*status, Some(FigureLine::sample(None)))).collect();
    cards.extend(Effect::ALL.iter().map(|effect| sample_card(Status::Done, Some(FigureLine::sample(Some(*effect))))));
    cards.push(sample_card(Status::Done, Some(FigureLine::bare_sample(None, true))));
    cards.push(sample_card(Status::Verified, Some(FigureLine::bare_sample(Some(Effect::TooFew), false))));
    cards.push(sample_card(Status::Proposed, None));
    cards
}

fn sample_heading(headed: usize, total: usize, filtered: bool) -> Heading {
    let choice = |code: &str, name: &str, article: &str, headed| Choice {
        code: code.to_owned(),
        name: name.to_owned(),
        in_sentence: article.to_owned(),
        headed,
    };
    Heading {
        total,
        late: total.min(1),
        effective: total.min(1),
        suppliers: vec![
            choice("it", "Informatique", "l'Informatique", headed > 0),
            choice("hr", "Ressources humaines", "les Ressources humaines", headed > 1),
        ],
        headed,
        supplier: if filtered { "it".to_owned() } else { String::new() },
        status: if filtered { "done".to_owned() } else { String::new() },
        sort: if filtered { "owner".to_owned() } else { String::new() },
        sorts: Sort::ALL,
        q: if filtered { "accusé".to_owned() } else { String::new() },
        filtered,
    }
}

fn sample_day() -> Day {
    Day::from_jiff(jiff::civil::date(2026, 3, 31))
}
