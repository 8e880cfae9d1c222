//! Actions that others took for a low dimension: where a head starts from a blank form, they start from one of these and
//! change it. Embedded and read once; what is suggested commits nobody.

use std::sync::LazyLock;

use super::Kind;
use crate::organisation::table::{Table, language_columns};
use crate::render::{Language, Texts};

const FILE: &str = include_str!("../../assets/plan/suggestions.csv");

#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub code: String,
    pub dimension: String,
    pub kind: Kind,
    /// In the languages of staff.
    pub titles: Texts,
    /// What those who were asked would read, after the service's name and a colon.
    public: Texts,
}

impl Suggestion {
    /// The public text in each of `languages`, with the service's name before it.
    pub fn public(&self, supplier: &Texts, languages: &[Language]) -> Texts {
        let text = |language: Language| {
            let colon = if language == Language::Fr { " : " } else { ": " };
            self.public.get(language).map(|text| format!("{}{colon}{text}", supplier.pick(language)))
        };
        Texts::of(languages.iter().filter_map(|language| Some((*language, text(*language)?))))
    }
}

static ALL: LazyLock<Vec<Suggestion>> = LazyLock::new(|| {
    let texts: Vec<String> = ["title", "public"].into_iter().flat_map(language_columns).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let Ok(table) = Table::read(FILE.as_bytes(), &["code", "dimension", "kind"], &texts) else { return Vec::new() };
    let read = |row| {
        Some(Suggestion {
            code: table.cell(row, "code").to_owned(),
            dimension: table.cell(row, "dimension").to_owned(),
            kind: Kind::parse(table.cell(row, "kind"))?,
            titles: table.texts(row, "title"),
            public: table.texts(row, "public"),
        })
    };
    table.rows.iter().filter_map(read).collect()
});

/// Those for a dimension, in the order of the file.
pub fn of(dimension: &str) -> impl Iterator<Item = &'static Suggestion> {
    ALL.iter().filter(move |one| one.dimension == dimension)
}

pub fn by_code(code: &str) -> Option<&'static Suggestion> {
    ALL.iter().find(|one| one.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::bank;

    #[test]
    fn every_dimension_of_the_bank_has_two_that_fit_the_form_in_every_language() {
        let dimensions = bank::questions().iter().filter_map(|question| question.dimension.as_deref());
        for dimension in dimensions.filter(|dimension| *dimension != super::super::OVERALL) {
            assert_eq!(of(dimension).count(), 2, "{dimension}");
        }
        let name = Texts::of(Language::ALL.iter().map(|language| (*language, "Technische Dienste und Gebäude")));
        for one in &*ALL {
            assert!(Language::STAFF.iter().all(|language| one.titles.get(*language).is_some()), "{}", one.code);
            let public = one.public(&name, Language::ALL);
            assert_eq!(public.iter().count(), Language::ALL.len(), "{}", one.code);
            assert!(public.iter().all(|(_, text)| text.chars().count() <= 300), "{}", one.code);
            assert!(one.titles.iter().all(|(_, text)| text.chars().count() <= 120), "{}", one.code);
        }
    }
}
