//! The disclosure engine under attack: random organisations with nasty shapes are published as the product does, and an
//! auditor that shares no code with it takes every figure shown and looks for anybody that can be worked out.

mod attack;
mod known;
mod organisation;

use barometer::aggregation::store::campaign_figures;
use barometer::campaign::Campaign;

use crate::world::{Backend, World};
use attack::{Attack, Row, Work};
use organisation::{Organisation, insert, publish};

fn rows(w: &World, campaign: &Campaign) -> Vec<Row> {
    let figures = w.read(|conn| campaign_figures(conn, &campaign.id));
    figures
        .into_iter()
        .map(|figure| Row {
            supplier: figure.supplier.0,
            group: figure.client_group.0,
            subject: figure.subject,
            indicator: figure.indicator,
            value: figure.value,
            word: figure.word,
            low: figure.low,
            high: figure.high,
            n: figure.n,
            shown: figure.shown,
        })
        .collect()
}

#[derive(Default)]
struct Total {
    organisations: usize,
    by_group: usize,
    branches: usize,
    across: usize,
    work: Work,
    wrong: Vec<String>,
}

impl Total {
    fn take(&mut self, one: &Organisation, rows: &[Row]) {
        let mut attack = Attack::new(one, rows);
        self.wrong.extend(attack.leaks());
        self.wrong.extend(attack.faults());
        self.organisations += 1;
        let shown = |of: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| row.shown && of(row)).count();
        self.by_group += shown(&|row| row.group.starts_with('g') && row.supplier != "*");
        self.branches += shown(&|row| row.group.starts_with("branch:"));
        self.across += shown(&|row| row.supplier == "*");
        self.work.shown += attack.work.shown;
        self.work.tables += attack.work.tables;
        self.work.unions += attack.work.unions;
    }

    #[track_caller]
    fn clean(self, name: &str) {
        let Total { organisations, by_group, branches, across, work, wrong } = self;
        println!(
            "{name}: {organisations} organisations, {} shown rows ({by_group} by group, {branches} of branches, {across} \
             over suppliers), {} tables, {} unions looked at, {} wrong",
            work.shown,
            work.tables,
            work.unions,
            wrong.len()
        );
        assert!(wrong.is_empty(), "{} wrong, the first:\n{}", wrong.len(), wrong[..wrong.len().min(10)].join("\n"));
        assert!(by_group > 0 && branches > 0 && across > 0, "nothing to look at");
    }
}

fn audit(backend: Backend, seeds: std::ops::Range<u64>) -> Total {
    let mut total = Total::default();
    for seed in seeds {
        let one = Organisation::random(seed);
        let w = World::new(backend);
        let campaign = publish(&w, &insert(&w, &one));
        total.take(&one, &rows(&w, &campaign));
    }
    total
}

#[test]
fn nobody_is_found_in_the_first_hundred_organisations() {
    audit(Backend::Sqlite, 0..100).clean("0..100");
}

#[test]
fn nobody_is_found_in_the_second_hundred_organisations() {
    audit(Backend::Sqlite, 100..200).clean("100..200");
}

#[test]
fn nobody_is_found_on_postgres() {
    audit(Backend::Postgres, 200..212).clean("Postgres");
}
