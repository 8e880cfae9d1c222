//! The overall question weighted for non-response: each client group counts as many times as it has people. Only where
//! that could matter and gives nobody away: no group is hidden, and rates differ.

use std::collections::BTreeMap;

use super::decisions::Decisions;

use super::figure::ALL;
use super::figure::Release;
use super::indicators::{Reading, Sheet};
use super::statistics::{Group, weighted, weighting_offered};
use super::tally::Tally;
use crate::db::ids::GroupCode;
use crate::questionnaire::{OVERALL, Question};

/// What is published beyond the tidy file.
pub const INDICATORS: [&str; 2] = ["weighted_mean", "weighted_satisfied"];

/// Writes `weighted_mean` and `weighted_satisfied` of the overall question for all clients, where they are offered.
/// They stay on the detail page: the tidy file has no name for them.
pub fn write(
    sheet: &mut Sheet<'_>,
    questions: &[Question],
    tally: &Tally,
    proposed: &BTreeMap<GroupCode, i32>,
    decisions: &Decisions,
) {
    let Some(place) = questions.iter().position(|question| question.code == OVERALL) else { return };
    let Some((lo, hi)) = questions.get(place).and_then(Question::range) else { return };
    let answered = tally.groups.iter().filter(|(_, group)| group.responses > 0);
    // A label without proposals is `other`, or sheets about an added service: somebody is hidden.
    let all_shown = answered
        .clone()
        .all(|(code, _)| proposed.contains_key(code) && decisions.shows(code.as_str(), OVERALL, Release::Levels));
    if !all_shown || !decisions.shows(ALL, OVERALL, Release::Levels) {
        return;
    }
    let people = |code: &GroupCode| proposed.get(code).and_then(|people| u32::try_from(*people).ok()).unwrap_or(0);
    let rates: Vec<(u32, u32)> =
        proposed.keys().map(|code| (tally.groups.get(code).map_or(0, |g| g.responses), people(code))).collect();
    if !weighting_offered(&rates) {
        return;
    }
    let groups: Vec<Group> = answered
        .filter_map(|(code, group)| {
            let values = &group.question(place).values;
            let (mean, n) = (values.mean()?, values.n());
            let share = values.top2(lo, hi).map(|top| f64::from(top) / f64::from(n));
            Some(Group { answers: n, people: people(code), mean, share })
        })
        .collect();
    let Some(found) = weighted(&groups) else { return };
    let n = groups.iter().map(|group| group.answers).sum();
    sheet.show(ALL, OVERALL, "weighted_mean", Reading::of(Some(found.mean), n));
    if let Some(share) = found.share {
        sheet.show(ALL, OVERALL, "weighted_satisfied", Reading::of(Some(share), n));
    }
}
