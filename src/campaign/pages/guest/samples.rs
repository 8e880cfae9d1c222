//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for GuestPage {
    fn samples() -> Vec<Self> {
        let of = |line: Line| Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            open: true,
            typed: line.email.clone(),
            line,
            guarded: false,
            fault: None,
        };
        let mut all: Vec<Self> = Line::samples().into_iter().map(of).collect();
        if let Some(first) = all.first().cloned() {
            let fault = Some(Say::new("import-not-an-address").with("value", "zoe"));
            all.push(Self { guarded: true, ..first.clone() });
            all.push(Self { open: false, ..first.clone() });
            all.push(Self { fault, typed: "zoe".to_owned(), ..first });
        }
        all
    }
}
