//! Every query of points and agreements.

use diesel::prelude::*;

use super::{Agreement, Point};
use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::db::schema::{agreements, points};
use crate::error::Result;

/// What is said between a service and a unit, and what is said of the service as a whole, the first one first.
pub fn points(conn: &mut Conn, supplier: &SupplierCode, unit: &UnitCode) -> Result<Vec<Point>> {
    Ok(points::table
        .filter(points::supplier.eq(supplier))
        .filter(points::unit.eq(unit).or(points::unit.is_null()))
        .order((points::made_on, points::id))
        .select(Point::as_select())
        .load(conn)?)
}

/// All that is said of a service and by it.
pub fn points_of(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Point>> {
    Ok(points::table
        .filter(points::supplier.eq(supplier))
        .order((points::made_on, points::id))
        .select(Point::as_select())
        .load(conn)?)
}

pub fn point(conn: &mut Conn, id: &str) -> Result<Point> {
    Ok(points::table.find(id).select(Point::as_select()).get_result(conn)?)
}

pub fn insert_point(conn: &mut Conn, point: &Point) -> Result<()> {
    diesel::insert_into(points::table).values(point).execute(conn)?;
    Ok(())
}

/// False when it no longer stands as `before`.
pub fn update_point(conn: &mut Conn, before: &Point, after: &Point) -> Result<bool> {
    let row = points::table
        .find(&before.id)
        .filter(points::words.eq(&before.words))
        .filter(points::state.eq(before.state))
        .filter(points::answer.eq(&before.answer));
    Ok(diesel::update(row).set(after).execute(conn)? == 1)
}

/// The agreements of a relation, the latest first.
pub fn agreements(conn: &mut Conn, supplier: &SupplierCode, unit: &UnitCode) -> Result<Vec<Agreement>> {
    Ok(agreements::table
        .filter(agreements::supplier.eq(supplier))
        .filter(agreements::unit.eq(unit))
        .order((agreements::made_on.desc(), agreements::id.desc()))
        .select(Agreement::as_select())
        .load(conn)?)
}

pub fn insert_agreement(conn: &mut Conn, agreement: &Agreement) -> Result<()> {
    diesel::insert_into(agreements::table).values(agreement).execute(conn)?;
    Ok(())
}
