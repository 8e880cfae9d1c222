//! Past waves brought from elsewhere: a file of answers becomes the sealed responses of a campaign that is over, and is
//! published like any other. Nobody is mailed, and no unit, person or open campaign changes beyond what was asked.
//! History comes in one file for each supplier: a further one adds to its campaign and changes nothing published.
//!
//! Refused, with the line: what the file's questions cannot have as an answer, a unit nobody knows. All or nothing.

mod answers;
pub mod command;
mod faults;
mod groups;
mod invitations;
mod questions;
mod store;
mod told;
mod units;
mod wave;

pub use faults::{Faults, Source};

use crate::aggregation::publication::{PastSheets, publish_past};
use crate::app::{App, Settings, audit};
use crate::campaign::{Campaign, CampaignSupplier, State, is_campaign_code, store as campaigns};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::table::{Heads, Table};
use crate::organisation::{self, Supplier};
use crate::questionnaire::Question;
use crate::render::Texts;
use crate::retention::Retention;
use crate::schedule;

/// What is brought, and how.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The code of the wave: `2025-Q3`.
    pub campaign: String,
    pub supplier: String,
    pub responses: Vec<u8>,
    /// The questions, with the columns of the bank; none: those the supplier asks today, or the bank's.
    pub questionnaire: Option<Vec<u8>>,
    /// How many were invited, by unit; none: unknown.
    pub invitations: Option<Vec<u8>>,
    /// Create the units, and the supplier, that do not exist.
    pub create_units: bool,
    /// Count in today's client groups instead of one for each unit.
    pub current_groups: bool,
    pub opens_on: Option<Day>,
    pub closes_on: Option<Day>,
    pub dry_run: bool,
}

/// What an import does, or did.
#[derive(Debug, Clone)]
pub struct Plan {
    pub campaign: Campaign,
    /// False where an earlier file made it for another supplier.
    pub new_campaign: bool,
    pub supplier: Supplier,
    pub new_supplier: bool,
    pub asked: Vec<Question>,
    /// Questions that have no column: this wave did not ask them.
    pub not_asked: Vec<String>,
    pub units: Vec<units::Met>,
    pub groups: groups::Groups,
    pub sheets: answers::Sheets,
    /// Whether the files say how many were invited.
    pub invited_known: bool,
    /// Published waves that came after this one: they are not compared anew.
    pub later: Vec<String>,
    pub today: Day,
    /// How long the wave's comments and answers stay.
    pub keep: Retention,
}

/// Either everything is as planned, or the files have faults and nothing was written.
pub type Outcome = std::result::Result<Plan, Faults>;

/// Reads the files, says what they would do, and unless it is a dry run does it, publication and all, in one
/// transaction.
pub fn import(app: &App, request: Request) -> Result<Outcome> {
    let (now, today, zone) = (app.clock.now(), app.today(), app.config.time_zone.clone());
    if request.dry_run {
        return app.db.read_now(|conn| plan(conn, &request, &wave::Calendar { now, today, zone }));
    }
    let clock = app.clock.clone();
    app.db.write_now(move |conn| {
        let planned = plan(conn, &request, &wave::Calendar { now, today, zone })?;
        if let Ok(plan) = &planned {
            apply(conn, plan, now)?;
            let detail = format!("{} {} {}", plan.campaign.code, plan.supplier.code, plan.sheets.responses.len());
            audit(conn, &clock, None, "import-responses", &detail)?;
        }
        Ok(planned)
    })
}

/// Each column other than the unit is a question's.
const HEADS: Heads<'_> = Heads { needed: &["unit"], blank: &[], optional: None };

fn plan(conn: &mut Conn, request: &Request, calendar: &wave::Calendar) -> Result<Outcome> {
    let (campaign, new_campaign) = campaign(conn, request, calendar)?;
    let (supplier, new_supplier) = supplier(conn, request)?;
    let mut faults = Faults::default();
    let bank = match &request.questionnaire {
        Some(bytes) => questions::from_file(bytes, &mut faults),
        None => questions::standing(conn, &supplier.code)?,
    };
    let table = match Table::read_all(&request.responses, HEADS) {
        Ok((table, bad)) => {
            faults.all(Source::Responses, bad);
            table
        }
        Err(bad) => {
            faults.all(Source::Responses, bad);
            return Ok(Err(faults));
        }
    };
    if faults.told.iter().any(|(source, _)| *source == Source::Questionnaire) {
        return Ok(Err(faults));
    }
    let asked = questions::asked(&table, bank, request.questionnaire.is_some(), &mut faults);
    let mut units = units::Units::new(organisation::store::units(conn)?, request.create_units);
    let sheets = answers::read(&table, &asked.questions, &mut units, &mut faults);
    if let Some(bytes) = &request.invitations {
        invitations::read(bytes, &mut units, &mut faults);
    }
    let groups = groups::gather(conn, &campaign, request.current_groups, &units, &mut faults)?;
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let published = campaigns::published(conn)?.into_iter();
    let later = published.filter(|wave| wave.opens_on > campaign.opens_on).map(|wave| wave.code).collect();
    let setting = Settings::load(conn)?.keep;
    Ok(Ok(Plan {
        later,
        today: calendar.today,
        keep: campaign.keeps(setting),
        campaign,
        new_campaign,
        supplier,
        new_supplier,
        asked: asked.questions,
        not_asked: asked.left_out,
        units: units.met,
        groups,
        sheets,
        invited_known: request.invitations.is_some(),
    }))
}

/// The campaign, over and done, with the dates its code tells unless others were given; and whether it is new.
fn campaign(conn: &mut Conn, request: &Request, calendar: &wave::Calendar) -> Result<(Campaign, bool)> {
    let code = request.campaign.trim();
    if !is_campaign_code(code) {
        return Err(Error::invalid("campaign-fault-code"));
    }
    match campaigns::campaign_by_code(conn, code) {
        Ok(there) => {
            add_to(conn, &there, request)?;
            return Ok((there, false));
        }
        Err(Error::NotFound) => {}
        Err(fault) => return Err(fault),
    }
    let dates = wave::dates(code, request.opens_on, request.closes_on, calendar.today)?;
    let new = Campaign {
        state: State::Published,
        stage: DONE.to_owned(),
        closes_on: dates.closes_on,
        opened_at: Some(dates.opens_on.starts_in(&calendar.zone)),
        closed_at: Some(dates.closes_on.plus_days(1).starts_in(&calendar.zone).min(calendar.now)),
        published_at: Some(calendar.now),
        announced_at: Some(calendar.now),
        imported: true,
        ..Campaign::draft(CampaignId(sortable(calendar.now)), code.to_owned(), dates.opens_on)
    };
    Ok((new, true))
}

/// Nothing is left to do after the publication of a wave that nobody was invited to.
const DONE: &str = "done";

/// May the answers about a further supplier be added? If so nobody else adds any until this transaction ends.
fn add_to(conn: &mut Conn, there: &Campaign, request: &Request) -> Result<()> {
    let refuse =
        |key| Err(Error::Invalid(Say::new(key).with("campaign", &there.code).with("supplier", &request.supplier)));
    if !there.imported || !campaigns::hold_stage(conn, &there.id, State::Published, DONE)? {
        return refuse("history-not-imported");
    }
    let parts = campaigns::campaign_suppliers(conn, &there.id)?;
    if parts.iter().any(|part| part.supplier.as_str() == request.supplier) {
        return refuse("history-supplier-there");
    }
    let other = |given: Option<Day>, day: Day| given.is_some_and(|given| given != day);
    if other(request.opens_on, there.opens_on) || other(request.closes_on, there.closes_on) {
        return refuse("history-other-dates");
    }
    Ok(())
}

/// The supplier of this code, and whether it is new.
fn supplier(conn: &mut Conn, request: &Request) -> Result<(Supplier, bool)> {
    let code = request.supplier.as_str();
    match organisation::store::supplier(conn, &code.into()) {
        Ok(there) => return Ok((there, false)),
        Err(Error::NotFound) => {}
        Err(fault) => return Err(fault),
    }
    if !organisation::is_code(code) {
        return Err(Error::Invalid(Say::new("history-supplier-code").with("supplier", code)));
    }
    if !request.create_units {
        return Err(Error::Invalid(Say::new("history-supplier-unknown").with("supplier", code)));
    }
    let name = || code.to_owned();
    let new = Supplier {
        code: SupplierCode(name()),
        names: Texts::both(name(), name()),
        in_sentence: Texts::default(),
        unit: None,
        active: true,
    };
    Ok((new, true))
}

fn apply(conn: &mut Conn, plan: &Plan, now: Moment) -> Result<()> {
    if plan.new_supplier {
        organisation::store::insert_supplier(conn, &plan.supplier)?;
    }
    let new: Vec<_> = plan.units.iter().filter(|met| met.new).map(|met| met.unit.clone()).collect();
    organisation::store::insert_units(conn, &new)?;
    let (campaign, supplier) = (&plan.campaign.id, &plan.supplier.code);
    let version = crate::questionnaire::store::version_of_the_past(conn, supplier, now, &plan.asked)?;
    if plan.new_campaign && !campaigns::insert(conn, &plan.campaign)? {
        return Err(Error::Invalid(Say::new("history-taken").with("campaign", &plan.campaign.code)));
    }
    store::insert_part(
        conn,
        &CampaignSupplier {
            campaign: campaign.clone(),
            supplier: supplier.clone(),
            questionnaire: Some(version),
            complete: plan.sheets.complete,
            partial: plan.sheets.partial,
            actions: Texts::default(),
            told_wave: None,
            told_satisfied: None,
            small_team: false,
            mirror: false,
            mirror_unit: None,
            mirror_people: 0,
        },
    )?;
    store::insert_groups(conn, campaign, &plan.groups)?;
    if plan.invited_known {
        store::insert_proposals(conn, campaign, supplier, &plan.groups)?;
    }
    publish_past(conn, &plan.campaign, past(plan)?, now)?;
    schedule::record_effects(conn, &plan.campaign, now)
}

fn past(plan: &Plan) -> Result<PastSheets> {
    let group_of = |place: usize| -> Result<GroupCode> {
        let group = plan.groups.of(place).map(|group| group.code.clone());
        group.ok_or_else(|| Error::internal("a response without a group"))
    };
    let sheets = plan.sheets.responses.iter().map(|(unit, answers)| Ok((group_of(*unit)?, answers.clone())));
    let comments = plan.sheets.comments.iter();
    let comments = comments.map(|(unit, question, text)| Ok((group_of(*unit)?, question.clone(), text.clone())));
    Ok(PastSheets {
        supplier: plan.supplier.code.clone(),
        sheets: sheets.collect::<Result<_>>()?,
        comments: comments.collect::<Result<_>>()?,
    })
}
