//! HR holds, resumes or ends a campaign's mails. What is being sent at that moment still leaves.

use actix_web::HttpRequest;

use super::{Setback, id, path, refuse};
use crate::app::{App, audit};
use crate::campaign::{Campaign, State, store};
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::{Error, Result, Say};
use crate::mail::outbox;
use crate::mail::store::{Course, steer};
use crate::web::{self, Answer, Fields, Hr, Who, redirect_saying};

pub async fn pause(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    step(&req, &who, "mails-paused", |conn, campaign| {
        steer(conn, &campaign.id, &[Course::Running], Course::Paused)?;
        Ok((Say::new("flash-mails-paused"), String::new()))
    })
    .await
}

pub async fn resume(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    step(&req, &who, "mails-resumed", |conn, campaign| {
        steer(conn, &campaign.id, &[Course::Paused, Course::Halted], Course::Running)?;
        Ok((Say::new("flash-mails-resumed"), String::new()))
    })
    .await
}

pub async fn stop(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    step(&req, &who, "mails-stopped", |conn, campaign| {
        let dropped = outbox::stop(conn, &campaign.id)?;
        Ok((Say::new("flash-mails-stopped").with("n", dropped), format!(" {dropped}")))
    })
    .await
}

/// Takes a step, with its line in the audit log; refused before the campaign opens, when there is no mail.
async fn step(
    req: &HttpRequest,
    who: &Who,
    event: &'static str,
    work: impl FnOnce(&mut Conn, &Campaign) -> Result<(Say, String)> + Send + 'static,
) -> Answer {
    let app: App = web::app(req)?;
    let id: CampaignId = id(req)?;
    let (of, by, clock) = (id.clone(), who.person.clone(), app.clock.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let campaign = store::campaign(conn, &of)?;
            if matches!(campaign.state, State::Draft | State::Scheduled) {
                return Err(Error::invalid("campaign-fault-not-open"));
            }
            let (said, more) = work(conn, &campaign)?;
            audit(conn, &clock, Some(&by), event, &format!("{}{more}", campaign.code))?;
            Ok(said)
        })
        .await;
    match outcome {
        Ok(said) => redirect_saying(&format!("{}#mails", path(&id)), &said),
        Err(Error::Invalid(fault)) => refuse(req, &app, who, id, event, Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}
