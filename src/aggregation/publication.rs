//! Closing to publication, in steps that a restart can finish: decide from what was collected, store the decisions,
//! seal, count again from the sealed rows, write the figures once. A published wave is never recomputed.

use diesel::prelude::*;
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::deciding::decide;

use super::decisions::Collected;
use super::figure::METHOD_VERSION;
use super::fingerprint::Basis;
use super::store::{self, Publication};
use super::tally::{Sheets, Tally};
use super::{branches, figures, mirror, promised, released};
use crate::answering::{Comment, OTHER, Response, seal, store as answering};
use crate::app::App;
use crate::campaign::{Campaign, State, store as campaigns};
use crate::clock::Moment;
use crate::comments::store as comments;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode, random_bytes};
use crate::db::schema::{campaigns as campaigns_table, publications};
use crate::db::{self, Conn};
use crate::error::{Error, Result, Say};
use crate::jobs;
use crate::mail::outbox;
use crate::questionnaire::{Question, store as questionnaires};

/// Takes a closed campaign through what is left to do, up to publication. Running it again after a crash goes on from
/// the last finished step; on a published campaign it does nothing.
pub fn publish(app: &App, campaign: &CampaignId) -> Result<()> {
    while step(app, campaign)? {}
    Ok(())
}

/// Does the next step of a closed campaign; false when there is none left.
pub fn step(app: &App, campaign: &CampaignId) -> Result<bool> {
    let id = campaign.clone();
    let row = app.db.read_now(move |conn| campaigns::campaign(conn, &id))?;
    if row.state != State::Closed {
        return Ok(false);
    }
    jobs::still_ours(app)?;
    carry_out(app, row)?;
    Ok(true)
}

/// Does the step that `row` stands before. Two may come here at once, a worker and whoever pressed "close": each step
/// looks again, inside its transaction, whether it is still to be done, and leaves everything alone if not.
pub fn carry_out(app: &App, row: Campaign) -> Result<()> {
    let id = row.id.clone();
    match row.stage.as_str() {
        "closed" => app.db.write_now(move |conn| db::reading_much(conn, |conn| decide_all(conn, &row))),
        "decided" => seal::forget_flags(&app.db, id, random_bytes()),
        "flags" => {
            let fate = app.db.write_now(move |conn| fate(conn, &row))?;
            seal::seal_answers(&app.db, id, fate, random_bytes())
        }
        _ => {
            seal::clear_traces(&app.db)?;
            outbox::forget_files(app)?;
            // While the invitations still say whose names to look for.
            app.db.write_now(move |conn| comments::redact(conn, &id))?;
            let now = app.clock.now();
            app.db.write_now(move |conn| db::reading_much(conn, |conn| write_figures(conn, &row, now)))
        }
    }
}

/// What was asked between two quarters and may not be shown even of all together is not kept.
fn fate(conn: &mut Conn, campaign: &Campaign) -> Result<seal::Fate> {
    if campaign.kind.is_quarter() || store::shows_a_total(conn, &campaign.id)? {
        return store::hidden_groups(conn, &campaign.id).map(seal::Fate::Sealed);
    }
    store::forget_decisions(conn, &campaign.id)?;
    Ok(seal::Fate::Deleted)
}

fn decide_all(conn: &mut Conn, campaign: &Campaign) -> Result<()> {
    // Two workers may both have come here: the first takes the step, the other finds it taken.
    if !campaigns::take_stage(conn, &campaign.id, "closed", "decided")? {
        return Ok(());
    }
    let branches = branches::freeze(conn, &campaign.id)?;
    let mut counted = Vec::new();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        let questions = figures::questions_of(conn, &row)?;
        let mut tally = Tally::default();
        let mut sheets = Sheets::of(&questions);
        answering::each_open(conn, &campaign.id, &row.supplier, |row| {
            if row.no_contact {
                tally.add_no_contact(&row.client_group);
            } else {
                tally.add(&row.client_group, sheets.read(&row.answers)?);
            }
            Ok(())
        })?;
        let proposed = campaigns::proposed_people(conn, &campaign.id, &row.supplier)?;
        counted.push((row.supplier, questions, tally, proposed));
    }
    let collected: Vec<Collected<'_>> = counted
        .iter()
        .map(|(supplier, questions, tally, proposed)| Collected { supplier, questions, tally, proposed })
        .collect();
    store::set_decisions(conn, &campaign.id, &decide(campaign, &collected, &branches, true))
}

fn write_figures(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<()> {
    let claimed = diesel::update(campaigns_table::table.find(&campaign.id))
        .filter(campaigns_table::state.eq(State::Closed))
        .filter(campaigns_table::stage.eq("sealed"))
        .set((
            campaigns_table::state.eq(State::Published),
            campaigns_table::stage.eq("published"),
            campaigns_table::published_at.eq(now),
        ))
        .execute(conn)?;
    if claimed != 1 {
        return Ok(());
    }
    // A mark made meanwhile would be read by a later count and not by this one.
    questionnaires::hold_meanings(conn)?;
    let recount = figures::of_campaign(conn, campaign, now)?;
    for (supplier, moments) in &recount.moments {
        store::insert_moments(conn, &campaign.id, supplier, moments)?;
    }
    store::insert_figures(conn, &recount.figures)?;
    let teams = mirror::of_campaign(conn, campaign, &recount)?;
    for team in &teams {
        store::mirror::insert(conn, &team.seen)?;
    }
    promised::publish(conn, campaign, &recount.figures, &teams)?;
    if campaign.row_level {
        let decisions = super::decisions::by_supplier(&store::campaign_decisions(conn, &campaign.id)?);
        for (supplier, (questions, _)) in &recount.tallies {
            let Some(own) = decisions.get(supplier) else { continue };
            released::release(conn, campaign, supplier, questions, own, random_bytes())?;
        }
    }
    let (basis, fingerprint) = Basis::of(conn, campaign, &recount.figures)?.sealed()?;
    let campaign = campaign.id.clone();
    let publication = Publication { campaign, published_at: now, method_version: METHOD_VERSION, fingerprint, basis };
    diesel::insert_into(publications::table).values(&publication).execute(conn)?;
    Ok(())
}

/// One supplier's sheets in a wave brought from elsewhere, as they were read from a file.
pub struct PastSheets {
    pub supplier: SupplierCode,
    /// The client group of each sheet with the JSON of its answers.
    pub sheets: Vec<(GroupCode, String)>,
    /// Group, question, text.
    pub comments: Vec<(GroupCode, String, String)>,
}

/// Publishes one supplier's part of an imported campaign, whose rows (campaign, supplier, groups, proposals) stand
/// already: decides, seals the sheets in shuffled order under fresh keys, writes the figures. The first supplier makes
/// the publication; each further one adds to it, and no figure about those that were there changes. All in the
/// caller's transaction.
pub fn publish_past(conn: &mut Conn, campaign: &Campaign, past: PastSheets, now: Moment) -> Result<()> {
    let row = campaigns::campaign_suppliers(conn, &campaign.id)?
        .into_iter()
        .find(|row| row.supplier == past.supplier)
        .ok_or(Error::NotFound)?;
    let questions = figures::questions_of(conn, &row)?;
    let proposed = campaigns::proposed_people(conn, &campaign.id, &row.supplier)?;
    let tally = tally_of(&questions, &past.sheets)?;
    let collected = [Collected { supplier: &row.supplier, questions: &questions, tally: &tally, proposed: &proposed }];
    let before = store::publication(conn, &campaign.id)?;
    let branches = match &before {
        None => branches::freeze(conn, &campaign.id)?,
        Some(standing) if standing.method_version == METHOD_VERSION => branches::of_campaign(conn, &campaign.id)?,
        Some(standing) => {
            let say = Say::new("verify-other-method").with("published", standing.method_version);
            return Err(Error::Invalid(say.with("here", METHOD_VERSION)));
        }
    };
    let decided = decide(campaign, &collected, &branches, false);
    store::add_decisions(conn, &decided)?;
    let decisions = super::decisions::by_supplier(&decided).remove(&row.supplier).unwrap_or_default();
    let label = |group: GroupCode| if decisions.is_merged(group.as_str()) { GroupCode::from(OTHER) } else { group };
    let mut rng = StdRng::from_seed(random_bytes());
    let (id, supplier) = (&campaign.id, &row.supplier);
    let sheets = past.sheets.into_iter().map(|(group, answers)| Response {
        key: String::new(),
        campaign: id.clone(),
        supplier: supplier.clone(),
        client_group: label(group),
        no_contact: false,
        answers,
    });
    let texts = past.comments.into_iter().map(|(group, question, body)| Comment {
        key: String::new(),
        campaign: id.clone(),
        supplier: supplier.clone(),
        client_group: label(group),
        question,
        body,
        state: "held".to_owned(),
    });
    seal::write_shuffled(conn, sheets.collect(), texts.collect(), &mut rng)?;
    comments::redact(conn, id)?;
    let published_at = before.as_ref().map_or(now, |publication| publication.published_at);
    let counted = figures::of_supplier(conn, campaign, &row, &decisions, published_at)?;
    store::insert_moments(conn, id, supplier, &counted.moments)?;
    store::insert_figures(conn, &counted.figures)?;
    // How suppliers compare is about all of them: it is counted anew with each that joins.
    let compared = figures::compared(conn, campaign)?;
    store::replace_compared(conn, id, &compared)?;
    let all = store::campaign_figures(conn, id)?;
    let (basis, fingerprint) = Basis::of(conn, campaign, &all)?.sealed()?;
    if before.is_some() {
        diesel::update(publications::table.find(id))
            .set((publications::fingerprint.eq(fingerprint), publications::basis.eq(basis)))
            .execute(conn)?;
    } else {
        let campaign = id.clone();
        let publication = Publication { campaign, published_at, method_version: METHOD_VERSION, fingerprint, basis };
        diesel::insert_into(publications::table).values(&publication).execute(conn)?;
    }
    Ok(())
}

fn tally_of(questions: &[Question], rows: &[(GroupCode, String)]) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut sheets = Sheets::of(questions);
    for (group, answers) in rows {
        tally.add(group, sheets.read(answers)?);
    }
    Ok(tally)
}
