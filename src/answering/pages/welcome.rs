//! The first page: who asks, how long it takes, what is promised, which services; and "this is not my department".

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::{Service, Visit, open, services, turn};
use crate::answering::store::Found;
use crate::campaign::CampaignSupplier;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Result, Say};
use crate::organisation::Supplier;
use crate::questionnaire::longest_path_minutes;
use crate::render::{Language, Page, language};
use crate::web::{Answer, OpenFields};

#[derive(Debug, Clone, Serialize)]
pub struct Welcome {
    path: String,
    /// What keeps the language in the addresses of this page.
    keep: String,
    language: Language,
    proposed: Vec<Service>,
    others: Vec<Service>,
    /// "les Ressources humaines, l'Informatique et les Services généraux"
    names: String,
    minutes: u32,
    closes_on: Day,
    promise: Promise,
    news: Vec<News>,
    has_draft: bool,
}

/// What was said of a service last time, and what it did since, as the opening copied it.
#[derive(Debug, Clone, Serialize)]
pub struct News {
    name: String,
    told: Option<Told>,
    /// One sentence each.
    actions: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Told {
    wave: String,
    satisfied: f64,
}

impl News {
    fn of(row: &CampaignSupplier, supplier: &Supplier, language: Language) -> Option<Self> {
        let told = row.told_wave.clone().zip(row.told_satisfied).map(|(wave, satisfied)| Told { wave, satisfied });
        let actions = row.actions.pick(language).lines().map(ToOwned::to_owned);
        let news = Self { name: supplier.name(language).to_owned(), told, actions: actions.collect() };
        (news.told.is_some() || !news.actions.is_empty()).then_some(news)
    }
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

    fn of(visit: &Visit) -> Self {
        let Found { campaign, group, settings, .. } = &visit.found;
        Self {
            threshold: campaign.threshold,
            comments_threshold: campaign.comments_threshold,
            group: group.name.clone(),
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
    const EVERY_LANGUAGE: bool = true;
    fn samples() -> Vec<Self> {
        let full = Self {
            path: "/r/token".to_owned(),
            keep: String::new(),
            language: Language::Fr,
            proposed: vec![sample_service("hr", "Ressources humaines", true)],
            others: vec![sample_service("buy", "Achats", false)],
            names: "les Ressources humaines".to_owned(),
            minutes: 3,
            closes_on: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            promise: Promise::sample(),
            news: vec![
                News {
                    name: "Informatique".to_owned(),
                    told: Some(Told { wave: "2025-Q4".to_owned(), satisfied: 0.62 }),
                    actions: vec!["L'Informatique envoie un accusé de réception.".to_owned()],
                },
                News { name: "Achats".to_owned(), told: None, actions: vec!["Un guide est en ligne.".to_owned()] },
            ],
            has_draft: true,
        };
        let bare = Self {
            keep: "?lang=en".to_owned(),
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

/// What the first page says beside the visit.
pub struct Offer {
    services: Vec<(CampaignSupplier, Supplier, bool)>,
    minutes: f64,
}

impl Offer {
    pub fn read(conn: &mut Conn, visit: &Visit) -> Result<Self> {
        let (asked, mut services) = (visit.asked(conn)?, services(conn, &visit.found)?);
        let out = asked.exceptions.of(conn, &visit.found.invitation)?;
        services.retain(|(row, _, _)| !out.contains(&row.supplier));
        let proposed = services.iter().filter(|(_, _, proposed)| *proposed);
        let minutes =
            proposed.map(|(row, _, _)| longest_path_minutes(&asked.offered(&row.supplier, visit.language))).sum();
        Ok(Self { services, minutes })
    }
}

pub fn show(req: &HttpRequest, visit: &Visit, offer: &Offer) -> Answer {
    let (language, draft) = (visit.language, &visit.draft);
    let (list, minutes) = (&offer.services, offer.minutes);
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
        .filter_map(|(row, supplier, _)| News::of(row, supplier, language))
        .collect();
    let campaign = &visit.found.campaign;
    let page = Welcome {
        path: visit.path(""),
        keep: visit.keep(),
        language,
        others: view(false),
        names: language::capitalised(&language::list(language, &names)),
        proposed,
        minutes: format!("{:.0}", f64::ceil(minutes).max(1.0)).parse().unwrap_or(1),
        closes_on: campaign.closes_on,
        promise: Promise::of(visit),
        news,
        has_draft: !draft.sheets.is_empty(),
    };
    visit.page(req, &page, StatusCode::OK)
}

/// The services ticked: keeps them in the draft and goes to the first one.
pub async fn choose(req: HttpRequest, OpenFields(fields): OpenFields) -> Answer {
    let language = Language::parse(&fields.text("language")?);
    let wanted: BTreeSet<String> = fields.all("service").into_iter().collect();
    let done = turn(&req, move |conn, visit| {
        visit.language = language.unwrap_or(visit.language);
        let (asked, proposed) = (visit.asked(conn)?, visit.found.invitation.proposed());
        let out = asked.exceptions.of(conn, &visit.found.invitation)?;
        let taken = |code: &&SupplierCode| wanted.contains(code.as_str()) && !out.contains(*code);
        let mut chosen: Vec<SupplierCode> = asked.services().filter(taken).cloned().collect();
        chosen.sort_by_key(|code| !proposed.contains(code));
        let next = if chosen.is_empty() { "/check" } else { "/1" };
        visit.draft.chosen = Some(chosen);
        visit.save(conn)?;
        Ok(next)
    });
    match done.await {
        Ok((visit, next)) => visit.leads(next),
        Err(answer) => answer,
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct NotMyGroup {
    path: String,
    keep: String,
    promise: Promise,
}

impl Page for NotMyGroup {
    const TEMPLATE: &'static str = "answering/group.html";
    const EVERY_LANGUAGE: bool = true;
    fn samples() -> Vec<Self> {
        let promise = Promise::sample();
        let bare = Promise { outside: true, hr_contact: String::new(), ..promise.clone() };
        let page = |promise| Self { path: "/r/token".to_owned(), keep: "?lang=en".to_owned(), promise };
        [promise, bare].map(page).to_vec()
    }
}

/// "This is not my department": what happens, and the button.
pub async fn group(req: HttpRequest) -> Answer {
    let (visit, ()) = match open(&req, |_, _| Ok(())).await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let page = NotMyGroup { path: visit.path(""), keep: visit.keep(), promise: Promise::of(&visit) };
    visit.page(&req, &page, StatusCode::OK)
}

/// Counts in no group from now on, or in one again.
pub async fn change_group(req: HttpRequest, OpenFields(fields): OpenFields) -> Answer {
    let outside = fields.text("outside")? == "yes";
    let done = turn(&req, move |conn, visit| {
        visit.draft.outside = outside;
        visit.turns_back();
        visit.save(conn)
    });
    match done.await {
        Ok((visit, ())) => visit.leads(""),
        Err(answer) => answer,
    }
}
