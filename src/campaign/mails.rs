//! The invitation and its reminders, rendered when they are sent; a link that was used meanwhile gets none.

use serde::Serialize;

use super::opening::{self, Guest};
use super::{Campaign, State, store};
use crate::app::{App, Settings};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::{Result, Say};
use crate::mail::outbox::Row;
use crate::mail::{Kind, Message};
use crate::organisation::{Person, store as organisation};
use crate::questionnaire::{longest_path_minutes, store as questionnaires};
use crate::render::{Frame, Language, Page, language};

#[derive(Debug, Clone, Serialize)]
pub struct InvitationMail {
    name: String,
    organisation: String,
    /// The services that ask, as they stand in a sentence.
    services: String,
    minutes: u32,
    closes_on: Day,
    link: String,
    threshold: i32,
    /// A file of the answers is handed to somebody.
    file: Option<Say>,
    reminder: bool,
    privacy: String,
    accessibility: String,
    hr_contact: String,
}

impl Page for InvitationMail {
    const TEMPLATE: &'static str = "mail/invitation.html";
    fn samples() -> Vec<Self> {
        let first = Self {
            name: "Ana Lopes".to_owned(),
            organisation: "Val-de-Brume".to_owned(),
            services: "les Ressources humaines et l'Informatique".to_owned(),
            minutes: 3,
            closes_on: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            link: "https://example.org/r/token".to_owned(),
            threshold: 5,
            file: Some(Say::new("promise-file").with("to", "l'institut Cassini")),
            reminder: false,
            privacy: "https://example.org/privacy".to_owned(),
            accessibility: "https://example.org/accessibilite".to_owned(),
            hr_contact: "rh@example.org".to_owned(),
        };
        let again = Self {
            reminder: true,
            file: None,
            hr_contact: String::new(),
            organisation: String::new(),
            ..first.clone()
        };
        vec![first, again]
    }
}

/// The mail of an outbox row about an invitation, or none when it is no longer wanted.
pub fn invitation_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let Some(campaign) = &row.campaign else { return Ok(None) };
    let campaign = store::campaign(conn, campaign)?;
    if campaign.state != State::Open {
        return Ok(None);
    }
    let Some(invitation) = store::invitation_of(conn, &campaign.id, &row.person)? else { return Ok(None) };
    // Whether an invitation leaves, HR can find out: only reminders ask whether the link was used.
    let closed_to_reminders = row.kind == Kind::Reminder && store::is_answered(conn, &invitation.id)?;
    if !invitation.eligible || closed_to_reminders {
        return Ok(None);
    }
    let person = organisation::person(conn, &row.person)?;
    if !person.is_asked_on(app.today()) {
        return Ok(None);
    }
    let asked = proposed(conn, &campaign.id, &invitation.proposed(), person.language)?;
    let link = app.link(&format!("/r/{}", invitation.token(&app.link_key)));
    write(app, conn, &campaign, person, asked, link, row.kind == Kind::Reminder).map(Some)
}

/// The invitation as its first reader would get it, before there is any invitation; the link is an example. Nothing
/// when nobody would get a mail.
pub fn preview(app: &App, conn: &mut Conn, campaign: &Campaign, guests: &[Guest]) -> Result<Option<Message>> {
    let Some(guest) = guests.iter().find(|guest| !guest.draws_a_code()) else { return Ok(None) };
    let services: Vec<SupplierCode> = guest.served_by.iter().take(opening::PROPOSED).cloned().collect();
    let asked = proposed(conn, &campaign.id, &services, guest.person.language)?;
    let example = language::say(guest.person.language, &Say::new("campaign-mail-example"));
    let link = app.link(&format!("/r/{example}"));
    write(app, conn, campaign, guest.person.clone(), asked, link, false).map(Some)
}

fn write(
    app: &App,
    conn: &mut Conn,
    campaign: &Campaign,
    person: Person,
    (services, minutes): (Vec<String>, u32),
    link: String,
    reminder: bool,
) -> Result<Message> {
    let settings = Settings::load(conn)?;
    let view = InvitationMail {
        name: person.name.clone(),
        organisation: settings.organisation.clone(),
        services: language::capitalised(&language::list(person.language, &services)),
        minutes,
        closes_on: campaign.closes_on,
        link,
        threshold: campaign.threshold,
        file: campaign.file_promise(),
        reminder,
        privacy: app.link("/privacy"),
        accessibility: app.link("/accessibilite"),
        hr_contact: settings.hr_contact,
    };
    let subject = if reminder { "mail-reminder-subject" } else { "mail-invitation-subject" };
    let subject = Say::new(subject)
        .with("n", services.len())
        .with("day", crate::render::figures::day(person.language, campaign.closes_on));
    let frame = Frame::plain(person.language, &settings.organisation, "/");
    Ok(Message {
        to_name: person.name,
        to_address: person.email,
        subject: language::say(person.language, &subject),
        text: app.templates.text("mail/invitation.txt", &frame, &view)?,
        html: app.templates.text("mail/invitation.html", &frame, &view)?,
    })
}

/// The names of the services proposed, and how long their pages take.
fn proposed(
    conn: &mut Conn,
    campaign: &CampaignId,
    proposed: &[SupplierCode],
    language: Language,
) -> Result<(Vec<String>, u32)> {
    let (mut names, mut minutes) = (Vec::new(), 0.0);
    for (row, supplier) in store::services(conn, campaign)? {
        if !proposed.contains(&supplier.code) {
            continue;
        }
        names.push(supplier.in_sentence(language).to_owned());
        // Before opening no version is fixed: the latest is the one that would be asked.
        let version = match row.questionnaire {
            Some(version) => Some(version),
            None => questionnaires::latest(conn, &supplier.code)?.map(|version| version.id),
        };
        if let Some(version) = version {
            minutes += longest_path_minutes(&questionnaires::questions(conn, &version)?);
        }
    }
    Ok((names, format!("{:.0}", f64::ceil(minutes).max(1.0)).parse().unwrap_or(1)))
}
