//! The table that people read: one service a row, one figure a column, in their language and rounded as on the page.

use super::profile::{Cell, Rows};
use crate::campaign::Campaign;
use crate::db::Conn;
use crate::error::{Result, Say};
use crate::render::{Language, words};
use crate::results::overview::{self, Grid};

/// All services of a wave.
pub fn read(conn: &mut Conn, campaign: &Campaign, language: Language) -> Result<Grid> {
    Grid::read(conn, campaign, language, |_| true)
}

const BEFORE: [&str; 8] = [
    "table-service",
    "table-favourable",
    "table-low",
    "table-high",
    "table-change",
    "table-mean",
    "table-answers",
    "table-participation",
];

pub fn heads(grid: &Grid, language: Language) -> Vec<String> {
    let said = BEFORE.map(|key| words::say(language, &Say::new(key)));
    let of = |name: &String| words::say(language, &Say::new("table-of").with("dimension", name));
    said.into_iter().chain(grid.dimensions.iter().map(|dimension| of(&dimension.name))).collect()
}

pub fn write(grid: &Grid, language: Language, rows: &mut impl Rows) -> Result<()> {
    let say = |key: &'static str| words::say(language, &Say::new(key));
    let (hidden, not_asked) = (say("hidden-short"), say("overview-not-asked"));
    for row in &grid.rows {
        let end = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Share);
        let overall = row.overall.share.as_ref();
        let change = row.overall.change.as_deref().map(|word| words::say(language, &change_words(word)));
        let mut cells = vec![
            Cell::Text(&row.name),
            share(&row.overall, &hidden, &not_asked),
            end(overall.and_then(|share| share.low)),
            end(overall.and_then(|share| share.high)),
            change.as_deref().map_or(Cell::Empty, Cell::Text),
            row.mean.map_or(Cell::Empty, Cell::Mean),
            row.responses.map_or(Cell::Text(&hidden), Cell::Count),
            row.rate.map_or(Cell::Empty, Cell::Share),
        ];
        cells.extend(row.cells.iter().map(|cell| share(cell, &hidden, &not_asked)));
        rows.row(&cells)?;
    }
    Ok(())
}

fn share<'a>(cell: &overview::Cell, hidden: &'a str, not_asked: &'a str) -> Cell<'a> {
    match (&cell.share, cell.asked) {
        (Some(share), _) => Cell::Share(share.value),
        (None, true) => Cell::Text(hidden),
        (None, false) => Cell::Text(not_asked),
    }
}

/// The verdict as the page says it.
fn change_words(word: &str) -> Say {
    Say::new(match word {
        "up" => "change-up",
        "down" => "change-down",
        "slight" => "change-short-slight",
        "too_few" => "change-short-too_few",
        "not_comparable" => "change-short-not_comparable",
        _ => "change-short-not_shown",
    })
}
