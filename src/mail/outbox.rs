//! Every query of the outbox: who waits, who was claimed, what became of it. A row goes queued → leased (to an owner,
//! until) → sending (written down before the mail leaves) → sent, queued again, failed or unknown.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::Kind;
use super::faults::{Fault, HOURLY, chance, wait};
use super::profile::Profile;
use super::store::{self, Course};
use super::transport;
use crate::app::{App, audit};
use crate::clock::{Clock, Moment};
use crate::db;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, sortable, sortable_from};
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

/// How long a claimed row is its owner's. Another process takes over what a dead one left no later than this.
const LEASE: SignedDuration = SignedDuration::from_secs(24);
/// How often a living owner renews it.
pub const RENEWAL: std::time::Duration = std::time::Duration::from_secs(8);

/// The kinds of letters that leave even outside hours and limits.
const URGENT: i32 = 0;
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

/// Who claims, by which clock and profile.
#[derive(Clone)]
pub struct Owner {
    pub key: String,
    pub clock: Clock,
    pub zone: TimeZone,
    pub profile: Profile,
}

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

/// So many urgent mails are claimed at once, however little room there is for others.
const MOST_URGENT: i64 = 16;

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

/// Of the mails that a restore held; see [`release_held`].
pub const HELD: &str = "held after a restore";
/// A letter that somebody asked for by hand goes before a campaign's mass of mails, and is not held with it.
const BY_HAND: i32 = 1;

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

/// A mail is handed over within so many seconds of being written.
const CLOSE: i64 = 3600;

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
