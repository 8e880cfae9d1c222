//! How many have sent something, without saying who: one count a day and group, shown under rules of its own.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::{Campaign, ClientGroup, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode};
use crate::db::schema::participation_days;
use crate::error::Result;

/// Groups under this size never show a rate.
pub const SMALLEST_GROUP: i32 = 10;

/// What is asked between two quarters counts nobody of fewer people invited.
pub const FEWEST_OF_OCCASION: i32 = 30;

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = participation_days)]
pub struct DayCount {
    #[serde(skip)]
    pub campaign: CampaignId,
    pub day: Day,
    /// `*` for everybody.
    pub client_group: GroupCode,
    pub invited: i32,
    pub sendings: i32,
}

impl DayCount {
    pub fn is_total(&self) -> bool {
        self.client_group.as_str() == "*"
    }

    /// May it be shown when nothing is shown beside it?
    pub fn may_be_shown(&self) -> bool {
        !shown(std::iter::once((&self.client_group, self.invited, self.sendings))).is_empty()
    }
}

/// Which groups' counts may be shown: 10 invited or more, not within one of nobody or everybody. The hidden ones, which
/// the total gives away together, are never one alone, and keep the same rule together.
pub fn shown<'a>(groups: impl Iterator<Item = (&'a GroupCode, i32, i32)>) -> BTreeSet<&'a GroupCode> {
    let list: Vec<(&GroupCode, i32, i32)> = groups.filter(|(_, invited, _)| *invited > 0).collect();
    let fits = |(_, invited, sendings): &(&GroupCode, i32, i32)| {
        *invited >= SMALLEST_GROUP && *sendings > 1 && *sendings < invited - 1
    };
    let mut shown: Vec<&(&GroupCode, i32, i32)> = list.iter().filter(|group| fits(group)).collect();
    let mut hidden: Vec<&(&GroupCode, i32, i32)> = list.iter().filter(|group| !fits(group)).collect();
    shown.sort_by(|a, b| (b.1, b.0).cmp(&(a.1, a.0)));
    loop {
        let together = hidden.iter().fold((hidden.first().map(|one| one.0), 0, 0), |(code, invited, sendings), one| {
            (code, invited + one.1, sendings + one.2)
        });
        let exposed = match together {
            (Some(code), invited, sendings) => hidden.len() == 1 || !fits(&(code, invited, sendings)),
            _ => false,
        };
        let Some(next) = shown.pop_if(|_| exposed) else { break };
        hidden.push(next);
    }
    shown.into_iter().map(|(code, _, _)| *code).collect()
}

/// Writes the counts of `day`, once; later the same day changes nothing.
pub fn record(conn: &mut Conn, campaign: &Campaign, day: Day) -> Result<()> {
    let mut groups = store::client_groups(conn, &campaign.id)?;
    let total = ClientGroup {
        campaign: campaign.id.clone(),
        code: "*".into(),
        name: String::new(),
        invited: groups.iter().map(|group| group.invited).sum(),
        sendings: groups.iter().map(|group| group.sendings).sum(),
    };
    if !campaign.kind.is_quarter() {
        // One number a day, and of few people none.
        if total.invited < FEWEST_OF_OCCASION {
            return Ok(());
        }
        groups.clear();
    }
    for group in groups.into_iter().chain([total]) {
        let row = DayCount {
            campaign: campaign.id.clone(),
            day,
            client_group: group.code,
            invited: group.invited,
            sendings: group.sendings,
        };
        crate::on_each!(conn, c => diesel::insert_into(participation_days::table)
            .values(&row)
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
}

/// Writes the counts of the last day anew: what came after its own count is in it.
pub fn record_last(conn: &mut Conn, campaign: &Campaign, day: Day) -> Result<()> {
    diesel::delete(participation_days::table)
        .filter(participation_days::campaign.eq(&campaign.id))
        .filter(participation_days::day.eq(day))
        .execute(conn)?;
    record(conn, campaign, day)
}

/// The latest counts written for a campaign.
pub fn latest(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<DayCount>> {
    let last: Option<Day> = participation_days::table
        .filter(participation_days::campaign.eq(campaign))
        .select(diesel::dsl::max(participation_days::day))
        .first(conn)?;
    let Some(last) = last else { return Ok(Vec::new()) };
    Ok(participation_days::table
        .filter(participation_days::campaign.eq(campaign))
        .filter(participation_days::day.eq(last))
        .order(participation_days::client_group)
        .select(DayCount::as_select())
        .load(conn)?)
}

/// The counts of every day of a campaign, day by day.
pub fn days(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<DayCount>> {
    Ok(participation_days::table
        .filter(participation_days::campaign.eq(campaign))
        .order((participation_days::day, participation_days::client_group))
        .select(DayCount::as_select())
        .load(conn)?)
}

/// How many of a hundred people are expected to send something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub percent: u32,
    /// The code of the campaign it comes from; none when there is no past to go by.
    pub from: Option<String>,
}

/// Where no campaign says better.
pub const USUAL_PERCENT: u32 = 50;
/// A rate measured once is trusted within these.
const LOWEST_PERCENT: i32 = 30;
const HIGHEST_PERCENT: i32 = 90;

/// What to expect of `campaign`: the rate of the latest published campaign before it whose total may be shown, over
/// everybody, in whole percent, from 30 to 90; 50 when there is none. Never a group's rate, never answers. Imported
/// waves do not count: nobody was invited here.
pub fn expected(conn: &mut Conn, campaign: &Campaign) -> Result<Expected> {
    for earlier in store::published(conn)?.into_iter().rev() {
        if earlier.imported || earlier.id == campaign.id || earlier.opens_on > campaign.opens_on {
            continue;
        }
        let counts = latest(conn, &earlier.id)?;
        if let Some(total) = counts.iter().find(|count| count.is_total() && count.may_be_shown()) {
            let half = total.invited / 2;
            let rate = (i64::from(total.sendings) * 100 + i64::from(half)) / i64::from(total.invited.max(1));
            let kept = rate.clamp(LOWEST_PERCENT.into(), HIGHEST_PERCENT.into());
            let percent = u32::try_from(kept).unwrap_or(USUAL_PERCENT);
            return Ok(Expected { percent, from: Some(earlier.code) });
        }
    }
    Ok(Expected { percent: USUAL_PERCENT, from: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_empty_and_full_groups_are_hidden_and_never_one_alone() {
        let codes: Vec<GroupCode> = ["a", "b", "c", "d"].map(Into::into).to_vec();
        let show = |counts: &[(i32, i32)]| {
            shown(codes.iter().zip(counts).map(|(code, (invited, sent))| (code, *invited, *sent)))
                .into_iter()
                .map(|code| code.0.clone())
                .collect::<String>()
        };
        assert_eq!(show(&[(20, 10), (20, 10), (20, 10), (20, 10)]), "abcd");
        assert_eq!(show(&[(9, 5), (20, 10), (30, 10), (40, 10)]), "cd");
        assert_eq!(show(&[(20, 19), (20, 1), (30, 10), (40, 10)]), "cd");
        assert_eq!(show(&[(20, 20), (20, 10)]), "");
        // Everybody in both hidden groups: their sum would say so.
        assert_eq!(show(&[(20, 20), (9, 9), (30, 10), (40, 10)]), "d");
        assert_eq!(show(&[(20, 0), (9, 1), (30, 10), (40, 10)]), "d");
    }
}
