//! Slow progress over several waves, and what a given number of answers can show at all.

use super::{LEVEL, TEST_MIN_N, two_sided_p};

/// A trend needs this many unbroken waves.
const TREND_MIN_WAVES: usize = 4;

/// z.975 + z.8: a change of this many standard errors is proved at 5 % four times out of five.
const POWER_80: f64 = 2.8016;

/// Two-sided p-value of the Cochran-Armitage test for a linear trend of k/n over equally spaced
/// waves, oldest first, in 0..=1.
///
/// With scores s = 0, 1, .. and p = Σk/Σn: z = Σs(k - np) / √(p(1-p)(Σns² - (Σns)²/Σn)), no
/// continuity correction. `None` under two waves with answers, when nobody or everybody is
/// satisfied, or when k > n; a wave without answers weighs nothing and keeps its place.
/// Source: Cochran 1954, Armitage 1955.
#[must_use]
pub fn cochran_armitage(waves: &[(u32, u32)]) -> Option<f64> {
    trend_score(waves).map(two_sided_p)
}

/// The z of the test, positive for a rise.
fn trend_score(waves: &[(u32, u32)]) -> Option<f64> {
    if waves.iter().any(|(k, n)| k > n) {
        return None;
    }
    let scored = || (0_u32..).zip(waves).map(|(s, (k, n))| (f64::from(s), f64::from(*k), f64::from(*n)));
    let answers: f64 = scored().map(|(_, _, n)| n).sum();
    let satisfied: f64 = scored().map(|(_, k, _)| k).sum();
    if satisfied <= 0.0 || satisfied >= answers {
        return None;
    }
    let p = satisfied / answers;
    let middle = scored().map(|(s, _, n)| s * n).sum::<f64>() / answers;
    let slope: f64 = scored().map(|(s, k, _)| (s - middle) * k).sum();
    let spread: f64 = scored().map(|(s, _, n)| n * (s - middle).powi(2)).sum();
    let z = slope / (p * (1.0 - p) * spread).sqrt();
    (spread > 0.0 && z.is_finite()).then_some(z)
}

/// What may be said of a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrendVerdict {
    /// Proved rise over the waves.
    ConfirmedUp,
    /// Proved fall over the waves.
    ConfirmedDown,
    /// Not proved.
    NotShown,
    /// Under four waves, or one of them under ten answers.
    TooFew,
}

impl TrendVerdict {
    /// The word stored and exported.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ConfirmedUp => "confirmed_up",
            Self::ConfirmedDown => "confirmed_down",
            Self::NotShown => "not_shown",
            Self::TooFew => "too_few",
        }
    }
}

/// What [`trend`] finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Two-sided p-value; `None` when too few, or when nobody or everybody is ever satisfied.
    pub p: Option<f64>,
    /// The word for it.
    pub verdict: TrendVerdict,
}

/// The verdict on the share of satisfied answers (k of n) over an unbroken run of comparable waves,
/// oldest first: [`cochran_armitage`] at 5 %.
///
/// Too few under 4 waves or when any given wave has under 10 answers: to leave out what came before
/// such a wave, pass [`latest_run`]. A degenerate test is not shown, with p = `None`.
/// Source: Cochran 1954, Armitage 1955.
#[must_use]
pub fn trend(waves: &[(u32, u32)]) -> Trend {
    if waves.len() < TREND_MIN_WAVES || waves.iter().any(|(_, n)| *n < TEST_MIN_N) {
        return Trend { p: None, verdict: TrendVerdict::TooFew };
    }
    let score = trend_score(waves);
    let p = score.map(two_sided_p);
    let verdict = match (score, p) {
        (Some(z), Some(p)) if p <= LEVEL && z > 0.0 => TrendVerdict::ConfirmedUp,
        (Some(_), Some(p)) if p <= LEVEL => TrendVerdict::ConfirmedDown,
        _ => TrendVerdict::NotShown,
    };
    Trend { p, verdict }
}

/// The waves (k, n) after the last one with under 10 answers: the unbroken run that ends today.
/// Empty when the latest wave is itself under 10.
#[must_use]
pub fn latest_run(waves: &[(u32, u32)]) -> &[(u32, u32)] {
    waves.rsplit(|(_, n)| *n < TEST_MIN_N).next().unwrap_or_default()
}

/// The smallest change of a share, 0..=1, that waves of n1 and n2 answers would prove about four
/// times out of five: 2.8016·√(p(1-p)(1/n1 + 1/n2)), p the pooled share clipped to 0.1..=0.9.
///
/// `None` when a wave has no answer or p is not in 0..=1. Over 1 with a handful of answers: no change
/// can then be counted on to show. Source: two-sided test at 5 % with power 80 % (z.975 + z.8).
#[must_use]
pub fn smallest_change(p_pooled: f64, n1: u32, n2: u32) -> Option<f64> {
    if n1 == 0 || n2 == 0 || !(0.0..=1.0).contains(&p_pooled) {
        return None;
    }
    let p = p_pooled.clamp(0.1, 0.9);
    Some(POWER_80 * (p * (1.0 - p) * (1.0 / f64::from(n1) + 1.0 / f64::from(n2))).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::statistics::tests::close;

    #[test]
    fn the_specimen_page_rises_without_proof() {
        // Eight quarters of 61 answers, as read off the picture: 51, 55, 52, 58, 56, 60, 59, 62 %.
        // No count out of 61 shows as 58 or 60 %, so both neighbours of each are tried.
        for (fourth, sixth) in [(35, 36), (35, 37), (36, 36), (36, 37)] {
            let waves = [31, 34, 32, fourth, 34, sixth, 36, 38].map(|k| (k, 61));
            let found = trend(&waves);
            assert_eq!(found.verdict, TrendVerdict::NotShown);
            assert_eq!(found.p, cochran_armitage(&waves));
            let p = found.p.unwrap();
            assert!((0.145..0.185).contains(&p), "{p}");
        }
        // 61 answers each, 59 then 62 %: about 25 points.
        let change = smallest_change(74.0 / 122.0, 61, 61).unwrap();
        assert!((change - 0.25).abs() < 0.005, "{change}");
    }

    #[test]
    fn a_perfectly_even_rise_by_hand() {
        // 31, 32, .., 38 of 61: z = 42/√(p(1-p)·61·42), p = 276/488.
        let even: Vec<(u32, u32)> = (31..=38).map(|k| (k, 61)).collect();
        let p = 276.0 / 488.0;
        let z = 42.0 / f64::sqrt(p * (1.0 - p) * 61.0 * 42.0);
        close(cochran_armitage(&even).unwrap(), two_sided_p(z), 1e-12);
        close(cochran_armitage(&even).unwrap(), 0.094_129_368_703_556_63, 1e-8);
    }

    #[test]
    fn two_waves_are_the_pooled_test_of_two_shares() {
        // expected.json, z_pooled of q1: 17/30 then 36/40.
        close(cochran_armitage(&[(17, 30), (36, 40)]).unwrap(), 0.001_288_547_148_890_195_4, 1e-8);
    }

    #[test]
    fn directions_and_refusals() {
        let rise = [(10, 40), (18, 40), (26, 40), (34, 40)];
        let fall: Vec<(u32, u32)> = rise.iter().rev().copied().collect();
        assert_eq!(trend(&rise).verdict.as_str(), "confirmed_up");
        assert_eq!(trend(&fall).verdict.as_str(), "confirmed_down");
        assert_eq!(trend(rise.get(1..).unwrap()), Trend { p: None, verdict: TrendVerdict::TooFew });
        assert_eq!(trend(&[(1, 9), (18, 40), (26, 40), (34, 40)]).verdict.as_str(), "too_few");
        assert_eq!(trend(&[(40, 40); 5]), Trend { p: None, verdict: TrendVerdict::NotShown });
        assert_eq!(trend(&[(5, 10); 4]), Trend { p: Some(1.0), verdict: TrendVerdict::NotShown });
        assert_eq!(cochran_armitage(&[]), None);
        assert_eq!(cochran_armitage(&[(3, 5)]), None);
        assert_eq!(cochran_armitage(&[(0, 0), (3, 5), (0, 0)]), None);
        assert_eq!(cochran_armitage(&[(6, 5), (3, 5)]), None);
    }

    #[test]
    fn a_run_starts_after_the_last_small_wave() {
        assert_eq!(latest_run(&[(5, 20), (1, 9), (6, 20), (7, 20)]), [(6, 20), (7, 20)]);
        assert_eq!(latest_run(&[(5, 20), (6, 20)]).len(), 2);
        assert_eq!(latest_run(&[(5, 20), (1, 9)]), []);
        assert_eq!(latest_run(&[]), []);
    }

    #[test]
    fn smallest_change_clips_the_share() {
        assert_eq!(smallest_change(0.0, 61, 61), smallest_change(0.1, 61, 61));
        assert_eq!(smallest_change(1.0, 61, 61), smallest_change(0.9, 61, 61));
        close(smallest_change(0.5, 50, 50).unwrap(), 0.28016, 1e-12);
        assert_eq!(smallest_change(0.5, 0, 61), None);
        assert_eq!(smallest_change(f64::NAN, 61, 61), None);
    }
}
