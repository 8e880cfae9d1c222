//! A mail to somebody of the organisation, in their language.

use super::Person;
use crate::app::{App, Settings};
use crate::error::{Result, Say};
use crate::mail::Message;
use crate::render::language::say;
use crate::render::{Frame, Page};

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
    })
}
