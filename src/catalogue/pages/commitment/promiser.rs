//! Who promises: the service, or one of its client units.

use crate::catalogue::store::{self, Promise};
use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::error::{Error, Result};

/// Whose promise a form is about, and where it stands.
#[derive(Debug, Clone)]
pub struct Promiser {
    pub supplier: SupplierCode,
    /// The client unit that promises; none where the service does.
    pub unit: Option<UnitCode>,
}

impl Promiser {
    pub fn service(supplier: SupplierCode) -> Self {
        Self { supplier, unit: None }
    }

    /// Where its promises are listed.
    pub fn home(&self) -> String {
        match &self.unit {
            None => format!("/catalogue/{}/edit", self.supplier),
            Some(unit) => format!("/relations/{}/{unit}", self.supplier),
        }
    }

    pub fn address(&self, code: Option<&str>) -> String {
        let code = code.unwrap_or("new");
        match &self.unit {
            None => format!("/catalogue/{}/commitments/{code}", self.supplier),
            Some(unit) => format!("/relations/{}/{unit}/commitments/{code}", self.supplier),
        }
    }

    /// The promise of this code that it made.
    pub fn promise(&self, conn: &mut Conn, code: &str) -> Result<Promise> {
        let list = store::promises(conn, &self.supplier)?;
        let own = |promise: &Promise| promise.commitment.code == code && promise.commitment.unit == self.unit;
        list.into_iter().find(own).ok_or(Error::NotFound)
    }
}
