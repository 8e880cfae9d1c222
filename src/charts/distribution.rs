//! How the answers are spread: one stacked bar, from the least to the most satisfied.

use super::canvas::{Side, Type, draw};
use super::ink::{Ink, satisfaction};
use super::lettering::{clean, fit, width};
use super::svg::Frame;
use super::{ChartError, count, share};

#[derive(Debug, Clone)]
pub struct Distribution {
    pub id: String,
    pub title: String,
    pub desc: String,
    /// Two to eleven parts, the least satisfied first.
    pub parts: Vec<Part>,
    pub narrow: bool,
    /// Names the first and the last part below the bar; on a page the text around it does.
    pub ends: bool,
}

#[derive(Debug, Clone)]
pub struct Part {
    pub label: String,
    /// 0..=1.
    pub share: f64,
    /// The share as the reader writes it ("42 %"), printed on the part.
    pub text: String,
}

const HEIGHT: i32 = 40;
/// Room for the names of both ends, and their size.
const ENDS: i32 = 28;
const LETTERS: i32 = 14;
const GAP: i32 = 2;
/// A figure is set in the largest of these that its part has room for.
const SIZES: [i32; 3] = [14, 12, 11];

/// Shows the parts of a whole as one bar, each part in its place on the satisfaction scale with its figure
/// on it. A part too narrow for its figure goes without (the table has it), an empty part leaves no
/// trace. Shares that rounding keeps from adding up to one still fill the bar. Refuses fewer than 2 or
/// more than 11 parts, a share outside 0..=1, and parts that are all empty.
pub fn distribution(chart: &Distribution) -> Result<String, ChartError> {
    count(chart.parts.len(), 2, 11)?;
    let mut total = 0.0;
    for part in &chart.parts {
        total += share(part.share)?;
    }
    if total <= 0.0 {
        return Err(ChartError::Empty);
    }
    let across = if chart.narrow { 288 } else { 600 };
    let shown = || chart.parts.iter().filter(|part| part.share > 0.0);
    let hints = shown().map(|part| format!("{} · {}", part.label, part.text)).collect();
    let frame = Frame {
        id: &chart.id,
        title: &chart.title,
        desc: &chart.desc,
        size: (across, HEIGHT + if chart.ends { ENDS } else { 0 }),
        narrow: chart.narrow,
        hints: ("rect", hints),
    };
    draw(&frame, |canvas| {
        let (mut before, last) = (0.0, shown().count().saturating_sub(1));
        let mut drawn = 0;
        for (index, part) in chart.parts.iter().enumerate() {
            if part.share <= 0.0 {
                continue;
            }
            let at = |share: f64| (share / total * f64::from(across)).round() as i32;
            let from = at(before);
            before += part.share;
            let gap = if drawn == last { 0 } else { GAP };
            // A sliver stays visible: one person out of a thousand did answer so.
            let to = (at(before) - gap).max(from + 1);
            drawn += 1;
            let (fill, on) = satisfaction(index, chart.parts.len());
            canvas.rect((from, 0), (to, HEIGHT), fill, 1.0)?;
            let figure = clean(&part.text);
            let fits = |size: &i32| width(&figure, *size, true) + 2 <= to - from;
            if let Some(size) = SIZES.into_iter().find(fits) {
                let set = Type::new(size, on).bold().middle().side(Side::Center);
                canvas.text(&figure, ((from + to) / 2, HEIGHT / 2), set)?;
            }
        }
        let name = |part: Option<&Part>| fit(part.map_or("", |part| &part.label), LETTERS, false, across / 2 - 8);
        let set = Type::new(LETTERS, Ink::Soft);
        if chart.ends {
            canvas.text(&name(chart.parts.first()), (0, HEIGHT + ENDS - 6), set)?;
            canvas.text(&name(chart.parts.last()), (across, HEIGHT + ENDS - 6), set.side(Side::Right))?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_well_formed, spread};
    use super::*;

    #[test]
    fn five_parts_print_their_figures_from_worst_to_best() {
        let svg = distribution(&spread(&[0.05, 0.12, 0.21, 0.42, 0.20], false)).unwrap();
        assert_well_formed(&svg);
        let at = |text: &str| svg.find(text).unwrap_or_else(|| panic!("{text} in {svg}"));
        assert!(at("--s1") < at("--s2") && at("--s2") < at("--s3") && at("--s4") < at("--s5"));
        for figure in [">5\u{a0}%<", ">12\u{a0}%<", ">42\u{a0}%<"] {
            at(figure);
        }
    }

    #[test]
    fn the_bar_is_filled_whatever_rounding_left() {
        for shares in [&[0.33, 0.33, 0.33][..], &[0.5, 0.52], &[0.0, 1.0], &[0.001, 0.999]] {
            let svg = distribution(&spread(shares, true)).unwrap();
            let rect = svg.rsplit("<rect ").next().unwrap();
            let number = |key: &str| -> i32 {
                let value = rect.split(&format!("{key}=\"")).nth(1).unwrap();
                value.split('"').next().unwrap().parse().unwrap()
            };
            assert_eq!(number("x") + number("width"), 288, "{shares:?}");
        }
    }

    #[test]
    fn narrow_parts_go_without_a_figure_and_empty_ones_without_a_trace() {
        let svg = distribution(&spread(&[0.004, 0.0, 0.996], false)).unwrap();
        assert_eq!((svg.matches("<rect").count(), svg.matches("<text").count()), (2, 1));
    }

    #[test]
    fn both_ends_are_named_where_nothing_else_does() {
        let svg = distribution(&Distribution { ends: true, ..spread(&[0.5, 0.5], false) }).unwrap();
        assert_well_formed(&svg);
        assert_eq!(svg.matches("<text").count(), 4);
    }

    #[test]
    fn what_is_not_a_whole_is_refused() {
        let refused = |shares: &[f64]| distribution(&spread(shares, false)).unwrap_err();
        assert_eq!(refused(&[]), ChartError::Empty);
        assert_eq!(refused(&[0.0, 0.0]), ChartError::Empty);
        assert!(matches!(refused(&[1.0]), ChartError::Count { given: 1, .. }));
        assert!(matches!(refused(&[0.1; 12]), ChartError::Count { given: 12, .. }));
        for wrong in [f64::NAN, f64::INFINITY, -0.1, 42.0] {
            assert!(matches!(refused(&[0.5, wrong]), ChartError::OutOfRange(_)));
        }
    }
}
