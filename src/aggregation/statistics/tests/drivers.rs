//! Importance of drivers: cases worked by hand, degenerate ones, and what holds for any answers.

use proptest::prelude::*;

use super::close;
use crate::aggregation::statistics::*;

fn of(drivers: usize, responses: &[(Vec<f64>, f64)]) -> Correlations {
    let mut correlations = Correlations::new(drivers);
    for (scores, outcome) in responses {
        correlations.add(scores, *outcome);
    }
    correlations
}

/// Uncorrelated drivers a, b in -1/1 and the outcome 2a + b: R² = 1, shares 4/5 and 1/5.
fn crossed(offset: f64) -> Correlations {
    let cells = [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)];
    of(2, &cells.map(|(a, b)| (vec![a + offset, b + offset], 2.0 * a + b)))
}

#[test]
fn uncorrelated_drivers_keep_their_own() {
    // Far from 0, sums of squares would lose all their digits.
    for offset in [0.0, 3.0, 1e6] {
        let correlations = crossed(offset);
        assert_eq!(correlations.n(), 4);
        close(r2(&correlations).unwrap(), 1.0, 1e-9);
        for shares in [lmg(&correlations).unwrap(), relative_weights(&correlations).unwrap()] {
            close(shares[0], 0.8, 1e-9);
            close(shares[1], 0.2, 1e-9);
        }
        close(correlations.pearson()[0].unwrap(), 0.8_f64.sqrt(), 1e-9);
    }
}

#[test]
fn two_correlated_drivers_by_hand() {
    // Drivers correlated by r = 1/3, the outcome the first of them: R² is 1 with it and r² with the other alone.
    let rows = [(2.0, 2.0), (2.0, 2.0), (2.0, -2.0), (-2.0, -2.0), (-2.0, -2.0), (-2.0, 2.0)];
    let pair = of(2, &rows.map(|(a, b)| (vec![a, b], a)));
    let r = 1.0 / 3.0;
    close(pair.matrix().unwrap()[0][1], r, 1e-14);
    let shares = lmg(&pair).unwrap();
    close(shares[0], (2.0 - r * r) / 2.0, 1e-12);
    close(shares[1], r * r / 2.0, 1e-12);
    // Q = ((s, d), (d, s)) with s² + d² = 1 and 2sd = r; Q⁻¹r is its first column, the weights s⁴ + d⁴ and 2s²d².
    let sd = r / 2.0;
    let weights = relative_weights(&pair).unwrap();
    close(weights[0], 1.0 - 2.0 * sd * sd, 1e-12);
    close(weights[1], 2.0 * sd * sd, 1e-12);
}

#[test]
fn one_driver_has_the_square_of_its_correlation() {
    let one = of(1, &[(vec![1.0], 1.0), (vec![2.0], 3.0), (vec![3.0], 2.0)]);
    close(one.pearson()[0].unwrap(), 0.5, 1e-14);
    for found in [r2(&one).unwrap(), lmg(&one).unwrap()[0], relative_weights(&one).unwrap()[0]] {
        close(found, 0.25, 1e-12);
    }
}

#[test]
fn undefined_cases() {
    let none = |correlations: &Correlations| {
        assert_eq!((r2(correlations), lmg(correlations), relative_weights(correlations)), (None, None, None));
    };
    none(&Correlations::new(0));
    none(&Correlations::new(2));
    none(&of(0, &[(vec![], 1.0), (vec![], 2.0)]));
    // A constant driver, a constant outcome.
    let constant = of(2, &[1.0, 2.0, 4.0, 3.0].map(|x| (vec![x, 3.3], x)));
    none(&constant);
    assert_eq!((constant.pearson()[1], constant.matrix()), (None, None));
    close(constant.pearson()[0].unwrap(), 1.0, 1e-14);
    none(&of(1, &[1.0, 2.0, 4.0].map(|x| (vec![x], 0.1))));
    // The same driver twice, a driver that is the mean of others, fewer responses than drivers.
    none(&of(2, &[(1.0, 3.0), (2.0, 1.0), (5.0, 4.0)].map(|(x, y)| (vec![x, x], y))));
    let rows = [(1.0, 3.0, 1.0), (2.0, 1.0, 5.0), (5.0, 4.0, 2.0), (3.0, 3.0, 5.0), (4.0, 1.0, 1.0)];
    none(&of(3, &rows.map(|(x, y, z)| (vec![x, y, (x + y) / 2.0], z))));
    none(&of(3, &[(vec![1.0, 2.0, 3.0], 1.0), (vec![3.0, 2.0, 1.0], 2.0), (vec![1.0, 5.0, 1.0], 3.0)]));
    // Incomplete responses are left out.
    let mut gaps = Correlations::new(2);
    gaps.add(&[1.0], 2.0);
    gaps.add(&[1.0, f64::NAN], 2.0);
    gaps.add(&[1.0, 2.0], f64::INFINITY);
    assert_eq!((gaps.n(), gaps.drivers()), (0, 2));
}

#[test]
fn at_most_twelve_and_enough_of_them() {
    // Any answers 0..=4 that are no pattern.
    let mut seed = 1_u64;
    let mut answer = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(seed >> 33).unwrap() % 5)
    };
    let mut many = |drivers: usize| {
        let mut correlations = Correlations::new(drivers);
        for _ in 0..200 {
            let scores: Vec<f64> = (0..drivers).map(|_| answer()).collect();
            correlations.add(&scores, scores[0] + answer());
        }
        correlations
    };
    let twelve = many(12);
    close(lmg(&twelve).unwrap().iter().sum(), r2(&twelve).unwrap(), 1e-9);
    assert_eq!(lmg(&many(13)), None);
    assert!(enough_for_drivers(60, 6) && !enough_for_drivers(59, 6) && !enough_for_drivers(100, 0));
    assert!(!enough_for_drivers(u32::MAX - 1, usize::MAX));
}

fn answer() -> impl Strategy<Value = f64> {
    (1..=5_i32).prop_map(f64::from)
}

proptest! {
    #[test]
    fn shares_are_a_partition_of_r2(
        rows in prop::collection::vec((prop::collection::vec(answer(), 4), answer()), 0..40),
    ) {
        let correlations = of(4, &rows);
        let Some(whole) = r2(&correlations) else {
            prop_assert_eq!((lmg(&correlations), relative_weights(&correlations)), (None, None));
            return Ok(());
        };
        prop_assert!((0.0..=1.0).contains(&whole));
        for shares in [lmg(&correlations).unwrap(), relative_weights(&correlations).unwrap()] {
            prop_assert!(shares.iter().all(|share| *share >= 0.0));
            prop_assert!((shares.iter().sum::<f64>() - whole).abs() < 1e-9);
        }
        // Neither the order of responses nor that of drivers matters.
        let turned: Vec<_> = rows.iter().rev().map(|(x, y)| (x.iter().rev().copied().collect(), *y)).collect();
        let turned = of(4, &turned);
        for shares in [lmg, relative_weights] {
            let (one, other) = (shares(&correlations).unwrap(), shares(&turned).unwrap());
            prop_assert!(one.iter().zip(other.iter().rev()).all(|(a, b)| (a - b).abs() < 1e-9));
        }
    }
}
