//! All suppliers of one published wave, side by side and by name: no league table.

use serde::Serialize;

use super::quarter::Share;
use crate::aggregation::store::{ALL, Published};
use crate::clock::Day;
use crate::questionnaire::OVERALL;
use crate::render::Page;

#[derive(Debug, Clone, Serialize)]
pub struct Line {
    pub supplier: String,
    pub name: String,
    pub satisfied: Option<Share>,
    pub responses: Option<i32>,
    pub rate: Option<f64>,
    pub change: Option<String>,
    /// Beside the other suppliers on the core questions: `above`, `within` or `below` what chance explains.
    pub standing: Option<String>,
}

impl Line {
    pub fn new(supplier: &str, name: &str, published: &Published) -> Self {
        Self {
            supplier: supplier.to_owned(),
            name: name.to_owned(),
            satisfied: Share::of(published.get(ALL, OVERALL, "satisfied")),
            responses: published.get(ALL, "*", "responses").filter(|figure| figure.shown).and_then(|figure| figure.n),
            rate: published.value("*", "rr2"),
            change: published.word(OVERALL, "change_verdict").map(ToOwned::to_owned),
            standing: published.word("*", "funnel").map(ToOwned::to_owned),
        }
    }
}

/// What one client group says of all services together.
#[derive(Debug, Clone, Serialize)]
pub struct GroupLine {
    pub name: String,
    pub satisfied: Option<Share>,
    pub answers: Option<i32>,
}

impl GroupLine {
    pub fn new(code: &str, name: &str, published: &Published) -> Option<Self> {
        let responses = published.get(code, "*", "responses")?;
        Some(Self {
            name: name.to_owned(),
            satisfied: Share::of(published.get(code, OVERALL, "satisfied")),
            answers: responses.n.filter(|_| responses.shown),
        })
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Overview {
    pub waves: Vec<Wave>,
    pub open: Vec<OpenWave>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Wave {
    pub code: String,
    pub published_on: Option<Day>,
    pub lines: Vec<Line>,
    /// All services together; none for those who read some, or where it is not published.
    pub all: Option<Line>,
    /// All services together as each client group sees them; none where none of them is shown.
    pub groups: Vec<GroupLine>,
}

impl Wave {
    pub fn new(code: String, published_on: Option<Day>, lines: Vec<Line>) -> Self {
        Self { code, published_on, lines, all: None, groups: Vec::new() }
    }
}

/// A campaign under way: nobody sees a score before closing.
#[derive(Debug, Clone, Serialize)]
pub struct OpenWave {
    pub code: String,
    pub closes_on: Day,
}

impl Page for Overview {
    const TEMPLATE: &'static str = "results/overview.html";
    fn samples() -> Vec<Self> {
        let day = Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN));
        let line = |change: Option<&str>, shown: bool| Line {
            supplier: "it".to_owned(),
            name: "Informatique".to_owned(),
            satisfied: shown.then_some(Share { value: 0.62, low: Some(0.5), high: Some(0.73), n: 61 }),
            responses: shown.then_some(61),
            rate: shown.then_some(0.56),
            change: change.map(ToOwned::to_owned),
            standing: change.map(|change| if change == "up" { "above" } else { "within" }.to_owned()),
        };
        let changes = ["up", "down", "slight", "not_shown", "too_few", "not_comparable"];
        let mut lines: Vec<Line> = changes.iter().map(|change| line(Some(change), true)).collect();
        lines.push(line(None, false));
        let below = Line { standing: Some("below".to_owned()), ..line(Some("down"), true) };
        let even = Line { standing: Some("within".to_owned()), ..line(Some("up"), true) };
        let group = |shown: bool| GroupLine {
            name: "Production".to_owned(),
            satisfied: shown.then_some(Share { value: 0.62, low: None, high: None, n: 61 }),
            answers: shown.then_some(61),
        };
        lines.push(below);
        let wave = Wave {
            all: Some(line(None, true)),
            groups: vec![group(true), group(false)],
            ..Wave::new("2026-Q1".to_owned(), Some(day), lines)
        };
        let before = Wave::new("2025-Q4".to_owned(), Some(day), vec![even]);
        let open = OpenWave { code: "2026-Q2".to_owned(), closes_on: day };
        vec![Self { waves: vec![wave, before], open: vec![open] }, Self { waves: Vec::new(), open: Vec::new() }]
    }
}
