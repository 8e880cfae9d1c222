//! Somebody says yes or no to what waits. A yes does it as if it were typed by hand: by the rules of the file.

use super::sieve::Presence;
use crate::app::{audit, digest};
use crate::clock::Clock;
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::{Error, Result, Say};
use crate::organisation::import::{self, PersonLine};
use crate::organisation::pages::import::{audit_addresses, audit_roles};
use crate::organisation::waiting::{self, Part, Waiting};
use crate::organisation::{Person, store};

/// Who decides.
#[derive(Debug, Clone)]
pub struct Decider {
    pub person: PersonId,
    pub admin: bool,
}

/// What a form says of a waiting change: whose, which part, and a mark of what was seen: the wish and the person as they
/// stand.
pub fn mark(conn: &mut Conn, waiting: &Waiting) -> Result<String> {
    let person = store::find_person(conn, &waiting.person)?;
    let standing = match &person {
        Some(person) => {
            let roles = import::roles_text(&store::roles(conn, &person.id)?);
            format!("{}\n{}\n{}\n{roles}", person.email, person.name, Presence::of(person).text())
        }
        None => String::new(),
    };
    let seen: String = digest(format!("{}\n{standing}", waiting.value).as_bytes()).chars().take(16).collect();
    Ok(format!("{} {} {seen}", waiting.person, waiting.part.as_str()))
}

/// What a mark stands for, as long as it is what was seen.
pub fn marked(conn: &mut Conn, text: &str) -> Result<Option<Waiting>> {
    let mut words = text.split(' ');
    let (Some(person), Some(part)) = (words.next(), words.next().and_then(Part::parse)) else { return Ok(None) };
    let Some(found) = waiting::one(conn, &PersonId(person.to_owned()), part)? else { return Ok(None) };
    Ok(if mark(conn, &found)? == text { Some(found) } else { None })
}

/// The line of a file that says of somebody what waits.
fn line(person: &Person, waiting: &Waiting) -> Result<PersonLine> {
    let mut line = PersonLine::of(person);
    match waiting.part {
        Part::Address => line.email.clone_from(&waiting.value),
        Part::Roles => line.roles.clone_from(&waiting.value),
        Part::Presence => {
            let presence = Presence::parse(&waiting.value).ok_or(Error::NotFound)?;
            (line.active, line.away) = (presence.active, presence.active.then_some(presence.away));
            line.until = presence.until.map(|day| day.to_string()).unwrap_or_default();
        }
        // Answered with a unit, where people come from.
        Part::Unit => return Err(Error::NotFound),
    }
    Ok(line)
}

/// Does what waits; what stands against it, if something does.
pub fn agree(conn: &mut Conn, clock: &Clock, by: &Decider, waiting: &Waiting) -> Result<Option<Say>> {
    if waiting.needs_admin() && !by.admin {
        return Err(Error::Forbidden);
    }
    let person = store::person(conn, &waiting.person)?;
    let file = line(&person, waiting)?.file(&store::tree(conn)?)?;
    let plan = import::plan_person(conn, Some(&person.id), &file, |_| Ok(std::collections::BTreeMap::new()))?;
    if let Some(fault) = plan.faults.first() {
        return Ok(Some(fault.say.clone()));
    }
    match import::apply_people(conn, &plan, by.admin) {
        Err(Error::Invalid(say)) => return Ok(Some(say)),
        done => done?,
    }
    waiting::settle(conn, &waiting.person, waiting.part)?;
    let who = Some(&by.person);
    audit(conn, clock, who, "arrival-agreed", &format!("{} {}", person.id, waiting.part.as_str()))?;
    audit_addresses(conn, clock, who, &plan.changes.readdressed)?;
    audit_roles(conn, clock, who, &plan.changes.roles)?;
    Ok(None)
}

/// Leaves everything as it stands.
pub fn refuse(conn: &mut Conn, clock: &Clock, by: &Decider, waiting: &Waiting) -> Result<()> {
    if waiting.needs_admin() && !by.admin {
        return Err(Error::Forbidden);
    }
    waiting::settle(conn, &waiting.person, waiting.part)?;
    let detail = format!("{} {}", waiting.person, waiting.part.as_str());
    audit(conn, clock, Some(&by.person), "arrival-refused", &detail)
}
