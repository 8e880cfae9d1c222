//! Decides for one campaign: for each supplier which groups, for the campaign and for each question, at which of the two
//! releases; then which branches of the unit tree and which totals over several suppliers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::branches::Branch;
use super::decisions::Collected;
use super::disclosure::{Cell, Outcome, Reason, reason, run};
use super::figure::{ALL, CAMPAIGN, Decision, Release};
use super::released::releases_rows;
use super::statistics::Histogram;
use super::tally::GroupTally;
use super::unions::{Part, Tables};
use crate::answering::OUTSIDE;
use crate::campaign::Campaign;
use crate::db::ids::GroupCode;
use crate::questionnaire::Question;

/// What a run is about: the campaign, or one question, with the smallest number of answers that may be shown.
#[derive(Clone, Copy)]
struct Run<'a> {
    /// The question and its place; none for the campaign.
    question: Option<(usize, &'a Question)>,
    release: Release,
    threshold: u32,
}

impl<'a> Run<'a> {
    fn subject(&self) -> &'a str {
        self.question.map_or(CAMPAIGN, |(_, question)| question.code.as_str())
    }

    /// n of one group, and its values where the question is on a scale.
    fn counts<'t>(&self, group: &'t GroupTally) -> (u32, Option<Cow<'t, Histogram>>) {
        let Some((place, question)) = self.question else { return (group.responses, None) };
        let counts = group.question(place);
        let n = counts.n();
        let values = match counts {
            Cow::Borrowed(counts) => Cow::Borrowed(&counts.values),
            Cow::Owned(counts) => Cow::Owned(counts.values),
        };
        (n, question.range().map(|_| values))
    }
}

/// The runs of one supplier, each after those it starts from: first the campaign, then each closed question; values
/// before levels.
fn runs<'a>(campaign: &Campaign, questions: &'a [Question]) -> Vec<Run<'a>> {
    let least = |threshold: i32| u32::try_from(threshold).unwrap_or(u32::MAX);
    let closed = questions.iter().enumerate().filter(|(_, question)| question.is_closed());
    let subjects = std::iter::once(None).chain(closed.map(Some));
    let both = [(Release::Value, campaign.threshold), (Release::Levels, campaign.levels_threshold)];
    subjects.flat_map(|question| both.map(|(release, k)| Run { question, release, threshold: least(k) })).collect()
}

/// The runs that `run` starts from: what they hide stays hidden.
fn before(run: &Run<'_>) -> Vec<(String, Release)> {
    let mut list = Vec::new();
    if run.release == Release::Levels {
        list.push((run.subject().to_owned(), Release::Value));
    }
    if run.question.is_some() {
        list.push((CAMPAIGN.to_owned(), run.release));
    }
    // How many were asked says how many answered the other question at or under a value: part of its distribution.
    if let Some((other, _)) = run.question.and_then(|(_, question)| question.condition()) {
        list.push((other.to_owned(), Release::Levels));
    }
    list
}

/// Decides for a whole campaign: every supplier for itself, its branches, then the totals over all suppliers (when
/// `across`).
pub fn decide(campaign: &Campaign, collected: &[Collected<'_>], branches: &[Branch], across: bool) -> Vec<Decision> {
    let mut list = Vec::new();
    for one in collected {
        Supplier::new(campaign, one).decide(branches, &mut list);
    }
    if across && collected.len() > 1 {
        super::across::decide(campaign, collected, &mut list);
    }
    list
}

struct Supplier<'a> {
    campaign: &'a Campaign,
    collected: &'a Collected<'a>,
    by_group: bool,
    outcomes: BTreeMap<(String, Release), Outcome>,
    /// Branches accepted so far, by run.
    shown_branches: BTreeMap<(String, Release), BTreeSet<GroupCode>>,
}

impl<'a> Supplier<'a> {
    fn new(campaign: &'a Campaign, collected: &'a Collected<'a>) -> Self {
        let responses = collected.tally.groups.values().map(|group| group.responses).sum();
        Self {
            campaign,
            collected,
            by_group: !releases_rows(campaign, responses),
            outcomes: BTreeMap::new(),
            shown_branches: BTreeMap::new(),
        }
    }

    fn decide(mut self, branches: &[Branch], list: &mut Vec<Decision>) {
        for run in runs(self.campaign, self.collected.questions) {
            let outcome = self.run(&run);
            self.write(&run, ALL, outcome.total, list);
            for group in self.collected.codes() {
                self.write(&run, group.as_str(), outcome.hidden.get(group.as_str()).copied(), list);
            }
            self.decide_branches(&run, &outcome, branches, list);
            self.outcomes.insert((run.subject().to_owned(), run.release), outcome);
        }
    }

    fn write(&self, run: &Run<'_>, group: &str, reason: Option<Reason>, list: &mut Vec<Decision>) {
        list.push(Decision {
            campaign: self.campaign.id.clone(),
            supplier: self.collected.supplier.clone(),
            client_group: group.into(),
            subject: run.subject().to_owned(),
            release: run.release,
            shown: reason.is_none(),
            reason: reason.map_or("", Reason::as_str).to_owned(),
        });
    }

    fn run(&self, about: &Run<'_>) -> Outcome {
        let none = GroupTally::default();
        let earlier: Vec<&Outcome> = before(about).iter().filter_map(|key| self.outcomes.get(key)).collect();
        let counted: Vec<_> = self
            .collected
            .codes()
            .into_iter()
            .map(|code| {
                let group = self.collected.tally.groups.get(code).unwrap_or(&none);
                (code, about.counts(group), self.collected.full(std::iter::once(code)))
            })
            .collect();
        let barred = |code: &GroupCode| match code.as_str() {
            OUTSIDE => Some(Reason::Outside),
            _ if !self.by_group => Some(Reason::RowLevel),
            code => earlier.iter().any(|o| o.hidden.contains_key(code)).then_some(Reason::HiddenBefore),
        };
        let cells: Vec<Cell<'_>> = counted
            .iter()
            .map(|(code, (n, values), full)| Cell {
                group: code.as_str(),
                n: *n,
                values: values.as_deref(),
                full: *full,
                barred: barred(code),
            })
            .collect();
        let mut outcome = run(&cells, about.threshold);
        if earlier.iter().any(|outcome| outcome.total.is_some()) {
            outcome.total = Some(Reason::HiddenBefore);
        }
        outcome
    }

    /// Branches are tables like any other: accepted, largest first, as long as nothing can be worked out with them.
    fn decide_branches(&mut self, run: &Run<'_>, outcome: &Outcome, branches: &[Branch], list: &mut Vec<Decision>) {
        let served: BTreeSet<&GroupCode> = self.collected.codes();
        let none = GroupTally::default();
        let mut cells: Vec<(&GroupCode, Part)> = served
            .iter()
            .map(|code| {
                let group = self.collected.tally.groups.get(*code).unwrap_or(&none);
                let (n, values) = run.counts(group);
                let full = self.collected.full(std::iter::once(*code)) == Some(true);
                (*code, Part { supplier: 0, n, values: values.map(Cow::into_owned), full })
            })
            .collect();
        // The largest first: the search for small unions then ends at once.
        cells.sort_by(|a, b| (b.1.n, a.0).cmp(&(a.1.n, b.0)));
        let places: BTreeMap<&GroupCode, usize> = cells.iter().enumerate().map(|(at, (code, _))| (*code, at)).collect();
        let mut tables = Tables::about(cells.iter().map(|(_, part)| part.clone()).collect(), run.threshold);
        if outcome.total.is_none() {
            tables.accept(&(0..cells.len()).collect());
        }
        for (code, _) in cells.iter().filter(|(code, part)| part.n > 0 && outcome.shows(code.as_str())) {
            tables.accept(&places.get(code).copied().into_iter().collect());
        }
        let size = |branch: &Branch| {
            let of = |code: &GroupCode| places.get(code).and_then(|at| cells.get(*at)).map_or(0, |(_, part)| part.n);
            branch.groups.iter().map(of).sum::<u32>()
        };
        let mut sorted: Vec<&Branch> = branches.iter().filter(|branch| branch.is_several_of(&served)).collect();
        sorted.sort_by_key(|branch| (std::cmp::Reverse(size(branch)), branch.unit.clone()));
        for branch in sorted {
            let code = branch.code();
            let known = |key: &(String, Release)| self.shown_branches.get(key).is_some_and(|set| set.contains(&code));
            let refused = if !self.by_group {
                Some(Reason::RowLevel)
            } else if outcome.total.is_some() {
                Some(Reason::Total)
            } else if !before(run).iter().all(known) {
                Some(Reason::HiddenBefore)
            } else {
                self.refused(run, outcome, branch).or_else(|| {
                    let union = branch.groups.iter().filter_map(|group| places.get(group).copied()).collect();
                    (!tables.accept(&union)).then_some(Reason::Union)
                })
            };
            self.write(run, code.as_str(), refused, list);
            if refused.is_none() {
                self.shown_branches.entry((run.subject().to_owned(), run.release)).or_default().insert(code);
            }
        }
    }

    /// Why a branch cannot be shown whatever the other tables: some but not all hidden groups, or what hides a group.
    fn refused(&self, run: &Run<'_>, outcome: &Outcome, branch: &Branch) -> Option<Reason> {
        let none = GroupTally::default();
        let counts = |code: &GroupCode| run.counts(self.collected.tally.groups.get(code).unwrap_or(&none)).0;
        let hidden: Vec<&GroupCode> = self
            .collected
            .codes()
            .into_iter()
            .filter(|code| counts(code) > 0 && !outcome.shows(code.as_str()))
            .collect();
        let inside = hidden.iter().filter(|code| branch.groups.contains(**code)).count();
        if inside != 0 && inside != hidden.len() {
            return Some(Reason::Union);
        }
        let together = self.collected.tally.of(|code| branch.groups.contains(code));
        let (n, values) = run.counts(&together);
        let full = self.collected.full(branch.groups.iter());
        let code = branch.code();
        let cell = Cell { group: code.as_str(), n, values: values.as_deref(), full, barred: None };
        reason(&cell, run.threshold)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::tally::{Said, Tally};
    use crate::clock::Day;
    use crate::questionnaire::bank;

    #[test]
    fn beside_a_file_of_the_answers_no_group_is_shown_and_the_total_is() {
        let question = bank::question("overall").expect("in the bank").clone();
        let mut tally = Tally::default();
        for number in 0..40 {
            let group = if number % 2 == 0 { "a" } else { "b" };
            tally.add(&group.into(), &[Said::Value(1 + number % 5)]);
        }
        let plain = Campaign::draft("c".into(), "2026-Q1".to_owned(), Day::parse("2026-01-05").expect("a day"));
        let with = Campaign { row_level: true, row_level_to: "x".to_owned(), ..plain.clone() };
        let people = BTreeMap::from([("a".into(), 100), ("b".into(), 100)]);
        let collected = [Collected {
            supplier: &"it".into(),
            questions: std::slice::from_ref(&question),
            tally: &tally,
            proposed: &people,
        }];
        let decided = |campaign: &Campaign| decide(campaign, &collected, &[], true);
        assert!(decided(&plain).iter().all(|decision| decision.shown));
        for decision in decided(&with) {
            let expected = if decision.client_group.0 == ALL { "" } else { "row_level" };
            assert_eq!(decision.reason, expected, "{decision:?}");
        }
    }
}
