//! Suppliers from a file: their names in each language, their names as they stand in a sentence, the unit their staff
//! belong to.

use std::collections::BTreeMap;

use super::cells::{Cells, Lowered};
use super::{Line, Plan};
use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::table::{Heads, LineFault, Table, language_columns};
use crate::organisation::{Supplier, store, with_article};
use crate::render::{Language, Texts};

/// A French article alone makes the name in a sentence: "l'", "les".
const ARTICLE: &str = "article";

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
    let texts: Vec<String> = ["name", "in_sentence", ARTICLE].into_iter().flat_map(language_columns).collect();
    let optional: Vec<&str> = texts.iter().map(String::as_str).chain(["active"]).collect();
    let heads = Heads { needed: &["code"], blank: &["unit_code"], optional: Some(&optional) };
    let (table, mut faults) = match Table::read_all(bytes, heads) {
        Ok(read) => read,
        Err(faults) => return Plan::refused(faults, 0),
    };
    let mut lowered = Lowered::default();
    let mut file: BTreeMap<SupplierCode, (u64, Supplier)> = BTreeMap::new();
    for row in &table.rows {
        let mut cells = Cells::new(&table, row);
        let before = standing.get(&SupplierCode(table.cell(row, "code").to_owned()));
        let supplier = read(&table, &mut cells, units, before);
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
        let line = Line::new(Say::new("import-supplier").with("name", any(&supplier)).with("code", &supplier.code));
        match standing.get(&supplier.code) {
            None => {
                let in_sentence = supplier.in_sentence.iter().map(|(_, text)| text);
                let details = in_sentence.map(|text| Say::new("import-supplier-in-sentence").with("text", text));
                created.push(Line { details: details.collect(), ..line });
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

/// The name that stands for the supplier where no reader's language is known.
fn any(supplier: &Supplier) -> &str {
    supplier.names.pick(Language::Fr)
}

/// What a file has no column for stays as it was.
fn read(table: &Table, cells: &mut Cells, units: &[UnitCode], before: Option<&Supplier>) -> Option<Supplier> {
    let code = cells.needed_code("code");
    let mut names = before.map(|before| before.names.clone()).unwrap_or_default();
    let mut in_sentence = before.map(|before| before.in_sentence.clone()).unwrap_or_default();
    for (column, language) in named(table, "name") {
        names = names.with(language, cells.name(&column));
    }
    if names.is_empty() {
        let column = named(table, "name").next().map_or_else(|| "name_fr".to_owned(), |(column, _)| column);
        cells.needed_name(&column);
    }
    for (column, language) in named(table, "in_sentence") {
        in_sentence = in_sentence.with(language, cells.name(&column));
    }
    for (column, language) in named(table, ARTICLE) {
        let name = names.get(language).unwrap_or_default();
        in_sentence = in_sentence.with(language, with_article(&cells.name(&column), name));
    }
    // The name itself needs no second mention.
    let same = |(language, text): &(Language, &str)| names.get(*language) != Some(*text);
    let in_sentence = Texts::of(in_sentence.iter().filter(same));
    let unit = cells.code("unit_code").map(UnitCode);
    if let Some(unit) = unit.as_ref().filter(|unit| !units.contains(unit)) {
        cells.refuse(Say::new("import-unknown-unit").with("code", unit));
    }
    let active = cells.yes("active");
    let code = SupplierCode(code.filter(|_| cells.faults.is_empty())?);
    Some(Supplier { code, names, in_sentence, unit, active })
}

/// The columns of a text in the file, with their languages.
fn named(table: &Table, of: &'static str) -> impl Iterator<Item = (String, Language)> {
    table.texts_of(of).map(move |(language, _)| (format!("{of}_{}", language.as_str()), language))
}

fn differences(before: &Supplier, after: &Supplier) -> Vec<Say> {
    let mut list = Vec::new();
    for language in Language::ALL {
        let said = |texts: &Texts| texts.get(*language).unwrap_or("—").to_owned();
        let mut compare = |key: &'static str, one: &Texts, other: &Texts| {
            if one.get(*language) != other.get(*language) {
                let say = Say::new(key).with("language", language.name());
                list.push(say.with("before", said(one)).with("after", said(other)));
            }
        };
        compare("import-change-name-in", &before.names, &after.names);
        compare("import-change-in-sentence", &before.in_sentence, &after.in_sentence);
    }
    let unit = |supplier: &Supplier| supplier.unit.as_ref().map_or("—".to_owned(), ToString::to_string);
    if before.unit != after.unit {
        list.push(Say::new("import-change-unit").with("before", unit(before)).with("after", unit(after)));
    }
    if before.active != after.active {
        list.push(Say::new(if after.active { "import-change-back" } else { "import-change-inactive" }));
    }
    list
}
