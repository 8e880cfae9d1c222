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
use crate::error::{Error, Result, Say};
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
    let all: Vec<&Resource> =
        attributes::items(told, "emails").filter(|one| !attributes::of(one, "value").is_empty()).collect();
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

/// Who is meant by a user that the directory tells of for the first time: by number, by address. An address leads to
/// nobody of another number, nor to somebody who left: both may have passed it on.
pub fn meant(conn: &mut Conn, told: &Resource) -> Result<Option<Person>> {
    let number = attributes::part_of(told, ENTERPRISE, "employeeNumber");
    if !number.is_empty()
        && let Some(person) = organisation::person_by_number(conn, number)?
    {
        return Ok(Some(person));
    }
    for text in [email(told).as_deref().unwrap_or_default(), attributes::of(told, "userName")] {
        let found = organisation::person_by_email(conn, text)?;
        let other = |person: &Person| !number.is_empty() && person.person_id.as_deref().is_some_and(|n| n != number);
        if let Some(person) = found.filter(|person| person.active && !other(person)) {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// The person that a user is: as kept, or (where nobody here is it yet) who was made meanwhile by another way; else the
/// one it becomes.
pub fn person_of(conn: &mut Conn, kept: &PersonId, told: &Resource) -> Result<PersonId> {
    if organisation::find_person(conn, kept)?.is_some() {
        return Ok(kept.clone());
    }
    let Some(person) = meant(conn, told)? else { return Ok(kept.clone()) };
    if store::of_person(conn, person.id.as_str())?.is_some() {
        return Ok(kept.clone());
    }
    waiting::settle(conn, kept, Part::Unit)?;
    Ok(person.id)
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
pub fn unit(conn: &mut Conn, spelling: &str) -> Result<Option<UnitCode>> {
    let wanted = spelled(spelling);
    if wanted.is_empty() {
        return Ok(None);
    }
    if let Some((_, unit)) = waiting::spellings(conn)?.into_iter().find(|(known, _)| *known == wanted) {
        return Ok(Some(unit));
    }
    let tree = organisation::tree(conn)?;
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

/// What of a user matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    number: String,
    email: Option<String>,
    name: String,
    language: &'static str,
    active: bool,
    unit: String,
}

impl Said {
    fn of(told: &Resource, unit: String) -> Self {
        Self {
            number: attributes::part_of(told, ENTERPRISE, "employeeNumber").to_owned(),
            email: email(told),
            name: name(told),
            language: language(told),
            active: told.get("active").and_then(Value::as_bool).unwrap_or(true),
            unit,
        }
    }
}

/// What the directory said of a user before this, and what it says now.
pub struct Told<'a> {
    /// None when it never spoke of them.
    pub before: Option<&'a Resource>,
    pub now: &'a Resource,
}

/// Makes of a person here what the directory says now and did not say before, as far as a door may: what somebody here
/// put right since stays right. What stands against it is said before anything is written. `unit_given` is the unit that
/// somebody chose.
pub fn arrive(
    conn: &mut Conn,
    door: &Door,
    id: &PersonId,
    told: &Told<'_>,
    unit_given: Option<&UnitCode>,
) -> Result<std::result::Result<(), Fault>> {
    let standing = organisation::find_person(conn, id)?;
    let is = Said::of(told.now, spelling(conn, door.unit_by, id, told.now)?);
    let Some(standing) = standing else { return come(conn, door, id, told.now, &is, unit_given) };
    let was = match told.before {
        Some(before) => Some(Said::of(before, spelling(conn, door.unit_by, id, before)?)),
        None => None,
    };
    let new = |of: &dyn Fn(&Said) -> bool| was.as_ref().is_none_or(of);
    let stood = PersonLine::of(&standing);
    let mut line = stood.clone();
    let mut speaks = Vec::new();
    if new(&|was| was.active != is.active) {
        speaks.push(Part::Presence);
        line.active = is.active;
        // Who comes back has no end behind them.
        if is.active && standing.until.is_some_and(|until| until < door.today) {
            line.until = String::new();
        }
    }
    if is.active {
        // Of whoever leaves nothing else is asked.
        if new(&|was| was.number != is.number) && !is.number.is_empty() {
            line.number.clone_from(&is.number);
        }
        if let Some(email) = is.email.clone().filter(|_| new(&|was| was.email != is.email)) {
            speaks.push(Part::Address);
            line.email = email;
        }
        if new(&|was| was.name != is.name) {
            line.name.clone_from(&is.name);
        }
        if new(&|was| was.language != is.language) && !is.language.is_empty() {
            is.language.clone_into(&mut line.language);
        }
        if unit_given.is_some() || new(&|was| was.unit != is.unit) {
            let found = match unit_given {
                Some(unit) => Some(unit.clone()),
                None => unit(conn, &is.unit)?,
            };
            let unknown = found.is_none() && !is.unit.is_empty();
            wait_for_unit(conn, door, id, unknown.then_some(&is.unit))?;
            line.unit = found.map_or(line.unit, |unit| unit.0);
        }
    }
    if line == stood && speaks.is_empty() {
        return Ok(Ok(()));
    }
    carry(conn, door, id, Some(&standing), &line, &speaks)
}

/// Somebody who is not here yet: comes once there is a unit, and not before they work here.
fn come(
    conn: &mut Conn,
    door: &Door,
    id: &PersonId,
    told: &Resource,
    is: &Said,
    unit_given: Option<&UnitCode>,
) -> Result<std::result::Result<(), Fault>> {
    let found = match unit_given {
        Some(unit) => Some(unit.clone()),
        None => unit(conn, &is.unit)?,
    };
    wait_for_unit(conn, door, id, (found.is_none() && is.active).then_some(&is.unit))?;
    let Some(unit) = found.filter(|_| is.active) else { return Ok(Ok(())) };
    let email = is.email.clone().unwrap_or_default();
    // Somebody must be known by something.
    let nameless = email.is_empty() && is.number.is_empty();
    let line = PersonLine {
        number: if nameless { attributes::of(told, "userName").to_owned() } else { is.number.clone() },
        email,
        name: is.name.clone(),
        unit: unit.0,
        language: is.language.to_owned(),
        active: true,
        ..PersonLine::default()
    };
    carry(conn, door, id, None, &line, &[Part::Address, Part::Presence])
}

/// Carries a line out, by the rules of a file of it.
fn carry(
    conn: &mut Conn,
    door: &Door,
    id: &PersonId,
    standing: Option<&Person>,
    line: &PersonLine,
    speaks: &[Part],
) -> Result<std::result::Result<(), Fault>> {
    let file = line.file(&organisation::tree(conn)?)?;
    let known = standing.map(|person| &person.id);
    let mut plan = import::plan_person(conn, known, &file, |_| Ok(BTreeMap::new()))?;
    if let Some(fault) = plan.faults.first() {
        return Ok(Err(Fault::of_line(&fault.say)));
    }
    for person in &mut plan.changes.created {
        person.id.clone_from(id);
    }
    let sifted = bring(conn, &door.clock, door.today, &mut plan, (&door.source, speaks))?;
    if let Some(person) = sifted.left_out.first() {
        // Undoes what was written.
        let held = Say::new("import-address-held").with("value", &person.email).with("name", &person.name);
        return Err(Error::Invalid(held));
    }
    if !plan.changes.created.is_empty() || !plan.changes.changed.is_empty() {
        audit(conn, &door.clock, None, "arrival", &format!("{id} {}", door.source))?;
    }
    Ok(Ok(()))
}

/// Asks for the unit of somebody where its spelling says nothing; or for nothing any more.
pub fn wait_for_unit(conn: &mut Conn, door: &Door, id: &PersonId, called: Option<&String>) -> Result<()> {
    let Some(called) = called else { return waiting::settle(conn, id, Part::Unit).map(|_| ()) };
    let wish = Wish { person: id.clone(), part: Part::Unit, value: called.clone(), reasons: [Reason::Unit].into() };
    let wishes = [wish];
    if !waiting::ask(conn, &wishes, &door.source, door.clock.now())?.is_empty() {
        mails::tell_waiting(conn, door.today, door.clock.now())?;
        audit(conn, &door.clock, None, "arrival-waits", &format!("{id} unit {}", door.source))?;
    }
    Ok(())
}

/// What the directory told of a person, as long as it has not taken them back.
pub fn told_of(conn: &mut Conn, id: &PersonId) -> Result<Option<Resource>> {
    let entry = store::of_person(conn, id.as_str())?.filter(|entry| !entry.gone);
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
        let entry = store::of_person(conn, one.person.as_str())?.filter(|entry| !entry.gone);
        let Some(mut entry) = entry else {
            waiting::settle(conn, &one.person, Part::Unit)?;
            continue;
        };
        let told: Resource = serde_json::from_str(&entry.told)?;
        let person = person_of(conn, &one.person, &told)?;
        // Of somebody who stands here it changes the unit alone.
        match arrive(conn, door, &person, &Told { before: Some(&told), now: &told }, Some(unit))? {
            Ok(()) => {
                waiting::settle(conn, &one.person, Part::Unit)?;
                if person.as_str() != entry.person {
                    entry.person = person.0;
                    store::keep(conn, &entry)?;
                }
                done += 1;
            }
            Err(other) => fault = Some(other),
        }
    }
    Ok((done, fault))
}

/// After a no: what was told of this part is what stands, so that it is asked for again only when the directory says it
/// again.
pub fn stands(conn: &mut Conn, clock: &Clock, of: &waiting::Waiting) -> Result<()> {
    let name = match of.part {
        Part::Presence => "active",
        Part::Address => "emails",
        Part::Roles | Part::Unit => return Ok(()),
    };
    let entry = store::of_person(conn, of.person.as_str())?.filter(|entry| !entry.gone);
    let (Some(mut entry), Some(person)) = (entry, organisation::find_person(conn, &of.person)?) else { return Ok(()) };
    let mut told: Resource = serde_json::from_str(&entry.told)?;
    match of_person(&person, &organisation::tree(conn)?).get(name) {
        Some(value) => told.insert(name.to_owned(), value.clone()),
        None => told.remove(name),
    };
    (entry.told, entry.changed_at) = (serde_json::to_string(&told)?, clock.now());
    store::keep(conn, &entry)
}
