//! Branches of the unit tree made of several client groups: a direction reads its branch as one group.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::campaign::store as campaigns;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, UnitCode};
use crate::db::schema::rollups;
use crate::error::Result;
use crate::organisation::{Tree, store as organisation};

/// A unit with everything below it, where that is exactly some client groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    pub unit: UnitCode,
    pub name: String,
    pub groups: BTreeSet<GroupCode>,
}

/// What the code of a branch begins with; no client group's code can, which has letters, digits and underscores only.
const PREFIX: &str = "branch:";

impl Branch {
    /// Its code in decisions and figures, beside the codes of client groups.
    pub fn code(&self) -> GroupCode {
        GroupCode(format!("{PREFIX}{}", self.unit))
    }

    /// Does it hold several of `served`, and not all of them? Otherwise it is a group, or all clients, under another
    /// name.
    pub fn is_several_of(&self, served: &BTreeSet<&GroupCode>) -> bool {
        let inside = served.iter().filter(|code| self.groups.contains(**code)).count();
        inside > 1 && inside < served.len()
    }
}

/// The branches of `tree` that are made of whole client groups, at least two and not all of them. Of two units that
/// hold the same groups the lower one is kept.
pub fn branches(tree: &Tree, units: &BTreeMap<UnitCode, GroupCode>) -> Vec<Branch> {
    let all: BTreeSet<&GroupCode> = units.values().collect();
    let mut found: BTreeMap<BTreeSet<GroupCode>, (usize, Branch)> = BTreeMap::new();
    for unit in tree.units() {
        let below = |code: &UnitCode| tree.upwards(code).contains(&unit.code);
        let inside: BTreeSet<&GroupCode> = units.iter().filter(|(code, _)| below(code)).map(|(_, g)| g).collect();
        let outside: BTreeSet<&GroupCode> = units.iter().filter(|(code, _)| !below(code)).map(|(_, g)| g).collect();
        if inside.len() < 2 || inside.len() == all.len() || !inside.is_disjoint(&outside) {
            continue;
        }
        let groups: BTreeSet<GroupCode> = inside.into_iter().cloned().collect();
        let depth = tree.upwards(&unit.code).len();
        let branch = Branch { unit: unit.code.clone(), name: unit.name.clone(), groups: groups.clone() };
        let lower = found.get(&groups).is_none_or(|(known, _)| depth > *known);
        if lower {
            found.insert(groups, (depth, branch));
        }
    }
    let mut list: Vec<Branch> = found.into_values().map(|(_, branch)| branch).collect();
    list.sort_by(|a, b| a.unit.cmp(&b.unit));
    list
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = rollups)]
struct Row {
    campaign: CampaignId,
    unit: UnitCode,
    name: String,
    client_group: GroupCode,
}

/// Writes down the branches of a campaign as the unit tree stands now, once; gives those written.
pub fn freeze(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<Branch>> {
    let tree = Tree::new(organisation::units(conn)?);
    let list = branches(&tree, &campaigns::group_units(conn, campaign)?);
    diesel::delete(rollups::table.filter(rollups::campaign.eq(campaign))).execute(conn)?;
    for branch in &list {
        for group in &branch.groups {
            let row = Row {
                campaign: campaign.clone(),
                unit: branch.unit.clone(),
                name: branch.name.clone(),
                client_group: group.clone(),
            };
            diesel::insert_into(rollups::table).values(&row).execute(conn)?;
        }
    }
    Ok(list)
}

/// The branches of a campaign, by unit.
pub fn of_campaign(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<Branch>> {
    let rows: Vec<Row> = rollups::table
        .filter(rollups::campaign.eq(campaign))
        .order((rollups::unit, rollups::client_group))
        .select(Row::as_select())
        .load(conn)?;
    let mut list: Vec<Branch> = Vec::new();
    for row in rows {
        match list.last_mut().filter(|branch| branch.unit == row.unit) {
            Some(branch) => {
                branch.groups.insert(row.client_group);
            }
            None => {
                list.push(Branch { unit: row.unit, name: row.name, groups: BTreeSet::from([row.client_group]) });
            }
        }
    }
    list.sort_by(|a, b| a.unit.cmp(&b.unit));
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::Unit;

    #[test]
    fn a_branch_is_made_of_whole_groups() {
        let unit = |code: &str, parent: Option<&str>| Unit {
            code: code.into(),
            name: code.to_uppercase(),
            parent: parent.map(Into::into),
            active: true,
        };
        let tree = Tree::new([
            unit("dg", None),
            unit("prod", Some("dg")),
            unit("log", Some("prod")),
            unit("qual", Some("prod")),
            unit("it", Some("dg")),
            unit("dev", Some("it")),
            unit("net", Some("it")),
            unit("hr", Some("dg")),
        ]);
        let units = [("prod", "a"), ("log", "a"), ("qual", "b"), ("dev", "c"), ("net", "d"), ("hr", "d")];
        let units = units.iter().map(|(unit, group)| ((*unit).into(), (*group).into())).collect();
        let list = branches(&tree, &units);
        // `prod` is a and b; `it` holds only a part of d; `dg` is everybody.
        assert_eq!(list.len(), 1, "{list:?}");
        assert_eq!(list[0].code().as_str(), "branch:prod");
        assert_eq!(list[0].groups, BTreeSet::from(["a".into(), "b".into()]));
    }
}
