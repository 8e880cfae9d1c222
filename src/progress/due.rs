//! A letter a week to whoever owns actions that are late or due within seven days: only their own, only while something
//! remains to be done. Actions whose owner has left are told to the heads of their service, or to HR where none is left:
//! nothing ends in nobody's hands.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Action, Status, store};
use crate::app::{App, Settings};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{PersonId, SupplierCode};
use crate::error::{Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue};
use crate::organisation::mails::{mail_to, reader};
use crate::organisation::store as organisation;
use crate::render::Page;
use crate::web::Role;

#[cfg(debug_assertions)]
mod samples;

/// Due within so many days of the Monday of the week.
const AHEAD: i64 = 7;

fn monday(day: Day) -> Day {
    day.plus_days(-i64::from(day.to_jiff().weekday().to_monday_zero_offset()))
}

/// Is it to be told of in the week of `monday`? A suspended action waits for its head.
fn is_due(action: &Action, monday: Day) -> bool {
    action.status.is_pending() && action.status != Status::Suspended && action.due_on <= monday.plus_days(AHEAD)
}

/// Done, and somebody said they would look by now whether it worked.
fn is_checked_in(action: &Action, monday: Day) -> bool {
    action.status == Status::Done && action.check_on.is_some_and(|day| day <= monday.plus_days(AHEAD))
}

/// Who sees to the actions of `supplier` whose owner has left: its heads who work here, else HR.
fn keepers(conn: &mut Conn, supplier: &SupplierCode, today: Day) -> Result<BTreeSet<PersonId>> {
    let heads = organisation::heads(conn, supplier)?.into_iter().filter(|head| head.works_on(today));
    let heads: BTreeSet<PersonId> = heads.map(|head| head.id).collect();
    if !heads.is_empty() {
        return Ok(heads);
    }
    let hr = organisation::grants(conn)?.into_iter().filter(|(_, all)| all.iter().any(|(role, _)| *role == Role::Hr));
    Ok(hr.map(|(person, _)| person).collect())
}

/// The actions that remain to be done whose owner no longer works here.
fn orphans(conn: &mut Conn, today: Day) -> Result<Vec<(Action, String)>> {
    let pending: Vec<Action> =
        store::actions(conn, &store::Scope::All)?.into_iter().filter(|action| action.status.is_pending()).collect();
    let mut list = Vec::new();
    for action in pending {
        let owner = organisation::person(conn, &action.owner)?;
        if !owner.works_on(today) {
            list.push((action, owner.name));
        }
    }
    Ok(list)
}

/// Writes the letters of this week, one for each owner who works here and for whoever sees to what has none; again in
/// the same week: nothing new.
pub fn enqueue_due(conn: &mut Conn, today: Day, now: Moment) -> Result<usize> {
    let monday = monday(today);
    let all = store::actions(conn, &store::Scope::All)?;
    let mut readers: BTreeSet<PersonId> =
        all.iter().filter(|action| is_due(action, monday)).map(|action| action.owner.clone()).collect();
    for action in all.iter().filter(|action| is_checked_in(action, monday)) {
        readers.extend(keepers(conn, &action.supplier, today)?);
    }
    for (action, _) in orphans(conn, today)? {
        readers.extend(keepers(conn, &action.supplier, today)?);
    }
    let mut new = 0;
    for person in readers {
        if !organisation::person(conn, &person)?.works_on(today) {
            continue;
        }
        let occasion = format!("actions-due-{monday}");
        let letter = Letter { kind: Kind::ActionsDue, occasion, campaign: None, person, reference: None };
        new += usize::from(enqueue(conn, now, &letter)?);
    }
    Ok(new)
}

#[derive(Debug, Clone, Serialize)]
pub struct DueMail {
    name: String,
    actions: Vec<DueAction>,
    /// Those whose effect is to be looked at, for whoever judges it.
    checks: Vec<DueAction>,
    /// Those whose owner has left, for whoever sees to them.
    orphans: Vec<DueAction>,
    link: String,
    footer: Footer,
}

#[derive(Debug, Clone, Serialize)]
struct DueAction {
    reference: String,
    title: String,
    due_on: Day,
    late: bool,
    link: String,
    /// Who had it.
    owner: String,
}

impl Page for DueMail {
    const TEMPLATE: &'static str = "mail/actions_due.html";
}

/// The mail to an owner, with what is due when it leaves; none when nothing is any more, or when they left.
pub fn due_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let person = reader(conn, &row.person)?;
    let today = app.today();
    let scope = store::Scope::Of { suppliers: Vec::new(), person: person.id.clone() };
    let mut due = store::actions(conn, &scope)?;
    due.retain(|action| action.owner == person.id && is_due(action, monday(today)));
    let mut checks = Vec::new();
    for action in store::actions(conn, &store::Scope::All)? {
        if is_checked_in(&action, monday(today)) && keepers(conn, &action.supplier, today)?.contains(&person.id) {
            checks.push(action);
        }
    }
    let mut without = Vec::new();
    for (action, owner) in orphans(conn, today)? {
        if keepers(conn, &action.supplier, today)?.contains(&person.id) {
            without.push((action, owner));
        }
    }
    if (due.is_empty() && without.is_empty() && checks.is_empty()) || !person.works_on(today) {
        return Ok(None);
    }
    let line = |(action, owner): (Action, String)| DueAction {
        owner,
        reference: action.reference(),
        late: action.is_late(today),
        due_on: action.due_on,
        link: app.link(&format!("/actions/{}", action.id)),
        title: action.title,
    };
    let mail = DueMail {
        name: person.name.clone(),
        actions: due.into_iter().map(|action| line((action, person.name.clone()))).collect(),
        checks: checks.into_iter().map(|action| line((action, String::new()))).collect(),
        orphans: without.into_iter().map(line).collect(),
        link: app.link("/actions"),
        footer: Footer::of(app),
    };
    let subject = match mail.actions.len() {
        0 if mail.orphans.is_empty() => Say::new("due-mail-subject-checks").with("n", mail.checks.len()),
        0 => Say::new("due-mail-subject-orphans").with("n", mail.orphans.len()),
        due => Say::new("due-mail-subject").with("n", due),
    };
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}
