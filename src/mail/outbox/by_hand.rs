//! What somebody asks for by hand, what a restore held, what came back.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::super::Kind;
use super::super::store::{self, Course};
use super::super::transport;
use super::queue::{MASS, State};
use crate::app::App;
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, sortable};
use crate::db::schema::outbox;
use crate::error::Result;

/// Of the mails that a restore held; see [`release_held`].
pub const HELD: &str = "held after a restore";

/// A letter that somebody asked for by hand goes before a campaign's mass of mails, and is not held with it.
const BY_HAND: i32 = 1;

/// A mail is handed over within so many seconds of being written.
const CLOSE: i64 = 3600;

/// Sends somebody's invitation once more: the same row, as a new mail. What became of the earlier mail, or comes of it
/// yet (a worker that has it in hand, a mail returned late), no longer counts. False when the row is in no state of
/// `from`.
pub fn send_again(
    conn: &mut Conn,
    campaign: &CampaignId,
    person: &PersonId,
    from: &[State],
    now: Moment,
) -> Result<bool> {
    let changed = diesel::update(outbox::table)
        .filter(outbox::campaign.eq(campaign))
        .filter(outbox::person.eq(person))
        .filter(outbox::kind.eq(Kind::Invitation))
        .filter(outbox::state.eq_any(from))
        .set((
            outbox::message_id.eq(format!("{}@barometer", sortable(now))),
            outbox::state.eq(State::Queued),
            outbox::priority.eq(BY_HAND),
            outbox::attempts.eq(0),
            outbox::next_at.eq(now),
            outbox::lease_owner.eq(None::<String>),
            outbox::lease_until.eq(None::<Moment>),
            outbox::fault.eq(None::<String>),
        ))
        .execute(conn)?;
    Ok(changed > 0)
}

/// Where mails are files: removes those whose row is gone. A reminder's file tells that its reader had not answered, and
/// each holds a link.
pub fn forget_files(app: &App) -> Result<()> {
    let folder = app.config.outbox_folder();
    // Before the rows: a file is written while its row stands.
    let files = transport::files(&folder)?;
    if files.is_empty() {
        return Ok(());
    }
    let rows: BTreeSet<String> = app
        .db
        .read_now(|conn| Ok(outbox::table.select(outbox::message_id).load::<String>(conn)?))?
        .into_iter()
        .collect();
    for (id, file) in files {
        if !rows.contains(&format!("{id}@barometer")) {
            transport::remove(&file)?;
        }
    }
    Ok(())
}

/// A mail came back for good: its row has failed, with the server's words. `id` is its Message-ID up to the @. False
/// when no mail that left has that id.
pub fn came_back(conn: &mut Conn, id: &str, said: &str, now: Moment) -> Result<bool> {
    let changed = diesel::update(outbox::table)
        .filter(outbox::message_id.eq(format!("{id}@barometer")))
        .filter(outbox::state.eq_any([State::Sent, State::Unknown]))
        .set((outbox::state.eq(State::Failed), outbox::next_at.eq(now), outbox::fault.eq(said)))
        .execute(conn)?;
    Ok(changed > 0)
}

/// The Message-ID, up to the @, of the mail about a campaign that left for a person closest to `written`: what a report
/// that names the person alone is about. One that was sent anew takes no report about the mail before it.
pub fn sent_about(
    conn: &mut Conn,
    campaign: &CampaignId,
    person: &PersonId,
    written: Option<Moment>,
) -> Result<Option<String>> {
    let rows: Vec<(String, String, Moment)> = outbox::table
        .filter(outbox::campaign.eq(campaign))
        .filter(outbox::person.eq(person))
        .filter(outbox::kind.eq_any([Kind::Invitation, Kind::Reminder]))
        .filter(outbox::state.eq_any([State::Sent, State::Unknown]))
        .select((outbox::id, outbox::message_id, outbox::next_at))
        .load(conn)?;
    let since = |at: Moment| written.map_or(0, |written| at.to_jiff().duration_since(written.to_jiff()).as_secs());
    let mut candidates = Vec::new();
    for (row, message_id, at) in rows {
        let Some((id, _)) = message_id.split_once('@') else { continue };
        // A mail sent for the first time has its row's key; it is written shortly before it leaves.
        if id == row || since(at) <= CLOSE {
            candidates.push((since(at).abs(), id.to_owned()));
        }
    }
    Ok(candidates.into_iter().min().map(|(_, id)| id))
}

/// How many invitations of a campaign a restore held, and whether it held anything of it: how many reminders are among
/// it would tell how many links are unused.
pub fn held(conn: &mut Conn, campaign: &CampaignId) -> Result<(i64, bool)> {
    let rows: Vec<(Kind, i64)> = outbox::table
        .filter(outbox::campaign.eq(campaign))
        .filter(outbox::state.eq(State::Unknown))
        .filter(outbox::fault.eq(HELD))
        .group_by(outbox::kind)
        .select((outbox::kind, diesel::dsl::count_star()))
        .load(conn)?;
    let invitations = rows.iter().find(|(kind, _)| *kind == Kind::Invitation).map_or(0, |(_, number)| *number);
    Ok((invitations, !rows.is_empty()))
}

/// Lets what a restore held go, of one campaign or of all; how many.
pub fn release_held(conn: &mut Conn, campaign: Option<&CampaignId>) -> Result<usize> {
    let held = outbox::state.eq(State::Unknown).and(outbox::fault.eq(HELD));
    let set = (outbox::state.eq(State::Queued), outbox::fault.eq(None::<String>));
    Ok(match campaign {
        Some(campaign) => {
            diesel::update(outbox::table.filter(held).filter(outbox::campaign.eq(campaign))).set(set).execute(conn)?
        }
        None => diesel::update(outbox::table.filter(held)).set(set).execute(conn)?,
    })
}

/// Drops for good what waits of a campaign's mass of mails; how many, reminders not counted: their number would tell
/// how many links are unused. What is being sent goes on.
pub fn stop(conn: &mut Conn, campaign: &CampaignId) -> Result<usize> {
    store::steer(conn, campaign, Course::ALL, Course::Running)?;
    let drop = |conn: &mut Conn, reminders: bool| -> Result<usize> {
        let waiting = outbox::table
            .filter(outbox::campaign.eq(campaign))
            .filter(outbox::priority.ge(MASS))
            .filter(outbox::state.eq_any([State::Queued, State::Leased]));
        let set = (
            outbox::state.eq(State::Stopped),
            outbox::lease_owner.eq(None::<String>),
            outbox::lease_until.eq(None::<Moment>),
        );
        Ok(if reminders {
            diesel::update(waiting.filter(outbox::kind.eq(Kind::Reminder))).set(set).execute(conn)?
        } else {
            diesel::update(waiting.filter(outbox::kind.ne(Kind::Reminder))).set(set).execute(conn)?
        })
    };
    drop(conn, true)?;
    drop(conn, false)
}
