//! Who has letters in hand, and for how long.

use diesel::prelude::*;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::super::Kind;
use super::super::profile::Profile;
use super::super::store::{self};
use super::queue::{MASS, Row, State, URGENT};
use crate::clock::{Clock, Moment};
use crate::db;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::db::schema::outbox;
use crate::error::Result;

/// How long a claimed row is its owner's. Another process takes over what a dead one left no later than this.
pub(super) const LEASE: SignedDuration = SignedDuration::from_secs(24);

/// How often a living owner renews it.
pub const RENEWAL: std::time::Duration = std::time::Duration::from_secs(8);

/// Who claims, by which clock and profile.
#[derive(Clone)]
pub struct Owner {
    pub key: String,
    pub clock: Clock,
    pub zone: TimeZone,
    pub profile: Profile,
}

/// So many urgent mails are claimed at once, however little room there is for others.
const MOST_URGENT: i64 = 16;

/// Puts back what owners left whose lease has passed. What was being sent then is sent once more where a double is
/// allowed, under the same Message-ID, and closed as unknown where it is not.
fn take_back(conn: &mut Conn, now: Moment) -> Result<()> {
    let query = outbox::table
        .filter(outbox::state.eq_any([State::Leased, State::Sending]))
        .filter(outbox::lease_until.lt(now))
        .select((outbox::id, outbox::kind, outbox::state));
    let lapsed: Vec<(String, Kind, State)> = match conn {
        Conn::Sqlite(c) => query.load(c)?,
        Conn::Pg(c) => query.for_update().skip_locked().load(c)?,
    };
    let (lost, again): (Vec<_>, Vec<_>) =
        lapsed.into_iter().partition(|(_, kind, state)| *state == State::Sending && !kind.may_double());
    for (rows, to) in [(lost, State::Unknown), (again, State::Queued)] {
        let ids: Vec<String> = rows.into_iter().map(|(id, ..)| id).collect();
        for part in ids.chunks(500) {
            diesel::update(outbox::table.filter(outbox::id.eq_any(part)))
                .set((
                    outbox::state.eq(to),
                    outbox::lease_owner.eq(None::<String>),
                    outbox::lease_until.eq(None::<Moment>),
                ))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// Claims up to `limit` mails that are due: urgent ones first and always, others as the profile has room and the
/// campaign's mails run. Nothing while the server is left alone.
pub fn claim(conn: &mut Conn, owner: &Owner, limit: i64) -> Result<Vec<Row>> {
    let now = db::now(conn, &owner.clock)?;
    take_back(conn, now)?;
    store::forget_relayed(conn, now)?;
    if store::Relay::load(conn)?.rests(now) {
        return Ok(Vec::new());
    }
    let mut rows = due(conn, now, true, &[], limit.max(MOST_URGENT))?;
    let left = limit - i64::try_from(rows.len()).unwrap_or(limit);
    let room = if left > 0 { store::room(conn, &owner.profile, now, &owner.zone)?.min(left) } else { 0 };
    if room > 0 {
        let held: Vec<CampaignId> = store::held(conn)?.into_iter().map(|mailing| mailing.campaign).collect();
        rows.extend(due(conn, now, false, &held, room)?);
    }
    let ids: Vec<&String> = rows.iter().map(|row| &row.id).collect();
    if !ids.is_empty() {
        diesel::update(outbox::table.filter(outbox::id.eq_any(ids)))
            .set((
                outbox::state.eq(State::Leased),
                outbox::lease_owner.eq(&owner.key),
                outbox::lease_until.eq(now.plus(LEASE)),
            ))
            .execute(conn)?;
    }
    Ok(rows)
}

/// The rows to claim, in their order; on Postgres they are held for this transaction, and those that another process
/// holds are passed over.
fn due(conn: &mut Conn, now: Moment, urgent: bool, held: &[CampaignId], limit: i64) -> Result<Vec<Row>> {
    let (lowest, highest) = if urgent { (URGENT, URGENT) } else { (URGENT + 1, i32::MAX) };
    let free = outbox::campaign.is_null().or(outbox::campaign.ne_all(held)).or(outbox::priority.lt(MASS));
    let query = outbox::table
        .filter(outbox::state.eq(State::Queued))
        .filter(outbox::priority.between(lowest, highest))
        .filter(outbox::next_at.le(now))
        .filter(free.assume_not_null())
        .order((outbox::priority, outbox::next_at, outbox::id))
        .limit(limit)
        .select((
            outbox::id,
            outbox::kind,
            outbox::campaign,
            outbox::person,
            outbox::reference,
            outbox::priority,
            outbox::state,
            outbox::attempts,
            outbox::message_id,
        ));
    Ok(match conn {
        Conn::Sqlite(c) => query.load(c)?,
        Conn::Pg(c) => query.for_update().skip_locked().load(c)?,
    })
}

/// A living owner keeps what it claimed. What has lapsed stays lapsed: somebody else may have begun.
pub fn renew(conn: &mut Conn, owner: &Owner) -> Result<()> {
    let now = db::now(conn, &owner.clock)?;
    let query = outbox::table
        .filter(outbox::state.eq_any([State::Leased, State::Sending]))
        .filter(outbox::lease_owner.eq(&owner.key))
        .filter(outbox::lease_until.gt(now))
        .select(outbox::id);
    let ids: Vec<String> = match conn {
        Conn::Sqlite(c) => query.load(c)?,
        // What a turn holds gets its new lease, or its end, from the turn; waiting for each other would be a deadlock.
        Conn::Pg(c) => query.for_update().skip_locked().load(c)?,
    };
    diesel::update(outbox::table.filter(outbox::id.eq_any(ids)))
        .set(outbox::lease_until.eq(now.plus(LEASE)))
        .execute(conn)?;
    Ok(())
}

/// Gives back, unsent, what an owner has claimed and will not send.
pub fn give_back(conn: &mut Conn, owner: &Owner) -> Result<()> {
    diesel::update(outbox::table)
        .filter(outbox::state.eq(State::Leased))
        .filter(outbox::lease_owner.eq(&owner.key))
        .set((
            outbox::state.eq(State::Queued),
            outbox::lease_owner.eq(None::<String>),
            outbox::lease_until.eq(None::<Moment>),
        ))
        .execute(conn)?;
    Ok(())
}
