//! Do the questions measure one thing? Only responses that answered every question count here.

/// From this number of complete responses on, the reliability may be shown.
pub const ALPHA_MIN_N: u32 = 30;

/// Running sums over complete responses to k questions, for [`alpha`]: no response can be read back from them.
///
/// Answers are whole numbers, negatively worded questions already reversed. Values are taken relative to the first
/// response, so sums of whole numbers are exact, whatever the order of the responses.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Complete {
    n: u32,
    items: Vec<Sums>,
    total: Sums,
}

impl Complete {
    /// Nothing counted yet, for responses to `k` questions.
    #[must_use]
    pub fn new(k: usize) -> Self {
        Self { n: 0, items: vec![Sums::default(); k], total: Sums::default() }
    }

    /// Counts one response. Anything but k finite values is no complete response and is left out.
    pub fn add(&mut self, answers: &[f64]) {
        if answers.len() != self.items.len() || answers.iter().any(|answer| !answer.is_finite()) {
            return;
        }
        self.n = self.n.saturating_add(1);
        for (item, answer) in self.items.iter_mut().zip(answers) {
            item.add(*answer);
        }
        self.total.add(answers.iter().sum());
    }

    /// Number of complete responses counted.
    #[must_use]
    pub const fn n(&self) -> u32 {
        self.n
    }
}

/// Cronbach's alpha of k questions over complete responses: no unit, at most 1, below 0 when questions run against
/// each other.
///
/// k/(k-1)·(1 - Σs_i²/s_T²), with s_i² the variance of a question and s_T² that of the sum of all of them. `None`
/// for k < 2, n < 2 or s_T = 0. Figures on fewer than [`ALPHA_MIN_N`] responses are computed but must not be shown:
/// the caller decides. Source: Cronbach 1951.
#[must_use]
pub fn alpha(complete: &Complete) -> Option<f64> {
    let k = f64::from(u32::try_from(complete.items.len()).ok()?);
    let n = f64::from(complete.n);
    let total = complete.total.spread(n);
    if k < 2.0 || complete.n < 2 || total <= 0.0 {
        return None;
    }
    let items: f64 = complete.items.iter().map(|item| item.spread(n)).sum();
    Some((k / (k - 1.0) * (1.0 - items / total)).min(1.0))
}

/// Sum and sum of squares of the distances to the first value.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Sums {
    first: Option<f64>,
    sum: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, value: f64) {
        let distance = value - *self.first.get_or_insert(value);
        self.sum += distance;
        self.squares += distance * distance;
    }

    /// n(n-1) times the variance; whole when the values are.
    fn spread(&self, n: f64) -> f64 {
        n * self.squares - self.sum * self.sum
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::aggregation::statistics::tests::close;

    fn of(k: usize, responses: &[Vec<f64>]) -> Complete {
        let mut complete = Complete::new(k);
        for response in responses {
            complete.add(response);
        }
        complete
    }

    #[test]
    fn two_questions_by_hand() {
        // Variances 1 and 1, sums 2, 5, 5 with variance 3: 2·(1 - 2/3).
        let complete = of(2, &[vec![1.0, 1.0], vec![2.0, 3.0], vec![3.0, 2.0]]);
        close(alpha(&complete).unwrap(), 2.0 / 3.0, 1e-14);
        // The same question twice.
        assert_eq!(alpha(&of(2, &[vec![1.0, 1.0], vec![4.0, 4.0], vec![5.0, 5.0]])), Some(1.0));
    }

    #[test]
    fn undefined_cases() {
        assert_eq!(alpha(&Complete::new(0)), None);
        assert_eq!(alpha(&of(1, &[vec![1.0], vec![2.0]])), None);
        assert_eq!(alpha(&of(2, &[vec![1.0, 2.0]])), None);
        assert_eq!(alpha(&of(2, &[vec![4.0, 4.0], vec![4.0, 4.0]])), None);
        assert_eq!(alpha(&of(2, &[vec![1.0, 5.0], vec![5.0, 1.0]])), None);
        let gaps = of(2, &[vec![1.0, 2.0], vec![1.0], vec![f64::NAN, 2.0], vec![]]);
        assert_eq!(gaps.n(), 1);
    }

    proptest! {
        #[test]
        fn at_most_1_and_blind_to_order(
            answers in prop::collection::vec(prop::collection::vec((1..=5_i32).prop_map(f64::from), 4), 0..40),
        ) {
            let forward = alpha(&of(4, &answers));
            prop_assert!(forward.is_none_or(|alpha| alpha.is_finite() && alpha <= 1.0));
            let backward: Vec<_> = answers.iter().rev().cloned().collect();
            prop_assert_eq!(forward, alpha(&of(4, &backward)));
            // Questions in another order, too.
            let turned: Vec<Vec<f64>> = answers.iter().map(|row| row.iter().rev().copied().collect()).collect();
            prop_assert_eq!(forward, alpha(&of(4, &turned)));
        }
    }
}
