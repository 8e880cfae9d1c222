//! JSON as it leaves: with the digest of its bytes, so that a program that has them is told so; lists in pages.

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::digest;
use crate::error::Error;
use crate::export::records::Place;
use crate::web;
use crate::web::problem::{Kind, Problem};

pub type Answer = Result<HttpResponse, Problem>;

/// As many items a page at most, and when nothing is asked for.
pub const MOST: usize = 1000;
pub const USUAL: usize = 200;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed<T> {
    pub items: Vec<T>,
    /// What to ask for next as `cursor`; null on the last page.
    pub next: Option<String>,
}

/// `value` as JSON; 304 when whoever asks has these bytes already.
pub fn json(req: &HttpRequest, value: &impl Serialize) -> Answer {
    let body = serde_json::to_vec(value).map_err(Error::from)?;
    let tag = format!("\"{}\"", digest(&body));
    if has(req.headers(), &tag) {
        return Ok(HttpResponse::NotModified().insert_header((header::ETAG, tag)).finish());
    }
    Ok(HttpResponse::Ok().insert_header((header::ETAG, tag)).content_type("application/json").body(body))
}

/// As [`json`], of a published campaign, whose fingerprint goes along.
pub fn json_of(req: &HttpRequest, fingerprint: &str, value: &impl Serialize) -> Answer {
    let mut response = json(req, value)?;
    if let Ok(value) = HeaderValue::from_str(fingerprint) {
        response.headers_mut().insert(HeaderName::from_static("x-barometer-fingerprint"), value);
    }
    Ok(response)
}

fn has(headers: &HeaderMap, tag: &str) -> bool {
    let lines = headers.get_all(header::IF_NONE_MATCH).filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

/// How many items a page has, from `limit`.
pub fn limit(req: &HttpRequest) -> Result<usize, Problem> {
    let Some(text) = web::query(req, "limit") else { return Ok(USUAL) };
    let fits = text.parse::<usize>().ok().filter(|limit| (1..=MOST).contains(limit));
    fits.ok_or_else(|| Problem::new(Kind::Invalid, format!("limit: write a number from 1 to {MOST}.")))
}

/// Where a page begins; behind the last item, there is none on it.
pub fn place(req: &HttpRequest) -> Result<Place, Problem> {
    let told = "cursor: take what the page before gave as next, or leave it out to begin.";
    match web::query(req, "cursor") {
        None => Ok(Place::default()),
        Some(text) => Place::parse(&text).ok_or_else(|| Problem::new(Kind::Invalid, told)),
    }
}

/// A page of a list that is in memory whole.
pub fn page_of<T>(req: &HttpRequest, items: Vec<T>) -> Result<Listed<T>, Problem> {
    let (most, before) = (limit(req)?, place(req)?.row);
    let more = items.len() > before + most;
    Ok(Listed {
        items: items.into_iter().skip(before).take(most).collect(),
        next: more.then(|| Place { part: 0, row: before + most }.to_string()),
    })
}
