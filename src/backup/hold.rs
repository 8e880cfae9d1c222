//! Mails that had not left when a backup was made may have left since. After a restore they are held, as mails of which
//! nobody knows; one command lets them go, under the message ids they always had.

use super::store;
use crate::app::App;
use crate::db::Conn;
use crate::error::Result;

/// Marks held rows among those of unknown fate.
const MARK: &str = "held after a restore";

/// Holds whatever was waiting or on its way; says how many.
pub(super) fn hold(conn: &mut Conn) -> Result<usize> {
    store::execute(
        conn,
        &format!(
            "UPDATE outbox SET state = 'unknown', fault = '{MARK}', lease_owner = NULL, lease_until = NULL \
             WHERE state IN ('queued', 'leased', 'sending')"
        ),
    )
}

/// Lets the held mails go; says how many.
pub fn send_held(app: &App) -> Result<usize> {
    app.db.write_now(|conn| {
        let sql =
            format!("UPDATE outbox SET state = 'queued', fault = NULL WHERE state = 'unknown' AND fault = '{MARK}'");
        store::execute(conn, &sql)
    })
}
