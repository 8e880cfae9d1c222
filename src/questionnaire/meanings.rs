//! "Same meaning": HR's word that an edit of a question's texts left its meaning alone, so that its trend holds. A mark
//! forgives texts only, never the kind, the scale or the direction; it is about a question, whoever asks it.

use std::collections::{BTreeMap, VecDeque};

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::ids::PersonId;
use crate::db::schema::same_meanings;

/// Two wordings of a question that HR marked as the same, the lesser first.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = same_meanings)]
pub struct Mark {
    pub question: String,
    /// As [`super::Question::wording`] gives it.
    pub wording: String,
    pub other_wording: String,
    pub person: PersonId,
    pub at: Moment,
}

impl Mark {
    pub fn new(question: &str, a: &str, b: &str, person: PersonId, at: Moment) -> Self {
        let (wording, other) = if a <= b { (a, b) } else { (b, a) };
        Self { question: question.to_owned(), wording: wording.to_owned(), other_wording: other.to_owned(), person, at }
    }
}

/// The marks that stood at some moment, by question.
#[derive(Debug, Clone, Default)]
pub struct Meanings(BTreeMap<String, Vec<Mark>>);

impl Meanings {
    pub fn new(marks: Vec<Mark>) -> Self {
        let mut of: BTreeMap<String, Vec<Mark>> = BTreeMap::new();
        for mark in marks {
            of.entry(mark.question.clone()).or_default().push(mark);
        }
        Self(of)
    }

    /// Those made up to `moment`, that one included.
    pub fn at(&self, moment: Moment) -> Self {
        Self::new(self.0.values().flatten().filter(|mark| mark.at <= moment).cloned().collect())
    }

    /// Do two wordings of a question mean the same, directly or by a chain of marks?
    pub fn same(&self, question: &str, a: &str, b: &str) -> bool {
        self.chain(question, a, b).is_some()
    }

    /// The shortest chain of marks from one wording to another; empty for a wording and itself, none without a chain.
    pub fn chain(&self, question: &str, a: &str, b: &str) -> Option<Vec<&Mark>> {
        let marks = self.0.get(question).map_or(&[][..], Vec::as_slice);
        let mut reached: BTreeMap<&str, Vec<&Mark>> = BTreeMap::from([(a, Vec::new())]);
        let mut waiting = VecDeque::from([a]);
        while let Some(here) = waiting.pop_front() {
            let chain = reached.get(here)?.clone();
            if here == b {
                return Some(chain);
            }
            for mark in marks {
                let next = match (mark.wording.as_str(), mark.other_wording.as_str()) {
                    (one, other) if one == here => other,
                    (one, other) if other == here => one,
                    _ => continue,
                };
                if !reached.contains_key(next) {
                    reached.insert(next, chain.iter().copied().chain([mark]).collect());
                    waiting.push_back(next);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(a: &str, b: &str, second: i64) -> Mark {
        Mark::new("q", a, b, "rose".into(), at(second))
    }

    fn at(second: i64) -> Moment {
        Moment::from_jiff(jiff::Timestamp::from_second(second).expect("a second"))
    }

    #[test]
    fn marks_chain_both_ways_for_their_question_and_from_their_moment_on() {
        let all = Meanings::new(vec![mark("b", "a", 1), mark("b", "c", 2), mark("x", "y", 2)]);
        assert!(all.same("q", "a", "c") && all.same("q", "c", "a") && all.same("q", "z", "z"));
        assert_eq!(all.chain("q", "a", "c").map(|chain| chain.len()), Some(2));
        assert!(!all.same("q", "a", "x") && !all.same("other", "a", "b"));
        assert!(all.at(at(1)).same("q", "a", "b") && !all.at(at(1)).same("q", "a", "c"));
        assert_eq!(mark("b", "a", 1), mark("a", "b", 1), "a pair has no order");
    }
}
