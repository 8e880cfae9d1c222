//! "You said, we do": the page that gives back to those who were asked, one per campaign and client group.
//!
//! Read only, without an account or a cookie: its unguessable address is the key. It lives until a later campaign is
//! published. It reads the publication and the visible texts of actions, nothing else, and never says why a figure
//! is absent.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use diesel::prelude::*;
use serde::Serialize;

use super::store::{self, Subjects};
use super::{Action, OVERALL, Status};
use crate::aggregation::store::{ALL, Published, published};
use crate::app::{App, LinkKey, token_hash};
use crate::campaign::{self, Campaign};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode};
use crate::db::schema::feedback_pages;
use crate::error::{Result, Say};
use crate::organisation::{self, Supplier};
use crate::render::{Language, Page};
use crate::web::{self, Answer};

fn token(key: &LinkKey, campaign: &CampaignId, group: &GroupCode) -> String {
    key.token("feedback", &format!("{campaign}/{group}"))
}

/// Where a group's page is: what a link of a closed campaign leads to.
pub fn path(app: &App, campaign: &CampaignId, group: &GroupCode) -> String {
    format!("/f/{}", token(&app.link_key, campaign, group))
}

/// The address of a group's page, for mails.
pub fn link(app: &App, campaign: &CampaignId, group: &GroupCode) -> String {
    app.link(&path(app, campaign, group))
}

/// Makes the page of every client group; again: nothing new.
pub fn create_pages(conn: &mut Conn, key: &LinkKey, campaign: &Campaign) -> Result<()> {
    for group in campaign::store::client_groups(conn, &campaign.id)? {
        let values = (
            feedback_pages::campaign.eq(&campaign.id),
            feedback_pages::client_group.eq(&group.code),
            feedback_pages::token_hash.eq(token_hash(&token(key, &campaign.id, &group.code))),
        );
        crate::on_each!(conn, c => diesel::insert_into(feedback_pages::table)
            .values(values)
            .on_conflict((feedback_pages::campaign, feedback_pages::client_group))
            .do_nothing()
            .execute(c))?;
    }
    Ok(())
}

/// A share of favourable opinions as everyone may read it.
#[derive(Debug, Clone, Serialize)]
pub struct Share {
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    n: Option<i32>,
}

fn share(figures: &Published, group: &str, subject: &str) -> Option<Share> {
    let figure = figures.get(group, subject, "satisfied").filter(|figure| figure.shown)?;
    Some(Share { value: figure.value?, low: figure.low, high: figure.high, n: figure.n })
}

#[derive(Debug, Clone, Serialize)]
pub struct Doing {
    text: String,
    /// `since`, `from`, `done` or `decided`: words of the page.
    when: &'static str,
    day: Option<Day>,
}

impl Doing {
    /// What stands in an example of a mail: decided, with these words.
    pub(super) fn example(text: String) -> Self {
        Self { text, when: "decided", day: None }
    }

    /// Nothing where nothing is said to respondents.
    pub(super) fn of(action: &Action, language: Language, today: Day) -> Option<Self> {
        let text = language.pick(&action.public_fr, &action.public_en).to_owned();
        let (when, day) = match (action.status, action.starts_on, action.done_on) {
            (Status::Done | Status::Verified, _, day) => ("done", day),
            (Status::InProgress, Some(day), _) if day <= today => ("since", Some(day)),
            (Status::Accepted, Some(day), _) if day > today => ("from", Some(day)),
            _ => ("decided", None),
        };
        let when = if day.is_none() && when == "done" { "finished" } else { when };
        (!text.is_empty()).then_some(Self { text, when, day })
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Service {
    code: String,
    name: String,
    everyone: Option<Share>,
    group: Option<Share>,
    strong: Vec<String>,
    weak: Vec<String>,
    doing: Vec<Doing>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FeedbackPage {
    wave: String,
    group: String,
    /// Whether any figure of the group's own is shown; without, the page does not mention the group's figures.
    has_group: bool,
    threshold: i32,
    /// A file of the answers was handed to somebody.
    file: Option<Say>,
    services: Vec<Service>,
}

impl Page for FeedbackPage {
    const TEMPLATE: &'static str = "progress/feedback.html";
    fn samples() -> Vec<Self> {
        let share = |value| Some(Share { value, low: Some(0.5), high: Some(0.73), n: Some(61) });
        let day = Day::parse("2026-02-01");
        let doing = |when, day| Doing { text: "Un accusé de réception part désormais.".to_owned(), when, day };
        let full = Service {
            code: "it".to_owned(),
            name: "Informatique".to_owned(),
            everyone: share(0.62),
            group: share(0.58),
            strong: vec!["Écoute et accueil".to_owned(), "Fiabilité et qualité".to_owned()],
            weak: vec!["Réactivité".to_owned(), "Suivi et information".to_owned()],
            doing: vec![
                doing("since", day),
                doing("from", day),
                doing("done", day),
                doing("finished", None),
                doing("decided", None),
            ],
        };
        let bare = Service {
            code: "hr".to_owned(),
            name: "Ressources humaines".to_owned(),
            everyone: None,
            group: None,
            strong: Vec::new(),
            weak: Vec::new(),
            doing: Vec::new(),
        };
        let page = |services, has_group| Self {
            wave: "2026-Q1".to_owned(),
            group: "Production".to_owned(),
            has_group,
            threshold: 5,
            file: has_group.then(|| Say::new("promise-file").with("to", "l'institut Cassini")),
            services,
        };
        vec![page(vec![full.clone(), bare.clone()], true), page(vec![full, bare], false), page(Vec::new(), false)]
    }
}

/// What an address says whose campaign was followed by another: kind, and leading nowhere.
#[derive(Debug, Clone, Serialize)]
pub struct PastPage {
    wave: String,
}

impl Page for PastPage {
    const TEMPLATE: &'static str = "progress/feedback_past.html";
    fn samples() -> Vec<Self> {
        vec![Self { wave: "2026-Q1".to_owned() }]
    }
}

enum Found {
    Current(FeedbackPage),
    Past(PastPage),
}

/// GET /f/{token}
pub async fn show(req: HttpRequest) -> Answer {
    let (app, language) = (web::app(&req)?, web::reader_language(&req).await);
    let (hash, today) = (token_hash(&web::part(&req, "token")?), app.today());
    match app.db.read(move |conn| find(conn, &hash, language, today)).await? {
        Found::Current(page) => web::public_page(&req, &app, language, &page).await,
        Found::Past(page) => {
            let mut response = web::public_page(&req, &app, language, &page).await?;
            *response.status_mut() = StatusCode::GONE;
            Ok(response)
        }
    }
}

fn find(conn: &mut Conn, hash: &str, language: Language, today: Day) -> Result<Found> {
    let (campaign, group): (CampaignId, GroupCode) = feedback_pages::table
        .filter(feedback_pages::token_hash.eq(hash))
        .select((feedback_pages::campaign, feedback_pages::client_group))
        .first(conn)?;
    let waves = campaign::store::published(conn)?;
    let wave = waves.iter().find(|wave| wave.id == campaign).ok_or(crate::error::Error::NotFound)?;
    if waves.iter().any(|other| other.opens_on > wave.opens_on) {
        return Ok(Found::Past(PastPage { wave: wave.code.clone() }));
    }
    let groups = campaign::store::client_groups(conn, &campaign)?;
    let name = groups.into_iter().find(|g| g.code == group).map(|g| g.name).unwrap_or_default();
    let subjects = store::subjects(conn, std::slice::from_ref(&campaign))?;
    let mut services = Vec::new();
    for part in campaign::store::campaign_suppliers(conn, &campaign)? {
        let supplier = organisation::store::supplier(conn, &part.supplier)?;
        let figures = published(conn, &campaign, &part.supplier)?;
        let doing = store::public_actions(conn, &part.supplier)?;
        let doing = doing.iter().filter_map(|action| Doing::of(action, language, today)).collect();
        services.push(service(&supplier, &figures, &group, &campaign, &subjects, language, doing));
    }
    services.sort_by(|a, b| a.name.cmp(&b.name));
    let has_group = services.iter().any(|service| service.group.is_some());
    Ok(Found::Current(FeedbackPage {
        wave: wave.code.clone(),
        group: name,
        has_group,
        threshold: wave.threshold,
        file: wave.file_promise(),
        services,
    }))
}

fn service(
    supplier: &Supplier,
    figures: &Published,
    group: &GroupCode,
    campaign: &CampaignId,
    subjects: &Subjects,
    language: Language,
    doing: Vec<Doing>,
) -> Service {
    let mut ranked: Vec<(f64, String)> = subjects
        .of(campaign, &supplier.code)
        .filter_map(|subject| {
            Some((figures.value(subject, "satisfied")?, subjects.name(language, campaign, &supplier.code, subject)))
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    // With fewer than four, the same dimension would be called strong and weak.
    let (strong, weak) = if ranked.len() < 4 {
        (Vec::new(), Vec::new())
    } else {
        let name = |(_, name): &(f64, String)| name.clone();
        (ranked.iter().take(2).map(name).collect(), ranked.iter().rev().take(2).map(name).collect())
    };
    Service {
        code: supplier.code.0.clone(),
        name: supplier.name(language).to_owned(),
        everyone: share(figures, ALL, OVERALL),
        group: share(figures, group.as_str(), OVERALL),
        strong,
        weak,
        doing,
    }
}
