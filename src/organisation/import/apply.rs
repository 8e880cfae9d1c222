//! Carries out a plan inside the caller's transaction; a plan with a bad line is refused whole.

use super::{PeopleChanges, Plan, RelationChanges, SupplierChanges};
use crate::db::Conn;
use crate::error::{Error, Result, Say};
use crate::organisation::store;

/// Roles change only `with_roles`: the caller says whether an administrator stands behind it.
pub fn apply_people(conn: &mut Conn, plan: &Plan<PeopleChanges>, with_roles: bool) -> Result<()> {
    plan.refuse_faulty()?;
    let changes = &plan.changes;
    if !with_roles {
        refuse_moved_addresses(conn, changes)?;
    }
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

/// A sign-in link goes to an address: who may write the address of somebody with a role could sign in with it.
fn refuse_moved_addresses(conn: &mut Conn, changes: &PeopleChanges) -> Result<()> {
    let holders = store::grants(conn)?;
    let mut moved = Vec::new();
    for person in changes.changed.iter().filter(|person| holders.contains_key(&person.id)) {
        let standing = store::person(conn, &person.id)?;
        if standing.email != person.email {
            moved.push(standing.email);
        }
    }
    if moved.is_empty() {
        return Ok(());
    }
    Err(Error::Invalid(Say::new("import-address-of-role").with("addresses", moved.join(", "))))
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
