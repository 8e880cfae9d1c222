//! The decisions of one campaign: for each supplier which groups, for the campaign and for each question, at which of
//! the two releases; then which branches of the unit tree and which totals over several suppliers. Made once at closing
//! from what was collected, then stored.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::branches::Branch;
use super::disclosure::{Cell, Outcome, Reason, reason, run};
use super::released::releases_rows;
use super::statistics::Histogram;
use super::store::{ACROSS, ALL};
use super::tally::{GroupTally, Tally};
use super::unions::{Part, Tables};
use crate::answering::OUTSIDE;
use crate::campaign::Campaign;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::db::schema::decisions;
use crate::questionnaire::compare::breaks;
use crate::questionnaire::{Meanings, OVERALL, Question};

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
    /// `*` for a total over all suppliers.
    pub supplier: SupplierCode,
    /// A client group, `*` for all clients, or `branch:` and a unit.
    pub client_group: GroupCode,
    /// A question code, or `*` for the campaign's run.
    pub subject: String,
    pub release: Release,
    pub shown: bool,
    /// Empty when shown.
    pub reason: String,
}

/// What one supplier's part of a campaign collected.
pub struct Collected<'a> {
    pub supplier: &'a SupplierCode,
    pub questions: &'a [Question],
    pub tally: &'a Tally,
    /// To how many people of each group it was proposed; a group that is not here may have answered to the last.
    pub proposed: &'a BTreeMap<GroupCode, i32>,
}

impl<'a> Collected<'a> {
    /// Every group that answered or could have.
    pub fn codes(&self) -> BTreeSet<&'a GroupCode> {
        self.tally.groups.keys().chain(self.proposed.keys()).collect()
    }

    /// How many people of a group could have answered; none when it is not known.
    fn could_answer(&self, group: &GroupCode) -> Option<u32> {
        let people = u32::try_from(*self.proposed.get(group)?).ok()?;
        Some(people.saturating_sub(self.tally.groups.get(group).map_or(0, |counts| counts.no_contacts)))
    }

    /// Did everybody of these groups who could answer do so? None when it is not known how many could.
    pub fn full<'g>(&self, groups: impl Iterator<Item = &'g GroupCode> + Clone) -> Option<bool> {
        // Of those who count in no group nobody knows, and they are hidden anyway.
        if groups.clone().any(|group| group.as_str() == OUTSIDE) {
            return Some(false);
        }
        let responses: u32 =
            groups.clone().filter_map(|group| self.tally.groups.get(group)).map(|counts| counts.responses).sum();
        let people: Option<u32> = groups.map(|group| self.could_answer(group)).sum();
        people.map(|people| responses >= people)
    }
}

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

/// The questions on a scale that every supplier asks in the same words: the core, with the overall one.
pub fn shared<'a>(collected: &'a [Collected<'a>]) -> Vec<&'a Question> {
    let Some(first) = collected.first() else { return Vec::new() };
    let everywhere = |question: &&Question| {
        let same =
            |other: &Question| other.code == question.code && breaks(question, other, &Meanings::default()).is_empty();
        collected.iter().all(|one| one.questions.iter().any(same))
    };
    let core = |question: &&Question| (question.core || question.code == OVERALL) && question.range().is_some();
    first.questions.iter().filter(core).filter(everywhere).collect()
}

/// Stored decisions of one supplier, asked one by one.
#[derive(Debug, Clone, Default)]
pub struct Decisions(BTreeMap<(String, String, Release), String>);

impl Decisions {
    pub fn new<'d>(list: impl IntoIterator<Item = &'d Decision>) -> Self {
        let key = |d: &Decision| (d.client_group.0.clone(), d.subject.clone(), d.release);
        Self(list.into_iter().map(|decision| (key(decision), decision.reason.clone())).collect())
    }

    fn reason(&self, group: &str, subject: &str, release: Release) -> Option<&str> {
        self.0.get(&(group.to_owned(), subject.to_owned(), release)).map(String::as_str)
    }

    /// May this be shown? What was never decided is not.
    pub fn shows(&self, group: &str, subject: &str, release: Release) -> bool {
        self.reason(group, subject, release).is_some_and(str::is_empty)
    }

    /// Was this group hidden although somebody in it answered? Its sheets then lie under `other`.
    pub fn is_merged(&self, group: &str) -> bool {
        let reason = self.reason(group, CAMPAIGN, Release::Value).unwrap_or_default();
        !reason.is_empty() && reason != Reason::Nobody.as_str()
    }

    /// The groups and branches decided about, shown or not, without `*` and those who count in none.
    pub fn groups(&self) -> Vec<String> {
        let mut codes: Vec<String> =
            self.0.keys().map(|(group, _, _)| group.clone()).filter(|g| g != ALL && g != OUTSIDE).collect();
        codes.dedup();
        codes
    }

    /// The subjects decided about.
    pub fn subjects(&self) -> BTreeSet<&str> {
        self.0.keys().map(|(_, subject, _)| subject.as_str()).collect()
    }
}

/// The decisions of each supplier of a campaign, `*` among them.
pub fn by_supplier(list: &[Decision]) -> BTreeMap<SupplierCode, Decisions> {
    let mut of: BTreeMap<SupplierCode, Vec<&Decision>> = BTreeMap::new();
    for decision in list {
        of.entry(decision.supplier.clone()).or_default().push(decision);
    }
    of.into_iter().map(|(supplier, list)| (supplier, Decisions::new(list))).collect()
}

/// The code of the supplier that stands for all of them.
pub fn everybody() -> SupplierCode {
    SupplierCode::from(ACROSS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::tally::Said;
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
