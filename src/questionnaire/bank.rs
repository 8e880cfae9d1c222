//! The bank of questions and the words of the scales, embedded and read once. What is here was decided for everybody;
//! a supplier's own questions are not here.

use std::sync::LazyLock;

use super::{Kind, Question};
use crate::db::ids::QuestionnaireId;
use crate::organisation::table::{Row, Table};
use crate::render::Language;

const BANK_FILE: &str = include_str!("../../assets/questions/bank.csv");
const SCALES_FILE: &str = include_str!("../../assets/questions/scales.csv");

/// The columns of a questionnaire as a file.
pub const COLUMNS: [&str; 11] =
    ["code", "core", "kind", "dimension", "dimension_fr", "dimension_en", "text_fr", "text_en", "lo", "hi", "reversed"];

struct Label {
    kind: Kind,
    code: String,
    fr: String,
    en: String,
}

static BANK: LazyLock<Vec<Question>> = LazyLock::new(|| {
    let table = Table::read(BANK_FILE.as_bytes(), &COLUMNS, &[]);
    table.map(|table| table.rows.iter().filter_map(|row| from_row(&table, row)).collect()).unwrap_or_default()
});

static SCALES: LazyLock<Vec<Label>> = LazyLock::new(|| {
    let Ok(table) = Table::read(SCALES_FILE.as_bytes(), &["kind", "code", "label_fr", "label_en"], &[]) else {
        return Vec::new();
    };
    let label = |row: &Row| {
        let text = |column: &str| table.cell(row, column).to_owned();
        Some(Label {
            kind: Kind::parse(table.cell(row, "kind"))?,
            code: text("code"),
            fr: text("label_fr"),
            en: text("label_en"),
        })
    };
    table.rows.iter().filter_map(label).collect()
});

fn from_row(table: &Table, row: &Row) -> Option<Question> {
    let text = |column: &str| table.cell(row, column).to_owned();
    let optional = |column: &str| Some(text(column)).filter(|text| !text.is_empty());
    Some(Question {
        questionnaire: QuestionnaireId(String::new()),
        position: 0,
        code: text("code"),
        core: table.cell(row, "core") == "yes",
        kind: Kind::parse(table.cell(row, "kind"))?,
        dimension: optional("dimension"),
        dimension_fr: optional("dimension_fr"),
        dimension_en: optional("dimension_en"),
        text_fr: text("text_fr"),
        text_en: text("text_en"),
        lo: table.cell(row, "lo").parse().ok(),
        hi: table.cell(row, "hi").parse().ok(),
        reversed: table.cell(row, "reversed") == "yes",
        options: "[]".to_owned(),
        asked_if: None,
        asked_at_most: None,
    })
}

/// Every question of the bank, in its order.
pub fn questions() -> &'static [Question] {
    &BANK
}

pub fn question(code: &str) -> Option<&'static Question> {
    BANK.iter().find(|question| question.code == code)
}

fn labels(kind: Kind) -> impl Iterator<Item = &'static Label> {
    SCALES.iter().filter(move |label| label.kind == kind)
}

pub fn scale_labels(kind: Kind, language: Language) -> Vec<(i32, String)> {
    labels(kind)
        .filter_map(|label| Some((label.code.parse().ok()?, language.pick(&label.fr, &label.en).to_owned())))
        .collect()
}

/// A kind without a word of its own (choices) says it as satisfaction does.
pub fn na_label(kind: Kind, language: Language) -> String {
    let said = |kind: Kind| labels(kind).find(|label| label.code == "NA");
    said(kind)
        .or_else(|| said(Kind::Satisfaction))
        .map(|label| language.pick(&label.fr, &label.en).to_owned())
        .unwrap_or_default()
}

pub fn stem(kind: Kind, language: Language) -> Option<String> {
    labels(kind).find(|label| label.code == "stem").map(|label| language.pick(&label.fr, &label.en).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_read_whole() {
        assert_eq!(BANK.len(), 30);
        assert_eq!(SCALES.len(), 34);
        assert_eq!(BANK.iter().filter(|question| question.core).count(), 8);
        for question in BANK.iter() {
            assert!(crate::organisation::is_code(&question.code));
            assert!(!question.text_fr.is_empty() && !question.text_en.is_empty(), "{}", question.code);
            assert_eq!(question.range(), question.kind.range(), "{}", question.code);
            assert_eq!(question.dimension.is_some(), question.dimension_fr.is_some(), "{}", question.code);
        }
    }

    #[test]
    fn the_scales_have_their_words() {
        for kind in Kind::ALL {
            let labels = scale_labels(*kind, Language::Fr);
            match kind.range() {
                Some((0, 10)) => assert_eq!(labels.iter().map(|(value, _)| *value).collect::<Vec<_>>(), [0, 10]),
                Some((lo, hi)) => {
                    assert_eq!(labels.iter().map(|(value, _)| *value).collect::<Vec<_>>(), Vec::from_iter(lo..=hi));
                }
                None => assert!(labels.is_empty()),
            }
        }
        assert_eq!(na_label(Kind::Evolution, Language::En), "I do not know");
        assert_eq!(na_label(Kind::SingleChoice, Language::Fr), "Sans objet");
        assert!(stem(Kind::Satisfaction, Language::Fr).is_some_and(|stem| stem.starts_with("Pensez")));
        assert!(stem(Kind::Effort, Language::Fr).is_none());
    }
}
