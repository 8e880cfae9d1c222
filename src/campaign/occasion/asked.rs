//! Whom an occasion would ask today: whole client groups of the latest quarter without those asked too lately, each only
//! while ten people are left; or the participants named.
//!
//! Where several occasions that open within each other's rest want the same group, one of them gets all of it. Which is
//! drawn, by lots made with the link key: a part of a group is never asked, so that what several occasions and quarters
//! publish can only be put together to whole groups.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Campaign, store as campaigns};
use super::budget::{REST_DAYS, resting};
use super::{FEWEST_ASKED, Occasion, PARTICIPANTS, store};
use crate::app::digest;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{GroupCode, PersonId, SupplierCode, UnitCode};
use crate::error::Result;
use crate::organisation::{Person, Serving, store as organisation};

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

/// Who of `people` is asked by `campaign` today; `spent` are those invited as often as the settings allow.
pub fn guests(
    conn: &mut Conn,
    campaign: &Campaign,
    people: &[Person],
    spent: &BTreeSet<PersonId>,
    today: Day,
) -> Result<(Vec<Guest>, Aside)> {
    let occasion = store::occasion(conn, &campaign.id)?;
    let mut aside = Aside::default();
    let resting = resting(conn, &occasion, today)?;
    let mut there: Vec<Guest> = Vec::new();
    let named = store::named(conn, &campaign.id)?;
    let units = campaigns::group_units(conn, &campaign.id)?;
    let mut served = Served::load(conn, campaign)?;
    for person in people.iter().filter(|person| person.works_on(today) && !person.away) {
        let group = if campaign.kind.asks_groups() {
            units.get(&person.unit).filter(|_| served.reaches(&person.unit)).cloned()
        } else {
            named.contains(&person.id).then(|| GroupCode::from(PARTICIPANTS))
        };
        let Some(group) = group else { continue };
        if resting.contains(&person.id) || spent.contains(&person.id) {
            aside.resting += 1;
        } else {
            there.push((person.clone(), group));
        }
    }
    if campaign.kind.asks_groups() {
        aside.elsewhere = elsewhere(conn, campaign, &occasion, units.values(), today)?;
    }
    let mut sizes: BTreeMap<GroupCode, usize> = BTreeMap::new();
    for (_, group) in &there {
        *sizes.entry(group.clone()).or_default() += 1;
    }
    let groups: BTreeSet<&GroupCode> = units.values().collect();
    for group in groups.into_iter().filter(|group| !aside.elsewhere.contains_key(*group)) {
        let size = sizes.get(group).copied().unwrap_or(0);
        if size < FEWEST_ASKED {
            aside.small.insert(group.clone(), size);
        }
    }
    if !campaign.kind.asks_groups() && there.len() < FEWEST_ASKED {
        aside.small.insert(GroupCode::from(PARTICIPANTS), there.len());
    }
    there.retain(|(_, group)| !aside.small.contains_key(group) && !aside.elsewhere.contains_key(group));
    Ok((there, aside))
}

/// The units that the asking service serves, where that matters.
struct Served {
    serving: Serving,
    asking: Option<BTreeSet<SupplierCode>>,
    known: BTreeMap<UnitCode, bool>,
}

impl Served {
    fn load(conn: &mut Conn, campaign: &Campaign) -> Result<Self> {
        let rows = campaigns::campaign_suppliers(conn, &campaign.id)?;
        let asking = rows.into_iter().map(|row| row.supplier).collect();
        let asking = campaign.kind.is_about_a_service().then_some(asking);
        Ok(Self { serving: organisation::serving(conn)?, asking, known: BTreeMap::new() })
    }

    fn reaches(&mut self, unit: &UnitCode) -> bool {
        let Some(asking) = &self.asking else { return true };
        let serving = &self.serving;
        *self.known.entry(unit.clone()).or_insert_with(|| !serving.suppliers_of(asking, unit).is_empty())
    }
}

/// The groups of this occasion that another one gets: of all that are programmed to open before this one's people have
/// rested, the one with the lowest lot.
fn elsewhere<'a>(
    conn: &mut Conn,
    campaign: &Campaign,
    occasion: &Occasion,
    groups: impl Iterator<Item = &'a GroupCode>,
    today: Day,
) -> Result<BTreeMap<GroupCode, String>> {
    let first = today.max(campaign.opens_on);
    let mut rivals = store::scheduled_until(conn, first.plus_days(REST_DAYS - 1))?;
    rivals.retain(|(other, ..)| other.id != campaign.id && other.opens_on > first.plus_days(-REST_DAYS));
    let mut lost = BTreeMap::new();
    for group in groups {
        let lot = |lot: &str| digest(format!("{lot}/{group}").as_bytes());
        let of_others = rivals.iter().filter(|(.., wants)| wants.contains(group.as_str()));
        let best = of_others.map(|(other, its, _)| (lot(its), other.code.clone())).min();
        if let Some((_, code)) = best.filter(|(its, _)| *its < lot(&occasion.lot)) {
            lost.insert(group.clone(), code);
        }
    }
    Ok(lost)
}
