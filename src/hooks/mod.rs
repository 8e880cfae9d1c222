//! What other programs are told: a campaign opens, closes, is published; a visible action is made, done, verified. Written
//! in the transaction of what happened, sent after it. Codes, a day, a link, and what everybody may read: no title, no
//! finding, no owner, no figure.

pub mod payload;
pub mod sender;
pub mod store;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::{Day, Moment};
use crate::db::schema::{deliveries, webhooks};
use crate::render::Texts;

crate::words!(
    /// What happened.
    Event {
        CampaignOpened = "campaign.opened",
        CampaignClosed = "campaign.closed",
        ResultsPublished = "results.published",
        /// People who answered read of it from now on.
        ActionMade = "action.made",
        ActionDone = "action.done",
        ActionVerified = "action.verified",
        /// Somebody tries the address.
        Test = "test",
    }
);

impl Event {
    /// Those that a receiver may ask for.
    pub fn asked() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|event| *event != Self::Test)
    }

    /// Its part of a key of words, where no dot may stand.
    pub fn key(self) -> String {
        self.as_str().replace('.', "-")
    }
}

crate::words!(
    /// How it is written.
    Format {
        /// As Standard Webhooks has it, signed.
        Standard = "standard",
        /// A card for a workflow of Teams.
        Teams = "teams",
    }
);

crate::words!(
    /// What became of what was told.
    State { Queued = "queued", Delivered = "delivered", Failed = "failed" }
);

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = webhooks)]
pub struct Webhook {
    pub id: String,
    pub name: String,
    pub url: String,
    pub format: Format,
    pub events: String,
    pub active: bool,
    pub made_at: Moment,
    pub said: Option<String>,
}

impl Webhook {
    pub fn wants(&self, event: Event) -> bool {
        event == Event::Test || self.events.split(' ').any(|word| word == event.as_str())
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = deliveries)]
pub struct Delivery {
    pub id: String,
    pub webhook: String,
    pub event: Event,
    pub told: String,
    pub made_at: Moment,
    pub state: State,
    pub attempts: i32,
    pub next_at: Moment,
    pub lease_until: Option<Moment>,
    pub said: Option<String>,
    pub ended_at: Option<Moment>,
}

/// What is told of an event.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Told {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplier: Option<String>,
    /// Such as `IT-12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// `YYYY-MM-DD`.
    pub day: String,
    /// The path of the page; the address stands before it when it leaves.
    pub link: String,
    /// What everybody may read of a visible action, by language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_text: Option<Texts>,
}

impl Told {
    pub fn of_campaign(code: &str, day: Day, link: String) -> Self {
        Self {
            campaign: Some(code.to_owned()),
            supplier: None,
            action: None,
            day: day.to_string(),
            link,
            public_text: None,
        }
    }
}
