//! GET /actions/{id}: all of one action, its history, and the steps the reader may take.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{FigureLine, Names, seen};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::ActionId;
use crate::error::{Result, Say};
use crate::organisation;
use crate::progress::store::{self, Line};
use crate::progress::{Action, Effect, Event, Kind, Status, Step, Verdict};
use crate::render::{Page, Texts};
use crate::web::{self, Answer, Staff, Who};

#[cfg(feature = "samples")]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    day: Day,
    event: Event,
    person: Option<String>,
    /// The day of `done`, the wave of `effect`, the reason of `abandoned`; else empty.
    detail: String,
    effect: Option<Effect>,
    verdict: Option<Verdict>,
    /// What an edit changed.
    fields: Vec<String>,
}

/// A step that could not be taken, and what was typed for it.
#[derive(Debug, Clone, Serialize)]
pub struct Refusal {
    pub step: Step,
    pub say: Say,
    pub typed: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct ActionPage {
    href: String,
    reference: String,
    supplier: String,
    title: String,
    finding: String,
    kind: Kind,
    status: Status,
    late: bool,
    owner: String,
    owner_left: bool,
    owner_email: String,
    starts_on: Option<Day>,
    due_on: Day,
    done_on: Option<Day>,
    target: Option<f64>,
    figure: Option<FigureLine>,
    /// In each language it is written in.
    public: Texts,
    visible: bool,
    verdict: Option<Verdict>,
    reason: String,
    history: Vec<LineView>,
    edits: bool,
    today: Day,
    steps: Vec<Step>,
    /// The one step that is the usual next one.
    next: Option<Step>,
    refusal: Option<Refusal>,
}

impl Page for ActionPage {
    const TEMPLATE: &'static str = "progress/action.html";
}

fn view_line(line: &Line, day: Day) -> LineView {
    let (wave, effect) = line.detail.split_once(' ').unwrap_or((&line.detail, ""));
    let detail = match line.event {
        Event::Effect => wave.to_owned(),
        Event::Done | Event::Abandoned => line.detail.clone(),
        _ => String::new(),
    };
    LineView {
        day,
        event: line.event,
        person: line.person.clone(),
        detail,
        effect: if line.event == Event::Effect { Effect::parse(effect) } else { None },
        verdict: if line.event == Event::Verified { Verdict::parse(&line.detail) } else { None },
        fields: match line.event {
            Event::Edited => line.detail.split(',').map(ToOwned::to_owned).collect(),
            _ => Vec::new(),
        },
    }
}

/// GET /actions/{id}
pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (id, reader) = (ActionId(web::part(&req, "id")?), who.clone());
    let (today, zone) = (app.today(), app.config.time_zone.clone());
    let page = app
        .db
        .read(move |conn| {
            let action = seen(conn, &reader, &id)?;
            view(conn, &reader, &action, today, &zone, None)
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

pub fn view(
    conn: &mut Conn,
    who: &Who,
    action: &Action,
    today: Day,
    zone: &jiff::tz::TimeZone,
    refusal: Option<Refusal>,
) -> Result<ActionPage> {
    let owner = organisation::store::person(conn, &action.owner)?;
    let names = Names::load(conn, std::slice::from_ref(action))?;
    let steps = action.steps_for(who);
    let next = steps.iter().copied().find(|step| !matches!(step, Step::Suspend | Step::Abandon));
    Ok(ActionPage {
        href: format!("/actions/{}", action.id),
        reference: action.reference(),
        supplier: organisation::store::supplier(conn, &action.supplier)?.name(who.language).to_owned(),
        title: action.title.clone(),
        finding: action.finding.clone(),
        kind: action.kind,
        status: action.status,
        late: action.is_late(today),
        owner_left: action.status.is_pending() && !owner.works_on(today),
        owner: owner.name,
        owner_email: owner.email,
        starts_on: action.starts_on,
        due_on: action.due_on,
        done_on: action.done_on,
        target: action.target,
        figure: names.line(action, who.language),
        public: action.public_texts.clone(),
        visible: action.visible,
        verdict: action.verdict,
        reason: action.reason.clone(),
        history: store::history(conn, &action.id)?.iter().map(|line| view_line(line, line.at.day_in(zone))).collect(),
        edits: who.heads(&action.supplier),
        today,
        steps,
        next,
        refusal,
    })
}
