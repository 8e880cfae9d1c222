//! The sessions of a training and who took part: known as long as they may have to be asked, and no longer.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, PersonId};
use crate::db::schema::{participants, people, training_sessions};
use crate::error::Result;

/// Who took part is kept for so many days after a session, the second survey opened or not.
pub const KEPT_DAYS: i64 = 90;

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = training_sessions, treat_none_as_null = true)]
pub struct Session {
    pub id: String,
    pub action: ActionId,
    pub day: Day,
    /// Where, for whom: to tell it from others.
    pub words: String,
    /// The first survey that asks about it.
    pub campaign: Option<CampaignId>,
}

/// The sessions of a training, the earliest first.
pub fn of_action(conn: &mut Conn, action: &ActionId) -> Result<Vec<Session>> {
    Ok(training_sessions::table
        .filter(training_sessions::action.eq(action))
        .order((training_sessions::day, training_sessions::id))
        .select(Session::as_select())
        .load(conn)?)
}

pub fn session(conn: &mut Conn, id: &str) -> Result<Session> {
    Ok(training_sessions::table.find(id).select(Session::as_select()).get_result(conn)?)
}

/// As [`session`], and nobody else changes it until this transaction ends.
pub fn hold(conn: &mut Conn, id: &str) -> Result<Session> {
    if let Conn::Pg(c) = conn {
        training_sessions::table.find(id).select(training_sessions::id).for_update().get_result::<String>(c)?;
    }
    session(conn, id)
}

pub fn insert(conn: &mut Conn, row: &Session) -> Result<()> {
    diesel::insert_into(training_sessions::table).values(row).execute(conn)?;
    Ok(())
}

pub fn update(conn: &mut Conn, row: &Session) -> Result<()> {
    diesel::update(training_sessions::table.find(&row.id)).set(row).execute(conn)?;
    Ok(())
}

/// Takes a session away with its participants.
pub fn remove(conn: &mut Conn, id: &str) -> Result<()> {
    diesel::delete(participants::table.filter(participants::session.eq(id))).execute(conn)?;
    diesel::delete(training_sessions::table.find(id)).execute(conn)?;
    Ok(())
}

/// Says which survey asks about these sessions first, or that none does.
pub fn asked_by(conn: &mut Conn, ids: &[String], campaign: Option<&CampaignId>) -> Result<()> {
    diesel::update(training_sessions::table.filter(training_sessions::id.eq_any(ids)))
        .set(training_sessions::campaign.eq(campaign))
        .execute(conn)?;
    Ok(())
}

/// No survey that is thrown away asks about a session.
pub fn asked_no_more_by(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    diesel::update(training_sessions::table.filter(training_sessions::campaign.eq(campaign)))
        .set(training_sessions::campaign.eq(None::<CampaignId>))
        .execute(conn)?;
    Ok(())
}

/// Who took part in each of these sessions: by name, with their id.
pub fn participants_of(conn: &mut Conn, ids: &[String]) -> Result<BTreeMap<String, Vec<(PersonId, String)>>> {
    let rows: Vec<(String, PersonId, String)> = participants::table
        .inner_join(people::table.on(people::id.eq(participants::person)))
        .filter(participants::session.eq_any(ids))
        .order((people::name, people::id))
        .select((participants::session, participants::person, people::name))
        .load(conn)?;
    let mut found: BTreeMap<String, Vec<(PersonId, String)>> = BTreeMap::new();
    for (session, person, name) in rows {
        found.entry(session).or_default().push((person, name));
    }
    Ok(found)
}

/// Writes these people beside those who are there; how many are new.
pub fn take_part(conn: &mut Conn, session: &str, people: &BTreeSet<PersonId>) -> Result<usize> {
    let mut new = 0;
    for person in people {
        let row = (participants::session.eq(session), participants::person.eq(person));
        new += crate::on_each!(conn, c => diesel::insert_into(participants::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(new)
}

pub fn leave(conn: &mut Conn, session: &str, person: &PersonId) -> Result<()> {
    diesel::delete(participants::table.find((session, person))).execute(conn)?;
    Ok(())
}

/// Forgets who took part in the sessions that this survey asked about.
pub fn forget_asked(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    let ids: Vec<String> = training_sessions::table
        .filter(training_sessions::campaign.eq(campaign))
        .select(training_sessions::id)
        .load(conn)?;
    diesel::delete(participants::table.filter(participants::session.eq_any(ids))).execute(conn)?;
    Ok(())
}

/// Forgets who took part in sessions before `day`.
pub fn forget_before(conn: &mut Conn, day: Day) -> Result<()> {
    let past: Vec<String> =
        training_sessions::table.filter(training_sessions::day.lt(day)).select(training_sessions::id).load(conn)?;
    diesel::delete(participants::table.filter(participants::session.eq_any(past))).execute(conn)?;
    Ok(())
}
