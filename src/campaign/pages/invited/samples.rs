//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Line {
    /// One who can be followed, one without the server's words, one of each other kind.
    pub(crate) fn samples() -> Vec<Self> {
        let line = |name: &str, mail| Self {
            id: "0p".into(),
            name: name.to_owned(),
            email: "zoe.petit@example.org".to_owned(),
            group: "Production".to_owned(),
            mail,
            said: None,
            since: None,
        };
        let failed = Self {
            said: Some("550 5.1.1 no such user".to_owned()),
            since: Day::parse("2026-03-02"),
            ..line("Zoé Petit", "failed")
        };
        let mut all = vec![failed, line("Ana Lopes", "failed")];
        all.extend(["sent", "waiting", "stopped", "held", "withdrawn", "away"].map(|mail| line("Jean Roux", mail)));
        all
    }
}

impl Sampled for InvitedPage {
    fn samples() -> Vec<Self> {
        let all = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            unreached: false,
            open: true,
            lines: Line::samples(),
            found: 102,
            all: 240,
            search: "pe".to_owned(),
            page: 2,
            pages: 3,
        };
        let unreached = Self { unreached: true, lines: Line::samples().into_iter().take(2).collect(), ..all.clone() };
        let closed = Self { open: false, page: 1, pages: 1, ..unreached.clone() };
        let none = Self { lines: Vec::new(), found: 0, ..all.clone() };
        let nobody = Self { all: 0, ..none.clone() };
        let all_reached = Self { unreached: true, ..nobody.clone() };
        vec![all, unreached, closed, none, nobody, all_reached]
    }
}
