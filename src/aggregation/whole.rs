//! What only whole sheets tell, for all clients alone: how questions hang together, what goes with overall
//! satisfaction, how suppliers compare on the core. Kept as sums while sheets pass by; no sheet is.

use std::collections::BTreeMap;

use super::decisions::Decisions;

use super::figure::ALL;
use super::figure::Release;
use super::indicators::{Reading, Sheet, rated_of};
use super::statistics::{
    ALPHA_MIN_N, Complete, Correlations, DRIVERS_MAX, TEST_MIN_N, alpha, enough_for_drivers, lmg, r2, relative_weights,
    spearman,
};
use super::store::Moments;
use super::tally::{Pool, Said, Score};
use crate::questionnaire::{Choice, OVERALL, Question};

/// The subject of figures over several questions.
const SEVERAL: &str = "*";
/// Under this name the moments keep each response's mean of the core questions; no question can have this code.
pub const CORE: &str = "*core";

/// Sums over the sheets of one supplier.
pub struct Whole {
    overall: Option<usize>,
    /// Questions whose reliability is looked at: the core without the overall one, then each dimension's.
    scales: Vec<(String, Vec<usize>, Complete)>,
    core: Option<(Pool, BTreeMap<Score, u32>)>,
    dimensions: Vec<Driver>,
    correlations: Correlations,
    /// What one sheet gives for a sum: room that is used again for the next.
    values: Vec<f64>,
}

struct Driver {
    code: String,
    pool: Pool,
    /// Scores of this dimension with values of the overall question.
    pairs: BTreeMap<(Score, i32), u32>,
}

impl Whole {
    /// Only questions whose levels are shown for all clients take part; where one of the core is not, the core has no
    /// figure of its own.
    pub fn of(questions: &[Question], dimensions: &[Choice], decisions: &Decisions) -> Self {
        let open = |place: &usize| {
            questions.get(*place).is_some_and(|question| decisions.shows(ALL, &question.code, Release::Levels))
        };
        let core: Vec<usize> = core_of(questions);
        let of_dimension = |code: &str| rated_of(code, questions);
        let mut scales = vec![(SEVERAL.to_owned(), core.clone())];
        scales.extend(dimensions.iter().map(|choice| (choice.code.clone(), of_dimension(&choice.code))));
        let overall = questions.iter().position(|question| question.code == OVERALL).filter(open);
        let drivers: Vec<Driver> = dimensions
            .iter()
            .filter_map(|choice| {
                let places: Vec<usize> = of_dimension(&choice.code).into_iter().filter(open).collect();
                let pool = Pool::of(questions, &places, &of_dimension(&choice.code))?;
                Some(Driver { code: choice.code.clone(), pool, pairs: BTreeMap::new() })
            })
            .collect();
        Self {
            overall,
            scales: scales
                .into_iter()
                .filter(|(_, places)| places.len() > 1 && places.iter().all(open))
                .map(|(subject, places)| {
                    let sums = Complete::new(places.len());
                    (subject, places, sums)
                })
                .collect(),
            core: Pool::of(questions, &core, &core)
                .filter(|_| core.iter().all(open))
                .map(|pool| (pool, BTreeMap::new())),
            values: Vec::with_capacity(questions.len()),
            correlations: Correlations::new(drivers.len()),
            dimensions: drivers,
        }
    }

    pub fn add(&mut self, said: &[Said]) {
        let value = |place: usize| said.get(place).and_then(Said::value);
        let values = &mut self.values;
        for (_, places, sums) in &mut self.scales {
            values.clear();
            values.extend(places.iter().map_while(|place| value(*place).map(f64::from)));
            // Anything but a complete response is left out.
            sums.add(values);
        }
        if let Some((pool, scores)) = &mut self.core
            && let Some(score) = pool.score(said)
        {
            *scores.entry(score).or_default() += 1;
        }
        let Some(overall) = self.overall.and_then(value) else { return };
        values.clear();
        for driver in &mut self.dimensions {
            if let Some(score) = driver.pool.score(said) {
                *driver.pairs.entry((score, overall)).or_default() += 1;
                values.extend(score.on(&driver.pool));
            }
        }
        if values.len() == self.dimensions.len() {
            self.correlations.add(values, f64::from(overall));
        }
    }

    /// Writes reliability and derived importance; gives the core scores for comparing suppliers.
    pub fn write(&self, sheet: &mut Sheet<'_>, moments: &mut Moments) {
        for (subject, _, sums) in &self.scales {
            match sums.n() {
                n if n < ALPHA_MIN_N => sheet.hide(ALL, subject, "alpha"),
                n => sheet.show(ALL, subject, "alpha", Reading::of(alpha(sums), n)),
            }
        }
        self.write_importance(sheet);
        if let Some((pool, scores)) = &self.core {
            let list = scores.iter().filter_map(|(score, count)| Some((score.on(pool)?, *count))).collect();
            moments.insert(CORE.to_owned(), list);
        }
    }

    /// With 10 complete responses per dimension the shares of R², otherwise rank correlations, which are indicative.
    fn write_importance(&self, sheet: &mut Sheet<'_>) {
        let drivers = self.dimensions.len();
        if self.overall.is_none() || drivers == 0 {
            return;
        }
        let n = self.correlations.n();
        if drivers > 1 && drivers <= DRIVERS_MAX && enough_for_drivers(n, drivers) {
            sheet.show(ALL, SEVERAL, "r2", Reading::of(r2(&self.correlations), n));
            for (indicator, shares) in
                [("lmg", lmg(&self.correlations)), ("relative_weight", relative_weights(&self.correlations))]
            {
                for (place, driver) in self.dimensions.iter().enumerate() {
                    let value = shares.as_ref().and_then(|shares| shares.get(place).copied());
                    sheet.show(ALL, &driver.code, indicator, Reading::of(value, n));
                }
            }
            return;
        }
        for driver in &self.dimensions {
            let table: Vec<(f64, f64, u32)> = driver
                .pairs
                .iter()
                .filter_map(|((score, overall), count)| Some((score.on(&driver.pool)?, f64::from(*overall), *count)))
                .collect();
            let n: u32 = table.iter().map(|(_, _, count)| count).sum();
            if n < TEST_MIN_N {
                sheet.hide(ALL, &driver.code, "spearman");
            } else {
                sheet.show(ALL, &driver.code, "spearman", Reading::of(spearman(&table), n));
            }
        }
    }
}

/// The places of the core questions, without the overall one.
pub fn core_of(questions: &[Question]) -> Vec<usize> {
    let core = |question: &Question| {
        question.core && question.kind.is_rated() && question.code != OVERALL && question.range().is_some()
    };
    questions.iter().enumerate().filter(|(_, question)| core(question)).map(|(place, _)| place).collect()
}
