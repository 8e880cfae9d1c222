//! The form of a commitment. Correcting one that counts already makes a new version, from a quarter on; what was
//! promised before stays readable.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{Faults, MEASURE, SENTENCE, code_for, refused};
use crate::app::{Settings, audit};
use crate::catalogue::store::{self, Promise};
use crate::catalogue::{Commitment, Direction, Kind, Offering, Version, quarter_code, quarter_named, quarter_start};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::render::figures::rounded;
use crate::render::{Language, Page, Texts};
use crate::web::typed::{clean_line, number};
use crate::web::{self, Answer, EditorOf, Fields, Seen, TextField, Who, redirect_saying};

#[cfg(feature = "samples")]
mod samples;

/// A promise may begin so many quarters before this one, and after it.
const QUARTERS: i32 = 4;

/// What the form holds, as typed.
#[derive(Debug, Clone, Default, Serialize)]
struct Typed {
    code: String,
    texts: Vec<TextField>,
    kind: String,
    offering: String,
    target: String,
    direction: String,
    measured_in: Vec<TextField>,
    /// The quarter from which on it counts.
    since: String,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    code: String,
    names: Texts,
}

/// Whose promise a form is about, and where it stands.
#[derive(Debug, Clone)]
pub struct Promiser {
    pub supplier: SupplierCode,
    /// The client unit that promises; none where the service does.
    pub unit: Option<UnitCode>,
}

impl Promiser {
    pub fn service(supplier: SupplierCode) -> Self {
        Self { supplier, unit: None }
    }

    /// Where its promises are listed.
    fn home(&self) -> String {
        match &self.unit {
            None => format!("/catalogue/{}/edit", self.supplier),
            Some(unit) => format!("/relations/{}/{unit}", self.supplier),
        }
    }

    fn address(&self, code: Option<&str>) -> String {
        let code = code.unwrap_or("new");
        match &self.unit {
            None => format!("/catalogue/{}/commitments/{code}", self.supplier),
            Some(unit) => format!("/relations/{}/{unit}/commitments/{code}", self.supplier),
        }
    }

    /// The promise of this code that it made.
    fn promise(&self, conn: &mut Conn, code: &str) -> Result<Promise> {
        let list = store::promises(conn, &self.supplier)?;
        let own = |promise: &Promise| promise.commitment.code == code && promise.commitment.unit == self.unit;
        list.into_iter().find(own).ok_or(Error::NotFound)
    }
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

/// A number as a form shows it: no decimals of nothing.
pub(super) fn plain(value: f64) -> String {
    let text = rounded(value, 3);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
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

impl Typed {
    fn of(promise: Option<&Promise>, languages: &[Language], today: Day) -> Self {
        let (none, latest) = (Texts::default(), promise.and_then(Promise::latest));
        let next = quarter_code(quarter_start(today).plus_months(3));
        let since = match latest {
            Some(version) if version.may_be_corrected(today) => quarter_code(version.since),
            Some(_) => next,
            None => quarter_code(today),
        };
        let commitment = promise.map(|promise| &promise.commitment);
        Self {
            code: String::new(),
            texts: TextField::all("text", latest.map_or(&none, |version| &version.texts), languages),
            kind: commitment.map_or(Kind::Delay, |of| of.kind).as_str().to_owned(),
            offering: commitment.and_then(|of| of.offering.clone()).unwrap_or_default(),
            target: latest.map(|version| plain(version.target)).unwrap_or_default(),
            direction: latest.map_or(Direction::AtMost, |version| version.direction).as_str().to_owned(),
            measured_in: TextField::all("unit", latest.map_or(&none, |version| &version.measured_in), languages),
            since,
        }
    }

    fn read(form: &Fields, languages: &[Language]) -> Result<Self> {
        let line = |name: &str| form.text(name).map(|text| clean_line(&text));
        Ok(Self {
            code: line("code")?,
            texts: TextField::read("text", form, languages)?,
            kind: line("kind")?,
            offering: line("offering")?,
            target: line("target")?,
            direction: line("direction")?,
            measured_in: TextField::read("unit", form, languages)?,
            since: line("since")?,
        })
    }

    /// What it says: the commitment and the version, in the place of `standing`; what is wrong goes to `faults`.
    fn promise(
        &mut self,
        (commitment, version): (Commitment, Version),
        before: Option<&Version>,
        offerings: &[Offering],
        faults: &mut Faults,
    ) -> (Commitment, Version) {
        let texts = faults.texts(&mut self.texts, Some(&version.texts), SENTENCE, Some("commitment-fault-text"));
        let measured_in =
            faults.texts(&mut self.measured_in, Some(&version.measured_in), MEASURE, Some("commitment-fault-unit"));
        let (kind, direction) = (Kind::parse(&self.kind), Direction::parse(&self.direction));
        let (target, since) = (number(&self.target), quarter_named(&self.since));
        let offering = Some(self.offering.clone()).filter(|code| !code.is_empty());
        let known = |code: &String| {
            offerings.iter().any(|of| of.code == *code && (of.active || commitment.offering.as_ref() == Some(code)))
        };
        for (wrong, field, key) in [
            (kind.is_none(), "kind", "form-not-a-choice"),
            (direction.is_none(), "direction", "form-not-a-choice"),
            (offering.as_ref().is_some_and(|code| !known(code)), "offering", "form-not-a-choice"),
            (target.is_none(), "target", "commitment-fault-target"),
            (since.is_none(), "since", "form-not-a-choice"),
            (since.zip(before).is_some_and(|(since, before)| since < before.since), "since", "commitment-fault-since"),
        ] {
            if wrong {
                faults.add(field, Say::new(key));
            }
        }
        let kind = kind.unwrap_or(commitment.kind);
        let (target, since) = (target.unwrap_or_default(), since.unwrap_or(version.since));
        let direction = direction.unwrap_or(version.direction);
        (
            Commitment { kind, offering, ..commitment },
            Version { texts, measured_in, target, direction, since, ..version },
        )
    }
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
        Some(page) => refused(req, &app, who, &page).await,
    }
}
