//! One row's cells, read strictly: each check that fails notes the line and what to write instead.

use std::collections::BTreeMap;

use super::NAME_LIMIT;
use crate::clock::Day;
use crate::error::Say;
use crate::organisation::is_code;
use crate::organisation::table::{LineFault, Row, Table};
use crate::web::form::clean_line;

pub(super) struct Cells<'a> {
    table: &'a Table,
    row: &'a Row,
    pub faults: Vec<LineFault>,
    /// Codes written with capitals, as the file has them.
    pub lowered: Vec<String>,
}

/// Codes that a file writes with capitals, with the first line of each: people are told once how they are read.
#[derive(Default)]
pub(super) struct Lowered(BTreeMap<String, u64>);

impl Lowered {
    pub fn add(&mut self, line: u64, codes: Vec<String>) {
        for code in codes {
            self.0.entry(code).or_insert(line);
        }
    }

    pub fn warnings(self) -> impl Iterator<Item = LineFault> {
        self.0.into_iter().map(|(code, line)| {
            let say = Say::new("import-code-lowered").with("code", code.to_ascii_lowercase());
            LineFault::new(line, say.with("value", code))
        })
    }
}

impl<'a> Cells<'a> {
    pub fn new(table: &'a Table, row: &'a Row) -> Self {
        Self { table, row, faults: Vec::new(), lowered: Vec::new() }
    }

    pub fn text(&self, column: &str) -> &'a str {
        self.table.cell(self.row, column)
    }

    pub fn refuse(&mut self, say: Say) {
        self.faults.push(LineFault::new(self.row.line, say));
    }

    /// A name on one line, without control characters; may be empty.
    pub fn name(&mut self, column: &'static str) -> String {
        let name = clean_line(self.text(column));
        if name.chars().count() > NAME_LIMIT {
            self.refuse(Say::new("import-too-long").with("column", column).with("limit", NAME_LIMIT));
        }
        name
    }

    pub fn needed_name(&mut self, column: &'static str) -> String {
        let name = self.name(column);
        if name.is_empty() {
            self.refuse(Say::new("import-empty").with("column", column));
        }
        name
    }

    /// A code in small letters, or nothing when the cell is empty or (noted) no code.
    pub fn code(&mut self, column: &'static str) -> Option<String> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let code = self.lower(text);
        if !is_code(&code) {
            self.refuse(Say::new("import-not-a-code").with("column", column).with("value", shown(text)));
            return None;
        }
        Some(code)
    }

    /// What stands for a code, in small letters; noted when it was written otherwise.
    pub fn lower(&mut self, text: &str) -> String {
        let code = text.to_ascii_lowercase();
        if code != text && is_code(&code) {
            self.lowered.push(text.to_owned());
        }
        code
    }

    pub fn needed_code(&mut self, column: &'static str) -> Option<String> {
        if self.text(column).is_empty() {
            self.refuse(Say::new("import-empty").with("column", column));
        }
        self.code(column)
    }

    /// Yes unless the cell says no.
    pub fn yes(&mut self, column: &'static str) -> bool {
        match self.text(column).to_lowercase().as_str() {
            "" | "yes" | "oui" | "1" => true,
            "no" | "non" | "0" => false,
            other => {
                self.refuse(Say::new("import-not-yes-no").with("column", column).with("value", shown(other)));
                true
            }
        }
    }

    pub fn day(&mut self, column: &'static str) -> Option<Day> {
        let text = self.text(column);
        let day = Day::parse(text);
        if day.is_none() && !text.is_empty() {
            self.refuse(Say::new("import-not-a-day").with("column", column).with("value", shown(text)));
        }
        day
    }

    /// An address in small letters; empty for somebody who has none.
    pub fn email(&mut self) -> Option<String> {
        let text = self.text("email").to_lowercase();
        if text.is_empty() {
            return Some(text);
        }
        let fine = address(&text);
        if fine.is_none() {
            self.refuse(Say::new("import-not-an-address").with("value", shown(&text)));
        }
        fine
    }
}

/// An address as it is kept, in small letters; nothing when it is none.
pub fn address(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let plain = clean_line(&text) == text && !text.contains(char::is_whitespace) && text.len() <= 254;
    (plain && text.parse::<lettre::Address>().is_ok()).then_some(text)
}

/// What a cell held, short and printable, to quote in a fault.
pub fn shown(text: &str) -> String {
    let clean = clean_line(text);
    let mut short: String = clean.chars().take(60).collect();
    if short.len() < clean.len() {
        short.push('…');
    }
    short
}
