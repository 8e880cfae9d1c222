//! What was decided for one campaign, asked one by one, and what it was decided from.

use std::collections::{BTreeMap, BTreeSet};

use super::disclosure::Reason;
use super::figure::{ACROSS, ALL, CAMPAIGN, Decision, Release};
use super::tally::Tally;
use crate::answering::OUTSIDE;
use crate::db::ids::{GroupCode, SupplierCode};
use crate::questionnaire::compare::breaks;
use crate::questionnaire::{Meanings, OVERALL, Question};

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

    /// Is anything shown of what all clients together said to the closed questions?
    pub fn shows_a_total(&self) -> bool {
        let mut shown = self
            .0
            .iter()
            .filter(|((group, _, release), why)| group == ALL && *release == Release::Value && why.is_empty());
        self.shows(ALL, CAMPAIGN, Release::Value) && shown.any(|((_, subject, _), _)| subject != CAMPAIGN)
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
