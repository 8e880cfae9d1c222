//! The mails of a publication: to everyone who was invited, the way to their feedback page; to heads, their results.

use serde::Serialize;

use super::feedback;
use crate::app::{App, Settings};
use crate::campaign::calendar::Calendar;
use crate::campaign::{self, Campaign};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue_all};
use crate::organisation::mails::mail_to;
use crate::organisation::{self, Person};
use crate::render::words::say;
use crate::render::{Page, words};
use crate::web::Role;

#[cfg(feature = "samples")]
mod samples;

/// One letter per invited person who still counts as such. Again: nothing new.
pub fn enqueue_results(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<usize> {
    let people = campaign::store::eligible_people(conn, &campaign.id)?.into_iter();
    let letter = |person| Letter {
        kind: Kind::Results,
        occasion: "results".to_owned(),
        campaign: Some(campaign.id.clone()),
        person,
        reference: None,
    };
    enqueue_all(conn, now, &people.map(letter).collect::<Vec<_>>())
}

/// One letter per head and supplier, and one to each of HR. Again: nothing new.
pub fn enqueue_ready(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<usize> {
    let letter = |occasion: String, person, reference| Letter {
        kind: Kind::ResultsReady,
        occasion,
        campaign: Some(campaign.id.clone()),
        person,
        reference,
    };
    let mut letters = Vec::new();
    for part in campaign::store::campaign_suppliers(conn, &campaign.id)? {
        for head in organisation::store::heads(conn, &part.supplier)? {
            let occasion = format!("results-ready-{}", part.supplier);
            letters.push(letter(occasion, head.id, Some(part.supplier.0.clone())));
        }
    }
    for (person, roles) in organisation::store::grants(conn)? {
        if roles.iter().any(|(role, _)| *role == Role::Hr) {
            letters.push(letter("results-ready".to_owned(), person, None));
        }
    }
    enqueue_all(conn, now, &letters)
}

#[derive(Debug, Clone, Serialize)]
pub struct ResultsMail {
    wave: String,
    link: String,
    contact: String,
    /// Something is already said of what is being done.
    doing: bool,
    /// Too few answered for anything to be shown.
    nothing: bool,
    footer: Footer,
}

impl Page for ResultsMail {
    const TEMPLATE: &'static str = "mail/results.html";
    const EVERY_LANGUAGE: bool = true;
}

#[derive(Debug, Clone, Serialize)]
pub struct ResultsReadyMail {
    wave: String,
    /// None for HR, who reads of all.
    supplier: Option<String>,
    link: String,
    /// Nothing can be shown.
    nothing: bool,
    /// When those who were asked are told; none when they are already.
    announce_on: Option<Day>,
    footer: Footer,
}

impl Page for ResultsReadyMail {
    const TEMPLATE: &'static str = "mail/results_ready.html";
}

/// The mail to somebody who was invited; none when they left or are away, or when no page waits for
/// their group.
pub fn results_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let (campaign, Some(person)) = (campaign_of(conn, row)?, reached(app, conn, row)?) else { return Ok(None) };
    if person.away {
        return Ok(None);
    }
    let Some(group) = super::store::group_with_page(conn, &campaign.id, &person.id)? else { return Ok(None) };
    write(app, conn, &campaign, &person, feedback::link(app, &campaign.id, &group)).map(Some)
}

/// The mail as `person` would get it; its link is an example that opens nothing.
pub fn results_example(app: &App, conn: &mut Conn, campaign: &Campaign, person: &Person) -> Result<Message> {
    let word = say(person.language, &Say::new("campaign-mail-example"));
    write(app, conn, campaign, person, app.link(&format!("/f/{word}")))
}

fn write(app: &App, conn: &mut Conn, campaign: &Campaign, person: &Person, link: String) -> Result<Message> {
    let settings = Settings::load(conn)?;
    let doing = super::store::anything_public(conn, &campaign.id)?;
    let nothing = campaign.is_published() && !super::store::anything_shown(conn, &campaign.id, None)?;
    let mail = ResultsMail {
        wave: campaign.code.clone(),
        link,
        contact: settings.hr_contact.clone(),
        doing,
        nothing,
        footer: Footer::of(app),
    };
    let subject = Say::new(match (nothing, doing) {
        (true, _) => "results-mail-subject-nothing",
        (_, true) => "results-mail-subject",
        _ => "results-mail-subject-said",
    });
    let subject = subject.with("wave", words::wave(person.language, &campaign.code));
    mail_to(app, &settings, person.clone(), &subject, &mail)
}

/// The mail to a head whose results are ready; none when they no longer head the supplier.
pub fn results_ready_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let (campaign, Some(person)) = (campaign_of(conn, row)?, reached(app, conn, row)?) else { return Ok(None) };
    // Written for staff.
    let person = Person { language: Settings::load(conn)?.staff(person.language), ..person };
    let code = row.reference.clone().map(SupplierCode);
    let still = match &code {
        Some(code) => organisation::store::heads(conn, code)?.iter().any(|head| head.id == person.id),
        None => organisation::store::roles(conn, &person.id)?.iter().any(|(role, _)| *role == Role::Hr),
    };
    if !still {
        return Ok(None);
    }
    let supplier = match &code {
        Some(code) => Some(organisation::store::supplier(conn, code)?.name(person.language).to_owned()),
        None => None,
    };
    let announce_on = campaign.announce_on(Calendar::load(conn)?, &app.config.time_zone);
    let mail = ResultsReadyMail {
        wave: campaign.code.clone(),
        link: app.link(&match &code {
            Some(code) => format!("/results/{code}/{}", campaign.code),
            None => format!("/campaigns/{}", campaign.id),
        }),
        nothing: !super::store::anything_shown(conn, &campaign.id, code.as_ref())?,
        announce_on: announce_on.filter(|_| !campaign.is_announced()),
        supplier,
        footer: Footer::of(app),
    };
    let wave = words::wave(person.language, &campaign.code);
    let subject = match &mail.supplier {
        Some(supplier) => Say::new("results-ready-mail-subject").with("supplier", supplier).with("wave", wave),
        None => Say::new("results-ready-mail-subject-hr").with("wave", wave),
    };
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}

pub(super) fn campaign_of(conn: &mut Conn, row: &Row) -> Result<Campaign> {
    let id = row.campaign.as_ref().ok_or_else(|| Error::Internal("a results mail without a campaign".to_owned()))?;
    campaign::store::campaign(conn, id)
}

pub(super) fn reached(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Person>> {
    let person = organisation::store::person(conn, &row.person)?;
    Ok(Some(person).filter(|person| person.works_on(app.today())))
}
