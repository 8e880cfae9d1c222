//! Importance is asked about once a year: between, the last measured counts, dated. All dimensions take theirs from one
//! wave, so that a share of those who chose is never set beside a mean of ratings.

use crate::campaign::{Campaign, store as campaigns};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::questionnaire::{dimensions, store as questionnaires};

use super::store::{self, ALL, Published};

/// How many published waves back a measure of importance still counts.
pub const KEPT_WAVES: usize = 4;

/// The line between low and high importance, where importance is rated 1 to 5.
pub const RATED_LINE: f64 = 4.0;

/// The same where it is chosen: what each dimension would get if three were drawn by lot.
pub fn chosen_line(dimensions: usize) -> f64 {
    3.0 / f64::from(u32::try_from(dimensions.max(1)).unwrap_or(1))
}

/// A wave as importance sees it.
#[derive(Debug, Clone)]
pub struct Measured {
    pub code: String,
    /// How many dimensions there were to choose among.
    pub dimensions: usize,
    pub figures: Published,
}

/// The importance of a dimension, and the wave it was measured in.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: u32,
    pub wave: String,
    /// Rated 1 to 5, not chosen among the dimensions.
    pub rated: bool,
    pub dimensions: usize,
}

impl Carried {
    pub fn line(&self) -> f64 {
        if self.rated { RATED_LINE } else { chosen_line(self.dimensions) }
    }
}

impl Measured {
    /// Did this wave publish anybody's importance?
    pub fn has_any(&self) -> bool {
        self.figures.iter().any(|figure| {
            figure.indicator == "importance" && figure.client_group.as_str() == ALL && figure.value.is_some()
        })
    }

    pub fn of(&self, dimension: &str) -> Option<Carried> {
        let figure = self.figures.get(ALL, dimension, "importance").filter(|figure| figure.shown)?;
        let value = figure.value?;
        Some(Carried {
            value,
            low: figure.low,
            high: figure.high,
            n: figure.n.and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
            wave: self.code.clone(),
            // A share that is published lies under 1 (everybody is hidden); ratings begin at 1.
            rated: value >= 1.0,
            dimensions: self.dimensions,
        })
    }
}

/// The wave whose importance counts: the latest of the last four of `earlier` (oldest first) that measured any.
pub fn source(earlier: &[Measured]) -> Option<&Measured> {
    earlier.iter().rev().take(KEPT_WAVES).find(|wave| wave.has_any())
}

/// A dimension's importance from the wave that counts; none when that wave does not show it, or none counts.
pub fn carried(earlier: &[Measured], dimension: &str) -> Option<Carried> {
    source(earlier)?.of(dimension)
}

/// The last published waves of `supplier` before `campaign`, oldest first, with their importance only.
pub fn earlier(conn: &mut Conn, campaign: &Campaign, supplier: &SupplierCode) -> Result<Vec<Measured>> {
    let mut waves = campaigns::published_of(conn, supplier)?;
    waves.retain(|(wave, _)| wave.opens_on < campaign.opens_on);
    let waves = waves.split_off(waves.len().saturating_sub(KEPT_WAVES));
    let (ids, versions): (Vec<_>, Vec<_>) =
        waves.iter().map(|(wave, version)| (wave.id.clone(), version.clone())).unzip();
    let mut figures = store::published_for_all(conn, &ids, supplier, Some("importance"))?;
    let questions = questionnaires::questions_of(conn, &versions)?;
    Ok(waves
        .into_iter()
        .map(|(wave, version)| Measured {
            dimensions: questions.get(&version).map_or(0, |list| dimensions(list).len()),
            figures: figures.remove(&wave.id).unwrap_or_default(),
            code: wave.code,
        })
        .collect())
}
