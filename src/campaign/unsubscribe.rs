//! "No more reminders for this campaign": a page with one button, and the post behind it, which mail programs also send
//! by themselves (RFC 8058). It stops reminders and nothing else: the person's link works as before. Looking writes
//! nothing, because mail scanners look.

use actix_web::HttpRequest;
use serde::Serialize;
use subtle::ConstantTimeEq;

use super::{Invitation, State, store};
use crate::app::{App, LinkKey};
use crate::db::Conn;
use crate::db::ids::{CampaignId, InvitationId, PersonId};
use crate::error::{Error, Result};
use crate::render::Page;
use crate::web::{self, Answer};

#[cfg(debug_assertions)]
mod samples;

/// The path behind "no more reminders": the invitation's key, and what only the link key makes of it. Nothing of it
/// opens the questionnaire, and a link issued anew leaves it as it is.
pub fn path(key: &LinkKey, invitation: &InvitationId) -> String {
    format!("/unsubscribe/{invitation}.{}", key.token("unsubscribe", invitation.as_str()))
}

/// The invitation a token was made for.
fn invitation_of(key: &LinkKey, token: &str) -> Option<InvitationId> {
    let (id, given) = token.rsplit_once('.')?;
    let expected = key.token("unsubscribe", id);
    bool::from(expected.as_bytes().ct_eq(given.as_bytes())).then(|| InvitationId(id.to_owned()))
}

/// The campaign and the person that such an address was made for; a returned mail holds it.
pub fn asked_by(app: &App, conn: &mut Conn, token: &str) -> Result<Option<(CampaignId, PersonId)>> {
    let Some(id) = invitation_of(&app.link_key, token) else { return Ok(None) };
    match store::invitation(conn, &id) {
        Ok(invitation) => Ok(Some((invitation.campaign, invitation.person))),
        Err(Error::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct UnsubscribePage {
    /// `ask`, `done`, or `over` when the campaign sends no reminders any more.
    what: &'static str,
    path: String,
}

impl Page for UnsubscribePage {
    const TEMPLATE: &'static str = "campaign/unsubscribe.html";
    const EVERY_LANGUAGE: bool = true;
}

pub async fn show(req: HttpRequest) -> Answer {
    let (app, id) = of(&req)?;
    let (invitation, open) = app.db.read(move |conn| standing(conn, &id)).await?;
    page(&req, &app, &invitation, if open { "ask" } else { "over" }).await
}

/// Says "done" every time: whether the link was used, or this said before, does not show.
pub async fn stop(req: HttpRequest) -> Answer {
    let (app, id) = of(&req)?;
    let (invitation, open) = app
        .db
        .write(move |conn| {
            let (invitation, _) = standing(conn, &id)?;
            // Written after closing, it would stay.
            let open = store::hold_open(conn, &invitation.campaign)?;
            if open {
                store::refuse_reminders(conn, &id)?;
            }
            Ok((invitation, open))
        })
        .await?;
    page(&req, &app, &invitation, if open { "done" } else { "over" }).await
}

fn of(req: &HttpRequest) -> Result<(App, InvitationId)> {
    let app = web::app(req)?;
    let text = web::part(req, "token")?;
    let (id, secret) = text.split_once('.').ok_or(web::link::damaged("link-cut"))?;
    let secret = web::link::whole(secret)?;
    let token = format!("{id}.{secret}");
    let id = invitation_of(&app.link_key, &token).ok_or_else(|| web::link::unknown(&secret))?;
    Ok((app, id))
}

/// The invitation, and whether its campaign is open. One that was forgotten is gone, as a link is.
fn standing(conn: &mut Conn, id: &InvitationId) -> Result<(Invitation, bool)> {
    let invitation = match store::invitation(conn, id) {
        Err(Error::NotFound) => Err(Error::Gone),
        other => other,
    }?;
    let open = store::campaign(conn, &invitation.campaign)?.state == State::Open;
    Ok((invitation, open))
}

async fn page(req: &HttpRequest, app: &App, invitation: &Invitation, what: &'static str) -> Answer {
    let language = web::asked_language(req).unwrap_or(invitation.language);
    let path = path(&app.link_key, &invitation.id);
    web::public_page(req, app, language, &UnsubscribePage { what, path }).await
}
