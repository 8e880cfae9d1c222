//! The decisions of one supplier in one campaign: which groups, for the campaign and for each question, at which of
//! the two releases. Made once at closing from what was collected, then stored.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::disclosure::{Cell, Outcome, Reason, run};
use super::released::releases_rows;
use super::store::ALL;
use super::tally::{GroupTally, Tally};
use crate::answering::OUTSIDE;
use crate::campaign::Campaign;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::db::schema::decisions;
use crate::questionnaire::Question;

crate::words!(
    /// What a decision releases: means and shares, or everything else.
    Release { Value = "value", Levels = "levels" }
);

/// The subject of the run over the whole campaign.
pub const CAMPAIGN: &str = "*";

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = decisions, treat_none_as_default_value = false)]
pub struct Decision {
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub client_group: GroupCode,
    /// A question code, or `*` for the campaign's run.
    pub subject: String,
    pub release: Release,
    pub shown: bool,
    /// Empty when shown.
    pub reason: String,
}

/// Decides for one supplier. `proposed` is to how many people of each group it was proposed.
pub fn decide(
    campaign: &Campaign,
    supplier: &SupplierCode,
    questions: &[Question],
    tally: &Tally,
    proposed: &BTreeMap<GroupCode, i32>,
) -> Vec<Decision> {
    let mut list = Vec::new();
    let k = u32::try_from(campaign.threshold).unwrap_or(u32::MAX);
    let levels = u32::try_from(campaign.levels_threshold).unwrap_or(u32::MAX);
    let rows_leave = releases_rows(campaign, tally.groups.values().map(|group| group.responses).sum());
    let runner = Runner { tally, proposed, rows_leave };
    let mut write = |subject: &str, release: Release, outcome: &Outcome| {
        let row = |group: &str, reason: Option<Reason>| Decision {
            campaign: campaign.id.clone(),
            supplier: supplier.clone(),
            client_group: group.into(),
            subject: subject.to_owned(),
            release,
            shown: reason.is_none(),
            reason: reason.map_or("", Reason::as_str).to_owned(),
        };
        list.push(row(ALL, outcome.total));
        for group in tally.groups.keys().chain(proposed.keys().filter(|code| !tally.groups.contains_key(code))) {
            list.push(row(group.as_str(), outcome.hidden.get(group.as_str()).copied()));
        }
    };
    let campaign_value = runner.run(None, k, &[]);
    let campaign_levels = runner.run(None, levels, &[&campaign_value]);
    write(CAMPAIGN, Release::Value, &campaign_value);
    write(CAMPAIGN, Release::Levels, &campaign_levels);
    for question in questions.iter().filter(|question| question.is_closed()) {
        let value = runner.run(Some(question), k, &[&campaign_value]);
        let finer = runner.run(Some(question), levels, &[&campaign_levels, &value]);
        write(&question.code, Release::Value, &value);
        write(&question.code, Release::Levels, &finer);
    }
    list
}

struct Runner<'a> {
    tally: &'a Tally,
    proposed: &'a BTreeMap<GroupCode, i32>,
    /// The answers are handed out in a file: no group is shown beside them.
    rows_leave: bool,
}

impl Runner<'_> {
    /// One run, starting from what the runs before it hide.
    fn run(&self, question: Option<&Question>, threshold: u32, before: &[&Outcome]) -> Outcome {
        let none = GroupTally::default();
        let codes = self.tally.groups.keys().chain(self.proposed.keys().filter(|c| !self.tally.groups.contains_key(c)));
        let counted: Vec<(&GroupCode, u32, Option<super::tally::QuestionTally>, u32)> = codes
            .map(|code| {
                let group = self.tally.groups.get(code).unwrap_or(&none);
                let people = self.proposed.get(code).copied().and_then(|p| u32::try_from(p).ok()).unwrap_or(0);
                let could_answer = people.saturating_sub(group.no_contacts);
                match question {
                    None => (code, group.responses, None, could_answer),
                    Some(question) => {
                        let counts = group.question(&question.code);
                        (code, counts.n(), Some(counts), could_answer)
                    }
                }
            })
            .collect();
        let on_scale = question.is_some_and(|question| question.range().is_some());
        let cells: Vec<Cell<'_>> = counted
            .iter()
            .map(|(code, n, counts, could_answer)| Cell {
                group: code.as_str(),
                n: *n,
                values: counts.as_ref().filter(|_| on_scale).map(|counts| &counts.values),
                could_answer: *could_answer,
                barred: if code.as_str() == OUTSIDE {
                    Some(Reason::Outside)
                } else if self.rows_leave {
                    Some(Reason::RowLevel)
                } else {
                    before.iter().any(|o| o.hidden.contains_key(code.as_str())).then_some(Reason::HiddenBefore)
                },
            })
            .collect();
        let mut outcome = run(&cells, threshold);
        if before.iter().any(|outcome| outcome.total.is_some()) {
            outcome.total = Some(Reason::HiddenBefore);
        }
        outcome
    }
}

/// Stored decisions, asked one by one.
#[derive(Debug, Clone, Default)]
pub struct Decisions(BTreeMap<(String, String, Release), bool>);

impl Decisions {
    pub fn new(list: &[Decision]) -> Self {
        let key = |d: &Decision| (d.client_group.0.clone(), d.subject.clone(), d.release);
        Self(list.iter().map(|decision| (key(decision), decision.shown)).collect())
    }

    /// May this be shown? What was never decided is not.
    pub fn shows(&self, group: &str, subject: &str, release: Release) -> bool {
        self.0.get(&(group.to_owned(), subject.to_owned(), release)).copied().unwrap_or(false)
    }

    /// The groups decided about, shown or not, without `*` and those who count in none.
    pub fn groups(&self) -> Vec<String> {
        let mut codes: Vec<String> =
            self.0.keys().map(|(group, _, _)| group.clone()).filter(|g| g != ALL && g != OUTSIDE).collect();
        codes.dedup();
        codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Day;
    use crate::questionnaire::{Answer, bank};

    #[test]
    fn beside_a_file_of_the_answers_no_group_is_shown_and_the_total_is() {
        let question = bank::question("overall").expect("in the bank").clone();
        let mut tally = Tally::default();
        for number in 0..40 {
            let group = if number % 2 == 0 { "a" } else { "b" };
            let answers = BTreeMap::from([("overall".to_owned(), Answer::Value(1 + number % 5))]);
            tally.add(group.into(), &answers, std::slice::from_ref(&question));
        }
        let plain = Campaign::draft("c".into(), "2026-Q1".to_owned(), Day::parse("2026-01-05").expect("a day"));
        let with = Campaign { row_level: true, row_level_to: "x".to_owned(), ..plain.clone() };
        let people = BTreeMap::from([("a".into(), 100), ("b".into(), 100)]);
        let decided =
            |campaign: &Campaign| decide(campaign, &"it".into(), std::slice::from_ref(&question), &tally, &people);
        assert!(decided(&plain).iter().all(|decision| decision.shown));
        for decision in decided(&with) {
            let expected = if decision.client_group.0 == ALL { "" } else { "row_level" };
            assert_eq!(decision.reason, expected, "{decision:?}");
        }
    }
}
