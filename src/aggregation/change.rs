//! Change between two waves, shown only when it is real: what is comparable, the test, the verdict, the trend.

use std::collections::BTreeMap;

use super::comparable::{Ground, changed, counted, responses, why_not};
use super::figure::ALL;
use super::indicators::{Reading, Sheet};
use super::statistics::{
    Histogram, Verdict, holm, latest_run, mann_whitney, newcombe_shares, permutation_p, trend, verdict, welch,
};
use super::store::{self, Published};
use crate::campaign::comparison::{self, Composition};
use crate::campaign::{Campaign, store as campaigns};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::Result;
use crate::questionnaire::compare::questions_of;
use crate::questionnaire::{self, Meanings, OVERALL, Question, store as questionnaires};

/// The trend looks back over this many unbroken waves at most: ten years of quarters.
pub const TREND_WAVES: usize = 40;

/// The change of one subject, overall or a dimension, for all clients.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub satisfied: Option<Reading2>,
    pub mean: Option<Reading2>,
    pub p: Option<f64>,
    pub p_holm: Option<f64>,
    pub delta: Option<f64>,
    /// A verdict of docs/method.md, or `not_comparable`.
    pub word: &'static str,
    pub n: u32,
}

/// A difference and its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading2 {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

pub const NOT_COMPARABLE: &str = "not_comparable";

/// One wave as comparing sees it.
pub struct Wave {
    /// Those for all clients.
    pub figures: Published,
    pub scores: BTreeMap<String, Vec<(f64, u32)>>,
    pub questions: Vec<Question>,
    pub groups: Composition,
}

impl Wave {
    /// A published wave of `supplier`, or none when it was not in that campaign.
    pub fn load(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Option<Self>> {
        let rows = campaigns::campaign_suppliers(conn, campaign)?;
        let Some(version) = rows.into_iter().find(|row| row.supplier == *supplier).and_then(|row| row.questionnaire)
        else {
            return Ok(None);
        };
        Ok(Some(Self {
            figures: store::published_totals(conn, campaign, supplier)?,
            scores: store::moments(conn, campaign, supplier)?,
            questions: questionnaires::questions(conn, &version)?,
            groups: comparison::of_campaign(conn, campaign)?,
        }))
    }

    pub fn ground(&self) -> Ground<'_> {
        Ground { questions: &self.questions, groups: &self.groups, figures: &self.figures }
    }
}

/// Compares `later` with `earlier`: overall alone, the dimensions together (Holm).
pub fn compare(earlier: &Wave, later: &Wave, meanings: &Meanings) -> BTreeMap<String, Change> {
    let mut changes = BTreeMap::new();
    let mut tested: Vec<(String, f64)> = Vec::new();
    let dimensions = questionnaire::measured(&later.questions);
    for subject in [OVERALL.to_owned()].into_iter().chain(dimensions.into_iter().map(|choice| choice.code)) {
        let change = match why_not(&earlier.ground(), &later.ground(), &subject, meanings) {
            None => one(earlier, later, &subject),
            Some(_) => None,
        };
        let change = change.unwrap_or(Change {
            satisfied: None,
            mean: None,
            p: None,
            p_holm: None,
            delta: None,
            word: NOT_COMPARABLE,
            n: 0,
        });
        if let (true, Some(p)) = (subject != OVERALL && change.word != Verdict::TooFew.as_str(), change.p) {
            tested.push((subject.clone(), p));
        }
        changes.insert(subject, change);
    }
    let adjusted = holm(&tested.iter().map(|(_, p)| *p).collect::<Vec<_>>());
    for ((subject, _), p) in tested.into_iter().zip(adjusted) {
        if let Some(change) = changes.get_mut(&subject) {
            change.p_holm = Some(p);
            change.word = verdict(p, change.delta.unwrap_or(0.0), change.n, change.n).as_str();
        }
    }
    changes
}

/// The comparison of one subject, before Holm; none when a wave published nothing comparable about it.
fn one(earlier: &Wave, later: &Wave, subject: &str) -> Option<Change> {
    let (n1, n2) = (responses(&earlier.figures, subject)?, responses(&later.figures, subject)?);
    let scores = (earlier.scores.get(subject), later.scores.get(subject));
    let difference =
        |value: f64, interval: super::statistics::Interval| Reading2 { value, low: interval.low, high: interval.high };
    // A scale of fewer than four points has no share.
    let shares = counted(&earlier.figures, subject).zip(counted(&later.figures, subject));
    let satisfied = shares
        .and_then(|(before, after)| newcombe_shares(before, after))
        .map(|(value, interval)| difference(value, interval));
    let n = n1.min(n2);
    let (Some(a), Some(b)) = scores else {
        // Without both waves' moments (too few answers for levels) a change is not shown at all.
        let word = Verdict::TooFew.as_str();
        return Some(Change { satisfied: None, mean: None, p: None, p_holm: None, delta: None, word, n });
    };
    // Who answered fewer than half of a dimension's questions has no score: the test may rest on fewer.
    let scored = |list: &[(f64, u32)]| list.iter().map(|(_, count)| count).sum::<u32>();
    let (n1, n2) = (n1.min(scored(a)), n2.min(scored(b)));
    let n = n1.min(n2);
    let whole = integers(a).zip(integers(b));
    let single = questions_of(&later.questions, subject).len() == 1;
    let mean = whole.as_ref().filter(|_| single).and_then(|(a, b)| welch(a, b));
    let test = mann_whitney(a, b)?;
    let p = if n < super::statistics::TEST_MIN_N {
        whole.as_ref().and_then(|(a, b)| permutation_p(a, b))
    } else {
        Some(test.p)
    };
    Some(Change {
        satisfied,
        mean: mean.map(|(value, interval)| difference(value, interval)),
        p,
        p_holm: None,
        delta: Some(test.delta),
        word: verdict(test.p, test.delta, n1, n2).as_str(),
        n,
    })
}

/// The scores as a histogram of whole values; none when some are means of several questions.
fn integers(scores: &[(f64, u32)]) -> Option<Histogram> {
    let mut histogram = Histogram::default();
    for (score, count) in scores {
        let value: i32 = format!("{score}").parse().ok()?;
        histogram.add_many(value, *count);
    }
    Some(histogram)
}

/// Writes the change and trend figures of one supplier: against the latest earlier wave, and over the unbroken waves
/// before it. Earlier is what was asked before and published before `before`, so that counting again later finds the
/// same waves. `later` has its figures so far.
pub fn write(
    conn: &mut Conn,
    sheet: &mut Sheet<'_>,
    campaign: &Campaign,
    supplier: &SupplierCode,
    later: &Wave,
    before: Moment,
    meanings: &Meanings,
) -> Result<()> {
    let mut earlier = Vec::new();
    for wave in waves_before(conn, campaign, before)? {
        earlier.extend(Wave::load(conn, &wave.id, supplier)?);
    }
    if let Some(previous) = earlier.last() {
        for (subject, change) in compare(previous, later, meanings) {
            let reading = |value: f64| Reading { value: Some(value), interval: None, n: change.n };
            let around = |d: Reading2| Reading {
                value: Some(d.value),
                interval: Some(super::statistics::Interval { low: d.low, high: d.high }),
                n: change.n,
            };
            if let Some(difference) = change.satisfied {
                sheet.show(ALL, &subject, "change_satisfied", around(difference));
            }
            if let Some(difference) = change.mean {
                sheet.show(ALL, &subject, "change_mean", around(difference));
            }
            for (indicator, value) in
                [("change_p", change.p), ("change_p_holm", change.p_holm), ("change_delta", change.delta)]
            {
                if let Some(value) = value {
                    sheet.show(ALL, &subject, indicator, reading(value));
                }
            }
            sheet.say(ALL, &subject, "change_verdict", change.word, change.n);
        }
    }
    write_trend(sheet, &earlier, later, meanings);
    Ok(())
}

/// The waves that came before `campaign` and stood published before `before`, oldest first. Two that began the same day
/// come in the order in which they were published.
pub fn waves_before(conn: &mut Conn, campaign: &Campaign, before: Moment) -> Result<Vec<Campaign>> {
    let mut waves: Vec<Campaign> =
        campaigns::published(conn)?.into_iter().filter(|wave| wave.comes_before(campaign, before)).collect();
    waves.sort_by_key(|wave| (wave.opens_on, wave.published_at));
    Ok(waves)
}

fn write_trend(sheet: &mut Sheet<'_>, earlier: &[Wave], later: &Wave, meanings: &Meanings) {
    let mut chain = vec![later];
    for wave in earlier.iter().rev().take(TREND_WAVES - 1) {
        let Some(next) = chain.last() else { break };
        if changed(&wave.ground(), &next.ground(), OVERALL, meanings).is_some() {
            break;
        }
        chain.push(wave);
    }
    chain.reverse();
    let waves: Vec<(u32, u32)> = chain
        .iter()
        .map(|wave| {
            // A hidden wave counts as one with too few answers: the run begins anew after it.
            counted(&wave.figures, OVERALL).map_or((0, 0), |(share, n)| (whole(share * f64::from(n)), n))
        })
        .collect();
    let found = trend(latest_run(&waves));
    let n = waves.last().map_or(0, |(_, n)| *n);
    if let Some(p) = found.p {
        sheet.show(ALL, OVERALL, "trend_p", Reading { value: Some(p), interval: None, n });
    }
    sheet.say(ALL, OVERALL, "trend_verdict", found.verdict.as_str(), n);
}

/// The nearest count; shares come from counts, so this undoes a division.
fn whole(count: f64) -> u32 {
    format!("{:.0}", count.max(0.0)).parse().unwrap_or(0)
}

/// What became of one subject between two published waves, for the effect of an action: the later reading and the
/// verdict word of [`compare`].
pub fn between(
    conn: &mut Conn,
    earlier: &CampaignId,
    later: &CampaignId,
    supplier: &SupplierCode,
    subject: &str,
) -> Result<&'static str> {
    let (Some(before), Some(after)) = (Wave::load(conn, earlier, supplier)?, Wave::load(conn, later, supplier)?) else {
        return Ok(NOT_COMPARABLE);
    };
    // The later publication's own marks: those made since change nothing that it said.
    let published_at = campaigns::campaign(conn, later)?.published_at;
    let meanings = questionnaires::meanings(conn)?;
    let meanings = published_at.map_or_else(Meanings::default, |moment| meanings.at(moment));
    Ok(compare(&before, &after, &meanings).remove(subject).map_or(NOT_COMPARABLE, |change| change.word))
}
