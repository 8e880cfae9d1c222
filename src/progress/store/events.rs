//! What befell a service, or all of them, on a day, as it was written down; what was announced of it, and what was learnt.

use diesel::prelude::*;
use serde::Serialize;

use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::db::schema::{announcements, events, occasions};
use crate::error::Result;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = events, treat_none_as_null = true)]
pub struct BefallenEvent {
    pub id: String,
    /// None: it befell everybody.
    pub supplier: Option<SupplierCode>,
    pub day: Day,
    /// A few words, for the mark.
    pub words: String,
    /// What happened, in sentences.
    pub account: String,
    /// What was learnt of it.
    pub lesson: String,
}

/// What was told of an event: by function, never by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = announcements)]
pub struct Announcement {
    pub id: String,
    pub event: String,
    pub day: Day,
    pub words: String,
    pub audience: String,
    pub medium: String,
    pub told_by: String,
}

/// What is marked on the trend of a supplier, its own and what befell everybody: latest first.
pub fn of_supplier(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<BefallenEvent>> {
    let mut list = all(conn)?;
    list.retain(|event| event.supplier.as_ref().is_none_or(|of| of == supplier));
    Ok(list)
}

/// Every event, latest first.
pub fn all(conn: &mut Conn) -> Result<Vec<BefallenEvent>> {
    Ok(events::table.order((events::day.desc(), events::id.desc())).select(BefallenEvent::as_select()).load(conn)?)
}

pub fn event(conn: &mut Conn, id: &str) -> Result<BefallenEvent> {
    Ok(events::table.find(id).select(BefallenEvent::as_select()).get_result(conn)?)
}

pub fn add(conn: &mut Conn, row: &BefallenEvent) -> Result<()> {
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

pub fn update(conn: &mut Conn, row: &BefallenEvent) -> Result<()> {
    diesel::update(events::table.find(&row.id)).set(row).execute(conn)?;
    Ok(())
}

/// Takes an event away with what was announced of it; false while something was asked about it, or when it is gone.
pub fn remove(conn: &mut Conn, id: &str) -> Result<bool> {
    let asked: i64 = occasions::table.filter(occasions::event.eq(id)).count().get_result(conn)?;
    if asked > 0 {
        return Ok(false);
    }
    diesel::delete(announcements::table.filter(announcements::event.eq(id))).execute(conn)?;
    Ok(diesel::delete(events::table.find(id)).execute(conn)? == 1)
}

/// What was announced of an event, in the order of its days.
pub fn announced(conn: &mut Conn, event: &str) -> Result<Vec<Announcement>> {
    Ok(announcements::table
        .filter(announcements::event.eq(event))
        .order((announcements::day, announcements::id))
        .select(Announcement::as_select())
        .load(conn)?)
}

pub fn announce(conn: &mut Conn, row: &Announcement) -> Result<()> {
    diesel::insert_into(announcements::table).values(row).execute(conn)?;
    Ok(())
}

pub fn withdraw(conn: &mut Conn, event: &str, id: &str) -> Result<bool> {
    let row = announcements::table.find(id).filter(announcements::event.eq(event));
    Ok(diesel::delete(row).execute(conn)? == 1)
}
