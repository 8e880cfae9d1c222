//! All suppliers of one published wave, side by side and by name: no league table.

use serde::Serialize;

use super::rows::Share;
use crate::aggregation::figure::ALL;
use crate::aggregation::store::Published;
use crate::clock::Day;
use crate::questionnaire::OVERALL;
use crate::render::Page;

#[cfg(feature = "samples")]
mod samples;

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
}
