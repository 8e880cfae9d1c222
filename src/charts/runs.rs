//! The unbroken stretches of a trend, with the band of their intervals.

use super::ChartError;
use super::canvas::{Canvas, Spot};
use super::ink::Ink;

/// A value's spot and the heights of its interval's ends.
pub(super) type Interval = Option<(i32, i32)>;
pub(super) type Known = Option<(Spot, Interval)>;

/// The stretches of neighbouring known values that no break divides.
pub(super) fn runs(known: &[Known], breaks: &[usize]) -> Vec<Vec<(Spot, Interval)>> {
    let mut runs = vec![Vec::new()];
    for (index, value) in known.iter().enumerate() {
        if value.is_none() || breaks.contains(&index) {
            runs.push(Vec::new());
        }
        if let (Some(run), Some(value)) = (runs.last_mut(), value) {
            run.push(*value);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// The band over each stretch of a run whose intervals are known; a bar for one that stands alone.
pub(super) fn bands(canvas: &Canvas, run: &[(Spot, Interval)]) -> Result<(), ChartError> {
    for stretch in run.split(|(_, ends)| ends.is_none()) {
        let ends = || stretch.iter().filter_map(|((x, _), ends)| Some((*x, (*ends)?)));
        match stretch {
            [] => {}
            [_] => {
                for (x, (low, high)) in ends() {
                    canvas.rect((x - 7, high), (x + 7, low), Ink::Accent, 0.14)?;
                }
            }
            _ => {
                let upper = ends().map(|(x, (_, high))| (x, high));
                let lower = ends().rev().map(|(x, (low, _))| (x, low));
                canvas.polygon(upper.chain(lower).collect(), Ink::Accent, 0.14)?;
            }
        }
    }
    Ok(())
}
