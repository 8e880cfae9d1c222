//! Do two questions rise together? On ranks, for waves too small for a model of drivers.

/// Spearman's rank correlation of a joint table (x, y, number of responses), in -1..=1, no unit.
///
/// Pearson's correlation of the mid-ranks of x and y, so ties need no other correction. Rows come in any order and
/// may come twice; equal floats are ties. `None` under two responses, when all x or all y are the same, or when a
/// value is not finite. Source: Spearman 1904; Kendall 1945 (ties).
#[must_use]
pub fn spearman(table: &[(f64, f64, u32)]) -> Option<f64> {
    if table.iter().any(|(x, y, _)| !(x.is_finite() && y.is_finite())) {
        return None;
    }
    let rows = || table.iter().map(|&(x, y, count)| (x, y, f64::from(count)));
    let x_ranked = ranked(rows().collect());
    // The rank of x travels along while y is ranked.
    let both = ranked(x_ranked.into_iter().map(|(rank, y, count)| (y, rank, count)).collect());
    let moment = |of: fn(f64, f64) -> f64| both.iter().map(|&(y, x, count)| count * of(x, y)).sum::<f64>();
    let (xx, yy) = (moment(|x, _| x * x), moment(|_, y| y * y));
    if xx <= 0.0 || yy <= 0.0 {
        return None;
    }
    Some((moment(|x, y| x * y) / (xx * yy).sqrt()).clamp(-1.0, 1.0))
}

/// The first value of each row replaced by twice the distance of its mid-rank to the mean rank: a whole number.
fn ranked(mut rows: Vec<(f64, f64, f64)>) -> Vec<(f64, f64, f64)> {
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let n: f64 = rows.iter().map(|row| row.2).sum();
    let mut below = 0.0;
    for tied in rows.chunk_by_mut(|a, b| a.0 == b.0) {
        let here: f64 = tied.iter().map(|row| row.2).sum();
        for row in tied {
            row.0 = 2.0 * below + here - n;
        }
        below += here;
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::aggregation::statistics::tests::close;

    #[test]
    fn small_tables_by_hand() {
        assert_eq!(spearman(&[(1.0, 10.0, 1), (2.0, 11.0, 1), (9.0, 50.0, 1)]), Some(1.0));
        assert_eq!(spearman(&[(1.0, 5.0, 1), (2.0, 4.0, 1), (9.0, 1.0, 1)]), Some(-1.0));
        // No ties: 1 - 6Σd²/(n(n²-1)), ranks 1 2 3 4 against 2 1 4 3, Σd² = 4.
        let swapped = [(1.0, 2.0, 1), (2.0, 1.0, 1), (3.0, 4.0, 1), (4.0, 3.0, 1)];
        close(spearman(&swapped).unwrap(), 0.6, 1e-14);
        // Ties: ranks 1.5 1.5 3 against 1 2.5 2.5, so 0.75/1.5.
        close(spearman(&[(1.0, 1.0, 1), (1.0, 2.0, 1), (2.0, 2.0, 1)]).unwrap(), 0.5, 1e-14);
    }

    #[test]
    fn undefined_cases() {
        assert_eq!(spearman(&[]), None);
        assert_eq!(spearman(&[(1.0, 1.0, 1)]), None);
        assert_eq!(spearman(&[(1.0, 1.0, 1), (2.0, 2.0, 0)]), None);
        assert_eq!(spearman(&[(1.0, 1.0, 3), (1.0, 2.0, 3)]), None);
        assert_eq!(spearman(&[(1.0, 4.0, 3), (2.0, 4.0, 3)]), None);
        assert_eq!(spearman(&[(1.0, f64::NAN, 1), (2.0, 2.0, 1)]), None);
    }

    proptest! {
        #[test]
        fn in_range_blind_to_order_and_to_counting(
            pairs in prop::collection::vec(((1..=5_i32).prop_map(f64::from), (1..=5_i32).prop_map(f64::from)), 0..40),
        ) {
            let one_by_one: Vec<_> = pairs.iter().map(|(x, y)| (*x, *y, 1)).collect();
            let found = spearman(&one_by_one);
            prop_assert!(found.is_none_or(|rho| (-1.0..=1.0).contains(&rho)));
            let backward: Vec<_> = one_by_one.iter().rev().copied().collect();
            prop_assert_eq!(found, spearman(&backward));
            let mut counted = std::collections::BTreeMap::new();
            for (x, y) in &pairs {
                *counted.entry((x.to_bits(), y.to_bits())).or_insert(0) += 1;
            }
            let table: Vec<_> =
                counted.into_iter().map(|((x, y), n)| (f64::from_bits(x), f64::from_bits(y), n)).collect();
            prop_assert_eq!(found, spearman(&table));
        }
    }
}
