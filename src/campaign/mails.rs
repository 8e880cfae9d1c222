//! The invitation and its reminders, rendered when they are sent; a link that was used meanwhile gets none.

use serde::Serialize;

use super::roll;

use super::occasion::told::Told;
use super::roll::Guest;
use super::texts::MailText;
use super::{Campaign, State, mirror, store, unsubscribe};
use crate::app::{App, Settings};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::{Result, Say};
use crate::mail::outbox::Row;
use crate::mail::{Kind, Message};
use crate::organisation::{Person, store as organisation};
use crate::questionnaire::{longest_path_minutes, store as questionnaires};
use crate::render::{Frame, Language, Page, words};

#[cfg(debug_assertions)]
mod samples;

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
    /// What HR wrote in the place of the usual first words, a paragraph each.
    introduction: Vec<String>,
    /// Where a reminder says "no more of these".
    unsubscribe: String,
    privacy: String,
    accessibility: String,
    hr_contact: String,
    /// What is asked between two quarters says what about.
    occasion: Option<Told>,
}

impl Page for InvitationMail {
    const TEMPLATE: &'static str = "mail/invitation.html";
    const EVERY_LANGUAGE: bool = true;
}

/// The mail of an outbox row about an invitation, or none when it is no longer wanted: answered or declined, refused,
/// left, closed. A mail that waited for its hour does not leave after the last day.
pub fn invitation_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let Some(campaign) = &row.campaign else { return Ok(None) };
    let campaign = store::campaign(conn, campaign)?;
    if campaign.state != State::Open || campaign.closes_on < app.today() {
        return Ok(None);
    }
    let Some(invitation) = store::invitation_of(conn, &campaign.id, &row.person)? else { return Ok(None) };
    // Whether an invitation leaves, HR can find out: only reminders ask whether the link was used.
    let closed_to_reminders = row.kind == Kind::Reminder && store::is_answered(conn, &invitation.id)?;
    if !invitation.eligible || closed_to_reminders {
        return Ok(None);
    }
    let unwanted = |conn: &mut Conn| -> Result<bool> {
        Ok(store::refuses_reminders(conn, &invitation.id)? || store::has_moved(conn, &invitation.id)?)
    };
    if row.kind == Kind::Reminder && unwanted(conn)? {
        return Ok(None);
    }
    let person = organisation::person(conn, &row.person)?;
    if !person.is_asked_on(app.today()) {
        return Ok(None);
    }
    let links = Links {
        answer: app.link(&format!("/r/{}", invitation.token(&app.link_key))),
        unsubscribe: app.link(&unsubscribe::path(&app.link_key, &invitation.id)),
    };
    let invitation = mirror::without_readers(conn, invitation)?;
    let asked = (&*invitation.proposed(), invitation.mirror.as_ref());
    write(app, conn, &campaign, person, asked, links, row.kind).map(Some)
}

/// The invitation as its first reader would get it, before there is any invitation; the link is an example. Nothing
/// when nobody would get a mail.
pub fn preview(app: &App, conn: &mut Conn, campaign: &Campaign, guests: &[Guest]) -> Result<Option<Message>> {
    let Some(guest) = guests.iter().find(|guest| !guest.draws_a_code()) else { return Ok(None) };
    let services: Vec<SupplierCode> = guest.served_by.iter().take(roll::PROPOSED).cloned().collect();
    example(app, conn, campaign, guest.person.clone(), &services, Kind::Invitation).map(Some)
}

/// The invitation or the reminder as `person` would get it, asked about these services; its links are examples that
/// open nothing.
pub fn example(
    app: &App,
    conn: &mut Conn,
    campaign: &Campaign,
    person: Person,
    services: &[SupplierCode],
    kind: Kind,
) -> Result<Message> {
    let word = words::say(person.language, &Say::new("campaign-mail-example"));
    let links =
        Links { answer: app.link(&format!("/r/{word}")), unsubscribe: app.link(&format!("/unsubscribe/{word}")) };
    let message = write(app, conn, campaign, person, (services, None), links, kind)?;
    Ok(Message { unsubscribe: None, ..message })
}

struct Links {
    answer: String,
    unsubscribe: String,
}

fn write(
    app: &App,
    conn: &mut Conn,
    campaign: &Campaign,
    person: Person,
    (services, team): (&[SupplierCode], Option<&SupplierCode>),
    links: Links,
    kind: Kind,
) -> Result<Message> {
    let settings = Settings::load(conn)?;
    let own = store::mail_text(conn, &campaign.id, kind, person.language)?;
    let (services, minutes) = proposed(conn, &campaign.id, services, team, person.language)?;
    let occasion = Told::of(conn, campaign, person.language)?;
    let about = occasion.as_ref().map(|told| told.words.clone());
    let view = InvitationMail {
        name: person.name.clone(),
        organisation: settings.organisation.clone(),
        services: words::capitalised(&words::list(person.language, &services)),
        minutes,
        closes_on: campaign.closes_on,
        link: links.answer,
        threshold: campaign.threshold,
        file: campaign.file_promise(),
        reminder: kind == Kind::Reminder,
        introduction: own.as_ref().map(MailText::paragraphs).unwrap_or_default(),
        unsubscribe: links.unsubscribe.clone(),
        privacy: app.link("/privacy"),
        accessibility: app.link("/accessibilite"),
        hr_contact: settings.hr_contact,
        occasion,
    };
    let usual = || match &about {
        Some(about) => about_subject(person.language, kind, about, campaign.closes_on),
        None => usual_subject(person.language, kind, services.len(), campaign.closes_on),
    };
    let subject = own.map(|text| text.subject).filter(|subject| !subject.is_empty()).unwrap_or_else(usual);
    let frame = Frame::plain(person.language, &settings.organisation, "/");
    Ok(Message {
        to_name: person.name,
        to_address: person.email,
        subject,
        text: app.templates.text("mail/invitation.txt", &frame, &view)?,
        html: app.templates.text("mail/invitation.html", &frame, &view)?,
        unsubscribe: Some(links.unsubscribe),
        pictures: Vec::new(),
    })
}

/// The subject of something asked between two quarters.
fn about_subject(language: Language, kind: Kind, about: &str, closes_on: Day) -> String {
    let key = if kind == Kind::Reminder { "occasion-reminder-subject" } else { "occasion-invitation-subject" };
    let day = crate::render::figures::day(language, closes_on);
    words::say(language, &Say::new(key).with("about", about).with("day", day))
}

/// The subject where HR wrote none.
pub fn usual_subject(language: Language, kind: Kind, services: usize, closes_on: Day) -> String {
    let key = if kind == Kind::Reminder { "mail-reminder-subject" } else { "mail-invitation-subject" };
    let day = crate::render::figures::day(language, closes_on);
    words::say(language, &Say::new(key).with("n", services).with("day", day))
}

/// The names of the services proposed, and how long their pages take, with those of the mirror for one of a team.
fn proposed(
    conn: &mut Conn,
    campaign: &CampaignId,
    proposed: &[SupplierCode],
    team: Option<&SupplierCode>,
    language: Language,
) -> Result<(Vec<String>, u32)> {
    let (mut names, mut minutes) = (Vec::new(), 0.0);
    for (row, supplier) in store::services(conn, campaign)? {
        if team == Some(&supplier.code)
            && let Some(version) = &row.questionnaire
        {
            let own = questionnaires::questions(conn, version)?;
            minutes += longest_path_minutes(&mirror::asked(conn, campaign, &row, &own)?);
        }
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
