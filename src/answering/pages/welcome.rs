//! The first page: who asks, how long it takes, what is promised, which services; and "this is not my department".

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::passing::{open, rewrite};
use super::visit::{Service, Services, Visit};
use crate::answering::store::Found;
use crate::campaign::occasion::told::Told;
use crate::campaign::{CampaignSupplier, mirror};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Result, Say};
use crate::organisation::Supplier;
use crate::questionnaire::longest_path_minutes;
use crate::render::{Language, Page, words};
use crate::web::{Answer, OpenFields};

#[cfg(debug_assertions)]
mod samples;

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
    /// Their own service, where its team is asked how its clients judge it.
    team: Option<String>,
    /// Under so many sheets nothing of that is shown.
    fewest: i32,
    /// What is asked between two quarters says what about, who asks and whom.
    occasion: Option<Told>,
}

/// What was said of a service last time, and what it did since, as the opening copied it.
#[derive(Debug, Clone, Serialize)]
pub struct News {
    name: String,
    told: Option<LastTime>,
    /// One sentence each.
    actions: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct LastTime {
    wave: String,
    satisfied: f64,
}

impl News {
    fn of(row: &CampaignSupplier, supplier: &Supplier, language: Language) -> Option<Self> {
        let told = row.told_wave.clone().zip(row.told_satisfied).map(|(wave, satisfied)| LastTime { wave, satisfied });
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

impl Page for Welcome {
    const TEMPLATE: &'static str = "answering/welcome.html";
    const EVERY_LANGUAGE: bool = true;
}

/// What the first page says beside the visit.
pub struct Offer {
    /// The services of the campaign.
    services: Arc<Services>,
    /// Those that cannot be added.
    out: BTreeSet<SupplierCode>,
    minutes: f64,
    /// There is a page for the team of the person's own service.
    has_mirror: bool,
    occasion: Option<Told>,
}

impl Offer {
    pub fn read(conn: &mut Conn, visit: &Visit) -> Result<Self> {
        let (asked, services) = (visit.asked(conn)?, visit.services(conn)?);
        let out = asked.exceptions.of(conn, &visit.found.invitation)?;
        let proposed = visit.found.invitation.proposed();
        let minutes: f64 = proposed.iter().map(|code| asked.minutes(code, visit.language)).sum();
        let mirror = visit.team().map_or(&[][..], |team| asked.mirror(team));
        let minutes = minutes + longest_path_minutes(mirror);
        let occasion = Told::of(conn, &visit.found.campaign, visit.language)?;
        Ok(Self { services, out, minutes, has_mirror: !mirror.is_empty(), occasion })
    }
}

pub fn show(req: &HttpRequest, visit: &Visit, offer: &Offer) -> Answer {
    let (language, draft) = (visit.language, &visit.draft);
    let asked_of_them = visit.found.invitation.proposed();
    let is_proposed = |supplier: &Supplier| asked_of_them.contains(&supplier.code);
    let list = || offer.services.iter().filter(|(row, _)| !offer.out.contains(&row.supplier));
    let view = |proposed: bool| -> Vec<Service> {
        let ticked = |code: &SupplierCode| draft.chosen.as_ref().map_or(proposed, |chosen| chosen.contains(code));
        list()
            .filter(|(_, supplier)| is_proposed(supplier) == proposed)
            .map(|(_, supplier)| Service::of(supplier, language, ticked(&supplier.code)))
            .collect()
    };
    let proposed = view(true);
    let names: Vec<String> = proposed.iter().map(|service| service.in_sentence.clone()).collect();
    let news = list()
        .filter(|(_, supplier)| is_proposed(supplier))
        .filter_map(|(row, supplier)| News::of(row, supplier, language))
        .collect();
    let campaign = &visit.found.campaign;
    let page = Welcome {
        path: String::new(),
        keep: visit.keep(),
        language,
        others: view(false),
        names: words::capitalised(&words::list(language, &names)),
        proposed,
        minutes: format!("{:.0}", f64::ceil(offer.minutes).max(1.0)).parse().unwrap_or(1),
        closes_on: campaign.closes_on,
        promise: Promise::of(visit),
        news,
        has_draft: !draft.is_blank(),
        team: own_service(visit, offer),
        fewest: mirror::FEWEST,
        occasion: offer.occasion.clone(),
    };
    let with_link = || Welcome { path: visit.path(""), ..page.clone() };
    if draft.chosen.is_none() && !draft.outside {
        return visit.common_page(req, &page, with_link);
    }
    visit.page(req, &with_link(), StatusCode::OK)
}

/// What their own service is called, where its team is asked.
fn own_service(visit: &Visit, offer: &Offer) -> Option<String> {
    let team = visit.team().filter(|_| offer.has_mirror)?;
    let (_, supplier) = offer.services.iter().find(|(row, _)| row.supplier == *team)?;
    Some(supplier.in_sentence(visit.language).to_owned())
}

/// The services ticked: keeps them in the draft and goes to the first one.
pub async fn choose(req: HttpRequest, OpenFields(fields): OpenFields) -> Answer {
    let language = Language::parse(&fields.text("language")?);
    let wanted: BTreeSet<String> = fields.all("service").into_iter().collect();
    let done = rewrite(&req, move |conn, visit| {
        visit.language = language.unwrap_or(visit.language);
        let (asked, proposed) = (visit.asked(conn)?, visit.found.invitation.proposed());
        let out = asked.exceptions.of(conn, &visit.found.invitation)?;
        let taken = |code: &&SupplierCode| wanted.contains(code.as_str()) && !out.contains(*code);
        let mut chosen: Vec<SupplierCode> = asked.services().filter(taken).cloned().collect();
        chosen.sort_by_key(|code| !proposed.contains(code));
        visit.draft.chosen = Some(chosen);
        let next = if visit.pages(&asked).is_empty() { "/check" } else { "/1" };
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
    let done = rewrite(&req, move |conn, visit| {
        visit.draft.outside = outside;
        visit.turns_back();
        visit.save(conn)
    });
    match done.await {
        Ok((visit, ())) => visit.leads(""),
        Err(answer) => answer,
    }
}
