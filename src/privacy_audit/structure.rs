//! What ties to what in the schema as the database has it, which may not be as we made it.

use std::collections::BTreeMap;

use super::report::Report;
use super::store::Scene;
use crate::db::forgetting;
use crate::error::Say;

/// Columns that lead to somebody.
const PERSON: [&str; 6] = ["person", "person_id", "invitation", "token_hash", "email", "reference"];
/// The tables of answers.
const ANSWERS: [&str; 7] =
    ["open_responses", "open_comments", "open_mirrors", "responses", "comments", "mirrors", "released_rows"];
/// What a moderator decided about a comment and on which day comes after closing, from somebody who answered nothing.
const MODERATION: (&str, &str) = ("comments", "decided_on");
/// Columns that hold what somebody said.
const CONTENT: [&str; 2] = ["answers", "sealed_text"];

pub fn look(scene: &Scene, report: &mut Report) {
    let mut tables: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for column in &scene.columns {
        tables.entry(&column.table).or_default().push((&column.name, &column.kind));
    }
    for (table, columns) in &tables {
        let named = |list: &[&str]| -> Vec<&str> {
            columns.iter().map(|(name, _)| *name).filter(|name| list.contains(name)).collect()
        };
        let (people, content) = (named(&PERSON).join(", "), named(&CONTENT));
        if ANSWERS.contains(table) || *table == "answered" {
            let all = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
            report.tell(Say::new("audit-columns").with("table", table).with("columns", all));
            let dated = |name: &str, kind: &str| {
                (kind.contains("timestamp") || kind.contains("date")) && (*table, name) != MODERATION
            };
            for (name, _) in columns.iter().filter(|(name, kind)| dated(name, kind)) {
                report.found(Say::new("audit-dated").with("table", table).with("column", name));
            }
        } else if !people.is_empty() {
            report.tell(Say::new("audit-leads").with("table", table).with("columns", &people));
        }
        if !people.is_empty() && !content.is_empty() && *table != "drafts" {
            report.found(Say::new("audit-tie").with("table", table).with("columns", &people));
        }
        if !people.is_empty() && ANSWERS.contains(table) && content.is_empty() {
            report.found(Say::new("audit-tie").with("table", table).with("columns", &people));
        }
    }
    report.tell(Say::new("audit-drafts-tied"));
    for one in &scene.remembered {
        report.found(Say::new("audit-remembered").with("table", &one.table).with("column", &one.column));
    }
    if scene.remembered.is_empty() {
        report.tell(Say::new("audit-not-remembered").with("tables", forgetting::FORGETTING.len()));
    }
    for extra in &scene.extras {
        report.found(Say::new("audit-extra").with("name", &extra.name).with("table", &extra.table));
    }
}
