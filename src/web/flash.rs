//! Redirects after a post, and the one sentence the next page says.

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::request::Answer;
use crate::error::Say;
use crate::render::{Flash, Undo};

const COOKIE: &str = "flash";

/// 303 to a path of our own.
pub fn redirect(path: &str) -> Answer {
    // Browsers leave tabs and line ends out of an address: "/\t/elsewhere" would lead away.
    let ours =
        path.starts_with('/') && !path.starts_with("//") && path.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    let path = if ours { path } else { "/" };
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish())
}

/// 303, and the next page says `say`.
pub fn redirect_saying(path: &str, say: &Say) -> Answer {
    redirect_with(path, say, None)
}

/// 303, and the next page says `say` beside a button that takes back what was done.
pub fn redirect_offering(path: &str, say: &Say, undo: &Undo) -> Answer {
    redirect_with(path, say, Some(undo.clone()))
}

fn redirect_with(path: &str, say: &Say, undo: Option<Undo>) -> Answer {
    let flash = Flash {
        key: say.key.to_owned(),
        args: say.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        undo,
    };
    let mut response = redirect(path)?;
    let text = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&flash)?);
    let cookie = Cookie::build(COOKIE, text).path("/").http_only(true).same_site(SameSite::Lax).finish();
    response.add_cookie(&cookie).map_err(crate::error::Error::internal)?;
    Ok(response)
}

pub fn read(req: &HttpRequest) -> Option<Flash> {
    let cookie = req.cookie(COOKIE)?;
    let flash: Flash = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cookie.value()).ok()?).ok()?;
    // Only our own sentences: a cookie is typed by whoever holds the browser.
    let ours = flash.key.starts_with("flash-") && flash.undo.as_ref().is_none_or(Undo::is_ours);
    ours.then_some(flash)
}

pub fn forget(response: &mut HttpResponse, https: bool) {
    let mut cookie =
        Cookie::build(COOKIE, "").path("/").http_only(true).same_site(SameSite::Lax).secure(https).finish();
    cookie.set_max_age(time::Duration::ZERO);
    // A header that cannot be set leaves the sentence to be said twice.
    let _ = response.add_cookie(&cookie);
}
