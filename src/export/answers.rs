//! The answers that a campaign launched with a file of them hands out, one response a row or one answer a row. Reads the
//! released rows alone: no group, no comment, and no row of a supplier that released none. Answers are as given:
//! reversed questions are not turned round.
//!
//! `NA` is "not applicable", an empty cell a blank, `-` a question that was not asked about this supplier or is left out
//! for everybody. Columns are question codes in the order of their first appearance over the published waves, so that a
//! later wave only appends.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::profile::{Cell, Rows};
use super::store::{Asked, asked};
use crate::aggregation::released::{self, Row};
use crate::campaign::Campaign;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::questionnaire::{Answer, Choice, Kind, Question, dimensions};

/// How many rows are read, and written, at once.
pub const PART: i64 = 5000;
const LONG: [&str; 5] = ["campaign", "supplier", "row", "question", "value"];
const NOT_APPLICABLE: &str = "NA";
const NOT_ASKED: &str = "-";

/// A column of the wide file: the answer to a question, or whether one option of it was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub question: String,
    pub option: Option<String>,
}

impl Column {
    pub fn name(&self) -> String {
        match &self.option {
            Some(option) => format!("{}_{option}", self.question),
            None => self.question.clone(),
        }
    }
}

/// What may be chosen several at once for `question`; nothing for the others.
pub fn several(question: &Question, dimensions: &[Choice]) -> Vec<Choice> {
    match question.kind {
        Kind::SeveralChoices | Kind::ChooseDimensions => question.choices(dimensions).0,
        _ => Vec::new(),
    }
}

/// The columns of a question: one for each option where several may be chosen, then the answer.
pub fn columns_of(question: &Question, dimensions: &[Choice]) -> Vec<Column> {
    let column = |option| Column { question: question.code.clone(), option };
    let mut list: Vec<Column> =
        several(question, dimensions).into_iter().map(|choice| column(Some(choice.code))).collect();
    list.push(column(None));
    list
}

/// Every column of the waves up to now, in the order of first appearance.
pub fn columns(history: &[Asked]) -> Vec<Column> {
    let (mut seen, mut list) = (BTreeSet::new(), Vec::new());
    for asked in history {
        let dimensions = dimensions(&asked.questions);
        for question in asked.questions.iter().filter(|question| question.is_closed()) {
            list.extend(columns_of(question, &dimensions).into_iter().filter(|column| seen.insert(column.name())));
        }
    }
    list
}

enum Value {
    Mark(&'static str),
    Count(i32),
    Text(String),
    Blank,
}

impl Value {
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Mark(sign) => Cell::Mark(sign),
            Self::Count(n) => Cell::Count(*n),
            Self::Text(text) => Cell::Text(text),
            Self::Blank => Cell::Empty,
        }
    }
}

/// Where the file stands.
pub struct Answers {
    long: bool,
    columns: Vec<Column>,
    /// Which columns each supplier was asked in this campaign.
    asked: BTreeMap<SupplierCode, BTreeSet<String>>,
    waiting: VecDeque<SupplierCode>,
    /// The key of the last row written of the first supplier that waits.
    after: String,
    rows: i32,
}

impl Answers {
    pub fn open(conn: &mut Conn, campaign: &Campaign, long: bool) -> Result<Self> {
        let waiting: VecDeque<SupplierCode> = released::counts(conn, &campaign.id)?.into_keys().collect();
        if waiting.is_empty() {
            return Err(Error::Absent(Say::new("export-no-rows").with("campaign", &campaign.code)));
        }
        let history = asked(conn, campaign)?;
        let own = history.iter().filter(|asked| asked.campaign == campaign.id);
        let names = |one: &Asked| columns(std::slice::from_ref(one)).iter().map(Column::name).collect();
        let asked = own.map(|one| (one.supplier.clone(), names(one))).collect();
        Ok(Self { long, columns: columns(&history), asked, waiting, after: String::new(), rows: 0 })
    }

    pub fn header(&self) -> Vec<String> {
        if self.long {
            return LONG.map(ToOwned::to_owned).to_vec();
        }
        let keys = LONG.iter().take(2).map(|name| (*name).to_owned());
        keys.chain(self.columns.iter().map(Column::name)).collect()
    }

    /// Writes the next rows; nothing when there are none left.
    pub fn write(&mut self, conn: &mut Conn, campaign: &Campaign, file: &mut impl Rows) -> Result<()> {
        while let Some(supplier) = self.waiting.front().cloned() {
            let list = released::page(conn, &campaign.id, &supplier, &self.after, PART)?;
            let Some(last) = list.last() else {
                self.after.clear();
                self.waiting.pop_front();
                continue;
            };
            self.after.clone_from(&last.key);
            for released in &list {
                self.rows += 1;
                self.row(campaign, &supplier, &released.row()?, file)?;
            }
            return Ok(());
        }
        Ok(())
    }

    fn row(&self, campaign: &Campaign, supplier: &SupplierCode, row: &Row, file: &mut impl Rows) -> Result<()> {
        let keys = [Cell::Text(&campaign.code), Cell::Text(supplier.as_str())];
        if !self.long {
            let values: Vec<Value> = self.columns.iter().map(|column| self.value(supplier, column, row)).collect();
            let cells: Vec<Cell<'_>> = keys.into_iter().chain(values.iter().map(Value::cell)).collect();
            return file.row(&cells);
        }
        let [wave, of] = keys;
        for column in self.columns.iter().filter(|c| c.option.is_none() && row.contains_key(&c.question)) {
            let value = self.value(supplier, column, row);
            file.row(&[wave, of, Cell::Count(self.rows), Cell::Text(&column.question), value.cell()])?;
        }
        Ok(())
    }

    fn value(&self, supplier: &SupplierCode, column: &Column, row: &Row) -> Value {
        let asked = self.asked.get(supplier).is_some_and(|names| names.contains(&column.name()));
        match (row.get(&column.question).filter(|_| asked), &column.option) {
            (None, _) => Value::Mark(NOT_ASKED),
            (Some(None), _) => Value::Blank,
            (Some(Some(Answer::NotApplicable)), _) => Value::Mark(NOT_APPLICABLE),
            (Some(Some(Answer::Value(value))), _) => Value::Count(*value),
            (Some(Some(Answer::Choices(codes))), Some(option)) => Value::Count(i32::from(codes.contains(option))),
            (Some(Some(Answer::Choices(codes))), None) => Value::Text(codes.join("|")),
        }
    }
}
