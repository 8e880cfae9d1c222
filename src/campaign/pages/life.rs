//! Steps of a campaign's life beside opening and closing: the next one prepared from it, its closing put off, people
//! who came since invited. Each asks once and leaves a line in the audit log.

use actix_web::HttpRequest;

use super::shared::Typed;
use super::{Setback, id, path, refuse};
use crate::app::{App, audit};
use crate::campaign::copying::{Copied, copy};
use crate::campaign::extending::{Wish, extend};
use crate::campaign::{Campaign, opening, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::{Error, Result, Say};
use crate::render::words::list;
use crate::render::{Language, figures};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, Hr, redirect_saying};

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
