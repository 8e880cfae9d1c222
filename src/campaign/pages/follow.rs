//! An open campaign: how far the mails are, who could not be reached, how many have answered, and the way to close
//! it. Counts are those of the day, by the rules of participation; reminders show their dates only, because how many
//! were written would tell how many links are unused.

use serde::Serialize;

use super::changes::{Extension, Newcomers};
use super::invited::{Line, lines};
use super::launch::Forecast;
use super::rates::Participation;
use super::{Setback, about, services};
use crate::app::App;
use crate::campaign::mailing::Sending;
use crate::campaign::{Campaign, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::{Result, Say};
use crate::mail::bounces::Returned;
use crate::mail::{Kind, outbox};
use crate::render::{Language, Page};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct Reminder {
    day: Day,
    past: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct FollowPage {
    id: CampaignId,
    code: String,
    /// What it is about, where it is asked between two quarters.
    about: Option<String>,
    opened_on: Option<Day>,
    closes_on: Day,
    services: Vec<String>,
    mails: Sending,
    /// What matters now is whether the mails leave: they come before the participation.
    mails_first: bool,
    reminders: Vec<Reminder>,
    participation: Option<Participation>,
    course: Option<Course>,
    /// The first of them, and how many there are.
    unreached: Vec<Line>,
    unreached_all: usize,
    /// The steps beside them can be taken.
    open: bool,
    /// Invitations that a restore held; none when it held nothing of this campaign.
    held: Option<i64>,
    /// Returned mail since the opening that could be tied to no mail.
    returned: Option<Returned>,
    /// Slips to be printed.
    codes: i64,
    /// The closing announced first, where it was put off.
    extended_from: Option<Day>,
    /// None on the days after the last: the campaign is about to close.
    extension: Option<Extension>,
    newcomers: Newcomers,
    /// What a closing now would show.
    closing: Option<Closing>,
    fault: Option<Say>,
    /// The form it is about.
    at: Option<&'static str>,
    typed: String,
}

/// What closing now would show, by the last count of participation: service by service.
#[derive(Debug, Clone, Serialize)]
pub struct Closing {
    /// Of the last count; none before it, or while it may not be shown.
    pub day: Option<Day>,
    pub sendings: i32,
    pub invited: i32,
    pub services: Vec<Forecast>,
    /// Nothing of any service would be shown.
    pub nothing: bool,
    /// Nothing of these would.
    pub bare: Vec<String>,
}

/// How participation grew over the working days, beside the campaigns before: this one first.
#[derive(Debug, Clone, Serialize)]
pub struct Course {
    pub svg: Option<String>,
    pub narrow: Option<String>,
    /// Some reminder is marked.
    pub reminders: bool,
    pub lines: Vec<CourseLine>,
}

#[derive(Debug, Clone, Serialize)]
pub struct CourseLine {
    pub code: String,
    /// Working day and share of those invited.
    pub points: Vec<(u32, f64)>,
}

/// The roof's: it draws.
pub type Drawer = fn(&mut Conn, &Campaign, Language) -> Result<Option<Course>>;

/// The roof's: it knows the rule of the publication.
pub type Closer = fn(&mut Conn, &Campaign, Language) -> Result<Closing>;

impl Page for FollowPage {
    const TEMPLATE: &'static str = "campaign/follow.html";
}

/// So many of those who could not be reached stand on the campaign's own page.
const FIRST: usize = 10;

pub fn view(
    conn: &mut Conn,
    app: &App,
    campaign: &Campaign,
    language: Language,
    (closer, drawer): (Option<Closer>, Option<Drawer>),
    setback: Setback,
) -> Result<FollowPage> {
    let today = app.today();
    let at = match (&setback.fault, &setback.extension) {
        (Some(_), Some(_)) => Some("extension"),
        (Some(_), None) if !setback.typed.is_empty() => Some("closure"),
        _ => None,
    };
    let unreached = lines(conn, app, &campaign.id, true)?;
    let unreached_all = unreached.len();
    let mails = Sending::of(conn, app, &campaign.id, Kind::Invitation)?;
    let participation = Participation::of(conn, campaign)?;
    let (held, any) = outbox::held(conn, &campaign.id)?;
    let reminders = campaign.reminder_days().into_iter().map(|day| Reminder { day, past: day <= today }).collect();
    Ok(FollowPage {
        id: campaign.id.clone(),
        code: campaign.code.clone(),
        about: about(conn, campaign, language)?,
        opened_on: campaign.opened_at.map(|at| at.day_in(&app.config.time_zone)),
        closes_on: campaign.closes_on,
        services: services(conn, &campaign.id, language)?,
        mails_first: mails.waiting > 0 || participation.as_ref().is_none_or(|counts| counts.total.is_none()),
        mails,
        reminders,
        participation,
        course: drawer
            .filter(|_| campaign.kind.is_quarter())
            .map(|drawer| drawer(conn, campaign, language))
            .transpose()?
            .flatten(),
        unreached: unreached.into_iter().take(FIRST).collect(),
        unreached_all,
        open: true,
        held: any.then_some(held),
        returned: Returned::of(conn, campaign.opened_at, &app.config.time_zone)?,
        codes: store::slips_count(conn, &campaign.id)?,
        extended_from: campaign.extended_from,
        extension: if today <= campaign.closes_on && campaign.kind.is_quarter() {
            Some(Extension::of(conn, app, campaign, setback.extension)?)
        } else {
            None
        },
        newcomers: if today <= campaign.closes_on {
            Newcomers::of(conn, campaign, today)?
        } else {
            Newcomers::default()
        },
        closing: closer.map(|closer| closer(conn, campaign, language)).transpose()?,
        fault: setback.fault,
        at,
        typed: setback.typed,
    })
}
