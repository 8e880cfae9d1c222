//! The real server as a process of its own, what the system says of it, and what stands in its database afterwards.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use barometer::app::App;
use barometer::clock::Clock;
use barometer::config::Config;
use barometer::db::schema as s;
use diesel::prelude::*;

use crate::browser::QUESTIONS;
use crate::databases::Database;

/// The server; it goes when this goes, whatever happened.
pub struct Server(pub Child);

impl Server {
    /// Starts it and waits until it listens.
    pub fn start(database: &Database, address: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_barometer"));
        command.arg("serve").env("BAROMETER_LISTEN", address).env("BAROMETER_LOG", "warn").stdin(Stdio::null());
        for (name, value) in settings(database) {
            command.env(name, value);
        }
        let start = Instant::now();
        let server = Self(command.env_remove("BAROMETER_SMTP_URL").spawn().expect("a server"));
        while TcpStream::connect(address).is_err() {
            assert!(start.elapsed() < Duration::from_secs(30), "the server does not listen");
            std::thread::sleep(Duration::from_millis(2));
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").to_string()
}

/// A figure of a process's status, in MB.
pub fn memory(pid: &str, what: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(what)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// Processor seconds of a process so far.
pub fn cpu(pid: &str) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok()).sum();
    // The kernel counts in hundredths of a second on every Linux we know.
    ticks / 100.0
}

fn settings(database: &Database) -> [(&'static str, String); 4] {
    [
        ("BAROMETER_DATA", database.folder.path().display().to_string()),
        ("DATABASE_URL", database.url.clone()),
        ("BAROMETER_PUBLIC_ADDRESS", "http://localhost".to_owned()),
        ("BAROMETER_LINK_KEY", "a key of the load program and of nobody else".to_owned()),
    ]
}

pub fn open(database: &Database) -> App {
    let known = settings(database);
    let read = |name: &str| known.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
    App::open(Config::read(read).expect("a valid configuration"), Clock::System).expect("a database that opens")
}

/// Responses, people flagged as having answered, drafts. Every response must hold all its answers.
pub fn stored(app: &App) -> (i64, i64, i64) {
    app.db
        .read_now(|conn| {
            let texts: Vec<String> = s::open_responses::table.select(s::open_responses::answers).load(conn)?;
            assert!(texts.iter().all(|text| text.matches("own_").count() == QUESTIONS), "an answer is missing");
            Ok((
                count_of(texts.len()),
                s::answered::table.count().get_result(conn)?,
                s::drafts::table.count().get_result(conn)?,
            ))
        })
        .expect("counts")
}

pub fn count_of(number: usize) -> i64 {
    i64::try_from(number).expect("a count")
}
