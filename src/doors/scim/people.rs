//! From what a directory says of a user to a person here: by the rules of a file's line, as far as a door may.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::attributes::{self, ENTERPRISE, Resource};
use super::fault::Fault;
use super::store::{self, Kind};
use crate::app::{App, audit};
use crate::arrivals::bring::bring;
use crate::arrivals::mails;
use crate::clock::{Clock, Day};
use crate::config::UnitBy;
use crate::db::Conn;
use crate::db::ids::{PersonId, UnitCode};
use crate::error::Result;
use crate::organisation::import::{self, PersonLine, address};
use crate::organisation::waiting::{self, Part, Reason, Wish, spelled};
use crate::organisation::{Person, Tree, store as organisation};
use crate::render::Language;

/// What an arrival needs of the program, and by which key it comes.
#[derive(Clone)]
pub struct Door {
    pub clock: Clock,
    pub today: Day,
    pub unit_by: UnitBy,
    /// The id of the key.
    pub source: String,
}

impl Door {
    pub fn new(app: &App, source: &str) -> Self {
        let (clock, unit_by) = (app.clock.clone(), app.config.scim_unit);
        Self { clock, today: app.today(), unit_by, source: source.to_owned() }
    }
}

/// The address that is written to: the primary one, that of work, the first; else the name of a user that is one.
pub fn email(told: &Resource) -> Option<String> {
    let all: Vec<&Resource> = attributes::items(told, "emails").collect();
    let primary = all.iter().find(|one| one.get("primary") == Some(&Value::from(true)));
    let work = || all.iter().find(|one| attributes::of(one, "type").eq_ignore_ascii_case("work"));
    match primary.or_else(work).or(all.first()) {
        Some(one) => Some(attributes::of(one, "value").to_owned()),
        None => address(attributes::of(told, "userName")),
    }
}

/// The name people read.
pub fn name(told: &Resource) -> String {
    let part = |part| attributes::part_of(told, "name", part);
    let both = format!("{} {}", part("givenName"), part("familyName"));
    let all = [attributes::of(told, "displayName"), part("formatted"), both.trim(), attributes::of(told, "userName")];
    all.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}

/// A language we have, from `fr`, `fr-CH`, `fr_FR`.
fn language(told: &Resource) -> &'static str {
    let text = attributes::of(told, "preferredLanguage").to_lowercase();
    Language::parse(text.split(['-', '_']).next().unwrap_or_default()).map_or("", Language::as_str)
}

/// Who is meant by a user that the directory tells of for the first time: by number, by address.
pub fn meant(conn: &mut Conn, told: &Resource) -> Result<Option<Person>> {
    let number = attributes::part_of(told, ENTERPRISE, "employeeNumber");
    if !number.is_empty()
        && let Some(person) = organisation::person_by_number(conn, number)?
    {
        return Ok(Some(person));
    }
    for text in [email(told).as_deref().unwrap_or_default(), attributes::of(told, "userName")] {
        if let Some(person) = organisation::person_by_email(conn, text)? {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// How the directory spells somebody's unit; of groups, the one that changed last.
fn spelling(conn: &mut Conn, by: UnitBy, id: &PersonId, told: &Resource) -> Result<String> {
    let text = match by {
        UnitBy::Department => attributes::part_of(told, ENTERPRISE, "department").to_owned(),
        UnitBy::Organization => attributes::part_of(told, ENTERPRISE, "organization").to_owned(),
        UnitBy::Groups => {
            let mut groups = store::all(conn, Kind::Group)?;
            groups.sort_by_key(|group| std::cmp::Reverse(group.changed_at));
            let mut of = String::new();
            for group in groups.iter().filter(|group| !group.gone) {
                let group: Resource = serde_json::from_str(&group.told)?;
                if attributes::items(&group, "members").any(|one| attributes::of(one, "value") == id.as_str()) {
                    attributes::of(&group, "displayName").clone_into(&mut of);
                    break;
                }
            }
            of
        }
    };
    Ok(text)
}

/// The unit of a spelling: as somebody said, by its code, by its name where only one is called so.
pub fn unit(conn: &mut Conn, spelling: &str, tree: &Tree) -> Result<Option<UnitCode>> {
    let wanted = spelled(spelling);
    if wanted.is_empty() {
        return Ok(None);
    }
    if let Some((_, unit)) = waiting::spellings(conn)?.into_iter().find(|(known, _)| *known == wanted) {
        return Ok(Some(unit));
    }
    let active = || tree.units().filter(|unit| unit.active);
    if let Some(unit) = active().find(|unit| unit.code.as_str() == wanted) {
        return Ok(Some(unit.code.clone()));
    }
    let mut called = active().filter(|unit| spelled(&unit.name) == wanted);
    Ok(called.next().filter(|_| called.next().is_none()).map(|unit| unit.code.clone()))
}

/// What somebody who never was told of looks like to a directory.
pub fn of_person(person: &Person, tree: &Tree) -> Resource {
    let number = person.person_id.clone().unwrap_or_default();
    let called = if person.has_address() { &person.email } else { &number };
    let unit = tree.get(&person.unit).map_or("", |unit| unit.name.as_str());
    let mut enterprise = json!({ "department": unit });
    if let (Some(object), false) = (enterprise.as_object_mut(), number.is_empty()) {
        object.insert("employeeNumber".to_owned(), Value::from(number.clone()));
    }
    let told = json!({
        "userName": if called.is_empty() { person.id.as_str() } else { called },
        "displayName": person.name,
        "active": person.active,
        "preferredLanguage": person.language.as_str(),
        ENTERPRISE: enterprise,
    });
    let mut told = told.as_object().cloned().unwrap_or_default();
    if person.has_address() {
        told.insert("emails".to_owned(), json!([{ "value": person.email, "type": "work", "primary": true }]));
    }
    told
}

/// Makes of a person here what the directory says, as far as a door may. What stands against it is said before anything
/// is written. `unit` is given where somebody chose it.
pub fn arrive(
    conn: &mut Conn,
    door: &Door,
    id: &PersonId,
    told: &Resource,
    unit_given: Option<&UnitCode>,
) -> Result<std::result::Result<(), Fault>> {
    let standing = organisation::find_person(conn, id)?;
    let active = told.get("active").and_then(Value::as_bool).unwrap_or(true);
    let tree = organisation::tree(conn)?;
    let called = spelling(conn, door.unit_by, id, told)?;
    let unit = match unit_given {
        Some(unit) => Some(unit.clone()),
        None => unit(conn, &called, &tree)?,
    };
    let unknown = unit.is_none() && active && (standing.is_none() || !called.is_empty());
    let Some(unit) = unit.or_else(|| standing.as_ref().map(|person| person.unit.clone())) else {
        return wait_for_unit(conn, door, id, unknown.then_some(&called)).map(Ok);
    };
    if standing.is_none() && !active {
        waiting::settle(conn, id, Part::Unit)?;
        return Ok(Ok(()));
    }
    let number = attributes::part_of(told, ENTERPRISE, "employeeNumber").to_owned();
    let email = email(told).or_else(|| standing.as_ref().map(|person| person.email.clone())).unwrap_or_default();
    let stood = standing.as_ref().map(PersonLine::of).unwrap_or_default();
    let number = match (number.is_empty(), stood.number.is_empty(), email.is_empty()) {
        (false, ..) => number,
        (true, false, _) => stood.number,
        // Somebody must be known by something.
        (true, true, true) => attributes::of(told, "userName").to_owned(),
        (true, true, false) => String::new(),
    };
    let line = PersonLine {
        number,
        email,
        name: name(told),
        unit: unit.to_string(),
        language: language(told).to_owned(),
        active,
        away: None,
        until: stood.until,
        roles: String::new(),
    };
    let known = standing.as_ref().map(|person| &person.id);
    let mut plan = import::plan_person(conn, known, &line.file(&tree)?, |_| Ok(BTreeMap::new()))?;
    if let Some(fault) = plan.faults.first() {
        return Ok(Err(Fault::of_line(&fault.say)));
    }
    for person in &mut plan.changes.created {
        person.id.clone_from(id);
    }
    bring(conn, &door.clock, door.today, &mut plan, &door.source)?;
    if !plan.changes.created.is_empty() || !plan.changes.changed.is_empty() {
        audit(conn, &door.clock, None, "arrival", &format!("{id} {}", door.source))?;
    }
    wait_for_unit(conn, door, id, unknown.then_some(&called)).map(Ok)
}

/// Asks for the unit of somebody where its spelling says nothing; or for nothing any more.
fn wait_for_unit(conn: &mut Conn, door: &Door, id: &PersonId, called: Option<&String>) -> Result<()> {
    let Some(called) = called else { return waiting::settle(conn, id, Part::Unit).map(|_| ()) };
    let wish = Wish { person: id.clone(), part: Part::Unit, value: called.clone(), reasons: [Reason::Unit].into() };
    if waiting::ask(conn, &[wish], &door.source, door.clock.now())? > 0 {
        mails::tell_waiting(conn, door.today, door.clock.now())?;
        audit(conn, &door.clock, None, "arrival-waits", &format!("{id} unit {}", door.source))?;
    }
    Ok(())
}

/// What the directory told of somebody, as long as it has not taken them back.
pub fn told_of(conn: &mut Conn, id: &PersonId) -> Result<Option<Resource>> {
    let entry = store::one(conn, Kind::User, id.as_str())?.filter(|entry| !entry.gone);
    entry.map(|entry| Ok(serde_json::from_str(&entry.told)?)).transpose()
}

/// Whoever waits for it is of this unit from now on: everybody of a spelling, which is learned, or (of those of whom no
/// unit is told) one person. How many; what stands against some of them.
pub fn is_of_unit(
    conn: &mut Conn,
    door: &Door,
    of: &waiting::Waiting,
    unit: &UnitCode,
) -> Result<(usize, Option<Fault>)> {
    let wanted = spelled(&of.value);
    let mut all = vec![of.clone()];
    if !wanted.is_empty() {
        waiting::learn(conn, &wanted, unit)?;
        all = waiting::all(conn)?;
        all.retain(|one| one.part == Part::Unit && spelled(&one.value) == wanted);
    }
    let (mut done, mut fault) = (0, None);
    for one in all {
        let Some(told) = told_of(conn, &one.person)? else {
            waiting::settle(conn, &one.person, Part::Unit)?;
            continue;
        };
        match arrive(conn, door, &one.person, &told, Some(unit))? {
            Ok(()) => {
                waiting::settle(conn, &one.person, Part::Unit)?;
                done += 1;
            }
            Err(other) => fault = Some(other),
        }
    }
    Ok((done, fault))
}

/// After a no: what was told of somebody is what stands, so that the next change of theirs does not ask for it again.
pub fn stands(conn: &mut Conn, clock: &Clock, id: &PersonId) -> Result<()> {
    let Some(mut entry) = store::one(conn, Kind::User, id.as_str())?.filter(|entry| !entry.gone) else { return Ok(()) };
    let Some(person) = organisation::find_person(conn, id)? else { return Ok(()) };
    let mut told: Resource = serde_json::from_str(&entry.told)?;
    let standing = of_person(&person, &organisation::tree(conn)?);
    for name in ["active", "emails"] {
        match standing.get(name) {
            Some(value) => told.insert(name.to_owned(), value.clone()),
            None => told.remove(name),
        };
    }
    (entry.told, entry.changed_at) = (serde_json::to_string(&told)?, clock.now());
    store::keep(conn, &entry)
}
