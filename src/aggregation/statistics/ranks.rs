//! Does one wave answer higher than the other? Ranks only, so the spacing of the scale plays no part.

use super::two_sided_p;

/// What [`mann_whitney`] finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// U of the later wave: pairs in which the later answer is the higher one, ties for one half.
    /// u / (n1·n2) is the chance that a later answer beats an earlier one.
    pub u: f64,
    /// Two-sided p-value.
    pub p: f64,
    /// Cliff's delta in -1..=1, positive when the later wave answers higher.
    pub delta: f64,
}

/// Mann-Whitney test of the earlier wave `a` against the later wave `b`, given as values with the
/// number of answers of each (in any order, a value may come twice; equal floats are ties, so
/// response scores must be made by one division of integers).
///
/// Mid-ranks; z = (U - n1·n2/2)/σ without continuity correction, with the tie-corrected
/// σ² = n1·n2/12·(N + 1 - Σ(t³-t)/(N(N-1))); delta = 2U/(n1·n2) - 1. When every answer of both waves
/// is the same, σ = 0 and p is 1, its exact value (no arrangement differs). `None` when a wave has
/// no answer or a value is not finite. Source: Mann & Whitney 1947; Cliff 1993; Romano 2006.
#[must_use]
pub fn mann_whitney(a: &[(f64, u32)], b: &[(f64, u32)]) -> Option<MannWhitney> {
    let earlier = a.iter().map(|&(value, count)| (value, f64::from(count), 0.0));
    let later = b.iter().map(|&(value, count)| (value, 0.0, f64::from(count)));
    let mut answers: Vec<(f64, f64, f64)> = earlier.chain(later).collect();
    if answers.iter().any(|(value, ..)| !value.is_finite()) {
        return None;
    }
    answers.sort_by(|x, y| x.0.total_cmp(&y.0));

    let (mut n1, mut n2, mut twice_u, mut ties) = (0.0, 0.0, 0.0, 0.0);
    for tied in answers.chunk_by(|x, y| x.0 == y.0) {
        let here1: f64 = tied.iter().map(|answer| answer.1).sum();
        let here2: f64 = tied.iter().map(|answer| answer.2).sum();
        let here = here1 + here2;
        twice_u += here2 * (2.0 * n1 + here1);
        ties += here * here * here - here;
        n1 += here1;
        n2 += here2;
    }
    let (pairs, n) = (n1 * n2, n1 + n2);
    if pairs <= 0.0 {
        return None;
    }
    // One division of exact integers: a delta that is 0.147 is the double 0.147, on the right side
    // of the mark.
    let delta = (twice_u - pairs) / pairs;
    let variance = pairs / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)));
    let all_tied = ties >= n * n * n - n;
    let p = if all_tied { 1.0 } else { two_sided_p((twice_u - pairs) / 2.0 / variance.sqrt()) };
    Some(MannWhitney { u: twice_u / 2.0, p, delta })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::statistics::tests::close;

    #[test]
    fn small_cases_by_hand() {
        // 1 2 3 against 4 5 6: every later answer is higher. σ² = 9·7/12, z = 4.5/√5.25.
        let low = [(1.0, 1), (2.0, 1), (3.0, 1)];
        let high = [(5.0, 1), (4.0, 1), (6.0, 1)];
        let rise = mann_whitney(&low, &high).unwrap();
        assert_eq!((rise.u, rise.delta), (9.0, 1.0));
        close(rise.p, 0.049_534_613_435_626_706, 1e-8);
        let fall = mann_whitney(&high, &low).unwrap();
        assert_eq!((fall.u, fall.delta, fall.p), (0.0, -1.0, rise.p));
    }

    #[test]
    fn undefined_and_degenerate_cases() {
        assert_eq!(mann_whitney(&[], &[(1.0, 2)]), None);
        assert_eq!(mann_whitney(&[(1.0, 0)], &[(1.0, 2)]), None);
        assert_eq!(mann_whitney(&[(f64::NAN, 1)], &[(1.0, 2)]), None);
        assert_eq!(mann_whitney(&[(4.0, 10)], &[(4.0, 12)]), Some(MannWhitney { u: 60.0, p: 1.0, delta: 0.0 }));
        assert_eq!(mann_whitney(&[(4.0, 1)], &[(5.0, 1)]).unwrap().delta, 1.0);
        // A value given twice counts as given once.
        assert_eq!(
            mann_whitney(&[(2.0, 1), (1.0, 3), (2.0, 4)], &[(2.0, 2)]),
            mann_whitney(&[(1.0, 3), (2.0, 5)], &[(2.0, 2)])
        );
    }

    #[test]
    fn delta_lands_exactly_on_the_mark() {
        // 1000 pairs, 147 more won than lost, none tied: (573.5·2 - 1000)/1000.
        let found = mann_whitney(&[(1.0, 573), (2.0, 1), (3.0, 426)], &[(2.0, 1)]).unwrap();
        assert_eq!(found.delta, 0.147);
    }
}
