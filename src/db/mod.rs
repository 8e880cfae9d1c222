//! The two databases behind one door. Stores receive `&mut Conn` inside a closure that is one connection and one
//! transaction; on SQLite every write passes through one writer thread, on Postgres through a pool.

pub mod conn;
pub mod forgetting;
pub mod ids;
pub mod migrate;
pub mod schema;
pub mod watch;
pub mod words;
mod writer;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use diesel::connection::Connection as _;
use diesel::r2d2;

pub use conn::Conn;
use conn::Maker;
use writer::Writer;

use crate::clock::{Clock, Moment};
use crate::error::{Error, Result};

/// Repeats one body for each backend, for what diesel's shared connection type does not compile.
#[macro_export]
macro_rules! on_each {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite($c) => $body,
            $crate::db::Conn::Pg($c) => $body,
        }
    };
}

/// Where the data lives, read from a URL: `sqlite:///path/to/file` or `postgres://user@host/name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Address {
    pub fn parse(url: &str) -> std::result::Result<Self, String> {
        if let Some(path) = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) {
            if path.is_empty() {
                return Err("DATABASE_URL names no file: write sqlite:///path/to/barometer.sqlite".to_owned());
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let wants_tls = url.contains("sslmode=require") || url.contains("sslmode=verify");
            if wants_tls && !cfg!(feature = "pg-tls") {
                return Err("this build has no TLS for Postgres: build it with --features pg-tls, or use \
                            sslmode=prefer on a private network"
                    .to_owned());
            }
            return Ok(Self::Postgres(url.to_owned()));
        }
        // Never more than the scheme: what follows may hold a password.
        let scheme = url.split_once("://").map_or("no scheme", |(scheme, _)| scheme);
        Err(format!("DATABASE_URL begins with {scheme}: write sqlite:///path/to/file or postgres://user@host/name"))
    }
}

/// How many connections a process opens at most, beside SQLite's writer.
const CONNECTIONS: u32 = 8;
/// How long somebody waits for one of them.
const PATIENCE: Duration = Duration::from_secs(10);

fn no_connection(fault: &r2d2::PoolError) -> Error {
    Error::Unavailable(format!(
        "no connection within {} seconds ({fault}); this process uses up to {CONNECTIONS}: does the server or its pooler \
         give so many?",
        PATIENCE.as_secs()
    ))
}

/// Opens the first connection; says that it waits when that takes long, as behind a pooler whose places are all taken.
fn waiting_aloud<T>(open: impl FnOnce() -> Result<T>) -> Result<T> {
    let (done, opened) = std::sync::mpsc::channel::<()>();
    let teller = std::thread::spawn(move || {
        use std::sync::mpsc::RecvTimeoutError::Timeout;
        while opened.recv_timeout(PATIENCE) == Err(Timeout) {
            tracing::warn!("still waiting for the database to give a connection");
        }
    });
    let outcome = open();
    drop(done);
    let _ = teller.join();
    outcome
}

#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    readers: r2d2::Pool<Maker>,
    /// Only SQLite has one; on Postgres every connection may write.
    writer: Option<Writer>,
    watch: watch::Watch,
}

impl Drop for Inner {
    /// A clean end leaves nothing in SQLite's log: the database is then one file, and a copy of it alone is whole.
    fn drop(&mut self) {
        if let Some(writer) = &self.writer {
            let _ = writer.alone(|conn| {
                use diesel::connection::SimpleConnection;
                Ok(conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?)
            });
        }
    }
}

impl Db {
    /// Opens the database and brings its tables up to date.
    pub fn open(address: &Address) -> Result<Self> {
        if let Address::Sqlite(path) = address
            && let Some(folder) = path.parent()
            && !folder.as_os_str().is_empty()
        {
            std::fs::create_dir_all(folder)
                .map_err(|fault| Error::Unavailable(format!("{}: {fault}", folder.display())))?;
        }
        let watch = watch::Watch::default();
        let maker = Maker::new(address.clone(), watch.clone());
        let mut first = waiting_aloud(|| maker.open())?;
        migrate::run(&mut first)?;
        forgetting::forget(&mut first)?;
        let writer = match address {
            Address::Sqlite(_) => Some(Writer::start(first)?),
            Address::Postgres(_) => {
                // Before the pool asks for its own: a pooler may give one connection only.
                drop(first);
                None
            }
        };
        let readers = r2d2::Pool::builder()
            .max_size(CONNECTIONS)
            .min_idle(Some(1))
            .connection_timeout(PATIENCE)
            .error_handler(Box::new(r2d2::NopErrorHandler))
            .build(maker)
            .map_err(|fault| no_connection(&fault))?;
        Ok(Self(Arc::new(Inner { readers, writer, watch })))
    }

    /// What sees the statements of all connections.
    pub fn watch(&self) -> &watch::Watch {
        &self.0.watch
    }

    /// Runs `work` in one read transaction. Waits; call it from threads that may wait.
    pub fn read_now<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.0.readers.get().map_err(|fault| no_connection(&fault))?;
        let outcome = conn.conn.transaction(work);
        outcome.map_err(|fault| conn.conn.judged(fault))
    }

    /// As [`Db::read_now`], everything as of one moment however long it takes; nobody waits for it.
    pub fn snapshot_now<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        use diesel::connection::SimpleConnection;
        self.read_now(|conn| {
            // What SQLite reads in a transaction is of one moment anyway.
            if let Conn::Pg(pg) = conn {
                pg.batch_execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")?;
            }
            work(conn)
        })
    }

    /// Runs `work` in one write transaction; an error undoes all of it.
    pub fn write_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match &self.0.writer {
            Some(writer) => writer.write(work),
            None => self.read_now(work),
        }
    }

    /// Runs `work` alone, outside any transaction: for the seal, which places its own.
    pub fn exclusive_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match &self.0.writer {
            Some(writer) => writer.alone(work),
            None => {
                let mut conn = self.0.readers.get().map_err(|fault| no_connection(&fault))?;
                let outcome = work(&mut conn.conn);
                outcome.map_err(|fault| conn.conn.judged(fault))
            }
        }
    }

    /// As [`Db::write`], for mails: where there is one writer, after the people who wait.
    pub async fn write_aside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let db = self.clone();
        let write = move || match &db.0.writer {
            Some(writer) => writer.write_aside(work),
            None => db.read_now(work),
        };
        actix_web::web::block(write).await.map_err(Error::internal)?
    }

    /// As [`Db::read_now`], from async code.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let db = self.clone();
        actix_web::web::block(move || db.read_now(work)).await.map_err(Error::internal)?
    }

    /// As [`Db::write_now`], from async code.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let db = self.clone();
        actix_web::web::block(move || db.write_now(work)).await.map_err(Error::internal)?
    }
}

/// The time by which leases are judged: the database server's own where there is one, so that two machines whose
/// clocks differ cannot hold the same lease. A set clock wins, for tests.
pub fn now(conn: &mut Conn, clock: &Clock) -> Result<Moment> {
    use diesel::prelude::*;
    use diesel::sql_types::Timestamp;
    match (clock, conn) {
        (Clock::System, Conn::Pg(pg)) => {
            Ok(diesel::select(diesel::dsl::sql::<Timestamp>("CAST(clock_timestamp() AT TIME ZONE 'UTC' AS timestamp)"))
                .get_result(pg)?)
        }
        _ => Ok(clock.now()),
    }
}

/// One transaction of its own, for work that runs outside the door's: the sides of the seal, a restore. On SQLite it
/// holds the write lock from the start: another process may be writing to the file.
pub fn transaction<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    use diesel::connection::TransactionManager;
    type Manager = <Conn as diesel::Connection>::TransactionManager;
    if matches!(conn, Conn::Pg(_)) {
        return conn.transaction(work);
    }
    conn.begin_immediate()?;
    match work(conn) {
        Ok(outcome) => {
            Manager::commit_transaction(conn)?;
            Ok(outcome)
        }
        Err(fault) => {
            Manager::rollback_transaction(conn)?;
            Err(fault)
        }
    }
}
