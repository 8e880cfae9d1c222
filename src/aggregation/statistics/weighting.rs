//! Would the figure change if every client group weighed as many people as it has?

/// Weighting is offered when response rates of two groups differ by more than this many points.
const RATE_GAP_POINTS: u128 = 15;

/// The largest weight may be this many times the smallest: beyond, a few answers would speak for too many.
const WEIGHT_RATIO: u128 = 3;

/// Under this distance between weighted and unweighted mean, in points of the scale, weighting has no effect.
const NO_EFFECT: f64 = 0.05;

/// One client group of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Answers the figure rests on.
    pub answers: u32,
    /// Eligible people.
    pub people: u32,
    /// Mean of the answers, in points of the scale.
    pub mean: f64,
    /// Share of satisfied answers, 0..=1; `None` on scales without one.
    pub share: Option<f64>,
}

/// What [`weighted`] finds, with the unweighted figures to show beside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighted {
    /// Mean, each group weighing as its people.
    pub mean: f64,
    /// Share of satisfied, likewise; `None` when a group has none.
    pub share: Option<f64>,
    /// Mean of all answers alike.
    pub unweighted_mean: f64,
    /// Share of satisfied of all answers alike; `None` when a group has none.
    pub unweighted_share: Option<f64>,
}

impl Weighted {
    /// True when the two means are less than 0.05 points of the scale apart: the page says "sans effet".
    #[must_use]
    pub fn no_effect(&self) -> bool {
        (self.mean - self.unweighted_mean).abs() < NO_EFFECT
    }
}

/// Whether weighting is offered, from the (responses n, eligible people N) of each group.
///
/// Yes when two response rates n/N differ by more than 15 points and the weights w = (N_h/N)/(n_h/n) by a factor of
/// at most 3, both compared in whole numbers. No when a group has no response or no people. Whether a group is
/// hidden, which forbids weighting too, is for the caller to know.
#[must_use]
pub fn weighting_offered(groups: &[(u32, u32)]) -> bool {
    let far_apart = |(n1, people1): (u128, u128), (n2, people2): (u128, u128)| {
        100 * n1 * people2 > 100 * n2 * people1 + RATE_GAP_POINTS * people1 * people2
    };
    let bearable =
        |(n1, people1): (u128, u128), (n2, people2): (u128, u128)| people1 * n2 <= WEIGHT_RATIO * people2 * n1;
    let groups: Vec<_> = groups.iter().map(|&(n, people)| (u128::from(n), u128::from(people))).collect();
    groups.iter().all(|(n, people)| *n > 0 && *people > 0)
        && groups.iter().any(|a| groups.iter().any(|b| far_apart(*a, *b)))
        && groups.iter().all(|a| groups.iter().all(|b| bearable(*a, *b)))
}

/// Mean and share weighted for non-response (post-stratification by client group): Σ W_h·x_h with W_h = N_h/N.
///
/// `None` without groups, when a group has no answer or no people, or when a number is not finite. Whether it may be
/// shown is told by [`weighting_offered`]. Source: Cochran 1977 (Sampling techniques, chapter 5A); Little 1993.
#[must_use]
pub fn weighted(groups: &[Group]) -> Option<Weighted> {
    if groups.iter().any(|group| group.answers == 0 || group.people == 0) {
        return None;
    }
    let by_people = |of: fn(&Group) -> Option<f64>| average(groups.iter().map(|g| (g.people, of(g))));
    let by_answers = |of: fn(&Group) -> Option<f64>| average(groups.iter().map(|g| (g.answers, of(g))));
    Some(Weighted {
        mean: by_people(|group| Some(group.mean))?,
        share: by_people(|group| group.share),
        unweighted_mean: by_answers(|group| Some(group.mean))?,
        unweighted_share: by_answers(|group| group.share),
    })
}

/// Σ weight·value / Σ weight; `None` when a value is missing or the result is no finite number.
fn average(values: impl Iterator<Item = (u32, Option<f64>)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, value) in values {
        sum += f64::from(weight) * value?;
        weights += f64::from(weight);
    }
    let mean: f64 = sum / weights;
    mean.is_finite().then_some(mean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::statistics::tests::close;

    fn group(answers: u32, people: u32, mean: f64, share: f64) -> Group {
        Group { answers, people, mean, share: Some(share) }
    }

    #[test]
    fn two_groups_by_hand() {
        let found = weighted(&[group(10, 20, 4.0, 0.8), group(10, 60, 3.0, 0.4)]).unwrap();
        assert_eq!((found.mean, found.unweighted_mean), (3.25, 3.5));
        close(found.share.unwrap(), 0.5, 1e-14);
        close(found.unweighted_share.unwrap(), 0.6, 1e-14);
        assert!(!found.no_effect());
        assert!(weighted(&[group(10, 20, 4.0, 0.8), group(10, 24, 4.0, 0.4)]).unwrap().no_effect());
    }

    #[test]
    fn offered_between_the_marks_only() {
        // 75 and 60 % are 15 points apart, not more; 76 and 60 are.
        assert!(!weighting_offered(&[(75, 100), (60, 100)]));
        assert!(weighting_offered(&[(60, 100), (76, 100), (70, 100)]));
        // Weights 1 and 3: the last bearable; then a little more.
        assert!(weighting_offered(&[(90, 100), (30, 100)]));
        assert!(!weighting_offered(&[(90, 100), (29, 100)]));
        assert!(!weighting_offered(&[(0, 10), (10, 10)]));
        assert!(!weighting_offered(&[(0, 0), (10, 10), (5, 10)]));
        assert!(!weighting_offered(&[(5, 10)]));
        assert!(!weighting_offered(&[]));
        assert!(weighting_offered(&[(u32::MAX, u32::MAX), (u32::MAX / 2, u32::MAX)]));
    }

    #[test]
    fn undefined_cases() {
        assert_eq!(weighted(&[]), None);
        assert_eq!(weighted(&[group(0, 10, 4.0, 0.5), group(5, 10, 4.0, 0.5)]), None);
        assert_eq!(weighted(&[group(5, 0, 4.0, 0.5)]), None);
        assert_eq!(weighted(&[group(5, 10, f64::NAN, 0.5)]), None);
        let three_points = Group { share: None, ..group(5, 10, 2.0, 0.0) };
        let found = weighted(&[three_points, group(5, 10, 4.0, 0.5)]).unwrap();
        assert_eq!((found.mean, found.share, found.unweighted_share), (3.0, None, None));
    }
}
