//! GET /catalogue/{supplier}/edit: a service's catalogue as its head and HR see it, with what can be done to each line.

use actix_web::HttpRequest;
use serde::Serialize;

use super::Told;
use crate::app::audit;
use crate::catalogue::store::{self, Promise};
use crate::catalogue::{FEWEST_WORKERS, Offering};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::render::{Language, Page, Texts};
use crate::web::{self, Answer, EditorOf, Fields, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct PromiseLine {
    code: String,
    kind: &'static str,
    /// What is in force, or else what comes first.
    told: Told,
    /// A later version, from its quarter on.
    next: Option<Told>,
    to_come: bool,
    /// No question says how it is felt.
    unfelt: bool,
    ended_on: Option<Day>,
}

#[derive(Debug, Clone, Serialize)]
struct OfferingLine {
    code: String,
    names: Texts,
    active: bool,
    workers: i32,
    /// Too few people for figures.
    few: bool,
    up: bool,
    down: bool,
    promises: Vec<PromiseLine>,
}

#[derive(Debug, Clone, Serialize)]
pub struct EditPage {
    code: SupplierCode,
    name: String,
    fewest_workers: i32,
    offerings: Vec<OfferingLine>,
    promises: Vec<PromiseLine>,
    ended: Vec<PromiseLine>,
}

impl Page for EditPage {
    const TEMPLATE: &'static str = "catalogue/edit.html";
}

fn line(promise: &Promise, today: Day) -> Option<PromiseLine> {
    let standing = promise.on(today);
    let version = standing.or_else(|| promise.versions.first())?;
    let next = promise.latest().filter(|latest| latest.version > version.version).map(Told::of);
    Some(PromiseLine {
        code: promise.commitment.code.clone(),
        kind: promise.commitment.kind.as_str(),
        told: Told::of(version),
        next,
        to_come: standing.is_none(),
        unfelt: promise.commitment.question.is_none(),
        ended_on: promise.commitment.ended_on,
    })
}

fn view(conn: &mut Conn, code: &SupplierCode, today: Day, language: Language) -> Result<EditPage> {
    let supplier = organisation::supplier(conn, code)?;
    let list: Vec<Promise> = store::promises(conn, code)?;
    let own: Vec<&Promise> = list.iter().filter(|promise| promise.commitment.unit.is_none()).collect();
    let of = |code: Option<&str>, stands: bool| -> Vec<PromiseLine> {
        let here = own.iter().filter(|promise| promise.commitment.stands(today) == stands);
        let here = here.filter(|promise| !stands || promise.commitment.offering.as_deref() == code);
        here.filter_map(|promise| line(promise, today)).collect()
    };
    let offerings = store::offerings(conn, code)?;
    let last = offerings.len().saturating_sub(1);
    let offerings = offerings.into_iter().enumerate().map(|(place, offering)| OfferingLine {
        up: place > 0,
        down: place < last,
        few: !offering.has_figures(),
        promises: of(Some(&offering.code), true),
        code: offering.code,
        names: offering.names,
        active: offering.active,
        workers: offering.workers,
    });
    Ok(EditPage {
        code: code.clone(),
        name: supplier.name(language).to_owned(),
        fewest_workers: FEWEST_WORKERS,
        offerings: offerings.collect(),
        promises: of(None, true),
        ended: of(None, false),
    })
}

pub async fn show(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let (today, language) = (app.today(), who.language);
    let page = app.db.read(move |conn| view(conn, &supplier, today, language)).await?;
    web::page(&req, &app, &who, &page).await
}

/// POST /catalogue/{supplier}/order: `up` or `down` with an offering's code.
pub async fn order(req: HttpRequest, EditorOf { supplier, .. }: EditorOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let to = format!("/catalogue/{supplier}/edit");
    let up = fields.has("up");
    let code = fields.optional(if up { "up" } else { "down" })?.ok_or_else(|| Error::invalid("error-not-a-form"))?;
    let name = app
        .db
        .write(move |conn| {
            let mut list = store::offerings(conn, &supplier)?;
            let at = list.iter().position(|offering| offering.code == code).ok_or(Error::NotFound)?;
            let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|other| *other < list.len()) };
            if let Some(other) = other {
                list.swap(at, other);
            }
            renumber(conn, &list)?;
            Ok(list.into_iter().find(|offering| offering.code == code).map(|offering| offering.names))
        })
        .await?;
    let name = name.map(|names| names.pick(Language::Fr).to_owned()).unwrap_or_default();
    redirect_saying(&to, &Say::new("flash-offering-moved").with("name", name))
}

/// Gives each offering the place it has in the list.
fn renumber(conn: &mut Conn, list: &[Offering]) -> Result<()> {
    for (place, offering) in list.iter().enumerate() {
        let position = i32::try_from(place).unwrap_or(i32::MAX);
        if offering.position != position {
            store::update_offering(conn, &Offering { position, ..offering.clone() })?;
        }
    }
    Ok(())
}

/// POST /catalogue/{supplier}/commitments/{commitment}/end: from today on it is no longer promised, or it is again.
pub async fn end(req: HttpRequest, EditorOf { who, supplier }: EditorOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (code, again) = (web::part(&req, "commitment")?, fields.has("again"));
    let (today, clock, to) = (app.today(), app.clock.clone(), format!("/catalogue/{supplier}/edit"));
    app.db
        .write(move |conn| {
            let promise = promise(conn, &supplier, &code)?;
            let mut commitment = promise.commitment;
            commitment.ended_on = if again { None } else { Some(today) };
            if again && let Some(offering) = &commitment.offering {
                let stands = store::offerings(conn, &supplier)?;
                if !stands.iter().any(|other| other.code == *offering && other.active) {
                    return Err(Error::invalid("commitment-offering-gone"));
                }
            }
            store::update_commitment(conn, &commitment)?;
            let event = if again { "commitment-again" } else { "commitment-ended" };
            audit(conn, &clock, Some(&who.person), event, &format!("{supplier} {code}"))
        })
        .await?;
    redirect_saying(&to, &Say::new(if again { "flash-commitment-again" } else { "flash-commitment-ended" }))
}

/// The commitment of this code that the service itself made.
fn promise(conn: &mut Conn, supplier: &SupplierCode, code: &str) -> Result<Promise> {
    let list = store::promises(conn, supplier)?;
    let own = |promise: &Promise| promise.commitment.code == code && promise.commitment.unit.is_none();
    list.into_iter().find(own).ok_or(Error::NotFound)
}
