//! HR's pages of campaigns: the list, the settings, the groups, the launch check, what happens while one is open, and
//! its end. They show counts of the day, never a live one, and never who answered.

pub mod close;
pub mod codes;
pub mod edit;
pub mod follow;
pub mod groups;
pub mod guest;
pub mod invited;
pub mod launch;
pub mod life;
pub mod list;
pub mod mailing;
mod proposal;
pub mod rates;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;

pub use close::ClosePage;
pub use edit::EditPage;
pub use follow::FollowPage;
pub use groups::GroupsPage;
pub use launch::LaunchPage;
pub use list::ListPage;

use super::{Campaign, State, store};
use crate::app::{App, audit};
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::{Result, Say};
use crate::render::{Language, Page};
use crate::web::{self, Answer, Who};

/// The campaign the path names; whether there is one shows when it is read.
pub fn id(req: &HttpRequest) -> Result<CampaignId> {
    Ok(CampaignId(web::part(req, "id")?))
}

pub fn path(id: &CampaignId) -> String {
    format!("/campaigns/{id}")
}

/// Why a step was refused, and what was typed for it.
#[derive(Debug, Clone, Default)]
pub struct Setback {
    pub fault: Option<Say>,
    pub typed: String,
    pub extension: Option<life::Typed>,
}

impl Setback {
    pub fn of(fault: Say) -> Self {
        Self { fault: Some(fault), ..Self::default() }
    }

    fn frozen() -> Self {
        Self::of(Say::new("campaign-fault-frozen"))
    }
}

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
        State::Open => Screen::Follow(Box::new(follow::view(conn, app, campaign, language, handed.outlook, setback)?)),
        State::Closed | State::Published => Screen::Close(close::view(conn, app, campaign, language, handed, setback)?),
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

/// A form's own page again, with what is wrong.
async fn unsaved<P: Page>(req: &HttpRequest, app: &App, who: &Who, page: &P) -> Answer {
    let mut response = web::page(req, app, who, page).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// The names of a campaign's suppliers.
fn services(conn: &mut Conn, campaign: &CampaignId, language: Language) -> Result<Vec<String>> {
    let list = store::services(conn, campaign)?;
    Ok(list.into_iter().map(|(_, supplier)| supplier.name(language).to_owned()).collect())
}
