//! The pure parts: deciding what may be shown, drawing, testing for change. Run with `cargo bench`.
#![allow(clippy::expect_used)]

use std::collections::BTreeMap;
use std::hint::black_box;

use barometer::aggregation::deciding::decide;

use barometer::aggregation::decisions::Collected;
use barometer::aggregation::statistics::{Histogram, mann_whitney, wilson};
use barometer::aggregation::tally::{Sheets, Tally};
use barometer::campaign::{Campaign, State};
use barometer::charts::{Size, Trend, TrendPoint, trend};
use barometer::clock::Day;
use barometer::db::ids::GroupCode;
use barometer::questionnaire::{Answer, Answers, bank};
use criterion::{Criterion, criterion_group, criterion_main};

fn campaign() -> Campaign {
    let day = Day::parse("2026-01-05").expect("a day");
    Campaign {
        state: State::Closed,
        stage: "closed".to_owned(),
        ..Campaign::draft(barometer::db::ids::CampaignId("c".to_owned()), "2026-Q1".to_owned(), day)
    }
}

/// 50 groups of 7 to 56 answers to every question of the bank that is on a scale.
fn tally() -> (Tally, BTreeMap<GroupCode, i32>) {
    let questions = bank::questions();
    let (mut tally, mut proposed) = (Tally::default(), BTreeMap::new());
    let mut sheets = Sheets::of(questions);
    for group in 0..50 {
        let code = GroupCode(format!("g{group}"));
        for person in 0..7 + group {
            let mut answers = Answers::new();
            for (place, question) in questions.iter().enumerate() {
                if let Some((lo, hi)) = question.range() {
                    let spread = i32::try_from(place).expect("few questions") + person * 7 + group;
                    answers.insert(question.code.clone(), Answer::Value(lo + spread % (hi - lo + 1)));
                }
            }
            let text = serde_json::to_string(&answers).expect("JSON");
            tally.add(&code, sheets.read(&text).expect("a sheet"));
        }
        proposed.insert(code, 100);
    }
    (tally, proposed)
}

fn benches(c: &mut Criterion) {
    let (campaign, (tally, proposed)) = (campaign(), tally());
    c.bench_function("decide, 50 groups, the whole bank", |b| {
        let supplier = "it".into();
        let collected =
            [Collected { supplier: &supplier, questions: bank::questions(), tally: &tally, proposed: &proposed }];
        b.iter(|| decide(black_box(&campaign), &collected, &[], true));
    });
    let wave: Histogram = (0..1000).map(|n| 1 + n % 5).collect();
    c.bench_function("mann-whitney, 1,000 answers a wave", |b| {
        b.iter(|| mann_whitney(black_box(&wave.weighted()), &wave.weighted()));
    });
    c.bench_function("wilson", |b| b.iter(|| wilson(black_box(61), black_box(109))));
    let point = |n: u32| TrendPoint {
        label: format!("T{n} 25"),
        value: Some(0.5 + f64::from(n) / 50.0),
        low: Some(0.4),
        high: Some(0.75),
        text: "62 %".to_owned(),
    };
    let chart = Trend {
        id: "trend".to_owned(),
        title: "Au fil des trimestres".to_owned(),
        desc: "Huit trimestres".to_owned(),
        points: (1..=8).map(point).collect(),
        breaks: Vec::new(),
        events: Vec::new(),
        size: Size::Wide,
    };
    c.bench_function("trend chart, eight quarters", |b| b.iter(|| trend(black_box(&chart))));
}

criterion_group!(pure, benches);
criterion_main!(pure);
