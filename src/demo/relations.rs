//! What both sides of some relations of the story need of each other, and one agreement.

use super::files;
use super::quarters::Wave;
use crate::app::App;
use crate::catalogue::charter::{self, Charter};
use crate::catalogue::store::charter as charters;
use crate::catalogue::{Commitment, Direction, Kind as PromiseKind, Version, quarter_start, store as catalogue};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode, sortable};
use crate::error::{Error, Result};
use crate::organisation::store as organisation;
use crate::relations::{Agreed, AgreedPoint, AgreedPromise, Agreement, Kind, Noticed, Point, Side, State, store};
use crate::render::Language;

/// After `wave` was published: what was noticed then, with its answer; in the first one what clients promise, in the
/// last one the agreement of facilities and production.
pub fn follow(app: &App, wave: &Wave) -> Result<()> {
    let (now, today, name) = (app.clock.now(), app.today(), wave.name);
    app.db.write_now(move |conn| {
        for row in files::rows(files::POINTS)?.into_iter().filter(|row| row.get("wave") == name) {
            let state = State::parse(row.get("state")).ok_or(Error::NotFound)?;
            let point = Point {
                id: sortable(now),
                supplier: SupplierCode::from(row.get("supplier")),
                unit: Some(row.get("unit")).filter(|unit| !unit.is_empty()).map(UnitCode::from),
                kind: Kind::parse(row.get("kind")).ok_or(Error::NotFound)?,
                side: Side::parse(row.get("side")),
                words: row.get("words").to_owned(),
                noticed: Noticed::parse(row.get("noticed")).ok_or(Error::NotFound)?,
                state,
                answer: row.get("answer").to_owned(),
                made_on: today,
                answered_on: (state != State::Open).then(|| today.plus_days(9)),
            };
            store::insert_point(conn, &point)?;
        }
        match name {
            "w1" => promise(conn, sortable(now), today),
            "w2" => adopt(conn, today),
            "w3" => agree(conn, sortable(now), today),
            _ => Ok(()),
        }
    })
}

fn promise(conn: &mut Conn, id: String, today: Day) -> Result<()> {
    for (row, place) in files::rows(files::CLIENT_COMMITMENTS)?.into_iter().zip(0..) {
        let supplier = SupplierCode::from(row.get("supplier"));
        let commitment = Commitment {
            supplier: supplier.clone(),
            code: row.get("code").to_owned(),
            offering: None,
            unit: Some(UnitCode::from(row.get("unit"))),
            kind: PromiseKind::parse(row.get("kind")).ok_or(Error::NotFound)?,
            question: None,
            ended_on: None,
        };
        let version = Version {
            id: format!("{id}{place}"),
            supplier,
            commitment: commitment.code.clone(),
            version: 1,
            texts: row.texts("text"),
            target: row.get("target").parse().map_err(Error::internal)?,
            measured_in: row.texts("unit"),
            direction: Direction::parse(row.get("direction")).ok_or(Error::NotFound)?,
            since: quarter_start(today),
            made_on: today,
            frozen: false,
        };
        catalogue::insert_commitment(conn, &commitment)?;
        catalogue::insert_version(conn, &version)?;
    }
    Ok(())
}

/// The charter, after people were asked about it.
fn adopt(conn: &mut Conn, today: Day) -> Result<()> {
    let (state, adopted_on) = (charter::State::Adopted, Some(today));
    charters::insert(conn, &Charter { version: 1, state, consulted_on: Some(today.plus_days(-20)), adopted_on })?;
    let mut lines = Vec::new();
    for (row, position) in files::rows(files::CHARTER)?.into_iter().zip(0..) {
        let side = charter::Side::parse(row.get("side")).ok_or(Error::NotFound)?;
        lines.push(charter::Line { charter: 1, position, side, texts: row.texts("text") });
    }
    charters::set_lines(conn, 1, &lines)
}

fn agree(conn: &mut Conn, id: String, today: Day) -> Result<()> {
    let (supplier, unit) = (SupplierCode::from("facilities"), UnitCode::from("production"));
    let promises = catalogue::promises(conn, &supplier)?;
    let promised = |unit: Option<&UnitCode>| {
        let list = promises.iter().filter(|one| one.commitment.unit.as_ref() == unit);
        let text = |one: &catalogue::Promise| one.on(today).map(|version| version.texts.pick(Language::Fr).to_owned());
        list.filter_map(|one| Some(AgreedPromise { text: text(one)?, target: String::new() })).collect()
    };
    let point = |point: Point| AgreedPoint {
        kind: point.kind.as_str().to_owned(),
        side: point.side.map_or("", Side::as_str).to_owned(),
        words: point.words,
        state: point.state.as_str().to_owned(),
        answer: point.answer,
    };
    let agreed = Agreed {
        service: organisation::supplier(conn, &supplier)?.name(Language::Fr).to_owned(),
        client: organisation::tree(conn)?.get(&unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        points: store::points(conn, &supplier, &unit)?.into_iter().map(point).collect(),
        promises: promised(None),
        client_promises: promised(Some(&unit)),
        contact: "L'accueil du site, 4200".to_owned(),
        decides: "La directrice industrielle".to_owned(),
        for_service: "La responsable des services généraux".to_owned(),
        for_client: "Le référent de la production".to_owned(),
        review_on: today.plus_months(6).to_string(),
    };
    let body = serde_json::to_string(&agreed)?;
    store::insert_agreement(conn, &Agreement { id, supplier, unit, made_on: today, body })
}
