//! Everything published about one supplier in one wave. What the publication does not have is not shown; nothing is
//! computed here but the sums a reader could do: shares of a count, means that differ or not.

mod groups;
mod page;
mod questions;
mod sections;

pub use page::{DetailPage, show};
pub use questions::{QuestionFigures, label_of};

use serde::Serialize;

use super::indicators::Cell;
use crate::aggregation::figure::ALL;
use crate::aggregation::store::Published;
use crate::render::Language;

/// What every part of the page reads.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub published: &'a Published,
    pub language: Language,
}

/// An indicator's name, by its code, and its figure.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    pub code: &'static str,
    pub cell: Cell,
}

impl Source<'_> {
    /// The figure for all clients.
    pub fn all(&self, subject: &str, indicator: &str) -> Option<Cell> {
        Cell::of(self.published, self.language, ALL, subject, indicator)
    }

    pub fn in_group(&self, group: &str, subject: &str, indicator: &str) -> Option<Cell> {
        Cell::of(self.published, self.language, group, subject, indicator)
    }

    /// Those of `codes` that were published, in that order.
    pub fn named(&self, subject: &str, codes: &[&'static str]) -> Vec<Named> {
        let named = |code: &&'static str| Some(Named { code, cell: self.all(subject, code)? });
        codes.iter().filter_map(named).collect()
    }
}
