//! Every query of the publication. What is read here is all that pages, files and mails may know of answers.

pub mod mirror;

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::decisions::{Decisions, by_supplier};
use super::figure::{ACROSS, ALL, CAMPAIGN, Decision, Figure, Release};
use crate::campaign::Campaign;
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::db::schema::{decisions, figures, moments, publications};
use crate::error::Result;
use crate::questionnaire::OVERALL;

/// Some indicators of one supplier, for all clients and for every group and branch.
pub fn published_of(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    indicators: &[&str],
) -> Result<Published> {
    let list = figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::supplier.eq(supplier))
        .filter(figures::indicator.eq_any(indicators))
        .select(Figure::as_select())
        .load(conn)?;
    Ok(Published::new(list))
}

/// Did enough people answer about a supplier for its released comments to be shown? As the publication says it.
pub fn opens_comments(conn: &mut Conn, campaign: &Campaign, supplier: &SupplierCode) -> Result<bool> {
    let shown: Option<Option<f64>> = figures::table
        .find((&campaign.id, supplier, ALL, CAMPAIGN, "responses"))
        .filter(figures::shown.eq(true))
        .select(figures::value)
        .get_result(conn)
        .optional()?;
    Ok(shown.flatten().is_some_and(|responses| responses >= f64::from(campaign.comments_threshold)))
}

/// One supplier's overall question and responses, by group: what a table of groups shows.
pub fn published_summary(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Published> {
    let list = figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::supplier.eq(supplier))
        .filter(figures::subject.eq_any([OVERALL, CAMPAIGN]))
        .select(Figure::as_select())
        .load(conn)?;
    Ok(Published::new(list))
}

/// The figures of one supplier for all clients alone: what comparing with a later wave needs.
pub fn published_totals(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Published> {
    let list = figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::supplier.eq(supplier))
        .filter(figures::client_group.eq(ALL))
        .select(Figure::as_select())
        .load(conn)?;
    Ok(Published::new(list))
}

/// One supplier's figures in one campaign, by group, subject and indicator.
#[derive(Debug, Clone, Default)]
pub struct Published(BTreeMap<(String, String, String), Figure>);

/// Under this share of those concerned a page warns: who did not answer may well think otherwise, and no margin of error
/// covers that.
const VERY_FEW: f64 = 0.15;

impl Published {
    pub fn new(list: Vec<Figure>) -> Self {
        let key = |f: &Figure| (f.client_group.0.clone(), f.subject.clone(), f.indicator.clone());
        Self(list.into_iter().map(|figure| (key(&figure), figure)).collect())
    }

    /// Takes in figures of the same supplier and campaign.
    pub fn add(&mut self, more: Self) {
        self.0.extend(more.0);
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

    /// How many of those concerned answered: the rate, times them. Both are published, each with the same decimals.
    pub fn answered(&self) -> Option<i32> {
        let (rate, eligible) = (self.value(CAMPAIGN, "rr2")?, self.value(CAMPAIGN, "eligible")?);
        format!("{:.0}", rate * eligible).parse().ok()
    }

    /// A count for all clients.
    pub fn count(&self, indicator: &str) -> Option<i32> {
        format!("{:.0}", self.value(CAMPAIGN, indicator)?).parse().ok()
    }

    /// The rate of answers, where it is so low that a page must say so. Where the rate itself is hidden, because others
    /// than those asked answered too, what it is at most.
    pub fn very_few(&self) -> Option<f64> {
        let at_most = || Some(self.value(CAMPAIGN, "responses")? / self.value(CAMPAIGN, "eligible")?);
        self.value(CAMPAIGN, "rr2").or_else(at_most).filter(|rate| *rate < VERY_FEW)
    }

    /// Did others than those asked answer too, so that the rate is hidden?
    pub fn hides_the_rate(&self) -> bool {
        let hidden = self.get(ALL, CAMPAIGN, "rr2").is_some_and(|figure| !figure.shown);
        hidden && self.value(CAMPAIGN, "responses").is_some()
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

/// The groups that a supplier has figures of in a campaign, all clients and its branches among them.
pub fn groups_with_figures(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<GroupCode>> {
    Ok(figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::supplier.eq(supplier))
        .select(figures::client_group)
        .distinct()
        .load(conn)?)
}

/// As [`published`], of some groups and as a plain list: for whoever writes them all out, a few at a time.
pub fn listed(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    groups: &[GroupCode],
) -> Result<Vec<Figure>> {
    Ok(figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::supplier.eq(supplier))
        .filter(figures::client_group.eq_any(groups))
        .select(Figure::as_select())
        .load(conn)?)
}

/// A supplier's figures for all clients in several campaigns: all of them, or those of some indicators.
pub fn published_for_all(
    conn: &mut Conn,
    campaigns: &[CampaignId],
    supplier: &SupplierCode,
    indicators: &[&str],
) -> Result<BTreeMap<CampaignId, Published>> {
    let mut query = figures::table
        .filter(figures::campaign.eq_any(campaigns))
        .filter(figures::supplier.eq(supplier))
        .filter(figures::client_group.eq(ALL))
        .select(Figure::as_select())
        .into_boxed();
    if !indicators.is_empty() {
        query = query.filter(figures::indicator.eq_any(indicators));
    }
    let list: Vec<Figure> = query.load(conn)?;
    let mut of: BTreeMap<CampaignId, Vec<Figure>> = BTreeMap::new();
    for figure in list {
        of.entry(figure.campaign.clone()).or_default().push(figure);
    }
    Ok(of.into_iter().map(|(campaign, list)| (campaign, Published::new(list))).collect())
}

/// The response scores that comparing needs, by subject, each with how many responses have it; never exported.
pub type Moments = BTreeMap<String, Vec<(f64, u32)>>;

pub fn moments(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Moments> {
    let rows: Vec<(String, String)> = moments::table
        .filter(moments::campaign.eq(campaign))
        .filter(moments::supplier.eq(supplier))
        .select((moments::subject, moments::scores))
        .load(conn)?;
    rows.into_iter().map(|(subject, text)| Ok((subject, serde_json::from_str(&text)?))).collect()
}

pub fn insert_moments(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode, all: &Moments) -> Result<()> {
    for (subject, scores) in all {
        diesel::insert_into(moments::table)
            .values((
                moments::campaign.eq(campaign),
                moments::supplier.eq(supplier),
                moments::subject.eq(subject),
                moments::scores.eq(serde_json::to_string(scores)?),
            ))
            .execute(conn)?;
    }
    Ok(())
}

pub fn insert_figures(conn: &mut Conn, rows: &[Figure]) -> Result<()> {
    for part in rows.chunks(500) {
        crate::on_each!(conn, c => diesel::insert_into(figures::table).values(part).execute(c))?;
    }
    Ok(())
}

/// Replaces the figures that compare suppliers with each other.
pub fn replace_compared(conn: &mut Conn, campaign: &CampaignId, rows: &[Figure]) -> Result<()> {
    diesel::delete(figures::table.filter(figures::campaign.eq(campaign)))
        .filter(figures::indicator.eq_any(["shrunk_mean", "funnel"]))
        .execute(conn)?;
    insert_figures(conn, rows)
}

/// Replaces the decisions of a campaign; deciding again before the seal gives the same ones.
pub fn set_decisions(conn: &mut Conn, campaign: &CampaignId, rows: &[Decision]) -> Result<()> {
    diesel::delete(decisions::table.filter(decisions::campaign.eq(campaign))).execute(conn)?;
    add_decisions(conn, rows)
}

pub fn add_decisions(conn: &mut Conn, rows: &[Decision]) -> Result<()> {
    for part in rows.chunks(500) {
        crate::on_each!(conn, c => diesel::insert_into(decisions::table).values(part).execute(c))?;
    }
    Ok(())
}

/// Every decision of a campaign, by supplier, group, subject and release.
pub fn campaign_decisions(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<Decision>> {
    Ok(decisions::table
        .filter(decisions::campaign.eq(campaign))
        .order((decisions::supplier, decisions::client_group, decisions::subject, decisions::release))
        .select(Decision::as_select())
        .load(conn)?)
}

/// Every published figure of a campaign.
pub fn campaign_figures(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<Figure>> {
    Ok(figures::table.filter(figures::campaign.eq(campaign)).select(Figure::as_select()).load(conn)?)
}

/// The share of favourable opinions about one subject, of every service by every group and by all clients.
pub fn across_groups(conn: &mut Conn, campaign: &CampaignId, subject: &str) -> Result<Vec<Figure>> {
    Ok(figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::subject.eq(subject))
        .filter(figures::indicator.eq("satisfied"))
        .select(Figure::as_select())
        .load(conn)?)
}

/// The groups whose answers the seal relabels: hidden for the campaign as a whole.
pub fn hidden_groups(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<(SupplierCode, GroupCode)>> {
    let rows: Vec<(SupplierCode, GroupCode)> = decisions::table
        .filter(decisions::campaign.eq(campaign))
        .filter(decisions::subject.eq(CAMPAIGN))
        .filter(decisions::release.eq(Release::Value))
        .filter(decisions::shown.eq(false))
        .filter(decisions::client_group.ne(ALL))
        .filter(decisions::supplier.ne(ACROSS))
        .select((decisions::supplier, decisions::client_group))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Is anything of a campaign shown of all who answered together? By the same rule as its figures.
pub fn shows_a_total(conn: &mut Conn, campaign: &CampaignId) -> Result<bool> {
    let decided = by_supplier(&campaign_decisions(conn, campaign)?);
    Ok(decided.values().any(Decisions::shows_a_total))
}

/// Of a campaign of which nothing is kept: what was decided about its groups and questions goes with the answers.
pub fn forget_decisions(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    let rows = decisions::table.filter(decisions::campaign.eq(campaign));
    diesel::delete(rows.filter(decisions::client_group.ne(ALL).or(decisions::subject.ne(CAMPAIGN)))).execute(conn)?;
    Ok(())
}

/// When and under which fingerprint a campaign was published.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = publications)]
pub struct Publication {
    pub campaign: CampaignId,
    pub published_at: Moment,
    pub method_version: i32,
    pub fingerprint: String,
    /// What the fingerprint covers, as JSON.
    pub basis: String,
}

pub fn publication(conn: &mut Conn, campaign: &CampaignId) -> Result<Option<Publication>> {
    Ok(publications::table.find(campaign).select(Publication::as_select()).get_result(conn).optional()?)
}

/// The fingerprints of several publications.
pub fn fingerprints(conn: &mut Conn, of: &[CampaignId]) -> Result<BTreeMap<CampaignId, String>> {
    let rows: Vec<(CampaignId, String)> = publications::table
        .filter(publications::campaign.eq_any(of))
        .select((publications::campaign, publications::fingerprint))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The suppliers a campaign published figures of, by code: what a file of the campaign walks, one supplier at a time.
pub fn published_suppliers(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<SupplierCode>> {
    let codes: Vec<SupplierCode> =
        figures::table.filter(figures::campaign.eq(campaign)).select(figures::supplier).distinct().load(conn)?;
    Ok(codes.into_iter().collect())
}

/// The client groups of a campaign of which something is published about somebody.
pub fn shown_groups(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<GroupCode>> {
    let codes: Vec<GroupCode> = figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::client_group.ne(ALL))
        .filter(figures::subject.eq(CAMPAIGN))
        .filter(figures::shown.eq(true))
        .select(figures::client_group)
        .distinct()
        .load(conn)?;
    Ok(codes.into_iter().collect())
}

/// What one line says of each supplier of a campaign: the overall question and participation, for all clients.
pub fn totals(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeMap<SupplierCode, Published>> {
    let list: Vec<Figure> = figures::table
        .filter(figures::campaign.eq(campaign))
        .filter(figures::client_group.eq(ALL))
        .filter(figures::subject.eq_any([OVERALL, CAMPAIGN]))
        .select(Figure::as_select())
        .load(conn)?;
    let mut of: BTreeMap<SupplierCode, Vec<Figure>> = BTreeMap::new();
    for figure in list {
        of.entry(figure.supplier.clone()).or_default().push(figure);
    }
    Ok(of.into_iter().map(|(supplier, list)| (supplier, Published::new(list))).collect())
}

/// Some indicators of some subjects for all clients, of every supplier of some campaigns: what stands side by side.
pub fn side_by_side(
    conn: &mut Conn,
    campaigns: &[&CampaignId],
    subjects: &[&str],
    indicators: &[&str],
) -> Result<BTreeMap<(CampaignId, SupplierCode), Published>> {
    let list: Vec<Figure> = figures::table
        .filter(figures::campaign.eq_any(campaigns.iter().copied()))
        .filter(figures::client_group.eq(ALL))
        .filter(figures::subject.eq_any(subjects.iter().copied()))
        .filter(figures::indicator.eq_any(indicators.iter().copied()))
        .select(Figure::as_select())
        .load(conn)?;
    let mut of: BTreeMap<(CampaignId, SupplierCode), Vec<Figure>> = BTreeMap::new();
    for figure in list {
        of.entry((figure.campaign.clone(), figure.supplier.clone())).or_default().push(figure);
    }
    Ok(of.into_iter().map(|(place, list)| (place, Published::new(list))).collect())
}

/// The branches of the unit tree that are made of several client groups, as they stood at closing: unit and name.
pub fn branch_names(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(String, String)>> {
    use crate::db::schema::rollups;
    Ok(rollups::table
        .filter(rollups::campaign.eq(campaign))
        .select((rollups::unit, rollups::name))
        .distinct()
        .order(rollups::unit)
        .load(conn)?)
}
