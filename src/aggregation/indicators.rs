//! From counts and decisions to the rows of the publication. Formulas and names: docs/method.md.

use super::decisions::Decisions;

use super::figure::{ALL, Figure};
use super::figure::{CAMPAIGN, Release};
use super::importance::{Measured, RATED_LINE as IMPORTANCE_LINE, carried, chosen_line};
use super::statistics::{
    Interval, Part, RECOMMENDATION_MIN_N, composite, margin_fpc, mean_interval, net, recommendation, wilson,
    wilson_share,
};
use super::tally::{DimensionTally, GroupTally, Pool, QuestionTally};
use crate::db::ids::{CampaignId, SupplierCode};
use crate::questionnaire::{Choice, Kind, OVERALL, Question};

/// From this number of answers on, a share is shown with its interval.
const INTERVAL_MIN_N: u32 = 10;
/// From this number on, "had no dealings with this service" is shown.
const NO_CONTACT_MIN: u32 = 5;
/// The scale on which a recommendation has a balance.
const RECOMMENDATION_SCALE: (i32, i32) = (0, 10);
/// The line between low and high satisfaction, on 1..5.
pub const SATISFACTION_LINE: f64 = 3.5;

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
    pub fn of(value: Option<f64>, n: u32) -> Self {
        Self { value, interval: None, n }
    }

    pub fn within(self, interval: Option<Interval>) -> Self {
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
            self.show(group, code, "mean", Reading::of(mean.map(one_decimal), n));
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
        self.show(group, code, "median", Reading::of(values.median(), n));
        self.show(group, code, "sd", Reading::of(values.sd(), n));
        self.show(group, code, "score100", Reading::of(mean.map(|mean| out_of_100(mean, lo, hi)), n));
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
            // The balance is defined on 0 to 10 alone; waves brought from elsewhere may ask on another scale.
            Kind::Recommendation if (lo, hi) != RECOMMENDATION_SCALE => {}
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

    /// Mean and share alone, without interval: for totals over several suppliers, whose answers are not independent.
    pub fn question_in_brief(
        &mut self,
        group: &str,
        question: &Question,
        counts: &QuestionTally,
        decisions: &Decisions,
    ) {
        let Some((lo, hi)) = question.range() else { return };
        let (code, n) = (question.code.as_str(), counts.values.n());
        let rated = question.kind != Kind::Effort;
        if !decisions.shows(group, code, Release::Value) {
            self.hide(group, code, "mean");
            if rated && hi - lo >= 3 {
                self.hide(group, code, "satisfied");
            }
            return;
        }
        let levels = decisions.shows(group, code, Release::Levels);
        let mean = counts.values.mean().map(|mean| if levels { mean } else { one_decimal(mean) });
        self.show(group, code, "mean", Reading::of(mean, n));
        if let Some(top) = counts.values.top2(lo, hi).filter(|_| rated) {
            self.show(group, code, "satisfied", Reading::of(share(top, n), n));
        }
    }

    /// A dimension pools the answers of its shown questions. Its share's interval rests on the responses; with more
    /// than one question its mean has none. Without a shown question on a scale there is no pool.
    pub fn dimension(&mut self, group: &str, dimension: &str, pooled: Option<&Pooled<'_>>, decisions: &Decisions) {
        let counted = pooled.map(|pooled| (pooled, pooled.pool.mean(pooled.counts)));
        let Some((Pooled { pool, questions, counts, whole }, (mean, answers))) = counted.filter(|(_, (_, n))| *n > 0)
        else {
            self.hide(group, dimension, "mean");
            self.hide(group, dimension, "satisfied");
            return;
        };
        let asked = || pool.places().filter_map(|place| Some((place, questions.get(place)?)));
        let levels = asked().all(|(_, question)| decisions.shows(group, &question.code, Release::Levels));
        let n = whole.responses;
        let single = asked().next().filter(|_| pool.is_single());
        let interval = single.and_then(|(place, question)| {
            let (scale, found) = (question.range()?, mean_interval(&counts.question(place).values)?);
            Some(Interval { low: pool.carried(found.low, scale), high: pool.carried(found.high, scale) })
        });
        let reading = match single {
            Some(_) if levels => Reading::of(mean, n).within(interval),
            _ if levels => Reading::of(mean, n),
            _ => Reading::of(mean.map(one_decimal), n),
        };
        self.show(group, dimension, "mean", reading);
        if let Some(p) = pool.satisfied(questions, counts).and_then(|tops| share(tops, answers)) {
            let interval = wilson_share(p, n).filter(|_| n >= INTERVAL_MIN_N);
            self.show(group, dimension, "satisfied", Reading::of(Some(p), n).within(interval));
        }
        if levels && group == ALL {
            let score = mean.map(|mean| out_of_100(mean, pool.lo, pool.hi));
            self.show(group, dimension, "score100", Reading::of(score, n));
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
        let offered = crate::questionnaire::dimensions(questions).len();
        let of = |code: &str| importance_of(code, questions, offered, all, decisions);
        let own: Vec<Option<Importance>> = dimensions.iter().map(|dimension| of(&dimension.code)).collect();
        let asked = own.iter().any(Option::is_some);
        for (dimension, own) in dimensions.iter().zip(own) {
            let code = dimension.code.as_str();
            if let Some(own) = &own {
                self.show(ALL, code, "importance", own.reading);
            }
            let old = || {
                let old = carried(earlier, code)?;
                let rated = old.line == IMPORTANCE_LINE;
                Some(Importance { reading: Reading::of(Some(old.value), old.n), line: old.line, rated })
            };
            if let Some(importance) = if asked { own } else { old() } {
                self.priority(code, questions, &importance);
            }
        }
    }

    /// Gap and quadrant of a dimension, whose satisfaction is carried to 1..5 first.
    fn priority(&mut self, code: &str, questions: &[Question], importance: &Importance) {
        let mean = self.last(ALL, code, "mean");
        let (Some(weight), Some(mean)) = (importance.reading.value, mean) else { return };
        let Some((lo, hi)) = scale_of(code, questions) else { return };
        let on_five = |value: f64| 1.0 + 4.0 * (value - f64::from(lo)) / f64::from(hi - lo);
        let Some(satisfaction) = mean.value.map(on_five) else { return };
        let n = importance.reading.n;
        if importance.rated {
            self.show(ALL, code, "gap", Reading::of(Some(weight - satisfaction), n));
        }
        let between = mean
            .low
            .zip(mean.high)
            .is_some_and(|(l, h)| on_five(l) <= SATISFACTION_LINE && SATISFACTION_LINE <= on_five(h));
        let word = match (weight >= importance.line, satisfaction >= SATISFACTION_LINE) {
            _ if between => "to_confirm",
            (true, false) => "act_first",
            (true, true) => "maintain",
            (false, false) => "secondary",
            (false, true) => "unexpected_strength",
        };
        self.say(ALL, code, "quadrant", word, n);
    }

    /// The composite index of the shown dimensions' scores out of 100: with equal weights, and with importance for
    /// weights where every shown dimension has one.
    pub fn index(&mut self, dimensions: &[Choice]) {
        let of = |code: &str, indicator: &str| self.last(ALL, code, indicator).and_then(|figure| figure.value);
        let scores: Vec<(Option<f64>, Option<f64>)> =
            dimensions.iter().map(|d| (of(&d.code, "score100"), of(&d.code, "importance"))).collect();
        let n = dimensions
            .iter()
            .filter_map(|d| self.last(ALL, &d.code, "score100")?.n)
            .filter_map(|n| u32::try_from(n).ok())
            .min();
        let Some(n) = n else { return };
        let equal: Vec<Part> = scores.iter().map(|(score, _)| Part::equal(*score)).collect();
        if let Some(found) = composite(&equal) {
            self.show(ALL, CAMPAIGN, "index", Reading::of(Some(found.index), n));
        }
        let weighted: Option<Vec<Part>> = scores
            .iter()
            .filter(|(score, _)| score.is_some())
            .map(|(score, weight)| Some(Part { score: *score, weight: (*weight)? }))
            .collect();
        if let Some(found) = weighted.and_then(|parts| composite(&parts)) {
            self.show(ALL, CAMPAIGN, "index_weighted", Reading::of(Some(found.index), n));
        }
    }

    fn last(&self, group: &str, subject: &str, indicator: &str) -> Option<Figure> {
        let found = |f: &&Figure| f.client_group.as_str() == group && f.subject == subject && f.indicator == indicator;
        self.rows.iter().rev().find(found).filter(|figure| figure.shown).cloned()
    }

    /// Participation of one supplier, for all clients. Answers of people who were not asked, or count in no group, are in
    /// `responses` and in no rate: a rate beside them would tell how many they are, and with it how many answered in
    /// a group hidden together with them.
    pub fn participation(&mut self, counts: &Participation, decisions: &Decisions) {
        let Participation { proposed, complete, partial, no_contacts, responses } = *counts;
        // Somebody who answered may have been taken out of the count since: it is never below the sheets counted.
        let all_asked = responses == complete + partial;
        let least = if all_asked { complete + partial } else { responses };
        let eligible = proposed.map(|people| match people.saturating_sub(no_contacts) {
            left if left < complete + partial => least,
            left => left,
        });
        let rate = |count: u32| eligible.and_then(|eligible| share(count.min(eligible), eligible));
        let asked = eligible.unwrap_or(responses);
        if no_contacts >= NO_CONTACT_MIN {
            let n = proposed.unwrap_or(no_contacts);
            self.show(ALL, CAMPAIGN, "no_contact", Reading::of(Some(f64::from(no_contacts)), n));
        } else {
            self.hide(ALL, CAMPAIGN, "no_contact");
        }
        if !decisions.shows(ALL, CAMPAIGN, Release::Value) {
            match eligible {
                Some(n) => self.show(ALL, CAMPAIGN, "eligible", Reading::of(Some(f64::from(n)), n)),
                None => self.hide(ALL, CAMPAIGN, "eligible"),
            }
            for indicator in ["responses", "rr1", "rr2"] {
                self.hide(ALL, CAMPAIGN, indicator);
            }
            return;
        }
        self.show(ALL, CAMPAIGN, "eligible", Reading::of(eligible.map(f64::from), asked));
        self.show(ALL, CAMPAIGN, "responses", Reading::of(Some(f64::from(responses)), responses));
        for (indicator, sheets) in [("rr1", complete), ("rr2", complete + partial)] {
            if all_asked || eligible.is_none() {
                self.show(ALL, CAMPAIGN, indicator, Reading::of(rate(sheets), asked));
            } else {
                self.hide(ALL, CAMPAIGN, indicator);
            }
        }
        let satisfied = self.last(ALL, OVERALL, "satisfied");
        let p_and_n = satisfied.and_then(|figure| Some((figure.value?, u32::try_from(figure.n?).ok()?)));
        if let Some((p, n)) = p_and_n.filter(|(_, n)| *n >= INTERVAL_MIN_N) {
            self.show(ALL, OVERALL, "margin", Reading::of(eligible.and_then(|eligible| margin_fpc(p, n, eligible)), n));
        }
    }
}

/// What participation in one supplier's part of a campaign is computed from.
pub struct Participation {
    /// Eligible people it was proposed to; none where that is not known, for a wave brought from elsewhere.
    pub proposed: Option<u32>,
    pub complete: u32,
    pub partial: u32,
    pub no_contacts: u32,
    pub responses: u32,
}

/// What a dimension's figures are made of in one group.
pub struct Pooled<'a> {
    pub pool: &'a Pool,
    pub questions: &'a [Question],
    pub counts: &'a GroupTally,
    pub whole: &'a DimensionTally,
}

/// A dimension's importance and the line above which it counts as high.
struct Importance {
    reading: Reading,
    line: f64,
    /// Rated on a scale and carried to 1..5, not chosen among the dimensions.
    rated: bool,
}

/// The share that chose the dimension (line 3 out of the number of dimensions), or the mean of a rating carried to
/// 1..5 (line 4).
fn importance_of(
    dimension: &str,
    questions: &[Question],
    dimensions: usize,
    all: &GroupTally,
    decisions: &Decisions,
) -> Option<Importance> {
    let open = |(_, question): &(usize, &Question)| decisions.shows(ALL, &question.code, Release::Levels);
    let mut chosen_among = questions.iter().enumerate().filter(|(_, q)| q.kind == Kind::ChooseDimensions);
    if let Some((place, _)) = chosen_among.find(open) {
        let counts = all.question(place);
        let chosen = counts.choices.get(dimension).copied().unwrap_or(0);
        if chosen == 0 || chosen == counts.choosers {
            return None;
        }
        let reading =
            Reading::of(share(chosen, counts.choosers), counts.choosers).within(wilson(chosen, counts.choosers));
        return Some(Importance { reading, line: chosen_line(dimensions), rated: false });
    }
    let mut rated = questions
        .iter()
        .enumerate()
        .filter(|(_, q)| q.kind == Kind::Importance && q.dimension.as_deref() == Some(dimension));
    let (place, question) = rated.find(open)?;
    let (lo, hi) = question.range()?;
    let values = &all.question(place).values;
    let on_five = |value: f64| 1.0 + 4.0 * (value - f64::from(lo)) / f64::from(hi - lo);
    let interval = mean_interval(values).map(|i| Interval { low: on_five(i.low), high: on_five(i.high) });
    let reading = Reading::of(values.mean().map(on_five), values.n()).within(interval);
    Some(Importance { reading, line: IMPORTANCE_LINE, rated: true })
}

/// The scale a dimension's mean is on: the one its questions share, else 1..5.
fn scale_of(dimension: &str, questions: &[Question]) -> Option<(i32, i32)> {
    let asked = rated_of(dimension, questions);
    Pool::of(questions, &asked, &asked).map(|pool| (pool.lo, pool.hi))
}

/// The places of a dimension's rated questions, in the questionnaire's order.
pub fn rated_of(dimension: &str, questions: &[Question]) -> Vec<usize> {
    let of = |q: &Question| q.kind.is_rated() && q.dimension.as_deref() == Some(dimension);
    questions.iter().enumerate().filter(|(_, question)| of(question)).map(|(place, _)| place).collect()
}

fn share(count: u32, n: u32) -> Option<f64> {
    (n > 0 && count <= n).then(|| f64::from(count) / f64::from(n))
}

fn one_decimal(mean: f64) -> f64 {
    (mean * 10.0).round() / 10.0
}

fn out_of_100(mean: f64, lo: i32, hi: i32) -> f64 {
    (mean - f64::from(lo)) / f64::from(hi - lo) * 100.0
}
