//! Filled examples.

use super::*;
use crate::charts::Size;
use crate::render::Language;
use crate::render::sample::Sampled;
use crate::results::rows::{GroupRate, StandingRow, WavePoint};

fn cell(change: Option<&str>, side: Option<&'static str>) -> Cell {
    let share = Share { value: 0.62, low: Some(0.5), high: Some(0.73), n: 61 };
    Cell { asked: true, share: Some(share), side, change: change.map(ToOwned::to_owned) }
}

fn row(place: usize, change: Option<&str>) -> Row {
    let hidden = Cell { asked: true, ..Cell::default() };
    Row {
        supplier: "it".into(),
        name: format!("Informatique {place}"),
        overall: cell(change, Some("high")),
        cells: vec![cell(change, Some("low")), hidden, Cell::default()],
        mean: Some(3.6),
        responses: Some(61),
        rate: Some(0.56),
        shrunk: Some(3.4),
        standing: Some("within".to_owned()),
        compared_on: Some(61),
    }
}

fn grid() -> Grid {
    let changes = ["up", "down", "slight", "not_shown", "too_few", "not_comparable"];
    let mut rows: Vec<Row> = changes.iter().enumerate().map(|(place, word)| row(place, Some(word))).collect();
    let hidden = Cell { asked: true, ..Cell::default() };
    rows.push(Row { overall: hidden.clone(), cells: vec![hidden; 3], responses: None, ..row(6, None) });
    let dimension = |code: &str, name: &str| Dimension { code: code.to_owned(), name: name.to_owned() };
    let dimensions = vec![
        dimension("reception", "Écoute et accueil"),
        dimension("speed", "Réactivité"),
        dimension("clarity", "Clarté des démarches"),
    ];
    Grid { dimensions, rows }
}

impl Wave {
    fn sample(even: bool) -> Self {
        let grid = grid();
        let point = |code: &str, value: Option<f64>| WavePoint {
            code: code.to_owned(),
            share: value.map(|value| Share { value, low: Some(value - 0.1), high: Some(value + 0.1), n: 61 }),
            broken: None,
            events: Vec::new(),
        };
        let points = vec![point("2025-Q3", Some(0.5)), point("2025-Q4", None), point("2026-Q1", Some(0.62))];
        let small = |(place, row): (usize, &Row)| Small {
            supplier: row.supplier.clone(),
            name: row.name.clone(),
            svg: if place == 6 {
                None
            } else {
                crate::results::drawings::small_trend(place, &row.name, &points, &[2], Size::Small, Language::Fr)
            },
            shape: crate::results::drawings::small_trend(place, &row.name, &points, &[2], Size::Shape, Language::Fr),
            points: points.clone(),
            breaks: vec![2],
        };
        let standing = |name: &str, word: &str| StandingRow {
            supplier: "it".into(),
            name: name.to_owned(),
            mean: 3.4,
            n: 61,
            standing: if even { "within" } else { word }.to_owned(),
        };
        let standings = vec![standing("Achats", "above"), standing("RH", "within"), standing("IT", "below")];
        let rate = |rate: Option<f64>| GroupRate { name: "Production".to_owned(), invited: 40, rate, before: rate };
        let rates = vec![rate(Some(0.5)), rate(None)];
        let group = |shown: bool| GroupLine {
            name: "Production".to_owned(),
            satisfied: shown.then_some(Share { value: 0.62, low: None, high: None, n: 61 }),
            answers: shown.then_some(61),
        };
        let counts = Counts { pending: 4, late: 2, this_month: 1, to_verify: 1, better: 1, worse: 1 };
        let plan_row = PlanRow { supplier: "it".into(), name: "Informatique".to_owned(), counts: counts.clone() };
        Self {
            code: "2026-Q1".to_owned(),
            published_on: Day::parse("2026-03-20"),
            summary: Summary {
                services: 7,
                answers: Some(469),
                people: if even { None } else { Some(131) },
                rate: if even { None } else { Some(0.54) },
                favourable: Some(0.49),
                up: 1,
                down: 0,
                compared: 4,
                by_chance: if even { None } else { Some(2) },
            },
            drawn: points.iter().map(|point| point.code.clone()).collect(),
            trends: grid.rows.iter().enumerate().map(small).collect(),
            standings: Some(Standings {
                svg: crate::results::drawings::standings(&standings, Language::Fr, false),
                narrow: None,
                rows: standings,
                even,
            }),
            plan: if even { Plan::default() } else { Plan { all: counts, rows: vec![plan_row] } },
            groups: vec![group(true), group(false)],
            participation: Some(Participation {
                svg: crate::results::drawings::participation(&rates, Language::Fr, false),
                narrow: crate::results::drawings::participation(&rates, Language::Fr, true),
                rows: rates,
                before: if even { None } else { Some("2025-Q4".to_owned()) },
            }),
            fingerprint: "0123456789abcdef".to_owned(),
            filter: Filter { many: even, q: String::new(), changed: !even },
            grid,
        }
    }
}

impl Sampled for HousePage {
    fn samples() -> Vec<Self> {
        Overview::samples().into_iter().map(Arc::new).map(HousePage).collect()
    }
}

impl Sampled for Overview {
    fn samples() -> Vec<Self> {
        let open = OpenWave {
            code: "2026-Q2".to_owned(),
            closes_on: Day::parse("2026-06-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
        };
        let waves = vec!["2026-Q1".to_owned(), "2025-Q4".to_owned()];
        let found = |wave: Option<Wave>| Self { wave, waves: waves.clone(), open: Vec::new() };
        let mut nothing = Wave::sample(false);
        nothing.grid.rows.clear();
        nothing.trends.clear();
        nothing.summary = Summary { people: None, answers: None, favourable: None, compared: 0, ..nothing.summary };
        vec![
            found(Some(Wave::sample(false))),
            found(Some(Wave::sample(true))),
            found(Some(nothing)),
            Self { wave: None, waves: Vec::new(), open: vec![open] },
        ]
    }
}
