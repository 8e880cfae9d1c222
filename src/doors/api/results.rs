//! Campaigns and what was published of them, as the role hr reads it, without comments.

use actix_web::HttpRequest;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::guard::ReadsResults;
use super::response::{self, Answer, Listed, json, json_of};
use super::store;
use crate::aggregation::figure::ALL;
use crate::aggregation::store::{self as publications, Publication};
use crate::app::App;
use crate::campaign::participation::{self, DayCount};
use crate::campaign::{Campaign as Stored, State, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result};
use crate::export::records;
use crate::export::{self, File};
use crate::render::Language;
use crate::web;
use crate::web::problem::{Kind, Problem};

/// A campaign that people were or are asked in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Campaign {
    /// Such as `2026-Q1`.
    code: String,
    /// `open`, `closed` (being published) or `published`.
    #[schema(pattern = "^(open|closed|published)$")]
    state: String,
    /// Days are `YYYY-MM-DD`, of the organisation's time zone.
    #[schema(format = Date)]
    opens_on: String,
    #[schema(format = Date)]
    closes_on: String,
    /// RFC 3339, UTC; null until it is published.
    #[schema(format = DateTime)]
    published_at: Option<String>,
    /// Covers every figure of the publication; null until it is published.
    fingerprint: Option<String>,
    /// Asked elsewhere and brought here.
    imported: bool,
}

/// One published figure, as a row of the file `indicators`. The method page tells what each indicator is.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    campaign: String,
    supplier: String,
    /// A client group, or `*` for all clients.
    group: String,
    /// A question, a dimension, or the service as a whole.
    subject: String,
    indicator: String,
    /// Null where it is hidden, or where `word` says it.
    value: Option<f64>,
    /// Ends of the 95 % interval, where it has one.
    low: Option<f64>,
    high: Option<f64>,
    /// How many answers it stands on.
    n: Option<i32>,
    /// False: hidden, because too few people stand behind it or another hidden figure could be worked out.
    shown: bool,
    word: Option<String>,
}

/// How many had sent something by a day.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    campaign: String,
    /// A client group, or `*` for everybody.
    group: String,
    group_name: Option<String>,
    #[schema(format = Date)]
    day: String,
    invited: i32,
    /// Null where it is hidden.
    sendings: Option<i32>,
    shown: bool,
}

/// A service's promise: what was measured and how it was felt. A row of the file `commitments`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    campaign: String,
    supplier: String,
    commitment: String,
    version: i32,
    text: Option<String>,
    target: f64,
    unit: Option<String>,
    direction: String,
    /// Null under ten cases.
    value: Option<f64>,
    cases: Option<i32>,
    source: Option<String>,
    #[schema(format = Date)]
    measured_on: Option<String>,
    question: Option<String>,
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    measured: Option<String>,
    felt: Option<String>,
    verdict: Option<String>,
}

/// An action of the plan as it stands today, of a service the campaign asked about. Shares are whole percent.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    reference: String,
    /// The service's code.
    service: String,
    title: String,
    finding: Option<String>,
    kind: String,
    status: String,
    owner: Option<String>,
    contributors: Option<String>,
    #[schema(format = Date)]
    starts: Option<String>,
    #[schema(format = Date)]
    due: String,
    #[schema(format = Date)]
    done: Option<String>,
    #[schema(format = Date)]
    check: Option<String>,
    cost: Option<String>,
    awaits: Option<String>,
    groups: Option<String>,
    audience: Option<String>,
    medium: Option<String>,
    #[schema(format = Date)]
    told: Option<String>,
    origin_wave: Option<String>,
    origin: Option<String>,
    baseline: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    n: Option<i32>,
    target: Option<f64>,
    effect: Option<String>,
    effect_wave: Option<String>,
    effect_value: Option<f64>,
    effect_n: Option<i32>,
    verdict: Option<String>,
    /// Shown to those who answered.
    visible: bool,
    public: Option<String>,
}

fn told(campaign: Stored, fingerprint: Option<String>) -> Campaign {
    Campaign {
        state: match campaign.state {
            State::Open => "open",
            State::Closed => "closed",
            _ => "published",
        }
        .to_owned(),
        code: campaign.code,
        opens_on: campaign.opens_on.to_string(),
        closes_on: campaign.closes_on.to_string(),
        published_at: campaign.published_at.map(|at| at.to_string()).filter(|_| fingerprint.is_some()),
        fingerprint,
        imported: campaign.imported,
    }
}

fn has_begun(campaign: &Stored) -> bool {
    matches!(campaign.state, State::Open | State::Closed | State::Published)
}

/// Campaigns that have opened, latest first.
#[utoipa::path(get, path = "/campaigns", tag = "results", operation_id = "listCampaigns",
    params(super::shared::Paged),
    responses((status = 200, body = Listed<Campaign>), super::shared::Problems, super::shared::Unmodified))]
pub async fn list(req: HttpRequest, _: ReadsResults) -> Answer {
    let app = web::app(&req)?;
    let all = app.db.read(|conn| {
        let mut all = Vec::new();
        for campaign in campaigns::quarters(conn)?.into_iter().filter(has_begun) {
            let publication = publications::publication(conn, &campaign.id)?.filter(|_| campaign.is_published());
            all.push(told(campaign, publication.map(|known| known.fingerprint)));
        }
        Ok(all)
    });
    json(&req, &response::page_of(&req, all.await?)?)
}

/// One campaign.
#[utoipa::path(get, path = "/campaigns/{campaign}", tag = "results", operation_id = "readCampaign",
    params(super::shared::OfCampaign),
    responses((status = 200, body = Campaign), super::shared::Problems, super::shared::Unmodified))]
pub async fn one(req: HttpRequest, ReadsResults(key): ReadsResults) -> Answer {
    let app = web::app(&req)?;
    let (campaign, publication) = begun(&req, &app).await?;
    note(&app, &key.id, &campaign, publication.as_ref()).await?;
    json(&req, &told(campaign, publication.map(|known| known.fingerprint)))
}

async fn begun(req: &HttpRequest, app: &App) -> std::result::Result<(Stored, Option<Publication>), Problem> {
    let code = web::part(req, "campaign")?;
    let found = app.db.read(move |conn| {
        let campaign = campaigns::wave_by_code(conn, &code)?;
        if !has_begun(&campaign) {
            return Err(Error::NotFound);
        }
        let publication = publications::publication(conn, &campaign.id)?.filter(|_| campaign.is_published());
        Ok((campaign, publication))
    });
    Ok(found.await?)
}

/// The first read of a campaign with a key on a day is a line among the exports.
async fn note(app: &App, key: &str, campaign: &Stored, publication: Option<&Publication>) -> Result<()> {
    let (key, campaign, publication) = (key.to_owned(), campaign.clone(), publication.cloned());
    let (clock, today) = (app.clock.clone(), app.today());
    app.db
        .write(move |conn| {
            if store::first_read(conn, &key, &campaign.id, today)? {
                export::log_read(conn, &clock, &key, &campaign, publication.as_ref())?;
            }
            Ok(())
        })
        .await
}

/// A page of a file's rows.
async fn rows(req: &HttpRequest, key: &str, file: File) -> Answer {
    let app = web::app(req)?;
    let (code, most) = (web::part(req, "campaign")?, response::limit(req)?);
    let place = response::place(req)?;
    let language = match web::query(req, "lang") {
        None => Language::En,
        Some(word) => Language::parse(&word)
            .filter(|language| Language::STAFF.contains(language))
            .ok_or_else(|| Problem::new(Kind::Invalid, "lang: write fr or en."))?,
    };
    let of = web::query(req, "supplier").filter(|_| file == File::Indicators).map(SupplierCode);
    let read = app.db.read(move |conn| {
        let (campaign, publication) = export::published(conn, &code)?.ok_or(Error::NotFound)?;
        let read = records::read(conn, &campaign, (file, language), of.as_ref(), place, most)?;
        Ok((campaign, publication, read))
    });
    let (campaign, publication, (items, next)) = read.await?;
    note(&app, key, &campaign, Some(&publication)).await?;
    json_of(req, &publication.fingerprint, &Listed { items, next: next.map(|place| place.to_string()) })
}

/// The published figures: hidden ones are rows that say so and nothing else.
#[utoipa::path(get, path = "/campaigns/{campaign}/indicators", tag = "results", operation_id = "listIndicators",
    params(super::shared::OfCampaign, super::shared::Paged, super::shared::OfSupplier),
    responses((status = 200, body = Listed<Indicator>), super::shared::Problems, super::shared::Unmodified))]
pub async fn indicators(req: HttpRequest, ReadsResults(key): ReadsResults) -> Answer {
    rows(&req, &key.id, File::Indicators).await
}

/// What services promised, what was measured, how it was felt.
#[utoipa::path(get, path = "/campaigns/{campaign}/commitments", tag = "results", operation_id = "listCommitments",
    params(super::shared::OfCampaign, super::shared::Paged, super::shared::InLanguage),
    responses((status = 200, body = Listed<Commitment>), super::shared::Problems, super::shared::Unmodified))]
pub async fn commitments(req: HttpRequest, ReadsResults(key): ReadsResults) -> Answer {
    rows(&req, &key.id, File::Commitments).await
}

/// The progress plan as it stands today.
#[utoipa::path(get, path = "/campaigns/{campaign}/plan", tag = "results", operation_id = "listActions",
    params(super::shared::OfCampaign, super::shared::Paged, super::shared::InLanguage),
    responses((status = 200, body = Listed<Action>), super::shared::Problems, super::shared::Unmodified))]
pub async fn plan(req: HttpRequest, ReadsResults(key): ReadsResults) -> Answer {
    rows(&req, &key.id, File::Plan).await
}

/// Participation day by day once it is published; while it is open, as of the day before, under the rules of the page.
#[utoipa::path(get, path = "/campaigns/{campaign}/participation", tag = "results", operation_id = "listParticipation",
    params(super::shared::OfCampaign, super::shared::Paged),
    responses((status = 200, body = Listed<Participation>), super::shared::Problems, super::shared::Unmodified))]
pub async fn participation(req: HttpRequest, ReadsResults(key): ReadsResults) -> Answer {
    let app = web::app(&req)?;
    let (campaign, publication) = begun(&req, &app).await?;
    if publication.is_some() {
        return rows(&req, &key.id, File::Participation).await;
    }
    note(&app, &key.id, &campaign, None).await?;
    let today = app.today();
    let items = app.db.read(move |conn| before(conn, &campaign, today)).await?;
    json(&req, &response::page_of(&req, items)?)
}

/// The counts of the last day before `today`, and of no other: those of two days apart tell who came between.
fn before(conn: &mut Conn, campaign: &Stored, today: Day) -> Result<Vec<Participation>> {
    let counts: Vec<DayCount> =
        participation::days(conn, &campaign.id)?.into_iter().filter(|count| count.day < today).collect();
    let Some(last) = counts.iter().map(|count| count.day).max() else { return Ok(Vec::new()) };
    let day: Vec<DayCount> = counts.into_iter().filter(|count| count.day == last).collect();
    let groups = campaigns::client_groups(conn, &campaign.id)?;
    let name =
        |count: &DayCount| groups.iter().find(|group| group.code == count.client_group).map(|group| group.name.clone());
    let shown = export::files::with_shown(&day);
    let one = |(count, shown): &(&DayCount, bool)| Participation {
        campaign: campaign.code.clone(),
        group: count.client_group.to_string(),
        group_name: name(count).filter(|_| count.client_group.0 != ALL),
        day: count.day.to_string(),
        invited: count.invited,
        sendings: Some(count.sendings).filter(|_| *shown),
        shown: *shown,
    };
    Ok(shown.iter().map(one).collect())
}
