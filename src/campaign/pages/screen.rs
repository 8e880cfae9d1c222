//! A campaign's own page, and how it comes back when a step was refused.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;

use super::shared::Setback;
use super::{ClosePage, FollowPage, LaunchPage, close, follow, launch};
use crate::app::{App, audit};
use crate::campaign::{Campaign, State, store};
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::Result;
use crate::render::Language;
use crate::web::{self, Answer, Who};

/// A campaign's own page: what it shows goes with its state.
pub enum Screen {
    Launch(LaunchPage),
    Follow(Box<FollowPage>),
    Close(ClosePage),
}

/// What the roof hands over, as it comes later on the way of the data.
#[derive(Default)]
pub struct Handed {
    /// The publication's.
    pub fingerprint: Option<String>,
    pub forecaster: Option<launch::Forecaster>,
    /// No figure of the published wave can be shown.
    pub nothing: bool,
    /// What a closing today would show; see [`follow::Closer`].
    pub outlook: Option<follow::Closer>,
    /// Draws how participation grew.
    pub course: Option<follow::Drawer>,
}

/// The page of a campaign.
pub fn screen(
    conn: &mut Conn,
    app: &App,
    campaign: &Campaign,
    language: Language,
    handed: Handed,
    setback: Setback,
) -> Result<Screen> {
    Ok(match campaign.state {
        State::Draft | State::Scheduled => {
            Screen::Launch(launch::view(conn, app, campaign, language, handed.forecaster, setback)?)
        }
        State::Open => Screen::Follow(Box::new(follow::view(
            conn,
            app,
            campaign,
            language,
            (handed.outlook, handed.course),
            setback,
        )?)),
        State::Closed | State::Published => Screen::Close(close::view(
            conn,
            app,
            campaign,
            language,
            (handed.fingerprint, handed.nothing, handed.course),
            setback,
        )?),
    })
}

pub async fn answer(req: &HttpRequest, app: &App, who: &Who, screen: &Screen) -> Answer {
    match screen {
        Screen::Launch(page) => web::page(req, app, who, page).await,
        Screen::Follow(page) => web::page(req, app, who, &**page).await,
        Screen::Close(page) => web::page(req, app, who, page).await,
    }
}

/// The page of the campaign as it stands, saying why the step was not taken.
pub async fn turn_away(req: &HttpRequest, app: &App, who: &Who, id: CampaignId, setback: Setback) -> Answer {
    let (inside, language) = (app.clone(), who.language);
    let screen = app
        .db
        .read(move |conn| {
            let campaign = store::campaign(conn, &id)?;
            screen(conn, &inside, &campaign, language, Handed::default(), setback)
        })
        .await?;
    let mut response = answer(req, app, who, &screen).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// As [`turn_away`], for a step that somebody tried to take: the audit log keeps it.
pub async fn refuse(req: &HttpRequest, app: &App, who: &Who, id: CampaignId, step: &str, setback: Setback) -> Answer {
    let (by, clock, of) = (who.person.clone(), app.clock.clone(), id.clone());
    let why = setback.fault.as_ref().map_or("", |say| say.key);
    let detail = format!("{step}: {why}");
    app.db
        .write(move |conn| {
            let campaign = store::campaign(conn, &of)?;
            audit(conn, &clock, Some(&by), "campaign-refused", &format!("{} {detail}", campaign.code))
        })
        .await?;
    turn_away(req, app, who, id, setback).await
}
