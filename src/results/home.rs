//! Where sign-in leads: what awaits this person, by role. Never a dead end.

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::rows::Share;
use crate::aggregation::figure::ALL;
use crate::aggregation::store as publications;
use crate::campaign::opening::newcomers;
use crate::campaign::pages::rates::total_rate;
use crate::campaign::{State, mailing, participation, store as campaigns};
use crate::clock::{Day, Moment};
use crate::comments::store as comments;
use crate::db::{self, ids::SupplierCode};
use crate::error::Result;
use crate::jobs::Health;
use crate::mail::bounces::Returned;
use crate::organisation::store as organisation;
use crate::progress::{self, store::Scope};
use crate::questionnaire::{OVERALL, State as Version, store as questionnaires};
use crate::render::{Language, Page};
use crate::web::{self, Answer, Role, Staff, Who};

#[cfg(feature = "samples")]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct Home {
    name: String,
    /// Suppliers this person heads.
    services: Vec<ServiceCard>,
    open: Vec<OpenCampaign>,
    /// HR: campaigns whose mails the program held, by id and code.
    halted: Vec<(String, String)>,
    hr: bool,
    admin: bool,
    reads_all: bool,
    late: Vec<LateAction>,
    /// What this person moderates and waits.
    to_moderate: Vec<ToModerate>,
    /// HR: services with comments still to be read by somebody.
    waiting: Vec<Waiting>,
    /// HR and administrators of a new barometer: what stands already.
    steps: Vec<SetupStep>,
    /// Whether tasks and mail run; all is well for those who can do nothing about it.
    health: Health,
    /// HR and administrators: returned mail that could be tied to no mail.
    returned: Option<Returned>,
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
    /// Comments of its latest wave are still being read.
    waiting: bool,
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
    /// HR: people who came since the opening and are not invited yet.
    newcomers: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct ToModerate {
    supplier: SupplierCode,
    name: String,
    wave: String,
    held: i64,
}

#[derive(Debug, Clone, Serialize)]
pub struct Waiting {
    name: String,
    /// Nobody may read them.
    nobody: bool,
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
}

pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (reader, today, clock, zone) = (who.clone(), app.today(), app.clock.clone(), app.config.time_zone.clone());
    let page = app
        .db
        .read(move |conn| {
            let now = db::now(conn, &clock)?;
            read(conn, &reader, today, now, &zone)
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

fn read(conn: &mut crate::db::Conn, who: &Who, today: Day, now: Moment, zone: &TimeZone) -> Result<Home> {
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
            waiting: false,
        };
        if let Some(latest) = questionnaires::latest(conn, &supplier.code)? {
            card.has_questionnaire = true;
            card.is_draft = latest.state == Version::Draft;
        }
        for campaign in published.iter().rev() {
            let figures = publications::published(conn, &campaign.id, &supplier.code)?;
            if !figures.is_empty() {
                card.wave = Some(campaign.code.clone());
                card.waiting = publications::opens_comments(conn, campaign, &supplier.code)?
                    && comments::is_waiting(conn, &campaign.id, &supplier.code)?;
                card.satisfied = Share::of(figures.get(ALL, OVERALL, "satisfied"));
                card.change = figures.word(OVERALL, "change_verdict").map(ToOwned::to_owned);
                break;
            }
        }
        services.push(card);
    }
    let mut open = Vec::new();
    for campaign in campaigns::in_state(conn, State::Open)? {
        let newcomers = if who.has(Role::Hr) && today <= campaign.closes_on {
            newcomers(conn, &campaign, today)?.guests.len()
        } else {
            0
        };
        let counts = participation::latest(conn, &campaign.id)?;
        // The same rule as the campaign's own page: never within one of nobody or everybody.
        let total = total_rate(&counts).and(counts.iter().find(|count| count.client_group.as_str() == ALL));
        open.push(OpenCampaign {
            newcomers,
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
        halted: if who.has(Role::Hr) { halted(conn)? } else { Vec::new() },
        hr: who.has(Role::Hr),
        admin: who.has(Role::Admin),
        reads_all: who.reads_all(),
        late,
        to_moderate: to_moderate(conn, who)?,
        waiting: if who.has(Role::Hr) { waiting(conn, who.language)? } else { Vec::new() },
        steps,
        returned: if who.has(Role::Hr) || who.has(Role::Admin) { Returned::of(conn, None, zone)? } else { None },
        health: if who.has(Role::Admin) { Health::of(conn, now)? } else { Health { no_worker: false, overdue: 0 } },
    })
}

fn halted(conn: &mut crate::db::Conn) -> Result<Vec<(String, String)>> {
    Ok(mailing::halted(conn)?.into_iter().map(|campaign| (campaign.id.0, campaign.code)).collect())
}

/// What waits for this person as a moderator, latest waves first.
fn to_moderate(conn: &mut crate::db::Conn, who: &Who) -> Result<Vec<ToModerate>> {
    if !who.has(Role::Moderator) {
        return Ok(Vec::new());
    }
    let mut list = Vec::new();
    for supplier in comments::moderated_by(conn, who)? {
        for wave in comments::waves(conn, &supplier.code)?.into_iter().filter(|wave| wave.held > 0) {
            let name = supplier.name(who.language).to_owned();
            list.push(ToModerate { supplier: supplier.code.clone(), name, wave: wave.code, held: wave.held });
        }
    }
    Ok(list)
}

/// Services with comments nobody has read yet, for those who see to it that somebody does.
fn waiting(conn: &mut crate::db::Conn, language: Language) -> Result<Vec<Waiting>> {
    let mut list = Vec::new();
    for supplier in organisation::suppliers(conn)? {
        if comments::waves(conn, &supplier.code)?.iter().any(|wave| wave.held > 0) {
            let nobody = comments::moderators(conn, &supplier.code)?.is_empty();
            list.push(Waiting { name: supplier.name(language).to_owned(), nobody });
        }
    }
    Ok(list)
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
    let steps = vec![
        SetupStep { words: "setup-people", href: "/people", done: people },
        SetupStep { words: "setup-suppliers", href: "/suppliers", done: !suppliers.is_empty() && relations },
        SetupStep { words: "setup-questionnaires", href: "/questionnaires", done: asked },
        SetupStep { words: "setup-campaign", href: "/campaigns", done: campaigns },
    ];
    Ok(if steps.iter().all(|step| step.done) { Vec::new() } else { steps })
}
