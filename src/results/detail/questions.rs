//! Each question of a questionnaire with all its figures, under its dimension.

use serde::Serialize;

use super::{Named, Source};
use crate::aggregation::figure::ALL;
use crate::aggregation::statistics::{Interval, Label, Preset, label};
use crate::aggregation::store::Published;
use crate::questionnaire::{self, Kind, OVERALL, Question};
use crate::render::{Language, figures};
use crate::results::drawings;
use crate::results::indicators::Cell;

/// What stands under the question's two headline figures.
const MORE: [&str; 8] = ["median", "sd", "score100", "dissatisfied", "net", "top1", "recommendation", "effort_low"];

#[derive(Debug, Clone, Serialize)]
pub struct QuestionFigures {
    pub code: String,
    /// What its dimension is called.
    pub dimension: String,
    pub text: String,
    /// How the answers spread, where levels are shown.
    pub bar: Option<String>,
    /// The share of favourable opinions, which the list is sorted by.
    #[serde(skip)]
    pub share: Option<f64>,
    /// Lowest and highest value; none for a choice.
    pub scale: Option<(i32, i32)>,
    pub reversed: bool,
    pub satisfied: Option<Cell>,
    pub mean: Option<Cell>,
    pub label: Option<Label>,
    pub more: Vec<Named>,
    pub counts: Vec<Count>,
}

/// How many gave one answer.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    pub label: String,
    pub cell: Cell,
    /// Of the valid answers; none for "not applicable" and blanks.
    pub share: Option<String>,
}

impl QuestionFigures {
    /// None when nothing was published of it: a free text, or a question that nobody could answer.
    pub fn new(
        source: Source<'_>,
        question: &Question,
        offered: &[questionnaire::Choice],
        preset: Preset,
    ) -> Option<Self> {
        let code = question.code.as_str();
        let counts = counts(source, question, offered);
        // The mean of an effort scale has a name and a direction of its own.
        let mean = source.all(code, "effort").or_else(|| source.all(code, "mean"));
        if mean.is_none() && counts.is_empty() {
            return None;
        }
        let rows = drawings::distribution_rows(source.published, question, source.language);
        Some(Self {
            dimension: String::new(),
            text: question.text(source.language).to_owned(),
            bar: drawings::question_bar(question, &rows, source.language),
            share: source.published.value(code, "satisfied"),
            scale: question.range(),
            reversed: question.reversed,
            satisfied: source.all(code, "satisfied"),
            label: label_of(source.published, question, code, preset),
            mean,
            more: source.named(code, &MORE),
            counts,
            code: question.code.clone(),
        })
    }
}

/// The word beside the mean of a satisfaction question, or of a dimension on that question's scale.
pub fn label_of(published: &Published, question: &Question, subject: &str, preset: Preset) -> Option<Label> {
    let (lo, hi) = question.range().filter(|_| question.kind == Kind::Satisfaction)?;
    let mean = published.get(ALL, subject, "mean").filter(|figure| figure.shown)?;
    let interval = mean.low.zip(mean.high).map(|(low, high)| Interval { low, high });
    label(mean.value?, interval, lo, hi, preset)
}

fn counts(source: Source<'_>, question: &Question, offered: &[questionnaire::Choice]) -> Vec<Count> {
    let (code, language) = (question.code.as_str(), source.language);
    let answers: Vec<(String, String)> = match question.range() {
        Some((lo, hi)) => {
            let labels = question.scale_labels(language);
            let label = |value: i32| match labels.iter().find(|(at, _)| *at == value) {
                Some((_, label)) => format!("{value} · {label}"),
                None => value.to_string(),
            };
            (lo..=hi).map(|value| (format!("count_{value}"), label(value))).collect()
        }
        None => {
            let (choices, _) = question.choices(offered);
            choices.iter().map(|choice| (format!("count_{}", choice.code), choice.label(language).to_owned())).collect()
        }
    };
    let count = |(indicator, label): (String, String)| {
        let figure = source.published.get(ALL, code, &indicator)?;
        let of = figure.n.filter(|n| figure.shown && *n > 0).map(f64::from);
        let share = figure.value.zip(of).map(|(count, n)| figures::percent(language, count / n));
        Some(Count { label, share, cell: Cell::new(figure, language)? })
    };
    let mut list: Vec<Count> = answers.into_iter().filter_map(count).collect();
    for (indicator, label) in [("not_applicable", question.na_label(language)), ("blank", None)] {
        if let Some(cell) = source.all(code, indicator) {
            let label = label.unwrap_or_else(|| blank(language));
            list.push(Count { label, cell, share: None });
        }
    }
    list
}

fn blank(language: Language) -> String {
    crate::render::words::say(language, &crate::error::Say::new("detail-blank"))
}

/// All questions but `overall`, the one with the fewest favourable opinions first; those without such a share come last, as
/// they were asked.
pub fn worst_first(source: Source<'_>, questions: &[Question], preset: Preset, others: &str) -> Vec<QuestionFigures> {
    let offered = questionnaire::dimensions(questions);
    let figures = |question: &Question| {
        let own = offered.iter().find(|dimension| Some(&dimension.code) == question.dimension.as_ref());
        let dimension = own.map_or(others, |dimension| dimension.label(source.language)).to_owned();
        Some(QuestionFigures { dimension, ..QuestionFigures::new(source, question, &offered, preset)? })
    };
    let mut list: Vec<QuestionFigures> =
        questions.iter().filter(|question| question.code != OVERALL).filter_map(figures).collect();
    list.sort_by(|a, b| match (a.share, b.share) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    list
}
