//! What befell services since the wave before, with what was announced of it: one row for each announcement, or one for an
//! event of which nothing was.

use std::collections::BTreeSet;

use super::profile::{Cell, Rows};
use crate::campaign::{Campaign, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::progress::store::events::{self, Announcement};

pub const COLUMNS: [&str; 12] = [
    "campaign",
    "event",
    "supplier",
    "day",
    "words",
    "account",
    "lesson",
    "announced_on",
    "announcement",
    "audience",
    "medium",
    "told_by",
];

/// The day after which an event belongs to this wave: the closing of the one before, or a quarter before its opening.
fn since(conn: &mut Conn, campaign: &Campaign) -> Result<Day> {
    let waves = campaigns::published(conn)?;
    let place = waves.iter().position(|one| one.id == campaign.id).unwrap_or_default();
    let before = place.checked_sub(1).and_then(|place| waves.get(place));
    Ok(before.map_or(campaign.opens_on.plus_months(-3), |before| before.closes_on))
}

pub fn write(conn: &mut Conn, campaign: &Campaign, rows: &mut impl Rows) -> Result<()> {
    let asked: BTreeSet<SupplierCode> =
        campaigns::campaign_suppliers(conn, &campaign.id)?.into_iter().map(|row| row.supplier).collect();
    let since = since(conn, campaign)?;
    let mut list = events::all(conn)?;
    list.retain(|event| event.day > since && event.day <= campaign.closes_on);
    list.retain(|event| event.supplier.as_ref().is_none_or(|supplier| asked.contains(supplier)));
    for event in list.iter().rev() {
        let announced = events::announced(conn, &event.id)?;
        let of = |told: Option<&Announcement>| {
            let text = |field: fn(&Announcement) -> &String| told.map_or("", |told| field(told).as_str()).to_owned();
            (
                told.map_or(Cell::Empty, |told| Cell::Day(told.day)),
                [text(|one| &one.words), text(|one| &one.audience), text(|one| &one.medium), text(|one| &one.told_by)],
            )
        };
        let told: Vec<_> = announced.iter().map(Some).map(of).collect();
        let told = if told.is_empty() { vec![of(None)] } else { told };
        for (day, [words, audience, medium, told_by]) in told {
            rows.row(&[
                Cell::Text(&campaign.code),
                Cell::Text(&event.id),
                Cell::Text(event.supplier.as_ref().map_or("*", SupplierCode::as_str)),
                Cell::Day(event.day),
                Cell::Text(&event.words),
                Cell::Text(&event.account),
                Cell::Text(&event.lesson),
                day,
                Cell::Text(&words),
                Cell::Text(&audience),
                Cell::Text(&medium),
                Cell::Text(&told_by),
            ])?;
        }
    }
    Ok(())
}
