//! Every address of the door, with the methods it answers to.

use actix_web::web::{ServiceConfig, delete, get, patch, post, put, resource, scope, to};
use actix_web::{HttpRequest, HttpResponse};

use super::fault::Fault;
use super::guard::BringsPeople;
use super::listing::{Answer, base, json, list};
use super::{groups, schemas, users};
use crate::web;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(
        scope("/scim/v2")
            .service(resource("/ServiceProviderConfig").route(get().to(provider)).default_service(to(only_read)))
            .service(resource("/ResourceTypes").route(get().to(types)).default_service(to(only_read)))
            .service(resource("/ResourceTypes/{id}").route(get().to(one_type)).default_service(to(only_read)))
            .service(resource("/Schemas").route(get().to(all_schemas)).default_service(to(only_read)))
            .service(resource("/Schemas/{id}").route(get().to(one_schema)).default_service(to(only_read)))
            .service(
                resource("/Users")
                    .route(get().to(users::list))
                    .route(post().to(users::create))
                    .default_service(to(list_or_add)),
            )
            .service(
                resource("/Users/{id}")
                    .route(get().to(users::show))
                    .route(put().to(users::replace))
                    .route(patch().to(users::patch))
                    .route(delete().to(users::remove))
                    .default_service(to(one_or_other)),
            )
            .service(
                resource("/Groups")
                    .route(get().to(groups::list))
                    .route(post().to(groups::create))
                    .default_service(to(list_or_add)),
            )
            .service(
                resource("/Groups/{id}")
                    .route(get().to(groups::show))
                    .route(put().to(groups::replace))
                    .route(patch().to(groups::patch))
                    .route(delete().to(groups::remove))
                    .default_service(to(one_or_other)),
            )
            .service(resource("/Bulk").default_service(to(no_bulk)))
            .service(resource("/Me").default_service(to(no_me)))
            .service(resource("/.search").default_service(to(no_search)))
            .default_service(to(nothing)),
    );
}

async fn provider(req: HttpRequest, _: BringsPeople) -> Answer {
    Ok(json(&schemas::provider(&base(&web::app(&req)?))))
}

fn described(all: Vec<serde_json::Value>) -> HttpResponse {
    let total = all.len();
    json(&list(all, total, 1))
}

/// The one of this id.
fn of_id(req: &HttpRequest, all: &[serde_json::Value]) -> Answer {
    let id = web::part(req, "id")?;
    let found = all.iter().find(|one| one["id"] == id.as_str());
    found.map(json).ok_or_else(Fault::not_found)
}

async fn types(req: HttpRequest, _: BringsPeople) -> Answer {
    Ok(described(schemas::resource_types(&base(&web::app(&req)?))))
}

async fn one_type(req: HttpRequest, _: BringsPeople) -> Answer {
    of_id(&req, &schemas::resource_types(&base(&web::app(&req)?)))
}

async fn all_schemas(req: HttpRequest, _: BringsPeople) -> Answer {
    Ok(described(schemas::schemas(&base(&web::app(&req)?))))
}

async fn one_schema(req: HttpRequest, _: BringsPeople) -> Answer {
    of_id(&req, &schemas::schemas(&base(&web::app(&req)?)))
}

async fn only_read(_: BringsPeople) -> Answer {
    Err(Fault::not_allowed("GET, HEAD"))
}

async fn list_or_add(_: BringsPeople) -> Answer {
    Err(Fault::not_allowed("GET, HEAD, POST"))
}

async fn one_or_other(_: BringsPeople) -> Answer {
    Err(Fault::not_allowed("GET, HEAD, PUT, PATCH, DELETE"))
}

async fn no_bulk(_: BringsPeople) -> Answer {
    Err(Fault::not_done("Bulk"))
}

async fn no_me(_: BringsPeople) -> Answer {
    Err(Fault::not_done("Me"))
}

async fn no_search(_: BringsPeople) -> Answer {
    Err(Fault::not_done("A search by POST"))
}

async fn nothing(_: BringsPeople) -> Answer {
    Err(Fault::not_found())
}
