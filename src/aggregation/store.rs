//! Every query of the publication. What is read here is all that pages, files and mails may know of answers.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::db::schema::figures;
use crate::error::Result;

/// One published figure: a row of the tidy export.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = figures)]
pub struct Figure {
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    /// `*` for all clients, else the group's code.
    pub client_group: GroupCode,
    /// A question code, a dimension code, `overall`, or `*`.
    pub subject: String,
    /// As exports.md names it: `satisfied`, `mean`, `count_4`, `change_verdict`…
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

/// One supplier's figures in one campaign, by group, subject and indicator.
#[derive(Debug, Clone, Default)]
pub struct Published(BTreeMap<(String, String, String), Figure>);

/// The group code of "all clients".
pub const ALL: &str = "*";

impl Published {
    pub fn new(list: Vec<Figure>) -> Self {
        let key = |f: &Figure| (f.client_group.0.clone(), f.subject.clone(), f.indicator.clone());
        Self(list.into_iter().map(|figure| (key(&figure), figure)).collect())
    }

    /// The figure, hidden ones included (`shown` says); none when the publication has no such row.
    pub fn get(&self, group: &str, subject: &str, indicator: &str) -> Option<&Figure> {
        self.0.get(&(group.to_owned(), subject.to_owned(), indicator.to_owned()))
    }

    /// The value for all clients, when it is shown and computable.
    pub fn value(&self, subject: &str, indicator: &str) -> Option<f64> {
        self.get(ALL, subject, indicator).filter(|figure| figure.shown)?.value
    }

    pub fn word(&self, subject: &str, indicator: &str) -> Option<&str> {
        self.get(ALL, subject, indicator).filter(|figure| figure.shown)?.word.as_deref()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.0.values()
    }
}

pub fn published(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Published> {
    let list = figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::supplier.eq(supplier))
        .select(Figure::as_select())
        .load(conn)?;
    Ok(Published::new(list))
}
