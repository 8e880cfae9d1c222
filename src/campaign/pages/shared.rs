//! What several pages of a campaign need.

use actix_web::HttpRequest;

use crate::campaign::occasion::told::Told;
use crate::campaign::{Campaign, store};
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::{Result, Say};
use crate::render::Language;
use crate::web;

/// The campaign the path names; whether there is one shows when it is read.
pub fn id(req: &HttpRequest) -> Result<CampaignId> {
    Ok(CampaignId(web::part(req, "id")?))
}

pub fn path(id: &CampaignId) -> String {
    format!("/campaigns/{id}")
}

/// Why a step was refused, and what was typed for it.
#[derive(Debug, Clone, Default)]
pub struct Setback {
    pub fault: Option<Say>,
    pub typed: String,
    pub extension: Option<Typed>,
}

impl Setback {
    pub fn of(fault: Say) -> Self {
        Self { fault: Some(fault), ..Self::default() }
    }

    pub(super) fn frozen() -> Self {
        Self::of(Say::new("campaign-fault-frozen"))
    }
}

/// What was typed for an extension.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub(super) closes_on: String,
    pub(super) reminder: String,
    pub(super) move_last: bool,
}

/// The names of a campaign's suppliers.
pub(super) fn services(conn: &mut Conn, campaign: &CampaignId, language: Language) -> Result<Vec<String>> {
    let list = store::services(conn, campaign)?;
    Ok(list.into_iter().map(|(_, supplier)| supplier.name(language).to_owned()).collect())
}

/// What a campaign between two quarters is about; nothing of a quarter.
pub(super) fn about(conn: &mut Conn, campaign: &Campaign, language: Language) -> Result<Option<String>> {
    Ok(Told::of(conn, campaign, language)?.map(|told| told.words))
}
