//! Every query of questionnaires. A frozen version is never written again.

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::meanings::{Mark, Meanings};
use super::{Question, Questionnaire, State, bank};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, QuestionnaireId, SupplierCode, sortable};
use crate::db::schema::{publications, questionnaires, questions, same_meanings, settings};
use crate::error::{Error, Result};
use crate::render::Language;

pub fn questionnaire(conn: &mut Conn, id: &QuestionnaireId) -> Result<Questionnaire> {
    Ok(questionnaires::table.find(id).select(Questionnaire::as_select()).get_result(conn)?)
}

/// The questions of a version, in the order in which they are asked.
pub fn questions(conn: &mut Conn, id: &QuestionnaireId) -> Result<Vec<Question>> {
    Ok(questions::table
        .filter(questions::questionnaire.eq(id))
        .order((questions::position, questions::code))
        .select(Question::as_select())
        .load(conn)?)
}

/// The questions of several versions, each in its order.
pub fn questions_of(conn: &mut Conn, ids: &[QuestionnaireId]) -> Result<BTreeMap<QuestionnaireId, Vec<Question>>> {
    let list: Vec<Question> = questions::table
        .filter(questions::questionnaire.eq_any(ids))
        .order((questions::questionnaire, questions::position, questions::code))
        .select(Question::as_select())
        .load(conn)?;
    let mut of: BTreeMap<QuestionnaireId, Vec<Question>> = BTreeMap::new();
    for question in list {
        of.entry(question.questionnaire.clone()).or_default().push(question);
    }
    Ok(of)
}

/// Every version of a supplier's questionnaire, latest first; what occasions ask is none.
pub fn versions(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<Questionnaire>> {
    Ok(questionnaires::table
        .filter(questionnaires::supplier.eq(supplier))
        .filter(questionnaires::campaign.is_null())
        .order(questionnaires::version.desc())
        .select(Questionnaire::as_select())
        .load(conn)?)
}

/// The version that the next campaign would ask: the highest.
pub fn latest(conn: &mut Conn, supplier: &SupplierCode) -> Result<Option<Questionnaire>> {
    Ok(versions(conn, supplier)?.into_iter().next())
}

pub fn latest_draft(conn: &mut Conn, supplier: &SupplierCode) -> Result<Option<Questionnaire>> {
    Ok(versions(conn, supplier)?.into_iter().find(|version| version.state == State::Draft))
}

/// A campaign opens with this version: it never changes again, and those before it are superseded. Doing it twice
/// changes nothing; a superseded version stays so.
pub fn freeze(conn: &mut Conn, id: &QuestionnaireId) -> Result<()> {
    let version = questionnaire(conn, id)?;
    diesel::update(questionnaires::table.find(id))
        .filter(questionnaires::state.eq(State::Draft))
        .set(questionnaires::state.eq(State::Frozen))
        .execute(conn)?;
    diesel::update(questionnaires::table)
        .filter(questionnaires::supplier.eq(&version.supplier))
        .filter(questionnaires::version.lt(version.version))
        .filter(questionnaires::campaign.is_null())
        .filter(questionnaires::state.eq(State::Frozen))
        .set(questionnaires::state.eq(State::Superseded))
        .execute(conn)?;
    Ok(())
}

/// The draft to edit: the one there is, or the latest version copied as the next, or the core when there is none.
pub fn draft_for_edit(conn: &mut Conn, supplier: &SupplierCode, now: Moment) -> Result<Questionnaire> {
    match latest(conn, supplier)? {
        Some(draft) if draft.state == State::Draft => Ok(draft),
        Some(frozen) => {
            let list = questions(conn, &frozen.id)?;
            create(conn, supplier, frozen.version + 1, now, &list)
        }
        None => create_from_core(conn, supplier, now),
    }
}

/// The open question that a new questionnaire begins with: figures say where, people say what.
const OPEN: &str = "improve";

/// A draft with the core questions of the bank and one open question; the draft there is, when there is one.
pub fn create_from_core(conn: &mut Conn, supplier: &SupplierCode, now: Moment) -> Result<Questionnaire> {
    let begins = |question: &&Question| question.core || question.code == OPEN;
    let core: Vec<Question> = bank::questions().iter().filter(begins).cloned().collect();
    match latest(conn, supplier)? {
        Some(draft) if draft.state == State::Draft => Ok(draft),
        other => create(conn, supplier, other.map_or(1, |version| version.version + 1), now, &core),
    }
}

/// When somebody else made this version meanwhile, theirs is the one.
pub(super) fn create(
    conn: &mut Conn,
    supplier: &SupplierCode,
    version: i32,
    now: Moment,
    list: &[Question],
) -> Result<Questionnaire> {
    let new = Questionnaire {
        id: QuestionnaireId(sortable(now)),
        supplier: supplier.clone(),
        version,
        state: State::Draft,
        created_at: now,
        campaign: None,
    };
    let made = crate::on_each!(conn, c => diesel::insert_into(questionnaires::table)
        .values(&new)
        .on_conflict((questionnaires::supplier, questionnaires::version))
        .do_nothing()
        .execute(c))?;
    if made == 1 {
        write(conn, &new.id, list)?;
        return Ok(new);
    }
    latest_draft(conn, supplier)?.ok_or(Error::NotFound)
}

/// The version that asked exactly `list`, for a wave of the past: one there is, or a new one. The first version of a
/// supplier is frozen as its version 1; beside others it goes under the lowest number, superseded, so that what the
/// next campaign asks does not change.
pub fn version_of_the_past(
    conn: &mut Conn,
    supplier: &SupplierCode,
    now: Moment,
    list: &[Question],
) -> Result<QuestionnaireId> {
    let wanted = fingerprint(list);
    let known = versions(conn, supplier)?;
    for version in known.iter().filter(|version| version.state != State::Draft) {
        if fingerprint(&questions(conn, &version.id)?) == wanted {
            return Ok(version.id.clone());
        }
    }
    let (version, state) = match known.iter().map(|version| version.version).min() {
        None => (1, State::Frozen),
        Some(lowest) => (lowest - 1, State::Superseded),
    };
    let new = Questionnaire {
        id: QuestionnaireId(sortable(now)),
        supplier: supplier.clone(),
        version,
        state,
        created_at: now,
        campaign: None,
    };
    diesel::insert_into(questionnaires::table).values(&new).execute(conn)?;
    write(conn, &new.id, list)?;
    Ok(new.id)
}

/// Puts `list` in the place of the questions of a draft, in its order; a version that is no draft is refused.
pub fn save_questions(conn: &mut Conn, id: &QuestionnaireId, list: &[Question]) -> Result<()> {
    hold(conn, id)?;
    write(conn, id, list)
}

/// Changes the supplier's draft, unless its questions are no longer those whose fingerprint the page carried.
pub fn edit<T>(
    conn: &mut Conn,
    supplier: &SupplierCode,
    seen: &str,
    change: impl FnOnce(&mut Conn, &mut Vec<Question>) -> Result<T>,
) -> Result<T> {
    let draft = latest_draft(conn, supplier)?.ok_or_else(|| Error::invalid("questionnaire-not-a-draft"))?;
    hold(conn, &draft.id)?;
    let mut list = questions(conn, &draft.id)?;
    if fingerprint(&list) != seen {
        return Err(Error::invalid("questionnaire-changed-meanwhile"));
    }
    let outcome = change(conn, &mut list)?;
    write(conn, &draft.id, &list)?;
    Ok(outcome)
}

/// Keeps the draft for this transaction: whoever else wants to write it waits (Postgres) or comes after (SQLite).
fn hold(conn: &mut Conn, id: &QuestionnaireId) -> Result<()> {
    let held = diesel::update(questionnaires::table.find(id))
        .filter(questionnaires::state.eq(State::Draft))
        .set(questionnaires::state.eq(State::Draft))
        .execute(conn)?;
    if held == 1 { Ok(()) } else { Err(Error::invalid("questionnaire-not-a-draft")) }
}

fn write(conn: &mut Conn, id: &QuestionnaireId, list: &[Question]) -> Result<()> {
    diesel::delete(questions::table.filter(questions::questionnaire.eq(id))).execute(conn)?;
    for (place, question) in (1..).zip(list) {
        let row = Question { questionnaire: id.clone(), position: place, ..question.clone() };
        diesel::insert_into(questions::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// A question as its fingerprint sees it: wherever it is kept, and in the form in which publications of before were
/// made, with French and English first and further languages only where it has them.
struct Printed<'a>(&'a Question);

impl serde::Serialize for Printed<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let Question { dimension_names, texts, .. } = self.0;
        let has = |language: &Language| dimension_names.get(*language).or(texts.get(*language)).is_some();
        let others = Language::ALL.iter().filter(|language| !Language::STAFF.contains(language) && has(language));
        let languages: Vec<Language> = Language::STAFF.iter().chain(others).copied().collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("questionnaire", "")?;
        map.serialize_entry("position", &0)?;
        map.serialize_entry("code", &self.0.code)?;
        map.serialize_entry("core", &self.0.core)?;
        map.serialize_entry("kind", &self.0.kind)?;
        map.serialize_entry("dimension", &self.0.dimension)?;
        for language in &languages {
            map.serialize_entry(&format!("dimension_{}", language.as_str()), &dimension_names.get(*language))?;
        }
        for language in &languages {
            map.serialize_entry(&format!("text_{}", language.as_str()), texts.get(*language).unwrap_or_default())?;
        }
        map.serialize_entry("lo", &self.0.lo)?;
        map.serialize_entry("hi", &self.0.hi)?;
        map.serialize_entry("reversed", &self.0.reversed)?;
        map.serialize_entry("options", &self.0.options)?;
        if self.0.asked_if.is_some() {
            map.serialize_entry("asked_if", &self.0.asked_if)?;
        }
        if self.0.asked_at_most.is_some() {
            map.serialize_entry("asked_at_most", &self.0.asked_at_most)?;
        }
        map.end()
    }
}

/// Says whether two lists of questions are the same, wherever they are kept.
pub fn fingerprint(list: &[Question]) -> String {
    let mut digest = Sha256::new();
    for question in list {
        digest.update(serde_json::to_vec(&Printed(question)).unwrap_or_default());
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Throws a draft away; the frozen version before it stays. Refused while a campaign in preparation names it.
pub fn delete_draft(conn: &mut Conn, id: &QuestionnaireId) -> Result<()> {
    use diesel::result::{DatabaseErrorKind, Error as Sql};
    hold(conn, id)?;
    diesel::delete(questions::table.filter(questions::questionnaire.eq(id))).execute(conn)?;
    match diesel::delete(questionnaires::table.find(id)).execute(conn) {
        Ok(_) => Ok(()),
        Err(Sql::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => {
            Err(Error::invalid("questionnaire-in-campaign"))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The supplier that has a question of this code, other than `supplier`.
pub fn other_owner(conn: &mut Conn, supplier: &SupplierCode, code: &str) -> Result<Option<SupplierCode>> {
    Ok(questionnaires::table
        .inner_join(questions::table.on(questions::questionnaire.eq(questionnaires::id)))
        .filter(questions::code.eq(code))
        .filter(questionnaires::supplier.ne(supplier))
        .select(questionnaires::supplier)
        .first(conn)
        .optional()?)
}

/// Versions of occasions have numbers of their own, far below those of the services' questionnaires.
const OCCASIONS: i32 = -1_000_000;

/// A draft of questions that one occasion asks about `supplier`; those without a code get an own one.
pub fn create_for_occasion(
    conn: &mut Conn,
    supplier: &SupplierCode,
    campaign: &CampaignId,
    now: Moment,
    list: &[Question],
) -> Result<QuestionnaireId> {
    let lowest: Option<i32> = questionnaires::table
        .filter(questionnaires::supplier.eq(supplier))
        .filter(questionnaires::version.le(OCCASIONS))
        .select(diesel::dsl::min(questionnaires::version))
        .get_result(conn)?;
    let new = Questionnaire {
        id: QuestionnaireId(sortable(now)),
        supplier: supplier.clone(),
        version: lowest.unwrap_or(OCCASIONS) - 1,
        state: State::Draft,
        created_at: now,
        campaign: Some(campaign.clone()),
    };
    diesel::insert_into(questionnaires::table).values(&new).execute(conn)?;
    save_questions_of_occasion(conn, &new.id, list)?;
    Ok(new.id)
}

/// Puts `list` in the place of the questions of an occasion's draft.
pub fn save_questions_of_occasion(conn: &mut Conn, id: &QuestionnaireId, list: &[Question]) -> Result<()> {
    hold(conn, id)?;
    write(conn, id, &[])?;
    for (place, question) in (1..).zip(list) {
        let code = match question.code.as_str() {
            "" => next_own_code(conn)?,
            known => known.to_owned(),
        };
        let row = Question { questionnaire: id.clone(), position: place, code, ..question.clone() };
        diesel::insert_into(questions::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// An occasion opens with this version: it never changes again.
pub fn freeze_of_occasion(conn: &mut Conn, id: &QuestionnaireId) -> Result<()> {
    hold(conn, id)?;
    diesel::update(questionnaires::table.find(id)).set(questionnaires::state.eq(State::Frozen)).execute(conn)?;
    Ok(())
}

/// Throws away what an occasion that has not opened would ask.
pub fn delete_of_occasion(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    let own = questionnaires::table.filter(questionnaires::campaign.eq(campaign));
    let ids: Vec<QuestionnaireId> = own.select(questionnaires::id).load(conn)?;
    diesel::delete(questions::table.filter(questions::questionnaire.eq_any(&ids))).execute(conn)?;
    diesel::delete(own).execute(conn)?;
    Ok(())
}

const COUNTER: &str = "own_questions";

/// The code of a new own question: `own_<n>`, never given twice in the organisation.
pub fn next_own_code(conn: &mut Conn) -> Result<String> {
    let codes: Vec<String> =
        questions::table.filter(questions::code.like("own\\_%").escape('\\')).select(questions::code).load(conn)?;
    let highest = codes.iter().filter_map(|code| code.strip_prefix("own_")?.parse::<u32>().ok()).max().unwrap_or(0);
    crate::on_each!(conn, c => diesel::insert_into(settings::table)
        .values((settings::name.eq(COUNTER), settings::value.eq("0")))
        .on_conflict_do_nothing()
        .execute(c))?;
    loop {
        let last: String = settings::table.find(COUNTER).select(settings::value).get_result(conn)?;
        let next = last.parse::<u32>().unwrap_or(0).max(highest) + 1;
        let taken = diesel::update(settings::table.find(COUNTER))
            .filter(settings::value.eq(&last))
            .set(settings::value.eq(next.to_string()))
            .execute(conn)?;
        if taken == 1 {
            return Ok(format!("own_{next}"));
        }
    }
}

/// Every "same meaning" mark there is; [`Meanings::at`] gives those of a moment.
pub fn meanings(conn: &mut Conn) -> Result<Meanings> {
    let order = (same_meanings::question, same_meanings::at, same_meanings::wording, same_meanings::other_wording);
    Ok(Meanings::new(same_meanings::table.order(order).select(Mark::as_select()).load(conn)?))
}

/// Keeps the marks for this transaction, so that a publication and a mark made at the same time agree on which came
/// first: take the time after it (SQLite has one writer anyway).
pub fn hold_meanings(conn: &mut Conn) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        pg.batch_execute("LOCK TABLE same_meanings IN SHARE ROW EXCLUSIVE MODE")?;
    }
    Ok(())
}

/// Marks two wordings as the same; false when they already were.
pub fn mark(conn: &mut Conn, mark: &Mark) -> Result<bool> {
    let made = crate::on_each!(conn, c => diesel::insert_into(same_meanings::table)
        .values(mark)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(made == 1)
}

/// Has a campaign been published since the mark? It may rest on it, so the mark stays.
pub fn mark_is_used(conn: &mut Conn, mark: &Mark) -> Result<bool> {
    let after: i64 = publications::table.filter(publications::published_at.ge(mark.at)).count().get_result(conn)?;
    Ok(after > 0)
}

/// Withdraws a mark; refused once a campaign has been published after it.
pub fn unmark(conn: &mut Conn, mark: &Mark) -> Result<()> {
    if mark_is_used(conn, mark)? {
        return Err(Error::invalid("questionnaire-meaning-used"));
    }
    diesel::delete(same_meanings::table.find((&mark.question, &mark.wording, &mark.other_wording))).execute(conn)?;
    Ok(())
}
