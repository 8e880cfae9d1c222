//! From counts and decisions to the rows of the publication. Formulas and names: docs/method.md.

use std::collections::BTreeMap;

use super::decisions::{CAMPAIGN, Decisions, Release};
use super::importance::{Measured, RATED_LINE as IMPORTANCE_LINE, carried, chosen_line};
use super::statistics::{
    Interval, RECOMMENDATION_MIN_N, margin_fpc, mean_interval, net, recommendation, wilson, wilson_share,
};
use super::store::{ALL, Figure};
use super::tally::{DimensionTally, GroupTally, QuestionTally};
use crate::db::ids::{CampaignId, SupplierCode};
use crate::questionnaire::{Choice, Kind, OVERALL, Question};

/// From this number of answers on, a share is shown with its interval.
const INTERVAL_MIN_N: u32 = 10;
/// From this number on, "had no dealings with this service" is shown.
const NO_CONTACT_MIN: u32 = 5;
/// The line between low and high satisfaction, on 1..5.
const SATISFACTION_LINE: f64 = 3.5;

/// Collects the figures of one supplier in one campaign.
pub struct Sheet<'a> {
    campaign: &'a CampaignId,
    supplier: &'a SupplierCode,
    rows: Vec<Figure>,
}

/// A figure's value with what surrounds it.
#[derive(Default, Clone, Copy)]
pub struct Reading {
    pub value: Option<f64>,
    pub interval: Option<Interval>,
    pub n: u32,
}

impl Reading {
    fn of(value: Option<f64>, n: u32) -> Self {
        Self { value, interval: None, n }
    }

    fn within(self, interval: Option<Interval>) -> Self {
        Self { interval, ..self }
    }
}

impl<'a> Sheet<'a> {
    pub fn new(campaign: &'a CampaignId, supplier: &'a SupplierCode) -> Self {
        Self { campaign, supplier, rows: Vec::new() }
    }

    pub fn into_rows(self) -> Vec<Figure> {
        self.rows
    }

    pub fn show(&mut self, group: &str, subject: &str, indicator: &str, reading: Reading) {
        self.push(group, subject, indicator, reading, None, true);
    }

    pub fn say(&mut self, group: &str, subject: &str, indicator: &str, word: &str, n: u32) {
        self.push(group, subject, indicator, Reading::of(None, n), Some(word.to_owned()), true);
    }

    pub fn hide(&mut self, group: &str, subject: &str, indicator: &str) {
        self.push(group, subject, indicator, Reading::default(), None, false);
    }

    fn push(&mut self, group: &str, subject: &str, indicator: &str, r: Reading, word: Option<String>, shown: bool) {
        self.rows.push(Figure {
            campaign: self.campaign.clone(),
            supplier: self.supplier.clone(),
            client_group: group.into(),
            subject: subject.to_owned(),
            indicator: indicator.to_owned(),
            value: r.value.filter(|value| value.is_finite()),
            word,
            low: r.interval.map(|interval| interval.low),
            high: r.interval.map(|interval| interval.high),
            n: shown.then(|| i32::try_from(r.n).unwrap_or(i32::MAX)),
            shown,
        });
    }

    /// The figures of one question on a scale in one group.
    pub fn question(&mut self, group: &str, question: &Question, counts: &QuestionTally, decisions: &Decisions) {
        let Some((lo, hi)) = question.range() else { return };
        let code = question.code.as_str();
        if !decisions.shows(group, code, Release::Value) {
            self.hide(group, code, "mean");
            if hi - lo >= 3 && question.kind != Kind::Effort {
                self.hide(group, code, "satisfied");
            }
            return;
        }
        let values = &counts.values;
        let n = values.n();
        let levels = decisions.shows(group, code, Release::Levels);
        let mean = values.mean();
        if levels {
            self.show(group, code, "mean", Reading::of(mean, n).within(mean_interval(values)));
        } else {
            self.show(group, code, "mean", Reading::of(mean.map(|mean| (mean * 10.0).round() / 10.0), n));
        }
        // The top of an effort scale is bad news: it has a share of its own below.
        let rated = question.kind != Kind::Effort;
        if let Some(top) = values.top2(lo, hi).filter(|_| rated) {
            let interval = wilson(top, n).filter(|_| n >= INTERVAL_MIN_N);
            self.show(group, code, "satisfied", Reading::of(share(top, n), n).within(interval));
        }
        if !levels {
            return;
        }
        let span = f64::from(hi - lo);
        self.show(group, code, "median", Reading::of(values.median(), n));
        self.show(group, code, "sd", Reading::of(values.sd(), n));
        self.show(group, code, "score100", Reading::of(mean.map(|m| (m - f64::from(lo)) / span * 100.0), n));
        if let (true, Some(top), Some(bottom)) = (rated, values.top2(lo, hi), values.bottom2(lo, hi)) {
            let bottom_share = Reading::of(share(bottom, n), n).within(wilson(bottom, n));
            self.show(group, code, "dissatisfied", bottom_share);
            let best = values.count(hi);
            self.show(group, code, "top1", Reading::of(share(best, n), n).within(wilson(best, n)));
            if let Some((value, interval)) = net(top, bottom, n) {
                self.show(group, code, "net", Reading::of(Some(value), n).within(Some(interval)));
            }
        }
        for value in lo..=hi {
            self.show(group, code, &format!("count_{value}"), Reading::of(Some(f64::from(values.count(value))), n));
        }
        self.show(group, code, "not_applicable", Reading::of(Some(f64::from(counts.not_applicable)), n));
        self.show(group, code, "blank", Reading::of(Some(f64::from(counts.blank)), n));
        match question.kind {
            Kind::Recommendation if n >= RECOMMENDATION_MIN_N => {
                if let Some((value, interval)) = recommendation(values) {
                    self.show(group, code, "recommendation", Reading::of(Some(value), n).within(Some(interval)));
                }
            }
            Kind::Recommendation => self.hide(group, code, "recommendation"),
            Kind::Effort => {
                self.show(group, code, "effort", Reading::of(mean, n).within(mean_interval(values)));
                if let Some(low) = values.bottom2(lo, hi) {
                    self.show(group, code, "effort_low", Reading::of(share(low, n), n).within(wilson(low, n)));
                }
            }
            _ => {}
        }
    }

    /// How often each option was chosen, for all clients. An option that everybody or nobody chose stays hidden: it
    /// would tell what each one said.
    pub fn choices(&mut self, question: &Question, options: &[Choice], counts: &QuestionTally, decisions: &Decisions) {
        let code = question.code.as_str();
        let open = decisions.shows(ALL, code, Release::Levels);
        for option in options {
            let chosen = counts.choices.get(&option.code).copied().unwrap_or(0);
            let indicator = format!("count_{}", option.code);
            if open && chosen > 0 && chosen < counts.choosers {
                self.show(ALL, code, &indicator, Reading::of(Some(f64::from(chosen)), counts.choosers));
            } else {
                self.hide(ALL, code, &indicator);
            }
        }
    }

    /// A dimension pools the answers of its shown questions. Its share's interval rests on the responses; with more
    /// than one question its mean has none.
    pub fn dimension(
        &mut self,
        group: &str,
        dimension: &str,
        shown: &[&Question],
        counts: &GroupTally,
        whole: &DimensionTally,
        decisions: &Decisions,
    ) {
        let pooled = shown.iter().map(|question| counts.question(&question.code).values).collect::<Vec<_>>();
        let answers: u32 = pooled.iter().map(super::statistics::Histogram::n).sum();
        let scale = shown.first().and_then(|question| question.range());
        let (Some((lo, hi)), true) = (scale, answers > 0) else {
            self.hide(group, dimension, "mean");
            self.hide(group, dimension, "satisfied");
            return;
        };
        let sum: f64 = pooled.iter().filter_map(|h| Some(h.mean()? * f64::from(h.n()))).sum();
        let tops: Option<u32> = pooled.iter().map(|h| h.top2(lo, hi)).sum();
        let mean = sum / f64::from(answers);
        let levels = shown.iter().all(|question| decisions.shows(group, &question.code, Release::Levels));
        let n = whole.responses;
        let reading = match (levels, pooled.as_slice()) {
            (true, [only]) => Reading::of(Some(mean), n).within(mean_interval(only)),
            (true, _) => Reading::of(Some(mean), n),
            (false, _) => Reading::of(Some((mean * 10.0).round() / 10.0), n),
        };
        self.show(group, dimension, "mean", reading);
        if let Some(p) = tops.and_then(|tops| share(tops, answers)) {
            let interval = wilson_share(p, n).filter(|_| n >= INTERVAL_MIN_N);
            self.show(group, dimension, "satisfied", Reading::of(Some(p), n).within(interval));
        }
        if levels && group == ALL {
            let score = (mean - f64::from(lo)) / f64::from(hi - lo) * 100.0;
            self.show(group, dimension, "score100", Reading::of(Some(score), n));
        }
    }

    /// Importance of each dimension, and where it lies in the priority matrix (Martilla & James 1977). When this wave
    /// measured none, gap and quadrant rest on the last of the `earlier` waves that counts.
    pub fn importance(
        &mut self,
        questions: &[Question],
        dimensions: &[Choice],
        all: &GroupTally,
        decisions: &Decisions,
        earlier: &[Measured],
    ) {
        let of = |code: &str| importance_of(code, questions, dimensions.len(), all, decisions);
        let own: Vec<Option<(Reading, f64)>> = dimensions.iter().map(|dimension| of(&dimension.code)).collect();
        let asked = own.iter().any(Option::is_some);
        for (dimension, own) in dimensions.iter().zip(own) {
            let code = dimension.code.as_str();
            if let Some((reading, _)) = own {
                self.show(ALL, code, "importance", reading);
            }
            let old = || carried(earlier, code).map(|old| (Reading::of(Some(old.value), old.n), old.line));
            if let Some((reading, line)) = if asked { own } else { old() } {
                self.priority(code, reading, line);
            }
        }
    }

    /// Gap and quadrant of a dimension.
    fn priority(&mut self, code: &str, importance: Reading, line: f64) {
        let mean = self.last(ALL, code, "mean");
        let (Some(weight), Some(mean)) = (importance.value, mean) else { return };
        let Some(satisfaction) = mean.value else { return };
        if line == IMPORTANCE_LINE {
            self.show(ALL, code, "gap", Reading::of(Some(weight - satisfaction), importance.n));
        }
        let between = mean.low.zip(mean.high).is_some_and(|(l, h)| l <= SATISFACTION_LINE && SATISFACTION_LINE <= h);
        let word = match (weight >= line, satisfaction >= SATISFACTION_LINE) {
            _ if between => "to_confirm",
            (true, false) => "act_first",
            (true, true) => "maintain",
            (false, false) => "secondary",
            (false, true) => "unexpected_strength",
        };
        self.say(ALL, code, "quadrant", word, importance.n);
    }

    fn last(&self, group: &str, subject: &str, indicator: &str) -> Option<Figure> {
        let found = |f: &&Figure| f.client_group.as_str() == group && f.subject == subject && f.indicator == indicator;
        self.rows.iter().rev().find(found).filter(|figure| figure.shown).cloned()
    }

    /// Participation of one supplier, for all clients.
    pub fn participation(&mut self, counts: &Participation, decisions: &Decisions) {
        let Participation { proposed, complete, partial, no_contacts, responses } = *counts;
        let eligible = proposed.saturating_sub(no_contacts);
        let rate = |count: u32| share(count.min(eligible), eligible);
        if no_contacts >= NO_CONTACT_MIN {
            self.show(ALL, CAMPAIGN, "no_contact", Reading::of(Some(f64::from(no_contacts)), proposed));
        } else {
            self.hide(ALL, CAMPAIGN, "no_contact");
        }
        self.show(ALL, CAMPAIGN, "eligible", Reading::of(Some(f64::from(eligible)), eligible));
        if !decisions.shows(ALL, CAMPAIGN, Release::Value) {
            for indicator in ["responses", "rr1", "rr2"] {
                self.hide(ALL, CAMPAIGN, indicator);
            }
            return;
        }
        self.show(ALL, CAMPAIGN, "responses", Reading::of(Some(f64::from(responses)), responses));
        self.show(ALL, CAMPAIGN, "rr1", Reading::of(rate(complete), eligible));
        self.show(ALL, CAMPAIGN, "rr2", Reading::of(rate(complete + partial), eligible));
        let satisfied = self.last(ALL, OVERALL, "satisfied");
        let p_and_n = satisfied.and_then(|figure| Some((figure.value?, u32::try_from(figure.n?).ok()?)));
        if let Some((p, n)) = p_and_n.filter(|(_, n)| *n >= INTERVAL_MIN_N) {
            self.show(ALL, OVERALL, "margin", Reading::of(margin_fpc(p, n, eligible), n));
        }
    }
}

/// What participation in one supplier's part of a campaign is computed from.
pub struct Participation {
    /// Eligible people it was proposed to.
    pub proposed: u32,
    pub complete: u32,
    pub partial: u32,
    pub no_contacts: u32,
    pub responses: u32,
}

/// A dimension's importance and its line: the share that chose it (line 3 out of the number of dimensions), or the
/// mean of a 1..5 rating (line 4).
fn importance_of(
    dimension: &str,
    questions: &[Question],
    dimensions: usize,
    all: &GroupTally,
    decisions: &Decisions,
) -> Option<(Reading, f64)> {
    let open = |question: &&Question| decisions.shows(ALL, &question.code, Release::Levels);
    if let Some(question) = questions.iter().filter(|q| q.kind == Kind::ChooseDimensions).find(open) {
        let counts = all.question(&question.code);
        let chosen = counts.choices.get(dimension).copied().unwrap_or(0);
        if chosen == 0 || chosen == counts.choosers {
            return None;
        }
        let reading =
            Reading::of(share(chosen, counts.choosers), counts.choosers).within(wilson(chosen, counts.choosers));
        return Some((reading, chosen_line(dimensions)));
    }
    let of_dimension = |q: &&Question| q.kind == Kind::Importance && q.dimension.as_deref() == Some(dimension);
    let question = questions.iter().filter(of_dimension).find(open)?;
    let values = all.question(&question.code).values;
    Some((Reading::of(values.mean(), values.n()).within(mean_interval(&values)), IMPORTANCE_LINE))
}

fn share(count: u32, n: u32) -> Option<f64> {
    (n > 0 && count <= n).then(|| f64::from(count) / f64::from(n))
}

/// The questions of each dimension, in the questionnaire's order.
pub fn by_dimension<'a>(questions: &'a [Question], dimensions: &[Choice]) -> BTreeMap<String, Vec<&'a Question>> {
    dimensions
        .iter()
        .map(|dimension| {
            let of = |q: &&Question| q.kind == Kind::Satisfaction && q.dimension.as_deref() == Some(&dimension.code);
            (dimension.code.clone(), questions.iter().filter(of).collect())
        })
        .collect()
}
