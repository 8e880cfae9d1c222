//! Client groups: units merged until each group is large enough to be shown. Proposed by headcount, never by answers;
//! kept from the previous campaign where they exist, so that trends hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::db::ids::{GroupCode, UnitCode};
use crate::organisation::Tree;
use crate::web::typed::clean_line;

/// A group as proposed or adjusted, before opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub code: GroupCode,
    pub name: String,
    pub units: Vec<UnitCode>,
}

impl Proposal {
    /// How many people of its units the campaign serves.
    pub fn people(&self, headcount: &BTreeMap<UnitCode, u32>) -> u32 {
        self.units.iter().filter_map(|unit| headcount.get(unit)).sum()
    }
}

/// The headcount a proposed group should reach, so that `answers` answers are expected when `percent` of a hundred
/// people answer: answers / rate, rounded up. A rate of nothing counts as one percent.
pub fn good_size(percent: u32, answers: u32) -> u32 {
    answers.saturating_mul(100).div_ceil(percent.max(1))
}

/// How long a group's name may be, in characters.
pub const LONGEST_NAME: usize = 120;

#[derive(Default)]
struct Pile {
    units: Vec<UnitCode>,
    people: u32,
}

struct Builder<'a> {
    tree: &'a Tree,
    headcount: &'a BTreeMap<UnitCode, u32>,
    /// The headcount each group should reach.
    size: u32,
    groups: Vec<Pile>,
}

/// Proposes groups of `size` people or more over the units that have people. From the leaves up: a branch large enough becomes a group; small
/// neighbours under one unit are put together; what is still too small joins the unit above, and at the top the
/// smallest group there is.
pub fn propose(tree: &Tree, headcount: &BTreeMap<UnitCode, u32>, size: u32) -> Vec<Proposal> {
    let mut builder = Builder { tree, headcount, size, groups: Vec::new() };
    let mut rest = Pile::default();
    for root in tree.roots() {
        let left = builder.gather(&root.code, 0);
        rest.units.extend(left.units);
        rest.people += left.people;
    }
    if rest.people > 0 {
        match builder.groups.iter_mut().min_by_key(|group| group.people) {
            Some(smallest) => {
                smallest.units.extend(rest.units);
                smallest.people += rest.people;
            }
            None => builder.groups.push(rest),
        }
    }
    distinct(builder.groups.iter().filter_map(|pile| named(tree, headcount, pile)).collect())
}

impl Builder<'_> {
    /// What of the branch under `unit` is still without a group.
    fn gather(&mut self, unit: &UnitCode, depth: usize) -> Pile {
        let own = self.headcount.get(unit).copied().unwrap_or(0);
        let mut mine = Pile { units: if own > 0 { vec![unit.clone()] } else { Vec::new() }, people: own };
        if depth > 50 {
            return mine;
        }
        let mut children: Vec<_> = self.tree.children(unit).cloned().collect();
        children.sort_by(|a, b| a.name.cmp(&b.name));
        let small: Vec<Pile> =
            children.iter().map(|child| self.gather(&child.code, depth + 1)).filter(|pile| pile.people > 0).collect();
        let together = small.iter().map(|pile| pile.people).sum::<u32>() + own;
        if together < 2 * self.size || small.len() < 2 {
            for pile in small {
                mine.units.extend(pile.units);
                mine.people += pile.people;
            }
        } else {
            mine = self.bin(mine, small);
        }
        if mine.people >= self.size {
            self.groups.push(mine);
            return Pile::default();
        }
        mine
    }

    /// Puts small neighbours together, group by group; what is left over stays with the unit above them.
    fn bin(&mut self, mut own: Pile, small: Vec<Pile>) -> Pile {
        let mut filling = Pile::default();
        for pile in small {
            filling.units.extend(pile.units);
            filling.people += pile.people;
            if filling.people >= self.size {
                self.groups.push(std::mem::take(&mut filling));
            }
        }
        own.units.extend(filling.units);
        own.people += filling.people;
        if own.people < self.size
            && let Some(last) = self.groups.last_mut()
        {
            last.units.append(&mut own.units);
            last.people += own.people;
            return Pile::default();
        }
        own
    }
}

/// Names that a group's name lists; the others are counted.
const NAMED: usize = 3;

/// The name of the nearest unit above all of a pile, when the pile has all the people of its branch.
fn branch(tree: &Tree, headcount: &BTreeMap<UnitCode, u32>, units: &[UnitCode]) -> Option<String> {
    let (first, others) = units.split_first()?;
    let ways: Vec<Vec<UnitCode>> = others.iter().map(|unit| tree.upwards(unit)).collect();
    let top = tree.upwards(first).into_iter().find(|above| ways.iter().all(|way| way.contains(above)))?;
    let inside = |unit: &UnitCode| tree.upwards(unit).contains(&top);
    let whole = headcount.iter().all(|(unit, people)| *people == 0 || units.contains(unit) || !inside(unit));
    tree.get(&top).filter(|_| whole).map(|unit| unit.name.clone())
}

/// A group by the branch it is, by its few units, or by the largest of them and the number of the others.
fn named(tree: &Tree, headcount: &BTreeMap<UnitCode, u32>, pile: &Pile) -> Option<Proposal> {
    let code = pile.units.first()?;
    let mut units = pile.units.clone();
    units.sort_by_key(|unit| std::cmp::Reverse(headcount.get(unit).copied().unwrap_or(0)));
    let names: Vec<&str> = units.iter().filter_map(|unit| tree.get(unit)).map(|unit| unit.name.as_str()).collect();
    let name = match (branch(tree, headcount, &units), names.as_slice()) {
        (_, []) => code.0.clone(),
        (Some(name), _) => name,
        (None, few) if few.len() <= NAMED => few.join(", "),
        (None, [first, second, others @ ..]) => format!("{first}, {second} + {}", others.len()),
        (None, [only]) => (*only).to_owned(),
    };
    let name = clean_line(&name).chars().take(LONGEST_NAME).collect();
    Some(Proposal { code: GroupCode(code.0.clone()), name, units: pile.units.clone() })
}

/// Does `code` mean something else wherever groups are named?
pub fn is_reserved(code: &str) -> bool {
    matches!(code, "" | "*" | "outside" | "other")
}

/// A code for a new group beside `taken`: `wish`, or `wish` with a number where it is taken or means something else.
pub fn free_code(taken: &BTreeSet<GroupCode>, wish: &str) -> GroupCode {
    let free = |code: &GroupCode| !taken.contains(code) && !is_reserved(code.as_str());
    let numbered = (2_u32..).map(|number| {
        let stem: String = wish.chars().take(34).collect();
        GroupCode(format!("{stem}_{number}"))
    });
    std::iter::once(GroupCode(wish.to_owned())).chain(numbered).find(free).unwrap_or_else(|| wish.into())
}

/// The same groups, each with a code of its own; the first to have a code keeps it.
fn distinct(groups: Vec<Proposal>) -> Vec<Proposal> {
    let mut taken = BTreeSet::new();
    let mut list = Vec::with_capacity(groups.len());
    for group in groups {
        let code = free_code(&taken, group.code.as_str());
        taken.insert(code.clone());
        list.push(Proposal { code, ..group });
    }
    list
}

/// The groups of an earlier campaign, for the units of today: every unit that still exists stays in its group, with
/// people in it or not (waves compare groups by their units); one the groups did not know joins the group of the
/// nearest unit above it; units nobody above knows are proposed anew, in groups of `size`.
pub fn carry_over(
    tree: &Tree,
    headcount: &BTreeMap<UnitCode, u32>,
    earlier: Vec<Proposal>,
    size: u32,
) -> Vec<Proposal> {
    let home: BTreeMap<UnitCode, GroupCode> =
        earlier.iter().flat_map(|group| group.units.iter().map(|unit| (unit.clone(), group.code.clone()))).collect();
    let mut placed: BTreeMap<GroupCode, Vec<UnitCode>> = BTreeMap::new();
    let mut new = BTreeMap::new();
    for (unit, group) in home.iter().filter(|(unit, _)| tree.get(unit).is_some()) {
        placed.entry(group.clone()).or_default().push(unit.clone());
    }
    for (unit, people) in headcount.iter().filter(|(unit, people)| **people > 0 && !home.contains_key(unit)) {
        match tree.upwards(unit).iter().find_map(|above| home.get(above)) {
            Some(group) => placed.entry(group.clone()).or_default().push(unit.clone()),
            None => {
                new.insert(unit.clone(), *people);
            }
        }
    }
    let mut groups: Vec<Proposal> = earlier
        .into_iter()
        .filter_map(|group| placed.remove(&group.code).map(|units| Proposal { units, ..group }))
        .collect();
    groups.extend(propose(tree, &new, size));
    distinct(groups)
}

/// The group that one too small would best be put together with: the one whose units are nearest in the tree, then the
/// smallest, then by code. None when it is alone.
pub fn neighbour<'a>(
    tree: &Tree,
    headcount: &BTreeMap<UnitCode, u32>,
    groups: &'a [Proposal],
    small: &Proposal,
) -> Option<&'a Proposal> {
    let ways: Vec<Vec<UnitCode>> = small.units.iter().map(|unit| tree.upwards(unit)).collect();
    let others = groups.iter().filter(|group| group.code != small.code && group.people(headcount) > 0);
    others.min_by_key(|group| {
        let far = group.units.iter().map(|unit| distance(&ways, &tree.upwards(unit))).min().unwrap_or(usize::MAX);
        (far, group.people(headcount), group.code.clone())
    })
}

/// Steps up and down the tree from the nearest of some units to another; two trees apart are far.
fn distance(ways: &[Vec<UnitCode>], other: &[UnitCode]) -> usize {
    let steps = |way: &Vec<UnitCode>| {
        let meeting = way.iter().enumerate().find_map(|(up, unit)| Some(up + other.iter().position(|o| o == unit)?));
        meeting.unwrap_or(1000)
    };
    ways.iter().map(steps).min().unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::Unit;

    fn tree(list: &[(&str, Option<&str>)]) -> Tree {
        Tree::new(list.iter().map(|(code, parent)| Unit {
            code: (*code).into(),
            name: code.to_uppercase(),
            parent: parent.map(Into::into),
            active: true,
        }))
    }

    fn heads(list: &[(&str, u32)]) -> BTreeMap<UnitCode, u32> {
        list.iter().map(|(code, people)| ((*code).into(), *people)).collect()
    }

    #[test]
    fn everybody_is_in_exactly_one_group_and_no_group_is_small() {
        let tree = tree(&[
            ("dg", None),
            ("prod", Some("dg")),
            ("log", Some("prod")),
            ("qual", Some("prod")),
            ("it", Some("dg")),
            ("hr", Some("dg")),
            ("fin", Some("dg")),
            ("buy", Some("dg")),
        ]);
        let heads = heads(&[
            ("dg", 4),
            ("prod", 46),
            ("log", 24),
            ("qual", 11),
            ("it", 17),
            ("hr", 13),
            ("fin", 15),
            ("buy", 8),
        ]);
        let groups = propose(&tree, &heads, 20);
        let mut seen: Vec<&UnitCode> = groups.iter().flat_map(|group| &group.units).collect();
        seen.sort();
        assert_eq!(seen, heads.keys().collect::<Vec<_>>());
        for group in &groups {
            let people: u32 = group.units.iter().map(|unit| heads[unit]).sum();
            assert!(people >= 20, "{group:?} has {people}");
        }
    }

    #[test]
    fn a_unit_named_like_a_label_of_the_seal_gives_its_group_another_code() {
        let tree = tree(&[("dg", None), ("other", Some("dg")), ("outside", Some("dg")), ("prod", Some("dg"))]);
        let heads = heads(&[("other", 30), ("outside", 30), ("prod", 30)]);
        let codes: Vec<String> = propose(&tree, &heads, 20).into_iter().map(|group| group.code.0).collect();
        assert_eq!(codes, ["other_2", "outside_2", "prod"]);
        // A group keeps its code while the unit it was named after has left it and needs a group of its own.
        let earlier = vec![Proposal { code: "prod".into(), name: "P".to_owned(), units: vec!["other".into()] }];
        let codes: Vec<String> = carry_over(&tree, &heads, earlier, 20).into_iter().map(|group| group.code.0).collect();
        assert_eq!(codes, ["prod", "outside_2", "prod_2"]);
    }

    #[test]
    fn a_group_is_named_by_its_branch_or_by_its_largest_units() {
        let tree = tree(&[
            ("dg", None),
            ("prod", Some("dg")),
            ("a", Some("prod")),
            ("b", Some("prod")),
            ("c", Some("dg")),
            ("d", Some("dg")),
            ("e", Some("dg")),
            ("f", Some("dg")),
        ]);
        let heads = heads(&[("a", 12), ("b", 11), ("c", 5), ("d", 9), ("e", 4), ("f", 7)]);
        let mut names: Vec<String> = propose(&tree, &heads, 20).into_iter().map(|group| group.name).collect();
        names.sort();
        assert_eq!(names, ["D, F + 2", "PROD"]);
    }

    #[test]
    fn a_small_organisation_is_one_group() {
        let tree = tree(&[("dg", None), ("a", Some("dg")), ("b", Some("dg"))]);
        assert_eq!(propose(&tree, &heads(&[("a", 3), ("b", 4)]), 20).len(), 1);
        assert!(propose(&tree, &heads(&[]), 20).is_empty());
    }

    #[test]
    fn codes_are_never_doubled_nor_reserved() {
        let taken = BTreeSet::from(["it".into(), "it_2".into()]);
        assert_eq!(free_code(&taken, "it").as_str(), "it_3");
        assert_eq!(free_code(&taken, "outside").as_str(), "outside_2");
        assert_eq!(free_code(&taken, "hr").as_str(), "hr");
    }

    #[test]
    fn a_new_unit_joins_the_group_above_it() {
        let tree = tree(&[("dg", None), ("a", Some("dg")), ("new", Some("a"))]);
        let earlier = vec![Proposal { code: "a".into(), name: "A".into(), units: vec!["a".into()] }];
        // An empty unit stays: the next quarter's group must have the same units to be compared.
        assert_eq!(carry_over(&tree, &heads(&[("a", 0)]), earlier.clone(), 20), earlier);
        let groups = carry_over(&tree, &heads(&[("a", 30), ("new", 5)]), earlier, 20);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].units.len(), 2);
    }

    #[test]
    fn sizes_follow_the_rate() {
        assert_eq!([90, 50, 33, 30].map(|percent| good_size(percent, 10)), [12, 20, 31, 34]);
        let tree = tree(&[("dg", None), ("a", Some("dg")), ("b", Some("dg")), ("c", Some("dg")), ("d", Some("dg"))]);
        let heads = heads(&[("a", 17), ("b", 17), ("c", 17), ("d", 17)]);
        let number = |percent| propose(&tree, &heads, good_size(percent, 10)).len();
        assert_eq!((number(90), number(50), number(30)), (4, 2, 2));
    }

    #[test]
    fn a_small_group_joins_its_neighbour_in_the_tree() {
        let tree = tree(&[("dg", None), ("p", Some("dg")), ("p1", Some("p")), ("p2", Some("p")), ("q", Some("dg"))]);
        let heads = heads(&[("p1", 3), ("p2", 60), ("q", 20)]);
        let group = |code: &str| Proposal { code: code.into(), name: code.to_owned(), units: vec![code.into()] };
        let groups = vec![group("p1"), group("p2"), group("q")];
        let found = |code: &str| neighbour(&tree, &heads, &groups, &group(code)).map(|found| found.code.0.clone());
        assert_eq!(found("p1").as_deref(), Some("p2"));
        assert_eq!(found("q").as_deref(), Some("p1"), "as near as p2 and smaller");
        assert_eq!(neighbour(&tree, &heads, &groups[..1], &groups[0]), None);
    }
}
