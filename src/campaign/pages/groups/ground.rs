//! What groups are made from.

use serde::Serialize;

use crate::campaign::check::{self, Headcount, good_size};
use crate::campaign::groups::{self, Proposal, carry_over, neighbour};
use crate::campaign::participation::{self, Expected};
use crate::campaign::{Campaign, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::GroupCode;
use crate::error::Result;
use crate::organisation::{Tree, store as organisation};
use crate::web::Seen;

#[derive(Debug, Clone, Serialize)]
pub(super) struct GroupLine {
    pub(super) code: GroupCode,
    pub(super) name: String,
    pub(super) people: u32,
    /// Answers to expect of it.
    pub(super) answers: u32,
    /// Under ten people, or too few answers expected.
    pub(super) small: bool,
    /// The group it would best be put together with, when it is small.
    pub(super) near: Option<String>,
}

/// What groups are made from, read once.
pub(super) struct Ground {
    pub(super) campaign: Campaign,
    pub(super) tree: Tree,
    pub(super) heads: Headcount,
    pub(super) saved: Vec<Proposal>,
    /// The mark of what is saved.
    pub(super) seen: Seen,
    pub(super) earlier: Option<(String, Vec<Proposal>)>,
    pub(super) expected: Expected,
}

impl Ground {
    pub(super) fn load(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Self> {
        let saved = store::groups(conn, &campaign.id)?;
        let groups = saved.iter().map(|group| (&group.code, &group.name, &group.units)).collect::<Vec<_>>();
        Ok(Self {
            seen: Seen::of(&groups)?,
            tree: organisation::tree(conn)?,
            heads: check::headcount(conn, campaign, today)?,
            saved,
            earlier: check::earlier_groups(conn, campaign)?,
            expected: participation::expected(conn, campaign)?,
            campaign: campaign.clone(),
        })
    }

    /// Where the groups stand: what is saved, with the units that came since put where they would go.
    pub(super) fn standing(&self) -> Vec<Proposal> {
        if self.saved.is_empty() {
            return self.proposed(self.expected.percent, false);
        }
        carry_over(&self.tree, &self.heads, self.saved.clone(), good_size(&self.campaign, self.expected.percent))
    }

    /// The groups of the campaign before, or, when there is none or `anew`, by headcount and by `percent`.
    pub(super) fn proposed(&self, percent: u32, anew: bool) -> Vec<Proposal> {
        let size = good_size(&self.campaign, percent);
        match &self.earlier {
            Some((_, known)) if !anew => carry_over(&self.tree, &self.heads, known.clone(), size),
            _ => groups::propose(&self.tree, &self.heads, size),
        }
    }

    pub(super) fn line(&self, code: GroupCode, name: String, groups: &[Proposal], percent: u32) -> GroupLine {
        let group = groups.iter().find(|group| group.code == code);
        let people = group.map_or(0, |group| group.people(&self.heads));
        let answers = (people * percent + 50) / 100;
        let least = |least: i32| u32::try_from(least).unwrap_or(0);
        let small = people < least(participation::SMALLEST_GROUP) || answers < least(self.campaign.threshold);
        let near = group.filter(|_| small).and_then(|group| neighbour(&self.tree, &self.heads, groups, group));
        GroupLine { near: near.map(|near| near.name.clone()), code, name, people, answers, small }
    }
}
