//! A question as its page shows it, in one language: what the preview and the real answering share. Every word is in
//! the view, so that the macro of `questionnaire/_question.html` needs nothing else.

use serde::Serialize;

use super::{Answer, Answers, Choice, Kind, LONGEST_TEXT, MOST_DIMENSIONS, Question, dimensions, stem};
use crate::error::Say;
use crate::render::{Language, words};

/// What surrounds the questions of one page.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    pub language: Language,
    /// The service's name, read before each question by screen readers; empty where the page says it otherwise.
    pub service: &'a str,
    /// What stands under the free texts: name no one, where to turn instead.
    pub text_hint: &'a str,
}

#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    pub code: String,
    /// The name of its fields, `q_<code>`.
    pub name: String,
    pub kind: Kind,
    /// `rate` (a joined row), `ten` (0 to 10), `list` (separate cards) or `text`.
    pub layout: &'static str,
    pub several: bool,
    /// The sentence before the first question of a run of the same kind.
    pub stem: Option<String>,
    pub service: Option<String>,
    /// "If you answered …": only some are asked.
    pub condition: Option<String>,
    pub legend: String,
    pub hint: Option<String>,
    /// What the two ends of a scale of numbers mean.
    pub ends: Option<(String, String)>,
    pub cells: Vec<Cell>,
    pub na: Option<Cell>,
    /// Where one is chosen of several: no answer, chosen until there is one. Browsers that know no untouched choice would
    /// send the first of the others instead.
    pub none: Option<Cell>,
    pub text: String,
    pub longest: usize,
    pub error: Option<String>,
}

impl QuestionView {
    /// `offered` are the dimensions of the questionnaire ([`dimensions`]).
    pub fn new(question: &Question, offered: &[Choice], answer: Option<&Answer>, asked: &Asked<'_>) -> Self {
        let language = asked.language;
        let layout = layout(question);
        let na = question.na_label(language).map(|label| Cell {
            value: "NA".to_owned(),
            label,
            chosen: answer == Some(&Answer::NotApplicable),
        });
        let legend = question.text(language).to_owned();
        let several = matches!(question.kind, Kind::SeveralChoices | Kind::ChooseDimensions);
        let cells = cells(question, offered, answer, language);
        let chosen = cells.iter().chain(&na).any(|cell| cell.chosen);
        let none = (!several && layout != "text").then(|| Cell {
            value: String::new(),
            label: words::say(language, &Say::new("question-none")),
            chosen: !chosen,
        });
        Self {
            name: format!("q_{}", question.code),
            code: question.code.clone(),
            kind: question.kind,
            layout,
            several,
            stem: None,
            condition: None,
            service: Some(asked.service).filter(|name| !name.is_empty()).map(|name| prefix(name, language)),
            hint: hint(question, &legend, asked),
            legend,
            ends: ends(question, layout, language),
            cells,
            na,
            none,
            text: String::new(),
            longest: LONGEST_TEXT,
            error: None,
        }
    }

    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text);
        self
    }

    /// The questions of one page, some of the `questions` of a questionnaire, with what was answered so far; texts are
    /// told by code.
    pub fn page<'a, 'q>(
        page: impl Iterator<Item = &'q Question>,
        questions: &[Question],
        answers: &Answers,
        text: impl Fn(&str) -> Option<&'a str>,
        asked: &Asked<'_>,
    ) -> Vec<Self> {
        let mut before = None;
        let view = |question: &Question| {
            // Only this kind is answered with them.
            let choosing = question.kind == Kind::ChooseDimensions;
            let offered = if choosing { dimensions(questions) } else { Vec::new() };
            let mut view = Self::new(question, &offered, answers.get(&question.code), asked)
                .with_text(text(&question.code).unwrap_or_default());
            if before.replace(question.kind) != Some(question.kind) {
                view.stem = stem(question.kind, asked.language);
            }
            view.condition = condition_words(questions, question, asked.language);
            view
        };
        page.map(view).collect()
    }
}

/// Of whom a question of `questions` is asked, in words; none when of everybody.
pub fn condition_words(questions: &[Question], question: &Question, reader: Language) -> Option<String> {
    let (code, most) = question.condition()?;
    let words = questions.iter().find(|other| other.code == code)?.at_most_in_words(most, reader);
    Some(words::say(reader, &Say::new("question-if").with("answers", words)))
}

/// What stands under every free text: name no one, and where to turn for an alert (empty: nowhere is set).
pub fn text_hint(language: Language, contact: &str) -> String {
    if contact.is_empty() {
        return words::say(language, &Say::new("question-text-hint"));
    }
    words::say(language, &Say::new("question-text-hint-contact").with("contact", contact))
}

fn layout(question: &Question) -> &'static str {
    match question.range() {
        _ if question.kind == Kind::Text => "text",
        Some((lo, hi)) if hi - lo < 7 => "rate",
        Some(_) => "ten",
        None => "list",
    }
}

fn prefix(service: &str, language: Language) -> String {
    words::say(language, &Say::new("question-of-service").with("service", service)) + " "
}

/// Says how many may be chosen, unless the question itself does; under a text, what the page says of texts.
fn hint(question: &Question, legend: &str, asked: &Asked<'_>) -> Option<String> {
    match question.kind {
        Kind::Text => Some(asked.text_hint.to_owned()).filter(|hint| !hint.is_empty()),
        Kind::SeveralChoices => Some(words::say(asked.language, &Say::new("question-several"))),
        Kind::ChooseDimensions if !legend.contains('3') => {
            let say = Say::new("question-most-choices").with("most", MOST_DIMENSIONS);
            Some(words::say(asked.language, &say))
        }
        _ => None,
    }
}

fn ends(question: &Question, layout: &str, language: Language) -> Option<(String, String)> {
    let (labels, (lo, hi)) = (question.scale_labels(language), question.range()?);
    let end = |at: i32| {
        let (_, label) = labels.iter().find(|(value, _)| *value == at)?;
        Some(words::say(language, &Say::new("question-end").with("value", at).with("label", label)))
    };
    if layout == "ten" { end(lo).zip(end(hi)) } else { None }
}

fn cells(question: &Question, offered: &[Choice], answer: Option<&Answer>, language: Language) -> Vec<Cell> {
    let Some((lo, hi)) = question.range() else {
        let chosen = |code: &String| matches!(answer, Some(Answer::Choices(codes)) if codes.contains(code));
        let (choices, _) = question.choices(offered);
        return choices
            .iter()
            .map(|choice| Cell {
                chosen: chosen(&choice.code),
                value: choice.code.clone(),
                label: choice.label(language).to_owned(),
            })
            .collect();
    };
    let labels = question.scale_labels(language);
    let ten = layout(question) == "ten";
    let label = |value: i32| labels.iter().find(|(at, _)| *at == value && !ten).map(|(_, label)| label.clone());
    (lo..=hi)
        .map(|value| Cell {
            value: value.to_string(),
            label: label(value).unwrap_or_else(|| value.to_string()),
            chosen: answer == Some(&Answer::Value(value)),
        })
        .collect()
}
