//! A plan of people that came by a door: what passes is done, what may not waits.

use super::mails;
use super::sieve::{self, Sifted};
use super::store;
use crate::app::audit;
use crate::clock::{Clock, Day};
use crate::db::Conn;
use crate::error::Result;
use crate::organisation::import::{self, PeopleChanges, Plan};
use crate::organisation::pages::import::audit_addresses;
use crate::organisation::waiting::{self, Part};

/// Does what a door may of `plan`, inside the caller's transaction; refuses one with a bad line whole. `source` is the
/// file's name, or the id of a key; `speaks` the parts of people it speaks of.
pub fn bring(
    conn: &mut Conn,
    clock: &Clock,
    today: Day,
    plan: &mut Plan<PeopleChanges>,
    (source, speaks): (&str, &[Part]),
) -> Result<Sifted> {
    let sifted = sieve::sift(&store::standing(conn, today)?, &mut plan.changes, speaks);
    import::apply_people(conn, plan, false)?;
    let now = clock.now();
    waiting::note_done(conn, &sifted.done, today)?;
    for one in waiting::all(conn)? {
        if sifted.settled.contains(&(one.person.clone(), one.part)) {
            waiting::settle(conn, &one.person, one.part)?;
        }
    }
    let new = waiting::ask(conn, &sifted.held, source, now)?;
    if !new.is_empty() {
        mails::tell_waiting(conn, today, now)?;
    }
    audit_addresses(conn, clock, None, &plan.changes.readdressed)?;
    for wish in new {
        audit(conn, clock, None, "arrival-waits", &format!("{} {} {source}", wish.person, wish.part.as_str()))?;
    }
    Ok(sifted)
}
