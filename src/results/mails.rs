//! The mail of a publication to heads, direction and HR: the page's sentence, two figures, the picture of the trend, and
//! the way to the page. What it says is read when it leaves, from the publication alone.

use serde::Serialize;

use super::overview::{Overview, Summary};
use super::pages::{Groups, read, shown};
use super::quarter::Quarter;
use super::slides;
use crate::app::{App, Settings};
use crate::campaign::calendar::Calendar;
use crate::campaign::{self, Campaign};
use crate::charts::Slide;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Letter, Message, Picture, enqueue_all};
use crate::organisation::mails::mail_to;
use crate::organisation::{self, Person};
use crate::progress::mails::{campaign_of, reached};
use crate::progress::store::anything_shown;
use crate::render::{Language, Page, words};
use crate::web::{Role, Who};

#[cfg(debug_assertions)]
mod samples;

/// In the place of a service: all of them, for direction. No service has such a code.
const ALL_SERVICES: &str = "*";
/// What the mail's page calls its picture.
const TREND: &str = "trend";

/// One letter per head and supplier, and one to each of direction and HR. Again: nothing new.
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
        let holds = |wanted: Role| roles.iter().any(|(role, _)| *role == wanted);
        if holds(Role::Hr) {
            letters.push(letter("results-ready".to_owned(), person, None));
        } else if holds(Role::Direction) {
            letters.push(letter("results-ready".to_owned(), person, Some(ALL_SERVICES.to_owned())));
        }
    }
    enqueue_all(conn, now, &letters)
}

#[derive(Debug, Clone, Serialize)]
pub struct ReadyMail {
    wave: String,
    link: String,
    about: About,
    /// Nothing can be shown.
    nothing: bool,
    /// When those who were asked are told; none when they are already.
    announce_on: Option<Day>,
    footer: Footer,
}

/// Of what the results are.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum About {
    /// To a head. A service that was asked nothing of has no quarter.
    Service { name: String, quarter: Option<Box<Quarter>>, threshold: i32, picture: bool },
    /// To direction.
    Services { summary: Summary },
    /// To HR, who runs the campaign.
    Campaign,
}

impl Page for ReadyMail {
    const TEMPLATE: &'static str = "mail/results_ready.html";
}

/// The mail to a head, direction or HR whose results are ready; none when they no longer have the role.
pub fn ready_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let (campaign, Some(person)) = (campaign_of(conn, row)?, reached(app, conn, row)?) else { return Ok(None) };
    // Written for staff.
    let person = Person { language: Settings::load(conn)?.staff(person.language), ..person };
    let Some(mut who) = Who::written_to(conn, &person.id, app.today())? else { return Ok(None) };
    who.language = person.language;
    let code = row.reference.clone().filter(|of| of != ALL_SERVICES).map(SupplierCode);
    let still = match (&code, &row.reference) {
        (Some(code), _) => who.heads(code),
        (None, Some(_)) => who.has(Role::Direction),
        (None, None) => who.has(Role::Hr),
    };
    if !still {
        return Ok(None);
    }
    let nothing = !anything_shown(conn, &campaign.id, code.as_ref(), true)?;
    let (about, pictures) = match (&code, &row.reference) {
        (Some(code), _) => service(app, conn, &campaign, code, person.language)?,
        (None, Some(_)) => (services(app, conn, &campaign, &who)?, Vec::new()),
        (None, None) => (About::Campaign, Vec::new()),
    };
    let announce_on = campaign.announce_on(Calendar::load(conn)?, &app.config.time_zone);
    let wave = words::wave(person.language, &campaign.code);
    let subject = match &about {
        About::Service { name, .. } => Say::new("results-ready-mail-subject").with("supplier", name),
        About::Services { .. } | About::Campaign => Say::new("results-ready-mail-subject-hr"),
    };
    let mail = ReadyMail {
        wave: campaign.code.clone(),
        link: app.link(&match &about {
            About::Service { .. } => format!("/results/{}/{}", code.unwrap_or_else(|| "".into()), campaign.code),
            About::Services { .. } => format!("/results?wave={}", campaign.code),
            About::Campaign => format!("/campaigns/{}", campaign.id),
        }),
        nothing,
        announce_on: announce_on.filter(|_| !campaign.is_announced()),
        about,
        footer: Footer::of(app),
    };
    let message = mail_to(app, &Settings::load(conn)?, person, &subject.with("wave", wave), &mail)?;
    Ok(Some(Message { pictures, ..message }))
}

/// What a head reads, with the picture of the trend where there is one to draw.
fn service(
    app: &App,
    conn: &mut Conn,
    campaign: &Campaign,
    supplier: &SupplierCode,
    language: Language,
) -> Result<(About, Vec<Picture>)> {
    let read = match read(conn, supplier, &campaign.code, true) {
        Err(Error::NotFound) => {
            let name = organisation::store::supplier(conn, supplier)?.name(language).to_owned();
            let about = About::Service { name, quarter: None, threshold: campaign.threshold, picture: false };
            return Ok((about, Vec::new()));
        }
        read => read?,
    };
    let waves = shown(conn, &read, Groups::Summary)?;
    let quarter = Quarter::new(&waves, &read.meanings, language, read.preset);
    let name = read.supplier.name(language).to_owned();
    let day = campaign.published_at.map(|at| at.day_in(&app.config.time_zone));
    let n = quarter.favourable.as_ref().map(|share| share.n);
    let source = slides::source(language, n, day, &read.fingerprint());
    let about = format!("{name}, {}", words::wave(language, &campaign.code));
    let pictures: Vec<Picture> = match &quarter.trend_svg {
        Some(svg) => {
            let title = words::say(language, &Say::new("quarter-trend"));
            let slide = Slide { chart: svg, title: &title, about: &about, source: &source };
            let name = format!("barometer_{}_{supplier}_trend.png", campaign.code);
            vec![Picture { id: TREND, name, png: slide.png().map_err(Error::internal)? }]
        }
        None => Vec::new(),
    };
    let picture = !pictures.is_empty();
    Ok((About::Service { name, quarter: Some(Box::new(quarter)), threshold: campaign.threshold, picture }, pictures))
}

/// What direction reads of all services.
fn services(app: &App, conn: &mut Conn, campaign: &Campaign, who: &Who) -> Result<About> {
    let overview = Overview::kept(conn, app, who, Some(&campaign.code))?;
    let wave = overview.wave.as_ref().ok_or(Error::NotFound)?;
    Ok(About::Services { summary: wave.summary.clone() })
}
