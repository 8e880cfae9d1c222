//! The answers of a past wave, row by row. Refuses a value its question cannot have, with line, column and scale.

use super::units::Units;
use super::{Faults, Source};
use crate::answering::LONGEST_COMMENT;
use crate::error::Say;
use crate::organisation::table::Table;
use crate::questionnaire::{Answer, Choice, OVERALL, Question, dimensions};
use crate::web::form::{clean, clean_line};

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
}

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
    let mut sheets = Sheets::default();
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
        for Column { place, question } in &columns {
            match said(question, row.at(*place), &dimensions) {
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
            return Ok(if closed { Said::Answer("\"NA\"".to_owned()) } else { Said::Nothing });
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
        // Tables that went through a statistics program say 4.0.
        let whole = cell.strip_suffix(".0").or(cell.strip_suffix(",0")).unwrap_or(cell);
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
