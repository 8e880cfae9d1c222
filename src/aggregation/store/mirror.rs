//! What is published of mirrors, in a table that nothing else reads.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::db::schema::mirror_figures;
use crate::error::Result;

/// What is published of one subject of a mirror: the overall question, a dimension, or a promise of clients.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = mirror_figures, treat_none_as_default_value = false)]
pub struct Seen {
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub subject: String,
    /// The team's mean, on the scale of the subject.
    pub mean: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: i32,
    /// The published mean of all clients.
    pub clients: Option<f64>,
    /// Cliff's delta of the team over the clients: positive where it sees itself better than they do.
    pub delta: Option<f64>,
    /// Adjusted over the dimensions (Holm).
    pub p: Option<f64>,
    /// A verdict of the change rule, the clients taken for the earlier wave; none for a promise.
    pub verdict: Option<String>,
}

pub fn insert(conn: &mut Conn, rows: &[Seen]) -> Result<()> {
    for row in rows {
        diesel::insert_into(mirror_figures::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Was anything of any mirror published?
pub fn any(conn: &mut Conn, campaign: &CampaignId) -> Result<bool> {
    let rows: i64 = mirror_figures::table.filter(mirror_figures::campaign.eq(campaign)).count().get_result(conn)?;
    Ok(rows > 0)
}

/// The published mirror of one service, by subject.
pub fn published(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<BTreeMap<String, Seen>> {
    let rows: Vec<Seen> = mirror_figures::table
        .filter(mirror_figures::campaign.eq(campaign))
        .filter(mirror_figures::supplier.eq(supplier))
        .select(Seen::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.subject.clone(), row)).collect())
}
