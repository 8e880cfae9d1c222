//! Databases as organisations set them: what does not fit is refused at the start with the words to mend it, what can be
//! borne is borne.

use actix_web::http::StatusCode;
use barometer::app::App;
use barometer::db::{Address, Db};
use barometer::privacy_audit;
use barometer::render::Language;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use futures_util::future::join_all;

use crate::world::verbs::{about, person_id};
use crate::world::{Backend, OwnServer, World};

fn refusal(url: &str) -> String {
    match Db::open(&Address::parse(url).expect("an address")) {
        Ok(_) => panic!("{url} was taken"),
        Err(fault) => fault.to_string(),
    }
}

#[actix_web::test]
async fn a_database_that_cannot_keep_every_letter_or_be_written_is_refused_at_the_start() {
    let server = OwnServer::start("");
    let latin = server.database("latin", "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
    let said = refusal(&latin.url);
    assert!(said.contains("LATIN1") && said.contains("ENCODING 'UTF8'"), "{said}");
    let closed = server.database("closed", "");
    let mut admin = PgConnection::establish(&closed.url).unwrap();
    admin.batch_execute("CREATE ROLE guest LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC").unwrap();
    let as_guest = closed.url.replace("postgres@", "guest@");
    let said = refusal(&as_guest);
    assert!(said.contains("GRANT USAGE, CREATE ON SCHEMA public TO guest"), "{said}");
    admin.batch_execute("GRANT USAGE, CREATE ON SCHEMA public TO guest").unwrap();
    drop(Db::open(&Address::parse(&as_guest).unwrap()).expect("what was said to write suffices"));
    admin.batch_execute("CREATE ROLE lost LOGIN; ALTER ROLE lost SET search_path = nowhere").unwrap();
    assert!(refusal(&closed.url.replace("postgres@", "lost@")).contains("GRANT USAGE"));
}

#[actix_web::test]
async fn answers_sent_at_once_all_arrive_whatever_isolation_the_server_likes() {
    for level in ["repeatable read", "serializable"] {
        let w = World::new(Backend::Postgres);
        let (server, name) = w.database.url.rsplit_once('/').unwrap();
        let mut admin = PgConnection::establish(&format!("{server}/postgres")).unwrap();
        admin.batch_execute(&format!("ALTER DATABASE {name} SET default_transaction_isolation = '{level}'")).unwrap();
        let app = App { db: Db::open(&w.app.config.database).unwrap(), ..w.app.clone() };
        w.organisation(&[("prod", 40)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let mut waiting = Vec::new();
        for number in 1..=40 {
            let invitation = w.invitation(&campaign, &person_id("prod", number));
            let link = format!("/r/{}", invitation.token(&app.link_key));
            let app = &app;
            waiting.push(async move {
                let mut visitor = crate::world::Visitor::new(app).await;
                visitor.post(&link, &[("service", "it")]).await.location();
                visitor
                    .post(&format!("{link}/1"), &[("service", "it"), ("q_overall", "4"), ("go", "next")])
                    .await
                    .location();
                visitor.post(&format!("{link}/sending"), &[]).await.status
            });
        }
        let mut waiting = waiting.into_iter();
        loop {
            let eight: Vec<_> = waiting.by_ref().take(8).collect();
            if eight.is_empty() {
                break;
            }
            for status in join_all(eight).await {
                assert_eq!(status, StatusCode::SEE_OTHER, "{level}");
            }
        }
        assert_eq!(w.count("open_responses"), 40, "{level}");
    }
}

/// A command ends: its database is one file, and a copy of that file alone is whole.
#[actix_web::test]
async fn a_clean_end_leaves_nothing_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let people = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo/people.csv");
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_barometer"))
        .args(["import", "people", people])
        .env("BAROMETER_DATA", folder.path())
        .env_remove("DATABASE_URL")
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let log = folder.path().join("barometer.sqlite-wal");
    assert_eq!(std::fs::metadata(&log).map_or(0, |about| about.len()), 0, "nothing is in the log");
    let copy = folder.path().join("copy.sqlite");
    std::fs::copy(folder.path().join("barometer.sqlite"), &copy).unwrap();
    let db = Db::open(&Address::Sqlite(copy)).unwrap();
    assert!(db.read_now(barometer::organisation::store::people).unwrap().len() > 200);
}

/// A program that replicates the file keeps in its own folder what the seal took out of the database.
#[actix_web::test]
async fn what_stands_beside_the_database_is_named_and_read() {
    let w = World::new(Backend::Sqlite);
    w.organisation(&[("prod", 12)]);
    w.supplier("it");
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    for number in 1..=12 {
        w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", 1 + number as i32 % 5)]));
    }
    let Address::Sqlite(file) = &w.app.config.database else { panic!("a file") };
    let replica = file.with_file_name(format!(".{}-litestream", file.file_name().unwrap().to_string_lossy()));
    let inside = replica.join("generations/0a/wal");
    std::fs::create_dir_all(&inside).unwrap();
    std::fs::copy(file.with_extension("sqlite-wal"), inside.join("00000000.wal")).unwrap();
    w.close(&campaign);
    let report = privacy_audit::look(&w.app);
    let text = report.to_text(Language::En);
    assert_eq!(report.exit_code(), 1, "{text}");
    assert!(text.contains("-litestream, next to the database, keeps"), "{text}");
    std::fs::remove_dir_all(&inside).unwrap();
    std::fs::write(replica.join("compressed.lz4"), [7; 64]).unwrap();
    let report = privacy_audit::look(&w.app);
    assert_eq!(report.exit_code(), 0, "{}", report.to_text(Language::En));
    assert!(report.to_text(Language::En).contains("-litestream, next to the database, copies or replicates it"));
}
