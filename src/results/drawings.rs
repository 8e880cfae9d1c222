//! From published figures to the charts of the quarter page. A chart that cannot be drawn leaves its table.

use std::collections::BTreeSet;

use crate::aggregation::figure::ALL;
use crate::aggregation::store::Published;
use crate::charts::{
    self, Distribution, IntervalLine, Matrix, MatrixPoint, Part, ShareRow, Shares, Size, Standing, Standings, Trend,
    TrendPoint,
};
use crate::error::Say;
use crate::questionnaire::Question;
use crate::render::{Language, figures, words};

use super::rows::{
    DimensionRow, GroupRate, MapCell as Cell, MapColumn as Column, MapLine as Row, MirrorLine, MirrorSide, Share,
    StandingRow, WavePoint,
};

fn words(language: Language, key: &'static str) -> String {
    words::say(language, &Say::new(key))
}

fn drawn(name: &str, svg: Result<String, charts::ChartError>) -> Option<String> {
    svg.map_err(|fault| tracing::error!(chart = name, %fault, "a chart could not be drawn")).ok()
}

/// The map as a picture: all clients first, then the groups; none where it has no room for them.
pub fn map(columns: &[Column], rows: &[Row], totals: bool, language: Language) -> Option<String> {
    if columns.len() + 1 > charts::MOST_COLUMNS || rows.len() > charts::MOST_ROWS || rows.is_empty() {
        return None;
    }
    let cell = |cell: &Cell| match (cell.served, &cell.share) {
        (false, _) => charts::MapCell::default(),
        (true, None) => charts::MapCell { text: words(language, "map-hidden"), ..charts::MapCell::default() },
        (true, Some(share)) => charts::MapCell {
            text: figures::percent(language, share.value),
            note: format!("n = {}", share.n),
            side: cell.side.map(|side| side == "high"),
        },
    };
    let whole = totals.then(|| words(language, "map-all")).into_iter();
    let rows = rows.iter().map(|row| charts::MapRow {
        label: row.name.clone(),
        cells: totals.then_some(&row.whole).into_iter().chain(&row.cells).map(cell).collect(),
    });
    let chart = charts::Map {
        id: "map".to_owned(),
        title: words(language, "map-title"),
        desc: words(language, "map-desc"),
        columns: whole.chain(columns.iter().map(|column| column.name.clone())).collect(),
        rows: rows.collect(),
    };
    drawn("map", charts::map(&chart))
}

/// How the answers to a question spread: label, share, count; empty when levels are not shown.
pub fn distribution_rows(published: &Published, question: &Question, language: Language) -> Vec<(String, f64, u32)> {
    let Some((lo, hi)) = question.range() else { return Vec::new() };
    let labels = question.scale_labels(language);
    let counts: Option<Vec<(i32, u32)>> = (lo..=hi)
        .map(|value| {
            let figure = published.get(ALL, &question.code, &format!("count_{value}")).filter(|figure| figure.shown)?;
            Some((value, format!("{:.0}", figure.value?).parse().ok()?))
        })
        .collect();
    let Some(counts) = counts else { return Vec::new() };
    let all: u32 = counts.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return Vec::new();
    }
    counts
        .into_iter()
        .map(|(value, count)| {
            let label =
                labels.iter().find(|(at, _)| *at == value).map_or_else(|| value.to_string(), |(_, l)| l.clone());
            (label, f64::from(count) / f64::from(all), count)
        })
        .collect()
}

/// The same as one bar, for a list of questions; none where there are more answers than it has room for.
pub fn question_bar(question: &Question, rows: &[(String, f64, u32)], language: Language) -> Option<String> {
    if !(2..=11).contains(&rows.len()) {
        return None;
    }
    bar(&format!("bar-{}", question.code), question.text(language).to_owned(), rows, language, false, false)
}

pub fn distribution(rows: &[(String, f64, u32)], language: Language, narrow: bool, ends: bool) -> Option<String> {
    let id = if narrow { "distribution-narrow" } else { "distribution" };
    bar(id, words(language, "quarter-distribution"), rows, language, narrow, ends)
}

fn bar(
    id: &str,
    title: String,
    rows: &[(String, f64, u32)],
    language: Language,
    narrow: bool,
    ends: bool,
) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let parts = rows
        .iter()
        .map(|(label, share, _)| Part { label: label.clone(), share: *share, text: figures::percent(language, *share) })
        .collect::<Vec<_>>();
    let desc = parts.iter().map(|part| format!("{} {}", part.label, part.text)).collect::<Vec<_>>().join(", ");
    drawn(id, charts::distribution(&Distribution { id: id.to_owned(), title, desc, parts, narrow, ends }))
}

pub fn line(place: usize, name: &str, share: &Share, language: Language) -> Option<String> {
    drawn(
        "dimension",
        charts::interval_line(&IntervalLine {
            id: format!("dimension-{place}"),
            title: format!("{name} : {}", figures::percent(language, share.value)),
            desc: String::new(),
            share: share.value,
            low: share.low,
            high: share.high,
        }),
    )
}

/// All dimensions in one picture, for those who take it away; on the page each is a row of a table.
pub fn dimensions(rows: &[DimensionRow], language: Language) -> Option<String> {
    let text = |share: &Share| {
        let value = figures::percent(language, share.value);
        match share.low.zip(share.high) {
            Some((low, high)) => {
                format!("{value}  {}–{}", figures::rounded(low * 100.0, 0), figures::rounded(high * 100.0, 0))
            }
            None => value,
        }
    };
    let rows: Vec<ShareRow> = rows
        .iter()
        .map(|row| ShareRow {
            label: row.name.clone(),
            share: row.satisfied.as_ref().map(|share| share.value),
            low: row.satisfied.as_ref().and_then(|share| share.low),
            high: row.satisfied.as_ref().and_then(|share| share.high),
            before: None,
            text: row.satisfied.as_ref().map_or_else(|| words(language, "hidden-short"), text),
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let desc = rows.iter().map(|row| format!("{} : {}", row.label, row.text)).collect::<Vec<_>>().join(", ");
    let title = words(language, "quarter-dimensions");
    drawn(
        "dimensions",
        charts::shares(&Shares {
            id: "dimensions".to_owned(),
            title,
            desc,
            rows,
            axis: charts::hundred(),
            narrow: false,
        }),
    )
}

pub fn trend(points: &[WavePoint], language: Language, narrow: bool) -> Option<String> {
    if points.iter().filter(|point| point.share.is_some()).count() < 2 {
        return None;
    }
    let breaks =
        points.iter().enumerate().filter(|(_, point)| point.broken.is_some()).map(|(place, _)| place).collect();
    let (id, size) = if narrow { ("trend-narrow", Size::Narrow) } else { ("trend", Size::Wide) };
    trend_of(id, words(language, "quarter-trend"), points, breaks, size, language)
}

/// One of several trends side by side or below each other, of a service; the line breaks before each of `breaks`.
pub fn small_trend(
    place: usize,
    name: &str,
    points: &[WavePoint],
    breaks: &[usize],
    size: Size,
    language: Language,
) -> Option<String> {
    if points.iter().all(|point| point.share.is_none()) {
        return None;
    }
    let id = format!("{}-{place}", if size == Size::Shape { "shape" } else { "trend" });
    trend_of(&id, name.to_owned(), points, breaks.to_vec(), size, language)
}

/// The latest marks on a trend; the rest stand below it.
const MARKED: usize = 8;

fn trend_of(
    id: &str,
    title: String,
    points: &[WavePoint],
    breaks: Vec<usize>,
    size: Size,
    language: Language,
) -> Option<String> {
    let list: Vec<TrendPoint> = points
        .iter()
        .map(|point| TrendPoint {
            label: words::wave_short(language, &point.code),
            value: point.share.as_ref().map(|share| share.value),
            low: point.share.as_ref().and_then(|share| share.low),
            high: point.share.as_ref().and_then(|share| share.high),
            text: point.share.as_ref().map(|share| figures::percent(language, share.value)).unwrap_or_default(),
        })
        .collect();
    let desc = list
        .iter()
        .filter(|point| !point.text.is_empty())
        .map(|point| format!("{} : {}", point.label, point.text))
        .collect::<Vec<_>>()
        .join(", ");
    let id = id.to_owned();
    // Side by side there is room for the mark alone; its words stand below.
    let words = |event: &String| if size == Size::Small { String::new() } else { event.clone() };
    let marked = points.iter().enumerate().flat_map(|(place, point)| point.events.iter().map(move |one| (place, one)));
    let mut events: Vec<(usize, String)> = match size {
        Size::Shape => Vec::new(),
        _ => marked.map(|(place, event)| (place, words(event))).collect(),
    };
    let events = events.split_off(events.len().saturating_sub(MARKED));
    drawn("trend", charts::trend(&Trend { id, title, desc, points: list, breaks, events, size }))
}

/// Services against chance: means of the core questions drawn towards each other, by the number of answers.
pub fn standings(rows: &[StandingRow], language: Language, narrow: bool) -> Option<String> {
    let point = |row: &StandingRow| Standing {
        label: row.name.clone(),
        n: u32::try_from(row.n).unwrap_or(0),
        mean: row.mean,
        apart: row.standing != "within",
    };
    let say = |row: &StandingRow| {
        let mean = figures::decimal(language, row.mean, 1);
        format!("{} : {mean}, {}", row.name, words::say(language, &Say::new("chart-source-n").with("n", row.n)))
    };
    drawn(
        "standings",
        charts::standings(&Standings {
            id: if narrow { "standings-narrow" } else { "standings" }.to_owned(),
            title: words(language, "overview-standings"),
            desc: rows.iter().map(say).collect::<Vec<_>>().join(" ; "),
            x_label: words(language, "overview-standings-x"),
            y_label: words(language, "overview-standings-y"),
            range: (1.0, 5.0),
            points: rows.iter().map(point).collect(),
            narrow,
        }),
    )
}

/// How many of each client group sent something, a hollow dot for the wave before.
pub fn participation(rows: &[GroupRate], language: Language, narrow: bool) -> Option<String> {
    let row = |row: &GroupRate| ShareRow {
        label: row.name.clone(),
        share: row.rate,
        low: None,
        high: None,
        before: row.rate.and(row.before),
        text: row.rate.map_or_else(|| words(language, "hidden-short"), |rate| figures::percent(language, rate)),
    };
    let rows: Vec<ShareRow> = rows.iter().map(row).collect();
    let desc = rows.iter().map(|row| format!("{} : {}", row.label, row.text)).collect::<Vec<_>>().join(", ");
    let title = words(language, "overview-participation");
    let id = if narrow { "participation-narrow" } else { "participation" }.to_owned();
    drawn("participation", charts::shares(&Shares { id, title, desc, rows, axis: charts::hundred(), narrow }))
}

/// What a team thinks its clients say, each subject a dot, and a hollow one for what they say.
pub fn mirror(rows: &[MirrorLine], language: Language, narrow: bool) -> Option<String> {
    let decimal = |value: f64| figures::decimal(language, value, 1);
    let text = |row: &MirrorLine, team: &MirrorSide| match row.clients {
        Some(clients) => format!("{} / {}", decimal(team.mean), decimal(clients)),
        None => decimal(team.mean),
    };
    let rows: Vec<(&MirrorLine, &MirrorSide)> = rows.iter().filter_map(|row| Some((row, row.team.as_ref()?))).collect();
    let scales: BTreeSet<(i32, i32)> = rows.iter().map(|(row, _)| (row.lo, row.hi)).collect();
    let axis = match scales.iter().next() {
        Some((lo, hi)) if scales.len() == 1 => {
            let step = |value: i32| (f64::from(value - lo) / f64::from(hi - lo), value.to_string());
            (*lo..=*hi).map(step).collect()
        }
        _ => Vec::new(),
    };
    let desc = |(row, team): &(&MirrorLine, &MirrorSide)| format!("{} : {}", row.name, text(row, team));
    let desc = rows.iter().map(desc).collect::<Vec<_>>().join(", ");
    let drawn_rows = rows.iter().map(|(row, team)| ShareRow {
        label: row.name.clone(),
        share: Some(team.place),
        low: None,
        high: None,
        before: team.clients,
        text: text(row, team),
    });
    let rows: Vec<ShareRow> = drawn_rows.collect();
    if rows.is_empty() {
        return None;
    }
    let title = words(language, "mirror-chart");
    let id = if narrow { "mirror-narrow" } else { "mirror" }.to_owned();
    drawn("mirror", charts::shares(&Shares { id, title, desc, rows, axis, narrow }))
}

pub fn matrix(rows: &[DimensionRow], by_choice: bool, line: f64, language: Language, narrow: bool) -> Option<String> {
    let points: Vec<MatrixPoint> = rows
        .iter()
        .filter(|row| row.quadrant.is_some())
        .filter_map(|row| {
            Some(MatrixPoint {
                label: row.name.clone(),
                x: row.on_five?,
                y: row.importance?,
                to_confirm: row.quadrant.as_deref() == Some("to_confirm"),
            })
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let y_range = if by_choice { (0.0, 1.0) } else { (1.0, 5.0) };
    let y_line = line.clamp(y_range.0, y_range.1);
    let desc = points.iter().map(|point| point.label.clone()).collect::<Vec<_>>().join(", ");
    drawn(
        "matrix",
        charts::matrix(&Matrix {
            id: "matrix".to_owned(),
            title: words(language, "quarter-matrix"),
            desc,
            x_label: words(language, "quarter-matrix-x"),
            y_label: words(language, "quarter-matrix-y"),
            x_range: (1.0, 5.0),
            y_range,
            x_line: 3.5,
            y_line,
            quadrants: [
                "quadrant-act_first",
                "quadrant-maintain",
                "quadrant-secondary",
                "quadrant-unexpected_strength",
            ]
            .map(|key| words(language, key)),
            points,
            narrow,
        }),
    )
}
