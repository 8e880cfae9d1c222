//! Days for somebody's own calendar, as a file that calendar programs take (iCalendar, RFC 5545).

use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::request::Answer;
use super::response::download;
use crate::clock::{Day, Moment};

/// A whole day with what it is about.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The same for the same thing: taken again, it replaces what a calendar has of it.
    pub id: String,
    pub day: Day,
    pub summary: String,
    pub description: String,
    /// Where it is looked at; empty when nowhere.
    pub link: String,
}

/// The file of these days, made at `now`.
pub fn calendar(entries: &[Entry], now: Moment) -> String {
    let mut calendar = Calendar::new();
    for entry in entries {
        let mut event = Event::new();
        event.uid(&format!("{}@barometer", entry.id)).timestamp(now.0.and_utc());
        // A day alone, without an end: one whole day.
        event.starts(entry.day.0).summary(&entry.summary);
        if !entry.description.is_empty() {
            event.description(&entry.description);
        }
        if !entry.link.is_empty() {
            // Kept as it is: an address has no commas to escape.
            event.append_property(Property::new("URL", &entry.link));
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// The same as a file to keep.
pub fn answer(name: &str, entries: &[Entry], now: Moment) -> Answer {
    Ok(download(name, "text/calendar; charset=utf-8", calendar(entries, now).into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn entry(description: &str) -> Entry {
        Entry {
            id: "IT-12".to_owned(),
            day: Day::parse("2027-03-01").expect("a day"),
            summary: "IT-12".to_owned(),
            description: description.to_owned(),
            link: "https://barometre.example/actions/0a".to_owned(),
        }
    }

    #[test]
    fn a_calendar_takes_any_words() {
        let now = Moment::from_jiff("2026-11-29T10:00:00Z".parse::<Timestamp>().expect("a moment"));
        let words = "Répondre, même \"non\"; toujours\nEND:VEVENT\nBEGIN:VEVENT".to_owned() + &" très long".repeat(30);
        let text = calendar(&[entry(&words)], now);
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
        for line in ["DTSTART;VALUE=DATE:20270301", "UID:IT-12@barometer", "DTSTAMP:20261129T100000Z"] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}: {text}");
        }
        assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1, "what was typed closes nothing: {text}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "long lines are folded: {text}");
        assert_eq!(text, calendar(&[entry(&words)], now), "the same each time");
    }
}
