//! Every query of comments after the seal: redaction, the moderator's queue, decisions, what is released.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::names::{Known, Names};
use super::{Comment, State, Theme, read_themes, redaction, themes, write_themes};
use crate::campaign::store::rare_languages;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, SupplierCode, UnitCode};
use crate::db::schema::{code_people, comments, invitations, people};
use crate::error::Result;
use crate::organisation::import::moderation_fault;
use crate::organisation::{self, Supplier};
use crate::web::{Role, Who};

/// How many comments travel at once.
const PART: i64 = 500;

/// Redacts what the seal of a campaign left unread; harmless when there is nothing to do. Belongs right after the seal,
/// while the invitations still say whose names to look for.
pub fn redact(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    for supplier in unread_suppliers(conn, campaign)? {
        let names = names_of(conn, campaign, &supplier)?;
        loop {
            let rows: Vec<(String, String)> = comments::table
                .filter(comments::campaign.eq(campaign))
                .filter(comments::supplier.eq(&supplier))
                .filter(comments::redacted.is_null())
                .order(comments::key)
                .limit(PART)
                .select((comments::key, comments::body))
                .load(conn)?;
            if rows.is_empty() {
                break;
            }
            for (key, body) in rows {
                let made = redaction::redact(&body, &names);
                let about: Vec<Theme> = themes::of(&body, made.language).into_keys().collect();
                diesel::update(comments::table.find(key))
                    .set((
                        comments::redacted.eq(made.text),
                        comments::marks.eq(serde_json::to_string(&made.marks)?),
                        comments::language.eq(made.language),
                        comments::themes.eq(write_themes(&about)?),
                    ))
                    .execute(conn)?;
            }
        }
    }
    Ok(())
}

fn unread_suppliers(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<SupplierCode>> {
    Ok(comments::table
        .filter(comments::campaign.eq(campaign))
        .filter(comments::redacted.is_null())
        .select(comments::supplier)
        .distinct()
        .order(comments::supplier)
        .load(conn)?)
}

pub fn is_unredacted(conn: &mut Conn, campaign: &CampaignId) -> Result<bool> {
    Ok(!unread_suppliers(conn, campaign)?.is_empty())
}

/// The names of those invited and of the supplier's staff; of everybody where the invitations are gone or never were.
fn names_of(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Names> {
    let invited: Vec<PersonId> =
        invitations::table.filter(invitations::campaign.eq(campaign)).select(invitations::person).load(conn)?;
    let by_code: Vec<PersonId> =
        code_people::table.filter(code_people::campaign.eq(campaign)).select(code_people::person).load(conn)?;
    let all: Vec<(PersonId, UnitCode, String, String, Option<String>)> =
        people::table.select((people::id, people::unit, people::name, people::email, people::person_id)).load(conn)?;
    let own = organisation::store::supplier(conn, supplier)?.unit;
    let tree = organisation::store::tree(conn)?;
    let heads: BTreeSet<PersonId> =
        organisation::store::heads(conn, supplier)?.into_iter().map(|head| head.id).collect();
    let known: BTreeSet<PersonId> = invited.into_iter().chain(by_code).collect();
    let staff = |unit: &UnitCode| own.as_ref().is_some_and(|own| tree.upwards(unit).contains(own));
    let counts =
        |id: &PersonId, unit: &UnitCode| known.is_empty() || known.contains(id) || heads.contains(id) || staff(unit);
    let people: Vec<Known<'_>> = all
        .iter()
        .filter(|(id, unit, ..)| counts(id, unit))
        .map(|(_, _, name, email, number)| Known {
            name,
            email: if email.contains('@') { email } else { "" },
            number: number.as_deref(),
        })
        .collect();
    Ok(Names::of(&people))
}

/// Those who may read the comments about `supplier` before release, as things stand.
pub fn moderators(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<PersonId>> {
    organisation::store::moderators(conn, supplier)
}

/// May this person read the comments about `supplier` before release? The role alone is not enough: who has come to head
/// it or to work there since is refused.
pub fn may_moderate(conn: &mut Conn, who: &Who, supplier: &SupplierCode) -> Result<bool> {
    let suppliers = organisation::store::suppliers(conn)?;
    let tree = organisation::store::tree(conn)?;
    let roles = organisation::store::roles(conn, &who.person)?;
    let granted = roles.contains(&(Role::Moderator, supplier.clone()));
    Ok(granted && moderation_fault(&roles, supplier, &who.unit, &suppliers, &tree).is_none())
}

/// The suppliers whose comments this person may read before release.
pub fn moderated_by(conn: &mut Conn, who: &Who) -> Result<Vec<Supplier>> {
    let mut list = Vec::new();
    for supplier in organisation::store::suppliers(conn)? {
        if may_moderate(conn, who, &supplier.code)? {
            list.push(supplier);
        }
    }
    Ok(list)
}

/// How many comments of a supplier are in each state, in one published campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub code: String,
    pub held: i64,
    pub decided: i64,
}

/// The published campaigns in which something was written about `supplier`, latest first.
pub fn waves(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Waiting>> {
    let rows: Vec<(CampaignId, State, i64)> = comments::table
        .filter(comments::supplier.eq(supplier))
        .group_by((comments::campaign, comments::state))
        .select((comments::campaign, comments::state, diesel::dsl::count_star()))
        .load(conn)?;
    let mut list = Vec::new();
    for campaign in crate::campaign::store::in_state(conn, crate::campaign::State::Published)?.into_iter().rev() {
        let of = |held: bool| {
            let own = rows.iter().filter(|(id, state, _)| *id == campaign.id && (*state == State::Held) == held);
            own.map(|(_, _, count)| count).sum::<i64>()
        };
        let (held, decided) = (of(true), of(false));
        if held + decided > 0 {
            list.push(Waiting { code: campaign.code, held, decided });
        }
    }
    Ok(list)
}

/// How many comments of a supplier in a campaign are in each state.
pub fn counts(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<(State, i64)>> {
    Ok(comments::table
        .filter(comments::campaign.eq(campaign))
        .filter(comments::supplier.eq(supplier))
        .group_by(comments::state)
        .select((comments::state, diesel::dsl::count_star()))
        .load(conn)?)
}

/// One page of the queue, held ones or decided ones. The keys are random: their order tells nothing and does not change.
pub fn page(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    held: bool,
    skip: i64,
    take: i64,
) -> Result<Vec<Comment>> {
    let states = State::ALL.iter().filter(|state| (**state == State::Held) == held);
    Ok(comments::table
        .filter(comments::campaign.eq(campaign))
        .filter(comments::supplier.eq(supplier))
        .filter(comments::state.eq_any(states))
        .filter(comments::redacted.is_not_null())
        .order(comments::key)
        .offset(skip)
        .limit(take)
        .select(Comment::as_select())
        .load(conn)?)
}

/// A comment of this supplier and campaign.
pub fn comment(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode, key: &str) -> Result<Comment> {
    Ok(comments::table
        .find(key)
        .filter(comments::campaign.eq(campaign))
        .filter(comments::supplier.eq(supplier))
        .select(Comment::as_select())
        .first(conn)?)
}

/// What a moderator decided about a comment.
pub struct Decision {
    pub state: State,
    /// What is shown from now on; only released comments have it.
    pub released: Option<String>,
    pub themes: Vec<Theme>,
    pub by: PersonId,
    pub on: Day,
}

/// Writes a decision; false when somebody else decided since `seen`.
pub fn decide(conn: &mut Conn, comment: &Comment, seen: State, decision: &Decision) -> Result<bool> {
    let by_hand = comment.themes_by_hand || read_themes(&comment.themes)? != decision.themes;
    let changed = diesel::update(comments::table.find(&comment.key))
        .filter(comments::state.eq(seen))
        .set((
            comments::state.eq(decision.state),
            comments::released.eq(&decision.released),
            comments::themes.eq(write_themes(&decision.themes)?),
            comments::themes_by_hand.eq(by_hand),
            comments::decided_by.eq(&decision.by),
            comments::decided_on.eq(decision.on),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// The keys of the held comments in which nothing was found and whose language points to nobody.
pub fn clear_keys(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<String>> {
    let rare = rare_languages(conn, campaign)?;
    Ok(comments::table
        .filter(comments::campaign.eq(campaign))
        .filter(comments::supplier.eq(supplier))
        .filter(comments::state.eq(State::Held))
        .filter(comments::redacted.is_not_null())
        .filter(comments::marks.eq("[]"))
        .filter(comments::language.ne_all(rare))
        .order(comments::key)
        .select(comments::key)
        .load(conn)?)
}

/// Releases these comments with their replacements as they were made, those still held and whose language points to
/// nobody; the keys of those it released.
pub fn release_all(conn: &mut Conn, of: &Ticked<'_>, by: &PersonId, on: Day) -> Result<Vec<String>> {
    let rare = rare_languages(conn, of.campaign)?;
    Ok(crate::on_each!(conn, c => diesel::update(comments::table)
        .filter(comments::campaign.eq(of.campaign))
        .filter(comments::supplier.eq(of.supplier))
        .filter(comments::key.eq_any(of.keys))
        .filter(comments::state.eq(State::Held))
        .filter(comments::redacted.is_not_null())
        .filter(comments::language.ne_all(rare))
        .set((
            comments::state.eq(State::Released),
            comments::released.eq(comments::redacted),
            comments::decided_by.eq(by),
            comments::decided_on.eq(on),
        ))
        .returning(comments::key)
        .get_results(c))?)
}

/// Some comments of a supplier in a campaign, by their keys.
pub struct Ticked<'a> {
    pub campaign: &'a CampaignId,
    pub supplier: &'a SupplierCode,
    pub keys: &'a [String],
}

/// Withholds these comments, those still held; the keys of those it withheld.
pub fn withhold_all(conn: &mut Conn, of: &Ticked<'_>, by: &PersonId, on: Day) -> Result<Vec<String>> {
    Ok(crate::on_each!(conn, c => diesel::update(comments::table)
        .filter(comments::campaign.eq(of.campaign))
        .filter(comments::supplier.eq(of.supplier))
        .filter(comments::key.eq_any(of.keys))
        .filter(comments::state.eq(State::Held))
        .set((
            comments::state.eq(State::Withheld),
            comments::released.eq(None::<String>),
            comments::decided_by.eq(by),
            comments::decided_on.eq(on),
        ))
        .returning(comments::key)
        .get_results(c))?)
}

/// Puts back among those to read what `by` decided on this day, reports aside: those were told of. How many.
pub fn put_back(conn: &mut Conn, of: &Ticked<'_>, by: &PersonId, on: Day) -> Result<usize> {
    Ok(diesel::update(comments::table)
        .filter(comments::campaign.eq(of.campaign))
        .filter(comments::supplier.eq(of.supplier))
        .filter(comments::key.eq_any(of.keys))
        .filter(comments::state.eq_any([State::Released, State::Withheld]))
        .filter(comments::decided_by.eq(by))
        .filter(comments::decided_on.eq(on))
        .set((
            comments::state.eq(State::Held),
            comments::released.eq(None::<String>),
            comments::decided_by.eq(None::<PersonId>),
            comments::decided_on.eq(None::<Day>),
        ))
        .execute(conn)?)
}

/// A released comment, as those who may read it get it: nothing else of it is known to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    pub key: String,
    pub question: String,
    pub text: String,
    pub themes: Vec<Theme>,
}

/// The released comments about a supplier after `key`, in the order of their random keys.
pub fn released(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    key: &str,
    take: i64,
) -> Result<Vec<Released>> {
    let rows: Vec<(String, String, Option<String>, String)> = comments::table
        .filter(comments::campaign.eq(campaign))
        .filter(comments::supplier.eq(supplier))
        .filter(comments::state.eq(State::Released))
        .filter(comments::key.gt(key))
        .order(comments::key)
        .limit(take)
        .select((comments::key, comments::question, comments::released, comments::themes))
        .load(conn)?;
    let read = |(key, question, text, about): (String, String, Option<String>, String)| {
        Ok(Released { key, question, text: text.unwrap_or_default(), themes: read_themes(&about)? })
    };
    rows.into_iter().map(read).collect()
}

/// The themes of each released comment.
pub fn released_themes(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<Vec<Theme>>> {
    let rows: Vec<String> = comments::table
        .filter(comments::campaign.eq(campaign))
        .filter(comments::supplier.eq(supplier))
        .filter(comments::state.eq(State::Released))
        .select(comments::themes)
        .load(conn)?;
    rows.iter().map(|about| read_themes(about)).collect()
}

/// Is something about this supplier still to be read?
pub fn is_waiting(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<bool> {
    let held: i64 = comments::table
        .filter(comments::campaign.eq(campaign))
        .filter(comments::supplier.eq(supplier))
        .filter(comments::state.eq(State::Held))
        .count()
        .get_result(conn)?;
    Ok(held > 0)
}
