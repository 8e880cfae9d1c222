//! SQLite's one writer: a thread that takes what waits, runs each piece under a savepoint of its own, commits the
//! group once and only then tells the callers. One commit to disk serves many callers, and nobody starves. What mails
//! have to write stands aside: people never share a commit with it, and wait for one such piece at most.

use std::collections::VecDeque;
use std::num::NonZeroU32;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};

use diesel::connection::{AnsiTransactionManager, Connection, TransactionManager, TransactionManagerStatus};

use super::conn::{self, Conn, Sent};
use crate::error::{Error, Result};

/// The largest group one commit serves; past that the first callers would wait for the last.
const GROUP: usize = 64;
/// So many groups of people go before a piece that stands aside; then it has its turn, so that it does not starve.
const PASSED: usize = 8;

type Acknowledge = Box<dyn FnOnce(Result<()>) + Send>;

/// Work whose changes are kept when it ends well, and how its caller is told once they are durable.
struct Piece {
    work: Sent,
    tell: Acknowledge,
}
/// diesel's own count of open transactions, so that what diesel nests becomes a savepoint.
type Manager = <Conn as Connection>::TransactionManager;

enum Turn {
    Now(Work),
    /// Alone in its commit, and after the people who wait.
    Aside(Piece),
}

enum Work {
    Grouped(Piece),
    /// Runs outside any transaction and places its own.
    Alone(Piece),
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
    pub fn write_now(&self, work: Sent) -> Result<()> {
        self.waited(Work::Grouped, work)
    }

    pub fn alone(&self, work: Sent) -> Result<()> {
        self.waited(Work::Alone, work)
    }

    /// From async code, without a thread that waits.
    pub async fn write(&self, work: Sent) -> Result<()> {
        self.told(|piece| Turn::Now(Work::Grouped(piece)), work).await
    }

    /// As [`Writer::write`], for what can wait until the people who wait are served.
    pub async fn write_aside(&self, work: Sent) -> Result<()> {
        self.told(Turn::Aside, work).await
    }

    fn waited(&self, kind: fn(Piece) -> Work, work: Sent) -> Result<()> {
        let (tell, told) = channel();
        let tell: Acknowledge = Box::new(move |outcome| drop(tell.send(outcome)));
        self.send(Turn::Now(kind(Piece { work, tell })))?;
        told.recv().map_err(|_| stopped())?
    }

    async fn told(&self, turn: fn(Piece) -> Turn, work: Sent) -> Result<()> {
        let (tell, told) = tokio::sync::oneshot::channel();
        // A caller that went away no longer wants to know.
        let tell: Acknowledge = Box::new(move |outcome| drop(tell.send(outcome)));
        self.send(turn(Piece { work, tell }))?;
        told.await.map_err(|_| stopped())?
    }

    fn send(&self, turn: Turn) -> Result<()> {
        self.turns.send(turn).map_err(|_| stopped())
    }
}

/// A panic of `work` is its error, and ends nothing else.
pub fn guarded(work: conn::Work<'_>, conn: &mut Conn) -> Result<()> {
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
                Work::Alone(piece) if group.is_empty() => return run_alone(conn, piece),
                alone => {
                    self.people.push_front(alone);
                    break;
                }
            }
        }
        commit_together(conn, group);
    }
}

fn run_alone(conn: &mut Conn, Piece { work, tell }: Piece) {
    let outcome = guarded(work, conn);
    // Whatever transaction the work left open is undone.
    undo_to(conn, 0);
    tell(outcome);
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
    for Piece { work, tell } in group {
        if let Err(fault) = Manager::begin_transaction(conn) {
            broken = Some(fault);
            break;
        }
        let outcome = guarded(work, conn);
        undo_to(conn, 2);
        let kept = outcome.is_ok();
        told.push((tell, outcome));
        let end = if kept { Manager::commit_transaction(conn) } else { Manager::rollback_transaction(conn) };
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
    for (tell, outcome) in told {
        tell(fault.clone().map_or(outcome, |fault| Err(Error::Unavailable(fault))));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    type Log = Arc<Mutex<Vec<String>>>;

    fn piece(log: &Log, name: String) -> Piece {
        let log = log.clone();
        let work: Sent = Box::new(move |_| {
            log.lock().expect("the log").push(name);
            Ok(())
        });
        Piece { work, tell: Box::new(|outcome| outcome.expect("a commit")) }
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
        turns.extend((0..2 * PASSED).map(|number| Turn::Now(Work::Alone(piece(&log, number.to_string())))));
        let order = served(turns, &log);
        assert_eq!(order.len(), 2 * PASSED + 1);
        assert_eq!(order.iter().position(|name| name == "mail"), Some(PASSED), "{order:?}");
    }
}
