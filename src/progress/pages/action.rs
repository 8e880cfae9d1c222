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
    fn samples() -> Vec<Self> {
        let day = Day::from_jiff(jiff::civil::date(2026, 3, 31));
        let line = |event: Event, detail: &str| view_line(&sample_line(event, detail), day);
        let full = Self {
            href: "/actions/0example".to_owned(),
            reference: "IT-12".to_owned(),
            supplier: "Informatique".to_owned(),
            title: "Accusé de réception automatique".to_owned(),
            finding: "Une fois la demande déposée, plus aucune nouvelle.".to_owned(),
            kind: Kind::Corrective,
            status: Status::InProgress,
            late: true,
            owner: "Yannick Bourdeloup".to_owned(),
            owner_left: true,
            owner_email: "yannick@example.org".to_owned(),
            starts_on: Some(day),
            due_on: day,
            done_on: None,
            target: Some(0.55),
            figure: Some(FigureLine::sample(None)),
            public: Texts::both(
                "L'Informatique envoie désormais un accusé de réception.",
                "IT now sends an acknowledgement.",
            ),
            visible: true,
            verdict: None,
            reason: String::new(),
            history: Event::ALL
                .iter()
                .map(|event| match event {
                    Event::Done => line(*event, "2026-03-20"),
                    Event::Verified => line(*event, "effective"),
                    Event::Effect => line(*event, "2026-Q1 confirmed_up"),
                    Event::Edited => line(*event, "title,due_on,public,visible"),
                    Event::Abandoned => line(*event, "Le logiciel a été remplacé."),
                    _ => line(*event, ""),
                })
                .collect(),
            edits: true,
            today: day,
            steps: Step::ALL.to_vec(),
            next: Some(Step::Complete),
            refusal: None,
        };
        let bare = Self {
            status: Status::Verified,
            late: false,
            finding: String::new(),
            starts_on: None,
            done_on: Some(day),
            target: None,
            figure: None,
            public: Texts::default(),
            visible: false,
            verdict: Some(Verdict::NotEffective),
            edits: false,
            steps: Vec::new(),
            next: None,
            ..full.clone()
        };
        let gone =
            Self { status: Status::Abandoned, reason: "Le logiciel a été remplacé.".to_owned(), ..bare.clone() };
        let mut all = vec![full.clone(), bare, gone];
        all.extend(Effect::ALL.iter().map(|e| Self { figure: Some(FigureLine::sample(Some(*e))), ..full.clone() }));
        all.push(Self { figure: Some(FigureLine::bare_sample(Some(Effect::TooFew), false)), ..full.clone() });
        all.push(Self { figure: Some(FigureLine::bare_sample(None, true)), ..full.clone() });
        all.extend(Step::ALL.iter().map(|step| {
            let refusal = Refusal {
                step: *step,
                say: Say::new("action-error-step").with("status", "Proposée"),
                typed: "2026-02-30".to_owned(),
            };
            Self { refusal: Some(refusal), next: Some(*step), ..full.clone() }
        }));
        all
    }
}

fn sample_line(event: Event, detail: &str) -> Line {
    let at = crate::clock::Moment::from_jiff(jiff::Timestamp::UNIX_EPOCH);
    let person = (event != Event::Effect).then(|| "Claire Dumont".to_owned());
    Line { at, event, detail: detail.to_owned(), person }
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
