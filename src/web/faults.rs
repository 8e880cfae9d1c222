//! What is wrong with the fields of a form: told beside each and above all of them.

use serde::Serialize;

use super::texts::TextField;
use crate::error::Say;
use crate::render::Texts;

/// What is wrong with a field of a form.
#[derive(Debug, Clone, Serialize)]
pub struct Fault {
    field: String,
    say: Say,
}

/// The faults of a form, by field.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, field: &str, say: Say) {
        self.0.push(Fault { field: field.to_owned(), say });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a text in each language: too long is a fault, and none at all where something is said of that.
    pub fn texts(
        &mut self,
        fields: &mut [TextField],
        standing: Option<&Texts>,
        longest: usize,
        empty: Option<&'static str>,
    ) -> Texts {
        for field in fields.iter_mut().filter(|field| field.value.chars().count() > longest) {
            let say = Say::new("form-too-long").with("limit", longest);
            self.add(&field.name, say.clone());
            field.fault = Some(say);
        }
        let texts = TextField::texts(fields, standing);
        if let (Some(empty), true, Some(first)) = (empty, texts.is_empty(), fields.first_mut()) {
            self.add(&first.name, Say::new(empty));
            first.fault = Some(Say::new(empty));
        }
        texts
    }
}
