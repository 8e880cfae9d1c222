//! Where sign-in leads: what awaits this person, by role. Never a dead end.

use actix_web::HttpRequest;
use serde::Serialize;

use super::quarter::Share;
use crate::aggregation::store::{self as publications, ALL};
use crate::campaign::pages::follow::total_rate;
use crate::campaign::{State, participation, store as campaigns};
use crate::clock::Day;
use crate::error::Result;
use crate::organisation::store as organisation;
use crate::progress::{self, store::Scope};
use crate::questionnaire::{OVERALL, State as Version, store as questionnaires};
use crate::render::Page;
use crate::web::{self, Answer, Role, Staff, Who};

#[derive(Debug, Clone, Serialize)]
pub struct Home {
    name: String,
    /// Suppliers this person heads.
    services: Vec<ServiceCard>,
    open: Vec<OpenCampaign>,
    hr: bool,
    admin: bool,
    reads_all: bool,
    late: Vec<LateAction>,
    /// HR and administrators of a new barometer: what stands already.
    steps: Vec<SetupStep>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ServiceCard {
    code: String,
    name: String,
    wave: Option<String>,
    satisfied: Option<Share>,
    change: Option<String>,
    has_questionnaire: bool,
    is_draft: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct OpenCampaign {
    id: String,
    code: String,
    closes_on: Day,
    /// Of the latest daily count.
    day: Option<Day>,
    invited: i32,
    sendings: i32,
}

#[derive(Debug, Clone, Serialize)]
pub struct LateAction {
    id: String,
    title: String,
    due_on: Day,
}

#[derive(Debug, Clone, Serialize)]
pub struct SetupStep {
    words: &'static str,
    href: &'static str,
    done: bool,
}

impl Page for Home {
    const TEMPLATE: &'static str = "results/home.html";
    fn samples() -> Vec<Self> {
        let day = Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN));
        let card = |change: Option<&str>, draft: bool| ServiceCard {
            code: "it".to_owned(),
            name: "Informatique".to_owned(),
            wave: change.map(|_| "2026-Q1".to_owned()),
            satisfied: change.map(|_| Share { value: 0.62, low: Some(0.5), high: Some(0.73), n: 61 }),
            change: change.map(ToOwned::to_owned),
            has_questionnaire: !draft,
            is_draft: draft,
        };
        let changes = ["up", "down", "slight", "not_shown", "too_few", "not_comparable"];
        let mut services: Vec<ServiceCard> = changes.iter().map(|change| card(Some(change), false)).collect();
        services.push(card(None, true));
        services.push(ServiceCard { is_draft: false, has_questionnaire: false, ..card(None, true) });
        let open = |day| OpenCampaign {
            id: "c".to_owned(),
            code: "2026-Q2".to_owned(),
            closes_on: Day::parse("2026-06-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            day,
            invited: 240,
            sendings: 100,
        };
        let full = Self {
            name: "Ana".to_owned(),
            services,
            open: vec![open(Some(day)), open(None)],
            hr: true,
            admin: true,
            reads_all: true,
            late: vec![LateAction { id: "a".to_owned(), title: "Accusé de réception".to_owned(), due_on: day }],
            steps: vec![SetupStep { words: "setup-people", href: "/people", done: true }],
        };
        let bare = Self {
            services: Vec::new(),
            open: Vec::new(),
            hr: false,
            admin: false,
            reads_all: false,
            late: Vec::new(),
            steps: Vec::new(),
            ..full.clone()
        };
        vec![full, bare]
    }
}

pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (reader, today) = (who.clone(), app.today());
    let page = app.db.read(move |conn| read(conn, &reader, today)).await?;
    web::page(&req, &app, &who, &page).await
}

fn read(conn: &mut crate::db::Conn, who: &Who, today: Day) -> Result<Home> {
    let mut services = Vec::new();
    let published = campaigns::published(conn)?;
    for supplier in organisation::suppliers(conn)?.into_iter().filter(|supplier| who.heads(&supplier.code)) {
        let mut card = ServiceCard {
            code: supplier.code.0.clone(),
            name: supplier.name(who.language).to_owned(),
            wave: None,
            satisfied: None,
            change: None,
            has_questionnaire: false,
            is_draft: false,
        };
        if let Some(latest) = questionnaires::latest(conn, &supplier.code)? {
            card.has_questionnaire = true;
            card.is_draft = latest.state == Version::Draft;
        }
        for campaign in published.iter().rev() {
            let figures = publications::published(conn, &campaign.id, &supplier.code)?;
            if !figures.is_empty() {
                card.wave = Some(campaign.code.clone());
                card.satisfied = Share::of(figures.get(ALL, OVERALL, "satisfied"));
                card.change = figures.word(OVERALL, "change_verdict").map(ToOwned::to_owned);
                break;
            }
        }
        services.push(card);
    }
    let mut open = Vec::new();
    for campaign in campaigns::in_state(conn, State::Open)? {
        let counts = participation::latest(conn, &campaign.id)?;
        // The same rule as the campaign's own page: never within one of nobody or everybody.
        let total = total_rate(&counts).and(counts.iter().find(|count| count.client_group.as_str() == ALL));
        open.push(OpenCampaign {
            id: campaign.id.0,
            code: campaign.code,
            closes_on: campaign.closes_on,
            day: total.map(|count| count.day),
            invited: total.map_or(0, |count| count.invited),
            sendings: total.map_or(0, |count| count.sendings),
        });
    }
    let mine = |action: &progress::Action| who.heads(&action.supplier) || action.owner == who.person;
    let mut late: Vec<LateAction> = progress::store::actions(conn, &Scope::All)?
        .into_iter()
        .filter(|action| action.is_late(today) && mine(action))
        .map(|action| LateAction { id: action.id.0, title: action.title, due_on: action.due_on })
        .collect();
    late.sort_by_key(|action| action.due_on);
    let steps = if who.has(Role::Hr) && published.is_empty() { setup(conn)? } else { Vec::new() };
    Ok(Home {
        name: who.name.clone(),
        services,
        open,
        hr: who.has(Role::Hr),
        admin: who.has(Role::Admin),
        reads_all: who.reads_all(),
        late,
        steps,
    })
}

/// The way to a first campaign, with what is behind us.
fn setup(conn: &mut crate::db::Conn) -> Result<Vec<SetupStep>> {
    let people = organisation::people(conn)?.len() > 1;
    let suppliers = organisation::suppliers(conn)?;
    let relations = !organisation::relations(conn)?.is_empty();
    let mut asked = !suppliers.is_empty();
    for supplier in &suppliers {
        asked = asked && questionnaires::latest(conn, &supplier.code)?.is_some();
    }
    let campaigns = !campaigns::campaigns(conn)?.is_empty();
    Ok(vec![
        SetupStep { words: "setup-people", href: "/people", done: people },
        SetupStep { words: "setup-suppliers", href: "/suppliers", done: !suppliers.is_empty() && relations },
        SetupStep { words: "setup-questionnaires", href: "/questionnaires", done: asked },
        SetupStep { words: "setup-campaign", href: "/campaigns", done: campaigns },
    ])
}
