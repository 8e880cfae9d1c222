//! What each service promised when the campaign opened, what was measured by its publication, and what both say.

use std::collections::BTreeMap;

use super::profile::{Cell, Rows};
use crate::aggregation::figure::ALL;
use crate::aggregation::store as publications;
use crate::campaign::{Campaign, store as campaigns};
use crate::catalogue::{FEWEST_CASES, Felt, Measured, Verdict};
use crate::db::Conn;
use crate::error::Result;
use crate::render::Language;

pub const COLUMNS: [&str; 19] = [
    "campaign",
    "supplier",
    "commitment",
    "version",
    "text",
    "target",
    "unit",
    "direction",
    "value",
    "cases",
    "source",
    "measured_on",
    "question",
    "mean",
    "low",
    "high",
    "measured",
    "felt",
    "verdict",
];

/// One row for each promise; a value under ten cases is left out, as on the pages.
pub fn write(conn: &mut Conn, campaign: &Campaign, language: Language, rows: &mut impl Rows) -> Result<()> {
    let mut figures = BTreeMap::new();
    // What clients promise is read where the mirror is.
    let of_services = campaigns::promised_in(conn, &campaign.id)?.into_iter().filter(|one| one.promised.unit.is_none());
    for one in of_services {
        let (row, version) = (&one.promised, &one.version);
        if !figures.contains_key(&row.supplier) {
            let totals = publications::published_totals(conn, &campaign.id, &row.supplier)?;
            figures.insert(row.supplier.clone(), totals);
        }
        let asked = row.felt.filter(|felt| *felt != Felt::NotAsked).and(row.question.as_ref());
        let mean = figures
            .get(&row.supplier)
            .zip(asked)
            .and_then(|(figures, code)| figures.get(ALL, code, "mean"))
            .filter(|figure| figure.shown);
        let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
        let enough = row.cases.is_some_and(|cases| cases >= FEWEST_CASES);
        rows.row(&[
            Cell::Text(&campaign.code),
            Cell::Text(row.supplier.as_str()),
            Cell::Text(&row.commitment),
            Cell::Count(version.version),
            Cell::Text(version.texts.pick(language)),
            Cell::Number(version.target),
            Cell::Text(version.measured_in.pick(language)),
            Cell::Text(version.direction.as_str()),
            number(row.value.filter(|_| enough)),
            row.cases.filter(|_| enough).map_or(Cell::Empty, Cell::Count),
            Cell::Text(row.source.as_deref().filter(|_| enough).unwrap_or_default()),
            row.measured_on.filter(|_| enough).map_or(Cell::Empty, Cell::Day),
            Cell::Text(row.question.as_deref().unwrap_or_default()),
            number(mean.and_then(|figure| figure.value)),
            number(mean.and_then(|figure| figure.low)),
            number(mean.and_then(|figure| figure.high)),
            Cell::Text(row.measured.map_or("", Measured::as_str)),
            Cell::Text(row.felt.map_or("", Felt::as_str)),
            Cell::Text(row.verdict.map_or("", Verdict::as_str)),
        ])?;
    }
    Ok(())
}
