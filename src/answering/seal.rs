//! The seal: at closing (and each night, see `night`), rewrites what an open campaign collected in shuffled order under
//! fresh keys, so that the database no longer ties an answer to an invitation. See docs/privacy.md for what it holds
//! against.
//!
//! Two sides, one transaction each (on Postgres the row versions of one side then share one transaction id, which is
//! not the one of any sending): first flags, drafts and reminders, then answers and comments. A mark in the campaign
//! lets the next start finish. What other open campaigns hold is rewritten too, because emptying a table whole is the
//! only way to leave no old row version behind.

use std::collections::{BTreeMap, BTreeSet};

use diesel::connection::SimpleConnection;
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use super::{Comment, NO_GROUP, OTHER, OUTSIDE, OpenComment, OpenMirror, OpenResponse, Response};
use crate::campaign::{mirror, store as campaigns};
use crate::db::ids::{CampaignId, GroupCode, InvitationId, SupplierCode};
use crate::db::schema::{
    answered, campaign_suppliers, client_groups, comments, drafts, invitations, mirrors, open_comments, open_mirrors,
    open_responses, outbox, participation_days, responses, slips,
};
use crate::db::{self, Conn, Db, forgetting};
use crate::error::{Error, Result};
use crate::mail::Kind;

/// How many rows travel at once.
const PART: usize = 500;
/// How many sheets one statement moves within the database.
const MOVED: usize = 5000;

/// Groups of each supplier whose answers become `other`.
pub type Hidden = BTreeSet<(SupplierCode, GroupCode)>;

/// First side: nothing is left that says who answered, or what was typed and not sent. Running it again is harmless.
pub fn forget_flags(db: &Db, campaign: CampaignId, seed: [u8; 32]) -> Result<()> {
    db.exclusive_now(move |conn| {
        let mut rng = StdRng::from_seed(seed);
        db::transaction(conn, |conn| {
            if !campaigns::take_stage(conn, &campaign, "decided", "flags")? {
                return Ok(());
            }
            rewrite_flags(conn, Some(&campaign), &mut rng)?;
            // Who got a reminder had not answered by then: that goes with the flags.
            diesel::delete(outbox::table)
                .filter(outbox::campaign.eq(&campaign))
                .filter(outbox::kind.eq(Kind::Reminder))
                .execute(conn)?;
            campaigns::forget_refusals(conn, &campaign)?;
            Ok(())
        })
    })
}

/// What becomes of the answers of a campaign that ends.
pub enum Fate {
    /// They are kept; those of hidden groups without their group.
    Sealed(Hidden),
    /// Too few answered something asked between two quarters: nothing of it is kept.
    Deleted,
}

/// Second side: answers and comments move to history, shuffled, under fresh keys, without the group where it is hidden.
pub fn seal_answers(db: &Db, campaign: CampaignId, fate: Fate, seed: [u8; 32]) -> Result<()> {
    db.exclusive_now(move |conn| {
        let mut rng = StdRng::from_seed(seed);
        db::transaction(conn, |conn| {
            if !campaigns::take_stage(conn, &campaign, "flags", "sealed")? {
                return Ok(());
            }
            db::reading_much(conn, |conn| rewrite_answers(conn, Some((&campaign, &fate)), &mut rng))
        })
    })
}

/// Leaves nothing of how the answers came in the files that a query does not show: empties SQLite's log, and has
/// Postgres reclaim the old versions of rows that changed with each sending. Comes after both sides and before the
/// publication, so that no wave is published before it succeeded.
pub fn clear_traces(db: &Db) -> Result<()> {
    db.exclusive_now(|conn| {
        if let Conn::Pg(pg) = conn {
            pg.batch_execute("VACUUM outbox")?;
            pg.batch_execute("VACUUM client_groups")?;
            pg.batch_execute("VACUUM campaign_suppliers")?;
            // Of what was asked between two quarters and is not kept.
            pg.batch_execute("VACUUM decisions")?;
            pg.batch_execute("VACUUM participation_days")?;
        }
        forgetting::forget(conn)?;
        checkpoint(conn)
    })
}

/// Writes back, shuffled, the flags and drafts of all campaigns but `ending`, so that no old row version is left of any. A
/// draft of somebody who has answered goes.
pub(super) fn rewrite_flags(conn: &mut Conn, ending: Option<&CampaignId>, rng: &mut StdRng) -> Result<()> {
    lock(conn, "answered, drafts")?;
    let of_ending = || {
        let ending = ending.map_or("", CampaignId::as_str);
        (
            invitations::table.filter(invitations::campaign.eq(ending)).select(invitations::id),
            slips::table.filter(slips::campaign.eq(ending)).select(slips::id),
        )
    };
    let (mailed, printed) = of_ending();
    let mut flags: Vec<(InvitationId, bool)> = answered::table
        .filter(answered::invitation.ne_all(mailed))
        .filter(answered::invitation.ne_all(printed))
        .order(answered::invitation)
        .load(conn)?;
    let (mailed, printed) = of_ending();
    let mut kept: Vec<(InvitationId, String)> = drafts::table
        .filter(drafts::invitation.ne_all(mailed))
        .filter(drafts::invitation.ne_all(printed))
        .filter(drafts::invitation.ne_all(answered::table.select(answered::invitation)))
        .order(drafts::invitation)
        .load(conn)?;
    empty(conn, &["answered", "drafts"])?;
    flags.shuffle(rng);
    for part in flags.chunks(PART) {
        let rows: Vec<_> =
            part.iter().map(|(id, sealed)| (answered::invitation.eq(id), answered::sealed.eq(sealed))).collect();
        crate::on_each!(conn, c => diesel::insert_into(answered::table).values(&rows).execute(c))?;
    }
    kept.shuffle(rng);
    for (id, text) in &kept {
        let row = (drafts::invitation.eq(id), drafts::sealed_text.eq(text));
        diesel::insert_into(drafts::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Moves the sheets and comments of the `ending` campaign to history, without the groups hidden there, or leaves them
/// out; writes those of all others back, shuffled and under fresh keys.
pub(super) fn rewrite_answers(conn: &mut Conn, ending: Option<(&CampaignId, &Fate)>, rng: &mut StdRng) -> Result<()> {
    lock(conn, "open_responses, open_comments, open_mirrors")?;
    let (nobody, nothing) = (CampaignId::from(""), Fate::Deleted);
    let (campaign, fate) = ending.unwrap_or((&nobody, &nothing));
    match fate {
        Fate::Sealed(hidden) => move_responses(conn, campaign, hidden, rng)?,
        Fate::Deleted => forget_counts(conn, campaign)?,
    }
    rewrite_responses(conn, campaign, rng)?;
    seal_mirrors(conn, campaign, rng)?;
    seal_comments(conn, campaign, fate, rng)
}

/// How many answered goes with what they said.
fn forget_counts(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    diesel::update(client_groups::table.filter(client_groups::campaign.eq(campaign)))
        .set((client_groups::sendings.eq(0), client_groups::sealed_sendings.eq(0)))
        .execute(conn)?;
    diesel::update(campaign_suppliers::table.filter(campaign_suppliers::campaign.eq(campaign)))
        .set((campaign_suppliers::complete.eq(0), campaign_suppliers::partial.eq(0)))
        .execute(conn)?;
    diesel::delete(participation_days::table.filter(participation_days::campaign.eq(campaign))).execute(conn)?;
    Ok(())
}

fn fresh_key(rng: &mut StdRng) -> String {
    use base64::Engine;
    use rand::RngExt;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(rng.random::<[u8; 16]>())
}

/// So many fresh keys, rising. What is written with them lies in their order, which is that of chance like themselves:
/// it tells nothing, and one read in that order, as counting does, goes straight through the file.
fn rising_keys(count: usize, rng: &mut StdRng) -> Vec<String> {
    let mut keys: Vec<String> = (0..count).map(|_| fresh_key(rng)).collect();
    keys.sort_unstable();
    keys
}

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = Text)]
    place: String,
}

/// Where each sheet of an open campaign lies, by what finds it soonest. Sorted, so that the seed alone makes the shuffle.
fn places_of(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<String>> {
    let sql = match conn {
        Conn::Sqlite(_) => "SELECT CAST(rowid AS TEXT) AS place FROM open_responses WHERE campaign = ?",
        Conn::Pg(_) => "SELECT key AS place FROM open_responses WHERE campaign = $1",
    };
    let found: Vec<Place> =
        crate::on_each!(conn, c => diesel::sql_query(sql).bind::<Text, _>(campaign.as_str()).load(c))?;
    let mut places: Vec<String> = found.into_iter().map(|one| one.place).collect();
    places.sort_unstable();
    Ok(places)
}

/// The statement that copies sheets to history within the database. Bound are a JSON object of places by fresh key, in
/// the order in which to write, and a JSON list of "supplier group" whose groups become `other`: as [`label`] says.
fn into_history(conn: &Conn) -> String {
    let (part, hidden, order) = match conn {
        // The left side of a cross join is SQLite's outer loop.
        Conn::Sqlite(_) => (
            "json_each(?1) AS part CROSS JOIN open_responses AS o ON o.rowid = part.value",
            "SELECT value FROM json_each(?2)",
            "",
        ),
        Conn::Pg(_) => (
            "json_each_text($1::json) WITH ORDINALITY AS part(key, value, place) \
             JOIN open_responses AS o ON o.key = part.value",
            "SELECT json_array_elements_text($2::json)",
            " ORDER BY part.place",
        ),
    };
    format!(
        "INSERT INTO responses (key, campaign, supplier, client_group, no_contact, answers) \
         SELECT part.key, o.campaign, o.supplier, CASE WHEN o.no_contact THEN '{NO_GROUP}' \
         WHEN o.client_group = '{OUTSIDE}' OR o.supplier || ' ' || o.client_group IN ({hidden}) THEN '{OTHER}' \
         ELSE o.client_group END, o.no_contact, o.answers FROM {part}{order}"
    )
}

fn label(supplier: &SupplierCode, group: GroupCode, hidden: &Hidden) -> GroupCode {
    if group.as_str() == OUTSIDE || hidden.contains(&(supplier.clone(), group.clone())) {
        GroupCode::from(OTHER)
    } else {
        group
    }
}

fn move_responses(conn: &mut Conn, campaign: &CampaignId, hidden: &Hidden, rng: &mut StdRng) -> Result<()> {
    let mut places = places_of(conn, campaign)?;
    places.shuffle(rng);
    let keys = rising_keys(places.len(), rng);
    let hidden: Vec<String> = hidden.iter().map(|(supplier, group)| format!("{supplier} {group}")).collect();
    let hidden = serde_json::to_string(&hidden)?;
    let sql = into_history(conn);
    for (keys, places) in keys.chunks(MOVED).zip(places.chunks(MOVED)) {
        let part: BTreeMap<&str, &str> =
            keys.iter().map(String::as_str).zip(places.iter().map(String::as_str)).collect();
        let part = serde_json::to_string(&part)?;
        let moved = crate::on_each!(&mut *conn, c => diesel::sql_query(&sql)
            .bind::<Text, _>(&part)
            .bind::<Text, _>(&hidden)
            .execute(c))?;
        if moved != places.len() {
            return Err(Error::internal(format!("{moved} of {} sheets moved to history", places.len())));
        }
    }
    Ok(())
}

/// Writes back the sheets of all campaigns but one, so that no old row version is left of any.
fn rewrite_responses(conn: &mut Conn, campaign: &CampaignId, rng: &mut StdRng) -> Result<()> {
    let mut others: Vec<OpenResponse> = open_responses::table
        .filter(open_responses::campaign.ne(campaign))
        .order(open_responses::key)
        .select(OpenResponse::as_select())
        .load(conn)?;
    empty(conn, &["open_responses"])?;
    others.shuffle(rng);
    for row in &mut others {
        row.key = fresh_key(rng);
    }
    for part in others.chunks(PART) {
        crate::on_each!(conn, c => diesel::insert_into(open_responses::table).values(part).execute(c))?;
    }
    Ok(())
}

/// Moves the mirror's sheets of `campaign` to history where a service has enough of them; the others are gone, unread.
/// Those of other campaigns wait for their closing, written anew.
fn seal_mirrors(conn: &mut Conn, campaign: &CampaignId, rng: &mut StdRng) -> Result<()> {
    let counts: Vec<(SupplierCode, i64)> = open_mirrors::table
        .filter(open_mirrors::campaign.eq(campaign))
        .group_by(open_mirrors::supplier)
        .select((open_mirrors::supplier, count_star()))
        .load(conn)?;
    let enough = counts.into_iter().filter(|(_, sheets)| *sheets >= i64::from(mirror::FEWEST));
    let enough: Vec<SupplierCode> = enough.map(|(supplier, _)| supplier).collect();
    let kept = open_mirrors::campaign.ne(campaign).or(open_mirrors::supplier.eq_any(enough));
    let mut rows: Vec<OpenMirror> =
        open_mirrors::table.filter(kept).order(open_mirrors::key).select(OpenMirror::as_select()).load(conn)?;
    empty(conn, &["open_mirrors"])?;
    rows.shuffle(rng);
    let keys = rising_keys(rows.len(), rng);
    for (row, key) in rows.iter_mut().zip(keys) {
        row.key = key;
    }
    let (own, others): (Vec<OpenMirror>, Vec<OpenMirror>) = rows.into_iter().partition(|row| row.campaign == *campaign);
    for row in &own {
        let sealed = (
            mirrors::key.eq(&row.key),
            mirrors::campaign.eq(&row.campaign),
            mirrors::supplier.eq(&row.supplier),
            mirrors::answers.eq(&row.answers),
        );
        diesel::insert_into(mirrors::table).values(sealed).execute(conn)?;
    }
    for part in others.chunks(PART) {
        crate::on_each!(conn, c => diesel::insert_into(open_mirrors::table).values(part).execute(c))?;
    }
    Ok(())
}

fn seal_comments(conn: &mut Conn, campaign: &CampaignId, fate: &Fate, rng: &mut StdRng) -> Result<()> {
    let mut rows: Vec<OpenComment> =
        open_comments::table.order(open_comments::key).select(OpenComment::as_select()).load(conn)?;
    rows.shuffle(rng);
    for row in &mut rows {
        row.key = fresh_key(rng);
    }
    let (own, others): (Vec<OpenComment>, Vec<OpenComment>) =
        rows.into_iter().partition(|row| row.campaign == *campaign);
    empty(conn, &["open_comments"])?;
    let (own, hidden) = match fate {
        Fate::Sealed(hidden) => (own, hidden),
        Fate::Deleted => (Vec::new(), &Hidden::new()),
    };
    let sealed: Vec<Comment> = own
        .into_iter()
        .map(|row| Comment {
            client_group: label(&row.supplier, row.client_group, hidden),
            key: row.key,
            campaign: row.campaign,
            supplier: row.supplier,
            question: row.question,
            body: row.body,
            state: "held".to_owned(),
        })
        .collect();
    for part in sealed.chunks(PART) {
        crate::on_each!(conn, c => diesel::insert_into(comments::table).values(part).execute(c))?;
    }
    for part in others.chunks(PART) {
        crate::on_each!(conn, c => diesel::insert_into(open_comments::table).values(part).execute(c))?;
    }
    Ok(())
}

/// Writes sheets and comments brought from elsewhere as history: shuffled, under fresh keys.
pub fn write_shuffled(
    conn: &mut Conn,
    mut sheets: Vec<Response>,
    mut texts: Vec<Comment>,
    rng: &mut StdRng,
) -> Result<()> {
    sheets.shuffle(rng);
    let keys = rising_keys(sheets.len(), rng);
    for (row, key) in sheets.iter_mut().zip(keys) {
        row.key = key;
    }
    for part in sheets.chunks(PART) {
        crate::on_each!(conn, c => diesel::insert_into(responses::table).values(part).execute(c))?;
    }
    texts.shuffle(rng);
    for row in &mut texts {
        row.key = fresh_key(rng);
    }
    for part in texts.chunks(PART) {
        crate::on_each!(conn, c => diesel::insert_into(comments::table).values(part).execute(c))?;
    }
    Ok(())
}

/// Keeps everybody else out of `tables` until the transaction ends; SQLite's writer is alone anyway. Asks for all of them
/// anew each time it has waited half a second, less than the server takes to end one of two who wait for each other: a
/// sending takes these tables in an order of the server's own. Gives up after five seconds: behind a lock that waits for
/// a long backup, everybody's sending would wait too. The step comes again.
pub(super) fn lock(conn: &mut Conn, tables: &str) -> Result<()> {
    let Conn::Pg(pg) = conn else { return Ok(()) };
    let asking = format!("SET LOCAL lock_timeout = '500ms'; LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE");
    // Within the seal's transaction: a savepoint, whose end lets go of the tables it got.
    let mut ask = || pg.transaction(|pg| pg.batch_execute(&asking));
    let mut got = ask();
    for _ in 1..TRIES {
        if got.is_ok() {
            break;
        }
        got = ask();
    }
    got?;
    Ok(pg.batch_execute("SET LOCAL lock_timeout = '5s'")?)
}

/// How often the tables are asked for.
const TRIES: usize = 10;

/// Empties tables leaving no old row version: TRUNCATE on Postgres; on SQLite deleting with secure_delete writes zeros.
fn empty(conn: &mut Conn, tables: &[&str]) -> Result<()> {
    for table in tables {
        match conn {
            Conn::Pg(pg) => pg.batch_execute(&format!("TRUNCATE {table}"))?,
            Conn::Sqlite(sqlite) => sqlite.batch_execute(&format!("DELETE FROM {table}"))?,
        }
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

/// Empties SQLite's write-ahead log, which still holds each sending as it came. A reader in mid-query makes it wait.
fn checkpoint(conn: &mut Conn) -> Result<()> {
    let Conn::Sqlite(sqlite) = conn else { return Ok(()) };
    // Waits as long as the connection's busy_timeout; more would keep everybody's writes waiting behind it.
    let row: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(sqlite)?;
    if row.busy == 0 {
        return Ok(());
    }
    Err(Error::Unavailable("the write-ahead log could not be emptied: a reader holds it".to_owned()))
}
