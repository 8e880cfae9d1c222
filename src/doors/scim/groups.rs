//! Groups: units as the directory has them. None is made of one: a group is a spelling of a unit, with the people it
//! names; who is of it is of that unit where `BAROMETER_SCIM_UNIT` is `groups`.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

use super::attributes::{self, OF_GROUP, Resource};
use super::fault::{Fault, Type};
use super::guard::{BringsPeople, Sent};
use super::listing::{Answer, Known, Query, base, one};
use super::patch;
use super::people::{Door, Told, arrive, unit, wait_for_unit};
use super::store::{self, Entry, Kind};
use crate::app::audit;
use crate::config::UnitBy;
use crate::db::Conn;
use crate::db::ids::{PersonId, UnitCode, random_key};
use crate::error::Result;
use crate::organisation::waiting::{self, Part};
use crate::organisation::{Person, Unit, store as organisation};
use crate::web;

const NAME_LIMIT: usize = 250;
/// So many members may come or go at once: each may be somebody new.
const MOST_MEMBERS: usize = 1000;

type Outcome<T> = Result<std::result::Result<T, Fault>>;

fn known(entry: Entry) -> Result<Known> {
    let told = serde_json::from_str(&entry.told)?;
    Ok(Known { id: entry.id, kind: Kind::Group, told, made: Some(entry.made_at), changed: Some(entry.changed_at) })
}

/// A unit of which no directory told.
fn as_stands(unit: &Unit, people: &[Person]) -> Known {
    let of = people.iter().filter(|person| person.unit == unit.code && person.active);
    let members: Vec<Value> = of.map(|person| json!({ "value": person.id, "type": "User" })).collect();
    let mut told = Resource::from_iter([("displayName".to_owned(), Value::from(unit.name.clone()))]);
    if !members.is_empty() {
        told.insert("members".to_owned(), Value::Array(members));
    }
    Known { id: unit.code.0.clone(), kind: Kind::Group, told, made: None, changed: None }
}

fn find(conn: &mut Conn, id: &str) -> Result<Option<Known>> {
    match store::one(conn, Kind::Group, id)? {
        Some(entry) if entry.gone => Ok(None),
        Some(entry) => known(entry).map(Some),
        None => {
            let tree = organisation::tree(conn)?;
            let Some(unit) = tree.get(&UnitCode(id.to_owned())).filter(|unit| unit.active) else { return Ok(None) };
            Ok(Some(as_stands(unit, &organisation::people(conn)?)))
        }
    }
}

fn all(conn: &mut Conn) -> Result<Vec<Known>> {
    let entries = store::all(conn, Kind::Group)?;
    let told: BTreeSet<String> = entries.iter().map(|entry| entry.id.clone()).collect();
    let mut all = Vec::new();
    for entry in entries.into_iter().filter(|entry| !entry.gone) {
        all.push(known(entry)?);
    }
    let people = organisation::people(conn)?;
    let units = organisation::units(conn)?.into_iter();
    let units = units.filter(|unit| unit.active && !told.contains(unit.code.as_str()));
    all.extend(units.map(|unit| as_stands(&unit, &people)));
    all.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(all)
}

pub async fn list(req: HttpRequest, _: BringsPeople) -> Answer {
    let (app, query) = (web::app(&req)?, Query::of(&req)?);
    let all = app.db.read(all).await?;
    Ok(query.answer(&base(&app), all))
}

pub async fn show(req: HttpRequest, _: BringsPeople) -> Answer {
    let (app, id) = (web::app(&req)?, web::part(&req, "id")?);
    let found = app.db.read(move |conn| find(conn, &id)).await?.ok_or_else(Fault::not_found)?;
    one(&req, &base(&app), &found, false)
}

fn members(told: &Resource) -> BTreeSet<String> {
    attributes::items(told, "members").map(|one| attributes::of(one, "value").to_owned()).collect()
}

/// Keeps what the directory says of a group, and lets those who came or went by it arrive anew.
fn keep(conn: &mut Conn, door: &Door, before: Option<&Known>, id: String, told: Resource) -> Outcome<Known> {
    let name = attributes::of(&told, "displayName");
    if name.is_empty() || name.chars().count() > NAME_LIMIT {
        let limit = format!("displayName: write a text of at most {NAME_LIMIT} characters.");
        return Ok(Err(Fault::bad(Type::InvalidValue, limit)));
    }
    let (called, name) = (name.to_owned(), name.to_lowercase());
    if store::named(conn, Kind::Group, &name)?.is_some_and(|other| other.id != id) {
        return Ok(Err(Fault::taken("displayName: another group is called so.")));
    }
    if name.starts_with('~') {
        return Ok(Err(Fault::bad(Type::InvalidValue, "displayName: write one that does not begin with ~.")));
    }
    let (was, is) = (before.map(|known| members(&known.told)).unwrap_or_default(), members(&told));
    if is.symmetric_difference(&was).count() > MOST_MEMBERS {
        let most = format!("members: at most {MOST_MEMBERS} come or go with one request.");
        return Ok(Err(Fault::bad(Type::InvalidValue, most)));
    }
    for member in is.difference(&was) {
        let person = PersonId(member.clone());
        if user(conn, &person)?.is_none() {
            return Ok(Err(Fault::bad(Type::InvalidValue, format!("members: no user is {member:.60}."))));
        }
    }
    let now = door.clock.now();
    let entry = Entry {
        kind: Kind::Group,
        name,
        told: serde_json::to_string(&told)?,
        made_at: before.and_then(|known| known.made).unwrap_or(now),
        changed_at: now,
        gone: false,
        person: id.clone(),
        id,
    };
    store::keep(conn, &entry)?;
    let renamed = before.is_some_and(|known| known.told.get("displayName") != told.get("displayName"));
    let new: Vec<&String> = if renamed { is.iter().collect() } else { is.difference(&was).collect() };
    are_of(conn, door, &new, &called)?;
    known(entry).map(Ok)
}

/// The person that a user is or becomes, with what was told of it.
fn user(conn: &mut Conn, id: &PersonId) -> Result<Option<(PersonId, Option<Resource>)>> {
    if let Some(entry) = store::one(conn, Kind::User, id.as_str())? {
        let told = serde_json::from_str(&entry.told)?;
        return Ok((!entry.gone).then_some((PersonId(entry.person), Some(told))));
    }
    Ok(organisation::find_person(conn, id)?.map(|person| (person.id, None)))
}

/// Those whom the directory counts to a group now: who stands here is of its unit, or waits to hear which that is.
fn are_of(conn: &mut Conn, door: &Door, users: &[&String], called: &str) -> Result<()> {
    if door.unit_by != UnitBy::Groups {
        return Ok(());
    }
    let unit = unit(conn, called)?;
    let mut moved = Vec::new();
    for id in users {
        let Some((person, told)) = user(conn, &PersonId((*id).clone()))? else { continue };
        match (organisation::find_person(conn, &person)?, told, &unit) {
            (Some(standing), _, Some(unit)) if standing.unit != *unit => moved.push(person),
            (Some(_), _, Some(_)) => {}
            (Some(_), _, None) => wait_for_unit(conn, door, &person, Some(&called.to_owned()))?,
            (None, Some(told), _) => {
                if arrive(conn, door, &person, &Told { before: None, now: &told }, unit.as_ref())?.is_err() {
                    // What stands against it may name an address.
                    tracing::warn!(person = person.as_str(), "a member of a group stays as they are");
                }
            }
            (None, None, _) => {}
        }
    }
    let Some(unit) = unit else { return Ok(()) };
    organisation::move_to(conn, &moved, &unit)?;
    for person in &moved {
        waiting::settle(conn, person, Part::Unit)?;
        audit(conn, &door.clock, None, "arrival", &format!("{person} {}", door.source))?;
    }
    Ok(())
}

/// A user who is taken back is in no group any more.
pub fn leave_all(conn: &mut Conn, user: &str) -> Result<()> {
    for mut entry in store::all(conn, Kind::Group)? {
        let mut told: Resource = serde_json::from_str(&entry.told)?;
        let Some(Value::Array(list)) = told.get_mut("members") else { continue };
        let before = list.len();
        list.retain(|member| member.get("value").and_then(Value::as_str) != Some(user));
        if list.len() < before {
            entry.told = serde_json::to_string(&told)?;
            store::keep(conn, &entry)?;
        }
    }
    Ok(())
}

pub async fn create(req: HttpRequest, BringsPeople(key): BringsPeople, Sent(sent): Sent) -> Answer {
    let app = web::app(&req)?;
    let (door, told) = (Door::new(&app, &key.id), attributes::kept(OF_GROUP, &sent)?);
    let made = app.db.write(move |conn| {
        waiting::hold(conn)?;
        // The unit that is called so, where no group is it yet.
        let called = unit(conn, attributes::of(&told, "displayName"))?;
        let free = |conn: &mut Conn, unit: &UnitCode| {
            Ok::<_, crate::error::Error>(store::one(conn, Kind::Group, unit.as_str())?.is_none_or(|entry| entry.gone))
        };
        let id = match called {
            Some(unit) if free(conn, &unit)? => unit.0,
            _ => random_key(),
        };
        keep(conn, &door, None, id, told)
    });
    one(&req, &base(&app), &made.await??, true)
}

async fn change(
    req: HttpRequest,
    source: &str,
    work: impl FnOnce(Resource) -> std::result::Result<Resource, Fault> + Send + 'static,
) -> Answer {
    let (app, id) = (web::app(&req)?, web::part(&req, "id")?);
    let door = Door::new(&app, source);
    let changed = app.db.write(move |conn| {
        waiting::hold(conn)?;
        let Some(before) = find(conn, &id)? else { return Ok(Err(Fault::not_found())) };
        match work(before.told.clone()) {
            Ok(told) => keep(conn, &door, Some(&before), id, told),
            Err(fault) => Ok(Err(fault)),
        }
    });
    one(&req, &base(&app), &changed.await??, false)
}

pub async fn replace(req: HttpRequest, BringsPeople(key): BringsPeople, Sent(sent): Sent) -> Answer {
    change(req, &key.id, move |_| attributes::kept(OF_GROUP, &sent)).await
}

pub async fn patch(req: HttpRequest, BringsPeople(key): BringsPeople, Sent(sent): Sent) -> Answer {
    let work = move |mut told: Resource| patch::apply(OF_GROUP, &mut told, &sent).map(|()| told);
    change(req, &key.id, work).await
}

/// The group is shown no more; its people and its unit stay as they are.
pub async fn remove(req: HttpRequest, BringsPeople(key): BringsPeople) -> Answer {
    let (app, id) = (web::app(&req)?, web::part(&req, "id")?);
    let door = Door::new(&app, &key.id);
    let gone = app.db.write(move |conn| {
        waiting::hold(conn)?;
        let Some(before) = find(conn, &id)? else { return Ok(Err(Fault::not_found())) };
        let now = door.clock.now();
        if organisation::tree(conn)?.get(&UnitCode(id.clone())).is_none() {
            return store::forget(conn, Kind::Group, &id).map(Ok);
        }
        let entry = Entry {
            kind: Kind::Group,
            name: format!("~{id}"),
            told: "{}".to_owned(),
            made_at: before.made.unwrap_or(now),
            changed_at: now,
            gone: true,
            person: id.clone(),
            id,
        };
        store::keep(conn, &entry).map(Ok)
    });
    gone.await??;
    Ok(HttpResponse::NoContent().finish())
}
