//! The mirror: the team of a service says how it thinks its clients judge it. Whom it is put to, and what is asked; what
//! was answered is kept, counted and shown apart from everything else.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::promised::Standing;
use super::{CampaignSupplier, Invitation, store};
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, SupplierCode, UnitCode};
use crate::error::Result;
use crate::organisation::{Person, Tree, store as organisation};
use crate::questionnaire::telling::{question_for_team, tells};
use crate::questionnaire::{OVERALL, Question};
use crate::web::Role;

/// Under so many sheets nothing is shown, and they are deleted at closing, unread; nothing is asked of a smaller team.
pub const FEWEST: i32 = 10;
/// The teams of the services whose mirror is asked for.
#[derive(Default)]
pub struct Teams {
    tree: Tree,
    /// By the unit of the service; of two that share one, the first by code.
    of_unit: BTreeMap<UnitCode, SupplierCode>,
    /// Those left aside because another one has their unit.
    pub shared: Vec<SupplierCode>,
    heads: BTreeSet<(PersonId, SupplierCode)>,
    direction: BTreeSet<PersonId>,
}

impl Teams {
    /// Those whose mirror is wished for, whatever their size.
    fn wished(conn: &mut Conn, rows: &[CampaignSupplier]) -> Result<Self> {
        let (mut of_unit, mut shared) = (BTreeMap::new(), Vec::new());
        for row in rows.iter().filter(|row| row.mirror) {
            let Some(unit) = organisation::supplier(conn, &row.supplier)?.unit else { continue };
            match of_unit.entry(unit) {
                Entry::Vacant(new) => drop(new.insert(row.supplier.clone())),
                Entry::Occupied(_) => shared.push(row.supplier.clone()),
            }
        }
        Ok(Self { shared, ..Self::of_units(conn, of_unit)? })
    }

    /// Those that an opening fixed.
    pub fn fixed(conn: &mut Conn, rows: &[CampaignSupplier]) -> Result<Self> {
        let of_unit = rows.iter().filter_map(|row| Some((row.mirror_unit.clone()?, row.supplier.clone())));
        Self::of_units(conn, of_unit.collect())
    }

    fn of_units(conn: &mut Conn, of_unit: BTreeMap<UnitCode, SupplierCode>) -> Result<Self> {
        if of_unit.is_empty() {
            return Ok(Self::default());
        }
        let (mut heads, mut direction) = (BTreeSet::new(), BTreeSet::new());
        for (person, roles) in organisation::grants(conn)? {
            for (role, supplier) in roles {
                match role {
                    Role::Head => drop(heads.insert((person.clone(), supplier))),
                    Role::Direction => drop(direction.insert(person.clone())),
                    _ => {}
                }
            }
        }
        Ok(Self { tree: organisation::tree(conn)?, of_unit, shared: Vec::new(), heads, direction })
    }

    /// Those of the wished ones that would be asked, were `people` invited: a team that is too small is left out, and its
    /// people are of the next one above. With how many people each wished one has.
    pub fn asked<'a>(
        conn: &mut Conn,
        rows: &[CampaignSupplier],
        people: impl Iterator<Item = &'a Person> + Clone,
    ) -> Result<(Self, BTreeMap<SupplierCode, i32>)> {
        let mut teams = Self::wished(conn, rows)?;
        let mut sizes = BTreeMap::new();
        loop {
            let here = teams.sizes(people.clone());
            let size = |supplier: &SupplierCode| here.get(supplier).copied().unwrap_or(0);
            let small = teams.of_unit.values().filter(|supplier| size(supplier) < FEWEST);
            let small = small.min_by_key(|supplier| (size(supplier), (*supplier).clone())).cloned();
            sizes.extend(teams.of_unit.values().map(|supplier| (supplier.clone(), size(supplier))));
            let Some(small) = small else { return Ok((teams, sizes)) };
            teams.of_unit.retain(|_, supplier| *supplier != small);
        }
    }

    /// The service whose team somebody is asked as: the nearest above their unit. Whoever reads its mirror does not answer
    /// it, and whoever has no address draws a slip that anybody else of the group may hold.
    pub fn of(&self, person: &Person) -> Option<&SupplierCode> {
        if self.of_unit.is_empty() || !person.has_address() || self.direction.contains(&person.id) {
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

    /// The unit whose people are asked about a service.
    pub fn unit(&self, supplier: &SupplierCode) -> Option<&UnitCode> {
        self.of_unit.iter().find(|(_, one)| *one == supplier).map(|(unit, _)| unit)
    }
}

/// Takes the mirror from the link of somebody who reads it by now: they would know their own answer among ten.
pub fn without_readers(conn: &mut Conn, mut invitation: Invitation) -> Result<Invitation> {
    if let Some(supplier) = &invitation.mirror {
        let roles = organisation::roles(conn, &invitation.person)?;
        let reads =
            |(role, of): &(Role, SupplierCode)| *role == Role::Direction || *role == Role::Head && of == supplier;
        if roles.iter().any(reads) {
            invitation.mirror = None;
        }
    }
    Ok(invitation)
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

/// Does it ask the team itself whether a promise is kept, and not what clients would say?
pub fn is_about_a_promise(question: &Question) -> bool {
    question.dimension.is_none() && question.code != OVERALL
}

/// The questions of the mirror of one service in a campaign; none where it has none.
pub fn asked(
    conn: &mut Conn,
    campaign: &CampaignId,
    row: &CampaignSupplier,
    own: &[Question],
) -> Result<Vec<Question>> {
    if !row.has_mirror() {
        return Ok(Vec::new());
    }
    let promises = store::promised_by_clients(conn, campaign, &row.supplier)?;
    Ok(questions(own, &promises))
}
