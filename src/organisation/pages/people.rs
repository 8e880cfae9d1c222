//! The list of people: searched and paged, with the form that imports a file.

use actix_web::HttpRequest;
use serde::Serialize;

use super::imported::{ImportLine, latest};
use crate::db::ids::PersonId;
use crate::error::{Result, Say};
use crate::organisation::import::Kind;
use crate::organisation::import::role_words;
use crate::organisation::{fold, store};
use crate::render::Page;
use crate::web::{self, Answer, HrOrAdmin, Role};

#[cfg(feature = "samples")]
mod samples;

const PER_PAGE: usize = 50;

#[derive(Debug, Clone, Serialize)]
struct PersonLine {
    id: PersonId,
    name: String,
    email: String,
    unit: String,
    active: bool,
    away: bool,
    roles: Vec<Say>,
}

#[derive(Serialize)]
pub struct PeoplePage {
    lines: Vec<PersonLine>,
    found: usize,
    all: usize,
    search: String,
    page: usize,
    pages: usize,
    admin: bool,
    imports: Vec<ImportLine>,
}

impl Page for PeoplePage {
    const TEMPLATE: &'static str = "organisation/people.html";
}

pub async fn show(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let search = web::typed::clean_line(&web::query(&req, "search").unwrap_or_default());
    let asked = web::query(&req, "page").and_then(|page| page.parse().ok()).unwrap_or(1_usize);
    let admin = who.has(Role::Admin);
    let (now, zone) = (app.clock.now(), app.config.time_zone.clone());
    let view = app
        .db
        .read(move |conn| {
            let imports = latest(conn, &[Kind::People], now, &zone)?;
            Ok(PeoplePage { imports, ..list(conn, search, asked, admin)? })
        })
        .await?;
    web::page(&req, &app, &who, &view).await
}

/// Searched in memory: the two databases fold letters differently, and an organisation's people are some thousands.
fn list(conn: &mut crate::db::Conn, search: String, asked: usize, admin: bool) -> Result<PeoplePage> {
    let (people, tree, grants) = (store::people(conn)?, store::tree(conn)?, store::grants(conn)?);
    let suppliers = store::suppliers(conn)?;
    let all = people.len();
    let wanted = fold(&search);
    let mut found = Vec::new();
    for person in people {
        let unit = tree.get(&person.unit).map_or_else(|| person.unit.to_string(), |unit| unit.name.clone());
        if fold(&format!("{}\n{}\n{unit}", person.name, person.email)).contains(&wanted) {
            found.push((person, unit));
        }
    }
    // As people look names up: the databases would put É after Z.
    found.sort_by_cached_key(|(person, _)| fold(&person.name));
    let pages = found.len().div_ceil(PER_PAGE).max(1);
    let page = asked.clamp(1, pages);
    let count = found.len();
    let lines = found.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).map(|(person, unit)| {
        let roles = grants
            .get(&person.id)
            .into_iter()
            .flatten()
            .map(|(role, of)| role_words("role-short", *role, of, &suppliers));
        let roles = roles.collect();
        PersonLine {
            id: person.id,
            name: person.name,
            email: person.email,
            unit,
            active: person.active,
            away: person.away,
            roles,
        }
    });
    Ok(PeoplePage { lines: lines.collect(), found: count, all, search, page, pages, admin, imports: Vec::new() })
}
