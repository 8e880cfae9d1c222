//! Whom an occasion would ask today: whole client groups of the latest quarter without those asked too lately, each only
//! while ten people are left; or the participants named.
//!
//! Where several occasions that open within each other's rest want the same group, one of them gets all of it. Which is
//! drawn, by lots made with the link key: a part of a group is never asked, so that what several occasions and quarters
//! publish can only be put together to whole groups. For the same reason a group of which the service serves a part is not
//! asked, and one rests whole where anybody of it was asked.

use std::collections::{BTreeMap, BTreeSet};

use super::super::groups::Proposal;
use super::super::{Campaign, Kind, store as campaigns};
use super::budget::{REST_DAYS, resting};
use super::{FEWEST_ASKED, PARTICIPANTS, store};
use crate::app::digest;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{GroupCode, PersonId, SupplierCode, UnitCode};
use crate::error::Result;
use crate::organisation::{Person, store as organisation};

/// Who is left out, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aside {
    /// People who were asked something else too lately.
    pub resting: usize,
    /// Groups with people whom the service asked about does not serve.
    pub unserved: BTreeSet<GroupCode>,
    /// Groups with fewer than ten people left, and how many.
    pub small: BTreeMap<GroupCode, usize>,
    /// Groups that another occasion got, by its code.
    pub elsewhere: BTreeMap<GroupCode, String>,
}

/// One person and the group they answer in.
pub type Guest = (Person, GroupCode);

/// Another occasion that opens within this one's rest: its code, its lot, the groups it would ask alone.
#[derive(Debug, Clone)]
pub struct Rival {
    pub code: String,
    pub lot: String,
    pub groups: BTreeSet<GroupCode>,
}

/// All that says who is asked.
#[derive(Debug, Clone)]
pub struct Asking {
    pub kind: Kind,
    pub code: String,
    pub lot: String,
    /// The groups chosen, by unit; nothing of a survey of participants.
    pub units: BTreeMap<UnitCode, GroupCode>,
    /// The units that the service asked about serves; none where that does not matter.
    pub served: Option<BTreeSet<UnitCode>>,
    /// The participants.
    pub named: BTreeSet<PersonId>,
    /// Who was asked too lately.
    pub resting: BTreeSet<PersonId>,
    /// The units of groups of which anybody was.
    pub resting_units: BTreeSet<UnitCode>,
    pub rivals: Vec<Rival>,
}

impl Asking {
    /// As if there were no other.
    fn alone(conn: &mut Conn, campaign: &Campaign, day: Day) -> Result<Self> {
        let occasion = store::occasion(conn, &campaign.id)?;
        let units = campaigns::group_units(conn, &campaign.id)?;
        let resting = resting(conn, &occasion, day)?;
        let resting_units = match campaign.kind.asks_groups() {
            true => store::units_asked_after(conn, Some(&campaign.id), day.plus_days(-REST_DAYS))?,
            false => BTreeSet::new(),
        };
        Ok(Self {
            kind: campaign.kind,
            served: served(conn, campaign, &units)?,
            named: store::named(conn, &campaign.id)?,
            rivals: Vec::new(),
            code: campaign.code.clone(),
            lot: occasion.lot,
            units,
            resting,
            resting_units,
        })
    }

    /// The group in which somebody would answer.
    fn group_of(&self, person: &Person) -> Option<GroupCode> {
        if !self.kind.asks_groups() {
            return self.named.contains(&person.id).then(|| GroupCode::from(PARTICIPANTS));
        }
        self.units.get(&person.unit).cloned()
    }

    fn serves(&self, person: &Person) -> bool {
        self.served.as_ref().is_none_or(|served| served.contains(&person.unit))
    }

    /// Which occasion gets each group that several want: the one with the lowest lot. Whoever draws blanks alone gets a
    /// group from an occasion that has more, or that can have another in its place: nobody stays without one where
    /// everybody can have one. All of them come to the same.
    fn allotted(&self, own: &BTreeSet<GroupCode>) -> BTreeMap<GroupCode, String> {
        let mut all: Vec<Wanting> =
            self.rivals.iter().map(|one| (one.code.as_str(), one.lot.as_str(), &one.groups)).collect();
        all.push((&self.code, &self.lot, own));
        all.sort_unstable();
        let mut got = Allotment::new();
        for group in all.iter().flat_map(|(_, _, groups)| groups.iter()) {
            let wants = all.iter().filter(|(_, _, groups)| groups.contains(group));
            if let Some((code, ..)) = wants.min_by_key(|(code, lot, _)| (lot_for(lot, group), *code)) {
                got.insert(group.clone(), code);
            }
        }
        for one in &all {
            if number(&got, one.0) == 0 {
                give(&mut got, &all, one, &mut BTreeSet::new());
            }
        }
        got.into_iter().map(|(group, code)| (group, code.to_owned())).collect()
    }

    /// The groups that rest whole.
    fn resting_groups(&self) -> BTreeSet<&GroupCode> {
        self.units.iter().filter(|(unit, _)| self.resting_units.contains(*unit)).map(|(_, group)| group).collect()
    }

    /// Who of `people` is asked on `today`, and who is left out.
    pub fn choose(&self, people: &[Person], today: Day) -> (Vec<Guest>, Aside) {
        let mut aside = Aside::default();
        let mut there: Vec<Guest> = Vec::new();
        let rests = self.resting_groups();
        let mut sizes: BTreeMap<GroupCode, usize> = self.units.values().map(|group| (group.clone(), 0)).collect();
        if !self.kind.asks_groups() {
            sizes.insert(GroupCode::from(PARTICIPANTS), 0);
        }
        for person in people.iter().filter(|person| person.is_asked_on(today)) {
            let Some(group) = self.group_of(person) else { continue };
            if !self.serves(person) {
                aside.unserved.insert(group);
                continue;
            }
            if self.resting.contains(&person.id) || rests.contains(&group) {
                aside.resting += 1;
                continue;
            }
            *sizes.entry(group.clone()).or_default() += 1;
            there.push((person.clone(), group));
        }
        sizes.retain(|group, _| !aside.unserved.contains(group));
        there.retain(|(_, group)| !aside.unserved.contains(group));
        let (large, small): (BTreeMap<_, _>, _) = sizes.into_iter().partition(|(_, size)| *size >= FEWEST_ASKED);
        aside.small = small;
        let own: BTreeSet<GroupCode> = large.into_keys().collect();
        let mut got = self.allotted(&own);
        got.retain(|group, code| own.contains(group) && *code != self.code);
        aside.elsewhere = got;
        there.retain(|(_, group)| !aside.small.contains_key(group) && !aside.elsewhere.contains_key(group));
        (there, aside)
    }
}

/// An occasion's code, its lot, and the groups it would ask.
type Wanting<'a> = (&'a str, &'a str, &'a BTreeSet<GroupCode>);

/// The occasion, by its code, that each group goes to.
type Allotment<'a> = BTreeMap<GroupCode, &'a str>;

fn number(got: &Allotment, code: &str) -> usize {
    got.values().filter(|of| **of == code).count()
}

/// Gives `one` a group more: the one for which its lot is best among those that their occasion can spare, or else among
/// those whose occasion finds another (the augmenting path of a bipartite matching). `seen` were asked for already.
fn give<'a>(got: &mut Allotment<'a>, all: &[Wanting<'a>], one: &Wanting<'a>, seen: &mut BTreeSet<GroupCode>) -> bool {
    let (code, lot, groups) = one;
    let mut wanted: Vec<&GroupCode> =
        groups.iter().filter(|group| got.get(*group).is_some_and(|of| of != code)).collect();
    wanted.sort_by_cached_key(|group| lot_for(lot, group));
    let spare = wanted.iter().find(|group| got.get(**group).is_some_and(|of| number(got, of) > 1));
    if let Some(group) = spare {
        got.insert((*group).clone(), code);
        return true;
    }
    for group in wanted {
        if !seen.insert(group.clone()) {
            continue;
        }
        let owner = got.get(group).and_then(|of| all.iter().find(|(code, ..)| code == of));
        if owner.is_some_and(|owner| give(got, all, owner, seen)) {
            got.insert(group.clone(), code);
            return true;
        }
    }
    false
}

/// What an occasion drew for a group: the lowest gets it.
fn lot_for(lot: &str, group: &GroupCode) -> String {
    digest(format!("{lot}/{group}").as_bytes())
}

/// Who of `people` is asked by `campaign` when it opens: on its day, or today where that has come.
pub fn guests(conn: &mut Conn, campaign: &Campaign, people: &[Person], today: Day) -> Result<(Vec<Guest>, Aside)> {
    let day = today.max(campaign.opens_on);
    let asking = Asking { rivals: rivals(conn, campaign, people, today)?, ..Asking::alone(conn, campaign, day)? };
    Ok(asking.choose(people, day))
}

/// How many people of each of these groups a flash about `supplier` could ask on `day`; none of one that it does not serve
/// whole, or that rests.
pub fn left(
    conn: &mut Conn,
    supplier: &SupplierCode,
    groups: &[Proposal],
    day: Day,
) -> Result<BTreeMap<GroupCode, usize>> {
    let serving = organisation::serving(conn)?;
    let asking = BTreeSet::from([supplier.clone()]);
    let since = day.plus_days(-REST_DAYS);
    let tired: BTreeSet<PersonId> =
        store::contacts_after(conn, false, since)?.into_iter().map(|(person, _)| person).collect();
    let resting = store::units_asked_after(conn, None, since)?;
    let mut units: BTreeMap<UnitCode, usize> = BTreeMap::new();
    let mut barred = resting;
    for person in organisation::people(conn)?.into_iter().filter(|one| one.is_asked_on(day)) {
        if serving.suppliers_of(&asking, &person.unit).is_empty() {
            barred.insert(person.unit);
        } else if !tired.contains(&person.id) {
            *units.entry(person.unit).or_default() += 1;
        }
    }
    let of = |group: &Proposal| match group.units.iter().any(|unit| barred.contains(unit)) {
        true => 0,
        false => group.units.iter().filter_map(|unit| units.get(unit)).sum(),
    };
    Ok(groups.iter().map(|group| (group.code.clone(), of(group))).collect())
}

/// The units of the groups that the asking service serves, where that matters.
fn served(
    conn: &mut Conn,
    campaign: &Campaign,
    units: &BTreeMap<UnitCode, GroupCode>,
) -> Result<Option<BTreeSet<UnitCode>>> {
    if !campaign.kind.is_about_a_service() {
        return Ok(None);
    }
    let rows = campaigns::campaign_suppliers(conn, &campaign.id)?;
    let asking: BTreeSet<SupplierCode> = rows.into_iter().map(|row| row.supplier).collect();
    let serving = organisation::serving(conn)?;
    let served = units.keys().filter(|unit| !serving.suppliers_of(&asking, unit).is_empty());
    Ok(Some(served.cloned().collect()))
}

/// The occasions of client groups that are programmed to open within this one's rest, each with the groups it would ask
/// if there were no other.
fn rivals(conn: &mut Conn, campaign: &Campaign, people: &[Person], today: Day) -> Result<Vec<Rival>> {
    if !campaign.kind.asks_groups() {
        return Ok(Vec::new());
    }
    let first = today.max(campaign.opens_on);
    let mut found = store::scheduled_until(conn, first.plus_days(REST_DAYS - 1))?;
    found.retain(|other| other.id != campaign.id && other.opens_on > first.plus_days(-REST_DAYS));
    let mut rivals = Vec::new();
    for other in found {
        let day = today.max(other.opens_on);
        let asking = Asking::alone(conn, &other, day)?;
        let (guests, _) = asking.choose(people, day);
        let groups = guests.into_iter().map(|(_, group)| group).collect();
        rivals.push(Rival { code: other.code, lot: asking.lot, groups });
    }
    Ok(rivals)
}
