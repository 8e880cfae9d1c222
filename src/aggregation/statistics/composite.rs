//! One number for all the dimensions, for those who ask for one.

/// One dimension of a composite index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Score out of 100, 100·(mean - lo)/(hi - lo); `None` when the dimension is not shown or has no answer.
    pub score: Option<f64>,
    /// Weight against the other dimensions, in any unit: 1 for all of them, or the mean importance of each.
    pub weight: f64,
}

impl Part {
    /// A dimension that weighs as much as every other.
    #[must_use]
    pub const fn equal(score: Option<f64>) -> Self {
        Self { score, weight: 1.0 }
    }
}

/// What [`composite`] finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Composite {
    /// The index out of 100, between the lowest and the highest score.
    pub index: f64,
    /// Dimensions that should count and have no score: with any of these, the page says that the index leaves
    /// something out, and two waves are not the same index.
    pub missing: usize,
}

/// Composite index out of 100: the weighted mean Σ w·score / Σ w over the dimensions with a score.
///
/// Weights are renormalised over those present. A dimension of weight 0 plays no part, present or missing. `None` when
/// no dimension with a weight has a score, or when a weight is negative or a number is not finite.
/// Source: OECD/JRC Handbook on constructing composite indicators 2008 (linear aggregation).
#[must_use]
pub fn composite(parts: &[Part]) -> Option<Composite> {
    let sound = |part: &Part| part.weight.is_finite() && part.weight >= 0.0 && part.score.is_none_or(f64::is_finite);
    if !parts.iter().all(sound) {
        return None;
    }
    let (mut sum, mut weights, mut missing) = (0.0, 0.0, 0);
    for part in parts.iter().filter(|part| part.weight > 0.0) {
        match part.score {
            Some(score) => {
                sum += part.weight * score;
                weights += part.weight;
            }
            None => missing += 1,
        }
    }
    let index = sum / weights;
    index.is_finite().then_some(Composite { index, missing })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_renormalised_and_the_missing_counted() {
        let half = composite(&[Part::equal(Some(80.0)), Part::equal(None), Part::equal(Some(40.0))]);
        assert_eq!(half, Some(Composite { index: 60.0, missing: 1 }));
        let weighed = [Part { score: Some(80.0), weight: 3.0 }, Part { score: Some(40.0), weight: 1.0 }];
        assert_eq!(composite(&weighed), Some(Composite { index: 70.0, missing: 0 }));
        let without = [Part { score: None, weight: 0.0 }, Part::equal(Some(40.0))];
        assert_eq!(composite(&without), Some(Composite { index: 40.0, missing: 0 }));
    }

    #[test]
    fn undefined_cases() {
        assert_eq!(composite(&[]), None);
        assert_eq!(composite(&[Part::equal(None)]), None);
        assert_eq!(composite(&[Part { score: Some(50.0), weight: 0.0 }]), None);
        assert_eq!(composite(&[Part { score: Some(50.0), weight: -1.0 }, Part::equal(Some(40.0))]), None);
        assert_eq!(composite(&[Part::equal(Some(f64::NAN)), Part::equal(Some(40.0))]), None);
        assert_eq!(composite(&[Part { score: None, weight: f64::INFINITY }]), None);
    }
}
