//! The disclosure engine under attack: random organisations with nasty shapes are published as the product does, and an
//! auditor that shares no code with it takes every figure shown and looks for anybody that can be worked out.

mod attack;
mod known;
mod mirrors;
mod organisation;
mod rows;
mod promises;
mod surfaces;

use barometer::aggregation::store::campaign_figures;
use barometer::aggregation::verify::verify;
use barometer::campaign::Campaign;
use barometer::db::schema::released_rows;
use diesel::prelude::*;

use crate::world::{Backend, World};
use attack::{Attack, Row, Work};
use organisation::{Organisation, insert, insert_wave, publish};
use rows::Released;

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

fn released(w: &World, campaign: &Campaign) -> Vec<Released> {
    let rows: Vec<(String, String)> = w.read(|conn| {
        Ok(released_rows::table
            .filter(released_rows::campaign.eq(&campaign.id))
            .order(released_rows::key)
            .select((released_rows::supplier, released_rows::answers))
            .load(conn)?)
    });
    rows.into_iter().map(|(supplier, text)| (supplier, serde_json::from_str(&text).expect("JSON"))).collect()
}

#[derive(Default)]
struct Total {
    /// Publications: one of each organisation, two of every third.
    waves: usize,
    released: usize,
    surfaces: usize,
    by_group: usize,
    branches: usize,
    across: usize,
    work: Work,
    wrong: Vec<String>,
}

impl Total {
    fn take(&mut self, one: &Organisation, rows: &[Row], before: &[Row], released: &[Released]) {
        let mut attack = Attack::new(one, rows).after(before);
        self.wrong.extend(rows::faults(one, released, rows));
        self.released += released.len();
        self.wrong.extend(attack.leaks());
        self.wrong.extend(attack.faults());
        self.waves += 1;
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
        let Total { waves, released, surfaces, by_group, branches, across, work, wrong } = self;
        println!(
            "{name}: {waves} waves, {} shown rows ({by_group} by group, {branches} of branches, {across} \
             over suppliers), {} tables, {} unions looked at, {released} released rows, {surfaces} surfaces, {} wrong",
            work.shown,
            work.tables,
            work.unions,
            wrong.len()
        );
        assert!(wrong.is_empty(), "{} wrong, the first:\n{}", wrong.len(), wrong[..wrong.len().min(10)].join("\n"));
        assert!(by_group > 0 && branches > 0 && across > 0, "nothing to look at");
    }
}

/// The campaign published, with a promise on every question and a mirror of every service; what is wrong with these.
fn published(w: &World, one: &Organisation, campaign: Campaign) -> (Campaign, Vec<String>) {
    promises::insert(w, one, &campaign);
    let teams = mirrors::insert(w, one, &campaign);
    let campaign = publish(w, &campaign);
    let mut wrong = promises::unfounded(w, one, &campaign);
    wrong.extend(mirrors::unfounded(w, one, &campaign, &teams));
    (campaign, wrong)
}

/// Publishes the organisations of `seeds` and attacks each; walks the surfaces of every `each`-th.
async fn audit(backend: Backend, seeds: std::ops::Range<u64>, each: u64) -> Total {
    let mut total = Total::default();
    for seed in seeds {
        let mut one = Organisation::random(seed);
        let w = World::new(backend);
        let (mut campaign, wrong) = published(&w, &one, insert(&w, &one));
        total.wrong.extend(wrong);
        let mut figures = rows(&w, &campaign);
        total.take(&one, &figures, &[], &released(&w, &campaign));
        if seed % 3 == 0 {
            w.move_to("2026-04-06T08:00:00Z");
            one = one.later();
            let (later, wrong) = published(&w, &one, insert_wave(&w, &one, "2026-Q2"));
            total.wrong.extend(wrong);
            assert_eq!(rows(&w, &campaign), figures, "seed {seed}: a published wave has changed");
            campaign = later;
            let before = std::mem::replace(&mut figures, rows(&w, &campaign));
            total.take(&one, &figures, &before, &released(&w, &campaign));
        }
        if seed % each == 0 {
            let differences = w.read(|conn| verify(conn, &campaign)).differences;
            assert!(differences.is_empty(), "seed {seed}: what was published does not stand: {differences:?}");
            let (surfaces, wrong, tidy) = surfaces::compare(&w, &one, &campaign).await;
            total.surfaces += surfaces;
            total.wrong.extend(wrong);
            total.wrong.extend(surfaces::tidy_faults(&one, &tidy, &figures));
        }
    }
    total
}

#[actix_web::test]
async fn nobody_is_found_in_the_first_hundred_organisations() {
    audit(Backend::Sqlite, 0..100, 25).await.clean("0..100");
}

#[actix_web::test]
async fn nobody_is_found_in_the_second_hundred_organisations() {
    audit(Backend::Sqlite, 100..200, 25).await.clean("100..200");
}

/// More of them, when something has changed: `AUDIT_SEEDS=1000..3000 cargo test --test it audit -- --ignored`.
#[actix_web::test]
#[ignore = "as long as one likes"]
async fn nobody_is_found_in_many_organisations() {
    let wanted = std::env::var("AUDIT_SEEDS").unwrap_or_else(|_| "1000..1100".to_owned());
    let (from, to) = wanted.split_once("..").expect("a range such as 1000..3000");
    let number = |text: &str| text.parse::<u64>().expect("a number");
    audit(Backend::Sqlite, number(from)..number(to), 50).await.clean(&wanted);
}

#[actix_web::test]
async fn nobody_is_found_on_postgres() {
    audit(Backend::Postgres, 100..112, 6).await.clean("Postgres");
}

#[actix_web::test]
async fn the_walk_sees_the_figures_where_they_stand() {
    let one = Organisation::random(3);
    let w = World::new(Backend::Sqlite);
    let (campaign, _) = published(&w, &one, insert(&w, &one));
    let seen = surfaces::change_with_figures(&w, &one, &campaign).await;
    let code = &one.services[0].code;
    for surface in [
        "Head /".to_owned(),
        format!("Head /results/{code}/2026-Q1"),
        format!("Reader /results/{code}/2026-Q1"),
        "Direction /results".to_owned(),
        format!("Head /actions/{code}/new?campaign=2026-Q1&subject=overall"),
        "Hr /exports/2026-Q1/indicators.csv".to_owned(),
        "Anybody /f/".to_owned(),
        "Direction /relations".to_owned(),
        "Hr /exports/2026-Q1/commitments.csv".to_owned(),
    ] {
        assert!(seen.iter().any(|own| own.starts_with(&surface)), "{surface} shows no figure: {seen:#?}");
    }
}

/// What is worth publishing: of all answers, those that stand in the figures of a client group.
#[test]
fn most_answers_stay_visible_by_group() {
    for seed in 0..6 {
        let one = organisation::of_500(seed);
        let w = World::new(Backend::Sqlite);
        let campaign = publish(&w, &insert(&w, &one));
        let figures = rows(&w, &campaign);
        let mut attack = Attack::new(&one, &figures);
        assert_eq!((attack.leaks(), attack.faults()), (Vec::new(), Vec::new()));
        for service in &one.services {
            let share = |subject: &str, indicator: &str| {
                let own = |row: &&Row| {
                    row.supplier == service.code && row.subject == subject && row.indicator == indicator && row.shown
                };
                let n = |wanted: &dyn Fn(&str) -> bool| -> i32 {
                    figures.iter().filter(own).filter(|row| wanted(&row.group)).filter_map(|row| row.n).sum()
                };
                f64::from(n(&|group| one.groups.contains_key(group))) / f64::from(n(&|group| group == "*"))
            };
            let (campaign, overall) = (share("*", "responses"), share("overall", "satisfied"));
            println!(
                "500 people, seed {seed}, {}: {} groups, {:.0} % of the responses visible by group, {:.0} % of the \
                 overall answers",
                service.code,
                one.groups.len(),
                campaign * 100.0,
                overall * 100.0
            );
            assert!(campaign >= 0.6 && overall >= 0.6, "seed {seed}: too much is hidden");
        }
    }
}
