//! The form of a commitment. Correcting one that counts already makes a new version, from a quarter on; what was
//! promised before stays readable.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{SENTENCE, code_for};
use crate::app::{Settings, audit};
use crate::catalogue::store::{self, Promise};
use crate::catalogue::{Commitment, Direction, Kind, Version, quarter_code, quarter_named, quarter_start};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::sortable;
use crate::error::{Result, Say};
use crate::organisation::store as organisation;
use crate::render::{Language, Page, Texts};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, EditorOf, Faults, Fields, Seen, Who, redirect_saying};

mod promiser;
#[cfg(debug_assertions)]
mod samples;
mod typed;

pub use promiser::Promiser;
use typed::Typed;
pub(super) use typed::plain;

/// A promise may begin so many quarters before this one, and after it.
const QUARTERS: i32 = 4;

#[derive(Debug, Clone, Serialize)]
struct Choice {
    code: String,
    names: Texts,
}

#[derive(Debug, Clone, Serialize)]
pub struct CommitmentPage {
    post_to: String,
    back: String,
    /// Of a client unit: on no offering.
    of_client: bool,
    name: String,
    /// None for a new one.
    code: Option<String>,
    /// Saving makes a new version.
    renews: bool,
    seen: Seen,
    kinds: Vec<&'static str>,
    directions: Vec<&'static str>,
    offerings: Vec<Choice>,
    quarters: Vec<String>,
    typed: Typed,
    faults: Faults,
}

impl Page for CommitmentPage {
    const TEMPLATE: &'static str = "catalogue/commitment.html";
}

/// The quarters that a promise may begin with, the first one first, and one that it has already.
fn quarters(today: Day, standing: Option<&str>) -> Vec<String> {
    let this = quarter_start(today);
    let mut list: Vec<String> = (-QUARTERS..=QUARTERS).map(|n| quarter_code(this.plus_months(3 * n))).collect();
    if let Some(standing) = standing.filter(|standing| !list.iter().any(|code| code == standing)) {
        list.insert(0, standing.to_owned());
    }
    list
}

fn view(
    conn: &mut Conn,
    of: &Promiser,
    code: Option<String>,
    today: Day,
    language: Language,
) -> Result<CommitmentPage> {
    let supplier = organisation::supplier(conn, &of.supplier)?;
    let standing = match &code {
        Some(code) => Some(of.promise(conn, code)?),
        None => None,
    };
    let typed = Typed::of(standing.as_ref(), &Settings::load(conn)?.languages, today);
    let latest = standing.as_ref().and_then(Promise::latest);
    let chosen = standing.as_ref().and_then(|promise| promise.commitment.offering.as_ref());
    let offerings = store::offerings(conn, &of.supplier)?.into_iter();
    let offerings = offerings.filter(|one| one.active || Some(&one.code) == chosen);
    Ok(CommitmentPage {
        post_to: of.address(code.as_deref()),
        back: of.home(),
        of_client: of.unit.is_some(),
        name: supplier.name(language).to_owned(),
        renews: latest.is_some_and(|version| !version.may_be_corrected(today)),
        seen: Seen::of(&standing)?,
        kinds: Kind::ALL.iter().map(|kind| kind.as_str()).collect(),
        directions: Direction::ALL.iter().map(|direction| direction.as_str()).collect(),
        offerings: offerings.map(|one| Choice { code: one.code, names: one.names }).collect(),
        quarters: quarters(today, Some(&typed.since)),
        typed,
        code,
        faults: Faults::default(),
    })
}

pub async fn new(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    begin(&req, &who, Promiser::service(supplier)).await
}

/// The form of a new promise.
pub async fn begin(req: &HttpRequest, who: &Who, of: Promiser) -> Answer {
    let app = web::app(req)?;
    let (language, today, offering) = (who.language, app.today(), web::query(req, "offering").unwrap_or_default());
    let words = clean_line(&web::query(req, "text").unwrap_or_default());
    let mut page = app.db.read(move |conn| view(conn, &of, None, today, language)).await?;
    page.typed.offering = offering;
    // What a point of a relation asks for begins the sentence.
    for field in page.typed.texts.iter_mut().filter(|field| field.language == language) {
        field.value = words.chars().take(SENTENCE).collect();
    }
    web::page(req, &app, who, &page).await
}

pub async fn edit(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    change(&req, &who, Promiser::service(supplier)).await
}

/// The form of the promise that the path names.
pub async fn change(req: &HttpRequest, who: &Who, of: Promiser) -> Answer {
    let app = web::app(req)?;
    let (code, language, today) = (web::part(req, "commitment")?, who.language, app.today());
    let page = app.db.read(move |conn| view(conn, &of, Some(code), today, language)).await?;
    web::page(req, &app, who, &page).await
}

pub async fn create(req: HttpRequest, EditorOf { who, supplier }: EditorOf, form: Fields) -> Answer {
    keep(&req, &who, Promiser::service(supplier), form, None).await
}

pub async fn save(req: HttpRequest, EditorOf { who, supplier }: EditorOf, form: Fields) -> Answer {
    let code = web::part(&req, "commitment")?;
    keep(&req, &who, Promiser::service(supplier), form, Some(code)).await
}

/// What a form that has nothing yet begins with.
fn blank(of: &Promiser, today: Day) -> (Commitment, Version) {
    let supplier = &of.supplier;
    let commitment = Commitment {
        supplier: supplier.clone(),
        code: String::new(),
        offering: None,
        unit: of.unit.clone(),
        kind: Kind::Delay,
        question: None,
        ended_on: None,
    };
    let version = Version {
        id: String::new(),
        supplier: supplier.clone(),
        commitment: String::new(),
        version: 1,
        texts: Texts::default(),
        target: 0.0,
        measured_in: Texts::default(),
        direction: Direction::AtMost,
        since: quarter_start(today),
        made_on: today,
        frozen: false,
    };
    (commitment, version)
}

/// Keeps what was typed: a new promise, a correction, or a new version.
pub async fn keep(req: &HttpRequest, who: &Who, of: Promiser, form: Fields, code: Option<String>) -> Answer {
    let app = web::app(req)?;
    let languages = app.db.read(Settings::load).await?.languages;
    let (mut typed, given) = (Typed::read(&form, &languages)?, Seen::given(&form)?);
    let (clock, by, language, today) = (app.clock.clone(), who.person.clone(), who.language, app.today());
    let (to, supplier) = (of.home(), of.supplier.clone());
    let refusal = app
        .db
        .write(move |conn| {
            let page = view(conn, &of, code.clone(), today, language)?;
            let all = store::promises(conn, &supplier)?;
            let standing = code
                .as_ref()
                .and_then(|code| all.iter().find(|one| one.commitment.code == *code && one.commitment.unit == of.unit));
            let latest = standing.and_then(Promise::latest);
            let begin = match (standing, latest) {
                (Some(promise), Some(version)) => (promise.commitment.clone(), version.clone()),
                _ => blank(&of, today),
            };
            // A new version may not count before the one it follows; one corrected in its place not before the one
            // that it followed.
            let follows =
                if page.renews { latest } else { standing.and_then(|promise| promise.versions.iter().rev().nth(1)) };
            let mut faults = Faults::default();
            // What a client promises is on no offering, whatever was sent.
            if of.unit.is_some() {
                typed.offering = String::new();
            }
            // A number that was not touched stays what it is, beyond the decimals that the form shows.
            let untouched = latest.filter(|latest| typed.target == plain(latest.target)).map(|latest| latest.target);
            let (mut commitment, mut version) =
                typed.promise(begin, follows, &store::offerings(conn, &supplier)?, &mut faults);
            version.target = untouched.unwrap_or(version.target);
            if standing.is_none() {
                let taken = |code: &str| all.iter().any(|one| one.commitment.code == code);
                match code_for(&typed.code, version.texts.pick(Language::Fr), taken) {
                    Ok(code) => (commitment.code, version.commitment) = (code.clone(), code),
                    Err(say) => faults.add("code", say),
                }
            }
            let stale = page.seen.differs(given.as_deref()).filter(|_| faults.is_empty());
            if !faults.is_empty() || stale.is_some() {
                let seen = stale.unwrap_or_else(|| Seen::kept(given));
                let quarters = quarters(
                    today,
                    Some(&typed.since).filter(|code| quarter_named(code).is_some()).map(String::as_str),
                );
                return Ok(Some(CommitmentPage { typed, faults, seen, quarters, ..page }));
            }
            let detail = format!("{supplier} {}", commitment.code);
            match latest {
                None => {
                    version.id = sortable(clock.now());
                    store::insert_commitment(conn, &commitment)?;
                    store::insert_version(conn, &version)?;
                }
                Some(before) => {
                    store::update_commitment(conn, &commitment)?;
                    let same = Version { made_on: before.made_on, ..version.clone() } == *before;
                    // Only its kind or its offering changed: what is promised is the same.
                    let unchanged =
                        same || Version { since: before.since, ..version.clone() } == *before && page.renews;
                    if !unchanged && (page.renews || !store::correct_version(conn, &version)?) {
                        let (id, number) = (sortable(clock.now()), before.version + 1);
                        let renewed = Version { id, version: number, made_on: today, frozen: false, ..version };
                        store::insert_version(conn, &renewed)?;
                    }
                }
            }
            audit(conn, &clock, Some(&by), "commitment-saved", &detail)?;
            Ok(None)
        })
        .await?;
    match refusal {
        None => redirect_saying(&to, &Say::new("flash-commitment-saved")),
        Some(page) => web::refused(req, &app, who, &page).await,
    }
}
