//! Who will read the comments about a service before anybody else.

use super::line::{Level, Line};
use crate::campaign::roll::Roll;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Result, Say};
use crate::organisation::store as organisation;
use crate::render::Language;
use crate::render::words::list;

pub(super) fn lines(
    conn: &mut Conn,
    roll: &Roll,
    (supplier, name): (&SupplierCode, &str),
    language: Language,
) -> Result<Vec<Line>> {
    let (mut readers, mut unable, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    let named = organisation::named_moderators(conn, supplier)?;
    for (id, fault) in named.into_iter().filter(|(id, _)| roll.here.contains(id)) {
        let person = organisation::person(conn, &id)?.name;
        if fault.is_none() { readers.push(person) } else { unable.push(person) }
    }
    let of = |key, people: &[String]| {
        Say::new(key).with("name", name).with("people", list(language, people)).with("n", people.len())
    };
    if readers.is_empty() {
        lines.push(Line { level: Level::See, say: Say::new("check-no-moderator").with("name", name) });
    } else {
        lines.push(Line { level: Level::Ok, say: of("check-moderators", &readers) });
    }
    if !unable.is_empty() {
        lines.push(Line { level: Level::See, say: of("check-moderators-unable", &unable) });
    }
    Ok(lines)
}
