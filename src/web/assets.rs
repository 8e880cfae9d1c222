//! Serves the embedded assets.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

use super::request::Answer;
use crate::error::Error;
use crate::render::assets::ASSETS;

pub async fn show(req: HttpRequest) -> Answer {
    let name = super::request::part(&req, "name")?;
    let asset = ASSETS.iter().find(|asset| asset.name == name).ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type(asset.content_type)
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(asset.body))
}
