//! POST /actions/{id}/origins, …/origins/{place}/removal: what made an action besides its first figure.

use actix_web::HttpRequest;

use super::action::view;
use super::seen;
use crate::db::ids::ActionId;
use crate::error::{Error, Say};
use crate::progress::Event;
use crate::progress::origins::{IDEA, idea, named};
use crate::progress::store::history;
use crate::progress::store::origins::{self, MOST};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, Staff};

pub async fn add(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = ActionId(web::part(&req, "id")?);
    let (value, words) = (fields.optional("origin")?, clean_line(&fields.text("idea")?));
    let (today, now, zone, by) = (app.today(), app.clock.now(), app.config.time_zone.clone(), who.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let action = seen(conn, &by, &id)?;
            if !by.heads(&action.supplier) {
                return Err(Error::Forbidden);
            }
            let long = words.chars().count() > IDEA;
            let origin = match value {
                Some(value) => named(conn, &id, &action.supplier, &value, by.language)?,
                None => Some(idea(&id, words.clone())).filter(|_| !words.is_empty() && !long),
            };
            let fault = match origin {
                None if long => Some(Say::new("form-too-long").with("limit", IDEA)),
                None => Some(Say::new("action-error-origin")),
                Some(origin) => match origins::add(conn, origin)? {
                    true => None,
                    false => Some(Say::new("action-error-origin-again").with("most", MOST)),
                },
            };
            if let Some(fault) = fault {
                return Ok(Err(view(conn, &by, &action, today, &zone, None)?.with_idea(words, fault)));
            }
            history::note(conn, &id, now, Some(&by.person), Event::Edited, "origins")?;
            Ok(Ok(action))
        })
        .await?;
    match outcome {
        Ok(action) => {
            let say = Say::new("flash-action-saved").with("reference", action.reference());
            web::redirect_saying(&format!("/actions/{}", action.id), &say)
        }
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

pub async fn remove(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = ActionId(web::part(&req, "id")?);
    let place: i32 = web::part(&req, "place")?.parse().map_err(|_| Error::NotFound)?;
    let (now, by) = (app.clock.now(), who.clone());
    let action = app
        .db
        .write(move |conn| {
            let action = seen(conn, &by, &id)?;
            if !by.heads(&action.supplier) {
                return Err(Error::Forbidden);
            }
            if origins::remove(conn, &id, place)? {
                history::note(conn, &id, now, Some(&by.person), Event::Edited, "origins")?;
            }
            Ok(action)
        })
        .await?;
    let say = Say::new("flash-action-saved").with("reference", action.reference());
    web::redirect_saying(&format!("/actions/{}", action.id), &say)
}
