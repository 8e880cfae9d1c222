//! From p-values to the word a page may print about a change between two waves.

use std::{error::Error, fmt, str::FromStr};

use super::{LEVEL, TEST_MIN_N};

/// |delta| from here on is more than negligible. Source: Romano 2006.
const DELTA_MARK: f64 = 0.147;

/// Holm's adjusted p-values, in the order of the input, in 0..=1.
///
/// With the m values in rising order: the running maximum of (m - i + 1)·p(i), at most 1. A NaN
/// counts as 1 and stays in the family. Empty input gives empty output. Source: Holm 1979.
#[must_use]
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let clean = |p: &f64| if p.is_nan() { 1.0 } else { p.clamp(0.0, 1.0) };
    let mut rising: Vec<(usize, f64)> = p_values.iter().map(clean).enumerate().collect();
    rising.sort_by(|x, y| x.1.total_cmp(&y.1));
    let (mut left, mut highest) = (p_values.iter().map(|_| 1.0).sum::<f64>(), 0.0_f64);
    for (_, p) in &mut rising {
        highest = highest.max((left * *p).min(1.0));
        *p = highest;
        left -= 1.0;
    }
    rising.sort_by_key(|(position, _)| *position);
    rising.into_iter().map(|(_, p)| p).collect()
}

/// What may be said of a change between two comparable waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Proved rise.
    Up,
    /// Proved fall.
    Down,
    /// Proved, but too small to matter.
    Slight,
    /// Not proved, which is not the same as no change.
    NotShown,
    /// Too few answers to conclude.
    TooFew,
}

impl Verdict {
    /// The word stored and exported.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Slight => "slight",
            Self::NotShown => "not_shown",
            Self::TooFew => "too_few",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Verdict {
    type Err = UnknownVerdict;

    fn from_str(word: &str) -> Result<Self, UnknownVerdict> {
        [Self::Up, Self::Down, Self::Slight, Self::NotShown, Self::TooFew]
            .into_iter()
            .find(|verdict| verdict.as_str() == word)
            .ok_or_else(|| UnknownVerdict(word.to_owned()))
    }
}

/// The word given to [`Verdict::from_str`] is none of the five.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownVerdict(pub String);

impl fmt::Display for UnknownVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown verdict \"{}\"", self.0)
    }
}

impl Error for UnknownVerdict {}

/// The verdict on a change, from the p-value (adjusted by [`holm`] when several are tested
/// together), Cliff's delta of later over earlier in -1..=1, and the answers of each wave.
///
/// Under 10 answers in either wave: too few. p <= 0.05 and |delta| >= 0.147: up or down by the sign
/// of delta; p <= 0.05 and smaller: slight; otherwise, NaN included: not shown.
/// Source: Romano 2006 for the mark of 0.147.
#[must_use]
pub fn verdict(p_adjusted: f64, delta: f64, n1: u32, n2: u32) -> Verdict {
    let proved = p_adjusted <= LEVEL && !delta.is_nan();
    if n1.min(n2) < TEST_MIN_N {
        Verdict::TooFew
    } else if !proved {
        Verdict::NotShown
    } else if delta >= DELTA_MARK {
        Verdict::Up
    } else if delta <= -DELTA_MARK {
        Verdict::Down
    } else {
        Verdict::Slight
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::statistics::tests::close;

    #[test]
    fn holm_keeps_order_and_never_decreases() {
        let expected = [0.06, 0.03, 0.06, 0.02];
        for (adjusted, expected) in holm(&[0.03, 0.01, 0.04, 0.005]).iter().zip(expected) {
            close(*adjusted, expected, 1e-14);
        }
        assert_eq!(holm(&[0.9, 0.8]), [1.0, 1.0]);
        assert_eq!(holm(&[f64::NAN, 0.01]), [1.0, 0.02]);
        assert_eq!(holm(&[]), Vec::<f64>::new());
    }

    #[test]
    fn verdicts_at_their_limits() {
        assert_eq!(verdict(0.05, 0.147, 10, 10), Verdict::Up);
        assert_eq!(verdict(0.05, -0.147, 10, 10), Verdict::Down);
        assert_eq!(verdict(0.01, 0.1469, 500, 500), Verdict::Slight);
        assert_eq!(verdict(0.050_000_1, 0.9, 10, 10), Verdict::NotShown);
        assert_eq!(verdict(f64::NAN, 0.9, 10, 10), Verdict::NotShown);
        assert_eq!(verdict(0.001, 0.9, 9, 10), Verdict::TooFew);
        assert_eq!(verdict(0.001, 0.9, 10, 9), Verdict::TooFew);
    }

    #[test]
    fn words_read_back() {
        for word in ["up", "down", "slight", "not_shown", "too_few"] {
            assert_eq!(word.parse::<Verdict>().unwrap().to_string(), word);
        }
        assert_eq!("UP".parse::<Verdict>(), Err(UnknownVerdict("UP".into())));
    }
}
