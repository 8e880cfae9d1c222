//! GET /comments/{supplier}/{campaign}: the queue, twenty at a time, original and redaction side by side. Neither date,
//! score nor group is read for it.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;

use super::opened;
use crate::app::Settings;
use crate::campaign::store::rare_languages;
use crate::clock::Day;
use crate::comments::language::told_in;
use crate::comments::redaction::{Kind, Piece};
use crate::comments::{Comment, State, Theme, store, themes};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Result, Say};
use crate::questionnaire::store as questionnaires;
use crate::render::{Language, Page};
use crate::web::{self, Answer, ModeratorOf, Who};

#[cfg(debug_assertions)]
mod samples;

/// Comments on a page.
pub const PER_PAGE: i64 = 20;

#[derive(Debug, Clone, Serialize)]
pub struct QueuePage {
    pub(super) supplier: String,
    pub(super) code: SupplierCode,
    pub(super) wave: String,
    /// Waiting ones, else decided ones.
    pub(super) held: bool,
    counts: BTreeMap<&'static str, i64>,
    decided: i64,
    /// Held ones in which nothing was found.
    clear: usize,
    cards: Vec<Card>,
    first: i64,
    /// How many at the head of the list are left for later.
    skip: i64,
    page: i64,
    pages: i64,
    /// Where else something waits, once all is read here.
    elsewhere: Vec<Elsewhere>,
    alert_contact: String,
    error: Option<Say>,
}

/// Other comments that wait for the same reader.
#[derive(Debug, Clone, Serialize)]
struct Elsewhere {
    supplier: String,
    code: SupplierCode,
    wave: String,
    held: i64,
}

#[derive(Debug, Clone, Serialize)]
pub struct Card {
    key: String,
    question: String,
    state: State,
    language: Language,
    /// The language's own name, where so few of those invited read it that the text as written would point to its author.
    rare: Option<&'static str>,
    pieces: Vec<Piece>,
    /// Parts replaced, parts to look at.
    replaced: usize,
    doubtful: usize,
    text: String,
    themes: Vec<ThemeBox>,
    decided_on: Option<Day>,
    error: Option<Say>,
}

#[derive(Debug, Clone, Serialize)]
struct ThemeBox {
    theme: Theme,
    ticked: bool,
    /// The words that gave it.
    reason: String,
}

/// What was typed for one comment and cannot be taken as it is.
pub struct Typed {
    pub key: String,
    pub text: String,
    pub themes: Vec<Theme>,
    pub fault: Say,
}

impl Card {
    fn new(
        comment: Comment,
        questions: &BTreeMap<String, String>,
        rare: &[Language],
        typed: Option<&Typed>,
    ) -> Result<Self> {
        let pieces = comment.pieces()?;
        let kinds =
            |review: bool| pieces.iter().filter(|p| p.kind.is_some_and(|k| (k == Kind::Review) == review)).count();
        let reasons = themes::of(&comment.body, comment.language);
        let ticked = typed.map_or_else(|| comment.themes(), |typed| Ok(typed.themes.clone()))?;
        let boxes = Theme::ALL.iter().map(|theme| ThemeBox {
            theme: *theme,
            ticked: ticked.contains(theme),
            reason: reasons
                .get(theme)
                .map(|words| words.iter().cloned().collect::<Vec<_>>().join(", "))
                .unwrap_or_default(),
        });
        Ok(Self {
            question: questions.get(&comment.question).cloned().unwrap_or_default(),
            replaced: kinds(false),
            doubtful: kinds(true),
            themes: boxes.collect(),
            text: match typed {
                Some(typed) => typed.text.clone(),
                None => comment.released.or(comment.redacted).unwrap_or_default(),
            },
            error: typed.map(|typed| typed.fault.clone()),
            key: comment.key,
            state: comment.state,
            language: comment.language,
            rare: told_in(&comment.body).filter(|language| rare.contains(language)).map(Language::name),
            pieces,
            decided_on: comment.decided_on,
        })
    }
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "comments/queue.html";
}

/// Which page of which list.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub held: bool,
    pub page: i64,
    /// So many at its head are left for later.
    pub skip: i64,
}

pub fn read(
    conn: &mut Conn,
    who: &Who,
    supplier: &SupplierCode,
    code: &str,
    place: Place,
    typed: Option<&Typed>,
) -> Result<QueuePage> {
    let (service, campaign) = opened(conn, who, supplier, code)?;
    let counts: BTreeMap<&'static str, i64> = State::ALL.iter().map(|state| (state.as_str(), 0)).collect();
    let told = store::counts(conn, &campaign.id, supplier)?.into_iter().map(|(state, count)| (state.as_str(), count));
    let counts: BTreeMap<&'static str, i64> = counts.into_iter().chain(told).collect();
    let held = counts.get(State::Held.as_str()).copied().unwrap_or(0);
    let decided = counts.values().sum::<i64>() - held;
    let listed = if place.held { held } else { decided };
    let skip = if place.skip < listed { place.skip } else { 0 };
    let pages = ((listed - skip).max(1) + PER_PAGE - 1) / PER_PAGE;
    let page = place.page.clamp(1, pages);
    let before = skip + (page - 1) * PER_PAGE;
    let questions = question_texts(conn, &campaign.id, supplier, who.language)?;
    let rows = store::page(conn, &campaign.id, supplier, place.held, before, PER_PAGE)?;
    let rare = rare_languages(conn, &campaign.id)?;
    let cards = rows.into_iter().map(|row| {
        let typed = typed.filter(|typed| typed.key == row.key);
        Card::new(row, &questions, &rare, typed)
    });
    Ok(QueuePage {
        supplier: service.name(who.language).to_owned(),
        code: supplier.clone(),
        wave: campaign.code,
        held: place.held,
        decided,
        clear: store::clear_keys(conn, &campaign.id, supplier)?.len(),
        elsewhere: if held == 0 { elsewhere(conn, who)? } else { Vec::new() },
        cards: cards.collect::<Result<_>>()?,
        first: before + 1,
        skip,
        page,
        pages,
        counts,
        alert_contact: Settings::load(conn)?.alert_contact,
        error: typed.map(|typed| typed.fault.clone()),
    })
}

/// The first few lists in which something waits for this reader.
fn elsewhere(conn: &mut Conn, who: &Who) -> Result<Vec<Elsewhere>> {
    let mut list = Vec::new();
    for supplier in store::moderated_by(conn, who)? {
        let name = supplier.name(who.language).to_owned();
        let waiting = store::waves(conn, &supplier.code)?.into_iter().filter(|wave| wave.held > 0);
        list.extend(waiting.map(|wave| Elsewhere {
            supplier: name.clone(),
            code: supplier.code.clone(),
            wave: wave.code,
            held: wave.held,
        }));
    }
    list.truncate(5);
    Ok(list)
}

/// The texts of what was asked, by question code.
pub fn question_texts(
    conn: &mut Conn,
    campaign: &crate::db::ids::CampaignId,
    supplier: &SupplierCode,
    language: Language,
) -> Result<BTreeMap<String, String>> {
    let rows = crate::campaign::store::campaign_suppliers(conn, campaign)?;
    let version = rows.into_iter().find(|row| row.supplier == *supplier).and_then(|row| row.questionnaire);
    let Some(version) = version else { return Ok(BTreeMap::new()) };
    let questions = questionnaires::questions(conn, &version)?;
    Ok(questions.into_iter().map(|question| (question.code.clone(), question.text(language).to_owned())).collect())
}

pub fn place(req: &HttpRequest) -> Place {
    let number = |name: &str| web::query(req, name).and_then(|text| text.parse().ok()).unwrap_or(0_i64);
    Place {
        held: web::query(req, "view").as_deref() != Some("decided"),
        page: number("page").clamp(1, 1_000_000),
        skip: number("skip").clamp(0, 1_000_000),
    }
}

pub async fn show(req: HttpRequest, ModeratorOf { who, supplier }: ModeratorOf) -> Answer {
    respond(req, who, supplier, None).await
}

/// The page; with what was typed and is wrong, as 422.
pub async fn respond(req: HttpRequest, who: Who, supplier: SupplierCode, typed: Option<Typed>) -> Answer {
    let app = web::app(&req)?;
    let (code, place, reader) = (web::part(&req, "campaign")?, place(&req), who.clone());
    let wrong = typed.is_some();
    let (asking, of, wave) = (who.clone(), supplier.clone(), code.clone());
    let unredacted = app
        .db
        .read(move |conn| {
            let (_, campaign) = opened(conn, &asking, &of, &wave)?;
            Ok(store::is_unredacted(conn, &campaign.id)?.then_some(campaign.id))
        })
        .await?;
    // A wave of before there was a redaction: nobody reads it until it is made.
    if let Some(campaign) = unredacted {
        app.db.write(move |conn| store::redact(conn, &campaign)).await?;
    }
    let page = app.db.read(move |conn| read(conn, &reader, &supplier, &code, place, typed.as_ref())).await?;
    if wrong { web::refused(&req, &app, &who, &page).await } else { web::page(&req, &app, &who, &page).await }
}
