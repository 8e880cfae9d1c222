//! Counting: sheets in, counts by group and question out. One pass, no sheet is kept.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::statistics::Histogram;
use crate::db::ids::GroupCode;
use crate::error::Result;
use crate::questionnaire::Question;

/// What one sheet says to one question, a negatively worded one already turned round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Said {
    /// Asked and left empty.
    #[default]
    Nothing,
    /// Not asked of this person: neither a blank nor "not applicable", and in no denominator.
    NotAsked,
    NotApplicable,
    Value(i32),
    Choices(Vec<String>),
}

impl Said {
    pub fn value(&self) -> Option<i32> {
        if let Self::Value(value) = self { Some(*value) } else { None }
    }
}

/// Reads sheets of one questionnaire: the JSON of [`crate::questionnaire::Answers`] in, what each question was
/// answered out, in the questionnaire's order. Keeps one sheet at a time and asks for no memory per answer.
pub struct Sheets<'a> {
    questions: &'a [Question],
    places: HashMap<&'a str, usize>,
    /// In which order the last sheet named the questions: the next one does as it did.
    order: Vec<usize>,
    said: Vec<Said>,
}

impl<'a> Sheets<'a> {
    pub fn of(questions: &'a [Question]) -> Self {
        let closed = questions.iter().enumerate().filter(|(_, question)| question.is_closed());
        Self {
            questions,
            places: closed.map(|(place, question)| (question.code.as_str(), place)).collect(),
            order: Vec::new(),
            said: vec![Said::Nothing; questions.len()],
        }
    }

    /// What the sheet `text` says, question by question; an answer to a question that was not asked is left out.
    pub fn read(&mut self, text: &str) -> Result<&[Said]> {
        self.said.fill(Said::Nothing);
        let mut json = serde_json::Deserializer::from_str(text);
        (&mut *self).deserialize(&mut json)?;
        Ok(&self.said)
    }

    fn place(&mut self, place: usize, said: Said) {
        let Some((question, slot)) = self.questions.get(place).zip(self.said.get_mut(place)) else { return };
        *slot = match (said, question.range()) {
            (Said::Value(value), Some((lo, hi))) if question.reversed => Said::Value(lo + hi - value),
            (Said::Value(_), None) => Said::Nothing,
            (said, _) => said,
        };
    }
}

impl<'de> DeserializeSeed<'de> for &mut Sheets<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> std::result::Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Sheets<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answers of a sheet by question code")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        let mut at = 0;
        loop {
            let guess = self.order.get(at).copied();
            let code = Code { questions: self.questions, places: &self.places, guess };
            let Some(place) = map.next_key_seed(code)? else { return Ok(()) };
            let said = map.next_value_seed(Answered)?;
            let Some(place) = place else { continue };
            if guess != Some(place) {
                // A blank is not in the sheet: the guess goes on behind the question that is.
                match self.order.iter().position(|known| *known == place) {
                    Some(known) => at = known,
                    None => self.order.insert(at.min(self.order.len()), place),
                }
            }
            at += 1;
            self.place(place, said);
        }
    }
}

/// A question's code, read as its place.
struct Code<'a, 'b> {
    questions: &'a [Question],
    places: &'b HashMap<&'a str, usize>,
    /// The place it probably is.
    guess: Option<usize>,
}

impl<'de> DeserializeSeed<'de> for Code<'_, '_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> std::result::Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Code<'_, '_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a question's code")
    }

    fn visit_str<E>(self, code: &str) -> std::result::Result<Self::Value, E> {
        let is = |place: &usize| self.questions.get(*place).is_some_and(|question| question.code == code);
        Ok(self.guess.filter(is).or_else(|| self.places.get(code).copied()))
    }
}

struct Answered;

impl<'de> DeserializeSeed<'de> for Answered {
    type Value = Said;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> std::result::Result<Said, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Answered {
    type Value = Said;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, NA, a list of codes, or null")
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> std::result::Result<Said, E> {
        i32::try_from(value).map(Said::Value).map_err(E::custom)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> std::result::Result<Said, E> {
        i32::try_from(value).map(Said::Value).map_err(E::custom)
    }

    fn visit_str<E: serde::de::Error>(self, word: &str) -> std::result::Result<Said, E> {
        if word == "NA" { Ok(Said::NotApplicable) } else { Err(E::custom("a word that is not NA")) }
    }

    fn visit_unit<E>(self) -> std::result::Result<Said, E> {
        Ok(Said::NotAsked)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> std::result::Result<Said, A::Error> {
        let mut codes = Vec::new();
        while let Some(code) = seq.next_element::<Cow<'_, str>>()? {
            codes.push(code.into_owned());
        }
        if codes.is_empty() { Err(A::Error::custom("a choice of nothing")) } else { Ok(Said::Choices(codes)) }
    }
}

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

    fn add(&mut self, said: &Said) {
        match said {
            Said::NotAsked => {}
            Said::Nothing => self.blank += 1,
            Said::NotApplicable => self.not_applicable += 1,
            Said::Value(value) => self.values.add(*value),
            Said::Choices(codes) => {
                self.choosers += 1;
                for code in codes {
                    *self.choices.entry(code.clone()).or_default() += 1;
                }
            }
        }
    }

    pub fn merge(&mut self, other: &Self) {
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
    /// In the questionnaire's order; empty until somebody answered.
    questions: Vec<QuestionTally>,
}

impl GroupTally {
    /// The counts of the question at `place` of the questionnaire.
    pub fn question(&self, place: usize) -> Cow<'_, QuestionTally> {
        self.questions.get(place).map_or_else(|| Cow::Owned(QuestionTally::default()), Cow::Borrowed)
    }

    fn add(&mut self, said: &[Said]) {
        self.responses += 1;
        if self.questions.len() < said.len() {
            self.questions.resize_with(said.len(), QuestionTally::default);
        }
        for (tally, said) in self.questions.iter_mut().zip(said) {
            tally.add(said);
        }
    }

    pub fn merge(&mut self, other: &Self) {
        self.responses += other.responses;
        self.no_contacts += other.no_contacts;
        if self.questions.len() < other.questions.len() {
            self.questions.resize_with(other.questions.len(), QuestionTally::default);
        }
        for (tally, other) in self.questions.iter_mut().zip(&other.questions) {
            tally.merge(other);
        }
    }
}

/// Counts of one supplier.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    pub groups: BTreeMap<GroupCode, GroupTally>,
}

impl Tally {
    pub fn add_no_contact(&mut self, group: &GroupCode) {
        self.group(group).no_contacts += 1;
    }

    pub fn add(&mut self, group: &GroupCode, said: &[Said]) {
        self.group(group).add(said);
    }

    fn group(&mut self, code: &GroupCode) -> &mut GroupTally {
        self.groups.entry(code.clone()).or_default()
    }

    /// Everybody together.
    pub fn all(&self) -> GroupTally {
        self.of(|_| true)
    }

    /// The groups that `wanted` says, together.
    pub fn of(&self, wanted: impl Fn(&GroupCode) -> bool) -> GroupTally {
        let mut all = GroupTally::default();
        for (_, group) in self.groups.iter().filter(|(code, _)| wanted(code)) {
            all.merge(group);
        }
        all
    }
}

/// Questions whose answers are pooled: on the scale that all questions asked share, or on 1..5 where their scales differ.
/// What is shown of them in one place and not in another changes nothing of the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    members: Vec<Member>,
    pub lo: i32,
    pub hi: i32,
    /// What a whole scale counts in a sum: the least common multiple of the members' spans.
    whole: i64,
    /// All questions asked have four points or more: there are satisfied answers.
    rated: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Member {
    place: usize,
    lo: i32,
    /// What one point of this question's scale counts.
    step: i64,
}

impl Pool {
    /// The questions at `places`, which are some of those `asked`; none when there is no question on a scale.
    pub fn of(questions: &[Question], places: &[usize], asked: &[usize]) -> Option<Self> {
        let ranges_of = |places: &[usize]| -> Vec<(usize, i32, i32)> {
            places
                .iter()
                .filter_map(|place| questions.get(*place)?.range().map(|(lo, hi)| (*place, lo, hi)))
                .filter(|(_, lo, hi)| lo < hi)
                .collect()
        };
        let (ranges, all) = (ranges_of(places), ranges_of(asked));
        let (_, lo, hi) = *ranges.first()?;
        let shared = all.iter().all(|(_, l, h)| (*l, *h) == (lo, hi));
        let rated = all.iter().all(|(_, l, h)| h - l >= 3);
        let span = |lo: i32, hi: i32| i64::from(hi) - i64::from(lo);
        let whole = ranges.iter().fold(1, |whole, (_, l, h)| whole / gcd(whole, span(*l, *h)) * span(*l, *h));
        let members = ranges.iter().map(|(place, l, h)| Member { place: *place, lo: *l, step: whole / span(*l, *h) });
        let (lo, hi) = if shared { (lo, hi) } else { (1, 5) };
        Some(Self { members: members.collect(), lo, hi, whole, rated })
    }

    pub fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.members.iter().map(|member| member.place)
    }

    pub fn is_single(&self) -> bool {
        self.members.len() == 1
    }

    /// A value of the scale `lo..=hi` carried to the pool's.
    pub fn carried(&self, value: f64, (lo, hi): (i32, i32)) -> f64 {
        let span = |lo: i32, hi: i32| f64::from(hi) - f64::from(lo);
        f64::from(self.lo) + (value - f64::from(lo)) * span(self.lo, self.hi) / span(lo, hi)
    }

    /// The mean of all answers in `counts`, and how many they are.
    pub fn mean(&self, counts: &GroupTally) -> (Option<f64>, u32) {
        let (mut sum, mut answers) = (0, 0);
        for member in &self.members {
            for (value, count) in counts.question(member.place).values.iter() {
                sum += member.points(value) * i64::from(count);
                answers += count;
            }
        }
        (Score { sum, count: i64::from(answers) }.on(self), answers)
    }

    /// How many answers lie in the top two values of their scales; none when a question asked has fewer than four points.
    pub fn satisfied(&self, questions: &[Question], counts: &GroupTally) -> Option<u32> {
        if !self.rated {
            return None;
        }
        self.members
            .iter()
            .map(|member| {
                let (lo, hi) = questions.get(member.place)?.range()?;
                counts.question(member.place).values.top2(lo, hi)
            })
            .sum()
    }

    /// The mean of what one sheet answered; none when fewer than half of the questions were.
    pub fn score(&self, said: &[Said]) -> Option<Score> {
        let (mut sum, mut count) = (0, 0);
        for member in &self.members {
            if let Some(value) = said.get(member.place).and_then(Said::value) {
                sum += member.points(value);
                count += 1;
            }
        }
        let half = usize::try_from(count * 2).is_ok_and(|twice| count > 0 && twice >= self.members.len());
        half.then(|| Score::new(sum, count))
    }

    pub fn is_answered(&self, said: &[Said]) -> bool {
        self.members.iter().any(|member| said.get(member.place).is_some_and(|said| said.value().is_some()))
    }
}

impl Member {
    fn points(&self, value: i32) -> i64 {
        (i64::from(value) - i64::from(self.lo)) * self.step
    }
}

/// A mean kept as a fraction in lowest terms, so that equal scores are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    sum: i64,
    count: i64,
}

impl Score {
    fn new(sum: i64, count: i64) -> Self {
        let divisor = gcd(sum.abs(), count).max(1);
        Self { sum: sum / divisor, count: count / divisor }
    }

    /// The mean on the pool's scale.
    pub fn on(self, pool: &Pool) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "sums over one sheet or one question, far under 2^53")]
        let part = |n: i64| n as f64;
        let span = f64::from(pool.hi) - f64::from(pool.lo);
        let share = part(self.sum) / (part(self.count) * part(pool.whole) / span);
        (self.count > 0).then_some(f64::from(pool.lo) + share)
    }
}

impl Ord for Score {
    /// By value: both counts are positive.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.sum * other.count).cmp(&(other.sum * self.count))
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// What comparing waves needs of a dimension and cannot be had from the counts of its questions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DimensionTally {
    /// Responses with at least one of its questions answered.
    pub responses: u32,
    /// Means of the shown questions, one per response that answered at least half of them.
    pub scores: BTreeMap<Score, u32>,
}

impl DimensionTally {
    /// Adds one response; `pool` are the dimension's questions that are shown.
    pub fn add(&mut self, said: &[Said], pool: &Pool, with_scores: bool) {
        self.responses += u32::from(pool.is_answered(said));
        if with_scores && let Some(score) = pool.score(said) {
            *self.scores.entry(score).or_default() += 1;
        }
    }

    pub fn weighted(&self, pool: &Pool) -> Vec<(f64, u32)> {
        self.scores.iter().filter_map(|(score, count)| Some((score.on(pool)?, *count))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::build::own_question;
    use crate::questionnaire::{Answer, Answers, Kind};

    #[test]
    fn a_sheet_is_read_as_it_was_stored() {
        let kinds = [("a", Kind::Satisfaction), ("b", Kind::Effort), ("t", Kind::Text), ("c", Kind::SeveralChoices)];
        let mut questions: Vec<Question> = kinds
            .iter()
            .map(|(code, kind)| own_question(code, *kind, crate::render::Texts::default(), &[]).unwrap())
            .collect();
        questions[1].reversed = true;
        let mut sheets = Sheets::of(&questions);
        let chosen = vec!["x".to_owned(), "é\"".to_owned()];
        let answers = Answers::from([
            ("a".to_owned(), Answer::NotApplicable),
            ("b".to_owned(), Answer::Value(2)),
            ("c".to_owned(), Answer::Choices(chosen.clone())),
            ("gone".to_owned(), Answer::Value(2)),
        ]);
        let text = serde_json::to_string(&answers).unwrap();
        let said = sheets.read(&text).unwrap();
        assert_eq!(said, [Said::NotApplicable, Said::Value(4), Said::Nothing, Said::Choices(chosen)]);
        assert_eq!(sheets.read(r#"{"a":null,"c":["x"]}"#).unwrap()[0], Said::NotAsked);
        assert_eq!(sheets.read("{}").unwrap(), [const { Said::Nothing }; 4], "nothing of the sheet before is left");
        for broken in ["", "[]", r#"{"a":"NB"}"#, r#"{"a":1.5}"#, r#"{"c":[]}"#, r#"{"a":99999999999}"#] {
            assert!(sheets.read(broken).is_err(), "{broken}");
        }
    }
}
