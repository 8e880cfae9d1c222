//! The charter's versions, their lines, and what is proposed for the next.

use diesel::prelude::*;

use crate::catalogue::charter::{Charter, Line, Proposal, State};
use crate::db::Conn;
use crate::db::schema::{charter_lines, charter_proposals, charters};
use crate::error::Result;

/// Every version, the latest first.
pub fn versions(conn: &mut Conn) -> Result<Vec<Charter>> {
    Ok(charters::table.order(charters::version.desc()).select(Charter::as_select()).load(conn)?)
}

/// The version that holds.
pub fn adopted(conn: &mut Conn) -> Result<Option<Charter>> {
    Ok(versions(conn)?.into_iter().find(|version| version.state == State::Adopted))
}

/// The version being prepared.
pub fn draft(conn: &mut Conn) -> Result<Option<Charter>> {
    Ok(versions(conn)?.into_iter().find(|version| version.state != State::Adopted))
}

pub fn lines(conn: &mut Conn, version: i32) -> Result<Vec<Line>> {
    Ok(charter_lines::table
        .filter(charter_lines::charter.eq(version))
        .order(charter_lines::position)
        .select(Line::as_select())
        .load(conn)?)
}

pub fn insert(conn: &mut Conn, version: &Charter) -> Result<()> {
    diesel::insert_into(charters::table).values(version).execute(conn)?;
    Ok(())
}

/// False when it was adopted meanwhile: an adopted version never changes.
pub fn update(conn: &mut Conn, version: &Charter) -> Result<bool> {
    let row = charters::table.find(version.version).filter(charters::state.ne(State::Adopted));
    Ok(diesel::update(row).set(version).execute(conn)? == 1)
}

/// These lines in the place of those of a version.
pub fn set_lines(conn: &mut Conn, version: i32, lines: &[Line]) -> Result<()> {
    diesel::delete(charter_lines::table.filter(charter_lines::charter.eq(version))).execute(conn)?;
    for line in lines {
        diesel::insert_into(charter_lines::table).values(line).execute(conn)?;
    }
    Ok(())
}

/// What is proposed, the first one first.
pub fn proposals(conn: &mut Conn) -> Result<Vec<Proposal>> {
    Ok(charter_proposals::table
        .order((charter_proposals::made_on, charter_proposals::id))
        .select(Proposal::as_select())
        .load(conn)?)
}

pub fn propose(conn: &mut Conn, proposal: &Proposal) -> Result<()> {
    diesel::insert_into(charter_proposals::table).values(proposal).execute(conn)?;
    Ok(())
}

pub fn drop_proposal(conn: &mut Conn, id: &str) -> Result<()> {
    diesel::delete(charter_proposals::table.find(id)).execute(conn)?;
    Ok(())
}
