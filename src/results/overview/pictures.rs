//! The pictures of the overview, each with the table behind it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::grid::Grid;
use crate::aggregation::figure::ALL;
use crate::aggregation::store as publications;
use crate::campaign::participation::{self, DayCount};
use crate::campaign::{Campaign, store as campaigns};
use crate::charts::Size;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::Result;
use crate::questionnaire::OVERALL;
use crate::render::Language;
use crate::results::befallen::Befallen;
use crate::results::drawings;
use crate::results::rows::{GroupRate, Share, StandingRow, WavePoint};
use crate::web::Who;

/// How many waves a trend shows.
const WAVES: usize = 8;

/// The trend of one service, small; all have the same waves and the same axis.
#[derive(Debug, Clone, Serialize)]
pub struct Small {
    pub supplier: SupplierCode,
    pub name: String,
    pub svg: Option<String>,
    /// For its row of the grid.
    pub shape: Option<String>,
    pub points: Vec<WavePoint>,
    /// Not comparable with the one before; the service's own page says why.
    pub breaks: Vec<usize>,
}

/// The waves that trends show: this one and those before it, oldest first.
pub(super) fn drawn<'a>(campaign: &'a Campaign, earlier: &'a [Campaign]) -> Vec<&'a Campaign> {
    let earlier = earlier.get(earlier.len().saturating_sub(WAVES - 1)..).unwrap_or_default();
    earlier.iter().chain([campaign]).collect()
}

pub(super) fn trends(conn: &mut Conn, who: &Who, waves: &[&Campaign], grid: &Grid) -> Result<Vec<Small>> {
    let language = who.language;
    // The waves in which a service was one or two people are not for everybody who reads it today.
    let mut barred: BTreeSet<(SupplierCode, CampaignId)> = BTreeSet::new();
    for row in grid.rows.iter().filter(|row| !who.reads_groups_of(&row.supplier)) {
        let waves = campaigns::small_team_waves(conn, &row.supplier)?;
        barred.extend(waves.into_iter().map(|wave| (row.supplier.clone(), wave)));
    }
    let ids: Vec<_> = waves.iter().map(|wave| &wave.id).collect();
    let befallen = Befallen::all(conn)?;
    let figures = publications::side_by_side(conn, &ids, &[OVERALL], &["satisfied", "change_verdict"])?;
    let of = |(place, row): (usize, &super::grid::Row)| {
        let published = |wave: &&Campaign| {
            let shown = !barred.contains(&(row.supplier.clone(), wave.id.clone()));
            figures.get(&(wave.id.clone(), row.supplier.clone())).filter(|_| shown)
        };
        let point = |wave: &&Campaign| WavePoint {
            code: wave.code.clone(),
            share: Share::of(published(wave).and_then(|all| all.get(ALL, OVERALL, "satisfied"))),
            broken: None,
            events: befallen.since(&row.supplier, waves, wave),
        };
        let points: Vec<WavePoint> = waves.iter().map(point).collect();
        let breaks = |wave: &&Campaign| {
            published(wave).and_then(|all| all.word(OVERALL, "change_verdict")) == Some("not_comparable")
        };
        let breaks: Vec<usize> =
            waves.iter().enumerate().filter(|(_, wave)| breaks(wave)).map(|(place, _)| place).collect();
        let drawn = |size| drawings::small_trend(place, &row.name, &points, &breaks, size, language);
        let (svg, shape) = (drawn(Size::Small), drawn(Size::Shape));
        Small { supplier: row.supplier.clone(), name: row.name.clone(), svg, shape, points, breaks }
    };
    Ok(grid.rows.iter().enumerate().map(of).collect())
}

/// Where each service stands against chance, on the questions that all of them ask.
#[derive(Debug, Clone, Serialize)]
pub struct Standings {
    pub svg: Option<String>,
    pub narrow: Option<String>,
    pub rows: Vec<StandingRow>,
    /// None lies beyond what chance explains.
    pub even: bool,
}

impl Standings {
    /// None where the publication compares none.
    pub(super) fn of(grid: &Grid, language: Language) -> Option<Self> {
        let row = |row: &super::grid::Row| {
            Some(StandingRow {
                supplier: row.supplier.clone(),
                name: row.name.clone(),
                mean: row.shrunk?,
                n: row.compared_on?,
                standing: row.standing.clone()?,
            })
        };
        let rows: Vec<StandingRow> = grid.rows.iter().filter_map(row).collect();
        if rows.is_empty() {
            return None;
        }
        let even = rows.iter().all(|row| row.standing == "within");
        let svg = drawings::standings(&rows, language, false);
        Some(Self { svg, narrow: drawings::standings(&rows, language, true), rows, even })
    }
}

/// How many of each client group sent something, this wave and the one before.
#[derive(Debug, Clone, Serialize)]
pub struct Participation {
    pub svg: Option<String>,
    pub narrow: Option<String>,
    pub rows: Vec<GroupRate>,
    pub before: Option<String>,
}

impl Participation {
    /// None where no group's count may be shown.
    pub(super) fn read(
        conn: &mut Conn,
        campaign: &Campaign,
        before: Option<&Campaign>,
        language: Language,
    ) -> Result<Option<Self>> {
        let now = rates(conn, campaign)?;
        let earlier = match before {
            Some(wave) => rates(conn, wave)?,
            None => BTreeMap::new(),
        };
        let rows: Vec<GroupRate> = now
            .into_iter()
            .map(|(name, (invited, rate))| {
                let before = earlier.get(&name).and_then(|(_, rate)| *rate);
                GroupRate { name, invited, rate, before }
            })
            .collect();
        if rows.iter().all(|row| row.rate.is_none()) {
            return Ok(None);
        }
        let svg = drawings::participation(&rows, language, false);
        let narrow = drawings::participation(&rows, language, true);
        Ok(Some(Self { svg, narrow, rows, before: before.map(|wave| wave.code.clone()) }))
    }
}

/// The last count of each group by name, where it may be shown.
fn rates(conn: &mut Conn, campaign: &Campaign) -> Result<BTreeMap<String, (i32, Option<f64>)>> {
    let counts: Vec<DayCount> =
        participation::latest(conn, &campaign.id)?.into_iter().filter(|count| !count.is_total()).collect();
    let shown = participation::shown(counts.iter().map(|count| (&count.client_group, count.invited, count.sendings)));
    let names: BTreeMap<_, _> =
        campaigns::client_groups(conn, &campaign.id)?.into_iter().map(|group| (group.code, group.name)).collect();
    let rate = |count: &DayCount| {
        let may = shown.contains(&count.client_group);
        may.then(|| f64::from(count.sendings) / f64::from(count.invited.max(1)))
    };
    let row = |count: &DayCount| Some((names.get(&count.client_group)?.clone(), (count.invited, rate(count))));
    Ok(counts.iter().filter_map(row).collect())
}
