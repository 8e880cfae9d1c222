//! The acceptance data: one supplier, two waves, figures known in full precision.

mod drivers;
mod suppliers;
mod whole_responses;

use serde_json::Value;

use super::*;

const EXPECTED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/acceptance/expected.json"));
const WAVE_1: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/acceptance/responses_wave1.csv"));
const WAVE_2: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/acceptance/responses_wave2.csv"));

const FIGURES: f64 = 1e-9;
const P_VALUES: f64 = 1e-8;
const QUESTIONS: [&str; 8] = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "overall"];

/// Equal to a relative tolerance; around 0, to a hundredth of it.
pub(super) fn close(found: f64, expected: f64, relative: f64) {
    let slack = (relative * expected.abs()).max(relative / 100.0 * f64::from(u8::from(expected == 0.0)));
    assert!((found - expected).abs() <= slack, "found {found:e}, expected {expected:e}");
}

fn close_interval(found: Interval, expected: &Value, relative: f64) {
    close(found.low, number(&expected[0]), relative);
    close(found.high, number(&expected[1]), relative);
}

fn expected() -> Value {
    serde_json::from_str(EXPECTED).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn whole(value: &Value) -> u32 {
    value.as_u64().unwrap().try_into().unwrap()
}

/// The valid answers of one column; not-applicable and blank cells are no numbers.
fn column(csv: &str, name: &str) -> Histogram {
    let header = csv.lines().next().unwrap().trim_start_matches('\u{feff}');
    let position = header.split(',').position(|title| title == name).unwrap();
    csv.lines().skip(1).filter_map(|line| line.split(',').nth(position)?.trim().parse::<i32>().ok()).collect()
}

fn check_item(answers: &Histogram, item: &Value) {
    let n = whole(&item["n"]);
    let (top, bottom) = (answers.top2(1, 5).unwrap(), answers.bottom2(1, 5).unwrap());
    assert_eq!(answers, &serde_json::from_value(item["counts"].clone()).unwrap());
    assert_eq!((answers.n(), top, bottom), (n, whole(&item["top2_n"]), whole(&item["bottom2_n"])));
    close(answers.mean().unwrap(), number(&item["mean"]), FIGURES);
    close(answers.sd().unwrap(), number(&item["sd"]), FIGURES);
    close(answers.median().unwrap(), number(&item["median"]), FIGURES);
    close_interval(wilson(top, n).unwrap(), &item["top2_wilson95"], FIGURES);
    close_interval(wilson(bottom, n).unwrap(), &item["bottom2_wilson95"], FIGURES);
    close_interval(mean_interval(answers).unwrap(), &item["mean_t95"], FIGURES);
    let (score, interval) = net(top, bottom, n).unwrap();
    close(score, number(&item["net"]), FIGURES);
    close(interval.high - score, Z * number(&item["net_se"]), FIGURES);
}

#[test]
fn items_of_wave_2() {
    for question in QUESTIONS {
        check_item(&column(WAVE_2, question), &expected()["items"][question]);
    }
}

#[test]
fn items_of_every_unit_down_to_the_unanimous_one() {
    let mut seen = 0;
    for unit in expected()["items_by_unit_internal_before_suppression"].as_object().unwrap().values() {
        for item in unit.as_object().unwrap().values() {
            let answers: Histogram = serde_json::from_value(item["counts"].clone()).unwrap();
            check_item(&answers, item);
            seen += 1;
        }
    }
    assert_eq!(seen, 32);
}

#[test]
fn recommendation_and_effort() {
    let expected = expected();
    let (recommend, effort) = (column(WAVE_2, "recommend"), column(WAVE_2, "effort"));
    let (score, interval) = recommendation(&recommend).unwrap();
    assert_eq!(recommend.n(), whole(&expected["nps"]["n"]));
    close(score, number(&expected["nps"]["nps"]), FIGURES);
    close_interval(interval, &expected["nps"]["ci95"], FIGURES);
    close((interval.high - score) / Z, number(&expected["nps"]["se_points"]), FIGURES);

    let n = f64::from(effort.n());
    assert_eq!(effort.n(), whole(&expected["effort"]["n"]));
    close(effort.mean().unwrap(), number(&expected["effort"]["mean"]), FIGURES);
    close(f64::from(effort.bottom2(1, 5).unwrap()) / n, number(&expected["effort"]["low_effort"]), FIGURES);
    close(f64::from(effort.top2(1, 5).unwrap()) / n, number(&expected["effort"]["high_effort"]), FIGURES);
}

#[test]
fn margin_of_overall_with_finite_population() {
    let expected = &expected()["overall_with_fpc"];
    let (n, people) = (whole(&expected["n"]), whole(&expected["N"]));
    let margin = margin_fpc(number(&expected["top2"]), n, people).unwrap();
    close(margin, number(&expected["moe_top2_fpc"]), FIGURES);
    close(margin_fpc(0.5, n, people).unwrap(), number(&expected["moe_worst_fpc"]), FIGURES);
}

#[test]
fn change_from_wave_1_to_wave_2() {
    let expected = &expected()["change_wave1_to_wave2"];
    let mut p_values = Vec::new();
    for question in QUESTIONS {
        let item = &expected[question];
        let (earlier, later) = (column(WAVE_1, question), column(WAVE_2, question));
        let (n1, n2) = (earlier.n(), later.n());
        assert_eq!((n1, n2), (whole(&item["n1"]), whole(&item["n2"])));

        let ranks = mann_whitney(&earlier.weighted(), &later.weighted()).unwrap();
        close(ranks.u, number(&item["U_later"]), FIGURES);
        close(ranks.p, number(&item["p_mw_nocc"]), P_VALUES);
        close(ranks.delta, number(&item["cliffs_delta"]), FIGURES);
        close(ranks.u / f64::from(n1) / f64::from(n2), number(&item["prob_superiority"]), FIGURES);
        p_values.push(ranks.p);

        let (k1, k2) = (earlier.top2(1, 5).unwrap(), later.top2(1, 5).unwrap());
        let (difference, interval) = newcombe(k1, n1, k2, n2).unwrap();
        close(difference, number(&item["top2_diff"]), FIGURES);
        close_interval(interval, &item["top2_diff_newcombe95"], FIGURES);

        let (difference, interval) = welch(&earlier, &later).unwrap();
        close(difference, number(&item["mean_diff"]), FIGURES);
        close_interval(interval, &item["welch_ci95"], FIGURES);
        close(permutation_p(&earlier, &later).unwrap(), number(&item["perm_exact_p"]), FIGURES);
    }
    p_values.pop(); // overall is tested alone
    for (question, adjusted) in QUESTIONS.iter().zip(holm(&p_values)) {
        close(adjusted, number(&expected[question]["p_mw_holm_7_items"]), P_VALUES);
    }
}

#[test]
fn histograms_of_nothing_and_of_little() {
    let none = Histogram::default();
    assert_eq!((none.n(), none.mean(), none.sd(), none.median()), (0, None, None, None));
    assert_eq!((none.top2(1, 5), none.bottom2(1, 5)), (Some(0), Some(0)));
    assert!(!none.is_unanimous());

    let one = Histogram::from_iter([4]);
    assert_eq!((one.mean(), one.sd(), one.median()), (Some(4.0), None, Some(4.0)));
    assert!(one.is_unanimous());
    assert_eq!(Histogram::from_iter([2, 5, 4, 1]).median(), Some(3.0));
    assert_eq!((one.top2(1, 3), one.bottom2(1, 3), one.top2(1, 4)), (None, None, Some(1)));
    assert_eq!(Histogram::from_iter([0, 1]).top2(i32::MIN, i32::MAX), Some(0));
}

#[test]
fn histograms_turn_merge_and_travel() {
    let mut answers = Histogram::from_iter([1, 1, 2, 5]);
    assert_eq!(answers.reversed(1, 5), Histogram::from_iter([5, 5, 4, 1]));
    assert_eq!(answers.reversed(1, 5).reversed(1, 5), answers);
    answers.merge(&Histogram::from_iter([5]));
    answers.add_many(3, 0);
    assert_eq!(answers.weighted(), [(1.0, 2), (2.0, 1), (5.0, 2)]);
    let text = serde_json::to_string(&answers).unwrap();
    assert_eq!(text, r#"{"1":2,"2":1,"5":2}"#);
    assert_eq!(serde_json::from_str::<Histogram>(&text).unwrap(), answers);
    answers.add_many(1, u32::MAX);
    assert_eq!(answers.n(), u32::MAX);
}
