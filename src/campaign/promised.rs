//! What a service promised when a campaign opened: the promise of the opening counts, whatever is promised later.

use diesel::prelude::*;

use super::{Campaign, store};
use crate::catalogue::{self, Felt, Measured, Verdict, Version, store as promises};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::db::schema::promised;
use crate::error::Result;

/// One promise in one campaign. What was measured and felt is there once it is published.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = promised, treat_none_as_null = true)]
pub struct Promised {
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub commitment: String,
    /// The version that stood at the opening.
    pub version: String,
    pub question: Option<String>,
    /// Enough people do the work for a measurement and a verdict.
    pub has_figures: bool,
    pub value: Option<f64>,
    pub cases: Option<i32>,
    pub source: Option<String>,
    pub measured_on: Option<Day>,
    pub measured: Option<Measured>,
    pub felt: Option<Felt>,
    pub verdict: Option<Verdict>,
}

/// With what was promised in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub promised: Promised,
    pub version: Version,
}

/// Fixes what `supplier` promises for a campaign that opens: what counts by the end of the period it asks about.
pub fn fix(conn: &mut Conn, campaign: &Campaign, supplier: &SupplierCode, today: Day) -> Result<()> {
    let offerings = promises::offerings(conn, supplier)?;
    let until = campaign.asks_until().min(today);
    for promise in promises::promises(conn, supplier)? {
        let own = promise.commitment.unit.is_none() && promise.commitment.stands(until);
        let Some(version) = catalogue::in_force(&promise.versions, campaign.asks_until()).filter(|_| own) else {
            continue;
        };
        promises::freeze(conn, &version.id)?;
        let row = Promised {
            campaign: campaign.id.clone(),
            supplier: supplier.clone(),
            version: version.id.clone(),
            has_figures: promise.commitment.has_figures(&offerings),
            commitment: promise.commitment.code,
            question: promise.commitment.question,
            value: None,
            cases: None,
            source: None,
            measured_on: None,
            measured: None,
            felt: None,
            verdict: None,
        };
        store::insert_promised(conn, &row)?;
    }
    Ok(())
}
