//! The calendar of campaigns: working days, the times of the year when few people are there, the window proposed.
//! Proposes and counts only: HR may choose any dates.

use jiff::civil::Date;

use crate::clock::Day;
use crate::db::Conn;
use crate::error::Result;
use crate::mail::Profile;
use crate::mail::holidays::Holidays;

/// Working days after the day of opening that a campaign is proposed to last.
pub const USUAL: u32 = 12;
/// Under this many working days after the opening, or over that many, the launch check suggests the usual.
pub const SHORTEST: u32 = 8;
pub const LONGEST: u32 = 20;

/// Past this many days ahead no better window is looked for.
const AHEAD: usize = 200;

/// Days off besides weekends.
#[derive(Debug, Clone, Copy)]
pub struct Calendar(Holidays);

impl Calendar {
    pub fn new(holidays: Holidays) -> Self {
        Self(holidays)
    }

    /// With the public holidays of the settings of sending; those of France where none are set there.
    pub fn load(conn: &mut Conn) -> Result<Self> {
        Ok(Self(match Profile::load(conn)?.holidays() {
            Holidays::None => Holidays::France,
            set => set,
        }))
    }

    pub fn is_working_day(self, day: Day) -> bool {
        !day.weekday_is_weekend() && !self.0.has(day)
    }

    /// The day `number` working days after `day`.
    pub fn after(self, day: Day, number: u32) -> Day {
        let mut at = day;
        for _ in 0..number {
            at = self.next(at.plus_days(1));
        }
        at
    }

    /// `day`, or the first working day after it.
    fn next(self, day: Day) -> Day {
        (0..30).map(|n| day.plus_days(n)).find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// The last working day up to `day`.
    pub fn last_until(self, day: Day) -> Day {
        (0..30).map(|n| day.plus_days(-n)).find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// Working days after `from`, `to` included.
    pub fn between(self, from: Day, to: Day) -> u32 {
        let days = days(from.plus_days(1), to).filter(|day| self.is_working_day(*day)).count();
        u32::try_from(days).unwrap_or(u32::MAX)
    }

    /// Public holidays from `from` to `to` that fall on no weekend, with their names.
    pub fn holidays(self, from: Day, to: Day) -> Vec<(Day, &'static str)> {
        let weekdays = days(from, to).filter(|day| !day.weekday_is_weekend());
        weekdays.filter_map(|day| Some((day, self.0.name(day)?))).collect()
    }

    /// The first opening from `from` on whose usual window lies outside August and the weeks of Christmas, with its
    /// closing.
    pub fn window(self, from: Day) -> (Day, Day) {
        let first = self.next(from);
        let mut opens_on = first;
        for _ in 0..AHEAD {
            let closes_on = self.after(opens_on, USUAL);
            if !in_august(opens_on, closes_on) && !at_christmas(opens_on, closes_on) {
                return (opens_on, closes_on);
            }
            opens_on = self.next(opens_on.plus_days(1));
        }
        (first, self.after(first, USUAL))
    }
}

fn days(from: Day, to: Day) -> impl Iterator<Item = Day> {
    (0..1000).map(move |n| from.plus_days(n)).take_while(move |day| *day <= to)
}

/// Does a part of it fall in August?
pub fn in_august(from: Day, to: Day) -> bool {
    days(from, to).any(|day| day.to_jiff().month() == 8)
}

/// Does a part of it fall between 21 December and 3 January?
pub fn at_christmas(from: Day, to: Day) -> bool {
    let christmas = |day: Date| (day.month() == 12 && day.day() >= 21) || (day.month() == 1 && day.day() <= 3);
    days(from, to).any(|day| christmas(day.to_jiff()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let france = Calendar::new(Holidays::France);
        let monday = day("2026-01-05");
        assert_eq!(france.after(monday, 12), day("2026-01-21"));
        assert_eq!(france.after(day("2026-01-09"), 1), day("2026-01-12"));
        assert_eq!(france.between(monday, day("2026-01-21")), 12);
        // Good Friday is worked, Easter Monday is not.
        assert_eq!(france.after(day("2026-04-03"), 1), day("2026-04-07"));
        assert_eq!(Calendar::new(Holidays::None).after(day("2026-04-03"), 1), day("2026-04-06"));
        assert_eq!(france.last_until(day("2026-05-01")), day("2026-04-30"));
        let may = france.holidays(day("2026-05-01"), day("2026-05-31"));
        assert_eq!(may.iter().map(|(_, name)| *name).collect::<Vec<_>>().len(), 4, "{may:?}");
        assert_eq!(france.between(monday, monday), 0);
    }

    #[test]
    fn no_window_is_proposed_in_august_or_at_christmas() {
        let france = Calendar::new(Holidays::France);
        assert_eq!(france.window(day("2026-03-02")), (day("2026-03-02"), day("2026-03-18")));
        assert_eq!(france.window(day("2026-07-20")).0, day("2026-09-01"));
        assert_eq!(france.window(day("2026-12-07")).0, day("2027-01-04"));
        for start in (0..366).map(|n| day("2026-01-01").plus_days(n)) {
            let (opens_on, closes_on) = france.window(start);
            assert!(opens_on >= start && france.between(opens_on, closes_on) == USUAL);
            assert!(!in_august(opens_on, closes_on) && !at_christmas(opens_on, closes_on), "{start}");
        }
    }
}
