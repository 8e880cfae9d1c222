//! One row's cells, read strictly: each check that fails notes the line and what to write instead.

use std::collections::BTreeMap;

use super::NAME_LIMIT;
use super::days::Order;
use crate::clock::Day;
use crate::error::Say;
use crate::organisation::is_code;
use crate::organisation::table::{LineFault, Row, Table, shown};
use crate::render::Language;
use crate::web::typed::{clean_line, count as typed_count, number as typed_number, without_invisible};

pub struct Cells<'a> {
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

    /// The text of a cell that is no name, without what cannot be seen.
    pub fn exact(&self, column: &str) -> String {
        without_invisible(self.text(column)).trim().to_owned()
    }

    /// Refuses a row in which a spreadsheet wrote that it cannot show a cell (`########`) or work it out (`#N/A`).
    pub fn refuse_spreadsheet_faults(&mut self, columns: &[&'static str]) {
        for column in columns {
            let text = self.text(column);
            let wide = text.len() > 1 && text.bytes().all(|byte| byte == b'#');
            let fault = text.starts_with('#')
                && text.len() > 2
                && text.chars().skip(1).all(|c| c.is_uppercase() || c.is_ascii_digit() || "/!?".contains(c))
                && (text.ends_with(['!', '?']) || text == "#N/A" || text == "#N/D");
            if wide || fault {
                self.refuse(Say::new("import-spreadsheet-fault").with("column", column).with("value", shown(text)));
            }
        }
    }

    pub fn refuse(&mut self, say: Say) {
        self.faults.push(LineFault::new(self.row.line, say));
    }

    /// A name on one line, without control characters; may be empty.
    pub fn name(&mut self, column: &str) -> String {
        let name = clean_line(self.text(column));
        if name.chars().count() > NAME_LIMIT {
            self.refuse(Say::new("import-too-long").with("column", column).with("limit", NAME_LIMIT));
        }
        name
    }

    pub fn needed_name(&mut self, column: &str) -> String {
        let name = self.name(column);
        if name.is_empty() {
            self.refuse(Say::new("import-empty").with("column", column));
        }
        name
    }

    /// A code in small letters, or nothing when the cell is empty or (noted) no code.
    pub fn code(&mut self, column: &'static str) -> Option<String> {
        let text = self.exact(column);
        if text.is_empty() {
            return None;
        }
        let code = self.lower(&text);
        if !is_code(&code) {
            self.refuse(Say::new("import-not-a-code").with("column", column).with("value", shown(&text)));
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

    /// A number with a decimal point or comma; nothing when the cell is empty or (noted) none.
    pub fn number(&mut self, column: &'static str) -> Option<f64> {
        let text = self.exact(column);
        let number = typed_number(&text);
        if number.is_none() {
            let key = if text.is_empty() { "import-empty" } else { "import-not-a-number" };
            self.refuse(Say::new(key).with("column", column).with("value", shown(&text)));
        }
        number
    }

    /// A whole number from 1 on; nothing when the cell is empty or (noted) none.
    pub fn count(&mut self, column: &'static str) -> Option<i32> {
        let text = self.exact(column);
        let count = typed_count(&text);
        if count.is_none() {
            let key = if text.is_empty() { "import-empty" } else { "import-not-a-count" };
            self.refuse(Say::new(key).with("column", column).with("value", shown(&text)));
        }
        count
    }

    /// Yes unless the cell says no.
    pub fn yes(&mut self, column: &'static str) -> bool {
        match self.exact(column).to_lowercase().as_str() {
            "" | "yes" | "y" | "oui" | "o" | "true" | "vrai" | "1" => true,
            "no" | "n" | "non" | "false" | "faux" | "0" => false,
            other => {
                self.refuse(Say::new("import-not-yes-no").with("column", column).with("value", shown(other)));
                true
            }
        }
    }

    /// A day, its parts in the order that the whole column shows; nothing for an empty cell and for a day that stands
    /// for "no end".
    pub(super) fn day(&mut self, column: &'static str, order: Order) -> Option<Day> {
        let text = self.exact(column);
        order.day(&text).unwrap_or_else(|unread| {
            self.refuse(Say::new(unread.words()).with("column", column).with("value", shown(&text)));
            None
        })
    }

    /// A language by its code, with or without a country, or its name; nothing when the cell is empty or (noted) none.
    pub fn language(&mut self) -> Option<Language> {
        let text = self.exact("language").to_lowercase();
        let first = text.split(['-', '_']).next().unwrap_or_default();
        let language = match first {
            "fra" | "fre" | "french" | "français" | "francais" => Some(Language::Fr),
            "eng" | "english" | "anglais" => Some(Language::En),
            "deu" | "ger" | "german" | "deutsch" | "allemand" => Some(Language::De),
            "spa" | "spanish" | "español" | "espanol" | "espagnol" => Some(Language::Es),
            "ita" | "italian" | "italiano" | "italien" => Some(Language::It),
            "nld" | "dut" | "dutch" | "nederlands" | "néerlandais" | "neerlandais" => Some(Language::Nl),
            "por" | "portuguese" | "português" | "portugues" | "portugais" => Some(Language::Pt),
            code => Language::parse(code),
        };
        if language.is_none() && !text.is_empty() {
            self.refuse(Say::new("import-unknown-language").with("value", shown(&text)));
        }
        language
    }

    /// An address in small letters; empty for somebody who has none.
    pub fn email(&mut self) -> Option<String> {
        let text = self.exact("email");
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

/// An address as it is kept: in small letters, without what cannot be seen, the domain in its own letters; nothing when
/// it is none. A domain whose names mix alphabets is none: it looks like another one.
pub fn address(text: &str) -> Option<String> {
    let text = without_invisible(text).trim().to_lowercase();
    let plain = clean_line(&text) == text && !text.contains(char::is_whitespace) && text.len() <= 254;
    let (local, domain) = text.rsplit_once('@').filter(|_| plain)?;
    let (domain, fault) = idna::domain_to_unicode(domain);
    let mixed = |label: &str| {
        label.chars().any(|c| c.is_ascii_alphabetic()) && label.chars().any(|c| matches!(c, '\u{370}'..='\u{52f}'))
    };
    if fault.is_err() || domain.split('.').any(mixed) {
        return None;
    }
    let text = format!("{local}@{domain}");
    text.parse::<lettre::Address>().is_ok().then_some(text)
}

/// Why mail to an address may never arrive, if it may not.
pub fn doubt(address: &str) -> Option<Say> {
    let (local, domain) = address.rsplit_once('@')?;
    let key = if !domain.contains('.') || domain.ends_with(".invalid") || domain.ends_with(".localhost") {
        "import-address-nowhere"
    } else if !local.is_ascii() {
        "import-address-accents"
    } else {
        return None;
    };
    Some(Say::new(key).with("value", shown(address)))
}
