//! The mirror: the team of a service says how it thinks its clients judge it. Whom it is put to, and what is asked; what
//! was answered is kept, counted and shown apart from everything else.

use std::collections::{BTreeMap, BTreeSet};

use super::promised::Standing;
use super::{CampaignSupplier, store};
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, SupplierCode, UnitCode};
use crate::error::Result;
use crate::organisation::{Person, Tree, store as organisation};
use crate::questionnaire::telling::{question_for_team, tells};
use crate::questionnaire::{OVERALL, Question};
use crate::web::Role;

/// Under so many sheets nothing is shown, and they are deleted at closing, unread; nothing is asked of a smaller team.
pub const FEWEST: i32 = 10;
/// The teams of the services that have a mirror.
#[derive(Default)]
pub struct Teams {
    tree: Tree,
    /// By the unit of the service; of two that share one, the first by code.
    of_unit: BTreeMap<UnitCode, SupplierCode>,
    heads: BTreeSet<(PersonId, SupplierCode)>,
}

impl Teams {
    /// Those of the rows that have a mirror.
    pub fn load<'a>(conn: &mut Conn, rows: impl Iterator<Item = &'a CampaignSupplier>) -> Result<Self> {
        let mut of_unit = BTreeMap::new();
        for row in rows.filter(|row| row.mirror) {
            if let Some(unit) = organisation::supplier(conn, &row.supplier)?.unit {
                of_unit.entry(unit).or_insert_with(|| row.supplier.clone());
            }
        }
        if of_unit.is_empty() {
            return Ok(Self::default());
        }
        let grants = organisation::grants(conn)?.into_iter();
        let heads = grants.flat_map(|(person, roles)| {
            let headed = roles.into_iter().filter(|(role, _)| *role == Role::Head);
            headed.map(move |(_, supplier)| (person.clone(), supplier))
        });
        Ok(Self { tree: organisation::tree(conn)?, of_unit, heads: heads.collect() })
    }

    /// The service whose team somebody is asked as: the nearest above their unit. One they head does not ask them, and
    /// whoever has no address draws a slip that anybody else of the group may hold.
    pub fn of(&self, person: &Person) -> Option<&SupplierCode> {
        if self.of_unit.is_empty() || !person.has_address() {
            return None;
        }
        let mut above = self.tree.upwards(&person.unit).into_iter().filter_map(|unit| self.of_unit.get(&unit));
        above.find(|supplier| !self.heads.contains(&(person.id.clone(), (*supplier).clone())))
    }

    /// How many of `people` each service would ask.
    pub fn sizes<'a>(&self, people: impl Iterator<Item = &'a Person>) -> BTreeMap<SupplierCode, i32> {
        let mut sizes: BTreeMap<SupplierCode, i32> = BTreeMap::new();
        for supplier in people.filter_map(|person| self.of(person)) {
            *sizes.entry(supplier.clone()).or_default() += 1;
        }
        sizes
    }

    pub fn has(&self, supplier: &SupplierCode) -> bool {
        self.of_unit.values().any(|one| one == supplier)
    }

    /// Without the services that `asks` does not say.
    pub fn retain(&mut self, asks: impl Fn(&SupplierCode) -> bool) {
        self.of_unit.retain(|_, supplier| asks(supplier));
    }
}

/// What the mirror asks of a service that asks its clients `questions`: those behind the overall figure and the
/// dimensions, then whether the promises of its clients are kept. They keep their words: it is the page that says whose
/// answer is asked for.
pub fn questions(questions: &[Question], promises: &[Standing]) -> Vec<Question> {
    let compared = |question: &&Question| {
        tells(question) && (question.code == OVERALL || question.dimension.as_ref().is_some_and(|code| code != OVERALL))
    };
    let asked = |standing: &Standing| {
        let code = standing.promised.question.as_ref()?;
        Some(question_for_team(code, &standing.version.texts))
    };
    questions.iter().filter(compared).cloned().chain(promises.iter().filter_map(asked)).collect()
}

/// The questions of the mirror of one service in a campaign; none where it has none.
pub fn asked(
    conn: &mut Conn,
    campaign: &CampaignId,
    row: &CampaignSupplier,
    own: &[Question],
) -> Result<Vec<Question>> {
    if row.mirror_people < FEWEST {
        return Ok(Vec::new());
    }
    let promises = store::promised_by_clients(conn, campaign, &row.supplier)?;
    Ok(questions(own, &promises))
}
