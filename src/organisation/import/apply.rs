//! Carries out a plan inside the caller's transaction; a plan with a bad line is refused whole.

use super::{PeopleChanges, Plan, RelationChanges, SupplierChanges};
use crate::db::Conn;
use crate::error::Result;
use crate::organisation::store;

/// Roles change only `with_roles`: the caller says whether an administrator stands behind it.
pub fn apply_people(conn: &mut Conn, plan: &Plan<PeopleChanges>, with_roles: bool) -> Result<()> {
    plan.refuse_faulty()?;
    let changes = &plan.changes;
    store::insert_units(conn, &changes.new_units)?;
    store::update_units(conn, &changes.changed_units)?;
    store::update_people(conn, &changes.changed)?;
    store::insert_people(conn, &changes.created)?;
    if with_roles {
        for change in &changes.roles {
            for (role, supplier) in change.before.difference(&change.after) {
                store::withdraw(conn, &change.person, *role, supplier)?;
            }
            for (role, supplier) in change.after.difference(&change.before) {
                store::grant(conn, &change.person, *role, supplier)?;
            }
        }
    }
    Ok(())
}

pub fn apply_suppliers(conn: &mut Conn, plan: &Plan<SupplierChanges>) -> Result<()> {
    plan.refuse_faulty()?;
    for supplier in &plan.changes.created {
        store::insert_supplier(conn, supplier)?;
    }
    for supplier in &plan.changes.changed {
        store::update_supplier(conn, supplier)?;
    }
    Ok(())
}

pub fn apply_relations(conn: &mut Conn, plan: &Plan<RelationChanges>) -> Result<()> {
    plan.refuse_faulty()?;
    for relation in &plan.changes.removed {
        store::remove_relation(conn, &relation.supplier, &relation.unit)?;
    }
    for relation in &plan.changes.set {
        store::set_relation(conn, relation)?;
    }
    Ok(())
}
