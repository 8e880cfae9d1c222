//! Creating and editing an action. The baseline is read from the publication when the form is shown and again when it
//! is sent: what the form carries is only which wave and which subject.

use actix_web::HttpRequest;
use serde::Serialize;

use super::asked::{self, LessonAsked, Measures, PointAsked, PromiseAsked};
use super::reach::{self, GroupChoice};
use super::seen;
use super::typed::{Checked, Fault, Faults, Named, Typed, check, fault};
use crate::app::Settings;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, PersonId, SupplierCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::{self, Person};
use crate::progress::store::origins;
use crate::progress::store::reach::Reach;
use crate::progress::suggestions::{self, Suggestion};
use crate::progress::{Action, Kind, Origin, store};
use crate::render::{Language, Page, Texts};
use crate::web::{self, Answer, Fields, HeadOf, Staff, TextField, Who};

#[cfg(debug_assertions)]
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
    /// The client groups it may concern: code, name, ticked.
    groups: Vec<GroupChoice>,
    suggestions: Vec<Offer>,
    /// The commitment that a new one comes from, or the point of a relation.
    promise: Option<PromiseAsked>,
    point: Option<PointAsked>,
    /// What was learnt between two quarters, and the quarter's figures that may tell whether the action works.
    lesson: Option<LessonAsked>,
    measures: Option<Measures>,
}

/// What others did about the same dimension: fills the form in.
#[derive(Debug, Clone, Serialize)]
pub struct Offer {
    title: String,
    href: String,
    current: bool,
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "progress/form.html";
}

/// The people of the form who work here; those whom the action has already stay until the head names others.
fn people_named(conn: &mut Conn, typed: &Typed, today: Day, standing: &[Person]) -> Result<Named> {
    let mut find = |address: &str| -> Result<Option<Person>> {
        let found = organisation::store::person_by_email(conn, address)?;
        Ok(found.filter(|person| person.works_on(today) || standing.iter().any(|one| one.id == person.id)))
    };
    let mut named = Named { owner: find(&typed.owner)?, ..Named::default() };
    for address in typed.contributors() {
        match find(address)? {
            Some(person) => named.contributors.push(person),
            None => named.nobody = named.nobody.or_else(|| Some(address.to_owned())),
        }
    }
    Ok(named)
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
    let offer = |origin: &Origin, one: &'static Suggestion| Offer {
        title: one.titles.pick(who.language).to_owned(),
        href: format!(
            "/actions/{supplier}/new?campaign={}&subject={}&suggestion={}",
            origin.wave, origin.subject, one.code
        ),
        current: typed.title == one.titles.pick(who.language),
    };
    let offers = origin.iter().flat_map(|origin| suggestions::of(&origin.subject).map(|one| offer(origin, one)));
    Ok(FormPage {
        suggestions: offers.collect(),
        reference: None,
        groups: reach::choices(conn, supplier, &Reach::default(), &typed)?,
        post_to: format!("/actions/{supplier}/new"),
        back_to: format!("/actions?supplier={supplier}"),
        supplier: of.name(who.language).to_owned(),
        origin: origin.map(|origin| view_origin(conn, supplier, origin, who.language)).transpose()?,
        seen: String::new(),
        typed: typed.blamed(&faults),
        faults: Faults::of(faults),
        kinds: Kind::ALL,
        colleagues: colleagues(conn, supplier)?,
        promise: None,
        point: None,
        lesson: None,
        measures: None,
    })
}

fn asked_origin(conn: &mut Conn, supplier: &SupplierCode, wave: &str, subject: &str) -> Result<Option<Origin>> {
    if subject.is_empty() {
        return Ok(None);
    }
    store::origin(conn, supplier, wave, subject).map(Some)
}

/// What the maker of an action that a lesson was drawn for may measure it by.
fn measures_for(
    conn: &mut Conn,
    supplier: &SupplierCode,
    lesson: Option<&LessonAsked>,
    chosen: &str,
    language: Language,
) -> Result<Option<Measures>> {
    if lesson.is_some() { asked::measures(conn, supplier, chosen, language) } else { Ok(None) }
}

/// The form as it begins: the reader owns the action, and a suggestion has filled in what it can.
fn begun(conn: &mut Conn, who: &Who, supplier: &SupplierCode, suggestion: &str) -> Result<Typed> {
    let languages = Settings::load(conn)?.languages;
    let blank = Typed { owner: who.email.clone(), kind: Kind::Corrective.as_str().to_owned(), ..Typed::default() };
    let Some(one) = suggestions::by_code(suggestion) else {
        return Ok(Typed { public: TextField::all("public", &Texts::default(), &languages), ..blank });
    };
    let names = organisation::store::supplier(conn, supplier)?.names;
    Ok(Typed {
        title: one.titles.pick(who.language).to_owned(),
        kind: one.kind.as_str().to_owned(),
        public: TextField::all("public", &one.public(&names, &languages), &languages),
        ..blank
    })
}

/// GET /actions/{supplier}/new?campaign=2026-Q1&subject=follow_up&suggestion=follow_up_1
pub async fn new(req: HttpRequest, HeadOf { who, supplier }: HeadOf) -> Answer {
    let app = web::app(&req)?;
    let given = |name: &str| web::query(&req, name).unwrap_or_default();
    let (wave, subject, suggestion, head) = (given("campaign"), given("subject"), given("suggestion"), who.clone());
    let (commitment, point) = (given("commitment"), given("point"));
    let (flash, question, event) = (given("flash"), given("question"), given("event"));
    let page = app
        .db
        .read(move |conn| {
            let promise = asked::promise(conn, &supplier, &wave, &commitment)?;
            let wave = if promise.is_some() { "" } else { wave.as_str() };
            let origin = asked_origin(conn, &supplier, wave, &subject)?;
            let mut typed = begun(conn, &head, &supplier, &suggestion)?;
            if let Some(promise) = &promise {
                promise.fill(&mut typed, head.language);
            }
            let point = asked::point(conn, &supplier, &point)?;
            if let Some(point) = &point {
                typed.finding.clone_from(&point.words);
            }
            let lesson = asked::lesson(conn, &supplier, (&flash, &question, &event), head.language)?;
            if let Some(lesson) = &lesson {
                typed.finding.clone_from(&lesson.words);
            }
            let measures = measures_for(conn, &supplier, lesson.as_ref(), &subject, head.language)?;
            let page = new_page(conn, &head, &supplier, origin, typed, Vec::new())?;
            Ok(FormPage { promise, point, lesson, measures, ..page })
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
    let (commitment, promised_in) = (fields.text("commitment")?, fields.text("promised_in")?);
    let point = fields.text("point")?;
    let (flash, question, event) = (fields.text("flash")?, fields.text("question")?, fields.text("event")?);
    let (today, now, head) = (app.today(), app.clock.now(), who.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let promise = asked::promise(conn, &supplier, &promised_in, &commitment)?;
            let point = asked::point(conn, &supplier, &point)?;
            let lesson = asked::lesson(conn, &supplier, (&flash, &question, &event), head.language)?;
            let origin = asked_origin(conn, &supplier, &wave, &subject)?;
            let people = people_named(conn, &typed, today, &[])?;
            let checked = check(&typed, &people, Some(today), None);
            match (checked, people.owner) {
                (Ok(checked), Some(owner)) => {
                    let (id, contributors) = (ActionId(sortable(now)), checked.contributors.clone());
                    let reach = reach::read(conn, &supplier, &typed, &checked, &Reach::default())?;
                    let action = proposed(id, supplier, typed, &checked, &owner, origin);
                    let action = store::create(conn, action, &head.person, now)?;
                    store::reach::set(conn, &action.id, &reach)?;
                    store::set_contributors(conn, &action.id, &contributors)?;
                    if let Some(promise) = promise {
                        origins::add(conn, promise.origin(&action.id, head.language))?;
                    }
                    if let Some(point) = point {
                        origins::add(conn, point.origin(&action.id))?;
                    }
                    if let Some(lesson) = lesson {
                        origins::add(conn, lesson.origin(&action.id))?;
                    }
                    Ok(Ok(action))
                }
                (checked, _) => {
                    let faults = checked.err().unwrap_or_default();
                    let measures = measures_for(conn, &supplier, lesson.as_ref(), &subject, head.language)?;
                    let page = new_page(conn, &head, &supplier, origin, typed, faults)?;
                    Ok(Err(FormPage { promise, point, lesson, measures, ..page }))
                }
            }
        })
        .await?;
    match outcome {
        Ok(action) => {
            let say = Say::new("flash-action-created").with("reference", action.reference());
            web::redirect_saying(&format!("/actions/{}", action.id), &say)
        }
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

fn proposed(
    id: ActionId,
    supplier: SupplierCode,
    typed: Typed,
    checked: &Checked,
    owner: &Person,
    origin: Option<Origin>,
) -> Action {
    let action = Action {
        title: typed.title,
        finding: typed.finding,
        kind: checked.kind,
        starts_on: checked.starts_on,
        target: checked.target,
        check_on: checked.check_on,
        cost: typed.cost,
        awaits: typed.awaits,
        public_texts: TextField::texts(&typed.public, None),
        visible: typed.visible,
        ..Action::proposed(id, supplier, owner.id.clone(), checked.due_on)
    };
    match origin {
        Some(origin) => action.starting_from(origin),
        None => action,
    }
}

fn edit_page(conn: &mut Conn, who: &Who, action: &Action, typed: Typed, faults: Vec<Fault>) -> Result<FormPage> {
    let names = super::Names::load(conn, who, std::slice::from_ref(action))?;
    let origin = names.line(action, who.language).map(|line| OriginView {
        wave: line.wave,
        code: action.origin_subject.clone().unwrap_or_default(),
        subject: line.subject,
        value: line.value,
        low: line.low,
        high: line.high,
        n: line.n,
    });
    let standing = reach::standing(conn, action)?;
    Ok(FormPage {
        suggestions: Vec::new(),
        groups: reach::choices(conn, &action.supplier, &standing, &typed)?,
        reference: Some(action.reference()),
        post_to: format!("/actions/{}", action.id),
        back_to: format!("/actions/{}", action.id),
        supplier: organisation::store::supplier(conn, &action.supplier)?.name(who.language).to_owned(),
        origin,
        seen: store::history::last_line(conn, &action.id)?,
        typed: typed.blamed(&faults),
        faults: Faults::of(faults),
        kinds: Kind::ALL,
        colleagues: colleagues(conn, &action.supplier)?,
        promise: None,
        point: None,
        lesson: None,
        measures: None,
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
            let (owner, contributors) = people_of(conn, &action)?;
            let languages = Settings::load(conn)?.languages;
            let reach = reach::standing(conn, &action)?;
            let typed = Typed::from_action(&action, &owner, &contributors, &reach, &languages);
            edit_page(conn, &head, &action, typed, Vec::new())
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// Who has the action, and who helps.
fn people_of(conn: &mut Conn, action: &Action) -> Result<(Person, Vec<Person>)> {
    let owner = organisation::store::person(conn, &action.owner)?;
    let contributors = store::contributors(conn, std::slice::from_ref(&action.id))?.remove(&action.id);
    Ok((owner, contributors.unwrap_or_default()))
}

fn same_people(before: &[PersonId], after: &[PersonId]) -> bool {
    before.len() == after.len() && before.iter().all(|person| after.contains(person))
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
            let (owner, contributors) = people_of(conn, &old)?;
            let before: Vec<PersonId> = contributors.iter().map(|person| person.id.clone()).collect();
            let named = people_named(conn, &typed, today, &[vec![owner], contributors].concat())?;
            let faults = match (check(&typed, &named, Some(today), Some(&old)), named.owner) {
                (Ok(checked), Some(owner)) => {
                    let new = changed(&old, &typed, &checked, &owner);
                    let others = !same_people(&before, &checked.contributors);
                    let was = reach::standing(conn, &old)?;
                    let is = reach::read(conn, &old.supplier, &typed, &checked, &was)?;
                    let fields = differences((&old, &was), (&new, &is), others);
                    if fields.is_empty() {
                        return Ok(Ok(new));
                    }
                    if store::edit(conn, &new, &seen, &head.person, (today, now), &fields)? {
                        store::set_contributors(conn, &new.id, &checked.contributors)?;
                        store::reach::set(conn, &new.id, &is)?;
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
        Err(page) => web::refused(&req, &app, &who, &page).await,
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
        check_on: checked.check_on,
        cost: typed.cost.clone(),
        awaits: typed.awaits.clone(),
        public_texts: TextField::texts(&typed.public, Some(&old.public_texts)),
        visible: typed.visible,
        ..old.clone()
    }
}

/// What the history may say that an edit changed: each has its words.
pub const CHANGES: [&str; 17] = [
    "title",
    "finding",
    "kind",
    "owner",
    "starts_on",
    "due_on",
    "target",
    "contributors",
    "cost",
    "awaits",
    "check_on",
    "groups",
    "audience",
    "medium",
    "told_on",
    "public",
    "visible",
];

/// Which of [`CHANGES`] there are, for the history; `others`: somebody else helps.
fn differences((old, was): (&Action, &Reach), (new, is): (&Action, &Reach), others: bool) -> String {
    let differs = [
        old.title != new.title,
        old.finding != new.finding,
        old.kind != new.kind,
        old.owner != new.owner,
        old.starts_on != new.starts_on,
        old.due_on != new.due_on,
        old.target != new.target,
        others,
        old.cost != new.cost,
        old.awaits != new.awaits,
        old.check_on != new.check_on,
        was.groups != is.groups,
        was.audience != is.audience,
        was.medium != is.medium,
        was.told_on != is.told_on,
        old.public_texts != new.public_texts,
        old.visible != new.visible,
    ];
    let named = CHANGES.iter().zip(differs).filter(|(_, differs)| *differs);
    named.map(|(name, _)| *name).collect::<Vec<_>>().join(",")
}
