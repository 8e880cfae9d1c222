//! Which unit a cell of the file means: by code, by name, or by the code its name would give. Refuses what nobody
//! knows, unless new units are welcome.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::db::ids::UnitCode;
use crate::error::Say;
use crate::organisation::Unit;
use crate::organisation::import::NAME_LIMIT;
use crate::organisation::naming::code_of;
use crate::web::typed::clean_line;

/// A unit the files name.
#[derive(Debug, Clone)]
pub struct Met {
    pub unit: Unit,
    /// To be created.
    pub new: bool,
    pub responses: i32,
    /// Where its first response stands.
    pub line: u64,
    pub eligible: Option<i32>,
}

pub struct Units {
    by_code: BTreeMap<UnitCode, Unit>,
    by_name: BTreeMap<String, Vec<UnitCode>>,
    /// What a cell meant before: a place in `met`.
    seen: HashMap<String, usize>,
    place: BTreeMap<UnitCode, usize>,
    create: bool,
    pub met: Vec<Met>,
}

impl Units {
    pub fn new(standing: Vec<Unit>, create: bool) -> Self {
        let mut by_name: BTreeMap<String, Vec<UnitCode>> = BTreeMap::new();
        for unit in &standing {
            by_name.entry(unit.name.clone()).or_default().push(unit.code.clone());
        }
        let by_code = standing.into_iter().map(|unit| (unit.code.clone(), unit)).collect();
        Self { by_code, by_name, seen: HashMap::new(), place: BTreeMap::new(), create, met: Vec::new() }
    }

    /// The place in `met` of the unit that `cell` means.
    pub fn meet(&mut self, cell: &str) -> Result<usize, Say> {
        if let Some(place) = self.seen.get(cell) {
            return Ok(*place);
        }
        let (unit, new) = self.find(cell)?;
        let place = match self.place.get(&unit.code) {
            Some(place) => *place,
            None => {
                self.place.insert(unit.code.clone(), self.met.len());
                self.met.push(Met { unit, new, responses: 0, line: 0, eligible: None });
                self.met.len() - 1
            }
        };
        self.seen.insert(cell.to_owned(), place);
        Ok(place)
    }

    fn find(&mut self, cell: &str) -> Result<(Unit, bool), Say> {
        let name = clean_line(cell);
        if cell.trim().chars().any(char::is_control) {
            return Err(Say::new("history-unit-control"));
        }
        if name.is_empty() {
            return Err(Say::new("import-empty").with("column", "unit"));
        }
        let said = || name.chars().take(60).collect::<String>();
        if let Some(unit) = self.by_code.get(&name.as_str().into()) {
            return Ok((unit.clone(), false));
        }
        match self.by_name.get(&name).map(Vec::as_slice) {
            Some([code]) => {
                return self.by_code.get(code).map(|unit| (unit.clone(), false)).ok_or_else(|| unknown(said()));
            }
            Some(several) => {
                let codes: BTreeSet<&str> = several.iter().map(UnitCode::as_str).collect();
                let codes = codes.into_iter().collect::<Vec<_>>().join(", ");
                return Err(Say::new("history-unit-ambiguous").with("unit", said()).with("codes", codes));
            }
            None => {}
        }
        let code = UnitCode(code_of(&name));
        if let Some(place) = self.place.get(&code) {
            return self.met.get(*place).map(|met| (met.unit.clone(), met.new)).ok_or_else(|| unknown(said()));
        }
        if let Some(unit) = self.by_code.get(&code) {
            return Ok((unit.clone(), false));
        }
        if !self.create {
            return Err(unknown(said()));
        }
        if code.0.is_empty() {
            return Err(Say::new("history-unit-no-code").with("unit", said()));
        }
        if name.chars().count() > NAME_LIMIT {
            return Err(Say::new("import-too-long").with("column", "unit").with("limit", NAME_LIMIT));
        }
        Ok((Unit { code, name, parent: None, active: true }, true))
    }
}

fn unknown(unit: String) -> Say {
    Say::new("history-unit-unknown").with("unit", unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_then_name_then_code_of() {
        let unit =
            |code: &str, name: &str| Unit { code: code.into(), name: name.to_owned(), parent: None, active: true };
        let list =
            vec![unit("a", "Achats"), unit("b", "a"), unit("c", "Deux"), unit("d", "Deux"), unit("rh_paie", "Paie")];
        let mut units = Units::new(list.clone(), false);
        let code = |units: &mut Units, cell: &str| units.meet(cell).map(|place| units.met[place].unit.code.0.clone());
        assert_eq!(code(&mut units, "a").as_deref(), Ok("a"));
        assert_eq!(code(&mut units, "Achats").as_deref(), Ok("a"));
        assert_eq!(code(&mut units, "RH – Paie").as_deref(), Ok("rh_paie"));
        assert_eq!(code(&mut units, "Deux").map_err(|say| say.key), Err("history-unit-ambiguous"));
        assert_eq!(code(&mut units, "Ventes").map_err(|say| say.key), Err("history-unit-unknown"));
        let mut units = Units::new(list, true);
        assert_eq!(code(&mut units, "Ventes").as_deref(), Ok("ventes"));
        assert_eq!(code(&mut units, "VENTES").as_deref(), Ok("ventes"));
        assert_eq!(units.met.iter().filter(|met| met.new).count(), 1);
        assert_eq!(units.met[0].unit.name, "Ventes");
        assert_eq!(code(&mut units, "人事部").map_err(|say| say.key), Err("history-unit-no-code"));
    }
}
