//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ListPage {
    fn samples() -> Vec<Self> {
        let row = |supplier: &str, name: &str, version, state, missing| ListRow {
            supplier: supplier.to_owned(),
            name: name.to_owned(),
            version,
            state,
            closed: if version.is_some() { 9 } else { 0 },
            texts: if version.is_some() { 2 } else { 0 },
            missing,
        };
        let rows = vec![
            row("it", "Informatique", Some(3), Some(State::Draft), 1),
            row("hr", "Ressources humaines", Some(1), Some(State::Frozen), 0),
            row("finance", "Finances", None, None, 0),
        ];
        let page = |rows| Self { without: 2, rows, most_closed: MOST_CLOSED, most_texts: MOST_TEXTS };
        vec![page(rows), page(Vec::new())]
    }
}
