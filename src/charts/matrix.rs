//! What counts against what satisfies: where to act first, and what to keep up.

use super::canvas::{Canvas, Plane, Side, Spot, Type, draw};
use super::ink::Ink;
use super::labels::{Plot, Room, place};
use super::lettering::fit;
use super::quadrants::quadrants;
use super::svg::Frame;
use super::{ChartError, count};

#[derive(Debug, Clone)]
pub struct Matrix {
    pub id: String,
    pub title: String,
    pub desc: String,
    pub x_label: String,
    pub y_label: String,
    pub x_range: (f64, f64),
    pub y_range: (f64, f64),
    /// Where the vertical line stands, within `x_range`.
    pub x_line: f64,
    /// Where the horizontal line stands, within `y_range`.
    pub y_line: f64,
    /// Top left (act first), top right (maintain), bottom left, bottom right.
    pub quadrants: [String; 4],
    /// One to forty points.
    pub points: Vec<MatrixPoint>,
    pub narrow: bool,
}

#[derive(Debug, Clone)]
pub struct MatrixPoint {
    pub label: String,
    pub x: f64,
    pub y: f64,
    /// Too few answers to be sure of the quadrant: a hollow dot.
    pub to_confirm: bool,
}

struct Layout {
    size: (i32, i32),
    plot: Room,
    letters: i32,
    radius: i32,
}

const WIDE: Layout =
    Layout { size: (600, 420), plot: Room { left: 26, top: 2, right: 598, bottom: 392 }, letters: 13, radius: 6 };
const NARROW: Layout =
    Layout { size: (288, 300), plot: Room { left: 20, top: 2, right: 286, bottom: 276 }, letters: 12, radius: 5 };

/// Shows points in four quadrants, each named beside its dot; no name covers another, a dot or a
/// quadrant's title, none leaves the plot, and one that finds no place is left out (the table has it).
/// Points beyond a range sit on its edge. Refuses no point or more than 40, values that are not finite,
/// an empty range, and a dividing line outside its range.
pub fn matrix(chart: &Matrix) -> Result<String, ChartError> {
    count(chart.points.len(), 1, 40)?;
    divided(chart.x_range, chart.x_line)?;
    divided(chart.y_range, chart.y_line)?;
    for value in chart.points.iter().flat_map(|point| [point.x, point.y]) {
        if !value.is_finite() {
            return Err(ChartError::OutOfRange(value));
        }
    }
    let layout = if chart.narrow { NARROW } else { WIDE };
    let hints = chart.points.iter().map(|point| point.label.clone()).collect();
    let frame = Frame {
        id: &chart.id,
        title: &chart.title,
        desc: &chart.desc,
        size: layout.size,
        narrow: chart.narrow,
        hints: ("circle", hints),
    };
    draw(&frame, |canvas| {
        let Room { left, top, right, bottom } = layout.plot;
        let plane = Plane::new(chart.x_range, chart.y_range, (left, right), (bottom, top));
        let lines = plane.spot(chart.x_line, chart.y_line);
        let inset = layout.radius + 2;
        let points: Vec<(Spot, &str)> = chart
            .points
            .iter()
            .map(|point| {
                let x = point.x.clamp(chart.x_range.0, chart.x_range.1);
                let y = point.y.clamp(chart.y_range.0, chart.y_range.1);
                let (x, y) = plane.spot(x, y);
                let spot = (x.clamp(left + inset, right - inset), y.clamp(top + inset, bottom - inset));
                (spot, point.label.as_str())
            })
            .collect();
        let dots: Vec<Room> = points.iter().map(|(spot, _)| Room::around(*spot, layout.radius + 1)).collect();
        let size = layout.letters - 1;
        let taken = quadrants(canvas, &chart.quadrants, layout.plot, lines, size, &dots)?;
        axes(canvas, chart, &layout)?;
        let plot =
            Plot { room: layout.plot.grown(-2), lines, taken: &taken, radius: layout.radius, size: layout.letters };
        let names = place(&plot, &points);
        for (from, to) in names.iter().flatten().filter_map(|name| name.tie) {
            canvas.line(vec![from, to], 1, Ink::Soft, 0.7)?;
        }
        for (point, (spot, _)) in chart.points.iter().zip(&points) {
            match point.to_confirm {
                true => canvas.ring(*spot, layout.radius)?,
                false => canvas.dot(*spot, layout.radius)?,
            }
        }
        names.iter().flatten().try_for_each(|name| name.write(canvas, layout.letters))
    })
}

fn divided((low, high): (f64, f64), line: f64) -> Result<(), ChartError> {
    match [low, high, high - low, line].into_iter().find(|value| !value.is_finite()) {
        Some(value) => Err(ChartError::OutOfRange(value)),
        None if low >= high => Err(ChartError::Reversed { low, high }),
        None if !(low..=high).contains(&line) => Err(ChartError::OutOfRange(line)),
        None => Ok(()),
    }
}

fn axes(canvas: &Canvas, chart: &Matrix, layout: &Layout) -> Result<(), ChartError> {
    let Room { left, top, right, bottom } = layout.plot;
    let set = Type::new(layout.letters, Ink::Soft).side(Side::Center);
    let x = fit(&chart.x_label, layout.letters, false, right - left);
    let y = fit(&chart.y_label, layout.letters, false, bottom - top);
    canvas.text(&x, ((left + right) / 2, layout.size.1 - 7), set)?;
    canvas.text(&y, (layout.letters, (top + bottom) / 2), set.upwards())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{SEVEN, assert_well_formed, priorities};
    use super::*;

    #[test]
    fn seven_dimensions_are_all_named_and_doubtful_ones_hollow() {
        for narrow in [false, true] {
            let svg = matrix(&priorities(&SEVEN, narrow)).unwrap();
            assert_well_formed(&svg);
            assert_eq!(svg.matches("<circle").count(), 7);
            assert_eq!(svg.matches("fill=\"var(--card)\" stroke=\"var(--accent)\"").count(), 2);
            for (label, ..) in SEVEN {
                assert!(svg.contains(&format!(">{label}</text>")), "{label} in {svg}");
            }
        }
    }

    #[test]
    fn points_beyond_the_ranges_sit_on_the_edge() {
        let svg = matrix(&priorities(&[("Loin", 1e300, -1e300, false)], false)).unwrap();
        assert!(svg.contains("cx=\"590\" cy=\"384\""), "{svg}");
    }

    #[test]
    fn lines_on_the_edge_and_tiny_ranges_are_drawn() {
        let mut chart = priorities(&SEVEN, true);
        (chart.x_line, chart.y_line) = (0.2, 0.9);
        assert_well_formed(&matrix(&chart).unwrap());
        (chart.x_range, chart.x_line) = ((0.5, 0.5 + 1e-12), 0.5);
        assert_well_formed(&matrix(&chart).unwrap());
    }

    #[test]
    fn what_cannot_be_a_matrix_is_refused() {
        assert_eq!(matrix(&priorities(&[], false)), Err(ChartError::Empty));
        let many = [("x", 0.5, 0.5, false); 41];
        assert!(matches!(matrix(&priorities(&many, false)), Err(ChartError::Count { given: 41, .. })));
        for wrong in [f64::NAN, f64::INFINITY] {
            let points = [("x", 0.5, wrong, false)];
            assert!(matches!(matrix(&priorities(&points, false)), Err(ChartError::OutOfRange(_))));
            let mut chart = priorities(&SEVEN, false);
            chart.x_range.1 = wrong;
            assert!(matches!(matrix(&chart), Err(ChartError::OutOfRange(_))));
        }
        let mut chart = priorities(&SEVEN, false);
        chart.x_range = (1.0, 0.2);
        assert!(matches!(matrix(&chart), Err(ChartError::Reversed { .. })));
        let mut chart = priorities(&SEVEN, false);
        chart.y_line = 2.0;
        assert_eq!(matrix(&chart), Err(ChartError::OutOfRange(2.0)));
        let mut chart = priorities(&SEVEN, false);
        chart.x_range = (-f64::MAX, f64::MAX);
        assert!(matches!(matrix(&chart), Err(ChartError::OutOfRange(_))));
    }
}
