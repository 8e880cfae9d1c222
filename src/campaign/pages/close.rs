//! A campaign that takes no more answers: being published, or published, with the ways to what it brought.

use std::cmp::Ordering;

use serde::Serialize;

use super::follow::{self, Drawer};
use super::rates::Participation;
use super::{Setback, about, services};
use crate::app::App;
use crate::campaign::calendar::Calendar;
use crate::campaign::mailing::Sending;
use crate::campaign::{Campaign, closing};
use crate::clock::Day;
use crate::db::ids::CampaignId;
use crate::db::{self, Conn};
use crate::error::{Result, Say};
use crate::jobs;
use crate::mail::Kind;
use crate::mail::store::Course;
use crate::render::{Language, Page};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct ClosePage {
    id: CampaignId,
    code: String,
    /// What it was about, where it was asked between two quarters.
    about: Option<String>,
    published: bool,
    opened_on: Option<Day>,
    closed_on: Option<Day>,
    published_on: Option<Day>,
    fingerprint: Option<String>,
    services: Vec<String>,
    threshold: i32,
    /// The way to the results, until the last step is done.
    steps: Vec<Step>,
    /// Nobody is there to take the next step.
    no_worker: bool,
    /// The last try of the next step failed; it is tried again each minute.
    failed: bool,
    /// The last count of who answered.
    participation: Option<Participation>,
    /// How it grew over the days.
    course: Option<follow::Course>,
    /// The way of the results mails, or of those that say which actions moved; none when there is neither.
    mails: Option<Sending>,
    /// They are of the second kind.
    moved: bool,
    /// When those who were asked are told, or were; nothing for a wave brought from elsewhere.
    announce: Option<Announce>,
    fault: Option<Say>,
}

#[derive(Debug, Clone, Serialize)]
struct Announce {
    on: Option<Day>,
    done: bool,
    /// HR may tell them now.
    ready: bool,
    /// Nothing can be shown.
    nothing: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Step {
    words: &'static str,
    /// `done`, `now` or empty.
    state: &'static str,
}

/// The steps of a publication that stands at `stage`; none once all are done.
fn steps(stage: &str) -> Vec<Step> {
    const WORDS: [&str; 5] = [
        "campaign-step-closing",
        "campaign-step-deciding",
        "campaign-step-sealing",
        "campaign-step-counting",
        "campaign-step-telling",
    ];
    let now = match stage {
        "closed" => 1,
        "decided" | "flags" => 2,
        "sealed" => 3,
        "published" => 4,
        _ => return Vec::new(),
    };
    let state = |place: usize| match place.cmp(&now) {
        Ordering::Less => "done",
        Ordering::Equal => "now",
        Ordering::Greater => "",
    };
    WORDS.iter().enumerate().map(|(place, words)| Step { words, state: state(place) }).collect()
}

impl Page for ClosePage {
    const TEMPLATE: &'static str = "campaign/close.html";
}

pub fn view(
    conn: &mut Conn,
    app: &App,
    campaign: &Campaign,
    language: Language,
    (fingerprint, nothing, drawer): (Option<String>, bool, Option<Drawer>),
    setback: Setback,
) -> Result<ClosePage> {
    let zone = &app.config.time_zone;
    let now = db::now(conn, &app.clock)?;
    let steps = steps(&campaign.stage);
    let task = jobs::store::row(conn, closing::TASK)?;
    let mut mails = Sending::of(conn, app, &campaign.id, Kind::Results)?;
    // Weeks later; by then the results have left.
    let later = Sending::of(conn, app, &campaign.id, Kind::Moved)?;
    let moved = later.all > 0 && mails.waiting == 0;
    if moved {
        mails = later;
    }
    let announce = Announce {
        on: campaign.announce_on(Calendar::load(conn)?, zone),
        done: campaign.is_announced(),
        ready: steps.is_empty() && !campaign.is_announced(),
        nothing,
    };
    Ok(ClosePage {
        announce: Some(announce)
            .filter(|_| campaign.is_published() && !campaign.imported && campaign.kind.is_quarter()),
        id: campaign.id.clone(),
        code: campaign.code.clone(),
        about: about(conn, campaign, language)?,
        published: campaign.is_published(),
        opened_on: campaign.opened_at.map(|at| at.day_in(zone)),
        closed_on: campaign.closed_at.map(|_| campaign.last_day(zone)),
        published_on: campaign.published_at.map(|at| at.day_in(zone)),
        fingerprint,
        services: services(conn, &campaign.id, language)?,
        threshold: campaign.threshold,
        no_worker: !steps.is_empty() && jobs::store::living(conn, now)?.is_empty(),
        failed: !steps.is_empty() && task.is_some_and(|row| row.failed() && !row.is_running(now)),
        steps,
        participation: Participation::of(conn, campaign)?,
        course: drawer
            .filter(|_| campaign.kind.is_quarter())
            .map(|drawer| drawer(conn, campaign, language))
            .transpose()?
            .flatten(),
        moved,
        mails: Some(mails).filter(|mails| mails.all > 0 || mails.course != Course::Running),
        fault: setback.fault,
    })
}
