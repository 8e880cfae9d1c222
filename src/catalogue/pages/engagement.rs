//! /engagement: two or three lines of one's own and a day to look back. Nothing is stored and nothing counted: the page
//! comes back with what was typed, to be printed, or as a file for one's own calendar.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::SENTENCE;
use crate::clock::Day;
use crate::db::ids::random_key;
use crate::error::{Result, Say};
use crate::render::Page;
use crate::render::words::say;
use crate::web::agenda::{self, Entry};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Faults, OpenFields, Staff};

#[cfg(debug_assertions)]
mod samples;

const LINES: usize = 3;
/// The day to look back is within so many months.
const MONTHS: i32 = 24;

#[derive(Debug, Clone, Serialize)]
pub struct EngagementPage {
    lines: Vec<String>,
    day: String,
    /// What was typed is whole: it stands to be printed.
    ready: Option<Day>,
    faults: Faults,
    today: Day,
}

impl Page for EngagementPage {
    const TEMPLATE: &'static str = "catalogue/engagement.html";
    const EVERY_LANGUAGE: bool = true;
}

pub async fn show(req: HttpRequest, who: Option<Staff>) -> Answer {
    let app = web::app(&req)?;
    let today = app.today();
    let lines = vec![String::new(); LINES];
    let day = today.plus_months(3).to_string();
    let page = EngagementPage { lines, day, ready: None, faults: Faults::default(), today };
    web::open_page(&req, &app, who, &page).await
}

/// What was typed, read.
fn read(OpenFields(form): &OpenFields, today: Day) -> Result<EngagementPage> {
    let mut lines = Vec::new();
    let mut faults = Faults::default();
    for number in 1..=LINES {
        let name = format!("line{number}");
        let line = clean_line(&form.text(&name)?);
        if line.chars().count() > SENTENCE {
            faults.add(&name, Say::new("engagement-fault-long").with("limit", SENTENCE));
        }
        lines.push(line);
    }
    if lines.iter().all(String::is_empty) {
        faults.add("line1", Say::new("engagement-fault-empty"));
    }
    let day = clean_line(&form.text("day")?);
    let ready = Day::parse(&day).filter(|day| *day > today && *day <= today.plus_months(MONTHS));
    if ready.is_none() {
        faults.add("day", Say::new("engagement-fault-day"));
    }
    let ready = ready.filter(|_| faults.is_empty());
    Ok(EngagementPage { lines, day, ready, faults, today })
}

/// POST /engagement: the same page, to be printed.
pub async fn print(req: HttpRequest, who: Option<Staff>, form: OpenFields) -> Answer {
    let app = web::app(&req)?;
    let page = read(&form, app.today())?;
    let mut response = web::open_page(&req, &app, who, &page).await?;
    if page.ready.is_none() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// POST /engagement/agenda.ics
pub async fn keep(req: HttpRequest, who: Option<Staff>, form: OpenFields) -> Answer {
    let app = web::app(&req)?;
    let page = read(&form, app.today())?;
    let Some(day) = page.ready else { return print(req, who, form).await };
    let title = say(web::reader_language(&req).await, &Say::new("engagement-agenda"));
    let lines: Vec<&str> = page.lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    let (id, description, link) = (random_key(), lines.join("\n"), String::new());
    agenda::answer("engagement.ics", &[Entry { id, day, summary: title, description, link }], app.clock.now())
}
