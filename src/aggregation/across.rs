//! Totals over all suppliers of a campaign, for all clients and by client group: what all services together get for
//! the questions that all of them ask. Decided after the suppliers themselves, and only if nothing can be worked out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::decisions::{Collected, Decisions, by_supplier, everybody, shared};

use super::disclosure::Reason;
use super::figure::{ALL, Figure};
use super::figure::{CAMPAIGN, Decision, Release};
use super::indicators::{Reading, Sheet};
use super::statistics::{COMPARE_MIN_SUPPLIERS, FunnelClass, Scores, compare};
use super::tally::{GroupTally, QuestionTally};
use super::unions::{Part, Tables};
use crate::answering::OUTSIDE;
use crate::campaign::Campaign;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::questionnaire::Question;

/// Adds the decisions about totals over all suppliers to `list`, which holds those of each supplier.
pub fn decide(campaign: &Campaign, collected: &[Collected<'_>], list: &mut Vec<Decision>) {
    let decided = by_supplier(list);
    let subjects = std::iter::once(None).chain(shared(collected).into_iter().map(Some));
    // What each run shows, for those that start from it: levels from values, questions from the campaign.
    let mut of_campaign: BTreeMap<Release, BTreeSet<GroupCode>> = BTreeMap::new();
    for question in subjects {
        let mut values: Option<BTreeSet<GroupCode>> = None;
        for (release, threshold) in [(Release::Value, campaign.threshold), (Release::Levels, campaign.levels_threshold)]
        {
            let threshold = u32::try_from(threshold).unwrap_or(u32::MAX);
            let round = Round { collected, decided: &decided, question, release, threshold };
            let before = [values.as_ref(), of_campaign.get(&release).filter(|_| question.is_some())];
            let shown = round.decide(campaign, list, &before.map(|set| set.cloned()));
            if question.is_none() {
                of_campaign.insert(release, shown.clone());
            }
            values = Some(shown);
        }
    }
}

struct Round<'a> {
    collected: &'a [Collected<'a>],
    decided: &'a BTreeMap<SupplierCode, Decisions>,
    question: Option<&'a Question>,
    release: Release,
    threshold: u32,
}

/// One client group of one supplier.
struct Place<'a> {
    supplier: usize,
    group: &'a GroupCode,
    part: Part,
    shown: bool,
}

impl<'a> Round<'a> {
    fn subject(&self) -> &'a str {
        self.question.map_or(CAMPAIGN, |question| question.code.as_str())
    }

    /// All cells with answers, the largest first: the search for small unions then ends at once.
    fn places(&self) -> Vec<Place<'a>> {
        let mut list = Vec::new();
        for (supplier, one) in self.collected.iter().enumerate() {
            let at = self.question.and_then(|q| one.questions.iter().position(|own| own.code == q.code));
            for (group, tally) in &one.tally.groups {
                let (n, values) = match at {
                    None => (tally.responses, None),
                    Some(at) => {
                        let counts = tally.question(at);
                        (counts.n(), Some(counts.values.clone()))
                    }
                };
                let shown = self.of(supplier).is_some_and(|d| d.shows(group.as_str(), self.subject(), self.release));
                if n > 0 {
                    let full = one.full(std::iter::once(group)) == Some(true);
                    list.push(Place { supplier, group, part: Part { supplier, n, values, full }, shown });
                }
            }
        }
        list.sort_by(|a, b| (b.part.n, a.supplier, a.group).cmp(&(a.part.n, b.supplier, b.group)));
        list
    }

    fn of(&self, supplier: usize) -> Option<&Decisions> {
        self.decided.get(self.collected.get(supplier)?.supplier)
    }

    /// Decides for all clients, then for each group by size; gives what is shown. `earlier` is what the
    /// runs before it showed.
    fn decide(
        &self,
        campaign: &Campaign,
        list: &mut Vec<Decision>,
        earlier: &[Option<BTreeSet<GroupCode>>],
    ) -> BTreeSet<GroupCode> {
        let places = self.places();
        let mut tables = Tables::about(places.iter().map(|place| place.part.clone()).collect(), self.threshold);
        let union = |wanted: &dyn Fn(&Place<'_>) -> bool| -> BTreeSet<usize> {
            places.iter().enumerate().filter(|(_, place)| wanted(place)).map(|(at, _)| at).collect()
        };
        for supplier in 0..self.collected.len() {
            if self.of(supplier).is_some_and(|d| d.shows(ALL, self.subject(), self.release)) {
                tables.accept(&union(&|place| place.supplier == supplier));
            }
        }
        for (at, _) in places.iter().enumerate().filter(|(_, place)| place.shown) {
            tables.accept(&BTreeSet::from([at]));
        }
        let mut sizes: BTreeMap<&GroupCode, (usize, u32)> = BTreeMap::new();
        for place in &places {
            let (suppliers, n) = sizes.entry(place.group).or_default();
            *suppliers += 1;
            *n += place.part.n;
        }
        let mut groups: Vec<(&GroupCode, u32)> =
            sizes.into_iter().filter(|(_, (suppliers, _))| *suppliers > 1).map(|(code, (_, n))| (code, n)).collect();
        groups.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
        // Those with answers about one supplier or none look like any hidden group: that they have no more is a figure.
        let served: BTreeSet<&GroupCode> = self.collected.iter().flat_map(Collected::codes).collect();
        let several: BTreeSet<&GroupCode> = groups.iter().map(|(code, _)| *code).collect();
        let alone = served.difference(&several).copied().filter(|code| code.as_str() != OUTSIDE);
        let all = GroupCode::from(ALL);
        let mut shown = BTreeSet::new();
        for code in std::iter::once(&all).chain(groups.iter().map(|(code, _)| *code)).chain(alone) {
            let cells = union(&|place| *code == all || place.group == code);
            let reason = if *code != all && !several.contains(code) {
                Some(Reason::Union)
            } else if earlier.iter().flatten().any(|earlier| !earlier.contains(code)) {
                Some(Reason::HiddenBefore)
            } else if (*code != all && cells.iter().any(|at| places.get(*at).is_some_and(|place| !place.shown)))
                || self.splits(&places, &cells)
                || !tables.accept(&cells)
            {
                // A hidden group of a supplier lies under `other` in what is sealed, and may have its rows released:
                // the total over suppliers of that group could neither be counted nor shown.
                Some(Reason::Union)
            } else {
                None
            };
            if reason.is_none() {
                shown.insert(code.clone());
            }
            list.push(Decision {
                campaign: campaign.id.clone(),
                supplier: everybody(),
                client_group: code.clone(),
                subject: self.subject().to_owned(),
                release: self.release,
                shown: reason.is_none(),
                reason: reason.map_or("", Reason::as_str).to_owned(),
            });
        }
        shown
    }

    /// Does this union hold some but not all hidden groups of a supplier?
    fn splits(&self, places: &[Place<'_>], cells: &BTreeSet<usize>) -> bool {
        (0..self.collected.len()).any(|supplier| {
            let hidden: Vec<usize> = places
                .iter()
                .enumerate()
                .filter(|(_, place)| place.supplier == supplier && !place.shown)
                .map(|(at, _)| at)
                .collect();
            let inside = hidden.iter().filter(|at| cells.contains(at)).count();
            inside != 0 && inside != hidden.len()
        })
    }
}

/// One supplier's counts as the totals need them: by group shown, and for all clients.
pub struct Counts {
    pub questions: Vec<Question>,
    pub all: GroupTally,
    pub groups: BTreeMap<String, GroupTally>,
}

/// The figures over all suppliers, from the counts of the sealed rows. They have no interval: the answers of one person
/// about several services are not independent.
pub fn figures(campaign: &CampaignId, decisions: &Decisions, counts: &[Counts]) -> Vec<Figure> {
    let supplier = everybody();
    let mut sheet = Sheet::new(campaign, &supplier);
    let groups = std::iter::once(ALL.to_owned()).chain(decisions.groups());
    for group in groups {
        for subject in decisions.subjects() {
            let of = |one: &'_ Counts| -> Option<GroupTally> {
                if group == ALL { Some(one.all.clone()) } else { one.groups.get(&group).cloned() }
            };
            if subject == CAMPAIGN {
                let n = counts.iter().filter_map(of).map(|tally| tally.responses).sum();
                if decisions.shows(&group, subject, Release::Value) {
                    sheet.show(&group, subject, "responses", Reading::of(Some(f64::from(n)), n));
                } else {
                    sheet.hide(&group, subject, "responses");
                }
                continue;
            }
            let mut together = QuestionTally::default();
            let mut asked: Option<&Question> = None;
            for one in counts {
                let Some(at) = one.questions.iter().position(|question| question.code == subject) else { continue };
                asked = one.questions.get(at);
                if let Some(tally) = of(one) {
                    let own: Cow<'_, QuestionTally> = tally.question(at);
                    together.merge(&own);
                }
            }
            if let Some(question) = asked {
                sheet.question_in_brief(&group, question, &together, decisions);
            }
        }
    }
    sheet.into_rows()
}

/// Compares suppliers on the core questions, where at least five can be: each one's mean drawn towards the others', and
/// whether it lies outside what chance alone would give. `scores` are the core scores of each supplier.
pub fn compared(campaign: &CampaignId, scores: &BTreeMap<SupplierCode, Vec<(f64, u32)>>) -> Vec<Figure> {
    let sums = |list: &Vec<(f64, u32)>| {
        let mut sums = Scores::default();
        for (score, count) in list {
            (0..*count).for_each(|_| sums.add(*score));
        }
        sums
    };
    let all: Vec<Scores> = scores.values().map(sums).collect();
    if all.iter().filter(|one| one.n > 0).count() < COMPARE_MIN_SUPPLIERS {
        return Vec::new();
    }
    let Some(comparison) = compare(&all) else { return Vec::new() };
    let beyond_chance = comparison.beyond_chance();
    let mut rows = Vec::new();
    for (supplier, standing) in scores.keys().zip(&comparison.suppliers) {
        let Some(standing) = standing else { continue };
        let mut sheet = Sheet::new(campaign, supplier);
        sheet.show(ALL, CAMPAIGN, "shrunk_mean", Reading::of(Some(standing.shrunk), standing.n));
        let class = if beyond_chance { standing.class } else { FunnelClass::Within };
        sheet.say(ALL, CAMPAIGN, "funnel", class.as_str(), standing.n);
        rows.extend(sheet.into_rows());
    }
    rows
}
