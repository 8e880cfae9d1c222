//! Campaigns: their settings, their state, how long they are kept.

use diesel::prelude::*;

use super::super::{Campaign, Kind, State};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, QuestionnaireId, SupplierCode};
use crate::db::schema::{campaign_suppliers, campaigns, reminded};
use crate::error::{Error, Result};
use crate::retention::Retention;

/// The quarters, latest first: the rounds that waves, groups and budgets go by.
pub fn quarters(conn: &mut Conn) -> Result<Vec<Campaign>> {
    let mut list = campaigns(conn)?;
    list.retain(|one| one.kind.is_quarter());
    Ok(list)
}

/// All campaigns of every kind, latest first.
pub fn campaigns(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .order((campaigns::opens_on.desc(), campaigns::code.desc()))
        .select(Campaign::as_select())
        .load(conn)?)
}

pub fn campaign(conn: &mut Conn, id: &CampaignId) -> Result<Campaign> {
    Ok(campaigns::table.find(id).select(Campaign::as_select()).get_result(conn)?)
}

/// A quarter: an occasion is not found.
pub fn quarter(conn: &mut Conn, id: &CampaignId) -> Result<Campaign> {
    Some(campaign(conn, id)?).filter(|one| one.kind.is_quarter()).ok_or(Error::NotFound)
}

pub fn campaign_by_code(conn: &mut Conn, code: &str) -> Result<Campaign> {
    Ok(campaigns::table.filter(campaigns::code.eq(code)).select(Campaign::as_select()).get_result(conn)?)
}

/// Published waves, earliest first: the order in which they are compared. An occasion is none.
pub fn published(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .filter(campaigns::state.eq(State::Published))
        .filter(campaigns::kind.eq(Kind::Quarter))
        .order((campaigns::opens_on, campaigns::code))
        .select(Campaign::as_select())
        .load(conn)?)
}

/// The published waves that those who were asked were told of, earliest first.
pub fn announced(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(published(conn)?.into_iter().filter(Campaign::is_announced).collect())
}

/// Takes the telling of those who were asked: true for whoever does it, once.
pub fn take_announcement(conn: &mut Conn, id: &CampaignId, now: Moment) -> Result<bool> {
    let taken = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq(State::Published))
        .filter(campaigns::announced_at.is_null())
        .set(campaigns::announced_at.eq(now))
        .execute(conn)?;
    Ok(taken == 1)
}

/// The wave of this code: no occasion is one.
pub fn wave_by_code(conn: &mut Conn, code: &str) -> Result<Campaign> {
    let found = campaign_by_code(conn, code)?;
    Some(found).filter(|one| one.kind.is_quarter()).ok_or(Error::NotFound)
}

/// The published waves that asked about a supplier, earliest first, with the version asked.
pub fn published_of(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<(Campaign, QuestionnaireId)>> {
    Ok(campaigns::table
        .inner_join(campaign_suppliers::table.on(campaign_suppliers::campaign.eq(campaigns::id)))
        .filter(campaigns::state.eq(State::Published))
        .filter(campaigns::kind.eq(Kind::Quarter))
        .filter(campaign_suppliers::supplier.eq(supplier))
        .filter(campaign_suppliers::questionnaire.is_not_null())
        .order((campaigns::opens_on, campaigns::published_at))
        .select((Campaign::as_select(), campaign_suppliers::questionnaire.assume_not_null()))
        .load(conn)?)
}

pub fn in_state(conn: &mut Conn, state: State) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .filter(campaigns::state.eq(state))
        .order(campaigns::opens_on)
        .select(Campaign::as_select())
        .load(conn)?)
}

/// The campaigns that have opened and hand out a file of their answers, latest first: what anybody may know of them.
pub fn with_file(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .filter(campaigns::row_level.eq(true))
        .filter(campaigns::state.eq_any([State::Open, State::Closed, State::Published]))
        .order((campaigns::opens_on.desc(), campaigns::code.desc()))
        .select(Campaign::as_select())
        .load(conn)?)
}

/// Writes a new draft; false when its code is taken.
pub fn insert(conn: &mut Conn, campaign: &Campaign) -> Result<bool> {
    let new = crate::on_each!(conn, c => diesel::insert_into(campaigns::table)
        .values(campaign)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(new == 1)
}

/// Saves a campaign that has not opened; anything later is refused.
pub fn save_draft(conn: &mut Conn, campaign: &Campaign) -> Result<()> {
    let changed = diesel::update(campaigns::table.find(&campaign.id))
        .filter(campaigns::state.eq_any([State::Draft, State::Scheduled]))
        .set(campaign)
        .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Error::invalid("campaign-fault-frozen")) }
}

/// Keeps a campaign that has not opened for this transaction, and gives it as it now stands: opening waits (Postgres)
/// or comes after (SQLite). Anything later is refused.
pub fn hold(conn: &mut Conn, id: &CampaignId) -> Result<Campaign> {
    let held = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq_any([State::Draft, State::Scheduled]))
        .set(campaigns::stage.eq(""))
        .execute(conn)?;
    let campaign = campaign(conn, id)?;
    if held == 1 { Ok(campaign) } else { Err(Error::invalid("campaign-fault-frozen")) }
}

/// As [`hold`], for what is set for a quarter alone: an occasion is not found.
pub fn hold_quarter(conn: &mut Conn, id: &CampaignId) -> Result<Campaign> {
    let campaign = hold(conn, id)?;
    Some(campaign).filter(|one| one.kind.is_quarter()).ok_or(Error::NotFound)
}

/// Is the campaign still in `state` and at `stage`? If so nobody else moves it until this transaction ends: on Postgres
/// its row is held, on SQLite there is one writer.
pub fn hold_stage(conn: &mut Conn, id: &CampaignId, state: State, stage: &str) -> Result<bool> {
    let query = campaigns::table.find(id).select((campaigns::state, campaigns::stage));
    let (stands, at): (State, String) = match conn {
        Conn::Sqlite(c) => query.get_result(c)?,
        Conn::Pg(c) => query.for_update().get_result(c)?,
    };
    Ok(stands == state && at == stage)
}

/// Is the campaign open? On Postgres it cannot close before this transaction ends.
pub fn hold_open(conn: &mut Conn, id: &CampaignId) -> Result<bool> {
    let query = campaigns::table.find(id).select(campaigns::state);
    let state: State = match conn {
        Conn::Sqlite(c) => query.get_result(c)?,
        Conn::Pg(c) => query.for_share().get_result(c)?,
    };
    Ok(state == State::Open)
}

/// As [`hold_open`], and nobody else holds it meanwhile: sendings wait for the end of this transaction.
pub fn hold_open_alone(conn: &mut Conn, id: &CampaignId) -> Result<bool> {
    let held = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq(State::Open))
        .set(campaigns::stage.eq(campaigns::stage))
        .execute(conn)?;
    Ok(held == 1)
}

/// Puts off the closing of an open campaign. `first` is the date that was announced first.
pub fn extend(conn: &mut Conn, id: &CampaignId, closes_on: Day, reminders: &str, first: Option<Day>) -> Result<()> {
    diesel::update(campaigns::table.find(id))
        .set((
            campaigns::closes_on.eq(closes_on),
            campaigns::reminders.eq(reminders),
            campaigns::extended_from.eq(first),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes from when an occasion that opens takes answers, and its thresholds.
pub fn settle(conn: &mut Conn, campaign: &Campaign) -> Result<()> {
    diesel::update(campaigns::table.find(&campaign.id))
        .set((
            campaigns::opens_on.eq(campaign.opens_on),
            campaigns::threshold.eq(campaign.threshold),
            campaigns::levels_threshold.eq(campaign.levels_threshold),
            campaigns::comments_threshold.eq(campaign.comments_threshold),
        ))
        .execute(conn)?;
    Ok(())
}

/// One opening at a time, so that none counts on people whom another invites beside it.
pub fn hold_openings(conn: &mut Conn) -> Result<()> {
    if let Conn::Pg(c) = conn {
        // "opening", as a number.
        diesel::sql_query("SELECT pg_advisory_xact_lock(31368709733445223)").execute(c)?;
    }
    Ok(())
}

/// Takes a campaign from one state to the next; false when it was no longer in `from`.
pub fn advance(conn: &mut Conn, id: &CampaignId, from: State, to: State) -> Result<bool> {
    let changed = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq(from))
        .set(campaigns::state.eq(to))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Takes a closed campaign from one step of publishing to the next; false when it was no longer at `from`. On
/// Postgres the row is held until the transaction ends, so a second worker waits and then finds the step taken.
pub fn take_stage(conn: &mut Conn, id: &CampaignId, from: &str, to: &str) -> Result<bool> {
    let taken = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq(State::Closed))
        .filter(campaigns::stage.eq(from))
        .set(campaigns::stage.eq(to))
        .execute(conn)?;
    Ok(taken == 1)
}

/// Everything that follows publication is written: nothing more to do for this campaign.
pub fn finish(conn: &mut Conn, id: &CampaignId) -> Result<()> {
    diesel::update(campaigns::table.find(id)).set(campaigns::stage.eq("done")).execute(conn)?;
    Ok(())
}

/// The campaigns whose comments, and those whose answers, have been kept for as long as was promised.
pub fn past_their_time(conn: &mut Conn, setting: Retention, now: Moment) -> Result<(Vec<CampaignId>, Vec<CampaignId>)> {
    let all = in_state(conn, State::Published)?;
    let past = |months: fn(Retention) -> i32| {
        let over = |one: &&Campaign| one.closed_at.is_some_and(|at| at.plus_months(months(one.keeps(setting))) < now);
        all.iter().filter(over).map(|one| one.id.clone()).collect()
    };
    Ok((past(|keep| keep.comments), past(|keep| keep.answers)))
}

/// Marks the reminders of `day` as dealt with; false when they were before. In a table of its own: a lock on the
/// campaign's row would hold whoever is answering until all letters are written.
pub fn deal_with_reminder(conn: &mut Conn, campaign: &CampaignId, day: Day) -> Result<bool> {
    let new = crate::on_each!(conn, c => diesel::insert_into(reminded::table)
        .values((reminded::campaign.eq(campaign), reminded::day.eq(day)))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(new == 1)
}
