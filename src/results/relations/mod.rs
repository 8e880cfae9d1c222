//! Who says what of whom, and what both sides make of it: the map, one relation, its points, its print.

pub mod agreement;
pub mod map;
pub mod relation;
pub mod write;

use actix_web::HttpRequest;

use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::error::{Error, Result};
use crate::organisation::{Supplier, Unit, store as organisation};
use crate::relations::may_read;
use crate::web::{self, Who};

/// The two sides of the relation that a path names, by code.
pub(super) struct Named {
    pub supplier: SupplierCode,
    pub unit: UnitCode,
}

impl Named {
    pub fn of(req: &HttpRequest) -> Result<Self> {
        let (supplier, unit) = (web::part(req, "supplier")?, web::part(req, "unit")?);
        Ok(Self { supplier: SupplierCode(supplier), unit: UnitCode(unit) })
    }

    pub fn path(&self) -> String {
        format!("/relations/{}/{}", self.supplier, self.unit)
    }
}

/// Both sides, for somebody who may read them; what is not theirs and what is not there look the same.
pub(super) fn sides(conn: &mut Conn, who: &Who, named: &Named) -> Result<(Supplier, Unit)> {
    if !may_read(who, &named.supplier, &named.unit) {
        return Err(Error::NotFound);
    }
    let supplier = organisation::supplier(conn, &named.supplier)?;
    let unit = organisation::tree(conn)?.get(&named.unit).cloned().ok_or(Error::NotFound)?;
    Ok((supplier, unit))
}
