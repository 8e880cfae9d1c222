//! GET, POST /actions/{id}/sessions: the sessions of a training, and the two surveys of those who took part.

use actix_web::HttpRequest;
use serde::Serialize;

use super::outcome::Outcome;
use super::page::reader;
use crate::app::{App, audit};
use crate::campaign::State;
use crate::campaign::occasion::budget::COLD_DAYS;
use crate::campaign::occasion::{FEWEST_ASKED, Survey, store as occasions};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, sortable};
use crate::error::{Error, Result, Say};
use crate::progress::store::sessions::{self, KEPT_DAYS, Session};
use crate::render::{Page, figures};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Faults, Fields, Role, Staff, Who, redirect_saying};

use access::{action_id, free, managed, path, training};
use due::{Due, LATE_DAYS, due};
use surveys::{has_cold, of_hot, people_of};

mod access;
mod due;
pub mod session;
pub mod surveys;

#[cfg(debug_assertions)]
mod samples;

const WORDS: usize = 80;

/// A session is noted so many days ahead at most.
const AHEAD_DAYS: i64 = 90;

#[derive(Debug, Clone, Serialize)]
struct Line {
    id: String,
    day: Day,
    words: String,
    people: usize,
    /// A survey asks about it: it stays as it is.
    asked: bool,
    past: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Asked {
    id: CampaignId,
    survey: &'static str,
    state: State,
    opens_on: Day,
    closes_on: Day,
    outcome: Option<Outcome>,
    /// From when the second survey may be asked; none where it is there, or this is it.
    cold_from: Option<Day>,
}

#[derive(Debug, Clone, Serialize)]
pub struct SessionsPage {
    action: ActionId,
    reference: String,
    title: String,
    lines: Vec<Line>,
    asked: Vec<Asked>,
    /// How many people the first survey would ask, none when it would ask nobody.
    due: usize,
    /// Why it does not.
    why: Option<Say>,
    /// Some of those it asks will be forgotten before the second survey.
    late: bool,
    manages: bool,
    /// The survey can be prepared: HR opens it.
    prepares: bool,
    fewest: usize,
    kept: i64,
    day: String,
    words: String,
    today: Day,
    faults: Faults,
}

impl Page for SessionsPage {
    const TEMPLATE: &'static str = "occasions/sessions.html";
}

fn view(conn: &mut Conn, app: &App, who: &Who, id: &ActionId) -> Result<SessionsPage> {
    let (action, manages) = training(conn, who, id)?;
    let today = app.today();
    let all = sessions::of_action(conn, id)?;
    let ids: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
    let people = sessions::participants_of(conn, &ids)?;
    let mut asked = Vec::new();
    let surveys = occasions::of_action(conn, id)?;
    for (campaign, occasion) in &surveys {
        let Some(reader) = reader(conn, who, campaign, occasion)? else { continue };
        let hot = occasion.survey == Some(Survey::Hot);
        let known = people_of(conn, &of_hot(&all, &campaign.id))?.len();
        asked.push(Asked {
            survey: occasion.survey.map_or("hot", Survey::as_str),
            state: campaign.state,
            opens_on: campaign.opens_on,
            closes_on: campaign.closes_on,
            outcome: match campaign.is_published() {
                true => Some(Outcome::of(conn, campaign, reader, who.language)?),
                false => None,
            },
            cold_from: (hot
                && campaign.opened_at.is_some()
                && !has_cold(&surveys, &campaign.id)
                && known >= FEWEST_ASKED)
                .then(|| campaign.opens_on.plus_days(COLD_DAYS)),
            id: campaign.id.clone(),
        });
    }
    let mut late = false;
    let (number, why) = match due(&all, today) {
        Due::Now(ids) => {
            late = all.iter().any(|one| ids.contains(&one.id) && one.day < today.plus_days(-LATE_DAYS));
            let number = people_of(conn, &ids)?.len();
            let say = Say::new("session-too-few").with("n", number).with("least", FEWEST_ASKED);
            (number, (number < FEWEST_ASKED).then_some(say))
        }
        Due::Nothing => (0, Some(Say::new("session-none-due"))),
        Due::Wait(day) => (0, Some(Say::new("session-wait").with("day", figures::day(who.language, day)))),
        Due::Apart(day) => (0, Some(Say::new("session-apart").with("day", figures::day(who.language, day)))),
    };
    Ok(SessionsPage {
        action: action.id.clone(),
        reference: action.reference(),
        title: action.title.clone(),
        lines: all
            .into_iter()
            .map(|one| Line {
                people: people.get(&one.id).map_or(0, Vec::len),
                asked: one.campaign.is_some(),
                past: one.day <= today,
                id: one.id,
                day: one.day,
                words: one.words,
            })
            .collect(),
        asked,
        due: number,
        why,
        late,
        manages,
        prepares: who.heads(&action.supplier) || who.has(Role::Hr),
        fewest: FEWEST_ASKED,
        kept: KEPT_DAYS,
        day: String::new(),
        words: String::new(),
        today,
        faults: Faults::default(),
    })
}

pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (id, by, inside) = (action_id(&req)?, who.clone(), app.clone());
    let page = app.db.read(move |conn| view(conn, &inside, &by, &id)).await?;
    web::page(&req, &app, &who, &page).await
}

/// POST /actions/{id}/sessions
pub async fn add(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = action_id(&req)?;
    let (day, words) = (clean_line(&form.text("day")?), clean_line(&form.text("words")?));
    let (by, inside, to) = (who.clone(), app.clone(), path(&id));
    let refused = app
        .db
        .write(move |conn| {
            managed(conn, &by, &id)?;
            let mut page = view(conn, &inside, &by, &id)?;
            let read = day_of(&day, inside.today());
            if let Err(fault) = &read {
                page.faults.add("day", fault.clone());
            }
            if words.chars().count() > WORDS {
                page.faults.add("words", Say::new("form-too-long").with("limit", WORDS));
            }
            match read.ok().filter(|_| page.faults.is_empty()) {
                Some(day) => {
                    noted(conn, &inside, &by, "session-noted", &(id.clone(), day))?;
                    let session = Session { id: sortable(inside.clock.now()), action: id, day, words, campaign: None };
                    sessions::insert(conn, &session)?;
                    Ok(None)
                }
                None => Ok(Some(SessionsPage { day, words, ..page })),
            }
        })
        .await?;
    match refused {
        None => redirect_saying(&to, &Say::new("flash-session-added")),
        Some(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// A day on which a session was held or will be.
fn day_of(text: &str, today: Day) -> std::result::Result<Day, Say> {
    let day = Day::parse(text).ok_or_else(|| Say::new("action-error-day"))?;
    let far = || Say::new("session-fault-far").with("days", AHEAD_DAYS);
    if day > today.plus_days(AHEAD_DAYS) { Err(far()) } else { Ok(day) }
}

fn noted(conn: &mut Conn, app: &App, who: &Who, event: &'static str, (id, day): &(ActionId, Day)) -> Result<()> {
    audit(conn, &app.clock, Some(&who.person), event, &format!("{id} {day}"))
}

/// POST /actions/{id}/sessions/{session}/day: it is held on another day.
pub async fn postpone(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, session) = (action_id(&req)?, web::part(&req, "session")?);
    let (day, to, inside) = (clean_line(&form.text("day")?), path(&id), app.clone());
    app.db
        .write(move |conn| {
            managed(conn, &who, &id)?;
            let session = free(conn, &id, &session)?;
            let day = day_of(&day, inside.today()).map_err(Error::Invalid)?;
            // Who took part is kept from the day on: a later one would keep them longer.
            if day > session.day && !people_of(conn, std::slice::from_ref(&session.id))?.is_empty() {
                return Err(Error::invalid("session-fault-later"));
            }
            sessions::update(conn, &Session { day, ..session })?;
            noted(conn, &inside, &who, "session-moved", &(id, day))
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-session-moved"))
}

/// POST /actions/{id}/sessions/{session}/removal
pub async fn remove(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, session, to) = (action_id(&req)?, web::part(&req, "session")?, path(&action_id(&req)?));
    let inside = app.clone();
    app.db
        .write(move |conn| {
            managed(conn, &who, &id)?;
            let session = free(conn, &id, &session)?;
            sessions::remove(conn, &session.id)?;
            noted(conn, &inside, &who, "session-removed", &(id, session.day))
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-session-removed"))
}
