//! Takes what is due from the outbox and sends it. Nothing is open in the database while a mail travels.

use futures_util::stream::{self, StreamExt};

use super::Message;
use super::faults::Fault;
use super::outbox::{self, Row, State};
use super::transport::{CONNECTIONS, Transport};
use crate::app::App;
use crate::db;
use crate::db::{Conn, ids};
use crate::error::Result;

/// Turns an outbox row into a mail, or nothing when it is no longer wanted. The roof gives it: slices know their mails.
pub type Render = fn(&App, &mut Conn, &Row) -> Result<Option<Message>>;

/// Sends all that is due now; returns how many left.
pub async fn send_due(app: &App, transport: &Transport, render: Render) -> Result<usize> {
    let owner = ids::random_key();
    let mut sent = 0;
    loop {
        let (clock, claimant) = (app.clock.clone(), owner.clone());
        let rows = app
            .db
            .write(move |conn| {
                let now = db::now(conn, &clock)?;
                outbox::claim(conn, &claimant, now, 64)
            })
            .await?;
        if rows.is_empty() {
            return Ok(sent);
        }
        let outcomes: Vec<Result<bool>> = stream::iter(rows)
            .map(|row| send_one(app, transport, render, row, &owner))
            .buffer_unordered(CONNECTIONS)
            .collect()
            .await;
        for outcome in outcomes {
            // One bad row must not stop the others: it keeps its lease and comes again when that has passed.
            match outcome {
                Ok(left) => sent += usize::from(left),
                Err(fault) => tracing::error!(%fault, "a mail could not be handled"),
            }
        }
    }
}

async fn send_one(app: &App, transport: &Transport, render: Render, row: Row, owner: &str) -> Result<bool> {
    let (rendering, letter) = (app.clone(), row.clone());
    let rendered = app.db.read(move |conn| Ok(render(&rendering, conn, &letter))).await?;
    let (clock, stamped, claimant) = (app.clock.clone(), row.clone(), owner.to_owned());
    let ours = app
        .db
        .write(move |conn| {
            let now = db::now(conn, &clock)?;
            outbox::stamp_sending(conn, &stamped, &claimant, now)
        })
        .await?;
    if !ours {
        return Ok(false);
    }
    let outcome = match rendered {
        Ok(Some(message)) => {
            let from = app.config.mail_from.clone();
            transport.send(&from, &row.message_id, &message).await.map(|()| State::Sent)
        }
        Ok(None) => Ok(State::Dropped),
        // A fault of ours, perhaps a passing one of the database: the mail is not lost for it.
        Err(fault) => Err(Fault::Later(fault.to_string())),
    };
    if let Err(fault) = &outcome {
        tracing::warn!(mail = row.id, ?fault, "a mail did not leave");
    }
    let left = matches!(outcome, Ok(State::Sent));
    let (clock, owner) = (app.clock.clone(), owner.to_owned());
    app.db
        .write(move |conn| {
            let now = db::now(conn, &clock)?;
            outbox::settle(conn, &row, &owner, &outcome, now)
        })
        .await?;
    Ok(left)
}
