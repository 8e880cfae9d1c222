//! One person: what is known of them, and their roles, which only an administrator grants and withdraws.

use actix_web::HttpRequest;
use serde::Serialize;

use crate::app::{Budget, Settings, audit};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{PersonId, SupplierCode, UnitCode};
use crate::error::{Error, Result, Say};
use crate::organisation::import::moderation_fault;
use crate::organisation::{accounts, store};
use crate::render::{Language, Page};
use crate::web::{self, Admin, Answer, Fields, HrOrAdmin, Role, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct RoleLine {
    words: Say,
    role: Role,
    supplier: SupplierCode,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    code: String,
    name: String,
}

#[derive(Serialize)]
pub struct PersonPage {
    id: PersonId,
    name: String,
    email: String,
    number: Option<String>,
    unit: String,
    person_language: &'static str,
    active: bool,
    away: bool,
    until: Option<Day>,
    roles: Vec<RoleLine>,
    admin: bool,
    kinds: Vec<(Role, &'static str)>,
    suppliers: Vec<Choice>,
    units: Vec<Choice>,
    /// The campaigns they were invited to, latest first.
    contacts: Vec<Invited>,
    budget: Budget,
    /// Do people sign in with accounts of the organisation?
    accounts: bool,
    linked: Option<Day>,
}

#[derive(Debug, Clone, Serialize)]
struct Invited {
    wave: String,
    day: Day,
    /// Counts against the limit today.
    counts: bool,
}

impl Page for PersonPage {
    const TEMPLATE: &'static str = "organisation/person.html";
}

/// Every role, with its word.
pub fn kinds() -> Vec<(Role, &'static str)> {
    Role::ALL.iter().map(|role| (*role, role_words(*role))).collect()
}

fn role_words(role: Role) -> &'static str {
    match role {
        Role::Hr => "role-hr",
        Role::Direction => "role-direction",
        Role::Reader => "role-reader",
        Role::Admin => "role-admin",
        Role::Head => "role-head",
        Role::Moderator => "role-moderator",
        Role::Unit => "role-unit",
    }
}

fn line(role: Role, supplier: SupplierCode, name: &str) -> RoleLine {
    let words = match role {
        Role::Head => Say::new("role-head-of").with("supplier", name),
        Role::Moderator => Say::new("role-moderator-of").with("supplier", name),
        Role::Unit => Say::new("role-unit-of").with("unit", name),
        other => Say::new(role_words(other)),
    };
    RoleLine { words, role, supplier }
}

pub async fn show(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let id = PersonId(web::part(&req, "id")?);
    let (admin, language, today) = (who.has(Role::Admin), who.language, app.today());
    let (accounts, zone) = (app.config.sign_in.by_account(), app.config.time_zone.clone());
    let view = app.db.read(move |conn| {
        let linked = accounts::linked_since(conn, &id)?.map(|at| at.day_in(&zone));
        Ok(PersonPage { accounts, linked, ..view(conn, &id, admin, language, today)? })
    });
    web::page(&req, &app, &who, &view.await?).await
}

/// Forgets which account of the organisation is this person's, and ends what it opened.
pub async fn unlink(req: HttpRequest, Admin(who): Admin, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = PersonId(web::part(&req, "id")?);
    let (back, clock) = (format!("/people/{id}"), app.clock.clone());
    app.db
        .write(move |conn| {
            store::person(conn, &id)?;
            if accounts::unlink(conn, &id)? {
                audit(conn, &clock, Some(&who.person), "account-unlinked", id.as_str())?;
            }
            Ok(())
        })
        .await?;
    redirect_saying(&back, &Say::new("flash-account-unlinked"))
}

fn view(conn: &mut Conn, id: &PersonId, admin: bool, language: Language, today: Day) -> Result<PersonPage> {
    let person = store::person(conn, id)?;
    let suppliers = store::suppliers(conn)?;
    let tree = store::tree(conn)?;
    let name = |role: Role, code: &SupplierCode| {
        let supplier = suppliers.iter().find(|supplier| supplier.code == *code && role != Role::Unit);
        let unit = tree.get(&UnitCode(code.0.clone())).filter(|_| role == Role::Unit);
        let known = supplier.map(|supplier| supplier.name(language)).or(unit.map(|unit| unit.name.as_str()));
        known.map_or_else(|| code.to_string(), ToOwned::to_owned)
    };
    let roles = store::roles(conn, id)?.into_iter().map(|(role, of)| {
        let name = name(role, &of);
        line(role, of, &name)
    });
    let roles = roles.collect();
    let choice =
        |s: &crate::organisation::Supplier| Choice { code: s.code.to_string(), name: s.name(language).to_owned() };
    let choices = suppliers.iter().map(choice).collect();
    let units = tree.in_order().into_iter().filter(|(_, unit)| unit.active);
    let units = units
        .map(|(depth, unit)| Choice { code: unit.code.0.clone(), name: "— ".repeat(depth) + &unit.name })
        .collect();
    let unit = tree.get(&person.unit).map_or_else(|| person.unit.to_string(), |unit| unit.name.clone());
    let budget = Settings::load(conn)?.budget;
    let since = today.plus_months(-budget.months);
    let contacts = store::contacts_of(conn, id)?.into_iter();
    let contacts =
        contacts.map(|one| Invited { wave: one.code, day: one.day, counts: budget.most.is_some() && one.day > since });
    Ok(PersonPage {
        contacts: contacts.collect(),
        budget,
        id: person.id,
        name: person.name,
        email: person.email,
        number: person.person_id,
        unit,
        person_language: person.language.name(),
        active: person.active,
        away: person.away,
        until: person.until,
        roles,
        admin,
        kinds: kinds(),
        suppliers: choices,
        units,
        accounts: false,
        linked: None,
    })
}

/// The role a form names; a role that goes with a supplier needs one, the others take none.
fn role_of(form: &Fields) -> Result<(Role, SupplierCode)> {
    let role = Role::parse(&form.text("role")?).ok_or_else(|| Error::invalid("person-role-unknown"))?;
    let of = match role {
        // The form of what a person has names either in one field.
        Role::Unit => form.optional("unit")?.map_or_else(|| form.text("supplier"), Ok)?,
        role if role.needs_supplier() => form.text("supplier")?,
        _ => String::new(),
    };
    if role.is_of_one() && of.is_empty() {
        let key = if role == Role::Unit { "person-role-needs-unit" } else { "person-role-needs-supplier" };
        return Err(Error::invalid(key));
    }
    Ok((role, SupplierCode(of)))
}

pub async fn grant(req: HttpRequest, Admin(who): Admin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = PersonId(web::part(&req, "id")?);
    let (role, supplier) = role_of(&form)?;
    let (back, clock, by) = (format!("/people/{id}"), app.clock.clone(), who.person.clone());
    app.db
        .write(move |conn| {
            let person = store::person(conn, &id)?;
            if role.needs_supplier() {
                store::supplier(conn, &supplier)?;
            }
            if role == Role::Unit && store::tree(conn)?.get(&UnitCode(supplier.0.clone())).is_none() {
                return Err(Error::NotFound);
            }
            if !person.has_address() {
                return Err(Error::invalid("person-role-needs-address"));
            }
            refuse_judge_in_own_cause(conn, &person, role, &supplier)?;
            if store::grant(conn, &id, role, &supplier)? {
                audit(conn, &clock, Some(&by), "role-granted", &format!("{} {} {supplier}", id, role.as_str()))?;
            }
            Ok(())
        })
        .await?;
    redirect_saying(&back, &Say::new("flash-role-granted"))
}

/// Moderator and head, or moderator and member, of one supplier never go together, in whichever order they are given.
fn refuse_judge_in_own_cause(
    conn: &mut Conn,
    person: &crate::organisation::Person,
    role: Role,
    supplier: &SupplierCode,
) -> Result<()> {
    let mut roles = store::roles(conn, &person.id)?;
    roles.insert((role, supplier.clone()));
    if !roles.contains(&(Role::Moderator, supplier.clone())) {
        return Ok(());
    }
    let (suppliers, tree) = (store::suppliers(conn)?, store::tree(conn)?);
    match moderation_fault(&roles, supplier, &person.unit, &suppliers, &tree) {
        Some(say) => Err(Error::Invalid(say)),
        None => Ok(()),
    }
}

pub async fn withdraw(req: HttpRequest, Admin(who): Admin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = PersonId(web::part(&req, "id")?);
    let (role, supplier) = role_of(&form)?;
    let (back, clock, by) = (format!("/people/{id}"), app.clock.clone(), who.person.clone());
    app.db
        .write(move |conn| {
            store::person(conn, &id)?;
            if role == Role::Admin && store::other_administrators(conn, &id)? == 0 {
                return Err(Error::invalid("person-last-admin"));
            }
            if store::withdraw(conn, &id, role, &supplier)? {
                audit(conn, &clock, Some(&by), "role-withdrawn", &format!("{} {} {supplier}", id, role.as_str()))?;
            }
            Ok(())
        })
        .await?;
    redirect_saying(&back, &Say::new("flash-role-withdrawn"))
}
