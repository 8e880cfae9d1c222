//! One row's cells, read strictly: each check that fails notes the line and what to write instead.

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
}

impl<'a> Cells<'a> {
    pub fn new(table: &'a Table, row: &'a Row) -> Self {
        Self { table, row, faults: Vec::new() }
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

    /// A code, or nothing when the cell is empty or (noted) no code.
    pub fn code(&mut self, column: &'static str) -> Option<String> {
        let code = self.text(column);
        if code.is_empty() {
            return None;
        }
        if !is_code(code) {
            self.refuse(Say::new("import-not-a-code").with("column", column).with("value", shown(code)));
            return None;
        }
        Some(code.to_owned())
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
