//! Every query of the organisation.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::import::{Roles, address, moderation_fault};
use super::{Import, ImportOutcome, Person, Relation, Serving, Supplier, Tree, Unit};
use crate::app::Settings;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, SupplierCode, UnitCode};
use crate::db::schema::{campaigns, contacts, grants, imports, people, relations, sign_in_links, suppliers, units};
use crate::error::{Result, Say};
use crate::render::Language;
use crate::web::Role;

pub fn units(conn: &mut Conn) -> Result<Vec<Unit>> {
    Ok(units::table.order(units::code).select(Unit::as_select()).load(conn)?)
}

pub fn tree(conn: &mut Conn) -> Result<Tree> {
    Ok(Tree::new(units(conn)?))
}

pub fn suppliers(conn: &mut Conn) -> Result<Vec<Supplier>> {
    Ok(suppliers::table.order(suppliers::names).select(Supplier::as_select()).load(conn)?)
}

pub fn supplier(conn: &mut Conn, code: &SupplierCode) -> Result<Supplier> {
    Ok(suppliers::table.find(code).select(Supplier::as_select()).get_result(conn)?)
}

pub fn relations(conn: &mut Conn) -> Result<Vec<Relation>> {
    Ok(relations::table.order((relations::supplier, relations::unit)).select(Relation::as_select()).load(conn)?)
}

pub fn serving(conn: &mut Conn) -> Result<Serving> {
    let (tree, relations, suppliers) = (tree(conn)?, relations(conn)?, suppliers(conn)?);
    Ok(Serving::new(tree, relations, &suppliers))
}

pub fn unit_of(conn: &mut Conn, id: &PersonId) -> Result<Option<UnitCode>> {
    Ok(people::table.find(id).select(people::unit).get_result(conn).optional()?)
}

pub fn person(conn: &mut Conn, id: &PersonId) -> Result<Person> {
    Ok(people::table.find(id).select(Person::as_select()).get_result(conn)?)
}

/// As [`person`]; none when nobody has this id.
pub fn find_person(conn: &mut Conn, id: &PersonId) -> Result<Option<Person>> {
    Ok(people::table.find(id).select(Person::as_select()).get_result(conn).optional()?)
}

pub fn person_by_number(conn: &mut Conn, number: &str) -> Result<Option<Person>> {
    Ok(people::table.filter(people::person_id.eq(number)).select(Person::as_select()).get_result(conn).optional()?)
}

pub fn people(conn: &mut Conn) -> Result<Vec<Person>> {
    Ok(people::table.order((people::name, people::id)).select(Person::as_select()).load(conn)?)
}

/// A person by address; addresses are kept in small letters.
pub fn person_by_email(conn: &mut Conn, email: &str) -> Result<Option<Person>> {
    let Some(email) = address(email) else { return Ok(None) };
    Ok(people::table.filter(people::email.eq(email)).select(Person::as_select()).get_result(conn).optional()?)
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

/// Postgres takes at most 65,535 values in one statement.
const BATCH: usize = 1000;

/// New units, parents before children.
pub fn insert_units(conn: &mut Conn, new: &[Unit]) -> Result<()> {
    match conn {
        // A batch would open a transaction of its own there.
        Conn::Sqlite(c) => {
            for row in new {
                diesel::insert_into(units::table).values(row).execute(c)?;
            }
        }
        Conn::Pg(c) => {
            for batch in new.chunks(BATCH) {
                diesel::insert_into(units::table).values(batch).execute(c)?;
            }
        }
    }
    Ok(())
}

pub fn update_units(conn: &mut Conn, changed: &[Unit]) -> Result<()> {
    for unit in changed {
        // Not by the changeset alone: a unit that goes to the top loses its parent.
        diesel::update(units::table.find(&unit.code))
            .set((units::name.eq(&unit.name), units::parent.eq(&unit.parent), units::active.eq(unit.active)))
            .execute(conn)?;
    }
    Ok(())
}

pub fn insert_people(conn: &mut Conn, new: &[Person]) -> Result<()> {
    let new: Vec<Person> = new.iter().map(Person::stored).collect();
    match conn {
        // A batch would open a transaction of its own there.
        Conn::Sqlite(c) => {
            for row in &new {
                diesel::insert_into(people::table).values(row).execute(c)?;
            }
        }
        Conn::Pg(c) => {
            for batch in new.chunks(BATCH) {
                diesel::insert_into(people::table).values(batch).execute(c)?;
            }
        }
    }
    Ok(())
}

/// Writes people who stand already. Addresses and numbers may pass from one to another among them: those that change
/// are freed first.
pub fn update_people(conn: &mut Conn, changed: &[Person]) -> Result<()> {
    let changed: Vec<Person> = changed.iter().map(Person::stored).collect();
    let ids: Vec<&PersonId> = changed.iter().map(|person| &person.id).collect();
    let mut standing: BTreeMap<PersonId, (String, Option<String>)> = BTreeMap::new();
    for batch in ids.chunks(BATCH) {
        let rows: Vec<(PersonId, String, Option<String>)> = people::table
            .filter(people::id.eq_any(batch.iter().copied()))
            .select((people::id, people::email, people::person_id))
            .load(conn)?;
        standing.extend(rows.into_iter().map(|(id, email, number)| (id, (email, number))));
    }
    for person in &changed {
        let kept = standing.get(&person.id).is_some_and(|(email, n)| *email == person.email && *n == person.person_id);
        if !kept {
            diesel::update(people::table.find(&person.id))
                .set((people::email.eq(super::no_address(&person.id)), people::person_id.eq(None::<String>)))
                .execute(conn)?;
        }
    }
    for person in &changed {
        diesel::update(people::table.find(&person.id)).set(person).execute(conn)?;
    }
    Ok(())
}

/// These people are of this unit now.
pub fn move_to(conn: &mut Conn, ids: &[PersonId], unit: &UnitCode) -> Result<()> {
    for batch in ids.chunks(200) {
        diesel::update(people::table.filter(people::id.eq_any(batch))).set(people::unit.eq(unit)).execute(conn)?;
    }
    Ok(())
}

pub fn set_language(conn: &mut Conn, id: &PersonId, language: Language) -> Result<()> {
    diesel::update(people::table.find(id)).set(people::language.eq(language)).execute(conn)?;
    Ok(())
}

/// The roles of one person.
pub fn roles(conn: &mut Conn, id: &PersonId) -> Result<BTreeSet<(Role, SupplierCode)>> {
    let rows: Vec<(Role, SupplierCode)> =
        grants::table.filter(grants::person.eq(id)).select((grants::role, grants::supplier)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// True when the role is new.
/// Does anybody have this role?
pub fn is_granted(conn: &mut Conn, role: Role) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(grants::table.filter(grants::role.eq(role)))).get_result(conn)?)
}

pub fn grant(conn: &mut Conn, id: &PersonId, role: Role, supplier: &SupplierCode) -> Result<bool> {
    let values = (grants::person.eq(id), grants::role.eq(role), grants::supplier.eq(supplier));
    let new = crate::on_each!(conn, c => diesel::insert_into(grants::table)
        .values(values)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(new == 1)
}

/// True when the role was there.
pub fn withdraw(conn: &mut Conn, id: &PersonId, role: Role, supplier: &SupplierCode) -> Result<bool> {
    let gone = diesel::delete(grants::table.find((id, role, supplier))).execute(conn)?;
    Ok(gone == 1)
}

/// Active administrators other than `id`.
pub fn other_administrators(conn: &mut Conn, id: &PersonId) -> Result<i64> {
    Ok(grants::table
        .inner_join(people::table.on(people::id.eq(grants::person)))
        .filter(grants::role.eq(Role::Admin))
        .filter(grants::person.ne(id))
        .filter(people::active.eq(true))
        .count()
        .get_result(conn)?)
}

/// True when the code was free.
pub fn insert_supplier(conn: &mut Conn, supplier: &Supplier) -> Result<bool> {
    let new = crate::on_each!(conn, c => diesel::insert_into(suppliers::table)
        .values(supplier)
        .on_conflict_do_nothing()
        .execute(c))?;
    if new == 1 {
        Settings::mark_suppliers(conn)?;
    }
    Ok(new == 1)
}

pub fn update_supplier(conn: &mut Conn, supplier: &Supplier) -> Result<()> {
    diesel::update(suppliers::table.find(&supplier.code)).set(supplier).execute(conn)?;
    Settings::mark_suppliers(conn)
}

pub fn set_relation(conn: &mut Conn, relation: &Relation) -> Result<()> {
    crate::on_each!(conn, c => diesel::insert_into(relations::table)
        .values(relation)
        .on_conflict((relations::supplier, relations::unit))
        .do_update()
        .set(relations::kind.eq(relation.kind))
        .execute(c))?;
    Ok(())
}

pub fn remove_relation(conn: &mut Conn, supplier: &SupplierCode, unit: &UnitCode) -> Result<()> {
    diesel::delete(relations::table.find((supplier, unit))).execute(conn)?;
    Ok(())
}

/// A sign-in link asked for.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sign_in_links)]
pub struct SignInLink {
    pub id: String,
    pub person: PersonId,
    pub expires_at: Moment,
    pub used: bool,
}

/// Links asked for by `person` since `since`.
pub fn sign_in_links_since(conn: &mut Conn, person: &PersonId, since: Moment) -> Result<i64> {
    Ok(sign_in_links::table
        .filter(sign_in_links::person.eq(person))
        .filter(sign_in_links::created_at.gt(since))
        .count()
        .get_result(conn)?)
}

pub fn insert_sign_in_link(
    conn: &mut Conn,
    id: &str,
    token_hash: &str,
    person: &PersonId,
    created_at: Moment,
    expires_at: Moment,
) -> Result<()> {
    diesel::insert_into(sign_in_links::table)
        .values((
            sign_in_links::id.eq(id),
            sign_in_links::token_hash.eq(token_hash),
            sign_in_links::person.eq(person),
            sign_in_links::created_at.eq(created_at),
            sign_in_links::expires_at.eq(expires_at),
            sign_in_links::used.eq(false),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn forget_sign_in_links_before(conn: &mut Conn, before: Moment) -> Result<()> {
    diesel::delete(sign_in_links::table.filter(sign_in_links::expires_at.lt(before))).execute(conn)?;
    Ok(())
}

pub fn sign_in_link(conn: &mut Conn, id: &str) -> Result<Option<SignInLink>> {
    Ok(sign_in_links::table.find(id).select(SignInLink::as_select()).get_result(conn).optional()?)
}

pub fn sign_in_link_by_token(conn: &mut Conn, token_hash: &str) -> Result<Option<SignInLink>> {
    Ok(sign_in_links::table
        .filter(sign_in_links::token_hash.eq(token_hash))
        .select(SignInLink::as_select())
        .get_result(conn)
        .optional()?)
}

/// Uses a link up; false when it was used or has expired.
pub fn use_sign_in_link(conn: &mut Conn, id: &str, now: Moment) -> Result<bool> {
    let used = diesel::update(sign_in_links::table.find(id))
        .filter(sign_in_links::used.eq(false))
        .filter(sign_in_links::expires_at.gt(now))
        .set(sign_in_links::used.eq(true))
        .execute(conn)?;
    Ok(used == 1)
}

/// Names and addresses of the active people of some units who have one.
pub fn names_in(conn: &mut Conn, branch: &[UnitCode]) -> Result<Vec<(String, String)>> {
    Ok(people::table
        .filter(people::unit.eq_any(branch))
        .filter(people::active.eq(true))
        .filter(people::email.like("%@%"))
        .select((people::name, people::email))
        .load(conn)?)
}

/// Writes that an import begins; forgets those of more than a year ago.
pub fn begin_import(conn: &mut Conn, import: &Import) -> Result<()> {
    diesel::insert_into(imports::table).values(import).execute(conn)?;
    let old = import.started_at.minus(jiff::SignedDuration::from_hours(365 * 24));
    diesel::delete(imports::table.filter(imports::started_at.lt(old))).execute(conn)?;
    Ok(())
}

/// Writes how an import ended.
pub fn end_import(conn: &mut Conn, id: &str, outcome: ImportOutcome, told: (i32, &str), now: Moment) -> Result<()> {
    let (lines, changes) = told;
    diesel::update(imports::table.find(id))
        .set((
            imports::outcome.eq(outcome),
            imports::ended_at.eq(now),
            imports::line_count.eq(lines),
            imports::changes.eq(changes),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn import(conn: &mut Conn, id: &str) -> Result<Import> {
    Ok(imports::table.find(id).select(Import::as_select()).first(conn)?)
}

/// The latest imports of these kinds, latest first.
pub fn latest_imports(conn: &mut Conn, kinds: &[&str], most: i64) -> Result<Vec<Import>> {
    Ok(imports::table
        .filter(imports::kind.eq_any(kinds))
        .order(imports::id.desc())
        .limit(most)
        .select(Import::as_select())
        .load(conn)?)
}

/// One line of the list of campaigns somebody was invited to.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = contacts)]
pub struct Contact {
    pub person: PersonId,
    pub campaign: CampaignId,
    /// The campaign's code, fixed by then.
    pub code: String,
    pub day: Day,
}

/// Writes that these people were invited to a campaign on `day`; what stands already stays.
pub fn record_contacts(
    conn: &mut Conn,
    (campaign, code): (&CampaignId, &str),
    people: &[PersonId],
    day: Day,
) -> Result<()> {
    for part in people.chunks(200) {
        let rows: Vec<_> = part
            .iter()
            .map(|person| {
                (
                    contacts::person.eq(person),
                    contacts::campaign.eq(campaign),
                    contacts::code.eq(code),
                    contacts::day.eq(day),
                )
            })
            .collect();
        match conn {
            Conn::Sqlite(c) => {
                for row in rows {
                    diesel::insert_into(contacts::table).values(row).on_conflict_do_nothing().execute(c)?;
                }
            }
            Conn::Pg(c) => {
                diesel::insert_into(contacts::table).values(rows).on_conflict_do_nothing().execute(c)?;
            }
        }
    }
    Ok(())
}

/// Who was invited to what after `day`.
pub fn contacts_after(conn: &mut Conn, day: Day) -> Result<Vec<Contact>> {
    Ok(contacts::table.filter(contacts::day.gt(day)).select(Contact::as_select()).load(conn)?)
}

/// Everybody who was invited to a campaign, as long as it is kept.
pub fn contacted(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<PersonId>> {
    Ok(contacts::table
        .filter(contacts::campaign.eq(campaign))
        .select(contacts::person)
        .load(conn)?
        .into_iter()
        .collect())
}

/// Nobody else makes anything for this supplier until this transaction ends: on Postgres its row is held, on SQLite there
/// is one writer.
pub fn hold_supplier(conn: &mut Conn, code: &SupplierCode) -> Result<()> {
    if let Conn::Pg(c) = conn {
        suppliers::table.find(code).select(suppliers::code).for_no_key_update().get_result::<String>(c)?;
    }
    Ok(())
}

/// The campaigns somebody was invited to, latest first.
pub fn contacts_of(conn: &mut Conn, person: &PersonId) -> Result<Vec<Contact>> {
    // Whom a training's survey asked was there: that is nobody's to read here.
    let surveys = campaigns::table.filter(campaigns::kind.eq("session")).select(campaigns::id);
    Ok(contacts::table
        .filter(contacts::campaign.ne_all(surveys))
        .filter(contacts::person.eq(person))
        .order((contacts::day.desc(), contacts::code.desc()))
        .select(Contact::as_select())
        .load(conn)?)
}

/// Forgets invitations older than any period the settings allow.
pub fn forget_contacts_before(conn: &mut Conn, day: Day) -> Result<()> {
    diesel::delete(contacts::table.filter(contacts::day.lt(day))).execute(conn)?;
    Ok(())
}

/// Those who may read the comments about `supplier` before release, as things stand: the role is granted, and they
/// neither head the supplier nor belong to it.
pub fn moderators(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<PersonId>> {
    let named = named_moderators(conn, supplier)?.into_iter();
    Ok(named.filter(|(_, fault)| fault.is_none()).map(|(id, _)| id).collect())
}

/// Everybody named to read the comments on a supplier, with why some may not.
pub fn named_moderators(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<(PersonId, Option<Say>)>> {
    let (suppliers, tree) = (suppliers(conn)?, tree(conn)?);
    let mut list = Vec::new();
    for (id, grants) in grants(conn)? {
        let roles: Roles = grants.into_iter().collect();
        if roles.contains(&(Role::Moderator, supplier.clone())) {
            let unit = person(conn, &id)?.unit;
            list.push((id, moderation_fault(&roles, supplier, &unit, &suppliers, &tree)));
        }
    }
    Ok(list)
}
