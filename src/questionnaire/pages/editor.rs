//! The editor of a draft: a list with buttons, so that keyboard and no script suffice. A version that a campaign
//! opened with is only shown; changing it makes the next draft.

use actix_web::HttpRequest;
use serde::Serialize;

use super::promises::{self, PromiseRow, telling};
use super::{condition_words, missing};
use crate::app::{App, Settings, audit};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation;
use crate::questionnaire::{
    Kind, MOST_CLOSED, MOST_TEXTS, Question, Questionnaire, State, bank, edit, longest_path_minutes, store,
};
use crate::render::{Language, Page};
use crate::web::{self, Answer, EditorOf, Fields, Role, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Serialize)]
pub struct Row {
    code: String,
    text: String,
    kind: Kind,
    dimension: Option<String>,
    core: bool,
    own: bool,
    reversed: bool,
    /// The languages of the organisation in which it does not stand, by their own names.
    lacks: Vec<&'static str>,
    up: bool,
    down: bool,
    /// Of whom it is asked, in words; none when of everybody.
    condition: Option<String>,
    may_depend: bool,
}

#[derive(Serialize)]
pub struct BankRow {
    code: String,
    text: String,
    kind: Kind,
}

#[derive(Serialize)]
pub struct BankGroup {
    name: Option<String>,
    questions: Vec<BankRow>,
}

#[derive(Serialize)]
pub struct VersionRow {
    version: i32,
    state: State,
    day: String,
}

#[derive(Serialize)]
pub struct EditorPage {
    supplier: String,
    name: String,
    version: Option<i32>,
    /// The version shown may be changed.
    draft: bool,
    fingerprint: String,
    closed: usize,
    texts: usize,
    most_closed: usize,
    most_texts: usize,
    missing: usize,
    /// Rounded up.
    minutes: i64,
    rows: Vec<Row>,
    bank: Vec<BankGroup>,
    versions: Vec<VersionRow>,
    /// The services whose questions may be copied here.
    others: Vec<Choice>,
    /// What the service promises, and the questions that may say how that is felt.
    promises: Vec<PromiseRow>,
    telling: Vec<(String, String)>,
    fault: Option<Say>,
}

#[derive(Serialize)]
pub struct Choice {
    code: String,
    name: String,
}

impl EditorPage {
    fn new(supplier: &organisation::Supplier, list: &[Question], languages: &[Language], language: Language) -> Self {
        let (closed, texts) = edit::counts(list);
        Self {
            supplier: supplier.code.0.clone(),
            name: supplier.name(language).to_owned(),
            version: None,
            draft: false,
            fingerprint: store::fingerprint(list),
            closed,
            texts,
            most_closed: MOST_CLOSED,
            most_texts: MOST_TEXTS,
            missing: missing(list, languages),
            minutes: whole(longest_path_minutes(list)),
            rows: rows(list, languages, language),
            bank: bank_groups(list, language),
            versions: Vec::new(),
            others: Vec::new(),
            promises: Vec::new(),
            telling: telling(list, language),
            fault: None,
        }
    }
}

fn whole(minutes: f64) -> i64 {
    (1..=60).find(|whole| f64::from(*whole) >= minutes).map_or(60, i64::from)
}

fn rows(list: &[Question], languages: &[Language], language: Language) -> Vec<Row> {
    let lacks = |question: &Question| {
        languages.iter().filter(|language| !question.speaks(**language)).map(|language| language.name()).collect()
    };
    let row = |(place, question): (usize, &Question)| Row {
        code: question.code.clone(),
        text: question.text(language).to_owned(),
        kind: question.kind,
        dimension: question.dimension_name(language).map(ToOwned::to_owned),
        core: question.core,
        own: bank::is_own(question),
        reversed: question.reversed,
        lacks: lacks(question),
        up: edit::may_move(list, place, true),
        down: edit::may_move(list, place, false),
        condition: condition_words(list, question, language),
        may_depend: question.may_depend(),
    };
    list.iter().enumerate().map(row).collect()
}

/// What the bank still offers, by dimension; the others last, without a name.
fn bank_groups(list: &[Question], language: Language) -> Vec<BankGroup> {
    let mut groups: Vec<(Option<&str>, BankGroup)> = Vec::new();
    for question in bank::questions() {
        if list.iter().any(|asked| asked.code == question.code) {
            continue;
        }
        let row =
            BankRow { code: question.code.clone(), text: question.text(language).to_owned(), kind: question.kind };
        let dimension = question.dimension.as_deref();
        match groups.iter_mut().find(|(of, _)| *of == dimension) {
            Some((_, group)) => group.questions.push(row),
            None => {
                let name = Some(question.dimension_names.pick(language).to_owned()).filter(|name| !name.is_empty());
                groups.push((dimension, BankGroup { name, questions: vec![row] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

impl Page for EditorPage {
    const TEMPLATE: &'static str = "questionnaire/editor.html";
}

/// The latest version and its questions; none yet gives an empty list.
pub(super) fn latest(
    conn: &mut Conn,
    supplier: &SupplierCode,
) -> Result<(organisation::Supplier, Option<Questionnaire>, Vec<Question>)> {
    let of = organisation::store::supplier(conn, supplier)?;
    let latest = store::latest(conn, supplier)?;
    let list = match &latest {
        Some(version) => store::questions(conn, &version.id)?,
        None => Vec::new(),
    };
    Ok((of, latest, list))
}

/// The latest questions of `from` that `who` may read: what a campaign asked, and for HR a draft too.
fn readable(conn: &mut Conn, who: &Who, from: &SupplierCode) -> Result<Option<Questionnaire>> {
    let drafts = who.has(Role::Hr);
    Ok(store::versions(conn, from)?.into_iter().find(|version| drafts || version.state == State::Frozen))
}

fn others(conn: &mut Conn, who: &Who, supplier: &SupplierCode) -> Result<Vec<Choice>> {
    let mut list = Vec::new();
    for other in organisation::store::suppliers(conn)?.into_iter().filter(|other| other.code != *supplier) {
        if readable(conn, who, &other.code)?.is_some() {
            list.push(Choice { code: other.code.0.clone(), name: other.name(who.language).to_owned() });
        }
    }
    Ok(list)
}

async fn page_of(app: &App, who: &Who, supplier: &SupplierCode) -> Result<EditorPage> {
    let (supplier, who, zone, today) = (supplier.clone(), who.clone(), app.config.time_zone.clone(), app.today());
    let language = who.language;
    app.db
        .read(move |conn| {
            let (of, latest, list) = latest(conn, &supplier)?;
            let languages = Settings::load(conn)?.languages;
            let mut page = EditorPage::new(&of, &list, &languages, language);
            page.version = latest.as_ref().map(|version| version.version);
            page.draft = latest.is_some_and(|version| version.state == State::Draft);
            let row = |version: Questionnaire| VersionRow {
                version: version.version,
                state: version.state,
                day: version.created_at.day_in(&zone).to_string(),
            };
            page.others = others(conn, &who, &supplier)?;
            page.promises = promises::rows(conn, &supplier, &list, today)?;
            page.versions = store::versions(conn, &supplier)?.into_iter().map(row).collect();
            Ok(page)
        })
        .await
}

pub async fn edit(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let page = page_of(&app, &who, &supplier).await?;
    web::page(&req, &app, &who, &page).await
}

/// Makes the draft to edit: the core of a first version, or a copy of the frozen one.
pub async fn create(req: HttpRequest, EditorOf { who, supplier }: EditorOf, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (clock, of, person) = (app.clock.clone(), supplier.clone(), who.person.clone());
    let draft = app
        .db
        .write(move |conn| {
            organisation::store::supplier(conn, &of)?;
            let draft = store::draft_for_edit(conn, &of, clock.now())?;
            audit(conn, &clock, Some(&person), "questionnaire-draft", &format!("{of} {}", draft.version))?;
            Ok(draft)
        })
        .await?;
    let say = Say::new("flash-questionnaire-draft").with("version", draft.version);
    redirect_saying(&format!("/questionnaires/{supplier}"), &say)
}

/// POST …/copy: the questions of another service, in the place of those of the draft.
pub async fn copy(req: HttpRequest, EditorOf { who, supplier }: EditorOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (clock, of, by) = (app.clock.clone(), supplier.clone(), who.clone());
    let (from, seen) = (SupplierCode(fields.text("from")?), fields.optional("seen")?);
    let done = app
        .db
        .write(move |conn| {
            // What somebody may not read looks like what is not there.
            let nothing = || Error::invalid("questionnaire-copy-nothing");
            let other =
                organisation::store::suppliers(conn)?.into_iter().find(|other| other.code == from && from != of);
            let other = other.ok_or_else(nothing)?;
            let version = readable(conn, &by, &from)?.ok_or_else(nothing)?;
            let list = store::questions(conn, &version.id)?;
            let list = edit::copied(&list, || store::next_own_code(conn))?;
            store::draft_for_edit(conn, &of, clock.now())?;
            let standing = latest(conn, &of)?.2;
            // A first draft has no page that somebody could have seen.
            let seen = seen.unwrap_or_else(|| store::fingerprint(&standing));
            store::edit(conn, &of, &seen, |_, draft| {
                *draft = list;
                Ok(())
            })?;
            audit(conn, &clock, Some(&by.person), "questionnaire-copied", &format!("{from} {of}"))?;
            let say = Say::new("flash-questionnaire-copied").with("supplier", other.name(by.language));
            Ok((String::new(), say))
        })
        .await;
    answer(&req, &app, &who, &supplier, done).await
}

/// Throws the draft away.
pub async fn discard(req: HttpRequest, EditorOf { who, supplier }: EditorOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (clock, of, person, seen) = (app.clock.clone(), supplier.clone(), who.person.clone(), fields.text("seen")?);
    let done = app
        .db
        .write(move |conn| {
            let draft = store::edit(conn, &of, &seen, |conn, _| store::latest_draft(conn, &of))?;
            let draft = draft.ok_or(Error::NotFound)?;
            store::delete_draft(conn, &draft.id)?;
            audit(conn, &clock, Some(&person), "questionnaire-discarded", &format!("{of} {}", draft.version))
        })
        .await;
    answer(&req, &app, &who, &supplier, done.map(|()| (String::new(), Say::new("flash-questionnaire-discarded")))).await
}

/// One button of the editor: `up`, `down`, `place`, `remove` or `add`, with the question's code.
pub async fn change(req: HttpRequest, EditorOf { who, supplier }: EditorOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (of, language, seen) = (supplier.clone(), who.language, fields.text("seen")?);
    let wanted = ["up", "down", "place", "remove", "add"].into_iter().find(|name| fields.has(name));
    let wanted = wanted.ok_or_else(|| Error::invalid("error-not-a-form"))?;
    let code = fields.text(wanted)?;
    let places: Vec<(String, String)> = fields.under("at-").map(|(code, place)| (code.to_owned(), place)).collect();
    let apply = move |list: &mut Vec<Question>| match wanted {
        "place" => place(list, &code, &places, language),
        _ => apply(list, wanted, &code, language),
    };
    let done = app.db.write(move |conn| store::edit(conn, &of, &seen, |_, list| apply(list))).await;
    answer(&req, &app, &who, &supplier, done).await
}

/// To the place written beside the question; without a code (somebody pressed Enter), the first whose number was changed.
fn place(list: &mut [Question], code: &str, places: &[(String, String)], language: Language) -> Result<(String, Say)> {
    let written = |code: &str| places.iter().find(|(of, _)| of == code).map(|(_, place)| place.trim());
    let changed = |(at, question): &(usize, &Question)| {
        written(&question.code).is_some_and(|place| place != (at + 1).to_string())
    };
    let code = match list.iter().enumerate().find(changed).filter(|_| code.is_empty()) {
        Some((_, question)) => question.code.clone(),
        None if code.is_empty() => return Ok((String::new(), Say::new("flash-questionnaire-no-place"))),
        None => code.to_owned(),
    };
    let wanted: usize = written(&code).and_then(|place| place.parse().ok()).unwrap_or_default();
    if !(1..=list.len()).contains(&wanted) {
        return Err(Error::Invalid(Say::new("questionnaire-place-number").with("most", list.len())));
    }
    let stands = edit::place_at(list, &code, wanted)?;
    let key = if stands == wanted { "flash-questionnaire-moved" } else { "flash-questionnaire-moved-near" };
    let question = list.iter().find(|question| question.code == code);
    let say = Say::new(key).with("place", stands).with("wanted", wanted);
    Ok((format!("#row-{code}"), say.with("question", question.map(|q| q.text(language)).unwrap_or_default())))
}

/// Gives the question to come back to, and what to say.
fn apply(list: &mut Vec<Question>, wanted: &str, code: &str, language: Language) -> Result<(String, Say)> {
    let named = |list: &[Question], say: Say| {
        let question = list.iter().find(|question| question.code == code);
        say.with("question", question.map(|question| question.text(language)).unwrap_or_default())
    };
    let say = match wanted {
        "up" | "down" => {
            let place = edit::shift(list, code, wanted == "up")?;
            named(list, Say::new("flash-questionnaire-moved").with("place", place))
        }
        "add" => {
            edit::add_from_bank(list, code)?;
            named(list, Say::new("flash-questionnaire-added"))
        }
        _ => {
            let gone = edit::remove(list, code)?;
            Say::new("flash-questionnaire-removed").with("question", gone.text(language))
        }
    };
    Ok((if wanted == "remove" { String::new() } else { format!("#row-{code}") }, say))
}

/// Back to the editor, or the editor as it is now with the reason why nothing was done.
pub(super) async fn answer(
    req: &HttpRequest,
    app: &App,
    who: &Who,
    supplier: &SupplierCode,
    done: Result<(String, Say)>,
) -> Answer {
    match done {
        Ok((place, say)) => redirect_saying(&format!("/questionnaires/{supplier}{place}"), &say),
        Err(Error::Invalid(say)) => {
            let page = EditorPage { fault: Some(say), ..page_of(app, who, supplier).await? };
            web::refused(req, app, who, &page).await
        }
        Err(other) => Err(other),
    }
}
