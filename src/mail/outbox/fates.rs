//! What became of letters.

use diesel::prelude::*;

use super::super::Kind;
use super::queue::State;
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, sortable_from};
use crate::db::schema::outbox;
use crate::error::Result;

/// What became of somebody's invitation.
#[derive(Debug, Clone, Queryable)]
pub struct Fate {
    pub person: PersonId,
    pub state: State,
    /// The server's words.
    pub said: Option<String>,
    /// Since when it is so, for a mail that has left or was refused.
    pub at: Moment,
}

/// How many letters wait that go before those of `kind` or with them: what an end is foretold from.
pub fn waiting(conn: &mut Conn, kind: Kind) -> Result<i64> {
    Ok(outbox::table
        .filter(outbox::state.eq_any([State::Queued, State::Leased, State::Sending]))
        .filter(outbox::priority.le(kind.priority()))
        .count()
        .get_result(conn)?)
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

/// How many letters of one kind to one person are of `since` or later.
pub fn written_since(conn: &mut Conn, kind: Kind, person: &PersonId, since: Moment) -> Result<i64> {
    // Keys sort by when they were made.
    Ok(outbox::table
        .filter(outbox::kind.eq(kind))
        .filter(outbox::person.eq(person))
        .filter(outbox::id.ge(sortable_from(since)))
        .count()
        .get_result(conn)?)
}

/// People a campaign could not reach, with what the server said.
pub fn undeliverable(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(PersonId, Option<String>)>> {
    let failed = fates(conn, campaign, Some(State::Failed))?;
    Ok(failed.into_iter().map(|fate| (fate.person, fate.said)).collect())
}

/// What became of one person's invitation.
pub fn fate(conn: &mut Conn, campaign: &CampaignId, person: &PersonId) -> Result<Option<Fate>> {
    Ok(outbox::table
        .filter(outbox::campaign.eq(campaign))
        .filter(outbox::person.eq(person))
        .filter(outbox::kind.eq(Kind::Invitation))
        .select((outbox::person, outbox::state, outbox::fault, outbox::next_at))
        .first(conn)
        .optional()?)
}

/// What became of the invitations of a campaign, or of those in one state only.
pub fn fates(conn: &mut Conn, campaign: &CampaignId, only: Option<State>) -> Result<Vec<Fate>> {
    let states = only.map_or_else(|| State::ALL.to_vec(), |one| vec![one]);
    Ok(outbox::table
        .filter(outbox::campaign.eq(campaign))
        .filter(outbox::kind.eq(Kind::Invitation))
        .filter(outbox::state.eq_any(states))
        .select((outbox::person, outbox::state, outbox::fault, outbox::next_at))
        .load(conn)?)
}
