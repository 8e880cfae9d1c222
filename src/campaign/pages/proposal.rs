//! The campaign that comes next, proposed: the quarter after the last one, its dates on working days, its suppliers.

use std::collections::BTreeSet;

use crate::campaign::{Campaign, reminders, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::Result;
use crate::mail::Profile;
use crate::organisation::store as organisation;

pub(super) fn chosen_of(conn: &mut Conn, id: &CampaignId) -> Result<BTreeSet<SupplierCode>> {
    Ok(store::campaign_suppliers(conn, id)?.into_iter().map(|row| row.supplier).collect())
}

/// The day `number` working days after `day`.
fn working_days(day: Day, number: u32) -> Day {
    let mut at = day;
    for _ in 0..number {
        at = at.plus_days(1);
        while at.weekday_is_weekend() {
            at = at.plus_days(1);
        }
    }
    at
}

/// The quarter after `2026-Q1`.
fn next_quarter(code: &str) -> Option<String> {
    let (year, quarter) = code.split_once("-Q")?;
    let (year, quarter): (u16, u16) = (year.parse().ok()?, quarter.parse().ok()?);
    match quarter {
        1..=3 => Some(format!("{year}-Q{}", quarter + 1)),
        4 => Some(format!("{}-Q1", year.checked_add(1)?)),
        _ => None,
    }
}

fn quarter_of(day: Day) -> String {
    let day = day.to_jiff();
    format!("{}-Q{}", day.year(), (day.month() + 2) / 3)
}

/// A new campaign as it is proposed: the quarter after the last one, a quarter later, with its suppliers.
pub(super) fn proposal(conn: &mut Conn, today: Day) -> Result<(Campaign, BTreeSet<SupplierCode>)> {
    let campaigns = store::campaigns(conn)?;
    let mut code = campaigns.iter().find_map(|last| next_quarter(&last.code)).unwrap_or_else(|| quarter_of(today));
    while campaigns.iter().any(|other| other.code == code) {
        let Some(next) = next_quarter(&code) else { break };
        code = next;
    }
    let soonest = working_days(today, 1);
    let opens_on = campaigns.first().map_or(soonest, |last| working_days(last.opens_on.plus_days(90), 1).max(soonest));
    let chosen = match campaigns.first() {
        Some(last) => chosen_of(conn, &last.id)?,
        None => organisation::suppliers(conn)?.into_iter().filter(|one| one.active).map(|one| one.code).collect(),
    };
    let closes_on = working_days(opens_on, 12);
    let reminders = reminders::proposed(opens_on, closes_on, Profile::load(conn)?.holidays());
    let campaign = Campaign {
        closes_on,
        reminders: serde_json::to_string(&reminders)?,
        ..Campaign::draft(CampaignId(String::new()), code, opens_on)
    };
    Ok((campaign, chosen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_and_working_days_follow_each_other() {
        assert_eq!(next_quarter("2026-Q1").as_deref(), Some("2026-Q2"));
        assert_eq!(next_quarter("2026-Q4").as_deref(), Some("2027-Q1"));
        assert_eq!(next_quarter("pilote"), None);
        let monday = Day::parse("2026-01-05").unwrap();
        assert_eq!(quarter_of(monday), "2026-Q1");
        assert_eq!(quarter_of(Day::parse("2026-12-31").unwrap()), "2026-Q4");
        assert_eq!(working_days(monday, 12).to_string(), "2026-01-21");
        assert_eq!(working_days(Day::parse("2026-01-09").unwrap(), 1).to_string(), "2026-01-12");
    }
}
