//! The latest version beside the one before it: which trends hold, which break and why, HR's "same meaning" marks; and
//! the questions as a file.

use actix_web::HttpRequest;
use serde::Serialize;

use super::editor::latest;
use crate::app::{App, Settings, audit};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::{self, Supplier};
use crate::questionnaire::compare::{Break, Fate, fates, subject_break};
use crate::questionnaire::meanings::Mark;
use crate::questionnaire::question::folded;
use crate::questionnaire::{Choice, Meanings, Question, State, bank, dimensions, store};
use crate::render::{Language, Page, Texts};
use crate::web::{self, Answer, EditorOf, Fields, Hr, Role, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Serialize)]
pub struct FateRow {
    code: String,
    text: String,
    fate: &'static str,
    why: Vec<Break>,
    /// The wording before and now, in each language where it changed.
    wordings: Vec<(String, String)>,
    /// The names of the wordings before and now; a new question has none.
    pair: Option<(String, String)>,
    /// Only texts changed: whether the meaning did is HR's to say.
    may_mark: bool,
    /// The marks by which the trend holds.
    marks: Vec<MarkRow>,
    /// The one mark may be taken back: nothing has been published since.
    may_withdraw: bool,
    /// Every supplier may ask it: a mark holds for all of them.
    shared: bool,
}

#[derive(Serialize)]
pub struct MarkRow {
    by: String,
    on: Day,
}

#[derive(Serialize)]
pub struct DimensionRow {
    name: String,
    holds: bool,
}

#[derive(Serialize)]
pub struct ComparisonPage {
    supplier: String,
    name: String,
    /// None when there is nothing to compare with.
    before: Option<i32>,
    now: Option<i32>,
    rows: Vec<FateRow>,
    dimensions: Vec<DimensionRow>,
    /// This person may say that a meaning is the same.
    hr: bool,
    /// Why nothing was done.
    fault: Option<Say>,
}

fn row(question: &Question, old: Option<&Question>, fate: Fate, language: Language) -> FateRow {
    let (word, why) = match fate {
        Fate::Comparable => ("comparable", Vec::new()),
        Fate::Broken(why) => ("broken", why),
        Fate::New => ("new", Vec::new()),
        Fate::Gone => ("gone", Vec::new()),
    };
    let only_texts = !why.is_empty() && why.iter().all(|why| matches!(why, Break::Text));
    let pair = old.map(|old| (old.wording(), question.wording()));
    let changed = |language: Language| {
        let (before, now) = (old?.texts.get(language)?, question.texts.get(language)?);
        (folded(before) != folded(now)).then(|| (before.to_owned(), now.to_owned()))
    };
    FateRow {
        code: question.code.clone(),
        text: question.text(language).to_owned(),
        fate: word,
        why,
        wordings: Language::ALL.iter().copied().filter_map(changed).collect(),
        may_mark: only_texts,
        // Who and when come with the marks, from the database.
        marks: Vec::new(),
        may_withdraw: false,
        pair,
        shared: !bank::is_own(question),
    }
}

impl ComparisonPage {
    fn new(
        supplier: &Supplier,
        before: &[Question],
        now: &[Question],
        meanings: &Meanings,
        language: Language,
    ) -> Self {
        let hold = |dimension: &str| subject_break(before, now, dimension, meanings).is_none();
        Self {
            supplier: supplier.code.0.clone(),
            name: supplier.name(language).to_owned(),
            before: None,
            now: None,
            rows: fates(before, now, meanings)
                .into_iter()
                .map(|(question, old, fate)| row(question, old, fate, language))
                .collect(),
            dimensions: dimensions(now)
                .iter()
                .map(|dimension| DimensionRow {
                    name: dimension.label(language).to_owned(),
                    holds: hold(&dimension.code),
                })
                .collect(),
            hr: false,
            fault: None,
        }
    }
}

impl Page for ComparisonPage {
    const TEMPLATE: &'static str = "questionnaire/comparison.html";
}

/// The two versions that the page compares, and the marks.
struct Versions {
    of: Supplier,
    before: Option<i32>,
    now: Option<i32>,
    old: Vec<Question>,
    list: Vec<Question>,
    meanings: Meanings,
}

fn versions(conn: &mut Conn, supplier: &SupplierCode) -> Result<Versions> {
    let (of, latest, list) = latest(conn, supplier)?;
    let before = store::versions(conn, supplier)?.into_iter().skip(1).find(|version| version.state != State::Draft);
    let old = match &before {
        Some(version) => store::questions(conn, &version.id)?,
        None => Vec::new(),
    };
    let (now, before) = (latest.map(|version| version.version), before.map(|version| version.version));
    Ok(Versions { of, before, now, old, list, meanings: store::meanings(conn)? })
}

async fn page_of(app: &App, who: &Who, supplier: &SupplierCode) -> Result<ComparisonPage> {
    let (supplier, language, zone) = (supplier.clone(), who.language, app.config.time_zone.clone());
    let hr = who.has(Role::Hr);
    app.db
        .read(move |conn| {
            let Versions { of, before, now, old, list, meanings } = versions(conn, &supplier)?;
            let mut page =
                ComparisonPage { before, now, hr, ..ComparisonPage::new(&of, &old, &list, &meanings, language) };
            for row in &mut page.rows {
                let Some((a, b)) = &row.pair else { continue };
                let chain = meanings.chain(&row.code, a, b).unwrap_or_default();
                if let [only] = chain.as_slice() {
                    row.may_withdraw = !store::mark_is_used(conn, only)?;
                }
                for mark in chain {
                    let by = organisation::store::person(conn, &mark.person)?.name;
                    row.marks.push(MarkRow { by, on: mark.at.day_in(&zone) });
                }
            }
            Ok(page)
        })
        .await
}

pub async fn compare(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let page = page_of(&app, &who, &supplier).await?;
    web::page(&req, &app, &who, &page).await
}

/// HR says that the new wording of a question means the same, of exactly the two wordings it read.
pub async fn mark(req: HttpRequest, Hr(who): Hr, fields: Fields) -> Answer {
    say_meaning(&req, &who, &fields, true).await
}

/// HR takes that back, while no publication may rest on it.
pub async fn unmark(req: HttpRequest, Hr(who): Hr, fields: Fields) -> Answer {
    say_meaning(&req, &who, &fields, false).await
}

async fn say_meaning(req: &HttpRequest, who: &Who, fields: &Fields, same: bool) -> Answer {
    let app = web::app(req)?;
    let (supplier, code) = (SupplierCode(web::part(req, "supplier")?), web::part(req, "code")?);
    let (seen, of) = ((fields.text("before")?, fields.text("now")?), supplier.clone());
    let (clock, person) = (app.clock.clone(), who.person.clone());
    let done = app
        .db
        .write(move |conn| {
            store::hold_meanings(conn)?;
            let Versions { old, list, meanings, .. } = versions(conn, &of)?;
            let all = fates(&old, &list, &meanings);
            let found = all.iter().find(|(question, ..)| question.code == code).ok_or(Error::NotFound)?;
            let (question, Some(old), fate) = found else { return Err(Error::NotFound) };
            let pair = (old.wording(), question.wording());
            if pair != seen {
                return Err(Error::invalid("questionnaire-changed-meanwhile"));
            }
            let event = if same {
                let texts = |why: &Break| matches!(why, Break::Text);
                if !matches!(fate, Fate::Broken(why) if why.iter().all(texts)) {
                    return Err(Error::invalid("questionnaire-meaning-not-texts"));
                }
                store::mark(conn, &Mark::new(&code, &pair.0, &pair.1, person.clone(), clock.now()))?;
                "questionnaire-same-meaning"
            } else {
                let chain = meanings.chain(&code, &pair.0, &pair.1).unwrap_or_default();
                let [only] = chain.as_slice() else { return Err(Error::NotFound) };
                store::unmark(conn, only)?;
                "questionnaire-same-meaning-withdrawn"
            };
            audit(conn, &clock, Some(&person), event, &format!("{code} {} {}", pair.0, pair.1))
        })
        .await;
    let say = if same { "flash-questionnaire-same-meaning" } else { "flash-questionnaire-meaning-withdrawn" };
    match done {
        Ok(()) => redirect_saying(&format!("/questionnaires/{supplier}/comparison"), &Say::new(say)),
        Err(Error::Invalid(say)) => {
            let page = ComparisonPage { fault: Some(say), ..page_of(&app, who, &supplier).await? };
            web::refused(req, &app, who, &page).await
        }
        Err(other) => Err(other),
    }
}

/// The latest version as a CSV file: the bank's columns, with a text for each language the questionnaire or the
/// organisation has, the options written `code|label|label;…` in their order, and of whom a question is asked.
pub async fn download(req: HttpRequest, EditorOf { supplier, .. }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let name = format!("questionnaire-{supplier}.csv");
    let (list, languages) = app
        .db
        .read(move |conn| {
            let (_, latest, list) = latest(conn, &supplier)?;
            let languages = Settings::load(conn)?.languages;
            latest.map(|_| (list, languages)).ok_or(Error::NotFound)
        })
        .await?;
    Ok(web::download(&name, "text/csv; charset=utf-8", file(&list, &languages)?))
}

fn file(list: &[Question], languages: &[Language]) -> Result<Vec<u8>> {
    let spoken = |language: &Language| list.iter().any(|question| bank::is_own(question) && question.speaks(*language));
    let others = Language::ALL.iter().filter(|language| !languages.contains(language) && spoken(language));
    let languages: Vec<Language> = languages.iter().chain(others).copied().collect();
    let heads = |of: &str| languages.iter().map(|language| format!("{of}_{}", language.as_str())).collect::<Vec<_>>();
    let mut columns: Vec<String> = bank::COLUMNS.iter().map(ToString::to_string).collect();
    columns.splice(4..4, heads("dimension").into_iter().chain(heads("text")));
    columns.extend(["options", "asked_if", "asked_at_most"].map(ToOwned::to_owned));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).map_err(Error::internal)?;
    for question in list {
        let word = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
        let optional = |text: &Option<String>| inert(text.as_deref().unwrap_or_default());
        let said = |texts: &Texts, of: Language| texts.get(of).unwrap_or_default().to_owned();
        let texts = |texts: &Texts| languages.iter().map(|of| inert(&said(texts, *of))).collect::<Vec<_>>();
        let option = |choice: Choice| {
            let labels = languages.iter().map(|of| said(&choice.labels, *of));
            std::iter::once(choice.code.clone()).chain(labels).collect::<Vec<_>>().join("|")
        };
        let options: Vec<String> = question.options().into_iter().map(option).collect();
        let mut cells = vec![
            question.code.clone(),
            word(question.core),
            question.kind.as_str().to_owned(),
            optional(&question.dimension),
            number(question.lo),
            number(question.hi),
            word(question.reversed),
            inert(&options.join(";")),
            question.asked_if.clone().unwrap_or_default(),
            number(question.asked_at_most),
        ];
        cells.splice(4..4, texts(&question.dimension_names).into_iter().chain(texts(&question.texts)));
        writer.write_record(cells).map_err(Error::internal)?;
    }
    writer.into_inner().map_err(Error::internal)
}

/// A spreadsheet takes a text that begins like this for a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        return format!("'{text}");
    }
    text.to_owned()
}
