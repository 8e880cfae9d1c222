//! The acceptance data, where whole responses count: reliability, drivers, units compared, index, weighting.

use serde_json::Value;

use super::{FIGURES, QUESTIONS, WAVE_2, close, close_interval, column, expected, number, whole};
use crate::aggregation::statistics::*;

/// The responses of wave 2 with a valid answer in each of these columns.
fn complete(columns: &[&str]) -> Vec<Vec<f64>> {
    let header: Vec<&str> = WAVE_2.lines().next().unwrap().trim_start_matches('\u{feff}').split(',').collect();
    let at: Vec<usize> = columns.iter().map(|name| header.iter().position(|title| title == name).unwrap()).collect();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        at.iter().map(|position| cells[*position].parse().ok()).collect::<Option<Vec<f64>>>()
    };
    WAVE_2.lines().skip(1).filter_map(row).collect()
}

/// Valid answers to the overall question by unit.
fn overall(unit: &str) -> Histogram {
    let expected = expected();
    let counts = &expected["items_by_unit_internal_before_suppression"][unit]["overall"]["counts"];
    serde_json::from_value(counts.clone()).unwrap()
}

#[test]
fn reliability_of_the_dimensions() {
    for (k, name) in [(7, "alpha_7_items_complete_cases"), (6, "alpha_without_q7")] {
        let item = &expected()[name];
        let mut sums = Complete::new(k);
        for response in complete(&QUESTIONS[..k]) {
            sums.add(&response);
        }
        assert_eq!(sums.n(), whole(&item["n"]));
        close(alpha(&sums).unwrap(), number(&item["alpha"]), FIGURES);
    }
}

#[test]
fn drivers_of_overall() {
    let expected = &expected()["drivers_overall_on_q1_q6_complete_cases"];
    let drivers = &QUESTIONS[..6];
    let responses = complete(&[drivers, &["overall"]].concat());
    let mut correlations = Correlations::new(6);
    for response in &responses {
        correlations.add(&response[..6], response[6]);
    }
    assert_eq!((correlations.n(), correlations.drivers()), (whole(&expected["n"]), 6));
    close(r2(&correlations).unwrap(), number(&expected["r2"]), FIGURES);
    let (shares, weights) = (lmg(&correlations).unwrap(), relative_weights(&correlations).unwrap());
    for (driver, question) in drivers.iter().enumerate() {
        let item = &expected["items"][question];
        close(correlations.pearson()[driver].unwrap(), number(&item["pearson"]), FIGURES);
        close(shares[driver], number(&item["lmg"]), FIGURES);
        close(weights[driver], number(&item["relweight"]), FIGURES);
        let table: Vec<_> = responses.iter().map(|response| (response[driver], response[6], 1)).collect();
        close(spearman(&table).unwrap(), number(&item["spearman"]), FIGURES);
    }
}

#[test]
fn units_compared_as_suppliers_are() {
    let expected = &expected()["shrink_units_overall_internal"];
    let groups = expected["groups"].as_object().unwrap();
    let scores = |unit: &String| {
        let mut scores = Scores::default();
        for (value, count) in overall(unit).iter() {
            (0..count).for_each(|_| scores.add(f64::from(value)));
        }
        scores
    };
    let found = compare(&groups.keys().map(scores).collect::<Vec<_>>()).unwrap();
    assert_eq!(found.compared(), 4);
    for (figure, name) in
        [(found.msw, "MSW"), (found.msb, "MSB"), (found.n0, "n0"), (found.tau2, "tau2"), (found.mu, "mu")]
    {
        close(figure, number(&expected[name]), FIGURES);
    }
    for (standing, (unit, item)) in found.suppliers.iter().flatten().zip(groups) {
        assert_eq!(standing.n, whole(&item["n"]), "{unit}");
        close(standing.mean, number(&item["mean"]), FIGURES);
        close(standing.reliability, number(&item["reliability"]), FIGURES);
        close(standing.shrunk, number(&item["shrunk"]), FIGURES);
        close_interval(standing.funnel, &item["funnel95"], FIGURES);
        assert_eq!(standing.class, FunnelClass::Within);
    }
}

#[test]
fn index_of_the_seven_dimensions() {
    let expected = expected();
    let scores =
        || QUESTIONS[..7].iter().map(|question| column(WAVE_2, question).mean().map(|mean| 25.0 * (mean - 1.0)));
    let equal: Vec<Part> = scores().map(Part::equal).collect();
    let found = composite(&equal).unwrap();
    close(found.index, number(&expected["index_equal_weights"]), FIGURES);
    assert_eq!(found.missing, 0);
    let importance = (1..=7).map(|item| column(WAVE_2, &format!("i{item}")).mean().unwrap());
    let weighed: Vec<Part> = scores().zip(importance).map(|(score, weight)| Part { score, weight }).collect();
    close(composite(&weighed).unwrap().index, number(&expected["index_importance_weights"]), FIGURES);
}

#[test]
fn overall_weighted_for_non_response() {
    let expected = &expected()["poststratified_overall"];
    let group = |(unit, people): (&String, &Value)| {
        let answers = overall(unit);
        let n = answers.n();
        let share = answers.top2(1, 5).map(|satisfied| f64::from(satisfied) / f64::from(n));
        Group { answers: n, people: whole(people), mean: answers.mean().unwrap(), share }
    };
    let groups: Vec<Group> = expected["population"].as_object().unwrap().iter().map(group).collect();
    let found = weighted(&groups).unwrap();
    close(found.mean, number(&expected["mean"]), FIGURES);
    close(found.share.unwrap(), number(&expected["top2"]), FIGURES);
    close(found.unweighted_mean, number(&expected["unweighted_mean"]), FIGURES);
    close(found.unweighted_share.unwrap(), 22.0 / 38.0, FIGURES);
    assert!(found.no_effect());
    // Rates from 38 to 79 %, weights within a factor of 2.1.
    let rates: Vec<(u32, u32)> = [(3, 8), (10, 14), (12, 18), (15, 19)].to_vec();
    assert!(weighting_offered(&rates));
}
