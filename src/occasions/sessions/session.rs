//! GET, POST /actions/{id}/sessions/{session} and below: who took part in a session.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;

use super::access::{action_id, free, managed, path};
use crate::app::audit;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, PersonId, UnitCode};
use crate::error::{Error, Result, Say};
use crate::occasions::participants;
use crate::organisation::store as organisation;
use crate::progress::store::sessions::{self, KEPT_DAYS};
use crate::render::Page;
use crate::web::{self, Answer, Fields, Role, Staff, Upload, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct Participant {
    id: PersonId,
    name: String,
    /// Takes part already.
    there: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct SessionPage {
    action: ActionId,
    reference: String,
    title: String,
    session: String,
    day: Day,
    words: String,
    /// A survey asked about it: its list stays.
    fixed: bool,
    /// It has not been held yet.
    coming: bool,
    people: Vec<Participant>,
    /// The people of a unit, to tick.
    unit: String,
    units: Vec<(UnitCode, String)>,
    choices: Vec<Participant>,
    list: String,
    /// Lines in which nobody was found.
    unknown: Vec<(usize, String)>,
    too_many: bool,
    most: usize,
    kept: i64,
}

impl Page for SessionPage {
    const TEMPLATE: &'static str = "occasions/session.html";
}

fn one(conn: &mut Conn, who: &Who, (id, session): (&ActionId, &str), unit: &str, today: Day) -> Result<SessionPage> {
    let action = managed(conn, who, id)?;
    let session = sessions::session(conn, session)?;
    if session.action != *id {
        return Err(Error::NotFound);
    }
    let there = sessions::participants_of(conn, std::slice::from_ref(&session.id))?.remove(&session.id);
    let there: BTreeMap<PersonId, String> = there.unwrap_or_default().into_iter().collect();
    // Who works where is HR's to list.
    let lists = who.has(Role::Hr);
    let people = organisation::people(conn)?.into_iter().filter(|_| lists);
    let of_unit = people.filter(|one| !unit.is_empty() && one.unit.as_str() == unit && one.works_on(today));
    let mut choices: Vec<Participant> =
        of_unit.map(|one| Participant { there: there.contains_key(&one.id), id: one.id, name: one.name }).collect();
    choices.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let units = if lists { organisation::units(conn)? } else { Vec::new() };
    let mut people: Vec<Participant> =
        there.into_iter().map(|(id, name)| Participant { id, name, there: true }).collect();
    people.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Ok(SessionPage {
        action: id.clone(),
        reference: action.reference(),
        title: action.title,
        fixed: session.campaign.is_some(),
        coming: session.day > today,
        session: session.id,
        day: session.day,
        words: session.words,
        people,
        unit: unit.to_owned(),
        units: units.into_iter().map(|unit| (unit.code.clone(), unit.name.clone())).collect(),
        choices,
        list: String::new(),
        unknown: Vec::new(),
        too_many: false,
        most: participants::MOST,
        kept: KEPT_DAYS,
    })
}

/// GET /actions/{id}/sessions/{session}?unit=production
pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (id, session) = (action_id(&req)?, web::part(&req, "session")?);
    let (unit, by, today) = (web::query(&req, "unit").unwrap_or_default(), who.clone(), app.today());
    let page = app.db.read(move |conn| one(conn, &by, (&id, &session), &unit, today)).await?;
    web::page(&req, &app, &who, &page).await
}

/// POST /actions/{id}/sessions/{session}: people ticked, pasted or from a file. All of them or none.
pub async fn name(req: HttpRequest, Staff(who): Staff, upload: Upload) -> Answer {
    let app = web::app(&req)?;
    let (id, session) = (action_id(&req)?, web::part(&req, "session")?);
    let (unit, ticked) = (upload.fields.text("unit")?, upload.fields.all("person"));
    let list = upload.fields.text("list")?;
    let file = String::from_utf8_lossy(&upload.file).into_owned();
    let (by, today, clock, to) = (who.clone(), app.today(), app.clock.clone(), format!("{}/{session}", path(&id)));
    let outcome = app
        .db
        .write(move |conn| {
            let page = one(conn, &by, (&id, &session), &unit, today)?;
            let session = free(conn, &id, &session)?;
            if page.coming {
                return Err(Error::invalid("session-fault-future"));
            }
            let people = organisation::people(conn)?;
            let mut listed = participants::read(&list, &people);
            let filed = participants::read(&file, &people);
            listed.people.extend(filed.people);
            listed.unknown.extend(filed.unknown);
            let chosen = people
                .iter()
                .filter(|one| page.choices.iter().any(|there| there.id == one.id) && ticked.contains(&one.id.0));
            listed.people.extend(chosen.map(|one| one.id.clone()));
            let too_many = page.people.len() + listed.people.len() > participants::MOST;
            if !listed.unknown.is_empty() || too_many {
                return Ok(Err(SessionPage { list, unknown: listed.unknown, too_many, ..page }));
            }
            let new = sessions::take_part(conn, &session.id, &listed.people)?;
            let detail = format!("{id} {}: {new}", session.day);
            audit(conn, &clock, Some(&by.person), "participants-named", &detail)?;
            Ok(Ok(new))
        })
        .await?;
    match outcome {
        Ok(new) => redirect_saying(&to, &Say::new("flash-participants").with("n", new)),
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// POST /actions/{id}/sessions/{session}/people/{person}/removal
pub async fn leave(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, session) = (action_id(&req)?, web::part(&req, "session")?);
    let (person, to) = (PersonId(web::part(&req, "person")?), format!("{}/{session}", path(&id)));
    let clock = app.clock.clone();
    app.db
        .write(move |conn| {
            managed(conn, &who, &id)?;
            let session = free(conn, &id, &session)?;
            sessions::leave(conn, &session.id, &person)?;
            audit(conn, &clock, Some(&who.person), "participant-left", &format!("{id} {}", session.day))
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-participant-left"))
}
