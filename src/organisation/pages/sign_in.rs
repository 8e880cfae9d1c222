//! Signing in without a password: an address, a mailed link, a button. A link acts only on its button's POST, so that
//! a mail scanner that opens it uses nothing up.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::audit;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::organisation::{sign_in, store};
use crate::render::{Language, Page};
use crate::web::session;
use crate::web::{self, Answer, Fields, OpenFields, Staff, redirect};

#[cfg(debug_assertions)]
mod samples;

/// Where somebody is led who signed out here and is still signed in with their account.
pub const ACCOUNT_LEFT: &str = "/sign-in/account/left";

/// Known and unknown addresses get the same words after the same time.
const PAUSE: Duration = Duration::from_millis(150);

#[derive(Serialize)]
pub struct SignInPage {
    sent: bool,
    minutes: i64,
    by_mail: bool,
    /// What the button to the organisation's accounts says; none where there are none.
    account: Option<String>,
}

impl SignInPage {
    fn of(config: &Config, sent: bool) -> Self {
        let account = config.provider.as_ref().filter(|_| config.sign_in.by_account());
        Self {
            sent,
            minutes: sign_in::MINUTES,
            by_mail: config.sign_in.by_mail(),
            account: account.map(|provider| provider.label.clone()),
        }
    }
}

impl Page for SignInPage {
    const TEMPLATE: &'static str = "organisation/sign_in.html";
}

#[derive(Serialize)]
pub struct LinkPage {
    /// Whose link it is; nobody's when it no longer opens.
    name: Option<String>,
    token: String,
    minutes: i64,
}

impl Page for LinkPage {
    const TEMPLATE: &'static str = "organisation/sign_in_link.html";
}

pub async fn show(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let view = SignInPage::of(&app.config, false);
    web::public_page(&req, &app, web::language(&req), &view).await
}

pub async fn ask(req: HttpRequest, OpenFields(form): OpenFields) -> Answer {
    let app = web::app(&req)?;
    if !app.config.sign_in.by_mail() {
        return Err(Error::NotFound);
    }
    let address = form.text("email")?;
    let (key, now, today) = (app.link_key.clone(), app.clock.now(), app.today());
    let work = app.db.write(move |conn| sign_in::ask(conn, &key, now, today, &address));
    let (asked, ()) = tokio::join!(work, tokio::time::sleep(PAUSE));
    asked?;
    let view = SignInPage::of(&app.config, true);
    web::public_page(&req, &app, web::language(&req), &view).await
}

/// The page with the button; writes nothing.
pub async fn link(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let Ok(token) = web::link::token(&req) else { return no_longer(&req).await };
    let (now, today, asked) = (app.clock.now(), app.today(), token.clone());
    let holder = app.db.read(move |conn| sign_in::holder(conn, &asked, now, today)).await?;
    match holder {
        Some((_, person)) => {
            let language = web::asked_language(&req).unwrap_or(person.language);
            let view = LinkPage { name: Some(person.name), token, minutes: sign_in::MINUTES };
            web::public_page(&req, &app, language, &view).await
        }
        None => no_longer(&req).await,
    }
}

async fn no_longer(req: &HttpRequest) -> Answer {
    let view = LinkPage { name: None, token: String::new(), minutes: sign_in::MINUTES };
    let mut response = web::public_page(req, &web::app(req)?, web::language(req), &view).await?;
    *response.status_mut() = StatusCode::GONE;
    Ok(response)
}

pub async fn enter(req: HttpRequest, OpenFields(_): OpenFields) -> Answer {
    let app = web::app(&req)?;
    let Ok(token) = web::link::token(&req) else { return no_longer(&req).await };
    let (clock, today) = (app.clock.clone(), app.today());
    let person = app
        .db
        .write(move |conn| {
            let now = clock.now();
            let Some((id, person)) = sign_in::holder(conn, &token, now, today)? else { return Ok(None) };
            if !store::use_sign_in_link(conn, &id, now)? {
                return Ok(None);
            }
            audit(conn, &clock, Some(&person.id), "signed-in", "")?;
            Ok(Some(person.id))
        })
        .await?;
    let Some(person) = person else { return no_longer(&req).await };
    // A session left open in this browser ends: nobody signs in twice at once.
    let mut ended = HttpResponse::Ok().finish();
    session::end(&req, &app, &mut ended).await?;
    let mut response = redirect("/")?;
    session::begin(&app, person, None, &mut response).await?;
    Ok(response)
}

pub async fn leave(req: HttpRequest, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let mut response = redirect("/sign-in")?;
    if session::end(&req, &app, &mut response).await? && app.config.sign_in.by_account() {
        // The provider's session goes on: the page says so.
        let location = HeaderValue::from_static(ACCOUNT_LEFT);
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

/// Changes the language of the account, and goes back to the page it was asked from.
pub async fn language(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let language = chosen(&form)?;
    app.db.write(move |conn| store::set_language(conn, &who.person, language)).await?;
    redirect(&form.text("back")?)
}

fn chosen(form: &Fields) -> Result<Language> {
    Language::parse(&form.text("language")?).ok_or_else(|| Error::invalid("error-not-a-form"))
}
