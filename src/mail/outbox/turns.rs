//! One turn of a sender: what became of its last mails, and what it may send next.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::super::Kind;
use super::super::faults::{Fault, HOURLY, chance, wait};
use super::super::store::{self, Course};
use super::claims::{LEASE, Owner};
use super::queue::{MASS, Row, State, URGENT};
use crate::app::audit;
use crate::clock::{Clock, Moment};
use crate::db;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::db::schema::outbox;
use crate::error::Result;

/// What became of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    Dropped,
    Fault(Fault),
}

/// What `turn` allows and says.
#[derive(Debug, Default)]
pub struct Turn {
    /// The rows stamped: these may go to the server now, and no others.
    pub stamped: BTreeSet<String>,
    /// Campaigns whose mails this turn halted.
    pub halted: Vec<CampaignId>,
}

/// One step for several connections at once, in one transaction: writes what became of the mails they sent, and the
/// stamp of those they are about to send. A stamp is refused when the row is no longer the owner's by the database's
/// clock, when its campaign's mails are held, or when another process used up the room.
pub fn turn(conn: &mut Conn, owner: &Owner, settled: &[(Row, Outcome)], next: &[Row]) -> Result<Turn> {
    let now = db::now(conn, &owner.clock)?;
    let mut turn = Turn { halted: tally(conn, &owner.clock, settled)?, ..Turn::default() };
    answer_for_relay(conn, settled, now)?;
    let sent: Vec<&String> =
        settled.iter().filter(|(_, outcome)| *outcome == Outcome::Sent).map(|(row, _)| &row.message_id).collect();
    if !sent.is_empty() {
        // By the mail, not the row: a row that was given a new mail meanwhile still waits.
        diesel::update(outbox::table.filter(outbox::message_id.eq_any(sent)))
            .filter(outbox::lease_owner.eq(&owner.key))
            .set((
                outbox::state.eq(State::Sent),
                outbox::attempts.eq(outbox::attempts + 1),
                outbox::next_at.eq(now),
                outbox::lease_owner.eq(None::<String>),
                outbox::lease_until.eq(None::<Moment>),
                outbox::fault.eq(None::<String>),
            ))
            .execute(conn)?;
    }
    for (row, outcome) in settled.iter().filter(|(_, outcome)| *outcome != Outcome::Sent) {
        settle(conn, row, &owner.key, outcome, now)?;
    }
    if !next.is_empty() {
        turn.stamped = stamp(conn, owner, next, now)?;
    }
    Ok(turn)
}

/// Counts refusals for good per campaign, and halts a campaign's mails when there are too many.
fn tally(conn: &mut Conn, clock: &Clock, settled: &[(Row, Outcome)]) -> Result<Vec<CampaignId>> {
    let mut by_campaign: BTreeMap<&CampaignId, Vec<Option<&str>>> = BTreeMap::new();
    for (row, outcome) in settled.iter().filter(|(row, _)| row.priority >= MASS) {
        let refused = match outcome {
            Outcome::Sent => None,
            // A server's words often hold the address, and a reminder's would tell whose link is unused.
            Outcome::Fault(Fault::Final(said)) => Some(if row.kind == Kind::Reminder { "" } else { said.as_str() }),
            _ => continue,
        };
        if let Some(campaign) = &row.campaign {
            by_campaign.entry(campaign).or_default().push(refused);
        }
    }
    let mut halted = Vec::new();
    for (campaign, answers) in by_campaign {
        let mut mailing = store::hold_mailing(conn, campaign)?;
        for refused in answers {
            mailing.count(refused);
        }
        if mailing.state == Course::Running && mailing.is_going_wrong() {
            mailing.state = Course::Halted;
            audit(conn, clock, None, "mails-halted", campaign.as_str())?;
            halted.push(campaign.clone());
        }
        store::save_mailing(conn, &mailing)?;
    }
    Ok(halted)
}

/// A connection that failed leaves the server alone; any answer of the server to a mail ends that.
fn answer_for_relay(conn: &mut Conn, settled: &[(Row, Outcome)], now: Moment) -> Result<()> {
    let faults = || settled.iter().map(|(_, outcome)| outcome);
    let answered = faults().any(|outcome| {
        matches!(outcome, Outcome::Sent | Outcome::Fault(Fault::Final(_) | Fault::Later(_) | Fault::Cut { .. }))
    });
    let away = faults().find_map(|outcome| match outcome {
        Outcome::Fault(Fault::Unreachable(said)) => Some(said),
        _ => None,
    });
    match away {
        Some(said) => store::rest_relay(conn, said, now),
        None if answered && store::Relay::load(conn)?.faults > 0 => store::wake_relay(conn),
        None => Ok(()),
    }
}

fn stamp(conn: &mut Conn, owner: &Owner, next: &[Row], now: Moment) -> Result<BTreeSet<String>> {
    let held: BTreeSet<CampaignId> = store::held(conn)?.into_iter().map(|mailing| mailing.campaign).collect();
    if owner.profile.limits() {
        store::hold_relay(conn)?;
    }
    let mut room = store::room(conn, &owner.profile, now, &owner.zone)?;
    let (mut wanted, mut back) = (Vec::new(), Vec::new());
    for row in next {
        let waits = row.priority >= MASS && row.campaign.as_ref().is_some_and(|campaign| held.contains(campaign));
        if row.priority > URGENT && (waits || room <= 0) {
            back.push(&row.message_id);
            continue;
        }
        room -= i64::from(row.priority > URGENT);
        wanted.push(&row.message_id);
    }
    let ours = |ids: Vec<&String>| {
        outbox::table
            .filter(outbox::message_id.eq_any(ids.into_iter().cloned().collect::<Vec<String>>()))
            .filter(outbox::lease_owner.eq(owner.key.clone()))
            .filter(outbox::state.eq(State::Leased))
    };
    if !back.is_empty() {
        diesel::update(ours(back))
            .set((
                outbox::state.eq(State::Queued),
                outbox::lease_owner.eq(None::<String>),
                outbox::lease_until.eq(None::<Moment>),
            ))
            .execute(conn)?;
    }
    if wanted.is_empty() {
        return Ok(BTreeSet::new());
    }
    let stamped: Vec<String> = crate::on_each!(conn, c => diesel::update(ours(wanted).filter(outbox::lease_until.gt(now)))
        .set((outbox::state.eq(State::Sending), outbox::lease_until.eq(now.plus(LEASE))))
        .returning(outbox::message_id)
        .get_results(c))?;
    store::record_relayed(conn, stamped.len(), now)?;
    Ok(stamped.into_iter().collect())
}

/// Writes what became of a mail that was not simply taken, unless its lease went to somebody else meanwhile.
fn settle(conn: &mut Conn, row: &Row, owner: &str, outcome: &Outcome, now: Moment) -> Result<()> {
    let tried = row.attempts + 1;
    // A mail whose connection breaks has nothing against it: it may be tried hourly for as long as it is wanted.
    let cut = tried.min(HOURLY).max(row.attempts);
    let later = |attempts: i32| wait(attempts, chance(&row.id, attempts)).map(|pause| (State::Queued, now.plus(pause)));
    let (attempts, (state, next_at), fault) = match outcome {
        Outcome::Sent => (tried, (State::Sent, now), None),
        Outcome::Dropped => (row.attempts, (State::Dropped, now), None),
        Outcome::Fault(fault) => match fault {
            Fault::Final(said) | Fault::Unwritable(said) => (tried, (State::Failed, now), Some(said)),
            Fault::Later(said) => (tried, later(tried).unwrap_or((State::Failed, now)), Some(said)),
            Fault::Cut { said, unsure: true } if !row.kind.may_double() => (cut, (State::Unknown, now), Some(said)),
            Fault::Cut { said, .. } => (cut, later(cut).unwrap_or((State::Queued, now)), Some(said)),
            // The relay rests, not the mail.
            Fault::Unreachable(said) => (row.attempts, (State::Queued, now), Some(said)),
        },
    };
    diesel::update(outbox::table.find(&row.id))
        .filter(outbox::message_id.eq(&row.message_id))
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
