//! SQLite's one writer: a thread that takes what waits, runs each piece under a savepoint of its own, commits the
//! group once and only then tells the callers. One commit to disk serves many callers, and nobody starves.

use std::num::NonZeroU32;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};

use diesel::connection::{AnsiTransactionManager, Connection, TransactionManager, TransactionManagerStatus};

use super::Conn;
use crate::error::{Error, Result};

/// The largest group one commit serves; past that the first callers would wait for the last.
const GROUP: usize = 64;

type Acknowledge = Box<dyn FnOnce(Result<()>) + Send>;
type Piece = Box<dyn FnOnce(&mut Conn) -> (bool, Acknowledge) + Send>;
/// diesel's own count of open transactions, so that what diesel nests becomes a savepoint.
type Manager = <Conn as Connection>::TransactionManager;

enum Turn {
    /// Says whether to keep its changes, and how to tell the caller once they are durable.
    Grouped(Piece),
    /// Runs outside any transaction and places its own.
    Alone(Box<dyn FnOnce(&mut Conn) + Send>),
}

pub struct Writer {
    turns: Sender<Turn>,
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

    pub fn write<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> Result<T> {
        let (tell, told) = channel();
        self.send(Turn::Grouped(Box::new(move |conn| {
            let outcome = guarded(work, conn);
            let keep = outcome.is_ok();
            (
                keep,
                Box::new(move |durable| {
                    // A caller that went away no longer wants to know.
                    let _ = tell.send(durable.and(outcome));
                }),
            )
        })))?;
        told.recv().map_err(|_| Error::Unavailable("the writer stopped".to_owned()))?
    }

    pub fn alone<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> Result<T> {
        let (tell, told) = channel();
        self.send(Turn::Alone(Box::new(move |conn| {
            let outcome = guarded(work, conn);
            // Whatever transaction the work left open is undone.
            undo_to(conn, 0);
            let _ = tell.send(outcome);
        })))?;
        told.recv().map_err(|_| Error::Unavailable("the writer stopped".to_owned()))?
    }

    fn send(&self, turn: Turn) -> Result<()> {
        self.turns.send(turn).map_err(|_| Error::Unavailable("the writer stopped".to_owned()))
    }
}

fn guarded<T>(work: impl FnOnce(&mut Conn) -> Result<T>, conn: &mut Conn) -> Result<T> {
    catch_unwind(AssertUnwindSafe(|| work(conn)))
        .unwrap_or_else(|_| Err(Error::Internal("a piece of work panicked".to_owned())))
}

fn work(mut conn: Conn, queue: &Receiver<Turn>) {
    let mut next = queue.recv().ok();
    while let Some(turn) = next.take() {
        match turn {
            Turn::Alone(work) => {
                work(&mut conn);
                next = queue.recv().ok();
            }
            Turn::Grouped(first) => {
                let mut waiting = vec![first];
                while waiting.len() < GROUP {
                    match queue.try_recv() {
                        Ok(Turn::Grouped(more)) => waiting.push(more),
                        Ok(alone) => {
                            next = Some(alone);
                            break;
                        }
                        Err(_) => break,
                    }
                }
                commit_together(&mut conn, waiting);
                if next.is_none() {
                    next = queue.recv().ok();
                }
            }
        }
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
