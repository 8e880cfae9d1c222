//! Where sign-in leads: what awaits this person, by role. Never a dead end.

use std::sync::Arc;

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::overview::Overview;
use super::rows::Share;
use crate::aggregation::figure::ALL;
use crate::aggregation::store as publications;
use crate::app::{App, Settings, audit};
use crate::campaign::occasion::{ChosenBy, Occasion, store as occasions};
use crate::campaign::opening::newcomers;
use crate::campaign::pages::rates::total_rate;
use crate::campaign::{Campaign, State, mailing, participation, store as campaigns};
use crate::clock::{Day, Moment};
use crate::comments::store as comments;
use crate::db::{self, ids::SupplierCode};
use crate::error::{Result, Say};
use crate::jobs::Health;
use crate::mail::bounces::Returned;
use crate::organisation::{store as organisation, waiting as arrivals};
use crate::progress::{self, store::Scope};
use crate::questionnaire::{OVERALL, State as Version, store as questionnaires};
use crate::render::words::capitalised;
use crate::render::{Language, Page};
use crate::web::{self, Answer, Fields, Hr, Role, Staff, Who, redirect_saying};

#[cfg(debug_assertions)]
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
    late: Vec<LateAction>,
    /// What this person moderates and waits.
    to_moderate: Vec<ToModerate>,
    /// HR: services with comments still to be read by somebody.
    waiting: Vec<Waiting>,
    /// Who reads all results: the latest wave.
    overview: Option<Arc<Overview>>,
    /// HR: campaigns that open soon, by id, code and day.
    planned: Vec<(String, String, Day)>,
    /// What heads propose to ask between two quarters, which HR has not opened: id, and what it is about.
    proposed: Vec<(String, String)>,
    /// HR and administrators of a new barometer: what stands already.
    steps: Vec<SetupStep>,
    /// Whether tasks and mail run; all is well for those who can do nothing about it.
    health: Health,
    /// HR and administrators: changes that came by a door and wait for a yes.
    arrivals: i64,
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
    /// With today.
    days_left: i64,
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
    supplier: SupplierCode,
    name: String,
    held: i64,
    /// Since the oldest of their campaigns was closed.
    since: Option<Day>,
    /// Who may read them; empty is a fault.
    readers: Vec<String>,
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
    let (reader, inside) = (who.clone(), app.clone());
    let page = app
        .db
        .read(move |conn| {
            let now = db::now(conn, &inside.clock)?;
            read(conn, &inside, &reader, now)
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

fn read(conn: &mut crate::db::Conn, app: &App, who: &Who, now: Moment) -> Result<Home> {
    let (today, zone) = (app.today(), &app.config.time_zone);
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
    let shown = |one: &Campaign| one.kind.is_quarter() || who.has(Role::Hr);
    for campaign in campaigns::in_state(conn, State::Open)?.into_iter().filter(shown) {
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
            days_left: (campaign.closes_on.0 - today.0).num_days() + 1,
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
    let steps = match published.is_empty() {
        true if who.has(Role::Hr) || who.has(Role::Admin) => setup(conn, who)?,
        _ => Vec::new(),
    };
    let overview = if who.reads_all() { Some(Overview::kept(conn, app, who, None)?) } else { None };
    let proposed = if who.has(Role::Hr) { proposed(conn, who.language)? } else { Vec::new() };
    let planned = if who.has(Role::Hr) { campaigns::in_state(conn, State::Scheduled)? } else { Vec::new() };
    Ok(Home {
        overview,
        proposed,
        planned: planned.into_iter().map(|campaign| (campaign.id.0, campaign.code, campaign.opens_on)).collect(),
        name: who.name.clone(),
        services,
        open,
        halted: if who.has(Role::Hr) { halted(conn)? } else { Vec::new() },
        hr: who.has(Role::Hr),
        late,
        to_moderate: to_moderate(conn, who)?,
        waiting: if who.has(Role::Hr) { waiting(conn, who.language, zone)? } else { Vec::new() },
        steps,
        arrivals: if who.has(Role::Hr) || who.has(Role::Admin) { arrivals::count(conn)? } else { 0 },
        returned: if who.has(Role::Hr) || who.has(Role::Admin) { Returned::of(conn, None, zone)? } else { None },
        health: if who.has(Role::Admin) { Health::of(conn, now)? } else { Health { no_worker: false, overdue: 0 } },
    })
}

fn proposed(conn: &mut crate::db::Conn, language: Language) -> Result<Vec<(String, String)>> {
    let waits = |one: &(Campaign, Occasion)| one.0.state == State::Draft && one.1.chosen_by == ChosenBy::Head;
    let list = occasions::all(conn)?.into_iter().filter(waits);
    Ok(list.map(|(campaign, one)| (campaign.id.0, capitalised(one.words.pick(language)))).collect())
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
fn waiting(conn: &mut crate::db::Conn, language: Language, zone: &TimeZone) -> Result<Vec<Waiting>> {
    let mut list = Vec::new();
    for supplier in organisation::suppliers(conn)? {
        let mut waves = comments::waves(conn, &supplier.code)?;
        waves.retain(|wave| wave.held > 0);
        let Some(oldest) = waves.last() else { continue };
        let closed = campaigns::campaign_by_code(conn, &oldest.code)?.closed_at;
        let mut readers = Vec::new();
        for id in comments::moderators(conn, &supplier.code)? {
            readers.push(organisation::person(conn, &id)?.name);
        }
        list.push(Waiting {
            name: supplier.name(language).to_owned(),
            held: waves.iter().map(|wave| wave.held).sum(),
            since: closed.map(|at| at.day_in(zone)),
            readers,
            supplier: supplier.code,
        });
    }
    Ok(list)
}

/// HR asks those who read a service's comments once more.
pub async fn remind(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let supplier = SupplierCode(web::part(&req, "supplier")?);
    let inside = app.clone();
    let new = app
        .db
        .write(move |conn| {
            organisation::supplier(conn, &supplier)?;
            let now = db::now(conn, &inside.clock)?;
            let new = crate::comments::mails::enqueue_again(conn, &supplier, inside.today(), now)?;
            if new > 0 {
                audit(conn, &inside.clock, Some(&who.person), "comments-reminded", supplier.as_str())?;
            }
            Ok(new)
        })
        .await?;
    let said = if new > 0 {
        Say::new("flash-comments-reminded").with("n", new)
    } else {
        Say::new("flash-comments-reminded-before")
    };
    redirect_saying("/", &said)
}

/// The way to a first campaign, with what is behind us: what an administrator does, then what HR does.
fn setup(conn: &mut crate::db::Conn, who: &Who) -> Result<Vec<SetupStep>> {
    let mut steps = Vec::new();
    if who.has(Role::Admin) {
        let settings = Settings::load(conn)?;
        let told = [&settings.organisation, &settings.hr_contact, &settings.controller, &settings.dpo_contact];
        steps.push(SetupStep {
            words: "setup-settings",
            href: "/settings",
            done: told.iter().all(|text| !text.is_empty()),
        });
        steps.push(SetupStep { words: "setup-hr", href: "/people", done: organisation::is_granted(conn, Role::Hr)? });
    }
    if who.has(Role::Hr) {
        steps.extend(setup_hr(conn)?);
    }
    Ok(if steps.iter().all(|step| step.done) { Vec::new() } else { steps })
}

fn setup_hr(conn: &mut crate::db::Conn) -> Result<Vec<SetupStep>> {
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
