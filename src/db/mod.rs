//! The two databases behind one door. Stores receive `&mut Conn` inside a closure that is one connection and one
//! transaction; on SQLite every write passes through one writer thread, on Postgres through a pool.

pub mod address;
pub mod conn;
pub mod fixed;
pub mod forgetting;
pub mod ids;
pub mod migrate;
mod pooler;
pub mod schema;
pub mod watch;
pub mod words;
mod work;
mod writer;

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::r2d2;

pub use address::Address;
pub use conn::{Conn, now, reading_much, transaction};
use conn::{Maker, Sent, Work};
use work::{here, sent};
use writer::{Writer, guarded};

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
    slow: Slow,
}

/// Has a look at the file taken long of late?
#[derive(Default)]
struct Slow(Mutex<Option<Instant>>);

impl Slow {
    /// A look that takes longer keeps everybody waiting whom the same thread serves.
    const LONG: Duration = Duration::from_millis(20);
    /// So long nobody looks at the file on such a thread then.
    const LASTS: Duration = Duration::from_secs(5);

    fn is_now(&self) -> bool {
        self.0.lock().is_ok_and(|since| since.is_some_and(|since| since.elapsed() < Self::LASTS))
    }

    fn timed<T>(&self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let outcome = work();
        if start.elapsed() > Self::LONG
            && let Ok(mut since) = self.0.lock()
        {
            *since = Some(Instant::now());
        }
        outcome
    }
}

impl Drop for Inner {
    /// A clean end leaves nothing in SQLite's log: the database is then one file, and a copy of it alone is whole.
    fn drop(&mut self) {
        if let Some(writer) = &self.writer {
            let _ = writer.alone(Box::new(|conn| {
                use diesel::connection::SimpleConnection;
                Ok(conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?)
            }));
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
        pooler::refuse_shared(&mut first, &maker)?;
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
        Ok(Self(Arc::new(Inner { readers, writer, watch, slow: Slow::default() })))
    }

    /// How many connections there are, and how many of them rest.
    pub fn connections(&self) -> (u32, u32) {
        let state = self.0.readers.state();
        (state.connections, state.idle_connections)
    }

    /// Do all writes pass through one connection, one after the other?
    pub fn has_one_writer(&self) -> bool {
        self.0.writer.is_some()
    }

    /// What sees the statements of all connections.
    pub fn watch(&self) -> &watch::Watch {
        &self.0.watch
    }

    /// Runs `work` on one connection, to read. Waits; call it from threads that may wait.
    pub fn read_now<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        here(work, |work| self.read_here(work))
    }

    /// As [`Db::read_now`], everything as of one moment however long it takes; nobody waits for it.
    pub fn snapshot_now<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        use diesel::connection::SimpleConnection;
        self.write_pooled(|conn| {
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
        let Some(writer) = &self.0.writer else { return self.write_pooled(work) };
        let (work, made) = sent(work);
        writer.write_now(work)?;
        made.take()
    }

    fn write_pooled<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        here(work, |work| self.transaction_here(work))
    }

    /// Runs `work` alone, outside any transaction: for the seal, which places its own.
    pub fn exclusive_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (work, made) = sent(work);
        match &self.0.writer {
            Some(writer) => writer.alone(work)?,
            None => {
                let mut conn = self.pooled()?;
                work(&mut conn.conn).map_err(|fault| conn.conn.judged(fault))?;
            }
        }
        made.take()
    }

    /// As [`Db::write`], for mails: where there is one writer, after the people who wait.
    pub async fn write_aside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (work, made) = sent(work);
        match &self.0.writer {
            Some(writer) => writer.write_aside(work).await?,
            None => self.transaction_elsewhere(work).await?,
        }
        made.take()
    }

    /// As [`Db::read_now`], from async code.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (work, made) = sent(work);
        let db = self.clone();
        elsewhere(Box::new(move || db.read_here(work))).await?;
        made.take()
    }

    /// As [`Db::read`], for a look at a few rows: in a file they are found sooner than another thread wakes up, so that
    /// it is done at once. Not while the file lets people wait.
    pub async fn look<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if self.0.writer.is_some()
            && !self.0.slow.is_now()
            && let Some(mut conn) = self.0.readers.try_get()
        {
            let look = |work: Work<'_>| self.0.slow.timed(|| conn.read(Box::new(|conn| guarded(work, conn))));
            return here(work, look);
        }
        self.read(work).await
    }

    /// As [`Db::write_now`], from async code.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (work, made) = sent(work);
        match &self.0.writer {
            Some(writer) => writer.write(work).await?,
            None => self.transaction_elsewhere(work).await?,
        }
        made.take()
    }

    /// As [`Db::write`]; where several write at once, after `begin`, which begins the transaction and takes its locks in
    /// one message to the server.
    pub async fn turn<T: Send + 'static>(
        &self,
        begin: &str,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (work, made) = sent(work);
        match &self.0.writer {
            Some(writer) => writer.write(work).await?,
            None => {
                let (db, begin) = (self.clone(), begin.to_owned());
                elsewhere(Box::new(move || db.pooled()?.begun(&begin, work))).await?;
            }
        }
        made.take()
    }

    fn pooled(&self) -> Result<r2d2::PooledConnection<Maker>> {
        self.0.readers.get().map_err(|fault| no_connection(&fault))
    }

    fn read_here(&self, work: Work<'_>) -> Result<()> {
        self.pooled()?.read(work)
    }

    fn transaction_here(&self, work: Work<'_>) -> Result<()> {
        self.pooled()?.transaction(work)
    }

    async fn transaction_elsewhere(&self, work: Sent) -> Result<()> {
        let db = self.clone();
        elsewhere(Box::new(move || db.transaction_here(work))).await
    }
}

/// On a thread that may wait.
async fn elsewhere(work: Box<dyn FnOnce() -> Result<()> + Send>) -> Result<()> {
    actix_web::web::block(work).await.map_err(Error::internal)?
}
