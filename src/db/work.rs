//! Work on a connection, without what it returns: a connection, a transaction, another thread are the same around every
//! piece of work, and are compiled once instead of once for each of several hundred.

use std::sync::{Arc, Mutex};

use super::conn::{Conn, Sent, Work};
use crate::error::{Error, Result};

/// Has `run` do the work, and returns what the work made of it.
pub fn here<'a, T: 'a>(
    work: impl FnOnce(&mut Conn) -> Result<T> + 'a,
    run: impl FnOnce(Work<'_>) -> Result<()>,
) -> Result<T> {
    let mut made = None;
    run(Box::new(|conn| {
        made = Some(work(conn)?);
        Ok(())
    }))?;
    made.ok_or_else(undone)
}

/// Where what work on another thread made is found once the work is done.
pub struct Made<T>(Arc<Mutex<Option<T>>>);

pub fn sent<T: Send + 'static>(work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> (Sent, Made<T>) {
    let made = Arc::new(Mutex::new(None));
    let place = made.clone();
    let work = move |conn: &mut Conn| {
        let outcome = work(conn)?;
        *place.lock().map_err(|_| undone())? = Some(outcome);
        Ok(())
    };
    (Box::new(work), Made(made))
}

impl<T> Made<T> {
    pub fn take(self) -> Result<T> {
        self.0.lock().ok().and_then(|mut made| made.take()).ok_or_else(undone)
    }
}

fn undone() -> Error {
    Error::Internal("a piece of work ended well and made nothing".to_owned())
}
