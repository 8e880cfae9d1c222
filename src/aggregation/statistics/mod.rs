//! The statistics behind every published figure: pure functions on counts, no database, no clock.
//!
//! Each answer to a question of *how sure are we* is here: histograms of answers, intervals around a
//! share or a mean, the tests that say whether two waves differ, the trend over several waves, and what
//! only whole responses tell (reliability, drivers, suppliers compared), kept as sums.
//! Everything keeps full precision; rounding belongs to display. Shares are 0..=1. An undefined
//! result is `None`, never NaN, and nothing here decides what may be shown: thresholds of disclosure
//! are the business of the publication.

mod change;
mod composite;
mod drivers;
mod histogram;
mod label;
mod means;
mod permutation;
mod ranks;
mod reliability;
mod shares;
mod spearman;
mod suppliers;
#[cfg(test)]
mod tests;
mod trend;
mod weighting;

pub use change::{UnknownVerdict, Verdict, holm, verdict};
pub use composite::{Composite, Part, composite};
pub use drivers::{Correlations, DRIVERS_MAX, DRIVERS_MIN_N_EACH, enough_for_drivers, lmg, r2, relative_weights};
pub use histogram::Histogram;
pub use label::{Label, Preset, label};
pub use means::{mean_interval, welch};
pub use permutation::permutation_p;
pub use ranks::{MannWhitney, mann_whitney};
pub use reliability::{ALPHA_MIN_N, Complete, alpha};
pub use shares::{
    RECOMMENDATION_MIN_N, margin_fpc, net, newcombe, newcombe_shares, recommendation, wilson, wilson_share,
};
pub use spearman::spearman;
pub use suppliers::{COMPARE_MIN_SUPPLIERS, Comparison, FunnelClass, Scores, Standing, compare};
pub use trend::{Trend, TrendVerdict, cochran_armitage, latest_run, smallest_change, trend};
pub use weighting::{Group, Weighted, weighted, weighting_offered};

/// The 0.975 quantile of the standard normal law: 95 % intervals reach `Z` standard errors on each side.
pub const Z: f64 = 1.959963984540054;

/// The level of every test: a change is proved when its (adjusted) p-value is at most this.
pub const LEVEL: f64 = 0.05;

/// Under this number of answers in a wave, a test gives no verdict.
pub const TEST_MIN_N: u32 = 10;

/// The two ends of a 95 % interval, in the unit of the figure it surrounds; `low <= high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// `centre - half_width .. centre + half_width`.
    fn around(centre: f64, half_width: f64) -> Self {
        Self { low: centre - half_width, high: centre + half_width }
    }
}

/// Two-sided p-value of a standard normal score: P(|Z| >= |z|) = erfc(|z| / √2), in 0..=1.
fn two_sided_p(z: f64) -> f64 {
    statrs::function::erf::erfc(z.abs() / std::f64::consts::SQRT_2).clamp(0.0, 1.0)
}
