//! Letters to those who run a campaign: to heads when it begins, to HR when few answer. They tell of nobody: what is
//! asked and until when, and the one rate that HR's page shows too.

use serde::Serialize;

use super::participation::{self, DayCount};
use super::{Campaign, State, store};
use crate::app::{App, Settings};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::{Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, enqueue};
use crate::organisation::mails::{mail_to, reader};
use crate::organisation::{Person, store as organisation};
use crate::render::words::list;
use crate::render::{Page, figures, words};
use crate::web::Role;

#[cfg(debug_assertions)]
mod samples;

/// Days after the opening in which heads are still told that it began.
const NEWS: i64 = 2;
/// Under so many of a hundred HR is told, once half of the time is over.
pub const LOW_PERCENT: i64 = 30;

/// Writes what is due about an open campaign, each letter once; how many are new. `opened_on` is the day it really
/// opened.
pub fn write(conn: &mut Conn, campaign: &Campaign, opened_on: Day, today: Day, now: Moment) -> Result<usize> {
    // What is asked between two quarters is over before a notice would help.
    if !campaign.kind.is_quarter() || !store::hold_open(conn, &campaign.id)? {
        return Ok(0);
    }
    let mut new = 0;
    let mut send = |conn: &mut Conn, kind: Kind, person: PersonId| -> Result<()> {
        let occasion = kind.as_str().to_owned();
        let letter = Letter { kind, occasion, campaign: Some(campaign.id.clone()), person, reference: None };
        enqueue(conn, now, &letter).map(|fresh| new += usize::from(fresh))
    };
    if today <= opened_on.plus_days(NEWS) {
        for part in store::campaign_suppliers(conn, &campaign.id)? {
            for head in organisation::heads(conn, &part.supplier)? {
                send(conn, Kind::LaunchNotice, head.id)?;
            }
        }
    }
    if is_past_half(opened_on, campaign.closes_on, today) && low_rate(conn, campaign)?.is_some() {
        for (person, roles) in organisation::grants(conn)? {
            if roles.iter().any(|(role, _)| *role == Role::Hr) {
                send(conn, Kind::LowParticipation, person)?;
            }
        }
    }
    Ok(new)
}

/// Is half of the time for answers over, both end days counted?
fn is_past_half(opened_on: Day, closes_on: Day, today: Day) -> bool {
    let days = |from: Day, to: Day| (to.to_jiff() - from.to_jiff()).get_days();
    2 * days(opened_on, today) > days(opened_on, closes_on)
}

/// The latest count over everybody, where it may be shown and is low.
fn low_rate(conn: &mut Conn, campaign: &Campaign) -> Result<Option<DayCount>> {
    let counts = participation::latest(conn, &campaign.id)?;
    let low = |total: &DayCount| {
        total.may_be_shown() && i64::from(total.sendings) * 100 < i64::from(total.invited) * LOW_PERCENT
    };
    Ok(counts.into_iter().find(|count| count.is_total()).filter(low))
}

#[derive(Debug, Clone, Serialize)]
pub struct LaunchNotice {
    name: String,
    wave: String,
    services: String,
    closes_on: Day,
    threshold: i32,
    link: String,
    footer: Footer,
}

impl Page for LaunchNotice {
    const TEMPLATE: &'static str = "mail/launch_notice.html";
}

#[derive(Debug, Clone, Serialize)]
pub struct LowParticipation {
    name: String,
    wave: String,
    counted_on: Day,
    /// Of those invited, 0..=1.
    share: f64,
    sendings: i32,
    closes_on: Day,
    link: String,
    footer: Footer,
}

impl Page for LowParticipation {
    const TEMPLATE: &'static str = "mail/low_participation.html";
}

/// The campaign of a letter while it is open, and who gets it while they work here.
fn standing(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<(Campaign, Person)>> {
    let Some(campaign) = &row.campaign else { return Ok(None) };
    let (campaign, person) = (store::campaign(conn, campaign)?, reader(conn, &row.person)?);
    let open = campaign.state == State::Open && app.today() <= campaign.closes_on;
    Ok((open && person.works_on(app.today())).then_some((campaign, person)))
}

/// The mail to a head; none when they head none of the services asked about any more.
pub fn launch_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let Some((campaign, person)) = standing(app, conn, row)? else { return Ok(None) };
    let roles = organisation::roles(conn, &person.id)?;
    let mut services = Vec::new();
    for (part, supplier) in store::services(conn, &campaign.id)? {
        if roles.iter().any(|(role, of)| *role == Role::Head && *of == part.supplier) {
            services.push(supplier.in_sentence(person.language).to_owned());
        }
    }
    if services.is_empty() {
        return Ok(None);
    }
    let mail = LaunchNotice {
        name: person.name.clone(),
        wave: campaign.code.clone(),
        services: list(person.language, &services),
        closes_on: campaign.closes_on,
        threshold: campaign.threshold,
        link: app.link("/questionnaires"),
        footer: Footer::of(app),
    };
    let subject = Say::new("launch-mail-subject").with("day", figures::day(person.language, campaign.closes_on));
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}

/// The mail to somebody of HR; none when more have answered meanwhile, or when they gave up the role.
pub fn low_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let Some((campaign, person)) = standing(app, conn, row)? else { return Ok(None) };
    let is_hr = organisation::roles(conn, &person.id)?.iter().any(|(role, _)| *role == Role::Hr);
    let Some(total) = low_rate(conn, &campaign)?.filter(|_| is_hr) else { return Ok(None) };
    let mail = LowParticipation {
        name: person.name.clone(),
        wave: campaign.code.clone(),
        counted_on: total.day,
        share: f64::from(total.sendings) / f64::from(total.invited.max(1)),
        sendings: total.sendings,
        closes_on: campaign.closes_on,
        link: app.link(&format!("/campaigns/{}", campaign.id)),
        footer: Footer::of(app),
    };
    let subject = Say::new("low-mail-subject").with("wave", words::wave(person.language, &campaign.code));
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_twelve_days_is_over_on_the_seventh() {
        let day = |number: i64| Day::parse("2026-03-02").expect("a day").plus_days(number);
        assert!(!is_past_half(day(0), day(11), day(5)));
        assert!(is_past_half(day(0), day(11), day(6)));
        assert!(is_past_half(day(0), day(0), day(1)));
    }
}
