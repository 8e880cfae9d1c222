//! Queries of what directories told.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::directory_entries as entries;
use crate::error::Result;

crate::words!(
    /// What an entry is.
    Kind { User = "user", Group = "group" }
);

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = entries)]
pub struct Entry {
    pub id: String,
    /// Of a user: the person it is, or becomes once there is a unit.
    pub person: String,
    pub kind: Kind,
    /// userName or displayName in small letters; of one that is gone, ~ and its id.
    pub name: String,
    /// JSON: the resource.
    pub told: String,
    pub made_at: Moment,
    pub changed_at: Moment,
    pub gone: bool,
}

pub fn all(conn: &mut Conn, kind: Kind) -> Result<Vec<Entry>> {
    let of = entries::table.filter(entries::kind.eq(kind)).order(entries::id);
    Ok(of.select(Entry::as_select()).load(conn)?)
}

pub fn one(conn: &mut Conn, kind: Kind, id: &str) -> Result<Option<Entry>> {
    Ok(entries::table.find((kind, id)).select(Entry::as_select()).get_result(conn).optional()?)
}

/// The user that a person is.
pub fn of_person(conn: &mut Conn, person: &str) -> Result<Option<Entry>> {
    let of = entries::table.filter(entries::kind.eq(Kind::User)).filter(entries::person.eq(person));
    // One that was taken back stays beside one that was told of anew.
    Ok(of.order((entries::gone, entries::id)).select(Entry::as_select()).first(conn).optional()?)
}

/// By its name, in small letters.
pub fn named(conn: &mut Conn, kind: Kind, name: &str) -> Result<Option<Entry>> {
    let of = entries::table.filter(entries::kind.eq(kind)).filter(entries::name.eq(name));
    Ok(of.select(Entry::as_select()).get_result(conn).optional()?)
}

/// Writes an entry, new or known.
pub fn keep(conn: &mut Conn, entry: &Entry) -> Result<()> {
    let known = diesel::update(entries::table.find((entry.kind, &entry.id))).set(entry).execute(conn)?;
    if known == 0 {
        diesel::insert_into(entries::table).values(entry).execute(conn)?;
    }
    Ok(())
}

pub fn forget(conn: &mut Conn, kind: Kind, id: &str) -> Result<()> {
    diesel::delete(entries::table.find((kind, id))).execute(conn)?;
    Ok(())
}
