//! When a past wave was: told by its code, or by hand. Refuses what has not ended.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::clock::{Day, Moment};
use crate::error::{Error, Result, Say};

/// The time of the import.
pub struct Calendar {
    pub now: Moment,
    pub today: Day,
    pub zone: TimeZone,
}

pub struct Dates {
    pub opens_on: Day,
    pub closes_on: Day,
}

/// The days given win over those of the code; a code that tells none means today. A wave that is still running by its
/// code ends today.
pub fn dates(code: &str, opens_on: Option<Day>, closes_on: Option<Day>, today: Day) -> Result<Dates> {
    let told = of_code(code);
    let opens_on = opens_on.or(told.map(|(first, _)| first)).or(closes_on).unwrap_or(today);
    let closes_on = closes_on.or(told.map(|(_, last)| last.min(today))).unwrap_or(opens_on);
    for day in [opens_on, closes_on] {
        if day > today {
            return Err(Error::Invalid(Say::new("history-future").with("day", day)));
        }
    }
    if closes_on < opens_on {
        return Err(Error::Invalid(Say::new("history-dates").with("opens", opens_on).with("closes", closes_on)));
    }
    Ok(Dates { opens_on, closes_on })
}

/// First and last day of `2025`, `2025-S1`, `2025-Q3` (or `T3`), `2025-09`.
fn of_code(code: &str) -> Option<(Day, Day)> {
    let (year, part) = code.split_once('-').unwrap_or((code, ""));
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (first, months) = match part.split_at_checked(1) {
        None => (1, 12),
        Some(("S" | "s", number)) => (place(number, 2)? * 6 - 5, 6),
        Some(("Q" | "q" | "T" | "t", number)) => (place(number, 4)? * 3 - 2, 3),
        Some(_) if part.len() == 2 => (place(part.strip_prefix('0').unwrap_or(part), 12)?, 1),
        Some(_) => return None,
    };
    let begins = Date::new(year.parse().ok()?, first, 1).ok()?;
    let ends = Date::new(begins.year(), first + months - 1, 1).ok()?.last_of_month();
    let day = |date: Date| Day::parse(&date.to_string());
    day(begins).zip(day(ends))
}

fn place(text: &str, most: i8) -> Option<i8> {
    let plain = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|number| plain && (1..=most).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str) -> String {
        of_code(code).map_or("none".to_owned(), |(first, last)| format!("{first} {last}"))
    }

    #[test]
    fn codes_tell_their_days() {
        assert_eq!(of("2025-Q3"), "2025-07-01 2025-09-30");
        assert_eq!(of("2025-T4"), "2025-10-01 2025-12-31");
        assert_eq!(of("2025-S1"), "2025-01-01 2025-06-30");
        assert_eq!(of("2024-02"), "2024-02-01 2024-02-29");
        assert_eq!(of("2024-12"), "2024-12-01 2024-12-31");
        assert_eq!(of("2024"), "2024-01-01 2024-12-31");
        for none in ["2025-Q5", "2025-Q0", "2025-13", "2025-00", "2025-Q", "spring", "25-Q1", "2025-Q+1", "2025-Q3-b"] {
            assert_eq!(of(none), "none", "{none}");
        }
    }

    #[test]
    fn the_future_is_refused() {
        let day = |text: &str| Day::parse(text).expect("a day");
        let today = day("2026-02-10");
        let both = |code: &str, opens: Option<&str>, closes: Option<&str>| {
            dates(code, opens.map(day), closes.map(day), today)
                .map(|dates| format!("{} {}", dates.opens_on, dates.closes_on))
        };
        assert_eq!(both("2025-Q3", None, None).ok().as_deref(), Some("2025-07-01 2025-09-30"));
        assert_eq!(both("2026-Q1", None, None).ok().as_deref(), Some("2026-01-01 2026-02-10"));
        assert_eq!(both("spring", None, None).ok().as_deref(), Some("2026-02-10 2026-02-10"));
        assert_eq!(both("spring", Some("2025-03-01"), None).ok().as_deref(), Some("2025-03-01 2025-03-01"));
        assert_eq!(both("spring", None, Some("2025-03-09")).ok().as_deref(), Some("2025-03-09 2025-03-09"));
        assert_eq!(both("2025-Q3", Some("2025-09-05"), None).ok().as_deref(), Some("2025-09-05 2025-09-30"));
        assert!(both("2026-Q2", None, None).is_err());
        assert!(both("2025-Q3", None, Some("2026-03-01")).is_err());
        assert!(both("2025-Q3", None, Some("2025-03-01")).is_err());
        assert!(both("2025-Q3", Some("2026-02-11"), None).is_err());
    }
}
