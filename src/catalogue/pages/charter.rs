//! GET /charte: the adopted text, printable. Heads and representatives propose lines; HR writes, has it consulted, adopts.

use actix_web::HttpRequest;
use serde::Serialize;

use super::SENTENCE;
use crate::app::{Settings, audit};
use crate::catalogue::charter::{Charter, Line, MOST_LINES, Proposal, Side, State};
use crate::catalogue::store::charter as store;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::sortable;
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::render::{Page, Texts};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Faults, Fields, Hr, Role, Seen, Staff, TextField, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct CharterPage {
    services: Vec<Texts>,
    clients: Vec<Texts>,
    version: i32,
    adopted_on: Option<Day>,
    /// Earlier versions and the days from which they held.
    earlier: Vec<(i32, Day)>,
    /// The reader may propose a line; HR writes the text.
    proposes: bool,
    writes: bool,
}

impl Page for CharterPage {
    const TEMPLATE: &'static str = "catalogue/charter.html";
    const EVERY_LANGUAGE: bool = true;
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    number: usize,
    side: &'static str,
    texts: Vec<TextField>,
}

#[derive(Debug, Clone, Serialize)]
pub struct EditPage {
    version: i32,
    state: &'static str,
    consulted_on: Option<Day>,
    seen: Seen,
    rows: Vec<Row>,
    most: usize,
    proposals: Vec<Proposal>,
    /// Something is written that can be adopted.
    adoptable: bool,
    faults: Faults,
}

impl Page for EditPage {
    const TEMPLATE: &'static str = "catalogue/charter_edit.html";
}

fn may_propose(who: &Who) -> bool {
    who.has(Role::Head) || who.has(Role::Unit) || who.has(Role::Hr)
}

pub async fn show(req: HttpRequest, who: Option<Staff>) -> Answer {
    let app = web::app(&req)?;
    let asked: Option<i32> = web::query(&req, "version").and_then(|text| text.parse().ok());
    let page = app
        .db
        .read(move |conn| {
            let mut adopted = store::versions(conn)?;
            adopted.retain(|version| version.state == State::Adopted);
            let shown = match asked {
                Some(asked) => Some(adopted.iter().find(|one| one.version == asked).cloned().ok_or(Error::NotFound)?),
                None => adopted.first().cloned(),
            };
            let lines = match &shown {
                Some(shown) => store::lines(conn, shown.version)?,
                None => Vec::new(),
            };
            let of =
                |side: Side| lines.iter().filter(|line| line.side == side).map(|line| line.texts.clone()).collect();
            let version = shown.as_ref().map_or(0, |shown| shown.version);
            let others = adopted.iter().filter(|one| one.version != version);
            Ok(CharterPage {
                services: of(Side::Service),
                clients: of(Side::Client),
                version,
                adopted_on: shown.and_then(|shown| shown.adopted_on),
                earlier: others.filter_map(|one| Some((one.version, one.adopted_on?))).collect(),
                proposes: false,
                writes: false,
            })
        })
        .await?;
    let signed = who.as_ref().map(|Staff(who)| who);
    let page = CharterPage {
        proposes: signed.is_some_and(may_propose),
        writes: signed.is_some_and(|who| who.has(Role::Hr)),
        ..page
    };
    web::open_page(&req, &app, who, &page).await
}

/// POST /charte/proposals
pub async fn propose(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let app = web::app(&req)?;
    if !may_propose(&who) {
        return Err(Error::Forbidden);
    }
    let side = Side::parse(&form.text("side")?).ok_or_else(|| Error::invalid("form-not-a-choice"))?;
    let words = clean_line(&form.text("words")?);
    if words.is_empty() || words.chars().count() > SENTENCE {
        return Err(Error::Invalid(Say::new("charter-fault-words").with("limit", SENTENCE)));
    }
    let (represented, hr_or_head) = (who.represented(), who.has(Role::Head) || who.has(Role::Hr));
    let proposal = Proposal { id: sortable(app.clock.now()), side, words, made_on: app.today() };
    app.db
        .write(move |conn| {
            // Whoever speaks for a unit that is no longer there reads, and writes nothing.
            let tree = organisation::tree(conn)?;
            let speaks = represented.iter().any(|unit| tree.get(unit).is_some_and(|unit| unit.active));
            if !hr_or_head && !speaks {
                return Err(Error::Forbidden);
            }
            store::propose(conn, &proposal)
        })
        .await?;
    redirect_saying("/charte", &Say::new("flash-charter-proposed"))
}

/// The version to write in: the one in preparation, or the next.
fn prepared(conn: &mut Conn) -> Result<(Charter, Vec<Line>)> {
    if let Some(draft) = store::draft(conn)? {
        let lines = store::lines(conn, draft.version)?;
        return Ok((draft, lines));
    }
    let last = store::adopted(conn)?;
    let lines = match &last {
        Some(last) => store::lines(conn, last.version)?,
        None => Vec::new(),
    };
    let version = last.map_or(1, |last| last.version + 1);
    Ok((Charter { version, state: State::Draft, consulted_on: None, adopted_on: None }, lines))
}

fn view(conn: &mut Conn) -> Result<EditPage> {
    let languages = Settings::load(conn)?.languages;
    let (charter, lines) = prepared(conn)?;
    let none = Texts::default();
    let row = |number: usize| {
        let line = lines.get(number - 1);
        Row {
            number,
            side: line
                .map_or(if number > MOST_LINES / 2 { Side::Client } else { Side::Service }, |line| line.side)
                .as_str(),
            texts: TextField::all(&format!("text{number}"), line.map_or(&none, |line| &line.texts), &languages),
        }
    };
    Ok(EditPage {
        version: charter.version,
        state: charter.state.as_str(),
        consulted_on: charter.consulted_on,
        seen: Seen::of(&(&charter, &lines))?,
        rows: (1..=MOST_LINES).map(row).collect(),
        most: MOST_LINES,
        proposals: store::proposals(conn)?,
        adoptable: store::draft(conn)?.is_some() && !lines.is_empty(),
        faults: Faults::default(),
    })
}

pub async fn edit(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let page = app.db.read(view).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn save(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let languages = app.db.read(Settings::load).await?.languages;
    let given = Seen::given(&form)?;
    let (clock, by) = (app.clock.clone(), who.person.clone());
    let refusal = app
        .db
        .write(move |conn| {
            let mut page = view(conn)?;
            let (charter, standing) = prepared(conn)?;
            let (mut faults, mut lines) = (Faults::default(), Vec::new());
            for row in &mut page.rows {
                row.texts = TextField::read(&format!("text{}", row.number), &form, &languages)?;
                let side = Side::parse(&form.text(&format!("side{}", row.number))?).unwrap_or(Side::Service);
                row.side = side.as_str();
                let before = standing.get(row.number - 1).map(|line| &line.texts);
                let blank = row.texts.iter().all(|field| field.value.is_empty());
                let texts = faults.texts(&mut row.texts, before.filter(|_| !blank), SENTENCE, None);
                if !texts.is_empty() {
                    let position = i32::try_from(lines.len()).unwrap_or(0);
                    lines.push(Line { charter: charter.version, position, side, texts });
                }
            }
            let stale = page.seen.differs(given.as_deref()).filter(|_| faults.is_empty());
            if !faults.is_empty() || stale.is_some() {
                page.seen = stale.unwrap_or_else(|| Seen::kept(given));
                page.faults = faults;
                return Ok(Some(page));
            }
            // What was consulted is not what is written now.
            let changed = lines != standing;
            let state = if changed { State::Draft } else { charter.state };
            let charter = Charter { state, consulted_on: charter.consulted_on.filter(|_| !changed), ..charter };
            if store::draft(conn)?.is_none() {
                store::insert(conn, &charter)?;
            } else if !store::update(conn, &charter)? {
                return Err(Error::invalid("charter-nothing"));
            }
            store::set_lines(conn, charter.version, &lines)?;
            audit(conn, &clock, Some(&by), "charter-saved", &charter.version.to_string())?;
            Ok(None)
        })
        .await?;
    match refusal {
        None => redirect_saying("/charte/edit", &Say::new("flash-charter-saved")),
        Some(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// POST /charte/edit/proposals/{proposal}/removal: taken up, or not.
pub async fn drop_proposal(req: HttpRequest, _: Hr, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = web::part(&req, "proposal")?;
    app.db.write(move |conn| store::drop_proposal(conn, &id)).await?;
    redirect_saying("/charte/edit", &Say::new("flash-charter-dropped"))
}

/// POST /charte/edit/consultation, /charte/edit/adoption: an organisation may adopt without having consulted.
async fn step(req: &HttpRequest, who: Who, form: Fields, to: State) -> Answer {
    let app = web::app(req)?;
    let given = Seen::given(&form)?;
    let (today, clock) = (app.today(), app.clock.clone());
    app.db
        .write(move |conn| {
            let draft = store::draft(conn)?.ok_or_else(|| Error::invalid("charter-nothing"))?;
            // What is adopted is what was on the page.
            if view(conn)?.seen.differs(given.as_deref()).is_some() {
                return Err(Error::invalid("form-stale"));
            }
            if store::lines(conn, draft.version)?.is_empty() {
                return Err(Error::invalid("charter-nothing"));
            }
            let consulted_on = if to == State::Consulted { Some(today) } else { draft.consulted_on };
            let adopted_on = (to == State::Adopted).then_some(today);
            let charter = Charter { state: to, consulted_on, adopted_on, ..draft };
            if !store::update(conn, &charter)? {
                return Err(Error::invalid("charter-nothing"));
            }
            audit(conn, &clock, Some(&who.person), &format!("charter-{}", to.as_str()), &charter.version.to_string())
        })
        .await?;
    let (path, key) = match to {
        State::Adopted => ("/charte", "flash-charter-adopted"),
        _ => ("/charte/edit", "flash-charter-consulted"),
    };
    redirect_saying(path, &Say::new(key))
}

pub async fn consult(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    step(&req, who, form, State::Consulted).await
}

pub async fn adopt(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    step(&req, who, form, State::Adopted).await
}
