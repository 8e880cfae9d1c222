//! What a service promised when a campaign opened: the promise of the opening counts, whatever is promised later.

use diesel::prelude::*;

use super::check::Staff;
use super::{Campaign, store};
use crate::catalogue::{self, Commitment, Felt, Measured, Verdict, Version, store as promises};
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
pub const MOST_OF_CLIENTS: usize = 5;

/// The code of the question that its team is asked about a promise of clients.
fn question_for_team(commitment: &str) -> String {
    format!("promise_{commitment}")
}

/// What counts of `supplier` by the end of the period that the campaign asks about: its promises, and those to it.
fn counting(
    conn: &mut Conn,
    campaign: &Campaign,
    supplier: &SupplierCode,
    today: Day,
) -> Result<Vec<(Commitment, Version)>> {
    let until = campaign.asks_until().min(today);
    let mut counting = Vec::new();
    for promise in promises::promises(conn, supplier)? {
        let version = catalogue::in_force(&promise.versions, campaign.asks_until()).cloned();
        if let Some(version) = version.filter(|_| promise.commitment.stands(until)) {
            counting.push((promise.commitment, version));
        }
    }
    Ok(counting)
}

/// What clients promise a service, the newest first.
pub fn of_clients(
    conn: &mut Conn,
    campaign: &Campaign,
    supplier: &SupplierCode,
    today: Day,
) -> Result<Vec<(Commitment, Version)>> {
    let mut list = counting(conn, campaign, supplier, today)?;
    list.retain(|(commitment, _)| commitment.unit.is_some());
    list.sort_by(|(a, one), (b, other)| (other.since, &a.code).cmp(&(one.since, &b.code)));
    Ok(list)
}

/// Fixes what `supplier` promises for a campaign that opens. Where it has a mirror, its clients' promises too, as far as
/// its team is asked about them; none of a unit so small that it would be somebody's own.
pub fn fix(
    conn: &mut Conn,
    campaign: &Campaign,
    supplier: &SupplierCode,
    mirror: Option<&Staff>,
    today: Day,
) -> Result<()> {
    let offerings = promises::offerings(conn, supplier)?;
    for (commitment, version) in counting(conn, campaign, supplier, today)? {
        if commitment.unit.is_none() {
            let (has_figures, question) = (commitment.has_figures(&offerings), commitment.question.clone());
            keep(conn, campaign, commitment, &version, question, has_figures)?;
        }
    }
    let Some(staff) = mirror else { return Ok(()) };
    let mut list = of_clients(conn, campaign, supplier, today)?;
    list.retain(|(commitment, _)| commitment.unit.as_ref().is_some_and(|unit| !staff.is_small(unit)));
    for (commitment, version) in list.into_iter().take(MOST_OF_CLIENTS) {
        let question = question_for_team(&commitment.code);
        keep(conn, campaign, commitment, &version, Some(question), true)?;
    }
    Ok(())
}

/// The version it counts with is never corrected any more.
fn keep(
    conn: &mut Conn,
    campaign: &Campaign,
    commitment: Commitment,
    version: &Version,
    question: Option<String>,
    has_figures: bool,
) -> Result<()> {
    promises::freeze(conn, &version.id)?;
    let row = Promised {
        campaign: campaign.id.clone(),
        supplier: commitment.supplier,
        version: version.id.clone(),
        has_figures,
        commitment: commitment.code,
        question,
        value: None,
        cases: None,
        source: None,
        measured_on: None,
        measured: None,
        felt: None,
        verdict: None,
        unit: commitment.unit,
    };
    store::insert_promised(conn, &row)
}
