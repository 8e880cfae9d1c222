//! A campaign in preparation: its settings, everything that would go wrong, the mail people will get, and the steps
//! to opening. Nothing is programmed while the check finds a blocking point.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Setback, about, path, services};
use crate::app::App;
use crate::campaign::check::{self, Level};
use crate::campaign::mailing::{self, Plan};
use crate::campaign::occasion::prepare;
use crate::campaign::{Campaign, State, mails, participation, roll, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode};
use crate::error::{Result, Say};
use crate::render::{Language, Page};
use crate::web::Seen;

#[cfg(debug_assertions)]
mod samples;

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
    /// What it is about, where it is asked between two quarters.
    about: Option<String>,
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
    /// How many would be asked if it opened now; none where it may not.
    now: Option<usize>,
    checks: Vec<Check>,
    stops: usize,
    forecast: Vec<Forecast>,
    /// Suppliers of whom nothing would be shown by group at 60 %.
    bare: Vec<String>,
    mail: Option<Mail>,
    /// When the invitations would have left.
    plan: Plan,
    /// Of what is asked between two quarters: a head may change it until HR decides.
    seen: Seen,
    fault: Option<Say>,
}

impl Page for LaunchPage {
    const TEMPLATE: &'static str = "campaign/launch.html";
}

/// Computes the forecast for the people who would be invited; from the roof, as the rule comes later on the way of
/// the data.
pub type Forecaster = fn(&mut Conn, &Campaign, &[roll::Guest], Language) -> Result<Vec<Forecast>>;

pub fn view(
    conn: &mut Conn,
    app: &App,
    campaign: &Campaign,
    language: Language,
    forecaster: Option<Forecaster>,
    setback: Setback,
) -> Result<LaunchPage> {
    let today = app.today();
    let roll = roll::roll(conn, campaign, today)?;
    let lines = check::lines_of(conn, campaign, &roll, today, language)?;
    let stops = lines.iter().filter(|line| line.level == Level::Stop).count();
    let now = match campaign.kind.is_quarter() || campaign.opens_on <= today {
        true => Some(roll.guests.len()),
        false => now(conn, campaign, today, language)?,
    };
    let to_check = |line: check::Line| Check { href: remedy(campaign, line.say.key), level: line.level, say: line.say };
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
        about: about(conn, campaign, language)?,
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
        now,
        checks: lines.into_iter().map(to_check).collect(),
        stops,
        bare: forecast.iter().filter(|one| one.is_bare()).map(|one| one.supplier.clone()).collect(),
        forecast,
        mail,
        plan: mailing::plan(conn, app, campaign, guests.iter().filter(|guest| !guest.draws_a_code()).count())?,
        seen: match campaign.kind.is_quarter() {
            true => Seen::default(),
            false => prepare::mark(conn, campaign)?,
        },
        fault: setback.fault,
    })
}

/// How many an occasion would ask today, before its day; none where something stops it.
fn now(conn: &mut Conn, campaign: &Campaign, today: Day, language: Language) -> Result<Option<usize>> {
    let early = Campaign { opens_on: today, ..campaign.clone() };
    let roll = roll::roll(conn, &early, today)?;
    let lines = check::lines_of(conn, &early, &roll, today, language)?;
    Ok(lines.iter().all(|line| line.level != Level::Stop).then_some(roll.guests.len()))
}

fn group_lines(conn: &mut Conn, campaign: &Campaign, guests: &[roll::Guest]) -> Result<Vec<GroupLine>> {
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
fn remedy(campaign: &Campaign, key: &str) -> Option<String> {
    let id = &campaign.id;
    if !campaign.kind.is_quarter() && (key == "check-closing-passed" || key.starts_with("campaign-fault-")) {
        return Some(format!("/occasions/{id}"));
    }
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
        "occasion-fault-days"
        | "occasion-check-quiet"
        | "occasion-check-inactive"
        | "occasion-check-charter"
        | "occasion-check-cold"
        | "occasion-check-groups-changed"
        | "occasion-check-nobody"
        | "occasion-check-no-question"
        | "occasion-check-language" => format!("/occasions/{id}"),
        fault if fault.starts_with("campaign-fault-") => format!("{}/edit", path(id)),
        _ => return None,
    })
}
