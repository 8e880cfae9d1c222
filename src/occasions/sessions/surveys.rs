//! POST /actions/{id}/surveys/{survey}: the survey of a training's participants right after, and about two months later.

use std::collections::BTreeSet;

use actix_web::HttpRequest;

use super::access::{action_id, managed, path};
use super::due::{Due, due};
use crate::app::{App, Settings, audit};
use crate::campaign::occasion::budget::{COLD_DAYS, quiet};
use crate::campaign::occasion::prepare::{self, Wish};
use crate::campaign::occasion::{ChosenBy, FEWEST_ASKED, Occasion, Survey, store as occasions};
use crate::campaign::{Campaign, Kind as CampaignKind};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, PersonId};
use crate::error::{Error, Result, Say};
use crate::occasions::{mails, ready};
use crate::organisation::store as organisation;
use crate::progress::Action;
use crate::progress::store::sessions as held;
use crate::render::{Language, Texts};
use crate::web::{self, Answer, Fields, Role, Staff, Who, redirect_saying};

/// How long a survey takes answers.
const USUAL_DAYS: i64 = 6;

pub(super) fn people_of(conn: &mut Conn, ids: &[String]) -> Result<BTreeSet<PersonId>> {
    let of = held::participants_of(conn, ids)?;
    Ok(of.into_values().flatten().map(|(person, _)| person).collect())
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
    let people = occasions::named(conn, &made)?.len();
    let detail = format!("{} {} by {}: {people}", action.reference(), survey.as_str(), chosen_by.as_str());
    audit(conn, &app.clock, Some(&who.person), "occasion-saved", &detail)?;
    if !who.has(Role::Hr) {
        mails::enqueue_proposed(conn, &made, app.clock.now())?;
    }
    Ok(made)
}

/// Is there a second survey after this first one?
pub(super) fn has_cold(surveys: &[(Campaign, Occasion)], hot: &CampaignId) -> bool {
    surveys.iter().any(|(_, one)| one.follows.as_ref() == Some(hot))
}

/// What a survey asks about.
struct Asked {
    sessions: Vec<String>,
    opens_on: Day,
    /// The first survey, of a second one.
    follows: Option<CampaignId>,
}

fn asked(conn: &mut Conn, id: &ActionId, survey: Survey, today: Day) -> Result<Asked> {
    let all = held::of_action(conn, id)?;
    if survey == Survey::Hot {
        return match due(&all, today) {
            Due::Now(sessions) => Ok(Asked { sessions, opens_on: today, follows: None }),
            _ => Err(Error::invalid("session-none-due")),
        };
    }
    let surveys = occasions::of_action(conn, id)?;
    let waits = |(campaign, one): &&(Campaign, Occasion)| {
        one.survey == Some(Survey::Hot) && campaign.opened_at.is_some() && !has_cold(&surveys, &campaign.id)
    };
    // The earliest first: its participants are forgotten first.
    for (hot, _) in surveys.iter().rev().filter(waits) {
        let sessions = of_hot(&all, &hot.id);
        if people_of(conn, &sessions)?.len() >= FEWEST_ASKED {
            let opens_on = today.max(hot.opens_on.plus_days(COLD_DAYS));
            return Ok(Asked { sessions, opens_on, follows: Some(hot.id.clone()) });
        }
    }
    Err(Error::invalid("session-none-due"))
}

/// The sessions that a first survey asked about.
pub(super) fn of_hot(all: &[held::Session], hot: &CampaignId) -> Vec<String> {
    all.iter().filter(|one| one.campaign.as_ref() == Some(hot)).map(|one| one.id.clone()).collect()
}

/// The first day from `day` on that no quarter's quiet days forbid.
fn free_day(conn: &mut Conn, day: Day) -> Result<Day> {
    let mut day = day;
    while let Some(quarter) = quiet(conn, day, day.plus_days(USUAL_DAYS))? {
        day = quarter.closes_on.plus_days(1);
    }
    Ok(day)
}

/// Makes the first survey of a training's participants, or the second, as a draft.
pub fn make_survey(
    conn: &mut Conn,
    app: &App,
    action: &Action,
    survey: Survey,
    chosen_by: ChosenBy,
) -> Result<CampaignId> {
    // One at a time: the next finds these sessions asked.
    organisation::hold_supplier(conn, &action.supplier)?;
    let Asked { sessions, opens_on, follows } = asked(conn, &action.id, survey, app.today())?;
    let opens_on = free_day(conn, opens_on)?;
    let people = people_of(conn, &sessions)?;
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
        follows,
        charter: None,
    };
    let made = prepare::make(conn, &app.link_key, &wish, app.clock.now())?;
    if survey == Survey::Hot {
        held::asked_by(conn, &sessions, Some(&made))?;
    }
    Ok(made)
}

/// `la formation (Excel)`: the title is in the language of whoever wrote it.
fn titled(words: &Texts, title: &str, languages: &[Language]) -> Texts {
    words.in_order(languages).map(|text| format!("{text} ({title})"))
}
