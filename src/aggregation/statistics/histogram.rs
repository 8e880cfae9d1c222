//! How many answers each value received: the form in which answers are counted, published and tested.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Counts of valid answers by value ("not applicable" and blanks are counted elsewhere).
///
/// A value nobody chose is absent, so two histograms of the same answers are equal. Counts saturate
/// at `u32::MAX`. Serialised as a map from value to count; zero counts read back are dropped.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<i32, u32>", into = "BTreeMap<i32, u32>")]
pub struct Histogram(BTreeMap<i32, u32>);

impl Histogram {
    /// Counts one more answer of this value.
    pub fn add(&mut self, value: i32) {
        self.add_many(value, 1);
    }

    /// Counts `count` more answers of this value; a count of 0 changes nothing.
    pub fn add_many(&mut self, value: i32, count: u32) {
        if count > 0 {
            let held = self.0.entry(value).or_insert(0);
            *held = held.saturating_add(count);
        }
    }

    /// Adds all the answers of another histogram.
    pub fn merge(&mut self, other: &Self) {
        for (value, count) in other.iter() {
            self.add_many(value, count);
        }
    }

    /// Answers of this value; 0 when there is none.
    #[must_use]
    pub fn count(&self, value: i32) -> u32 {
        self.0.get(&value).copied().unwrap_or(0)
    }

    /// Number of valid answers.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.0.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The values somebody chose, rising, each with its count (never 0).
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (i32, u32)> + '_ {
        self.0.iter().map(|(value, count)| (*value, *count))
    }

    /// True when there is at least one answer and all are of the same value: the figure then tells
    /// what every respondent answered.
    #[must_use]
    pub fn is_unanimous(&self) -> bool {
        self.0.len() == 1
    }

    /// Mean Σx/n, in points of the scale; `None` without answers.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let n = self.n();
        let sum: f64 = self.weighted().iter().map(|(value, count)| value * f64::from(*count)).sum();
        (n > 0).then(|| sum / f64::from(n))
    }

    /// Standard deviation √(Σ(x - mean)² / (n-1)), in points of the scale; `None` under two answers,
    /// exactly 0 when all are equal.
    #[must_use]
    pub fn sd(&self) -> Option<f64> {
        self.variance().map(f64::sqrt)
    }

    /// Square of [`Histogram::sd`].
    pub(super) fn variance(&self) -> Option<f64> {
        let (n, mean) = (self.n(), self.mean()?);
        if n < 2 {
            return None;
        }
        if self.is_unanimous() {
            return Some(0.0);
        }
        let squares = |(value, count): &(f64, u32)| f64::from(*count) * (value - mean).powi(2);
        Some(self.weighted().iter().map(squares).sum::<f64>() / f64::from(n - 1))
    }

    /// Median, in points of the scale: the middle answer, or the mean of the two middle ones when n
    /// is even; `None` without answers.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        let n = self.n();
        let low = self.nth(n.checked_sub(1)? / 2)?;
        let high = self.nth(n / 2)?;
        Some(f64::midpoint(f64::from(low), f64::from(high)))
    }

    /// The answer of this rank (from 0) when all are put in rising order.
    fn nth(&self, rank: u32) -> Option<i32> {
        let mut passed = 0_u32;
        for (value, count) in self.iter() {
            passed = passed.saturating_add(count);
            if rank < passed {
                return Some(value);
            }
        }
        None
    }

    /// Satisfied answers: those of the two highest values of the scale `lo..=hi` (Some(0) without
    /// answers). `None` for a scale of fewer than 4 points, which has a mean only.
    #[must_use]
    pub fn top2(&self, lo: i32, hi: i32) -> Option<u32> {
        has_four_points(lo, hi).then(|| self.count(hi).saturating_add(self.count(hi - 1)))
    }

    /// Dissatisfied answers: those of the two lowest values of the scale `lo..=hi` (Some(0) without
    /// answers). `None` for a scale of fewer than 4 points.
    #[must_use]
    pub fn bottom2(&self, lo: i32, hi: i32) -> Option<u32> {
        has_four_points(lo, hi).then(|| self.count(lo).saturating_add(self.count(lo + 1)))
    }

    /// The answers to a negatively worded question turned round: x becomes lo + hi - x. The number
    /// of answers is kept; a value outside `lo..=hi` is mirrored like the others.
    #[must_use]
    pub fn reversed(&self, lo: i32, hi: i32) -> Self {
        let mut mirrored = Self::default();
        for (value, count) in self.iter() {
            mirrored.add_many(lo.saturating_add(hi).saturating_sub(value), count);
        }
        mirrored
    }

    /// The values as numbers with their counts, rising: the input of
    /// [`mann_whitney`](super::mann_whitney).
    #[must_use]
    pub fn weighted(&self) -> Vec<(f64, u32)> {
        self.iter().map(|(value, count)| (f64::from(value), count)).collect()
    }
}

fn has_four_points(lo: i32, hi: i32) -> bool {
    i64::from(hi) - i64::from(lo) >= 3
}

impl From<BTreeMap<i32, u32>> for Histogram {
    fn from(mut counts: BTreeMap<i32, u32>) -> Self {
        counts.retain(|_, count| *count > 0);
        Self(counts)
    }
}

impl From<Histogram> for BTreeMap<i32, u32> {
    fn from(histogram: Histogram) -> Self {
        histogram.0
    }
}

impl FromIterator<i32> for Histogram {
    fn from_iter<I: IntoIterator<Item = i32>>(values: I) -> Self {
        let mut histogram = Self::default();
        for value in values {
            histogram.add(value);
        }
        histogram
    }
}
