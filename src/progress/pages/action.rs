//! GET /actions/{id}: all of one action, its history, and the steps the reader may take.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{FigureLine, Names, reach, seen};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::ActionId;
use crate::error::{Result, Say};
use crate::organisation::{self, Person};
use crate::progress::origins::{self, Candidate, OriginLine};
use crate::progress::store::history::{self, Line};
use crate::progress::{Action, Effect, Event, Kind, Status, Step, Verdict, store};
use crate::render::{Page, Texts};
use crate::web::{self, Answer, Staff, Who};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    day: Day,
    event: Event,
    person: Option<String>,
    /// The day of `done`, the wave of `effect`, the reason of `abandoned`, the words of `noted`, the step that was
    /// `undone`; else empty.
    detail: String,
    effect: Option<Effect>,
    verdict: Option<Verdict>,
    /// What an edit changed.
    fields: Vec<String>,
    /// The key of a step that the reader may take back.
    undo: Option<String>,
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
    contributors: Vec<String>,
    cost: String,
    awaits: String,
    check_on: Option<Day>,
    /// The client groups it concerns; none: all of them.
    groups: Vec<String>,
    audience: String,
    medium: String,
    told_on: Option<Day>,
    /// Done, and its check date has come.
    to_check: bool,
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
    /// May the reader write a note?
    writes: bool,
    /// What was typed as a note, and what is wrong with it.
    note: String,
    note_fault: Option<Say>,
    origins: Vec<OriginLine>,
    /// What the head may add as an origin.
    candidates: Vec<Candidate>,
    idea: String,
    idea_fault: Option<Say>,
}

impl Page for ActionPage {
    const TEMPLATE: &'static str = "progress/action.html";
}

impl ActionPage {
    #[must_use]
    pub fn with_note(self, note: String, fault: Say) -> Self {
        Self { note, note_fault: Some(fault), ..self }
    }

    #[must_use]
    pub fn with_idea(self, idea: String, fault: Say) -> Self {
        Self { idea, idea_fault: Some(fault), ..self }
    }
}

fn view_line(line: &Line, day: Day) -> LineView {
    let (wave, effect) = line.detail.split_once(' ').unwrap_or((&line.detail, ""));
    let detail = match line.event {
        Event::Effect => wave.to_owned(),
        Event::Done | Event::Abandoned | Event::Noted | Event::Undone => line.detail.clone(),
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
        undo: None,
    }
}

/// The history as `who` reads it, earliest first.
fn lines(conn: &mut Conn, who: &Who, action: &ActionId, zone: &jiff::tz::TimeZone) -> Result<Vec<LineView>> {
    let undo = history::undoable(conn, action, &who.person)?;
    let lines = history::lines(conn, action)?;
    let mut views: Vec<LineView> = lines.iter().map(|line| view_line(line, line.at.day_in(zone))).collect();
    if let Some(step) = views.iter_mut().rfind(|line| line.event != Event::Noted) {
        step.undo = undo;
    }
    Ok(views)
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

/// May `who` write notes: its head, its owner, those who help.
pub fn writes(who: &Who, action: &Action, contributors: &[Person]) -> bool {
    let helps = contributors.iter().any(|person| person.id == who.person);
    who.heads(&action.supplier) || action.owner == who.person || helps
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
    let names = Names::load(conn, who, std::slice::from_ref(action))?;
    let contributors = store::contributors(conn, std::slice::from_ref(&action.id))?.remove(&action.id);
    let contributors = contributors.unwrap_or_default();
    let reach = reach::standing(conn, action)?;
    let edits = who.heads(&action.supplier);
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
        contributors: contributors.iter().map(|person| person.name.clone()).collect(),
        cost: action.cost.clone(),
        awaits: action.awaits.clone(),
        check_on: action.check_on,
        groups: reach.groups.into_values().collect(),
        audience: reach.audience,
        medium: reach.medium,
        told_on: reach.told_on,
        to_check: action.is_to_check(today),
        origins: origins::lines(conn, &action.id, |id| names.wave(id))?,
        candidates: if edits { origins::candidates(conn, &action.supplier, who.language)?.1 } else { Vec::new() },
        idea: String::new(),
        idea_fault: None,
        figure: names.line(action, who.language),
        public: action.public_texts.clone(),
        visible: action.visible,
        verdict: action.verdict,
        reason: action.reason.clone(),
        note: String::new(),
        note_fault: None,
        writes: writes(who, action, &contributors),
        history: lines(conn, who, &action.id, zone)?,
        edits,
        today,
        steps,
        next,
        refusal,
    })
}
