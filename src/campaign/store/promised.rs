//! What was promised in a campaign.

use diesel::prelude::*;

use crate::campaign::promised::{Promised, Standing};
use crate::catalogue::Version;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::db::schema::{commitment_versions, promised};
use crate::error::Result;

pub fn insert_promised(conn: &mut Conn, row: &Promised) -> Result<()> {
    diesel::insert_into(promised::table).values(row).execute(conn)?;
    Ok(())
}

pub fn update_promised(conn: &mut Conn, row: &Promised) -> Result<()> {
    let place = (&row.campaign, &row.supplier, &row.commitment);
    diesel::update(promised::table.find(place)).set(row).execute(conn)?;
    Ok(())
}

/// What was promised in a campaign, by services and by clients, by service and code.
pub fn promised_in(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<Standing>> {
    let rows: Vec<(Promised, Version)> = promised::table
        .inner_join(commitment_versions::table.on(commitment_versions::id.eq(promised::version)))
        .filter(promised::campaign.eq(campaign))
        .select((Promised::as_select(), Version::as_select()))
        .load(conn)?;
    Ok(sorted(rows))
}

/// What one service promised in a campaign, by code.
pub fn promised_by(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<Standing>> {
    let mut list = around(conn, campaign, supplier)?;
    list.retain(|one| one.promised.unit.is_none());
    Ok(list)
}

/// What its clients promised it and its team is asked about, by code.
pub fn promised_by_clients(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<Standing>> {
    let mut list = around(conn, campaign, supplier)?;
    list.retain(|one| one.promised.unit.is_some());
    Ok(list)
}

/// What is promised on both sides of one service.
fn around(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<Standing>> {
    let rows: Vec<(Promised, Version)> = promised::table
        .inner_join(commitment_versions::table.on(commitment_versions::id.eq(promised::version)))
        .filter(promised::campaign.eq(campaign))
        .filter(promised::supplier.eq(supplier))
        .select((Promised::as_select(), Version::as_select()))
        .load(conn)?;
    Ok(sorted(rows))
}

/// Databases sort differently.
fn sorted(rows: Vec<(Promised, Version)>) -> Vec<Standing> {
    let mut list: Vec<Standing> = rows.into_iter().map(|(promised, version)| Standing { promised, version }).collect();
    let key = |one: &Standing| (one.promised.supplier.clone(), one.promised.commitment.clone());
    list.sort_by_key(key);
    list
}
