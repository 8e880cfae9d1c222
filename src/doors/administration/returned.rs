//! Returned mail that could be tied to no mail of ours: how many, since when, why, and the server's words. Names before
//! the @ are not kept: a reminder's report would tell whose link was unused.

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::clock::{Day, Moment};
use crate::db::{self, Conn};
use crate::error::Result;
use crate::mail::bounces::store::{self, KEPT_DAYS, Unmatched};
use crate::render::Page;
use crate::web::{self, Answer, HrOrAdmin};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct ReturnedPage {
    /// Whether a folder is read at all.
    reads: bool,
    /// The mail server gives mails other ids: since a report last showed it.
    renamed: Option<Day>,
    lines: Vec<Line>,
    kept_days: i64,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    day: Day,
    reason: &'static str,
    said: String,
}

impl Page for ReturnedPage {
    const TEMPLATE: &'static str = "administration/returned.html";
}

fn view(conn: &mut Conn, now: Moment, zone: &TimeZone, reads: bool) -> Result<ReturnedPage> {
    let line = |one: Unmatched| Line { day: one.read_at.day_in(zone), reason: one.reason.as_str(), said: one.said };
    Ok(ReturnedPage {
        reads,
        renamed: store::renamed_at(conn, now)?.map(|at| at.day_in(zone)),
        lines: store::unmatched(conn)?.into_iter().map(line).collect(),
        kept_days: KEPT_DAYS,
    })
}

pub async fn show(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let (clock, zone, reads) = (app.clock.clone(), app.config.time_zone.clone(), app.config.bounces.is_some());
    let page = app
        .db
        .read(move |conn| {
            let now = db::now(conn, &clock)?;
            view(conn, now, &zone, reads)
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}
