//! The progress plan of the story: actions made from published figures, taken through their life.

use std::collections::BTreeMap;

use super::files::{self, Row};
use super::quarters::Wave;
use crate::app::App;
use crate::campaign::store as campaigns;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{ActionId, PersonId, SupplierCode, sortable};
use crate::error::{Error, Result};
use crate::organisation::store as organisation;
use crate::progress::store::events::{self, BefallenEvent};
use crate::progress::store::reach::Reach;
use crate::progress::store::{self, Move, history};
use crate::progress::{Action, Effect, Event, Kind, Status, Step, Verdict};

/// After `wave` was published: makes its actions, finishes those done by now, judges those whose effect is known.
pub fn follow(app: &App, wave: &Wave) -> Result<()> {
    let (now, today) = (app.clock.now(), app.today());
    let (name, code) = (wave.name.to_owned(), wave.code.clone());
    app.db.write_now(move |conn| {
        for row in files::rows(files::ACTIONS)? {
            if row.get("created_wave") == name {
                create(conn, &row, &code, today, now)?;
            }
            if row.get("done_wave") == name && !row.get("done_wave").is_empty() {
                finish(conn, &row, today, now)?;
            }
        }
        note_events(conn, &name, today, now)?;
        judge(conn, today, now)
    })
}

/// What befell a service before this wave.
fn note_events(conn: &mut Conn, wave: &str, today: Day, now: Moment) -> Result<()> {
    for row in files::rows(files::EVENTS)?.into_iter().filter(|row| row.get("wave") == wave) {
        let day = today.plus_days(-row.get("days_before").parse().unwrap_or(30));
        let event = BefallenEvent {
            id: sortable(now),
            supplier: Some(SupplierCode::from(row.get("supplier"))),
            day,
            words: row.get("words").to_owned(),
            account: String::new(),
            lesson: String::new(),
        };
        events::add(conn, &event)?;
    }
    Ok(())
}

fn head(conn: &mut Conn, supplier: &SupplierCode) -> Result<PersonId> {
    Ok(organisation::heads(conn, supplier)?.into_iter().next().ok_or(Error::NotFound)?.id)
}

fn create(conn: &mut Conn, row: &Row, wave: &str, today: Day, now: Moment) -> Result<()> {
    let supplier = SupplierCode::from(row.get("supplier"));
    let origin = store::origin(conn, &supplier, wave, row.get("dimension"))?;
    let owner = organisation::person_by_email(conn, row.get("owner_email"))?.ok_or(Error::NotFound)?;
    let by = head(conn, &supplier)?;
    let due_on = today.plus_days(row.get("due_offset_days").parse().unwrap_or(90));
    let action = Action {
        title: row.get("title").to_owned(),
        finding: row.get("finding").to_owned(),
        kind: Kind::parse(row.get("kind")).unwrap_or(Kind::Corrective),
        target: row.get("target").parse().ok(),
        public_texts: row.texts("public_text"),
        cost: row.get("cost").to_owned(),
        awaits: row.get("awaits").to_owned(),
        check_on: row.get("check_offset_days").parse().ok().map(|days| today.plus_days(days)),
        visible: true,
        ..Action::proposed(ActionId(sortable(now)), supplier, owner.id, due_on)
    }
    .starting_from(origin);
    let action = store::create(conn, action, &by, now)?;
    if !row.get("contributors").is_empty() {
        let helps = organisation::person_by_email(conn, row.get("contributors"))?.ok_or(Error::NotFound)?;
        store::set_contributors(conn, &action.id, &[helps.id])?;
    }
    let reach = reach(conn, row, wave, today)?;
    store::reach::set(conn, &action.id, &reach)?;
    let steps: &[Step] = match row.get("status") {
        "accepted" => &[Step::Accept],
        "in_progress" | "done" => &[Step::Accept, Step::Start],
        "suspended" => &[Step::Accept, Step::Start, Step::Suspend],
        _ => &[],
    };
    for step in steps {
        take(conn, &action.id, *step, None, &by, today, now)?;
    }
    if !row.get("note").is_empty() {
        history::note(conn, &action.id, now, Some(&action.owner), Event::Noted, row.get("note"))?;
    }
    Ok(())
}

/// Whom it concerns and whom it tells something.
fn reach(conn: &mut Conn, row: &Row, wave: &str, today: Day) -> Result<Reach> {
    let wave = campaigns::campaign_by_code(conn, wave)?;
    let mut groups: BTreeMap<_, _> =
        campaigns::client_groups(conn, &wave.id)?.into_iter().map(|group| (group.code, group.name)).collect();
    groups.retain(|code, _| row.get("groups").split_whitespace().any(|named| named == code.as_str()));
    Ok(Reach {
        groups,
        audience: row.get("audience").to_owned(),
        medium: row.get("medium").to_owned(),
        told_on: row.get("told_offset_days").parse().ok().map(|days| today.plus_days(days)),
    })
}

fn take(
    conn: &mut Conn,
    id: &ActionId,
    step: Step,
    verdict: Option<Verdict>,
    by: &PersonId,
    today: Day,
    now: Moment,
) -> Result<()> {
    let action = store::action(conn, id)?;
    let done_on = (step == Step::Complete).then_some(today);
    store::take(conn, &action, &Move { step, done_on, reason: None, verdict }, by, today, now)?;
    Ok(())
}

fn finish(conn: &mut Conn, row: &Row, today: Day, now: Moment) -> Result<()> {
    let supplier = SupplierCode::from(row.get("supplier"));
    let by = head(conn, &supplier)?;
    for action in store::of_supplier(conn, &supplier)? {
        if action.title == row.get("title") && action.status == Status::InProgress {
            take(conn, &action.id, Step::Complete, None, &by, today, now)?;
        }
    }
    Ok(())
}

/// A head confirms what the figures confirm, and leaves the rest open.
fn judge(conn: &mut Conn, today: Day, now: Moment) -> Result<()> {
    for supplier in organisation::suppliers(conn)? {
        let by = head(conn, &supplier.code)?;
        for action in store::of_supplier(conn, &supplier.code)? {
            if action.status == Status::Done && action.effect == Some(Effect::ConfirmedUp) {
                take(conn, &action.id, Step::Verify, Some(Verdict::Effective), &by, today, now)?;
            }
        }
    }
    Ok(())
}
