//! Which sessions of a training a survey may ask about: those within 60 days of each other together, as sums of them would
//! be subtracted.

use crate::campaign::occasion::budget::COLD_DAYS;
use crate::clock::Day;
use crate::progress::store::sessions::{KEPT_DAYS, Session};

/// Sessions closer together are asked together.
const TOGETHER_DAYS: i64 = 60;

/// A first survey comes no later after a session, as its participants are still to be known when the second comes.
pub const LATE_DAYS: i64 = KEPT_DAYS - COLD_DAYS;

/// What a first survey would ask about today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// These sessions, by id.
    Now(Vec<String>),
    /// None was held of late that nobody asked about.
    Nothing,
    /// Another session of the training comes too soon after: until then they wait.
    Wait(Day),
    /// One was asked about too shortly before or after: asking about the others would tell them apart.
    Apart(Day),
}

/// Which sessions the first survey asks about: all that were held within the last 30 days and not asked about yet.
pub fn due(all: &[Session], today: Day) -> Due {
    let held = |one: &&Session| one.campaign.is_none() && one.day <= today && one.day > today.plus_days(-LATE_DAYS);
    let mut now: Vec<&Session> = all.iter().filter(held).collect();
    // Those within reach of one of them go along, however long ago.
    loop {
        let near = |one: &&Session| {
            one.campaign.is_none() && one.day <= today && now.iter().any(|other| is_near(one.day, other.day))
        };
        let reached: Vec<&Session> = all.iter().filter(near).collect();
        if reached.len() == now.len() {
            break;
        }
        now = reached;
    }
    if now.is_empty() {
        return Due::Nothing;
    }
    let near = |one: &&Session| now.iter().any(|other| is_near(one.day, other.day));
    if let Some(coming) = all.iter().filter(|one| one.day > today).find(near) {
        return Due::Wait(coming.day);
    }
    if let Some(asked) = all.iter().filter(|one| one.campaign.is_some()).find(near) {
        return Due::Apart(asked.day);
    }
    Due::Now(now.into_iter().map(|one| one.id.clone()).collect())
}

fn is_near(one: Day, other: Day) -> bool {
    one < other.plus_days(TOGETHER_DAYS) && other < one.plus_days(TOGETHER_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_within_sixty_days_are_asked_together_or_not_at_all() {
        let day = |text: &str| Day::parse(text).expect("a day");
        let session = |at: &str, asked: bool| Session {
            id: at.to_owned(),
            action: "a".into(),
            day: day(at),
            words: String::new(),
            campaign: asked.then(|| "c".into()),
        };
        let of = |list: &[(&str, bool)], today: &str| {
            let all: Vec<Session> = list.iter().map(|(at, asked)| session(at, *asked)).collect();
            due(&all, day(today))
        };
        let now = |list: &[&str]| Due::Now(list.iter().map(|at| (*at).to_owned()).collect());
        assert_eq!(of(&[], "2026-03-10"), Due::Nothing);
        assert_eq!(
            of(&[("2026-03-01", false), ("2026-03-09", false)], "2026-03-10"),
            now(&["2026-03-01", "2026-03-09"])
        );
        assert_eq!(of(&[("2026-03-01", false), ("2026-04-20", false)], "2026-03-10"), Due::Wait(day("2026-04-20")));
        assert_eq!(of(&[("2026-03-01", false), ("2026-04-30", false)], "2026-03-10"), now(&["2026-03-01"]));
        assert_eq!(of(&[("2026-03-01", true), ("2026-04-20", false)], "2026-04-21"), Due::Apart(day("2026-03-01")));
        assert_eq!(of(&[("2026-03-01", true), ("2026-05-10", false)], "2026-05-11"), now(&["2026-05-10"]));
        // Long ago, but within reach of one of late.
        assert_eq!(
            of(&[("2026-01-05", false), ("2026-02-20", false)], "2026-03-20"),
            now(&["2026-01-05", "2026-02-20"])
        );
        // Later than that the second survey would find nobody left.
        assert_eq!(of(&[("2026-01-05", false)], "2026-02-03"), now(&["2026-01-05"]));
        assert_eq!(of(&[("2026-01-05", false)], "2026-02-04"), Due::Nothing);
    }
}
