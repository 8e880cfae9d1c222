//! Every query of the organisation.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::{Person, Relation, Serving, Supplier, Tree, Unit};
use crate::db::Conn;
use crate::db::ids::{PersonId, SupplierCode};
use crate::db::schema::{grants, people, relations, suppliers, units};
use crate::error::Result;
use crate::web::Role;

pub fn units(conn: &mut Conn) -> Result<Vec<Unit>> {
    Ok(units::table.order(units::code).select(Unit::as_select()).load(conn)?)
}

pub fn tree(conn: &mut Conn) -> Result<Tree> {
    Ok(Tree::new(units(conn)?))
}

pub fn suppliers(conn: &mut Conn) -> Result<Vec<Supplier>> {
    Ok(suppliers::table.order(suppliers::name_fr).select(Supplier::as_select()).load(conn)?)
}

pub fn supplier(conn: &mut Conn, code: &SupplierCode) -> Result<Supplier> {
    Ok(suppliers::table.find(code).select(Supplier::as_select()).first(conn)?)
}

pub fn relations(conn: &mut Conn) -> Result<Vec<Relation>> {
    Ok(relations::table.order((relations::supplier, relations::unit)).select(Relation::as_select()).load(conn)?)
}

pub fn serving(conn: &mut Conn) -> Result<Serving> {
    let (tree, relations, suppliers) = (tree(conn)?, relations(conn)?, suppliers(conn)?);
    Ok(Serving::new(tree, relations, &suppliers))
}

pub fn person(conn: &mut Conn, id: &PersonId) -> Result<Person> {
    Ok(people::table.find(id).select(Person::as_select()).first(conn)?)
}

pub fn people(conn: &mut Conn) -> Result<Vec<Person>> {
    Ok(people::table.order((people::name, people::id)).select(Person::as_select()).load(conn)?)
}

/// A person by address; addresses are kept in small letters.
pub fn person_by_email(conn: &mut Conn, email: &str) -> Result<Option<Person>> {
    Ok(people::table
        .filter(people::email.eq(email.trim().to_lowercase()))
        .select(Person::as_select())
        .first(conn)
        .optional()?)
}

/// Everybody's roles; the supplier is empty for roles that concern the whole organisation.
pub fn grants(conn: &mut Conn) -> Result<BTreeMap<PersonId, Vec<(Role, SupplierCode)>>> {
    let rows: Vec<(PersonId, Role, SupplierCode)> =
        grants::table.select((grants::person, grants::role, grants::supplier)).load(conn)?;
    let mut all: BTreeMap<PersonId, Vec<(Role, SupplierCode)>> = BTreeMap::new();
    for (person, role, supplier) in rows {
        all.entry(person).or_default().push((role, supplier));
    }
    Ok(all)
}

/// The people who head `supplier`.
pub fn heads(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Person>> {
    Ok(people::table
        .inner_join(grants::table.on(grants::person.eq(people::id)))
        .filter(grants::role.eq(Role::Head))
        .filter(grants::supplier.eq(supplier))
        .filter(people::active.eq(true))
        .order(people::name)
        .select(Person::as_select())
        .load(conn)?)
}
