//! One dimension's share of favourable opinions, as the dot of a table row; label, figures and marks are
//! the row's own text.

use super::canvas::{Plane, draw};
use super::ink::Ink;
use super::svg::Frame;
use super::{ChartError, interval, share};

#[derive(Debug, Clone)]
pub struct IntervalLine {
    pub id: String,
    pub title: String,
    /// May be empty: the row's figures already say it.
    pub desc: String,
    /// 0..=1.
    pub share: f64,
    /// Both ends of the interval (0..=1), or it is not drawn.
    pub low: Option<f64>,
    pub high: Option<f64>,
}

const SIZE: (i32, i32) = (400, 40);
const RADIUS: i32 = 10;

/// Shows a share as a dot on a line from 0 to 100 with a mark at 50, on the bar of its interval. Holds no
/// text, so one drawing serves every width. Refuses a share outside 0..=1 and an interval whose ends are
/// crossed; an interval that does not hold the share is drawn as given.
pub fn interval_line(chart: &IntervalLine) -> Result<String, ChartError> {
    let value = share(chart.share)?;
    let ends = interval(chart.low, chart.high)?;
    let frame = Frame {
        id: &chart.id,
        title: &chart.title,
        desc: &chart.desc,
        size: SIZE,
        narrow: false,
        hints: ("", Vec::new()),
    };
    draw(&frame, |canvas| {
        let (width, height) = SIZE;
        let plane = Plane::new((0.0, 1.0), (0.0, 1.0), (RADIUS, width - RADIUS), (height, 0));
        let at = |share| plane.spot(share, 0.5);
        canvas.line(vec![at(0.0), at(1.0)], 2, Ink::Line, 1.0)?;
        let (half, middle) = at(0.5);
        canvas.line(vec![(half, middle - 11), (half, middle + 11)], 2, Ink::Soft, 0.6)?;
        if let Some((low, high)) = ends {
            canvas.line(vec![at(low), at(high)], 7, Ink::Accent, 0.45)?;
        }
        canvas.dot(at(value), RADIUS)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_well_formed, line};
    use super::*;

    #[test]
    fn the_dot_stands_at_its_share() {
        for (share, x) in [(0.0, 10), (0.5, 200), (1.0, 390)] {
            let svg = interval_line(&line(share, Some((0.0, 1.0)))).unwrap();
            assert_well_formed(&svg);
            assert!(svg.contains(&format!("cx=\"{x}\"")), "{svg}");
        }
    }

    #[test]
    fn half_an_interval_is_no_interval() {
        let mut row = line(0.5, Some((0.4, 0.6)));
        let whole = interval_line(&row).unwrap().matches("<polyline").count();
        row.high = None;
        assert_eq!(interval_line(&row).unwrap().matches("<polyline").count(), whole - 1);
    }

    #[test]
    fn impossible_figures_are_refused_and_rounding_is_not() {
        for wrong in [f64::NAN, f64::NEG_INFINITY, 81.0, -0.01] {
            assert!(matches!(interval_line(&line(wrong, None)), Err(ChartError::OutOfRange(_))));
            assert!(interval_line(&line(0.5, Some((0.1, wrong)))).is_err());
        }
        assert!(matches!(interval_line(&line(0.5, Some((0.6, 0.4)))), Err(ChartError::Reversed { .. })));
        assert!(interval_line(&line(1.0 + 1e-12, Some((-1e-17, 1.0)))).is_ok());
    }
}
