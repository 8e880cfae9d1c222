//! What was promised, measured and felt in a published quarter, as pages and files say it.

use serde::Serialize;

use crate::aggregation::figure::ALL;
use crate::aggregation::store::Published;
use crate::campaign::promised::Standing;
use crate::catalogue::{FEWEST_CASES, Felt, Measured, Measurement, Verdict};
use crate::clock::Day;
use crate::render::Language;

#[cfg(debug_assertions)]
pub mod samples;

/// A value on so many cases.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Value {
    value: f64,
    cases: i32,
    /// `cases` is the number itself; else no more than it.
    exact: bool,
    source: String,
    day: Day,
}

/// One promise of one quarter.
#[derive(Debug, Clone, Serialize)]
pub struct PromiseLine {
    pub code: String,
    pub text: String,
    target: f64,
    measured_in: String,
    direction: &'static str,
    /// Too few people do the work for anything to be said.
    few: bool,
    /// What was published; nothing under ten cases.
    value: Option<Value>,
    measured: &'static str,
    felt: &'static str,
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    pub verdict: &'static str,
    /// The page's first sentence says it.
    bold: bool,
    /// The kind of action that it asks for.
    pub proposes: Option<&'static str>,
    /// What came or was corrected after the publication.
    since: Option<Value>,
}

/// A number of cases that says how large and no more: down to tens, to hundreds from a thousand on.
fn about(cases: i32) -> i32 {
    let step = if cases >= 1000 { 100 } else { 10 };
    cases - cases % step
}

fn value((value, cases): (f64, i32), source: &str, day: Day, exact: bool) -> Option<Value> {
    let shown = if exact { cases } else { about(cases) };
    (cases >= FEWEST_CASES).then(|| Value { value, cases: shown, exact, source: source.to_owned(), day })
}

impl PromiseLine {
    /// `exact` for those who may read the number of cases itself; `now` is what is measured by today.
    pub fn of(one: &Standing, published: &Published, now: &[Measurement], language: Language, exact: bool) -> Self {
        let (row, version) = (&one.promised, &one.version);
        let copied = row.value.zip(row.cases).zip(row.measured_on);
        let source = row.source.as_deref().unwrap_or_default();
        let later = now.iter().find(|measurement| measurement.commitment == row.commitment && row.has_figures);
        let changed = later.filter(|m| row.value != Some(m.value) || row.cases != Some(m.cases));
        let asked = row.felt.filter(|felt| *felt != Felt::NotAsked).and(row.question.as_ref());
        let mean = asked.and_then(|code| published.get(ALL, code, "mean")).filter(|figure| figure.shown);
        let verdict = row.verdict.unwrap_or(Verdict::Nothing);
        Self {
            code: row.commitment.clone(),
            text: version.texts.pick(language).to_owned(),
            target: version.target,
            measured_in: version.measured_in.pick(language).to_owned(),
            direction: version.direction.as_str(),
            few: !row.has_figures,
            value: copied.and_then(|(pair, day)| value(pair, source, day, exact)),
            measured: row.measured.unwrap_or(Measured::Unknown).as_str(),
            felt: row.felt.unwrap_or(Felt::NotAsked).as_str(),
            mean: mean.and_then(|figure| figure.value),
            low: mean.and_then(|figure| figure.low),
            high: mean.and_then(|figure| figure.high),
            verdict: verdict.as_str(),
            bold: verdict.is_bold(),
            proposes: verdict.proposes(),
            since: changed.and_then(|m| value((m.value, m.cases), &m.source, m.day, exact)),
        }
    }

    /// What asks for an action first, then what is kept, then what nothing can be said of.
    pub fn rank(&self) -> (bool, bool, bool) {
        (!self.bold, self.proposes.is_none(), self.verdict == Verdict::Nothing.as_str())
    }
}

/// The lines of a service's quarter, the most urgent first.
pub fn lines(
    list: &[Standing],
    published: &Published,
    now: &[Measurement],
    language: Language,
    exact: bool,
) -> Vec<PromiseLine> {
    let mut lines: Vec<PromiseLine> =
        list.iter().map(|one| PromiseLine::of(one, published, now, language, exact)).collect();
    lines.sort_by_key(PromiseLine::rank);
    lines
}

#[cfg(test)]
mod tests {
    use super::about;

    #[test]
    fn others_read_how_large_a_number_is_and_no_more() {
        let told: Vec<i32> = [10, 19, 20, 245, 999, 1000, 1240].into_iter().map(about).collect();
        assert_eq!(told, [10, 10, 20, 240, 990, 1000, 1200]);
    }
}
