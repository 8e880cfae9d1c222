//! Every query of the plan: actions, their history, the figures they start from, the public texts.

pub mod events;
pub mod history;
pub mod origins;
pub mod priorities;
pub mod reach;
pub mod sessions;

use std::collections::BTreeMap;

use diesel::prelude::*;

use self::history::Stood;
use super::{Action, Event, OVERALL, Origin, Status, Step, Verdict};
use crate::aggregation::{self, store as publications};
use crate::campaign;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, GroupCode, PersonId, SupplierCode};
use crate::db::schema::{
    action_contributors, action_history, actions, campaign_suppliers, campaigns, feedback_pages, invitations, people,
    questions, units,
};
use crate::error::{Error, Result, Say};
use crate::hooks;
use crate::organisation::Person;
use crate::render::words::say;
use crate::render::{Language, Texts};

/// Whose actions a list holds.
#[derive(Debug, Clone)]
pub enum Scope {
    All,
    /// Those of these suppliers, and those this person owns or helps with.
    Of {
        suppliers: Vec<SupplierCode>,
        person: PersonId,
    },
}

pub fn action(conn: &mut Conn, id: &ActionId) -> Result<Action> {
    Ok(actions::table.find(id).select(Action::as_select()).get_result(conn)?)
}

/// By due date, earliest first.
pub fn actions(conn: &mut Conn, scope: &Scope) -> Result<Vec<Action>> {
    let order = (actions::due_on, actions::id);
    Ok(match scope {
        Scope::All => actions::table.order(order).select(Action::as_select()).load(conn)?,
        Scope::Of { suppliers, person } => actions::table
            .filter(
                actions::supplier.eq_any(suppliers).or(actions::owner.eq(person)).or(actions::id.eq_any(
                    action_contributors::table
                        .filter(action_contributors::person.eq(person))
                        .select(action_contributors::action),
                )),
            )
            .order(order)
            .select(Action::as_select())
            .load(conn)?,
    })
}

pub fn of_supplier(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Action>> {
    Ok(actions::table
        .filter(actions::supplier.eq(supplier))
        .order((actions::due_on, actions::id))
        .select(Action::as_select())
        .load(conn)?)
}

/// Puts a new action in its supplier's plan under the next free number.
pub fn create(conn: &mut Conn, mut action: Action, by: &PersonId, now: Moment) -> Result<Action> {
    let last: Option<i32> = actions::table
        .filter(actions::supplier.eq(&action.supplier))
        .select(diesel::dsl::max(actions::number))
        .first(conn)?;
    action.number = last.unwrap_or(0) + 1;
    // Two heads who create at once find the same number free: the second takes the one after.
    for _ in 0..20 {
        let new = crate::on_each!(conn, c => diesel::insert_into(actions::table)
            .values(&action)
            .on_conflict((actions::supplier, actions::number))
            .do_nothing()
            .execute(c))?;
        if new == 1 {
            history::note(conn, &action.id, now, Some(by), Event::Created, "")?;
            return Ok(action);
        }
        action.number += 1;
    }
    Err(Error::Unavailable("no free number for the action".to_owned()))
}

/// Writes what the head changed. `seen` is the history line the form was made from: somebody else's change between
/// the two gives false and writes nothing.
pub fn edit(
    conn: &mut Conn,
    action: &Action,
    seen: &str,
    by: &PersonId,
    (today, now): (Day, Moment),
    fields: &str,
) -> Result<bool> {
    history::hold(conn, &action.id)?;
    if history::last_line(conn, &action.id)? != seen {
        return Ok(false);
    }
    let was_visible: bool = actions::table.find(&action.id).select(actions::visible).first(conn)?;
    let changed = crate::on_each!(conn, c => diesel::update(actions::table.find(&action.id))
        .filter(actions::status.eq(action.status))
        .set(action)
        .execute(c))?;
    if changed == 1 {
        history::note(conn, &action.id, now, Some(by), Event::Edited, fields)?;
        if action.visible && !was_visible && Status::PUBLIC.contains(&action.status) {
            tell_others(conn, hooks::Event::ActionMade, action, today, now)?;
        }
    }
    Ok(changed == 1)
}

/// Those who help with each of these actions, by name.
pub fn contributors(conn: &mut Conn, of: &[ActionId]) -> Result<BTreeMap<ActionId, Vec<Person>>> {
    let rows: Vec<(ActionId, Person)> = action_contributors::table
        .inner_join(people::table.on(people::id.eq(action_contributors::person)))
        .filter(action_contributors::action.eq_any(of))
        .order((people::name, people::id))
        .select((action_contributors::action, Person::as_select()))
        .load(conn)?;
    let mut found: BTreeMap<ActionId, Vec<Person>> = BTreeMap::new();
    for (action, person) in rows {
        found.entry(action).or_default().push(person);
    }
    Ok(found)
}

/// Does this person help with the action?
pub fn contributes(conn: &mut Conn, action: &ActionId, person: &PersonId) -> Result<bool> {
    let row = action_contributors::table.find((action, person)).select(action_contributors::action);
    Ok(row.first::<ActionId>(conn).optional()?.is_some())
}

/// Names who helps, in the place of whoever did.
pub fn set_contributors(conn: &mut Conn, action: &ActionId, people: &[PersonId]) -> Result<()> {
    diesel::delete(action_contributors::table.filter(action_contributors::action.eq(action))).execute(conn)?;
    for person in people {
        crate::on_each!(conn, c => diesel::insert_into(action_contributors::table)
            .values((action_contributors::action.eq(action), action_contributors::person.eq(person)))
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
}

/// What a step needs besides its name.
#[derive(Debug, Clone)]
pub struct Move {
    pub step: Step,
    pub done_on: Option<Day>,
    pub reason: Option<String>,
    pub verdict: Option<Verdict>,
}

#[derive(AsChangeset)]
#[diesel(table_name = actions)]
struct Moved {
    status: Status,
    starts_on: Option<Day>,
    done_on: Option<Day>,
    reason: Option<String>,
    verdict: Option<Verdict>,
}

/// Takes a step; false when the action is no longer in a state that allows it.
pub fn take(conn: &mut Conn, action: &Action, step: &Move, by: &PersonId, today: Day, now: Moment) -> Result<bool> {
    let Some(status) = step.step.from(action.status) else { return Ok(false) };
    let begins = step.step == Step::Start && action.starts_on.is_none_or(|day| day > today);
    let moved = Moved {
        status,
        starts_on: begins.then_some(today),
        done_on: step.done_on,
        reason: step.reason.clone(),
        verdict: step.verdict,
    };
    let changed = crate::on_each!(conn, c => diesel::update(actions::table.find(&action.id))
        .filter(actions::status.eq(action.status))
        .set(&moved)
        .execute(c))?;
    if changed != 1 {
        return Ok(false);
    }
    let stood = Stood::of(action);
    let (event, detail) = match step.step {
        Step::Accept => (Event::Accepted, String::new()),
        Step::Start => (Event::Started, String::new()),
        Step::Suspend => (Event::Suspended, String::new()),
        Step::Complete => (Event::Done, step.done_on.map(|day| day.to_string()).unwrap_or_default()),
        Step::Abandon => (Event::Abandoned, step.reason.clone().unwrap_or_default()),
        Step::Verify => (Event::Verified, step.verdict.map(|word| word.as_str().to_owned()).unwrap_or_default()),
    };
    history::note_step(conn, &action.id, now, by, event, &detail, &stood)?;
    if let Some(event) = told_of(step.step).filter(|_| action.visible) {
        tell_others(conn, event, action, today, now)?;
    }
    Ok(true)
}

/// What a step of a visible action is for other programs.
fn told_of(step: Step) -> Option<hooks::Event> {
    match step {
        Step::Accept => Some(hooks::Event::ActionMade),
        Step::Complete => Some(hooks::Event::ActionDone),
        Step::Verify => Some(hooks::Event::ActionVerified),
        Step::Start | Step::Suspend | Step::Abandon => None,
    }
}

fn tell_others(conn: &mut Conn, event: hooks::Event, action: &Action, today: Day, now: Moment) -> Result<()> {
    let told = hooks::Told {
        campaign: None,
        supplier: Some(action.supplier.to_string()),
        action: Some(action.reference()),
        day: today.to_string(),
        link: format!("/actions/{}", action.id),
        public_text: Some(action.public_texts.clone()),
    };
    hooks::store::tell(conn, now, event, &told)
}

/// The published figure an action may start from: all clients, shown. Anything else is not found, hidden included.
pub fn origin(conn: &mut Conn, supplier: &SupplierCode, wave: &str, subject: &str) -> Result<Origin> {
    let campaign = campaign::store::wave_by_code(conn, wave)?;
    if !campaign.is_published() {
        return Err(Error::NotFound);
    }
    let published = aggregation::store::published(conn, &campaign.id, supplier)?;
    let figure = published
        .get(aggregation::figure::ALL, subject, "satisfied")
        .filter(|figure| figure.shown)
        .ok_or(Error::NotFound)?;
    Ok(Origin {
        campaign: campaign.id,
        wave: campaign.code,
        subject: figure.subject.clone(),
        value: figure.value,
        low: figure.low,
        high: figure.high,
        n: figure.n,
    })
}

/// What dimensions are called, in the questionnaires the campaigns were opened with.
#[derive(Debug, Clone, Default)]
pub struct Subjects(BTreeMap<(CampaignId, SupplierCode, String), Texts>);

impl Subjects {
    /// The name of `subject` in that campaign; its code when the questionnaire does not know it.
    pub fn name(&self, language: Language, campaign: &CampaignId, supplier: &SupplierCode, subject: &str) -> String {
        if subject == OVERALL {
            return say(language, &crate::error::Say::new("action-subject-overall"));
        }
        self.0
            .get(&(campaign.clone(), supplier.clone(), subject.to_owned()))
            .map(|names| names.pick(language).to_owned())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| subject.to_owned())
    }

    /// The dimensions of a supplier in a campaign, by code.
    pub fn of<'a>(
        &'a self,
        campaign: &'a CampaignId,
        supplier: &'a SupplierCode,
    ) -> impl Iterator<Item = &'a str> + 'a {
        self.0.keys().filter(move |(c, s, _)| c == campaign && s == supplier).map(|(_, _, subject)| subject.as_str())
    }
}

/// The names of all dimensions in `campaigns`.
pub fn subjects(conn: &mut Conn, campaigns: &[CampaignId]) -> Result<Subjects> {
    type Row = (CampaignId, SupplierCode, Option<String>, Texts);
    let rows: Vec<Row> = campaign_suppliers::table
        .inner_join(questions::table.on(campaign_suppliers::questionnaire.eq(questions::questionnaire.nullable())))
        .filter(campaign_suppliers::campaign.eq_any(campaigns))
        .filter(questions::dimension.is_not_null())
        .filter(questions::dimension.ne(OVERALL))
        .order(questions::position.desc())
        .select((
            campaign_suppliers::campaign,
            campaign_suppliers::supplier,
            questions::dimension,
            questions::dimension_names,
        ))
        .load(conn)?;
    let named =
        rows.into_iter().filter_map(|(campaign, supplier, code, names)| Some(((campaign, supplier, code?), names)));
    Ok(Subjects(named.collect()))
}

/// The visible actions of a supplier that respondents may read about, oldest first.
pub fn public_actions(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Action>> {
    Ok(actions::table
        .filter(actions::supplier.eq(supplier))
        .filter(actions::visible.eq(true))
        .filter(actions::status.eq_any(Status::PUBLIC))
        .order(actions::number)
        .select(Action::as_select())
        .load(conn)?)
}

/// Is anything said to respondents of what the suppliers of a campaign do?
pub fn anything_public(conn: &mut Conn, campaign: &CampaignId) -> Result<bool> {
    let suppliers = campaign_suppliers::table
        .filter(campaign_suppliers::campaign.eq(campaign))
        .select(campaign_suppliers::supplier);
    let found: Option<ActionId> = actions::table
        .filter(actions::supplier.eq_any(suppliers))
        .filter(actions::visible.eq(true))
        .filter(actions::status.eq_any(Status::PUBLIC))
        .filter(actions::public_texts.ne(Texts::default()))
        .select(actions::id)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

/// The public texts of a supplier's visible actions, one a line, in every language that one of them has: what opening a
/// campaign copies. A text missing in one language appears in another.
pub fn public_texts(conn: &mut Conn, supplier: &SupplierCode) -> Result<Texts> {
    let list = public_actions(conn, supplier)?;
    let mut languages: Vec<Language> = Vec::new();
    for (language, _) in list.iter().flat_map(|action| action.public_texts.iter()) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let lines = |language: Language| {
        let texts = list.iter().map(|action| action.public_texts.pick(language)).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join("\n")
    };
    Ok(Texts::of(languages.into_iter().map(|language| (language, lines(language)))))
}

/// The client group a person counted in, when it has a feedback page.
pub fn group_with_page(conn: &mut Conn, campaign: &CampaignId, person: &PersonId) -> Result<Option<GroupCode>> {
    Ok(invitations::table
        .inner_join(
            feedback_pages::table.on(feedback_pages::campaign
                .eq(invitations::campaign)
                .and(feedback_pages::client_group.eq(invitations::client_group))),
        )
        .filter(invitations::campaign.eq(campaign))
        .filter(invitations::person.eq(person))
        .select(invitations::client_group)
        .first(conn)
        .optional()?)
}

/// The steps of `events` that a supplier's actions took after `since`, and when one's visibility was changed; earliest
/// first.
pub fn moves_since(
    conn: &mut Conn,
    supplier: &SupplierCode,
    events: &[Event],
    since: Moment,
) -> Result<Vec<(ActionId, Moment)>> {
    let seen = action_history::event.eq(Event::Edited).and(action_history::detail.like("%visible%"));
    Ok(action_history::table
        .inner_join(actions::table.on(actions::id.eq(action_history::action)))
        .filter(actions::supplier.eq(supplier))
        .filter(action_history::at.gt(since))
        .filter(action_history::event.eq_any(events).or(seen))
        .order((action_history::at, action_history::id))
        .select((action_history::action, action_history::at))
        .load(conn)?)
}

/// Marks a campaign's pages: their people were told what has moved. False when they were before, or when it has none;
/// on Postgres a second process waits and then finds it done.
pub fn mark_told(conn: &mut Conn, campaign: &CampaignId, now: Moment) -> Result<bool> {
    let marked = diesel::update(feedback_pages::table.filter(feedback_pages::campaign.eq(campaign)))
        .filter(feedback_pages::moved_told_at.is_null())
        .set(feedback_pages::moved_told_at.eq(now))
        .execute(conn)?;
    Ok(marked > 0)
}

pub fn has_page(conn: &mut Conn, campaign: &CampaignId, group: &GroupCode) -> Result<bool> {
    let page = feedback_pages::table.find((campaign, group)).select(feedback_pages::client_group);
    Ok(page.first::<GroupCode>(conn).optional()?.is_some())
}

/// Is any figure of a published wave shown: of one supplier, or of any? `small`: services of one or two people too.
pub fn anything_shown(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: Option<&SupplierCode>,
    small: bool,
) -> Result<bool> {
    for part in crate::campaign::store::campaign_suppliers(conn, campaign)? {
        // Of a service of one or two people nothing is told to those who were asked.
        if (part.small_team && !small) || supplier.is_some_and(|one| *one != part.supplier) {
            continue;
        }
        let figures = publications::published(conn, campaign, &part.supplier)?;
        if figures.get(crate::aggregation::figure::ALL, super::OVERALL, "satisfied").is_some_and(|figure| figure.shown)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Who has an action.
#[derive(Debug, Clone, Queryable)]
pub struct Owner {
    pub id: PersonId,
    pub name: String,
    /// The unit's name.
    pub unit: String,
    active: bool,
    until: Option<Day>,
}

impl Owner {
    pub fn works_on(&self, day: Day) -> bool {
        self.active && self.until.is_none_or(|until| until >= day)
    }
}

pub fn owners(conn: &mut Conn, actions: &[Action]) -> Result<Vec<Owner>> {
    let ids: Vec<&PersonId> = actions.iter().map(|action| &action.owner).collect();
    Ok(people::table
        .inner_join(units::table.on(units::code.eq(people::unit)))
        .filter(people::id.eq_any(ids))
        .select((people::id, people::name, units::name, people::active, people::until))
        .load(conn)?)
}

/// The actions that remain to be done, by who has them, as the preview of an import says them.
pub fn held_by_owner(conn: &mut Conn) -> Result<BTreeMap<PersonId, Vec<Say>>> {
    let mut held: BTreeMap<PersonId, Vec<Say>> = BTreeMap::new();
    for action in actions(conn, &Scope::All)?.into_iter().filter(|action| action.status.is_pending()) {
        let say = Say::new("import-holds-action").with("reference", action.reference()).with("title", &action.title);
        held.entry(action.owner).or_default().push(say);
    }
    Ok(held)
}

/// The code of every campaign.
pub fn wave_codes(conn: &mut Conn) -> Result<Vec<(CampaignId, String)>> {
    Ok(campaigns::table.select((campaigns::id, campaigns::code)).load(conn)?)
}
