//! What is in each file, column by column. Refuses what the publication hides: a hidden figure is a row that says so
//! and nothing else. Rows keep one order, whatever the database sorts by.

use std::collections::BTreeMap;
use std::io::Write;

use super::profile::{Cell, Profile};
use crate::aggregation::store::{self as publications, ALL, Figure};
use crate::aggregation::weighting;
use crate::campaign::participation::{self, DayCount};
use crate::campaign::{Campaign, store as campaigns};
use crate::db::Conn;
use crate::db::ids::GroupCode;
use crate::error::{Error, Result};

pub const INDICATORS: [&str; 10] =
    ["campaign", "supplier", "group", "subject", "indicator", "value", "low", "high", "n", "shown"];
pub const PARTICIPATION: [&str; 7] = ["campaign", "group", "group_name", "day", "invited", "sendings", "shown"];

/// The tidy file: one row per published figure, by supplier, group (all clients first), subject, indicator. Holds one
/// supplier's figures in memory at a time.
pub fn indicators(conn: &mut Conn, campaign: &Campaign, profile: Profile, writer: impl Write) -> Result<()> {
    refuse_unpublished(campaign)?;
    let mut file = profile.begin(writer, &INDICATORS)?;
    for supplier in publications::published_suppliers(conn, &campaign.id)? {
        let figures = publications::published(conn, &campaign.id, &supplier)?;
        let tidy = |figure: &&Figure| !weighting::INDICATORS.contains(&figure.indicator.as_str());
        let mut list: Vec<&Figure> = figures.iter().filter(tidy).collect();
        list.sort_by_key(|figure| {
            (figure.client_group.0 != ALL, &figure.client_group, &figure.subject, &figure.indicator)
        });
        for figure in list {
            let number = |value: Option<f64>| value.filter(|_| figure.shown).map_or(Cell::Empty, Cell::Number);
            let word = figure.word.as_deref().filter(|_| figure.shown);
            file.row(&[
                Cell::Text(&campaign.code),
                Cell::Text(figure.supplier.as_str()),
                Cell::Text(figure.client_group.as_str()),
                Cell::Text(&figure.subject),
                Cell::Text(&figure.indicator),
                word.map_or(number(figure.value), Cell::Text),
                number(figure.low),
                number(figure.high),
                figure.n.filter(|_| figure.shown).map_or(Cell::Empty, Cell::Count),
                yes(figure.shown),
            ])?;
        }
    }
    file.end()
}

/// How many had sent something by each day, for everybody and by client group: everybody first, then by group and day.
pub fn participation(conn: &mut Conn, campaign: &Campaign, profile: Profile, writer: impl Write) -> Result<()> {
    refuse_unpublished(campaign)?;
    let names: BTreeMap<GroupCode, String> =
        campaigns::client_groups(conn, &campaign.id)?.into_iter().map(|group| (group.code, group.name)).collect();
    let counts = participation::days(conn, &campaign.id)?;
    let mut rows: Vec<(&DayCount, bool)> =
        counts.chunk_by(|one, next| one.day == next.day).flat_map(with_shown).collect();
    rows.sort_by_key(|(count, _)| (count.client_group.0 != ALL, &count.client_group, count.day));
    let mut file = profile.begin(writer, &PARTICIPATION)?;
    for (count, shown) in rows {
        file.row(&[
            Cell::Text(&campaign.code),
            Cell::Text(count.client_group.as_str()),
            Cell::Text(names.get(&count.client_group).map_or("", String::as_str)),
            Cell::Text(&count.day.to_string()),
            Cell::Count(count.invited),
            if shown { Cell::Count(count.sendings) } else { Cell::Empty },
            yes(shown),
        ])?;
    }
    file.end()
}

/// The counts of one day, each with whether it may be shown; the total stands under the same rule, by itself.
fn with_shown(day: &[DayCount]) -> Vec<(&DayCount, bool)> {
    let part = |total: bool| {
        participation::shown(
            day.iter()
                .filter(move |count| (count.client_group.0 == ALL) == total)
                .map(|count| (&count.client_group, count.invited, count.sendings)),
        )
    };
    let (total, groups) = (part(true), part(false));
    day.iter()
        .map(|count| (count, total.contains(&count.client_group) || groups.contains(&count.client_group)))
        .collect()
}

fn yes(shown: bool) -> Cell<'static> {
    Cell::Text(if shown { "yes" } else { "no" })
}

fn refuse_unpublished(campaign: &Campaign) -> Result<()> {
    if campaign.is_published() { Ok(()) } else { Err(Error::NotFound) }
}
