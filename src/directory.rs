//! The directory at HR's desk: a file looked at, one person added or corrected, and everybody as a file that imports
//! again. The rules are the organisation's; what hangs on whoever leaves (actions) comes later on the way of the data.

use actix_web::HttpRequest;

use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::Result;
use crate::export::profile::{Cell, Profile, Rows};
use crate::organisation::import::roles_text;
use crate::organisation::pages::{import, one};
use crate::organisation::store;
use crate::progress::store::held_by_owner;
use crate::render::Language;
use crate::web::{self, Answer, Fields, HrOrAdmin, Sent};

pub async fn preview(req: HttpRequest, HrOrAdmin(who): HrOrAdmin, upload: Sent) -> Answer {
    import::preview_people(req, who, upload?, held_by_owner).await
}

/// POST /people/new
pub async fn add(req: HttpRequest, HrOrAdmin(who): HrOrAdmin, form: Fields) -> Answer {
    one::save(req, who, None, form, held_by_owner).await
}

/// POST /people/{id}
pub async fn correct(req: HttpRequest, HrOrAdmin(who): HrOrAdmin, form: Fields) -> Answer {
    let id = PersonId(web::part(&req, "id")?);
    one::save(req, who, Some(id), form, held_by_owner).await
}

const COLUMNS: [&str; 11] = [
    "person_id",
    "email",
    "name",
    "unit_code",
    "unit",
    "parent_unit_code",
    "language",
    "roles",
    "active",
    "until",
    "state",
];

/// GET /people/people.csv: everybody, as the import reads them; `?empty=yes`: the columns alone, to fill in.
pub async fn file(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let empty = web::query(&req, "empty").is_some();
    let profile = if who.language == Language::Fr { Profile::FrenchExcel } else { Profile::Standard };
    let bytes = app.db.read(move |conn| written(conn, profile, empty)).await?;
    let name = if empty { "people-template.csv" } else { "people.csv" };
    Ok(web::download(name, "text/csv; charset=utf-8", bytes))
}

fn written(conn: &mut Conn, profile: Profile, empty: bool) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = profile.begin(&mut bytes, &COLUMNS)?;
    let people = if empty { Vec::new() } else { store::people(conn)? };
    let (tree, grants) = (store::tree(conn)?, store::grants(conn)?);
    for person in &people {
        let unit = tree.get(&person.unit);
        let roles = grants.get(&person.id).map(|all| roles_text(&all.iter().cloned().collect())).unwrap_or_default();
        file.row(&[
            Cell::Text(person.person_id.as_deref().unwrap_or_default()),
            Cell::Text(if person.has_address() { &person.email } else { "" }),
            Cell::Text(&person.name),
            Cell::Text(person.unit.as_str()),
            Cell::Text(unit.map_or("", |unit| &unit.name)),
            Cell::Text(unit.and_then(|unit| unit.parent.as_ref()).map_or("", |parent| parent.as_str())),
            Cell::Text(person.language.as_str()),
            Cell::Text(&roles),
            Cell::Text(if person.active { "yes" } else { "no" }),
            person.until.map_or(Cell::Empty, Cell::Day),
            Cell::Text(if person.away { "away" } else { "active" }),
        ])?;
    }
    file.end()?;
    Ok(bytes)
}
