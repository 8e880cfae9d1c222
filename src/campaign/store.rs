//! Every query of campaigns.

use diesel::prelude::*;

use super::{Campaign, CampaignSupplier, ClientGroup, State};
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::db::schema::{campaign_suppliers, campaigns, client_groups};
use crate::error::Result;

/// All campaigns, latest first.
pub fn campaigns(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .order((campaigns::opens_on.desc(), campaigns::code.desc()))
        .select(Campaign::as_select())
        .load(conn)?)
}

pub fn campaign(conn: &mut Conn, id: &CampaignId) -> Result<Campaign> {
    Ok(campaigns::table.find(id).select(Campaign::as_select()).first(conn)?)
}

pub fn campaign_by_code(conn: &mut Conn, code: &str) -> Result<Campaign> {
    Ok(campaigns::table.filter(campaigns::code.eq(code)).select(Campaign::as_select()).first(conn)?)
}

/// Published campaigns, earliest first: the order in which waves are compared.
pub fn published(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .filter(campaigns::state.eq(State::Published))
        .order((campaigns::opens_on, campaigns::code))
        .select(Campaign::as_select())
        .load(conn)?)
}

pub fn campaign_suppliers(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<CampaignSupplier>> {
    Ok(campaign_suppliers::table
        .filter(campaign_suppliers::campaign.eq(campaign))
        .order(campaign_suppliers::supplier)
        .select(CampaignSupplier::as_select())
        .load(conn)?)
}

pub fn client_groups(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<ClientGroup>> {
    Ok(client_groups::table
        .filter(client_groups::campaign.eq(campaign))
        .order(client_groups::name)
        .select(ClientGroup::as_select())
        .load(conn)?)
}
