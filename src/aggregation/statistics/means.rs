//! Intervals around means and around differences of means.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::{Histogram, Interval, Z};

/// 95 % interval of the mean: mean ± t(.975, n-1)·sd/√n, in points of the scale, neither clipped to
/// the scale nor corrected for a finite population.
///
/// `None` under two answers; without width when all answers are equal (the t interval then says
/// nothing, see [`Histogram::is_unanimous`]). Source: Student 1908.
#[must_use]
pub fn mean_interval(answers: &Histogram) -> Option<Interval> {
    let (mean, sd, n) = (answers.mean()?, answers.sd()?, f64::from(answers.n()));
    Some(Interval::around(mean, t_quantile(n - 1.0)? * sd / n.sqrt()))
}

/// Change of the mean from the earlier wave to the later one (positive = rise), in points of the
/// scale, with its 95 % interval for independent samples of unequal variances.
///
/// d ± t(.975, ν)·√(s1²/n1 + s2²/n2), ν = (s1²/n1 + s2²/n2)² / ((s1²/n1)²/(n1-1) + (s2²/n2)²/(n2-1)).
/// `None` when a wave has under two answers or when both have no spread (ν undefined).
/// Source: Welch 1947, Satterthwaite 1946.
#[must_use]
pub fn welch(earlier: &Histogram, later: &Histogram) -> Option<(f64, Interval)> {
    let (n1, n2) = (f64::from(earlier.n()), f64::from(later.n()));
    let (e1, e2) = (earlier.variance()? / n1, later.variance()? / n2);
    let squared_error = e1 + e2;
    if squared_error <= 0.0 {
        return None;
    }
    let freedom = squared_error.powi(2) / (e1.powi(2) / (n1 - 1.0) + e2.powi(2) / (n2 - 1.0));
    let difference = later.mean()? - earlier.mean()?;
    Some((difference, Interval::around(difference, t_quantile(freedom)? * squared_error.sqrt())))
}

/// From here on the expansion in 1/ν is exact to the last digits, and the iterative quantile of
/// statrs is not (relative error 3e-6 at ν = 1e5, no end at ν = 4e9).
const EXPANSION_FROM: f64 = 1000.0;

/// 0.975 quantile of Student's law with ν degrees of freedom; relative error under 1e-11. `None`
/// unless ν is a number > 0. Source of the expansion: Abramowitz & Stegun 26.7.5.
fn t_quantile(freedom: f64) -> Option<f64> {
    if freedom < EXPANSION_FROM {
        let t = StudentsT::new(0.0, 1.0, freedom).ok()?.inverse_cdf(0.975);
        return t.is_finite().then_some(t);
    }
    let (z, z2) = (Z, Z * Z);
    let g1 = z * (z2 + 1.0) / 4.0;
    let g2 = z * ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
    let g3 = z * (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
    let g4 = z * ((((79.0 * z2 + 776.0) * z2 + 1482.0) * z2 - 1920.0) * z2 - 945.0) / 92160.0;
    let v = freedom;
    v.is_finite().then(|| z + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::statistics::tests::close;

    #[test]
    #[allow(clippy::excessive_precision)]
    fn quantiles_match_forty_digit_references() {
        for (freedom, expected) in [
            (3.0, 3.1824463052837096),
            (4.5, 2.6589123472044038),
            (9.0, 2.2621571627982055),
            (22.25, 2.072522869567896),
            (29.0, 2.0452296421327043),
            (37.0, 2.0261924630291098),
            (43.14979703133042, 2.0164897560795628),
            (65.96463513536108, 1.9965843983679921),
            (100.0, 1.9839715185235523),
            (999.0, 1.96234146113345),
            (5000.0, 1.9604385517065079),
            (100000.5, 1.9599877074159938),
            (4294967294.0, 1.9599639850923917),
        ] {
            close(t_quantile(freedom).unwrap(), expected, 1e-11);
        }
        // One and two degrees of freedom by hand: tan(0.475π) and 0.95·√(2/(1 - 0.95²)).
        close(t_quantile(1.0).unwrap(), (0.475 * std::f64::consts::PI).tan(), 1e-13);
        close(t_quantile(2.0).unwrap(), 0.95 * (2.0_f64 / (1.0 - 0.95 * 0.95)).sqrt(), 1e-13);
        assert_eq!(t_quantile(f64::NAN), None);
        assert_eq!(t_quantile(0.0), None);
        assert_eq!(t_quantile(f64::INFINITY), None);
    }

    #[test]
    fn quantiles_fall_smoothly_over_the_junction() {
        let mut before = t_quantile(1.0).unwrap();
        for step in 5..8000 {
            let now = t_quantile(f64::from(step) / 4.0).unwrap();
            assert!(now < before, "freedom {}", f64::from(step) / 4.0);
            before = now;
        }
    }

    #[test]
    fn a_mean_needs_two_answers_and_a_difference_some_spread() {
        let (one, equal, spread) =
            (Histogram::from_iter([4]), Histogram::from_iter([4, 4]), Histogram::from_iter([3, 5]));
        assert_eq!(mean_interval(&Histogram::default()), None);
        assert_eq!(mean_interval(&one), None);
        assert_eq!(mean_interval(&equal), Some(Interval { low: 4.0, high: 4.0 }));
        assert_eq!(welch(&one, &spread), None);
        assert_eq!(welch(&equal, &equal), None);
        // One wave without spread: the freedom of the other. d = 0, error 1, t(.975, 1).
        let (difference, interval) = welch(&equal, &spread).unwrap();
        assert_eq!(difference, 0.0);
        close(interval.high, (0.475 * std::f64::consts::PI).tan(), 1e-12);
    }
}
