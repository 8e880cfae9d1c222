//! GET, POST /events, /events/{event} and below: what befell services, for the marks on their trends, and the note of
//! what was learnt: what happened, what was announced and when, what people said, what is done.

use actix_web::HttpRequest;
use serde::Serialize;

use super::list::admits;
use super::outcome::Outcome;
use super::page::{Link, reader};
use crate::app::audit;
use crate::campaign::State;
use crate::campaign::occasion::store as occasions;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::progress::store::events::{self, Announcement, BefallenEvent};
use crate::progress::store::{self as plans, origins};
use crate::render::{Page, words};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Faults, Fields, Role, Seen, Staff, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// The longest words of a mark, cells of an announcement, and text.
const WORDS: usize = 40;
const CELL: usize = 120;
const LONG: usize = 4000;

#[derive(Debug, Clone, Serialize)]
struct Line {
    id: String,
    day: Day,
    words: String,
    /// None: everybody.
    supplier: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct EventsPage {
    lines: Vec<Line>,
    /// What the reader may write an event of; HR also of everybody.
    suppliers: Vec<(SupplierCode, String)>,
    hr: bool,
    supplier: String,
    day: String,
    words: String,
    today: Day,
    faults: Faults,
}

impl Page for EventsPage {
    const TEMPLATE: &'static str = "occasions/events.html";
}

/// May `who` write what befell this service, or everybody?
fn writes(who: &Who, supplier: Option<&SupplierCode>) -> bool {
    who.has(Role::Hr) || supplier.is_some_and(|supplier| who.heads(supplier))
}

/// May `who` read of it? What befell everybody, every head.
fn reads(who: &Who, supplier: Option<&SupplierCode>) -> bool {
    who.reads_all() || supplier.map_or_else(|| who.has(Role::Head), |supplier| who.heads(supplier))
}

fn list(conn: &mut Conn, who: &Who, wanted: &str, today: Day) -> Result<EventsPage> {
    let suppliers = organisation::suppliers(conn)?;
    let name = |code: &SupplierCode| {
        let found = suppliers.iter().find(|one| one.code == *code);
        found.map_or_else(|| code.to_string(), |one| one.name(who.language).to_owned())
    };
    let all = events::all(conn)?.into_iter().filter(|event| reads(who, event.supplier.as_ref()));
    Ok(EventsPage {
        lines: all
            .map(|event| Line {
                supplier: event.supplier.as_ref().map(&name),
                id: event.id,
                day: event.day,
                words: event.words,
            })
            .collect(),
        suppliers: suppliers
            .iter()
            .filter(|one| one.active && writes(who, Some(&one.code)))
            .map(|one| (one.code.clone(), one.name(who.language).to_owned()))
            .collect(),
        hr: who.has(Role::Hr),
        supplier: wanted.to_owned(),
        day: String::new(),
        words: String::new(),
        today,
        faults: Faults::default(),
    })
}

pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    admits(&who)?;
    let app = web::app(&req)?;
    let (wanted, by, today) = (web::query(&req, "supplier").unwrap_or_default(), who.clone(), app.today());
    let page = app.db.read(move |conn| list(conn, &by, &wanted, today)).await?;
    web::page(&req, &app, &who, &page).await
}

/// The day and the words of an event as typed; what is wrong with them is added to `faults`.
fn day_and_words(faults: &mut Faults, day: &str, words: &str, today: Day) -> Option<Day> {
    let read = Day::parse(day);
    match read {
        None => faults.add("day", Say::new("action-error-day")),
        Some(read) if read > today => faults.add("day", Say::new("event-error-future")),
        Some(_) => {}
    }
    match words.chars().count() {
        0 => faults.add("words", Say::new("event-error-words")),
        long if long > WORDS => faults.add("words", Say::new("action-error-words-long").with("most", WORDS)),
        _ => {}
    }
    read.filter(|_| faults.is_empty())
}

pub async fn add(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    admits(&who)?;
    let app = web::app(&req)?;
    let line = |name: &str| -> Result<String> { Ok(clean_line(&form.text(name)?)) };
    let (supplier, day, words) = (line("supplier")?, line("day")?, line("words")?);
    let (today, now, by, clock) = (app.today(), app.clock.now(), who.clone(), app.clock.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let of = Some(SupplierCode(supplier.clone())).filter(|code| !code.as_str().is_empty());
            if !writes(&by, of.as_ref()) {
                return Err(Error::NotFound);
            }
            if let Some(code) = &of {
                organisation::supplier(conn, code)?;
            }
            let mut page = list(conn, &by, &supplier, today)?;
            let Some(read) = day_and_words(&mut page.faults, &day, &words, today) else {
                return Ok(Err(EventsPage { day, words, ..page }));
            };
            let (account, lesson) = (String::new(), String::new());
            let event = BefallenEvent { id: sortable(now), supplier: of, day: read, words, account, lesson };
            events::add(conn, &event)?;
            audit(conn, &clock, Some(&by.person), "event-added", &format!("{} {}", event.id, event.day))?;
            Ok(Ok(event.id))
        })
        .await?;
    match outcome {
        Ok(id) => redirect_saying(&format!("/events/{id}"), &Say::new("flash-event-added")),
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// What was asked about it.
#[derive(Debug, Clone, Serialize)]
struct Asked {
    id: CampaignId,
    words: String,
    state: State,
    opens_on: Day,
    outcome: Option<Outcome>,
}

#[derive(Debug, Clone, Serialize)]
pub struct EventPage {
    event: BefallenEvent,
    supplier: Option<String>,
    announced: Vec<Announcement>,
    asked: Vec<Asked>,
    actions: Vec<Link>,
    writes: bool,
    /// Of which service a flash or an action can be made here.
    prepares: Option<SupplierCode>,
    today: Day,
    threshold: i32,
    seen: Seen,
    /// What was typed of an announcement.
    typed: Announcement,
    faults: Faults,
}

impl Page for EventPage {
    const TEMPLATE: &'static str = "occasions/event.html";
}

/// The event, when `who` may read it.
fn found(conn: &mut Conn, who: &Who, id: &str) -> Result<BefallenEvent> {
    let event = events::event(conn, id)?;
    if reads(who, event.supplier.as_ref()) { Ok(event) } else { Err(Error::NotFound) }
}

/// The event, when `who` may write it.
fn written(conn: &mut Conn, who: &Who, id: &str) -> Result<BefallenEvent> {
    let event = found(conn, who, id)?;
    if writes(who, event.supplier.as_ref()) { Ok(event) } else { Err(Error::Forbidden) }
}

fn blank(event: &str) -> Announcement {
    Announcement {
        id: String::new(),
        event: event.to_owned(),
        day: Day(chrono::NaiveDate::MIN),
        words: String::new(),
        audience: String::new(),
        medium: String::new(),
        told_by: String::new(),
    }
}

fn view(conn: &mut Conn, who: &Who, id: &str, today: Day) -> Result<EventPage> {
    let event = found(conn, who, id)?;
    let mut asked = Vec::new();
    let mut threshold = crate::campaign::LOWEST_THRESHOLD;
    for (campaign, occasion) in occasions::of_event(conn, id)? {
        let Some(reader) = reader(conn, who, &campaign, &occasion)? else { continue };
        threshold = threshold.max(campaign.threshold);
        let outcome = match campaign.is_published() {
            true => Some(Outcome::of(conn, &campaign, reader, who.language)?),
            false => None,
        };
        let words = words::capitalised(occasion.words.pick(who.language));
        asked.push(Asked { words, state: campaign.state, opens_on: campaign.opens_on, outcome, id: campaign.id });
    }
    let mut ids = origins::actions_of_event(conn, id)?;
    for one in &asked {
        ids.extend(origins::actions_from(conn, &one.id)?);
    }
    let mut actions = Vec::new();
    for action in ids {
        let action = plans::action(conn, &action)?;
        if action.is_seen_by(who) {
            let words = format!("{} {}", action.reference(), action.title);
            actions.push(Link { href: format!("/actions/{}", action.id), words });
        }
    }
    let supplier = match &event.supplier {
        Some(code) => Some(organisation::supplier(conn, code)?.name(who.language).to_owned()),
        None => None,
    };
    let announced = events::announced(conn, id)?;
    let own = event.supplier.clone().or_else(|| who.headed().into_iter().next());
    Ok(EventPage {
        seen: Seen::of(&event)?,
        writes: writes(who, event.supplier.as_ref()),
        prepares: own.filter(|code| who.heads(code) || who.has(Role::Hr)),
        supplier,
        announced,
        asked,
        actions,
        today,
        threshold,
        typed: blank(id),
        faults: Faults::default(),
        event,
    })
}

pub async fn one(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (id, by, today) = (web::part(&req, "event")?, who.clone(), app.today());
    let page = app.db.read(move |conn| view(conn, &by, &id, today)).await?;
    web::page(&req, &app, &who, &page).await
}

/// POST /events/{event}: its day and words, what happened, what was learnt.
pub async fn save(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, given) = (web::part(&req, "event")?, Seen::given(&form)?);
    let (day, words) = (clean_line(&form.text("day")?), clean_line(&form.text("words")?));
    let (account, lesson) = (form.text("account")?, form.text("lesson")?);
    let (today, by, clock, to) = (app.today(), who.clone(), app.clock.clone(), format!("/events/{id}"));
    let refused = app
        .db
        .write(move |conn| {
            let standing = written(conn, &by, &id)?;
            let mut page = view(conn, &by, &id, today)?;
            let read = day_and_words(&mut page.faults, &day, &words, today);
            for (name, text) in [("account", &account), ("lesson", &lesson)] {
                if text.chars().count() > LONG {
                    page.faults.add(name, Say::new("form-too-long").with("limit", LONG));
                }
            }
            let typed = BefallenEvent { day: read.unwrap_or(standing.day), words, account, lesson, ..standing };
            if let Some(stale) = page.seen.differs(given.as_deref()) {
                return Ok(Some(EventPage { seen: stale, event: typed, ..page }));
            }
            if !page.faults.is_empty() {
                return Ok(Some(EventPage { event: typed, ..page }));
            }
            events::update(conn, &typed)?;
            audit(conn, &clock, Some(&by.person), "event-saved", &format!("{} {}", typed.id, typed.day))?;
            Ok(None)
        })
        .await?;
    match refused {
        None => redirect_saying(&to, &Say::new("flash-event-saved")),
        Some(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// POST /events/{event}/removal
pub async fn remove(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, by, clock) = (web::part(&req, "event")?, who, app.clock.clone());
    let to = format!("/events/{id}");
    let removed = app
        .db
        .write(move |conn| {
            let event = written(conn, &by, &id)?;
            let removed = events::remove(conn, &event.id)?;
            if removed {
                audit(conn, &clock, Some(&by.person), "event-removed", &format!("{} {}", event.id, event.day))?;
            }
            Ok(removed)
        })
        .await?;
    match removed {
        true => redirect_saying("/events", &Say::new("flash-event-removed")),
        false => redirect_saying(&to, &Say::new("flash-event-asked")),
    }
}

/// POST /events/{event}/announcements
pub async fn announce(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = web::part(&req, "event")?;
    let line = |name: &str| -> Result<String> { Ok(clean_line(&form.text(name)?)) };
    let day = line("announced_on")?;
    let typed = Announcement {
        words: line("announced")?,
        audience: line("audience")?,
        medium: line("medium")?,
        told_by: line("told_by")?,
        ..blank(&id)
    };
    let (today, now, by, to) = (app.today(), app.clock.now(), who.clone(), format!("/events/{id}#announced"));
    let clock = app.clock.clone();
    let refused = app
        .db
        .write(move |conn| {
            written(conn, &by, &id)?;
            let mut page = view(conn, &by, &id, today)?;
            let read = Day::parse(&day).filter(|read| *read <= today);
            if read.is_none() {
                let key = if Day::parse(&day).is_some() { "event-error-future" } else { "action-error-day" };
                page.faults.add("announced_on", Say::new(key));
            }
            if typed.words.is_empty() {
                page.faults.add("announced", Say::new("event-error-announced"));
            }
            let cells = [
                ("announced", &typed.words),
                ("audience", &typed.audience),
                ("medium", &typed.medium),
                ("told_by", &typed.told_by),
            ];
            for (name, text) in cells {
                if text.chars().count() > CELL {
                    page.faults.add(name, Say::new("form-too-long").with("limit", CELL));
                }
            }
            match read.filter(|_| page.faults.is_empty()) {
                Some(day) => {
                    events::announce(conn, &Announcement { id: sortable(now), day, ..typed })?;
                    audit(conn, &clock, Some(&by.person), "announcement-noted", &format!("{id} {day}"))?;
                    Ok(None)
                }
                None => Ok(Some(EventPage { typed: Announcement { day: read.unwrap_or(typed.day), ..typed }, ..page })),
            }
        })
        .await?;
    match refused {
        None => redirect_saying(&to, &Say::new("flash-event-announced")),
        Some(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// POST /events/{event}/announcements/{announcement}/removal
pub async fn withdraw(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, announcement) = (web::part(&req, "event")?, web::part(&req, "announcement")?);
    let (to, clock) = (format!("/events/{id}#announced"), app.clock.clone());
    app.db
        .write(move |conn| {
            written(conn, &who, &id)?;
            events::withdraw(conn, &id, &announcement)?;
            audit(conn, &clock, Some(&who.person), "announcement-withdrawn", &id)
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-event-withdrawn"))
}
