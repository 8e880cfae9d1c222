//! Reading the audit log.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{audit_log, people};
use crate::error::Result;

/// One line, with the name of whoever did it; none for the program and the command line, or for somebody who is gone.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Entry {
    pub id: String,
    pub at: Moment,
    pub person: Option<String>,
    pub name: Option<String>,
    pub event: String,
    pub detail: String,
}

/// What is asked of the log; whatever is none asks nothing.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub event: Option<String>,
    /// From this moment on, and before that one.
    pub from: Option<Moment>,
    pub until: Option<Moment>,
}

/// The next lines after the one of key `after`, the latest first.
pub fn entries(conn: &mut Conn, wanted: &Wanted, after: Option<&str>, most: i64) -> Result<Vec<Entry>> {
    let mut query = audit_log::table
        .left_join(people::table.on(people::id.nullable().eq(audit_log::person)))
        .order(audit_log::id.desc())
        .limit(most)
        .select((
            audit_log::id,
            audit_log::at,
            audit_log::person,
            people::name.nullable(),
            audit_log::event,
            audit_log::detail,
        ))
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(audit_log::id.lt(after));
    }
    if let Some(event) = &wanted.event {
        query = query.filter(audit_log::event.eq(event));
    }
    if let Some(from) = wanted.from {
        query = query.filter(audit_log::at.ge(from));
    }
    if let Some(until) = wanted.until {
        query = query.filter(audit_log::at.lt(until));
    }
    Ok(query.load(conn)?)
}

/// The names of those of these words that are somebody's key.
pub fn names(conn: &mut Conn, words: &BTreeSet<String>) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    let words: Vec<&String> = words.iter().collect();
    // Both databases take so many values in one statement.
    for some in words.chunks(500) {
        let found: Vec<(String, String)> =
            people::table.filter(people::id.eq_any(some)).select((people::id, people::name)).load(conn)?;
        names.extend(found);
    }
    Ok(names)
}

/// Every kind of event that the log holds.
pub fn events(conn: &mut Conn) -> Result<Vec<String>> {
    Ok(audit_log::table.select(audit_log::event).distinct().order(audit_log::event).load(conn)?)
}
