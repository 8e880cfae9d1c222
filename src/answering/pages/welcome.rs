//! The first page: who asks, how long it takes, what is promised, which services; and "this is not my department".

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::{Service, Visit, open, services};
use crate::app::Settings;
use crate::campaign::{ClientGroup, store as campaigns};
use crate::clock::Day;
use crate::db::ids::SupplierCode;
use crate::error::Say;
use crate::questionnaire::{longest_path_minutes, store as questionnaires};
use crate::render::{Language, Page, language};
use crate::web::{Answer, OpenFields, redirect};

#[derive(Debug, Clone, Serialize)]
pub struct Welcome {
    path: String,
    language: Language,
    proposed: Vec<Service>,
    others: Vec<Service>,
    /// "les Ressources humaines, l'Informatique et les Services généraux"
    names: String,
    minutes: u32,
    closes_on: Day,
    promise: Promise,
    /// What services did since the last time, one sentence each.
    news: Vec<String>,
    has_draft: bool,
}

/// The promise, from the campaign's real settings.
#[derive(Debug, Clone, Serialize)]
pub struct Promise {
    threshold: i32,
    comments_threshold: i32,
    group: String,
    people: i32,
    outside: bool,
    moderator: String,
    hr_contact: String,
    /// A file of the answers is handed to somebody.
    file: Option<Say>,
}

impl Promise {
    fn sample() -> Self {
        Self {
            threshold: 5,
            comments_threshold: 10,
            group: "Production et logistique".to_owned(),
            people: 46,
            outside: false,
            moderator: "une personne de la communication".to_owned(),
            hr_contact: "rh@example.org".to_owned(),
            file: Some(Say::new("promise-file").with("to", "l'institut Cassini")),
        }
    }

    fn of(visit: &Visit, group: ClientGroup, settings: &Settings) -> Self {
        let campaign = &visit.found.campaign;
        Self {
            threshold: campaign.threshold,
            comments_threshold: campaign.comments_threshold,
            group: group.name,
            people: group.invited,
            outside: visit.draft.outside,
            moderator: settings.moderator(visit.language).to_owned(),
            hr_contact: settings.hr_contact.clone(),
            file: campaign.file_promise(),
        }
    }
}

fn sample_service(code: &str, name: &str, ticked: bool) -> Service {
    Service { code: code.into(), name: name.to_owned(), in_sentence: format!("les {name}"), ticked }
}

impl Page for Welcome {
    const TEMPLATE: &'static str = "answering/welcome.html";
    fn samples() -> Vec<Self> {
        let full = Self {
            path: "/r/token".to_owned(),
            language: Language::Fr,
            proposed: vec![sample_service("hr", "Ressources humaines", true)],
            others: vec![sample_service("buy", "Achats", false)],
            names: "les Ressources humaines".to_owned(),
            minutes: 3,
            closes_on: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            promise: Promise::sample(),
            news: vec!["L'Informatique envoie un accusé de réception.".to_owned()],
            has_draft: true,
        };
        let bare = Self {
            others: Vec::new(),
            news: Vec::new(),
            has_draft: false,
            promise: Promise {
                outside: true,
                moderator: String::new(),
                hr_contact: String::new(),
                file: None,
                ..Promise::sample()
            },
            ..full.clone()
        };
        vec![full, bare]
    }
}

pub async fn show(req: HttpRequest) -> Answer {
    let visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    let (language, draft) = (visit.language, visit.draft.clone());
    let ((list, group, minutes), settings) = visit
        .read(move |conn, found| {
            let list = services(conn, found)?;
            let mut minutes = 0.0;
            for (row, _, _) in list.iter().filter(|(_, _, proposed)| *proposed) {
                if let Some(version) = &row.questionnaire {
                    minutes += longest_path_minutes(&questionnaires::questions(conn, version)?);
                }
            }
            let group = campaigns::client_group(conn, &found.campaign.id, &found.invitation.client_group)?;
            Ok((list, group, minutes))
        })
        .await?;
    let ticked =
        |code: &SupplierCode, proposed: bool| draft.chosen.as_ref().map_or(proposed, |chosen| chosen.contains(code));
    let view = |proposed: bool| -> Vec<Service> {
        list.iter()
            .filter(|(_, _, first)| *first == proposed)
            .map(|(_, supplier, first)| Service::of(supplier, language, ticked(&supplier.code, *first)))
            .collect()
    };
    let proposed = view(true);
    let names: Vec<String> = proposed.iter().map(|service| service.in_sentence.clone()).collect();
    let news = list
        .iter()
        .filter(|(_, _, proposed)| *proposed)
        .flat_map(|(row, _, _)| language.pick(&row.actions_fr, &row.actions_en).lines())
        .map(ToOwned::to_owned)
        .collect();
    let campaign = &visit.found.campaign;
    let page = Welcome {
        path: visit.path(""),
        language,
        others: view(false),
        names: language::capitalised(&language::list(language, &names)),
        proposed,
        minutes: format!("{:.0}", f64::ceil(minutes).max(1.0)).parse().unwrap_or(1),
        closes_on: campaign.closes_on,
        promise: Promise::of(&visit, group, &settings),
        news,
        has_draft: !draft.sheets.is_empty(),
    };
    visit.page(&req, &settings, &page, StatusCode::OK)
}

/// The services ticked: keeps them in the draft and goes to the first one.
pub async fn choose(req: HttpRequest, OpenFields(fields): OpenFields) -> Answer {
    let mut visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    if let Some(language) = Language::parse(&fields.text("language")?) {
        visit.language = language;
    }
    let wanted: BTreeSet<String> = fields.all("service").into_iter().collect();
    let (list, _) = visit.read(services).await?;
    let chosen: Vec<SupplierCode> =
        list.into_iter().map(|(_, supplier, _)| supplier.code).filter(|code| wanted.contains(code.as_str())).collect();
    let next = if chosen.is_empty() { visit.path("/check") } else { visit.path("/1") };
    visit.change_draft(move |draft| draft.chosen = Some(chosen)).await?;
    redirect(&next)
}

#[derive(Debug, Clone, Serialize)]
pub struct NotMyGroup {
    path: String,
    promise: Promise,
}

impl Page for NotMyGroup {
    const TEMPLATE: &'static str = "answering/group.html";
    fn samples() -> Vec<Self> {
        let promise = Promise::sample();
        let bare = Promise { outside: true, hr_contact: String::new(), ..promise.clone() };
        [promise, bare].map(|promise| Self { path: "/r/token".to_owned(), promise }).to_vec()
    }
}

async fn promise_of(visit: &Visit) -> crate::error::Result<(Promise, Settings)> {
    let (group, settings) = visit
        .read(|conn, found| campaigns::client_group(conn, &found.campaign.id, &found.invitation.client_group))
        .await?;
    let promise = Promise::of(visit, group, &settings);
    Ok((promise, settings))
}

/// "This is not my department": what happens, and the button.
pub async fn group(req: HttpRequest) -> Answer {
    let visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    let (promise, settings) = promise_of(&visit).await?;
    visit.page(&req, &settings, &NotMyGroup { path: visit.path(""), promise }, StatusCode::OK)
}

/// Counts in no group from now on, or in one again.
pub async fn change_group(req: HttpRequest, OpenFields(fields): OpenFields) -> Answer {
    let visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    let outside = fields.text("outside")? == "yes";
    visit.change_draft(move |draft| draft.outside = outside).await?;
    redirect(&visit.path(""))
}
