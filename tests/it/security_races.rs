//! Two at once: two workers, two heads, two tabs, two presses of one button. The slower one is held up on purpose, in
//! the middle of its transaction, where a lost update or a double would show.

use std::sync::mpsc::channel;
use std::time::Duration;

use barometer::aggregation::publication;
use barometer::answering::asked::Asked;
use barometer::answering::draft::Draft;
use barometer::answering::sending::{self, Outcome};
use barometer::answering::store as answering;
use barometer::app::token_hash;
use barometer::db::ids::PersonId;
use barometer::organisation::{sign_in, store as organisation};
use barometer::progress;
use diesel::prelude::*;

use crate::world::World;
use crate::world::verbs::{about, person_id};

/// Two pieces of work, the second begun while the first is in the middle of its transaction.
fn overlapping<T: Send + 'static>(
    w: &World,
    work: impl Fn(&mut barometer::db::Conn, usize) -> barometer::error::Result<T> + Clone + Send + 'static,
) -> (T, T) {
    let (begun, wait) = channel();
    let (db, again) = (w.app.db.clone(), work.clone());
    let first = std::thread::spawn(move || {
        db.write_now(move |conn| {
            let done = work(conn, 0)?;
            begun.send(()).expect("the other waits");
            std::thread::sleep(Duration::from_millis(300));
            Ok(done)
        })
    });
    wait.recv().expect("the first began");
    let second = w.app.db.write_now(move |conn| again(conn, 1));
    (first.join().expect("no panic").expect("the first"), second.expect("the second"))
}

on_both! {
    /// A worker that looked before the other one went through everything.
    async fn a_late_publisher_changes_nothing(w: World) {
        w.organisation(&[("prod", 14)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        for number in 1..=12 {
            let value = if number % 2 == 0 { 4 } else { 5 };
            w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", value)]));
        }
        let (row, today, now) = (campaign.clone(), w.app.today(), w.app.clock.now());
        assert!(w.write(move |conn| barometer::campaign::closing::close(conn, &row, today, now)));
        let mut seen = Vec::new();
        loop {
            seen.push(w.again(&campaign));
            if !publication::step(&w.app, &campaign.id).expect("a step") {
                break;
            }
        }
        assert_eq!(seen.len(), 5, "closed, decided, flags, sealed, published");
        let before = w.dump();
        for late in seen {
            publication::carry_out(&w.app, late).expect("a late step");
            assert_eq!(before, w.dump());
        }
    }

    async fn two_heads_who_save_at_once_do_not_overwrite_each_other(w: World) {
        w.organisation(&[("prod", 5)]);
        w.supplier("it");
        let action = crate::security::scene::action(&w, "it");
        w.move_to("2026-01-05T08:01:00Z");
        let (today, now) = (w.app.today(), w.app.clock.now());
        let seen = w.read(|conn| progress::store::history::last_line(conn, &action.id));
        let (one, two) = overlapping(&w, move |conn, turn| {
            let mut mine = action.clone();
            mine.title = format!("Titre {turn}");
            progress::store::edit(conn, &mine, &seen, &PersonId::from("head_it"), (today, now), "title")
        });
        assert_eq!((one, two), (true, false));
        assert_eq!(w.lines("SELECT title AS line FROM actions"), ["Titre 0"]);
    }

    async fn two_tabs_that_save_at_once_both_stay_in_the_draft(w: World) {
        w.organisation(&[("prod", 5)]);
        w.supplier("it");
        w.supplier("hr");
        let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
        let link = w.link(&campaign, &person_id("prod", 1));
        let token = link.trim_start_matches("/r/").to_owned();
        let (hash, key) = (token_hash(&token), token.clone());
        overlapping(&w, move |conn, turn| {
            answering::hold(conn, &hash)?;
            let found = answering::find(conn, &hash)?.expect("a link");
            let mut draft = found.draft.and_then(|text| barometer::answering::draft::Draft::decrypt(&text, &key)).unwrap_or_default();
            let more = about(["it", "hr"][turn], &[("overall", 4)]);
            draft.sheets.extend(more.sheets);
            answering::save_draft(conn, &found.invitation.id, &draft.encrypt(&key)?)
        });
        let found = w.read(|conn| answering::find(conn, &token_hash(&token))).expect("a link");
        let draft = barometer::answering::draft::Draft::decrypt(&found.draft.expect("a draft"), &token).expect("readable");
        assert_eq!(draft.sheets.len(), 2);
    }
}

on_postgres! {
    /// A draft is put in the place of the one that was read, and of no other: not of one that another tab wrote, sent or
    /// lost with its campaign.
    async fn a_draft_takes_the_place_of_the_one_that_was_read(w: World) {
        w.organisation(&[("prod", 14)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let put = |found: &answering::Found, text: &'static str| {
            let found = found.clone();
            w.read(move |conn| match conn {
                barometer::db::Conn::Pg(pg) => answering::replace_draft(pg, &found, text),
                barometer::db::Conn::Sqlite(_) => Ok(false),
            })
        };
        let link = w.link(&campaign, &person_id("prod", 1));
        let hash = token_hash(link.trim_start_matches("/r/"));
        let look = || w.read(|conn| answering::find(conn, &hash)).expect("a link");
        let mut visitor = w.visitor().await;
        let first = look();
        assert!(first.draft.is_none() && put(&first, "the first") && !put(&first, "another tab was there first"));
        assert_eq!(look().draft.as_deref(), Some("the first"));
        visitor.post(&link, &[("service", "it")]).await.location();
        let read = look();
        visitor.post(&format!("{link}/1"), &[("service", "it"), ("q_overall", "4"), ("go", "next")]).await.location();
        assert!(!put(&read, "another tab was there first"));
        let read = look();
        assert!(read.draft.is_some() && put(&read, "the next") && !put(&read, "twice"));
        assert_eq!(look().draft.as_deref(), Some("the next"));
        let read = look();
        let sent = read.clone();
        w.write(move |conn| answering::delete_draft(conn, &sent.invitation.id));
        assert!(!put(&read, "it was sent"));
        assert_eq!(look().draft, None);
        visitor.post(&link, &[("service", "it")]).await.location();
        let (read, id) = (look(), campaign.id.clone());
        let other = w.link(&campaign, &person_id("prod", 2));
        let hash = token_hash(other.trim_start_matches("/r/"));
        let look = || w.read(|conn| answering::find(conn, &hash)).expect("a link");
        let (begins, late) = (look(), w.link(&campaign, &person_id("prod", 3)));
        let hash = token_hash(late.trim_start_matches("/r/"));
        let late = w.read(|conn| answering::find(conn, &hash)).expect("a link");
        assert_eq!(w.store_answers(&campaign, &person_id("prod", 3), about("it", &[("overall", 4)])), Outcome::Recorded);
        assert!(!put(&late, "it was sent"), "not even a first one");
        w.write(move |conn| Ok(diesel::update(barometer::db::schema::campaigns::table.find(&id))
            .set(barometer::db::schema::campaigns::state.eq(barometer::campaign::State::Closed))
            .execute(conn)?));
        assert!(!put(&read, "it closed") && !put(&begins, "it closed"));
    }

    /// So is one sent: all of it or nothing, once.
    async fn a_sending_takes_the_draft_that_was_read_and_no_other(w: World) {
        w.organisation(&[("prod", 14)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let link = w.link(&campaign, &person_id("prod", 1));
        let token = link.trim_start_matches("/r/").to_owned();
        let hash = token_hash(&token);
        let look = || w.read(|conn| answering::find(conn, &hash)).expect("a link");
        let send = |found: &answering::Found| {
            let (found, token) = (found.clone(), token.clone());
            w.read(move |conn| {
                let asked = Asked::load(conn, &found.campaign.id)?;
                let draft = Draft::decrypt(found.draft.as_deref().unwrap_or_default(), &token).unwrap_or_default();
                match conn {
                    barometer::db::Conn::Pg(pg) => sending::send_in_place(pg, &found, &draft, &asked),
                    barometer::db::Conn::Sqlite(_) => Ok(false),
                }
            })
        };
        let left = |w: &World| ["answered", "drafts", "open_responses", "open_comments"].map(|table| w.count(table));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        let read = look();
        let answers = [("service", "it"), ("q_overall", "4"), ("q_keep", "Tout"), ("go", "next")];
        visitor.post(&format!("{link}/1"), &answers).await.location();
        assert!(!send(&read), "another tab wrote meanwhile");
        assert_eq!(left(&w), [0, 1, 0, 0]);
        let read = look();
        assert!(send(&read) && !send(&read), "once");
        assert_eq!(left(&w), [1, 0, 1, 1]);
        let counters = w.lines(
            "SELECT g.sendings || ' ' || s.complete || ' ' || s.partial AS line FROM client_groups g, campaign_suppliers s \
             WHERE g.code = 'prod'",
        );
        assert_eq!(counters, ["1 1 0"]);
        let other = w.link(&campaign, &person_id("prod", 2));
        visitor.post(&other, &[("service", "it")]).await.location();
        let other_hash = token_hash(other.trim_start_matches("/r/"));
        let late = w.read(|conn| answering::find(conn, &other_hash)).expect("a link");
        let id = campaign.id.clone();
        w.write(move |conn| Ok(diesel::update(barometer::db::schema::campaigns::table.find(&id))
            .set(barometer::db::schema::campaigns::state.eq(barometer::campaign::State::Closed))
            .execute(conn)?));
        assert!(!send(&late), "it closed");
        assert_eq!(left(&w), [1, 1, 1, 1]);
    }

    /// Nothing that a sending locks may leave a mark in the rows that know the person.
    async fn answering_leaves_no_mark_on_the_invitation(w: World) {
        w.organisation(&[("prod", 14)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let marks = |w: &World| w.lines("SELECT id || ' ' || xmin || ' ' || xmax || ' ' || ctid AS line FROM invitations ORDER BY id");
        let before = marks(&w);
        for number in [3, 1, 2, 5, 4, 6, 7, 8] {
            let link = w.link(&campaign, &person_id("prod", number));
            w.visitor().await.answers(&link, &["it"], &[&[("q_overall", "4")]]).await.ok();
        }
        assert_eq!(before, marks(&w));
        let closed = w.close(&campaign);
        w.tick();
        assert_eq!(before, marks(&w));
        assert_eq!(closed.code, "2026-Q1");
        let shared = w.lines("SELECT DISTINCT xmin::text AS line FROM responses");
        assert_eq!(shared.len(), 1, "one transaction for all sealed answers");
    }
}

on_both! {
    async fn two_presses_of_one_sign_in_link_open_one_session(w: World) {
        w.organisation(&[("prod", 5)]);
        w.supplier("it");
        let (key, now, today) = (w.app.link_key.clone(), w.app.clock.now(), w.app.today());
        let (_, path) = w.write(move |conn| sign_in::new_link(conn, &key, now, &"head_it".into()));
        let token = path.trim_start_matches("/sign-in/").to_owned();
        let (one, two) = overlapping(&w, move |conn, _| {
            let Some((id, _)) = sign_in::holder(conn, &token, now, today)? else { return Ok(false) };
            organisation::use_sign_in_link(conn, &id, now)
        });
        assert_eq!((one, two), (true, false));
    }

    async fn a_link_sent_twice_at_once_leaves_one_set(w: World) {
        w.organisation(&[("prod", 5)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let (invitation, today) = (w.invitation(&campaign, &person_id("prod", 1)), w.app.today());
        let outcomes = overlapping(&w, move |conn, _| sending::send(conn, &invitation, &about("it", &[("overall", 4)]), today));
        assert_eq!(outcomes, (sending::Outcome::Recorded, sending::Outcome::Before));
        assert_eq!(w.count("open_responses"), 1);
    }

    /// The sending got in first: closing waits for it, and it is counted.
    async fn a_sending_under_way_is_counted_and_a_later_one_refused(w: World) {
        w.organisation(&[("prod", 5)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let (one, other) = (w.invitation(&campaign, &person_id("prod", 1)), w.invitation(&campaign, &person_id("prod", 2)));
        let (row, today, now) = (campaign.clone(), w.app.today(), w.app.clock.now());
        overlapping(&w, move |conn, turn| {
            if turn == 0 {
                sending::send(conn, &one, &about("it", &[("overall", 4)]), today).map(|outcome| outcome == sending::Outcome::Recorded)
            } else {
                barometer::campaign::closing::close(conn, &row, today, now)
            }
        });
        assert_eq!(w.count("open_responses"), 1);
        let outcome = w.write(move |conn| sending::send(conn, &other, &about("it", &[("overall", 4)]), today));
        assert_eq!(outcome, sending::Outcome::TooLate);
    }

    /// A reminder written after the closing would tell who had not answered.
    async fn no_reminder_is_written_once_a_campaign_closes(w: World) {
        w.organisation(&[("prod", 6)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        w.move_to("2026-01-10T09:00:00Z");
        w.close(&campaign);
        let (stale, today, now) = (campaign.clone(), w.app.today(), w.app.clock.now());
        let new = w.write(move |conn| barometer::campaign::reminders::remind(conn, &stale, stale.opens_on, today, now));
        assert_eq!(new, 0);
        assert_eq!(w.count("outbox WHERE kind = 'reminder'"), 0);
        let _ = campaign.id.as_str();
    }
}
