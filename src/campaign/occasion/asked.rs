//! Whom an occasion would ask today: whole client groups of the latest quarter without those asked too lately, each only
//! while ten people are left; or the participants named.
//!
//! Where several occasions that open within each other's rest want the same group, one of them gets all of it. Which is
//! drawn, by lots made with the link key: a part of a group is never asked, so that what several occasions and quarters
//! publish can only be put together to whole groups.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Groups with fewer than ten people left, and how many.
    pub small: BTreeMap<GroupCode, usize>,
    /// Groups that another occasion got, by its code.
    pub elsewhere: BTreeMap<GroupCode, String>,
}

/// One person and the group they answer in.
pub type Guest = (Person, GroupCode);

/// Another occasion that opens within this one's rest: its code, its lot, the groups it wants.
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
    pub lot: String,
    /// The groups chosen, by unit; nothing of a survey of participants.
    pub units: BTreeMap<UnitCode, GroupCode>,
    /// The units that the service asked about serves; none where that does not matter.
    pub served: Option<BTreeSet<UnitCode>>,
    /// The participants.
    pub named: BTreeSet<PersonId>,
    /// Who was asked too lately.
    pub resting: BTreeSet<PersonId>,
    pub rivals: Vec<Rival>,
}

impl Asking {
    fn load(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Self> {
        let occasion = store::occasion(conn, &campaign.id)?;
        let units = campaigns::group_units(conn, &campaign.id)?;
        let resting = resting(conn, &occasion, today)?;
        Ok(Self {
            kind: campaign.kind,
            served: served(conn, campaign, &units)?,
            named: store::named(conn, &campaign.id)?,
            rivals: rivals(conn, campaign, today)?,
            lot: occasion.lot,
            units,
            resting,
        })
    }

    /// The group in which somebody would answer.
    fn group_of(&self, person: &Person) -> Option<GroupCode> {
        if !self.kind.asks_groups() {
            return self.named.contains(&person.id).then(|| GroupCode::from(PARTICIPANTS));
        }
        let served = self.served.as_ref().is_none_or(|served| served.contains(&person.unit));
        self.units.get(&person.unit).filter(|_| served).cloned()
    }

    /// The occasion that gets this group in the place of this one: of all that want it, the one with the lowest lot.
    fn winner(&self, group: &GroupCode) -> Option<&Rival> {
        let lot = |lot: &str| lot_for(lot, group);
        let wants = self.rivals.iter().filter(|rival| rival.groups.contains(group));
        let best = wants.min_by_key(|rival| (lot(&rival.lot), &rival.code))?;
        Some(best).filter(|best| lot(&best.lot) < lot(&self.lot))
    }

    /// Who of `people` is asked on `today`, and who is left out.
    pub fn choose(&self, people: &[Person], today: Day) -> (Vec<Guest>, Aside) {
        let mut aside = Aside::default();
        let mut there: Vec<Guest> = Vec::new();
        let mut sizes: BTreeMap<GroupCode, usize> = self.units.values().map(|group| (group.clone(), 0)).collect();
        if !self.kind.asks_groups() {
            sizes.insert(GroupCode::from(PARTICIPANTS), 0);
        }
        for person in people.iter().filter(|person| person.is_asked_on(today)) {
            let Some(group) = self.group_of(person) else { continue };
            if self.resting.contains(&person.id) {
                aside.resting += 1;
                continue;
            }
            *sizes.entry(group.clone()).or_default() += 1;
            there.push((person.clone(), group));
        }
        let (large, small): (BTreeMap<_, _>, _) = sizes.into_iter().partition(|(_, size)| *size >= FEWEST_ASKED);
        aside.small = small;
        for group in large.keys() {
            if let Some(rival) = self.winner(group) {
                aside.elsewhere.insert(group.clone(), rival.code.clone());
            }
        }
        // Whoever draws blanks alone gets the group for which its lot was best.
        if !large.is_empty() && aside.elsewhere.len() == large.len() {
            let best = large.keys().min_by_key(|group| lot_for(&self.lot, group)).cloned();
            best.map(|group| aside.elsewhere.remove(&group));
        }
        there.retain(|(_, group)| !aside.small.contains_key(group) && !aside.elsewhere.contains_key(group));
        (there, aside)
    }
}

/// What an occasion drew for a group: the lowest gets it.
fn lot_for(lot: &str, group: &GroupCode) -> String {
    digest(format!("{lot}/{group}").as_bytes())
}

/// Who of `people` is asked by `campaign` today.
pub fn guests(conn: &mut Conn, campaign: &Campaign, people: &[Person], today: Day) -> Result<(Vec<Guest>, Aside)> {
    Ok(Asking::load(conn, campaign, today)?.choose(people, today))
}

/// How many people of each unit a flash about `supplier` could ask today: those it serves who have rested.
pub fn left(conn: &mut Conn, supplier: &SupplierCode, today: Day) -> Result<BTreeMap<UnitCode, usize>> {
    let serving = organisation::serving(conn)?;
    let asking = BTreeSet::from([supplier.clone()]);
    let tired: BTreeSet<PersonId> = store::contacts_after(conn, false, today.plus_days(-REST_DAYS))?
        .into_iter()
        .map(|(person, _)| person)
        .collect();
    let mut left: BTreeMap<UnitCode, usize> = BTreeMap::new();
    for person in organisation::people(conn)?.into_iter().filter(|one| one.is_asked_on(today)) {
        if !tired.contains(&person.id) && !serving.suppliers_of(&asking, &person.unit).is_empty() {
            *left.entry(person.unit).or_default() += 1;
        }
    }
    Ok(left)
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

/// The occasions of client groups that are programmed to open within this one's rest.
fn rivals(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Vec<Rival>> {
    let first = today.max(campaign.opens_on);
    let mut found = store::scheduled_until(conn, first.plus_days(REST_DAYS - 1))?;
    found.retain(|(other, ..)| other.id != campaign.id && other.opens_on > first.plus_days(-REST_DAYS));
    Ok(found.into_iter().map(|(other, lot, groups)| Rival { code: other.code, lot, groups }).collect())
}
