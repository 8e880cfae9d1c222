//! What the link of somebody who was asked between two quarters leads to once it is published: the result, for all
//! together, and what is done about it.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::outcome::{Outcome, Reader};
use crate::answering::pages::Visit;
use crate::campaign::occasion::told::Told;
use crate::campaign::store as campaigns;
use crate::clock::Day;
use crate::db::Conn;
use crate::error::Result;
use crate::progress::store::{self as plans, origins};
use crate::progress::{Action, Status};
use crate::render::{Language, Page};
use crate::retention::INVITATION_DAYS;
use crate::web::Answer;

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct ResultPage {
    told: Told,
    outcome: Outcome,
    /// Of one or two people: its result is for the service alone.
    small: bool,
    threshold: i32,
    /// What is done about it, a sentence each.
    doing: Vec<String>,
    /// The last day on which this page is there.
    until: Day,
}

impl Page for ResultPage {
    const TEMPLATE: &'static str = "occasions/result.html";
    const EVERY_LANGUAGE: bool = true;
}

pub async fn show(req: &HttpRequest, visit: Box<Visit>) -> Answer {
    let (campaign, language, app) = (visit.found.campaign.clone(), visit.language, visit.app.clone());
    let zone = app.config.time_zone.clone();
    let page = app
        .db
        .read(move |conn| {
            let told = Told::of(conn, &campaign, language)?.ok_or(crate::error::Error::NotFound)?;
            let rows = campaigns::campaign_suppliers(conn, &campaign.id)?;
            Ok(ResultPage {
                told,
                outcome: Outcome::of(conn, &campaign, Reader::RESPONDENT, language)?,
                small: rows.iter().any(|row| row.small_team),
                threshold: campaign.threshold,
                doing: doing(conn, &campaign.id, language)?,
                until: campaign.last_day(&zone).plus_days(INVITATION_DAYS),
            })
        })
        .await?;
    visit.page(req, &page, StatusCode::OK)
}

/// The public texts of the actions that began with it.
fn doing(conn: &mut Conn, campaign: &crate::db::ids::CampaignId, language: Language) -> Result<Vec<String>> {
    let ids = origins::actions_from(conn, campaign)?;
    let actions = plans::actions(conn, &plans::Scope::All)?;
    let told = |one: &&Action| ids.contains(&one.id) && one.visible && Status::PUBLIC.contains(&one.status);
    let texts = actions.iter().filter(told).map(|one| one.public_texts.pick(language).to_owned());
    Ok(texts.filter(|text| !text.is_empty()).collect())
}
