//! The client groups a past wave counts in: one for each unit, or those of today. Refuses a unit that is in none.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::{Faults, Source};
use super::units::Units;
use crate::campaign::groups::{LONGEST_NAME, Proposal, free_code};
use crate::campaign::{Campaign, store as campaigns};
use crate::db::Conn;
use crate::db::ids::{GroupCode, UnitCode};
use crate::error::{Error, Result, Say};

/// A group of the wave.
#[derive(Debug, Clone)]
pub struct Group {
    pub code: GroupCode,
    pub name: String,
    pub units: Vec<UnitCode>,
    pub responses: i32,
    pub eligible: i32,
    /// The campaign has it already.
    pub known: bool,
}

/// The groups, and the place of each unit of the files among them.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    pub list: Vec<Group>,
    pub of_unit: Vec<usize>,
}

impl Groups {
    /// The group of the unit at `place` in the files.
    pub fn of(&self, place: usize) -> Option<&Group> {
        self.of_unit.get(place).and_then(|group| self.list.get(*group))
    }
}

pub fn gather(conn: &mut Conn, wave: &Campaign, current: bool, units: &Units, faults: &mut Faults) -> Result<Groups> {
    let standing = campaigns::groups(conn, &wave.id)?;
    let new = match (current, standing.is_empty()) {
        (true, true) => todays(conn)?,
        // A campaign keeps its groups; whoever wants today's gets no others beside them.
        (true, false) => Vec::new(),
        (false, _) => one_each(units, &standing),
    };
    let group = |known: bool| {
        move |group: Proposal| {
            let Proposal { code, name, units } = group;
            Group { code, name, units, responses: 0, eligible: 0, known }
        }
    };
    let list = standing.into_iter().map(group(true)).chain(new.into_iter().map(group(false))).collect();
    let mut groups = Groups { list, of_unit: Vec::new() };
    let mut homes: BTreeMap<UnitCode, usize> = BTreeMap::new();
    for (place, group) in groups.list.iter().enumerate() {
        homes.extend(group.units.iter().map(|unit| (unit.clone(), place)));
    }
    for met in &units.met {
        let Some(place) = homes.get(&met.unit.code).copied() else {
            let (source, line) = if met.line > 0 { (Source::Responses, met.line) } else { (Source::Invitations, 1) };
            faults.add(source, line, Say::new("history-unit-in-no-group").with("unit", &met.unit.name));
            continue;
        };
        groups.of_unit.push(place);
        if let Some(group) = groups.list.get_mut(place) {
            group.responses += met.responses;
            group.eligible += met.eligible.unwrap_or(0);
        }
    }
    Ok(groups)
}

/// The groups of the latest campaign that has some and was prepared here, whole: waves compare groups by their units.
fn todays(conn: &mut Conn) -> Result<Vec<Proposal>> {
    for campaign in campaigns::quarters(conn)?.into_iter().filter(|other| !other.imported) {
        let groups = campaigns::groups(conn, &campaign.id)?;
        if !groups.is_empty() {
            return Ok(groups);
        }
    }
    Err(Error::invalid("history-no-groups"))
}

/// A group for each unit that is in none of `standing`.
fn one_each(units: &Units, standing: &[Proposal]) -> Vec<Proposal> {
    let placed: BTreeSet<&UnitCode> = standing.iter().flat_map(|group| &group.units).collect();
    let mut sorted: Vec<_> =
        units.met.iter().map(|met| &met.unit).filter(|unit| !placed.contains(&unit.code)).collect();
    sorted.sort_by(|a, b| a.code.cmp(&b.code));
    let mut taken: BTreeSet<GroupCode> = standing.iter().map(|group| group.code.clone()).collect();
    sorted
        .into_iter()
        .map(|unit| {
            let code = free_code(&taken, unit.code.as_str());
            taken.insert(code.clone());
            let name = unit.name.chars().take(LONGEST_NAME).collect();
            Proposal { code, name, units: vec![unit.code.clone()] }
        })
        .collect()
}
