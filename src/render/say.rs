//! A sentence to be said in the reader's language.

use std::fmt;

/// A sentence to be said in the reader's language: a Fluent key and its arguments.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Say {
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Say {
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}
