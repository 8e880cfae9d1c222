//! Do suppliers differ by more than chance? Shrunk means and three classes, never a league table.

use super::{Interval, Z};

/// Under this number of suppliers with answers, no comparison is shown.
pub const COMPARE_MIN_SUPPLIERS: usize = 5;

/// The response scores of one supplier: how many, their mean, and Σ(score - mean)².
///
/// A score is the mean of the core questions of one response, at least half of them answered.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores {
    /// Number of scores.
    pub n: u32,
    /// Their mean, in points of the scale; 0 without any.
    pub mean: f64,
    /// Sum of the squared distances to the mean.
    pub squares: f64,
}

impl Scores {
    /// Counts one more score (finite). Source: Welford 1962.
    pub fn add(&mut self, score: f64) {
        self.n = self.n.saturating_add(1);
        let distance = score - self.mean;
        self.mean += distance / f64::from(self.n);
        self.squares += distance * (score - self.mean);
    }
}

/// Where a supplier lies against the funnel of chance around the mean of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FunnelClass {
    /// Over the upper limit.
    Above,
    /// Between the limits, or on one.
    Within,
    /// Under the lower limit.
    Below,
}

impl FunnelClass {
    /// The word stored and exported.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Within => "within",
            Self::Below => "below",
        }
    }
}

/// One supplier among the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Number of response scores.
    pub n: u32,
    /// Mean of the scores.
    pub mean: f64,
    /// tau2/(tau2 + MSW/n), in 0..1: how much of the distance to mu is kept.
    pub reliability: f64,
    /// mu + reliability·(mean - mu): the best guess of this supplier's own level.
    pub shrunk: f64,
    /// The limits of chance mu ± z·√(MSW/n), not clipped to the scale.
    pub funnel: Interval,
    /// The mean against these limits.
    pub class: FunnelClass,
}

/// What [`compare`] finds; means in points of the scale, variances in their squares.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Mean square within suppliers.
    pub msw: f64,
    /// Mean square between suppliers.
    pub msb: f64,
    /// The size of supplier that counts, (N - Σn²/N)/(k-1).
    pub n0: f64,
    /// Variance of the suppliers' own levels, max(0, (MSB - MSW)/n0).
    pub tau2: f64,
    /// Mean of the suppliers, weighted by 1/(tau2 + MSW/n).
    pub mu: f64,
    /// One per supplier, in the order given; `None` for one without scores.
    pub suppliers: Vec<Option<Standing>>,
}

impl Comparison {
    /// False when tau2 = 0: the suppliers differ by no more than chance, all shrunk means are mu, and the page says
    /// so in place of the classes.
    #[must_use]
    pub fn beyond_chance(&self) -> bool {
        self.tau2 > 0.0
    }

    /// Number of suppliers with scores, to hold against [`COMPARE_MIN_SUPPLIERS`]: the caller decides what is shown.
    #[must_use]
    pub fn compared(&self) -> usize {
        self.suppliers.iter().flatten().count()
    }
}

/// Suppliers compared by the moments of a one-way analysis of variance.
///
/// MSW = Σ squares/(N-k), MSB = Σ n(mean - grand mean)²/(k-1) over the k suppliers with scores; the rest is in
/// [`Comparison`] and [`Standing`]. `None` under two suppliers with scores, when none has two, when scores do not
/// vary within any supplier (MSW = 0: no measure of chance), or when a moment is not finite or negative.
/// Source: Searle, Casella & McCulloch 1992 (moments); Spiegelhalter 2005 (funnel).
#[must_use]
pub fn compare(suppliers: &[Scores]) -> Option<Comparison> {
    let counted = || suppliers.iter().filter(|supplier| supplier.n > 0).map(|s| (f64::from(s.n), s));
    let k = f64::from(u32::try_from(counted().count()).ok()?);
    let n: f64 = counted().map(|(n, _)| n).sum();
    if k < 2.0 || n <= k || counted().any(|(_, s)| !s.mean.is_finite() || s.squares.is_nan() || s.squares < 0.0) {
        return None;
    }
    let grand = counted().map(|(n, s)| n * s.mean).sum::<f64>() / n;
    let msw = counted().map(|(_, s)| s.squares).sum::<f64>() / (n - k);
    let msb = counted().map(|(n, s)| n * (s.mean - grand).powi(2)).sum::<f64>() / (k - 1.0);
    let n0 = (n - counted().map(|(n, _)| n * n).sum::<f64>() / n) / (k - 1.0);
    if !(msw > 0.0 && msw.is_finite() && msb.is_finite()) {
        return None;
    }
    let tau2 = ((msb - msw) / n0).max(0.0);
    let weight = |n: f64| 1.0 / (tau2 + msw / n);
    let mu = counted().map(|(n, s)| weight(n) * s.mean).sum::<f64>() / counted().map(|(n, _)| weight(n)).sum::<f64>();
    let suppliers = suppliers.iter().map(|scores| standing(*scores, msw, tau2, mu)).collect();
    Some(Comparison { msw, msb, n0, tau2, mu, suppliers })
}

fn standing(Scores { n, mean, .. }: Scores, msw: f64, tau2: f64, mu: f64) -> Option<Standing> {
    let chance = (n > 0).then(|| msw / f64::from(n))?;
    let reliability = tau2 / (tau2 + chance);
    let funnel = Interval::around(mu, Z * chance.sqrt());
    let class = match mean {
        mean if mean > funnel.high => FunnelClass::Above,
        mean if mean < funnel.low => FunnelClass::Below,
        _ => FunnelClass::Within,
    };
    Some(Standing { n, mean, reliability, shrunk: mu + reliability * (mean - mu), funnel, class })
}
