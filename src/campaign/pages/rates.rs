//! How many have answered, by the rules of participation: of the day while a campaign is open, the last count afterwards.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::campaign::participation::{self, DayCount};
use crate::campaign::{Campaign, State, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::GroupCode;
use crate::error::Result;

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct Rate {
    pub sendings: i32,
    pub share: f64,
}

#[derive(Debug, Clone, Serialize)]
pub struct GroupLine {
    name: String,
    invited: i32,
    rate: Option<Rate>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Participation {
    day: Day,
    /// No other count follows.
    over: bool,
    invited: i32,
    pub total: Option<Rate>,
    /// None of them while none may be shown.
    groups: Vec<GroupLine>,
    /// How many groups are counted where none may be shown, and how many people one needs.
    withheld: usize,
    smallest: i32,
}

fn rate(count: &DayCount) -> Rate {
    Rate { sendings: count.sendings, share: f64::from(count.sendings) / f64::from(count.invited.max(1)) }
}

/// The rate over everybody, where it may be shown.
pub fn total_rate(counts: &[DayCount]) -> Option<Rate> {
    counts.iter().find(|count| count.is_total()).filter(|total| total.may_be_shown()).map(rate)
}

impl Participation {
    /// Nothing before the first count, and for a wave brought from elsewhere.
    pub fn of(conn: &mut Conn, campaign: &Campaign) -> Result<Option<Self>> {
        let counts = participation::latest(conn, &campaign.id)?;
        let Some(total) = counts.iter().find(|count| count.is_total()) else { return Ok(None) };
        let of_groups = counts.iter().filter(|count| !count.is_total());
        let shown =
            participation::shown(of_groups.clone().map(|count| (&count.client_group, count.invited, count.sendings)));
        let named = store::client_groups(conn, &campaign.id)?;
        let names: BTreeMap<GroupCode, String> = named.into_iter().map(|group| (group.code, group.name)).collect();
        let mut groups: Vec<GroupLine> = of_groups
            .map(|count| GroupLine {
                name: names.get(&count.client_group).cloned().unwrap_or_default(),
                invited: count.invited,
                rate: shown.contains(&count.client_group).then(|| rate(count)),
            })
            .collect();
        groups.sort_by(|a, b| a.name.cmp(&b.name));
        let withheld = if shown.is_empty() { groups.len() } else { 0 };
        if withheld > 0 {
            groups.clear();
        }
        Ok(Some(Self {
            day: total.day,
            over: campaign.state != State::Open,
            invited: total.invited,
            total: total_rate(&counts),
            groups,
            withheld,
            smallest: participation::SMALLEST_GROUP,
        }))
    }

    /// An example of a closed campaign.
    pub fn over(self) -> Self {
        Self { over: true, ..self }
    }
}
