//! How many invited people could have given an answer, as far as the database tells: the smallest number for any row.

use std::collections::BTreeMap;

use super::report::Report;
use super::rows::is_over;
use super::store::{Crowd, Scene, Trace};
use crate::answering::{OTHER, OUTSIDE};
use crate::campaign::Campaign;
use crate::error::Say;

pub fn look(scene: &Scene, report: &mut Report) {
    for campaign in scene.campaigns.iter().filter(|campaign| !campaign.imported) {
        let named = |key| Say::new(key).with("campaign", &campaign.code);
        let of = |table: &str| {
            scene.rows(table).iter().filter(|row| row.campaign == campaign.id.as_str()).collect::<Vec<_>>()
        };
        if is_over(campaign) {
            let rows = [of("responses"), of("comments")].concat();
            let mut sheets: BTreeMap<Kind<'_>, i64> = BTreeMap::new();
            for row in of("responses") {
                *sheets.entry(kind(row)).or_default() += 1;
            }
            let number = |row: &Trace| sheets.get(&kind(row)).copied().unwrap_or_default();
            let fewest = rows.iter().map(|row| after_closing(scene, campaign, row).fewest(number(row))).min();
            let Some(fewest) = fewest else { continue };
            report.tell(named("audit-people").with("people", fewest));
            if fewest < i64::from(campaign.threshold) {
                report.found(named("audit-few-people").with("people", fewest).with("threshold", campaign.threshold));
            }
        } else {
            let rows = [of("open_responses"), of("open_comments")].concat();
            for (sealed, key) in [(true, "audit-people-sealed"), (false, "audit-people-waiting")] {
                let rows = rows.iter().filter(|row| row.is_sealed() == sealed);
                if let Some(fewest) = rows.map(|row| while_open(scene, row)).min() {
                    report.tell(named(key).with("people", fewest));
                }
            }
        }
    }
}

/// The service of a row, its group, and whether it says "no dealings": sheets alike in these are of as many people.
type Kind<'a> = (&'a str, &'a str, bool);

fn kind(row: &Trace) -> Kind<'_> {
    (&row.supplier, &row.client_group, row.kind == "none")
}

/// Flagged people of the row's group that are sealed as it is; for a row outside any group, all flagged ones.
fn while_open(scene: &Scene, row: &Trace) -> usize {
    let same = |flag: &&Trace| {
        flag.campaign == row.campaign
            && (row.client_group == OUTSIDE
                || (flag.client_group == row.client_group && flag.is_sealed() == row.is_sealed()))
    };
    scene.rows("answered").iter().filter(same).count()
}

/// Invited people of the row's group. `other`: those of all groups hidden for this service, and of those it does not
/// serve, whose answers count outside. A sheet without group: all to whom the service was proposed.
fn after_closing(scene: &Scene, campaign: &Campaign, row: &Trace) -> Crowd {
    let hidden = scene.hidden.get(&campaign.id);
    let proposed = |group: &str| -> Crowd {
        let own = scene.proposed.iter().filter(|((id, supplier, code), _)| {
            let same = *id == campaign.id && supplier.as_str() == row.supplier;
            same && (group.is_empty() || code.as_str() == group)
        });
        own.map(|(_, people)| *people).sum()
    };
    if row.kind == "none" {
        return proposed(&row.client_group);
    }
    let fits = |group: &str| {
        let is_hidden = hidden.is_some_and(|list| {
            list.iter().any(|(supplier, code)| supplier.as_str() == row.supplier && code.as_str() == group)
        });
        if row.client_group == OTHER { is_hidden || proposed(group).all() == 0 } else { row.client_group == group }
    };
    let own = scene.invited.iter().filter(|((id, group), _)| *id == campaign.id && fits(group.as_str()));
    own.map(|(_, people)| *people).sum()
}
