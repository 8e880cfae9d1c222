//! PostgreSQL as organisations run it: behind PgBouncer, and with a standby that takes over under load.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use barometer::answering::sending::{self, Outcome};
use barometer::app::App;
use barometer::campaign::Campaign;
use barometer::clock::Clock;
use barometer::config::Config;
use barometer::error::Error;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use crate::world::verbs::{about, person_id};
use crate::world::{Backend, Database, OwnServer, World};

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
    port: u16,
}

/// PgBouncer in front of `server`, in this mode, with so many connections to it.
fn bouncer(server: &OwnServer, folder: &Path, port: u16, mode: &str, more: &str) -> Bouncer {
    let to = server.url.rsplit(':').next().expect("a port");
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
    Bouncer { _daemon: daemon, url, port }
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
    let round = "server_round_robin = 1";
    for (mode, more) in
        [("transaction", ""), ("transaction", round), ("statement", ""), ("transaction", "default_pool_size = 1")]
    {
        // With one connection, and with several that others left to it.
        for others in 0..4 {
            let bouncer = bouncer(&server, folder.path(), free_port(), mode, more);
            let url = format!("{}/pooled", bouncer.url);
            if mode == "transaction" && !more.contains("size") {
                let mut left: Vec<_> = (0..others).map(|_| PgConnection::establish(&url).expect("another")).collect();
                left.iter_mut()
                    .for_each(|other| other.batch_execute("BEGIN; SELECT 1").expect("a connection of its own"));
            }
            let said = match open(url, data.path()) {
                Ok(_) => panic!("{mode} {more} {others} was taken"),
                Err(fault) => fault.to_string(),
            };
            assert!(said.contains("pool_mode=session"), "{mode} {more} {others}: {said}");
        }
    }
    // By sessions it serves, also with one connection for all.
    for more in ["", "default_pool_size = 1"] {
        let bouncer = bouncer(&server, folder.path(), free_port(), "session", more);
        let app =
            open(format!("{}/pooled", bouncer.url), data.path()).unwrap_or_else(|fault| panic!("{more}: {fault}"));
        app.db.read_now(barometer::app::Settings::load).expect("a look");
    }
}

#[test]
fn a_pooler_that_becomes_one_by_transactions_is_named() {
    let server = OwnServer::start("");
    let folder = tempfile::tempdir().expect("a folder");
    let data = tempfile::tempdir().expect("a folder");
    let mut admin = PgConnection::establish(&format!("{}/postgres", server.url)).expect("the server");
    admin.batch_execute("CREATE DATABASE pooled").expect("a database");
    let by_sessions = bouncer(&server, folder.path(), free_port(), "session", "");
    let (url, port) = (format!("{}/pooled", by_sessions.url), by_sessions.port);
    let app = open(url, data.path()).expect("by sessions it serves");
    drop(by_sessions);
    let _by_transactions = bouncer(&server, folder.path(), port, "transaction", "");
    // Two at once, so that both prepare what they ask on the same connection of the pooler.
    let look = || {
        app.db.read_now(|conn| {
            barometer::app::Settings::load(conn)?;
            app.db.read_now(barometer::app::Settings::load)
        })
    };
    let said = (0..20).find_map(|_| match look() {
        Ok(_) | Err(Error::Unavailable(_)) => None,
        Err(fault) => Some(fault.to_string()),
    });
    assert!(said.as_ref().is_some_and(|said| said.contains("pool_mode=session")), "{said:?}");
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

/// People who send at once, so many that something can happen to the database meanwhile.
struct Crowd {
    w: World,
    campaign: Campaign,
    people: usize,
}

/// What became of a crowd: whom the program told that it is sent, and when the first was told so after the disturbance.
struct Told {
    acknowledged: Vec<(usize, Outcome)>,
    first_after: Option<Instant>,
}

impl Crowd {
    fn gather(database: Database, people: usize) -> Self {
        let w = World::in_database(Backend::Postgres, database);
        w.organisation(&[("prod", people)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        Self { w, campaign, people }
    }

    /// Sixteen send for everybody, again until it is taken; when a third is sent, `disturb` happens.
    fn send(&self, disturb: impl FnOnce()) -> Told {
        let invitation = |number| self.w.invitation(&self.campaign, &person_id("prod", number));
        let invitations: Arc<Vec<_>> = Arc::new((1..=self.people).map(invitation).collect());
        let (next, after) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let senders: Vec<_> = (0..16)
            .map(|_| {
                let (app, today) = (self.w.app.clone(), self.w.app.today());
                let (invitations, next, after) = (invitations.clone(), next.clone(), after.clone());
                std::thread::spawn(move || {
                    let mut told = Told { acknowledged: Vec::new(), first_after: None };
                    loop {
                        let number = next.fetch_add(1, Ordering::SeqCst);
                        let Some(invitation) = invitations.get(number) else { return told };
                        let outcome = loop {
                            let (invitation, draft) = (invitation.clone(), about("it", &[("overall", 4)]));
                            match app.db.write_now(move |conn| sending::send(conn, &invitation, &draft, today)) {
                                Ok(outcome) => break outcome,
                                // What the page says, too: nothing was lost, try again.
                                Err(Error::Unavailable(_)) => std::thread::sleep(Duration::from_millis(50)),
                                Err(fault) => panic!("{fault:?}"),
                            }
                        };
                        if after.load(Ordering::SeqCst) {
                            told.first_after.get_or_insert_with(Instant::now);
                        }
                        told.acknowledged.push((number, outcome));
                        // Nobody is so quick that all is sent before it happens.
                        std::thread::sleep(Duration::from_millis(20));
                    }
                })
            })
            .collect();
        while next.load(Ordering::SeqCst) < self.people / 3 {
            std::thread::sleep(Duration::from_millis(5));
        }
        disturb();
        assert!(next.load(Ordering::SeqCst) < self.people, "there is something left to send");
        after.store(true, Ordering::SeqCst);
        let told: Vec<Told> = senders.into_iter().map(|sender| sender.join().expect("a sender")).collect();
        Told {
            first_after: told.iter().filter_map(|one| one.first_after).min(),
            acknowledged: told.into_iter().flat_map(|one| one.acknowledged).collect(),
        }
    }

    /// Everybody was told that it is sent; nothing of it is lost, nothing there twice.
    fn is_whole(&self, told: &Told) {
        let people: BTreeSet<usize> = told.acknowledged.iter().map(|(number, _)| *number).collect();
        assert_eq!((told.acknowledged.len(), people.len()), (self.people, self.people));
        assert!(told.acknowledged.iter().all(|(_, outcome)| *outcome != Outcome::TooLate));
        assert_eq!((self.w.count("answered"), self.w.count("open_responses")), (self.people, self.people));
        let counted = self.w.lines("SELECT CAST(sum(sendings) AS TEXT) AS line FROM client_groups");
        assert_eq!(counted, [self.people.to_string()]);
    }
}

#[test]
fn a_standby_is_refused_alone_and_takes_over_under_load() {
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
    let crowd = Crowd::gather(database, 320);
    // From here on a commit is one when the standby has it, too.
    let mut admin = PgConnection::establish(&format!("{}/postgres", server.url)).expect("the server");
    admin.batch_execute("ALTER SYSTEM SET synchronous_standby_names = '*'").expect("a setting");
    admin.batch_execute("SELECT pg_reload_conf()").expect("a reload");
    let mut promoted = None;
    let told = crowd.send(|| {
        drop(admin);
        drop(server);
        promoted = Some(Instant::now());
        standby.control(&["promote"]);
    });
    crowd.is_whole(&told);
    let back = told.first_after.expect("somebody sent after it") - promoted.expect("it happened");
    println!("sending again {back:?} after the promotion began");
    assert!(back < Duration::from_secs(10), "{back:?}");
}

#[test]
fn a_pooler_that_is_restarted_under_load_loses_nothing() {
    let server = OwnServer::start("");
    let folder = tempfile::tempdir().expect("a folder");
    let mut database = server.database("pooled", "");
    let first = bouncer(&server, folder.path(), free_port(), "session", "");
    database.url = format!("{}/pooled", first.url);
    let crowd = Crowd::gather(database, 320);
    let mut second = None;
    let told = crowd.send(|| {
        let port = first.port;
        drop(first);
        second = Some(bouncer(&server, folder.path(), port, "session", ""));
    });
    crowd.is_whole(&told);
}
