//! Means against the number of answers they rest on: who stands apart, among those of whom chance explains the place.

use super::canvas::{Plane, Side, Spot, Type, draw};
use super::ink::Ink;
use super::labels::{Plot, Room, place};
use super::lettering::fit;
use super::svg::Frame;
use super::{ChartError, count};

#[derive(Debug, Clone)]
pub struct Standings {
    pub id: String,
    pub title: String,
    pub desc: String,
    pub x_label: String,
    pub y_label: String,
    /// The scale the means are on.
    pub range: (f64, f64),
    /// One to sixty.
    pub points: Vec<Standing>,
    pub narrow: bool,
}

#[derive(Debug, Clone)]
pub struct Standing {
    pub label: String,
    /// Answers.
    pub n: u32,
    pub mean: f64,
    /// Beyond what chance explains.
    pub apart: bool,
}

/// The frame and the plot in it.
const WIDE: ((i32, i32), Room) = ((600, 320), Room { left: 52, top: 8, right: 576, bottom: 272 });
const NARROW: ((i32, i32), Room) = ((288, 300), Room { left: 40, top: 8, right: 274, bottom: 252 });
const LETTERS: i32 = 13;
const AXIS: i32 = 12;
const RADIUS: i32 = 6;
/// Names are shown up to so many points; beyond, of those that stand apart.
const NAMED: usize = 15;

/// Shows each mean at its number of answers: full where it lies beyond chance, hollow where not. The means' axis is cut
/// to the steps of one half that hold all of them. Refuses no point or more than 60, and means off the scale.
pub fn standings(chart: &Standings) -> Result<String, ChartError> {
    count(chart.points.len(), 1, 60)?;
    let (lowest, highest) = chart.range;
    if !(lowest.is_finite() && highest.is_finite() && highest - lowest < 1000.0) {
        return Err(ChartError::OutOfRange(highest));
    }
    if lowest >= highest {
        return Err(ChartError::Reversed { low: lowest, high: highest });
    }
    let means = || chart.points.iter().map(|point| point.mean);
    if let Some(wrong) = means().find(|mean| !(lowest..=highest).contains(mean)) {
        return Err(ChartError::OutOfRange(wrong));
    }
    let down = (means().fold(highest, f64::min) * 2.0 - 0.4).floor() / 2.0;
    let up = (means().fold(lowest, f64::max) * 2.0 + 0.4).ceil() / 2.0;
    let (down, up) = (down.max(lowest), up.min(highest));
    let most = chart.points.iter().map(|point| point.n).max().unwrap_or(1).max(1);
    let step = step(most);
    let end = (most / step).saturating_add(1).saturating_mul(step);
    let (size, plot) = if chart.narrow { NARROW } else { WIDE };
    let hints = chart.points.iter().map(|point| point.label.clone()).collect();
    let frame = Frame {
        id: &chart.id,
        title: &chart.title,
        desc: &chart.desc,
        size,
        narrow: chart.narrow,
        hints: ("circle", hints),
    };
    draw(&frame, |canvas| {
        let Room { left, top, right, bottom } = plot;
        let inset = RADIUS + 2;
        let plane = Plane::new((0.0, f64::from(end)), (down, up), (left, right), (bottom - inset, top + inset));
        let steps = (0..=40).map(|half| down + f64::from(half) / 2.0).take_while(|mean| *mean <= up + 1e-9);
        for mean in steps {
            let y = plane.spot(0.0, mean).1;
            canvas.line(vec![(left, y), (right, y)], 1, Ink::Line, 1.0)?;
            let text = if mean.fract() == 0.0 { format!("{mean:.0}") } else { String::new() };
            canvas.text(&text, (left - 8, y), Type::new(AXIS, Ink::Soft).middle().side(Side::Right))?;
        }
        for n in (0..=6).map(|times| step.saturating_mul(times)).take_while(|n| *n <= end) {
            let x = plane.spot(f64::from(n), down).0;
            canvas.line(vec![(x, bottom), (x, bottom + 4)], 1, Ink::Soft, 1.0)?;
            canvas.text(&n.to_string(), (x, bottom + 18), Type::new(AXIS, Ink::Soft).side(Side::Center))?;
        }
        let set = Type::new(LETTERS, Ink::Soft).side(Side::Center);
        canvas.text(&fit(&chart.x_label, LETTERS, false, right - left), ((left + right) / 2, size.1 - 8), set)?;
        let y_label = fit(&chart.y_label, LETTERS, false, bottom - top);
        canvas.text(&y_label, (LETTERS, (top + bottom) / 2), set.upwards())?;
        let named = |point: &Standing| point.apart || chart.points.len() <= NAMED;
        let points: Vec<(Spot, &str)> = chart
            .points
            .iter()
            .map(|point| {
                let spot = plane.spot(f64::from(point.n), point.mean);
                (spot, if named(point) { point.label.as_str() } else { "" })
            })
            .collect();
        let plot = Plot { room: plot, lines: (left, bottom), taken: &[], radius: RADIUS, size: LETTERS };
        let names = place(&plot, &points);
        for (from, to) in names.iter().flatten().filter_map(|name| name.tie) {
            canvas.line(vec![from, to], 1, Ink::Soft, 0.7)?;
        }
        for (point, (spot, _)) in chart.points.iter().zip(&points) {
            match point.apart {
                true => canvas.dot(*spot, RADIUS)?,
                false => canvas.ring(*spot, RADIUS)?,
            }
        }
        names.iter().flatten().try_for_each(|name| name.write(canvas, LETTERS))
    })
}

/// A round step that divides up to `most` into a few.
fn step(most: u32) -> u32 {
    let tens = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000, 1_000_000];
    tens.into_iter().find(|step| most / step <= 6).unwrap_or(100_000_000)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_well_formed, nasty};
    use super::*;

    fn point(label: &str, n: u32, mean: f64, apart: bool) -> Standing {
        Standing { label: label.to_owned(), n, mean, apart }
    }

    fn chart(points: Vec<Standing>) -> Standings {
        Standings {
            id: "standings".to_owned(),
            title: "Services".to_owned(),
            desc: String::new(),
            x_label: "réponses".to_owned(),
            y_label: "note".to_owned(),
            range: (1.0, 5.0),
            points,
            narrow: false,
        }
    }

    #[test]
    fn those_apart_are_full_and_all_are_named() {
        let points = vec![point("RH", 61, 3.2, false), point("IT", 90, 4.1, true), point("Achats", 12, 3.0, false)];
        let svg = standings(&chart(points)).unwrap();
        assert_well_formed(&svg);
        assert_eq!((svg.matches("<circle").count(), svg.matches("fill=\"var(--card)\"").count()), (3, 2));
        for name in ["RH", "IT", "Achats"] {
            assert!(svg.contains(&format!(">{name}</text>")));
        }
        for text in nasty() {
            for narrow in [false, true] {
                let chart = Standings { narrow, ..chart(vec![point(&text, u32::MAX, 5.0, true); 60]) };
                assert_well_formed(&standings(&chart).unwrap());
            }
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        assert_eq!(standings(&chart(Vec::new())), Err(ChartError::Empty));
        for wrong in [0.5, f64::NAN, 6.0] {
            assert!(matches!(standings(&chart(vec![point("x", 5, wrong, false)])), Err(ChartError::OutOfRange(_))));
        }
        let backwards = Standings { range: (5.0, 1.0), ..chart(vec![point("x", 5, 3.0, false)]) };
        assert!(matches!(standings(&backwards), Err(ChartError::Reversed { .. })));
    }
}
