//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl ImportLine {
    pub(crate) fn samples() -> Vec<Self> {
        let line = |state| Self {
            id: "0m".to_owned(),
            title: Kind::People.title(),
            state,
            lines: 12,
            day: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            time: "14:32".to_owned(),
        };
        ["running", "done", "refused", "failed", "cut"].map(line).to_vec()
    }
}

impl Sampled for ImportedPage {
    fn samples() -> Vec<Self> {
        let changes = vec![Change { title: "import-people-created".to_owned(), n: 12 }];
        let page = |line: ImportLine| Self {
            title: Kind::People.title(),
            back: Kind::People.back(),
            changes: if line.state == "done" { changes.clone() } else { Vec::new() },
            invites: line.state == "done",
            next: (line.state == "done").then(|| next_after(Kind::People)),
            line,
        };
        ImportLine::samples().into_iter().map(page).collect()
    }
}
