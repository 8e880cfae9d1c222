//! A database server for one test alone.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use super::databases::Database;

/// A Postgres server of its own, for a test that needs other settings than the shared one has; it ends with the test.
pub struct OwnServer {
    pub url: String,
    port: u16,
}

impl OwnServer {
    pub fn start(settings: &str) -> Self {
        for _ in 0..8 {
            // Under the range from which the system takes ports for outgoing connections.
            let port = 10_000 + u16::try_from(barometer::db::ids::random_u64() % 9_000).expect("a port");
            let server = Self { url: format!("postgres://postgres@127.0.0.1:{port}"), port };
            if server.run("start", settings) {
                return server;
            }
        }
        panic!("Postgres did not start on eight ports");
    }

    fn run(&self, what: &str, settings: &str) -> bool {
        std::process::Command::new("tests/postgres")
            .arg(what)
            .env("BAROMETER_TEST_POSTGRES_PORT", self.port.to_string())
            .env("BAROMETER_TEST_POSTGRES_SETTINGS", settings)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status()
            .is_ok_and(|status| status.success())
    }

    /// A database on it, with what CREATE DATABASE is told.
    pub fn database(&self, name: &str, with: &str) -> Database {
        let mut admin = PgConnection::establish(&format!("{}/postgres", self.url)).expect("the server");
        admin.batch_execute(&format!("CREATE DATABASE {name} {with}")).expect("a database");
        let folder = tempfile::tempdir().expect("a temporary folder");
        Database { url: format!("{}/{name}", self.url), folder, postgres: None }
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        self.run("stop", "");
    }
}
