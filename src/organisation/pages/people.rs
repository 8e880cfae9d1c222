//! The list of people: searched and paged, with the form that imports a file.

use actix_web::HttpRequest;
use serde::Serialize;

use super::imported::{ImportLine, latest};
use super::one::{UnitChoice, unit_choices};
use super::person::kinds;
use crate::db::Conn;
use crate::db::ids::{PersonId, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::import::Kind;
use crate::organisation::import::role_words;
use crate::organisation::{Person, Tree, fold, store, waiting};
use crate::render::Page;
use crate::web::{self, Answer, HrOrAdmin, Role};

#[cfg(debug_assertions)]
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
    filter: Filter,
    /// The choices as an address keeps them.
    query: String,
    units: Vec<UnitChoice>,
    kinds: Vec<(Role, &'static str)>,
    states: &'static [Standing],
    sorts: &'static [Sort],
    page: usize,
    pages: usize,
    admin: bool,
    imports: Vec<ImportLine>,
    /// Changes that doors asked for and that wait for a yes.
    waiting: i64,
}

crate::words!(
    /// What a list of people is asked for.
    Standing { Here = "here", Away = "away", WithoutAddress = "without_address", Gone = "gone" }
);

/// Which people the reader wants to see: everything that is not chosen is empty.
#[derive(Debug, Clone, Default, Serialize)]
struct Filter {
    /// With all below it.
    unit: String,
    role: String,
    state: String,
    sort: String,
}

crate::words!(
    /// In which order a list of people stands.
    Sort { Name = "name", Unit = "unit" }
);

impl Filter {
    fn of(req: &HttpRequest) -> Self {
        let text = |name: &str| web::typed::clean_line(&web::query(req, name).unwrap_or_default());
        Self { unit: text("unit"), role: text("role"), state: text("state"), sort: text("sort") }
    }

    /// What is no choice of ours chooses nothing.
    fn wants(&self, person: &Person, roles: &[Role], tree: &Tree) -> bool {
        let unit = UnitCode(self.unit.clone());
        let there = tree.get(&unit).is_none() || tree.upwards(&person.unit).contains(&unit);
        let holds = Role::parse(&self.role).is_none_or(|role| roles.contains(&role));
        let stands = match Standing::parse(&self.state) {
            None => true,
            Some(Standing::Here) => person.active && !person.away,
            Some(Standing::Away) => person.active && person.away,
            Some(Standing::WithoutAddress) => person.active && !person.has_address(),
            Some(Standing::Gone) => !person.active,
        };
        there && holds && stands
    }

    fn query(&self, search: &str) -> String {
        let pairs = [
            ("search", search),
            ("unit", &self.unit),
            ("role", &self.role),
            ("state", &self.state),
            ("sort", &self.sort),
        ];
        let given: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(given).unwrap_or_default()
    }
}

impl Page for PeoplePage {
    const TEMPLATE: &'static str = "organisation/people.html";
}

pub async fn show(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let filter = Filter::of(&req);
    let search = web::typed::clean_line(&web::query(&req, "search").unwrap_or_default());
    let asked = web::query(&req, "page").and_then(|page| page.parse().ok()).unwrap_or(1_usize);
    let admin = who.has(Role::Admin);
    let (now, zone) = (app.clock.now(), app.config.time_zone.clone());
    let view = app
        .db
        .read(move |conn| {
            let imports = latest(conn, &[Kind::People], now, &zone)?;
            let waiting = waiting::count(conn)?;
            Ok(PeoplePage { imports, waiting, ..list(conn, search, filter, asked, admin)? })
        })
        .await?;
    web::page(&req, &app, &who, &view).await
}

/// Searched in memory: the two databases fold letters differently, and an organisation's people are some thousands.
fn list(conn: &mut Conn, search: String, filter: Filter, asked: usize, admin: bool) -> Result<PeoplePage> {
    let (people, tree, grants) = (store::people(conn)?, store::tree(conn)?, store::grants(conn)?);
    let suppliers = store::suppliers(conn)?;
    let all = people.len();
    let wanted = fold(&search);
    let mut found = Vec::new();
    for person in people {
        let roles: Vec<Role> = grants.get(&person.id).into_iter().flatten().map(|(role, _)| *role).collect();
        if !filter.wants(&person, &roles, &tree) {
            continue;
        }
        let unit = tree.get(&person.unit).map_or_else(|| person.unit.to_string(), |unit| unit.name.clone());
        if fold(&format!("{}\n{}\n{unit}", person.name, person.email)).contains(&wanted) {
            found.push((person, unit));
        }
    }
    // As people look names up: the databases would put É after Z.
    found.sort_by_cached_key(|(person, unit)| {
        let first = if Sort::parse(&filter.sort) == Some(Sort::Unit) { fold(unit) } else { String::new() };
        (first, fold(&person.name))
    });
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
    Ok(PeoplePage {
        lines: lines.collect(),
        found: count,
        all,
        query: filter.query(&search),
        search,
        filter,
        units: unit_choices(&tree),
        kinds: kinds(),
        states: Standing::ALL,
        sorts: Sort::ALL,
        page,
        pages,
        admin,
        imports: Vec::new(),
        waiting: 0,
    })
}
