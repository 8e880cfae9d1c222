//! Reminders go to unused links only, once per date and person; and the dates proposed for them.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::calendar::Calendar;
use super::{Campaign, store};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::db::schema::outbox;
use crate::error::Result;
use crate::mail::outbox::State;
use crate::mail::{Kind, Letter, enqueue_all};
use crate::organisation::store as organisation;

/// Writes the letters of the latest reminder date that has come, unless they were written before. Dates missed
/// altogether are not made up for, nor those before the day the campaign really opened: nobody gets two reminders in a
/// row. A date is done with on its day, even when nobody had to be reminded; and whoever was invited since the opening,
/// less than three working days ago, waits for the next. Returns how many letters are new.
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
    let Some((number, day)) = due else { return Ok(0) };
    if !store::deal_with_reminder(conn, &campaign.id, day)? {
        return Ok(0);
    }
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
    let late: BTreeSet<PersonId> = invited_of_late(conn, campaign, opened_on, today)?;
    let people = store::people_with_unused_link(conn, &campaign.id)?;
    let letters: Vec<Letter> = people.into_iter().filter(|person| !late.contains(person)).map(letter).collect();
    enqueue_all(conn, now, &letters)
}

/// Those invited after the opening for whom a reminder today would come too close to their invitation.
fn invited_of_late(conn: &mut Conn, campaign: &Campaign, opened_on: Day, today: Day) -> Result<BTreeSet<PersonId>> {
    let calendar = Calendar::load(conn)?;
    let since = organisation::contacts_after(conn, opened_on)?;
    let close = |day: Day| today < soonest(calendar, day);
    let late = since.into_iter().filter(|contact| contact.campaign == campaign.id && close(contact.day));
    Ok(late.map(|contact| contact.person).collect())
}

/// Working days from the opening to the first reminder, and between two, at the least.
const SPACING: usize = 3;
/// The most reminders of a campaign.
pub const MOST: usize = 3;

/// Days proposed for reminders: up to three, evenly over the working days after the opening, the last on the last of
/// them. Fewer when they would come closer than three working days; none when there are not three.
pub fn proposed(calendar: Calendar, opens_on: Day, closes_on: Day) -> Vec<Day> {
    let days = (1..=MOST_DAYS).map(|ahead| opens_on.plus_days(ahead)).take_while(|day| *day <= closes_on);
    let working: Vec<Day> = days.filter(|day| calendar.is_working_day(*day)).collect();
    let number = MOST.min(working.len() / SPACING);
    (1..=number).filter_map(|which| working.get(working.len() * which / number - 1).copied()).collect()
}

/// The first day on which somebody who had a mail on `day` may have a reminder.
fn soonest(calendar: Calendar, day: Day) -> Day {
    (0..SPACING).fold(day, |at, _| calendar.after(at, 1))
}

/// The first of `days` (in their order) that follows the one before it by less than three working days.
pub fn too_close(calendar: Calendar, days: &[Day]) -> Option<Day> {
    days.windows(2).find_map(|pair| match pair {
        [one, next] if *next < soonest(calendar, *one) => Some(*next),
        _ => None,
    })
}

/// No campaign is looked at for longer, in days.
const MOST_DAYS: i64 = 400;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::holidays::Holidays;

    #[test]
    fn three_working_days_lie_between_two_reminders() {
        let close = |days: &[&str]| {
            let days: Vec<Day> = days.iter().map(|text| Day::parse(text).expect("a day")).collect();
            too_close(Calendar::new(Holidays::France), &days).map(|day| day.to_string())
        };
        assert_eq!(close(&["2026-11-26", "2026-11-27"]).as_deref(), Some("2026-11-27"));
        assert_eq!(close(&["2026-11-20", "2026-11-27", "2026-12-01"]).as_deref(), Some("2026-12-01"), "over a weekend");
        assert_eq!(close(&["2026-11-09", "2026-11-12"]).as_deref(), Some("2026-11-12"), "the 11th is no working day");
        assert_eq!(close(&["2026-11-16", "2026-11-19", "2026-11-24"]), None);
        assert_eq!(close(&["2026-11-16"]), None);
    }

    fn days(opens_on: &str, closes_on: &str, holidays: Holidays) -> Vec<String> {
        let day = |text| Day::parse(text).expect("a day");
        proposed(Calendar::new(holidays), day(opens_on), day(closes_on)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_last_is_on_the_last_working_day_and_none_come_close_together() {
        // Twelve working days from Monday 2 March: the fourth, the eighth, the twelfth.
        assert_eq!(days("2026-03-02", "2026-03-18", Holidays::France), ["2026-03-06", "2026-03-12", "2026-03-18"]);
        // Closing on a Sunday: the Friday before.
        assert_eq!(days("2026-03-02", "2026-03-15", Holidays::None), ["2026-03-05", "2026-03-10", "2026-03-13"]);
        // Ascension on Thursday 14 May.
        assert_eq!(days("2026-05-11", "2026-05-14", Holidays::None), ["2026-05-14"]);
        assert_eq!(days("2026-05-11", "2026-05-14", Holidays::France), Vec::<String>::new());
        assert_eq!(days("2026-05-07", "2026-05-14", Holidays::France), ["2026-05-13"]);
        assert_eq!(days("2026-03-02", "2026-03-10", Holidays::None), ["2026-03-05", "2026-03-10"]);
        assert_eq!(days("2026-03-02", "2026-03-02", Holidays::None), Vec::<String>::new());
        assert_eq!(days("2026-03-02", "2026-02-01", Holidays::None), Vec::<String>::new());
    }
}
