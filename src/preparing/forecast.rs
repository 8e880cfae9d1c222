//! The launch forecast: what each head would see at 40, 60 and 80 % participation, by the rule of the publication run
//! on expected counts. Knows headcounts only; unanimity and gaps in single questions cannot be foreseen.

use std::collections::{BTreeMap, BTreeSet};

use crate::aggregation::disclosure::{Cell, Outcome, Reason, run};
use crate::aggregation::released::releases_rows;
use crate::campaign::pages::follow::Closing;
use crate::campaign::pages::launch::{Extent, Forecast, Outlook};
use crate::campaign::participation::DayCount;
use crate::campaign::roll::{Guest, PROPOSED};
use crate::campaign::{Campaign, participation, store};
use crate::db::Conn;
use crate::db::ids::GroupCode;
use crate::error::Result;
use crate::render::Language;

/// The participations looked at, in percent.
pub const PERCENTS: [u32; 3] = [40, 60, 80];

/// The forecast of every supplier of `campaign`, were `guests` invited.
pub fn of(conn: &mut Conn, campaign: &Campaign, guests: &[Guest], language: Language) -> Result<Vec<Forecast>> {
    let names: BTreeMap<GroupCode, String> =
        store::client_groups(conn, &campaign.id)?.into_iter().map(|group| (group.code, group.name)).collect();
    let mut list = Vec::new();
    for (row, supplier) in store::services(conn, &campaign.id)? {
        let mut people: BTreeMap<&GroupCode, f64> = BTreeMap::new();
        for guest in guests.iter().filter(|guest| guest.served_by.contains(&row.supplier)) {
            *people.entry(&guest.group).or_default() += share(guest.served_by.len());
        }
        list.push(Forecast {
            supplier: supplier.name(language).to_owned(),
            groups: people.len(),
            at: PERCENTS.iter().map(|percent| at(campaign, &people, &names, *percent)).collect(),
        });
    }
    Ok(list)
}

/// At one participation of everybody.
fn at(
    campaign: &Campaign,
    people: &BTreeMap<&GroupCode, f64>,
    names: &BTreeMap<GroupCode, String>,
    percent: u32,
) -> Outlook {
    outlook(campaign, people, names, percent, |_| f64::from(percent) / 100.0)
}

/// The chance that a supplier is among those proposed to somebody whom `served` suppliers serve: 1, or 4 / served.
fn share(served: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
    (number(PROPOSED) / number(served.max(1))).min(1.0)
}

/// What closing an open campaign now would show, by the last count of participation: a group whose rate may not be shown
/// is taken to answer as everybody does, and nothing is known before the total may be.
pub fn of_today(conn: &mut Conn, campaign: &Campaign, language: Language) -> Result<Closing> {
    let counts = participation::latest(conn, &campaign.id)?;
    let total = counts.iter().find(|count| count.is_total()).filter(|total| total.may_be_shown());
    let of_groups = || counts.iter().filter(|count| !count.is_total());
    let shown = participation::shown(of_groups().map(|one| (&one.client_group, one.invited, one.sendings)));
    let rate = |count: &DayCount| f64::from(count.sendings) / f64::from(count.invited.max(1));
    let rates: BTreeMap<&GroupCode, f64> = of_groups()
        .filter(|count| shown.contains(&count.client_group))
        .map(|count| (&count.client_group, rate(count)))
        .collect();
    let usual = total.map_or(0.0, rate);
    let names: BTreeMap<GroupCode, String> =
        store::client_groups(conn, &campaign.id)?.into_iter().map(|group| (group.code, group.name)).collect();
    let mut services = Vec::new();
    for (row, supplier) in store::services(conn, &campaign.id)? {
        let proposed = store::proposed_people(conn, &campaign.id, &row.supplier)?;
        let people: BTreeMap<&GroupCode, f64> =
            proposed.iter().map(|(group, people)| (group, f64::from(*people))).collect();
        let at = outlook(campaign, &people, &names, 0, |group| rates.get(group).copied().unwrap_or(usual));
        services.push(Forecast { supplier: supplier.name(language).to_owned(), groups: people.len(), at: vec![at] });
    }
    let hidden = |one: &&Forecast| one.at.iter().all(|outlook| outlook.total == Extent::Hidden);
    let bare: Vec<String> = services.iter().filter(hidden).map(|one| one.supplier.clone()).collect();
    Ok(Closing {
        day: total.map(|total| total.day),
        sendings: total.map_or(0, |total| total.sendings),
        invited: total.map_or(0, |total| total.invited),
        nothing: bare.len() == services.len(),
        bare,
        services,
    })
}

fn outlook(
    campaign: &Campaign,
    people: &BTreeMap<&GroupCode, f64>,
    names: &BTreeMap<GroupCode, String>,
    percent: u32,
    rate: impl Fn(&GroupCode) -> f64,
) -> Outlook {
    let counted: Vec<(&GroupCode, u32, u32)> =
        people.iter().map(|(group, people)| (*group, nearest(people * rate(group)), nearest(*people))).collect();
    let threshold = |least: i32| u32::try_from(least).unwrap_or(u32::MAX);
    let value = decided(&counted, threshold(campaign.threshold), None);
    let levels = decided(&counted, threshold(campaign.levels_threshold), Some(&value));
    let responses: u32 = counted.iter().map(|(_, n, _)| n).sum();
    let no_groups = releases_rows(campaign, responses);
    let shown = |outcome: &Outcome| -> BTreeSet<&GroupCode> {
        people.keys().copied().filter(|group| !no_groups && outcome.shows(group.as_str())).collect()
    };
    let (with_value, with_levels) = (shown(&value), shown(&levels));
    let name = |group: &GroupCode| names.get(group).unwrap_or(&group.0).clone();
    let mut hidden: Vec<String> =
        people.keys().copied().filter(|group| !no_groups && !with_value.contains(group)).map(name).collect();
    hidden.sort();
    Outlook {
        percent,
        total: match (value.total, levels.total) {
            (Some(_), _) => Extent::Hidden,
            (None, Some(_)) => Extent::Value,
            (None, None) => Extent::Everything,
        },
        values: with_value.len(),
        levels: with_levels.len(),
        hidden,
        no_groups,
    }
}

/// One run over the campaign, starting from what the run `before` hides: as the publication decides.
fn decided(counted: &[(&GroupCode, u32, u32)], threshold: u32, before: Option<&Outcome>) -> Outcome {
    let cells: Vec<Cell<'_>> = counted
        .iter()
        .map(|(group, n, could_answer)| Cell {
            group: group.as_str(),
            n: *n,
            values: None,
            full: Some(n >= could_answer),
            barred: before
                .is_some_and(|outcome| outcome.hidden.contains_key(group.as_str()))
                .then_some(Reason::HiddenBefore),
        })
        .collect();
    let mut outcome = run(&cells, threshold);
    if before.is_some_and(|outcome| outcome.total.is_some()) {
        outcome.total = Some(Reason::HiddenBefore);
    }
    outcome
}

/// The nearest whole number of people.
fn nearest(people: f64) -> u32 {
    format!("{:.0}", people.max(0.0).round()).parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Day;

    fn at(sizes: &[(&str, f64)], percent: u32, row_level: bool) -> Outlook {
        let day = Day(chrono::NaiveDate::MIN);
        let campaign = Campaign { row_level, ..Campaign::draft("0c".into(), "2026-Q1".to_owned(), day) };
        let codes: Vec<(GroupCode, f64)> = sizes.iter().map(|(code, people)| ((*code).into(), *people)).collect();
        let people = codes.iter().map(|(code, people)| (code, *people)).collect();
        super::at(&campaign, &people, &BTreeMap::new(), percent)
    }

    #[test]
    fn groups_appear_as_participation_rises() {
        let sizes = [("a", 30.0), ("b", 20.0), ("c", 12.0), ("d", 9.0)];
        let low = at(&sizes, 40, false);
        // 12, 8, 5, 4: d alone would be hidden, so the next smallest goes with it.
        assert_eq!((low.total, low.values, low.levels), (Extent::Everything, 2, 1));
        assert_eq!(low.hidden, ["c", "d"]);
        let high = at(&sizes, 80, false);
        assert_eq!((high.values, high.levels, high.hidden.len()), (4, 2, 0));
    }

    #[test]
    fn few_people_are_a_total_or_nothing() {
        assert_eq!(at(&[("a", 10.0)], 40, false).total, Extent::Hidden);
        assert_eq!(at(&[("a", 10.0)], 60, false).total, Extent::Value);
        assert_eq!(at(&[], 60, false).total, Extent::Hidden);
    }

    #[test]
    fn a_file_of_the_answers_takes_the_groups_away() {
        let sizes = [("a", 40.0), ("b", 30.0)];
        assert_eq!(at(&sizes, 40, true).values, 2, "28 responses make no file");
        let high = at(&sizes, 60, true);
        assert!(high.no_groups && high.values == 0 && high.hidden.is_empty() && high.total == Extent::Everything);
    }

    #[test]
    fn at_most_four_services_are_proposed() {
        assert!((share(3) - 1.0).abs() < 1e-12 && (share(8) - 0.5).abs() < 1e-12);
    }
}
