//! GET, POST /relations/{supplier}/{unit}/agreement; GET …/agreements/{agreement}; GET …/guide: what both sides print.

use actix_web::HttpRequest;
use serde::Serialize;

use super::relation::promised;
use super::{Named, Sides, sides};
use crate::app::audit;
use crate::catalogue::store::Promise;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{UnitCode, sortable};
use crate::error::{Error, Result, Say};
use crate::relations::{Agreed, AgreedPoint, AgreedPromise, Agreement, Hands, Side, State, store};
use crate::render::figures;
use crate::render::words::say;
use crate::render::{Language, Page};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, Staff, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// The longest name or function in it.
const WORDS: usize = 120;

#[derive(Debug, Clone, Serialize)]
pub struct AgreementPage {
    href: String,
    /// What it says, as it would be printed today or as it was.
    agreed: Agreed,
    /// When it was printed; none while it is prepared.
    made_on: Option<Day>,
    writes: bool,
    fault: Option<Say>,
}

impl Page for AgreementPage {
    const TEMPLATE: &'static str = "relations/agreement.html";
}

/// Questions to lead a talk in both directions, with what stands between the two.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct GuidePage(AgreementPage);

impl Page for GuidePage {
    const TEMPLATE: &'static str = "relations/guide.html";
}

fn promise(promise: &Promise, language: Language, today: Day) -> Option<AgreedPromise> {
    let version = promise.on(today)?;
    let key = match version.direction {
        crate::catalogue::Direction::AtLeast => "promise-target-at_least",
        crate::catalogue::Direction::AtMost => "promise-target-at_most",
    };
    let value = figures::number(language, version.target);
    let target = Say::new(key).with("value", value).with("unit", version.measured_in.pick(language));
    Some(AgreedPromise { text: version.texts.pick(language).to_owned(), target: say(language, &target) })
}

/// All that stands between the two today: points that are not settled, promises of both.
fn today_of(conn: &mut Conn, who: &Who, named: &Named, today: Day) -> Result<(Agreed, Hands)> {
    let Sides { supplier, unit, hands, .. } = sides(conn, who, named)?;
    let language = who.language;
    let points = store::points(conn, &supplier.code, &unit.code)?.into_iter();
    let points = points.filter(|point| point.state != State::Settled).map(|point| AgreedPoint {
        kind: point.kind.as_str().to_owned(),
        side: point.side.map_or("", Side::as_str).to_owned(),
        words: point.words,
        state: point.state.as_str().to_owned(),
        answer: point.answer,
    });
    let mut of = |unit: Option<&UnitCode>| -> Result<Vec<AgreedPromise>> {
        let list = promised(conn, &named.supplier, unit, today)?;
        Ok(list.iter().filter_map(|(_, one)| promise(one, language, today)).collect())
    };
    let (promises, client_promises) = (of(None)?, of(Some(&named.unit))?);
    let agreed = Agreed {
        service: supplier.name(language).to_owned(),
        client: unit.name.clone(),
        points: points.collect(),
        promises,
        client_promises,
        ..Agreed::default()
    };
    Ok((agreed, hands))
}

pub async fn prepare(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (named, today, reader) = (Named::of(&req)?, app.today(), who.clone());
    let href = named.path();
    let (agreed, hands) = app.db.read(move |conn| today_of(conn, &reader, &named, today)).await?;
    let page = AgreementPage { href, agreed, made_on: None, writes: hands.any(), fault: None };
    web::page(&req, &app, &who, &page).await
}

/// Archives the print of today.
pub async fn make(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (named, today, by, clock) = (Named::of(&req)?, app.today(), who.clone(), app.clock.clone());
    let href = named.path();
    let line = |name: &str| fields.text(name).map(|text| clean_line(&text));
    let (contact, decides, review_on) = (line("contact")?, line("decides")?, line("review_on")?);
    let (for_service, for_client) = (line("for_service")?, line("for_client")?);
    let outcome = app
        .db
        .write(move |conn| {
            let (agreed, hands) = today_of(conn, &by, &named, today)?;
            if !hands.any() {
                return Err(Error::Forbidden);
            }
            let agreed = Agreed { contact, decides, for_service, for_client, review_on, ..agreed };
            let texts = [&agreed.contact, &agreed.decides, &agreed.for_service, &agreed.for_client];
            let review = Day::parse(&agreed.review_on);
            let fault = if texts.iter().any(|text| text.is_empty()) {
                Some(Say::new("agreement-fault-names"))
            } else if texts.iter().any(|text| text.chars().count() > WORDS) {
                Some(Say::new("form-too-long").with("limit", WORDS))
            } else if review.is_none_or(|day| day <= today) {
                Some(Say::new("agreement-fault-review"))
            } else {
                None
            };
            if fault.is_some() {
                return Ok(Err(AgreementPage { href: named.path(), agreed, made_on: None, writes: true, fault }));
            }
            let (id, body) = (sortable(clock.now()), serde_json::to_string(&agreed)?);
            let (supplier, unit) = (named.supplier.clone(), named.unit.clone());
            audit(conn, &clock, Some(&by.person), "agreement-made", &format!("{supplier} {unit} {id}"))?;
            store::insert_agreement(conn, &Agreement { id: id.clone(), supplier, unit, made_on: today, body })?;
            Ok(Ok(id))
        })
        .await?;
    match outcome {
        Ok(id) => redirect_saying(&format!("{href}/agreements/{id}"), &Say::new("flash-agreement-made")),
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// As it was printed.
pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (named, id, reader) = (Named::of(&req)?, web::part(&req, "agreement")?, who.clone());
    let href = named.path();
    let (agreed, made_on) = app
        .db
        .read(move |conn| {
            sides(conn, &reader, &named)?;
            let list = store::agreements(conn, &named.supplier, &named.unit)?;
            let one = list.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
            let agreed: Agreed = serde_json::from_str(&one.body)?;
            Ok((agreed, one.made_on))
        })
        .await?;
    let page = AgreementPage { href, agreed, made_on: Some(made_on), writes: false, fault: None };
    web::page(&req, &app, &who, &page).await
}

pub async fn guide(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (named, today, reader) = (Named::of(&req)?, app.today(), who.clone());
    let href = named.path();
    let (agreed, _) = app.db.read(move |conn| today_of(conn, &reader, &named, today)).await?;
    let page = AgreementPage { href, agreed, made_on: None, writes: false, fault: None };
    web::page(&req, &app, &who, &GuidePage(page)).await
}
