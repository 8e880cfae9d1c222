//! All services of one published wave on one screen: a sentence, services × dimensions, their trends, their places
//! against chance, the plan, participation. By name: no league table. Nothing is computed that is not published.

mod grid;
mod pictures;
mod plan;

use std::sync::Arc;

use actix_web::HttpRequest;
use serde::Serialize;

pub use grid::{Cell, Dimension, Grid, Row};
pub use pictures::{Participation, Small, Standings};
pub use plan::{Counts, Plan, PlanRow};

use super::befallen::Befallen;
use super::pages::kept;
use super::rows::Share;
use crate::aggregation::figure::{ACROSS, ALL};
use crate::aggregation::statistics::LEVEL;
use crate::aggregation::store::{self as publications, Published};
use crate::app::{App, Settings, digest};
use crate::campaign::pages::rates::total_rate;
use crate::campaign::{Campaign, State, participation, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::{Error, Result};
use crate::progress::{self, store::Scope};
use crate::questionnaire::OVERALL;
use crate::render::Page;
use crate::web::{self, Answer, Staff, Who};

#[cfg(debug_assertions)]
mod samples;

/// What one client group says of all services together.
#[derive(Debug, Clone, Serialize)]
pub struct GroupLine {
    pub name: String,
    pub satisfied: Option<Share>,
    pub answers: Option<i32>,
}

impl GroupLine {
    fn new(code: &str, name: &str, published: &Published) -> Option<Self> {
        let responses = published.get(code, "*", "responses")?;
        Some(Self {
            name: name.to_owned(),
            satisfied: Share::of(published.get(code, OVERALL, "satisfied")),
            answers: responses.n.filter(|_| responses.shown),
        })
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Overview {
    pub wave: Option<Wave>,
    /// Codes of the published waves, latest first.
    pub waves: Vec<String>,
    pub open: Vec<OpenWave>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Wave {
    pub code: String,
    pub published_on: Option<Day>,
    pub summary: Summary,
    pub grid: Grid,
    pub trends: Vec<Small>,
    /// The waves that the trends show, oldest first.
    pub drawn: Vec<String>,
    pub standings: Option<Standings>,
    pub plan: Plan,
    /// All services together as each client group sees them; none where none of them is shown.
    pub groups: Vec<GroupLine>,
    pub participation: Option<Participation>,
    pub fingerprint: String,
    pub filter: Filter,
}

/// The sentence on top: counts of published verdicts, and nothing that is not published.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    pub services: usize,
    pub answers: Option<i32>,
    /// Who sent something, of those invited.
    pub people: Option<i32>,
    pub rate: Option<f64>,
    /// All services together; none for those who read some, or where it is not published.
    pub favourable: Option<f64>,
    pub up: usize,
    pub down: usize,
    pub compared: usize,
    /// With many services: how many the rule would name although nothing changed.
    pub by_chance: Option<usize>,
}

/// What of a long list is wanted.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Filter {
    /// Enough services for a filter to help.
    pub many: bool,
    pub q: String,
    pub changed: bool,
}

/// From so many services on chance is named, and there is a filter.
const MANY: usize = 20;
const FILTERED: usize = 12;

impl Filter {
    fn of(req: &HttpRequest) -> Self {
        let q = web::typed::clean_line(&web::query(req, "q").unwrap_or_default());
        let changed = web::query(req, "change").is_some_and(|word| word == "proved");
        Self { many: false, q: q.chars().take(100).collect(), changed }
    }

    fn keeps(&self, row: &Row) -> bool {
        let (name, wanted) = (row.name.to_lowercase(), self.q.to_lowercase());
        (!self.changed || row.has_changed()) && wanted.split_whitespace().all(|word| name.contains(word))
    }
}

/// A campaign under way: nobody sees a score before closing.
#[derive(Debug, Clone, Serialize)]
pub struct OpenWave {
    pub code: String,
    pub closes_on: Day,
}

impl Page for Overview {
    const TEMPLATE: &'static str = "results/overview.html";
}

/// All services of a wave on one sheet of paper.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct HousePage(Arc<Overview>);

impl Page for HousePage {
    const TEMPLATE: &'static str = "results/house.html";
}

pub async fn paper(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let code = web::part(&req, "campaign")?;
    if !who.reads_all() && who.headed().is_empty() {
        return Err(Error::NotFound);
    }
    let (inside, reader) = (app.clone(), who.clone());
    let page = app.db.read(move |conn| Overview::kept(conn, &inside, &reader, Some(&code))).await?;
    web::page(&req, &app, &who, &HousePage(page)).await
}

/// The latest published wave, or the one asked for, with the services this person may read.
pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    if !who.reads_all() && who.headed().is_empty() {
        return Err(Error::Forbidden);
    }
    let (filter, wanted) = (Filter::of(&req), web::query(&req, "wave"));
    let (inside, reader) = (app.clone(), who.clone());
    let blocks = app
        .db
        .read(move |conn| {
            let about = About::read(conn, &inside, &reader, wanted.clone(), filter.clone())?;
            kept(&inside, reader.language, &about, || Overview::read(conn, &inside, &reader, wanted.as_deref(), filter))
        })
        .await?;
    web::page(&req, &app, &who, &*blocks).await
}

/// All that the page depends on: what was published never changes, the plan and the names do.
#[derive(Debug)]
#[expect(dead_code, reason = "read by being written out: the key of what is kept")]
struct About {
    wanted: Option<String>,
    filter: Filter,
    reads: (bool, bool, Vec<SupplierCode>),
    published: Vec<(CampaignId, String)>,
    open: Vec<(String, Day)>,
    actions: Vec<progress::Action>,
    befallen: Befallen,
    names: String,
    today: Day,
}

impl About {
    fn read(conn: &mut Conn, app: &App, who: &Who, wanted: Option<String>, filter: Filter) -> Result<Self> {
        let waves: Vec<CampaignId> = campaigns::published(conn)?.into_iter().map(|wave| wave.id).collect();
        let open = open_waves(conn)?;
        Ok(Self {
            wanted,
            filter,
            reads: (who.reads_all(), who.reads_groups(), who.headed()),
            published: publications::fingerprints(conn, &waves)?.into_iter().collect(),
            open: open.into_iter().map(|campaign| (campaign.code, campaign.closes_on)).collect(),
            actions: progress::store::actions(conn, &Scope::All)?,
            befallen: Befallen::all(conn)?,
            names: Settings::load(conn)?.suppliers_mark,
            today: app.today(),
        })
    }
}

impl Overview {
    /// As [`Overview::read`] without a filter, made once for all who read the same.
    pub fn kept(conn: &mut Conn, app: &App, who: &Who, wanted: Option<&str>) -> Result<Arc<Self>> {
        let about = About::read(conn, app, who, wanted.map(ToOwned::to_owned), Filter::default())?;
        let key = digest(format!("overview {} {about:?}", who.language.as_str()).as_bytes());
        app.results.get(&key, || Self::read(conn, app, who, wanted, Filter::default()))
    }

    pub fn read(conn: &mut Conn, app: &App, who: &Who, wanted: Option<&str>, filter: Filter) -> Result<Self> {
        let all = campaigns::published(conn)?;
        let all = if who.reads_all() { all } else { with_any_of(conn, all, who)? };
        let waves: Vec<String> = all.iter().rev().map(|campaign| campaign.code.clone()).collect();
        let place = match wanted {
            Some(code) => Some(all.iter().position(|campaign| campaign.code == code).ok_or(Error::NotFound)?),
            None => all.len().checked_sub(1),
        };
        let until = all.get(..=place.unwrap_or(0)).unwrap_or_default();
        let wave = match until.split_last() {
            Some((campaign, earlier)) => Some(Wave::read(conn, app, who, campaign, earlier, filter)?),
            None => None,
        };
        let open = open_waves(conn)?
            .into_iter()
            .map(|campaign| OpenWave { code: campaign.code, closes_on: campaign.closes_on })
            .collect();
        Ok(Self { wave, waves, open })
    }
}

fn open_waves(conn: &mut Conn) -> Result<Vec<Campaign>> {
    let mut open = campaigns::in_state(conn, State::Open)?;
    open.retain(|one| one.kind.is_quarter());
    Ok(open)
}

/// The waves in which a service of theirs was asked about.
fn with_any_of(conn: &mut Conn, all: Vec<Campaign>, who: &Who) -> Result<Vec<Campaign>> {
    let mut own = Vec::new();
    for campaign in all {
        let parts = campaigns::campaign_suppliers(conn, &campaign.id)?;
        if parts.iter().any(|part| who.heads(&part.supplier)) {
            own.push(campaign);
        }
    }
    Ok(own)
}

impl Wave {
    /// `earlier` are the waves before it, oldest first.
    fn read(
        conn: &mut Conn,
        app: &App,
        who: &Who,
        campaign: &Campaign,
        earlier: &[Campaign],
        mut filter: Filter,
    ) -> Result<Self> {
        let language = who.language;
        let mut grid = Grid::read(conn, campaign, language, |part| {
            who.reads_groups_of(&part.supplier) || (who.reads_all() && !part.small_team)
        })?;
        let summary = Summary::read(conn, who, campaign, &grid)?;
        let actions = progress::store::actions(conn, &Scope::All)?;
        let plan = Plan::of(&actions, &grid, &campaign.id, app.today());
        let standings = Standings::of(&grid, language);
        filter.many = grid.rows.len() > FILTERED;
        grid.rows.retain(|row| filter.keeps(row));
        let by_group = who.reads_groups();
        let waves = pictures::drawn(campaign, earlier);
        Ok(Self {
            code: campaign.code.clone(),
            drawn: waves.iter().map(|wave| wave.code.clone()).collect(),
            published_on: campaign.published_at.map(|at| at.day_in(&app.config.time_zone)),
            trends: pictures::trends(conn, who, &waves, &grid)?,
            groups: if by_group { across_groups(conn, campaign)? } else { Vec::new() },
            participation: if by_group { Participation::read(conn, campaign, earlier.last(), language)? } else { None },
            fingerprint: publications::publication(conn, &campaign.id)?.map(|p| p.fingerprint).unwrap_or_default(),
            summary,
            grid,
            standings,
            plan,
            filter,
        })
    }
}

impl Summary {
    fn read(conn: &mut Conn, who: &Who, campaign: &Campaign, grid: &Grid) -> Result<Self> {
        let counts = if who.reads_all() { participation::latest(conn, &campaign.id)? } else { Vec::new() };
        let rate = total_rate(&counts);
        // Beside all others, a total would say what is not for this reader.
        let parts = campaigns::campaign_suppliers(conn, &campaign.id)?;
        let all = if who.reads_groups() || who.reads_all() && !parts.iter().any(|part| part.small_team) {
            publications::side_by_side(conn, &[&campaign.id], &[OVERALL, "*"], &["satisfied", "responses"])?
                .remove(&(campaign.id.clone(), ACROSS.into()))
        } else {
            None
        };
        let (up, down, compared) = grid.changes();
        let answers = all.as_ref().and_then(|all| all.get(ALL, "*", "responses").filter(|figure| figure.shown)?.n);
        let expected = format!("{:.0}", LEVEL * f64::from(u32::try_from(compared).unwrap_or(u32::MAX)));
        Ok(Self {
            services: grid.rows.len(),
            answers,
            people: rate.as_ref().map(|rate| rate.sendings),
            rate: rate.map(|rate| rate.share),
            favourable: all.and_then(|all| all.value(OVERALL, "satisfied")),
            up,
            down,
            compared,
            by_chance: if compared >= MANY { expected.parse().ok() } else { None },
        })
    }
}

/// What each client group says of all services together, by name.
fn across_groups(conn: &mut Conn, campaign: &Campaign) -> Result<Vec<GroupLine>> {
    let figures = publications::published_summary(conn, &campaign.id, &ACROSS.into())?;
    let groups = campaigns::client_groups(conn, &campaign.id)?;
    let lines: Vec<GroupLine> =
        groups.into_iter().filter_map(|g| GroupLine::new(g.code.as_str(), &g.name, &figures)).collect();
    Ok(if lines.iter().any(|line| line.answers.is_some()) { lines } else { Vec::new() })
}
