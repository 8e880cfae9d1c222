//! Released rows: what they hold is what was said, without anything by which one could be told.

use std::collections::{BTreeMap, BTreeSet};

use super::attack::Row;
use super::organisation::{Organisation, Said};

/// One row as it stands in the table: supplier and answers.
pub type Released = (String, BTreeMap<String, serde_json::Value>);

pub fn faults(one: &Organisation, released: &[Released], shown: &[Row]) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |what: String| found.push(format!("seed {}: {what}", one.seed));
    let suppliers: BTreeSet<&String> = released.iter().map(|(supplier, _)| supplier).collect();
    if !one.row_level && !released.is_empty() {
        say("rows of a campaign without them".to_owned());
    }
    for (place, service) in one.services.iter().enumerate() {
        let sheets: Vec<_> = one.sheets.iter().filter(|s| s.supplier == place && !s.no_contact).collect();
        if one.row_level && sheets.len() >= 30 && !suppliers.contains(&service.code) {
            say(format!("{} has no rows", service.code));
        }
        let rows: Vec<&BTreeMap<String, serde_json::Value>> =
            released.iter().filter(|(supplier, _)| *supplier == service.code).map(|(_, row)| row).collect();
        if rows.is_empty() {
            continue;
        }
        if sheets.len() < 30 || rows.len() != sheets.len() {
            say(format!("{} rows of {} responses to {}", rows.len(), sheets.len(), service.code));
        }
        let groups = |row: &&Row| row.shown && row.supplier == service.code && row.group != "*";
        if let Some(row) = shown.iter().find(groups) {
            say(format!("a figure by group beside released rows: {row:?}"));
        }
        let columns: BTreeSet<&String> = rows.iter().flat_map(|row| row.keys()).collect();
        let asked: BTreeSet<&String> = service.questions.iter().map(|question| &question.code).collect();
        if let Some(column) = columns.difference(&asked).next() {
            say(format!("a column {column} that was not asked"));
        }
        for column in columns {
            let valid: Vec<&serde_json::Value> =
                rows.iter().filter_map(|row| row.get(column)).filter(|v| !v.is_null() && *v != "NA").collect();
            if valid.len() < 10 {
                say(format!("{column} of {} has {} answers", service.code, valid.len()));
            }
            let scaled = service.questions.iter().any(|q| q.code == *column && q.scale.is_some());
            if scaled && valid.iter().all(|value| *value == valid[0]) {
                say(format!("{column} of {} is of one mind", service.code));
            }
            let mut told: Vec<String> = valid.iter().map(ToString::to_string).collect();
            let mut truth: Vec<String> = sheets
                .iter()
                .filter_map(|sheet| match sheet.answers.get(column)? {
                    Said::Value(value) => Some(value.to_string()),
                    Said::Chosen(codes) => serde_json::to_string(codes).ok(),
                    Said::NotApplicable => None,
                })
                .collect();
            told.sort();
            truth.sort();
            if told != truth {
                say(format!("{column} of {} is not what was answered", service.code));
            }
        }
        // Written in the order of arrival, rows would tell who; rows in the table stand by keys drawn anew.
    }
    found
}
