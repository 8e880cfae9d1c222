//! Users: the people of the organisation, each as the directory last told of them, or as they stand where it never did.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;

use super::attributes::{self, OF_USER, Resource};
use super::fault::{Fault, Type};
use super::filter::Filter;
use super::guard::{BringsPeople, Sent};
use super::listing::{Answer, Known, Query, base, one};
use super::people::{Door, Told, arrive, meant, of_person, person_of};
use super::store::{self, Entry, Kind};
use super::{groups, patch};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{PersonId, random_key};
use crate::error::Result;
use crate::organisation::waiting::{self, Part};
use crate::organisation::{Person, Tree, store as organisation};
use crate::web;

/// Longest name of a user.
const NAME_LIMIT: usize = 250;

pub type Outcome<T> = Result<std::result::Result<T, Fault>>;

fn known(entry: Entry) -> Result<Known> {
    let told = serde_json::from_str(&entry.told)?;
    Ok(Known { id: entry.id, kind: entry.kind, told, made: Some(entry.made_at), changed: Some(entry.changed_at) })
}

fn as_stands(person: &Person, tree: &Tree) -> Known {
    let told = of_person(person, tree);
    Known { id: person.id.0.clone(), kind: Kind::User, told, made: None, changed: None }
}

/// A user, and the person it is or becomes.
struct Found {
    known: Known,
    person: PersonId,
}

/// One user; none when there is none, or the directory took them back.
fn find(conn: &mut Conn, id: &str) -> Result<Option<Found>> {
    match store::one(conn, Kind::User, id)? {
        Some(entry) if entry.gone => Ok(None),
        Some(entry) => {
            let person = PersonId(entry.person.clone());
            Ok(Some(Found { known: known(entry)?, person }))
        }
        None => {
            let Some(person) = organisation::find_person(conn, &PersonId(id.to_owned()))? else { return Ok(None) };
            if store::of_person(conn, id)?.is_some() {
                return Ok(None);
            }
            let tree = organisation::tree(conn)?;
            Ok(Some(Found { known: as_stands(&person, &tree), person: person.id }))
        }
    }
}

/// Those whom the filter may let through: all, or the one of this name.
fn candidates(conn: &mut Conn, filter: Option<&Filter>) -> Result<Vec<Known>> {
    if let Some(name) = filter.and_then(|filter| filter.equals("userName")) {
        let name = name.to_lowercase();
        let person = match organisation::person_by_email(conn, &name)? {
            Some(person) => Some(person),
            None => organisation::person_by_number(conn, &name)?,
        };
        let mut found: Vec<Known> =
            store::named(conn, Kind::User, &name)?.map(known).transpose()?.into_iter().collect();
        if let Some(person) = person
            && store::of_person(conn, person.id.as_str())?.is_none()
        {
            found.push(as_stands(&person, &organisation::tree(conn)?));
        }
        return Ok(found);
    }
    let (entries, tree) = (store::all(conn, Kind::User)?, organisation::tree(conn)?);
    let told: std::collections::BTreeSet<String> = entries.iter().map(|entry| entry.person.clone()).collect();
    let mut all = Vec::new();
    for entry in entries.into_iter().filter(|entry| !entry.gone) {
        all.push(known(entry)?);
    }
    let people = organisation::people(conn)?;
    all.extend(people.iter().filter(|person| !told.contains(person.id.as_str())).map(|one| as_stands(one, &tree)));
    all.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(all)
}

pub async fn list(req: HttpRequest, _: BringsPeople) -> Answer {
    let (app, query) = (web::app(&req)?, Query::of(&req)?);
    let filter = query.filter.clone();
    let all = app.db.read(move |conn| candidates(conn, filter.as_ref())).await?;
    Ok(query.answer(&base(&app), all))
}

pub async fn show(req: HttpRequest, _: BringsPeople) -> Answer {
    let (app, id) = (web::app(&req)?, web::part(&req, "id")?);
    let found = app.db.read(move |conn| find(conn, &id)).await?.ok_or_else(Fault::not_found)?;
    one(&req, &base(&app), &found.known, false)
}

/// The name by which nobody else is known.
fn name_of(told: &Resource) -> std::result::Result<String, Fault> {
    let name = attributes::of(told, "userName").to_lowercase();
    if name.is_empty() || name.starts_with('~') || name.chars().count() > NAME_LIMIT {
        let told = format!("userName: write a text of at most {NAME_LIMIT} characters that does not begin with ~.");
        return Err(Fault::bad(Type::InvalidValue, told));
    }
    Ok(name)
}

/// A user as the directory has it now.
struct Change {
    id: String,
    person: PersonId,
    /// What it said before, and since when it speaks of them.
    before: Option<Resource>,
    made: Option<Moment>,
    told: Resource,
}

/// Keeps what the directory says of a user, after their person here has become what it may.
fn keep(conn: &mut Conn, door: &Door, change: Change) -> Outcome<Known> {
    let Change { id, person, before, made, told } = change;
    let name = match name_of(&told) {
        Ok(name) => name,
        Err(fault) => return Ok(Err(fault)),
    };
    if store::named(conn, Kind::User, &name)?.is_some_and(|other| other.id != id) {
        return Ok(Err(Fault::taken("userName: another user is called so.")));
    }
    let person = person_of(conn, &person, &told)?;
    if let Err(fault) = arrive(conn, door, &person, &Told { before: before.as_ref(), now: &told }, None)? {
        return Ok(Err(fault));
    }
    let now = door.clock.now();
    let entry = Entry {
        kind: Kind::User,
        name,
        told: serde_json::to_string(&told)?,
        made_at: made.unwrap_or(now),
        changed_at: now,
        gone: false,
        person: person.0,
        id,
    };
    store::keep(conn, &entry)?;
    known(entry).map(Ok)
}

/// The directory tells of a user for the first time.
pub fn tell(conn: &mut Conn, door: &Door, told: Resource) -> Outcome<Known> {
    let person = meant(conn, &told)?.map(|person| person.id);
    let entry = match &person {
        Some(person) => store::of_person(conn, person.as_str())?,
        None => None,
    };
    if entry.as_ref().is_some_and(|entry| !entry.gone) {
        return Ok(Err(Fault::taken("This person is known already.")));
    }
    let id = match entry.map(|entry| entry.id).or_else(|| person.as_ref().map(|person| person.0.clone())) {
        Some(id) if store::one(conn, Kind::User, &id)?.is_none_or(|entry| entry.gone) => id,
        _ => random_key(),
    };
    let person = person.unwrap_or_else(|| PersonId(id.clone()));
    keep(conn, door, Change { id, person, before: None, made: None, told })
}

pub async fn create(req: HttpRequest, BringsPeople(key): BringsPeople, Sent(sent): Sent) -> Answer {
    let app = web::app(&req)?;
    let (door, told) = (Door::new(&app, &key.id), attributes::kept(OF_USER, &sent)?);
    let made = app.db.write(move |conn| {
        waiting::hold(conn)?;
        tell(conn, &door, told)
    });
    one(&req, &base(&app), &made.await??, true)
}

/// Changes a user by `work`.
async fn change(
    req: HttpRequest,
    source: &str,
    work: impl FnOnce(Resource) -> std::result::Result<Resource, Fault> + Send + 'static,
) -> Answer {
    let (app, id) = (web::app(&req)?, web::part(&req, "id")?);
    let door = Door::new(&app, source);
    let changed = app.db.write(move |conn| {
        waiting::hold(conn)?;
        let Some(found) = find(conn, &id)? else { return Ok(Err(Fault::not_found())) };
        match work(found.known.told.clone()) {
            Ok(told) => {
                let (before, made) = (Some(found.known.told), found.known.made);
                keep(conn, &door, Change { id, person: found.person, before, made, told })
            }
            Err(fault) => Ok(Err(fault)),
        }
    });
    one(&req, &base(&app), &changed.await??, false)
}

pub async fn replace(req: HttpRequest, BringsPeople(key): BringsPeople, Sent(sent): Sent) -> Answer {
    let work = move |before: Resource| {
        let mut told = attributes::kept(OF_USER, &sent)?;
        // Said of nobody who leaves or comes back that they do.
        if let (None, Some(active)) = (told.get("active"), before.get("active")) {
            told.insert("active".to_owned(), active.clone());
        }
        Ok(told)
    };
    change(req, &key.id, work).await
}

pub async fn patch(req: HttpRequest, BringsPeople(key): BringsPeople, Sent(sent): Sent) -> Answer {
    let work = move |mut told: Resource| patch::apply(OF_USER, &mut told, &sent).map(|()| told);
    change(req, &key.id, work).await
}

/// The directory takes a user back: they leave, as far as a door may let them, and are shown to it no more.
pub async fn remove(req: HttpRequest, BringsPeople(key): BringsPeople) -> Answer {
    let (app, id) = (web::app(&req)?, web::part(&req, "id")?);
    let door = Door::new(&app, &key.id);
    let gone = app.db.write(move |conn| {
        waiting::hold(conn)?;
        let Some(Found { known, person }) = find(conn, &id)? else { return Ok(Err(Fault::not_found())) };
        let mut told = known.told.clone();
        told.insert("active".to_owned(), Value::from(false));
        let person = person_of(conn, &person, &told)?;
        // Whatever it said before: they leave.
        let mut before = told.clone();
        before.insert("active".to_owned(), Value::from(true));
        if let Err(fault) = arrive(conn, &door, &person, &Told { before: Some(&before), now: &told }, None)? {
            return Ok(Err(fault));
        }
        waiting::settle(conn, &person, Part::Unit)?;
        groups::leave_all(conn, &id)?;
        if organisation::find_person(conn, &person)?.is_none() {
            return store::forget(conn, Kind::User, &id).map(Ok);
        }
        let now = door.clock.now();
        let entry = Entry {
            kind: Kind::User,
            name: format!("~{id}"),
            told: serde_json::to_string(&told)?,
            made_at: known.made.unwrap_or(now),
            changed_at: now,
            gone: true,
            person: person.0,
            id,
        };
        store::keep(conn, &entry).map(Ok)
    });
    gone.await??;
    Ok(HttpResponse::NoContent().finish())
}
