//! What a request is and asks for.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

use super::typed::clean;
use crate::app::App;
use crate::error::{Error, Result};
use crate::render::Language;

pub type Answer = std::result::Result<HttpResponse, Error>;

/// The shared application of a request.
pub fn app(req: &HttpRequest) -> Result<App> {
    req.app_data::<actix_web::web::Data<App>>()
        .map(|app| App::clone(app))
        .ok_or_else(|| Error::Internal("no application in the request".to_owned()))
}

pub fn path_and_query(req: &HttpRequest) -> &str {
    req.uri().path_and_query().map_or("/", |path| path.as_str())
}

/// The language of a request without a person: `?lang=`, else what the browser asks for.
pub fn language(req: &HttpRequest) -> Language {
    asked_language(req).unwrap_or_else(|| {
        let accepted = req.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        accepted.map_or(Language::Fr, Language::accepted)
    })
}

/// The language a link of ours asks for.
pub fn asked_language(req: &HttpRequest) -> Option<Language> {
    req.query_string().split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Language::parse)
}

/// The value of `name` in the query, percent-decoded and cleaned.
pub fn query(req: &HttpRequest, name: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(req.query_string()).ok()?;
    pairs.into_iter().find(|(key, _)| key == name).map(|(_, value)| clean(&value))
}

/// A part of the path; routes name their parts, so a missing one is no such page. Neither is one with control
/// characters, which no key of ours has and Postgres refuses.
pub fn part(req: &HttpRequest, name: &str) -> Result<String> {
    let part = req.match_info().get(name).filter(|part| !part.chars().any(char::is_control));
    part.map(ToOwned::to_owned).ok_or(Error::NotFound)
}
