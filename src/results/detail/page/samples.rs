//! Filled examples: publications with every indicator, with few answers, and with correlations alone.

use super::*;
use crate::aggregation::figure::{ALL, Figure};
use crate::aggregation::statistics::Preset;
use crate::aggregation::store::Published;
use crate::campaign::Campaign;
use crate::clock::Day;
use crate::db::ids::CampaignId;
use crate::organisation::Supplier;
use crate::questionnaire::{Meanings, Question, bank};
use crate::render::sample::Sampled;
use crate::results::befallen::Befallen;

impl Sampled for DetailPage {
    fn samples() -> Vec<Self> {
        let of = |(read, waves): (Read, Vec<Shown>)| {
            Self::new(&About { read, published_on: Day::parse("2026-04-09"), shows_groups: true }, &waves, Language::Fr)
        };
        let (read, waves) = full();
        let totals = Self::new(&About { read, published_on: None, shows_groups: false }, &waves, Language::En);
        vec![of(full()), of(few()), of(indicative()), totals]
    }
}

const ASKED: [&str; 6] = ["overall", "reception_1", "responsiveness_1", "effort", "recommendation", "importance"];
const SHARES: [&str; 4] = ["satisfied", "dissatisfied", "top1", "net"];

fn figure(group: &str, subject: &str, indicator: &str, value: Option<f64>, word: Option<&str>) -> Figure {
    let interval = value.filter(|_| group == ALL && !indicator.starts_with("count"));
    Figure {
        campaign: CampaignId("c".to_owned()),
        supplier: "it".into(),
        client_group: group.into(),
        subject: subject.to_owned(),
        indicator: indicator.to_owned(),
        low: interval.map(|value| value - 0.1),
        high: interval.map(|value| value + 0.1),
        value,
        word: word.map(ToOwned::to_owned),
        n: Some(61),
        shown: true,
    }
}

fn hidden(group: &str, subject: &str, indicator: &str) -> Figure {
    Figure { n: None, shown: false, ..figure(group, subject, indicator, None, None) }
}

fn question(list: &mut Vec<Figure>, code: &str) {
    let mut add = |indicator: &str, value| list.push(figure(ALL, code, indicator, Some(value), None));
    for indicator in SHARES {
        add(indicator, 0.6);
    }
    for (indicator, value) in [("mean", 3.8), ("median", 4.0), ("sd", 0.9), ("score100", 70.0)] {
        add(indicator, value);
    }
    for value in 1..=5 {
        add(&format!("count_{value}"), 12.0);
    }
    add("not_applicable", 3.0);
    add("blank", 0.0);
}

fn everything() -> Vec<Figure> {
    let mut list = Vec::new();
    for code in ["overall", "reception_1", "responsiveness_1"] {
        question(&mut list, code);
    }
    let mut add = |subject: &str, indicator: &str, value: f64| {
        list.push(figure(ALL, subject, indicator, Some(value), None));
    };
    for code in ["reception", "responsiveness"] {
        let figures = [
            ("satisfied", 0.6),
            ("mean", 3.8),
            ("score100", 70.0),
            ("importance", 0.7),
            ("gap", 0.4),
            ("lmg", 0.2),
            ("relative_weight", 0.21),
            ("spearman", 0.5),
            ("alpha", 0.8),
            ("change_satisfied", 0.07),
            ("change_mean", 0.2),
            ("change_p", 0.03),
            ("change_p_holm", 0.06),
            ("change_delta", 0.15),
        ];
        for (indicator, value) in figures {
            add(code, indicator, value);
        }
    }
    for (indicator, value) in [("responses", 61.0), ("eligible", 109.0), ("rr1", 0.5), ("rr2", 0.56)] {
        add("*", indicator, value);
    }
    let whole = [("r2", 0.6), ("alpha", 0.85), ("index", 66.9), ("index_weighted", 66.4), ("shrunk_mean", 3.7)];
    for (indicator, value) in whole {
        add("*", indicator, value);
    }
    for (indicator, value) in [("margin", 0.08), ("weighted_mean", 3.81), ("weighted_satisfied", 0.61)] {
        add("overall", indicator, value);
    }
    for (indicator, value) in [("change_p", 0.000_2), ("change_delta", 0.3), ("trend_p", 0.15)] {
        add("overall", indicator, value);
    }
    for (indicator, value) in [("mean", 2.4), ("effort", 2.4), ("effort_low", 0.5), ("count_1", 0.0)] {
        add("effort", indicator, value);
    }
    add("importance", "count_reception", 30.0);
    let mut say = |subject: &str, indicator, word| list.push(figure(ALL, subject, indicator, None, Some(word)));
    say("overall", "change_verdict", "up");
    say("overall", "trend_verdict", "not_shown");
    say("reception", "change_verdict", "not_shown");
    say("responsiveness", "change_verdict", "down");
    say("reception", "quadrant", "maintain");
    say("responsiveness", "quadrant", "act_first");
    say("*", "funnel", "within");
    list.push(hidden(ALL, "*", "no_contact"));
    list.push(hidden(ALL, "recommendation", "recommendation"));
    list.push(hidden(ALL, "importance", "count_responsiveness"));
    list.push(Figure { value: None, ..figure(ALL, "recommendation", "sd", None, None) });
    list.push(Figure { n: Some(0), ..figure(ALL, "recommendation", "mean", None, None) });
    for group in ["a", "branch:prod"] {
        list.push(figure(group, "*", "responses", Some(20.0), None));
        for subject in ["overall", "reception", "responsiveness"] {
            list.push(figure(group, subject, "mean", Some(3.6), None));
            list.push(figure(group, subject, "satisfied", Some(0.6), None));
        }
    }
    list.push(hidden("b", "*", "responses"));
    list.push(hidden("b", "overall", "mean"));
    list.push(hidden("b", "overall", "satisfied"));
    list
}

fn read(list: Vec<Figure>, waves: usize) -> (Read, Vec<Shown>) {
    let name = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let day = Day::parse("2026-03-01").unwrap_or(Day(chrono::NaiveDate::MIN));
    let questions: Vec<Question> = ASKED.iter().filter_map(|code| bank::question(code)).cloned().collect();
    let published = Published::new(list);
    let wave = |code: &&str| Shown {
        code: (*code).to_owned(),
        figures: published.clone(),
        questions: questions.clone(),
        ..Shown::default()
    };
    let read = Read {
        promised: Vec::new(),
        dismissed: Vec::new(),
        follows_barred: false,
        measured: Vec::new(),
        supplier: Supplier {
            code: "it".into(),
            names: crate::render::Texts::both("Informatique", "IT"),
            in_sentence: crate::render::Texts::both("l'Informatique", ""),
            unit: None,
            active: true,
        },
        campaign: Campaign::draft(CampaignId("c".to_owned()), "2026-Q1".to_owned(), day),
        meanings: Meanings::default(),
        waves: Vec::new(),
        codes: Vec::new(),
        groups: vec![name("a", "Production"), name("b", "Ventes")],
        branches: vec![name("prod", "Usine")],
        befallen: Befallen::default(),
        plan: Vec::new(),
        publication: None,
        preset: Preset::Standard,
    };
    (read, ["2025-Q4", "2026-Q1"].iter().skip(2_usize.saturating_sub(waves)).map(wave).collect())
}

fn full() -> (Read, Vec<Shown>) {
    read(everything(), 2)
}

/// Between five and ten answers: means and shares, no interval, no counts, one question hidden.
fn few() -> (Read, Vec<Shown>) {
    let mut list = vec![hidden(ALL, "reception_1", "mean"), hidden(ALL, "reception_1", "satisfied")];
    for indicator in ["mean", "satisfied"] {
        let bare = figure(ALL, "overall", indicator, Some(0.6), None);
        list.push(Figure { low: None, high: None, n: Some(7), ..bare });
    }
    read(list, 1)
}

/// Correlations instead of shares of variance, and importance measured a wave before.
fn indicative() -> (Read, Vec<Shown>) {
    let mut list = everything();
    list.retain(|figure| !["lmg", "relative_weight", "r2", "trend_p"].contains(&figure.indicator.as_str()));
    let (read, mut waves) = read(list.clone(), 2);
    list.retain(|figure| figure.indicator != "importance");
    if let Some(last) = waves.last_mut() {
        last.figures = Published::new(list);
    }
    (read, waves)
}
