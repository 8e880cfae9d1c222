//! GET /occasions/{id}: what is asked between two quarters, before it opens, while it takes answers, and its result.

use actix_web::HttpRequest;
use serde::Serialize;

use super::outcome::{Outcome, Reader};
use crate::campaign::occasion::told::Told;
use crate::campaign::occasion::{Occasion, store as occasions};
use crate::campaign::{Campaign, Kind, State, participation, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::{Error, Result};
use crate::organisation::store as organisation;
use crate::progress::store::{self as plans, events, origins};
use crate::questionnaire::store as questionnaires;
use crate::render::Page;
use crate::web::{self, Answer, Role, Staff, Who};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub href: String,
    pub words: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct OccasionPage {
    id: CampaignId,
    code: String,
    kind: &'static str,
    state: State,
    told: Told,
    supplier: String,
    of: SupplierCode,
    opens_on: Day,
    closes_on: Day,
    /// What is asked.
    questions: Vec<String>,
    /// How many had answered on a day, where it may be said.
    counted: Option<(Day, i32, i32)>,
    /// None before it is published.
    outcome: Option<Outcome>,
    threshold: i32,
    /// The event it follows, the training or the charter it is about.
    about: Option<Link>,
    /// What is done about it.
    actions: Vec<Link>,
    /// The reader may make an action of it, change it or throw it away, open it.
    heads: bool,
    edits: bool,
    hr: bool,
}

impl Page for OccasionPage {
    const TEMPLATE: &'static str = "occasions/page.html";
}

/// Who may read an occasion: of a flash, those who read its service's results; of a charter's consultation, HR and heads;
/// of participants, besides, whoever sees the action.
pub fn reader(conn: &mut Conn, who: &Who, campaign: &Campaign, occasion: &Occasion) -> Result<Option<Reader>> {
    let rows = campaigns::campaign_suppliers(conn, &campaign.id)?;
    let heads = rows.iter().any(|row| who.heads(&row.supplier));
    let may = match campaign.kind {
        Kind::Quarter => false,
        Kind::Flash => heads || who.reads_all(),
        Kind::Charter => who.has(Role::Hr) || who.has(Role::Direction) || who.has(Role::Head),
        Kind::Session => {
            let action = occasion.action.as_ref().ok_or(Error::NotFound)?;
            plans::action(conn, action)?.is_seen_by(who)
        }
    };
    let small = rows.iter().any(|row| row.small_team) && !heads && !who.reads_groups();
    let close = heads || who.reads_groups();
    let comments = match campaign.kind {
        Kind::Charter => who.has(Role::Hr),
        _ => close,
    };
    Ok((may && !small).then_some(Reader { groups: close, comments }))
}

pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (id, by) = (CampaignId(web::part(&req, "id")?), who.clone());
    let page = app.db.read(move |conn| view(conn, &by, &id)).await?;
    web::page(&req, &app, &who, &page).await
}

fn view(conn: &mut Conn, who: &Who, id: &CampaignId) -> Result<OccasionPage> {
    let campaign = campaigns::campaign(conn, id)?;
    let occasion = occasions::find(conn, &campaign)?.ok_or(Error::NotFound)?;
    let reader = reader(conn, who, &campaign, &occasion)?.ok_or(Error::NotFound)?;
    let told = Told::of(conn, &campaign, who.language)?.ok_or(Error::NotFound)?;
    let row = campaigns::campaign_suppliers(conn, id)?.into_iter().next().ok_or(Error::NotFound)?;
    let version = row.questionnaire.clone().ok_or(Error::NotFound)?;
    let questions = questionnaires::questions(conn, &version)?;
    let heads = who.heads(&row.supplier);
    let outcome = match campaign.is_published() {
        true => Some(Outcome::of(conn, &campaign, reader, who.language)?),
        false => None,
    };
    let total = participation::latest(conn, id)?.into_iter().find(|count| count.is_total());
    let total = total.filter(|count| campaign.state == State::Open && count.may_be_shown());
    Ok(OccasionPage {
        code: campaign.code.clone(),
        kind: campaign.kind.as_str(),
        state: campaign.state,
        told,
        supplier: organisation::supplier(conn, &row.supplier)?.name(who.language).to_owned(),
        opens_on: campaign.opens_on,
        closes_on: campaign.closes_on,
        questions: questions.iter().map(|question| question.text(who.language).to_owned()).collect(),
        counted: total.map(|count| (count.day, count.sendings, count.invited)),
        outcome,
        threshold: campaign.threshold,
        about: about(conn, &occasion)?,
        actions: actions(conn, who, id)?,
        heads: heads && campaign.kind == Kind::Flash,
        edits: campaign.kind == Kind::Flash
            && match campaign.state {
                State::Draft => heads || who.has(Role::Hr),
                // As HR saw it.
                State::Scheduled => who.has(Role::Hr),
                _ => false,
            },
        hr: who.has(Role::Hr),
        of: row.supplier,
        id: campaign.id,
    })
}

fn about(conn: &mut Conn, occasion: &Occasion) -> Result<Option<Link>> {
    if let Some(event) = &occasion.event {
        let event = events::event(conn, event)?;
        return Ok(Some(Link { href: format!("/events/{}", event.id), words: event.words }));
    }
    if let Some(action) = &occasion.action {
        let action = plans::action(conn, action)?;
        return Ok(Some(Link { href: format!("/actions/{}", action.id), words: action.title }));
    }
    Ok(None)
}

/// The actions that a lesson of it was drawn for, as far as the reader sees them.
fn actions(conn: &mut Conn, who: &Who, id: &CampaignId) -> Result<Vec<Link>> {
    let mut list = Vec::new();
    for action in origins::actions_from(conn, id)? {
        let action = plans::action(conn, &action)?;
        if action.is_seen_by(who) {
            let words = format!("{} {}", action.reference(), action.title);
            list.push(Link { href: format!("/actions/{}", action.id), words });
        }
    }
    Ok(list)
}
