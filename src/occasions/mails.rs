//! Letters about occasions: to HR, that a head proposes one; to heads and HR, that its result is there.

use serde::Serialize;

use crate::app::{App, Settings};
use crate::campaign::occasion::store as occasions;
use crate::campaign::{Campaign, store as campaigns};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId};
use crate::error::{Error, Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue_all};
use crate::organisation::mails::{mail_to, reader};
use crate::organisation::store as organisation;
use crate::progress::mails::reached;
use crate::render::{Page, words};
use crate::web::{Role, Who};

#[cfg(debug_assertions)]
mod samples;

const PROPOSED: &str = "proposed";
const READY: &str = "ready";
const STUCK: &str = "stuck";

fn hr(conn: &mut Conn) -> Result<Vec<PersonId>> {
    let holds = |roles: &[(Role, _)]| roles.iter().any(|(role, _)| *role == Role::Hr);
    Ok(organisation::grants(conn)?.into_iter().filter(|(_, roles)| holds(roles)).map(|(person, _)| person).collect())
}

fn enqueue(conn: &mut Conn, campaign: &CampaignId, people: Vec<PersonId>, what: &str, now: Moment) -> Result<usize> {
    // It may be programmed for another day, and not open then either.
    let of = match what {
        STUCK => format!("-{}", campaigns::campaign(conn, campaign)?.opens_on),
        _ => String::new(),
    };
    let letter = |person| Letter {
        kind: Kind::Occasion,
        occasion: format!("occasion-{what}{of}"),
        campaign: Some(campaign.clone()),
        person,
        reference: Some(what.to_owned()),
    };
    let letters: Vec<Letter> = people.into_iter().map(letter).collect();
    enqueue_all(conn, now, &letters)
}

/// A head proposes it: HR is told.
pub fn enqueue_proposed(conn: &mut Conn, campaign: &CampaignId, now: Moment) -> Result<usize> {
    let people = hr(conn)?;
    enqueue(conn, campaign, people, PROPOSED, now)
}

/// It could not open on its day: HR is told.
pub fn enqueue_stuck(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<usize> {
    let people = hr(conn)?;
    enqueue(conn, &campaign.id, people, STUCK, now)
}

/// Its result is there: HR is told, and the heads of the service.
pub fn enqueue_ready(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<usize> {
    let mut people = hr(conn)?;
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        people.extend(organisation::heads(conn, &row.supplier)?.into_iter().map(|head| head.id));
    }
    people.sort();
    people.dedup();
    enqueue(conn, &campaign.id, people, READY, now)
}

#[derive(Debug, Clone, Serialize)]
pub struct OccasionMail {
    name: String,
    what: String,
    words: String,
    supplier: String,
    opens_on: Day,
    closes_on: Day,
    link: String,
    footer: Footer,
}

impl Page for OccasionMail {
    const TEMPLATE: &'static str = "mail/occasion.html";
}

/// None when it was opened or thrown away meanwhile, or when they no longer have the role.
pub fn occasion_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let (Some(id), Some(what)) = (&row.campaign, &row.reference) else { return Ok(None) };
    let campaign = match campaigns::campaign(conn, id) {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    let Some(person) = reached(app, conn, row)? else { return Ok(None) };
    let Some(who) = Who::written_to(conn, &person.id, app.today())? else { return Ok(None) };
    let services = campaigns::services(conn, id)?;
    let heads = services.iter().any(|(row, _)| who.heads(&row.supplier));
    let wanted = if what == READY { campaign.is_published() } else { campaign.is_in_preparation() };
    if !wanted || !(who.has(Role::Hr) || heads && what == READY) {
        return Ok(None);
    }
    let person = reader(conn, &person.id)?;
    let words = words::capitalised(occasions::occasion(conn, id)?.words.pick(person.language));
    let supplier = services.first().map(|(_, one)| one.name(person.language).to_owned()).unwrap_or_default();
    let (path, key) = match what.as_str() {
        READY => (format!("/occasions/{id}"), "occasion-mail-subject-ready"),
        STUCK => (format!("/campaigns/{id}"), "occasion-mail-subject-stuck"),
        _ => (format!("/campaigns/{id}"), "occasion-mail-subject-proposed"),
    };
    let subject = Say::new(key).with("about", &words).with("supplier", &supplier);
    let mail = OccasionMail {
        name: person.name.clone(),
        what: what.clone(),
        words,
        supplier,
        opens_on: campaign.opens_on,
        closes_on: campaign.closes_on,
        link: app.link(&path),
        footer: Footer::of(app),
    };
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}
