//! A text that is asked for in each of the organisation's languages, side by side.

use serde::Serialize;

use super::Fields;
use super::typed::clean_line;
use crate::error::{Result, Say};
use crate::render::{Language, Texts};

#[derive(Debug, Clone, Serialize)]
pub struct TextField {
    /// Of the field: `text_fr`.
    pub name: String,
    pub language: Language,
    /// The language's own name.
    pub label: &'static str,
    pub value: String,
    /// Written in another language, not in this one.
    pub missing: bool,
    pub fault: Option<Say>,
}

impl TextField {
    /// The fields of `texts`, called `of` and the language.
    pub fn all(of: &str, texts: &Texts, languages: &[Language]) -> Vec<Self> {
        let field = |language: &Language| {
            let value = texts.get(*language).unwrap_or_default().to_owned();
            Self {
                name: format!("{of}_{}", language.as_str()),
                language: *language,
                label: language.name(),
                missing: value.is_empty() && !texts.is_empty(),
                value,
                fault: None,
            }
        };
        languages.iter().map(field).collect()
    }

    /// What was typed in them, each on one line.
    pub fn read(of: &str, form: &Fields, languages: &[Language]) -> Result<Vec<Self>> {
        let mut texts = Texts::default();
        for field in Self::all(of, &texts, languages) {
            texts = texts.with(field.language, clean_line(&form.text(&field.name)?));
        }
        Ok(Self::all(of, &texts, languages))
    }

    /// What they hold; what stands in a language that was not asked for stays.
    pub fn texts(list: &[Self], standing: Option<&Texts>) -> Texts {
        let asked = |language: Language| list.iter().any(|field| field.language == language);
        let kept = standing.iter().flat_map(|texts| texts.iter()).filter(|(language, _)| !asked(*language));
        Texts::of(list.iter().map(|field| (field.language, field.value.as_str())).chain(kept))
    }

    /// Puts what is wrong beside the field of this name.
    pub fn blame(list: &mut [Self], name: &str, fault: Say) {
        if let Some(field) = list.iter_mut().find(|field| field.name == name) {
            field.fault = Some(fault);
        }
    }
}
