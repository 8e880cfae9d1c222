//! Links by which staff sign in: fifteen minutes, one use, only their hash stored; at most three an hour and person
//! by mail. A command on the server prints one when mail is down.

use jiff::SignedDuration;
use serde::Serialize;

use super::mails::{mail_to, reader};
use super::{Person, store};
use crate::app::{App, LinkKey, Settings, audit, token_hash};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{PersonId, sortable};
use crate::error::{Error, Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{self, Kind, Letter, Message};
use crate::render::Page;
use crate::retention::SIGN_IN_LINK_HOURS;

#[cfg(debug_assertions)]
mod samples;

pub const MINUTES: i64 = 15;
const PER_HOUR: i64 = 3;

/// A new link for somebody who works here; the path it opens.
pub fn new_link(conn: &mut Conn, key: &LinkKey, now: Moment, person: &PersonId) -> Result<(String, String)> {
    let id = sortable(now);
    let token = key.token("sign-in", &id);
    store::forget_sign_in_links_before(conn, now.minus(SignedDuration::from_hours(SIGN_IN_LINK_HOURS)))?;
    let until = now.plus(SignedDuration::from_mins(MINUTES));
    store::insert_sign_in_link(conn, &id, &token_hash(&token), person, now, until)?;
    Ok((id, format!("/sign-in/{token}")))
}

/// Somebody typed an address: writes them a link if they work here and have not asked too often. Says nothing, so
/// that nobody learns who is known.
pub fn ask(conn: &mut Conn, key: &LinkKey, now: Moment, today: Day, address: &str) -> Result<()> {
    let Some(person) = store::person_by_email(conn, address)?.filter(|person| person.works_on(today)) else {
        return Ok(());
    };
    if store::sign_in_links_since(conn, &person.id, now.minus(SignedDuration::from_hours(1)))? >= PER_HOUR {
        return Ok(());
    }
    let (id, _) = new_link(conn, key, now, &person.id)?;
    let occasion = format!("sign-in {id}");
    let letter = Letter { kind: Kind::SignIn, occasion, campaign: None, person: person.id, reference: Some(id) };
    mail::enqueue(conn, now, &letter)?;
    Ok(())
}

/// Whose link this is, if it still opens.
pub fn holder(conn: &mut Conn, token: &str, now: Moment, today: Day) -> Result<Option<(String, Person)>> {
    let Some(link) = store::sign_in_link_by_token(conn, &token_hash(token))? else { return Ok(None) };
    if link.used || link.expires_at <= now {
        return Ok(None);
    }
    let person = store::person(conn, &link.person)?;
    Ok(person.works_on(today).then_some((link.id, person)))
}

/// The command's link: the same kind, without the mail and its limit.
pub fn link_for(app: &App, address: &str) -> Result<String> {
    let (key, clock, today, address) = (app.link_key.clone(), app.clock.clone(), app.today(), address.to_owned());
    let path = app.db.write_now(move |conn| {
        let person = store::person_by_email(conn, &address)?
            .filter(|person| person.works_on(today))
            .ok_or_else(|| Error::Invalid(Say::new("sign-in-nobody").with("address", &address)))?;
        let (_, path) = new_link(conn, &key, clock.now(), &person.id)?;
        audit(conn, &clock, None, "sign-in-link", person.id.as_str())?;
        Ok(path)
    })?;
    Ok(app.link(&path))
}

/// The mail that carries a link.
#[derive(Serialize)]
pub struct SignInMail {
    name: String,
    link: String,
    minutes: i64,
    footer: Footer,
}

impl Page for SignInMail {
    const TEMPLATE: &'static str = "mail/sign_in.html";
}

/// Renders a row of kind sign-in; nothing when its link was used or has expired before it could leave.
pub fn sign_in_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let Some(id) = &row.reference else { return Ok(None) };
    let Some(link) = store::sign_in_link(conn, id)? else { return Ok(None) };
    if link.used || link.expires_at <= app.clock.now() {
        return Ok(None);
    }
    let person = reader(conn, &link.person)?;
    let view = SignInMail {
        name: person.name.clone(),
        link: app.link(&format!("/sign-in/{}", app.link_key.token("sign-in", id))),
        minutes: MINUTES,
        footer: Footer::of(app),
    };
    mail_to(app, &Settings::load(conn)?, person, &Say::new("sign-in-mail-subject"), &view).map(Some)
}
