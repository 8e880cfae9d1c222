//! A database of its own for each test: a copy of a migrated SQLite file, or a Postgres database from a template.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use barometer::db::{Address, Db};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

pub struct Database {
    pub url: String,
    pub folder: tempfile::TempDir,
    /// The name by which it is dropped at the end.
    pub postgres: Option<String>,
}

static COUNT: AtomicU32 = AtomicU32::new(0);
static SQLITE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
static POSTGRES: OnceLock<String> = OnceLock::new();

/// Where the tests' Postgres listens; `tests/postgres start` starts it there.
fn server() -> String {
    std::env::var("BAROMETER_TEST_POSTGRES").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:54329".to_owned())
}

fn admin() -> PgConnection {
    PgConnection::establish(&format!("{}/postgres", server())).unwrap_or_else(|fault| {
        panic!("no Postgres at {}: run `tests/postgres start` first, or tests/run, which does ({fault})", server())
    })
}

/// A name for this run's databases: the system gives process numbers again, and a run that was killed leaves its own.
fn run() -> &'static str {
    static RUN: OnceLock<String> = OnceLock::new();
    RUN.get_or_init(|| format!("{}_{}", std::process::id(), barometer::db::ids::random_u64() % 1_000_000_007))
}

impl Database {
    pub fn new(backend: Backend) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        match backend {
            Backend::Sqlite => {
                let (_, model) = SQLITE.get_or_init(|| {
                    let folder = tempfile::tempdir().expect("a temporary folder");
                    let file = folder.path().join("model.sqlite");
                    drop(Db::open(&Address::Sqlite(file.clone())).expect("a migrated database"));
                    // The writer thread still holds the file's log: VACUUM INTO gives a file that stands alone.
                    let copy = folder.path().join("copy.sqlite");
                    let mut conn = diesel::SqliteConnection::establish(&file.to_string_lossy()).expect("the model");
                    conn.batch_execute(&format!("PRAGMA busy_timeout = 5000; VACUUM INTO '{}'", copy.display()))
                        .expect("a copy of the model");
                    (folder, copy)
                });
                let file = folder.path().join("barometer.sqlite");
                std::fs::copy(model, &file).expect("a copy of the model");
                Self { url: format!("sqlite://{}", file.display()), folder, postgres: None }
            }
            Backend::Postgres => {
                let model = POSTGRES.get_or_init(|| {
                    let model = format!("barometer_model_{}", run());
                    admin().batch_execute(&format!("CREATE DATABASE {model}")).expect("a model database");
                    let address = Address::Postgres(format!("{}/{model}", server()));
                    drop(Db::open(&address).expect("a migrated database"));
                    // The pool's connections end in threads of their own; a template must have none.
                    admin()
                        .batch_execute(&format!(
                            "ALTER DATABASE {model} ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) \
                             FROM pg_stat_activity WHERE datname = '{model}'"
                        ))
                        .expect("a closed model");
                    model
                });
                let name = format!("barometer_{}_{}", run(), COUNT.fetch_add(1, Ordering::Relaxed));
                admin()
                    .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {model} STRATEGY FILE_COPY"))
                    .expect("a copy of the model");
                Self { url: format!("{}/{name}", server()), folder, postgres: Some(name) }
            }
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(name) = &self.postgres
            && let Ok(mut conn) = PgConnection::establish(&format!("{}/postgres", server()))
        {
            // A test that failed may still hold connections; its database goes all the same.
            let _ = conn.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}
