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
use crate::relations::{Hands, may_read, store};
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

/// Both sides, with what the reader may write.
pub(super) struct Sides {
    pub supplier: Supplier,
    pub unit: Unit,
    pub hands: Hands,
    /// One of them is no longer there, or the one no longer serves the other: it is read, and nothing is written.
    pub past: bool,
}

/// Both sides, for somebody who may read them; what is not theirs and what is not there look the same. Two that have
/// nothing to do with each other are no relation, unless something was written between them.
pub(super) fn sides(conn: &mut Conn, who: &Who, named: &Named) -> Result<Sides> {
    if !may_read(who, &named.supplier, &named.unit) {
        return Err(Error::NotFound);
    }
    let supplier = organisation::supplier(conn, &named.supplier)?;
    let serving = organisation::serving(conn)?;
    let unit = serving.tree().get(&named.unit).cloned().ok_or(Error::NotFound)?;
    let served = serving.serves(&supplier.code, &unit.code);
    if !served {
        let points = store::points(conn, &supplier.code, &unit.code)?;
        let written = points.iter().any(|point| point.unit.is_some());
        if !written && store::agreements(conn, &supplier.code, &unit.code)?.is_empty() {
            return Err(Error::NotFound);
        }
    }
    let hands = Hands::of(who, &supplier, &unit, served);
    Ok(Sides { past: !supplier.active || !unit.active || !served, supplier, unit, hands })
}
