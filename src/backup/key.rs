//! The link key is in no database and no backup; both keep a mark by which it is known again. A program with another
//! key would hand out links that lead nowhere.

use crate::app::{App, LinkKey, Settings};
use crate::db::Conn;
use crate::error::{Error, Result};

const NAME: &str = "link_key_mark";

/// The mark of the key this database was last used with.
pub(super) fn known(conn: &mut Conn) -> Result<Option<String>> {
    Settings::value(conn, NAME)
}

/// Is it the key of that mark? Yes where there is no mark yet.
pub(super) fn fits(key: &LinkKey, mark: Option<&str>) -> bool {
    mark.is_none_or(|mark| mark == key.mark())
}

/// Refuses to go on with another key than before; keeps the mark of the first one.
pub fn check_key(app: &App) -> Result<()> {
    let known = app.db.read_now(known)?;
    if !fits(&app.link_key, known.as_deref()) {
        return Err(Error::invalid("key-is-another"));
    }
    if known.is_none() { accept_key(app) } else { Ok(()) }
}

/// Does `key` open the links of this database? One that knows no key yet is opened by any.
pub fn opens_links(conn: &mut Conn, key: &LinkKey) -> Result<bool> {
    Ok(fits(key, known(conn)?.as_deref()))
}

/// From now on this key is the right one.
pub fn accept_key(app: &App) -> Result<()> {
    let mark = app.link_key.mark();
    app.db.write_now(move |conn| Settings::save(conn, NAME, &mark))
}
