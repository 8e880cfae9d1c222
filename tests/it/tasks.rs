//! Recurring tasks: two instances on one database, processes that die, are paused or panic, clocks that jump, downtime;
//! and the administration's page of them.

use std::sync::atomic::{AtomicUsize, Ordering};

use barometer::answering::sending::Outcome;
use barometer::app::{App, Settings};
use barometer::campaign::{Campaign, State};
use barometer::clock::Day;
use barometer::db::ids::PersonId;
use barometer::error::Result;
use barometer::jobs::{self, Rhythm, Task};
use barometer::organisation::store as organisation;
use barometer::render::Language;
use barometer::schedule::TASKS;
use barometer::web::Role;
use jiff::SignedDuration;

use crate::world::verbs::{about, person, person_id};
use crate::world::{Backend, World, moment};

const MINUTE: Rhythm = Rhythm::Every(SignedDuration::from_mins(1));

/// A second instance on the same database, with the same clock.
fn second(w: &World) -> App {
    let mut app = App::open((*w.app.config).clone(), w.app.clock.clone()).expect("a second instance");
    app.link_key = w.app.link_key.clone();
    app
}

fn later(w: &World, seconds: i64) {
    w.app.clock.move_to(w.app.clock.now().plus(SignedDuration::from_secs(seconds)));
}

fn task(w: &World, name: &str) -> jobs::store::Row {
    w.read(|conn| jobs::store::row(conn, name)).expect("a row of the task")
}

/// Counts its runs in the settings.
fn count_a_run(app: &App) -> Result<()> {
    app.db.write_now(|conn| {
        let runs: u32 = Settings::value(conn, "runs")?.and_then(|text| text.parse().ok()).unwrap_or(0);
        Settings::save(conn, "runs", &(runs + 1).to_string())
    })
}

fn runs(w: &World) -> u32 {
    w.read(|conn| Settings::value(conn, "runs")).and_then(|text| text.parse().ok()).unwrap_or(0)
}

static FIRST: AtomicUsize = AtomicUsize::new(0);
static OTHER: AtomicUsize = AtomicUsize::new(0);

#[actix_web::test]
async fn two_instances_run_each_task_once_in_each_of_a_hundred_ticks() {
    fn slow(_: &App) -> Result<()> {
        FIRST.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(std::time::Duration::from_millis(5));
        Ok(())
    }
    fn quick(_: &App) -> Result<()> {
        OTHER.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
    let list = [Task { name: "slow", rhythm: MINUTE, run: slow }, Task { name: "quick", rhythm: MINUTE, run: quick }];
    let w = World::new(Backend::Postgres);
    let other = second(&w);
    for tick in 1..=100 {
        std::thread::scope(|scope| {
            for app in [&w.app, &other] {
                let list = &list;
                scope.spawn(move || {
                    for _ in 0..2 {
                        jobs::run_due(app, list).expect("a tick");
                    }
                });
            }
        });
        assert_eq!((FIRST.load(Ordering::SeqCst), OTHER.load(Ordering::SeqCst)), (tick, tick));
        later(&w, 60);
    }
    assert_eq!(task(&w, "slow").fault, None);
}

on_both! {
    async fn a_task_whose_holder_falls_silent_is_taken_over_and_the_old_holder_writes_nothing(w: World) {
        let task_here = Task { name: "long", rhythm: Rhythm::Every(SignedDuration::from_hours(6)), run: count_a_run };
        let other = second(&w);
        let old = jobs::claim(&w.app, &task_here).expect("a claim").expect("due at once");
        later(&w, 20);
        assert!(jobs::renew(&w.app, &old).expect("a renewal"));
        later(&w, 19);
        assert!(jobs::claim(&other, &task_here).expect("a claim").is_none(), "it lives and said so");
        later(&w, 2);
        let new = jobs::claim(&other, &task_here).expect("a claim").expect("taken over long before its next time");
        let paused = App { claim: Some(old.clone()), ..w.app.clone() };
        assert!(jobs::still_ours(&paused).is_err(), "revived, it finds a higher number");
        assert!(jobs::still_ours(&App { claim: Some(new.clone()), ..other.clone() }).is_ok());
        assert!(!jobs::renew(&w.app, &old).expect("a renewal"));
        assert!(!jobs::finish(&w.app, &old, Some("of the old holder".to_owned())).expect("an end"));
        let row = task(&w, "long");
        assert!(row.fault.is_none() && row.last_at.is_none() && row.lease_owner.is_some(), "{row:?}");
        assert!(jobs::finish(&other, &new, None).expect("an end"));
        let row = task(&w, "long");
        assert!(row.lease_owner.is_none() && row.last_at == Some(w.app.clock.now()) && row.took_ms == Some(0));
        assert!(!jobs::finish(&w.app, &old, Some("again".to_owned())).expect("an end"));
        assert_eq!(task(&w, "long").fault, None);
    }

    async fn a_paused_instance_does_not_go_on_with_the_next_step_of_a_publication(w: World) {
        let campaign = answered(&w, "2026-03-20");
        let publish = TASKS.iter().find(|task| task.name == "publish").expect("the task");
        let old = jobs::claim(&w.app, publish).expect("a claim").expect("due");
        w.write({
            let (campaign, today, now) = (campaign.clone(), w.app.today(), w.app.clock.now());
            move |conn| barometer::campaign::closing::close(conn, &campaign, today, now)
        });
        later(&w, 60);
        let other = second(&w);
        assert!(jobs::claim(&other, publish).expect("a claim").is_some());
        let paused = App { claim: Some(old), ..w.app.clone() };
        assert!((publish.run)(&paused).expect_err("refused").to_string().contains("lease"));
        assert_eq!(w.again(&campaign).stage, "closed");
        (publish.run)(&other).expect("a publication");
        assert_eq!(w.again(&campaign).stage, "done");
    }

    async fn a_panic_or_a_fault_of_one_task_does_not_hold_up_the_others(w: World) {
        fn panics(app: &App) -> Result<()> {
            // In the midst of a write, and then outside it.
            let _ = app.db.write_now(|_| -> Result<()> { panic!("inside a write") });
            panic!("a fault in the work")
        }
        let list = [
            Task { name: "panics", rhythm: Rhythm::Daily(2), run: panics },
            Task { name: "fails", rhythm: MINUTE, run: |_| Err(barometer::error::Error::internal("broken")) },
            Task { name: "works", rhythm: MINUTE, run: count_a_run },
        ];
        jobs::run_due(&w.app, &list).expect("a tick");
        assert_eq!(runs(&w), 1);
        let row = task(&w, "panics");
        assert!(row.fault.as_deref().is_some_and(|fault| fault.contains("panicked")), "{row:?}");
        assert!(row.failed() && row.lease_owner.is_none());
        assert_eq!(row.next_at, w.app.clock.now().plus(SignedDuration::from_mins(1)), "a daily task tries again soon");
        assert!(task(&w, "fails").fault.is_some_and(|fault| fault.contains("broken")));
        later(&w, 61);
        jobs::run_due(&w.app, &list).expect("the next tick");
        assert_eq!(runs(&w), 2);
    }

    async fn a_clock_set_back_stops_no_task_and_downtime_is_caught_up_once(w: World) {
        let list = [
            Task { name: "works", rhythm: MINUTE, run: count_a_run },
            Task { name: "nightly", rhythm: Rhythm::Daily(2), run: count_a_run },
        ];
        jobs::run_due(&w.app, &list).expect("a tick");
        assert_eq!(runs(&w), 2);
        later(&w, -3600);
        jobs::run_due(&w.app, &list).expect("a tick");
        assert_eq!(runs(&w), 2, "nothing is done twice for it");
        later(&w, 61);
        jobs::run_due(&w.app, &list).expect("a tick");
        assert_eq!(runs(&w), 3, "and nothing waits an hour");
        // A holder that died just before the clock was set back.
        later(&w, 61);
        let _ = jobs::claim(&w.app, &list[0]).expect("a claim").expect("due");
        later(&w, -3600);
        jobs::run_due(&w.app, &list).expect("a tick");
        later(&w, 30);
        jobs::run_due(&w.app, &list).expect("a tick");
        assert_eq!(runs(&w), 4, "taken over after thirty seconds all the same");
        later(&w, 5 * 24 * 3600);
        for _ in 0..3 {
            jobs::run_due(&w.app, &list).expect("a tick");
        }
        assert_eq!(runs(&w), 6, "five days missed: each task once");
    }
}

/// An organisation of twenty and an open campaign until `closes`, with twelve answers; the clock stands at its opening.
fn answered(w: &World, closes: &str) -> Campaign {
    let closes = Day::parse(closes).expect("a day");
    w.app.clock.move_to(moment(&format!("{}T08:00:00Z", closes.plus_days(-11))));
    w.organisation(&[("prod", 20)]);
    w.supplier("it");
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    assert_eq!(campaign.closes_on, closes);
    for number in 1..=12 {
        w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", 4)]));
    }
    campaign
}

fn ticks(w: &World, from: &str, to: &str, step: i64) {
    let (mut at, end) = (moment(from), moment(to));
    while at <= end {
        w.app.clock.move_to(at);
        jobs::run_due(&w.app, TASKS).expect("a tick");
        at = at.plus(SignedDuration::from_secs(step));
    }
}

fn audited(w: &World, event: &str) -> usize {
    w.count(&format!("audit_log WHERE event = '{event}'"))
}

fn mails(w: &World, kind: &str) -> usize {
    w.count(&format!("outbox WHERE kind = '{kind}'"))
}

on_both! {
    async fn a_campaign_closes_as_announced_on_the_day_of_the_doubled_hour(w: World) {
        let campaign = answered(&w, "2026-10-25");
        // Midnight to half past eleven at night in Paris, twenty-five hours, with two o'clock twice.
        ticks(&w, "2026-10-24T22:00:00Z", "2026-10-25T22:59:00Z", 600);
        assert_eq!(w.again(&campaign).state, State::Open, "the whole last day");
        ticks(&w, "2026-10-25T23:00:00Z", "2026-10-26T02:00:00Z", 600);
        let closed = w.again(&campaign);
        assert_eq!((closed.stage.as_str(), closed.closed_at), ("done", Some(moment("2026-10-25T23:00:00Z"))));
        // The clock set back an hour, over the closing: nothing opens again or happens twice.
        let told = (mails(&w, "results"), audited(&w, "campaign-closed"));
        ticks(&w, "2026-10-25T22:30:00Z", "2026-10-26T00:00:00Z", 300);
        assert_eq!((mails(&w, "results"), audited(&w, "campaign-closed")), told);
        assert_eq!((told.0 > 0, told.1), (true, 1));
    }

    async fn a_reminder_goes_once_in_the_night_of_the_missing_hour(w: World) {
        // Reminders on 29 March, when Paris has no two o'clock, and four days later.
        let campaign = answered(&w, "2026-04-05");
        assert_eq!(campaign.reminder_days(), ["2026-03-29", "2026-04-02"].map(|day| Day::parse(day).expect("a day")));
        ticks(&w, "2026-03-28T20:00:00Z", "2026-03-28T22:59:00Z", 600);
        assert_eq!(mails(&w, "reminder"), 0);
        ticks(&w, "2026-03-28T23:00:00Z", "2026-03-29T06:00:00Z", 300);
        assert_eq!(mails(&w, "reminder"), 8, "one for each unused link");
        ticks(&w, "2026-03-29T00:30:00Z", "2026-03-29T22:00:00Z", 1800);
        assert_eq!(mails(&w, "reminder"), 8, "also with the clock set back");
        let sealed = w.read(|conn| Settings::value(conn, "seal_night"));
        assert_eq!(sealed.as_deref(), Some("2026-03-29 done"), "the night was sealed all the same");
    }

    async fn downtime_across_a_closing_is_caught_up_once_and_takes_no_late_answer(w: World) {
        let campaign = answered(&w, "2026-03-20");
        w.app.clock.move_to(moment("2026-03-20T22:00:00Z"));
        jobs::run_due(&w.app, TASKS).expect("a tick");
        // Nobody runs the tasks for three days.
        w.app.clock.move_to(moment("2026-03-23T09:00:00Z"));
        let late = w.store_answers(&campaign, &person_id("prod", 15), about("it", &[("overall", 1)]));
        assert_ne!(late, Outcome::Recorded, "closed as announced, though nobody has closed it");
        ticks(&w, "2026-03-23T09:00:00Z", "2026-03-23T09:20:00Z", 60);
        assert_eq!(w.again(&campaign).stage, "done");
        assert_eq!(audited(&w, "campaign-closed"), 1);
        assert_eq!(mails(&w, "reminder"), 0, "missed dates are not made up for");
        assert_eq!(w.count("publications"), 1);
    }
}

async fn admin(w: &World) -> crate::world::Visitor {
    w.write(|conn| {
        organisation::insert_people(conn, &[person("ada", "staff", Language::Fr)])?;
        organisation::grant(conn, &"ada".into(), Role::Admin, &"".into())
    });
    w.signed_in(&PersonId::from("ada")).await
}

on_both! {
    async fn the_page_tells_who_runs_what_and_what_is_late(w: World) {
        w.organisation(&[("prod", 3)]);
        let mut ada = admin(&w).await;
        let alarm = "Aucun processus de travail ne semble tourner.";
        for path in ["/", "/administration/tasks"] {
            assert!(ada.get(path).await.ok().main().contains(alarm), "{path}");
        }
        jobs::beat(&w.app).expect("a sign of life");
        jobs::run_due(&w.app, TASKS).expect("the tasks");
        let page = ada.get("/administration/tasks").await.ok().main().replace("&#x2f;", "/");
        assert!(!page.contains(alarm) && !page.contains("en retard"), "{page}");
        for words in ["Sceller les réponses", "chaque jour à 2 h", "6 janvier 2026, 02:00", "5 janvier 2026, 09:00", jobs::process()] {
            assert!(page.contains(words), "{words} in {page}");
        }
        later(&w, 600);
        jobs::beat(&w.app).expect("a sign of life");
        let page = ada.get("/").await.ok().main();
        assert!(page.contains("tâches sont en retard") && !page.contains(alarm), "{page}");
        later(&w, 121);
        assert!(ada.get("/").await.ok().main().contains(alarm));
    }

    async fn an_administrator_runs_a_task_now_and_it_is_written_down(w: World) {
        w.organisation(&[("prod", 3)]);
        let mut ada = admin(&w).await;
        jobs::run_due(&w.app, TASKS).expect("the tasks");
        later(&w, 1);
        let before = task(&w, "retention");
        assert_eq!(ada.post("/administration/tasks/retention/run", &[]).await.location(), "/administration/tasks");
        assert!(ada.get("/administration/tasks").await.ok().main().contains("La tâche est faite dès que possible"));
        assert_eq!(task(&w, "retention").last_at, before.last_at, "not inside the request");
        jobs::run_due(&w.app, TASKS).expect("the tasks");
        assert_eq!(task(&w, "retention").last_at, Some(w.app.clock.now()));
        assert_eq!(w.lines("SELECT person || detail AS line FROM audit_log WHERE event = 'task-run'"), ["adaretention"]);
        assert_eq!(ada.post("/administration/tasks/nothing/run", &[]).await.status, 404);
        let mut plain = w.signed_in(&person_id("prod", 1)).await;
        assert_eq!(plain.post("/administration/tasks/retention/run", &[]).await.status, 403);
    }

    async fn a_fault_is_shown_with_its_time_and_whether_it_is_over(w: World) {
        w.organisation(&[("prod", 3)]);
        let mut ada = admin(&w).await;
        let broken = [Task { name: "open", rhythm: MINUTE, run: |_| Err(barometer::error::Error::internal("<broken>")) }];
        jobs::run_due(&w.app, &broken).expect("a tick");
        let page = ada.get("/administration/tasks").await.ok();
        assert!(page.main().contains("Dernière erreur, le 5 janvier 2026 à 09:00"), "{}", page.main());
        assert!(page.text().contains("&lt;broken&gt;") && !page.main().contains("Depuis, tout s'est bien passé."));
        later(&w, 61);
        jobs::run_due(&w.app, TASKS).expect("a tick");
        assert!(ada.get("/administration/tasks").await.ok().main().contains("Depuis, tout s'est bien passé."));
    }
}
