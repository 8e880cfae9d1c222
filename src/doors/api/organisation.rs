//! Units, services, and who serves whom.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;
use utoipa::ToSchema;

use super::guard::ReadsOrganisation;
use super::response::{Answer, Listed, json, page_of};
use crate::organisation::store;
use crate::web;

#[derive(Debug, Serialize, ToSchema)]
pub struct Unit {
    code: String,
    name: String,
    parent: Option<String>,
    active: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Supplier {
    code: String,
    /// By language: `fr`, `en`, `de` …
    names: BTreeMap<String, String>,
    /// The unit that it is.
    unit: Option<String>,
    active: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Relation {
    supplier: String,
    unit: String,
    /// `serves` or `except`, each for the whole branch under the unit.
    #[schema(pattern = "^(serves|except)$")]
    kind: String,
}

/// The tree of units.
#[utoipa::path(get, path = "/units", tag = "organisation", operation_id = "listUnits",
    params(super::shared::Paged),
    responses((status = 200, body = Listed<Unit>), super::shared::Problems, super::shared::Unmodified))]
pub async fn units(req: HttpRequest, _: ReadsOrganisation) -> Answer {
    let tree = web::app(&req)?.db.read(store::tree).await?;
    let units = tree.in_order().into_iter().map(|(_, unit)| Unit {
        code: unit.code.0.clone(),
        name: unit.name.clone(),
        parent: unit.parent.as_ref().map(|parent| parent.0.clone()),
        active: unit.active,
    });
    json(&req, &page_of(&req, units.collect())?)
}

/// The services.
#[utoipa::path(get, path = "/suppliers", tag = "organisation", operation_id = "listSuppliers",
    params(super::shared::Paged),
    responses((status = 200, body = Listed<Supplier>), super::shared::Problems, super::shared::Unmodified))]
pub async fn suppliers(req: HttpRequest, _: ReadsOrganisation) -> Answer {
    let all = web::app(&req)?.db.read(store::suppliers).await?.into_iter().map(|supplier| Supplier {
        code: supplier.code.0,
        names: supplier.names.iter().map(|(language, name)| (language.as_str().to_owned(), name.to_owned())).collect(),
        unit: supplier.unit.map(|unit| unit.0),
        active: supplier.active,
    });
    json(&req, &page_of(&req, all.collect())?)
}

/// Who serves whom.
#[utoipa::path(get, path = "/relations", tag = "organisation", operation_id = "listRelations",
    params(super::shared::Paged),
    responses((status = 200, body = Listed<Relation>), super::shared::Problems, super::shared::Unmodified))]
pub async fn relations(req: HttpRequest, _: ReadsOrganisation) -> Answer {
    let all = web::app(&req)?.db.read(store::relations).await?.into_iter().map(|relation| Relation {
        supplier: relation.supplier.0,
        unit: relation.unit.0,
        kind: relation.kind.as_str().to_owned(),
    });
    json(&req, &page_of(&req, all.collect())?)
}
