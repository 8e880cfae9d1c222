//! The services a campaign asks about, to whom they are proposed, who is excepted.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::super::{Campaign, CampaignSupplier};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, QuestionnaireId, SupplierCode, UnitCode};
use crate::db::schema::excepted as out;
use crate::db::schema::{campaign_suppliers, proposals, suppliers};
use crate::error::Result;
use crate::organisation::Supplier;
use crate::render::Texts;

pub fn campaign_suppliers(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<CampaignSupplier>> {
    Ok(campaign_suppliers::table
        .filter(campaign_suppliers::campaign.eq(campaign))
        .order(campaign_suppliers::supplier)
        .select(CampaignSupplier::as_select())
        .load(conn)?)
}

/// Replaces the suppliers of a campaign that has not opened; none has a mirror.
pub fn set_suppliers(conn: &mut Conn, campaign: &CampaignId, codes: &BTreeSet<SupplierCode>) -> Result<()> {
    diesel::delete(campaign_suppliers::table.filter(campaign_suppliers::campaign.eq(campaign))).execute(conn)?;
    for code in codes {
        let row = CampaignSupplier {
            campaign: campaign.clone(),
            supplier: code.clone(),
            questionnaire: None,
            complete: 0,
            partial: 0,
            actions: Texts::default(),
            told_wave: None,
            told_satisfied: None,
            small_team: false,
            mirror: false,
            mirror_unit: None,
            mirror_people: 0,
        };
        diesel::insert_into(campaign_suppliers::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// Says which version a service is asked with.
pub fn set_questionnaire(conn: &mut Conn, of: (&CampaignId, &SupplierCode), version: &QuestionnaireId) -> Result<()> {
    diesel::update(campaign_suppliers::table.find(of))
        .set(campaign_suppliers::questionnaire.eq(version))
        .execute(conn)?;
    Ok(())
}

/// To how many eligible people of each group each supplier was proposed.
pub fn proposed_people(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
) -> Result<BTreeMap<GroupCode, i32>> {
    let rows: Vec<(GroupCode, i32)> = proposals::table
        .filter(proposals::campaign.eq(campaign))
        .filter(proposals::supplier.eq(supplier))
        .select((proposals::client_group, proposals::people))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Counts more people to whom a supplier was proposed in a group.
pub fn add_proposed(conn: &mut Conn, of: (&CampaignId, &SupplierCode, &GroupCode), people: i32) -> Result<()> {
    let known = diesel::update(proposals::table.find(of))
        .set(proposals::people.eq(proposals::people + people))
        .execute(conn)?;
    if known == 0 {
        let values = (
            proposals::campaign.eq(of.0),
            proposals::supplier.eq(of.1),
            proposals::client_group.eq(of.2),
            proposals::people.eq(people),
        );
        diesel::insert_into(proposals::table).values(values).execute(conn)?;
    }
    Ok(())
}

/// Says which suppliers of a campaign that has not opened have a mirror.
pub fn set_mirrors(conn: &mut Conn, campaign: &CampaignId, mirrors: &BTreeSet<SupplierCode>) -> Result<()> {
    for row in campaign_suppliers(conn, campaign)? {
        diesel::update(campaign_suppliers::table.find((campaign, &row.supplier)))
            .set(campaign_suppliers::mirror.eq(mirrors.contains(&row.supplier)))
            .execute(conn)?;
    }
    Ok(())
}

/// The services of a campaign that have a mirror.
pub fn mirrors(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<SupplierCode>> {
    let rows = campaign_suppliers(conn, campaign)?.into_iter();
    Ok(rows.filter(|row| row.mirror).map(|row| row.supplier).collect())
}

/// Was the team of a service asked in a campaign?
pub fn has_mirror(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<bool> {
    let rows = campaign_suppliers(conn, campaign)?;
    Ok(rows.iter().any(|row| row.supplier == *supplier && row.has_mirror()))
}

/// Counts more people who are asked as the team of a service, or fewer.
pub fn add_mirror_people(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode, people: i32) -> Result<()> {
    diesel::update(campaign_suppliers::table.find((campaign, supplier)))
        .set(campaign_suppliers::mirror_people.eq(campaign_suppliers::mirror_people + people))
        .execute(conn)?;
    Ok(())
}

/// The suppliers of a campaign with their names, by French name.
pub fn services(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(CampaignSupplier, Supplier)>> {
    Ok(campaign_suppliers::table
        .inner_join(suppliers::table.on(suppliers::code.eq(campaign_suppliers::supplier)))
        .filter(campaign_suppliers::campaign.eq(campaign))
        .order(suppliers::names)
        .select((CampaignSupplier::as_select(), Supplier::as_select()))
        .load(conn)?)
}

/// Which groups each supplier of an open campaign serves.
pub fn served_groups(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<(SupplierCode, GroupCode)>> {
    let rows: Vec<(SupplierCode, GroupCode)> = proposals::table
        .filter(proposals::campaign.eq(campaign))
        .select((proposals::supplier, proposals::client_group))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Writes that a supplier of a campaign does not serve a unit because it is said so.
pub fn except(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode, unit: &UnitCode) -> Result<()> {
    let row = (out::campaign.eq(campaign), out::supplier.eq(supplier), out::unit.eq(unit));
    diesel::insert_into(out::table).values(row).execute(conn)?;
    Ok(())
}

/// The units that each supplier of an open campaign does not serve because it is said so.
pub fn excepted(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(SupplierCode, UnitCode)>> {
    Ok(out::table.filter(out::campaign.eq(campaign)).select((out::supplier, out::unit)).load(conn)?)
}

/// The campaigns that a service of one or two people had part in.
pub fn small_team_waves(conn: &mut Conn, supplier: &SupplierCode) -> Result<BTreeSet<CampaignId>> {
    let waves: Vec<CampaignId> = campaign_suppliers::table
        .filter(campaign_suppliers::supplier.eq(supplier))
        .filter(campaign_suppliers::small_team.eq(true))
        .select(campaign_suppliers::campaign)
        .load(conn)?;
    Ok(waves.into_iter().collect())
}

/// Those published about a supplier that somebody may read who may not see what is said by group: none of those in which
/// it was one or two people.
pub fn published_to_all(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<(Campaign, QuestionnaireId)>> {
    let small = small_team_waves(conn, supplier)?;
    let mut list = super::published_of(conn, supplier)?;
    list.retain(|(wave, _)| !small.contains(&wave.id));
    Ok(list)
}
