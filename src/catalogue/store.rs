//! Every query of the catalogue.

pub mod charter;

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::{Commitment, Measurement, Offering, Version, in_force};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::db::schema::{campaigns, commitment_versions, commitments, measurements, offerings};
use crate::error::Result;

/// A service's offerings, in its order.
pub fn offerings(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Offering>> {
    Ok(offerings::table
        .filter(offerings::supplier.eq(supplier))
        .order((offerings::position, offerings::code))
        .select(Offering::as_select())
        .load(conn)?)
}

pub fn insert_offering(conn: &mut Conn, offering: &Offering) -> Result<()> {
    diesel::insert_into(offerings::table).values(offering).execute(conn)?;
    Ok(())
}

pub fn update_offering(conn: &mut Conn, offering: &Offering) -> Result<()> {
    let row = offerings::table.find((&offering.supplier, &offering.code));
    diesel::update(row).set(offering).execute(conn)?;
    Ok(())
}

pub fn delete_offering(conn: &mut Conn, supplier: &SupplierCode, code: &str) -> Result<()> {
    diesel::delete(offerings::table.find((supplier, code))).execute(conn)?;
    Ok(())
}

/// A commitment with all its versions, the first one first.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Promise {
    pub commitment: Commitment,
    pub versions: Vec<Version>,
}

impl Promise {
    /// What is promised on `day`; nothing where it begins later.
    pub fn on(&self, day: Day) -> Option<&Version> {
        in_force(&self.versions, day)
    }

    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }
}

/// What a service promised and was promised, ended or not, in the order of the codes.
pub fn promises(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Promise>> {
    let list: Vec<Commitment> = commitments::table
        .filter(commitments::supplier.eq(supplier))
        .order(commitments::code)
        .select(Commitment::as_select())
        .load(conn)?;
    let versions: Vec<Version> = commitment_versions::table
        .filter(commitment_versions::supplier.eq(supplier))
        .order((commitment_versions::commitment, commitment_versions::version))
        .select(Version::as_select())
        .load(conn)?;
    let mut of: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    for version in versions {
        of.entry(version.commitment.clone()).or_default().push(version);
    }
    let mut promises: Vec<Promise> = list
        .into_iter()
        .map(|commitment| Promise { versions: of.remove(&commitment.code).unwrap_or_default(), commitment })
        .collect();
    // Databases sort differently.
    promises.sort_by(|a, b| a.commitment.code.cmp(&b.commitment.code));
    Ok(promises)
}

/// How many offerings and commitments stand today, by service.
pub fn counts(conn: &mut Conn, today: Day) -> Result<BTreeMap<SupplierCode, (usize, usize)>> {
    let mut of: BTreeMap<SupplierCode, (usize, usize)> = BTreeMap::new();
    let offered: Vec<SupplierCode> =
        offerings::table.filter(offerings::active.eq(true)).select(offerings::supplier).load(conn)?;
    for supplier in offered {
        of.entry(supplier).or_default().0 += 1;
    }
    let promised: Vec<Commitment> =
        commitments::table.filter(commitments::unit.is_null()).select(Commitment::as_select()).load(conn)?;
    for commitment in promised.into_iter().filter(|commitment| commitment.stands(today)) {
        of.entry(commitment.supplier).or_default().1 += 1;
    }
    Ok(of)
}

pub fn insert_commitment(conn: &mut Conn, commitment: &Commitment) -> Result<()> {
    diesel::insert_into(commitments::table).values(commitment).execute(conn)?;
    Ok(())
}

pub fn update_commitment(conn: &mut Conn, commitment: &Commitment) -> Result<()> {
    let row = commitments::table.find((&commitment.supplier, &commitment.code));
    diesel::update(row).set(commitment).execute(conn)?;
    Ok(())
}

pub fn insert_version(conn: &mut Conn, version: &Version) -> Result<()> {
    diesel::insert_into(commitment_versions::table).values(version).execute(conn)?;
    Ok(())
}

/// Corrects a version that no campaign opened with; false when one did meanwhile.
pub fn correct_version(conn: &mut Conn, version: &Version) -> Result<bool> {
    let row = commitment_versions::table.find(&version.id).filter(commitment_versions::frozen.eq(false));
    Ok(diesel::update(row).set(version).execute(conn)? == 1)
}

/// A campaign opens with this version: it never changes again.
pub fn freeze(conn: &mut Conn, version: &str) -> Result<()> {
    let row = commitment_versions::table.find(version);
    diesel::update(row).set(commitment_versions::frozen.eq(true)).execute(conn)?;
    Ok(())
}

/// A quarter that was or will be asked about.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = campaigns)]
pub struct Asked {
    pub id: CampaignId,
    pub code: String,
    pub opens_on: Day,
    pub period_first: Option<Day>,
    pub period_last: Option<Day>,
}

/// The quarters that a measurement can be of, latest first.
pub fn quarters(conn: &mut Conn) -> Result<Vec<Asked>> {
    Ok(campaigns::table
        .order((campaigns::opens_on.desc(), campaigns::id.desc()))
        .select(Asked::as_select())
        .load(conn)?)
}

/// What was measured of a service over one quarter.
pub fn measured(conn: &mut Conn, supplier: &SupplierCode, campaign: &CampaignId) -> Result<Vec<Measurement>> {
    Ok(measurements::table
        .filter(measurements::supplier.eq(supplier))
        .filter(measurements::campaign.eq(campaign))
        .order(measurements::commitment)
        .select(Measurement::as_select())
        .load(conn)?)
}

/// All measurements there are.
pub fn measurements(conn: &mut Conn) -> Result<Vec<Measurement>> {
    Ok(measurements::table.select(Measurement::as_select()).load(conn)?)
}

/// In the place of the one that stands, if one does.
pub fn set_measurement(conn: &mut Conn, measurement: &Measurement) -> Result<()> {
    let row = (&measurement.supplier, &measurement.commitment, &measurement.campaign);
    let changed = diesel::update(measurements::table.find(row)).set(measurement).execute(conn)?;
    if changed == 0 {
        diesel::insert_into(measurements::table).values(measurement).execute(conn)?;
    }
    Ok(())
}

pub fn delete_measurement(
    conn: &mut Conn,
    supplier: &SupplierCode,
    commitment: &str,
    campaign: &CampaignId,
) -> Result<()> {
    diesel::delete(measurements::table.find((supplier, commitment, campaign))).execute(conn)?;
    Ok(())
}
