//! Letters to HR and administrators about what came by a door: a day's first change that waits, a file that was refused.
//! They hold numbers and the name of a file, nothing of what it said.

use serde::Serialize;

use crate::app::{App, Settings};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::{Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue};
use crate::organisation::mails::{mail_to, reader};
use crate::organisation::{Person, store, waiting};
use crate::render::Page;
use crate::web::Role;

#[cfg(debug_assertions)]
mod samples;

/// HR and administrators who work here.
fn readers(conn: &mut Conn, today: Day) -> Result<Vec<PersonId>> {
    let mut list = Vec::new();
    for (person, roles) in store::grants(conn)? {
        let sees = roles.iter().any(|(role, _)| matches!(role, Role::Hr | Role::Admin));
        if sees && store::person(conn, &person)?.works_on(today) {
            list.push(person);
        }
    }
    Ok(list)
}

fn tell(conn: &mut Conn, kind: Kind, occasion: &str, reference: Option<&str>, today: Day, now: Moment) -> Result<()> {
    for person in readers(conn, today)? {
        let (occasion, reference) = (occasion.to_owned(), reference.map(ToOwned::to_owned));
        enqueue(conn, now, &Letter { kind, occasion, campaign: None, person, reference })?;
    }
    Ok(())
}

/// Something new waits: told once a day.
pub fn tell_waiting(conn: &mut Conn, today: Day, now: Moment) -> Result<()> {
    tell(conn, Kind::ChangesWait, &format!("changes-wait-{today}"), None, today, now)
}

/// A file was refused, with so many bad lines.
pub fn tell_refused(conn: &mut Conn, file: &str, faults: usize, today: Day, now: Moment) -> Result<()> {
    tell(conn, Kind::FileRefused, &format!("refused {file}"), Some(&format!("{faults} {file}")), today, now)
}

#[derive(Debug, Clone, Serialize)]
pub struct WaitingMail {
    name: String,
    n: i64,
    link: String,
    footer: Footer,
}

impl Page for WaitingMail {
    const TEMPLATE: &'static str = "mail/changes_wait.html";
}

#[derive(Debug, Clone, Serialize)]
pub struct RefusedMail {
    name: String,
    n: usize,
    file: String,
    link: String,
    footer: Footer,
}

impl Page for RefusedMail {
    const TEMPLATE: &'static str = "mail/file_refused.html";
}

fn standing(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Person>> {
    let reads = readers(conn, app.today())?.contains(&row.person);
    if reads { reader(conn, &row.person).map(Some) } else { Ok(None) }
}

/// None when nothing waits any more.
pub fn waiting_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let n = waiting::count(conn)?;
    let Some(person) = standing(app, conn, row)?.filter(|_| n > 0) else { return Ok(None) };
    let link = app.link("/people/waiting");
    let mail = WaitingMail { name: person.name.clone(), n, link, footer: Footer::of(app) };
    let subject = Say::new("waiting-mail-subject").with("n", n);
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}

pub fn refused_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let told = row.reference.as_deref().and_then(|text| text.split_once(' '));
    let Some((n, file)) = told.and_then(|(n, file)| Some((n.parse().ok()?, file.to_owned()))) else { return Ok(None) };
    let Some(person) = standing(app, conn, row)? else { return Ok(None) };
    let link = app.link("/people");
    let subject = Say::new("refused-mail-subject").with("file", &file);
    let mail = RefusedMail { name: person.name.clone(), n, file, link, footer: Footer::of(app) };
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}
