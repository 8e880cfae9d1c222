//! Creating and editing an action. The baseline is read from the publication when the form is shown and again when it
//! is sent: what the form carries is only which wave and which subject.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::seen;
use super::typed::{Checked, Fault, Faults, Typed, check, fault};
use crate::app::Settings;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, SupplierCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::{self, Person};
use crate::progress::{Action, Kind, Origin, store};
use crate::render::{Language, Page, Texts};
use crate::web::{self, Answer, Fields, HeadOf, Staff, TextField, Who};

#[cfg(feature = "samples")]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct OriginView {
    wave: String,
    code: String,
    subject: String,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    n: Option<i32>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Colleague {
    email: String,
    name: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct FormPage {
    /// Of the action being edited; none for a new one.
    reference: Option<String>,
    post_to: String,
    back_to: String,
    supplier: String,
    origin: Option<OriginView>,
    /// The history line the form was made from.
    seen: String,
    typed: Typed,
    faults: Faults,
    kinds: &'static [Kind],
    colleagues: Vec<Colleague>,
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "progress/form.html";
}

fn owner_of(conn: &mut Conn, typed: &Typed, today: Day) -> Result<Option<Person>> {
    Ok(organisation::store::person_by_email(conn, &typed.owner)?.filter(|person| person.works_on(today)))
}

/// The people of the supplier's branch and its heads: who is likely to own an action.
fn colleagues(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Colleague>> {
    let unit = organisation::store::supplier(conn, supplier)?.unit;
    let tree = organisation::store::tree(conn)?;
    let branch: Vec<_> = tree
        .units()
        .filter(|one| unit.as_ref().is_some_and(|unit| tree.upwards(&one.code).contains(unit)))
        .map(|one| one.code.clone())
        .collect();
    let mut list = organisation::store::names_in(conn, &branch)?;
    list.extend(organisation::store::heads(conn, supplier)?.into_iter().map(|head| (head.name, head.email)));
    list.sort();
    list.dedup();
    Ok(list.into_iter().map(|(name, email)| Colleague { email, name }).collect())
}

fn view_origin(conn: &mut Conn, supplier: &SupplierCode, origin: Origin, language: Language) -> Result<OriginView> {
    let names = store::subjects(conn, std::slice::from_ref(&origin.campaign))?;
    Ok(OriginView {
        subject: names.name(language, &origin.campaign, supplier, &origin.subject),
        wave: origin.wave,
        code: origin.subject,
        value: origin.value,
        low: origin.low,
        high: origin.high,
        n: origin.n,
    })
}

fn new_page(
    conn: &mut Conn,
    who: &Who,
    supplier: &SupplierCode,
    origin: Option<Origin>,
    typed: Typed,
    faults: Vec<Fault>,
) -> Result<FormPage> {
    let of = organisation::store::supplier(conn, supplier)?;
    Ok(FormPage {
        reference: None,
        post_to: format!("/actions/{supplier}/new"),
        back_to: format!("/actions?supplier={supplier}"),
        supplier: of.name(who.language).to_owned(),
        origin: origin.map(|origin| view_origin(conn, supplier, origin, who.language)).transpose()?,
        seen: String::new(),
        typed: typed.blamed(&faults),
        faults: Faults::of(faults),
        kinds: Kind::ALL,
        colleagues: colleagues(conn, supplier)?,
    })
}

fn asked_origin(conn: &mut Conn, supplier: &SupplierCode, wave: &str, subject: &str) -> Result<Option<Origin>> {
    if wave.is_empty() && subject.is_empty() {
        return Ok(None);
    }
    store::origin(conn, supplier, wave, subject).map(Some)
}

/// GET /actions/{supplier}/new?campaign=2026-Q1&subject=follow_up
pub async fn new(req: HttpRequest, HeadOf { who, supplier }: HeadOf) -> Answer {
    let app = web::app(&req)?;
    let asked = |name: &str| web::query(&req, name).unwrap_or_default();
    let (wave, subject, head) = (asked("campaign"), asked("subject"), who.clone());
    let page = app
        .db
        .read(move |conn| {
            let origin = asked_origin(conn, &supplier, &wave, &subject)?;
            let public = TextField::all("public", &Texts::default(), &Settings::load(conn)?.languages);
            let typed = Typed { owner: head.email.clone(), kind: "corrective".to_owned(), public, ..Typed::default() };
            new_page(conn, &head, &supplier, origin, typed, Vec::new())
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// POST /actions/{supplier}/new
pub async fn create(req: HttpRequest, HeadOf { who, supplier }: HeadOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let languages = app.db.read(Settings::load).await?.languages;
    let typed = Typed::of(&fields, &languages)?;
    let (wave, subject) = (fields.text("campaign")?, fields.text("subject")?);
    let (today, now, head) = (app.today(), app.clock.now(), who.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let origin = asked_origin(conn, &supplier, &wave, &subject)?;
            let owner = owner_of(conn, &typed, today)?;
            let checked = check(&typed, owner.as_ref(), Some(today), None);
            match (checked, owner) {
                (Ok(checked), Some(owner)) => {
                    let id = ActionId(sortable(now));
                    let action = proposed(id, supplier, typed, checked, &owner, origin);
                    store::create(conn, action, &head.person, now).map(Ok)
                }
                (checked, _) => {
                    let faults = checked.err().unwrap_or_default();
                    new_page(conn, &head, &supplier, origin, typed, faults).map(Err)
                }
            }
        })
        .await?;
    match outcome {
        Ok(action) => {
            let say = Say::new("flash-action-created").with("reference", action.reference());
            web::redirect_saying(&format!("/actions/{}", action.id), &say)
        }
        Err(page) => refused(&req, &app, &who, &page).await,
    }
}

fn proposed(
    id: ActionId,
    supplier: SupplierCode,
    typed: Typed,
    checked: Checked,
    owner: &Person,
    origin: Option<Origin>,
) -> Action {
    let action = Action {
        title: typed.title,
        finding: typed.finding,
        kind: checked.kind,
        starts_on: checked.starts_on,
        target: checked.target,
        public_texts: TextField::texts(&typed.public, None),
        visible: typed.visible,
        ..Action::proposed(id, supplier, owner.id.clone(), checked.due_on)
    };
    match origin {
        Some(origin) => action.starting_from(origin),
        None => action,
    }
}

async fn refused(req: &HttpRequest, app: &crate::app::App, who: &Who, page: &FormPage) -> Answer {
    let mut response = web::page(req, app, who, page).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn edit_page(conn: &mut Conn, who: &Who, action: &Action, typed: Typed, faults: Vec<Fault>) -> Result<FormPage> {
    let names = super::Names::load(conn, std::slice::from_ref(action))?;
    let origin = names.line(action, who.language).map(|line| OriginView {
        wave: line.wave,
        code: action.origin_subject.clone().unwrap_or_default(),
        subject: line.subject,
        value: line.value,
        low: line.low,
        high: line.high,
        n: line.n,
    });
    Ok(FormPage {
        reference: Some(action.reference()),
        post_to: format!("/actions/{}", action.id),
        back_to: format!("/actions/{}", action.id),
        supplier: organisation::store::supplier(conn, &action.supplier)?.name(who.language).to_owned(),
        origin,
        seen: store::last_line(conn, &action.id)?,
        typed: typed.blamed(&faults),
        faults: Faults::of(faults),
        kinds: Kind::ALL,
        colleagues: colleagues(conn, &action.supplier)?,
    })
}

/// The action, when `who` may change it: its head. A reader learns that it is not theirs to change.
fn editable(conn: &mut Conn, who: &Who, id: &ActionId) -> Result<Action> {
    let action = seen(conn, who, id)?;
    if who.heads(&action.supplier) { Ok(action) } else { Err(Error::Forbidden) }
}

/// GET /actions/{id}/edit
pub async fn edit(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (id, head) = (ActionId(web::part(&req, "id")?), who.clone());
    let page = app
        .db
        .read(move |conn| {
            let action = editable(conn, &head, &id)?;
            let owner = organisation::store::person(conn, &action.owner)?;
            let languages = Settings::load(conn)?.languages;
            edit_page(conn, &head, &action, Typed::from_action(&action, &owner, &languages), Vec::new())
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// POST /actions/{id}
pub async fn save(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let languages = app.db.read(Settings::load).await?.languages;
    let (typed, seen) = (Typed::of(&fields, &languages)?, fields.text("seen")?);
    let (id, head) = (ActionId(web::part(&req, "id")?), who.clone());
    let (today, now) = (app.today(), app.clock.now());
    let outcome = app
        .db
        .write(move |conn| {
            let old = editable(conn, &head, &id)?;
            let typed_owner = owner_of(conn, &typed, today)?;
            // An owner who left stays until the head names another.
            let owner = match typed_owner {
                Some(owner) => Some(owner),
                None => {
                    let before = organisation::store::person(conn, &old.owner)?;
                    Some(before).filter(|person| person.email == typed.owner.to_lowercase())
                }
            };
            let faults = match (check(&typed, owner.as_ref(), Some(today), Some(&old)), owner) {
                (Ok(checked), Some(owner)) => {
                    let new = changed(&old, &typed, &checked, &owner);
                    let fields = differences(&old, &new);
                    if fields.is_empty() || store::edit(conn, &new, &seen, &head.person, now, &fields)? {
                        return Ok(Ok(new));
                    }
                    vec![fault("", Say::new("action-error-changed"))]
                }
                (checked, _) => checked.err().unwrap_or_default(),
            };
            edit_page(conn, &head, &old, typed, faults).map(Err)
        })
        .await?;
    match outcome {
        Ok(action) => {
            let say = Say::new("flash-action-saved").with("reference", action.reference());
            web::redirect_saying(&format!("/actions/{}", action.id), &say)
        }
        Err(page) => refused(&req, &app, &who, &page).await,
    }
}

fn changed(old: &Action, typed: &Typed, checked: &Checked, owner: &Person) -> Action {
    Action {
        title: typed.title.clone(),
        finding: typed.finding.clone(),
        kind: checked.kind,
        owner: owner.id.clone(),
        starts_on: checked.starts_on,
        due_on: checked.due_on,
        target: checked.target,
        public_texts: TextField::texts(&typed.public, Some(&old.public_texts)),
        visible: typed.visible,
        ..old.clone()
    }
}

/// The names of the fields that changed, for the history.
fn differences(old: &Action, new: &Action) -> String {
    let pairs = [
        ("title", old.title != new.title),
        ("finding", old.finding != new.finding),
        ("kind", old.kind != new.kind),
        ("owner", old.owner != new.owner),
        ("starts_on", old.starts_on != new.starts_on),
        ("due_on", old.due_on != new.due_on),
        ("target", old.target != new.target),
        ("public", old.public_texts != new.public_texts),
        ("visible", old.visible != new.visible),
    ];
    pairs.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect::<Vec<_>>().join(",")
}
