//! How often people are asked between two quarters.

use std::collections::BTreeMap;

use super::*;
use barometer::db::ids::UnitCode;
use barometer::schedule;

/// Whole groups come to one end, whichever occasion asks; nobody stays without one where everybody can have one.
#[test]
fn lots_are_drawn_to_one_end() {
    use barometer::campaign::occasion::asked::{Asking, Rival};
    use std::collections::BTreeSet;
    let codes = ["a", "b", "c", "d"];
    let people: Vec<_> = (0..60).map(|n| person(&format!("p{n}"), codes[n % 4], Language::Fr)).collect();
    let of = |wanted: &str| -> BTreeSet<GroupCode> {
        wanted.chars().map(|code| GroupCode::from(&*code.to_string())).collect()
    };
    // What each of several occasions wants; the later ones want what the earlier ones want, as where groups still rest.
    for wanted in
        [&["ab", "ab"][..], &["a", "ab", "abc", "abcd"], &["abcd", "abc", "ab", "a"], &["ab", "bc", "cd", "da"]]
    {
        for round in 0..50 {
            let occasions: Vec<Rival> = wanted
                .iter()
                .enumerate()
                .map(|(at, wanted)| Rival {
                    code: format!("flash-{at}"),
                    lot: format!("{at}/{round}"),
                    groups: of(wanted),
                })
                .collect();
            let mut asked: Vec<GroupCode> = Vec::new();
            for (at, one) in occasions.iter().enumerate() {
                let asking = Asking {
                    kind: Kind::Flash,
                    code: one.code.clone(),
                    lot: one.lot.clone(),
                    units: one.groups.iter().map(|group| (UnitCode(group.0.clone()), group.clone())).collect(),
                    served: None,
                    named: BTreeSet::new(),
                    resting: BTreeSet::new(),
                    resting_units: BTreeSet::new(),
                    rivals: occasions
                        .iter()
                        .enumerate()
                        .filter(|(other, _)| *other != at)
                        .map(|(_, rival)| rival.clone())
                        .collect(),
                };
                let (guests, _) = asking.choose(&people, Day::parse("2026-02-10").expect("a day"));
                let groups: BTreeSet<GroupCode> = guests.into_iter().map(|(_, group)| group).collect();
                assert!(!groups.is_empty() && groups.is_subset(&one.groups), "{wanted:?} {round} {at}");
                asked.extend(groups);
            }
            let each: BTreeSet<GroupCode> = asked.iter().cloned().collect();
            assert_eq!((asked.len(), each), (each_once(wanted), of(&wanted.concat())), "{wanted:?} {round}");
        }
    }
}

/// How many different groups are wanted.
fn each_once(wanted: &[&str]) -> usize {
    wanted.concat().chars().collect::<std::collections::BTreeSet<_>>().len()
}

on_both! {
    async fn a_flash_waits_for_the_quarter_and_for_its_people(w: World) {
        house(&w);
        w.move_to("2026-01-05T08:00:00Z");
        let early = make(&w, wish(&w, &["prod"]));
        assert!(stops(&w, &early).contains(&"occasion-check-no-quarter"));
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let flash = w.open(&make(&w, wish(&w, &["prod"])));
        assert_eq!(w.count(&format!("invitations WHERE campaign = '{}'", flash.id)), 20);
        // On the same day: those of the first rest, the others are asked.
        let second = make(&w, wish(&w, &["prod", "sales"]));
        assert!(sees(&w, &second).contains(&"occasion-check-small") && sees(&w, &second).contains(&"occasion-check-resting"));
        let second = w.open(&second);
        assert_eq!(w.lines(&format!("SELECT DISTINCT client_group AS line FROM invitations WHERE campaign = '{}'", second.id)), ["sales"]);
        let third = make(&w, wish(&w, &["prod", "sales", "few"]));
        assert!(stops(&w, &third).contains(&"occasion-check-nobody"), "{:?}", stops(&w, &third));
        // A day before 90 days they rest; on the 90th they may be asked.
        w.move_to("2026-05-10T08:00:00Z");
        let soon = make(&w, wish(&w, &["prod"]));
        assert!(stops(&w, &soon).contains(&"occasion-check-nobody"));
        // For the day on which they will have rested it is programmed today, and not opened today.
        let ahead = make(&w, Wish { opens_on: w.app.today().plus_days(1), closes_on: w.app.today().plus_days(5), ..wish(&w, &["prod"]) });
        assert_eq!(stops(&w, &ahead), Vec::<&str>::new());
        let mut hr = w.signed_in(&"hugo".into()).await;
        let page = hr.get(&format!("/campaigns/{}", ahead.id)).await.ok();
        assert!(page.text().contains("/scheduling\"") && !page.text().contains("/opening\""), "{}", page.main());
        w.move_to("2026-05-11T08:00:00Z");
        let later = make(&w, wish(&w, &["prod"]));
        assert_eq!(stops(&w, &later), Vec::<&str>::new());
        // A quarter in sight: nothing from 14 days before it opens until it closes.
        w.move_to("2026-06-01T08:00:00Z");
        w.campaign("2026-Q2", &["it"]);
        let before = |day: &str| {
            w.move_to(day);
            stops(&w, &make(&w, wish(&w, &["sales"]))).contains(&"occasion-check-quiet")
        };
        assert!(!before("2026-05-13T08:00:00Z"), "closes on the 17th");
        assert!(before("2026-05-14T08:00:00Z"), "closes on the 18th, 14 days before");
        assert!(before("2026-06-11T08:00:00Z") && !before("2026-06-13T08:00:00Z"), "the quarter closes on the 12th");
    }

    async fn what_cannot_open_on_its_day_is_a_draft_again(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let flash = make(&w, Wish { opens_on: w.app.today().plus_days(2), closes_on: w.app.today().plus_days(5), ..wish(&w, &["prod"]) });
        let id = flash.id.clone();
        w.write(move |conn| campaigns::advance(conn, &id, State::Draft, State::Scheduled));
        // Meanwhile a quarter is planned so near that it may not open.
        let near = w.campaign("2026-Q2", &["it"]);
        let of_quarter = |key: &str| sees(&w, &w.again(&near)).contains(&key);
        assert!(of_quarter("occasion-check-quarter"));
        w.move_to("2026-02-12T08:00:00Z");
        assert!(schedule::open(&w.app, &flash).is_err());
        w.tick();
        assert_eq!(w.again(&flash).state, State::Draft);
        assert!(!of_quarter("occasion-check-quarter"));
        // HR is told, once.
        w.tick();
        w.send_mail().await;
        let mail = w.mail_to(&"hugo".into());
        assert!(mail.subject.contains("n'a pas pu s'ouvrir") && mail.text.contains(&format!("/campaigns/{}", flash.id)), "{}", mail.text);
        assert_eq!(w.count("outbox WHERE kind = 'occasion'"), 1);
    }

    async fn thresholds_and_groups_stay_those_of_the_latest_quarter(w: World) {
        house(&w);
        let strict = w.campaign("2026-Q1", &["it"]);
        let id = strict.id.clone();
        w.write(move |conn| {
            let row = campaigns::campaign(conn, &id)?;
            campaigns::save_draft(conn, &Campaign { threshold: 6, ..row })
        });
        let strict = w.open(&strict);
        w.close(&strict);
        w.move_to("2026-02-10T08:00:00Z");
        let flash = make(&w, wish(&w, &["prod"]));
        assert_eq!(flash.threshold, 6);
        let (id, loose) = (flash.id.clone(), flash.clone());
        w.write(move |conn| campaigns::save_draft(conn, &Campaign { id, threshold: 5, ..loose }));
        // A threshold that became lower than the quarter's is raised as it opens.
        let looser = w.again(&flash);
        assert_eq!(looser.threshold, 5);
        // A part of a group is none of the quarter's.
        let id = flash.id.clone();
        w.write(move |conn| {
            let part = barometer::campaign::groups::Proposal { code: "prod".into(), name: "x".to_owned(), units: vec!["sales".into()] };
            campaigns::set_groups(conn, &id, &[part])
        });
        assert!(stops(&w, &looser).contains(&"occasion-check-groups-changed"));
        // Opened before its day: from today on, with the quarter's thresholds.
        let early = make(&w, Wish { opens_on: w.app.today().plus_days(3), closes_on: w.app.today().plus_days(6), ..wish(&w, &["prod"]) });
        let (id, loose) = (early.id.clone(), early.clone());
        w.write(move |conn| campaigns::save_draft(conn, &Campaign { id, threshold: 5, ..loose }));
        let early = w.open(&w.again(&early));
        let early = w.again(&early);
        assert_eq!((early.opens_on, early.threshold), (w.app.today(), 6));
    }

    async fn a_list_of_participants_takes_nobody_out_of_a_group(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let training = crate::security::scene::action(&w, "it");
        let people = (1..=12).map(|n| person_id("prod", n)).collect();
        let survey = make(&w, Wish {
            kind: Kind::Session,
            groups: std::collections::BTreeSet::new(),
            people,
            training: Some((training.id, barometer::campaign::occasion::Survey::Hot)),
            ..wish(&w, &[])
        });
        w.open(&survey);
        let flash = w.open(&make(&w, wish(&w, &["prod"])));
        assert_eq!(w.count(&format!("invitations WHERE campaign = '{}'", flash.id)), 20);
    }

    async fn a_quarter_waits_for_what_takes_answers(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let flash = w.open(&make(&w, wish(&w, &["prod"])));
        let near = w.campaign("2026-Q2", &["it"]);
        assert!(stops(&w, &near).contains(&"occasion-check-quarter"));
        w.move_to("2026-02-16T08:00:00Z");
        w.close(&flash);
        let of = w.again(&near);
        assert!(!stops(&w, &of).contains(&"occasion-check-quarter"));
    }

    async fn a_year_of_twenty_flashes_asks_nobody_too_often_and_shares_them_out(w: World) {
        let units: Vec<(&'static str, usize)> = (0..40).map(|n| (&*Box::leak(format!("u{n:02}").into_boxed_str()), 50)).collect();
        w.organisation(&units);
        w.supplier("it");
        let groups: Vec<&str> = units.iter().map(|(code, _)| *code).collect();
        for (at, (first, code)) in ["2026-01-05", "2026-04-06", "2026-07-06", "2026-10-05"].iter().zip(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]).enumerate() {
            w.move_to(&format!("{first}T08:00:00Z"));
            let quarter = w.open(&w.campaign(code, &["it"]));
            w.move_to(&format!("{}T08:00:00Z", quarter.closes_on.plus_days(1)));
            w.close(&quarter);
            // Five flashes of everybody are programmed for the weeks after; each opens by itself.
            let begin = w.app.today();
            let mut planned = Vec::new();
            for week in 0..5 {
                let opens_on = begin.plus_days(2 + 8 * week);
                let flash = make(&w, Wish { opens_on, closes_on: opens_on.plus_days(4), ..wish(&w, &groups) });
                let id = flash.id.clone();
                w.write(move |conn| campaigns::advance(conn, &id, State::Draft, State::Scheduled));
                planned.push(flash);
            }
            for flash in planned {
                w.move_to(&format!("{}T08:00:00Z", flash.opens_on));
                let outcome = schedule::open(&w.app, &flash);
                assert!(outcome.is_ok(), "{at} {}: {:?}", flash.code, stops(&w, &w.again(&flash)));
                w.move_to(&format!("{}T08:00:00Z", flash.closes_on.plus_days(1)));
                w.close(&w.again(&flash));
            }
        }
        let rows = w.lines(
            "SELECT c.person || ' ' || CAST(c.day AS TEXT) AS line FROM contacts c JOIN campaigns k ON k.id = c.campaign \
             WHERE k.kind = 'flash' ORDER BY c.person, c.day",
        );
        let mut days: BTreeMap<String, Vec<barometer::clock::Day>> = BTreeMap::new();
        for row in rows {
            let (person, day) = row.split_once(' ').expect("a day");
            days.entry(person.to_owned()).or_default().push(barometer::clock::Day::parse(day).expect("a day"));
        }
        assert_eq!(days.len(), 2000, "everybody had a turn");
        for (person, days) in &days {
            assert!(days.windows(2).all(|pair| pair[1] >= pair[0].plus_days(90)), "{person}: {days:?}");
            assert!((1..=4).contains(&days.len()), "{person}: {days:?}");
        }
        // Every flash had its share: whole groups, of fifty.
        let sizes = w.lines(
            "SELECT CAST(sum(g.invited) AS TEXT) AS line FROM client_groups g JOIN campaigns k ON k.id = g.campaign \
             WHERE k.kind = 'flash' GROUP BY g.campaign",
        );
        assert_eq!(sizes.len(), 20);
        assert!(sizes.iter().all(|size| size.parse::<usize>().expect("a number") % 50 == 0), "{sizes:?}");
    }
}
