//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sending {
    /// Examples: on their way, done, held by the program, the server away.
    pub(crate) fn samples() -> Vec<Self> {
        let when =
            |minute: &str| When { day: Day(chrono::NaiveDate::MIN), hour: "14".to_owned(), minute: minute.to_owned() };
        let going = Self {
            all: 109,
            sent: 100,
            waiting: 8,
            failed: 1,
            stopped: 0,
            course: Course::Running,
            said: None,
            rests: None,
            relay_said: None,
            narrow: None,
            off_hours: false,
            pace: 30,
            allowed: Some(30),
            end: Some(When { day: Day::parse("2026-03-02").unwrap_or(Day(chrono::NaiveDate::MIN)), ..when("34") }),
            reminders_follow: true,
        };
        let done = Self { sent: 100, waiting: 0, stopped: 8, end: None, pace: 0, ..going.clone() };
        let said = Some("550 5.7.1 relaying denied".to_owned());
        let halted = Self { course: Course::Halted, said, failed: 52, sent: 2, end: None, ..going.clone() };
        let paused = Self { course: Course::Paused, end: None, pace: 0, ..going.clone() };
        let day = Day::parse("2026-03-02").unwrap_or(Day(chrono::NaiveDate::MIN));
        let away = Self {
            rests: Some(When { day, ..when("02") }),
            relay_said: Some("Connection refused".to_owned()),
            narrow: Some((4, When { day, ..when("59") })),
            off_hours: true,
            ..going.clone()
        };
        let never = Self { end: None, pace: 0, ..going.clone() };
        let begun = Self { pace: 0, allowed: None, sent: 1, waiting: 108, reminders_follow: false, ..going.clone() };
        vec![going, done, halted, paused, away, never, begun]
    }
}

impl Sampled for HaltedMail {
    fn samples() -> Vec<Self> {
        vec![Self {
            name: "Zoé Petit".to_owned(),
            wave: "2026-Q1".to_owned(),
            said: "550 5.7.1 relaying denied".to_owned(),
            link: "https://barometre.example.org/campaigns/0c#mails".to_owned(),
            footer: Footer::sample(),
        }]
    }
}
