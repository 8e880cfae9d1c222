//! GET /results/{supplier}/{campaign}/priorities: each priority of a quarter becomes an action or is dismissed with a
//! reason, which whoever reads the quarter sees.

use actix_web::HttpRequest;
use serde::Serialize;

use super::pages::{Groups, Read, read, shown};
use super::quarter::Quarter;
use crate::app::audit;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::progress::Status;
use crate::progress::store::priorities::{self as store, Dismissed};
use crate::render::{Language, Page};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, HeadOf, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

const REASON: usize = 200;

/// What became of a priority.
#[derive(Debug, Clone, Serialize)]
pub struct Stand {
    pub code: String,
    pub name: String,
    pub share: f64,
    pub n: i32,
    /// The actions that started from it and were not given up: key and title.
    pub actions: Vec<(String, String)>,
    pub reason: Option<String>,
    pub dismissed_on: Option<Day>,
    fault: Option<Say>,
    typed: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct PrioritiesPage {
    supplier: SupplierCode,
    name: String,
    wave: String,
    stands: Vec<Stand>,
}

impl Page for PrioritiesPage {
    const TEMPLATE: &'static str = "results/priorities.html";
}

/// What became of each priority of `quarter`.
fn stands(read: &Read, quarter: &Quarter) -> Vec<Stand> {
    let from = |code: &str| {
        let here = read.plan.iter().filter(|action| {
            let here = action.origin_campaign.as_ref() == Some(&read.campaign.id);
            here && action.origin_subject.as_deref() == Some(code) && action.status != Status::Abandoned
        });
        here.map(|action| (action.id.0.clone(), action.title.clone())).collect()
    };
    let stand = |row: &super::rows::DimensionRow| {
        let dismissed = read.dismissed.iter().find(|one| one.subject == row.code);
        Some(Stand {
            code: row.code.clone(),
            name: row.name.clone(),
            share: row.satisfied.as_ref()?.value,
            n: row.satisfied.as_ref()?.n,
            actions: from(&row.code),
            reason: dismissed.map(|one| one.reason.clone()),
            dismissed_on: dismissed.map(|one| one.made_on),
            fault: None,
            typed: String::new(),
        })
    };
    quarter.priorities.iter().filter_map(stand).collect()
}

fn view(conn: &mut Conn, supplier: &SupplierCode, code: &str, language: Language) -> Result<(PrioritiesPage, Read)> {
    let read = read(conn, supplier, code, true)?;
    let waves = shown(conn, &read, Groups::Summary)?;
    let quarter = Quarter::new(&waves, &read.meanings, language, read.preset);
    let page = PrioritiesPage {
        supplier: supplier.clone(),
        name: read.supplier.name(language).to_owned(),
        wave: read.campaign.code.clone(),
        stands: stands(&read, &quarter),
    };
    Ok((page, read))
}

pub async fn show(req: HttpRequest, HeadOf { who, supplier }: HeadOf) -> Answer {
    let app = web::app(&req)?;
    let (code, language) = (web::part(&req, "campaign")?, who.language);
    let page = app.db.read(move |conn| Ok(view(conn, &supplier, &code, language)?.0)).await?;
    web::page(&req, &app, &who, &page).await
}

/// POST …/priorities/{subject}: a reason dismisses it; without one nothing is written.
pub async fn dismiss(req: HttpRequest, HeadOf { who, supplier }: HeadOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (code, subject) = (web::part(&req, "campaign")?, web::part(&req, "subject")?);
    let reason = clean_line(&fields.text("reason")?);
    let (today, clock, language, by) = (app.today(), app.clock.clone(), who.language, who.person.clone());
    let to = format!("/results/{supplier}/{code}/priorities");
    let refusal = app
        .db
        .write(move |conn| {
            let (mut page, read) = view(conn, &supplier, &code, language)?;
            let stand = page.stands.iter_mut().find(|stand| stand.code == subject).ok_or(Error::NotFound)?;
            let fault = match reason.chars().count() {
                // It became an action meanwhile.
                _ if !stand.actions.is_empty() => Some(Say::new("priority-fault-action")),
                0 => Some(Say::new("priority-fault-reason")),
                long if long > REASON => Some(Say::new("form-too-long").with("limit", REASON)),
                _ => None,
            };
            if fault.is_some() {
                (stand.fault, stand.typed) = (fault, reason);
                return Ok(Some(page));
            }
            let detail = format!("{supplier} {code} {subject}");
            let campaign = read.campaign.id;
            store::dismiss(conn, &Dismissed { campaign, supplier, subject, reason, made_on: today })?;
            audit(conn, &clock, Some(&by), "priority-dismissed", &detail)?;
            Ok(None)
        })
        .await?;
    let Some(page) = refusal else { return redirect_saying(&to, &Say::new("flash-priority-dismissed")) };
    web::refused(&req, &app, &who, &page).await
}

/// POST …/priorities/{subject}/removal: it is one again.
pub async fn restore(req: HttpRequest, HeadOf { who, supplier }: HeadOf, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (code, subject) = (web::part(&req, "campaign")?, web::part(&req, "subject")?);
    let (to, clock) = (format!("/results/{supplier}/{code}/priorities"), app.clock.clone());
    app.db
        .write(move |conn| {
            let campaign = crate::campaign::store::wave_by_code(conn, &code)?;
            if store::restore(conn, &campaign.id, &supplier, &subject)? {
                let detail = format!("{supplier} {code} {subject}");
                audit(conn, &clock, Some(&who.person), "priority-restored", &detail)?;
            }
            Ok(())
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-priority-restored"))
}
