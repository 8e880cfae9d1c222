//! The answers of a past wave, row by row. Refuses a value its question cannot have, with line, column and scale.

use super::faults::{Faults, Source};
use super::units::Units;
use crate::answering::LONGEST_COMMENT;
use crate::error::Say;
use crate::organisation::table::Table;
use crate::questionnaire::{Answer, Choice, OVERALL, Question, dimensions};
use crate::web::typed::{clean, clean_line};

/// What was answered: each response and comment with the place of its unit.
#[derive(Debug, Clone, Default)]
pub struct Sheets {
    /// Answers as JSON.
    pub responses: Vec<(usize, String)>,
    /// Question and text.
    pub comments: Vec<(usize, String, String)>,
    /// Overall question answered, or not applicable.
    pub complete: i32,
    pub partial: i32,
    /// Lines that say nothing at all.
    pub empty: usize,
    /// What each question's column says, in the order of the codes.
    pub counts: Vec<Count>,
}

/// What the lines of a file say to one question. "NA" is an answer here ("not applicable"), and what R writes for none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    pub code: String,
    pub answers: usize,
    pub not_applicable: usize,
    pub not_asked: usize,
    pub empty: usize,
}

impl Count {
    fn add(&mut self, said: &Said) {
        match said {
            Said::Nothing => self.empty += 1,
            Said::NotAsked => self.not_asked += 1,
            Said::Answer(json) if json == NOT_APPLICABLE => self.not_applicable += 1,
            Said::Answer(_) | Said::Comment(_) => self.answers += 1,
        }
    }
}

const NOT_APPLICABLE: &str = "\"NA\"";

/// A column with its question.
struct Column<'a> {
    place: usize,
    question: &'a Question,
}

/// What a cell says.
enum Said {
    Nothing,
    NotAsked,
    /// An answer, as JSON.
    Answer(String),
    Comment(String),
}

pub fn read(table: &Table, questions: &[Question], units: &mut Units, faults: &mut Faults) -> Sheets {
    let dimensions = dimensions(questions);
    let places: std::collections::BTreeMap<&str, usize> = table.columns().collect();
    // By code, as stored answers stand.
    let mut columns: Vec<Column<'_>> = questions
        .iter()
        .filter_map(|question| Some(Column { place: *places.get(question.code.as_str())?, question }))
        .collect();
    columns.sort_by(|a, b| a.question.code.cmp(&b.question.code));
    let has_overall = questions.iter().any(|question| question.code == OVERALL);
    let counts = columns.iter().map(|column| Count { code: column.question.code.clone(), ..Count::default() });
    let mut sheets = Sheets { counts: counts.collect(), ..Sheets::default() };
    for row in &table.rows {
        let unit = match units.meet(table.cell(row, "unit")) {
            Ok(unit) => unit,
            Err(say) => {
                faults.add(Source::Responses, row.line, say);
                continue;
            }
        };
        let mut answers = String::with_capacity(16 * columns.len());
        let (mut anything, mut complete) = (false, !has_overall);
        let texts = sheets.comments.len();
        for (Column { place, question }, count) in columns.iter().zip(&mut sheets.counts) {
            let said = said(question, row.at(*place), &dimensions);
            said.iter().for_each(|said| count.add(said));
            match said {
                Ok(Said::Nothing) => {}
                Ok(said @ (Said::NotAsked | Said::Answer(_))) => {
                    let json = if let Said::Answer(json) = said { json } else { "null".to_owned() };
                    anything |= json != "null";
                    answers.push_str(if answers.is_empty() { "{\"" } else { ",\"" });
                    answers.push_str(&question.code);
                    answers.push_str("\":");
                    answers.push_str(&json);
                    complete |= question.code == OVERALL && json != "null";
                }
                Ok(Said::Comment(text)) => sheets.comments.push((unit, question.code.clone(), text)),
                Err(say) => faults.add(Source::Responses, row.line, say),
            }
        }
        if !anything {
            // As for whoever sends an empty page here: nothing is stored, a comment apart.
            sheets.empty += usize::from(sheets.comments.len() == texts);
            continue;
        }
        answers.push('}');
        sheets.responses.push((unit, answers));
        if let Some(met) = units.met.get_mut(unit) {
            met.responses += 1;
            met.line = if met.line == 0 { row.line } else { met.line };
        }
        sheets.complete += i32::from(complete);
        sheets.partial += i32::from(!complete);
    }
    if sheets.responses.is_empty() && faults.is_empty() {
        faults.add(Source::Responses, 1, Say::new("history-no-response"));
    }
    sheets
}

fn said(question: &Question, cell: &str, dimensions: &[Choice]) -> Result<Said, Say> {
    match cell {
        "" => return Ok(Said::Nothing),
        "-" => return Ok(if question.is_closed() { Said::NotAsked } else { Said::Nothing }),
        "NA" => {
            let closed = question.is_closed();
            return Ok(if closed { Said::Answer(NOT_APPLICABLE.to_owned()) } else { Said::Nothing });
        }
        _ => {}
    }
    if !question.is_closed() {
        let text = clean(cell);
        if text.chars().count() > LONGEST_COMMENT {
            let say = Say::new("import-too-long").with("column", &question.code).with("limit", LONGEST_COMMENT);
            return Err(say);
        }
        return Ok(if text.is_empty() { Said::Nothing } else { Said::Comment(text) });
    }
    let value = || clean_line(cell).chars().take(60).collect::<String>();
    if let Some((lo, hi)) = question.range() {
        // Tables that went through a statistics program say 4.0, or 4,00.
        let decimals = |rest: &str| !rest.is_empty() && rest.bytes().all(|digit| digit == b'0');
        let whole = cell.split_once(['.', ',']).filter(|(_, rest)| decimals(rest)).map_or(cell, |(whole, _)| whole);
        return match whole.parse::<i32>() {
            Ok(number) if (lo..=hi).contains(&number) => Ok(Said::Answer(number.to_string())),
            _ => Err(Say::new("history-off-scale")
                .with("column", &question.code)
                .with("value", value())
                .with("lo", lo)
                .with("hi", hi)),
        };
    }
    let answer = Answer::Choices(cell.split('|').map(|code| code.trim().to_owned()).collect());
    let json = if question.accepts(&answer, dimensions) { serde_json::to_string(&answer).ok() } else { None };
    json.map(Said::Answer).ok_or_else(|| {
        let (offered, _) = question.choices(dimensions);
        let offered = offered.into_iter().map(|choice| choice.code).collect::<Vec<_>>().join(", ");
        Say::new("history-off-options").with("column", &question.code).with("value", value()).with("offered", offered)
    })
}
