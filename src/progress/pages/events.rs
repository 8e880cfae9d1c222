//! GET, POST /actions/{supplier}/events: what befell a service, for the marks on its trend.

use actix_web::HttpRequest;
use serde::Serialize;

use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{SupplierCode, sortable};
use crate::error::{Result, Say};
use crate::organisation;
use crate::progress::store::events::{self, SupplierEvent};
use crate::render::Page;
use crate::web::{self, Answer, Fields, HeadOf, Who};

#[cfg(feature = "samples")]
mod samples;

const WORDS: usize = 40;

#[derive(Debug, Clone, Serialize)]
struct Line {
    id: String,
    day: Day,
    words: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct EventsPage {
    supplier: String,
    code: SupplierCode,
    lines: Vec<Line>,
    day: String,
    words: String,
    day_fault: Option<Say>,
    words_fault: Option<Say>,
    today: Day,
}

impl Page for EventsPage {
    const TEMPLATE: &'static str = "progress/events.html";
}

fn view(conn: &mut Conn, who: &Who, code: &SupplierCode, today: Day) -> Result<EventsPage> {
    let lines = events::of_supplier(conn, code)?;
    Ok(EventsPage {
        supplier: organisation::store::supplier(conn, code)?.name(who.language).to_owned(),
        code: code.clone(),
        lines: lines.into_iter().map(|one| Line { id: one.id, day: one.day, words: one.words }).collect(),
        day: String::new(),
        words: String::new(),
        day_fault: None,
        words_fault: None,
        today,
    })
}

pub async fn show(req: HttpRequest, HeadOf { who, supplier }: HeadOf) -> Answer {
    let app = web::app(&req)?;
    let (today, head) = (app.today(), who.clone());
    let page = app.db.read(move |conn| view(conn, &head, &supplier, today)).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn add(req: HttpRequest, HeadOf { who, supplier }: HeadOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (day, words) = (fields.text("day")?, web::typed::clean_line(&fields.text("words")?));
    let (today, id, head, to) =
        (app.today(), sortable(app.clock.now()), who.clone(), format!("/actions/{supplier}/events"));
    let refused = app
        .db
        .write(move |conn| {
            let read = Day::parse(&day);
            let day_fault = match read {
                None => Some(Say::new("action-error-day")),
                Some(read) if read > today => Some(Say::new("event-error-future")),
                Some(_) => None,
            };
            let words_fault = match words.chars().count() {
                0 => Some(Say::new("event-error-words")),
                long if long > WORDS => Some(Say::new("action-error-words-long").with("most", WORDS)),
                _ => None,
            };
            match (read, &day_fault, &words_fault) {
                (Some(day), None, None) => {
                    events::add(conn, &SupplierEvent { id, supplier, day, words })?;
                    Ok(None)
                }
                _ => {
                    Ok(Some(EventsPage { day, words, day_fault, words_fault, ..view(conn, &head, &supplier, today)? }))
                }
            }
        })
        .await?;
    let Some(page) = refused else { return web::redirect_saying(&to, &Say::new("flash-event-added")) };
    web::refused(&req, &app, &who, &page).await
}

/// POST /actions/{supplier}/events/{event}/removal
pub async fn remove(req: HttpRequest, HeadOf { supplier, .. }: HeadOf, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, to) = (web::part(&req, "event")?, format!("/actions/{supplier}/events"));
    app.db.write(move |conn| events::remove(conn, &supplier, &id)).await?;
    web::redirect_saying(&to, &Say::new("flash-event-removed"))
}
