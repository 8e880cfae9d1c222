//! Importance is asked about once a year: between, the last measured counts, dated. All dimensions take theirs from one
//! wave, so that a share of those who chose is never set beside a mean of ratings.

use crate::campaign::{Campaign, store as campaigns};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::questionnaire::{Question, dimensions, store as questionnaires};

use super::figure::{ALL, Figure};

use super::store::{self, Published};

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
    /// Between low and high importance.
    pub line: f64,
}

impl Measured {
    /// What a wave's figures say of importance, its questions being `questions`.
    pub fn new(code: &str, questions: &[Question], figures: &Published) -> Self {
        let kept = figures.iter().filter(|figure| figure.indicator == "importance").cloned().collect();
        Self { code: code.to_owned(), dimensions: dimensions(questions).len(), figures: Published::new(kept) }
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        let of = |figure: &&Figure| figure.indicator == "importance" && figure.client_group.as_str() == ALL;
        self.figures.iter().filter(of).filter(|figure| figure.shown).filter_map(|figure| figure.value)
    }

    /// Did this wave publish anybody's importance?
    pub fn has_any(&self) -> bool {
        self.values().next().is_some()
    }

    /// Was it chosen among the dimensions, not rated? Published shares lie under 1 (everybody is hidden), where ratings
    /// begin: the figures say which it is.
    pub fn by_choice(&self) -> bool {
        self.values().all(|value| value < 1.0)
    }

    /// Between low and high importance: that of the wave that measured it.
    pub fn line(&self) -> f64 {
        if self.by_choice() { chosen_line(self.dimensions) } else { RATED_LINE }
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
            line: self.line(),
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

/// The last waves of `supplier` that came before `campaign` and stood published before `before`, oldest first, with
/// their importance only.
pub fn earlier(conn: &mut Conn, campaign: &Campaign, supplier: &SupplierCode, before: Moment) -> Result<Vec<Measured>> {
    let mut waves = campaigns::published_of(conn, supplier)?;
    waves.retain(|(wave, _)| wave.comes_before(campaign, before));
    let waves = waves.split_off(waves.len().saturating_sub(KEPT_WAVES));
    let (ids, versions): (Vec<_>, Vec<_>) =
        waves.iter().map(|(wave, version)| (wave.id.clone(), version.clone())).unzip();
    let mut figures = store::published_for_all(conn, &ids, supplier, &["importance"])?;
    let questions = questionnaires::questions_of(conn, &versions)?;
    Ok(waves
        .into_iter()
        .map(|(wave, version)| {
            let questions = questions.get(&version).map_or(&[][..], Vec::as_slice);
            Measured::new(&wave.code, questions, &figures.remove(&wave.id).unwrap_or_default())
        })
        .collect())
}
