//! The last pages: check and send, decline, and what a link shows afterwards.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::passing::{open, rewrite, turn};
use crate::answering::sending;
use crate::clock::Day;
use crate::db::ids::SupplierCode;
use crate::render::Page;
use crate::web::{Answer, OpenFields};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct Check {
    path: String,
    keep: String,
    closes_on: Day,
    services: Vec<Checked>,
    /// What was said about their own service is not sent.
    dropped: bool,
    /// Where "back" leads: the last service, or the first page.
    before: String,
    nothing: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Checked {
    name: String,
    /// Their own service, as its clients would judge it.
    mirror: bool,
    page: usize,
    answered: usize,
    questions: usize,
    /// Questions answered although they are not asked after the other answers; not sent.
    unasked: Vec<String>,
}

impl Page for Check {
    const TEMPLATE: &'static str = "answering/check.html";
    const EVERY_LANGUAGE: bool = true;
}

pub async fn check(req: HttpRequest) -> Answer {
    let look = open(&req, |conn, visit| {
        let Some(chosen) = &visit.draft.chosen else { return Ok(None) };
        let asked = visit.asked(conn)?;
        let names = visit.services(conn)?;
        let pages = visit.pages(&asked);
        let checked = |code: &SupplierCode| {
            let (_, supplier) = names.iter().find(|(row, _)| row.supplier == *code)?;
            let sheet = visit.draft.sheets.get(code).cloned().unwrap_or_default();
            let closed = asked.questions(code).iter().filter(|question| question.is_closed());
            let unasked = asked.answered_unasked(code, &sheet);
            Some(Checked {
                name: asked.about(visit.language).unwrap_or_else(|| supplier.name(visit.language).to_owned()),
                mirror: false,
                page: pages.iter().position(|page| page.supplier == *code && !page.mirror)? + 1,
                answered: asked.sent(code, &sheet).answers.values().flatten().count(),
                questions: closed.filter(|question| question.is_asked(&sheet.answers)).count(),
                unasked: unasked.into_iter().map(|question| question.text(visit.language).to_owned()).collect(),
            })
        };
        let mirrored = || {
            let team = visit.team()?;
            let (_, supplier) = names.iter().find(|(row, _)| row.supplier == *team)?;
            Some(Checked {
                name: supplier.name(visit.language).to_owned(),
                mirror: true,
                page: pages.iter().position(|page| page.mirror)? + 1,
                answered: asked.sent_by_team(team, &visit.draft.mirror).len(),
                questions: asked.mirror(team).len(),
                unasked: Vec::new(),
            })
        };
        let services: Vec<Checked> = chosen.iter().filter_map(checked).chain(mirrored()).collect();
        Ok(Some((services, pages.len())))
    });
    let (visit, services) = match look.await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let Some((services, pages)) = services else { return visit.leads("") };
    let last = if pages == 0 { String::new() } else { format!("/{pages}") };
    let page = Check {
        path: visit.path(""),
        keep: visit.keep(),
        closes_on: visit.found.campaign.closes_on,
        before: visit.path(&last),
        dropped: visit.draft.outside && !visit.draft.mirror.is_empty(),
        nothing: services.is_empty(),
        services,
    };
    visit.page(&req, &page, StatusCode::OK)
}

/// Sends the draft. A second press, another tab, a retry: all lead to the same page.
pub async fn send(req: HttpRequest, OpenFields(_): OpenFields) -> Answer {
    let done = rewrite(&req, |conn, visit| {
        // Without a first page there is nothing to send: "no dealings with any service" is said by a person, never by a
        // post that met no draft. The link says what comes next.
        if visit.draft.chosen.is_some() {
            let asked = visit.asked(conn)?;
            visit.send(conn, &asked)?;
        }
        Ok(visit.draft.chosen.is_some())
    });
    match done.await {
        Ok((mut visit, true)) => visit.leads_to_end(),
        Ok((visit, false)) => visit.leads(""),
        Err(answer) => answer,
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Decline {
    path: String,
    keep: String,
}

impl Page for Decline {
    const TEMPLATE: &'static str = "answering/decline.html";
    const EVERY_LANGUAGE: bool = true;
}

pub async fn decline_page(req: HttpRequest) -> Answer {
    let (visit, ()) = match open(&req, |_, _| Ok(())).await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let page = Decline { path: visit.path(""), keep: visit.keep() };
    visit.page(&req, &page, StatusCode::OK)
}

pub async fn decline(req: HttpRequest, OpenFields(_): OpenFields) -> Answer {
    match turn(&req, |conn, visit| sending::decline_held(conn, &visit.found.invitation)).await {
        Ok((mut visit, _)) => visit.leads_to_end(),
        Err(answer) => answer,
    }
}
