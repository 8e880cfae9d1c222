//! What a service promised when a campaign opened: the promise of the opening counts, whatever is promised later.

use diesel::prelude::*;

use super::check::Staff;
use super::{Campaign, store};
use crate::catalogue::{self, Felt, Measured, Verdict, Version, store as promises};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode, UnitCode};
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
    /// The client unit that promises; none where the service does.
    pub unit: Option<UnitCode>,
}

/// With what was promised in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub promised: Promised,
    pub version: Version,
}

/// At most so many promises of clients are put to the service's team: its page stays short.
const MOST_OF_CLIENTS: usize = 5;

/// The code of the question that its team is asked about a promise of clients.
fn question_for_team(commitment: &str) -> String {
    format!("promise_{commitment}")
}

/// Fixes what `supplier` promises for a campaign that opens: what counts by the end of the period it asks about. Where it
/// has a mirror, its clients' promises too, as far as its team is asked about them, the newest; one of a unit so small that
/// it would be somebody's own gets no verdict.
pub fn fix(
    conn: &mut Conn,
    campaign: &Campaign,
    supplier: &SupplierCode,
    mirror: Option<&Staff>,
    today: Day,
) -> Result<()> {
    let offerings = promises::offerings(conn, supplier)?;
    let until = campaign.asks_until().min(today);
    let mut of_clients = Vec::new();
    for promise in promises::promises(conn, supplier)? {
        let stands = promise.commitment.stands(until);
        let Some(version) = catalogue::in_force(&promise.versions, campaign.asks_until()).filter(|_| stands) else {
            continue;
        };
        let question = match &promise.commitment.unit {
            None => promise.commitment.question.clone(),
            Some(_) => Some(question_for_team(&promise.commitment.code)),
        };
        let has_figures = match (&promise.commitment.unit, mirror) {
            (Some(unit), Some(staff)) => !staff.is_small(unit),
            _ => promise.commitment.has_figures(&offerings),
        };
        let row = Promised {
            campaign: campaign.id.clone(),
            supplier: supplier.clone(),
            version: version.id.clone(),
            has_figures,
            commitment: promise.commitment.code,
            question,
            value: None,
            cases: None,
            source: None,
            measured_on: None,
            measured: None,
            felt: None,
            verdict: None,
            unit: promise.commitment.unit,
        };
        if row.unit.is_none() {
            keep(conn, &row)?;
        } else if mirror.is_some() {
            of_clients.push((std::cmp::Reverse(version.since), row));
        }
    }
    of_clients.sort_by(|(a, one), (b, other)| (a, &one.commitment).cmp(&(b, &other.commitment)));
    of_clients.into_iter().take(MOST_OF_CLIENTS).try_for_each(|(_, row)| keep(conn, &row))
}

/// The version it counts with is never corrected any more.
fn keep(conn: &mut Conn, row: &Promised) -> Result<()> {
    promises::freeze(conn, &row.version)?;
    store::insert_promised(conn, row)
}
