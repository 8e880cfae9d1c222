//! SQLite's one writer: a thread that takes what waits, runs each piece under a savepoint of its own, commits the
//! group once and only then tells the callers. One commit to disk serves many callers, and nobody starves. What mails
//! have to write stands aside: people never share a commit with it, and wait for one such piece at most.

use std::collections::VecDeque;
use std::num::NonZeroU32;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};

use diesel::connection::{AnsiTransactionManager, Connection, TransactionManager, TransactionManagerStatus};

use super::conn::Conn;
use crate::error::{Error, Result};

/// The largest group one commit serves; past that the first callers would wait for the last.
const GROUP: usize = 64;
/// So many groups of people go before a piece that stands aside; then it has its turn, so that it does not starve.
const PASSED: usize = 8;

type Acknowledge = Box<dyn FnOnce(Result<()>) + Send>;
type Piece = Box<dyn FnOnce(&mut Conn) -> (bool, Acknowledge) + Send>;
/// diesel's own count of open transactions, so that what diesel nests becomes a savepoint.
type Manager = <Conn as Connection>::TransactionManager;

enum Turn {
    Now(Work),
    /// Alone in its commit, and after the people who wait.
    Aside(Piece),
}

enum Work {
    /// Says whether to keep its changes, and how to tell the caller once they are durable.
    Grouped(Piece),
    /// Runs outside any transaction and places its own.
    Alone(Box<dyn FnOnce(&mut Conn) + Send>),
}

pub struct Writer {
    turns: Sender<Turn>,
}

/// The thread that writes has ended: only a fault of ours does that.
fn stopped() -> Error {
    Error::Unavailable(
        "the part of the program that writes to the database has stopped; restart barometer, and send the lines of the \
         log before this one to whoever maintains it"
            .to_owned(),
    )
}

impl Writer {
    pub fn start(conn: Conn) -> Result<Self> {
        let (turns, queue) = channel();
        std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || work(conn, &queue))
            .map_err(Error::internal)?;
        Ok(Self { turns })
    }

    /// Waits; for threads that may.
    pub fn write_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (tell, told) = channel();
        self.send(Turn::Now(Work::Grouped(piece(work, move |outcome| drop(tell.send(outcome))))))?;
        told.recv().map_err(|_| stopped())?
    }

    /// From async code, without a thread that waits.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.told(|piece| Turn::Now(Work::Grouped(piece)), work).await
    }

    /// As [`Writer::write`], for what can wait until the people who wait are served.
    pub async fn write_aside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.told(Turn::Aside, work).await
    }

    async fn told<T: Send + 'static>(
        &self,
        turn: fn(Piece) -> Turn,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (tell, told) = tokio::sync::oneshot::channel();
        // A caller that went away no longer wants to know.
        self.send(turn(piece(work, move |outcome| drop(tell.send(outcome)))))?;
        told.await.map_err(|_| stopped())?
    }

    pub fn alone<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> Result<T> {
        let (tell, told) = channel();
        self.send(Turn::Now(Work::Alone(Box::new(move |conn| {
            let outcome = guarded(work, conn);
            // Whatever transaction the work left open is undone.
            undo_to(conn, 0);
            let _ = tell.send(outcome);
        }))))?;
        told.recv().map_err(|_| stopped())?
    }

    fn send(&self, turn: Turn) -> Result<()> {
        self.turns.send(turn).map_err(|_| stopped())
    }
}

fn piece<T: Send + 'static>(
    work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    tell: impl FnOnce(Result<T>) + Send + 'static,
) -> Piece {
    Box::new(move |conn| {
        let outcome = guarded(work, conn);
        let keep = outcome.is_ok();
        (keep, Box::new(move |durable| tell(durable.and(outcome))))
    })
}

/// A panic of `work` is its error, and ends nothing else.
pub fn guarded<T>(work: impl FnOnce(&mut Conn) -> Result<T>, conn: &mut Conn) -> Result<T> {
    catch_unwind(AssertUnwindSafe(|| work(conn)))
        .unwrap_or_else(|_| Err(Error::Internal("a piece of work panicked".to_owned())))
}

/// What the writer has before it.
#[derive(Default)]
struct Waiting {
    people: VecDeque<Work>,
    aside: VecDeque<Piece>,
    /// How often people went before what stands aside.
    passed: usize,
}

impl Waiting {
    /// Takes what has arrived, and waits for something when there is nothing. False when nothing will come any more.
    fn gather(&mut self, queue: &Receiver<Turn>) -> bool {
        if self.people.is_empty() && self.aside.is_empty() {
            match queue.recv() {
                Ok(turn) => self.sort(turn),
                Err(_) => return false,
            }
        }
        while self.people.len() < GROUP
            && let Ok(turn) = queue.try_recv()
        {
            self.sort(turn);
        }
        true
    }

    fn sort(&mut self, turn: Turn) {
        match turn {
            Turn::Now(work) => self.people.push_back(work),
            Turn::Aside(piece) => self.aside.push_back(piece),
        }
    }

    fn serve(&mut self, conn: &mut Conn) {
        if (self.people.is_empty() || self.passed >= PASSED)
            && let Some(piece) = self.aside.pop_front()
        {
            self.passed = 0;
            return commit_together(conn, vec![piece]);
        }
        self.passed += usize::from(!self.aside.is_empty());
        let mut group = Vec::new();
        while let Some(work) = self.people.pop_front() {
            match work {
                Work::Grouped(piece) => group.push(piece),
                Work::Alone(work) if group.is_empty() => return work(conn),
                alone => {
                    self.people.push_front(alone);
                    break;
                }
            }
        }
        commit_together(conn, group);
    }
}

fn work(mut conn: Conn, queue: &Receiver<Turn>) {
    let mut waiting = Waiting::default();
    while waiting.gather(queue) {
        waiting.serve(&mut conn);
    }
}

/// Undoes what is deeper than `depth`: a piece that panicked inside a transaction of its own leaves it open.
fn undo_to(conn: &mut Conn, depth: u32) {
    crate::on_each!(conn, c => {
        while open_transactions(AnsiTransactionManager::transaction_manager_status_mut(c)) > depth {
            if AnsiTransactionManager::rollback_transaction(c).is_err() {
                break;
            }
        }
    });
}

fn open_transactions(status: &TransactionManagerStatus) -> u32 {
    status.transaction_depth().ok().flatten().map_or(0, NonZeroU32::get)
}

fn commit_together(conn: &mut Conn, group: Vec<Piece>) {
    let mut told = Vec::with_capacity(group.len());
    if let Err(fault) = conn.begin_immediate() {
        // No piece may run outside a transaction: dropping them closes their callers' channels, which they are told.
        tracing::error!(%fault, "could not begin a write transaction");
        return;
    }
    let mut broken = None;
    for piece in group {
        if let Err(fault) = Manager::begin_transaction(conn) {
            broken = Some(fault);
            break;
        }
        let (keep, acknowledge) = piece(conn);
        told.push(acknowledge);
        undo_to(conn, 2);
        let end = if keep { Manager::commit_transaction(conn) } else { Manager::rollback_transaction(conn) };
        if let Err(fault) = end {
            broken = Some(fault);
            break;
        }
    }
    let outcome = match broken {
        None => Manager::commit_transaction(conn),
        Some(fault) => Err(fault),
    };
    undo_to(conn, 0);
    let fault = outcome.err().map(|fault| Error::from(fault).to_string());
    for acknowledge in told {
        acknowledge(fault.clone().map_or(Ok(()), |fault| Err(Error::Unavailable(fault))));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    type Log = Arc<Mutex<Vec<String>>>;

    fn piece(log: &Log, name: String) -> Piece {
        let log = log.clone();
        Box::new(move |_| {
            log.lock().expect("the log").push(name);
            (true, Box::new(|durable| durable.expect("a commit")))
        })
    }

    fn served(turns: Vec<Turn>, log: &Log) -> Vec<String> {
        let mut conn = Conn::Sqlite(diesel::SqliteConnection::establish(":memory:").expect("a database"));
        let mut waiting = Waiting::default();
        for turn in turns {
            waiting.sort(turn);
        }
        while !waiting.people.is_empty() || !waiting.aside.is_empty() {
            waiting.serve(&mut conn);
        }
        log.lock().expect("the log").clone()
    }

    #[test]
    fn people_who_wait_go_before_mails() {
        let log = Log::default();
        let turns = vec![
            Turn::Aside(piece(&log, "mail".to_owned())),
            Turn::Now(Work::Grouped(piece(&log, "one".to_owned()))),
            Turn::Now(Work::Grouped(piece(&log, "two".to_owned()))),
        ];
        assert_eq!(served(turns, &log), ["one", "two", "mail"]);
    }

    #[test]
    fn mails_have_their_turn_among_many_people() {
        let log = Log::default();
        let mut turns = vec![Turn::Aside(piece(&log, "mail".to_owned()))];
        // Each alone, so that none shares a commit with the next.
        turns.extend((0..2 * PASSED).map(|number| {
            let log = log.clone();
            Turn::Now(Work::Alone(Box::new(move |_| log.lock().expect("the log").push(number.to_string()))))
        }));
        let order = served(turns, &log);
        assert_eq!(order.len(), 2 * PASSED + 1);
        assert_eq!(order.iter().position(|name| name == "mail"), Some(PASSED), "{order:?}");
    }
}
