//! Keys: who made them, what they open, until when.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::clock::Day;

crate::words!(
    /// What a key opens.
    Scope {
        /// Published campaigns, as the role hr reads them, without comments.
        Results = "results",
        /// Units, services, who serves whom.
        Organisation = "organisation",
        /// Bringing measurements of commitments.
        Measurements = "measurements",
        /// People, as the organisation's directory has them (SCIM).
        People = "people",
    }
);

crate::words!(
    /// Whether a key opens anything today.
    Standing { Waits = "waits", Valid = "valid", Ended = "ended", Revoked = "revoked" }
);

/// A key ends after a year at most.
pub const LONGEST_DAYS: i64 = 366;

#[derive(Debug, Clone, Serialize)]
pub struct Key {
    pub id: String,
    pub name: String,
    pub scopes: BTreeSet<Scope>,
    pub ends_on: Day,
    pub used_on: Option<Day>,
    #[serde(skip)]
    pub agreed: bool,
    #[serde(skip)]
    pub revoked: bool,
}

impl Key {
    pub fn standing(&self, today: Day) -> Standing {
        if self.revoked {
            Standing::Revoked
        } else if today > self.ends_on {
            Standing::Ended
        } else if self.scopes.contains(&Scope::Results) && !self.agreed {
            Standing::Waits
        } else {
            Standing::Valid
        }
    }
}

/// A key of nobody, for filled examples.
#[cfg(debug_assertions)]
pub fn example(name: &str, scopes: &[Scope], ends_on: Day) -> Key {
    Key {
        id: "0k".to_owned(),
        name: name.to_owned(),
        scopes: scopes.iter().copied().collect(),
        ends_on,
        used_on: None,
        agreed: false,
        revoked: false,
    }
}
