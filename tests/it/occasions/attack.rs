//! What somebody could work out from flashes, quarters and sessions put together.

use std::collections::{BTreeMap, BTreeSet};

use barometer::aggregation::unions::{Part, Tables};
use barometer::campaign::occasion::FEWEST_ASKED;
use barometer::campaign::occasion::asked::{Asking, Rival};
use barometer::db::ids::{PersonId, UnitCode};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::*;

/// Is nothing smaller than `least` isolated by sums and differences of these sets of people?
fn holds(sets: &[BTreeSet<PersonId>], least: u32) -> bool {
    // People whom the same sets hold cannot be told apart: they are one part.
    let mut kinds: BTreeMap<Vec<bool>, u32> = BTreeMap::new();
    let everybody: BTreeSet<&PersonId> = sets.iter().flatten().collect();
    for person in everybody {
        *kinds.entry(sets.iter().map(|set| set.contains(person)).collect()).or_default() += 1;
    }
    let parts = kinds.values().map(|n| Part { supplier: 0, n: *n, values: None, full: false }).collect();
    let mut tables = Tables::about(parts, least);
    (0..sets.len()).all(|at| {
        let cells = kinds.keys().enumerate().filter(|(_, kind)| kind[at]).map(|(place, _)| place).collect();
        tables.accept(&cells)
    })
}

#[test]
fn three_flashes_and_two_quarters_isolate_nobody() {
    let mut rng = StdRng::from_seed([16; 32]);
    let today = Day::parse("2026-02-10").expect("a day");
    let (mut asked_at_all, mut parts_of_free_lists) = (0, 0);
    for round in 0..200 {
        let units: Vec<UnitCode> = (0..rng.random_range(2..12)).map(|n| UnitCode(format!("u{n}"))).collect();
        let people: Vec<_> = units
            .iter()
            .flat_map(|unit| {
                (0..rng.random_range(1..25))
                    .map(|n| person(&format!("{unit}_{n}"), unit.as_str(), Language::Fr))
                    .collect::<Vec<_>>()
            })
            .collect();
        // The quarter's groups: units put together until there are ten.
        let mut groups: BTreeMap<UnitCode, GroupCode> = BTreeMap::new();
        let (mut number, mut size) = (0, 0);
        for unit in &units {
            groups.insert(unit.clone(), GroupCode(format!("g{number}")));
            size += people.iter().filter(|one| one.unit == *unit).count();
            if size >= FEWEST_ASKED {
                (number, size) = (number + 1, 0);
            }
        }
        let of = |group: &GroupCode| -> BTreeSet<PersonId> {
            people.iter().filter(|one| groups.get(&one.unit) == Some(group)).map(|one| one.id.clone()).collect()
        };
        let all: BTreeSet<GroupCode> = groups.values().cloned().collect();
        // Each quarter publishes its groups that are large enough.
        let mut published: Vec<BTreeSet<PersonId>> =
            all.iter().map(of).filter(|set| set.len() >= FEWEST_ASKED).collect();
        published.extend(published.clone());
        // Three flashes of whichever groups, on days of the two months between: some rest, some are programmed besides.
        let wants: Vec<BTreeSet<GroupCode>> =
            (0..3).map(|_| all.iter().filter(|_| rng.random_bool(0.6)).cloned().collect()).collect();
        let lots: Vec<String> = (0..3).map(|n| format!("{round}/{n}/{}", rng.random::<u64>())).collect();
        let mut resting = BTreeSet::new();
        let mut resting_units = BTreeSet::new();
        for (at, (wanted, lot)) in wants.iter().zip(&lots).enumerate() {
            // Services serve some units; the charter is everybody's.
            let served: Option<BTreeSet<UnitCode>> = match rng.random_bool(0.7) {
                true => Some(groups.keys().filter(|_| rng.random_bool(0.8)).cloned().collect()),
                false => None,
            };
            let later = wants.iter().zip(&lots).enumerate().skip(at + 1).filter(|_| rng.random_bool(0.5));
            let rivals = later.map(|(n, (groups, lot))| Rival {
                code: format!("f{n}"),
                lot: lot.clone(),
                groups: groups.clone(),
            });
            let asking = Asking {
                kind: Kind::Flash,
                code: format!("f{at}"),
                lot: lot.clone(),
                units: groups
                    .iter()
                    .filter(|(_, group)| wanted.contains(*group))
                    .map(|(u, g)| (u.clone(), g.clone()))
                    .collect(),
                served,
                named: BTreeSet::new(),
                resting: resting.clone(),
                resting_units: resting_units.clone(),
                rivals: rivals.collect(),
            };
            let (guests, _) = asking.choose(&people, today);
            let asked: BTreeSet<PersonId> = guests.iter().map(|(one, _)| one.id.clone()).collect();
            for group in &all {
                let there = asked.intersection(&of(group)).count();
                assert!(there == 0 || there == of(group).len(), "round {round}: a part of {group}");
            }
            resting.extend(asked.iter().cloned());
            resting_units.extend(guests.iter().map(|(one, _)| one.unit.clone()));
            asked_at_all += usize::from(!asked.is_empty());
            // Its total, and each group of it.
            published.push(asked.clone());
            published.extend(
                all.iter()
                    .map(|group| asked.intersection(&of(group)).cloned().collect())
                    .filter(|set: &BTreeSet<_>| !set.is_empty()),
            );
        }
        published.retain(|set| !set.is_empty());
        assert!(holds(&published, u32::try_from(FEWEST_ASKED).expect("ten")), "round {round}");
        // The attack that whole groups are there for: free lists, each large enough, which give one person away.
        let free: Vec<PersonId> = people.iter().map(|one| one.id.clone()).take(21).collect();
        if free.len() == 21 {
            let lists = [free[..20].iter().cloned().collect(), free.iter().cloned().collect::<BTreeSet<_>>()];
            parts_of_free_lists += usize::from(!holds(&lists, 10));
        }
    }
    assert!(asked_at_all > 200, "{asked_at_all}: the flashes ask somebody");
    assert!(parts_of_free_lists > 100, "the audit would see it");
}

on_both! {
    async fn published_sets_of_flashes_and_quarters_isolate_nobody(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        for (day, groups) in [("2026-02-10", &["prod"][..]), ("2026-05-12", &["prod", "sales"]), ("2026-08-12", &["sales", "few"])] {
            w.move_to(&format!("{day}T08:00:00Z"));
            let flash = w.open(&make(&w, wish(&w, groups)));
            for unit in ["prod", "sales"] {
                for number in 1..=20 {
                    let asked = w.read(|conn| campaigns::invitation_of(conn, &flash.id, &person_id(unit, number)));
                    if asked.is_some() {
                        w.store_answers(&flash, &person_id(unit, number), answer(&w, &flash, i32::try_from(number % 5 + 1).expect("small"), ""));
                    }
                }
            }
            w.close(&flash);
        }
        w.move_to("2026-10-05T08:00:00Z");
        quarter(&w, "2026-Q4");
        // Every group of which some campaign publishes how many answered, as the set of those it asked.
        let rows = w.lines(
            "SELECT f.campaign || ' ' || f.client_group AS line FROM figures f \
             WHERE f.subject = '*' AND f.indicator = 'responses' AND f.shown AND f.client_group <> '*'",
        );
        let asked = |campaign: &str, group: &str| -> BTreeSet<PersonId> {
            w.lines(&format!("SELECT c.person AS line FROM contacts c JOIN people p ON p.id = c.person WHERE c.campaign = '{campaign}' AND p.unit = '{group}'"))
                .into_iter().map(PersonId).collect()
        };
        let sets: Vec<BTreeSet<PersonId>> = rows.iter().filter_map(|row| row.split_once(' ')).map(|(campaign, group)| asked(campaign, group)).collect();
        assert!(sets.len() >= 6 && sets.iter().all(|set| set.len() == 20), "{rows:?}");
        assert!(holds(&sets, 10));
    }

    async fn nine_accomplices_of_ten_learn_nothing_of_the_last_while_few_answer(w: World) {
        w.organisation(&[("prod", 10), ("sales", 20)]);
        w.supplier("it");
        let first = w.open(&w.campaign("2026-Q1", &["it"]));
        w.close(&first);
        // The target and so many accomplices answer; the others decline, or say that they had no dealings with it.
        for (round, (others, silent)) in [(0, false), (2, false), (3, true), (8, true)].into_iter().enumerate() {
            w.move_to(&format!("{}T08:00:00Z", Day::parse("2026-02-10").expect("a day").plus_days(100 * i64::try_from(round).expect("small"))));
            let flash = w.open(&make(&w, wish(&w, &["prod"])));
            w.store_answers(&flash, &person_id("prod", 1), answer(&w, &flash, 5, "la-cible"));
            for number in 2..=10 {
                let draft = if number <= 1 + others {
                    answer(&w, &flash, 1, "")
                } else if silent {
                    barometer::answering::draft::Draft { chosen: Some(Vec::new()), ..answer(&w, &flash, 1, "") }
                } else {
                    continue;
                };
                w.store_answers(&flash, &person_id("prod", number), draft);
            }
            let flash = w.close(&flash);
            let shown = w.lines(&format!("SELECT subject || ' ' || indicator || ' ' || client_group || ' ' || coalesce(CAST(value AS TEXT), word) AS line FROM figures WHERE campaign = '{}' AND shown", flash.id));
            assert_eq!(shown, Vec::<String>::new(), "{others} {silent}");
            assert_eq!(w.count(&format!("responses WHERE campaign = '{}'", flash.id)), 0, "{others} {silent}");
            assert!(!w.dump().iter().any(|row| row.contains("la-cible")), "{others} {silent}");
        }
    }

    async fn no_kind_ties_an_answer_to_somebody(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        let id = crate::security::scene::action(&w, "it").id;
        for (at, kind) in [Kind::Flash, Kind::Charter, Kind::Session].into_iter().enumerate() {
            w.move_to(&format!("{}T08:00:00Z", Day::parse("2026-02-10").expect("a day").plus_days(100 * i64::try_from(at).expect("small"))));
            let training = (kind == Kind::Session).then(|| (id.clone(), barometer::campaign::occasion::Survey::Hot));
            let people = if kind == Kind::Session { (1..=20).map(|n| person_id("prod", n)).collect() } else { BTreeSet::new() };
            let campaign = w.open(&make(&w, Wish { kind, training, people, ..wish(&w, &["prod"]) }));
            let order: Vec<usize> = (1..=20).collect();
            for number in &order {
                w.store_answers(&campaign, &person_id("prod", *number), answer(&w, &campaign, i32::try_from(number % 5 + 1).expect("small"), &format!("mot {number:02}")));
            }
            let keys = |table: &str| w.lines(&format!("SELECT key AS line FROM {table} WHERE campaign = '{}'", campaign.id));
            let before: BTreeSet<String> = keys("open_responses").into_iter().chain(keys("open_comments")).collect();
            let campaign = w.close(&campaign);
            assert_eq!((keys("responses").len(), keys("comments").len()), (20, 20), "{kind:?}");
            assert!(keys("responses").iter().chain(&keys("comments")).all(|key| !before.contains(key)), "{kind:?}");
            // Neither in the order in which they came, nor in its reverse.
            let place = if w.backend == Backend::Sqlite { "rowid" } else { "ctid" };
            let kept = w.lines(&format!("SELECT body AS line FROM comments WHERE campaign = '{}' ORDER BY {place}", campaign.id));
            let came: Vec<String> = order.iter().map(|number| format!("mot {number:02}")).collect();
            let same = kept.iter().zip(&came).filter(|(a, b)| a == b).count();
            assert!(same < 8, "{kind:?}: {same} of 20 in the order in which they came");
            for table in ["answered", "drafts", "open_responses", "open_comments"] {
                assert_eq!(w.count(table), 0, "{kind:?} {table}");
            }
            let report = barometer::privacy_audit::look(&w.app);
            assert_eq!(report.exit_code(), 0, "{kind:?}: {}", report.to_text(Language::En));
        }
    }
}
