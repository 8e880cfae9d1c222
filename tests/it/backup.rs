//! Backup and restore: what is sealed comes back as it was, in either database; what waits is left out whole; a wrong
//! file changes nothing; no mail goes twice.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use barometer::aggregation;
use barometer::answering::sending::Outcome;
use barometer::app::{App, LinkKey, Settings};
use barometer::backup::{self, Held, Manifest, Restored, file, store};
use barometer::campaign::Campaign;
use barometer::db::{Db, migrate};
use barometer::error::{Error, Result};
use barometer::privacy_audit;
use serde_json::Value;

use crate::world::verbs::{about, person_id};
use crate::world::{Backend, World};

fn answers(w: &World, campaign: &Campaign, unit: &str, numbers: std::ops::RangeInclusive<usize>) {
    for number in numbers {
        answer(w, campaign, unit, number);
    }
}

#[track_caller]
fn answer(w: &World, campaign: &Campaign, unit: &str, number: usize) {
    let value = i32::try_from(number % 5 + 1).expect("a small number");
    let mut draft = about("it", &[("overall", value), ("reception_1", 6 - value)]);
    let sheet = draft.sheets.get_mut(&"it".into()).expect("a sheet");
    sheet.texts.insert("keep".to_owned(), format!("texte {unit} {number}."));
    assert_eq!(w.store_answers(campaign, &person_id(unit, number), draft), Outcome::Recorded);
}

fn path(w: &World, name: &str) -> PathBuf {
    w.app.config.data.join(name)
}

fn take(w: &World, name: &str) -> (PathBuf, Manifest, Held) {
    let path = path(w, name);
    let (manifest, held) = backup::take(&w.app.db, &w.app.config, &w.app.clock, &path).expect("a backup");
    (path, manifest, held)
}

/// A barometer of its own with the backup in it, at the same time as `w`.
fn restored(w: &World, file: &Path, backend: Backend) -> (World, Restored) {
    let mut new = World::new(backend);
    let told = backup::restore(&new.app.config, &w.app.clock, file, false).expect("a restore");
    let app = App::open((*new.app.config).clone(), w.app.clock.clone()).expect("a database that opens");
    new.app = App { link_key: LinkKey::new([7; 32]), ..app };
    (new, told)
}

fn text(file: &Path) -> String {
    let mut text = String::new();
    let bytes = std::fs::read(file).expect("the file");
    flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text).expect("a gzip text");
    text
}

#[track_caller]
fn refused<T: std::fmt::Debug>(outcome: Result<T>, key: &str) {
    match outcome {
        Err(Error::Invalid(say)) => assert_eq!(say.key, key),
        other => panic!("{other:?} instead of {key}"),
    }
}

/// Every row of these tables, the same words in both databases.
fn rows(w: &World, named: &[&str]) -> Vec<String> {
    w.read(|conn| {
        let mut all = Vec::new();
        for table in store::tables(conn)?.iter().filter(|table| named.contains(&table.name.as_str())) {
            store::each_row(conn, table, "1 = 1", |row| {
                all.push(format!("{}: {}", table.name, Value::Array(row)));
                Ok(())
            })?;
        }
        all.sort();
        Ok(all)
    })
}

/// The tables a backup holds whole; the settings of a running program aside.
const WHOLE: [&str; 40] = [
    "action_contributors",
    "action_history",
    "action_origins",
    "action_reach",
    "actions",
    "agreements",
    "campaigns",
    "charter_lines",
    "charter_proposals",
    "charters",
    "comments",
    "commitment_versions",
    "commitments",
    "decisions",
    "dismissed_priorities",
    "feedback_pages",
    "figures",
    "grants",
    "group_units",
    "invitations",
    "measurements",
    "mirror_figures",
    "mirrors",
    "moments",
    "offerings",
    "people",
    "points",
    "privacy_audits",
    "promised",
    "proposals",
    "publications",
    "questionnaires",
    "questions",
    "relations",
    "released_rows",
    "responses",
    "rollups",
    "same_meanings",
    "suppliers",
    "units",
];

fn published(w: &World) -> Campaign {
    w.organisation(&[("prod", 20), ("sales", 20)]);
    w.supplier("it");
    let past = w.open(&w.campaign("2025-Q4", &["it"]));
    answers(w, &past, "prod", 1..=15);
    answers(w, &past, "sales", 1..=12);
    let past = w.close(&past);
    assert!(past.is_published());
    past
}

on_both! {
    async fn what_is_sealed_comes_back_as_it_was_in_either_database(w: World) {
        let past = published(&w);
        w.move_to("2026-02-02T08:00:00Z");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=7);
        answers(&w, &campaign, "sales", 1..=3);
        let mut away = about("it", &[("overall", 3)]);
        away.outside = true;
        w.store_answers(&campaign, &person_id("prod", 8), away);
        let mut visitor = w.visitor().await;
        let link = w.link(&campaign, &person_id("sales", 9));
        visitor.post(&link, &[("service", "it")]).await.location();
        visitor.post(&format!("{link}/1"), &[("q_keep", "pas encore")]).await.location();
        let mut boss = w.signed_in(&"head_it".into()).await;
        boss.get("/").await;
        w.tick();
        let (file, manifest, held) = take(&w, "one.backup");
        let left = &manifest.left_out;
        assert_eq!((left.sendings, left.flags, left.sheets, left.comments), (3, 3, 3, 3), "three of sales wait");
        assert_eq!((left.outside, left.drafts), (1, 1));
        assert_eq!((held.people, held.campaigns, held.sheets, held.comments), (41, 2, 27 + 7, 27 + 7));
        // The running database lost nothing.
        assert_eq!((w.count("answered"), w.count("open_responses"), w.count("drafts")), (11, 11, 1));
        for backend in [Backend::Sqlite, Backend::Postgres] {
            let (other, told) = restored(&w, &file, backend);
            assert_eq!(told.held, held);
            assert_eq!(told.manifest, manifest);
            assert_eq!(rows(&other, &WHOLE), rows(&w, &WHOLE), "{backend:?}");
            let code = |w: &World, number: usize| w.link(&campaign, &person_id("sales", number));
            assert_eq!((code(&other, 1), code(&other, 9)), (code(&w, 1), code(&w, 9)));
            let verdict = other.read(|conn| aggregation::verify::verify(conn, &past));
            assert!(verdict.differences.is_empty(), "{:?}", verdict.differences);
            assert_eq!(verdict.fingerprint, w.read(|conn| aggregation::verify::verify(conn, &past)).fingerprint);
            for empty in ["sessions", "sign_in_links", "drafts", "open_responses WHERE NOT sealed", "answered WHERE NOT sealed"] {
                assert_eq!(other.count(empty), 0, "{empty}");
            }
            let counters = "SELECT code || ' ' || sendings || ' ' || sealed_sendings AS line FROM client_groups \
                            WHERE campaign = (SELECT id FROM campaigns WHERE state = 'open') ORDER BY code";
            assert_eq!(other.lines(counters), ["prod 8 8", "sales 0 0"]);
            let counted = "SELECT complete || ' ' || partial AS line FROM campaign_suppliers \
                           WHERE campaign = (SELECT id FROM campaigns WHERE state = 'open')";
            assert_eq!((w.lines(counted), other.lines(counted)), (vec!["10 0".into()], vec!["7 0".into()]));
            let report = privacy_audit::look(&other.app);
            assert_eq!(report.exit_code(), 0, "{}", report.to_text(barometer::render::Language::En));
            // Whoever was left out answers again, whoever was sealed does not; the campaign goes on to its end.
            for number in 1..=3 {
                assert!(other.visitor().await.get(&code(&other, number)).await.ok().text().contains("2026"));
                answer(&other, &campaign, "sales", number);
            }
            assert_eq!(other.store_answers(&campaign, &person_id("prod", 1), about("it", &[("overall", 1)])), Outcome::Before);
            answers(&other, &campaign, "sales", 4..=12);
            answers(&other, &campaign, "prod", 9..=14);
            assert!(other.close(&campaign).is_published());
            let verdict = other.read(|conn| aggregation::verify::verify(conn, &other.again(&campaign)));
            assert!(verdict.differences.is_empty(), "{:?}", verdict.differences);
            assert_eq!(privacy_audit::look(&other.app).exit_code(), 0);
        }
    }

    async fn a_backup_holds_nothing_that_waits_and_nothing_that_opens(w: World) {
        published(&w);
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=6);
        answers(&w, &campaign, "sales", 1..=4);
        w.read(|conn| Settings::load(conn).map(|_| ()));
        w.app.db.write_now(|conn| Settings::save(conn, "organisation", "Val-de-Brume")).expect("a setting");
        let mut visitor = w.visitor().await;
        let link = w.link(&campaign, &person_id("sales", 9));
        visitor.post(&link, &[("service", "it")]).await.location();
        visitor.post(&format!("{link}/1"), &[("q_keep", "brouillon canari")]).await.location();
        let mut boss = w.signed_in(&"head_it".into()).await;
        boss.get("/").await;
        let secrets = w.lines("SELECT token_hash AS line FROM sessions UNION SELECT sealed_text FROM drafts");
        assert!(secrets.len() >= 2);
        let waiting = w.lines("SELECT invitations.id AS line FROM invitations WHERE person IN ('sales_1', 'sales_2', 'sales_3', 'sales_4') AND campaign = (SELECT id FROM campaigns WHERE state = 'open')");
        w.move_to("2026-01-09T08:00:00Z");
        w.tick();
        w.send_mail().await;
        let (file, _, _) = take(&w, "one.backup");
        let text = text(&file);
        assert!(text.contains("texte prod 3.") && text.contains("Val-de-Brume"));
        let of_wave = |line: &&str| line.contains("texte sales");
        let sealed: Vec<&str> = text.lines().filter(of_wave).filter(|line| line.contains(campaign.id.as_str())).collect();
        assert!(sealed.is_empty(), "{sealed:?}");
        assert!(!text.contains("brouillon") && secrets.iter().all(|secret| !text.contains(secret.as_str())));
        for id in waiting {
            assert_eq!(text.matches(&id).count(), 1, "{id} stands as invited, not as answered");
        }
        let link_token = link.rsplit('/').next().expect("a token");
        assert!(!text.contains(link_token));
        // A reminder for each of the forty, although ten had answered: nothing says which.
        assert_eq!(w.count("outbox WHERE kind = 'reminder'"), 30);
        let reminders: Vec<&str> = text.lines().filter(|line| line.contains("\"reminder\"")).collect();
        assert_eq!(reminders.len(), 40);
        assert!(reminders.iter().all(|line| line.contains("\"dropped\"")));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o600);
        }
        let parts = std::fs::read_dir(&w.app.config.data).expect("the folder").flatten();
        assert_eq!(parts.filter(|entry| entry.file_name().to_string_lossy().contains("one.backup")).count(), 1);
        refused(backup::take(&w.app.db, &w.app.config, &w.app.clock, &file), "backup-file-exists");
    }

    /// Four people at a time send while backups are made; each backup is whole in itself.
    async fn backups_while_people_answer(w: World) {
        w.organisation(&[("prod", 60), ("sales", 60)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let stop = Arc::new(AtomicBool::new(false));
        let mut longest = std::time::Duration::ZERO;
        let backups = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..4)
                .map(|first| {
                    let (w, campaign) = (&w, &campaign);
                    scope.spawn(move || {
                        let mut longest = std::time::Duration::ZERO;
                        for number in (first..100).step_by(4) {
                            let before = std::time::Instant::now();
                            answer(w, campaign, if number % 2 == 0 { "prod" } else { "sales" }, number / 2 + 1);
                            longest = longest.max(before.elapsed());
                            std::thread::sleep(std::time::Duration::from_millis(20));
                        }
                        longest
                    })
                })
                .collect();
            let (stopped, w) = (stop.clone(), &w);
            // As the command does: another door to the same database.
            let taker = scope.spawn(move || {
                let db = Db::open(&w.app.config.database).expect("the database");
                let mut list = Vec::new();
                while !stopped.load(Ordering::Relaxed) {
                    let path = path(w, &format!("{}.backup", list.len()));
                    backup::take(&db, &w.app.config, &w.app.clock, &path).expect("a backup");
                    list.push(path);
                }
                list
            });
            for writer in writers {
                longest = longest.max(writer.join().expect("a writer"));
            }
            stop.store(true, Ordering::Relaxed);
            taker.join().expect("backups")
        });
        eprintln!("{} backups, longest sending {longest:?}", backups.len());
        assert!(longest < std::time::Duration::from_secs(3), "{longest:?}");
        assert_eq!((w.count("answered"), w.count("open_responses")), (100, 100), "nothing acknowledged is lost");
        for file in [backups.first(), backups.get(backups.len() / 2), backups.last()].into_iter().flatten() {
            let (other, _) = restored(&w, file, w.backend);
            let sendings: usize =
                other.lines("SELECT CAST(sum(sendings) AS TEXT) AS line FROM client_groups")[0].parse().expect("a number");
            let all = (other.count("answered"), other.count("open_responses"), other.count("open_comments"));
            assert_eq!(all, (sendings, sendings, sendings));
            let counted: usize =
                other.lines("SELECT CAST(complete + partial AS TEXT) AS line FROM campaign_suppliers")[0].parse().expect("a number");
            assert_eq!(counted, sendings);
            assert_eq!(privacy_audit::look(&other.app).exit_code(), 0);
        }
    }

    async fn a_wrong_file_changes_nothing(w: World) {
        published(&w);
        let (file, _, _) = take(&w, "one.backup");
        let whole = std::fs::read(&file).expect("the file");
        let new = World::new(w.backend);
        let before = new.dump();
        let wrong = path(&w, "wrong.backup");
        let attempt = |bytes: &[u8], key: &str| {
            std::fs::write(&wrong, bytes).expect("a file");
            refused(backup::restore(&new.app.config, &w.app.clock, &wrong, false), key);
        };
        for place in (2..whole.len()).step_by(whole.len() / 40).chain([whole.len() - 1]) {
            let mut bytes = whole.clone();
            bytes[place] ^= 0x20;
            attempt(&bytes, "restore-damaged");
        }
        for length in [2, 80, whole.len() / 2, whole.len() - 1] {
            attempt(&whole[..length], "restore-damaged");
        }
        attempt(b"", "restore-no-backup");
        attempt(b"SQLite format 3", "restore-no-backup");
        let lines = text(&file);
        let lines: Vec<&str> = lines.lines().take(lines.lines().count() - 1).collect();
        let with = |change: &dyn Fn(&str) -> String, key: &str| {
            let changed: Vec<String> = lines.iter().map(|line| change(line)).collect();
            attempt(&file::of_lines(changed.iter().map(String::as_str)).expect("a file"), key);
        };
        with(&|line| line.replace("\"barometer_backup\":1", "\"barometer_backup\":2"), "restore-newer");
        with(&|line| line.replace("\"schema\":[", "\"schema\":[\"20990101000000\","), "restore-newer");
        with(&|line| if line.contains("Personne prod_3") { String::from("[1]") } else { line.to_owned() }, "restore-damaged");
        with(&|line| line.replace("{\"end\"", "{\"and\""), "restore-damaged");
        with(&|line| line.replace("\"parent\",\"text\"", "\"parent\\\" x\",\"text\""), "restore-damaged");
        with(&|line| line.replace("[\"prod\",\"Unité prod\",\"root\"", "[\"prod\",\"Unité prod\",\"nowhere\""), "restore-damaged");
        assert_eq!(new.dump(), before);
        // A database in use is not overwritten unasked.
        let before = rows(&w, &WHOLE);
        refused(backup::restore(&w.app.config, &w.app.clock, &file, false), "restore-not-empty");
        assert_eq!(rows(&w, &WHOLE), before);
        w.write(|conn| {
            barometer::organisation::store::insert_people(
                conn,
                &[crate::world::verbs::person("later", "prod", barometer::render::Language::Fr)],
            )
        });
        backup::restore(&w.app.config, &w.app.clock, &file, true).expect("a restore in its place");
        let again = App::open((*w.app.config).clone(), w.app.clock.clone()).expect("a start");
        assert!(again.db.read_now(|conn| barometer::organisation::store::person(conn, &"later".into())).is_err());
    }

    async fn an_older_file_is_migrated(w: World) {
        published(&w);
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &campaign, "prod", 1..=6);
        let (file, manifest, _) = take(&w, "one.backup");
        let newest = manifest.schema.iter().position(|version| version == "20261122000014").expect("the migration");
        assert_eq!(manifest.schema, migrate::known().expect("migrations"));
        let text = text(&file);
        let mut open = false;
        let older: Vec<String> = text.lines().take(text.lines().count() - 1).map(|line| {
            if line.starts_with('[') && open {
                return line.replace(",true,false]", ",true]");
            }
            open = line.contains("\"table\":\"open_responses\"");
            line.replace(&format!(",\"{}\"", manifest.schema[newest]), "").replace(",[\"counted\",\"boolean\"]", "")
        }).collect();
        let path = path(&w, "older.backup");
        std::fs::write(&path, file::of_lines(older.iter().map(String::as_str)).expect("a file")).expect("a file");
        let (other, told) = restored(&w, &path, w.backend);
        assert_eq!(told.manifest.schema.len() + 1, manifest.schema.len());
        assert_eq!(rows(&other, &WHOLE), rows(&w, &WHOLE));
        assert_eq!(other.count("open_responses WHERE sealed AND NOT counted"), 6);
        assert_eq!(other.read(migrate::applied), manifest.schema);
    }

    async fn a_restored_queue_does_not_send_the_wave_again(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let (waiting, _, _) = take(&w, "waiting.backup");
        assert_eq!(w.send_mail().await, 20);
        w.move_to("2026-01-09T08:00:00Z");
        w.tick();
        assert_eq!(w.send_mail().await, 20, "reminders");
        let (sent, _, _) = take(&w, "sent.backup");
        // All had left: nothing to decide, and nobody is reminded twice of the same day.
        let (after, told) = restored(&w, &sent, w.backend);
        assert_eq!((told.mails, told.drafts), (0, 0));
        after.tick();
        assert_eq!(after.send_mail().await, 0);
        // None had left: they are held until somebody says so.
        let (early, told) = restored(&w, &waiting, w.backend);
        assert_eq!(told.mails, 20);
        assert_eq!(early.send_mail().await, 0);
        assert_eq!(early.count("outbox WHERE state = 'unknown'"), 20);
        assert_eq!(backup::send_held(&early.app).expect("the mails"), 20);
        let ids = |w: &World| w.lines("SELECT message_id AS line FROM outbox WHERE kind = 'invitation' ORDER BY 1");
        assert_eq!(ids(&early), ids(&w));
        assert_eq!(early.send_mail().await, 20);
        let (mail, person) = (early.mail_to(&person_id("prod", 1)), person_id("prod", 1));
        assert!(mail.text.contains(&w.link(&campaign, &person)), "the link of before");
        assert_eq!(backup::send_held(&early.app).expect("no mails"), 0);
    }

    async fn campaigns_take_up_where_time_has_come_to(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let open = w.open(&w.campaign("2026-Q1", &["it"]));
        answers(&w, &open, "prod", 1..=10);
        let planned = w.campaign("2026-Q2", &["it"]);
        w.write(move |conn| {
            barometer::backup::store::execute(conn, "UPDATE campaigns SET state = 'scheduled', opens_on = '2026-01-10', closes_on = '2026-02-20' WHERE code = '2026-Q2'")
        });
        let (file, _, _) = take(&w, "one.backup");
        w.move_to("2026-02-02T08:00:00Z");
        let (other, told) = restored(&w, &file, w.backend);
        assert_eq!(told.drafts, 1);
        other.tick();
        assert!(other.again(&open).is_published(), "its last day was over");
        assert_eq!(other.again(&planned).state, barometer::campaign::State::Draft);
        assert_eq!(other.count("invitations WHERE campaign <> (SELECT id FROM campaigns WHERE code = '2026-Q1')"), 0);
        other.send_mail().await;
        assert_eq!(other.count("outbox WHERE kind = 'invitation' AND state = 'sent'"), 0);
    }

    async fn another_link_key_is_noticed(w: World) {
        backup::check_key(&w.app).expect("the first key");
        backup::check_key(&w.app).expect("the same");
        let other = App { link_key: LinkKey::new([8; 32]), ..w.app.clone() };
        refused(backup::check_key(&other), "key-is-another");
        published(&w);
        let (file, manifest, _) = take(&w, "one.backup");
        assert_eq!(manifest.link_key, Some(w.app.link_key.mark()));
        assert!(!text(&file).contains(&w.app.link_key.token("link", "x")));
        let mut new = World::new(w.backend);
        let told = backup::restore(&new.app.config, &w.app.clock, &file, false).expect("a restore");
        assert_eq!(told.key, Some(false), "the test's folder has a key of its own");
        std::fs::remove_file(new.app.config.data.join("link.key")).expect("the key");
        let told = backup::restore(&new.app.config, &w.app.clock, &file, true).expect("a restore");
        assert_eq!(told.key, None);
        std::fs::write(new.app.config.data.join("link.key"), [7; 32]).expect("a key");
        let told = backup::restore(&new.app.config, &w.app.clock, &file, true).expect("a restore");
        assert_eq!(told.key, Some(true));
        new.app = App::open((*new.app.config).clone(), w.app.clock.clone()).expect("a start");
        backup::check_key(&new.app).expect("the right key");
        backup::accept_key(&other).expect("a decision");
        backup::check_key(&other).expect("accepted");
    }

    /// A table with one of these columns may tie an answer to somebody or open something: somebody has thought of it.
    async fn every_table_that_may_tell_has_been_thought_of(w: World) {
        let signs = ["sealed", "invitation", "token_hash", "answers", "sealed_text", "code_hash"];
        let thought_of = [
            // Left out or sealed only.
            "answered", "drafts", "open_comments", "open_mirrors", "open_responses", "sessions", "sign_in_links",
            // A wish that says nothing of an answer: kept, so that nobody is reminded who asked not to be.
            "no_reminders",
            // Hashes by which keys and links go on working; sealed answers.
            "api_keys",
            "feedback_pages", "invitations", "mirrors", "past_links", "released_rows", "responses", "slips",
        ];
        let tables = w.read(store::tables);
        assert!(tables.len() >= 36);
        for table in tables {
            if table.columns.iter().any(|column| signs.contains(&column.name.as_str())) {
                assert!(thought_of.contains(&table.name.as_str()), "may a backup hold all of {}?", table.name);
            }
        }
    }
}
