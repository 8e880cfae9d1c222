//! The parts of the page about dimensions, change, what drives satisfaction, and how it all was computed.

use serde::Serialize;

use super::{Named, Source, questions};
use crate::aggregation::figure::ALL;
use crate::aggregation::importance::Measured;
use crate::aggregation::statistics::{Label, Preset};
use crate::questionnaire::{self, OVERALL, Question};
use crate::results::indicators::Cell;

/// Under this difference, weighting for non-response changes nothing worth saying, on the scale of the question.
const WEIGHTING_MATTERS: f64 = 0.05;

#[derive(Debug, Clone, Serialize)]
pub struct DimensionFigures {
    pub code: String,
    pub name: String,
    pub satisfied: Option<Cell>,
    pub mean: Option<Cell>,
    pub label: Option<Label>,
    pub score: Option<Cell>,
    pub importance: Option<Cell>,
    /// The wave its importance was measured in, when it was not this one.
    pub importance_of: Option<String>,
    pub gap: Option<Cell>,
    pub quadrant: Option<Cell>,
}

/// `measured` is the wave that importance is read from.
pub fn dimensions(
    source: Source<'_>,
    questions: &[Question],
    preset: Preset,
    measured: Option<&Measured>,
) -> Vec<DimensionFigures> {
    let own_wave = source.published.iter().any(|figure| figure.indicator == "importance" && figure.shown);
    let earlier = measured.filter(|_| !own_wave);
    questionnaire::measured(questions)
        .into_iter()
        .filter_map(|dimension| {
            let code = dimension.code.as_str();
            let own = |q: &&Question| q.kind.is_rated() && q.dimension.as_deref() == Some(code);
            let first = questions.iter().find(own);
            Some(DimensionFigures {
                name: dimension.label(source.language).to_owned(),
                satisfied: source.all(code, "satisfied"),
                mean: Some(source.all(code, "mean")?),
                label: first.and_then(|q| questions::label_of(source.published, q, code, preset)),
                score: source.all(code, "score100"),
                importance: match earlier {
                    Some(wave) => Cell::of(&wave.figures, source.language, ALL, code, "importance"),
                    None => source.all(code, "importance"),
                },
                importance_of: earlier.map(|wave| wave.code.clone()),
                gap: source.all(code, "gap"),
                quadrant: source.all(code, "quadrant"),
                code: dimension.code,
            })
        })
        .collect()
}

/// How one subject moved since the wave before.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeFigures {
    pub name: String,
    /// The word of the verdict, which decides the mark: an unproved change has none.
    pub word: String,
    pub verdict: Cell,
    pub satisfied: Option<Cell>,
    pub mean: Option<Cell>,
    pub delta: Option<Cell>,
    pub p: Option<Cell>,
    pub p_holm: Option<Cell>,
}

pub fn changes(source: Source<'_>, overall: &str, dimensions: &[DimensionFigures]) -> Vec<ChangeFigures> {
    let subjects = dimensions.iter().map(|row| (row.code.as_str(), row.name.as_str()));
    std::iter::once((OVERALL, overall))
        .chain(subjects)
        .filter_map(|(code, name)| {
            Some(ChangeFigures {
                name: name.to_owned(),
                word: source.published.word(code, "change_verdict").unwrap_or_default().to_owned(),
                verdict: source.all(code, "change_verdict")?,
                satisfied: source.all(code, "change_satisfied"),
                mean: source.all(code, "change_mean"),
                delta: source.all(code, "change_delta"),
                p: source.all(code, "change_p"),
                p_holm: source.all(code, "change_p_holm"),
            })
        })
        .collect()
}

/// What goes with satisfaction overall, dimension by dimension.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Drivers {
    pub rows: Vec<DriverFigures>,
    pub r2: Option<Cell>,
    /// Too few answers for shares of variance: correlations only, an indication.
    pub indicative: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct DriverFigures {
    pub name: String,
    pub lmg: Option<Cell>,
    pub relative_weight: Option<Cell>,
    pub spearman: Option<Cell>,
}

pub fn drivers(source: Source<'_>, dimensions: &[DimensionFigures]) -> Drivers {
    let mut rows: Vec<(f64, DriverFigures)> = dimensions
        .iter()
        .map(|row| {
            let code = row.code.as_str();
            let driver = DriverFigures {
                name: row.name.clone(),
                lmg: source.all(code, "lmg"),
                relative_weight: source.all(code, "relative_weight"),
                spearman: source.all(code, "spearman"),
            };
            let weight = source.published.value(code, "lmg").or_else(|| source.published.value(code, "spearman"));
            (weight.unwrap_or(f64::NEG_INFINITY), driver)
        })
        .filter(|(_, row)| row.lmg.is_some() || row.relative_weight.is_some() || row.spearman.is_some())
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rows: Vec<DriverFigures> = rows.into_iter().map(|(_, row)| row).collect();
    let r2 = source.all("*", "r2").or_else(|| source.all(OVERALL, "r2"));
    Drivers { indicative: !rows.is_empty() && rows.iter().all(|row| row.lmg.is_none()), rows, r2 }
}

/// The mean and the share weighted for non-response, beside the plain ones.
#[derive(Debug, Clone, Serialize)]
pub struct Weighting {
    pub mean: Option<Cell>,
    pub plain_mean: Option<Cell>,
    pub satisfied: Option<Cell>,
    pub plain_satisfied: Option<Cell>,
    pub no_effect: bool,
}

pub fn weighting(source: Source<'_>) -> Option<Weighting> {
    let mean = source.all(OVERALL, "weighted_mean");
    let satisfied = source.all(OVERALL, "weighted_satisfied");
    if mean.is_none() && satisfied.is_none() {
        return None;
    }
    let values = source.published.value(OVERALL, "weighted_mean").zip(source.published.value(OVERALL, "mean"));
    // The interval stands once on the page, with the plain figure.
    let plain = |indicator| source.all(OVERALL, indicator).map(|cell| Cell { between: None, ..cell });
    Some(Weighting {
        no_effect: values.is_some_and(|(weighted, mean)| (weighted - mean).abs() < WEIGHTING_MATTERS),
        plain_mean: plain("mean"),
        plain_satisfied: plain("satisfied"),
        mean,
        satisfied,
    })
}

/// Alpha of each dimension that has one, and of the core questions together.
#[derive(Debug, Clone, Serialize)]
pub struct AlphaFigures {
    /// Empty for the core questions together.
    pub name: String,
    pub alpha: Cell,
}

pub fn alphas(source: Source<'_>, dimensions: &[DimensionFigures]) -> Vec<AlphaFigures> {
    let of =
        |row: &DimensionFigures| Some(AlphaFigures { name: row.name.clone(), alpha: source.all(&row.code, "alpha")? });
    let whole = source.all("*", "alpha").map(|alpha| AlphaFigures { name: String::new(), alpha });
    whole.into_iter().chain(dimensions.iter().filter_map(of)).collect()
}

pub fn participation(source: Source<'_>) -> Vec<Named> {
    source.named("*", &["responses", "eligible", "rr2", "rr1", "no_contact"])
}

/// Figures of the supplier as a whole.
pub fn whole(source: Source<'_>) -> Vec<Named> {
    source.named("*", &["index", "index_weighted", "shrunk_mean", "funnel"])
}

pub fn trend(source: Source<'_>) -> Vec<Named> {
    source.named(OVERALL, &["trend_verdict", "trend_p"])
}
