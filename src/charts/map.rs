//! Services in rows, client groups in columns, one share in each cell: which group says what of which service.

use super::canvas::{Canvas, Side, Spot, Type, draw};
use super::ink::Ink;
use super::lettering::fit;
use super::svg::Frame;
use super::{ChartError, count};

#[derive(Debug, Clone)]
pub struct Map {
    pub id: String,
    pub title: String,
    pub desc: String,
    /// One to sixteen, each with a cell in every row.
    pub columns: Vec<String>,
    /// One to forty.
    pub rows: Vec<MapRow>,
}

#[derive(Debug, Clone)]
pub struct MapRow {
    pub label: String,
    pub cells: Vec<MapCell>,
}

/// One cell; an empty one has no words.
#[derive(Debug, Clone, Default)]
pub struct MapCell {
    /// The share as the reader writes it, or that it is not shown; nothing where there is no relation.
    pub text: String,
    /// On how many answers, under it.
    pub note: String,
    /// On which side of the line its whole interval lies; a sign says it besides the tint, for print in grey.
    pub side: Option<bool>,
}

const LABELS: i32 = 168;
const HEAD: i32 = 204;
const WIDTH: i32 = 62;
const HEIGHT: i32 = 38;
const LETTERS: i32 = 13;
const NOTES: i32 = 11;
pub const MOST_COLUMNS: usize = 16;
pub const MOST_ROWS: usize = 40;

/// Draws the cells, tinted where a side is given. Refuses no row or column, more than it has room for, and rows with
/// another number of cells than there are columns.
pub fn map(chart: &Map) -> Result<String, ChartError> {
    count(chart.columns.len(), 1, MOST_COLUMNS)?;
    count(chart.rows.len(), 1, MOST_ROWS)?;
    for row in &chart.rows {
        count(row.cells.len(), chart.columns.len(), chart.columns.len())?;
    }
    let along = |number: usize, step: i32| i32::try_from(number).unwrap_or(0).saturating_mul(step);
    let (right, bottom) = (LABELS + along(chart.columns.len(), WIDTH), HEAD + along(chart.rows.len(), HEIGHT));
    let frame = Frame {
        id: &chart.id,
        title: &chart.title,
        desc: &chart.desc,
        size: (right + 2, bottom + 2),
        narrow: false,
        hints: ("", Vec::new()),
    };
    draw(&frame, |canvas| {
        for (place, label) in chart.columns.iter().enumerate() {
            let x = LABELS + along(place, WIDTH) + WIDTH / 2;
            let set = Type::new(LETTERS, Ink::Text).middle().upwards();
            canvas.text(&fit(label, LETTERS, false, HEAD - 12), (x, HEAD - 6), set)?;
        }
        for (place, row) in chart.rows.iter().enumerate() {
            let top = HEAD + along(place, HEIGHT);
            let set = Type::new(LETTERS, Ink::Text).bold().middle();
            canvas.text(&fit(&row.label, LETTERS, true, LABELS - 10), (0, top + HEIGHT / 2), set)?;
            for (column, cell) in row.cells.iter().enumerate() {
                self::cell(canvas, cell, (LABELS + along(column, WIDTH), top))?;
            }
        }
        for place in 0..=chart.rows.len() {
            let y = HEAD + along(place, HEIGHT);
            canvas.line(vec![(0, y), (right, y)], 1, Ink::Line, 1.0)?;
        }
        for place in 0..=chart.columns.len() {
            let x = LABELS + along(place, WIDTH);
            canvas.line(vec![(x, HEAD), (x, bottom)], 1, Ink::Line, 1.0)?;
        }
        Ok(())
    })
}

fn cell(canvas: &Canvas<'_>, cell: &MapCell, (left, top): Spot) -> Result<(), ChartError> {
    let middle = left + WIDTH / 2;
    if let Some(high) = cell.side {
        let ink = if high { Ink::Tint } else { Ink::AttentionTint };
        canvas.rect((left, top), (left + WIDTH, top + HEIGHT), ink, 1.0)?;
    }
    let sign = match cell.side {
        Some(true) => "+ ",
        Some(false) => "− ",
        None => "",
    };
    let plain = cell.note.is_empty();
    let text = fit(&format!("{sign}{}", cell.text), LETTERS, !plain, WIDTH - 4);
    let set = Type::new(LETTERS, if plain { Ink::Soft } else { Ink::Text }).side(Side::Center).middle();
    let set = if plain { set } else { set.bold() };
    canvas.text(&text, (middle, if plain { top + HEIGHT / 2 } else { top + 13 }), set)?;
    let set = Type::new(NOTES, Ink::Soft).side(Side::Center).middle();
    canvas.text(&fit(&cell.note, NOTES, false, WIDTH - 4), (middle, top + 28), set)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_well_formed, nasty};
    use super::*;

    fn chart(columns: usize, rows: usize) -> Map {
        let cell = |n: usize| MapCell {
            text: if n.is_multiple_of(4) { String::new() } else { "62 %".to_owned() },
            note: if n.is_multiple_of(2) { String::new() } else { "n = 23".to_owned() },
            side: [None, Some(true), Some(false)][n % 3],
        };
        Map {
            id: "map".to_owned(),
            title: "Carte".to_owned(),
            desc: String::new(),
            columns: (0..columns).map(|n| format!("Groupe {n}")).collect(),
            rows: (0..rows)
                .map(|n| MapRow { label: format!("Service {n}"), cells: (0..columns).map(cell).collect() })
                .collect(),
        }
    }

    #[test]
    fn every_size_it_takes_is_drawn_and_no_other() {
        for (columns, rows) in [(1, 1), (6, 6), (MOST_COLUMNS, MOST_ROWS)] {
            assert_well_formed(&map(&chart(columns, rows)).expect("a map"));
        }
        for (columns, rows) in [(0, 1), (1, 0), (MOST_COLUMNS + 1, 1), (1, MOST_ROWS + 1)] {
            assert!(map(&chart(columns, rows)).is_err(), "{columns} × {rows}");
        }
        let mut uneven = chart(3, 2);
        uneven.rows[1].cells.pop();
        assert!(map(&uneven).is_err());
    }

    #[test]
    fn any_words_stay_within() {
        for words in nasty() {
            let mut odd = chart(2, 1);
            odd.columns = vec![words.clone(), words.clone()];
            odd.rows[0].label = words.clone();
            odd.rows[0].cells[1].text = words;
            assert_well_formed(&map(&odd).expect("a map"));
        }
    }

    #[test]
    fn a_side_is_said_without_its_colour() {
        let svg = map(&chart(6, 1)).expect("a map");
        assert!(svg.contains("+ 62") && svg.contains("− 62"), "{svg}");
    }
}
