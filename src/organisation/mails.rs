//! A mail to somebody of the organisation, in their language.

use super::{Person, store};
use crate::app::{App, Settings};
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::{Result, Say};
use crate::mail::Message;
use crate::render::words::say;
use crate::render::{Frame, Page};

/// Somebody of the staff, with the language in which staff mails are written to them.
pub fn reader(conn: &mut Conn, id: &PersonId) -> Result<Person> {
    let person = store::person(conn, id)?;
    Ok(Person { language: Settings::load(conn)?.staff(person.language), ..person })
}

/// Writes `mail` (its page, and the text beside it) to `person`.
pub fn mail_to<P: Page>(app: &App, settings: &Settings, person: Person, subject: &Say, mail: &P) -> Result<Message> {
    let frame = Frame::plain(person.language, &settings.organisation, "/");
    Ok(Message {
        subject: say(person.language, subject),
        text: app.templates.text(&P::TEMPLATE.replace(".html", ".txt"), &frame, mail)?,
        html: app.templates.page(&frame, mail)?,
        to_name: person.name,
        to_address: person.email,
        unsubscribe: None,
        pictures: Vec::new(),
    })
}
