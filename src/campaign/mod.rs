//! One wave, usually a quarter: who is asked about whom, when, under which promise. Opening freezes all of it.

pub mod store;

use diesel::prelude::*;

use crate::clock::{Day, Moment};
use crate::db::ids::{CampaignId, GroupCode, QuestionnaireId, SupplierCode};
use crate::db::schema::{campaign_suppliers, campaigns, client_groups};

crate::words!(
    /// A campaign's life.
    State { Draft = "draft", Scheduled = "scheduled", Open = "open", Closed = "closed", Published = "published" }
);

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = campaigns, treat_none_as_null = true)]
pub struct Campaign {
    pub id: CampaignId,
    /// `2026-Q1`, or any code of the organisation's own.
    pub code: String,
    pub state: State,
    pub opens_on: Day,
    /// The last day on which answers are taken.
    pub closes_on: Day,
    /// A JSON list of days.
    pub reminders: String,
    /// Fewest answers of a shown group (k, never under 5).
    pub threshold: i32,
    /// Fewest answers for distributions and everything but mean and share.
    pub levels_threshold: i32,
    pub comments_threshold: i32,
    pub opened_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub published_at: Option<Moment>,
    pub stage: String,
}

impl Campaign {
    pub fn reminder_days(&self) -> Vec<Day> {
        let days: Vec<String> = serde_json::from_str(&self.reminders).unwrap_or_default();
        days.iter().filter_map(|day| Day::parse(day)).collect()
    }

    pub fn is_published(&self) -> bool {
        self.state == State::Published
    }
}

/// A supplier's part in a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = campaign_suppliers, treat_none_as_null = true)]
pub struct CampaignSupplier {
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub questionnaire: Option<QuestionnaireId>,
    pub complete: i32,
    pub partial: i32,
    /// Public action texts, one a line, copied at opening.
    pub actions_fr: String,
    pub actions_en: String,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = client_groups)]
pub struct ClientGroup {
    #[serde(skip)]
    pub campaign: CampaignId,
    pub code: GroupCode,
    pub name: String,
    pub invited: i32,
    pub sendings: i32,
}
