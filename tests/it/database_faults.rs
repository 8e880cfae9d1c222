//! The database is away, locked or full while people answer: nothing acknowledged is lost, nothing counts twice, what was
//! typed is kept, and nobody has to restart anything.

use std::cell::Cell;
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use barometer::campaign::Campaign;
use barometer::db::Conn;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use futures_util::future::{join, join_all};

use crate::world::verbs::person_id;
use crate::world::{Backend, Reply, Visitor, World};

/// A connection of somebody else, beside the application's.
fn beside(w: &World) -> Conn {
    match w.database.url.strip_prefix("sqlite://") {
        Some(file) => Conn::Sqlite(SqliteConnection::establish(file).expect("a connection")),
        None => Conn::Pg(PgConnection::establish(&w.database.url).expect("a connection")),
    }
}

/// The server that holds the test's database, and its name there.
fn server(w: &World) -> (PgConnection, &str) {
    let (server, name) = w.database.url.rsplit_once('/').expect("a server and a name");
    (PgConnection::establish(&format!("{server}/postgres")).expect("a connection"), name)
}

/// What people notice of a Postgres that stops: each connection ends, and none is taken.
fn stop(w: &World) {
    let (mut conn, name) = server(w);
    conn.batch_execute(&format!(
        "ALTER DATABASE {name} ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = '{name}'"
    ))
    .expect("a stop");
}

fn start(w: &World) {
    let (mut conn, name) = server(w);
    conn.batch_execute(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).expect("a start");
}

fn open(w: &World, people: usize) -> Campaign {
    w.organisation(&[("prod", people)]);
    w.supplier("it");
    w.open(&w.campaign("2026-Q1", &["it"]))
}

/// What a person does who meets the page of a database that is away: sends it again.
async fn patiently(visitor: &mut Visitor, path: &str, fields: &[(&str, &str)], refused: &Cell<usize>) -> Reply {
    loop {
        let reply = visitor.post(path, fields).await;
        if reply.status != StatusCode::SERVICE_UNAVAILABLE {
            return reply;
        }
        assert_eq!(reply.headers.get(RETRY_AFTER).and_then(|seconds| seconds.to_str().ok()), Some("5"));
        assert!(reply.main().contains("Ce que vous avez tapé n'est pas perdu"), "{}", reply.main());
        for (name, value) in fields {
            assert_eq!(reply.hidden(name), *value, "kept");
        }
        assert!(reply.text().contains(&format!("action=\"{}\"", path.replace('/', "&#x2f;"))), "{}", reply.text());
        refused.set(refused.get() + 1);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Answers as person `number`, however often the database is away.
async fn answers(w: &World, link: &str, refused: &Cell<usize>) {
    let mut visitor = w.visitor().await;
    patiently(&mut visitor, link, &[("service", "it")], refused).await.location();
    let typed = [("q_overall", "4"), ("q_keep", "Prévenir dès la réparation."), ("go", "next")];
    patiently(&mut visitor, &format!("{link}/1"), &typed, refused).await.location();
    let reply = patiently(&mut visitor, &format!("{link}/sending"), &[], refused).await;
    assert!(reply.status.is_redirection() || reply.main().contains("enregistrées"), "{}", reply.main());
}

fn links(w: &World, campaign: &Campaign, people: usize) -> Vec<String> {
    (1..=people).map(|number| w.link(campaign, &person_id("prod", number))).collect()
}

#[track_caller]
fn all_once(w: &World, people: usize) {
    assert_eq!(w.count("open_responses"), people, "each response once");
    assert_eq!(w.count("open_comments"), people, "with its comment");
    assert_eq!(w.count("drafts"), 0);
}

#[actix_web::test]
async fn a_locked_file_keeps_what_was_typed() {
    let w = World::new(Backend::Sqlite);
    let links = links(&w, &open(&w, 10), 10);
    // As after five seconds: nothing else is to be seen by waiting for them.
    w.app.db.exclusive_now(|conn| Ok(conn.batch_execute("PRAGMA busy_timeout = 50")?)).expect("a setting");
    let mut other = beside(&w);
    other.batch_execute("BEGIN IMMEDIATE").expect("somebody's lock");
    let refused = Cell::new(0);
    let people = join_all(links.iter().map(|link| answers(&w, link, &refused)));
    let lock = async {
        while refused.get() < 10 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        other.batch_execute("ROLLBACK").expect("the end of it");
    };
    join(people, lock).await;
    all_once(&w, 10);
}

#[actix_web::test]
async fn a_full_disk_keeps_what_was_typed() {
    let w = World::new(Backend::Sqlite);
    let links = links(&w, &open(&w, 40), 40);
    let limit = |pages: &'static str| {
        let full = format!("PRAGMA max_page_count = {pages}");
        w.app.db.exclusive_now(move |conn| Ok(conn.batch_execute(&full)?)).expect("a setting");
    };
    // SQLite takes no limit under what there is: the next page it needs is one too many.
    limit("1");
    let refused = Cell::new(0);
    let people = join_all(links.iter().map(|link| answers(&w, link, &refused)));
    let room = async {
        while refused.get() < 10 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        limit("1000000");
    };
    join(people, room).await;
    all_once(&w, 40);
}

#[actix_web::test]
async fn a_postgres_that_stops_in_the_middle_of_a_sending_lost_nothing() {
    let w = World::new(Backend::Postgres);
    let links = links(&w, &open(&w, 10), 10);
    let link = &links[0];
    let refused = Cell::new(0);
    let mut other = beside(&w);
    other.batch_execute("BEGIN; LOCK TABLE open_responses IN ACCESS EXCLUSIVE MODE").expect("a lock");
    let stop = async {
        // Once the sending waits in its transaction, everything stops, whoever holds the lock included.
        let waiting = "SELECT count(*) AS number FROM pg_stat_activity \
                       WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while number(&w, waiting) == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stop(&w);
        start(&w);
    };
    join(answers(&w, link, &refused), stop).await;
    assert_eq!(refused.get(), 1, "the one in the middle was told");
    all_once(&w, 1);
}

#[actix_web::test]
async fn a_postgres_that_restarts_under_sixteen_people_loses_nothing() {
    let w = World::new(Backend::Postgres);
    let people = 160;
    let links = links(&w, &open(&w, people), people);
    let (refused, done, next) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let person = || async {
        loop {
            let place = next.replace(next.get() + 1);
            let Some(link) = links.get(place) else { return };
            answers(&w, link, &refused).await;
            done.set(done.get() + 1);
        }
    };
    let restarts = async {
        for round in 1..=5 {
            while done.get() < people * round / 6 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            stop(&w);
            tokio::time::sleep(Duration::from_millis(50)).await;
            start(&w);
        }
    };
    join(join_all((0..16).map(|_| person())), restarts).await;
    all_once(&w, people);
}

fn number(w: &World, sql: &str) -> i64 {
    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        number: i64,
    }
    let mut other = beside(w);
    let found: Number = barometer::on_each!(&mut other, c => diesel::sql_query(sql).get_result(c)).expect("a number");
    found.number
}
