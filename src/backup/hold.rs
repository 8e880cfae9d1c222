//! Mails that had not left when a backup was made may have left since. After a restore they are held, as mails of which
//! nobody knows; one command lets them go, under the message ids they always had.

use super::store;
use crate::app::App;
use crate::db::Conn;
use crate::error::Result;
use crate::mail::outbox::{HELD, release_held};

/// Holds whatever was waiting or on its way; says how many.
pub(super) fn hold(conn: &mut Conn) -> Result<usize> {
    store::execute(
        conn,
        &format!(
            "UPDATE outbox SET state = 'unknown', fault = '{HELD}', lease_owner = NULL, lease_until = NULL \
             WHERE state IN ('queued', 'leased', 'sending')"
        ),
    )
}

/// Lets the held mails go; says how many.
pub fn send_held(app: &App) -> Result<usize> {
    app.db.write_now(|conn| release_held(conn, None))
}
