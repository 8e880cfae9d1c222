//! Closing to publication, in steps that a restart can finish: decide from what was collected, store the decisions,
//! seal, count again from the sealed rows, write the figures once. A published wave is never recomputed.

use std::collections::BTreeMap;

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::change::{self, Wave, groups_of};
use super::decisions::{CAMPAIGN, Decisions, Release, decide};
use super::indicators::{Participation, Sheet, by_dimension};
use super::released;
use super::store::{self, ALL, Figure, Publication, Published};
use super::tally::{DimensionTally, Tally, answers_of};
use crate::answering::{seal, store as answering};
use crate::app::App;
use crate::campaign::{Campaign, CampaignSupplier, State, store as campaigns};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, random_bytes};
use crate::db::schema::{campaigns as campaigns_table, publications};
use crate::error::Result;
use crate::questionnaire::{self, Kind, OVERALL, Question, store as questionnaires};

/// Raised whenever a figure would come out differently.
pub const METHOD_VERSION: i32 = 1;

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
    carry_out(app, row)?;
    Ok(true)
}

/// Does the step that `row` stands before. Two may come here at once, a worker and whoever pressed "close": each step
/// looks again, inside its transaction, whether it is still to be done, and leaves everything alone if not.
pub fn carry_out(app: &App, row: Campaign) -> Result<()> {
    let id = row.id.clone();
    match row.stage.as_str() {
        "closed" => app.db.write_now(move |conn| decide_all(conn, &row)),
        "decided" => seal::forget_flags(&app.db, id, random_bytes()),
        "flags" => {
            let hidden = app.db.read_now(|conn| store::hidden_groups(conn, &id))?;
            seal::seal_answers(&app.db, id, hidden, random_bytes())
        }
        _ => {
            seal::clear_traces(&app.db)?;
            let now = app.clock.now();
            app.db.write_now(move |conn| write_figures(conn, &row, now))
        }
    }
}

fn decide_all(conn: &mut Conn, campaign: &Campaign) -> Result<()> {
    // Two workers may both have come here: the first takes the step, the other finds it taken.
    if !campaigns::take_stage(conn, &campaign.id, "closed", "decided")? {
        return Ok(());
    }
    let mut list = Vec::new();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        let questions = questions_of(conn, &row)?;
        let mut tally = Tally::default();
        answering::each_open(conn, &campaign.id, &row.supplier, |sheet| {
            if sheet.no_contact {
                tally.add_no_contact(sheet.client_group);
            } else {
                tally.add(sheet.client_group, &answers_of(&sheet.answers)?, &questions);
            }
            Ok(())
        })?;
        let proposed = campaigns::proposed_people(conn, &campaign.id, &row.supplier)?;
        list.extend(decide(campaign, &row.supplier, &questions, &tally, &proposed));
    }
    store::set_decisions(conn, &campaign.id, &list)
}

fn questions_of(conn: &mut Conn, row: &CampaignSupplier) -> Result<Vec<Question>> {
    match &row.questionnaire {
        Some(version) => questionnaires::questions(conn, version),
        None => Ok(Vec::new()),
    }
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
    let mut all_rows = Vec::new();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        all_rows.extend(supplier_figures(conn, campaign, &row)?);
        if campaign.row_level {
            let decisions = Decisions::new(&store::decisions(conn, &campaign.id, &row.supplier)?);
            let questions = questions_of(conn, &row)?;
            released::release(conn, campaign, &row.supplier, &questions, &decisions, random_bytes())?;
        }
    }
    let publication = Publication {
        campaign: campaign.id.clone(),
        published_at: now,
        method_version: METHOD_VERSION,
        fingerprint: fingerprint(conn, campaign, &all_rows)?,
        basis: String::new(),
    };
    diesel::insert_into(publications::table).values(&publication).execute(conn)?;
    store::insert_figures(conn, &all_rows)
}

/// The figures of one supplier, counted from the sealed rows under the stored decisions.
fn supplier_figures(conn: &mut Conn, campaign: &Campaign, row: &CampaignSupplier) -> Result<Vec<Figure>> {
    let supplier = &row.supplier;
    let questions = questions_of(conn, row)?;
    let dimensions = questionnaire::dimensions(&questions);
    let decisions = Decisions::new(&store::decisions(conn, &campaign.id, supplier)?);
    let groups = decisions.groups();
    let shown_questions = ShownQuestions::new(&questions, &dimensions, &decisions, &groups);

    let mut tally = Tally::default();
    let mut wholes: BTreeMap<(String, String), DimensionTally> = BTreeMap::new();
    answering::each_sealed(conn, &campaign.id, supplier, |sheet| {
        if sheet.no_contact {
            tally.add_no_contact(sheet.client_group);
            return Ok(());
        }
        let answers = answers_of(&sheet.answers)?;
        for group in [ALL, sheet.client_group.as_str()] {
            for (dimension, list) in shown_questions.of(group) {
                wholes.entry((group.to_owned(), dimension.clone())).or_default().add(&answers, list);
            }
        }
        tally.add(sheet.client_group, &answers, &questions);
        Ok(())
    })?;

    let mut sheet = Sheet::new(&campaign.id, supplier);
    let all = tally.all();
    let none = super::tally::GroupTally::default();
    for group in [ALL.to_owned()].iter().chain(&groups) {
        let counts = if group == ALL { &all } else { tally.groups.get(&group.as_str().into()).unwrap_or(&none) };
        for question in &questions {
            sheet.question(group, question, &counts.question(&question.code), &decisions);
        }
        for (dimension, list) in shown_questions.of(group) {
            let whole = wholes.remove(&(group.clone(), dimension.clone())).unwrap_or_default();
            sheet.dimension(group, dimension, list, counts, &whole, &decisions);
            if group == ALL && list.iter().all(|question| decisions.shows(ALL, &question.code, Release::Levels)) {
                store::insert_moment(conn, &campaign.id, supplier, dimension, &whole.weighted())?;
            }
        }
        if group != ALL {
            let n = counts.responses;
            if decisions.shows(group, CAMPAIGN, Release::Value) {
                let reading = super::indicators::Reading { value: Some(f64::from(n)), interval: None, n };
                sheet.show(group, CAMPAIGN, "responses", reading);
            } else {
                sheet.hide(group, CAMPAIGN, "responses");
            }
        }
    }
    for question in questions.iter().filter(|question| question.kind.has_options()) {
        sheet.choices(question, &question.options(), &all.question(&question.code), &decisions);
    }
    if decisions.shows(ALL, OVERALL, Release::Levels) {
        store::insert_moment(conn, &campaign.id, supplier, OVERALL, &all.question(OVERALL).values.weighted())?;
    }
    sheet.importance(&questions, &dimensions, &all, &decisions);
    let count = |n: i32| u32::try_from(n).unwrap_or(0);
    let proposed: i32 = campaigns::proposed_people(conn, &campaign.id, supplier)?.values().sum();
    let participation = Participation {
        proposed: count(proposed),
        complete: count(row.complete),
        partial: count(row.partial),
        no_contacts: all.no_contacts,
        responses: all.responses,
    };
    sheet.participation(&participation, &decisions);

    let so_far = sheet.into_rows();
    let later = Wave {
        figures: Published::new(so_far.clone()),
        scores: store::moments(conn, &campaign.id, supplier)?,
        questions,
        groups: groups_of(conn, &campaign.id)?,
    };
    let mut more = Sheet::new(&campaign.id, supplier);
    change::write(conn, &mut more, campaign, supplier, &later)?;
    Ok(so_far.into_iter().chain(more.into_rows()).collect())
}

/// Which questions each dimension pools, for all clients and for each group: only those shown there.
struct ShownQuestions<'a>(BTreeMap<String, Vec<(String, Vec<&'a Question>)>>);

impl<'a> ShownQuestions<'a> {
    fn new(
        questions: &'a [Question],
        dimensions: &[questionnaire::Choice],
        decisions: &Decisions,
        groups: &[String],
    ) -> Self {
        let of = by_dimension(questions, dimensions);
        let for_group = |group: &str| {
            let kept = |question: &&&Question| {
                question.kind == Kind::Satisfaction && decisions.shows(group, &question.code, Release::Value)
            };
            of.iter()
                .map(|(dimension, list)| (dimension.clone(), list.iter().filter(kept).copied().collect()))
                .collect()
        };
        let all = std::iter::once(ALL.to_owned()).chain(groups.iter().cloned());
        Self(
            all.map(|group| {
                let lists = for_group(&group);
                (group, lists)
            })
            .collect(),
        )
    }

    fn of(&self, group: &str) -> &[(String, Vec<&'a Question>)] {
        self.0.get(group).map_or(&[], Vec::as_slice)
    }
}

/// A digest over everything the publication rests on: method, thresholds, questionnaire versions, groups, figures.
fn fingerprint(conn: &mut Conn, campaign: &Campaign, rows: &[Figure]) -> Result<String> {
    let mut digest = Sha256::new();
    let mut add = |text: String| digest.update(format!("{}:{text};", text.len()).as_bytes());
    add(format!("method {METHOD_VERSION} {}", campaign.code));
    add(format!("{} {} {}", campaign.threshold, campaign.levels_threshold, campaign.comments_threshold));
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        for question in questions_of(conn, &row)? {
            add(format!("{} {} {} {}", row.supplier, question.code, question.text_fr, question.text_en));
        }
    }
    for (code, (units, invited)) in groups_of(conn, &campaign.id)? {
        add(format!("{code} {units:?} {invited}"));
    }
    for f in rows {
        let value = (f.value, f.low, f.high, f.n, f.word.as_deref(), f.shown);
        add(format!("{} {} {} {} {value:?}", f.supplier, f.client_group, f.subject, f.indicator));
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
