//! Suppliers from a file: their names, their article in French, the unit their staff belong to.

use std::collections::BTreeMap;

use super::cells::{Cells, Lowered};
use super::{Line, Plan};
use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::table::{Heads, LineFault, Table};
use crate::organisation::{Supplier, store, with_article};

const HEADS: Heads<'_> =
    Heads { needed: &["code", "name_fr"], blank: &["article_fr", "name_en", "unit_code"], optional: Some(&["active"]) };

#[derive(Debug, Clone, Default)]
pub struct SupplierChanges {
    pub created: Vec<Supplier>,
    pub changed: Vec<Supplier>,
}

/// What the file of suppliers would do. With `complete`, those it does not name become inactive.
pub fn plan_suppliers(conn: &mut Conn, bytes: &[u8], complete: bool) -> Result<Plan<SupplierChanges>> {
    let standing = store::suppliers(conn)?.into_iter().map(|supplier| (supplier.code.clone(), supplier)).collect();
    let units = store::units(conn)?.into_iter().map(|unit| unit.code).collect::<Vec<_>>();
    Ok(plan(&standing, &units, bytes, complete))
}

fn plan(
    standing: &BTreeMap<SupplierCode, Supplier>,
    units: &[UnitCode],
    bytes: &[u8],
    complete: bool,
) -> Plan<SupplierChanges> {
    let (table, mut faults) = match Table::read_all(bytes, HEADS) {
        Ok(read) => read,
        Err(faults) => return Plan::refused(faults, 0),
    };
    let mut lowered = Lowered::default();
    let mut file: BTreeMap<SupplierCode, (u64, Supplier)> = BTreeMap::new();
    for row in &table.rows {
        let mut cells = Cells::new(&table, row);
        let supplier = read(&mut cells, units);
        faults.append(&mut cells.faults);
        lowered.add(row.line, cells.lowered);
        let Some(supplier) = supplier else { continue };
        if let Some((first, _)) = file.get(&supplier.code) {
            let say = Say::new("import-doubled").with("value", &supplier.code).with("first", first);
            faults.push(LineFault::new(row.line, say));
            continue;
        }
        file.insert(supplier.code.clone(), (row.line, supplier));
    }
    if !faults.is_empty() {
        return Plan::refused(faults, table.rows.len());
    }
    let mut plan: Plan<SupplierChanges> =
        Plan { rows: file.len(), warnings: lowered.warnings().collect(), ..Plan::default() };
    plan.warnings.sort_by_key(|warning| warning.line);
    let (mut created, mut changed) = (Vec::new(), Vec::new());
    let absent = standing.values().filter(|s| complete && s.active && !file.contains_key(&s.code));
    let absent: Vec<Supplier> = absent.map(|supplier| Supplier { active: false, ..supplier.clone() }).collect();
    for supplier in file.into_values().map(|(_, supplier)| supplier).chain(absent) {
        let line = Line::new(Say::new("import-supplier").with("name", &supplier.name_fr).with("code", &supplier.code));
        match standing.get(&supplier.code) {
            None => {
                let details = vec![Say::new("import-supplier-in-sentence").with("text", &supplier.article_fr)];
                created.push(Line { details, ..line });
                plan.changes.created.push(supplier);
            }
            Some(before) if *before != supplier => {
                changed.push(Line { details: differences(before, &supplier), ..line });
                plan.changes.changed.push(supplier);
            }
            Some(_) => {}
        }
    }
    plan.section("import-suppliers-created", created);
    plan.section("import-suppliers-changed", changed);
    plan
}

fn read(cells: &mut Cells, units: &[UnitCode]) -> Option<Supplier> {
    let code = cells.needed_code("code");
    let name_fr = cells.needed_name("name_fr");
    let or_name = |text: String| if text.is_empty() { name_fr.clone() } else { text };
    let article_fr = with_article(&cells.name("article_fr"), &name_fr);
    let name_en = or_name(cells.name("name_en"));
    let unit = cells.code("unit_code").map(UnitCode);
    if let Some(unit) = unit.as_ref().filter(|unit| !units.contains(unit)) {
        cells.refuse(Say::new("import-unknown-unit").with("code", unit));
    }
    let active = cells.yes("active");
    let code = SupplierCode(code.filter(|_| cells.faults.is_empty())?);
    Some(Supplier { code, name_fr, article_fr, name_en, unit, active })
}

fn differences(before: &Supplier, after: &Supplier) -> Vec<Say> {
    let mut list = Vec::new();
    let mut compare = |key: &'static str, one: &str, other: &str| {
        if one != other {
            list.push(Say::new(key).with("before", one).with("after", other));
        }
    };
    let unit = |supplier: &Supplier| supplier.unit.as_ref().map_or("—".to_owned(), ToString::to_string);
    compare("import-change-name-fr", &before.name_fr, &after.name_fr);
    compare("import-change-article", &before.article_fr, &after.article_fr);
    compare("import-change-name-en", &before.name_en, &after.name_en);
    compare("import-change-unit", &unit(before), &unit(after));
    if before.active != after.active {
        list.push(Say::new(if after.active { "import-change-back" } else { "import-change-inactive" }));
    }
    list
}
