//! What a past wave asked: a file with the bank's columns, or what the supplier asks today. Questions without a column
//! among the answers were not asked. Refuses a column that no question explains.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::{Faults, Source};
use crate::db::Conn;
use crate::db::ids::{QuestionnaireId, SupplierCode};
use crate::error::{Error, Result, Say};
use crate::organisation::is_code;
use crate::organisation::table::{Heads, Row, Table};
use crate::questionnaire::{Choice, Kind, OVERALL, Question, bank, condition, store};
use crate::render::{Language, Texts};
use crate::web::typed::clean_line;

/// Columns of the answers that are no questions.
const NOT_QUESTIONS: [&str; 2] = ["unit", "wave"];
/// The longest scale: 0 to 100.
const LONGEST_SCALE: i32 = 100;

/// The questions the answers have columns for, and the codes of those they have not.
#[derive(Default)]
pub struct Asked {
    pub questions: Vec<Question>,
    pub left_out: Vec<String>,
}

/// What the supplier asks today, then the rest of the bank.
pub fn standing(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Question>> {
    let mut list = match store::latest(conn, supplier)? {
        Some(version) => store::questions(conn, &version.id)?,
        None => Vec::new(),
    };
    let rest = bank::questions().iter().filter(|question| list.iter().all(|own| own.code != question.code));
    let rest: Vec<Question> = rest.cloned().collect();
    list.extend(rest);
    Ok(list)
}

/// Of `known`, those that have a column; `told` says whether the others are worth a word.
pub fn asked(table: &Table, known: Vec<Question>, told: bool, faults: &mut Faults) -> Asked {
    let codes: BTreeSet<&str> = known.iter().map(|question| question.code.as_str()).collect();
    let mut columns: Vec<(&str, usize)> = table.columns().filter(|(name, _)| !NOT_QUESTIONS.contains(name)).collect();
    columns.sort_by_key(|(_, place)| *place);
    for (name, place) in columns.iter().filter(|(name, _)| !codes.contains(name)) {
        let key = if table.numbers_lines(*place) { "history-index-column" } else { "history-unknown-question" };
        faults.add(Source::Responses, table.line, Say::new(key).with("column", clean_line(name)));
    }
    if columns.is_empty() {
        faults.add(Source::Responses, table.line, Say::new("history-no-question"));
    }
    let (mut questions, others): (Vec<Question>, Vec<Question>) =
        known.into_iter().partition(|question| table.has(&question.code));
    // Where the question it depends on was not asked, everybody was asked.
    for question in questions.iter_mut().filter(|q| q.asked_if.as_ref().is_some_and(|code| !table.has(code))) {
        (question.asked_if, question.asked_at_most) = (None, None);
    }
    let left_out = if told { others.into_iter().map(|question| question.code).collect() } else { Vec::new() };
    Asked { questions, left_out }
}

/// The questions of a file.
pub fn from_file(bytes: &[u8], faults: &mut Faults) -> Vec<Question> {
    let source = Source::Questionnaire;
    let more = ["options", "asked_if", "asked_at_most"];
    let optional: Vec<&str> = bank::TEXT_COLUMNS.iter().map(String::as_str).chain(more).collect();
    let table = match Table::read_all(bytes, Heads::of(&bank::COLUMNS, &optional)) {
        Ok((table, bad)) => {
            faults.all(source, bad);
            table
        }
        Err(bad) => {
            faults.all(source, bad);
            return Vec::new();
        }
    };
    let mut first: BTreeMap<String, u64> = BTreeMap::new();
    let mut list = Vec::new();
    for row in &table.rows {
        let mut reader = Reader { table: &table, row, faults: Vec::new() };
        let question = reader.question();
        if let Some(line) = first.get(&question.code) {
            reader.refuse(Say::new("import-doubled").with("value", &question.code).with("first", line));
        }
        first.entry(question.code.clone()).or_insert(row.line);
        reader.faults.into_iter().for_each(|say| faults.add(source, row.line, say));
        list.push(question);
    }
    // Figures of a dimension and of a question stand under their codes side by side.
    let dimensions: BTreeSet<String> = list.iter().filter_map(|question| question.dimension.clone()).collect();
    for code in dimensions.iter().filter(|code| *code != OVERALL) {
        if let Some(line) = first.get(code) {
            faults.add(source, *line, Say::new("history-code-of-dimension").with("code", code));
        }
    }
    if faults.is_empty()
        && let Err(Error::Invalid(say)) = condition::hold(&list)
    {
        faults.add(source, 1, say);
    }
    if table.rows.is_empty() && faults.is_empty() {
        faults.add(source, 1, Say::new("csv-empty"));
    }
    list
}

struct Reader<'a> {
    table: &'a Table,
    row: &'a Row,
    faults: Vec<Say>,
}

impl Reader<'_> {
    fn refuse(&mut self, say: Say) {
        self.faults.push(say);
    }

    fn text(&self, column: &str) -> &str {
        self.table.cell(self.row, column)
    }

    fn question(&mut self) -> Question {
        // In small letters, as the heads of the answers are read.
        let code = self.text("code").to_ascii_lowercase();
        if !is_code(&code) || NOT_QUESTIONS.contains(&code.as_str()) {
            self.refuse(Say::new("import-not-a-code").with("column", "code").with("value", clean_line(&code)));
        }
        let kind = Kind::parse(self.text("kind")).unwrap_or_else(|| {
            let kinds = Kind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
            let value = clean_line(self.text("kind"));
            self.refuse(Say::new("history-unknown-kind").with("value", value).with("kinds", kinds));
            Kind::Text
        });
        let scale = self.scale(kind);
        if code == OVERALL && scale.is_none() && self.faults.is_empty() {
            self.refuse(Say::new("history-overall-needs-scale"));
        }
        let dimension = Some(self.text("dimension").to_ascii_lowercase()).filter(|code| !code.is_empty());
        if let Some(wrong) = dimension.as_ref().filter(|code| !is_code(code)) {
            self.refuse(Say::new("import-not-a-code").with("column", "dimension").with("value", clean_line(wrong)));
        }
        let texts = self.table.texts(self.row, "text");
        if texts.is_empty() {
            self.refuse(Say::new("history-no-text"));
        }
        let mut dimension_names = self.table.texts(self.row, "dimension").map(clean_line);
        if let Some(code) = dimension.as_ref().filter(|_| dimension_names.is_empty()) {
            dimension_names = Texts::both(code, code);
        }
        Question {
            questionnaire: QuestionnaireId(String::new()),
            position: 0,
            core: self.yes("core"),
            kind,
            dimension,
            dimension_names,
            texts,
            lo: scale.map(|(lo, _)| lo),
            hi: scale.map(|(_, hi)| hi),
            reversed: self.yes("reversed"),
            options: self.options(kind),
            asked_if: Some(self.text("asked_if").to_ascii_lowercase()).filter(|code| !code.is_empty()),
            asked_at_most: self.at_most(),
            code,
        }
    }

    fn yes(&mut self, column: &'static str) -> bool {
        match self.text(column).to_lowercase().as_str() {
            "yes" | "oui" | "1" => true,
            "" | "no" | "non" | "0" => false,
            other => {
                let say = Say::new("import-not-yes-no").with("column", column).with("value", clean_line(other));
                self.refuse(say);
                false
            }
        }
    }

    /// Lowest and highest value; the usual ones where the file says nothing.
    fn scale(&mut self, kind: Kind) -> Option<(i32, i32)> {
        let usual = kind.range()?;
        let (lo, hi) = (self.text("lo").to_owned(), self.text("hi").to_owned());
        if lo.is_empty() && hi.is_empty() {
            return Some(usual);
        }
        match (lo.parse::<i32>(), hi.parse::<i32>()) {
            (Ok(lo), Ok(hi)) if lo < hi && hi.checked_sub(lo).is_some_and(|steps| steps <= LONGEST_SCALE) => {
                Some((lo, hi))
            }
            _ => {
                self.refuse(Say::new("history-scale").with("lo", clean_line(&lo)).with("hi", clean_line(&hi)));
                None
            }
        }
    }

    /// The value of a condition: there when the question it is about is.
    fn at_most(&mut self) -> Option<i32> {
        let (of, value) = (self.text("asked_if").is_empty(), self.text("asked_at_most").to_owned());
        let read = value.parse().ok();
        if of != value.is_empty() || of != read.is_none() {
            self.refuse(Say::new("history-condition").with("value", clean_line(&value)));
        }
        read
    }

    /// What can be chosen, as JSON: a JSON list, or `code=français/English` separated by `|`, the labels in the order
    /// of the file's texts.
    fn options(&mut self, kind: Kind) -> String {
        let none = "[]".to_owned();
        if !kind.has_options() {
            return none;
        }
        let text = self.text("options");
        let languages: Vec<Language> = self.table.texts_of("text").map(|(language, _)| language).collect();
        let list: Option<Vec<Choice>> = if text.starts_with('[') {
            serde_json::from_str(text).ok()
        } else {
            text.split('|').map(|text| choice(text, &languages)).collect()
        };
        let good = list.filter(|list| {
            let different: BTreeSet<&str> = list.iter().map(|choice| choice.code.as_str()).collect();
            !list.is_empty() && different.len() == list.len() && different.iter().all(|code| is_code(code))
        });
        match good.and_then(|list| serde_json::to_string(&list).ok()) {
            Some(json) => json,
            None => {
                self.refuse(Say::new("history-options"));
                none
            }
        }
    }
}

/// One label alone is said in every language.
fn choice(text: &str, languages: &[Language]) -> Option<Choice> {
    let (code, labels) = text.split_once('=')?;
    let labels: Vec<&str> = labels.split('/').collect();
    let label = |place: usize| labels.get(place).or(labels.first().filter(|_| labels.len() == 1)).copied();
    let labels = languages.iter().enumerate().filter_map(|(place, of)| Some((*of, clean_line(label(place)?))));
    Some(Choice { code: code.trim().to_owned(), labels: Texts::of(labels) })
}
