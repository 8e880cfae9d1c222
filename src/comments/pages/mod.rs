//! The moderator's pages: which comments wait, and the queue of one supplier in one campaign. Who reads here was granted
//! it for that supplier, does not head it and does not work there; everybody else finds nothing, whatever their roles.

pub mod decide;
pub mod list;
pub mod queue;

use crate::campaign::{Campaign, store as campaigns};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result};
use crate::organisation::{self, Supplier};
use crate::web::Who;

/// The supplier and published campaign of a path, for one who may moderate there; not found for all others.
fn opened(conn: &mut Conn, who: &Who, supplier: &SupplierCode, code: &str) -> Result<(Supplier, Campaign)> {
    if !super::store::may_moderate(conn, who, supplier)? {
        return Err(Error::NotFound);
    }
    let campaign = campaigns::campaign_by_code(conn, code)?;
    if !campaign.is_published() {
        return Err(Error::NotFound);
    }
    Ok((organisation::store::supplier(conn, supplier)?, campaign))
}
