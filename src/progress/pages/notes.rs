//! POST /actions/{id}/notes: words about how an action goes, by those who have to do with it; kept in its history.

use actix_web::HttpRequest;

use super::action::{view, writes};
use super::seen;
use crate::db::ids::ActionId;
use crate::error::{Error, Say};
use crate::progress::Event;
use crate::progress::store::{self, history};
use crate::web::{self, Answer, Fields, Staff};

const NOTE: usize = 1000;

fn read(text: &str) -> std::result::Result<(), Say> {
    match text.chars().count() {
        0 => Err(Say::new("action-error-note")),
        long if long > NOTE => Err(Say::new("action-error-words-long").with("most", NOTE)),
        _ => Ok(()),
    }
}

pub async fn write(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, typed) = (ActionId(web::part(&req, "id")?), fields.text("note")?);
    let (today, now, zone, by) = (app.today(), app.clock.now(), app.config.time_zone.clone(), who.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let action = seen(conn, &by, &id)?;
            let helping = store::contributors(conn, std::slice::from_ref(&id))?.remove(&id).unwrap_or_default();
            if !writes(&by, &action, &helping) {
                return Err(Error::Forbidden);
            }
            Ok(match read(&typed) {
                Ok(()) => {
                    history::note(conn, &id, now, Some(&by.person), Event::Noted, &typed)?;
                    Ok(action)
                }
                Err(say) => Err(view(conn, &by, &action, today, &zone, None)?.with_note(typed, say)),
            })
        })
        .await?;
    match outcome {
        Ok(action) => {
            let say = Say::new("flash-action-noted").with("reference", action.reference());
            web::redirect_saying(&format!("/actions/{}", action.id), &say)
        }
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}
