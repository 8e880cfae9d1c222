//! What the launch check says of the dates: how long, when in the year, and when staff representatives were told.

use super::line::{Level, Line};
use crate::campaign::Campaign;
use crate::campaign::calendar::{Calendar, LONGEST, SHORTEST, USUAL, at_christmas, in_august};
use crate::db::Conn;
use crate::error::{Result, Say};
use crate::mail::Profile;

/// Mails that leave before are night mails.
const MORNING: u16 = 6 * 60;

pub(super) fn lines(conn: &mut Conn, campaign: &Campaign) -> Result<Vec<Line>> {
    let mut lines = about(campaign, Calendar::load(conn)?);
    if Profile::load(conn)?.from < MORNING {
        lines.push(Line { level: Level::See, say: Say::new("check-night") });
    }
    Ok(lines)
}

fn about(campaign: &Campaign, calendar: Calendar) -> Vec<Line> {
    let (opens_on, closes_on) = (campaign.opens_on, campaign.closes_on);
    let mut lines = Vec::new();
    let mut add = |level, say| lines.push(Line { level, say });
    let length = calendar.between(opens_on, closes_on);
    let said = |key| Say::new(key).with("n", length).with("usual", USUAL);
    if length < SHORTEST {
        add(Level::See, said("check-window-short"));
    } else if length > LONGEST {
        add(Level::See, said("check-window-long"));
    } else {
        add(Level::Ok, said("check-window"));
    }
    if opens_on.weekday_is_weekend() || closes_on.weekday_is_weekend() {
        add(Level::See, Say::new("check-weekend"));
    }
    if in_august(opens_on, closes_on) {
        add(Level::See, Say::new("check-august"));
    }
    if at_christmas(opens_on, closes_on) {
        add(Level::See, Say::new("check-christmas"));
    }
    let off = calendar.holidays(opens_on, closes_on);
    let at_an_end = off.iter().any(|(day, _)| *day == opens_on || *day == closes_on);
    if !off.is_empty() {
        let names: Vec<&str> = off.iter().map(|(_, name)| *name).collect();
        let say = Say::new("check-holidays").with("names", names.join(", ")).with("n", names.len());
        add(if at_an_end { Level::See } else { Level::Ok }, say);
    }
    match campaign.informed_on {
        None => add(Level::See, Say::new("check-informed-missing")),
        Some(day) if day > opens_on => add(Level::See, Say::new("check-informed-late")),
        Some(_) => add(Level::Ok, Say::new("check-informed")),
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Day;
    use crate::mail::holidays::Holidays;

    fn keys(opens_on: &str, closes_on: &str, informed_on: Option<&str>) -> Vec<(Level, &'static str)> {
        let day = |text: &str| Day::parse(text).expect("a day");
        let campaign = Campaign {
            closes_on: day(closes_on),
            informed_on: informed_on.map(day),
            ..Campaign::draft("0c".into(), "2026-Q1".to_owned(), day(opens_on))
        };
        about(&campaign, Calendar::new(Holidays::France)).into_iter().map(|line| (line.level, line.say.key)).collect()
    }

    #[test]
    fn dates_are_held_against_the_calendar() {
        use Level::{Ok, See};
        let fine = keys("2026-03-02", "2026-03-18", Some("2026-02-20"));
        assert_eq!(fine, [(Ok, "check-window"), (Ok, "check-informed")]);
        let late = keys("2026-03-02", "2026-03-07", Some("2026-03-03"));
        assert_eq!(late, [(See, "check-window-short"), (See, "check-weekend"), (See, "check-informed-late")]);
        let may = keys("2026-05-04", "2026-05-22", None);
        assert_eq!(may, [(Ok, "check-window"), (Ok, "check-holidays"), (See, "check-informed-missing")]);
        assert!(keys("2026-05-08", "2026-05-22", None).contains(&(See, "check-holidays")));
        assert!(keys("2026-07-20", "2026-08-03", None).contains(&(See, "check-august")));
        let winter = keys("2026-12-01", "2027-01-08", None);
        assert!(winter.contains(&(See, "check-window-long")) && winter.contains(&(See, "check-christmas")));
    }
}
