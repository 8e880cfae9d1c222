//! "You said, we do": the page that gives back to those who were asked, one per campaign and client group.
//!
//! Read only, without an account or a cookie: its unguessable address is the key. It lives until a later campaign is
//! published. It reads the publication and the visible texts of actions, nothing else, and never says why a figure
//! is absent.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use diesel::prelude::*;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::promises::{self, PromiseLine};
use super::store::{self, Subjects};
use super::{Action, OVERALL, Status};
use crate::aggregation::figure::ALL;
use crate::aggregation::store::{Published, published};
use crate::app::{App, LinkKey, token_hash};
use crate::campaign::calendar::Calendar;
use crate::campaign::{self, Campaign};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode};
use crate::db::schema::feedback_pages;
use crate::error::{Result, Say};
use crate::organisation::{self, Supplier};
use crate::render::{Language, Page, qr};
use crate::web::{self, Answer};

#[cfg(debug_assertions)]
mod samples;

fn token(key: &LinkKey, campaign: &CampaignId, group: &GroupCode) -> String {
    key.token("feedback", &format!("{campaign}/{group}"))
}

/// Where a group's page is: what a link of a closed campaign leads to.
pub fn path(app: &App, campaign: &CampaignId, group: &GroupCode) -> String {
    format!("/f/{}", token(&app.link_key, campaign, group))
}

/// The address of a group's page, for mails.
pub fn link(app: &App, campaign: &CampaignId, group: &GroupCode) -> String {
    app.link(&path(app, campaign, group))
}

/// Makes the page of every client group; again: nothing new.
pub fn create_pages(conn: &mut Conn, key: &LinkKey, campaign: &Campaign) -> Result<()> {
    for group in campaign::store::client_groups(conn, &campaign.id)? {
        let values = (
            feedback_pages::campaign.eq(&campaign.id),
            feedback_pages::client_group.eq(&group.code),
            feedback_pages::token_hash.eq(token_hash(&token(key, &campaign.id, &group.code))),
        );
        crate::on_each!(conn, c => diesel::insert_into(feedback_pages::table)
            .values(values)
            .on_conflict((feedback_pages::campaign, feedback_pages::client_group))
            .do_nothing()
            .execute(c))?;
    }
    Ok(())
}

/// A share of favourable opinions as everyone may read it.
#[derive(Debug, Clone, Serialize)]
pub struct Share {
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    n: Option<i32>,
}

fn share(figures: &Published, group: &str, subject: &str) -> Option<Share> {
    let figure = figures.get(group, subject, "satisfied").filter(|figure| figure.shown)?;
    Some(Share { value: figure.value?, low: figure.low, high: figure.high, n: figure.n })
}

#[derive(Debug, Clone, Serialize)]
pub struct Doing {
    text: String,
    /// `since`, `from`, `done` or `decided`: words of the page.
    when: &'static str,
    day: Option<Day>,
}

impl Doing {
    /// What stands in an example of a mail: decided, with these words.
    pub(super) fn example(text: String) -> Self {
        Self { text, when: "decided", day: None }
    }

    /// Nothing where nothing is said to respondents.
    pub(super) fn of(action: &Action, language: Language, today: Day) -> Option<Self> {
        let text = action.public_texts.pick(language).to_owned();
        let (when, day) = match (action.status, action.starts_on, action.done_on) {
            (Status::Done | Status::Verified, _, day) => ("done", day),
            (Status::InProgress, Some(day), _) if day <= today => ("since", Some(day)),
            (Status::Accepted, Some(day), _) if day > today => ("from", Some(day)),
            _ => ("decided", None),
        };
        let when = if day.is_none() && when == "done" { "finished" } else { when };
        (!text.is_empty()).then_some(Self { text, when, day })
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Service {
    code: String,
    name: String,
    everyone: Option<Share>,
    group: Option<Share>,
    very_few: Option<f64>,
    strong: Vec<String>,
    weak: Vec<String>,
    doing: Vec<Doing>,
    promises: Vec<PromiseLine>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FeedbackPage {
    wave: String,
    group: String,
    /// The page's own address, for the printed poster: drawn, and in words.
    qr: String,
    link: String,
    /// Whether any figure of the group's own is shown; without, the page does not mention the group's figures.
    has_group: bool,
    threshold: i32,
    /// A file of the answers was handed to somebody.
    file: Option<Say>,
    services: Vec<Service>,
    /// Something is already said of what is being done.
    doing: bool,
    /// Too few answered for anything to be shown: said once, instead of service by service.
    nothing: bool,
    /// Very few answered about any service: the highest of their rates, said once.
    very_few: Option<f64>,
}

impl Page for FeedbackPage {
    const TEMPLATE: &'static str = "progress/feedback.html";
    const EVERY_LANGUAGE: bool = true;
}

/// What an address says whose campaign was followed by another: kind, and leading nowhere.
#[derive(Debug, Clone, Serialize)]
pub struct PastPage {
    wave: String,
}

impl Page for PastPage {
    const TEMPLATE: &'static str = "progress/feedback_past.html";
    const EVERY_LANGUAGE: bool = true;
}

/// What an address says whose results are not told yet.
#[derive(Debug, Clone, Serialize)]
pub struct SoonPage {
    wave: String,
    on: Option<Day>,
}

impl Page for SoonPage {
    const TEMPLATE: &'static str = "progress/feedback_soon.html";
    const EVERY_LANGUAGE: bool = true;
}

enum Found {
    Current(FeedbackPage),
    Soon(SoonPage),
    Past(PastPage),
}

/// GET /f/{token}
pub async fn show(req: HttpRequest) -> Answer {
    let (app, language) = (web::app(&req)?, web::reader_language(&req).await);
    let (token, today) = (web::link::token(&req)?, app.today());
    let link = app.link(&format!("/f/{token}"));
    let zone = app.config.time_zone.clone();
    match app.db.read(move |conn| find(conn, &token, link, language, today, &zone)).await? {
        Found::Current(page) => web::public_page(&req, &app, language, &page).await,
        Found::Soon(page) => web::public_page(&req, &app, language, &page).await,
        Found::Past(page) => {
            let mut response = web::public_page(&req, &app, language, &page).await?;
            *response.status_mut() = StatusCode::GONE;
            Ok(response)
        }
    }
}

fn find(conn: &mut Conn, token: &str, link: String, language: Language, today: Day, zone: &TimeZone) -> Result<Found> {
    let (campaign, group): (CampaignId, GroupCode) = feedback_pages::table
        .filter(feedback_pages::token_hash.eq(token_hash(token)))
        .select((feedback_pages::campaign, feedback_pages::client_group))
        .first(conn)
        .optional()?
        .ok_or_else(|| web::link::unknown(token))?;
    let waves = campaign::store::published(conn)?;
    let wave = waves.iter().find(|wave| wave.id == campaign).ok_or(crate::error::Error::NotFound)?;
    if waves.iter().any(|other| other.opens_on > wave.opens_on && other.is_announced()) {
        return Ok(Found::Past(PastPage { wave: wave.code.clone() }));
    }
    if !wave.is_announced() {
        let on = wave.announce_on(Calendar::load(conn)?, zone);
        return Ok(Found::Soon(SoonPage { wave: wave.code.clone(), on }));
    }
    let groups = campaign::store::client_groups(conn, &campaign)?;
    let name = groups.into_iter().find(|g| g.code == group).map(|g| g.name).unwrap_or_default();
    let subjects = store::subjects(conn, std::slice::from_ref(&campaign))?;
    let mut services = Vec::new();
    for part in campaign::store::campaign_suppliers(conn, &campaign)?.into_iter().filter(|part| !part.small_team) {
        let supplier = organisation::store::supplier(conn, &part.supplier)?;
        let figures = published(conn, &campaign, &part.supplier)?;
        let doing = store::public_actions(conn, &part.supplier)?;
        let doing = doing.iter().filter_map(|action| Doing::of(action, language, today)).collect();
        let promised = campaign::store::promised_by(conn, &campaign, &part.supplier)?;
        // What came after the publication is for those who work with it.
        let promises = promises::lines(&promised, &figures, &[], language, false);
        let told = service(&supplier, &figures, &group, &campaign, &subjects, language, doing);
        services.push(Service { promises, ..told });
    }
    services.sort_by(|a, b| a.name.cmp(&b.name));
    let very_few = few_everywhere(&mut services);
    let has_group = services.iter().any(|service| service.group.is_some());
    Ok(Found::Current(FeedbackPage {
        wave: wave.code.clone(),
        group: name,
        qr: qr::drawing(&link)?,
        link,
        has_group,
        threshold: wave.threshold,
        file: wave.file_promise(),
        doing: services.iter().any(|service| !service.doing.is_empty()),
        nothing: !services.is_empty() && services.iter().all(|service| service.everyone.is_none()),
        very_few,
        services,
    }))
}

/// Where every shown service was answered by very few, the highest of their rates; the services then say it no more.
fn few_everywhere(services: &mut [Service]) -> Option<f64> {
    let shown = || services.iter().filter(|service| service.everyone.is_some());
    let rates: Option<Vec<f64>> = shown().map(|service| service.very_few).collect();
    let highest = rates.filter(|rates| rates.len() > 1)?.into_iter().reduce(f64::max)?;
    services.iter_mut().for_each(|service| service.very_few = None);
    Some(highest)
}

/// A dimension's favourable share with its margin.
struct Dimension {
    name: String,
    value: f64,
    low: f64,
    high: f64,
}

/// At most so many are named on each side.
const NAMED: usize = 3;

/// What is liked more and less than the middle of a service's dimensions (their median), where the margin says so: best
/// and worst first. Noise alone would put some in front.
fn apart(mut dimensions: Vec<Dimension>) -> (Vec<String>, Vec<String>) {
    dimensions.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.name.cmp(&b.name)));
    let at = |place: usize| dimensions.get(place).map(|dimension| dimension.value);
    let (Some(above), Some(below)) = (at(dimensions.len().saturating_sub(1) / 2), at(dimensions.len() / 2)) else {
        return (Vec::new(), Vec::new());
    };
    let middle = f64::midpoint(above, below);
    let strong: Vec<_> = dimensions.iter().filter(|dimension| dimension.low > middle).collect();
    let weak: Vec<_> = dimensions.iter().rev().filter(|dimension| dimension.high < middle).collect();
    (named(&strong), named(&weak))
}

/// The first ones, never some of several that read the same.
fn named(list: &[&Dimension]) -> Vec<String> {
    let reads = |dimension: &Dimension| (100.0 * dimension.value).round();
    let whole = |number: &usize| match (number.checked_sub(1).and_then(|last| list.get(last)), list.get(*number)) {
        (Some(last), Some(next)) => reads(last) != reads(next),
        _ => true,
    };
    let number = (0..=NAMED.min(list.len())).rev().find(whole).unwrap_or(0);
    list.iter().take(number).map(|dimension| dimension.name.clone()).collect()
}

fn service(
    supplier: &Supplier,
    figures: &Published,
    group: &GroupCode,
    campaign: &CampaignId,
    subjects: &Subjects,
    language: Language,
    doing: Vec<Doing>,
) -> Service {
    let dimensions: Vec<Dimension> = subjects
        .of(campaign, &supplier.code)
        .filter_map(|subject| {
            let figure = figures.get(ALL, subject, "satisfied").filter(|figure| figure.shown)?;
            let name = subjects.name(language, campaign, &supplier.code, subject);
            Some(Dimension { name, value: figure.value?, low: figure.low?, high: figure.high? })
        })
        .collect();
    let (strong, weak) = apart(dimensions);
    Service {
        code: supplier.code.0.clone(),
        name: supplier.name(language).to_owned(),
        everyone: share(figures, ALL, OVERALL),
        group: share(figures, group.as_str(), OVERALL),
        very_few: figures.very_few().filter(|_| share(figures, ALL, OVERALL).is_some()),
        strong,
        weak,
        doing,
        promises: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample::Sampled;

    #[test]
    fn very_few_everywhere_is_said_once_and_elsewhere_where_it_is_so() {
        let sample = FeedbackPage::samples()[0].services[0].clone();
        let service = |very_few| Service { very_few, ..sample.clone() };
        let hidden = Service { everyone: None, very_few: None, ..service(None) };
        let mut all = [service(Some(0.03)), hidden.clone(), service(Some(0.07))];
        assert_eq!(few_everywhere(&mut all), Some(0.07));
        assert!(all.iter().all(|service| service.very_few.is_none()));
        let mut some = [service(Some(0.03)), service(None)];
        assert_eq!(few_everywhere(&mut some), None);
        assert_eq!(some[0].very_few, Some(0.03));
        assert_eq!(few_everywhere(&mut [hidden]), None);
    }

    fn named_of(list: &[(&str, f64, f64)]) -> (Vec<String>, Vec<String>) {
        let dimension = |&(name, value, margin): &(&str, f64, f64)| Dimension {
            name: name.to_owned(),
            value,
            low: value - margin,
            high: value + margin,
        };
        apart(list.iter().map(dimension).collect())
    }

    #[test]
    fn what_chance_could_have_put_in_front_is_not_named() {
        let noise = [("a", 0.60, 0.2), ("b", 0.55, 0.2), ("c", 0.50, 0.2), ("d", 0.45, 0.2), ("e", 0.40, 0.2)];
        assert_eq!(named_of(&noise), (vec![], vec![]));
        let real = [("a", 0.80, 0.1), ("b", 0.55, 0.1), ("c", 0.50, 0.1), ("d", 0.45, 0.1), ("e", 0.30, 0.1)];
        assert_eq!(named_of(&real), (vec!["a".to_owned()], vec!["e".to_owned()]));
        assert_eq!(named_of(&[]), (vec![], vec![]));
    }

    #[test]
    fn of_equal_ones_all_are_named_or_none() {
        let three = [
            ("a", 0.8, 0.1),
            ("b", 0.8, 0.1),
            ("c", 0.801, 0.1),
            ("d", 0.5, 0.1),
            ("e", 0.5, 0.1),
            ("f", 0.5, 0.1),
            ("g", 0.5, 0.1),
        ];
        assert_eq!(named_of(&three).0, ["c", "a", "b"]);
        let best_and_three = [
            ("a", 0.9, 0.1),
            ("b", 0.8, 0.1),
            ("c", 0.8, 0.1),
            ("d", 0.8, 0.1),
            ("e", 0.5, 0.1),
            ("f", 0.5, 0.1),
            ("g", 0.5, 0.1),
            ("h", 0.5, 0.1),
            ("i", 0.5, 0.1),
        ];
        assert_eq!(named_of(&best_and_three).0, ["a"]);
    }
}
