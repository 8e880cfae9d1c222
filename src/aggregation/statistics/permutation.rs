//! The exact test for waves too small for the normal approximation.

use super::Histogram;

/// Sums times group sizes the table may hold, and additions it may cost (well under a second).
const MAX_CELLS: usize = 4_000_000;
const MAX_STEPS: usize = 100_000_000;

/// Exact two-sided permutation p-value of the difference of means of two waves, in 0..=1.
///
/// The share of all ways to deal the pooled answers into groups of n1 and n2 whose means lie at
/// least as far apart as observed (compared in integers, so ties are exact). Ways are counted by sum
/// with a table, value by value, not listed. 1 when all answers are equal. `None` when a wave has no
/// answer, or when the table would be too large (both waves of several hundred answers), where
/// [`mann_whitney`](super::mann_whitney) serves. Source: Fisher 1935, Pitman 1937.
#[must_use]
pub fn permutation_p(a: &Histogram, b: &Histogram) -> Option<f64> {
    let (small, large) = if a.n() <= b.n() { (a, b) } else { (b, a) };
    let n = small.n();
    let size = usize::try_from(n).ok().filter(|size| *size > 0)?;
    let mut pooled = small.clone();
    pooled.merge(large);
    let lowest = pooled.iter().next()?.0;
    let above = |value: i32| usize::try_from(i64::from(value) - i64::from(lowest)).ok();
    let range = above(pooled.iter().next_back()?.0)?;
    let sums = size.checked_mul(range)?.checked_add(1)?;
    affordable(&pooled, size, sums)?;

    // ways[j][s]: weight of the choices of j answers whose values above the lowest sum to s.
    let mut ways = vec![vec![0.0_f64; sums]; size + 1];
    *ways.first_mut()?.first_mut()? = 1.0;
    for (value, count) in pooled.iter() {
        let (height, weights) = (above(value)?, choices(count, n, large.n()));
        let mut next = vec![vec![0.0_f64; sums]; size + 1];
        for (chosen, row) in ways.iter().enumerate() {
            for (more, weight) in weights.iter().enumerate() {
                let Some(target) = next.get_mut(chosen + more) else {
                    break;
                };
                for (cell, way) in target.iter_mut().skip(more * height).zip(row) {
                    *cell += way * weight;
                }
            }
        }
        ways = next;
    }

    // |S/n - (T-S)/m| is |S·N - T·n| but for a constant.
    let sum = |histogram: &Histogram| -> i128 {
        histogram.iter().map(|(v, c)| (i128::from(v) - i128::from(lowest)) * i128::from(c)).sum()
    };
    let everyone = i128::from(pooled.n());
    let distance = |s: i128| (s * everyone - sum(&pooled) * i128::from(n)).abs();
    let observed = distance(sum(small));
    let (mut far, mut all) = (0.0, 0.0);
    for (s, way) in (0_i128..).zip(ways.last()?) {
        all += way;
        if distance(s) >= observed {
            far += way;
        }
    }
    (all > 0.0).then(|| (far / all).clamp(0.0, 1.0))
}

/// `Some` when the table fits the limits.
fn affordable(pooled: &Histogram, size: usize, sums: usize) -> Option<()> {
    let cells = sums.checked_mul(size + 1).filter(|cells| *cells <= MAX_CELLS)?;
    let mut steps = 0_usize;
    for (_, count) in pooled.iter() {
        let per_cell = usize::try_from(count).unwrap_or(size).min(size) + 1;
        steps = steps.checked_add(cells.checked_mul(per_cell)?)?;
    }
    (steps <= MAX_STEPS).then_some(())
}

/// Weights of choosing 0, 1, .. of `count` equal answers for the small group of n (the other has m):
/// C(count, j)·(n/m)^j, scaled to sum to 1. The tilt and the scale cancel in the end (every deal
/// chooses n in all) and keep the numbers clear of overflow at any size.
fn choices(count: u32, n: u32, m: u32) -> Vec<f64> {
    let most = count.min(n);
    let tilt = f64::from(n) / f64::from(m);
    let peak = (u64::from(count) + 1) * u64::from(n) / (u64::from(n) + u64::from(m));
    let peak = u32::try_from(peak).unwrap_or(most).min(most);
    let mut below: Vec<f64> = (1..=peak)
        .rev()
        .scan(1.0, |weight, j| {
            *weight *= f64::from(j) / f64::from(count - j + 1) / tilt;
            Some(*weight)
        })
        .collect();
    below.reverse();
    let above = (peak..most).scan(1.0, |weight, j| {
        *weight *= f64::from(count - j) / f64::from(j + 1) * tilt;
        Some(*weight)
    });
    let weights: Vec<f64> = below.into_iter().chain([1.0]).chain(above).collect();
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::statistics::tests::close;

    /// Deals every subset of the pooled answers.
    fn by_enumeration(a: &[i32], b: &[i32]) -> f64 {
        let pooled: Vec<i32> = a.iter().chain(b).copied().collect();
        let (n, all): (i32, i32) = (a.len().try_into().unwrap(), pooled.len().try_into().unwrap());
        let total: i32 = pooled.iter().sum();
        let distance = |s: i32| (s * all - total * n).abs();
        let observed = distance(a.iter().sum());
        let (mut far, mut deals) = (0.0, 0.0);
        for mask in 0_u32..1 << all {
            if mask.count_ones() == n.unsigned_abs() {
                let s = pooled.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, v)| v).sum();
                deals += 1.0;
                far += f64::from(u8::from(distance(s) >= observed));
            }
        }
        far / deals
    }

    #[test]
    fn agrees_with_enumeration() {
        for (a, b) in [
            (vec![1, 2, 3], vec![4, 5, 5]),
            (vec![-2, 5, 5, 4, 1], vec![3]),
            (vec![1, 1, 2, 2, 3], vec![2, 3, 3, 4, 4, 5, 5, 5]),
            (vec![10, 0, 7, 7], vec![9, 9, 8, 10, 10, 6, 3]),
            (vec![4, 4], vec![4, 4, 4]),
        ] {
            let (earlier, later) = (a.iter().copied().collect(), b.iter().copied().collect());
            let p = permutation_p(&earlier, &later).unwrap();
            close(p, by_enumeration(&a, &b), 1e-12);
            close(permutation_p(&later, &earlier).unwrap(), p, 1e-12);
        }
        // 1 2 3 against 4 5 6: the two extreme deals out of 20.
        close(permutation_p(&(1..=3).collect(), &(4..=6).collect()).unwrap(), 0.1, 1e-12);
    }

    #[test]
    fn stays_exact_with_thousands_and_gives_up_quietly_beyond() {
        let mut few = Histogram::default();
        few.add_many(5, 9);
        let mut many = Histogram::default();
        many.add_many(4, 2000);
        // Only the deal with all nine fives is as far: 1/C(2009, 9), 2.5e-25.
        let ways: f64 = (1..=9).map(|j| f64::from(2000 + j) / f64::from(j)).product();
        close(permutation_p(&few, &many).unwrap(), 1.0 / ways, 1e-10);
        let mut vast = Histogram::default();
        vast.add_many(i32::MIN, u32::MAX / 4);
        vast.add_many(i32::MAX, u32::MAX / 4);
        assert_eq!(permutation_p(&vast, &vast), None);
        assert_eq!(permutation_p(&Histogram::default(), &few), None);
    }
}
