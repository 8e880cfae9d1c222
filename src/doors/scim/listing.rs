//! Resources as they leave: with schemas, id and meta, in lists of a page, and only those attributes that were asked for.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header;
use serde_json::{Value, json};

use super::attributes::{ENTERPRISE, GROUP, Resource, USER};
use super::fault::{Fault, MEDIA, Type};
use super::filter::{Filter, Name};
use super::store::Kind;
use crate::app::App;
use crate::clock::Moment;
use crate::web;

pub type Answer = Result<HttpResponse, Fault>;

/// As many resources in an answer at most.
pub const MOST: usize = 1000;

/// The door's own address.
pub fn base(app: &App) -> String {
    app.link("/scim/v2")
}

/// A resource and what is known of it beside.
#[derive(Debug, Clone)]
pub struct Known {
    pub id: String,
    pub kind: Kind,
    pub told: Resource,
    pub made: Option<Moment>,
    pub changed: Option<Moment>,
}

impl Known {
    pub fn location(&self, base: &str) -> String {
        let folder = if self.kind == Kind::User { "Users" } else { "Groups" };
        format!("{base}/{folder}/{}", self.id)
    }

    /// The whole resource.
    pub fn full(&self, base: &str) -> Resource {
        let mut full = self.told.clone();
        let (name, schemas) = match self.kind {
            Kind::User if full.contains_key(ENTERPRISE) => ("User", json!([USER, ENTERPRISE])),
            Kind::User => ("User", json!([USER])),
            Kind::Group => ("Group", json!([GROUP])),
        };
        let mut meta = Resource::from_iter([
            ("resourceType".to_owned(), Value::from(name)),
            ("location".to_owned(), Value::from(self.location(base))),
        ]);
        for (key, at) in [("created", self.made), ("lastModified", self.changed)] {
            meta.extend(at.map(|at| (key.to_owned(), Value::from(at.to_string()))));
        }
        full.insert("schemas".to_owned(), schemas);
        full.insert("id".to_owned(), Value::from(self.id.clone()));
        full.insert("meta".to_owned(), Value::Object(meta));
        full
    }
}

/// Which attributes an answer holds.
#[derive(Debug, Default)]
pub struct Wanted {
    only: Vec<Name>,
    without: Vec<Name>,
}

impl Wanted {
    pub fn of(req: &HttpRequest) -> Result<Self, Fault> {
        let names = |key: &str| -> Result<Vec<Name>, Fault> {
            let text = web::query(req, key).unwrap_or_default();
            let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
            words
                .map(|word| {
                    let wrong = || Fault::bad(Type::InvalidValue, format!("{key}: no attribute is called {word:.60}."));
                    Name::parse(word).ok_or_else(wrong)
                })
                .collect()
        };
        Ok(Self { only: names("attributes")?, without: names("excludedAttributes")? })
    }

    /// `full` with what was asked for; schemas and id always.
    fn of_resource(&self, full: Resource) -> Resource {
        let always = |name: &str| matches!(name, "schemas" | "id");
        let mut left = Resource::new();
        for (name, value) in full {
            let about = |list: &[Name]| -> Vec<Name> {
                list.iter().filter(|wanted| wanted.attribute.eq_ignore_ascii_case(&name)).cloned().collect()
            };
            let (only, without) = (about(&self.only), about(&self.without));
            let whole = only.iter().any(|wanted| wanted.part.is_none());
            let value = if always(&name) || (self.only.is_empty() && without.is_empty()) || whole && without.is_empty()
            {
                Some(value)
            } else if !self.only.is_empty() {
                (!only.is_empty()).then(|| parts(value, &|part| is_in(&only, part)))
            } else if without.iter().any(|wanted| wanted.part.is_none()) {
                None
            } else {
                Some(parts(value, &|part| !is_in(&without, part)))
            };
            if let Some(value) = value {
                left.insert(name, value);
            }
        }
        left
    }
}

fn is_in(list: &[Name], part: &str) -> bool {
    list.iter().any(|wanted| wanted.part.as_deref().is_some_and(|wanted| wanted.eq_ignore_ascii_case(part)))
}

/// The parts of an attribute that are kept.
fn parts(value: Value, keeps: &dyn Fn(&str) -> bool) -> Value {
    match value {
        Value::Object(object) => Value::Object(object.into_iter().filter(|(name, _)| keeps(name)).collect()),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| parts(item, keeps)).collect()),
        other => other,
    }
}

pub fn json(value: &Value) -> HttpResponse {
    HttpResponse::Ok().content_type(MEDIA).body(value.to_string())
}

/// One resource.
pub fn one(req: &HttpRequest, base: &str, known: &Known, new: bool) -> Answer {
    let body = Value::Object(Wanted::of(req)?.of_resource(known.full(base))).to_string();
    let mut response = if new { HttpResponse::Created() } else { HttpResponse::Ok() };
    if new {
        response.insert_header((header::LOCATION, known.location(base)));
    }
    Ok(response.content_type(MEDIA).body(body))
}

/// What a list is asked for.
pub struct Query {
    pub filter: Option<Filter>,
    start: usize,
    count: usize,
    wanted: Wanted,
}

impl Query {
    pub fn of(req: &HttpRequest) -> Result<Self, Fault> {
        let number = |key: &str| -> Result<Option<i64>, Fault> {
            let wrong = || Fault::bad(Type::InvalidValue, format!("{key}: write a whole number."));
            web::query(req, key).map(|text| text.parse().map_err(|_| wrong())).transpose()
        };
        let filter = web::query(req, "filter").filter(|text| !text.trim().is_empty());
        let whole = |number: i64| usize::try_from(number).unwrap_or(0);
        Ok(Self {
            filter: filter.map(|text| Filter::parse(&text)).transpose()?,
            start: number("startIndex")?.map_or(1, whole).max(1),
            count: number("count")?.map_or(MOST, whole).min(MOST),
            wanted: Wanted::of(req)?,
        })
    }

    /// The page of those that the filter lets through.
    pub fn answer(&self, base: &str, all: Vec<Known>) -> HttpResponse {
        let full = all.into_iter().map(|known| known.full(base));
        let found: Vec<Resource> =
            full.filter(|full| self.filter.as_ref().is_none_or(|filter| filter.holds(full))).collect();
        let total = found.len();
        let page = found.into_iter().skip(self.start - 1).take(self.count);
        let page: Vec<Value> = page.map(|full| Value::Object(self.wanted.of_resource(full))).collect();
        json(&list(page, total, self.start))
    }
}

pub fn list(page: Vec<Value>, total: usize, start: usize) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": total,
        "startIndex": start,
        "itemsPerPage": page.len(),
        "Resources": page,
    })
}
