//! One published figure, one decision about figures, and the names they are filed under.

use diesel::prelude::*;

use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::db::schema::{decisions, figures};

/// Raised whenever a figure would come out differently.
pub const METHOD_VERSION: i32 = 3;

/// The group code of "all clients".
pub const ALL: &str = "*";

/// The supplier code of all suppliers together.
pub const ACROSS: &str = "*";

/// The subject of the run over the whole campaign.
pub const CAMPAIGN: &str = "*";

crate::words!(
    /// What a decision releases: means and shares, or everything else.
    Release { Value = "value", Levels = "levels" }
);

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = decisions, treat_none_as_default_value = false)]
pub struct Decision {
    pub campaign: CampaignId,
    /// `*` for a total over all suppliers.
    pub supplier: SupplierCode,
    /// A client group, `*` for all clients, or `branch:` and a unit.
    pub client_group: GroupCode,
    /// A question code, or `*` for the campaign's run.
    pub subject: String,
    pub release: Release,
    pub shown: bool,
    /// Empty when shown.
    pub reason: String,
}

/// One published figure: a row of the tidy export.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = figures, treat_none_as_default_value = false)]
pub struct Figure {
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    /// `*` for all clients, else the group's code.
    pub client_group: GroupCode,
    /// A question code, a dimension code, `overall`, or `*`.
    pub subject: String,
    /// As docs/method.md names it: `satisfied`, `mean`, `count_4`, `change_verdict`…
    pub indicator: String,
    /// A share 0..=1, a mean on the question's scale, or a count; none when not computable or not shown.
    pub value: Option<f64>,
    /// The value of indicators that are words (`quadrant`, `change_verdict`, `trend_verdict`).
    pub word: Option<String>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: Option<i32>,
    pub shown: bool,
}
