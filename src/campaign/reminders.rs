//! Reminders go to unused links only, once per date and person.

use diesel::prelude::*;

use super::{Campaign, store};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::outbox;
use crate::error::Result;
use crate::mail::outbox::State;
use crate::mail::{Kind, Letter, enqueue_all};

/// Writes the letters of the latest reminder date that has come, unless they were written before. Dates missed
/// altogether are not made up for, nor those before the day the campaign really opened: nobody gets two reminders in a row. Returns how many letters are new.
pub fn remind(conn: &mut Conn, campaign: &Campaign, opened_on: Day, today: Day, now: Moment) -> Result<usize> {
    // Written after the seal took the flags away, letters would go to everybody, or tell who had not answered.
    if !store::hold_open(conn, &campaign.id)? {
        return Ok(0);
    }
    let due = campaign
        .reminder_days()
        .into_iter()
        .enumerate()
        .rfind(|(_, day)| (opened_on..=today).contains(day) && *day != opened_on);
    let Some((number, _)) = due else { return Ok(0) };
    let occasion = format!("reminder-{}", number + 1);
    let written: i64 = outbox::table
        .filter(outbox::campaign.eq(&campaign.id))
        .filter(outbox::occasion.eq(&occasion))
        .count()
        .get_result(conn)?;
    if written > 0 {
        return Ok(0);
    }
    let letter = |person| Letter {
        kind: Kind::Reminder,
        occasion: occasion.clone(),
        campaign: Some(campaign.id.clone()),
        person,
        reference: None,
    };
    // One that waited for an hour at which mails leave is told by this one: nobody gets two in a row.
    diesel::update(outbox::table)
        .filter(outbox::campaign.eq(&campaign.id))
        .filter(outbox::kind.eq(Kind::Reminder))
        .filter(outbox::state.eq(State::Queued))
        .set(outbox::state.eq(State::Dropped))
        .execute(conn)?;
    let people = store::people_with_unused_link(conn, &campaign.id)?;
    enqueue_all(conn, now, &people.into_iter().map(letter).collect::<Vec<_>>())
}
