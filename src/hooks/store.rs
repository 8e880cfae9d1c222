//! Queries of webhooks and deliveries.

use diesel::prelude::*;
use jiff::SignedDuration;

use super::{Delivery, Event, State, Told, Webhook};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::sortable;
use crate::db::schema::{deliveries, webhooks};
use crate::error::Result;

/// So long a process has for one attempt before another may take it over.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// How many deliveries a page shows of each address.
const LATEST: i64 = 10;

pub fn all(conn: &mut Conn) -> Result<Vec<Webhook>> {
    Ok(webhooks::table.order((webhooks::made_at, webhooks::id)).select(Webhook::as_select()).load(conn)?)
}

pub fn one(conn: &mut Conn, id: &str) -> Result<Webhook> {
    Ok(webhooks::table.find(id).select(Webhook::as_select()).get_result(conn)?)
}

pub fn insert(conn: &mut Conn, webhook: &Webhook) -> Result<()> {
    diesel::insert_into(webhooks::table).values(webhook).execute(conn)?;
    Ok(())
}

/// Puts an address off, with the reason, or on again; what waits for one that is off waits on.
pub fn set_active(conn: &mut Conn, id: &str, active: bool, said: Option<&str>) -> Result<()> {
    let set = (webhooks::active.eq(active), webhooks::said.eq(said));
    diesel::update(webhooks::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

pub fn delete(conn: &mut Conn, id: &str) -> Result<()> {
    diesel::delete(deliveries::table.filter(deliveries::webhook.eq(id))).execute(conn)?;
    diesel::delete(webhooks::table.find(id)).execute(conn)?;
    Ok(())
}

/// Writes down for everybody who wants it that something happened.
pub fn tell(conn: &mut Conn, now: Moment, event: Event, told: &Told) -> Result<()> {
    for webhook in all(conn)?.into_iter().filter(|webhook| webhook.active && webhook.wants(event)) {
        enqueue(conn, now, &webhook.id, event, told)?;
    }
    Ok(())
}

pub fn enqueue(conn: &mut Conn, now: Moment, webhook: &str, event: Event, told: &Told) -> Result<()> {
    let last: Option<Moment> = deliveries::table
        .filter(deliveries::webhook.eq(webhook))
        .select(diesel::dsl::max(deliveries::made_at))
        .first(conn)?;
    // What happens within one tick of the clock keeps its order.
    let at = last.map_or(now, |last| now.max(last.plus(SignedDuration::from_micros(1))));
    let row = Delivery {
        id: format!("msg_{}", sortable(now)),
        webhook: webhook.to_owned(),
        event,
        told: serde_json::to_string(told)?,
        made_at: at,
        state: State::Queued,
        attempts: 0,
        next_at: now,
        lease_until: None,
        said: None,
        ended_at: None,
    };
    diesel::insert_into(deliveries::table).values(&row).execute(conn)?;
    Ok(())
}

/// The latest deliveries of an address, last first.
pub fn latest(conn: &mut Conn, webhook: &str) -> Result<Vec<Delivery>> {
    Ok(deliveries::table
        .filter(deliveries::webhook.eq(webhook))
        .order((deliveries::made_at.desc(), deliveries::id.desc()))
        .limit(LATEST)
        .select(Delivery::as_select())
        .load(conn)?)
}

/// Is there anything to take? Asked often, and of a reader.
pub fn is_due(conn: &mut Conn, now: Moment) -> Result<bool> {
    let due: Option<String> = deliveries::table
        .inner_join(webhooks::table.on(webhooks::id.eq(deliveries::webhook)))
        .filter(webhooks::active.eq(true))
        .filter(deliveries::state.eq(State::Queued))
        .filter(deliveries::next_at.le(now))
        .select(deliveries::id)
        .first(conn)
        .optional()?;
    Ok(due.is_some())
}

/// Takes what each address that is on is to be told next, where that is due and nobody has it: one each, the earliest,
/// so that each is told in order.
pub fn claim(conn: &mut Conn, now: Moment) -> Result<Vec<(Webhook, Delivery)>> {
    let mut claimed = Vec::new();
    for webhook in all(conn)?.into_iter().filter(|webhook| webhook.active) {
        let next: Option<Delivery> = deliveries::table
            .filter(deliveries::webhook.eq(&webhook.id))
            .filter(deliveries::state.eq(State::Queued))
            .order((deliveries::made_at, deliveries::id))
            .select(Delivery::as_select())
            .first(conn)
            .optional()?;
        let free = |one: &Delivery| one.next_at <= now && one.lease_until.is_none_or(|until| until < now);
        let Some(delivery) = next.filter(free) else { continue };
        let untaken = deliveries::lease_until.is_null().or(deliveries::lease_until.lt(now));
        let taken = diesel::update(deliveries::table.find(&delivery.id))
            .filter(deliveries::state.eq(State::Queued))
            .filter(untaken)
            .set((deliveries::lease_until.eq(now.plus(LEASE)), deliveries::attempts.eq(deliveries::attempts + 1)))
            .execute(conn)?;
        if taken == 1 {
            claimed.push((webhook, Delivery { attempts: delivery.attempts + 1, ..delivery }));
        }
    }
    Ok(claimed)
}

pub fn end(conn: &mut Conn, id: &str, state: State, said: &str, now: Moment) -> Result<()> {
    let set = (
        deliveries::state.eq(state),
        deliveries::said.eq(said),
        deliveries::ended_at.eq(now),
        deliveries::lease_until.eq(None::<Moment>),
    );
    diesel::update(deliveries::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

pub fn put_off(conn: &mut Conn, id: &str, said: &str, next: Moment) -> Result<()> {
    let set = (deliveries::said.eq(said), deliveries::next_at.eq(next), deliveries::lease_until.eq(None::<Moment>));
    diesel::update(deliveries::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

/// Tells it again, under its own id; false when it still waits.
pub fn again(conn: &mut Conn, webhook: &str, id: &str, now: Moment) -> Result<bool> {
    let ended =
        deliveries::table.find(id).filter(deliveries::webhook.eq(webhook)).filter(deliveries::state.ne(State::Queued));
    let set = (
        deliveries::state.eq(State::Queued),
        deliveries::attempts.eq(0),
        deliveries::next_at.eq(now),
        deliveries::ended_at.eq(None::<Moment>),
    );
    Ok(diesel::update(ended).set(set).execute(conn)? == 1)
}

/// What waits for a later attempt is due now, and begins anew with its attempts: somebody says that the receiver is there.
pub fn hurry(conn: &mut Conn, webhook: &str, now: Moment) -> Result<()> {
    let waiting = deliveries::table.filter(deliveries::webhook.eq(webhook)).filter(deliveries::state.eq(State::Queued));
    diesel::update(waiting).set((deliveries::next_at.eq(now), deliveries::attempts.eq(0))).execute(conn)?;
    Ok(())
}

pub fn forget_before(conn: &mut Conn, moment: Moment) -> Result<()> {
    let old = deliveries::table.filter(deliveries::ended_at.lt(moment));
    diesel::delete(old).execute(conn)?;
    Ok(())
}
