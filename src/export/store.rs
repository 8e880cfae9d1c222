//! The exports made so far, from the audit log.

use diesel::prelude::*;

use super::{EVENT, File, Profile};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{audit_log, people};
use crate::error::Result;

/// One export; `person` is none when it was made from the command line or by somebody since forgotten.
#[derive(Debug)]
pub struct Export {
    pub at: Moment,
    pub person: Option<String>,
    pub campaign: String,
    pub file: File,
    pub profile: Profile,
    pub fingerprint: String,
}

/// The latest exports, last first.
pub fn latest(conn: &mut Conn, count: i64) -> Result<Vec<Export>> {
    let rows: Vec<(Moment, Option<String>, String)> = audit_log::table
        .left_join(people::table.on(people::id.nullable().eq(audit_log::person)))
        .filter(audit_log::event.eq(EVENT))
        .order((audit_log::at.desc(), audit_log::id.desc()))
        .limit(count)
        .select((audit_log::at, people::name.nullable(), audit_log::detail))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(at, person, detail)| read(at, person, &detail)).collect())
}

fn read(at: Moment, person: Option<String>, detail: &str) -> Option<Export> {
    let mut parts = detail.split(' ');
    Some(Export {
        at,
        person,
        campaign: parts.next()?.to_owned(),
        file: File::parse(parts.next()?)?,
        profile: Profile::parse(parts.next()?)?,
        fingerprint: parts.next()?.to_owned(),
    })
}
