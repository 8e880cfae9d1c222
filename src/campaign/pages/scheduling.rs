//! A campaign in preparation is told to open by itself, or not to.

use actix_web::HttpRequest;

use super::{Setback, id, path, refuse};
use crate::app::{App, audit};
use crate::campaign::check::{self, Level};
use crate::campaign::occasion::prepare;
use crate::campaign::{State, store};
use crate::db::ids::CampaignId;
use crate::error::{Error, Result, Say};
use crate::render::Language;
use crate::web::{self, Answer, Fields, Hr, Seen, redirect_saying};

/// Programmes the opening on its date; refused while something would stop it then.
pub async fn schedule(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let seen = Seen::given(&form)?;
    let (of, by, clock, today) = (id.clone(), who.person.clone(), app.clock.clone(), app.today());
    let outcome = app
        .db
        .write(move |conn| {
            let campaign = store::hold(conn, &of)?;
            prepare::as_seen(conn, &campaign, seen.as_deref())?;
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
