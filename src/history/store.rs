//! What an import of a past wave writes. All of it belongs to one transaction of the caller.

use diesel::prelude::*;

use super::groups::Groups;
use crate::campaign::{CampaignSupplier, ClientGroup};
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::db::schema::{campaign_suppliers, client_groups, group_units, proposals};
use crate::error::Result;

pub fn insert_part(conn: &mut Conn, part: &CampaignSupplier) -> Result<()> {
    diesel::insert_into(campaign_suppliers::table).values(part).execute(conn)?;
    Ok(())
}

/// Writes the groups the campaign does not have yet.
pub fn insert_groups(conn: &mut Conn, campaign: &CampaignId, groups: &Groups) -> Result<()> {
    for group in groups.list.iter().filter(|group| !group.known) {
        let row = ClientGroup {
            campaign: campaign.clone(),
            code: group.code.clone(),
            name: group.name.clone(),
            invited: group.eligible,
            sendings: 0,
        };
        diesel::insert_into(client_groups::table).values(&row).execute(conn)?;
        for unit in &group.units {
            let values = (
                group_units::campaign.eq(campaign),
                group_units::unit.eq(unit),
                group_units::client_group.eq(&group.code),
            );
            diesel::insert_into(group_units::table).values(values).execute(conn)?;
        }
    }
    Ok(())
}

/// To how many eligible people of each group the supplier was proposed: everybody who was asked.
pub fn insert_proposals(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    groups: &Groups,
) -> Result<()> {
    for group in groups.list.iter().filter(|group| group.eligible > 0) {
        let values = (
            proposals::campaign.eq(campaign),
            proposals::supplier.eq(supplier),
            proposals::client_group.eq(&group.code),
            proposals::people.eq(group.eligible),
        );
        diesel::insert_into(proposals::table).values(values).execute(conn)?;
    }
    Ok(())
}
