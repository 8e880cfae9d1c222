//! Through a link: work is done behind an open one; any other gives its page.

use actix_web::HttpRequest;

use super::ended;
use super::visit::{Door, Visit, link_of, look, nowhere};
use crate::answering::store;
use crate::app::token_hash;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::web::Answer;

/// As [`look`], with the page that says why there is nothing to read.
pub(super) async fn open<T: Send + 'static>(
    req: &HttpRequest,
    work: impl FnOnce(&mut Conn, &Visit) -> Result<T> + Send + 'static,
) -> std::result::Result<(Box<Visit>, T), Answer> {
    match look(req, work).await {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(door)) => Err(ended::ended(req, door)),
        Err(fault) => Err(Err(fault)),
    }
}

/// Does `work` in one write transaction with an open link in hand: two tabs take turns, the draft is as the last one
/// left it, and the campaign does not close meanwhile. Any other link gives its page instead.
pub(super) async fn turn<T: Send + 'static>(
    req: &HttpRequest,
    work: impl FnOnce(&mut Conn, &mut Visit) -> Result<T> + Send + 'static,
) -> std::result::Result<(Box<Visit>, T), Answer> {
    let (app, token, asked) = match link_of(req) {
        Ok(link) => link,
        Err(fault) => return Err(Err(fault)),
    };
    let (db, begin) = (app.db.clone(), store::begin(&token_hash(&token)));
    let done = db
        .turn(&begin, move |conn| {
            let Some(found) = store::find(conn, &token_hash(&token))? else { return Err(nowhere(conn, &token)?) };
            Ok(match Door::of(Visit::new(app, token, found, asked)) {
                Door::Open(mut visit) => {
                    let done = work(conn, &mut visit)?;
                    Ok((visit, done))
                }
                other => Err(other),
            })
        })
        .await;
    ended_or(req, done).await
}

/// What was done through an open link, or the page of another.
async fn ended_or<T>(
    req: &HttpRequest,
    done: Result<std::result::Result<(Box<Visit>, T), Door>>,
) -> std::result::Result<(Box<Visit>, T), Answer> {
    match done {
        Ok(Ok(done)) => Ok(done),
        // The second of a double click ends where the first did, not at an address that only takes forms.
        Ok(Err(Door::Recorded(mut visit))) => Err(visit.leads_to_end()),
        Ok(Err(door)) => Err(ended::ended(req, door)),
        Err(fault) => Err(Err(fault)),
    }
}

/// As [`turn`], for work whose one write keeps or sends the draft. Postgres does it without a transaction: the draft is
/// written or sent in the place of the one that was read, or, when another tab was there first, the work is done again.
pub(super) async fn rewrite<T: Send + 'static>(
    req: &HttpRequest,
    work: impl Fn(&mut Conn, &mut Visit) -> Result<T> + Send + 'static,
) -> std::result::Result<(Box<Visit>, T), Answer> {
    let (app, token, asked) = match link_of(req) {
        Ok(link) => link,
        Err(fault) => return Err(Err(fault)),
    };
    if app.db.has_one_writer() {
        return turn(req, work).await;
    }
    let db = app.db.clone();
    let done = db.read(move |conn| {
        for _ in 0..TABS {
            let Some(found) = store::find(conn, &token_hash(&token))? else { return Err(nowhere(conn, &token)?) };
            match Door::of(Visit { replaces: true, ..Visit::new(app.clone(), token.clone(), found, asked) }) {
                Door::Open(mut visit) => {
                    let done = work(conn, &mut visit)?;
                    if !visit.came_late {
                        return Ok(Ok((visit, done)));
                    }
                }
                other => return Ok(Err(other)),
            }
        }
        Err(Error::Unavailable("a draft that others write all the time".to_owned()))
    });
    ended_or(req, done.await).await
}

/// How often another tab may be there first.
const TABS: usize = 20;
