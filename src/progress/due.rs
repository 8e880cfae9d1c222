//! A letter a week to whoever owns actions that are late or due within seven days: only their own, only while something
//! remains to be done.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Action, Status, store};
use crate::app::{App, Settings};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::{Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue};
use crate::organisation::mails::mail_to;
use crate::organisation::store as organisation;
use crate::render::Page;

/// Due within so many days of the Monday of the week.
const AHEAD: i64 = 7;

fn monday(day: Day) -> Day {
    day.plus_days(-i64::from(day.to_jiff().weekday().to_monday_zero_offset()))
}

/// Is it to be told of in the week of `monday`? A suspended action waits for its head.
fn is_due(action: &Action, monday: Day) -> bool {
    action.status.is_pending() && action.status != Status::Suspended && action.due_on <= monday.plus_days(AHEAD)
}

/// Writes the letters of this week, one for each owner who works here; again in the same week: nothing new.
pub fn enqueue_due(conn: &mut Conn, today: Day, now: Moment) -> Result<usize> {
    let monday = monday(today);
    let all = store::actions(conn, &store::Scope::All)?;
    let owners: BTreeSet<PersonId> =
        all.into_iter().filter(|action| is_due(action, monday)).map(|action| action.owner).collect();
    let mut new = 0;
    for person in owners {
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
}

impl Page for DueMail {
    const TEMPLATE: &'static str = "mail/actions_due.html";
    fn samples() -> Vec<Self> {
        let action = |late| DueAction {
            reference: "IT-12".to_owned(),
            title: "Un accusé de réception sous un jour".to_owned(),
            due_on: Day::parse("2026-06-30").unwrap_or(Day(chrono::NaiveDate::MIN)),
            late,
            link: "https://barometre.example.org/actions/0a".to_owned(),
        };
        let mail = |actions| Self {
            name: "Zoé Petit".to_owned(),
            actions,
            link: "https://barometre.example.org/actions".to_owned(),
            footer: Footer::sample(),
        };
        vec![mail(vec![action(true), action(false)]), mail(vec![action(false)])]
    }
}

/// The mail to an owner, with what is due when it leaves; none when nothing is any more, or when they left.
pub fn due_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let person = organisation::person(conn, &row.person)?;
    let today = app.today();
    let scope = store::Scope::Of { suppliers: Vec::new(), person: person.id.clone() };
    let mut due = store::actions(conn, &scope)?;
    due.retain(|action| is_due(action, monday(today)));
    if due.is_empty() || !person.works_on(today) {
        return Ok(None);
    }
    let line = |action: Action| DueAction {
        reference: action.reference(),
        late: action.is_late(today),
        due_on: action.due_on,
        link: app.link(&format!("/actions/{}", action.id)),
        title: action.title,
    };
    let mail = DueMail {
        name: person.name.clone(),
        actions: due.into_iter().map(line).collect(),
        link: app.link("/actions"),
        footer: Footer::of(app),
    };
    let subject = Say::new("due-mail-subject").with("n", mail.actions.len());
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}
