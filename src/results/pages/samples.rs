//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for QuarterPage {
    fn samples() -> Vec<Self> {
        crate::results::quarter::samples::samples()
            .into_iter()
            .map(|quarter| {
                let full = quarter.trend.len() > 1;
                Self {
                    supplier: "Informatique".to_owned(),
                    code: "it".into(),
                    wave: "2026-Q1".to_owned(),
                    charts: "/results/it/2026-Q1/charts/".to_owned(),
                    waves: vec!["2026-Q1".to_owned(), "2025-Q4".to_owned()],
                    published_on: Day::parse("2026-04-09"),
                    groups: crate::results::quarter::samples::sample_groups(),
                    plan: if full { vec![PlanLine::sample(true), PlanLine::sample(false)] } else { Vec::new() },
                    decisions: if full { vec![PlanLine::sample(false)] } else { Vec::new() },
                    promises: if full { promises::samples::lines() } else { Vec::new() },
                    dismissed: BTreeMap::from([("reception".to_owned(), "Le logiciel change.".to_owned())]),
                    comments: full.then(Comments::sample),
                    heads: full,
                    mirror: full,
                    threshold: 5,
                    levels_threshold: 10,
                    method_version: 1,
                    fingerprint: "0123456789abcdef".to_owned(),
                    quarter,
                }
            })
            .collect()
    }
}

impl Sampled for PaperPage {
    fn samples() -> Vec<Self> {
        QuarterPage::samples().into_iter().map(PaperPage).collect()
    }
}

impl Sampled for TeamPage {
    fn samples() -> Vec<Self> {
        QuarterPage::samples().into_iter().map(TeamPage).collect()
    }
}

impl PlanLine {
    pub(crate) fn sample(late: bool) -> Self {
        Self {
            id: "a1".to_owned(),
            title: "Accusé de réception automatique".to_owned(),
            due_on: Day::parse("2026-03-31").unwrap_or(Day(chrono::NaiveDate::MIN)),
            status: Status::InProgress,
            late,
        }
    }
}
