//! The real program as processes of its own, and what the system says of them.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use barometer::app::App;
use barometer::clock::Clock;
use barometer::config::Config;

use super::databases::Database;
use super::sink::Sink;

/// The program as a process; it is killed when this goes, whatever happened.
pub struct Process(pub Child);

impl Process {
    /// Pages, without a worker, once it listens.
    pub fn serve(database: &Database, address: &str) -> Self {
        Self::listening(address, || Self::start(database, &["serve", "--no-worker"], &[("BAROMETER_LISTEN", address)]))
    }

    /// Pages, mails and recurring tasks in one process, once it listens.
    pub fn serve_and_work(database: &Database, address: &str, sink: &Sink) -> Self {
        let url = format!("smtp://127.0.0.1:{}", sink.port);
        let more = [("BAROMETER_LISTEN", address), ("BAROMETER_SMTP_URL", &url)];
        Self::listening(address, || Self::start(database, &["serve"], &more))
    }

    fn listening(address: &str, start: impl FnOnce() -> Self) -> Self {
        let (begun, server) = (Instant::now(), start());
        while TcpStream::connect(address).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(30), "the server does not listen");
            std::thread::sleep(Duration::from_millis(2));
        }
        server
    }

    /// Mails and recurring tasks.
    pub fn work(database: &Database, sink: &Sink) -> Self {
        let url = format!("smtp://127.0.0.1:{}", sink.port);
        Self::start(database, &["work"], &[("BAROMETER_SMTP_URL", &url)])
    }

    fn start(database: &Database, arguments: &[&str], more: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_barometer"));
        command.args(arguments).env_remove("BAROMETER_SMTP_URL").env("BAROMETER_LOG", "error").stdin(Stdio::null());
        command.envs(settings(database)).envs(more.iter().copied());
        Self(command.spawn().expect("the program"))
    }

    pub fn pid(&self) -> String {
        self.0.id().to_string()
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([name, &self.pid()]).status().expect("kill");
        assert!(sent.success(), "kill {name}");
    }
}

impl Drop for Process {
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
        ("BAROMETER_LINK_KEY", "a key of the load programs and of nobody else".to_owned()),
    ]
}

pub fn open(database: &Database) -> App {
    let known = settings(database);
    let read = |name: &str| known.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
    App::open(Config::read(read).expect("a valid configuration"), Clock::System).expect("a database that opens")
}

pub fn count_of(number: usize) -> i64 {
    i64::try_from(number).expect("a count")
}
