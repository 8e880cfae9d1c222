//! Sealed rows as whoever has the database sees them: their keys, their order, the transactions that wrote them. And
//! what should be gone.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::report::Report;
use super::store::{Scene, Trace};
use crate::campaign::{Campaign, State};
use crate::error::Say;

/// Fewer rows than this say nothing about their order.
const FEWEST: usize = 30;
/// How many standard deviations of chance a correlation of ranks may show: exceeded by chance 6 times in a million.
const BOUND: f64 = 4.5;
/// The table of who answered: its keys are those of invitations.
const MARKS: &str = "answered";
/// The tables whose rows lie in the order of their keys.
const IN_ORDER: [&str; 3] = ["comments", "mirrors", "responses"];
/// The tables of answers of open campaigns.
const OPEN: [&str; 3] = ["open_responses", "open_comments", "open_mirrors"];
/// How far the share of keys up to one may lie from what chance gives, times the square root of their number
/// (Kolmogorov's distribution): exceeded by chance 6 times in a million.
const UNEVEN: f64 = 2.52;

/// Has the closing seal of this campaign run?
pub fn is_over(campaign: &Campaign) -> bool {
    matches!(campaign.stage.as_str(), "sealed" | "published" | "done")
}

pub fn look(scene: &Scene, report: &mut Report) {
    keys(scene, report);
    for (table, rows) in &scene.traces {
        let mut by_campaign: BTreeMap<&str, Vec<&Trace>> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.is_sealed()) {
            by_campaign.entry(&row.campaign).or_default().push(row);
        }
        for (id, rows) in by_campaign {
            let Some(campaign) = scene.campaign(id).filter(|campaign| !campaign.imported) else { continue };
            let named = |key| Say::new(key).with("table", table).with("campaign", &campaign.code);
            if let Some(r) = correlation(&rows) {
                report.tell(named("audit-order").with("rows", rows.len()).with("r", format!("{r:.2}")));
                let spread = number(rows.len()).sqrt();
                // Sheets are written, and comments redacted, in the order of their keys. That order is chance where the
                // keys are; keys made of a time or a count lie close together.
                if *table != MARKS && !are_even(&rows) {
                    report.found(named("audit-uneven"));
                }
                if r.abs() > BOUND / spread && !IN_ORDER.contains(table) {
                    report.found(named("audit-ordered").with("r", format!("{r:.2}")));
                }
            }
            // A moderator's work writes comments anew, one by one and long after: that tells nothing.
            let writers: BTreeSet<&str> = rows.iter().map(|row| row.written_by.as_str()).collect();
            if !matches!(*table, "comments" | "released_rows") && writers.len() > 1 && !scene.under_way {
                report.found(named("audit-writers").with("writers", writers.len()));
            }
        }
    }
    gone(scene, report);
}

/// Keys of answers are 128 random bits, each its own.
fn keys(scene: &Scene, report: &mut Report) {
    let (mut seen, mut heads, mut count) = (BTreeSet::new(), BTreeSet::new(), 0_usize);
    for (table, rows) in scene.traces.iter().filter(|(table, _)| **table != MARKS) {
        let shaped = |key: &str| key.len() == 22 && key.bytes().all(is_key_byte);
        let odd = rows.iter().filter(|row| !shaped(&row.key)).count();
        if odd > 0 {
            report.found(Say::new("audit-odd-keys").with("table", table).with("rows", odd));
        }
        for row in rows {
            count += 1;
            seen.insert(&row.key);
            heads.insert(row.key.get(..8).unwrap_or_default());
        }
    }
    report.tell(Say::new("audit-keys").with("rows", count));
    if seen.len() < count {
        report.found(Say::new("audit-equal-keys").with("rows", count - seen.len()));
    } else if heads.len() < count {
        // 48 bits: two of a million random keys begin alike once in five hundred databases.
        report.found(Say::new("audit-alike-keys").with("rows", count - heads.len()));
    }
}

pub fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Are the keys spread over all that keys can be, as chance spreads them? Kolmogorov's test on their first eight
/// characters.
fn are_even(rows: &[&Trace]) -> bool {
    let mut places: Vec<f64> = rows
        .iter()
        .filter_map(|row| URL_SAFE_NO_PAD.decode(row.key.get(..8)?).ok())
        .map(|bytes| bytes.iter().rev().fold(0.0, |after, byte| (f64::from(*byte) + after) / 256.0))
        .collect();
    places.sort_by(f64::total_cmp);
    let n = number(places.len());
    let far = |(rank, place): (usize, &f64)| (number(rank + 1) / n - place).max(place - number(rank) / n);
    places.iter().enumerate().map(far).fold(0.0, f64::max) * n.sqrt() <= UNEVEN
}

/// How well the order of keys tells the order of rows: Spearman's correlation of ranks, from 30 rows on.
fn correlation(rows: &[&Trace]) -> Option<f64> {
    if rows.len() < FEWEST {
        return None;
    }
    let mut sorted: Vec<(usize, &str)> = rows.iter().map(|row| row.key.as_str()).enumerate().collect();
    sorted.sort_by_key(|(_, key)| *key);
    let n = number(rows.len());
    let apart: f64 = sorted.iter().enumerate().map(|(rank, (place, _))| (number(rank) - number(*place)).powi(2)).sum();
    Some(1.0 - 6.0 * apart / (n * (n * n - 1.0)))
}

/// What a closed campaign must no longer have, and what waits in an open one.
fn gone(scene: &Scene, report: &mut Report) {
    for campaign in &scene.campaigns {
        let named = |key| Say::new(key).with("campaign", &campaign.code);
        let of = |table| scene.rows(table).iter().filter(|row| row.campaign == campaign.id.as_str());
        let left = of("answered").count() + OPEN.iter().map(|table| of(table).count()).sum::<usize>();
        if is_over(campaign) {
            if left > 0 {
                report.found(named("audit-not-gone").with("rows", left));
            }
            if scene.reminders.iter().any(|id| id == campaign.id.as_str()) {
                report.found(named("audit-reminders"));
            }
        } else if left > 0 {
            let rows = OPEN.iter().flat_map(|table| of(table));
            let (mut sealed, mut waiting) = (0_usize, 0_usize);
            rows.for_each(|row| if row.is_sealed() { sealed += 1 } else { waiting += 1 });
            let text = named("audit-open").with("sealed", sealed).with("waiting", waiting);
            report.tell(text.with("flags", of("answered").count()));
        }
    }
    let lost = scene.rows("answered").iter().filter(|row| row.campaign.is_empty()).count();
    if lost > 0 {
        report.found(Say::new("audit-lost-flags").with("rows", lost));
    }
    if scene.under_way {
        report.tell(Say::new("audit-under-way"));
    }
    let collecting = |campaign: &Campaign| matches!(campaign.state, State::Open | State::Closed);
    if !scene.campaigns.iter().any(collecting) {
        for table in &scene.roomy {
            report.found(Say::new("audit-roomy").with("table", table));
        }
    }
}
