//! How a request is answered: pages, for somebody signed in or for anybody, and files.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};

use super::flash;
use super::request::{Answer, asked_language, language, path_and_query};
use super::session::{self, Staff, Who};
use crate::app::{App, Settings};
use crate::error::Result;
use crate::render::{Frame, Language, Page, Tongue};

/// An HTML page for somebody signed in.
pub async fn page<P: Page>(req: &HttpRequest, app: &App, who: &Who, page: &P) -> Answer {
    page_in(req, app, who, who.language, path_and_query(req), page).await
}

/// A form that was not taken, shown once more with what is wrong.
pub async fn refused<P: Page>(req: &HttpRequest, app: &App, who: &Who, page: &P) -> Answer {
    let mut response = self::page(req, app, who, page).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
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

/// As [`html_response`], of a page that is packed already, for somebody who takes that.
pub fn packed_response(gzip: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_ENCODING, "gzip"))
        .insert_header((header::VARY, "accept-encoding"))
        .body(gzip)
}

/// The language of a page that knows no person, for whoever reads it: `?lang=`, else that of the account of somebody
/// signed in, else what the browser asks for.
pub async fn reader_language(req: &HttpRequest) -> Language {
    match asked_language(req) {
        Some(asked) => asked,
        None => session::reader(req).await.map_or_else(|| language(req), |who| who.language),
    }
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
