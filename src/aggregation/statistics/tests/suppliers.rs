//! Suppliers compared: degenerate cases, and what holds for any scores.

use proptest::prelude::*;

use super::close;
use crate::aggregation::statistics::*;

fn scores(values: &[f64]) -> Scores {
    let mut scores = Scores::default();
    for value in values {
        scores.add(*value);
    }
    scores
}

#[test]
fn two_suppliers_by_hand() {
    // Means 2 and 5 of 3 scores: MSW = 4/4, MSB = 13.5, tau2 = 12.5/3, reliability 25/27.
    let found = compare(&[scores(&[1.0, 2.0, 3.0]), Scores::default(), scores(&[4.0, 5.0, 6.0])]).unwrap();
    assert_eq!((found.msw, found.msb, found.n0), (1.0, 13.5, 3.0));
    close(found.mu, 3.5, 1e-14);
    close(found.tau2, 12.5 / 3.0, 1e-14);
    assert!(found.beyond_chance() && found.compared() == 2 && found.suppliers[1].is_none());
    let (low, high) = (found.suppliers[0].unwrap(), found.suppliers[2].unwrap());
    close(low.reliability, 25.0 / 27.0, 1e-14);
    close(low.shrunk, 3.5 - 1.5 * 25.0 / 27.0, 1e-14);
    close(low.funnel.low, 3.5 - Z / 3.0_f64.sqrt(), 1e-14);
    assert_eq!((low.class.as_str(), high.class.as_str()), ("below", "above"));
}

#[test]
fn no_more_than_chance() {
    // Same means, other spreads: MSB = 0.
    let found = compare(&[scores(&[2.0, 4.0]), scores(&[1.0, 3.0, 5.0]), scores(&[3.0])]).unwrap();
    assert!(!found.beyond_chance());
    assert_eq!((found.tau2, found.mu), (0.0, 3.0));
    for supplier in found.suppliers.iter().flatten() {
        assert_eq!((supplier.shrunk, supplier.reliability, supplier.class), (3.0, 0.0, FunnelClass::Within));
    }
    // Without variance of their own, suppliers weigh by their answers: mu is the grand mean.
    let uneven = compare(&[scores(&[1.0, 5.0]), scores(&[1.0, 4.0, 5.0])]).unwrap();
    assert!(!uneven.beyond_chance());
    close(uneven.mu, 3.2, 1e-14);
}

#[test]
fn undefined_cases() {
    assert_eq!(compare(&[]), None);
    assert_eq!(compare(&[scores(&[1.0, 2.0]), Scores::default()]), None);
    assert_eq!(compare(&[scores(&[1.0]), scores(&[2.0])]), None);
    assert_eq!(compare(&[scores(&[1.1, 1.1, 1.1]), scores(&[2.3, 2.3])]), None);
    assert_eq!(compare(&[scores(&[f64::NAN, 1.0]), scores(&[2.0, 3.0])]), None);
    assert_eq!(compare(&[Scores { n: 2, mean: 1.0, squares: -1.0 }, scores(&[2.0, 5.0])]), None);
}

proptest! {
    #[test]
    fn shrunk_means_lie_between_the_mean_and_mu(
        suppliers in prop::collection::vec(prop::collection::vec((1..=5_i32).prop_map(f64::from), 0..12), 0..9),
    ) {
        let given: Vec<Scores> = suppliers.iter().map(|values| scores(values)).collect();
        let Some(found) = compare(&given) else {
            return Ok(());
        };
        prop_assert!(found.tau2 >= 0.0 && found.tau2.is_finite() && (1.0..=5.0).contains(&found.mu));
        for supplier in found.suppliers.iter().flatten() {
            let (low, high) = (supplier.mean.min(found.mu), supplier.mean.max(found.mu));
            prop_assert!((low - 1e-12..=high + 1e-12).contains(&supplier.shrunk));
            prop_assert!((0.0..1.0).contains(&supplier.reliability));
            prop_assert!(supplier.funnel.low < found.mu && found.mu < supplier.funnel.high);
        }
        let turned: Vec<Scores> = given.iter().rev().copied().collect();
        let turned = compare(&turned).unwrap();
        prop_assert!((turned.mu - found.mu).abs() < 1e-9 && (turned.tau2 - found.tau2).abs() < 1e-9);
    }
}
