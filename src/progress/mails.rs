//! The mails of a publication: to everyone who was invited, the way to their feedback page; to heads, their results.

use serde::Serialize;

use super::feedback;
use crate::app::{App, Settings};
use crate::campaign::{self, Campaign};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{PersonId, SupplierCode};
use crate::error::{Error, Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue};
use crate::organisation::mails::mail_to;
use crate::organisation::{self, Person};
use crate::render::language::say;
use crate::render::{Page, figures};

/// One letter per invited person who still counts as such, one per head and supplier. Again: nothing new.
pub fn enqueue_results(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<usize> {
    let invited = campaign::store::eligible_people(conn, &campaign.id)?;
    let mut new = 0;
    let mut send = |conn: &mut Conn, kind: Kind, occasion: String, person: PersonId, reference: Option<String>| {
        let letter = Letter { kind, occasion, campaign: Some(campaign.id.clone()), person, reference };
        enqueue(conn, now, &letter).map(|fresh| new += usize::from(fresh))
    };
    for person in invited {
        send(conn, Kind::Results, "results".to_owned(), person, None)?;
    }
    for part in campaign::store::campaign_suppliers(conn, &campaign.id)? {
        for head in organisation::store::heads(conn, &part.supplier)? {
            let occasion = format!("results-ready-{}", part.supplier);
            send(conn, Kind::ResultsReady, occasion, head.id, Some(part.supplier.0.clone()))?;
        }
    }
    Ok(new)
}

#[derive(Debug, Clone, Serialize)]
pub struct ResultsMail {
    wave: String,
    link: String,
    contact: String,
    /// Something is already said of what is being done.
    doing: bool,
    footer: Footer,
}

impl Page for ResultsMail {
    const TEMPLATE: &'static str = "mail/results.html";
    fn samples() -> Vec<Self> {
        let mail = |contact: &str, doing| Self {
            wave: "2026-Q1".to_owned(),
            link: "http://barometer.example/f/5up3rs3cr3t".to_owned(),
            contact: contact.to_owned(),
            doing,
            footer: Footer::sample(),
        };
        vec![mail("rh@example.org", true), mail("", false)]
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct ResultsReadyMail {
    wave: String,
    supplier: String,
    link: String,
    footer: Footer,
}

impl Page for ResultsReadyMail {
    const TEMPLATE: &'static str = "mail/results_ready.html";
    fn samples() -> Vec<Self> {
        vec![Self {
            wave: "2026-Q1".to_owned(),
            supplier: "l'Informatique".to_owned(),
            link: "http://barometer.example/results/it/2026-Q1".to_owned(),
            footer: Footer::sample(),
        }]
    }
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
    let mail = ResultsMail {
        wave: campaign.code.clone(),
        link,
        contact: settings.hr_contact.clone(),
        doing,
        footer: Footer::of(app),
    };
    let subject = Say::new(if doing { "results-mail-subject" } else { "results-mail-subject-said" });
    let subject = subject.with("wave", figures::wave(person.language, &campaign.code));
    mail_to(app, &settings, person.clone(), &subject, &mail)
}

/// The mail to a head whose results are ready; none when they no longer head the supplier.
pub fn results_ready_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let (campaign, Some(person)) = (campaign_of(conn, row)?, reached(app, conn, row)?) else { return Ok(None) };
    let code = SupplierCode(row.reference.clone().unwrap_or_default());
    if !organisation::store::heads(conn, &code)?.iter().any(|head| head.id == person.id) {
        return Ok(None);
    }
    let supplier = organisation::store::supplier(conn, &code)?;
    let mail = ResultsReadyMail {
        wave: campaign.code.clone(),
        supplier: supplier.name(person.language).to_owned(),
        link: app.link(&format!("/results/{code}/{}", campaign.code)),
        footer: Footer::of(app),
    };
    let subject = Say::new("results-ready-mail-subject")
        .with("supplier", &mail.supplier)
        .with("wave", figures::wave(person.language, &campaign.code));
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
