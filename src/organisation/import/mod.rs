//! Organisation files: a CSV is read into a plan that says everything it would do and every bad line; applying the
//! plan is all or nothing. Planning is pure: file and standing data in, plan out, no query per row.
//!
//! Refused: a file with a single bad line. What is absent from a file is left alone unless `complete` is asked.

mod apply;
mod cells;
mod days;
mod numbers;
mod kind;
mod line;
mod people;
mod people_file;
mod people_told;
mod relations;
mod roles;
mod suppliers;

pub use super::table::shown;
pub use apply::{apply_people, apply_relations, apply_suppliers};
pub use cells::{Cells, address};
pub use kind::Kind;
pub use line::PersonLine;
pub use people::{Holds, plan_people, plan_people_with, plan_person};
pub use people_file::PeopleChanges;
pub use relations::{RelationChanges, plan_relations};
pub use roles::{RoleChange, Roles, moderation_fault, of_text as roles_of, text as roles_text, words as role_words};
pub use suppliers::{SupplierChanges, plan_suppliers};

use serde::Serialize;

use super::table::{LineFault, gathered};
use crate::error::{Error, Result, Say};
use crate::render::Language;
use crate::render::words::say;

/// Longest name of a person, a unit, a supplier.
pub const NAME_LIMIT: usize = 120;

/// The title of the changes that only an administrator makes.
pub const ROLES_CHANGED: &str = "import-roles-changed";

/// One thing the plan would do, and its particulars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub say: Say,
    pub details: Vec<Say>,
}

impl Line {
    pub fn new(say: Say) -> Self {
        Self { say, details: Vec::new() }
    }
}

/// Lines of one kind; the words of `title` take their number as `n`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    pub title: &'static str,
    pub lines: Vec<Line>,
}

/// What a file would do to what stands: `sections` and `warnings` for people to read, `changes` to apply.
#[derive(Debug, Clone, Default)]
pub struct Plan<C> {
    pub rows: usize,
    pub sections: Vec<Section>,
    pub warnings: Vec<LineFault>,
    pub faults: Vec<LineFault>,
    pub changes: C,
}

impl<C: Default> Plan<C> {
    /// Of a file of `rows` lines.
    pub fn refused(faults: Vec<LineFault>, rows: usize) -> Self {
        Self { faults: gathered(faults, rows), ..Self::default() }
    }
}

impl<C> Plan<C> {
    pub fn is_faulty(&self) -> bool {
        !self.faults.is_empty()
    }

    pub fn changes_nothing(&self) -> bool {
        self.sections.is_empty()
    }

    /// How many things of a section there are; the tests and the flashes count with it.
    pub fn count(&self, title: &str) -> usize {
        self.sections.iter().filter(|section| section.title == title).map(|section| section.lines.len()).sum()
    }

    pub fn section(&mut self, title: &'static str, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.sections.push(Section { title, lines });
        }
    }

    pub fn refuse_faulty(&self) -> Result<()> {
        if self.is_faulty() { Err(Error::invalid("import-refused")) } else { Ok(()) }
    }

    /// The plan for a terminal.
    pub fn to_text(&self, language: Language) -> String {
        let mut text = String::new();
        let mut add = |line: &str| {
            text.push_str(line);
            text.push('\n');
        };
        if self.changes_nothing() && !self.is_faulty() {
            add(&say(language, &Say::new("import-nothing")));
        }
        for section in &self.sections {
            add(&say(language, &Say::new(section.title).with("n", section.lines.len())));
            for line in &section.lines {
                let details: Vec<String> = line.details.iter().map(|detail| say(language, detail)).collect();
                let joint = if details.is_empty() { "" } else { " — " };
                add(&format!("  {}{joint}{}", say(language, &line.say), details.join(" ; ")));
            }
        }
        for warning in &self.warnings {
            add(&fault_text(language, warning));
        }
        text
    }

    /// Every bad line, for a terminal.
    pub fn faults_to_text(&self, language: Language) -> String {
        self.faults.iter().map(|fault| fault_text(language, fault) + "\n").collect()
    }
}

fn fault_text(language: Language, fault: &LineFault) -> String {
    format!("{} {}", say(language, &fault.place()), say(language, &fault.say))
}
