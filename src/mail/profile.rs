//! What the mail server bears and when people want mail: so many a minute and a day, over so many connections, in
//! working hours. Kept as one setting; sign-in links are never held by it, and count.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::holidays::Holidays;
use crate::app::Settings;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::error::Result;

/// Minutes of a day.
pub const DAY: u16 = 24 * 60;
/// The most connections a process opens at once.
pub const MOST_CONNECTIONS: u8 = 32;
/// Mails a minute and connection that any server takes: what an end is foretold with when nothing limits the pace.
const USUAL: u32 = 300;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Mails in any sixty seconds, over all processes; none: as many as the server takes.
    pub per_minute: Option<u32>,
    /// Mails in a day of the organisation's time zone, over all processes.
    pub per_day: Option<u32>,
    /// Of each process.
    pub connections: u8,
    /// Minutes after midnight: mails leave from `from` until before `until`.
    pub from: u16,
    pub until: u16,
    /// Monday to Sunday.
    pub days: [bool; 7],
    /// One of [`Holidays`]: the days on which no mail leaves.
    pub holidays: String,
}

impl Default for Profile {
    /// Nothing limits the pace: a server of one's own.
    fn default() -> Self {
        Self {
            per_minute: None,
            per_day: None,
            connections: 16,
            from: 0,
            until: DAY,
            days: [true; 7],
            holidays: Holidays::None.as_str().to_owned(),
        }
    }
}

const NAME: &str = "relay";

impl Profile {
    /// What Microsoft 365 takes from one mailbox: 30 messages a minute, 10,000 recipients a day, 3 connections.
    pub fn microsoft_365() -> Self {
        Self { per_minute: Some(30), per_day: Some(10_000), connections: 3, ..Self::default() }
    }

    /// The profile of the settings; without one, or with one that cannot be read, nothing limits the pace.
    pub fn load(conn: &mut Conn) -> Result<Self> {
        let text = Settings::value(conn, NAME)?.unwrap_or_default();
        Ok(serde_json::from_str(&text).unwrap_or_default())
    }

    pub fn save(&self, conn: &mut Conn) -> Result<()> {
        Settings::save(conn, NAME, &serde_json::to_string(self)?)
    }

    pub fn holidays(&self) -> Holidays {
        Holidays::parse(&self.holidays).unwrap_or(Holidays::None)
    }

    /// How many connections a process opens.
    pub fn lanes(&self) -> usize {
        usize::from(self.connections.clamp(1, MOST_CONNECTIONS))
    }

    /// Do mails have to be counted before they leave?
    pub fn limits(&self) -> bool {
        self.per_minute.is_some() || self.per_day.is_some()
    }

    /// May mails leave at this moment?
    pub fn is_open(&self, now: Moment, zone: &TimeZone) -> bool {
        self.hours_on(now.day_in(zone), zone).is_some_and(|(from, until)| from <= now && now < until)
    }

    /// When mails may leave on `day`; nothing on days off. A clock that is put forward or back that day makes the time
    /// shorter or longer, as it does for everybody.
    fn hours_on(&self, day: Day, zone: &TimeZone) -> Option<(Moment, Moment)> {
        let weekday = usize::try_from(day.to_jiff().weekday().to_monday_zero_offset()).ok()?;
        if !self.days.get(weekday).copied().unwrap_or(false) || self.holidays().has(day) {
            return None;
        }
        let hours = (at(day.to_jiff(), self.from, zone), at(day.to_jiff(), self.until, zone));
        (hours.0 < hours.1).then_some(hours)
    }

    fn a_minute(&self) -> u32 {
        let bearable = USUAL * u32::from(self.connections.clamp(1, MOST_CONNECTIONS));
        self.per_minute.unwrap_or(bearable).min(bearable).max(1)
    }
}

/// The moment so many minutes after midnight by the clock on the wall.
fn at(day: Date, minutes: u16, zone: &TimeZone) -> Moment {
    if minutes >= DAY {
        return Day::from_jiff(day).plus_days(1).starts_in(zone);
    }
    let part = |number: u16| i8::try_from(number).unwrap_or(0);
    let time = Time::new(part(minutes / 60), part(minutes % 60), 0, 0).unwrap_or_default();
    let zoned = day.to_datetime(time).to_zoned(zone.clone());
    Moment::from_jiff(zoned.map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp()))
}

/// How far ahead an end is looked for, in days.
const AHEAD: i64 = 400;

/// When the last of `waiting` mails will have left: the pace of the profile within its hours, day by day, when
/// `sent_today` count for today already. Nothing when that is more than a year away, or never. To the second, rounded
/// up; the time to try again what the server puts off is not in it.
pub fn planned_end(profile: &Profile, waiting: u64, sent_today: u64, now: Moment, zone: &TimeZone) -> Option<Moment> {
    let (pace, mut left) = (u64::from(profile.a_minute()), waiting);
    if left == 0 {
        return Some(now);
    }
    let today = now.day_in(zone);
    for ahead in 0..AHEAD {
        let day = today.plus_days(ahead);
        let Some((from, until)) = profile.hours_on(day, zone) else { continue };
        let from = from.max(now);
        let open = u64::try_from(until.to_jiff().duration_since(from.to_jiff()).as_secs()).unwrap_or(0);
        let gone = if ahead == 0 { sent_today } else { 0 };
        let most = profile.per_day.map_or(u64::MAX, |most| u64::from(most).saturating_sub(gone));
        let able = (open * pace / 60).min(most);
        if left <= able {
            let seconds = i64::try_from((left * 60).div_ceil(pace)).ok()?;
            return Some(from.plus(SignedDuration::from_secs(seconds)));
        }
        left -= able;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paris() -> TimeZone {
        TimeZone::get("Europe/Paris").expect("a zone")
    }

    fn moment(text: &str) -> Moment {
        Moment::from_jiff(text.parse().expect("a moment"))
    }

    fn end(profile: &Profile, waiting: u64, sent: u64, now: &str) -> String {
        let end = planned_end(profile, waiting, sent, moment(now), &paris()).expect("an end");
        end.to_jiff().to_zoned(paris()).strftime("%Y-%m-%d %H:%M:%S").to_string()
    }

    fn office() -> Profile {
        Profile {
            per_minute: Some(10),
            from: 8 * 60,
            until: 18 * 60,
            days: [true, true, true, true, true, false, false],
            holidays: "france".to_owned(),
            ..Profile::default()
        }
    }

    #[test]
    fn ten_thousand_through_microsoft_365_take_five_hours_and_thirty_four_minutes() {
        let profile = Profile::microsoft_365();
        // 333 minutes and 20 seconds.
        assert_eq!(end(&profile, 10_000, 0, "2026-03-02T08:00:00Z"), "2026-03-02 14:33:20");
        // What left today already counts: the rest leaves tomorrow.
        assert_eq!(end(&profile, 10_000, 4_000, "2026-03-02T08:00:00Z"), "2026-03-03 02:13:20");
        assert_eq!(end(&profile, 1, 0, "2026-03-02T08:00:00Z"), "2026-03-02 09:00:02");
        assert_eq!(end(&profile, 0, 0, "2026-03-02T08:00:00Z"), "2026-03-02 09:00:00");
        assert_eq!(end(&profile, 1, 20_000, "2026-03-02T08:00:00Z"), "2026-03-03 00:00:02");
    }

    #[test]
    fn nights_weekends_and_holidays_are_waited_for() {
        // 6,000 a working day of ten hours. Friday at nine: 5,400 that day, the rest on Monday.
        assert_eq!(end(&office(), 5_400, 0, "2026-03-06T08:00:00Z"), "2026-03-06 18:00:00");
        assert_eq!(end(&office(), 5_410, 0, "2026-03-06T08:00:00Z"), "2026-03-09 08:01:00");
        // From Friday evening over Easter Monday.
        assert_eq!(end(&office(), 10, 0, "2026-04-03T17:00:00Z"), "2026-04-07 08:01:00");
        // Wednesday 13 May: Ascension, then a Friday that is worked.
        assert_eq!(end(&office(), 6_010, 0, "2026-05-13T06:00:00Z"), "2026-05-15 08:01:00");
        // In Alsace, Good Friday too: the same Thursday evening.
        let alsace = Profile { holidays: "alsace_moselle".to_owned(), ..office() };
        assert_eq!(end(&office(), 10, 0, "2026-04-02T17:00:00Z"), "2026-04-03 08:01:00");
        assert_eq!(end(&alsace, 10, 0, "2026-04-02T17:00:00Z"), "2026-04-07 08:01:00");
        let never = Profile { days: [false; 7], ..office() };
        assert_eq!(planned_end(&never, 1, 0, moment("2026-03-02T08:00:00Z"), &paris()), None);
        let none = Profile { per_day: Some(0), ..office() };
        assert_eq!(planned_end(&none, 1, 0, moment("2026-03-02T08:00:00Z"), &paris()), None);
    }

    #[test]
    fn the_missing_hour_and_the_doubled_one_are_real_time() {
        let night = Profile { per_minute: Some(1), until: 6 * 60, ..Profile::default() };
        // Night of 28 to 29 March 2026: from midnight to six are five hours; of 25 October, seven.
        assert_eq!(end(&night, 300, 0, "2026-03-28T23:00:00Z"), "2026-03-29 06:00:00");
        assert_eq!(end(&night, 301, 0, "2026-03-28T23:00:00Z"), "2026-03-30 00:01:00");
        assert_eq!(end(&night, 420, 0, "2026-10-24T22:00:00Z"), "2026-10-25 06:00:00");
        assert_eq!(end(&night, 421, 0, "2026-10-24T22:00:00Z"), "2026-10-26 00:01:00");
        // Beginning in the hour that is missing: at three.
        let early = Profile { from: 150, ..night };
        assert_eq!(end(&early, 1, 0, "2026-03-28T23:00:00Z"), "2026-03-29 03:31:00");
        assert!(early.is_open(moment("2026-03-29T01:45:00Z"), &paris()));
        assert!(!early.is_open(moment("2026-03-29T04:00:00Z"), &paris()), "six o'clock");
    }

    #[test]
    fn open_from_the_first_minute_until_before_the_last() {
        let zone = paris();
        for (at, open) in [
            ("2026-03-02T06:59:59Z", false),
            ("2026-03-02T07:00:00Z", true),
            ("2026-03-02T16:59:59Z", true),
            ("2026-03-02T17:00:00Z", false),
            ("2026-03-07T11:00:00Z", false),
            ("2026-05-01T11:00:00Z", false),
        ] {
            assert_eq!(office().is_open(moment(at), &zone), open, "{at}");
            assert!(Profile::default().is_open(moment(at), &zone));
        }
    }

    #[test]
    fn a_stored_profile_of_another_version_is_read_with_what_it_lacks() {
        let read: Profile = serde_json::from_str(r#"{"per_minute":30}"#).expect("a profile");
        assert_eq!(read, Profile { per_minute: Some(30), ..Profile::default() });
    }
}
