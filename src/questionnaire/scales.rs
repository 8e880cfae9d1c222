//! The words of the scales, embedded and read once.

use std::sync::LazyLock;

use super::kind::Kind;
use crate::organisation::table::{Row, Table, language_columns};
use crate::render::{Language, Texts};

const SCALES_FILE: &str = include_str!("../../assets/questions/scales.csv");

pub(super) struct Label {
    kind: Kind,
    code: String,
    texts: Texts,
}

pub(super) static SCALES: LazyLock<Vec<Label>> = LazyLock::new(|| {
    let labels: Vec<String> = language_columns("label").collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let Ok(table) = Table::read(SCALES_FILE.as_bytes(), &["kind", "code"], &labels) else {
        return Vec::new();
    };
    let label = |row: &Row| {
        let (kind, code) = (Kind::parse(table.cell(row, "kind"))?, table.cell(row, "code").to_owned());
        Some(Label { kind, code, texts: table.texts(row, "label") })
    };
    table.rows.iter().filter_map(label).collect()
});

fn labels(kind: Kind) -> impl Iterator<Item = &'static Label> {
    SCALES.iter().filter(move |label| label.kind == kind)
}

pub fn scale_labels(kind: Kind, language: Language) -> Vec<(i32, String)> {
    labels(kind).filter_map(|label| Some((label.code.parse().ok()?, label.texts.pick(language).to_owned()))).collect()
}

/// A kind without a word of its own (choices) says it as satisfaction does.
pub fn na_label(kind: Kind, language: Language) -> String {
    let said = |kind: Kind| labels(kind).find(|label| label.code == "NA");
    said(kind)
        .or_else(|| said(Kind::Satisfaction))
        .map(|label| label.texts.pick(language).to_owned())
        .unwrap_or_default()
}

pub fn stem(kind: Kind, language: Language) -> Option<String> {
    labels(kind).find(|label| label.code == "stem").map(|label| label.texts.pick(language).to_owned())
}
