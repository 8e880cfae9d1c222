//! What the rules of doors look at.

use std::collections::BTreeSet;

use super::sieve::Standing;
use crate::campaign::{State, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::error::Result;
use crate::organisation::{store as organisation, waiting};

pub fn standing(conn: &mut Conn, today: Day) -> Result<Standing> {
    let people = organisation::people(conn)?.into_iter().map(|person| (person.id.clone(), person)).collect();
    let roles = organisation::grants(conn)?.into_keys().collect();
    let mut standing = Standing { people, roles, ..Standing::default() };
    standing.done = waiting::done_after(conn, today.plus_days(-waiting::WINDOW_DAYS))?;
    let open = campaigns::in_state(conn, State::Open)?;
    for (campaign, group, person) in campaigns::asked_now(conn)? {
        let Some(last_day) = open.iter().find(|open| open.id == campaign).map(|open| open.closes_on) else { continue };
        let of = standing.asked.entry((campaign, group)).or_insert_with(|| (last_day, BTreeSet::new()));
        of.1.insert(person);
    }
    Ok(standing)
}
