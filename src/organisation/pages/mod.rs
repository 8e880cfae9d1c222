//! The pages of the organisation: people, suppliers and whom they serve, settings, sign-in, and what anybody may read.

pub mod import;
pub mod imported;
pub mod one;
pub mod people;
pub mod person;
pub mod public;
pub mod relay;
pub mod relations;
pub mod settings;
pub mod sign_in;
pub mod supplier;
pub mod suppliers;

use serde::Serialize;

use crate::error::{Result, Say};
use crate::web::Fields;
use crate::web::typed::clean_line;

/// A one-line field of a form, as typed, with what is wrong with it.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    pub name: &'static str,
    pub label: &'static str,
    pub hint: Option<Say>,
    pub value: String,
    /// What may be chosen, as value and words; empty for a field that is typed.
    pub options: Vec<(&'static str, &'static str)>,
    pub fault: Option<Say>,
}

impl Field {
    fn new(name: &'static str, label: &'static str) -> Self {
        Self { name, label, hint: None, value: String::new(), options: Vec::new(), fault: None }
    }

    fn hint(self, hint: &'static str) -> Self {
        self.hint_saying(Say::new(hint))
    }

    fn hint_saying(self, hint: Say) -> Self {
        Self { hint: Some(hint), ..self }
    }

    fn among(self, options: Vec<(&'static str, &'static str)>) -> Self {
        Self { options, ..self }
    }

    fn holding(self, value: &str) -> Self {
        Self { value: value.to_owned(), ..self }
    }

    /// What was typed, with its fault when it is too long or missing.
    fn typed(self, form: &Fields, needed: bool, limit: usize) -> Result<Self> {
        let value = clean_line(&form.text(self.name)?);
        let fault = if value.is_empty() && needed {
            Some(Say::new("form-empty"))
        } else if !value.is_empty()
            && !self.options.is_empty()
            && !self.options.iter().any(|(known, _)| *known == value)
        {
            Some(Say::new("form-not-a-choice"))
        } else if value.chars().count() > limit {
            Some(Say::new("form-too-long").with("limit", limit))
        } else {
            None
        };
        Ok(Self { value, fault, ..self })
    }
}

fn value(fields: &[Field], name: &str) -> String {
    fields.iter().find(|field| field.name == name).map(|field| field.value.clone()).unwrap_or_default()
}

fn is_faulty(fields: &[Field]) -> bool {
    fields.iter().any(|field| field.fault.is_some())
}
