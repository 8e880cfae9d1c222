//! Counting: sheets in, counts by group and question out. One pass, no sheet is kept.

use std::collections::BTreeMap;

use super::statistics::Histogram;
use crate::db::ids::GroupCode;
use crate::error::Result;
use crate::questionnaire::{Answer, Answers, Question};

/// Counts of one question in one group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QuestionTally {
    /// Values after reversing negatively worded questions.
    pub values: Histogram,
    pub not_applicable: u32,
    pub blank: u32,
    /// How often each option was chosen, and by how many who chose any.
    pub choices: BTreeMap<String, u32>,
    pub choosers: u32,
}

impl QuestionTally {
    /// Valid answers.
    pub fn n(&self) -> u32 {
        self.values.n() + self.choosers
    }

    fn add(&mut self, question: &Question, answer: Option<&Answer>) {
        match (answer, question.range()) {
            (None, _) | (Some(Answer::Value(_)), None) => self.blank += 1,
            (Some(Answer::NotApplicable), _) => self.not_applicable += 1,
            (Some(Answer::Value(value)), Some((lo, hi))) => {
                self.values.add(if question.reversed { lo + hi - value } else { *value });
            }
            (Some(Answer::Choices(codes)), _) => {
                self.choosers += 1;
                for code in codes {
                    *self.choices.entry(code.clone()).or_default() += 1;
                }
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        self.values.merge(&other.values);
        self.not_applicable += other.not_applicable;
        self.blank += other.blank;
        self.choosers += other.choosers;
        for (code, count) in &other.choices {
            *self.choices.entry(code.clone()).or_default() += count;
        }
    }
}

/// Counts of one group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GroupTally {
    pub responses: u32,
    pub no_contacts: u32,
    pub questions: BTreeMap<String, QuestionTally>,
}

impl GroupTally {
    pub fn question(&self, code: &str) -> QuestionTally {
        self.questions.get(code).cloned().unwrap_or_default()
    }
}

/// Counts of one supplier.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    pub groups: BTreeMap<GroupCode, GroupTally>,
}

impl Tally {
    pub fn add_no_contact(&mut self, group: GroupCode) {
        self.groups.entry(group).or_default().no_contacts += 1;
    }

    pub fn add(&mut self, group: GroupCode, answers: &Answers, questions: &[Question]) {
        let tally = self.groups.entry(group).or_default();
        tally.responses += 1;
        for question in questions.iter().filter(|question| question.is_closed()) {
            tally.questions.entry(question.code.clone()).or_default().add(question, answers.get(&question.code));
        }
    }

    /// Everybody together.
    pub fn all(&self) -> GroupTally {
        let mut all = GroupTally::default();
        for group in self.groups.values() {
            all.responses += group.responses;
            all.no_contacts += group.no_contacts;
            for (code, question) in &group.questions {
                all.questions.entry(code.clone()).or_default().merge(question);
            }
        }
        all
    }
}

/// What comparing waves needs of a dimension and cannot be had from the counts of its questions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DimensionTally {
    /// Responses with at least one of its questions answered.
    pub responses: u32,
    /// Means of the shown questions, one per response that answered at least half of them.
    pub scores: BTreeMap<Score, u32>,
}

/// A mean kept as a fraction in lowest terms, so that equal scores are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    sum: i64,
    count: i64,
}

impl Score {
    fn new(sum: i64, count: i64) -> Self {
        let divisor = gcd(sum.abs(), count).max(1);
        Self { sum: sum / divisor, count: count / divisor }
    }

    pub fn value(self) -> f64 {
        let part = |n: i64| i32::try_from(n).map_or(f64::NAN, f64::from);
        part(self.sum) / part(self.count)
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

impl DimensionTally {
    /// Adds one response; `questions` are those of the dimension that are shown.
    pub fn add(&mut self, answers: &Answers, questions: &[&Question]) {
        let values: Vec<i64> = questions
            .iter()
            .filter_map(|question| {
                let (lo, hi) = question.range()?;
                let value = answers.get(&question.code)?.value()?;
                Some(i64::from(if question.reversed { lo + hi - value } else { value }))
            })
            .collect();
        if values.is_empty() {
            return;
        }
        self.responses += 1;
        if values.len() * 2 >= questions.len() {
            let count = i64::try_from(values.len()).unwrap_or(1);
            *self.scores.entry(Score::new(values.iter().sum(), count)).or_default() += 1;
        }
    }

    pub fn weighted(&self) -> Vec<(f64, u32)> {
        self.scores.iter().map(|(score, count)| (score.value(), *count)).collect()
    }
}

/// The answers of a stored sheet.
pub fn answers_of(text: &str) -> Result<Answers> {
    Ok(serde_json::from_str(text)?)
}
