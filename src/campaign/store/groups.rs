//! Client groups and their units.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::super::ClientGroup;
use super::super::groups::{Proposal, is_reserved};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, UnitCode};
use crate::db::schema::{client_groups, group_units};
use crate::error::{Error, Result};

pub fn client_groups(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<ClientGroup>> {
    Ok(client_groups::table
        .filter(client_groups::campaign.eq(campaign))
        .order(client_groups::name)
        .select(ClientGroup::as_select())
        .load(conn)?)
}

pub fn client_groups_of(conn: &mut Conn, campaigns: &[CampaignId]) -> Result<Vec<ClientGroup>> {
    Ok(client_groups::table
        .filter(client_groups::campaign.eq_any(campaigns))
        .select(ClientGroup::as_select())
        .load(conn)?)
}

/// Which unit counts in which group, in several campaigns.
pub fn group_units_of(conn: &mut Conn, campaigns: &[CampaignId]) -> Result<Vec<(CampaignId, UnitCode, GroupCode)>> {
    Ok(group_units::table
        .filter(group_units::campaign.eq_any(campaigns))
        .select((group_units::campaign, group_units::unit, group_units::client_group))
        .load(conn)?)
}

pub fn client_group(conn: &mut Conn, campaign: &CampaignId, code: &GroupCode) -> Result<ClientGroup> {
    Ok(client_groups::table.find((campaign, code)).select(ClientGroup::as_select()).get_result(conn)?)
}

/// Which unit counts in which group.
pub fn group_units(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeMap<UnitCode, GroupCode>> {
    let rows: Vec<(UnitCode, GroupCode)> = group_units::table
        .filter(group_units::campaign.eq(campaign))
        .select((group_units::unit, group_units::client_group))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The groups with their units.
pub fn groups(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<Proposal>> {
    let units = group_units(conn, campaign)?;
    let named = client_groups(conn, campaign)?;
    Ok(named
        .into_iter()
        .map(|group| Proposal {
            units: units.iter().filter(|(_, code)| **code == group.code).map(|(unit, _)| unit.clone()).collect(),
            code: group.code,
            name: group.name,
        })
        .collect())
}

/// Replaces the groups of a campaign that has not opened. A reserved code is refused: the answers of hidden groups
/// are sealed under one, and a group of that name would show them as its own.
pub fn set_groups(conn: &mut Conn, campaign: &CampaignId, groups: &[Proposal]) -> Result<()> {
    if let Some(group) = groups.iter().find(|group| is_reserved(group.code.as_str())) {
        return Err(Error::Internal(format!("{:?} cannot be a group's code", group.code)));
    }
    diesel::delete(group_units::table.filter(group_units::campaign.eq(campaign))).execute(conn)?;
    diesel::delete(client_groups::table.filter(client_groups::campaign.eq(campaign))).execute(conn)?;
    for group in groups {
        let row = ClientGroup {
            campaign: campaign.clone(),
            code: group.code.clone(),
            name: group.name.clone(),
            invited: 0,
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
