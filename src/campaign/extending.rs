//! Putting off the closing of an open campaign. Never earlier, never past what is over, and not for ever; the dates of
//! reminders that have come stay, because their letters may be written.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::calendar::Calendar;
use super::{Campaign, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::{Error, Result, Say};

/// A campaign takes answers for at most this many days after it opened.
pub const LONGEST_DAYS: i64 = 60;
const MOST_REMINDERS: usize = 3;

/// What HR wishes.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    pub closes_on: Day,
    /// One reminder more.
    pub reminder: Option<Day>,
    /// The reminder planned for the last working day goes to the new one.
    pub move_last: bool,
}

/// The last reminder, where it is still to come and stands on the last working day before closing.
pub fn movable(campaign: &Campaign, calendar: Calendar, today: Day) -> Option<Day> {
    let last = calendar.last_until(campaign.closes_on);
    campaign.reminder_days().into_iter().find(|day| *day == last && *day > today)
}

/// The latest closing that may be chosen.
pub fn latest(opened_on: Day) -> Day {
    opened_on.plus_days(LONGEST_DAYS)
}

/// The dates of reminders as wished; the first of what is wrong otherwise.
pub fn reminders(
    campaign: &Campaign,
    calendar: Calendar,
    opened_on: Day,
    today: Day,
    wish: Wish,
) -> std::result::Result<BTreeSet<Day>, Say> {
    if today > campaign.closes_on {
        return Err(Say::new("campaign-fault-over"));
    }
    if wish.closes_on < campaign.closes_on {
        return Err(Say::new("campaign-fault-earlier"));
    }
    if wish.closes_on == campaign.closes_on && wish.reminder.is_none() {
        return Err(Say::new("campaign-fault-same-day"));
    }
    // A date that was later from the start stays what it is.
    if wish.closes_on > campaign.closes_on && wish.closes_on > latest(opened_on) {
        return Err(Say::new("campaign-fault-too-late").with("days", LONGEST_DAYS));
    }
    let mut days: BTreeSet<Day> = campaign.reminder_days().into_iter().collect();
    if let Some(last) = movable(campaign, calendar, today).filter(|_| wish.move_last) {
        days.remove(&last);
        days.insert(calendar.last_until(wish.closes_on));
    }
    if let Some(day) = wish.reminder {
        if day <= today || day > wish.closes_on {
            return Err(Say::new("campaign-fault-reminder-after"));
        }
        if !days.insert(day) {
            return Err(Say::new("campaign-fault-reminder-there"));
        }
        // Those that were planned before stay as they are.
        let around: Vec<Day> = days.iter().copied().collect();
        let beside = around.windows(2).filter(|pair| pair.contains(&day));
        if beside.into_iter().any(|pair| super::reminders::too_close(calendar, pair).is_some()) {
            return Err(Say::new("campaign-fault-reminders-close"));
        }
    }
    if days.len() > MOST_REMINDERS {
        return Err(Say::new("campaign-fault-too-many-reminders"));
    }
    Ok(days)
}

/// Puts off the closing; gives the campaign before and after.
pub fn extend(
    conn: &mut Conn,
    id: &CampaignId,
    zone: &TimeZone,
    today: Day,
    wish: Wish,
) -> Result<(Campaign, Campaign)> {
    if !store::hold_open_alone(conn, id)? {
        return Err(Error::invalid("campaign-fault-not-open"));
    }
    let before = store::campaign(conn, id)?;
    if !before.kind.is_quarter() {
        return Err(Error::invalid("occasion-fault-extension"));
    }
    let calendar = Calendar::load(conn)?;
    let days = reminders(&before, calendar, before.first_day(zone), today, wish).map_err(Error::Invalid)?;
    let first = before.extended_from.unwrap_or(before.closes_on);
    let first = (wish.closes_on > first).then_some(first);
    store::extend(conn, id, wish.closes_on, &serde_json::to_string(&days)?, first)?;
    Ok((before, store::campaign(conn, id)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::holidays::Holidays;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn wish(closes_on: &str) -> Wish {
        Wish { closes_on: day(closes_on), reminder: None, move_last: true }
    }

    #[test]
    fn closing_is_put_off_within_bounds() {
        let campaign = Campaign {
            closes_on: day("2026-03-18"),
            reminders: "[\"2026-03-06\",\"2026-03-18\"]".to_owned(),
            ..Campaign::draft("0c".into(), "2026-Q1".to_owned(), day("2026-03-02"))
        };
        let of = |today: &str, wish| {
            reminders(&campaign, Calendar::new(Holidays::France), day("2026-03-02"), day(today), wish)
                .map(|days| days.iter().map(ToString::to_string).collect::<Vec<_>>())
                .map_err(|say| say.key)
        };
        // The last reminder goes along, to the Friday before a Sunday; what has come stays.
        assert_eq!(of("2026-03-10", wish("2026-03-29")), Ok(vec!["2026-03-06".to_owned(), "2026-03-27".to_owned()]));
        let kept = Wish { move_last: false, ..wish("2026-03-29") };
        assert_eq!(of("2026-03-10", kept), Ok(vec!["2026-03-06".to_owned(), "2026-03-18".to_owned()]));
        // On the last day its reminder may be written already.
        assert_eq!(of("2026-03-18", wish("2026-03-25")), Ok(vec!["2026-03-06".to_owned(), "2026-03-18".to_owned()]));
        let more = |text: &str| Wish { reminder: Some(day(text)), ..wish("2026-03-25") };
        assert_eq!(of("2026-03-18", more("2026-03-24")).map(|days| days.len()), Ok(3));
        for (today, wish, fault) in [
            ("2026-03-19", wish("2026-03-25"), "campaign-fault-over"),
            ("2026-03-10", wish("2026-03-17"), "campaign-fault-earlier"),
            ("2026-03-10", wish("2026-03-18"), "campaign-fault-same-day"),
            ("2026-03-10", wish("2026-05-02"), "campaign-fault-too-late"),
            ("2026-03-18", more("2026-03-18"), "campaign-fault-reminder-after"),
            ("2026-03-18", more("2026-03-26"), "campaign-fault-reminder-after"),
            ("2026-03-18", more("2026-03-20"), "campaign-fault-reminders-close"),
            ("2026-03-04", more("2026-03-06"), "campaign-fault-reminder-there"),
        ] {
            assert_eq!(of(today, wish), Err(fault));
        }
        assert!(of("2026-03-10", wish("2026-05-01")).is_ok());
    }
}
