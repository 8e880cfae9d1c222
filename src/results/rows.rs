//! What tables and drawings of a quarter are made of.

use serde::Serialize;

use crate::aggregation::comparable::{Ground, Reason};
use crate::aggregation::figure::Figure;
use crate::aggregation::statistics::TEST_MIN_N;
use crate::aggregation::store::Published;
use crate::campaign::comparison::Composition;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::questionnaire::Question;

/// Between favourable and not: as many on both sides.
const MIDDLE: f64 = 0.5;

/// A share with its interval and the answers it rests on.
#[derive(Debug, Clone, Serialize)]
pub struct Share {
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: i32,
}

impl Share {
    pub fn of(figure: Option<&Figure>) -> Option<Self> {
        let figure = figure.filter(|figure| figure.shown)?;
        Some(Self { value: figure.value?, low: figure.low, high: figure.high, n: figure.n.unwrap_or(0) })
    }

    /// `high` or `low` where ten answers or more put the whole interval on one side of the middle: what has a colour.
    pub fn side(&self) -> Option<&'static str> {
        let enough = u32::try_from(self.n).is_ok_and(|n| n >= TEST_MIN_N);
        match self.low.zip(self.high).filter(|_| enough)? {
            (low, _) if low > MIDDLE => Some("high"),
            (_, high) if high < MIDDLE => Some("low"),
            _ => None,
        }
    }
}

/// A published wave as the page reads it: its figures, what it asked and whom.
#[derive(Debug, Default)]
pub struct Shown {
    pub code: String,
    pub figures: Published,
    pub questions: Vec<Question>,
    pub groups: Composition,
    /// What befell the service since the wave before.
    pub events: Vec<String>,
}

impl Shown {
    pub(super) fn ground(&self) -> Ground<'_> {
        Ground { questions: &self.questions, groups: &self.groups, figures: &self.figures }
    }
}

/// One wave of the trend.
#[derive(Debug, Clone, Serialize)]
pub struct WavePoint {
    pub code: String,
    pub share: Option<Share>,
    /// Why it is not comparable with the wave before: the line breaks here.
    pub broken: Option<Reason>,
    /// What befell the service since the wave before.
    pub events: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct DimensionRow {
    pub code: String,
    pub name: String,
    pub satisfied: Option<Share>,
    pub mean: Option<f64>,
    /// The mean carried to 1..5, where the lines of the matrix are.
    pub on_five: Option<f64>,
    pub importance: Option<f64>,
    pub quadrant: Option<String>,
    /// The verdict since the wave before.
    pub change: Option<String>,
    /// Why there is none.
    pub broken: Option<Reason>,
    pub line: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct GroupRow {
    pub name: String,
    pub responses: Option<i32>,
    pub satisfied: Option<Share>,
    pub mean: Option<f64>,
}

/// Where a service stands against chance, on the questions that all of them ask.
#[derive(Debug, Clone, Serialize)]
pub struct StandingRow {
    pub supplier: SupplierCode,
    pub name: String,
    /// Drawn towards the others'.
    pub mean: f64,
    pub n: i32,
    /// `above`, `within` or `below`.
    pub standing: String,
}

/// How many of a client group sent something.
#[derive(Debug, Clone, Serialize)]
pub struct GroupRate {
    pub name: String,
    pub invited: i32,
    pub rate: Option<f64>,
    /// The wave before.
    pub before: Option<f64>,
}

/// A client group, heading a column of the map.
#[derive(Debug, Clone, Serialize)]
pub struct MapColumn {
    pub code: String,
    pub name: String,
    /// The unit whose relation a cell leads to: the highest of the group.
    pub unit: Option<UnitCode>,
}

/// What one group says of one service.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MapCell {
    /// The service serves the group.
    pub served: bool,
    /// None where it is hidden.
    pub share: Option<Share>,
    /// See [`Share::side`].
    pub side: Option<&'static str>,
    /// The reader may open the relation.
    pub opens: bool,
    /// Not for this reader, whatever there is.
    pub barred: bool,
}

/// A service on the map.
#[derive(Debug, Clone, Serialize)]
pub struct MapLine {
    pub supplier: SupplierCode,
    pub name: String,
    pub whole: MapCell,
    /// The verdict since the wave before, for all clients.
    pub change: Option<String>,
    /// One for each column.
    pub cells: Vec<MapCell>,
}

/// One subject as both see it.
#[derive(Debug, Clone, Serialize)]
pub struct MirrorLine {
    pub code: String,
    pub name: String,
    /// None where it is hidden; everything hidden looks alike.
    pub team: Option<MirrorSide>,
    pub clients: Option<f64>,
    /// A verdict of the change rule, the clients taken for the earlier wave.
    pub verdict: Option<String>,
    /// The ends of its scale.
    pub lo: i32,
    pub hi: i32,
}

#[derive(Debug, Clone, Serialize)]
pub struct MirrorSide {
    pub mean: f64,
    pub n: i32,
    /// Both means carried to 0..=1.
    pub place: f64,
    pub clients: Option<f64>,
}
