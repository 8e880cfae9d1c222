//! The program as processes: pages without a worker beside a worker without pages, and two workers of which one is
//! paused in the middle of a task.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use barometer::campaign::{Campaign, State};
use barometer::clock::Clock;
use barometer::db::Address;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl};

use crate::world::sink::{Says, Sink, header};
use crate::world::{Backend, World};

/// A process of the program, ended with the test.
struct Process {
    child: Child,
    log: std::path::PathBuf,
}

impl Process {
    fn command(w: &World, arguments: &[&str], listen: &str) -> Command {
        let url = match &w.app.config.database {
            Address::Sqlite(path) => format!("sqlite://{}", path.display()),
            Address::Postgres(url) => url.clone(),
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_barometer"));
        command
            .args(arguments)
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("NO_COLOR", "1")
            .env("DATABASE_URL", url)
            .env("BAROMETER_DATA", &w.app.config.data)
            .env("BAROMETER_LISTEN", listen)
            .env("BAROMETER_LINK_KEY", "a key of at least thirty-two characters");
        command
    }

    fn start(w: &World, arguments: &[&str], listen: &str, log: &str) -> Self {
        let log = w.app.config.data.join(log);
        let child = Self::command(w, arguments, listen)
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(&log).expect("a log"))
            .spawn()
            .expect("the program starts");
        Self { child, log }
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([name, &self.child.id().to_string()]).status().expect("kill");
        assert!(sent.success());
    }

    fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    fn is_holder(&self, owner: &str) -> bool {
        owner.ends_with(&format!("/{}", self.child.id()))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[track_caller]
fn within(seconds: u64, what: &str, mut done: impl FnMut() -> bool) -> Duration {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(seconds), "{what}: not within {seconds} s");
        std::thread::sleep(Duration::from_millis(200));
    }
    start.elapsed()
}

/// A campaign ready to open today, by the real clock.
fn prepared(w: &World) -> Campaign {
    w.app.clock.move_to(Clock::System.now());
    w.organisation(&[("prod", 12)]);
    w.supplier("it");
    w.campaign("2026-Q1", &["it"])
}

fn due_today(w: &World) -> Campaign {
    let campaign = prepared(w);
    w.write(|conn| {
        barometer::on_each!(conn, c => diesel::sql_query("UPDATE campaigns SET state = 'scheduled'").execute(c))?;
        Ok(())
    });
    campaign
}

fn pages_and_worker_apart(backend: Backend) {
    let w = World::new(backend);
    let campaign = due_today(&w);
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
    let listen = format!("127.0.0.1:{port}");
    let pages = Process::start(&w, &["serve", "--no-worker"], &listen, "pages.log");
    within(60, "pages", || TcpStream::connect(&listen).is_ok());
    std::thread::sleep(Duration::from_secs(4));
    assert_eq!(w.again(&campaign).state, State::Scheduled, "pages alone open nothing");
    assert_eq!((w.count("workers"), w.count("tasks")), (0, 0));
    let work = Process::start(&w, &["work"], &listen, "work.log");
    within(60, "the worker opens the campaign", || w.again(&campaign).state == State::Open);
    within(60, "the invitations leave", || w.count("outbox WHERE kind = 'invitation' AND state = 'sent'") == 12);
    assert_eq!(w.count("workers"), 1);
    assert!(!work.log().contains("ERROR"), "{}", work.log());
    assert!(!pages.log().contains("ERROR"), "{}", pages.log());
}

#[actix_web::test]
async fn a_worker_alone_does_the_jobs_on_sqlite() {
    pages_and_worker_apart(Backend::Sqlite);
}

#[actix_web::test]
async fn a_worker_alone_does_the_jobs_on_postgres() {
    pages_and_worker_apart(Backend::Postgres);
}

/// A worker that is told to end in the middle of a wave finishes the mails that travel and leaves the rest as it was.
fn told_to_end(backend: Backend) {
    let w = World::new(backend);
    let people = 120;
    w.app.clock.move_to(Clock::System.now());
    w.organisation(&[("prod", people)]);
    w.supplier("it");
    w.open(&w.campaign("2026-Q1", &["it"]));
    let sink = Sink::new();
    sink.answers(|_| Says::Slowly(Duration::from_millis(300)));
    let start = |log: &str| {
        let mut command = Process::command(&w, &["work"], "127.0.0.1:1");
        let log = w.app.config.data.join(log);
        command.env("BAROMETER_SMTP_URL", format!("smtp://127.0.0.1:{}", sink.port)).stdout(Stdio::null());
        let child = command.stderr(std::fs::File::create(&log).expect("a log")).spawn().expect("the program starts");
        Process { child, log }
    };
    let mut first = start("first.log");
    within(60, "some mails leave", || sink.count() >= 20);
    first.signal("-TERM");
    within(20, "the worker ends", || first.child.try_wait().expect("its end").is_some());
    assert!(first.child.wait().expect("its end").success(), "{}", first.log());
    let gone = sink.count();
    assert!(gone < people, "in the middle");
    assert_eq!(w.count("outbox WHERE state = 'sent'"), gone, "what left is written down");
    assert_eq!(
        w.count("outbox WHERE state = 'queued'"),
        w.count("outbox") - gone,
        "the rest waits, for nobody's lease"
    );
    assert_eq!(w.count("workers"), 0);
    let _second = start("second.log");
    let left = || w.count("outbox WHERE kind = 'invitation' AND state = 'sent'");
    within(60, "the others leave", || left() == people);
    let mails = sink.taken();
    let ids: BTreeSet<String> = mails.iter().map(|mail| header(mail, "Message-ID")).collect();
    assert_eq!(ids.len(), mails.len(), "none twice");
}

#[actix_web::test]
async fn a_worker_told_to_end_doubles_and_loses_no_mail_on_sqlite() {
    told_to_end(Backend::Sqlite);
}

#[actix_web::test]
async fn a_worker_told_to_end_doubles_and_loses_no_mail_on_postgres() {
    told_to_end(Backend::Postgres);
}

/// Takes about a minute and a half: leases are real time here.
#[actix_web::test]
async fn a_long_task_is_not_doubled_and_a_paused_worker_is_replaced_within_thirty_seconds() {
    let w = World::new(Backend::Postgres);
    // Open already: one worker might count before the other has opened it.
    w.open(&prepared(&w));
    let Address::Postgres(url) = &w.app.config.database else { panic!("a Postgres address") };
    let mut holder = PgConnection::establish(url).expect("a connection");
    // The task that counts participation stands still as long as this lock is held.
    holder.batch_execute("BEGIN; LOCK TABLE participation_days IN ACCESS EXCLUSIVE MODE").expect("a lock");
    let names = ["a.log", "b.log"];
    let workers = names.map(|log| Process::start(&w, &["work"], "127.0.0.1:1", log));
    let of = |column: &str| {
        w.lines(&format!(
            "SELECT CAST({column} AS TEXT) AS line FROM tasks WHERE name = 'participation' AND lease_owner IS NOT NULL"
        ))
        .pop()
    };
    within(60, "somebody takes the task", || of("claims").is_some());
    let claims: u32 = of("claims").and_then(|text| text.parse().ok()).expect("a number");
    let owner = of("lease_owner").expect("an owner");
    std::thread::sleep(Duration::from_secs(32));
    assert_eq!(of("claims"), Some(claims.to_string()), "it lives, and nobody takes it away");
    let (paused, other) =
        if workers[0].is_holder(&owner) { (&workers[0], &workers[1]) } else { (&workers[1], &workers[0]) };
    assert!(paused.is_holder(&owner), "{owner}");
    paused.signal("-STOP");
    let taken = within(30, "the other takes over", || of("claims") == Some((claims + 1).to_string()));
    println!("taken over after {:.1} s", taken.as_secs_f64());
    assert!(other.is_holder(&of("lease_owner").expect("an owner")));
    paused.signal("-CONT");
    within(30, "the paused one notices when it is done", || {
        let _ = holder.batch_execute("ROLLBACK");
        paused.log().contains("the lease was lost")
    });
    within(30, "the other ends", || of("claims").is_none());
    assert_eq!(w.count("participation_days"), 2, "one group and the total, once");
    assert_eq!(w.count("tasks WHERE name = 'participation' AND fault IS NULL AND last_at IS NOT NULL"), 1);
}

/// One request, its status, its cookie and its page.
fn ask(listen: &str, method: &str, path: &str, cookie: &str, form: &str) -> (u16, Option<String>, String) {
    let mut stream = TcpStream::connect(listen).expect("a connection");
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: {listen}\r\ncookie: {cookie}\r\ncontent-length: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\nconnection: close\r\n\r\n{form}",
        form.len()
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let status = answer.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
    let set = answer.lines().find_map(|line| line.strip_prefix("set-cookie: "));
    (status, set.and_then(|line| line.split(';').next()).map(ToOwned::to_owned), answer)
}

/// Behind a proxy that gives each request to another process, nobody notices that there are two.
#[actix_web::test]
async fn a_session_is_good_on_both_processes_and_so_is_its_end() {
    let w = World::new(Backend::Postgres);
    prepared(&w);
    let ports = ["a.log", "b.log"].map(|log| {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
        let listen = format!("127.0.0.1:{port}");
        let process = Process::start(&w, &["serve", "--no-worker"], &listen, log);
        within(60, "pages", || TcpStream::connect(&listen).is_ok());
        (listen, process)
    });
    let [(one, _first), (other, _second)] = &ports;
    let printed = Process::command(&w, &["sign-in-link", "head_it@example.org"], one).output().expect("a command");
    let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
    let path = printed.split_once("/sign-in/").map(|(_, rest)| format!("/sign-in/{}", rest.trim())).expect("a link");
    let (_, cookie, answer) = ask(one, "POST", &path, "", "");
    let cookie = cookie.unwrap_or_else(|| panic!("a session: {answer}"));
    let (status, _, page) = ask(other, "GET", "/", &cookie, "");
    assert_eq!(status, 200, "{page}");
    assert!(page.contains("Informatique"), "{page}");
    // The link is used up on both, and a session that ends on one has ended on the other.
    assert_ne!(ask(other, "POST", &path, "", "").0, 303);
    let csrf = page.split_once("name=\"csrf\" value=\"").and_then(|(_, rest)| rest.split('"').next()).expect("a token");
    assert_eq!(ask(other, "POST", "/sign-out", &cookie, &format!("csrf={csrf}")).0, 303);
    assert_ne!(ask(one, "GET", "/", &cookie, "").0, 200, "signed out everywhere");
}
