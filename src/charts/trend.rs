//! A share over the quarters, with what is known about its uncertainty and what happened meanwhile.

use super::canvas::{Canvas, Plane, Side, Type, draw};
use super::events::{self, Flag, flags, marks};
use super::ink::Ink;
use super::lettering::{fit, width};
use super::runs::{Known, bands, runs};
use super::svg::Frame;
use super::{ChartError, count, interval, share};

#[derive(Debug, Clone)]
pub struct Trend {
    pub id: String,
    pub title: String,
    pub desc: String,
    /// One to eight quarters, the oldest first.
    pub points: Vec<TrendPoint>,
    /// The line is interrupted before each of these points: the questions changed.
    pub breaks: Vec<usize>,
    /// What happened, and at which point.
    pub events: Vec<(usize, String)>,
    pub size: Size,
}

/// For which place a trend is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    Wide,
    /// For a phone, in the place of the wide one.
    Narrow,
    /// One of several side by side.
    Small,
    /// In a row of a table: the shape alone, without axis or figure.
    Shape,
}

#[derive(Debug, Clone)]
pub struct TrendPoint {
    /// The quarter ("T1 25").
    pub label: String,
    /// 0..=1; none leaves a gap, whether the figure is hidden or was never asked.
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// The value as the reader writes it ("62 %").
    pub text: String,
}

const AXIS: i32 = 12;

impl Size {
    /// Width, height of the plot, letters of the figure, radius of a dot.
    fn measures(self) -> (i32, i32, i32, i32) {
        match self {
            Self::Wide => (600, 170, 16, 5),
            Self::Narrow => (288, 150, 16, 5),
            Self::Small => (250, 70, 14, 3),
            Self::Shape => (110, 26, 14, 2),
        }
    }

    fn steps(self) -> &'static [i32] {
        match self {
            Self::Small => &[0, 50, 100],
            Self::Shape => &[],
            Self::Wide | Self::Narrow => &[0, 25, 50, 75, 100],
        }
    }
}

const MOST_EVENTS: usize = 8;

struct Layout {
    size: (i32, i32),
    left: i32,
    top: i32,
    bottom: i32,
    right: i32,
    xs: Vec<i32>,
    flags: Vec<Flag>,
}

/// Shows a share over up to 8 quarters on a fixed scale of 0 to 100: the band of the intervals, the line,
/// one hollow dot per known value, the last known value in figures, a dashed mark per event. A missing
/// value or a break interrupts line and band; a value between two gaps keeps its interval as a bar.
/// Refuses no point or more than 8, no value at all, shares outside 0..=1, crossed intervals, more than 8
/// events, and a break or event at a point that is not there.
pub fn trend(chart: &Trend) -> Result<String, ChartError> {
    count(chart.points.len(), 1, 8)?;
    count(chart.events.len(), 0, MOST_EVENTS)?;
    let spoken = chart.breaks.iter().chain(chart.events.iter().map(|(index, _)| index));
    if let Some(index) = spoken.into_iter().find(|index| **index >= chart.points.len()) {
        return Err(ChartError::UnknownPoint(*index));
    }
    let mut values = Vec::new();
    for point in &chart.points {
        let value = point.value.map(share).transpose()?;
        values.push(value.zip(Some(interval(point.low, point.high)?)));
    }
    let known = values.iter().zip(&chart.points).filter(|(value, _)| value.is_some());
    let Some((_, last)) = known.clone().next_back() else {
        return Err(ChartError::Empty);
    };
    let (_, _, letters, radius) = chart.size.measures();
    let figure = if chart.size == Size::Shape { String::new() } else { fit(&last.text, letters, true, 90) };
    let layout = lay_out(chart, width(&figure, letters, true));
    let hints = known.map(|(_, point)| format!("{} · {}", point.label, point.text)).collect();
    let frame = Frame {
        id: &chart.id,
        title: &chart.title,
        desc: &chart.desc,
        size: layout.size,
        narrow: chart.size == Size::Narrow,
        hints: ("circle", hints),
    };
    draw(&frame, |canvas| {
        let plane = Plane::new((0.0, 1.0), (0.0, 1.0), (0, 1), (layout.bottom, layout.top));
        let height = |share: f64| plane.spot(0.0, share).1;
        grid(canvas, &layout, chart.size.steps(), height)?;
        if chart.size != Size::Shape {
            quarters(canvas, &layout, chart)?;
        }
        marks(canvas, &layout.flags, layout.top, layout.bottom)?;
        let known: Vec<Known> = values
            .iter()
            .zip(&layout.xs)
            .map(|(value, x)| {
                value.map(|(value, ends)| {
                    let ends = ends.map(|(low, high)| (height(low), height(high)));
                    ((*x, height(value)), ends)
                })
            })
            .collect();
        for run in runs(&known, &chart.breaks) {
            bands(canvas, &run)?;
            if run.len() > 1 {
                let line = run.iter().map(|(spot, _)| *spot).collect();
                canvas.line(line, 2, Ink::Accent, 1.0)?;
            }
        }
        for (spot, _) in known.iter().flatten() {
            canvas.ring(*spot, radius)?;
        }
        match known.iter().flatten().last() {
            Some(((x, y), _)) => {
                let set = Type::new(letters, Ink::Accent).bold().middle();
                canvas.text(&figure, (x + radius + 6, *y), set)
            }
            None => Ok(()),
        }
    })
}

fn lay_out(chart: &Trend, figure: i32) -> Layout {
    let (across, tall, _, radius) = chart.size.measures();
    let bare = chart.size == Size::Shape;
    // The figure stands to the right of the last dot, where no line can cross it.
    let (left, right) = if bare { (0, across - radius - 2) } else { (30, across - (figure + 14).max(26)) };
    let points = chart.points.len() as i32;
    let first = left + if bare { radius + 2 } else { 18 };
    let room = right - first;
    let x = |index: i32| match points {
        1 => (left + right) / 2,
        _ => first + room * index / (points - 1),
    };
    let xs: Vec<i32> = (0..points).map(x).collect();
    let marked = chart.events.iter().filter_map(|(index, label)| {
        let x = xs.get(*index)?;
        Some((*x, label.as_str()))
    });
    let flags = flags(marked, across);
    // A mark without words needs no room above.
    let rows = flags.iter().filter(|flag| !flag.text.is_empty()).map(|flag| flag.row + 1).max().unwrap_or(0);
    let top = if bare { radius + 1 } else { 10 } + rows * events::ROW;
    let bottom = top + tall;
    Layout { size: (across, bottom + if bare { radius + 1 } else { 28 }), left, top, bottom, right, xs, flags }
}

fn grid(canvas: &Canvas, layout: &Layout, steps: &[i32], height: impl Fn(f64) -> i32) -> Result<(), ChartError> {
    let set = Type::new(AXIS, Ink::Soft).middle().side(Side::Right);
    for step in steps {
        let y = height(f64::from(*step) / 100.0);
        canvas.line(vec![(layout.left, y), (layout.right + 6, y)], 1, Ink::Line, 1.0)?;
        canvas.text(&step.to_string(), (layout.left - 6, y), set)?;
    }
    Ok(())
}

/// The quarters' names, the last one always, then every one, two or three that their width allows.
fn quarters(canvas: &Canvas, layout: &Layout, chart: &Trend) -> Result<(), ChartError> {
    let across = layout.size.0;
    let apart = match layout.xs.as_slice() {
        [first, second, ..] => second - first,
        _ => across,
    };
    let fitted = |label: &str| fit(label, AXIS, false, 110);
    let widest = chart.points.iter().map(|point| width(&fitted(&point.label), AXIS, false));
    let every = ((widest.max().unwrap_or(0) + 6) / apart.max(1) + 1).max(1) as usize;
    for (point, x) in chart.points.iter().zip(&layout.xs).rev().step_by(every) {
        let edge = (across - x).min(*x) * 2;
        let label = fit(&point.label, AXIS, false, 110.min(edge));
        let set = Type::new(AXIS, Ink::Soft).side(Side::Center);
        canvas.text(&label, (*x, layout.bottom + 21), set)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{EIGHT, assert_well_formed, quarters};
    use super::*;

    /// How many bands, lines (beside the five of the grid), bars and dots.
    fn strokes(chart: &Trend) -> (usize, usize, usize, usize) {
        let svg = trend(chart).unwrap();
        assert_well_formed(&svg);
        let many = |tag: &str| svg.matches(tag).count();
        (many("<polygon"), many("<polyline") - 5, many("<rect"), many("<circle"))
    }

    #[test]
    fn eight_quarters_are_one_line_and_one_band() {
        for narrow in [false, true] {
            let chart = quarters(&EIGHT.map(Some), narrow);
            assert_eq!(strokes(&chart), (1, 1, 0, 8));
            let svg = trend(&chart).unwrap();
            assert!(svg.contains("font-weight=\"600\">62\u{a0}%</text>") && svg.contains(">T1 26</text>"));
        }
    }

    #[test]
    fn a_shape_is_line_and_band_alone() {
        let chart = Trend { size: Size::Shape, ..quarters(&EIGHT.map(Some), false) };
        let svg = trend(&chart).unwrap();
        assert_well_formed(&svg);
        let many = |tag: &str| svg.matches(tag).count();
        assert_eq!((many("<polygon"), many("<polyline"), many("<circle"), many("<text")), (1, 1, 8, 0));
    }

    #[test]
    fn gaps_and_breaks_interrupt_line_and_band() {
        let mut chart = quarters(&EIGHT.map(Some), false);
        chart.breaks = vec![0, 3];
        assert_eq!(strokes(&chart), (2, 2, 0, 8));
        let chart = quarters(&[Some(0.5), None, Some(0.4), Some(0.6), None], false);
        assert_eq!(strokes(&chart), (1, 1, 1, 3));
        assert_eq!(strokes(&quarters(&[Some(0.62)], true)), (0, 0, 1, 1));
    }

    #[test]
    fn events_stand_above_the_plot_without_touching() {
        let mut chart = quarters(&EIGHT.map(Some), true);
        chart.events = (0..8).map(|index| (index, "panne de mars".to_owned())).collect();
        let placed = lay_out(&chart, 40).flags;
        assert_eq!(placed.len(), 8);
        for (index, a) in placed.iter().enumerate() {
            assert!(a.middle - a.half >= 0 && a.middle + a.half <= 288);
            for b in placed.iter().skip(index + 1) {
                assert!(a.row != b.row || (a.middle - b.middle).abs() > a.half + b.half);
            }
        }
        assert_eq!(trend(&chart).unwrap().matches("stroke-dasharray").count(), 8);
    }

    #[test]
    fn what_cannot_be_a_trend_is_refused() {
        assert_eq!(trend(&quarters(&[], false)), Err(ChartError::Empty));
        assert_eq!(trend(&quarters(&[None, None], false)), Err(ChartError::Empty));
        assert!(matches!(trend(&quarters(&[Some(0.5); 9], false)), Err(ChartError::Count { .. })));
        for wrong in [f64::NAN, 62.0, -0.1] {
            assert!(matches!(trend(&quarters(&[Some(wrong)], false)), Err(ChartError::OutOfRange(_))));
        }
        let mut chart = quarters(&[Some(0.5)], false);
        chart.breaks = vec![1];
        assert_eq!(trend(&chart), Err(ChartError::UnknownPoint(1)));
        (chart.breaks, chart.events) = (vec![], vec![(7, "x".into())]);
        assert_eq!(trend(&chart), Err(ChartError::UnknownPoint(7)));
        chart.events = vec![(0, "x".into()); 9];
        assert!(matches!(trend(&chart), Err(ChartError::Count { given: 9, .. })));
    }
}
