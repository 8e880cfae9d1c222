//! The organisation's accounts: whose is which. An account is found by issuer and subject once it is linked; the first
//! time, by an address its provider vouches for. Nobody is made by signing in.

use diesel::prelude::*;

use super::{Person, store};
use crate::app::audit;
use crate::clock::{Clock, Day, Moment};
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::db::schema::{accounts, sessions};
use crate::error::Result;

/// What a provider says of somebody who signed in there.
#[derive(Debug, Clone)]
pub struct Claimed {
    pub issuer: String,
    pub subject: String,
    /// An address it vouches for.
    pub email: Option<String>,
    /// Its name for its own session; empty where it gave none.
    pub session: String,
}

/// Whether somebody who signed in with an account comes in here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Welcome {
    Person(PersonId),
    /// No address that the provider vouches for, and no link from before.
    NoAddress,
    /// Nobody here has this address.
    Unknown,
    /// The person of this address signs in with another account.
    Other,
    /// They do not work here any more.
    Left,
}

/// Finds whose account it is, and links it the first time.
pub fn welcome(conn: &mut Conn, clock: &Clock, today: Day, claimed: &Claimed) -> Result<Welcome> {
    let known: Option<PersonId> = accounts::table
        .find((&claimed.issuer, &claimed.subject))
        .select(accounts::person)
        .get_result(conn)
        .optional()?;
    if let Some(person) = known {
        let person = store::person(conn, &person)?;
        return Ok(if person.works_on(today) { Welcome::Person(person.id) } else { Welcome::Left });
    }
    let Some(email) = &claimed.email else { return Ok(Welcome::NoAddress) };
    let Some(person) = store::person_by_email(conn, email)? else { return Ok(Welcome::Unknown) };
    if !person.works_on(today) {
        return Ok(Welcome::Left);
    }
    Ok(if link(conn, clock, claimed, &person)? { Welcome::Person(person.id) } else { Welcome::Other })
}

/// False when the person has another account of this provider, also when that was linked at the same moment.
fn link(conn: &mut Conn, clock: &Clock, claimed: &Claimed, person: &Person) -> Result<bool> {
    let row = (
        accounts::issuer.eq(&claimed.issuer),
        accounts::subject.eq(&claimed.subject),
        accounts::person.eq(&person.id),
        accounts::linked_at.eq(clock.now()),
    );
    let new = crate::on_each!(conn, c => diesel::insert_into(accounts::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    if new == 1 {
        audit(conn, clock, Some(&person.id), "account-linked", "")?;
    }
    Ok(new == 1)
}

/// Since when a person signs in with an account of the organisation; none when they have none.
pub fn linked_since(conn: &mut Conn, person: &PersonId) -> Result<Option<Moment>> {
    let rows = accounts::table.filter(accounts::person.eq(person)).order(accounts::linked_at.desc());
    Ok(rows.select(accounts::linked_at).first(conn).optional()?)
}

/// Forgets which accounts are a person's, and ends what they opened: the next sign-in links one anew.
pub fn unlink(conn: &mut Conn, person: &PersonId) -> Result<bool> {
    let gone = diesel::delete(accounts::table.filter(accounts::person.eq(person))).execute(conn)?;
    end_sessions_of(conn, person)?;
    Ok(gone > 0)
}

fn end_sessions_of(conn: &mut Conn, person: &PersonId) -> Result<usize> {
    let begun = sessions::table.filter(sessions::person.eq(person)).filter(sessions::provider_session.is_not_null());
    Ok(diesel::delete(begun).execute(conn)?)
}

/// Ends the sessions of an account.
pub fn end_account(conn: &mut Conn, issuer: &str, subject: &str) -> Result<usize> {
    let person: Option<PersonId> =
        accounts::table.find((issuer, subject)).select(accounts::person).get_result(conn).optional()?;
    person.map_or(Ok(0), |person| end_sessions_of(conn, &person))
}

/// Ends the session that began with this one of the provider.
pub fn end_session(conn: &mut Conn, session: &str) -> Result<usize> {
    if session.is_empty() {
        return Ok(0);
    }
    Ok(diesel::delete(sessions::table.filter(sessions::provider_session.eq(session))).execute(conn)?)
}
