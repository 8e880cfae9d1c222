//! GET /people/waiting: what doors asked for and may not do by themselves, until HR or an administrator says yes or no.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::app::{App, audit, digest};
use crate::arrivals::decide::{self, Decider, mark, marked};
use crate::arrivals::sieve::Presence;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{PersonId, UnitCode};
use crate::doors::scim::people::{self, Door};
use crate::error::{Error, Result, Say};
use crate::organisation::import::{NAME_LIMIT, Roles, role_words, roles_of};
use crate::organisation::naming::code_of;
use crate::organisation::pages::one::{UnitChoice, unit_choices};
use crate::organisation::waiting::{self, Part, Waiting, spelled};
use crate::organisation::{Person, Tree, Unit, is_code, store};
use crate::render::words::say;
use crate::render::{Language, Page};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, HrOrAdmin, Role, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

const PATH: &str = "/people/waiting";
/// In the place of a code: a unit that is not there yet.
const NEW: &str = "+";
/// Longer lists are cut on the page; the box above them takes them whole.
const SHOWN: usize = 200;
/// Of those who wait for one unit, so many are named.
const NAMED: usize = 5;

#[derive(Debug, Clone, Serialize)]
pub struct WaitingPage {
    units: Vec<Called>,
    /// Beyond those shown.
    more_units: usize,
    choices: Vec<UnitChoice>,
    sections: Vec<Section>,
    /// What could not be done, and why.
    faults: Vec<(String, Say)>,
}

/// Who waits for a unit that is called so.
#[derive(Debug, Clone, Serialize)]
struct Called {
    mark: String,
    spelling: String,
    n: usize,
    /// The first of them.
    names: Vec<String>,
    since: Day,
}

#[derive(Debug, Clone, Serialize)]
struct Section {
    part: Part,
    /// Of all that it holds, shown or not: a yes to all is a yes to what was seen.
    seen: String,
    lines: Vec<Line>,
    /// All wait for the same reasons, and came the same way: said once.
    alike: bool,
    /// Beyond those shown.
    more: usize,
    /// Some the reader may decide about.
    decides: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    mark: String,
    person: PersonId,
    name: String,
    what: Say,
    why: Vec<&'static str>,
    /// A file's name; none for the directory.
    file: Option<String>,
    since: Day,
    decides: bool,
}

impl Page for WaitingPage {
    const TEMPLATE: &'static str = "administration/waiting.html";
}

fn dash(text: &str) -> &str {
    if text.is_empty() { "—" } else { text }
}

/// What would become of somebody.
fn what(conn: &mut Conn, reader: &Reader, person: &Person, waiting: &Waiting) -> Result<Say> {
    Ok(match waiting.part {
        Part::Address => {
            let say = Say::new("waiting-address").with("before", dash(&person.email));
            say.with("after", dash(&waiting.value))
        }
        Part::Presence => match Presence::parse(&waiting.value) {
            Some(wish) if wish.returns(Presence::of(person), reader.today) => Say::new("waiting-back"),
            Some(Presence { active: true, until: Some(day), .. }) => Say::new("waiting-until").with("day", day),
            Some(Presence { active: true, away: true, .. }) => Say::new("waiting-away"),
            _ => Say::new("waiting-gone"),
        },
        _ => {
            let suppliers = store::suppliers(conn)?;
            let named = |roles: Roles| -> Vec<String> {
                roles
                    .iter()
                    .map(|(role, of)| say(reader.language, &role_words("role-short", *role, of, &suppliers)))
                    .collect()
            };
            let (before, after) = (named(store::roles(conn, &person.id)?), named(roles_of(&waiting.value)));
            let told = Say::new("waiting-roles").with("before", dash(&before.join(", ")));
            told.with("after", dash(&after.join(", ")))
        }
    })
}

fn decider(who: &Who) -> Decider {
    Decider { person: who.person.clone(), admin: who.has(Role::Admin) }
}

/// Who reads the page.
#[derive(Clone)]
struct Reader {
    admin: bool,
    language: Language,
    zone: TimeZone,
    today: Day,
}

impl Reader {
    fn of(who: &Who, app: &App) -> Self {
        Self {
            admin: who.has(Role::Admin),
            language: who.language,
            zone: app.config.time_zone.clone(),
            today: app.today(),
        }
    }
}

fn view(conn: &mut Conn, reader: &Reader, faults: Vec<(String, Say)>) -> Result<WaitingPage> {
    let (admin, zone) = (reader.admin, &reader.zone);
    let all = waiting::all(conn)?;
    let (mut called, mut more_units): (BTreeMap<String, Called>, usize) = (BTreeMap::new(), 0);
    for one in all.iter().filter(|one| one.part == Part::Unit) {
        let spelling = spelled(&one.value);
        // Those of whom no unit is told are asked about one by one.
        let key = if spelling.is_empty() { format!(" {}", one.person) } else { spelling };
        if !called.contains_key(&key) && called.len() >= SHOWN {
            more_units += 1;
            continue;
        }
        let (mark, name) = match called.get(&key) {
            Some(known) if known.names.len() >= NAMED => (String::new(), None),
            known => {
                let mark = if known.is_none() { mark(conn, one)? } else { String::new() };
                (mark, Some(name_of(conn, &one.person)?))
            }
        };
        let since = one.asked_at.day_in(zone);
        let entry = called.entry(key).or_insert_with(|| Called {
            mark,
            spelling: one.value.clone(),
            n: 0,
            names: Vec::new(),
            since,
        });
        entry.n += 1;
        entry.names.extend(name);
    }
    let mut sections = Vec::new();
    for part in [Part::Presence, Part::Address, Part::Roles] {
        let of: Vec<&Waiting> = all.iter().filter(|one| one.part == part).collect();
        let mut lines = Vec::new();
        for one in of.iter().take(SHOWN) {
            let Some(person) = store::find_person(conn, &one.person)? else { continue };
            lines.push(Line {
                mark: mark(conn, one)?,
                what: what(conn, reader, &person, one)?,
                person: person.id,
                name: person.name,
                why: one.reasons().map(|why| why.words(one.part)).collect(),
                file: one.source.contains('.').then(|| one.source.clone()),
                since: one.asked_at.day_in(zone),
                decides: admin || !one.needs_admin(),
            });
        }
        if !lines.is_empty() {
            let more = of.len().saturating_sub(SHOWN);
            let decides = of.iter().any(|one| admin || !one.needs_admin());
            let first = of.first().map(|one| (&one.reasons, &one.source));
            let alike = of.len() > 1 && of.iter().all(|one| first == Some((&one.reasons, &one.source)));
            sections.push(Section { part, seen: seen(conn, &of)?, lines, alike, more, decides });
        }
    }
    let choices = if called.is_empty() { Vec::new() } else { unit_choices(&store::tree(conn)?) };
    Ok(WaitingPage { units: called.into_values().collect(), more_units, choices, sections, faults })
}

/// What a list is known by again.
fn seen(conn: &mut Conn, of: &[&Waiting]) -> Result<String> {
    let mut marks = String::new();
    for one in of {
        marks.push_str(&mark(conn, one)?);
        marks.push('\n');
    }
    Ok(digest(marks.as_bytes()))
}

fn name_of(conn: &mut Conn, id: &PersonId) -> Result<String> {
    if let Some(person) = store::find_person(conn, id)? {
        return Ok(person.name);
    }
    Ok(people::told_of(conn, id)?.map(|told| people::name(&told)).unwrap_or_default())
}

pub async fn show(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let reader = Reader::of(&who, &app);
    let page = app.db.read(move |conn| view(conn, &reader, Vec::new())).await?;
    web::page(&req, &app, &who, &page).await
}

/// What a form speaks of, and those of it that are not what was seen.
fn chosen(conn: &mut Conn, part: Part, all_seen: Option<&str>, marks: &[String]) -> Result<(Vec<Waiting>, usize)> {
    let Some(all_seen) = all_seen else {
        let mut list = Vec::new();
        for text in marks {
            list.extend(marked(conn, text)?.filter(|one| one.part == part));
        }
        let changed = marks.len() - list.len();
        return Ok((list, changed));
    };
    let all: Vec<Waiting> = waiting::all(conn)?.into_iter().filter(|one| one.part == part).collect();
    if seen(conn, &all.iter().collect::<Vec<_>>())? == all_seen { Ok((all, 0)) } else { Ok((Vec::new(), 1)) }
}

/// POST /people/waiting: yes or no to what was chosen of one part.
pub async fn decide(req: HttpRequest, HrOrAdmin(who): HrOrAdmin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let part = Part::parse(&form.text("part")?).filter(|part| *part != Part::Unit).ok_or(Error::NotFound)?;
    let yes = match form.text("decision")?.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::invalid("waiting-fault-decision")),
    };
    let (all, marks) = (form.optional("all")?, form.all("chosen"));
    let (by, clock, reader) = (decider(&who), app.clock.clone(), Reader::of(&who, &app));
    let outcome = app
        .db
        .write(move |conn| {
            waiting::hold(conn)?;
            let (list, changed) = chosen(conn, part, all.as_deref(), &marks)?;
            let (mut done, mut faults) = (0, Vec::new());
            for one in list {
                if one.needs_admin() && !by.admin {
                    if all.is_none() {
                        return Err(Error::Forbidden);
                    }
                    continue;
                }
                let fault = if yes {
                    decide::agree(conn, &clock, &by, &one)?
                } else {
                    decide::refuse(conn, &clock, &by, &one)?;
                    people::stands(conn, &clock, &one)?;
                    None
                };
                match fault {
                    Some(say) => faults.push((name_of(conn, &one.person)?, say)),
                    None => done += 1,
                }
            }
            if changed > 0 {
                faults.push((String::new(), Say::new("waiting-fault-changed")));
            } else if done == 0 && faults.is_empty() {
                faults.push((String::new(), Say::new("waiting-fault-none")));
            }
            if faults.is_empty() { Ok(Ok(done)) } else { view(conn, &reader, faults).map(Err) }
        })
        .await?;
    match outcome {
        Ok(n) => {
            redirect_saying(PATH, &Say::new(if yes { "flash-waiting-done" } else { "flash-waiting-left" }).with("n", n))
        }
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// POST /people/waiting/unit: which unit is called so; or that nobody of it belongs here.
pub async fn name_unit(req: HttpRequest, HrOrAdmin(who): HrOrAdmin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (text, unit, no) = (form.text("mark")?, UnitCode(form.text("unit")?), form.text("decision")? == "no");
    let (by, door, reader) = (decider(&who), Door::new(&app, "hr"), Reader::of(&who, &app));
    let outcome = app
        .db
        .write(move |conn| {
            waiting::hold(conn)?;
            let fault = |conn: &mut Conn, say: Say| view(conn, &reader, vec![(String::new(), say)]).map(Err);
            let Some(one) = marked(conn, &text)?.filter(|one| one.part == Part::Unit) else {
                return fault(conn, Say::new("waiting-fault-changed"));
            };
            if no {
                let n = leave(conn, &door, &by, &one)?;
                return Ok(Ok(Say::new("flash-waiting-left").with("n", n)));
            }
            let tree = store::tree(conn)?;
            let unit = match unit.as_str() {
                NEW => match new_unit(conn, &tree, &one.value)? {
                    Ok(unit) => unit,
                    Err(say) => return fault(conn, say),
                },
                code if tree.get(&code.into()).is_some_and(|unit| unit.active) => unit,
                _ => return fault(conn, Say::new("waiting-fault-unit")),
            };
            let (n, against) = people::is_of_unit(conn, &door, &one, &unit)?;
            let detail = format!("{unit} {}", one.value);
            audit(conn, &door.clock, Some(&by.person), "unit-spelled", detail.trim())?;
            match against {
                Some(against) => fault(conn, Say::new("waiting-fault-line").with("what", against)),
                None => Ok(Ok(Say::new("flash-waiting-done").with("n", n))),
            }
        })
        .await?;
    match outcome {
        Ok(said) => redirect_saying(PATH, &said),
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// The unit that the directory calls so, made because somebody here says so: below the top of the house, where there is
/// one top.
fn new_unit(conn: &mut Conn, tree: &Tree, called: &str) -> Result<std::result::Result<UnitCode, Say>> {
    let name = clean_line(called);
    let code = UnitCode(code_of(&name));
    if name.chars().count() > NAME_LIMIT || !is_code(code.as_str()) || tree.get(&code).is_some() {
        return Ok(Err(Say::new("waiting-fault-new-unit")));
    }
    let mut tops = tree.roots();
    let parent = tops.next().filter(|_| tops.next().is_none()).map(|unit| unit.code.clone());
    store::insert_units(conn, &[Unit { code: code.clone(), name, parent, active: true }])?;
    Ok(Ok(code))
}

/// Nobody of this spelling waits any more; how many did.
fn leave(conn: &mut Conn, door: &Door, by: &Decider, of: &Waiting) -> Result<usize> {
    let wanted = spelled(&of.value);
    let alike = |one: &Waiting| match wanted.as_str() {
        "" => one.person == of.person,
        wanted => spelled(&one.value) == wanted,
    };
    let mut n = 0;
    for one in waiting::all(conn)?.into_iter().filter(|one| one.part == Part::Unit).filter(alike) {
        decide::refuse(conn, &door.clock, by, &one)?;
        n += 1;
    }
    Ok(n)
}
