//! The last pages: check and send, decline, and what a link shows afterwards.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::{Door, Visit, open};
use crate::answering::draft::Draft;
use crate::answering::sending;
use crate::answering::store;
use crate::app::token_hash;
use crate::campaign::{State, store as campaigns};
use crate::clock::Day;
use crate::error::{Error, Result};
use crate::questionnaire::store as questionnaires;
use crate::render::Page;
use crate::web::{Answer, OpenFields, redirect};

#[derive(Debug, Clone, Serialize)]
pub struct Check {
    path: String,
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
}

impl Page for Check {
    const TEMPLATE: &'static str = "answering/check.html";
    fn samples() -> Vec<Self> {
        let service = |answered| Checked { name: "Informatique".to_owned(), page: 1, answered, questions: 10 };
        let full = Self {
            path: "/r/token".to_owned(),
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
    let visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    let Some(chosen) = visit.draft.chosen.clone() else { return redirect(&visit.path("")) };
    let language = visit.language;
    let (list, settings) = visit
        .read(move |conn, found| {
            let mut list = Vec::new();
            for (row, supplier) in campaigns::services(conn, &found.campaign.id)? {
                let questions = match &row.questionnaire {
                    Some(version) => questionnaires::questions(conn, version)?,
                    None => Vec::new(),
                };
                let closed = questions.iter().filter(|question| question.is_closed()).count();
                list.push((supplier.code.clone(), supplier.name(language).to_owned(), closed));
            }
            Ok(list)
        })
        .await?;
    let services: Vec<Checked> = chosen
        .iter()
        .enumerate()
        .filter_map(|(place, code)| {
            let (_, name, questions) = list.iter().find(|(known, _, _)| known == code)?;
            let answered = visit.draft.sheets.get(code).map_or(0, |sheet| sheet.answers.len());
            Some(Checked { name: name.clone(), page: place + 1, answered, questions: *questions })
        })
        .collect();
    let page = Check {
        path: visit.path(""),
        closes_on: visit.found.campaign.closes_on,
        before: if chosen.is_empty() { visit.path("") } else { visit.path(&format!("/{}", chosen.len())) },
        nothing: services.is_empty(),
        services,
    };
    visit.page(&req, &settings, &page, StatusCode::OK)
}

/// Sends the draft. A second press, another tab, a retry: all lead to the same page.
pub async fn send(req: HttpRequest, OpenFields(_): OpenFields) -> Answer {
    let visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    let (token, hash, today) = (visit.token.clone(), token_hash(&visit.token), visit.app.today());
    visit
        .app
        .db
        .write(move |conn| {
            let found = store::hold(conn, &hash)?.ok_or(Error::Gone)?;
            let draft = found.draft.and_then(|text| Draft::decrypt(&text, &token)).unwrap_or_default();
            // Without a first page there is nothing to send: "no dealings with any service" is said by a person,
            // never by a post that met no draft. The link says what comes next.
            if draft.chosen.is_some() {
                sending::send(conn, &found.invitation, &draft, today)?;
            }
            Ok(())
        })
        .await?;
    redirect(&visit.path(""))
}

#[derive(Debug, Clone, Serialize)]
pub struct Decline {
    path: String,
}

impl Page for Decline {
    const TEMPLATE: &'static str = "answering/decline.html";
    fn samples() -> Vec<Self> {
        vec![Self { path: "/r/token".to_owned() }]
    }
}

pub async fn decline_page(req: HttpRequest) -> Answer {
    let visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    let ((), settings) = visit.read(|_, _| Ok(())).await?;
    visit.page(&req, &settings, &Decline { path: visit.path("") }, StatusCode::OK)
}

pub async fn decline(req: HttpRequest, OpenFields(_): OpenFields) -> Answer {
    let visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    let (hash, today) = (token_hash(&visit.token), visit.app.today());
    visit
        .app
        .db
        .write(move |conn| {
            let found = store::hold(conn, &hash)?.ok_or(Error::Gone)?;
            sending::decline(conn, &found.invitation, today)
        })
        .await?;
    redirect(&visit.path(""))
}

/// What a link shows when it takes no answers: recorded, closed, or not open yet.
#[derive(Debug, Clone, Serialize)]
pub struct Ended {
    what: &'static str,
    closes_on: Day,
    hr_contact: String,
}

impl Page for Ended {
    const TEMPLATE: &'static str = "answering/ended.html";
    fn samples() -> Vec<Self> {
        let closes_on = Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN));
        let contacts = ["rh@example.org", ""];
        ["recorded", "closed", "early"]
            .into_iter()
            .flat_map(|what| contacts.map(|contact| Self { what, closes_on, hr_contact: contact.to_owned() }))
            .collect()
    }
}

pub async fn ended(req: &HttpRequest, door: Door) -> Answer {
    let (what, visit) = match door {
        Door::Recorded(visit) => ("recorded", visit),
        Door::Closed(visit) | Door::Open(visit) => {
            let early = matches!(visit.found.campaign.state, State::Draft | State::Scheduled);
            (if early { "early" } else { "closed" }, visit)
        }
    };
    let visit: Box<Visit> = visit;
    let page = page_of(&visit, what).await?;
    visit.page(req, &page.1, &page.0, StatusCode::OK)
}

async fn page_of(visit: &Visit, what: &'static str) -> Result<(Ended, crate::app::Settings)> {
    let ((), settings) = visit.read(|_, _| Ok(())).await?;
    let ended = Ended { what, closes_on: visit.found.campaign.closes_on, hr_contact: settings.hr_contact.clone() };
    Ok((ended, settings))
}
