//! What happened to an action: every step, edit and note with its day and its author, and the way back from the last step.
//!
//! Refuses to take back a step that somebody else took, or after which something else happened.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{ActionId, PersonId, sortable};
use crate::db::schema::{action_history, actions, people};
use crate::error::{Error, Result};
use crate::progress::{Action, Event, Status, Verdict};

/// What both databases tell apart.
const TICK: jiff::SignedDuration = jiff::SignedDuration::from_micros(1);

/// Two who write at once: the second waits here (Postgres; SQLite has one writer) and then sees the first's line.
pub fn hold(conn: &mut Conn, id: &ActionId) -> Result<()> {
    if let Conn::Pg(c) = conn {
        actions::table.find(id).select(actions::number).for_update().first::<i32>(c)?;
    }
    Ok(())
}

/// What a step changes, as it stood before.
#[derive(Debug, Clone, PartialEq, Serialize, AsChangeset)]
#[diesel(table_name = actions, treat_none_as_null = true)]
pub struct Stood {
    status: Status,
    starts_on: Option<Day>,
    done_on: Option<Day>,
    reason: String,
    verdict: Option<Verdict>,
}

impl Stood {
    pub fn of(action: &Action) -> Self {
        Self {
            status: action.status,
            starts_on: action.starts_on,
            done_on: action.done_on,
            reason: action.reason.clone(),
            verdict: action.verdict,
        }
    }

    fn read(text: &str) -> Result<Self> {
        let words: Words = serde_json::from_str(text)?;
        let unknown = || Error::internal(format!("a step left {text}"));
        Ok(Self {
            status: Status::parse(&words.status).ok_or_else(unknown)?,
            starts_on: words.starts_on.as_deref().and_then(Day::parse),
            done_on: words.done_on.as_deref().and_then(Day::parse),
            reason: words.reason,
            verdict: words.verdict.as_deref().and_then(Verdict::parse),
        })
    }
}

/// [`Stood`] as it is written.
#[derive(Deserialize)]
struct Words {
    status: String,
    starts_on: Option<String>,
    done_on: Option<String>,
    reason: String,
    verdict: Option<String>,
}

#[derive(Insertable)]
#[diesel(table_name = action_history)]
struct NewLine<'a> {
    id: String,
    action: &'a ActionId,
    at: Moment,
    person: Option<&'a PersonId>,
    event: Event,
    detail: &'a str,
    stood: Option<String>,
}

pub fn note(
    conn: &mut Conn,
    action: &ActionId,
    now: Moment,
    by: Option<&PersonId>,
    event: Event,
    detail: &str,
) -> Result<()> {
    write(conn, NewLine { id: sortable(now), action, at: now, person: by, event, detail, stood: None })
}

/// A step, with what it takes to go back.
pub fn note_step(
    conn: &mut Conn,
    action: &ActionId,
    now: Moment,
    by: &PersonId,
    event: Event,
    detail: &str,
    stood: &Stood,
) -> Result<()> {
    let stood = Some(serde_json::to_string(stood)?);
    write(conn, NewLine { id: sortable(now), action, at: now, person: Some(by), event, detail, stood })
}

/// Writes a line after all that stand: what was done within one tick of the clock keeps its order.
fn write(conn: &mut Conn, line: NewLine<'_>) -> Result<()> {
    let last: Option<Moment> = action_history::table
        .filter(action_history::action.eq(line.action))
        .select(diesel::dsl::max(action_history::at))
        .first(conn)?;
    let at = last.map_or(line.at, |last| line.at.max(last.plus(TICK)));
    diesel::insert_into(action_history::table).values(&NewLine { at, ..line }).execute(conn)?;
    Ok(())
}

/// One line of the history, with the name of who did it; no name when the tool did.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    pub at: Moment,
    pub event: Event,
    pub detail: String,
    pub person: Option<String>,
}

/// Earliest first.
pub fn lines(conn: &mut Conn, action: &ActionId) -> Result<Vec<Line>> {
    Ok(action_history::table
        .left_join(people::table.on(action_history::person.eq(people::id.nullable())))
        .filter(action_history::action.eq(action))
        .order((action_history::at, action_history::id))
        .select((action_history::at, action_history::event, action_history::detail, people::name.nullable()))
        .load(conn)?)
}

/// The key of the latest line that changed something: what an edit was made from. Notes do not come in between.
pub fn last_line(conn: &mut Conn, action: &ActionId) -> Result<String> {
    Ok(last(conn, action)?.map(|line| line.id).unwrap_or_default())
}

#[derive(Queryable)]
struct Last {
    id: String,
    event: Event,
    person: Option<PersonId>,
    stood: Option<String>,
}

fn last(conn: &mut Conn, action: &ActionId) -> Result<Option<Last>> {
    Ok(action_history::table
        .filter(action_history::action.eq(action))
        .filter(action_history::event.ne(Event::Noted))
        .order((action_history::at.desc(), action_history::id.desc()))
        .select((action_history::id, action_history::event, action_history::person, action_history::stood))
        .first(conn)
        .optional()?)
}

/// The step that `by` may take back: the last thing that happened, and their own.
pub fn undoable(conn: &mut Conn, action: &ActionId, by: &PersonId) -> Result<Option<String>> {
    let own = last(conn, action)?.filter(|line| line.stood.is_some() && line.person.as_ref() == Some(by));
    Ok(own.map(|line| line.id))
}

/// Takes back the step of `line`; false when it is not the last any more or was not theirs. The step leaves the history
/// for a line that says it was taken back: what people are told of is what was not.
pub fn undo(conn: &mut Conn, action: &ActionId, line: &str, by: &PersonId, now: Moment) -> Result<bool> {
    hold(conn, action)?;
    let found = last(conn, action)?.filter(|last| last.id == line && last.person.as_ref() == Some(by));
    let Some((event, stood)) = found.and_then(|last| Some((last.event, last.stood?))) else { return Ok(false) };
    let stood = Stood::read(&stood)?;
    diesel::update(actions::table.find(action)).set(&stood).execute(conn)?;
    diesel::delete(action_history::table.find(line)).execute(conn)?;
    note(conn, action, now, Some(by), Event::Undone, event.as_str())?;
    Ok(true)
}
