//! Who would be asked, and about what, were the campaign opened now.

use std::collections::{BTreeMap, BTreeSet};

use super::occasion::asked::{self, Aside};
use super::{Campaign, store};
use crate::app::Settings;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, PersonId, SupplierCode, UnitCode};
use crate::error::Result;
use crate::organisation::{Person, Serving, store as organisation};

/// At most this many services are proposed to a person; the others can be added.
pub const PROPOSED: usize = 4;

/// A person who will be invited, with what is proposed to them.
pub struct Guest {
    pub person: Person,
    pub group: GroupCode,
    pub served_by: BTreeSet<SupplierCode>,
}

impl Guest {
    /// Without an address: reached by a code on paper.
    pub fn draws_a_code(&self) -> bool {
        !self.person.has_address()
    }
}

/// Everybody who works here, as the launch needs them: read once.
pub struct Roll {
    /// Who would be invited, by id.
    pub guests: Vec<Guest>,
    /// How many are served by the campaign but counted in no group.
    pub ungrouped: usize,
    /// The units they are of.
    pub without_group: BTreeSet<UnitCode>,
    /// How many are left out because they were invited to as many campaigns as the settings allow.
    pub over_budget: usize,
    /// How many are of a unit that is asked, but away.
    pub away: usize,
    /// Who works here, away or not.
    pub here: BTreeSet<PersonId>,
    /// Who an occasion leaves out, and why.
    pub aside: Aside,
}

/// Who would be invited today: everybody who works here and is not away, has a group and is served by a supplier of the campaign.
pub fn roll(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Roll> {
    let serving: Serving = organisation::serving(conn)?;
    let suppliers: BTreeSet<SupplierCode> =
        store::campaign_suppliers(conn, &campaign.id)?.into_iter().map(|row| row.supplier).collect();
    let groups = store::group_units(conn, &campaign.id)?;
    let mut served = BTreeMap::new();
    let mut roll = Roll {
        guests: Vec::new(),
        ungrouped: 0,
        without_group: BTreeSet::new(),
        over_budget: 0,
        away: 0,
        here: BTreeSet::new(),
        aside: Aside::default(),
    };
    if !campaign.kind.is_quarter() {
        let people = organisation::people(conn)?;
        roll.here = people.iter().filter(|one| one.works_on(today)).map(|one| one.id.clone()).collect();
        let (guests, aside) = asked::guests(conn, campaign, &people, today)?;
        let guest = |(person, group)| Guest { person, group, served_by: suppliers.clone() };
        roll.guests = guests.into_iter().map(guest).collect();
        roll.guests.sort_by(|a, b| a.person.id.cmp(&b.person.id));
        roll.aside = aside;
        return Ok(roll);
    }
    let spent = spent(conn, &campaign.id, today)?;
    for person in organisation::people(conn)? {
        if !person.works_on(today) {
            continue;
        }
        roll.here.insert(person.id.clone());
        if person.away {
            roll.away += usize::from(groups.contains_key(&person.unit));
            continue;
        }
        let served_by =
            served.entry(person.unit.clone()).or_insert_with(|| serving.suppliers_of(&suppliers, &person.unit)).clone();
        if served_by.is_empty() {
            continue;
        }
        match groups.get(&person.unit).cloned() {
            Some(_) if spent.contains(&person.id) => roll.over_budget += 1,
            Some(group) => roll.guests.push(Guest { person, group, served_by }),
            None => {
                roll.ungrouped += 1;
                roll.without_group.insert(person.unit);
            }
        }
    }
    share_services(&mut roll.guests);
    roll.guests.sort_by(|a, b| a.person.id.cmp(&b.person.id));
    Ok(roll)
}

/// The people who were invited to as many other quarters as the settings allow in their period.
fn spent(conn: &mut Conn, campaign: &CampaignId, today: Day) -> Result<BTreeSet<PersonId>> {
    let budget = Settings::load(conn)?.budget;
    let Some(most) = budget.most else { return Ok(BTreeSet::new()) };
    // Quarters alone: what happens between them has a budget of its own, and takes nobody out of a quarter.
    let quarters: BTreeSet<CampaignId> = store::quarters(conn)?.into_iter().map(|one| one.id).collect();
    let mut contacts = organisation::contacts_after(conn, today.plus_months(-budget.months))?;
    contacts.retain(|contact| quarters.contains(&contact.campaign));
    let mut times: BTreeMap<PersonId, u32> = BTreeMap::new();
    for contact in contacts.into_iter().filter(|contact| contact.campaign != *campaign) {
        *times.entry(contact.person).or_default() += 1;
    }
    Ok(times.into_iter().filter(|(_, times)| *times >= most).map(|(person, _)| person).collect())
}

/// Nobody knows which slip of their group somebody draws: each proposes what serves any of those who draw one there.
fn share_services(guests: &mut [Guest]) {
    let mut shared: BTreeMap<GroupCode, BTreeSet<SupplierCode>> = BTreeMap::new();
    for guest in guests.iter().filter(|guest| guest.draws_a_code()) {
        shared.entry(guest.group.clone()).or_default().extend(guest.served_by.iter().cloned());
    }
    for guest in guests.iter_mut().filter(|guest| guest.draws_a_code()) {
        guest.served_by = shared.get(&guest.group).cloned().unwrap_or_default();
    }
}
