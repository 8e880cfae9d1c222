//! What befell a service between two waves, as its head wrote it down.

use diesel::prelude::*;

use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::db::schema::supplier_events;
use crate::error::Result;

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = supplier_events)]
pub struct SupplierEvent {
    pub id: String,
    pub supplier: SupplierCode,
    pub day: Day,
    pub words: String,
}

/// Latest first.
pub fn of_supplier(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<SupplierEvent>> {
    Ok(supplier_events::table
        .filter(supplier_events::supplier.eq(supplier))
        .order((supplier_events::day.desc(), supplier_events::id.desc()))
        .select(SupplierEvent::as_select())
        .load(conn)?)
}

/// Of every service, latest first.
pub fn all(conn: &mut Conn) -> Result<Vec<SupplierEvent>> {
    Ok(supplier_events::table
        .order((supplier_events::day.desc(), supplier_events::id.desc()))
        .select(SupplierEvent::as_select())
        .load(conn)?)
}

pub fn add(conn: &mut Conn, row: &SupplierEvent) -> Result<()> {
    diesel::insert_into(supplier_events::table).values(row).execute(conn)?;
    Ok(())
}

pub fn remove(conn: &mut Conn, supplier: &SupplierCode, id: &str) -> Result<bool> {
    let row = supplier_events::table.find(id).filter(supplier_events::supplier.eq(supplier));
    Ok(diesel::delete(row).execute(conn)? == 1)
}
