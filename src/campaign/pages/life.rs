//! Steps of a campaign's life beside opening and closing: the next one prepared from it, its closing put off, people
//! who came since invited. Each asks once and leaves a line in the audit log.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{Setback, id, path, refuse};
use crate::app::{App, audit};
use crate::campaign::calendar::Calendar;
use crate::campaign::copying::{Copied, copy};
use crate::campaign::extending::{self, Wish, extend};
use crate::campaign::{Campaign, opening, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::render::language::list;
use crate::render::{Language, figures};
use crate::web::form::clean_line;
use crate::web::{self, Answer, Fields, Hr, redirect_saying};

/// The form that puts off the closing, as typed.
#[derive(Debug, Clone, Serialize)]
pub struct Extension {
    pub closes_on: String,
    pub reminder: String,
    /// The box is ticked.
    pub move_last: bool,
    /// The reminder it is about, where there is one.
    pub movable: Option<Day>,
    pub latest: Day,
    /// No reminder can be added to those there are.
    pub full: bool,
}

/// What was typed for an extension.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    closes_on: String,
    reminder: String,
    move_last: bool,
}

impl Extension {
    /// The form of an open campaign, with what was typed or with nothing.
    pub fn of(conn: &mut Conn, app: &App, campaign: &Campaign, typed: Option<Typed>) -> Result<Self> {
        let (calendar, today) = (Calendar::load(conn)?, app.today());
        let movable = extending::movable(campaign, calendar, today);
        let typed =
            typed.unwrap_or(Typed { closes_on: campaign.closes_on.to_string(), move_last: true, ..Typed::default() });
        Ok(Self {
            closes_on: typed.closes_on,
            reminder: typed.reminder,
            move_last: typed.move_last,
            movable,
            latest: extending::latest(campaign.first_day(&app.config.time_zone)),
            full: campaign.reminder_days().len() >= 3,
        })
    }

    pub fn sample() -> Self {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        Self {
            closes_on: "2026-03-2".to_owned(),
            reminder: String::new(),
            move_last: true,
            movable: Some(day("2026-03-18")),
            latest: day("2026-05-01"),
            full: false,
        }
    }
}

/// People who came since the opening, by group.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Newcomers {
    pub people: usize,
    /// Of these, without an address.
    pub codes: usize,
    pub groups: Vec<(String, usize)>,
    /// People of units that have no group in this campaign, and these units.
    pub ungrouped: usize,
    pub units: Vec<String>,
}

impl Newcomers {
    pub fn of(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Self> {
        let found = opening::newcomers(conn, campaign, today)?;
        let number = |code: &GroupCode| found.guests.iter().filter(|guest| guest.group == *code).count();
        let groups = store::client_groups(conn, &campaign.id)?;
        let groups = groups.into_iter().map(|group| (number(&group.code), group.name));
        let groups = groups.filter(|(people, _)| *people > 0).map(|(people, name)| (name, people)).collect();
        let tree = organisation::tree(conn)?;
        let name = |code| tree.get(code).map_or_else(|| code.to_string(), |unit| unit.name.clone());
        Ok(Self {
            people: found.guests.len(),
            codes: found.guests.iter().filter(|guest| guest.draws_a_code()).count(),
            groups,
            ungrouped: found.ungrouped,
            units: found.without_group.iter().map(name).collect(),
        })
    }

    pub fn sample() -> Self {
        Self {
            people: 3,
            codes: 1,
            groups: vec![("Production".to_owned(), 2), ("Achats".to_owned(), 1)],
            ungrouped: 1,
            units: vec!["Laboratoire".to_owned()],
        }
    }
}

/// Prepares the campaign that follows.
pub async fn copy_next(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let (of, by, inside, language) = (id.clone(), who.person.clone(), app.clone(), who.language);
    let outcome = app
        .db
        .write(move |conn| {
            let from = store::campaign(conn, &of)?.code;
            let copied = copy(conn, &of, language, inside.today(), inside.clock.now())?;
            if let Copied::New(new) = &copied {
                audit(conn, &inside.clock, Some(&by), "campaign-copied", &format!("{} from {from}", new.code))?;
            }
            Ok(copied)
        })
        .await;
    match outcome {
        Ok(Copied::New(new)) => redirect_saying(&format!("{}/edit", path(&new.id)), &Say::new("flash-campaign-copied")),
        Ok(Copied::Standing(there)) => redirect_saying(&path(&there.id), &Say::new("flash-campaign-standing")),
        Err(Error::Invalid(fault)) => refuse(&req, &app, &who, id, "copy", Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}

/// Puts off the closing.
pub async fn put_off(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let line = |name: &str| -> Result<String> { Ok(clean_line(&form.text(name)?).chars().take(60).collect()) };
    let typed = Typed { closes_on: line("closes_on")?, reminder: line("reminder")?, move_last: form.has("move_last") };
    let (of, by, inside, wished) = (id.clone(), who.person.clone(), app.clone(), typed.clone());
    let outcome = app.db.write(move |conn| extended(conn, &inside, &of, &wished, &by)).await;
    match outcome {
        Ok((before, after)) => redirect_saying(&path(&id), &told_extension(who.language, app.today(), &before, &after)),
        Err(Error::Invalid(fault)) => {
            let setback = Setback { fault: Some(fault), extension: Some(typed), ..Setback::default() };
            refuse(&req, &app, &who, id, "extension", setback).await
        }
        Err(fault) => Err(fault),
    }
}

/// What changed, and which reminders are to come.
fn told_extension(language: Language, today: Day, before: &Campaign, after: &Campaign) -> Say {
    let day = |day: Day| figures::day(language, day);
    let coming: Vec<String> = after.reminder_days().into_iter().filter(|one| *one > today).map(day).collect();
    let key = match (after.closes_on > before.closes_on, coming.is_empty()) {
        (true, true) => "flash-campaign-extended",
        (true, false) => "flash-campaign-extended-reminders",
        (false, _) => "flash-campaign-reminder-added",
    };
    Say::new(key).with("day", day(after.closes_on)).with("reminders", list(language, &coming))
}

fn extended(
    conn: &mut Conn,
    app: &App,
    id: &CampaignId,
    typed: &Typed,
    by: &crate::db::ids::PersonId,
) -> Result<(Campaign, Campaign)> {
    let day = |text: &str| Day::parse(text).ok_or_else(|| Error::invalid("campaign-fault-day"));
    let wish = Wish {
        closes_on: day(&typed.closes_on)?,
        reminder: if typed.reminder.is_empty() { None } else { Some(day(&typed.reminder)?) },
        move_last: typed.move_last,
    };
    let (before, after) = extend(conn, id, &app.config.time_zone, app.today(), wish)?;
    let detail = format!(
        "{} {} -> {}; reminders {} -> {}",
        after.code, before.closes_on, after.closes_on, before.reminders, after.reminders
    );
    audit(conn, &app.clock, Some(by), "campaign-extended", &detail)?;
    Ok((before, after))
}

/// Invites those who came since the opening.
pub async fn invite(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let (of, by, inside) = (id.clone(), who.person.clone(), app.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let code = store::campaign(conn, &of)?.code;
            let (mailed, codes) =
                opening::invite_newcomers(conn, &inside.link_key, &of, inside.today(), inside.clock.now())?;
            let detail = format!("{code} {mailed} by mail, {codes} by code");
            audit(conn, &inside.clock, Some(&by), "newcomers-invited", &detail)?;
            Ok(mailed + codes)
        })
        .await;
    match outcome {
        Ok(people) => redirect_saying(&path(&id), &Say::new("flash-newcomers-invited").with("n", people)),
        Err(Error::Invalid(fault)) => refuse(&req, &app, &who, id, "newcomers", Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}
