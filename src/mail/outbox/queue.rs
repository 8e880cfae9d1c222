//! Letters that wait for their turn.

use diesel::prelude::*;

use super::super::Kind;
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, sortable};
use crate::db::schema::outbox;
use crate::error::Result;

crate::words!(State {
    Queued = "queued",
    /// Claimed by a process that will send it soon.
    Leased = "leased",
    Sending = "sending",
    Sent = "sent",
    Failed = "failed",
    /// Left in the middle by a crash or a broken connection, and not worth a double.
    Unknown = "unknown",
    /// No longer wanted when its turn came (answered meanwhile, campaign closed).
    Dropped = "dropped",
    /// HR stopped the campaign's mails while it waited.
    Stopped = "stopped",
});

/// A mail to write: to whom, for what occasion. The same person never gets two for one occasion of a campaign.
#[derive(Debug, Clone)]
pub struct Letter {
    pub kind: Kind,
    pub occasion: String,
    pub campaign: Option<CampaignId>,
    pub person: PersonId,
    /// The key of what the mail is about, where campaign and person do not say it.
    pub reference: Option<String>,
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = outbox)]
pub struct Row {
    pub id: String,
    pub kind: Kind,
    pub campaign: Option<CampaignId>,
    pub person: PersonId,
    pub reference: Option<String>,
    pub priority: i32,
    pub state: State,
    pub attempts: i32,
    pub message_id: String,
}

/// The kinds of letters that leave even outside hours and limits.
pub(super) const URGENT: i32 = 0;

/// From this priority on, letters are a campaign's mass of mails: they wait while its mails are held.
pub const MASS: i32 = 2;

/// Puts a letter in the outbox; writing the same one again changes nothing. True when it is new.
pub fn enqueue(conn: &mut Conn, now: Moment, letter: &Letter) -> Result<bool> {
    Ok(enqueue_all(conn, now, std::slice::from_ref(letter))? == 1)
}

/// As [`enqueue`], for many; how many are new.
pub fn enqueue_all(conn: &mut Conn, now: Moment, letters: &[Letter]) -> Result<usize> {
    let mut new = 0;
    // Each row takes eleven parameters, and older SQLite bears 999.
    for part in letters.chunks(80) {
        let rows: Vec<_> = part
            .iter()
            .map(|letter| {
                let id = sortable(now);
                (
                    outbox::message_id.eq(format!("{id}@barometer")),
                    outbox::id.eq(id),
                    outbox::kind.eq(letter.kind),
                    outbox::occasion.eq(&letter.occasion),
                    outbox::campaign.eq(letter.campaign.as_ref()),
                    outbox::person.eq(&letter.person),
                    outbox::reference.eq(letter.reference.as_ref()),
                    outbox::priority.eq(letter.kind.priority()),
                    outbox::state.eq(State::Queued),
                    outbox::attempts.eq(0),
                    outbox::next_at.eq(now),
                )
            })
            .collect();
        new += match conn {
            // SQLite's batch cannot hold optional values: one by one, prepared once.
            Conn::Sqlite(c) => {
                let mut new = 0;
                for row in rows {
                    new += diesel::insert_into(outbox::table).values(row).on_conflict_do_nothing().execute(c)?;
                }
                new
            }
            Conn::Pg(c) => diesel::insert_into(outbox::table).values(rows).on_conflict_do_nothing().execute(c)?,
        };
    }
    Ok(new)
}

/// Since when the mail that waits longest is due; none when nothing is.
pub fn oldest_due(conn: &mut Conn, now: Moment) -> Result<Option<Moment>> {
    let due = outbox::table.filter(outbox::state.eq(State::Queued)).filter(outbox::next_at.le(now));
    Ok(due.select(diesel::dsl::min(outbox::next_at)).get_result(conn)?)
}

/// Is there anything to claim? Asked often, and of a reader.
pub fn is_due(conn: &mut Conn, now: Moment) -> Result<bool> {
    let due = outbox::table.filter(outbox::state.eq(State::Queued)).filter(outbox::next_at.le(now));
    let lapsed =
        outbox::table.filter(outbox::state.eq_any([State::Leased, State::Sending])).filter(outbox::lease_until.lt(now));
    let found: Option<String> = due.select(outbox::id).first(conn).optional()?;
    if found.is_some() {
        return Ok(true);
    }
    Ok(lapsed.select(outbox::id).first::<String>(conn).optional()?.is_some())
}
