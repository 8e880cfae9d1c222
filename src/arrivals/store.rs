//! What the rules of doors look at.

use std::collections::{BTreeMap, BTreeSet};

use super::sieve::Standing;
use crate::campaign::{State, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::Result;
use crate::organisation::store as organisation;
use crate::organisation::waiting::{self, Part};

pub fn standing(conn: &mut Conn, today: Day) -> Result<Standing> {
    let people = organisation::people(conn)?.into_iter().map(|person| (person.id.clone(), person)).collect();
    let mut roles: BTreeSet<PersonId> = organisation::grants(conn)?.into_keys().collect();
    roles.extend(waiting::all(conn)?.into_iter().filter(|one| one.part == Part::Roles).map(|one| one.person));
    let done = waiting::done_after(conn, today.plus_days(-waiting::WINDOW_DAYS))?;
    let mut standing = Standing { people, today, roles, asked: BTreeMap::new(), done };
    let open = campaigns::in_state(conn, State::Open)?;
    for (campaign, group, person) in campaigns::asked_now(conn)? {
        let Some(last_day) = open.iter().find(|open| open.id == campaign).map(|open| open.closes_on) else { continue };
        let of = standing.asked.entry((campaign, group)).or_insert_with(|| (last_day, BTreeSet::new()));
        of.1.insert(person);
    }
    Ok(standing)
}
