//! Suppliers so small that asking about them is appraising a person: said before launch, with a neighbour to be asked
//! about together.

use std::collections::{BTreeMap, BTreeSet};

use super::line::{Level, Line};
use crate::campaign::roll::Roll;
use crate::campaign::{CampaignSupplier, FEWEST_STAFF};
use crate::db::Conn;
use crate::db::ids::{PersonId, SupplierCode, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::{Supplier, Tree, store as organisation};
use crate::render::Language;

/// A supplier with fewer active staff is one or few people.
const FEWEST: usize = 5;

/// How many people work in each unit and below it.
pub struct Staff(BTreeMap<UnitCode, usize>);

impl Staff {
    /// Of those who work `here`.
    pub fn load(conn: &mut Conn, here: &BTreeSet<PersonId>) -> Result<Self> {
        let (tree, people) = (organisation::tree(conn)?, organisation::people(conn)?);
        let mut staff: BTreeMap<UnitCode, usize> = BTreeMap::new();
        for person in people.iter().filter(|person| here.contains(&person.id)) {
            for unit in tree.upwards(&person.unit) {
                *staff.entry(unit).or_default() += 1;
            }
        }
        Ok(Self(staff))
    }

    fn of(&self, unit: &UnitCode) -> usize {
        self.0.get(unit).copied().unwrap_or(0)
    }

    /// Is this one person or two, or nobody?
    pub fn is_small(&self, unit: &UnitCode) -> bool {
        self.of(unit) < FEWEST_STAFF
    }

    /// Is this service one person or two? One that no unit stands for, or an empty one, cannot be counted.
    pub fn is_small_team(&self, conn: &mut Conn, supplier: &SupplierCode) -> Result<bool> {
        let unit = organisation::supplier(conn, supplier)?.unit;
        Ok(unit.is_some_and(|unit| (1..FEWEST_STAFF).contains(&self.of(&unit))))
    }
}

/// One line for each chosen supplier under [`FEWEST`]. A supplier that no unit stands for cannot be counted.
pub(super) fn lines(
    conn: &mut Conn,
    chosen: &[CampaignSupplier],
    roll: &Roll,
    language: Language,
) -> Result<Vec<Line>> {
    let codes: BTreeSet<_> = chosen.iter().map(|row| &row.supplier).collect();
    let mut suppliers = organisation::suppliers(conn)?;
    suppliers.retain(|one| one.active);
    let tree = organisation::tree(conn)?;
    let staff = Staff::load(conn, &roll.here)?;
    let mut lines = Vec::new();
    for small in suppliers.iter().filter(|one| codes.contains(&one.code)) {
        let Some(unit) = &small.unit else { continue };
        let size = staff.of(unit);
        if (1..FEWEST_STAFF).contains(&size) {
            let say = Say::new("check-small-team").with("name", small.name(language)).with("n", size);
            lines.push(Line { level: Level::See, say });
        }
        if size < FEWEST {
            let say = match neighbour(&tree, &suppliers, small, unit) {
                Some(near) => Say::new("check-few-staff-near").with("near", near.name(language)),
                None => Say::new("check-few-staff"),
            };
            lines.push(Line { level: Level::See, say: say.with("name", small.name(language)).with("n", size) });
        }
    }
    Ok(lines)
}

/// The other supplier whose unit is nearest in the tree, then by code.
fn neighbour<'a>(tree: &Tree, suppliers: &'a [Supplier], small: &Supplier, unit: &UnitCode) -> Option<&'a Supplier> {
    let way = tree.upwards(unit);
    let steps = |other: &UnitCode| {
        let theirs = tree.upwards(other);
        way.iter().enumerate().find_map(|(up, unit)| Some(up + theirs.iter().position(|one| one == unit)?))
    };
    let others = suppliers.iter().filter(|one| one.code != small.code);
    others
        .filter_map(|one| Some((steps(one.unit.as_ref()?)?, one)))
        .min_by(|a, b| (a.0, &a.1.code).cmp(&(b.0, &b.1.code)))
        .map(|(_, one)| one)
}
