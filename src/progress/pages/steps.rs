//! POST /actions/{id}/acceptance, /start, /suspension, /completion, /abandonment, /verification: a change of state is a
//! resource. A step that cannot be taken shows the action again and says why; what was typed stays.

use actix_web::HttpRequest;

use super::action::{Refusal, view};
use super::seen;
use crate::clock::Day;
use crate::db::ids::ActionId;
use crate::error::{Error, Result, Say};
use crate::progress::store::{self, Move, history};
use crate::progress::{Action, Step, Verdict};
use crate::render::Undo;
use crate::render::words::say;
use crate::web::{self, Answer, Fields, Staff, Who};

const REASON: usize = 1000;

/// POST /actions/{id}/{step}
pub async fn take(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = ActionId(web::part(&req, "id")?);
    let step = Step::parse(&web::part(&req, "step")?).ok_or(Error::NotFound)?;
    let (today, now, zone) = (app.today(), app.clock.now(), app.config.time_zone.clone());
    let (by, typed) = (who.clone(), typed(step, &fields)?);
    let outcome = app
        .db
        .write(move |conn| {
            let action = seen(conn, &by, &id)?;
            may(&by, &action, step)?;
            let refused = match read(step, &typed, today, &action, &by) {
                Err(say) => say,
                Ok(step) if store::take(conn, &action, &step, &by.person, today, now)? => {
                    let line = history::last_line(conn, &action.id)?;
                    return Ok(Ok((action, line)));
                }
                Ok(_) => wrong_step(&action, &by),
            };
            let action = store::action(conn, &id)?;
            view(conn, &by, &action, today, &zone, Some(Refusal { step, say: refused, typed })).map(Err)
        })
        .await?;
    match outcome {
        Ok((action, line)) => {
            let key = match step {
                Step::Accept => "flash-action-accepted",
                Step::Start => "flash-action-started",
                Step::Suspend => "flash-action-suspended",
                Step::Complete => "flash-action-done",
                Step::Abandon => "flash-action-abandoned",
                Step::Verify => "flash-action-verified",
            };
            let say = Say::new(key).with("reference", action.reference());
            let page = format!("/actions/{}", action.id);
            web::redirect_offering(&page, &say, &Undo::new(format!("{page}/undo"), line))
        }
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// POST /actions/{id}/undo: takes back one's own last step, while it is the last thing that happened.
pub async fn undo(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, line, now) = (ActionId(web::part(&req, "id")?), fields.text("line")?, app.clock.now());
    let (action, undone) = app
        .db
        .write(move |conn| {
            let action = seen(conn, &who, &id)?;
            if !who.heads(&action.supplier) && action.owner != who.person {
                return Err(Error::Forbidden);
            }
            let undone = history::undo(conn, &id, &line, &who.person, now)?;
            Ok((action, undone))
        })
        .await?;
    let key = if undone { "flash-action-undone" } else { "flash-action-not-undone" };
    let say = Say::new(key).with("reference", action.reference());
    web::redirect_saying(&format!("/actions/{}", action.id), &say)
}

fn may(who: &Who, action: &Action, step: Step) -> Result<()> {
    let owner = action.owner == who.person && step.is_for_owner();
    if who.heads(&action.supplier) || owner { Ok(()) } else { Err(Error::Forbidden) }
}

/// The one thing a step asks for.
fn typed(step: Step, fields: &Fields) -> Result<String> {
    match step {
        Step::Complete => fields.text("done_on"),
        Step::Abandon => fields.text("reason"),
        Step::Verify => fields.text("verdict"),
        Step::Accept | Step::Start | Step::Suspend => Ok(String::new()),
    }
}

fn read(step: Step, typed: &str, today: Day, action: &Action, who: &Who) -> std::result::Result<Move, Say> {
    if step.from(action.status).is_none() {
        return Err(wrong_step(action, who));
    }
    let plain = Move { step, done_on: None, reason: None, verdict: None };
    match step {
        Step::Accept | Step::Start | Step::Suspend => Ok(plain),
        Step::Complete if typed.is_empty() => Ok(Move { done_on: Some(today), ..plain }),
        Step::Complete => match Day::parse(typed) {
            None => Err(Say::new("action-error-day")),
            Some(day) if day > today => Err(Say::new("action-error-done-future")),
            Some(day) => Ok(Move { done_on: Some(day), ..plain }),
        },
        Step::Abandon if typed.is_empty() => Err(Say::new("action-error-reason")),
        Step::Abandon if typed.chars().count() > REASON => {
            Err(Say::new("action-error-reason-long").with("most", REASON))
        }
        Step::Abandon => Ok(Move { reason: Some(typed.to_owned()), ..plain }),
        Step::Verify => match Verdict::parse(typed) {
            None => Err(Say::new("action-error-verdict")),
            verdict => Ok(Move { verdict, ..plain }),
        },
    }
}

fn wrong_step(action: &Action, who: &Who) -> Say {
    let key = match action.status {
        crate::progress::Status::Proposed => "action-status-proposed",
        crate::progress::Status::Accepted => "action-status-accepted",
        crate::progress::Status::InProgress => "action-status-in_progress",
        crate::progress::Status::Suspended => "action-status-suspended",
        crate::progress::Status::Done => "action-status-done",
        crate::progress::Status::Verified => "action-status-verified",
        crate::progress::Status::Abandoned => "action-status-abandoned",
    };
    Say::new("action-error-step").with("status", say(who.language, &Say::new(key)))
}
