//! What two campaigns have in common: which client groups are the same, and whether nearly the same people are asked.
//! The one rule, for published waves and for the dry run of groups not saved yet. Looks at units and headcounts only.

use std::collections::{BTreeMap, BTreeSet};

use super::{check, groups::Proposal, store};
use crate::db::Conn;
use crate::db::ids::{CampaignId, UnitCode};
use crate::error::Result;

/// The groups of a wave: by code, the codes of their units and how many people they hold.
pub type Composition = BTreeMap<String, (BTreeSet<String>, i32)>;

/// At least this many of a hundred people must be in groups that both waves have.
pub const COMMON_PERCENT: i64 = 80;

/// What becomes of a group from one wave to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Same code, same units: compared.
    Kept,
    /// Same code, other units: compared no more.
    Changed {
        added: Vec<String>,
        left: Vec<String>,
    },
    New,
    Gone,
}

/// What becomes of each group, by code.
pub fn fates(before: &Composition, after: &Composition) -> BTreeMap<String, Fate> {
    let codes: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let fate = |code: &String| match (before.get(code), after.get(code)) {
        (Some((old, _)), Some((new, _))) if old == new => Fate::Kept,
        (Some((old, _)), Some((new, _))) => Fate::Changed {
            added: new.difference(old).cloned().collect(),
            left: old.difference(new).cloned().collect(),
        },
        (None, _) => Fate::New,
        (_, None) => Fate::Gone,
    };
    codes.into_iter().map(|code| (code.clone(), fate(code))).collect()
}

/// People of `wave`, and those of them in groups that `other` has too: same code and same units.
fn common(wave: &Composition, other: &Composition) -> (i64, i64) {
    let people = |(_, people): &(BTreeSet<String>, i32)| i64::from(*people);
    let kept = |(code, (units, _)): &(&String, &(BTreeSet<String>, i32))| {
        other.get(*code).is_some_and(|(known, _)| known == units)
    };
    let all = wave.values().map(people).sum();
    (all, wave.iter().filter(kept).map(|(_, group)| people(group)).sum())
}

/// Do both waves ask nearly the same people? At least 80 % of each are in groups that both have. A wave that asked
/// nobody compares with nothing.
pub fn same_people(a: &Composition, b: &Composition) -> bool {
    let enough = |(all, kept): (i64, i64)| all > 0 && kept * 100 >= COMMON_PERCENT * all;
    enough(common(a, b)) && enough(common(b, a))
}

/// The share of people in groups that both waves have, in whole percent rounded down: the smaller of both sides.
pub fn common_percent(a: &Composition, b: &Composition) -> i64 {
    let percent = |(all, kept): (i64, i64)| if all > 0 { kept * 100 / all } else { 0 };
    percent(common(a, b)).min(percent(common(b, a)))
}

/// The groups of an opened campaign, with who was invited.
pub fn of_campaign(conn: &mut Conn, campaign: &CampaignId) -> Result<Composition> {
    Ok(of_campaigns(conn, std::slice::from_ref(campaign))?.remove(campaign).unwrap_or_default())
}

/// The groups of several opened campaigns, in two queries.
pub fn of_campaigns(conn: &mut Conn, ids: &[CampaignId]) -> Result<BTreeMap<CampaignId, Composition>> {
    let mut all: BTreeMap<CampaignId, Composition> = BTreeMap::new();
    for group in store::client_groups_of(conn, ids)? {
        all.entry(group.campaign).or_default().insert(group.code.0, (BTreeSet::new(), group.invited));
    }
    for (campaign, unit, group) in store::group_units_of(conn, ids)? {
        if let Some((units, _)) = all.get_mut(&campaign).and_then(|groups| groups.get_mut(group.as_str())) {
            units.insert(unit.0);
        }
    }
    Ok(all)
}

/// Groups not opened yet, with who would be invited.
pub fn of_proposal(groups: &[Proposal], heads: &check::Headcount) -> Composition {
    let people = |group: &Proposal| i32::try_from(group.people(heads)).unwrap_or(i32::MAX);
    groups.iter().map(|group| (group.code.0.clone(), (names(&group.units), people(group)))).collect()
}

fn names(units: &[UnitCode]) -> BTreeSet<String> {
    units.iter().map(|unit| unit.0.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wave(groups: &[(&str, &[&str], i32)]) -> Composition {
        let units = |list: &[&str]| list.iter().map(|unit| (*unit).to_owned()).collect();
        groups.iter().map(|(code, list, people)| ((*code).to_owned(), (units(list), *people))).collect()
    }

    #[test]
    fn groups_are_kept_changed_new_or_gone() {
        let before = wave(&[("a", &["a"], 20), ("b", &["b", "c"], 30), ("d", &["d"], 5)]);
        let after = wave(&[("a", &["a"], 25), ("b", &["b", "d"], 30), ("c", &["c"], 9)]);
        let found = fates(&before, &after);
        assert_eq!(found["a"], Fate::Kept);
        assert_eq!(found["b"], Fate::Changed { added: vec!["d".to_owned()], left: vec!["c".to_owned()] });
        assert_eq!((&found["c"], &found["d"]), (&Fate::New, &Fate::Gone));
    }

    #[test]
    fn eighty_percent_of_both_sides_must_be_common() {
        let before = wave(&[("a", &["a"], 80), ("b", &["b"], 20)]);
        assert!(same_people(&before, &before));
        let after = wave(&[("a", &["a"], 80), ("c", &["b"], 20)]);
        assert!(same_people(&before, &after));
        assert_eq!(common_percent(&before, &after), 80);
        assert!(!same_people(&before, &wave(&[("a", &["a"], 79), ("c", &["b"], 21)])));
        assert!(!same_people(&before, &wave(&[("a", &["a", "x"], 80), ("b", &["b"], 20)])));
        assert!(!same_people(&wave(&[]), &before) && !same_people(&before, &wave(&[])));
    }
}
