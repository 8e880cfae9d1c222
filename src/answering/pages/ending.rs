//! The last pages: check and send, decline, and what a link shows afterwards.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::{Door, open, turn};
use crate::answering::sending;
use crate::campaign::{State, store as campaigns};
use crate::clock::Day;
use crate::db::ids::SupplierCode;
use crate::render::Page;
use crate::web::{self, Answer, OpenFields};

#[derive(Debug, Clone, Serialize)]
pub struct Check {
    path: String,
    keep: String,
    closes_on: Day,
    services: Vec<Checked>,
    /// Where "back" leads: the last service, or the first page.
    before: String,
    nothing: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Checked {
    name: String,
    page: usize,
    answered: usize,
    questions: usize,
    /// Questions answered although they are not asked after the other answers; not sent.
    unasked: Vec<String>,
}

impl Page for Check {
    const TEMPLATE: &'static str = "answering/check.html";
    const EVERY_LANGUAGE: bool = true;
    fn samples() -> Vec<Self> {
        let service = |answered| Checked {
            name: "Informatique".to_owned(),
            page: 1,
            answered,
            questions: 10,
            unasked: if answered == 3 { vec!["Que faudrait-il améliorer ?".to_owned()] } else { Vec::new() },
        };
        let full = Self {
            path: "/r/token".to_owned(),
            keep: "?lang=en".to_owned(),
            closes_on: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            services: vec![service(10), service(3), service(0)],
            before: "/r/token/1".to_owned(),
            nothing: false,
        };
        let none = Self { services: Vec::new(), nothing: true, ..full.clone() };
        vec![full, none]
    }
}

pub async fn check(req: HttpRequest) -> Answer {
    let look = open(&req, |conn, visit| {
        let Some(chosen) = &visit.draft.chosen else { return Ok(None) };
        let asked = visit.asked(conn)?;
        let names = campaigns::services(conn, &visit.found.campaign.id)?;
        let pages = asked.pages(chosen, visit.language);
        let checked = |code: &SupplierCode| {
            let (_, supplier) = names.iter().find(|(row, _)| row.supplier == *code)?;
            let sheet = visit.draft.sheets.get(code).cloned().unwrap_or_default();
            let closed = asked.questions(code).iter().filter(|question| question.is_closed());
            let unasked = asked.answered_unasked(code, &sheet);
            Some(Checked {
                name: supplier.name(visit.language).to_owned(),
                page: pages.iter().position(|page| page.supplier == *code)? + 1,
                answered: asked.sent(code, &sheet).answers.values().flatten().count(),
                questions: closed.filter(|question| question.is_asked(&sheet.answers)).count(),
                unasked: unasked.into_iter().map(|question| question.text(visit.language).to_owned()).collect(),
            })
        };
        let services: Vec<Checked> = chosen.iter().filter_map(checked).collect();
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
        nothing: services.is_empty(),
        services,
    };
    visit.page(&req, &page, StatusCode::OK)
}

/// Sends the draft. A second press, another tab, a retry: all lead to the same page.
pub async fn send(req: HttpRequest, OpenFields(_): OpenFields) -> Answer {
    let done = turn(&req, |conn, visit| {
        // Without a first page there is nothing to send: "no dealings with any service" is said by a person, never by a
        // post that met no draft. The link says what comes next.
        if visit.draft.chosen.is_some() {
            let asked = visit.asked(conn)?;
            sending::send_held(conn, &visit.found.invitation, &visit.draft, &asked)?;
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
    fn samples() -> Vec<Self> {
        vec![Self { path: "/r/token".to_owned(), keep: "?lang=en".to_owned() }]
    }
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

/// What a link shows when it takes no answers: recorded, closed, not open yet, or taken out of the count.
#[derive(Debug, Clone, Serialize)]
pub struct Ended {
    what: &'static str,
    closes_on: Day,
    hr_contact: String,
    /// The link is a slip's: no mail will come.
    paper: bool,
    /// Published, and told on that day.
    results_on: Option<Day>,
}

impl Page for Ended {
    const TEMPLATE: &'static str = "answering/ended.html";
    const EVERY_LANGUAGE: bool = true;
    fn samples() -> Vec<Self> {
        let closes_on = Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN));
        let contacts = ["rh@example.org", ""];
        ["recorded", "closed", "early", "withdrawn"]
            .into_iter()
            .flat_map(|what| {
                contacts.map(|contact| Self {
                    what,
                    closes_on,
                    hr_contact: contact.to_owned(),
                    paper: contact.is_empty() && what != "withdrawn",
                    results_on: (what == "closed").then_some(closes_on).filter(|_| !contact.is_empty()),
                })
            })
            .collect()
    }
}

pub fn ended(req: &HttpRequest, door: Door) -> Answer {
    ended_until(req, door, None)
}

/// As [`ended`], for a wave whose results are told on `results_on`.
pub fn ended_until(req: &HttpRequest, door: Door, results_on: Option<Day>) -> Answer {
    let (what, visit) = match door {
        Door::Recorded(visit) => ("recorded", visit),
        Door::Closed(visit) | Door::Open(visit) => {
            let early = matches!(visit.found.campaign.state, State::Draft | State::Scheduled);
            let withdrawn = visit.found.campaign.state == State::Open && !visit.found.invitation.eligible;
            let what = if early { "early" } else { "closed" };
            (if withdrawn { "withdrawn" } else { what }, visit)
        }
    };
    let hr_contact = visit.found.settings.hr_contact.clone();
    let paper = visit.found.invitation.is_on_paper();
    // Closed by hand, it ended before the day that was announced.
    let closes_on = visit.found.campaign.last_day(&web::app(req)?.config.time_zone);
    visit.page(req, &Ended { what, closes_on, hr_contact, paper, results_on }, StatusCode::OK)
}
