//! What HR typed on the page of groups: a name for each group, a place for each unit, the expected participation.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::Ground;
use crate::campaign::groups::{LONGEST_NAME, Proposal, free_code, is_reserved, neighbour};
use crate::db::ids::{GroupCode, UnitCode};
use crate::error::{Error, Result, Say};
use crate::organisation::is_code;
use crate::web::typed::clean_line;
use crate::web::{Fields, Seen};

/// What a unit's list says for "a new group".
const NEW: &str = "+";

/// Participation that may be expected, in percent.
const PERCENTS: std::ops::RangeInclusive<u32> = 10..=90;

pub(super) struct Typed {
    pub names: Vec<(GroupCode, String)>,
    pub places: BTreeMap<UnitCode, String>,
    pub new_name: String,
    /// The participation to expect, in percent; none when the form has no such field.
    pub rate: Option<String>,
    /// The mark of the groups the page was made from.
    pub seen: Option<String>,
}

impl Typed {
    pub fn of(form: &Fields) -> Result<Self> {
        let mut names: Vec<(GroupCode, String)> = Vec::new();
        for (code, name) in form.under("name.") {
            if !is_code(code) || is_reserved(code) || names.iter().any(|(other, _)| other.as_str() == code) {
                return Err(Error::invalid("error-not-a-form"));
            }
            names.push((code.into(), clean_line(&name)));
        }
        let places = form.under("unit.").map(|(unit, place)| (unit.into(), clean_line(&place))).collect();
        let rate = if form.has("rate") { Some(clean_line(&form.text("rate")?)) } else { None };
        Ok(Self { names, places, new_name: clean_line(&form.text("new_name")?), rate, seen: Seen::given(form)? })
    }

    pub fn from_groups(groups: &[Proposal]) -> Self {
        let placed = |group: &Proposal| {
            let code = group.code.0.clone();
            group.units.iter().map(move |unit| (unit.clone(), code.clone())).collect::<Vec<_>>()
        };
        Self {
            names: groups.iter().map(|group| (group.code.clone(), group.name.clone())).collect(),
            places: groups.iter().flat_map(placed).collect(),
            new_name: String::new(),
            rate: None,
            seen: None,
        }
    }

    /// The groups that stand, where the form held none.
    pub fn or_standing(self, ground: &Ground) -> Self {
        if self.names.is_empty() {
            Self { rate: self.rate, seen: self.seen, ..Self::from_groups(&ground.standing()) }
        } else {
            self
        }
    }

    /// The participation typed, or `usual` where the form does not ask.
    pub fn percent(&self, usual: u32) -> std::result::Result<u32, Say> {
        let Some(text) = &self.rate else { return Ok(usual) };
        let number = text.trim_end_matches('%').trim().parse().ok().filter(|percent| PERCENTS.contains(percent));
        let fault = Say::new("campaign-fault-rate").with("least", PERCENTS.start()).with("most", PERCENTS.end());
        number.ok_or(fault)
    }

    /// The groups as typed, over the units that have people; empty units stay where `ground` has them, as waves
    /// compare groups by their units. What is wrong when something is.
    pub fn read(&self, ground: &Ground) -> std::result::Result<Vec<Proposal>, Vec<Say>> {
        let mut faults = Vec::new();
        let mut units: BTreeMap<&str, Vec<UnitCode>> = BTreeMap::new();
        for unit in ground.heads.keys() {
            let place = self.places.get(unit).map_or("", String::as_str);
            let known = place == NEW || self.names.iter().any(|(code, _)| code.as_str() == place);
            if known {
                units.entry(place).or_default().push(unit.clone());
            } else {
                let name = ground.tree.get(unit).map_or(unit.as_str(), |unit| &unit.name);
                faults.push(Say::new("campaign-fault-unplaced").with("unit", name));
            }
        }
        let empty = |code: &GroupCode| {
            let stands = ground.saved.iter().find(|group| group.code == *code);
            let without = |unit: &&UnitCode| !ground.heads.contains_key(*unit) && ground.tree.get(unit).is_some();
            stands.into_iter().flat_map(|group| &group.units).filter(without).cloned().collect::<Vec<_>>()
        };
        let mut groups = Vec::new();
        for (code, name) in &self.names {
            if let Some(mut units) = units.remove(code.as_str()) {
                units.extend(empty(code));
                groups.push(Proposal { code: code.clone(), name: name.clone(), units });
            }
        }
        if let Some(units) = units.remove(NEW) {
            groups.push(self.new_group(ground, units));
        }
        faults.extend(name_faults(&groups));
        if faults.is_empty() { Ok(groups) } else { Err(faults) }
    }

    /// A group of `units`, named after the first of them where no name was typed.
    fn new_group(&self, ground: &Ground, units: Vec<UnitCode>) -> Proposal {
        let taken = self.names.iter().map(|(code, _)| code.clone()).collect();
        let first = units.first().cloned().unwrap_or_else(|| "group".into());
        let named = ground.tree.get(&first).map_or(first.as_str(), |unit| &unit.name);
        let name = if self.new_name.is_empty() { clean_line(named) } else { self.new_name.clone() };
        Proposal { code: free_code(&taken, first.as_str()), name, units }
    }

    /// Puts the units of the group `code` into the group nearest to it, where there is one.
    pub fn merge(&mut self, ground: &Ground, code: &GroupCode) -> Result<()> {
        let Ok(groups) = self.read(ground) else { return Ok(()) };
        let Some(small) = groups.iter().find(|group| group.code == *code) else {
            return Err(Error::invalid("error-not-a-form"));
        };
        if let Some(near) = neighbour(&ground.tree, &ground.heads, &groups, small) {
            for place in self.places.values_mut().filter(|place| *place == code.as_str()) {
                near.code.0.clone_into(place);
            }
        }
        Ok(())
    }
}

fn name_faults(groups: &[Proposal]) -> Vec<Say> {
    let mut faults = Vec::new();
    let names: BTreeSet<String> = groups.iter().map(|group| group.name.to_lowercase()).collect();
    if groups.iter().any(|group| group.name.is_empty()) {
        faults.push(Say::new("campaign-fault-groups"));
    } else if names.len() < groups.len() {
        faults.push(Say::new("campaign-fault-group-twice"));
    }
    if groups.iter().any(|group| group.name.chars().count() > LONGEST_NAME) {
        faults.push(Say::new("campaign-fault-group-long").with("limit", LONGEST_NAME));
    }
    faults
}
