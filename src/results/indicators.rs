//! Every indicator by its name in the tidy file: its unit, where its definition stands, how its figures are said.
//! A name that is not here has no place on a page.

use serde::Serialize;

use crate::aggregation::figure::Figure;

use crate::aggregation::store::Published;
use crate::error::Say;
use crate::render::{Language, figures, words};

/// What a figure's value is, and so how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 0..1, written as a percentage.
    Share,
    /// On the scale of its question.
    Mean,
    /// 0..100, never written with a percent sign.
    Score,
    /// A difference of shares, written in points.
    Points,
    /// A difference of means.
    Difference,
    /// -100..100.
    Balance,
    /// Half the width of an interval, in points.
    Margin,
    /// A share of those who chose it, or a mean of 1..5.
    Importance,
    Probability,
    /// -1..1, said as chances out of a hundred.
    Delta,
    /// Alpha, correlations, shares of variance.
    Coefficient,
    Count,
    Word,
}

/// One indicator of the tidy file.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Indicator {
    /// Its name there; `count` stands for all of `count_…`. Its anchor on the method page too.
    pub code: &'static str,
    pub unit: Unit,
    /// Has edge cases worth saying, and a source to name.
    pub edges: bool,
    pub source: bool,
}

const fn of(code: &'static str, unit: Unit, edges: bool, source: bool) -> Indicator {
    Indicator { code, unit, edges, source }
}

/// The families of the method page, each with its indicators in reading order.
pub const FAMILIES: [(&str, &[Indicator]); 7] = [
    (
        "question",
        &[
            of("satisfied", Unit::Share, true, true),
            of("mean", Unit::Mean, true, true),
            of("median", Unit::Mean, false, false),
            of("sd", Unit::Mean, true, false),
            of("score100", Unit::Score, true, false),
            of("dissatisfied", Unit::Share, true, true),
            of("top1", Unit::Share, false, true),
            of("net", Unit::Points, true, true),
            of("count", Unit::Count, true, false),
            of("not_applicable", Unit::Count, false, false),
            of("blank", Unit::Count, false, false),
            of("recommendation", Unit::Balance, true, true),
            of("effort", Unit::Mean, true, true),
            of("effort_low", Unit::Share, false, true),
        ],
    ),
    (
        "participation",
        &[
            of("responses", Unit::Count, true, false),
            of("eligible", Unit::Count, true, false),
            of("rr1", Unit::Share, true, true),
            of("rr2", Unit::Share, true, true),
            of("no_contact", Unit::Count, true, false),
            of("margin", Unit::Margin, true, true),
        ],
    ),
    (
        "priorities",
        &[
            of("importance", Unit::Importance, true, true),
            of("gap", Unit::Difference, true, false),
            of("quadrant", Unit::Word, true, true),
        ],
    ),
    (
        "whole",
        &[
            of("lmg", Unit::Coefficient, true, true),
            of("relative_weight", Unit::Coefficient, false, true),
            of("r2", Unit::Coefficient, false, false),
            of("spearman", Unit::Coefficient, true, true),
            of("index", Unit::Score, true, false),
            of("index_weighted", Unit::Score, true, false),
            of("alpha", Unit::Coefficient, true, true),
        ],
    ),
    ("weighting", &[of("weighted_mean", Unit::Mean, true, false), of("weighted_satisfied", Unit::Share, false, false)]),
    (
        "change",
        &[
            of("change_satisfied", Unit::Points, true, true),
            of("change_mean", Unit::Difference, true, true),
            of("change_p", Unit::Probability, true, true),
            of("change_p_holm", Unit::Probability, false, true),
            of("change_delta", Unit::Delta, true, true),
            of("change_verdict", Unit::Word, true, true),
            of("trend_p", Unit::Probability, true, true),
            of("trend_verdict", Unit::Word, true, true),
        ],
    ),
    ("suppliers", &[of("shrunk_mean", Unit::Mean, true, true), of("funnel", Unit::Word, true, true)]),
];

/// The definition of `name`; the counts of values and options share one.
pub fn indicator(name: &str) -> Option<&'static Indicator> {
    let name = if name.starts_with("count_") { "count" } else { name };
    FAMILIES.iter().flat_map(|(_, list)| *list).find(|indicator| indicator.code == name)
}

/// One figure as a page says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Where its definition stands on the method page.
    pub anchor: &'static str,
    /// The value in the reader's convention, or why there is none.
    pub text: String,
    /// The ends of its interval.
    pub between: Option<String>,
    pub n: Option<i32>,
    pub shown: bool,
}

fn words(language: Language, key: &'static str) -> String {
    words::say(language, &Say::new(key))
}

impl Cell {
    /// The figure, or none when the publication has no such row.
    pub fn of(published: &Published, language: Language, group: &str, subject: &str, name: &str) -> Option<Self> {
        Self::new(published.get(group, subject, name)?, language)
    }

    pub fn new(figure: &Figure, language: Language) -> Option<Self> {
        let indicator = indicator(&figure.indicator)?;
        let absent =
            |key| Self { anchor: indicator.code, text: words(language, key), between: None, n: figure.n, shown: false };
        if !figure.shown {
            return Some(absent("hidden"));
        }
        let text = match (&figure.word, figure.value) {
            (Some(word), _) if indicator.unit == Unit::Word => said(language, indicator.code, word),
            (_, Some(value)) if indicator.unit == Unit::Mean && figure.low.is_none() && is_rounded(value) => {
                figures::decimal(language, value, 1)
            }
            (_, Some(value)) => value_text(language, indicator.unit, value),
            // A count of zero is a figure; anything else about nobody is not.
            (_, None) if figure.n == Some(0) => return Some(absent("no-figure")),
            (_, None) => return Some(absent("not-computable")),
        };
        let ends = figure.low.zip(figure.high);
        let between = ends.map(|(low, high)| between_text(language, indicator.unit, low, high));
        Some(Self { anchor: indicator.code, text, between, n: figure.n, shown: true })
    }
}

/// Published with one decimal, as means are where levels are not shown: a second one would be invented.
fn is_rounded(value: f64) -> bool {
    (value * 10.0 - (value * 10.0).round()).abs() < 1e-9
}

fn said(language: Language, code: &str, word: &str) -> String {
    let key = match code {
        "quadrant" => format!("quadrant-{word}"),
        "trend_verdict" => format!("verdict-trend-{word}"),
        "funnel" => format!("funnel-{word}"),
        _ => format!("verdict-change-{word}"),
    };
    words::words(language, &key, std::iter::empty()).unwrap_or_else(|| word.to_owned())
}

/// `value` with its sign, so that a difference reads as one.
fn signed(text: String, value: f64) -> String {
    if value > 0.0 && text.chars().any(|c| ('1'..='9').contains(&c)) {
        format!("+{text}")
    } else {
        text.replace('-', "−")
    }
}

/// How a value is written: rounded for the eye, two decimals for means in tables.
pub fn value_text(language: Language, unit: Unit, value: f64) -> String {
    let with = |key, name, text: String| words::say(language, &Say::new(key).with(name, text));
    match unit {
        Unit::Share => figures::percent(language, value),
        Unit::Importance if value <= 1.0 => figures::percent(language, value),
        Unit::Mean | Unit::Importance => figures::decimal(language, value, 2),
        Unit::Score => figures::decimal(language, value, 1),
        Unit::Points => {
            let points = figures::integer(language, value * 100.0);
            let say = Say::new("unit-points").with("count", points.trim_start_matches('-'));
            words::say(language, &say.with("n", signed(points, value)))
        }
        Unit::Difference => signed(figures::decimal(language, value, 2), value),
        Unit::Balance => signed(figures::integer(language, value), value),
        Unit::Margin => with("unit-margin", "n", figures::integer(language, value * 100.0)),
        Unit::Probability if value < 0.001 => with("unit-under", "value", figures::decimal(language, 0.001, 3)),
        Unit::Probability => figures::decimal(language, value, 3),
        Unit::Delta => with("unit-chances", "n", figures::integer(language, (value + 1.0) * 50.0)),
        Unit::Coefficient => figures::decimal(language, value, 2).replace('-', "−"),
        Unit::Count | Unit::Word => figures::integer(language, value),
    }
}

fn between_text(language: Language, unit: Unit, low: f64, high: f64) -> String {
    let whole = |value: f64| figures::integer(language, (value * 100.0).round());
    match unit {
        Unit::Share => format!("{}–{}", whole(low), whole(high)),
        Unit::Importance if high <= 1.0 => format!("{}–{}", whole(low), whole(high)),
        Unit::Mean | Unit::Importance => {
            format!("{}–{}", figures::decimal(language, low, 2), figures::decimal(language, high, 2))
        }
        _ => {
            let end = |value: f64| match unit {
                Unit::Points => signed(whole(value), value),
                Unit::Balance => signed(figures::integer(language, value), value),
                _ => signed(figures::decimal(language, value, 2), value),
            };
            let say = Say::new("unit-between").with("low", end(low)).with("high", end(high));
            words::say(language, &say)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_for_people() {
        let text = |unit, value| value_text(Language::Fr, unit, value);
        assert_eq!(text(Unit::Share, 0.623), "62\u{a0}%");
        assert_eq!(text(Unit::Importance, 0.5), "50\u{a0}%");
        assert_eq!(text(Unit::Importance, 4.25), "4,25");
        assert_eq!(text(Unit::Points, 0.071), "+7\u{a0}points");
        assert_eq!(text(Unit::Points, -0.071), "−7\u{a0}points");
        assert_eq!(text(Unit::Points, 0.001), "0\u{a0}point");
        assert_eq!(text(Unit::Delta, 0.14), "57\u{a0}chances sur 100");
        assert_eq!(text(Unit::Probability, 0.000_2), "< 0,001");
        assert_eq!(value_text(Language::En, Unit::Difference, -0.333), "−0.33");
        assert_eq!(between_text(Language::En, Unit::Points, -0.03, 0.17), "−3 to +17");
        assert_eq!(between_text(Language::Fr, Unit::Share, 0.5, 0.73), "50–73");
    }

    #[test]
    fn codes_stand_once() {
        let mut codes: Vec<&str> = FAMILIES.iter().flat_map(|(_, list)| *list).map(|one| one.code).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
        assert_eq!(indicator("count_4").map(|one| one.code), Some("count"));
        assert!(indicator("nonsense").is_none());
    }
}
