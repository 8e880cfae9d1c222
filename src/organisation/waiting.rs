//! What a door asks for and may not do by itself: one row for each part of a person, until somebody says yes or no. And
//! what doors did of themselves in the last days, with which their limits count.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::fold;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{PersonId, UnitCode};
use crate::db::schema::{door_changes, unit_spellings, waiting_changes};
use crate::error::Result;

crate::words!(
    /// What of a person would change.
    Part {
        /// The address: who reads there gets their links.
        Address = "address",
        /// Whether they are here: gone, away, until when, or back.
        Presence = "presence",
        Roles = "roles",
        /// The unit, which the directory spells as nobody here does.
        Unit = "unit",
    }
);

crate::words!(
    /// Why something waits.
    Reason {
        /// They have a role.
        HasRole = "role",
        /// They are invited in a campaign that is open.
        Invited = "invited",
        /// With it, doors would have changed too many addresses within the week.
        ManyAddresses = "addresses",
        /// With it, doors would have taken out too many people within the week.
        ManyLeave = "leave",
        /// With it, doors would have brought too many people back within the week.
        ManyReturn = "return",
        /// With it, more than one in five of a group of an open campaign would be out.
        Group = "group",
        /// A role is never given by a door.
        Roles = "roles",
        /// No unit is called so.
        Unit = "unit",
        /// The address still belongs to somebody whose change waits.
        Held = "held",
    }
);

impl Part {
    pub fn words(self) -> &'static str {
        match self {
            Self::Address => "waiting-part-address",
            Self::Presence => "waiting-part-presence",
            Self::Roles => "waiting-part-roles",
            Self::Unit => "waiting-part-unit",
        }
    }
}

impl Reason {
    /// Why this part waits.
    pub fn words(self, part: Part) -> &'static str {
        match self {
            Self::HasRole if part == Part::Presence => "waiting-why-role-back",
            Self::HasRole => "waiting-why-role",
            Self::Invited => "waiting-why-invited",
            Self::ManyAddresses => "waiting-why-addresses",
            Self::ManyLeave => "waiting-why-leave",
            Self::ManyReturn => "waiting-why-return",
            Self::Group => "waiting-why-group",
            Self::Roles => "waiting-why-roles",
            Self::Unit => "waiting-why-unit",
            Self::Held => "waiting-why-held",
        }
    }
}

/// A part of a person as a door would have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub person: PersonId,
    pub part: Part,
    /// The address; whether they are here and until when; roles as a file writes them; the unit as the directory spells it.
    pub value: String,
    pub reasons: BTreeSet<Reason>,
}

/// A wish that waits.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = waiting_changes)]
pub struct Waiting {
    pub person: PersonId,
    pub part: Part,
    pub value: String,
    pub reasons: String,
    pub source: String,
    pub asked_at: Moment,
}

impl Waiting {
    pub fn reasons(&self) -> impl Iterator<Item = Reason> + '_ {
        self.reasons.split(' ').filter_map(Reason::parse)
    }

    /// Roles, and what could make somebody else of whoever has one, or give them back: an administrator's alone.
    pub fn needs_admin(&self) -> bool {
        self.part == Part::Roles || self.reasons().any(|why| why == Reason::HasRole)
    }
}

/// One piece of work of a door at a time, so that none passes a limit beside another.
pub fn hold(conn: &mut Conn) -> Result<()> {
    if let Conn::Pg(c) = conn {
        // "arrive", as a number.
        diesel::sql_query("SELECT pg_advisory_xact_lock(107215061610085)").execute(c)?;
    }
    Ok(())
}

/// Keeps what waits, in the place of what was asked before of the same part; those that are new or other than before.
pub fn ask<'a>(conn: &mut Conn, wishes: &'a [Wish], source: &str, now: Moment) -> Result<Vec<&'a Wish>> {
    let mut new = Vec::new();
    for wish in wishes {
        let words: Vec<&str> = wish.reasons.iter().map(|reason| reason.as_str()).collect();
        let asked_before = one(conn, &wish.person, wish.part)?.filter(|row| row.value == wish.value);
        if asked_before.is_none() {
            new.push(wish);
        }
        settle(conn, &wish.person, wish.part)?;
        diesel::insert_into(waiting_changes::table)
            .values((
                waiting_changes::person.eq(&wish.person),
                waiting_changes::part.eq(wish.part),
                waiting_changes::value.eq(&wish.value),
                waiting_changes::reasons.eq(words.join(" ")),
                waiting_changes::source.eq(source),
                waiting_changes::asked_at.eq(asked_before.map_or(now, |row| row.asked_at)),
            ))
            .execute(conn)?;
    }
    Ok(new)
}

/// Nothing of this part waits any more; false when nothing did.
pub fn settle(conn: &mut Conn, person: &PersonId, part: Part) -> Result<bool> {
    Ok(diesel::delete(waiting_changes::table.find((person, part))).execute(conn)? == 1)
}

/// Everything that waits, oldest first.
pub fn all(conn: &mut Conn) -> Result<Vec<Waiting>> {
    let order = (waiting_changes::asked_at, waiting_changes::person, waiting_changes::part);
    Ok(waiting_changes::table.order(order).select(Waiting::as_select()).load(conn)?)
}

pub fn one(conn: &mut Conn, person: &PersonId, part: Part) -> Result<Option<Waiting>> {
    Ok(waiting_changes::table.find((person, part)).select(Waiting::as_select()).get_result(conn).optional()?)
}

pub fn count(conn: &mut Conn) -> Result<i64> {
    Ok(waiting_changes::table.count().get_result(conn)?)
}

crate::words!(
    /// What a door did of itself.
    Done { Came = "came", Left = "left", Back = "back", Address = "address" }
);

/// Doors count over so many days.
pub const WINDOW_DAYS: i64 = 7;

/// What doors did after `day`.
pub fn done_after(conn: &mut Conn, day: Day) -> Result<BTreeSet<(PersonId, Done)>> {
    let rows: Vec<(PersonId, Done)> = door_changes::table
        .filter(door_changes::day.gt(day))
        .select((door_changes::person, door_changes::part))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

pub fn note_done(conn: &mut Conn, done: &[(PersonId, Done)], today: Day) -> Result<()> {
    for (person, part) in done {
        let row = (door_changes::person.eq(person), door_changes::part.eq(part), door_changes::day.eq(today));
        crate::on_each!(conn, c => diesel::insert_into(door_changes::table)
            .values(row)
            .on_conflict((door_changes::person, door_changes::part))
            .do_update()
            .set(door_changes::day.eq(today))
            .execute(c))?;
    }
    Ok(())
}

pub fn forget_done_until(conn: &mut Conn, day: Day) -> Result<()> {
    diesel::delete(door_changes::table.filter(door_changes::day.le(day))).execute(conn)?;
    Ok(())
}

/// How a spelling is compared: without capitals, accents and doubled spaces.
pub fn spelled(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What spellings stand for, as somebody said.
pub fn spellings(conn: &mut Conn) -> Result<Vec<(String, UnitCode)>> {
    Ok(unit_spellings::table.order(unit_spellings::spelling).load(conn)?)
}

/// From now on this spelling is this unit.
pub fn learn(conn: &mut Conn, spelling: &str, unit: &UnitCode) -> Result<()> {
    let row = (unit_spellings::spelling.eq(spelled(spelling)), unit_spellings::unit.eq(unit));
    crate::on_each!(conn, c => diesel::insert_into(unit_spellings::table)
        .values(row)
        .on_conflict(unit_spellings::spelling)
        .do_update()
        .set(unit_spellings::unit.eq(unit))
        .execute(c))?;
    Ok(())
}
