//! The campaign that comes next, proposed: the quarter after the last one, its dates on working days, its suppliers.

use std::collections::BTreeSet;

use crate::campaign::calendar::Calendar;
use crate::campaign::copying::{self, next_quarter};
use crate::campaign::{Campaign, reminders, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::Result;
use crate::organisation::store as organisation;

pub(super) fn chosen_of(conn: &mut Conn, id: &CampaignId) -> Result<BTreeSet<SupplierCode>> {
    Ok(store::campaign_suppliers(conn, id)?.into_iter().map(|row| row.supplier).collect())
}

fn quarter_of(day: Day) -> String {
    let day = day.to_jiff();
    format!("{}-Q{}", day.year(), (day.month() + 2) / 3)
}

/// A new campaign as it is proposed: the quarter after the last one, a quarter later, with its suppliers.
pub(super) fn proposal(conn: &mut Conn, today: Day) -> Result<(Campaign, BTreeSet<SupplierCode>)> {
    let campaigns = store::quarters(conn)?;
    let mut code = campaigns.iter().find_map(|last| next_quarter(&last.code)).unwrap_or_else(|| quarter_of(today));
    while campaigns.iter().any(|other| other.code == code) {
        let Some(next) = next_quarter(&code) else { break };
        code = next;
    }
    let calendar = Calendar::load(conn)?;
    let (opens_on, closes_on) = match campaigns.first() {
        Some(last) => copying::dates(calendar, last.opens_on, today),
        None => calendar.window(calendar.after(today, 1)),
    };
    let chosen = match campaigns.first() {
        Some(last) => chosen_of(conn, &last.id)?,
        None => organisation::suppliers(conn)?.into_iter().filter(|one| one.active).map(|one| one.code).collect(),
    };
    let reminders = reminders::proposed(calendar, opens_on, closes_on);
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
    fn a_day_has_its_quarter() {
        let quarter = |text| quarter_of(Day::parse(text).expect("a day"));
        assert_eq!(quarter("2026-01-05"), "2026-Q1");
        assert_eq!(quarter("2026-12-31"), "2026-Q4");
    }
}
