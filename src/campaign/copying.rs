//! The next campaign, prepared from an earlier one: its suppliers, groups, thresholds and file of answers, a quarter
//! later on the calendar. A draft like any other: everything can be changed afterwards.

use std::collections::BTreeSet;

use super::calendar::Calendar;
use super::groups::{self, Proposal};
use super::texts::MailText;
use super::{Campaign, State, check, participation, store};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::render::{Language, words};

/// Opening is proposed about a quarter after the opening before, in days.
const QUARTER: i64 = 90;
const LONGEST_CODE: usize = 20;

/// The quarter after `2026-Q1`.
pub fn next_quarter(code: &str) -> Option<String> {
    let (year, quarter) = code.split_once("-Q")?;
    let (year, quarter): (u16, u16) = (year.parse().ok()?, quarter.parse().ok()?);
    match quarter {
        1..=3 => Some(format!("{year}-Q{}", quarter + 1)),
        4 => Some(format!("{}-Q1", year.checked_add(1)?)),
        _ => None,
    }
}

/// The dates proposed for the campaign after one that opened on `last`: opening and closing.
pub fn dates(calendar: Calendar, last: Day, today: Day) -> (Day, Day) {
    let soonest = calendar.after(today, 1);
    calendar.window(calendar.after(last.plus_days(QUARTER), 1).max(soonest))
}

/// What became of the wish for a next campaign.
pub enum Copied {
    New(Campaign),
    /// It is in preparation already.
    Standing(Campaign),
}

/// Writes the draft that follows `from`. The quarter after it, where that is in preparation already, is not written a
/// second time.
pub fn copy(conn: &mut Conn, from: &CampaignId, hand: Language, today: Day, now: Moment) -> Result<Copied> {
    let last = store::campaign(conn, from)?;
    if last.is_in_preparation() || !last.kind.is_quarter() {
        return Err(Error::invalid("campaign-fault-copy-draft"));
    }
    let all = store::campaigns(conn)?;
    let next = next_quarter(&last.code);
    if let Some(standing) = all.iter().find(|one| one.is_in_preparation() && next.as_ref() == Some(&one.code)) {
        return Ok(Copied::Standing(standing.clone()));
    }
    let taken: BTreeSet<&str> = all.iter().map(|one| one.code.as_str()).collect();
    let calendar = Calendar::load(conn)?;
    let (opens_on, closes_on) = dates(calendar, last.opens_on, today);
    let campaign = Campaign {
        id: CampaignId(sortable(now)),
        code: free_code(&taken, &last.code, hand),
        state: State::Draft,
        opens_on,
        closes_on,
        reminders: serde_json::to_string(&shifted(calendar, &last, opens_on, closes_on))?,
        threshold: last.threshold,
        levels_threshold: last.levels_threshold,
        comments_threshold: last.comments_threshold,
        row_level: last.row_level,
        row_level_to: last.row_level_to.clone(),
        ..Campaign::draft(CampaignId(String::new()), String::new(), today)
    };
    if !store::insert(conn, &campaign)? {
        return Err(Error::Invalid(Say::new("campaign-fault-taken")));
    }
    let suppliers = suppliers(conn, from)?;
    store::set_suppliers(conn, &campaign.id, &suppliers)?;
    let mirrors = store::mirrors(conn, from)?;
    store::set_mirrors(conn, &campaign.id, &mirrors)?;
    let groups = carried(conn, from, &campaign, today)?;
    store::set_groups(conn, &campaign.id, &groups)?;
    let texts = store::mail_texts(conn, from)?.into_iter();
    let texts: Vec<MailText> = texts.map(|text| MailText { campaign: campaign.id.clone(), ..text }).collect();
    store::save_mail_texts(conn, &campaign.id, &texts)?;
    Ok(Copied::New(campaign))
}

/// Those of the campaign that still are suppliers.
fn suppliers(conn: &mut Conn, of: &CampaignId) -> Result<BTreeSet<SupplierCode>> {
    let services = store::services(conn, of)?;
    Ok(services.into_iter().filter(|(_, one)| one.active).map(|(row, _)| row.supplier).collect())
}

/// The groups of `from` for the units of today. Those of a wave brought from elsewhere are one for each unit, large
/// enough or not: then as for any new campaign.
fn carried(conn: &mut Conn, from: &CampaignId, campaign: &Campaign, today: Day) -> Result<Vec<Proposal>> {
    let known = store::groups(conn, from)?;
    if known.is_empty() || store::campaign(conn, from)?.imported {
        return check::proposed_groups(conn, campaign, today);
    }
    let expected = participation::expected(conn, campaign)?;
    let heads = check::headcount(conn, campaign, today)?;
    let tree = organisation::tree(conn)?;
    Ok(groups::carry_over(&tree, &heads, known, check::good_size(campaign, expected.percent)))
}

/// The reminders of `last`, each as many working days after the opening as it was; none after the closing.
fn shifted(calendar: Calendar, last: &Campaign, opens_on: Day, closes_on: Day) -> BTreeSet<Day> {
    let end = calendar.last_until(closes_on);
    let days = last.reminder_days().into_iter();
    days.map(|day| calendar.after(opens_on, calendar.between(last.opens_on, day).max(1)).min(end)).collect()
}

/// The next quarter that is free, or `copy-of-pilote` in the words of whoever copies.
fn free_code(taken: &BTreeSet<&str>, last: &str, hand: Language) -> String {
    let mut code = last.to_owned();
    while let Some(next) = next_quarter(&code) {
        if !taken.contains(next.as_str()) {
            return next;
        }
        code = next;
    }
    let name = words::say(hand, &Say::new("campaign-copy-code").with("code", last));
    let stem: String =
        name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).take(LONGEST_CODE).collect();
    let cut = |most: usize| stem.chars().take(most).collect::<String>();
    let numbered = (2_u32..1000).map(|number| format!("{}-{number}", cut(LONGEST_CODE - 4)));
    std::iter::once(stem.clone()).chain(numbered).find(|code| !taken.contains(code.as_str())).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::holidays::Holidays;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn codes_follow_each_other() {
        assert_eq!(next_quarter("2026-Q1").as_deref(), Some("2026-Q2"));
        assert_eq!(next_quarter("2026-Q4").as_deref(), Some("2027-Q1"));
        assert_eq!(next_quarter("pilote"), None);
        let taken = BTreeSet::from(["2026-Q1", "2026-Q2", "pilote", "copy-of-pilote"]);
        assert_eq!(free_code(&taken, "2026-Q1", Language::En), "2026-Q3");
        assert_eq!(free_code(&taken, "pilote", Language::En), "copy-of-pilote-2");
        let long = free_code(&taken, "a-code-of-its-own-ab", Language::Fr);
        assert!(super::super::is_campaign_code(&long), "{long}");
    }

    #[test]
    fn reminders_keep_their_distance_in_working_days() {
        let calendar = Calendar::new(Holidays::France);
        let last = Campaign {
            closes_on: day("2026-03-18"),
            reminders: "[\"2026-03-06\",\"2026-03-12\",\"2026-03-18\"]".to_owned(),
            ..Campaign::draft("0c".into(), "2026-Q1".to_owned(), day("2026-03-02"))
        };
        let (opens_on, closes_on) = dates(calendar, last.opens_on, day("2026-03-20"));
        assert_eq!((opens_on, closes_on), (day("2026-06-01"), day("2026-06-17")));
        let found: Vec<String> =
            shifted(calendar, &last, opens_on, closes_on).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["2026-06-05", "2026-06-11", "2026-06-17"]);
    }
}
