//! One answer to one closed question, as it is stored: an integer, "NA", or a list of codes. A blank is no answer.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Choice, Kind, MOST_DIMENSIONS, Question};

/// The answers of one sheet by question code; a missing key is a blank. Texts are never here.
pub type Answers = BTreeMap<String, Answer>;

/// A sheet as it is stored and counted: none (`null`) is a question that was not asked of this person.
pub type StoredAnswers = BTreeMap<String, Option<Answer>>;

const NOT_APPLICABLE: &str = "NA";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Value(i32),
    NotApplicable,
    /// One code for a single choice.
    Choices(Vec<String>),
}

impl Answer {
    pub fn value(&self) -> Option<i32> {
        if let Self::Value(value) = self { Some(*value) } else { None }
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => serializer.serialize_i32(*value),
            Self::NotApplicable => serializer.serialize_str(NOT_APPLICABLE),
            Self::Choices(codes) => codes.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Raw {
            Value(i32),
            Word(String),
            Codes(Vec<String>),
        }
        match Raw::deserialize(deserializer)? {
            Raw::Value(value) => Ok(Self::Value(value)),
            Raw::Word(word) if word == NOT_APPLICABLE => Ok(Self::NotApplicable),
            Raw::Word(_) => Err(serde::de::Error::custom("neither a value, nor NA, nor a list of codes")),
            Raw::Codes(codes) => Ok(Self::Choices(codes)),
        }
    }
}

/// What was sent is not an answer to this question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OffScale;

impl Question {
    /// Is `answer` one this question takes? `dimensions` are those of its questionnaire ([`super::dimensions`]).
    pub fn accepts(&self, answer: &Answer, dimensions: &[Choice]) -> bool {
        match (answer, self.range()) {
            (Answer::NotApplicable, _) => self.is_closed(),
            (Answer::Value(value), Some((lo, hi))) => (lo..=hi).contains(value),
            (Answer::Value(_), None) | (Answer::Choices(_), Some(_)) => false,
            (Answer::Choices(codes), None) => {
                let different: BTreeSet<&String> = codes.iter().collect();
                let (offered, most) = self.choices(dimensions);
                (1..=most).contains(&codes.len())
                    && different.len() == codes.len()
                    && codes.iter().all(|code| offered.iter().any(|choice| choice.code == *code))
            }
        }
    }

    /// What can be chosen, and how much of it at once.
    pub fn choices(&self, dimensions: &[Choice]) -> (Vec<Choice>, usize) {
        match self.kind {
            Kind::SingleChoice => (self.options(), 1),
            Kind::SeveralChoices => (self.options(), usize::MAX),
            Kind::ChooseDimensions => (dimensions.to_vec(), MOST_DIMENSIONS),
            _ => (Vec::new(), 0),
        }
    }

    /// Reads what a form sent for this closed question; nothing sent is a blank. Together with a choice, "not
    /// applicable" contradicts it and is refused.
    pub fn read(&self, sent: &[String], dimensions: &[Choice]) -> Result<Option<Answer>, OffScale> {
        let sent: Vec<&String> = sent.iter().filter(|value| !value.is_empty()).collect();
        let answer = match sent.as_slice() {
            [] => return Ok(None),
            [one] if *one == NOT_APPLICABLE => Answer::NotApplicable,
            [one] if self.range().is_some() => Answer::Value(one.parse().map_err(|_| OffScale)?),
            codes => Answer::Choices(codes.iter().map(|code| (*code).clone()).collect()),
        };
        if self.accepts(&answer, dimensions) { Ok(Some(answer)) } else { Err(OffScale) }
    }
}
