//! The nightly seal of open campaigns. Marks as sealed what waits of each client group with at least five sendings
//! since its last seal, then rewrites the open tables whole, flags and drafts apart from answers and comments. Sheets
//! outside any group, and those of groups with fewer sendings, are rewritten too and go on waiting.
//!
//! Each step is one transaction that also notes how far the night has come: a run cut short is taken up where it was.

use diesel::prelude::*;
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::seal::{clear_traces, lock, rewrite_answers, rewrite_flags};
use crate::app::Settings;
use crate::campaign::State;
use crate::clock::Day;
use crate::db::ids::{CampaignId, GroupCode};
use crate::db::schema::{
    answered, campaigns, client_groups, invitations, open_comments, open_responses, settings, slips,
};
use crate::db::{self, Conn, Db};
use crate::error::Result;

/// The fewest sendings of a group that are sealed together before closing.
pub const BATCH: i32 = 5;

/// The setting that says which night was sealed last, and how far: `2026-11-22 marked`.
const NAME: &str = "seal_night";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Marked,
    Flags,
    Answers,
    Done,
}

impl Step {
    fn word(self) -> &'static str {
        match self {
            Self::Marked => "marked",
            Self::Flags => "flags",
            Self::Answers => "answers",
            Self::Done => "done",
        }
    }
}

/// Seals for the night of `night`, or finishes what an earlier one left; does nothing when that is done.
pub fn seal(db: &Db, night: Day, seed: [u8; 32]) -> Result<()> {
    while step(db, night, seed)? != Step::Done {}
    Ok(())
}

/// Finishes what is left of a seal and, where a group is due, seals once more, even if tonight's is done: comes before a
/// backup.
pub fn seal_again(db: &Db, night: Day, seed: [u8; 32]) -> Result<()> {
    let mut came = next_step(db, night, seed, false)?;
    if came == Step::Done && !db.read_now(due)?.is_empty() {
        came = next_step(db, night, seed, true)?;
    }
    while came != Step::Done {
        came = next_step(db, night, seed, false)?;
    }
    Ok(())
}

/// Does the next step; says how far the night has come.
pub fn step(db: &Db, night: Day, seed: [u8; 32]) -> Result<Step> {
    next_step(db, night, seed, false)
}

fn next_step(db: &Db, night: Day, seed: [u8; 32], again: bool) -> Result<Step> {
    loop {
        // Two processes may seal at once: whoever comes second with a step looks again.
        if let Some(step) = try_step(db, night, seed, again)? {
            return Ok(step);
        }
    }
}

fn try_step(db: &Db, night: Day, seed: [u8; 32], again: bool) -> Result<Option<Step>> {
    let before = db.read_now(|conn| Settings::value(conn, NAME))?.unwrap_or_default();
    let (day, word) = before.split_once(' ').unwrap_or(("", Step::Done.word()));
    let (next, day) = match word {
        "marked" => (Step::Flags, day.to_owned()),
        "flags" => (Step::Answers, day.to_owned()),
        "answers" => (Step::Done, day.to_owned()),
        // A clock set back does not bring a night again.
        _ if day >= night.to_string().as_str() && !again => return Ok(Some(Step::Done)),
        _ => (Step::Marked, night.to_string().max(day.to_owned())),
    };
    if next == Step::Done {
        clear_traces(db)?;
    }
    db.exclusive_now(move |conn| {
        db::transaction(conn, |conn| {
            if !take_step(conn, &before, &format!("{day} {}", next.word()))? {
                return Ok(None);
            }
            let mut rng = StdRng::from_seed(seed);
            match next {
                Step::Marked => mark(conn)?,
                Step::Flags => rewrite_flags(conn, None, &mut rng)?,
                Step::Answers => rewrite_answers(conn, None, &mut rng)?,
                Step::Done => {}
            }
            Ok(Some(next))
        })
    })
}

/// Notes how far the night has come; false when somebody else noted something since `before` was read.
fn take_step(conn: &mut Conn, before: &str, after: &str) -> Result<bool> {
    crate::on_each!(conn, c => diesel::insert_into(settings::table)
        .values((settings::name.eq(NAME), settings::value.eq("")))
        .on_conflict_do_nothing()
        .execute(c))?;
    let taken = diesel::update(settings::table.find(NAME))
        .filter(settings::value.eq(before))
        .set(settings::value.eq(after))
        .execute(conn)?;
    Ok(taken == 1)
}

/// Is a nightly seal under way, cut short or not?
pub fn is_under_way(conn: &mut Conn) -> Result<bool> {
    let word = Settings::value(conn, NAME)?;
    Ok(word.is_some_and(|word| !word.ends_with(Step::Done.word())))
}

/// The groups of which enough sendings wait.
fn due(conn: &mut Conn) -> Result<Vec<(CampaignId, GroupCode)>> {
    Ok(client_groups::table
        .inner_join(campaigns::table.on(campaigns::id.eq(client_groups::campaign)))
        .filter(campaigns::state.eq(State::Open))
        .filter((client_groups::sendings - client_groups::sealed_sendings).ge(BATCH))
        .select((client_groups::campaign, client_groups::code))
        .load(conn)?)
}

/// Marks flags, sheets and comments of the groups whose turn it is, all as of one moment between two sendings.
fn mark(conn: &mut Conn) -> Result<()> {
    lock(conn, "answered, open_responses, open_comments")?;
    for (campaign, group) in due(conn)? {
        let people = invitations::table
            .filter(invitations::campaign.eq(&campaign))
            .filter(invitations::client_group.eq(&group))
            .select(invitations::id);
        let printed =
            slips::table.filter(slips::campaign.eq(&campaign)).filter(slips::client_group.eq(&group)).select(slips::id);
        diesel::update(answered::table)
            .filter(answered::invitation.eq_any(people).or(answered::invitation.eq_any(printed)))
            .set(answered::sealed.eq(true))
            .execute(conn)?;
        diesel::update(open_responses::table)
            .filter(open_responses::campaign.eq(&campaign))
            .filter(open_responses::client_group.eq(&group))
            .set((open_responses::sealed.eq(true), open_responses::counted.eq(false)))
            .execute(conn)?;
        diesel::update(open_comments::table)
            .filter(open_comments::campaign.eq(&campaign))
            .filter(open_comments::client_group.eq(&group))
            .set(open_comments::sealed.eq(true))
            .execute(conn)?;
        diesel::update(client_groups::table.find((&campaign, &group)))
            .set(client_groups::sealed_sendings.eq(client_groups::sendings))
            .execute(conn)?;
    }
    Ok(())
}
