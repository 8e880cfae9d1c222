//! The web floor: who is asking, what they typed, how we answer. Slices' handlers stay three hops long because of it.

pub mod assets;
pub mod failure;
pub mod flash;
pub mod form;
pub mod headers;
pub mod link;
pub mod seen;
pub mod session;
mod texts;
pub mod tries;

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};

pub use flash::{redirect, redirect_saying};
pub use form::{Fields, OpenFields, Sent, Upload};
pub use seen::Seen;
pub use session::{Admin, CommentReaderOf, EditorOf, HeadOf, Hr, HrOrAdmin, ModeratorOf, ReaderOf, Role, Staff, Who};
pub use texts::TextField;

use crate::app::{App, Settings};
use crate::error::{Error, Result};
use crate::render::{Frame, Language, Page, Tongue};

pub type Answer = std::result::Result<HttpResponse, Error>;

/// The shared application of a request.
pub fn app(req: &HttpRequest) -> Result<App> {
    req.app_data::<actix_web::web::Data<App>>()
        .map(|app| App::clone(app))
        .ok_or_else(|| Error::Internal("no application in the request".to_owned()))
}

/// An HTML page for somebody signed in.
pub async fn page<P: Page>(req: &HttpRequest, app: &App, who: &Who, page: &P) -> Answer {
    page_in(req, app, who, who.language, path_and_query(req), page).await
}

/// A page that anybody may read. Somebody signed in keeps their navigation and language; `?lang=` wins over it, and is
/// left out of the way back, so that changing the account's language there shows.
pub async fn open_page<P: Page>(req: &HttpRequest, app: &App, who: Option<Staff>, page: &P) -> Answer {
    match who {
        Some(Staff(who)) => {
            let settings = app.db.read(Settings::load).await?;
            let asked = asked_language(req).map(|asked| if P::EVERY_LANGUAGE { asked } else { settings.staff(asked) });
            page_in(req, app, &who, asked.unwrap_or(who.language), req.path(), page).await
        }
        None => public_page(req, app, language(req), page).await,
    }
}

async fn page_in<P: Page>(req: &HttpRequest, app: &App, who: &Who, language: Language, back: &str, page: &P) -> Answer {
    let settings = app.db.read(Settings::load).await?;
    let mut frame = Frame::plain(language, &settings.organisation, back);
    frame.account = Some(who.account(req.path()));
    frame.flash = flash::read(req);
    let html = app.templates.page(&frame, page)?;
    let mut response = html_response(html);
    if frame.flash.is_some() {
        flash::forget(&mut response, app.config.is_https());
    }
    Ok(response)
}

/// An HTML page for nobody in particular.
pub async fn public_page<P: Page>(req: &HttpRequest, app: &App, language: Language, page: &P) -> Answer {
    let settings = app.db.read(Settings::load).await?;
    let language = if P::EVERY_LANGUAGE { language } else { settings.staff(language) };
    let mut frame = Frame::plain(language, &settings.organisation, path_and_query(req));
    if P::EVERY_LANGUAGE {
        frame.languages = Tongue::all(&settings.languages);
    }
    Ok(html_response(app.templates.page(&frame, page)?))
}

pub fn html_response(html: String) -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html)
}

fn path_and_query(req: &HttpRequest) -> &str {
    req.uri().path_and_query().map_or("/", |path| path.as_str())
}

/// The language of a request without a person: `?lang=`, else what the browser asks for.
pub fn language(req: &HttpRequest) -> Language {
    asked_language(req).unwrap_or_else(|| {
        let accepted = req.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        accepted.map_or(Language::Fr, Language::accepted)
    })
}

/// The language of a page that knows no person, for whoever reads it: `?lang=`, else that of the account of somebody
/// signed in, else what the browser asks for.
pub async fn reader_language(req: &HttpRequest) -> Language {
    match asked_language(req) {
        Some(asked) => asked,
        None => session::reader(req).await.map_or_else(|| language(req), |who| who.language),
    }
}

/// The language a link of ours asks for.
pub fn asked_language(req: &HttpRequest) -> Option<Language> {
    req.query_string().split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Language::parse)
}

/// The value of `name` in the query, percent-decoded and cleaned.
pub fn query(req: &HttpRequest, name: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(req.query_string()).ok()?;
    pairs.into_iter().find(|(key, _)| key == name).map(|(_, value)| form::clean(&value))
}

/// A part of the path; routes name their parts, so a missing one is no such page. Neither is one with control
/// characters, which no key of ours has and Postgres refuses.
pub fn part(req: &HttpRequest, name: &str) -> Result<String> {
    let part = req.match_info().get(name).filter(|part| !part.chars().any(char::is_control));
    part.map(ToOwned::to_owned).ok_or(Error::NotFound)
}

/// A file to keep, under a predictable name.
pub fn download(name: &str, content_type: &str, body: Vec<u8>) -> HttpResponse {
    to_keep(name, content_type).body(body)
}

/// As [`download`], for a file that is never in memory as a whole.
pub fn download_stream(
    name: &str,
    content_type: &str,
    parts: impl futures_util::Stream<Item = Result<bytes::Bytes>> + 'static,
) -> HttpResponse {
    to_keep(name, content_type).streaming(parts)
}

fn to_keep(name: &str, content_type: &str) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response.content_type(content_type);
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.insert_header((header::CONTENT_DISPOSITION, value));
    }
    response
}
