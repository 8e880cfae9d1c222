//! Charts: an indicator struct in, the text of one inline SVG out.
//!
//! Every word arrives already in the reader's language and every figure already formatted; this slice
//! only places them. It knows no database, no page and no language, and it refuses (a [`ChartError`],
//! never a panic) what it could only draw wrongly: nothing to draw, a figure that is not a number, a share
//! outside 0..=1, a chart without a title.
//!
//! Each chart is one `<svg role="img">` named by its `<title>` and `<desc>`, as wide as its place, without
//! inline style (the content policy forbids it): colours are `var(--token)` presentation attributes, so
//! dark mode, print and forced colours are the style sheet's business. A chart that carries text comes
//! in two drawings, wide and `narrow`; the page holds both (with different ids) and CSS shows one. Labels
//! too long for their place are shortened with an ellipsis: the table beside the chart has them in full.

mod canvas;
mod course;
mod dimensions;
mod distribution;
mod events;
mod ink;
mod labels;
mod lettering;
mod map;
mod matrix;
mod quadrants;
mod runs;
mod shares;
mod slide;
mod standings;
mod svg;
mod trend;

#[cfg(test)]
mod tests;

pub use course::{Course, CourseLine, course};
pub use dimensions::{IntervalLine, interval_line};
pub use distribution::{Distribution, Part, distribution};
pub use map::{MOST_COLUMNS, MOST_ROWS, Map, MapCell, MapRow, map};
pub use matrix::{Matrix, MatrixPoint, matrix};
pub use shares::{ShareRow, Shares, hundred, shares};
pub use slide::Slide;
pub use standings::{Standing, Standings, standings};
pub use trend::{Size, Trend, TrendPoint, trend};

use std::fmt;

/// Why a chart was not drawn. The text is for the log; the page falls back on the chart's table.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartError {
    /// The id is not a letter followed by letters, digits, `-` or `_`.
    Id(String),
    /// The title is empty: a picture without a name cannot be read aloud.
    Untitled,
    /// There is nothing to draw.
    Empty,
    /// More or fewer things than the chart can show.
    Count { given: usize, least: usize, most: usize },
    /// A share outside 0..=1, or a value that is not a finite number.
    OutOfRange(f64),
    /// The lower end is above (or, for an axis, at) the upper end.
    Reversed { low: f64, high: f64 },
    /// A break or an event speaks of a point that is not there.
    UnknownPoint(usize),
    /// The drawing library failed.
    Drawing(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "{id:?} cannot be the id of a chart"),
            Self::Untitled => write!(f, "the chart has no title"),
            Self::Empty => write!(f, "the chart has nothing to draw"),
            Self::Count { given, least, most } => {
                write!(f, "the chart takes {least} to {most} items, not {given}")
            }
            Self::OutOfRange(value) => write!(f, "{value} is outside what the chart can show"),
            Self::Reversed { low, high } => write!(f, "{low} to {high} is not a range"),
            Self::UnknownPoint(index) => write!(f, "the chart has no point {index}"),
            Self::Drawing(why) => write!(f, "the drawing failed: {why}"),
        }
    }
}

impl std::error::Error for ChartError {}

/// Shares come out of divisions and quantiles: this much beyond 0..=1 is rounding, more is a mistake.
const ROUNDING: f64 = 1e-6;

/// A share in 0..=1; refuses the rest, which catches a percentage handed over as a share.
fn share(value: f64) -> Result<f64, ChartError> {
    if value.is_finite() && (-ROUNDING..=1.0 + ROUNDING).contains(&value) {
        Ok(value.clamp(0.0, 1.0))
    } else {
        Err(ChartError::OutOfRange(value))
    }
}

/// An interval's two ends, each a share; none when one of them is missing.
fn interval(low: Option<f64>, high: Option<f64>) -> Result<Option<(f64, f64)>, ChartError> {
    let (low, high) = (low.map(share).transpose()?, high.map(share).transpose()?);
    match low.zip(high) {
        Some((low, high)) if low > high => Err(ChartError::Reversed { low, high }),
        ends => Ok(ends),
    }
}

/// Between `least` and `most` items, none at all being its own case.
fn count(given: usize, least: usize, most: usize) -> Result<(), ChartError> {
    match given {
        0 if least > 0 => Err(ChartError::Empty),
        n if (least..=most).contains(&n) => Ok(()),
        given => Err(ChartError::Count { given, least, most }),
    }
}
