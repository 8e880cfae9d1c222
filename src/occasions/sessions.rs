//! GET, POST /actions/{id}/sessions and below: the sessions of a training, who took part, and the two surveys of the
//! participants. The sessions of one training within 60 days are asked together: sums would be subtracted.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpRequest;
use serde::Serialize;

use super::outcome::Outcome;
use super::page::reader;
use super::{participants, ready};
use crate::app::{App, Settings, audit};
use crate::campaign::occasion::prepare::{self, Wish};
use crate::campaign::occasion::{ChosenBy, FEWEST_ASKED, Occasion, Survey, store as occasions};
use crate::campaign::{Campaign, Kind as CampaignKind, State};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, PersonId, UnitCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::progress::store::sessions::{self, KEPT_DAYS, Session};
use crate::progress::{Action, Kind, store as plans};
use crate::render::{Language, Page, Texts, figures};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Faults, Fields, Role, Staff, Upload, Who, redirect_saying};

#[cfg(feature = "samples")]
mod samples;

/// Sessions closer together are asked together.
const TOGETHER_DAYS: i64 = 60;
/// The second survey follows the first after so many days.
const COLD_DAYS: i64 = 60;
/// How long a survey takes answers.
const USUAL_DAYS: i64 = 6;
const WORDS: usize = 80;

/// What a first survey would ask about today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// These sessions, by id.
    Now(Vec<String>),
    /// None was held of late that nobody asked about.
    Nothing,
    /// Another session of the training comes too soon after: until then they wait.
    Wait(Day),
    /// One was asked about too shortly before or after: asking about the others would tell them apart.
    Apart(Day),
}

/// Which sessions the first survey asks about: all that were held within the last 60 days and not asked about yet.
pub fn due(all: &[Session], today: Day) -> Due {
    let held = |one: &&Session| one.campaign.is_none() && one.day <= today && one.day > today.plus_days(-TOGETHER_DAYS);
    let mut now: Vec<&Session> = all.iter().filter(held).collect();
    // Those within reach of one of them go along, however long ago.
    loop {
        let near = |one: &&Session| {
            one.campaign.is_none() && one.day <= today && now.iter().any(|other| is_near(one.day, other.day))
        };
        let reached: Vec<&Session> = all.iter().filter(near).collect();
        if reached.len() == now.len() {
            break;
        }
        now = reached;
    }
    if now.is_empty() {
        return Due::Nothing;
    }
    let near = |one: &&Session| now.iter().any(|other| is_near(one.day, other.day));
    if let Some(coming) = all.iter().filter(|one| one.day > today).find(near) {
        return Due::Wait(coming.day);
    }
    if let Some(asked) = all.iter().filter(|one| one.campaign.is_some()).find(near) {
        return Due::Apart(asked.day);
    }
    Due::Now(now.into_iter().map(|one| one.id.clone()).collect())
}

fn is_near(one: Day, other: Day) -> bool {
    one < other.plus_days(TOGETHER_DAYS) && other < one.plus_days(TOGETHER_DAYS)
}

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

/// The training, when `who` sees it; and whether they keep its sessions: its head, its owner, HR.
fn training(conn: &mut Conn, who: &Who, id: &ActionId) -> Result<(Action, bool)> {
    let action = plans::action(conn, id)?;
    if !action.is_seen_by(who) || action.kind != Kind::Training {
        return Err(Error::NotFound);
    }
    let manages = who.heads(&action.supplier) || action.owner == who.person || who.has(Role::Hr);
    Ok((action, manages))
}

fn managed(conn: &mut Conn, who: &Who, id: &ActionId) -> Result<Action> {
    let (action, manages) = training(conn, who, id)?;
    if manages { Ok(action) } else { Err(Error::Forbidden) }
}

fn people_of(conn: &mut Conn, ids: &[String]) -> Result<BTreeSet<PersonId>> {
    let of = sessions::participants_of(conn, ids)?;
    Ok(of.into_values().flatten().map(|(person, _)| person).collect())
}

fn view(conn: &mut Conn, app: &App, who: &Who, id: &ActionId) -> Result<SessionsPage> {
    let (action, manages) = training(conn, who, id)?;
    let today = app.today();
    let all = sessions::of_action(conn, id)?;
    let ids: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
    let people = sessions::participants_of(conn, &ids)?;
    let mut asked = Vec::new();
    let surveys = occasions::of_action(conn, id)?;
    let has_cold = |hot: &Campaign| {
        surveys.iter().any(|(other, one)| one.survey == Some(Survey::Cold) && other.opens_on > hot.opens_on)
    };
    for (campaign, occasion) in &surveys {
        let Some(reader) = reader(conn, who, campaign, occasion)? else { continue };
        let hot = occasion.survey == Some(Survey::Hot);
        asked.push(Asked {
            survey: occasion.survey.map_or("hot", Survey::as_str),
            state: campaign.state,
            opens_on: campaign.opens_on,
            closes_on: campaign.closes_on,
            outcome: match campaign.is_published() {
                true => Some(Outcome::of(conn, campaign, reader, who.language)?),
                false => None,
            },
            cold_from: (hot && campaign.opened_at.is_some() && !has_cold(campaign))
                .then(|| campaign.opens_on.plus_days(COLD_DAYS)),
            id: campaign.id.clone(),
        });
    }
    let (number, why) = match due(&all, today) {
        Due::Now(ids) => {
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

fn action_id(req: &HttpRequest) -> Result<ActionId> {
    Ok(ActionId(web::part(req, "id")?))
}

fn path(id: &ActionId) -> String {
    format!("/actions/{id}/sessions")
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
            let read = Day::parse(&day);
            if read.is_none() {
                page.faults.add("day", Say::new("action-error-day"));
            }
            if words.chars().count() > WORDS {
                page.faults.add("words", Say::new("form-too-long").with("limit", WORDS));
            }
            match read.filter(|_| page.faults.is_empty()) {
                Some(day) => {
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

/// A session of this training that no survey asks about yet.
fn free(conn: &mut Conn, action: &ActionId, id: &str) -> Result<Session> {
    let session = sessions::session(conn, id)?;
    if session.action != *action {
        return Err(Error::NotFound);
    }
    if session.campaign.is_some() {
        return Err(Error::invalid("session-fault-asked"));
    }
    Ok(session)
}

/// POST /actions/{id}/sessions/{session}/day: it is held on another day.
pub async fn postpone(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, session) = (action_id(&req)?, web::part(&req, "session")?);
    let (day, to) = (clean_line(&form.text("day")?), path(&id));
    app.db
        .write(move |conn| {
            managed(conn, &who, &id)?;
            let session = free(conn, &id, &session)?;
            let day = Day::parse(&day).ok_or_else(|| Error::invalid("action-error-day"))?;
            sessions::update(conn, &Session { day, ..session })
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-session-moved"))
}

/// POST /actions/{id}/sessions/{session}/removal
pub async fn remove(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, session, to) = (action_id(&req)?, web::part(&req, "session")?, path(&action_id(&req)?));
    app.db
        .write(move |conn| {
            managed(conn, &who, &id)?;
            let session = free(conn, &id, &session)?;
            sessions::remove(conn, &session.id)
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-session-removed"))
}

#[derive(Debug, Clone, Serialize)]
struct Participant {
    id: PersonId,
    name: String,
    /// Takes part already.
    there: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct SessionPage {
    action: ActionId,
    reference: String,
    title: String,
    session: String,
    day: Day,
    words: String,
    /// A survey asked about it: its list stays.
    fixed: bool,
    people: Vec<Participant>,
    /// The people of a unit, to tick.
    unit: String,
    units: Vec<(UnitCode, String)>,
    choices: Vec<Participant>,
    list: String,
    /// Lines in which nobody was found.
    unknown: Vec<(usize, String)>,
    too_many: bool,
    most: usize,
    kept: i64,
}

impl Page for SessionPage {
    const TEMPLATE: &'static str = "occasions/session.html";
}

fn one(conn: &mut Conn, who: &Who, (id, session): (&ActionId, &str), unit: &str, today: Day) -> Result<SessionPage> {
    let action = managed(conn, who, id)?;
    let session = sessions::session(conn, session)?;
    if session.action != *id {
        return Err(Error::NotFound);
    }
    let there = sessions::participants_of(conn, std::slice::from_ref(&session.id))?.remove(&session.id);
    let there: BTreeMap<PersonId, String> = there.unwrap_or_default().into_iter().collect();
    let people = organisation::people(conn)?.into_iter();
    let of_unit = people.filter(|one| !unit.is_empty() && one.unit.as_str() == unit && one.works_on(today));
    let mut choices: Vec<Participant> =
        of_unit.map(|one| Participant { there: there.contains_key(&one.id), id: one.id, name: one.name }).collect();
    choices.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let units = organisation::units(conn)?;
    let mut people: Vec<Participant> =
        there.into_iter().map(|(id, name)| Participant { id, name, there: true }).collect();
    people.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Ok(SessionPage {
        action: id.clone(),
        reference: action.reference(),
        title: action.title,
        fixed: session.campaign.is_some(),
        session: session.id,
        day: session.day,
        words: session.words,
        people,
        unit: unit.to_owned(),
        units: units.into_iter().map(|unit| (unit.code.clone(), unit.name.clone())).collect(),
        choices,
        list: String::new(),
        unknown: Vec::new(),
        too_many: false,
        most: participants::MOST,
        kept: KEPT_DAYS,
    })
}

/// GET /actions/{id}/sessions/{session}?unit=production
pub async fn show_one(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (id, session) = (action_id(&req)?, web::part(&req, "session")?);
    let (unit, by, today) = (web::query(&req, "unit").unwrap_or_default(), who.clone(), app.today());
    let page = app.db.read(move |conn| one(conn, &by, (&id, &session), &unit, today)).await?;
    web::page(&req, &app, &who, &page).await
}

/// POST /actions/{id}/sessions/{session}: people ticked, pasted or from a file. All of them or none.
pub async fn name(req: HttpRequest, Staff(who): Staff, upload: Upload) -> Answer {
    let app = web::app(&req)?;
    let (id, session) = (action_id(&req)?, web::part(&req, "session")?);
    let (unit, ticked) = (upload.fields.text("unit")?, upload.fields.all("person"));
    let list = upload.fields.text("list")?;
    let file = String::from_utf8_lossy(&upload.file).into_owned();
    let (by, today, clock, to) = (who.clone(), app.today(), app.clock.clone(), format!("{}/{session}", path(&id)));
    let outcome = app
        .db
        .write(move |conn| {
            let page = one(conn, &by, (&id, &session), &unit, today)?;
            let session = free(conn, &id, &session)?;
            let people = organisation::people(conn)?;
            let mut listed = participants::read(&list, &people);
            let filed = participants::read(&file, &people);
            listed.people.extend(filed.people);
            listed.unknown.extend(filed.unknown);
            let chosen = people.iter().filter(|one| one.unit.as_str() == unit && ticked.contains(&one.id.0));
            listed.people.extend(chosen.map(|one| one.id.clone()));
            let too_many = page.people.len() + listed.people.len() > participants::MOST;
            if !listed.unknown.is_empty() || too_many {
                return Ok(Err(SessionPage { list, unknown: listed.unknown, too_many, ..page }));
            }
            let new = sessions::take_part(conn, &session.id, &listed.people)?;
            let detail = format!("{id} {}: {new}", session.day);
            audit(conn, &clock, Some(&by.person), "participants-named", &detail)?;
            Ok(Ok(new))
        })
        .await?;
    match outcome {
        Ok(new) => redirect_saying(&to, &Say::new("flash-participants").with("n", new)),
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

/// POST /actions/{id}/sessions/{session}/people/{person}/removal
pub async fn leave(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, session) = (action_id(&req)?, web::part(&req, "session")?);
    let (person, to) = (PersonId(web::part(&req, "person")?), format!("{}/{session}", path(&id)));
    app.db
        .write(move |conn| {
            managed(conn, &who, &id)?;
            let session = free(conn, &id, &session)?;
            sessions::leave(conn, &session.id, &person)
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-participant-left"))
}

/// POST /actions/{id}/surveys/{survey}: prepares the first survey, or the second; HR opens it.
pub async fn prepare_survey(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = action_id(&req)?;
    let survey = Survey::parse(&web::part(&req, "survey")?).ok_or(Error::NotFound)?;
    let (by, inside, to) = (who.clone(), app.clone(), path(&id));
    let made = app.db.write(move |conn| survey_of(conn, &inside, &by, &id, survey)).await?;
    let to = if who.has(Role::Hr) { format!("/campaigns/{made}") } else { to };
    redirect_saying(&to, &Say::new("flash-occasion-saved"))
}

fn survey_of(conn: &mut Conn, app: &App, who: &Who, id: &ActionId, survey: Survey) -> Result<CampaignId> {
    let action = managed(conn, who, id)?;
    if !who.heads(&action.supplier) && !who.has(Role::Hr) {
        return Err(Error::Forbidden);
    }
    let chosen_by = if who.has(Role::Hr) { ChosenBy::Hr } else { ChosenBy::Head };
    let made = make_survey(conn, app, &action, survey, chosen_by)?;
    let detail = format!("{} {} by {}", action.reference(), survey.as_str(), chosen_by.as_str());
    audit(conn, &app.clock, Some(&who.person), "occasion-saved", &detail)?;
    if !who.has(Role::Hr) {
        super::mails::enqueue_proposed(conn, &made, app.clock.now())?;
    }
    Ok(made)
}

/// Which sessions a survey asks about, and from which day on.
fn asked(conn: &mut Conn, id: &ActionId, survey: Survey, today: Day) -> Result<(Vec<String>, Day)> {
    let all = sessions::of_action(conn, id)?;
    if survey == Survey::Hot {
        return match due(&all, today) {
            Due::Now(ids) => Ok((ids, today)),
            _ => Err(Error::invalid("session-none-due")),
        };
    }
    let surveys = occasions::of_action(conn, id)?;
    let opened =
        |(campaign, one): &&(Campaign, Occasion)| one.survey == Some(Survey::Hot) && campaign.opened_at.is_some();
    let (hot, _) = surveys.iter().find(opened).ok_or_else(|| Error::invalid("session-none-due"))?;
    if surveys.iter().any(|(other, one)| one.survey == Some(Survey::Cold) && other.opens_on > hot.opens_on) {
        return Err(Error::invalid("session-fault-asked"));
    }
    let of_hot = all.iter().filter(|one| one.campaign.as_ref() == Some(&hot.id));
    Ok((of_hot.map(|one| one.id.clone()).collect(), today.max(hot.opens_on.plus_days(COLD_DAYS))))
}

/// Makes the first survey of a training's participants, or the second, as a draft.
pub fn make_survey(
    conn: &mut Conn,
    app: &App,
    action: &Action,
    survey: Survey,
    chosen_by: ChosenBy,
) -> Result<CampaignId> {
    let (ids, opens_on) = asked(conn, &action.id, survey, app.today())?;
    let people = people_of(conn, &ids)?;
    if people.len() < FEWEST_ASKED {
        let say = Say::new("session-too-few").with("n", people.len()).with("least", FEWEST_ASKED);
        return Err(Error::Invalid(say));
    }
    let languages = Settings::load(conn)?.languages;
    let ready = ready::of(survey.as_str()).ok_or(Error::NotFound)?;
    let wish = Wish {
        kind: CampaignKind::Session,
        supplier: action.supplier.clone(),
        opens_on,
        closes_on: opens_on.plus_days(USUAL_DAYS),
        reminder: None,
        words: titled(&ready.words, &action.title, &languages),
        questions: ready.questions(&languages)?,
        groups: BTreeSet::new(),
        people,
        chosen_by,
        event: None,
        training: Some((action.id.clone(), survey)),
        charter: None,
    };
    let made = prepare::make(conn, &app.link_key, &wish, app.clock.now())?;
    if survey == Survey::Hot {
        sessions::asked_by(conn, &ids, Some(&made))?;
    }
    Ok(made)
}

/// `la formation (Excel)`: the title is in the language of whoever wrote it.
fn titled(words: &Texts, title: &str, languages: &[Language]) -> Texts {
    words.in_order(languages).map(|text| format!("{text} ({title})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_within_sixty_days_are_asked_together_or_not_at_all() {
        let day = |text: &str| Day::parse(text).expect("a day");
        let session = |at: &str, asked: bool| Session {
            id: at.to_owned(),
            action: "a".into(),
            day: day(at),
            words: String::new(),
            campaign: asked.then(|| "c".into()),
        };
        let of = |list: &[(&str, bool)], today: &str| {
            let all: Vec<Session> = list.iter().map(|(at, asked)| session(at, *asked)).collect();
            due(&all, day(today))
        };
        let now = |list: &[&str]| Due::Now(list.iter().map(|at| (*at).to_owned()).collect());
        assert_eq!(of(&[], "2026-03-10"), Due::Nothing);
        assert_eq!(
            of(&[("2026-03-01", false), ("2026-03-09", false)], "2026-03-10"),
            now(&["2026-03-01", "2026-03-09"])
        );
        assert_eq!(of(&[("2026-03-01", false), ("2026-04-20", false)], "2026-03-10"), Due::Wait(day("2026-04-20")));
        assert_eq!(of(&[("2026-03-01", false), ("2026-04-30", false)], "2026-03-10"), now(&["2026-03-01"]));
        assert_eq!(of(&[("2026-03-01", true), ("2026-04-20", false)], "2026-04-21"), Due::Apart(day("2026-03-01")));
        assert_eq!(of(&[("2026-03-01", true), ("2026-05-10", false)], "2026-05-11"), now(&["2026-05-10"]));
        // Long ago, but within reach of one of late.
        assert_eq!(
            of(&[("2026-01-05", false), ("2026-02-20", false)], "2026-03-20"),
            now(&["2026-01-05", "2026-02-20"])
        );
        assert_eq!(of(&[("2026-01-05", false)], "2026-03-20"), Due::Nothing);
    }
}
