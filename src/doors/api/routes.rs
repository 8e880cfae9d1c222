//! Every address of the interface, with the methods it answers to.

use actix_web::HttpRequest;
use actix_web::http::header;
use actix_web::web::{ServiceConfig, get, post, resource, scope, to};

use super::response::{Answer, json};
use super::{document, measurements, organisation, results};
use crate::web::problem::{Kind, Problem};

macro_rules! read {
    ($path:literal, $handler:path) => {
        resource($path).route(get().to($handler)).default_service(to(only_read))
    };
}

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(
        scope("/api/v1")
            .service(read!("/openapi.json", describe))
            .service(read!("/campaigns", results::list))
            .service(read!("/campaigns/{campaign}", results::one))
            .service(read!("/campaigns/{campaign}/indicators", results::indicators))
            .service(read!("/campaigns/{campaign}/participation", results::participation))
            .service(read!("/campaigns/{campaign}/commitments", results::commitments))
            .service(read!("/campaigns/{campaign}/plan", results::plan))
            .service(read!("/units", organisation::units))
            .service(read!("/suppliers", organisation::suppliers))
            .service(read!("/relations", organisation::relations))
            .service(resource("/measurements").route(post().to(measurements::bring)).default_service(to(only_bring)))
            .default_service(to(nothing)),
    );
}

async fn describe(req: HttpRequest) -> Answer {
    let mut response = json(&req, &document())?;
    // Anybody's tool may read it, wherever it runs.
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
    Ok(response)
}

async fn only_read() -> Answer {
    Err(Problem::not_allowed("GET, HEAD"))
}

async fn only_bring() -> Answer {
    Err(Problem::not_allowed("POST"))
}

async fn nothing() -> Answer {
    Err(Problem::new(Kind::NotFound, "The addresses stand in /api/v1/openapi.json."))
}
