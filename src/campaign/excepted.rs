//! The services that somebody cannot add to those they are asked about: their unit, or every unit of their group, is
//! excepted from whom these serve. Which units are is fixed at opening; whom a link belongs to is looked up while a page
//! is shown or a choice is taken, and nothing of it is written.

use std::collections::{BTreeMap, BTreeSet};

use super::{Invitation, store};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode, UnitCode};
use crate::error::Result;
use crate::organisation::{Serving, store as organisation};

/// Writes, for each of `suppliers`, the units of the campaign's groups that it does not serve because it is said so.
pub fn fix(
    conn: &mut Conn,
    campaign: &CampaignId,
    suppliers: &BTreeSet<SupplierCode>,
    serving: &Serving,
) -> Result<()> {
    for unit in store::group_units(conn, campaign)?.keys() {
        for supplier in suppliers.iter().filter(|supplier| serving.excepts(supplier, unit)) {
            store::except(conn, campaign, supplier, unit)?;
        }
    }
    Ok(())
}

/// What an opening fixed.
pub struct Exceptions {
    units: BTreeMap<SupplierCode, BTreeSet<UnitCode>>,
    /// The suppliers that every unit of a group is excepted from.
    groups: BTreeSet<(SupplierCode, GroupCode)>,
}

impl Exceptions {
    pub fn load(conn: &mut Conn, campaign: &CampaignId) -> Result<Self> {
        let mut units: BTreeMap<SupplierCode, BTreeSet<UnitCode>> = BTreeMap::new();
        for (supplier, unit) in store::excepted(conn, campaign)? {
            units.entry(supplier).or_default().insert(unit);
        }
        let mut groups = BTreeSet::new();
        if !units.is_empty() {
            let mut members: BTreeMap<GroupCode, BTreeSet<UnitCode>> = BTreeMap::new();
            for (unit, group) in store::group_units(conn, campaign)? {
                members.entry(group).or_default().insert(unit);
            }
            for (supplier, out) in &units {
                let whole = members.iter().filter(|(_, all)| all.is_subset(out));
                groups.extend(whole.map(|(group, _)| (supplier.clone(), group.clone())));
            }
        }
        Ok(Self { units, groups })
    }

    /// The services that the holder of this link cannot add. What was proposed to them stays theirs to answer, and of
    /// somebody who drew a slip only the group is known.
    pub fn of(&self, conn: &mut Conn, invitation: &Invitation) -> Result<BTreeSet<SupplierCode>> {
        let proposed = invitation.proposed();
        let mut addable = self.units.iter().filter(|(supplier, _)| !proposed.contains(supplier)).peekable();
        if addable.peek().is_none() {
            return Ok(BTreeSet::new());
        }
        let unit: Option<UnitCode> = match invitation.is_on_paper() {
            true => None,
            false => organisation::unit_of(conn, &invitation.person)?,
        };
        let group = &invitation.client_group;
        let is_out = |supplier: &SupplierCode, units: &BTreeSet<UnitCode>| {
            let group = self.groups.contains(&(supplier.clone(), group.clone()));
            group || unit.as_ref().is_some_and(|unit| units.contains(unit))
        };
        Ok(addable.filter(|(supplier, units)| is_out(supplier, units)).map(|(supplier, _)| supplier.clone()).collect())
    }
}
