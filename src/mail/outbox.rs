//! Every query of the outbox: who waits, who was claimed, what became of it.

use diesel::prelude::*;
use jiff::SignedDuration;

use super::Kind;
use super::faults::{Fault, HOURLY, wait};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, sortable};
use crate::db::schema::outbox;
use crate::error::Result;

crate::words!(State {
    Queued = "queued",
    Sending = "sending",
    Sent = "sent",
    Failed = "failed",
    /// Left in the middle by a crash, and not worth a double.
    Unknown = "unknown",
    /// No longer wanted when its turn came (answered meanwhile, campaign closed).
    Dropped = "dropped",
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
    pub state: State,
    pub attempts: i32,
    pub message_id: String,
}

const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// Puts a letter in the outbox; writing the same one again changes nothing. True when it is new.
pub fn enqueue(conn: &mut Conn, now: Moment, letter: &Letter) -> Result<bool> {
    let id = sortable(now);
    let values = (
        outbox::id.eq(&id),
        outbox::kind.eq(letter.kind),
        outbox::occasion.eq(&letter.occasion),
        outbox::campaign.eq(letter.campaign.as_ref()),
        outbox::person.eq(&letter.person),
        outbox::reference.eq(letter.reference.as_ref()),
        outbox::priority.eq(letter.kind.priority()),
        outbox::state.eq(State::Queued),
        outbox::attempts.eq(0),
        outbox::next_at.eq(now),
        outbox::message_id.eq(format!("{id}@barometer")),
    );
    let new = crate::on_each!(conn, c => diesel::insert_into(outbox::table)
        .values(values)
        .on_conflict((outbox::campaign, outbox::person, outbox::occasion))
        .do_nothing()
        .execute(c))?;
    Ok(new == 1)
}

#[derive(Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
struct NewRow<'a> {
    id: String,
    kind: Kind,
    occasion: &'a str,
    campaign: Option<&'a CampaignId>,
    person: &'a PersonId,
    reference: Option<&'a str>,
    priority: i32,
    state: State,
    attempts: i32,
    next_at: Moment,
    message_id: String,
}

/// As [`enqueue`], many at once; says how many are new.
pub fn enqueue_all(conn: &mut Conn, now: Moment, letters: &[Letter]) -> Result<usize> {
    let mut new = 0;
    for part in letters.chunks(500) {
        let rows: Vec<NewRow> = part
            .iter()
            .map(|letter| {
                let id = sortable(now);
                NewRow {
                    message_id: format!("{id}@barometer"),
                    id,
                    kind: letter.kind,
                    occasion: &letter.occasion,
                    campaign: letter.campaign.as_ref(),
                    person: &letter.person,
                    reference: letter.reference.as_deref(),
                    priority: letter.kind.priority(),
                    state: State::Queued,
                    attempts: 0,
                    next_at: now,
                }
            })
            .collect();
        new += crate::on_each!(conn, c => diesel::insert_into(outbox::table)
            .values(&rows)
            .on_conflict((outbox::campaign, outbox::person, outbox::occasion))
            .do_nothing()
            .execute(c))?;
    }
    Ok(new)
}

/// Claims up to `limit` mails that are due, for `owner`, until the lease passes. A row already being sent when its
/// owner died is claimed again if a double is allowed, and closed as unknown if not.
pub fn claim(conn: &mut Conn, owner: &str, now: Moment, limit: i64) -> Result<Vec<Row>> {
    let free = outbox::lease_until.is_null().or(outbox::lease_until.lt(now));
    let due: Vec<Row> = outbox::table
        .filter(outbox::state.eq_any([State::Queued, State::Sending]))
        .filter(outbox::next_at.le(now))
        .filter(free)
        .order((outbox::priority, outbox::next_at, outbox::id))
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    let mut claimed = Vec::with_capacity(due.len());
    for row in due {
        let lost = row.state == State::Sending && !row.kind.may_double();
        let to = if lost { State::Unknown } else { State::Queued };
        let changed = diesel::update(outbox::table.find(&row.id))
            .filter(outbox::state.eq(row.state))
            .filter(outbox::lease_until.is_null().or(outbox::lease_until.lt(now)))
            .set((outbox::state.eq(to), outbox::lease_owner.eq(owner), outbox::lease_until.eq(now.plus(LEASE))))
            .execute(conn)?;
        if changed == 1 && !lost {
            claimed.push(row);
        }
    }
    Ok(claimed)
}

/// The stamp before the mail goes to the server; false when the lease was lost meanwhile.
pub fn stamp_sending(conn: &mut Conn, row: &Row, owner: &str, now: Moment) -> Result<bool> {
    let changed = diesel::update(outbox::table.find(&row.id))
        .filter(outbox::lease_owner.eq(owner))
        .filter(outbox::lease_until.gt(now))
        .set((outbox::state.eq(State::Sending), outbox::lease_until.eq(now.plus(LEASE))))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Writes what became of a mail, unless its lease went to somebody else meanwhile.
pub fn settle(
    conn: &mut Conn,
    row: &Row,
    owner: &str,
    outcome: &std::result::Result<State, Fault>,
    now: Moment,
) -> Result<()> {
    let attempts = match outcome {
        // Nothing is wrong with a mail whose server is away, however long: it is tried hourly for as long as it is
        // wanted, and a server that is back and says "not now" has its whole day.
        Err(Fault::Unreachable(_)) => (row.attempts + 1).min(HOURLY).max(row.attempts),
        _ => row.attempts + 1,
    };
    let (state, next_at, fault) = match outcome {
        Ok(state) => (*state, now, None),
        Err(Fault::Final(text)) => (State::Failed, now, Some(text)),
        Err(Fault::Later(text) | Fault::Unreachable(text)) => match wait(attempts) {
            Some(pause) => (State::Queued, now.plus(pause), Some(text)),
            None => (State::Failed, now, Some(text)),
        },
    };
    diesel::update(outbox::table.find(&row.id))
        .filter(outbox::lease_owner.eq(owner))
        .set((
            outbox::state.eq(state),
            outbox::attempts.eq(attempts),
            outbox::next_at.eq(next_at),
            outbox::lease_owner.eq(None::<String>),
            outbox::lease_until.eq(None::<Moment>),
            outbox::fault.eq(fault),
        ))
        .execute(conn)?;
    Ok(())
}

/// How many mails of a campaign are in each state, for one kind.
pub fn counts(conn: &mut Conn, campaign: &CampaignId, kind: Kind) -> Result<Vec<(State, i64)>> {
    Ok(outbox::table
        .filter(outbox::campaign.eq(campaign))
        .filter(outbox::kind.eq(kind))
        .group_by(outbox::state)
        .select((outbox::state, diesel::dsl::count_star()))
        .load(conn)?)
}

/// People a campaign could not reach, with what the server said.
pub fn undeliverable(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(PersonId, Option<String>)>> {
    Ok(outbox::table
        .filter(outbox::campaign.eq(campaign))
        .filter(outbox::kind.eq(Kind::Invitation))
        .filter(outbox::state.eq(State::Failed))
        .select((outbox::person, outbox::fault))
        .load(conn)?)
}
