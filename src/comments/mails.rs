//! The mail to those who read comments before anybody else: something waits for them. How much is not in it.

use serde::Serialize;

use super::store;
use crate::app::{App, Settings};
use crate::campaign::{self, Campaign};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue};
use crate::organisation::{self, mails::mail_to};
use crate::render::{Page, words};

#[cfg(debug_assertions)]
mod samples;

/// One letter for each moderator and supplier with comments of this campaign that nobody has read; again: nothing new.
pub fn enqueue_to_read(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<usize> {
    let mut new = 0;
    for part in campaign::store::campaign_suppliers(conn, &campaign.id)? {
        if !store::is_waiting(conn, &campaign.id, &part.supplier)? {
            continue;
        }
        for person in store::moderators(conn, &part.supplier)? {
            let letter = Letter {
                kind: Kind::CommentsToRead,
                occasion: format!("comments-to-read-{}", part.supplier),
                campaign: Some(campaign.id.clone()),
                person,
                reference: Some(part.supplier.0.clone()),
            };
            new += usize::from(enqueue(conn, now, &letter)?);
        }
    }
    Ok(new)
}

/// HR asks once more: a letter to each moderator of a supplier for every campaign with comments nobody has read. At most
/// one a day, however often it is asked; gives how many are new.
pub fn enqueue_again(conn: &mut Conn, supplier: &SupplierCode, today: Day, now: Moment) -> Result<usize> {
    let mut new = 0;
    for wave in store::waves(conn, supplier)?.into_iter().filter(|wave| wave.held > 0) {
        let campaign = campaign::store::campaign_by_code(conn, &wave.code)?;
        for person in store::moderators(conn, supplier)? {
            let letter = Letter {
                kind: Kind::CommentsToRead,
                occasion: format!("comments-to-read-{supplier}-{today}"),
                campaign: Some(campaign.id.clone()),
                person,
                reference: Some(supplier.0.clone()),
            };
            new += usize::from(enqueue(conn, now, &letter)?);
        }
    }
    Ok(new)
}

#[derive(Debug, Clone, Serialize)]
pub struct ToReadMail {
    name: String,
    supplier: String,
    /// The supplier as a sentence names it.
    about: String,
    wave: String,
    link: String,
    footer: Footer,
}

impl Page for ToReadMail {
    const TEMPLATE: &'static str = "mail/comments_to_read.html";
}

/// The mail to a moderator; none when everything is read, or when they left or may not read them any more.
pub fn to_read_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let (Some(campaign), Some(supplier)) = (&row.campaign, &row.reference) else { return Ok(None) };
    let (campaign, supplier) = (campaign::store::campaign(conn, campaign)?, SupplierCode(supplier.clone()));
    let person = organisation::mails::reader(conn, &row.person)?;
    let may = store::moderators(conn, &supplier)?.contains(&person.id) && person.works_on(app.today());
    if !may || !store::is_waiting(conn, &campaign.id, &supplier)? {
        return Ok(None);
    }
    let known = organisation::store::supplier(conn, &supplier)?;
    let mail = ToReadMail {
        name: person.name.clone(),
        supplier: known.name(person.language).to_owned(),
        about: known.in_sentence(person.language).to_owned(),
        link: app.link(&format!("/comments/{supplier}/{}", campaign.code)),
        wave: campaign.code,
        footer: Footer::of(app),
    };
    let wave = words::wave(person.language, &mail.wave);
    let subject = Say::new("to-read-mail-subject").with("supplier", &mail.supplier).with("wave", wave);
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}
