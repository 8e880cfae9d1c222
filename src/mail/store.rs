//! The mail server as all processes see it, what was handed to it, and whether a campaign's mails run or are held.

use diesel::prelude::*;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::faults::{chance, rest};
use super::profile::Profile;
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, sortable};
use crate::db::schema::{mailings, relay, relayed};
use crate::error::Result;

const RELAY: &str = "relay";

/// Whether connections to the server succeed.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = relay)]
pub struct Relay {
    /// Connections in a row that failed.
    pub faults: i32,
    /// Until then no process tries.
    pub rests_until: Option<Moment>,
    /// The server's words, or the network's.
    pub said: Option<String>,
    /// How many connections it took when it last refused further ones.
    pub lanes: Option<i32>,
    /// Until then no more than those are opened.
    pub narrow_until: Option<Moment>,
}

impl Relay {
    pub fn load(conn: &mut Conn) -> Result<Self> {
        Ok(relay::table.find(RELAY).select(Self::as_select()).first(conn)?)
    }

    /// How many connections may be opened at once, beside what the profile says.
    pub fn most_lanes(&self, now: Moment) -> usize {
        self.narrow(now).and_then(|(lanes, _)| usize::try_from(lanes).ok()).map_or(usize::MAX, |lanes| lanes.max(1))
    }

    /// To how many connections the server's refusal has brought us, and until when.
    pub fn narrow(&self, now: Moment) -> Option<(i32, Moment)> {
        self.lanes.zip(self.narrow_until).filter(|(_, until)| now < *until)
    }

    pub fn rests(&self, now: Moment) -> bool {
        self.rests_until.is_some_and(|until| now < until)
    }
}

/// Holds the relay for this transaction, so that two processes do not count the same room twice.
pub fn hold_relay(conn: &mut Conn) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        relay::table.find(RELAY).select(relay::name).for_update().first::<String>(pg)?;
    }
    Ok(())
}

/// A connection failed: all processes leave the server alone for a while. Those that fail while it rests already
/// change nothing.
pub fn rest_relay(conn: &mut Conn, said: &str, now: Moment) -> Result<()> {
    let before = Relay::load(conn)?;
    if before.rests(now) {
        return Ok(());
    }
    let faults = before.faults.saturating_add(1);
    let until = now.plus(rest(faults, chance(RELAY, faults)));
    diesel::update(relay::table.find(RELAY))
        .filter(relay::faults.eq(before.faults))
        .set((relay::faults.eq(faults), relay::rests_until.eq(until), relay::said.eq(said)))
        .execute(conn)?;
    Ok(())
}

/// After so long all connections are tried again.
const NARROW: SignedDuration = SignedDuration::from_hours(1);

/// The server took so many connections and refused a further one.
pub fn narrow_relay(conn: &mut Conn, lanes: usize, now: Moment) -> Result<()> {
    let lanes = i32::try_from(lanes).unwrap_or(i32::MAX);
    diesel::update(relay::table.find(RELAY))
        .set((relay::lanes.eq(lanes), relay::narrow_until.eq(now.plus(NARROW))))
        .execute(conn)?;
    Ok(())
}

/// The server answered.
pub fn wake_relay(conn: &mut Conn) -> Result<()> {
    diesel::update(relay::table.find(RELAY))
        .filter(relay::faults.gt(0))
        .set((relay::faults.eq(0), relay::rests_until.eq(None::<Moment>), relay::said.eq(None::<String>)))
        .execute(conn)?;
    Ok(())
}

/// Counts mails as handed to the server now.
pub fn record_relayed(conn: &mut Conn, mails: usize, now: Moment) -> Result<()> {
    let mails = i32::try_from(mails).unwrap_or(i32::MAX);
    if mails > 0 {
        diesel::insert_into(relayed::table)
            .values((relayed::id.eq(sortable(now)), relayed::at.eq(now), relayed::mails.eq(mails)))
            .execute(conn)?;
    }
    Ok(())
}

/// How many mails all processes handed over after `moment`.
pub fn relayed_since(conn: &mut Conn, moment: Moment) -> Result<i64> {
    let sum: Option<i64> =
        relayed::table.filter(relayed::at.gt(moment)).select(diesel::dsl::sum(relayed::mails)).first(conn)?;
    Ok(sum.unwrap_or(0))
}

/// How many mails all processes handed over since the day began in `zone`.
pub fn relayed_today(conn: &mut Conn, now: Moment, zone: &TimeZone) -> Result<i64> {
    relayed_since(conn, now.day_in(zone).starts_in(zone).minus(SignedDuration::from_micros(1)))
}

/// Counts older than two days serve no limit.
pub fn forget_relayed(conn: &mut Conn, now: Moment) -> Result<()> {
    let old = now.minus(SignedDuration::from_hours(48));
    diesel::delete(relayed::table.filter(relayed::at.lt(old))).execute(conn)?;
    Ok(())
}

/// From so many a minute on, a sixth of them leaves in any ten seconds: a minute's worth at once, then nothing, looks like
/// a fault to whoever watches, and like an attack to some servers.
const SPREAD: u32 = 30;

/// How many mails other than sign-in links may leave now, by the profile; `i64::MAX` when nothing limits them.
pub fn room(conn: &mut Conn, profile: &Profile, now: Moment, zone: &TimeZone) -> Result<i64> {
    if !profile.is_open(now, zone) {
        return Ok(0);
    }
    let mut room = i64::MAX;
    if let Some(most) = profile.per_minute {
        room = room.min(i64::from(most) - relayed_since(conn, now.minus(SignedDuration::from_secs(60)))?);
        if most >= SPREAD {
            let late = relayed_since(conn, now.minus(SignedDuration::from_secs(10)))?;
            room = room.min(i64::from(most.div_ceil(6)) - late);
        }
    }
    if let Some(most) = profile.per_day {
        room = room.min(i64::from(most) - relayed_today(conn, now, zone)?);
    }
    Ok(room.max(0))
}

crate::words!(
    /// Whether a campaign's mails leave.
    Course {
        Running = "running",
        /// By somebody of HR.
        Paused = "paused",
        /// By the program: the server refused too many for good.
        Halted = "halted",
    }
);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = mailings, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Mailing {
    pub campaign: CampaignId,
    pub state: Course,
    /// Mails the server took or refused for good since they last started.
    pub tried: i32,
    /// Those it refused.
    pub failed: i32,
    /// Refusals since the last mail it took.
    pub in_a_row: i32,
    /// Its last words.
    pub said: Option<String>,
}

/// Refusals in a row that halt a campaign's mails.
pub const IN_A_ROW: i32 = 50;
/// Refusals of a hundred tried that halt them, once as many were tried.
pub const PERCENT: i32 = 5;
pub const AT_LEAST: i32 = 50;

impl Mailing {
    fn new(campaign: &CampaignId) -> Self {
        Self { campaign: campaign.clone(), state: Course::Running, tried: 0, failed: 0, in_a_row: 0, said: None }
    }

    pub fn load(conn: &mut Conn, campaign: &CampaignId) -> Result<Self> {
        let row: Option<Self> = mailings::table.find(campaign).select(Self::as_select()).first(conn).optional()?;
        Ok(row.unwrap_or_else(|| Self::new(campaign)))
    }

    pub fn is_held(&self) -> bool {
        self.state != Course::Running
    }

    /// Counts what the server said to one mail: nothing when it took it, its words when it refused it for good.
    pub fn count(&mut self, refused: Option<&str>) {
        self.tried = self.tried.saturating_add(1);
        match refused {
            None => self.in_a_row = 0,
            Some(said) => {
                self.failed = self.failed.saturating_add(1);
                self.in_a_row = self.in_a_row.saturating_add(1);
                if !said.is_empty() {
                    self.said = Some(said.to_owned());
                }
            }
        }
    }

    /// So many refusals that the fault is not the addresses'.
    pub fn is_going_wrong(&self) -> bool {
        let share = i64::from(self.failed) * 100 >= i64::from(self.tried) * i64::from(PERCENT);
        self.in_a_row >= IN_A_ROW || (self.tried >= AT_LEAST && share)
    }
}

/// A campaign's mails, held for this transaction on Postgres; a row is there from now on.
pub fn hold_mailing(conn: &mut Conn, campaign: &CampaignId) -> Result<Mailing> {
    let new = Mailing::new(campaign);
    crate::on_each!(conn, c => diesel::insert_into(mailings::table).values(&new).on_conflict_do_nothing().execute(c))?;
    if let Conn::Pg(pg) = conn {
        mailings::table.find(campaign).select(mailings::campaign).for_update().first::<CampaignId>(pg)?;
    }
    Mailing::load(conn, campaign)
}

pub fn save_mailing(conn: &mut Conn, mailing: &Mailing) -> Result<()> {
    diesel::update(mailings::table.find(&mailing.campaign)).set(mailing).execute(conn)?;
    Ok(())
}

/// Takes a campaign's mails from one of `from` to `to`, counts begun anew; false when they stood otherwise.
pub fn steer(conn: &mut Conn, campaign: &CampaignId, from: &[Course], to: Course) -> Result<bool> {
    let before = hold_mailing(conn, campaign)?;
    if !from.contains(&before.state) {
        return Ok(false);
    }
    save_mailing(conn, &Mailing { state: to, ..Mailing::new(campaign) })?;
    Ok(true)
}

/// The campaigns whose mails wait.
pub fn held(conn: &mut Conn) -> Result<Vec<Mailing>> {
    Ok(mailings::table.filter(mailings::state.ne(Course::Running)).select(Mailing::as_select()).load(conn)?)
}
