//! Which dimensions go with overall satisfaction? Shares of the R² of a linear model, from correlations alone.
//!
//! "Goes with" is all that can be said: nothing here proves a cause.

use nalgebra::{Cholesky, DMatrix, DVector, Dyn, SymmetricEigen};
use statrs::function::factorial::binomial;

/// The importance of drivers may be shown from this many complete responses per driver on.
pub const DRIVERS_MIN_N_EACH: u32 = 10;

/// More drivers than this are refused: the subsets to fit double with each.
pub const DRIVERS_MAX: usize = 12;

/// Drivers are degenerate when the smallest eigenvalue of their correlations is under this: one is then, but for
/// rounding, a sum of others, and no share is its own.
const SINGULAR: f64 = 1e-9;

/// Rounds the eigenvalues may take; a handful per driver is usual.
const EIGEN_ROUNDS: usize = 1000;

/// Whether `n` complete responses are enough to show the importance of so many drivers (at least one).
#[must_use]
pub fn enough_for_drivers(n: u32, drivers: usize) -> bool {
    u32::try_from(drivers).is_ok_and(|drivers| drivers > 0 && n >= drivers.saturating_mul(DRIVERS_MIN_N_EACH))
}

/// Means and co-moments of complete responses (the score of each driver, then the outcome), added one by one: no
/// response can be read back from them. Sound for any unit and offset of the scores. Source: Welford 1962.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlations {
    n: u32,
    means: DVector<f64>,
    products: DMatrix<f64>,
}

impl Correlations {
    /// Nothing counted yet, for so many drivers and one outcome.
    #[must_use]
    pub fn new(drivers: usize) -> Self {
        let size = drivers.saturating_add(1);
        Self { n: 0, means: DVector::zeros(size), products: DMatrix::zeros(size, size) }
    }

    /// Counts one response. Anything but a finite score for every driver and the outcome is no complete response and
    /// is left out.
    pub fn add(&mut self, drivers: &[f64], outcome: f64) {
        if drivers.len() != self.drivers() || !outcome.is_finite() || drivers.iter().any(|score| !score.is_finite()) {
            return;
        }
        let scores = drivers.iter().copied().chain([outcome]);
        let distance = DVector::from_iterator(self.means.len(), scores) - &self.means;
        let before = f64::from(self.n);
        self.n = self.n.saturating_add(1);
        let n = f64::from(self.n);
        self.means.axpy(1.0 / n, &distance, 1.0);
        self.products.ger(before / n, &distance, &distance, 1.0);
    }

    /// Number of complete responses counted.
    #[must_use]
    pub const fn n(&self) -> u32 {
        self.n
    }

    /// Number of drivers.
    #[must_use]
    pub fn drivers(&self) -> usize {
        self.means.len().saturating_sub(1)
    }

    /// Pearson's correlation of each driver with the outcome, in -1..=1; `None` for a driver when it or the outcome
    /// has no spread (sd 0, or under two responses).
    #[must_use]
    pub fn pearson(&self) -> Vec<Option<f64>> {
        let outcome = self.drivers();
        (0..outcome).map(|driver| self.correlation(driver, outcome)).collect()
    }

    /// Pearson's correlations of all drivers, in order, then the outcome: a symmetric matrix, 1 on its diagonal.
    /// `None` when one of them has no spread.
    #[must_use]
    pub fn matrix(&self) -> Option<Vec<Vec<f64>>> {
        let size = self.means.len();
        (0..size).map(|row| (0..size).map(|column| self.correlation(row, column)).collect()).collect()
    }

    fn correlation(&self, row: usize, column: usize) -> Option<f64> {
        let (here, there) = (self.products.get((row, row))?, self.products.get((column, column))?);
        let together = self.products.get((row, column))?;
        let found = if row == column { 1.0 } else { together / (here.sqrt() * there.sqrt()) };
        (*here > 0.0 && *there > 0.0 && found.is_finite()).then(|| found.clamp(-1.0, 1.0))
    }
}

/// R² of the linear model of the outcome on all drivers, the share of its variance they account for, in 0..=1.
///
/// r'R⁻¹r, with R the correlations of the drivers and r those with the outcome. `None` without drivers or with more
/// than [`DRIVERS_MAX`], when a driver or the outcome has no spread, or when the drivers are degenerate (one a sum of
/// others, or no more responses than drivers).
#[must_use]
pub fn r2(correlations: &Correlations) -> Option<f64> {
    let model = Model::of(correlations)?;
    model.r2_of((1 << correlations.drivers()) - 1)
}

/// Share of R² that each driver adds, averaged over all orders of entering the model: each at least 0, together R².
///
/// Σ over the subsets S without the driver of |S|!(p-|S|-1)!/p! · (R²(S and it) - R²(S)). `None` as for [`r2`].
/// Figures on fewer responses than [`enough_for_drivers`] asks for must not be shown: the caller decides.
/// Source: Lindeman, Merenda & Gold 1980 (LMG); Grömping 2006.
#[must_use]
pub fn lmg(correlations: &Correlations) -> Option<Vec<f64>> {
    let model = Model::of(correlations)?;
    let drivers = correlations.drivers();
    let p = u32::try_from(drivers).ok()?;
    let fits = (0..1_usize << drivers).map(|set| model.r2_of(set)).collect::<Option<Vec<f64>>>()?;
    let weight = |size: u32| 1.0 / (f64::from(p) * binomial(u64::from(p - 1), u64::from(size)));
    let share = |driver: usize| {
        let without = fits.iter().enumerate().filter(|(set, _)| set & (1 << driver) == 0);
        let gains = without.map(|(set, fit)| Some(weight(set.count_ones()) * (fits.get(set | 1 << driver)? - fit)));
        gains.sum::<Option<f64>>().map(|share| share.max(0.0))
    };
    (0..drivers).map(share).collect()
}

/// Relative weight of each driver, a quick neighbour of [`lmg`]: each at least 0, together R².
///
/// With R = VΛV' and Q = VΛ^½V': the squares of Q times the squares of Q⁻¹r. `None` as for [`r2`].
/// Source: Johnson 2000.
#[must_use]
pub fn relative_weights(correlations: &Correlations) -> Option<Vec<f64>> {
    let Model { eigen, outcome, .. } = Model::of(correlations)?;
    let power = |exponent: f64| {
        let values = DMatrix::from_diagonal(&eigen.eigenvalues.map(|value| value.powf(exponent)));
        &eigen.eigenvectors * values * eigen.eigenvectors.transpose()
    };
    let squared = |value: f64| value * value;
    let slopes = (power(-0.5) * outcome).map(squared);
    Some((power(0.5).map(squared) * slopes).iter().copied().collect())
}

/// Correlations of the drivers, known not to be degenerate, and those with the outcome.
struct Model {
    drivers: DMatrix<f64>,
    outcome: DVector<f64>,
    eigen: SymmetricEigen<f64, Dyn>,
}

impl Model {
    fn of(correlations: &Correlations) -> Option<Self> {
        let p = correlations.drivers();
        if p == 0 || p > DRIVERS_MAX {
            return None;
        }
        let all = correlations.matrix()?;
        let drivers = DMatrix::from_row_iterator(p, p, all.iter().take(p).flat_map(|row| row.iter().take(p).copied()));
        let outcome = DVector::from_iterator(p, all.iter().take(p).filter_map(|row| row.last().copied()));
        let eigen = SymmetricEigen::try_new(drivers.clone(), f64::EPSILON, EIGEN_ROUNDS)?;
        (eigen.eigenvalues.min() >= SINGULAR).then_some(Self { drivers, outcome, eigen })
    }

    /// R² on the drivers whose bit is set: with R = LL', the squared length of L⁻¹r.
    fn r2_of(&self, set: usize) -> Option<f64> {
        let chosen: Vec<usize> = (0..self.outcome.len()).filter(|driver| set & (1 << driver) != 0).collect();
        if chosen.is_empty() {
            return Some(0.0);
        }
        let lower = Cholesky::new(self.drivers.select_rows(&chosen).select_columns(&chosen))?.unpack();
        let fitted = lower.solve_lower_triangular(&self.outcome.select_rows(&chosen))?;
        Some(fitted.norm_squared().min(1.0))
    }
}
