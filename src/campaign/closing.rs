//! Closing: final. From here on no answer is taken; deciding, sealing and publishing follow.

use diesel::prelude::*;

use super::{Campaign, State, participation};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::campaigns;
use crate::error::Result;

/// The recurring task that takes a closed campaign through publication.
pub const TASK: &str = "publish";

/// Closes an open campaign; false when it was not open, or was extended since it was read. On Postgres this waits for sendings under way, which hold the
/// campaign's row.
pub fn close(conn: &mut Conn, campaign: &Campaign, today: Day, now: Moment) -> Result<bool> {
    let closed = diesel::update(campaigns::table.find(&campaign.id))
        .filter(campaigns::state.eq(State::Open))
        // Put off since the caller read it: then it is not over.
        .filter(campaigns::closes_on.eq(campaign.closes_on))
        .set((campaigns::state.eq(State::Closed), campaigns::stage.eq("closed"), campaigns::closed_at.eq(now)))
        .execute(conn)?;
    if closed == 1 {
        participation::record_last(conn, campaign, today)?;
    }
    Ok(closed == 1)
}
