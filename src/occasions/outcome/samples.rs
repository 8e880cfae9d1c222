//! Filled examples: an outcome with everything, and one of too few.

use super::*;
use crate::results::indicators::Cell;

impl Outcome {
    pub fn samples() -> [Self; 2] {
        let cell = |anchor, text: &str, shown: bool| Cell {
            anchor,
            text: text.to_owned(),
            between: shown.then(|| "51–72".to_owned()),
            n: Some(61),
            shown,
        };
        let figures = |code: &str, shown| QuestionFigures {
            code: code.to_owned(),
            dimension: String::new(),
            text: "Pendant la panne, j'ai reçu des informations utiles.".to_owned(),
            bar: None,
            share: shown_share(shown),
            scale: Some((1, 5)),
            reversed: false,
            satisfied: Some(cell("satisfied", "62 %", shown)),
            mean: Some(cell("mean", "3,6", shown)),
            label: None,
            more: Vec::new(),
            counts: Vec::new(),
        };
        let share = Share { value: 0.62, low: Some(0.51), high: Some(0.72), n: 61 };
        let alone = Share { low: None, high: None, n: 7, ..share.clone() };
        let full = Self {
            too_few: false,
            responses: Some(61),
            invited: 142,
            questions: vec![
                Answered {
                    figures: figures("own_1", true),
                    share: Some(share.clone()),
                    groups: vec![Some(share.clone()), Some(alone.clone()), None],
                },
                Answered { figures: figures("own_2", false), share: None, groups: vec![None, None, None] },
                Answered { figures: figures("own_3", true), share: Some(alone), groups: Vec::new() },
            ],
            groups: vec!["Production".to_owned(), "Ventes".to_owned(), "Achats".to_owned()],
            comments: Some(vec!["Un message le matin aurait suffi.\nMerci.".to_owned()]),
            waiting: true,
        };
        let few = Self {
            too_few: true,
            responses: None,
            questions: Vec::new(),
            groups: Vec::new(),
            comments: None,
            waiting: false,
            ..full.clone()
        };
        [full, few]
    }

    /// Shown, with nothing written and no number of answers.
    pub fn quiet() -> Self {
        let [full, _] = Self::samples();
        Self { responses: None, comments: Some(Vec::new()), waiting: false, ..full }
    }
}

fn shown_share(shown: bool) -> Option<f64> {
    shown.then_some(0.62)
}
