//! How many invited people could have given an answer, as far as the database tells: the smallest number for any row.

use std::collections::{BTreeMap, HashSet};

use super::report::Report;
use super::rows::is_over;
use super::store::{Crowd, Scene, Trace};
use crate::answering::{OTHER, OUTSIDE};
use crate::campaign::Campaign;
use crate::campaign::mirror::FEWEST;
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
            if let Some(fewest) = fewest {
                report.tell(named("audit-people").with("people", fewest));
                if fewest < i64::from(campaign.threshold) {
                    let say = named("audit-few-people").with("people", fewest);
                    report.found(say.with("threshold", campaign.threshold));
                }
            }
            if let Some((fewest, kept)) = fewest_of_a_team(scene, &of("mirrors")) {
                report.tell(named("audit-people-team").with("people", fewest));
                if fewest < i64::from(FEWEST) {
                    report.found(named("audit-few-people-team").with("people", fewest).with("threshold", FEWEST));
                }
                // The closing forgets fewer.
                if kept < i64::from(FEWEST) {
                    report.found(named("audit-few-sheets-team").with("sheets", kept).with("threshold", FEWEST));
                }
            }
        } else {
            let team = of("open_mirrors").into_iter().map(|row| flagged_of_team(scene, row)).min();
            if let Some(fewest) = team {
                report.tell(named("audit-people-team-waiting").with("people", fewest));
            }
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

/// The smallest team, its heads excepted, that these sheets of mirrors came from: those who were asked, and at least as
/// many as there are sheets, each of somebody else. And the fewest sheets kept of one, none where nobody was asked.
fn fewest_of_a_team(scene: &Scene, rows: &[&Trace]) -> Option<(i64, i64)> {
    let mut sheets: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    for row in rows {
        *sheets.entry((&row.campaign, &row.supplier)).or_default() += 1;
    }
    let asked = |(campaign, supplier): (&str, &str)| {
        let of = scene.teams.iter().find(|((id, code), _)| id.as_str() == campaign && code.as_str() == supplier);
        of.map(|(_, people)| i64::from(*people))
    };
    let people = sheets.iter().map(|(team, sheets)| asked(*team).unwrap_or(0).max(*sheets)).min()?;
    let kept = sheets.iter().map(|(team, sheets)| asked(*team).map_or(0, |_| *sheets)).min()?;
    Some((people, kept))
}

/// Flagged people of the team that a waiting sheet is of.
fn flagged_of_team(scene: &Scene, row: &Trace) -> usize {
    let flagged: HashSet<&str> = scene.rows("answered").iter().map(|flag| flag.key.as_str()).collect();
    let of_team = scene.invitations.iter().filter(|invitation| {
        let team = invitation.mirror.as_ref().is_some_and(|supplier| supplier.as_str() == row.supplier);
        team && invitation.campaign.as_str() == row.campaign && flagged.contains(invitation.id.as_str())
    });
    of_team.count()
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
