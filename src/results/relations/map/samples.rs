//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for MapPage {
    fn samples() -> Vec<Self> {
        let share = Share { value: 0.62, low: Some(0.52), high: Some(0.71), n: 61 };
        let low = Share { value: 0.3, low: Some(0.2), high: Some(0.41), n: 44 };
        let shown = |share: &Share, opens| Cell {
            served: true,
            side: share.side(),
            share: Some(share.clone()),
            opens,
            barred: false,
        };
        let hidden = Cell { served: true, ..Cell::default() };
        let barred = Cell { barred: true, ..Cell::default() };
        let column = |code: &str, unit: Option<&str>| Column {
            code: code.to_owned(),
            name: "Production, Qualité".to_owned(),
            unit: unit.map(UnitCode::from),
        };
        let row = |change: &str| Row {
            supplier: "it".into(),
            name: "Informatique".to_owned(),
            whole: shown(&share, false),
            change: Some(change.to_owned()),
            cells: vec![shown(&low, true), hidden.clone(), barred.clone(), Cell::default()],
        };
        let full = Self {
            wave: Some("2026-Q3".to_owned()),
            waves: vec!["2026-Q3".to_owned(), "2026-Q2".to_owned()],
            subject: "clarity".to_owned(),
            subjects: vec![("clarity".to_owned(), "Clarté des démarches".to_owned())],
            columns: vec![column("a", Some("prod")), column("b", None), column("c", None), column("d", None)],
            rows: vec![row("up"), row("down"), Row { whole: barred.clone(), ..row("not_shown") }],
            by_group: true,
            totals: true,
            svg: Some("<svg></svg>".to_owned()),
            own: vec![("/relations/it/prod".to_owned(), "Informatique – Production".to_owned())],
        };
        let totals = Self { by_group: false, svg: None, columns: Vec::new(), own: Vec::new(), ..full.clone() };
        let totals = Self { rows: vec![Row { cells: Vec::new(), ..row("up") }], ..totals };
        let speaks = Self { totals: false, ..full.clone() };
        let none = Self { wave: None, rows: Vec::new(), ..totals.clone() };
        vec![full, speaks, totals, none]
    }
}
