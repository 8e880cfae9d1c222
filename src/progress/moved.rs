//! What people read once more after the results: which visible actions have moved since. One mail a campaign and person,
//! gathered, to whoever works in the groups' units by then; the campaign's list of invitations may be gone.
//!
//! Refuses to write while a campaign is open, for a page that a later publication replaced, and a second time.

use serde::Serialize;

use super::feedback::{self, Doing};
use super::mails::{campaign_of, reached};
use super::{Action, Event, store};
use crate::app::{App, Settings};
use crate::campaign::{self, Campaign, State};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::error::{Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue_all};
use crate::organisation::mails::mail_to;
use crate::organisation::{self, Person, Supplier};
use crate::render::words::say;
use crate::render::{Language, Page, words};

#[cfg(debug_assertions)]
mod samples;

/// Days from the first move on in which others are gathered into the same mail.
const GATHERED: i64 = 7;
/// Days after people were told in which the results' own mail is enough.
const REST: i64 = 14;

/// What changes on a feedback page. A verdict does not: what was done stays done.
const MOVES: [Event; 3] = [Event::Accepted, Event::Started, Event::Done];

/// When an action moved, and which.
struct Step {
    at: Moment,
    action: Action,
}

/// What has moved since `since` among the visible actions of `supplier`, earliest first.
fn moves(conn: &mut Conn, supplier: &SupplierCode, since: Moment) -> Result<Vec<Step>> {
    let lines = store::moves_since(conn, supplier, &MOVES, since)?;
    let mut found: Vec<Step> = Vec::new();
    for action in store::public_actions(conn, supplier)? {
        let first = lines.iter().find(|(id, _)| *id == action.id);
        if let Some((_, at)) = first.filter(|_| Doing::of(&action, Language::Fr, action.due_on).is_some()) {
            found.push(Step { at: *at, action });
        }
    }
    found.sort_by_key(|step| step.at);
    Ok(found)
}

/// The campaign whose feedback pages stand: the latest of which people were told.
fn current(conn: &mut Conn) -> Result<Option<Campaign>> {
    Ok(campaign::store::announced(conn)?.into_iter().max_by_key(|wave| wave.opens_on))
}

/// Writes the letters about the current campaign when they are due; how many. Again: nothing new.
pub fn enqueue_moved(conn: &mut Conn, today: Day, now: Moment) -> Result<usize> {
    let Some(campaign) = current(conn)? else { return Ok(0) };
    let Some(since) = campaign.announced_at else { return Ok(0) };
    let ago = |days: i64| now.minus(jiff::SignedDuration::from_hours(24 * days));
    // Whoever is asked for an answer is not written to about anything else; the next invitation tells what was done.
    if since > ago(REST) || !campaign::store::in_state(conn, State::Open)?.is_empty() {
        return Ok(0);
    }
    let mut due = false;
    for part in campaign::store::campaign_suppliers(conn, &campaign.id)? {
        due |= moves(conn, &part.supplier, since)?.first().is_some_and(|step| step.at <= ago(GATHERED));
    }
    if !due || !store::mark_told(conn, &campaign.id, now)? {
        return Ok(0);
    }
    let groups = campaign::store::group_units(conn, &campaign.id)?;
    let people = organisation::store::people(conn)?.into_iter();
    let reached = people.filter(|one| one.is_asked_on(today) && one.has_address() && groups.contains_key(&one.unit));
    let letters: Vec<Letter> = reached
        .map(|person| Letter {
            kind: Kind::Moved,
            occasion: Kind::Moved.as_str().to_owned(),
            campaign: Some(campaign.id.clone()),
            person: person.id,
            reference: None,
        })
        .collect();
    enqueue_all(conn, now, &letters)
}

#[derive(Debug, Clone, Serialize)]
pub struct MovedMail {
    wave: String,
    services: Vec<Service>,
    link: String,
    contact: String,
    footer: Footer,
}

#[derive(Debug, Clone, Serialize)]
struct Service {
    name: String,
    actions: Vec<Doing>,
}

impl Page for MovedMail {
    const TEMPLATE: &'static str = "mail/moved.html";
    const EVERY_LANGUAGE: bool = true;
}

/// The mail to somebody of a group; none when they left, are away or work elsewhere, when a later publication replaced
/// the page, or when nothing of it is visible any more.
pub fn moved_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let (campaign, Some(person)) = (campaign_of(conn, row)?, reached(app, conn, row)?) else { return Ok(None) };
    let stands = current(conn)?.is_some_and(|wave| wave.id == campaign.id);
    let Some(group) = group_with_page(conn, &campaign.id, &person)?.filter(|_| stands && !person.away) else {
        return Ok(None);
    };
    let services = services(conn, &campaign, person.language, app.today())?;
    if services.is_empty() {
        return Ok(None);
    }
    let link = feedback::link(app, &campaign.id, &group);
    write(app, conn, &campaign, &person, services, link).map(Some)
}

/// The mail as `person` would get it now; with an invented action while none has moved, and a link that opens nothing.
pub fn example(app: &App, conn: &mut Conn, campaign: &Campaign, person: &Person) -> Result<Message> {
    let mut services = services(conn, campaign, person.language, app.today())?;
    if services.is_empty()
        && let Some((_, supplier)) = campaign::store::services(conn, &campaign.id)?.into_iter().next()
    {
        let invented = Doing::example(say(person.language, &Say::new("moved-mail-example")));
        services.push(service(&supplier, person.language, vec![invented]));
    }
    let word = say(person.language, &Say::new("campaign-mail-example"));
    write(app, conn, campaign, person, services, app.link(&format!("/f/{word}")))
}

fn service(supplier: &Supplier, language: Language, actions: Vec<Doing>) -> Service {
    Service { name: supplier.name(language).to_owned(), actions }
}

/// What has moved, service by service; nothing before the publication.
fn services(conn: &mut Conn, campaign: &Campaign, language: Language, today: Day) -> Result<Vec<Service>> {
    let Some(since) = campaign.announced_at else { return Ok(Vec::new()) };
    let mut list = Vec::new();
    for (part, supplier) in campaign::store::services(conn, &campaign.id)? {
        let moved = moves(conn, &part.supplier, since)?;
        let doing: Vec<Doing> = moved.iter().filter_map(|step| Doing::of(&step.action, language, today)).collect();
        if !doing.is_empty() {
            list.push(service(&supplier, language, doing));
        }
    }
    list.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(list)
}

/// The group of the unit somebody works in, when it has a page.
fn group_with_page(conn: &mut Conn, campaign: &CampaignId, person: &Person) -> Result<Option<GroupCode>> {
    let Some(group) = campaign::store::group_units(conn, campaign)?.remove(&person.unit) else { return Ok(None) };
    Ok(store::has_page(conn, campaign, &group)?.then_some(group))
}

fn write(
    app: &App,
    conn: &mut Conn,
    campaign: &Campaign,
    person: &Person,
    services: Vec<Service>,
    link: String,
) -> Result<Message> {
    let settings = Settings::load(conn)?;
    let mail = MovedMail {
        wave: campaign.code.clone(),
        services,
        link,
        contact: settings.hr_contact.clone(),
        footer: Footer::of(app),
    };
    let subject = Say::new("moved-mail-subject").with("wave", words::wave(person.language, &campaign.code));
    mail_to(app, &settings, person.clone(), &subject, &mail)
}
