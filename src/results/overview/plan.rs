//! What is being done, service by service: late, due this month, done and to be looked at, and what the last wave says.

use std::collections::BTreeMap;

use serde::Serialize;

use super::grid::Grid;
use crate::clock::Day;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::progress::{Action, Effect, Status};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub pending: usize,
    pub late: usize,
    pub this_month: usize,
    /// Done, and nobody has said yet whether it worked.
    pub to_verify: usize,
    /// What the wave says of their figures.
    pub better: usize,
    pub worse: usize,
}

impl Counts {
    fn add(&mut self, action: &Action, wave: &CampaignId, today: Day) {
        use chrono::Datelike;
        let month = |day: Day| (day.0.year(), day.0.month());
        self.pending += usize::from(action.status.is_pending());
        self.late += usize::from(action.is_late(today));
        let due = action.status.is_pending() && action.due_on >= today && month(action.due_on) == month(today);
        self.this_month += usize::from(due);
        self.to_verify += usize::from(action.status == Status::Done);
        if action.effect_campaign.as_ref() == Some(wave) {
            self.better += usize::from(action.effect == Some(Effect::ConfirmedUp));
            self.worse += usize::from(action.effect == Some(Effect::ConfirmedDown));
        }
    }
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct Plan {
    pub all: Counts,
    /// Services with something in their plan, in the order of the grid.
    pub rows: Vec<PlanRow>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PlanRow {
    pub supplier: SupplierCode,
    pub name: String,
    pub counts: Counts,
}

impl Plan {
    /// Of the services of the grid.
    pub fn of(actions: &[Action], grid: &Grid, wave: &CampaignId, today: Day) -> Self {
        let mut all = Counts::default();
        let mut of: BTreeMap<&SupplierCode, Counts> = BTreeMap::new();
        for action in actions.iter().filter(|action| grid.rows.iter().any(|row| row.supplier == action.supplier)) {
            all.add(action, wave, today);
            of.entry(&action.supplier).or_default().add(action, wave, today);
        }
        let row = |row: &super::grid::Row| {
            let counts = of.remove(&row.supplier).filter(|counts| *counts != Counts::default())?;
            Some(PlanRow { supplier: row.supplier.clone(), name: row.name.clone(), counts })
        };
        Self { all, rows: grid.rows.iter().filter_map(row).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_counts_where_it_stands() {
        fn day(text: &str) -> Day {
            Day::parse(text).unwrap()
        }
        fn action(status: Status, due: &str) -> Action {
            Action { status, ..Action::proposed("a".into(), "it".into(), "p".into(), day(due)) }
        }
        let measured = Action {
            effect: Some(Effect::ConfirmedUp),
            effect_campaign: Some("w".into()),
            ..action(Status::Done, "2026-01-01")
        };
        let mut counts = Counts::default();
        for one in [
            action(Status::InProgress, "2026-03-09"),
            action(Status::Accepted, "2026-03-10"),
            action(Status::Accepted, "2026-04-01"),
            action(Status::Abandoned, "2026-03-01"),
            measured,
        ] {
            counts.add(&one, &"w".into(), day("2026-03-10"));
        }
        let wanted = Counts { pending: 3, late: 1, this_month: 1, to_verify: 1, better: 1, worse: 0 };
        assert_eq!(counts, wanted);
    }
}
