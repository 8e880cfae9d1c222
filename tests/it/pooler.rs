//! PostgreSQL as organisations run it: behind PgBouncer, and with a standby that takes over under load.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use barometer::app::App;
use barometer::clock::Clock;
use barometer::config::Config;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use crate::world::OwnServer;

/// A process that runs as the user `postgres`, where we are root, and ends with the test.
struct Daemon(Child);

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// `program` as the user who may run it: neither PostgreSQL nor PgBouncer runs as root.
fn as_postgres(program: &str) -> Command {
    if !rustix::process::geteuid().is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", program]);
    command
}

fn owned(folder: &Path) {
    if rustix::process::geteuid().is_root() {
        let status = Command::new("chown").args(["-R", "postgres"]).arg(folder).status().expect("chown");
        assert!(status.success());
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port()
}

struct Bouncer {
    _daemon: Daemon,
    url: String,
}

/// PgBouncer in front of `server`, in this mode, with so many connections to it.
fn bouncer(server: &OwnServer, folder: &Path, mode: &str, more: &str) -> Bouncer {
    let (port, to) = (free_port(), server.url.rsplit(':').next().expect("a port"));
    let place = folder.join(format!("bouncer-{port}"));
    std::fs::create_dir_all(&place).expect("a folder");
    let settings = format!(
        "[databases]\n* = host=127.0.0.1 port={to} user=postgres\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\n\
         auth_type = any\npool_mode = {mode}\nunix_socket_dir =\nlogfile = {0}/log\n{more}\n",
        place.display(),
    );
    std::fs::write(place.join("ini"), settings).expect("settings");
    owned(folder);
    let child = as_postgres("pgbouncer").arg("-q").arg(place.join("ini")).stderr(Stdio::null()).spawn();
    let daemon = Daemon(child.expect("pgbouncer: apt-get install pgbouncer"));
    let url = format!("postgres://postgres@127.0.0.1:{port}");
    let begun = Instant::now();
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed().as_secs() < 10, "pgbouncer does not listen");
        std::thread::sleep(Duration::from_millis(50));
    }
    Bouncer { _daemon: daemon, url }
}

fn open(url: String, data: &Path) -> barometer::error::Result<App> {
    let config = Config::read(|name| match name {
        "BAROMETER_DATA" => Some(data.display().to_string()),
        "DATABASE_URL" => Some(url.clone()),
        _ => None,
    });
    App::open(config.expect("a configuration"), Clock::System)
}

#[test]
fn a_pooler_by_transactions_is_refused_and_one_by_sessions_serves() {
    let server = OwnServer::start("");
    let folder = tempfile::tempdir().expect("a folder");
    let data = tempfile::tempdir().expect("a folder");
    let mut admin = PgConnection::establish(&format!("{}/postgres", server.url)).expect("the server");
    admin.batch_execute("CREATE DATABASE pooled").expect("a database");
    for (mode, more) in [("transaction", ""), ("transaction", "server_round_robin = 1"), ("statement", "")] {
        let bouncer = bouncer(&server, folder.path(), mode, more);
        let said = match open(format!("{}/pooled", bouncer.url), data.path()) {
            Ok(_) => panic!("{mode} {more} was taken"),
            Err(fault) => fault.to_string(),
        };
        // In statement mode no transaction is possible at all, and PgBouncer says so itself.
        assert!(said.contains("pool_mode=session") || mode == "statement", "{mode} {more}: {said}");
    }
    // By sessions it serves, also with one connection for all.
    for more in ["", "default_pool_size = 1"] {
        let bouncer = bouncer(&server, folder.path(), "session", more);
        let app =
            open(format!("{}/pooled", bouncer.url), data.path()).unwrap_or_else(|fault| panic!("{more}: {fault}"));
        app.db.read_now(barometer::app::Settings::load).expect("a look");
    }
}

/// The folder of PostgreSQL's programs.
fn programs() -> std::path::PathBuf {
    let mut found: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
        .expect("PostgreSQL")
        .map(|entry| entry.expect("an entry").path().join("bin"))
        .collect();
    found.sort();
    found.pop().expect("a version")
}

/// A standby of `server`, in `folder`, which answers and takes no writes until it is promoted.
struct Standby {
    data: std::path::PathBuf,
    port: u16,
}

impl Standby {
    fn of(server: &OwnServer, folder: &Path) -> Self {
        let (data, port) = (folder.join("standby"), free_port());
        owned(folder);
        let program = |name: &str| programs().join(name).display().to_string();
        let from = server.url.rsplit(':').next().expect("a port");
        let copied = as_postgres(&program("pg_basebackup"))
            .args(["-h", "127.0.0.1", "-p", from, "-U", "postgres", "-c", "fast", "-R", "-D"])
            .arg(&data)
            .status();
        assert!(copied.expect("pg_basebackup").success());
        let standby = Self { data, port };
        standby.control(&["-w", "-o", &format!("-p {port}"), "start"]);
        standby
    }

    fn control(&self, words: &[&str]) {
        let mut command = as_postgres(&programs().join("pg_ctl").display().to_string());
        let done = command.arg("-D").arg(&self.data).args(words).stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(done.expect("pg_ctl").success(), "{words:?}");
    }
}

impl Drop for Standby {
    fn drop(&mut self) {
        let mut command = as_postgres(&programs().join("pg_ctl").display().to_string());
        let _ = command.arg("-D").arg(&self.data).args(["-m", "immediate", "stop"]).output();
    }
}

#[test]
fn a_standby_is_refused_alone_and_takes_over_under_load() {
    use barometer::answering::sending::Outcome;

    const PEOPLE: usize = 320;
    let server = OwnServer::start("");
    let folder = tempfile::tempdir().expect("a folder");
    let mut database = server.database("moved", "");
    let standby = Standby::of(&server, folder.path());
    let alone = format!("postgres://postgres@127.0.0.1:{}/moved", standby.port);
    let said = open(alone, folder.path()).err().expect("a standby takes no writes").to_string();
    assert!(said.contains("target_session_attrs=read-write"), "{said}");
    // Both hosts, the one that takes writes wherever it is.
    let primary = server.url.rsplit('@').next().expect("a host").to_owned();
    database.url =
        format!("postgres://postgres@127.0.0.1:{},{primary}/moved?target_session_attrs=read-write", standby.port);
    let w = crate::world::World::in_database(crate::world::Backend::Postgres, database);
    w.organisation(&[("prod", PEOPLE)]);
    w.supplier("it");
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    // From here on a commit is one when the standby has it, too.
    let mut admin = PgConnection::establish(&format!("{}/postgres", server.url)).expect("the server");
    admin.batch_execute("ALTER SYSTEM SET synchronous_standby_names = '*'").expect("a setting");
    admin.batch_execute("SELECT pg_reload_conf()").expect("a reload");
    let invitations: Vec<_> =
        (1..=PEOPLE).map(|number| w.invitation(&campaign, &crate::world::verbs::person_id("prod", number))).collect();
    let next = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let fallen = Arc::new(AtomicBool::new(false));
    let sender = |_| {
        let (app, invitations, next, fallen) = (w.app.clone(), invitations.clone(), next.clone(), fallen.clone());
        let today = w.app.today();
        std::thread::spawn(move || {
            let (mut taken, mut first_after) = (Vec::new(), None);
            loop {
                let number = next.fetch_add(1, Ordering::SeqCst);
                let Some(invitation) = invitations.get(number).cloned() else { return (taken, first_after) };
                loop {
                    let draft = crate::world::verbs::about("it", &[("overall", 4)]);
                    let inside = invitation.clone();
                    let sent =
                        app.db.write_now(move |conn| barometer::answering::sending::send(conn, &inside, &draft, today));
                    match sent {
                        Ok(outcome) => {
                            if fallen.load(Ordering::SeqCst) {
                                first_after.get_or_insert_with(Instant::now);
                            }
                            taken.push((number, outcome));
                            break;
                        }
                        // What the page says, too: nothing was lost, try again.
                        Err(barometer::error::Error::Unavailable(_)) => std::thread::sleep(Duration::from_millis(50)),
                        Err(fault) => panic!("{fault:?}"),
                    }
                }
                // Nobody is so quick that all is sent before the primary falls.
                std::thread::sleep(Duration::from_millis(20));
            }
        })
    };
    let senders: Vec<_> = (0..16).map(sender).collect();
    while next.load(Ordering::SeqCst) < PEOPLE / 3 {
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(admin);
    drop(server);
    let before = next.load(Ordering::SeqCst);
    assert!(before < PEOPLE, "there is something left to send");
    fallen.store(true, Ordering::SeqCst);
    let promoted = Instant::now();
    standby.control(&["-w", "promote"]);
    let outcomes: Vec<_> = senders.into_iter().map(|sender| sender.join().expect("a sender")).collect();
    let back = outcomes.iter().filter_map(|(_, first)| *first).map(|at| at.saturating_duration_since(promoted)).min();
    let all: Vec<(usize, Outcome)> = outcomes.into_iter().flat_map(|(taken, _)| taken).collect();
    let acknowledged: BTreeSet<usize> = all.iter().map(|(number, _)| *number).collect();
    assert_eq!((all.len(), acknowledged.len()), (PEOPLE, PEOPLE), "everybody was told that it is sent");
    assert!(all.iter().all(|(_, outcome)| *outcome != Outcome::TooLate));
    // None lost, none doubled.
    assert_eq!((w.count("answered"), w.count("open_responses")), (PEOPLE, PEOPLE));
    assert_eq!(w.lines("SELECT CAST(sum(sendings) AS TEXT) AS line FROM client_groups"), [PEOPLE.to_string()]);
    let back = back.expect("somebody sent after it");
    println!("sending again {back:?} after the promotion");
    assert!(back < Duration::from_secs(10), "{back:?}");
}
