//! GET /occasions: everything asked between two quarters that the reader may see, and what befell their services.

use actix_web::HttpRequest;
use serde::Serialize;

use super::page::reader;
use crate::campaign::occasion::store as occasions;
use crate::campaign::{State, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::{Error, Result};
use crate::organisation::store as organisation;
use crate::render::{Page, words};
use crate::web::{self, Answer, Role, Staff, Who};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct Line {
    id: CampaignId,
    kind: &'static str,
    words: String,
    supplier: String,
    state: State,
    opens_on: Day,
    closes_on: Day,
}

#[derive(Debug, Clone, Serialize)]
pub struct OccasionsPage {
    lines: Vec<Line>,
    /// The services the reader may prepare a flash about.
    prepares: Vec<(SupplierCode, String)>,
}

impl Page for OccasionsPage {
    const TEMPLATE: &'static str = "occasions/list.html";
}

/// Heads, and those who read everything.
pub fn admits(who: &Who) -> Result<()> {
    if who.reads_all() || who.has(Role::Head) { Ok(()) } else { Err(Error::NotFound) }
}

pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    admits(&who)?;
    let app = web::app(&req)?;
    let by = who.clone();
    let page = app.db.read(move |conn| view(conn, &by)).await?;
    web::page(&req, &app, &who, &page).await
}

fn view(conn: &mut Conn, who: &Who) -> Result<OccasionsPage> {
    let mut lines = Vec::new();
    for (campaign, occasion) in occasions::all(conn)? {
        if reader(conn, who, &campaign, &occasion)?.is_none() {
            continue;
        }
        let services = campaigns::services(conn, &campaign.id)?;
        lines.push(Line {
            kind: campaign.kind.as_str(),
            words: words::capitalised(occasion.words.pick(who.language)),
            supplier: services.first().map(|(_, one)| one.name(who.language).to_owned()).unwrap_or_default(),
            state: campaign.state,
            opens_on: campaign.opens_on,
            closes_on: campaign.closes_on,
            id: campaign.id,
        });
    }
    let suppliers = organisation::suppliers(conn)?.into_iter();
    let mine = suppliers.filter(|one| one.active && (who.heads(&one.code) || who.has(Role::Hr)));
    let prepares = mine.map(|one| (one.code.clone(), one.name(who.language).to_owned())).collect();
    Ok(OccasionsPage { lines, prepares })
}
