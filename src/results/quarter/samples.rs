//! Filled examples.

use super::*;

/// Filled examples for the template test: a full quarter, one with few answers, one with none to show.
pub fn samples() -> Vec<Quarter> {
    let share = |value: f64| Share { value, low: Some(value - 0.1), high: Some(value + 0.1), n: 61 };
    let row = |code: &str, quadrant: &str, change: &str| DimensionRow {
        code: code.to_owned(),
        name: code.to_owned(),
        satisfied: Some(share(0.4)),
        mean: Some(3.2),
        on_five: Some(3.2),
        importance: Some(0.7),
        quadrant: Some(quadrant.to_owned()),
        change: Some(change.to_owned()),
        broken: (change == "not_comparable").then_some(Reason::Wording),
        line: Some("<svg></svg>".to_owned()),
    };
    let hidden = DimensionRow { satisfied: None, line: None, quadrant: None, ..row("hidden", "", "not_comparable") };
    let svg = || Some("<svg></svg>".to_owned());
    let full = Quarter {
        depth: Depth::Full,
        favourable: Some(share(0.62)),
        mean: Some(3.6),
        mean_low: Some(3.3),
        mean_high: Some(3.9),
        label: Some(Label::Good),
        highest: 5,
        before: Some(share(0.59)),
        before_mean: Some(3.5),
        change: Some("not_shown".to_owned()),
        broken: None,
        responses: Some(61),
        eligible: Some(109),
        rate: Some(0.56),
        answered: Some(58),
        others_answered: false,
        very_few: None,
        no_contact: Some(9),
        distribution: vec![("Très insatisfait".to_owned(), 0.4, 24), ("Très satisfait".to_owned(), 0.6, 37)],
        distribution_svg: svg(),
        distribution_narrow: svg(),
        dimensions: vec![
            row("up", "maintain", "up"),
            row("down", "act_first", "down"),
            row("slight", "secondary", "slight"),
            row("broken", "secondary", "not_comparable"),
            hidden,
        ],
        unproved_but_wide: true,
        tested: 7,
        trend: ["2025-Q4", "2026-Q1"]
            .map(|code| WavePoint { code: code.to_owned(), share: Some(share(0.6)), broken: None, events: Vec::new() })
            .to_vec(),
        trend_svg: svg(),
        trend_narrow: svg(),
        trend_verdict: Some("not_shown_up".to_owned()),
        trend_waves: 8,
        trend_from: Some(0.51),
        detectable: Some(0.25),
        lowest: Some(Lowest { row: row("speed", "secondary", "not_shown"), why: "less" }),
        priorities: vec![row("follow_up", "act_first", "up")],
        strengths: vec![row("reception", "maintain", "up")],
        matrix_svg: svg(),
        by_choice: true,
        importance_line: 0.4,
        importance_of: Some("2025-Q3".to_owned()),
    };
    let broken = Reason::ALL.iter().map(|why| Quarter {
        change: Some("not_comparable".to_owned()),
        broken: Some(*why),
        trend: ["2025-Q4", "2026-Q1"]
            .map(|code| WavePoint {
                code: code.to_owned(),
                share: Some(share(0.6)),
                broken: Some(*why),
                events: vec!["panne de mars".to_owned()],
            })
            .to_vec(),
        dimensions: vec![DimensionRow { broken: Some(*why), ..row("broken", "secondary", "not_comparable") }],
        trend_verdict: Some("not_shown_down".to_owned()),
        trend_waves: 4,
        importance_of: None,
        ..full.clone()
    });
    let broken: Vec<Quarter> = broken.collect();
    let changes = ["up", "down", "slight", "too_few", "not_comparable"].map(|word| Quarter {
        change: Some(word.to_owned()),
        others_answered: word == "up",
        trend_verdict: Some(if word == "up" { "confirmed_up" } else { "confirmed_down" }.to_owned()),
        by_choice: false,
        importance_line: 4.0,
        ..full.clone()
    });
    let silent =
        Quarter { responses: Some(12), eligible: Some(400), rate: Some(0.03), very_few: Some(0.03), ..full.clone() };
    let withheld = Quarter { responses: None, eligible: None, ..silent.clone() };
    let few = Quarter {
        depth: Depth::Few,
        favourable: Some(Share { low: None, high: None, n: 7, ..share(0.57) }),
        mean_low: None,
        mean_high: None,
        before: None,
        change: None,
        no_contact: None,
        distribution: Vec::new(),
        distribution_svg: None,
        distribution_narrow: None,
        trend: Vec::new(),
        trend_svg: None,
        trend_narrow: None,
        trend_verdict: Some("too_few".to_owned()),
        eligible: None,
        answered: None,
        detectable: None,
        lowest: None,
        priorities: Vec::new(),
        strengths: Vec::new(),
        matrix_svg: None,
        ..full.clone()
    };
    let nothing =
        Quarter { depth: Depth::Nothing, favourable: None, mean: None, rate: None, responses: None, ..few.clone() };
    [full].into_iter().chain(changes).chain(broken).chain([silent, withheld, few, nothing]).collect()
}

pub fn sample_groups() -> Vec<GroupRow> {
    let shown = GroupRow {
        name: "Production".to_owned(),
        responses: Some(20),
        satisfied: Some(Share { value: 0.6, low: Some(0.4), high: Some(0.8), n: 20 }),
        mean: Some(3.6),
    };
    let hidden = GroupRow { responses: None, satisfied: None, mean: None, ..shown.clone() };
    vec![shown, hidden]
}
