//! The mail of a publication to everyone who was invited: the way to their feedback page.

use serde::Serialize;

use super::feedback;
use crate::app::{App, Settings};
use crate::campaign::{self, Campaign};
use crate::clock::Moment;
use crate::db::Conn;
use crate::error::{Error, Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue_all};
use crate::organisation::mails::mail_to;
use crate::organisation::{self, Person};
use crate::render::words::say;
use crate::render::{Page, words};

#[cfg(debug_assertions)]
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
    let nothing = campaign.is_published() && !super::store::anything_shown(conn, &campaign.id, None, false)?;
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

/// Which campaign a letter of the outbox is about.
pub fn campaign_of(conn: &mut Conn, row: &Row) -> Result<Campaign> {
    let id = row.campaign.as_ref().ok_or_else(|| Error::Internal("a results mail without a campaign".to_owned()))?;
    campaign::store::campaign(conn, id)
}

/// Whom it reaches; none who has left.
pub fn reached(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Person>> {
    let person = organisation::store::person(conn, &row.person)?;
    Ok(Some(person).filter(|person| person.works_on(app.today())))
}
