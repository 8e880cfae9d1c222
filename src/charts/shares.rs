//! Named shares, one below the other on one axis, each with its interval and, if there is one, the value it is compared
//! with: that of the time before, or what others say.

use super::canvas::{Plane, Side, Type, draw};
use super::ink::Ink;
use super::lettering::{fit, width};
use super::svg::Frame;
use super::{ChartError, count, interval, share};

#[derive(Debug, Clone)]
pub struct Shares {
    pub id: String,
    pub title: String,
    pub desc: String,
    /// One to sixty, in the order given.
    pub rows: Vec<ShareRow>,
    /// What the axis says where: [`hundred`], or the points of a scale whose values are carried to 0..=1.
    pub axis: Vec<(f64, String)>,
    /// Each name stands above its line.
    pub narrow: bool,
}

#[derive(Debug, Clone)]
pub struct ShareRow {
    pub label: String,
    /// 0..=1; none leaves the row with its words alone.
    pub share: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// What it is compared with.
    pub before: Option<f64>,
    /// What stands beside: the share as the reader writes it, or why there is none.
    pub text: String,
}

const LETTERS: i32 = 14;
const AXIS: i32 = 12;
const RADIUS: i32 = 6;

/// The axis of shares: from 0 to 100.
pub fn hundred() -> Vec<(f64, String)> {
    [0, 25, 50, 75, 100].map(|step| (f64::from(step) / 100.0, step.to_string())).to_vec()
}

/// Shows each share as a dot on the bar of its interval, a hollow dot at what it is compared with. Refuses no row or more
/// than 60, shares and marks of the axis outside 0..=1, crossed intervals.
pub fn shares(chart: &Shares) -> Result<String, ChartError> {
    count(chart.rows.len(), 1, 60)?;
    let mut values = Vec::new();
    for row in &chart.rows {
        let before = row.before.map(share).transpose()?;
        values.push((row.share.map(share).transpose()?, interval(row.low, row.high)?, before));
    }
    let axis = chart.axis.iter().map(|(place, text)| Ok((share(*place)?, text))).collect::<Result<Vec<_>, _>>()?;
    let widest = |texts: &mut dyn Iterator<Item = &str>, most: i32| {
        texts.map(|text| width(&fit(text, LETTERS, false, most), LETTERS, false)).max().unwrap_or(0)
    };
    // Height of a row, and how far under its top its line and its name are.
    let (across, tall, line, name) = if chart.narrow { (288, 46, 32, 10) } else { (600, 34, 17, 17) };
    let most = if chart.narrow { across } else { 230 };
    let labels = widest(&mut chart.rows.iter().map(|row| row.label.as_str()), most);
    let texts = widest(&mut chart.rows.iter().map(|row| row.text.as_str()), if chart.narrow { 110 } else { 150 });
    let beside = if chart.narrow { 0 } else { labels + 14 };
    let (left, right) = (beside + RADIUS, across - texts - 14 - RADIUS);
    let bottom = chart.rows.iter().fold(4, |y, _| y + tall);
    let frame = Frame {
        id: &chart.id,
        title: &chart.title,
        desc: &chart.desc,
        size: (across, bottom + 24),
        narrow: chart.narrow,
        hints: ("", Vec::new()),
    };
    draw(&frame, |canvas| {
        let plane = Plane::new((0.0, 1.0), (0.0, 1.0), (left, right), (bottom, 0));
        let at = |value: f64| plane.spot(value, 0.5).0;
        for (place, text) in &axis {
            let x = at(*place);
            let is_middle = (place - 0.5).abs() < f64::EPSILON;
            canvas.line(vec![(x, 4), (x, bottom)], if is_middle { 2 } else { 1 }, Ink::Line, 1.0)?;
            let set = Type::new(AXIS, Ink::Soft).side(Side::Center);
            canvas.text(text, (x, bottom + 18), set)?;
        }
        let mut top = 4 - tall;
        for (row, (value, ends, before)) in chart.rows.iter().zip(&values) {
            top += tall;
            let middle = top + line;
            let set = Type::new(LETTERS, Ink::Text).middle();
            canvas.text(&fit(&row.label, LETTERS, false, labels), (0, top + name), set)?;
            if let Some((low, high)) = ends {
                canvas.line(vec![(at(*low), middle), (at(*high), middle)], 5, Ink::Accent, 0.35)?;
            }
            if let Some(before) = before {
                canvas.ring((at(*before), middle), RADIUS - 1)?;
            }
            if let Some(value) = value {
                canvas.dot((at(*value), middle), RADIUS)?;
            }
            let ink = if value.is_some() { Ink::Text } else { Ink::Soft };
            let set = Type::new(LETTERS, ink).middle();
            canvas.text(&fit(&row.text, LETTERS, false, texts), (right + RADIUS + 14, middle), set)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_well_formed, nasty};
    use super::*;

    fn row(label: &str, share: Option<f64>) -> ShareRow {
        let (low, high) = (share.map(|share| share / 2.0), share);
        ShareRow { label: label.to_owned(), share, low, high, before: share, text: "62 %".to_owned() }
    }

    fn chart(rows: Vec<ShareRow>) -> Shares {
        Shares {
            id: "shares".to_owned(),
            title: "Parts".to_owned(),
            desc: String::new(),
            rows,
            axis: hundred(),
            narrow: false,
        }
    }

    #[test]
    fn each_share_has_its_dot_and_what_it_was_before_is_hollow() {
        let svg = shares(&chart(vec![row("Écoute", Some(1.0)), row("Délai", None)])).unwrap();
        assert_well_formed(&svg);
        assert_eq!(svg.matches("<circle").count(), 2);
        assert_eq!(svg.matches("fill=\"var(--card)\"").count(), 1);
        assert!(svg.contains(">Délai</text>"));
        for (text, narrow) in nasty().into_iter().flat_map(|text| [(text.clone(), false), (text, true)]) {
            let chart = Shares { narrow, ..chart(vec![row(&text, Some(0.5)); 60]) };
            assert_well_formed(&shares(&chart).unwrap());
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        assert_eq!(shares(&chart(Vec::new())), Err(ChartError::Empty));
        assert!(matches!(shares(&chart(vec![row("x", None); 61])), Err(ChartError::Count { .. })));
        assert!(matches!(shares(&chart(vec![row("x", Some(62.0))])), Err(ChartError::OutOfRange(_))));
        let crossed = ShareRow { low: Some(0.6), high: Some(0.4), ..row("x", Some(0.5)) };
        assert!(matches!(shares(&chart(vec![crossed])), Err(ChartError::Reversed { .. })));
    }
}
