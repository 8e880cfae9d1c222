//! Texts that are ready to be asked, in every language: an outage, a move, a new tool; after a training and two months
//! later; about a draft charter.

use std::sync::LazyLock;

use crate::error::Result;
use crate::organisation::table::{Table, language_columns};
use crate::questionnaire::build::own_question;
use crate::questionnaire::{Kind, Question};
use crate::render::{Language, Texts};

const FILE: &str = include_str!("../../assets/occasions/ready.csv");

/// Those a head begins a flash with.
pub const FLASHES: [&str; 3] = ["outage", "move", "tool"];

/// One set of texts.
#[derive(Debug, Clone, Default)]
pub struct Ready {
    pub code: String,
    /// What it is about, as it stands in a sentence.
    pub words: Texts,
    pub asks: Vec<(Kind, Texts)>,
    /// The open question.
    pub text: Texts,
}

static READY: LazyLock<Vec<Ready>> = LazyLock::new(|| {
    let columns: Vec<String> = language_columns("text").collect();
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let Ok(table) = Table::read(FILE.as_bytes(), &["set", "part", "kind"], &columns) else { return Vec::new() };
    let mut list: Vec<Ready> = Vec::new();
    for row in &table.rows {
        let (code, texts) = (table.cell(row, "set"), table.texts(row, "text"));
        if list.last().is_none_or(|last| last.code != code) {
            list.push(Ready { code: code.to_owned(), ..Ready::default() });
        }
        let Some(last) = list.last_mut() else { continue };
        match (table.cell(row, "part"), Kind::parse(table.cell(row, "kind"))) {
            ("words", _) => last.words = texts,
            ("text", _) => last.text = texts,
            (_, Some(kind)) => last.asks.push((kind, texts)),
            _ => {}
        }
    }
    list
});

pub fn of(code: &str) -> Option<&'static Ready> {
    READY.iter().find(|one| one.code == code)
}

impl Ready {
    /// Its words and questions as an occasion asks them, in these languages.
    pub fn questions(&self, languages: &[Language]) -> Result<Vec<Question>> {
        questions(&self.asks, &self.text, languages)
    }
}

/// Own questions without codes, in these languages: the closed ones, then the open one where there is one.
pub fn questions(asks: &[(Kind, Texts)], text: &Texts, languages: &[Language]) -> Result<Vec<Question>> {
    let open = (!text.is_empty()).then(|| (Kind::Text, text.clone()));
    let all = asks.iter().cloned().chain(open);
    all.map(|(kind, texts)| own_question("", kind, texts.in_order(languages), &[])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_there_in_every_language() {
        assert_eq!(READY.len(), 6);
        for one in READY.iter() {
            for language in Language::ALL {
                assert!(one.words.get(*language).is_some(), "{} in {language:?}", one.code);
                assert!(one.text.get(*language).is_some(), "{} in {language:?}", one.code);
                assert!(one.asks.iter().all(|(_, texts)| texts.get(*language).is_some()), "{}", one.code);
            }
            assert_eq!(one.asks.len(), if one.code == "charter" { 0 } else { 3 }, "{}", one.code);
        }
        for code in FLASHES.iter().chain(&["hot", "cold", "charter"]) {
            assert!(of(code).is_some(), "{code}");
        }
    }
}
