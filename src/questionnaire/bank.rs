//! The bank of questions, embedded and read once. What is here was decided for everybody;
//! a supplier's own questions are not here.

use std::sync::LazyLock;

use super::kind::Kind;
use super::question::Question;
use crate::db::ids::QuestionnaireId;
use crate::organisation::table::{Row, Table, language_columns};

const BANK_FILE: &str = include_str!("../../assets/questions/bank.csv");

/// The columns of a questionnaire as a file that are there whatever its languages.
pub const COLUMNS: [&str; 7] = ["code", "core", "kind", "dimension", "lo", "hi", "reversed"];

/// Those of its texts: `dimension_fr`, `text_de` and so on.
pub static TEXT_COLUMNS: LazyLock<Vec<String>> =
    LazyLock::new(|| ["dimension", "text"].into_iter().flat_map(language_columns).collect());

static BANK: LazyLock<Vec<Question>> = LazyLock::new(|| {
    let texts: Vec<&str> = TEXT_COLUMNS.iter().map(String::as_str).collect();
    let table = Table::read(BANK_FILE.as_bytes(), &COLUMNS, &texts);
    table.map(|table| table.rows.iter().filter_map(|row| from_row(&table, row)).collect()).unwrap_or_default()
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
        dimension_names: table.texts(row, "dimension"),
        texts: table.texts(row, "text"),
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

/// Was it made by a supplier's head, and not taken from here?
pub fn is_own(asked: &Question) -> bool {
    question(&asked.code).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scales::{SCALES, na_label, scale_labels, stem};
    use crate::render::Language;

    #[test]
    fn the_files_are_read_whole() {
        assert_eq!(BANK.len(), 30);
        assert_eq!(SCALES.len(), 34);
        assert_eq!(BANK.iter().filter(|question| question.core).count(), 8);
        for question in BANK.iter() {
            assert!(crate::organisation::is_code(&question.code));
            for language in Language::ALL {
                assert!(question.speaks(*language), "{} in {language:?}", question.code);
            }
            assert_eq!(question.range(), question.kind.range(), "{}", question.code);
            assert_eq!(question.dimension.is_some(), !question.dimension_names.is_empty(), "{}", question.code);
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
