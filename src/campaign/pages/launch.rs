//! A campaign in preparation: its settings, everything that would go wrong, the mail people will get, and the steps
//! to opening. Nothing is programmed while the check finds a blocking point.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;

use super::{Setback, id, path, refuse, services};
use crate::app::{App, audit};
use crate::campaign::check::{self, Level};
use crate::campaign::mailing::{self, Plan, When};
use crate::campaign::{Campaign, State, mails, opening, participation, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode};
use crate::error::{Error, Result, Say};
use crate::render::{Language, Page};
use crate::web::{self, Answer, Fields, Hr, redirect_saying};

#[derive(Debug, Clone, Serialize)]
struct Check {
    level: Level,
    say: Say,
    /// Where to put it right.
    href: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct GroupLine {
    name: String,
    people: i32,
    small: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Mail {
    to: String,
    subject: String,
    text: String,
}

/// How much of something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    Hidden,
    /// Mean and share only.
    Value,
    Everything,
}

/// What a head would see at one participation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outlook {
    pub percent: u32,
    /// For all clients together.
    pub total: Extent,
    /// Groups shown with mean and share at least.
    pub values: usize,
    /// Those of them shown with everything.
    pub levels: usize,
    /// The names of the others.
    pub hidden: Vec<String>,
    /// A file of the answers is handed out: no figure by group.
    pub no_groups: bool,
}

/// The launch forecast of one supplier, computed by the roof with the rule of the publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Forecast {
    pub supplier: String,
    /// Groups it would be proposed to.
    pub groups: usize,
    pub at: Vec<Outlook>,
}

/// Participation at which a head should see something by group.
const FAIR_PERCENT: u32 = 60;

impl Forecast {
    /// At a fair participation, groups there are and none is shown, though it is not for a file of the answers.
    fn is_bare(&self) -> bool {
        let bare = |outlook: &Outlook| outlook.percent == FAIR_PERCENT && outlook.values == 0 && !outlook.no_groups;
        self.groups > 0 && self.at.iter().any(bare)
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct LaunchPage {
    id: CampaignId,
    code: String,
    scheduled: bool,
    /// The opening date has come.
    due: bool,
    opens_on: Day,
    closes_on: Day,
    reminders: Vec<Day>,
    threshold: i32,
    levels_threshold: i32,
    comments_threshold: i32,
    /// What the promise says of the file of the answers.
    file: Option<Say>,
    services: Vec<String>,
    groups: Vec<GroupLine>,
    people: usize,
    checks: Vec<Check>,
    stops: usize,
    forecast: Vec<Forecast>,
    /// Suppliers of whom nothing would be shown by group at 60 %.
    bare: Vec<String>,
    mail: Option<Mail>,
    /// When the invitations would have left.
    plan: Plan,
    fault: Option<Say>,
}

/// A forecast whose every cell is filled, as an example.
fn forecast_sample() -> Vec<Forecast> {
    let outlook = |percent, total, values, levels, hidden: &[&str]| Outlook {
        percent,
        total,
        values,
        levels,
        hidden: hidden.iter().map(|name| (*name).to_owned()).collect(),
        no_groups: false,
    };
    let few = [
        outlook(40, Extent::Hidden, 0, 0, &["Production", "Achats"]),
        outlook(60, Extent::Value, 0, 0, &["Production", "Achats"]),
        outlook(80, Extent::Everything, 1, 0, &["Achats"]),
    ];
    let many = [
        outlook(40, Extent::Everything, 2, 1, &[]),
        outlook(60, Extent::Everything, 2, 2, &[]),
        Outlook { no_groups: true, ..outlook(80, Extent::Everything, 0, 0, &[]) },
    ];
    let forecast =
        |supplier: &str, at: &[Outlook]| Forecast { supplier: supplier.to_owned(), groups: 2, at: at.to_vec() };
    vec![forecast("Informatique", &few), forecast("Ressources humaines", &many)]
}

impl Page for LaunchPage {
    const TEMPLATE: &'static str = "campaign/launch.html";
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let check = |level, say, href: Option<&str>| Check { level, say, href: href.map(ToOwned::to_owned) };
        let end = When { day: day("2026-03-02"), hour: "14".to_owned(), minute: "34".to_owned() };
        let ready = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            scheduled: false,
            due: false,
            opens_on: day("2026-03-02"),
            closes_on: day("2026-03-18"),
            reminders: vec![day("2026-03-06"), day("2026-03-12")],
            threshold: 5,
            levels_threshold: 10,
            comments_threshold: 10,
            file: Some(Say::new("promise-file").with("to", "l'institut Cassini")),
            services: vec!["Informatique".to_owned(), "Ressources humaines".to_owned()],
            groups: vec![
                GroupLine { name: "Production".to_owned(), people: 46, small: false },
                GroupLine { name: "Achats".to_owned(), people: 8, small: true },
            ],
            people: 54,
            checks: vec![
                check(Level::See, Say::new("check-no-moderator").with("name", "Informatique"), Some("/people")),
                check(Level::Ok, Say::new("check-length").with("minutes", 4), None),
            ],
            stops: 0,
            forecast: forecast_sample(),
            bare: vec!["Informatique".to_owned()],
            mail: Some(Mail {
                to: "Ana Lopes <ana@example.org>".to_owned(),
                subject: "Votre avis sur deux services".to_owned(),
                text: "Bonjour Ana,\n\nhttps://example.org/r/exemple".to_owned(),
            }),
            plan: Plan { people: 54, end: Some(end), per_minute: Some(30), per_day: Some(10_000) },
            fault: None,
        };
        let blocked = Self {
            checks: vec![check(Level::Stop, Say::new("check-no-supplier"), Some("/campaigns/0c/edit"))],
            stops: 1,
            people: 0,
            services: Vec::new(),
            groups: Vec::new(),
            reminders: Vec::new(),
            forecast: Vec::new(),
            bare: Vec::new(),
            mail: None,
            plan: Plan { people: 0, end: None, per_minute: None, per_day: None },
            file: None,
            fault: Some(Say::new("campaign-fault-not-ready")),
            ..ready.clone()
        };
        let scheduled = Self { scheduled: true, ..ready.clone() };
        let never = Plan { people: 54, end: None, per_minute: None, per_day: None };
        let due = Self { due: true, plan: never, ..ready.clone() };
        let stuck = Self { scheduled: true, fault: None, ..blocked.clone() };
        vec![ready, blocked, scheduled, due, stuck]
    }
}

/// Computes the forecast for the people who would be invited; from the roof, as the rule comes later on the way of
/// the data.
pub type Forecaster = fn(&mut Conn, &Campaign, &[opening::Guest], Language) -> Result<Vec<Forecast>>;

pub fn view(
    conn: &mut Conn,
    app: &App,
    campaign: &Campaign,
    language: Language,
    forecaster: Option<Forecaster>,
    setback: Setback,
) -> Result<LaunchPage> {
    let today = app.today();
    let roll = opening::roll(conn, campaign, today)?;
    let lines = check::lines_of(conn, campaign, &roll, today, language)?;
    let stops = lines.iter().filter(|line| line.level == Level::Stop).count();
    let to_check =
        |line: check::Line| Check { href: remedy(&campaign.id, line.say.key), level: line.level, say: line.say };
    let mail = mails::preview(app, conn, campaign, &roll.guests)?.map(|message| Mail {
        to: format!("{} <{}>", message.to_name, message.to_address),
        subject: message.subject,
        text: message.text,
    });
    let guests = roll.guests;
    let people = guests.len();
    let forecast = match forecaster {
        Some(forecaster) => forecaster(conn, campaign, &guests, language)?,
        None => Vec::new(),
    };
    Ok(LaunchPage {
        id: campaign.id.clone(),
        code: campaign.code.clone(),
        scheduled: campaign.state == State::Scheduled,
        due: campaign.opens_on <= today,
        opens_on: campaign.opens_on,
        closes_on: campaign.closes_on,
        reminders: campaign.reminder_days(),
        threshold: campaign.threshold,
        levels_threshold: campaign.levels_threshold,
        comments_threshold: campaign.comments_threshold,
        file: campaign.file_promise(),
        services: services(conn, &campaign.id, language)?,
        groups: group_lines(conn, campaign, &guests)?,
        people,
        checks: lines.into_iter().map(to_check).collect(),
        stops,
        bare: forecast.iter().filter(|one| one.is_bare()).map(|one| one.supplier.clone()).collect(),
        forecast,
        mail,
        plan: mailing::plan(conn, app, campaign, guests.iter().filter(|guest| !guest.draws_a_code()).count())?,
        fault: setback.fault,
    })
}

fn group_lines(conn: &mut Conn, campaign: &Campaign, guests: &[opening::Guest]) -> Result<Vec<GroupLine>> {
    let mut sizes: BTreeMap<&GroupCode, i32> = BTreeMap::new();
    for guest in guests {
        *sizes.entry(&guest.group).or_default() += 1;
    }
    let groups = store::client_groups(conn, &campaign.id)?;
    Ok(groups
        .into_iter()
        .map(|group| {
            let people = sizes.get(&group.code).copied().unwrap_or(0);
            GroupLine { name: group.name, people, small: people < participation::SMALLEST_GROUP }
        })
        .collect())
}

/// The page on which a line of the check is put right.
fn remedy(id: &CampaignId, key: &str) -> Option<String> {
    Some(match key {
        "check-no-questionnaire" | "check-missing-language" | "check-long" => "/questionnaires".to_owned(),
        "check-no-clients" | "check-nobody" => "/suppliers".to_owned(),
        "check-no-head" | "check-no-moderator" => "/people".to_owned(),
        "check-small-group" | "check-without-group" => format!("{}/groups", path(id)),
        "check-no-supplier"
        | "check-closing-passed"
        | "check-weekend"
        | "check-file"
        | "check-window-short"
        | "check-window-long"
        | "check-august"
        | "check-christmas"
        | "check-informed-missing"
        | "check-informed-late"
        | "check-few-staff"
        | "check-few-staff-near" => format!("{}/edit", path(id)),
        fault if fault.starts_with("campaign-fault-") => format!("{}/edit", path(id)),
        _ => return None,
    })
}

/// Programmes the opening on its date; refused while something would stop it then.
pub async fn schedule(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let (of, by, clock, today) = (id.clone(), who.person.clone(), app.clock.clone(), app.today());
    let outcome = app
        .db
        .write(move |conn| {
            let campaign = store::hold(conn, &of)?;
            if check::lines(conn, &campaign, today, Language::Fr)?.iter().any(|line| line.level == Level::Stop) {
                return Err(Error::invalid("campaign-fault-not-ready"));
            }
            store::advance(conn, &of, State::Draft, State::Scheduled)?;
            audit(conn, &clock, Some(&by), "campaign-scheduled", &format!("{} {}", campaign.code, campaign.opens_on))
        })
        .await;
    settle(&req, &app, &who, id, "scheduling", outcome, "flash-campaign-scheduled").await
}

/// Takes a programmed opening back.
pub async fn unschedule(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let (of, by, clock) = (id.clone(), who.person.clone(), app.clock.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let campaign = store::hold(conn, &of)?;
            store::advance(conn, &of, State::Scheduled, State::Draft)?;
            audit(conn, &clock, Some(&by), "campaign-unscheduled", &campaign.code)
        })
        .await;
    settle(&req, &app, &who, id, "unscheduling", outcome, "flash-campaign-unscheduled").await
}

async fn settle(
    req: &HttpRequest,
    app: &App,
    who: &web::Who,
    id: CampaignId,
    step: &str,
    outcome: Result<()>,
    done: &'static str,
) -> Answer {
    match outcome {
        Err(Error::Invalid(fault)) => refuse(req, app, who, id, step, Setback::of(fault)).await,
        other => {
            other?;
            redirect_saying(&path(&id), &Say::new(done))
        }
    }
}
