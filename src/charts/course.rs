//! How a share grew over the days of a campaign, beside those of earlier campaigns.

use super::canvas::{Plane, Side, Type, draw};
use super::ink::Ink;
use super::lettering::{fit, width};
use super::svg::Frame;
use super::{ChartError, count, share};

#[derive(Debug, Clone)]
pub struct Course {
    pub id: String,
    pub title: String,
    pub desc: String,
    pub x_label: String,
    /// One to three; the first is the one that matters, the others stand behind it.
    pub lines: Vec<CourseLine>,
    /// Days of the first on which something happened.
    pub marks: Vec<u32>,
    pub narrow: bool,
}

#[derive(Debug, Clone)]
pub struct CourseLine {
    pub label: String,
    /// Day, counted from 1, and share (0..=1), day by day.
    pub points: Vec<(u32, f64)>,
}

const LETTERS: i32 = 12;
/// More days than a campaign lasts.
const MOST_DAYS: u32 = 120;

/// Shows each course as a line over its days on a scale of 0 to 100, its name at its end, a dashed line at each mark. Refuses
/// no line or more than three, a line without points, shares outside 0..=1, and days beyond 120.
pub fn course(chart: &Course) -> Result<String, ChartError> {
    count(chart.lines.len(), 1, 3)?;
    let mut last = 1;
    for line in &chart.lines {
        count(line.points.len(), 1, MOST_DAYS as usize)?;
        for (day, value) in &line.points {
            share(*value)?;
            if !(1..=MOST_DAYS).contains(day) {
                return Err(ChartError::OutOfRange(f64::from(*day)));
            }
            last = last.max(*day);
        }
    }
    let (across, tall) = if chart.narrow { (288, 150) } else { (600, 190) };
    let named = |line: &CourseLine| fit(&line.label, LETTERS, false, 90);
    let names = chart.lines.iter().map(|line| width(&named(line), LETTERS, false)).max().unwrap_or(0);
    let (left, right, top, bottom) = (34, across - names - 12, 8, 8 + tall);
    let frame = Frame {
        id: &chart.id,
        title: &chart.title,
        desc: &chart.desc,
        size: (across, bottom + 38),
        narrow: chart.narrow,
        hints: ("", Vec::new()),
    };
    draw(&frame, |canvas| {
        let plane = Plane::new((0.0, f64::from(last)), (0.0, 1.0), (left, right), (bottom, top));
        for step in [0, 25, 50, 75, 100] {
            let y = plane.spot(0.0, f64::from(step) / 100.0).1;
            canvas.line(vec![(left, y), (right, y)], 1, Ink::Line, 1.0)?;
            canvas.text(&step.to_string(), (left - 6, y), Type::new(LETTERS, Ink::Soft).middle().side(Side::Right))?;
        }
        let every = (last / if chart.narrow { 5 } else { 10 } + 1) as usize;
        for day in (1..=last).step_by(every) {
            let x = plane.spot(f64::from(day), 0.0).0;
            canvas.text(&day.to_string(), (x, bottom + 17), Type::new(LETTERS, Ink::Soft).side(Side::Center))?;
        }
        let x_label = fit(&chart.x_label, LETTERS, false, right - left);
        canvas.text(&x_label, ((left + right) / 2, bottom + 33), Type::new(LETTERS, Ink::Soft).side(Side::Center))?;
        for mark in chart.marks.iter().filter(|mark| (1..=last).contains(*mark)) {
            let x = plane.spot(f64::from(*mark), 0.0).0;
            canvas.line(vec![(x, top), (x, bottom)], 1, Ink::Dashed, 1.0)?;
        }
        // The first is drawn last, over the others.
        let mut names: Vec<i32> = Vec::new();
        for (place, line) in chart.lines.iter().enumerate().rev() {
            let spots: Vec<_> = line.points.iter().map(|(day, value)| plane.spot(f64::from(*day), *value)).collect();
            let Some((x, y)) = spots.last().copied() else { continue };
            let (ink, wide) = if place == 0 { (Ink::Accent, 3) } else { (Ink::Soft, 1) };
            if spots.len() > 1 {
                canvas.line(spots, wide, ink, 1.0)?;
            }
            match place {
                0 => canvas.dot((x, y), 4)?,
                _ => canvas.ring((x, y), 3)?,
            }
            let set = Type::new(LETTERS, ink).middle();
            if place == 0 && chart.lines.len() > 1 {
                // Above its end, where the others' lines seldom are.
                let x = x.clamp(left + 24, right - 24);
                canvas.text(&named(line), (x, (y - 14).max(top + 4)), set.bold().side(Side::Center))?;
                continue;
            }
            // The others' in the margin; names that would cover each other move up.
            let mut at = y;
            while names.iter().any(|other| (other - at).abs() < LETTERS + 2) {
                at -= LETTERS + 2;
            }
            names.push(at);
            canvas.text(&named(line), (right + 8, at), if place == 0 { set.bold() } else { set })?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_well_formed, nasty};
    use super::*;

    fn chart(lines: Vec<CourseLine>) -> Course {
        let title = "Participation".to_owned();
        let x_label = "jours ouvrés".to_owned();
        Course { id: "c".to_owned(), title, desc: String::new(), x_label, lines, marks: vec![4, 99], narrow: false }
    }

    fn line(label: &str, points: &[(u32, f64)]) -> CourseLine {
        CourseLine { label: label.to_owned(), points: points.to_vec() }
    }

    #[test]
    fn the_campaign_of_today_stands_out_and_names_do_not_cover_each_other() {
        let lines = vec![
            line("T4 26", &[(1, 0.1), (5, 0.4)]),
            line("T3 26", &[(1, 0.1), (5, 0.4)]),
            line("T2 26", &[(3, 0.4)]),
        ];
        let svg = course(&chart(lines)).unwrap();
        assert_well_formed(&svg);
        assert_eq!((svg.matches("<circle").count(), svg.matches("stroke-dasharray").count()), (3, 1));
        let heights: std::collections::BTreeSet<&str> = svg
            .split("<text ")
            .filter(|text| text.contains(" 26</text>") && !text.contains("weight"))
            .filter_map(|text| text.split("y=\"").nth(1)?.split('"').next())
            .collect();
        assert_eq!(heights.len(), 2, "{svg}");
        for text in nasty() {
            assert_well_formed(&course(&Course { narrow: true, ..chart(vec![line(&text, &[(120, 1.0)])]) }).unwrap());
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        assert_eq!(course(&chart(Vec::new())), Err(ChartError::Empty));
        assert_eq!(course(&chart(vec![line("x", &[])])), Err(ChartError::Empty));
        assert!(matches!(course(&chart(vec![line("x", &[(0, 0.5)])])), Err(ChartError::OutOfRange(_))));
        assert!(matches!(course(&chart(vec![line("x", &[(1, 54.0)])])), Err(ChartError::OutOfRange(_))));
    }
}
