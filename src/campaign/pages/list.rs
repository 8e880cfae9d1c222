//! The list of campaigns, latest first, each with its next step.

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::about;
use super::rates::{Rate, total_rate};
use crate::campaign::{State, participation, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::Result;
use crate::render::{Language, Page};
use crate::web::{self, Answer, Hr};

#[cfg(debug_assertions)]
mod samples;

#[derive(Serialize)]
pub struct Line {
    id: CampaignId,
    code: String,
    /// What it is about, where it is asked between two quarters.
    about: Option<String>,
    state: State,
    opens_on: Day,
    closes_on: Day,
    suppliers: usize,
    /// Its last count, where it may be shown.
    rate: Option<Rate>,
    /// People were asked here: a count that is not shown is hidden, not missing.
    counted: bool,
    /// The latest that opened: the next one is prepared from it.
    copies: bool,
}

#[derive(Serialize)]
pub struct ListPage {
    lines: Vec<Line>,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "campaign/list.html";
}

fn view(conn: &mut Conn, zone: &TimeZone, language: Language) -> Result<ListPage> {
    let mut lines = Vec::new();
    for campaign in store::campaigns(conn)? {
        let rate = total_rate(&participation::latest(conn, &campaign.id)?);
        let opened = campaign.opened_at.is_some();
        let quarter = campaign.kind.is_quarter();
        let copies = opened && quarter && !lines.iter().any(|line: &Line| line.copies);
        lines.push(Line {
            suppliers: store::campaign_suppliers(conn, &campaign.id)?.len(),
            opens_on: campaign.first_day(zone),
            closes_on: campaign.last_day(zone),
            about: about(conn, &campaign, language)?,
            counted: opened && !campaign.imported,
            id: campaign.id,
            code: campaign.code,
            state: campaign.state,
            rate,
            copies,
        });
    }
    Ok(ListPage { lines })
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (zone, language) = (app.config.time_zone.clone(), who.language);
    let view = app.db.read(move |conn| view(conn, &zone, language)).await?;
    web::page(&req, &app, &who, &view).await
}
