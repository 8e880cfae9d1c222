//! The nightly seal of an open campaign, and the look that says what ties an answer to somebody.

use barometer::aggregation::publication;
use barometer::answering::night::{self, Step};
use barometer::answering::seal;
use barometer::answering::sending::Outcome;
use barometer::app::Settings;
use barometer::campaign::{Campaign, closing};
use barometer::clock::Day;
use barometer::db::Address;
use barometer::db::ids::random_key;
use barometer::organisation::store as organisation;
use barometer::privacy_audit::{self, Report, Weight};
use barometer::render::Language;
use diesel::prelude::*;

use crate::world::verbs::{about, person, person_id};
use crate::world::{Backend, World};

fn answers(w: &World, campaign: &Campaign, unit: &str, numbers: std::ops::RangeInclusive<usize>) {
    for number in numbers {
        let value = i32::try_from(number % 5 + 1).expect("a small number");
        let mut draft = about("it", &[("overall", value), ("reception_1", 6 - value)]);
        let sheet = draft.sheets.get_mut(&"it".into()).expect("a sheet");
        sheet.texts.insert("keep".to_owned(), format!("texte {unit} {number}"));
        assert_eq!(w.store_answers(campaign, &person_id(unit, number), draft), Outcome::Recorded);
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn run(w: &World, night: &str) {
    night::seal(&w.app.db, day(night), [3; 32]).expect("a nightly seal");
}

/// What is sealed and what waits: flags, sheets, comments.
fn counts(w: &World) -> [(usize, usize); 3] {
    ["answered", "open_responses", "open_comments"].map(|table| {
        let of = |sealed: &str| w.count(&format!("{table} WHERE {sealed} sealed"));
        (of(""), of("NOT"))
    })
}

fn execute(w: &World, sql: &str) {
    let sql = sql.to_owned();
    w.write(move |conn| {
        barometer::on_each!(conn, c => diesel::sql_query(sql).execute(c))?;
        Ok(())
    });
}

/// Everything the open tables say, without keys and marks.
fn content(w: &World) -> Vec<String> {
    let mut all = w.lines("SELECT campaign || client_group || answers AS line FROM open_responses ORDER BY 1");
    all.extend(w.lines("SELECT campaign || client_group || body AS line FROM open_comments ORDER BY 1"));
    all.extend(w.lines("SELECT invitation AS line FROM answered ORDER BY 1"));
    all.extend(w.lines("SELECT invitation || sealed_text AS line FROM drafts ORDER BY 1"));
    all
}

#[track_caller]
fn finds(report: &Report, key: &str) {
    let found: Vec<&str> =
        report.lines.iter().filter(|line| line.weight == Weight::Found).map(|line| line.text.key).collect();
    assert!(found.contains(&key), "{key} is not among {found:?}");
    assert_eq!(report.exit_code(), 1);
}

/// The first number of the only line of this kind.
#[track_caller]
fn found_once(report: &Report, key: &str) -> String {
    let lines: Vec<_> = report.lines.iter().filter(|line| line.text.key == key).collect();
    assert_eq!(lines.len(), 1, "{key}");
    lines[0].text.args[0].1.clone()
}

#[track_caller]
fn cannot_read(report: &Report, key: &str) {
    let unread: Vec<&str> =
        report.lines.iter().filter(|line| line.weight == Weight::Unread).map(|line| line.text.key).collect();
    assert_eq!((unread, report.exit_code()), (vec![key], 2));
}

#[track_caller]
fn finds_nothing(report: &Report) {
    let text = report.to_text(barometer::render::Language::En);
    assert_eq!(report.exit_code(), 0, "{text}");
}

on_both! {
    async fn each_night_seals_the_groups_of_which_five_wait(w: World) {
        w.organisation(&[("prod", 20), ("sales", 20)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=5);
        answers(&w, &campaign, "sales", 1..=4);
        let mut away = about("it", &[("overall", 3)]);
        away.outside = true;
        w.store_answers(&campaign, &person_id("prod", 6), away);
        let before = content(&w);
        // Left by a tab that began while another was sending.
        execute(&w, "INSERT INTO drafts (invitation, sealed_text) SELECT invitation, 'late' FROM answered");
        run(&w, "2026-01-06");
        // Six flags and sendings of production, of which one sheet counts in no group and waits.
        assert_eq!(counts(&w), [(6, 4), (5, 5), (5, 4)]);
        assert_eq!(content(&w), before);
        assert_eq!(w.lines("SELECT code || sealed_sendings AS line FROM client_groups ORDER BY 1"), ["prod6", "sales0"]);
        answers(&w, &campaign, "sales", 5..=5);
        answers(&w, &campaign, "prod", 7..=10);
        let keys = w.lines("SELECT key AS line FROM open_responses");
        run(&w, "2026-01-06");
        assert_eq!(w.lines("SELECT key AS line FROM open_responses"), keys, "once a night");
        run(&w, "2026-01-07");
        assert_eq!(counts(&w), [(11, 4), (10, 5), (10, 4)], "sales follow, four of production wait");
        let again = w.lines("SELECT key AS line FROM open_responses");
        assert!(again.iter().all(|key| !keys.contains(key)), "all keys are fresh, of waiting rows too");
        // The count at closing and its seal take both.
        let closed = w.close(&campaign);
        assert!(closed.is_published());
        assert_eq!((w.count("responses"), w.count("comments")), (15, 14));
        assert_eq!(counts(&w), [(0, 0); 3]);
    }

    async fn a_night_cut_short_is_taken_up_where_it_was(w: World) {
        w.organisation(&[("prod", 20), ("sales", 20)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=6);
        let link = w.link(&campaign, &person_id("sales", 9));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        visitor.post(&format!("{link}/1"), &[("q_keep", "pas encore envoyé")]).await.location();
        let mut sent = 6;
        for expected in [Step::Marked, Step::Flags, Step::Answers, Step::Done] {
            // Each step by a process of its own, killed after it; people go on answering in between.
            let app = barometer::app::App {
                link_key: w.app.link_key.clone(),
                ..barometer::app::App::open((*w.app.config).clone(), w.app.clock.clone()).expect("a start")
            };
            let before = content(&w);
            assert_eq!(night::step(&app.db, day("2026-01-06"), [9; 32]).expect("a step"), expected);
            assert_eq!(content(&w), before, "{expected:?}: nothing lost, nothing doubled");
            assert_eq!(counts(&w), [(6, sent - 6); 3], "{expected:?}");
            finds_nothing(&privacy_audit::look(&w.app));
            sent += 1;
            answers(&w, &campaign, "prod", sent..=sent);
        }
        assert!(visitor.get(&format!("{link}/1")).await.ok().text().contains("pas encore envoyé"));
        // A closing in the middle of a night.
        assert_eq!(night::step(&w.app.db, day("2026-01-07"), [9; 32]).expect("a step"), Step::Marked);
        assert!(w.close(&campaign).is_published());
        run(&w, "2026-01-07");
        assert_eq!((w.count("responses"), counts(&w)), (10, [(0, 0); 3]));
        w.tick();
        finds_nothing(&privacy_audit::look(&w.app));
    }

    /// Sending and the nightly seal at the same time: each sending is there once, flag and sheet marked alike.
    async fn people_go_on_answering_during_the_night(w: World) {
        w.organisation(&[("prod", 60)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=20);
        let (db, stop) = (w.app.db.clone(), std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false)));
        let stopped = stop.clone();
        let sealing = std::thread::spawn(move || {
            let mut night = day("2026-01-06");
            while !stopped.load(std::sync::atomic::Ordering::Relaxed) {
                // On SQLite a reader may hold the log for a moment: the next round goes on.
                let _ = night::seal(&db, night, [5; 32]);
                night = night.plus_days(1);
            }
        });
        answers(&w, &campaign, "prod", 21..=60);
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        sealing.join().expect("no panic");
        run(&w, "2030-01-01");
        run(&w, "2030-01-02");
        let [flags, sheets, comments] = counts(&w);
        assert_eq!((flags.0 + flags.1, flags, flags), (60, sheets, comments));
        let distinct = w.lines("SELECT CAST(count(DISTINCT body) AS TEXT) AS line FROM open_comments");
        assert_eq!(distinct, ["60"]);
    }

    async fn the_schedule_seals_and_looks_once_a_night_and_the_page_says_so(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let mut visitor = w.visitor().await;
        assert!(visitor.get("/privacy").await.ok().main().contains("Aucune vérification"));
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=6);
        // Half past one in Paris still belongs to the night before.
        w.move_to("2026-01-07T00:30:00Z");
        w.tick();
        let read = |w: &World| w.read(|conn| Settings::value(conn, "seal_night"));
        assert_eq!(read(&w).as_deref(), Some("2026-01-06 done"));
        assert_eq!(counts(&w), [(6, 0); 3]);
        let says = visitor.get("/privacy").await.ok().main();
        assert!(says.contains("6 janvier 2026") && says.contains("Rien n'a été trouvé"), "{says}");
        answers(&w, &campaign, "prod", 7..=12);
        w.tick();
        assert_eq!(counts(&w), [(6, 6); 3]);
        // Somebody adds a trigger that could tell who answers.
        execute(&w, "CREATE VIEW who_said_what AS SELECT * FROM answered");
        w.move_to("2026-01-07T01:30:00Z");
        w.tick();
        assert_eq!(read(&w).as_deref(), Some("2026-01-07 done"));
        assert_eq!(counts(&w), [(12, 0); 3]);
        let says = visitor.get("/privacy").await.ok().main();
        assert!(says.contains("7 janvier 2026") && says.contains("au moins un point"), "{says}");
        assert!(!says.contains("who_said_what"));
    }

    async fn the_audit_finds_what_it_is_there_for(w: World) {
        w.organisation(&[("prod", 45), ("sales", 20)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=40);
        let open = privacy_audit::look(&w.app);
        finds_nothing(&open);
        let said = open.to_text(barometer::render::Language::En);
        assert!(said.contains("0 rows mixed overnight, 80 waiting, 40 people marked"), "{said}");
        run(&w, "2026-01-06");
        finds_nothing(&privacy_audit::look(&w.app));
        // Keys of chance that rise with the rows, as if drawn beforehand: only the order tells it. The closing draws others.
        if w.backend == Backend::Sqlite {
            let drawn = w.lines("SELECT key AS line FROM open_responses ORDER BY rowid");
            let mut rising = drawn.clone();
            rising.sort();
            // By way of names that are no keys: no two rows may meet under one.
            let named = |number: usize, key: &str, is: bool| {
                let (from, to) = if is { (key.to_owned(), number.to_string()) } else { (number.to_string(), key.to_owned()) };
                execute(&w, &format!("UPDATE open_responses SET key = '{to}' WHERE key = '{from}'"));
            };
            drawn.iter().enumerate().for_each(|(number, key)| named(number, key, true));
            rising.iter().enumerate().for_each(|(number, key)| named(number, key, false));
            finds(&privacy_audit::look(&w.app), "audit-ordered");
        }
        w.close(&campaign);
        w.tick();
        let closed = privacy_audit::look(&w.app);
        finds_nothing(&closed);
        assert!(closed.to_text(barometer::render::Language::En).contains("at least 45 invited people"));

        execute(&w, "CREATE VIEW who AS SELECT * FROM answered");
        finds(&privacy_audit::look(&w.app), "audit-extra");
        execute(&w, "DROP VIEW who");
        execute(&w, "ALTER TABLE responses ADD COLUMN sent_at TIMESTAMP");
        finds(&privacy_audit::look(&w.app), "audit-dated");
        execute(&w, "ALTER TABLE responses DROP COLUMN sent_at");
        execute(&w, "ALTER TABLE comments ADD COLUMN person TEXT");
        finds(&privacy_audit::look(&w.app), "audit-tie");
        execute(&w, "ALTER TABLE comments DROP COLUMN person");
        execute(&w, "INSERT INTO answered (invitation, sealed) SELECT min(id), TRUE FROM invitations");
        finds(&privacy_audit::look(&w.app), "audit-not-gone");
        execute(&w, "DELETE FROM answered");
        execute(&w, "UPDATE client_groups SET invited = 4 WHERE code = 'prod'");
        finds(&privacy_audit::look(&w.app), "audit-few-people");
        execute(&w, "UPDATE client_groups SET invited = 45 WHERE code = 'prod'");
        // Keys in the order of the rows, as a counter or the time would make them.
        let keys = w.lines(&format!(
            "SELECT key AS line FROM responses ORDER BY {}",
            if w.backend == Backend::Sqlite { "rowid" } else { "ctid" }
        ));
        for (number, key) in keys.iter().enumerate() {
            execute(&w, &format!("UPDATE responses SET key = '{number:02}{}' WHERE key = '{key}'", &key[2..]));
        }
        let report = privacy_audit::look(&w.app);
        finds(&report, "audit-uneven");
        if w.backend == Backend::Postgres {
            // One transaction each: that is how row versions tell rows apart.
            finds(&report, "audit-writers");
        }
        execute(&w, "UPDATE responses SET key = 'short' WHERE key LIKE '00%'");
        finds(&privacy_audit::look(&w.app), "audit-odd-keys");
        execute(&w, "DROP TABLE open_comments");
        let broken = privacy_audit::look(&w.app);
        assert_eq!((broken.exit_code(), broken.count(Weight::Unread)), (2, 1));
        assert!(broken.to_text(barometer::render::Language::Fr).contains("n'a pas pu"));
    }

    /// Keys that tell rows apart or together: each on a database that was clean before.
    async fn the_audit_finds_keys_that_are_not_random(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=12);
        w.close(&campaign);
        finds_nothing(&privacy_audit::look(&w.app));

        // One key for a sheet and a comment of the same person, as a careless program would write them.
        execute(&w, "UPDATE comments SET key = (SELECT min(key) FROM responses) WHERE key = (SELECT min(key) FROM comments)");
        let report = privacy_audit::look(&w.app);
        finds(&report, "audit-equal-keys");
        assert_eq!(found_once(&report, "audit-equal-keys"), "1");
        execute(&w, "UPDATE comments SET key = 'AAAAAAAAAAAAAAAAAAAAAA' WHERE key IN (SELECT key FROM responses)");
        // All different, and two begin alike: a number behind something that both share.
        execute(
            &w,
            "UPDATE comments SET key = (SELECT substr(min(key), 1, 8) || '-with_a_number' FROM responses) \
             WHERE key = 'AAAAAAAAAAAAAAAAAAAAAA'",
        );
        let report = privacy_audit::look(&w.app);
        finds(&report, "audit-alike-keys");
        assert_eq!(found_once(&report, "audit-alike-keys"), "1");
    }

    /// What should have gone with a closing or with an invitation, and has not.
    async fn the_audit_finds_what_stayed_behind(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=12);
        // While it is open, reminder letters are as they should be.
        w.move_to("2026-01-13T08:00:00Z");
        w.tick();
        assert!(w.count("outbox WHERE kind = 'reminder'") > 0);
        finds_nothing(&privacy_audit::look(&w.app));
        w.close(&campaign);
        w.tick();
        finds_nothing(&privacy_audit::look(&w.app));

        // A letter written after all to somebody who had not answered.
        let (now, id) = (w.app.clock.now(), campaign.id.clone());
        w.write(move |conn| {
            use barometer::mail::{Kind, Letter, enqueue};
            let letter = Letter { kind: Kind::Reminder, occasion: "reminder 1".to_owned(), campaign: Some(id),
                person: person_id("prod", 15), reference: None };
            enqueue(conn, now, &letter)
        });
        finds(&privacy_audit::look(&w.app), "audit-reminders");
        execute(&w, "DELETE FROM outbox WHERE kind = 'reminder'");
        finds_nothing(&privacy_audit::look(&w.app));

        // A mark whose invitation went, as when somebody tidies up by hand: nothing holds these rows together.
        execute(&w, "INSERT INTO answered (invitation, sealed) VALUES ('nobody', TRUE)");
        let report = privacy_audit::look(&w.app);
        finds(&report, "audit-lost-flags");
        assert_eq!(found_once(&report, "audit-lost-flags"), "1");
        execute(&w, "DELETE FROM answered");
        if w.backend == Backend::Postgres {
            // Deleted, and the row still stands in the table's file; the program truncates instead.
            finds(&privacy_audit::look(&w.app), "audit-roomy");
            execute(&w, "TRUNCATE answered");
        }
        finds_nothing(&privacy_audit::look(&w.app));
    }

    /// Who has the outbox after closing does not see who answered; who has it before sees no token and no text.
    async fn the_outbox_and_drafts_say_nothing_of_who_answered(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        w.send_mail().await;
        answers(&w, &campaign, "prod", 1..=10);
        // A few words and a long comment, typed and not sent: as long as each other in their class, and unreadable.
        for (number, long) in [(11, 3), (12, 300), (13, 2000)] {
            let invitation = w.invitation(&campaign, &person_id("prod", number));
            let mut draft = about("it", &[("overall", 2)]);
            draft.sheets.get_mut(&"it".into()).expect("a sheet").texts.insert("keep".to_owned(), "é".repeat(long));
            let text = draft.encrypt(&invitation.token(&w.app.link_key)).expect("a draft");
            w.write(move |conn| barometer::answering::store::save_draft(conn, &invitation.id, &text));
        }
        let lengths = w.lines("SELECT CAST(length(sealed_text) AS TEXT) AS line FROM drafts ORDER BY 1");
        assert_eq!(lengths, ["1403", "1403", "21883"]);
        run(&w, "2026-01-06");
        w.move_to("2026-01-13T08:00:00Z");
        w.tick();
        w.send_mail().await;
        assert!(w.count("outbox WHERE kind = 'reminder'") > 0, "reminders went out");
        let tokens: Vec<String> =
            (1..=20).map(|n| w.invitation(&campaign, &person_id("prod", n)).token(&w.app.link_key)).collect();
        let rows = w.dump();
        assert!(tokens.iter().all(|token| rows.iter().all(|row| !row.contains(token))), "a token in the database");
        w.close(&campaign);
        let columns = "kind || occasion || state || CAST(attempts AS TEXT) || CAST(next_at AS TEXT) || coalesce(fault, '')";
        let about = |sign: &str| {
            let people = (1..=10).map(|n| format!("'prod_{n}'")).collect::<Vec<_>>().join(", ");
            let own = format!("campaign = '{}' AND person LIKE 'prod%' AND person {sign} IN ({people})", campaign.id);
            w.lines(&format!("SELECT DISTINCT {columns} AS line FROM outbox WHERE {own} ORDER BY 1"))
        };
        assert_eq!(about(""), about("NOT"), "one kind of row for those who answered and those who did not");
        assert_eq!((w.count("drafts"), w.count("answered")), (0, 0));
        finds_nothing(&privacy_audit::look(&w.app));
    }

    async fn twenty_sendings_at_once_and_a_night_leave_one_set(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 2..=6);
        let threads: Vec<_> = (0..20)
            .map(|_| {
                let (db, today) = (w.app.db.clone(), w.app.today());
                let invitation = w.invitation(&campaign, &person_id("prod", 1));
                std::thread::spawn(move || {
                    let draft = about("it", &[("overall", 4)]);
                    db.write_now(move |conn| barometer::answering::sending::send(conn, &invitation, &draft, today))
                })
            })
            .collect();
        run(&w, "2026-01-06");
        let outcomes: Vec<Outcome> =
            threads.into_iter().map(|one| one.join().expect("no panic").expect("an outcome")).collect();
        assert_eq!(outcomes.iter().filter(|one| **one == Outcome::Recorded).count(), 1);
        assert_eq!((w.count("open_responses"), w.count("answered")), (6, 6));
        run(&w, "2026-01-07");
        assert_eq!(w.store_answers(&campaign, &person_id("prod", 1), about("it", &[("overall", 1)])), Outcome::Before);
    }
}

/// What SQLite's files keep when nobody cleans up behind: the audit must see it, and must see that the seal does.
#[actix_web::test]
async fn the_audit_reads_sqlites_files() {
    let w = World::new(Backend::Sqlite);
    let Address::Sqlite(file) = w.app.config.database.clone() else { panic!("SQLite") };
    w.organisation(&[("prod", 30)]);
    w.supplier("it");
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    // A draft saved, then sent.
    let invitation = w.invitation(&campaign, &person_id("prod", 1));
    let text = about("it", &[("overall", 2)]).encrypt(&invitation.token(&w.app.link_key)).expect("a draft");
    w.write(move |conn| barometer::answering::store::save_draft(conn, &invitation.id, &text));
    // And one that is so long that it takes several pages, typed and never sent.
    let invitation = w.invitation(&campaign, &person_id("prod", 13));
    let mut long = about("it", &[("overall", 2)]);
    long.sheets.get_mut(&"it".into()).expect("a sheet").texts.insert("keep".to_owned(), "x".repeat(2000));
    let text = long.encrypt(&invitation.token(&w.app.link_key)).expect("a draft");
    w.write(move |conn| barometer::answering::store::save_draft(conn, &invitation.id, &text));
    answers(&w, &campaign, "prod", 1..=12);
    let (row, today, now) = (campaign.clone(), w.app.today(), w.app.clock.now());
    assert!(w.write(move |conn| closing::close(conn, &row, today, now)));
    for _ in 0..3 {
        assert!(publication::step(&w.app, &campaign.id).expect("a step"));
    }
    // Sealed, and the log not yet emptied: it holds every sending as it came, and the draft.
    assert_eq!(w.again(&campaign).stage, "sealed");
    let report = privacy_audit::look(&w.app);
    finds(&report, "audit-old-rows");
    finds(&report, "audit-old-drafts");
    let drafts = report.lines.iter().find(|line| line.text.key == "audit-old-drafts").expect("a line");
    let found: usize = drafts.text.args[0].1.parse().expect("a number");
    assert!(found >= 2, "the short one and the long one");
    seal::clear_traces(&w.app.db).expect("no trace");
    finds_nothing(&privacy_audit::look(&w.app));

    // A copy in which deleting does not overwrite: free pages keep what was in them.
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.sqlite");
    std::fs::copy(&file, &copy).expect("a copy");
    let mut conn = SqliteConnection::establish(&copy.to_string_lossy()).expect("the copy");
    diesel::connection::SimpleConnection::batch_execute(
        &mut conn,
        "PRAGMA secure_delete = OFF; CREATE TABLE big (t TEXT); INSERT INTO big VALUES (hex(randomblob(20000))); \
         DROP TABLE big; PRAGMA wal_checkpoint(TRUNCATE);",
    )
    .expect("a careless deletion");
    drop(conn);
    let config = barometer::config::Config { database: Address::Sqlite(copy.clone()), ..(*w.app.config).clone() };
    let app = barometer::app::App {
        link_key: w.app.link_key.clone(),
        ..barometer::app::App::open(config, w.app.clock.clone()).expect("a start")
    };
    finds(&privacy_audit::look(&app), "audit-written-pages");
}

/// People's keys are as long as those of answers, and the list of who was invited stays after closing.
#[actix_web::test]
async fn who_was_invited_is_not_taken_for_answers() {
    let w = World::new(Backend::Sqlite);
    w.organisation(&[("prod", 20)]);
    w.supplier("it");
    w.write(|conn| organisation::insert_people(conn, &[person(&random_key(), "prod", Language::Fr)]));
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    assert_eq!((campaign.id.as_str().len(), w.count("contacts WHERE length(person) = 22")), (18, 1));
    answers(&w, &campaign, "prod", 1..=12);
    w.close(&campaign);
    finds_nothing(&privacy_audit::look(&w.app));
}

/// Closing a descriptor of a file drops every lock that the process holds on it, and SQLite's locks are what keeps
/// another process from taking the log away.
#[cfg(target_os = "linux")]
#[actix_web::test]
async fn the_audit_leaves_sqlite_its_locks() {
    use std::os::unix::fs::MetadataExt;
    let w = World::new(Backend::Sqlite);
    let Address::Sqlite(file) = w.app.config.database.clone() else { panic!("SQLite") };
    w.organisation(&[("prod", 20)]);
    let inode = format!(":{} ", std::fs::metadata(&file).expect("the database").ino());
    let locks = || {
        let all = std::fs::read_to_string("/proc/locks").expect("the system's locks");
        all.lines().filter(|line| line.contains(&inode) && line.contains("POSIX")).count()
    };
    assert!(locks() > 0, "SQLite holds a lock on its database");
    let before = locks();
    for _ in 0..2 {
        finds_nothing(&privacy_audit::look(&w.app));
        assert_eq!(locks(), before);
    }
}

/// A file that cannot be read, or not be followed, is told as unread: never as nothing found.
#[actix_web::test]
async fn the_audit_says_what_of_sqlites_files_it_could_not_read() {
    let w = World::new(Backend::Sqlite);
    let Address::Sqlite(file) = w.app.config.database.clone() else { panic!("SQLite") };
    w.organisation(&[("prod", 20)]);
    w.supplier("it");
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    answers(&w, &campaign, "prod", 1..=12);
    w.close(&campaign);
    finds_nothing(&privacy_audit::look(&w.app));
    let folder = tempfile::tempdir().expect("a folder");
    // The connections stand; the bytes are looked for elsewhere.
    let looking_at = |path: &std::path::Path| {
        let config =
            barometer::config::Config { database: Address::Sqlite(path.to_owned()), ..(*w.app.config).clone() };
        barometer::app::App { config: config.into(), ..w.app.clone() }
    };
    cannot_read(&privacy_audit::look(&looking_at(&folder.path().join("gone.sqlite"))), "audit-no-file");

    // A log that is no file.
    let copy = folder.path().join("copy.sqlite");
    std::fs::copy(&file, &copy).expect("a copy");
    std::fs::create_dir(folder.path().join("copy.sqlite-wal")).expect("a folder");
    cannot_read(&privacy_audit::look(&looking_at(&copy)), "audit-no-file");
    std::fs::remove_dir(folder.path().join("copy.sqlite-wal")).expect("no folder");
    finds_nothing(&privacy_audit::look(&looking_at(&copy)));

    // The list of free pages begins at a page that does not exist.
    let mut bytes = std::fs::read(&copy).expect("the copy");
    bytes[32..36].copy_from_slice(&u32::MAX.to_be_bytes());
    bytes[36..40].copy_from_slice(&3_u32.to_be_bytes());
    std::fs::write(&copy, bytes).expect("a damaged copy");
    cannot_read(&privacy_audit::look(&looking_at(&copy)), "audit-no-list");
}
