//! The way to the provider and back. Whatever goes wrong there is told on a page, with what can be done instead.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use subtle::ConstantTimeEq;

use super::carried::{self, Carried};
use super::logout::Ended;
use super::{Door, Refusal};
use crate::app::{App, audit};
use crate::error::{Error, Result};
use crate::organisation::accounts::{self, Welcome};
use crate::render::Page;
use crate::web::{self, Answer, OpenFields, redirect, session};

#[cfg(debug_assertions)]
mod samples;

pub const RETURN: &str = "/sign-in/account/return";
pub const END: &str = "/sign-in/account/end";

/// The provider's door; no such page where none is set.
fn door(app: &App) -> Result<Arc<Door>> {
    let provider = app.config.provider.as_ref().filter(|_| app.config.sign_in.by_account());
    let provider = provider.ok_or(Error::NotFound)?;
    app.kept.get("account door", || Ok(Door::new(provider.clone(), app.link(RETURN))))
}

/// How the journal calls a sign-in by this door.
const IN_JOURNAL: &str = "oidc";

crate::words!(
    /// Why somebody who tried to sign in with an account is not in.
    Why {
        /// The provider does not answer.
        Away = "away",
        /// They said no there.
        Declined = "declined",
        /// They took too long, came twice, or came from elsewhere.
        Stale = "stale",
        /// What came back does not hold.
        Wrong = "wrong",
        NoAddress = "no-address",
        Unknown = "unknown",
        Other = "other",
        Left = "left",
    }
);

#[derive(Serialize)]
pub struct RefusedPage {
    why: Why,
    label: String,
    by_mail: bool,
    /// Trying again may help.
    again: bool,
}

impl Page for RefusedPage {
    const TEMPLATE: &'static str = "organisation/account_refused.html";
}

#[derive(Serialize)]
pub struct LeftPage {
    label: String,
    /// Where one signs out at the provider.
    ends_at: Option<String>,
}

impl Page for LeftPage {
    const TEMPLATE: &'static str = "organisation/account_left.html";
}

/// Leads to the provider.
pub async fn start(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let door = door(&app)?;
    let (carried, cookie) = Carried::begin(&app);
    match door.begins_at(&carried).await {
        Ok(url) => {
            let mut response = HttpResponse::SeeOther().insert_header((LOCATION, url.as_str())).finish();
            response.add_cookie(&cookie).map_err(Error::internal)?;
            Ok(response)
        }
        Err(refusal) => refused(&req, &app, &door, why(&refusal)).await,
    }
}

/// Comes back from it.
pub async fn arrive(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let door = door(&app)?;
    let outcome = arrived(&req, &app, &door).await?;
    let mut response = match outcome {
        Ok((person, session)) => {
            // A session left open in this browser ends: nobody signs in twice at once.
            let mut ended = HttpResponse::Ok().finish();
            session::end(&req, &app, &mut ended).await?;
            let mut response = redirect("/")?;
            session::begin(&app, person, Some(session), &mut response).await?;
            response
        }
        Err(why) => refused(&req, &app, &door, why).await?,
    };
    response.add_cookie(&carried::forget(&app)).map_err(Error::internal)?;
    Ok(response)
}

type Arrival = std::result::Result<(crate::db::ids::PersonId, String), Why>;

async fn arrived(req: &HttpRequest, app: &App, door: &Door) -> Result<Arrival> {
    let Some(carried) = Carried::back(req, app) else { return Ok(Err(Why::Stale)) };
    let state = web::query(req, "state").unwrap_or_default();
    if !bool::from(state.as_bytes().ct_eq(carried.state.as_bytes())) {
        return Ok(Err(Why::Stale));
    }
    let Some(code) = web::query(req, "code").filter(|_| web::query(req, "error").is_none()) else {
        return Ok(Err(match web::query(req, "error").as_deref() {
            Some("access_denied" | "interaction_required" | "login_required") => Why::Declined,
            Some("temporarily_unavailable" | "server_error") => Why::Away,
            other => {
                // Anybody may write what they like into an address.
                let word =
                    other.filter(|word| word.len() < 40 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
                tracing::warn!(error = word, "the provider sent somebody back without a code");
                Why::Wrong
            }
        }));
    };
    let issuer = web::query(req, "iss");
    let claimed = match door.arrived(code, issuer.as_deref(), carried, app.clock.now()).await {
        Ok(claimed) => claimed,
        Err(refusal) => return Ok(Err(why(&refusal))),
    };
    let (clock, today) = (app.clock.clone(), app.today());
    app.db
        .write(move |conn| {
            let session = claimed.session.clone();
            let why = match accounts::welcome(conn, &clock, today, &claimed)? {
                Welcome::Person(person) => {
                    audit(conn, &clock, Some(&person), "signed-in", IN_JOURNAL)?;
                    return Ok(Ok((person, session)));
                }
                Welcome::NoAddress => Why::NoAddress,
                Welcome::Unknown => Why::Unknown,
                Welcome::Other => Why::Other,
                Welcome::Left => Why::Left,
            };
            audit(conn, &clock, None, "account-refused", why.as_str())?;
            Ok(Err(why))
        })
        .await
}

fn why(refusal: &Refusal) -> Why {
    match refusal {
        Refusal::Away(fault) => {
            tracing::warn!(fault, "the provider of accounts does not answer");
            Why::Away
        }
        Refusal::Wrong(fault) => {
            tracing::warn!(fault, "a sign-in with an account was refused");
            Why::Wrong
        }
    }
}

async fn refused(req: &HttpRequest, app: &App, door: &Door, why: Why) -> Answer {
    let view = RefusedPage {
        why,
        label: door.provider().label.clone(),
        by_mail: app.config.sign_in.by_mail(),
        again: matches!(why, Why::Away | Why::Declined | Why::Stale | Why::Wrong),
    };
    let mut response = web::public_page(req, app, web::language(req), &view).await?;
    *response.status_mut() = match why {
        Why::Away => StatusCode::SERVICE_UNAVAILABLE,
        Why::Stale | Why::Wrong | Why::Declined => StatusCode::BAD_REQUEST,
        _ => StatusCode::FORBIDDEN,
    };
    Ok(response)
}

/// After signing out here: the session at the provider goes on, and this page leads to its end.
pub async fn left(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let door = door(&app)?;
    let ends_at = door.ends_at(&app.link("/sign-in")).await.map(String::from);
    let view = LeftPage { label: door.provider().label.clone(), ends_at };
    web::public_page(&req, &app, web::language(&req), &view).await
}

/// The provider says that somebody's session there has ended: so does ours.
pub async fn end(req: HttpRequest, OpenFields(form): OpenFields) -> Answer {
    let app = web::app(&req)?;
    let door = door(&app)?;
    let ended = match door.ended(&form.text("logout_token")?, app.clock.now()).await {
        Ok(ended) => ended,
        Err(refusal) => {
            let status = match why(&refusal) {
                Why::Away => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::BAD_REQUEST,
            };
            return Ok(HttpResponse::build(status).json(serde_json::json!({ "error": "invalid_request" })));
        }
    };
    let (issuer, clock) = (door.provider().issuer.clone(), app.clock.clone());
    app.db
        .write(move |conn| {
            let sessions = match &ended {
                Ended::Session(session) => accounts::end_session(conn, session)?,
                Ended::Account(subject) => accounts::end_account(conn, &issuer, subject)?,
            };
            if sessions > 0 {
                audit(conn, &clock, None, "account-ended", &sessions.to_string())?;
            }
            Ok(())
        })
        .await?;
    Ok(HttpResponse::Ok().finish())
}
