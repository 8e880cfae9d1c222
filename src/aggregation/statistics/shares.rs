//! Intervals around shares and around differences of shares.

use super::{Histogram, Interval, Z};

/// From this number of answers on, the recommendation score may be shown.
pub const RECOMMENDATION_MIN_N: u32 = 30;

/// 95 % Wilson score interval of the share k/n, without continuity correction; shares 0..=1.
///
/// (2np + z² ± z√(z² + 4np(1-p))) / (2(n + z²)) with p = k/n. k = 0 gives a low of exactly 0, k = n
/// a high of exactly 1. `None` when n = 0 or k > n.
/// Source: Wilson 1927; Newcombe 1998, method 3.
#[must_use]
pub fn wilson(k: u32, n: u32) -> Option<Interval> {
    wilson_share(share(k, n)?, n)
}

/// As [`wilson`], for a share p that is not k/n: answers pooled over the questions of a dimension, whose interval
/// rests on n responses because answers of one person are not independent. `None` when n = 0 or p is not in 0..=1.
#[must_use]
pub fn wilson_share(p: f64, n: u32) -> Option<Interval> {
    if n == 0 || !(0.0..=1.0).contains(&p) {
        return None;
    }
    let (count, z2) = (f64::from(n), Z * Z);
    let centre = 2.0 * count * p + z2;
    let spread = Z * (z2 + 4.0 * count * p * (1.0 - p)).sqrt();
    let width = 2.0 * (count + z2);
    Some(Interval {
        low: if p <= 0.0 { 0.0 } else { (centre - spread) / width },
        high: if p >= 1.0 { 1.0 } else { (centre + spread) / width },
    })
}

/// Net satisfaction t - b, the share of satisfied minus the share of dissatisfied, in -1..=1 (times
/// 100 for points), with its 95 % interval.
///
/// se = √((t + b - (t - b)²) / n), interval ± z·se. The interval is not clipped to -1..=1 and has no
/// width when all answers are on one side. `None` when n = 0 or top + bottom > n.
/// Source: Rocks 2016 (variance of a difference of two shares of one multinomial).
#[must_use]
pub fn net(top: u32, bottom: u32, n: u32) -> Option<(f64, Interval)> {
    share(top.checked_add(bottom)?, n)?;
    let (t, b) = (share(top, n)?, share(bottom, n)?);
    let difference = (f64::from(top) - f64::from(bottom)) / f64::from(n);
    let se = ((t + b - difference * difference).max(0.0) / f64::from(n)).sqrt();
    Some((difference, Interval::around(difference, Z * se)))
}

/// Recommendation score 100·(c9..10 - c0..6)/n on answers 0..=10, in -100..=100, with its 95 %
/// interval, not clipped.
///
/// Standard error as in [`net`]. `None` without answers or when a value lies outside 0..=10. Figures
/// on fewer than [`RECOMMENDATION_MIN_N`] answers are computed but must not be shown: the caller
/// decides. Source: Rocks 2016 (Wald interval of the net promoter score).
#[must_use]
pub fn recommendation(answers: &Histogram) -> Option<(f64, Interval)> {
    let (mut promoters, mut detractors) = (0_u32, 0_u32);
    for (value, count) in answers.iter() {
        match value {
            0..=6 => detractors = detractors.saturating_add(count),
            7 | 8 => {}
            9 | 10 => promoters = promoters.saturating_add(count),
            _ => return None,
        }
    }
    let (score, interval) = net(promoters, detractors, answers.n())?;
    Some((100.0 * score, Interval { low: 100.0 * interval.low, high: 100.0 * interval.high }))
}

/// 95 % margin of a share p measured on n of N eligible people, as a share 0..=1 (half the width).
///
/// z·√(p(1-p)/n)·√((N-n)/(N-1)); 0 when everyone answered (n >= N). `None` when n = 0 or p is not in
/// 0..=1. Source: the finite population correction of simple random sampling without replacement.
#[must_use]
pub fn margin_fpc(p: f64, n: u32, eligible: u32) -> Option<f64> {
    if n == 0 || !(0.0..=1.0).contains(&p) {
        return None;
    }
    if n >= eligible {
        return Some(0.0);
    }
    let (answers, people) = (f64::from(n), f64::from(eligible));
    let correction = (people - answers) / (people - 1.0);
    Some(Z * (p * (1.0 - p) / answers * correction).sqrt())
}

/// Change of a share from the earlier wave (k1 of n1) to the later one (k2 of n2): p2 - p1 in -1..=1
/// (positive = rise), with its 95 % hybrid score interval.
///
/// With l, u the Wilson ends of each wave: low = d - √((p2-l2)² + (u1-p1)²),
/// high = d + √((u2-p2)² + (p1-l1)²). Always inside -1..=1. `None` when a wave has no answer or
/// k > n. Source: Newcombe 1998 (two independent proportions), method 10.
#[must_use]
pub fn newcombe(k1: u32, n1: u32, k2: u32, n2: u32) -> Option<(f64, Interval)> {
    newcombe_shares((share(k1, n1)?, n1), (share(k2, n2)?, n2))
}

/// As [`newcombe`], for pooled shares with the number of responses each rests on.
#[must_use]
pub fn newcombe_shares((p1, n1): (f64, u32), (p2, n2): (f64, u32)) -> Option<(f64, Interval)> {
    let (earlier, later) = (wilson_share(p1, n1)?, wilson_share(p2, n2)?);
    let difference = p2 - p1;
    let interval = Interval {
        low: difference - (p2 - later.low).hypot(earlier.high - p1),
        high: difference + (later.high - p2).hypot(p1 - earlier.low),
    };
    Some((difference, interval))
}

/// k/n when it is a share.
fn share(k: u32, n: u32) -> Option<f64> {
    (n > 0 && k <= n).then(|| f64::from(k) / f64::from(n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::statistics::tests::close;

    #[test]
    fn wilson_matches_the_table_of_newcombe() {
        // Newcombe 1998, table I, method 3: 81/263, 15/148, 0/20, 1/29.
        for (k, n, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let interval = wilson(k, n).unwrap();
            assert!((interval.low - low).abs() < 5e-5 && (interval.high - high).abs() < 5e-5, "{k}/{n} {interval:?}");
        }
        // By hand: 0 of n ends at z²/(n + z²).
        close(wilson(0, 10).unwrap().high, Z * Z / (10.0 + Z * Z), 1e-14);
    }

    #[test]
    fn wilson_ends_are_exact_and_nonsense_is_refused() {
        for n in [1, 3, 7, 61, 1000] {
            assert_eq!(wilson(0, n).unwrap().low, 0.0);
            assert_eq!(wilson(n, n).unwrap().high, 1.0);
        }
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(4, 3), None);
    }

    #[test]
    fn newcombe_matches_its_published_examples() {
        // Newcombe 1998, table II, method 10, given there as first minus second: 56/70 against
        // 48/80, 9/10 against 3/10, 10/10 against 0/20.
        for (k1, n1, k2, n2, low, high) in [
            (56, 70, 48, 80, 0.0524, 0.3339),
            (9, 10, 3, 10, 0.1705, 0.8090),
            (10, 10, 0, 20, 0.6791, 1.0),
            (0, 10, 0, 10, -0.2775, 0.2775),
        ] {
            let (_, interval) = newcombe(k2, n2, k1, n1).unwrap();
            assert!((interval.low - low).abs() < 5e-5 && (interval.high - high).abs() < 5e-5, "{interval:?}");
        }
        assert_eq!(newcombe(0, 0, 1, 2), None);
    }

    #[test]
    fn net_and_margin_at_their_edges() {
        assert_eq!(net(5, 0, 5), Some((1.0, Interval { low: 1.0, high: 1.0 })));
        assert_eq!(net(3, 3, 5), None);
        assert_eq!(net(0, 0, 0), None);
        assert_eq!(margin_fpc(0.5, 10, 10), Some(0.0));
        assert_eq!(margin_fpc(0.5, 1, 1), Some(0.0));
        assert_eq!(margin_fpc(0.5, 0, 10), None);
        assert_eq!(margin_fpc(f64::NAN, 5, 10), None);
        assert_eq!(recommendation(&Histogram::default()), None);
        assert_eq!(recommendation(&[3, 11].into_iter().collect()), None);
    }
}
