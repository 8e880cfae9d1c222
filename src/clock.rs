//! Time, passed in and never taken from the air: the clock, a moment (UTC, microseconds) and a calendar day.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

use crate::db::words::time_newtype;

time_newtype!(
    /// A moment in UTC, to the microsecond (what both databases keep).
    Moment,
    NaiveDateTime,
    diesel::sql_types::Timestamp
);
time_newtype!(
    /// A day of the calendar, without a time zone of its own.
    Day,
    NaiveDate,
    diesel::sql_types::Date
);

impl Moment {
    pub fn from_jiff(at: Timestamp) -> Self {
        Self(DateTime::from_timestamp_micros(at.as_microsecond()).unwrap_or_default().naive_utc())
    }

    pub fn to_jiff(self) -> Timestamp {
        Timestamp::from_microsecond(self.0.and_utc().timestamp_micros()).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    pub fn plus(self, duration: SignedDuration) -> Self {
        Self::from_jiff(self.to_jiff().saturating_add(duration).unwrap_or(Timestamp::MAX))
    }

    pub fn minus(self, duration: SignedDuration) -> Self {
        self.plus(-duration)
    }

    /// The same day of a later month, or its last day, at the same time (UTC).
    pub fn plus_months(self, months: i32) -> Self {
        let zoned = self.to_jiff().to_zoned(TimeZone::UTC);
        Self::from_jiff(zoned.saturating_add(Span::new().months(months)).timestamp())
    }

    /// The day it is at this moment in `zone`.
    pub fn day_in(self, zone: &TimeZone) -> Day {
        Day::from_jiff(self.to_jiff().to_zoned(zone.clone()).date())
    }
}

impl Day {
    pub fn from_jiff(day: jiff::civil::Date) -> Self {
        Self(
            NaiveDate::from_ymd_opt(
                day.year().into(),
                day.month().unsigned_abs().into(),
                day.day().unsigned_abs().into(),
            )
            .unwrap_or_default(),
        )
    }

    pub fn to_jiff(self) -> jiff::civil::Date {
        use chrono::Datelike;
        let part = |n: u32| i8::try_from(n).unwrap_or(1);
        jiff::civil::Date::new(
            i16::try_from(self.0.year()).unwrap_or(i16::MAX),
            part(self.0.month()),
            part(self.0.day()),
        )
        .unwrap_or(jiff::civil::Date::ZERO)
    }

    /// Reads `2026-03-20`, the only form that forms and files use.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, rest) = (text.get(..10)?, text.get(10..)?);
        if !rest.is_empty() {
            return None;
        }
        day.parse::<jiff::civil::Date>().ok().filter(|d| (1900..=2200).contains(&d.year())).map(Self::from_jiff)
    }

    pub fn plus_days(self, days: i64) -> Self {
        Self::from_jiff(self.to_jiff().saturating_add(SignedDuration::from_hours(24 * days)))
    }

    /// The same day of a later month, or its last day.
    pub fn plus_months(self, months: i32) -> Self {
        Self::from_jiff(self.to_jiff().saturating_add(Span::new().months(months)))
    }

    /// The moment this day begins in `zone`.
    pub fn starts_in(self, zone: &TimeZone) -> Moment {
        Moment::from_jiff(
            self.to_jiff().to_zoned(zone.clone()).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp()),
        )
    }

    pub fn weekday_is_weekend(self) -> bool {
        use jiff::civil::Weekday::{Saturday, Sunday};
        matches!(self.to_jiff().weekday(), Saturday | Sunday)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl serde::Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.to_jiff())
    }
}

/// Where the time comes from: the system, or a hand that tests and the demo move.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    Set(Arc<Mutex<Moment>>),
}

impl Clock {
    pub fn set_to(at: Moment) -> Self {
        Self::Set(Arc::new(Mutex::new(at)))
    }

    #[allow(clippy::disallowed_methods)] // the one place that asks the system
    pub fn now(&self) -> Moment {
        match self {
            Self::System => Moment::from_jiff(Timestamp::now()),
            Self::Set(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a set clock; a system clock cannot be moved and stays.
    pub fn move_to(&self, to: Moment) {
        if let Self::Set(at) = self {
            *at.lock().unwrap_or_else(PoisonError::into_inner) = to;
        }
    }
}
