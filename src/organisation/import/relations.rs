//! Who serves whom, from a file: one line per supplier and branch of units, served or excepted.

use std::collections::BTreeMap;

use super::cells::{Cells, Lowered};
use super::{Line, Plan};
use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::table::shown;
use crate::organisation::table::{Heads, LineFault, Table};
use crate::organisation::{Relation, RelationKind, Supplier, store};
use crate::render::Language;

const NEEDED: &[&str] = &["supplier", "unit_code", "kind"];

#[derive(Debug, Clone, Default)]
pub struct RelationChanges {
    /// New ones and those whose kind changes.
    pub set: Vec<Relation>,
    pub removed: Vec<Relation>,
}

type Key = (SupplierCode, UnitCode);
type Suppliers = BTreeMap<SupplierCode, Supplier>;
type Units = BTreeMap<UnitCode, String>;

/// What the file of relations would do. With `complete`, relations it does not name are removed.
pub fn plan_relations(conn: &mut Conn, bytes: &[u8], complete: bool) -> Result<Plan<RelationChanges>> {
    let standing = store::relations(conn)?.into_iter().map(|r| ((r.supplier, r.unit), r.kind)).collect();
    let suppliers = store::suppliers(conn)?.into_iter().map(|supplier| (supplier.code.clone(), supplier)).collect();
    let units = store::units(conn)?.into_iter().map(|unit| (unit.code, unit.name)).collect();
    Ok(plan(&standing, &suppliers, &units, bytes, complete))
}

fn plan(
    standing: &BTreeMap<Key, RelationKind>,
    suppliers: &Suppliers,
    units: &Units,
    bytes: &[u8],
    complete: bool,
) -> Plan<RelationChanges> {
    let (table, mut faults) = match Table::read_all(bytes, Heads::of(NEEDED, &[])) {
        Ok(read) => read,
        Err(faults) => return Plan::refused(faults, 0),
    };
    let mut lowered = Lowered::default();
    let mut file: BTreeMap<Key, (u64, RelationKind)> = BTreeMap::new();
    for row in &table.rows {
        let mut cells = Cells::new(&table, row);
        let relation = read(&mut cells, suppliers, units);
        faults.append(&mut cells.faults);
        lowered.add(row.line, cells.lowered);
        let Some(relation) = relation else { continue };
        let key = (relation.supplier, relation.unit);
        if let Some((first, _)) = file.get(&key) {
            let say = Say::new("import-doubled").with("value", format!("{}, {}", key.0, key.1)).with("first", first);
            faults.push(LineFault::new(row.line, say));
            continue;
        }
        file.insert(key, (row.line, relation.kind));
    }
    if !faults.is_empty() {
        return Plan::refused(faults, table.rows.len());
    }
    let mut plan: Plan<RelationChanges> =
        Plan { rows: file.len(), warnings: lowered.warnings().collect(), ..Plan::default() };
    plan.warnings.sort_by_key(|warning| warning.line);
    let line = |key: &Key, kind| line(key, kind, suppliers, units);
    let (mut created, mut changed, mut removed) = (Vec::new(), Vec::new(), Vec::new());
    for (key, (_, kind)) in &file {
        match standing.get(key) {
            None => created.push(line(key, *kind)),
            Some(before) if before != kind => changed.push(line(key, *kind)),
            Some(_) => continue,
        }
        plan.changes.set.push(Relation { supplier: key.0.clone(), unit: key.1.clone(), kind: *kind });
    }
    for (key, kind) in standing.iter().filter(|(key, _)| complete && !file.contains_key(*key)) {
        removed.push(line(key, *kind));
        plan.changes.removed.push(Relation { supplier: key.0.clone(), unit: key.1.clone(), kind: *kind });
    }
    plan.section("import-relations-created", created);
    plan.section("import-relations-changed", changed);
    plan.section("import-relations-removed", removed);
    plan
}

fn read(cells: &mut Cells, suppliers: &Suppliers, units: &Units) -> Option<Relation> {
    let supplier = cells.needed_code("supplier").map(SupplierCode);
    if let Some(code) = supplier.as_ref().filter(|code| !suppliers.contains_key(code)) {
        cells.refuse(Say::new("import-unknown-supplier").with("code", code));
    }
    let unit = cells.needed_code("unit_code").map(UnitCode);
    if let Some(code) = unit.as_ref().filter(|code| !units.contains_key(code)) {
        cells.refuse(Say::new("import-unknown-unit").with("code", code));
    }
    let word = cells.text("kind");
    let kind = RelationKind::parse(&word.to_lowercase());
    if kind.is_none() {
        cells.refuse(Say::new("import-unknown-kind").with("value", shown(word)));
    }
    let (supplier, unit, kind) = (supplier?, unit?, kind?);
    cells.faults.is_empty().then_some(Relation { supplier, unit, kind })
}

fn line(key: &Key, kind: RelationKind, suppliers: &Suppliers, units: &Units) -> Line {
    let words = if kind == RelationKind::Serves { "import-relation-serves" } else { "import-relation-except" };
    let name = |language| suppliers.get(&key.0).map_or(key.0.as_str(), |supplier| supplier.name(language));
    let unit = units.get(&key.1).map_or(key.1.as_str(), String::as_str);
    let say = Say::new(words).with("unit", unit);
    Line::new(say.with("name_fr", name(Language::Fr)).with("name_en", name(Language::En)))
}
