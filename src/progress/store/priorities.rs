//! Priorities that a head will not act on, with the reason.

use diesel::prelude::*;

use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::db::schema::dismissed_priorities;
use crate::error::Result;

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = dismissed_priorities)]
pub struct Dismissed {
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub subject: String,
    pub reason: String,
    pub made_on: Day,
}

/// Those of one service in one wave.
pub fn dismissed(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<Dismissed>> {
    Ok(dismissed_priorities::table
        .filter(dismissed_priorities::campaign.eq(campaign))
        .filter(dismissed_priorities::supplier.eq(supplier))
        .order(dismissed_priorities::subject)
        .select(Dismissed::as_select())
        .load(conn)?)
}

/// In the place of the reason that stands, if one does.
pub fn dismiss(conn: &mut Conn, row: &Dismissed) -> Result<()> {
    restore(conn, &row.campaign, &row.supplier, &row.subject)?;
    diesel::insert_into(dismissed_priorities::table).values(row).execute(conn)?;
    Ok(())
}

/// True where one was dismissed.
pub fn restore(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode, subject: &str) -> Result<bool> {
    Ok(diesel::delete(dismissed_priorities::table.find((campaign, supplier, subject))).execute(conn)? > 0)
}
