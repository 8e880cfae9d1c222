//! Who works where, who serves whom: units in a tree, people, suppliers, relations, roles.
//!
//! Codes are fixed at creation; a renamed unit stays the same unit. Names never hold control characters.

pub mod accounts;
pub mod import;
pub mod mails;
pub mod naming;
pub mod pages;
pub mod sign_in;
pub mod store;
pub mod table;
pub mod waiting;

pub use sign_in::sign_in_mail;

use std::collections::{BTreeMap, BTreeSet};

use diesel::backend::Backend;
use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde::Serialize;

use crate::clock::{Day, Moment};
use crate::db::ids::{PersonId, SupplierCode, UnitCode};
use crate::db::schema::{imports, people, relations, suppliers, units};
use crate::render::{Language, Texts};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = units)]
pub struct Unit {
    pub code: UnitCode,
    pub name: String,
    pub parent: Option<UnitCode>,
    pub active: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_null = true)]
pub struct Person {
    pub id: PersonId,
    pub person_id: Option<String>,
    /// Empty for somebody without an address of their own: a campaign reaches them by a code on paper.
    #[diesel(deserialize_as = StoredAddress)]
    pub email: String,
    pub name: String,
    pub unit: UnitCode,
    pub language: Language,
    pub active: bool,
    pub until: Option<Day>,
    /// On long leave: still works here, and is not asked.
    pub away: bool,
}

impl Person {
    /// Works here on `day`: active, and not past the end date.
    pub fn works_on(&self, day: Day) -> bool {
        self.active && self.until.is_none_or(|until| until >= day)
    }

    /// Gets a campaign's mails on `day`: works here, and is not away.
    pub fn is_asked_on(&self, day: Day) -> bool {
        self.works_on(day) && !self.away
    }

    pub fn has_address(&self) -> bool {
        !self.email.is_empty()
    }

    /// As the table keeps it.
    fn stored(&self) -> Self {
        let email = if self.has_address() { self.email.clone() } else { no_address(&self.id) };
        Self { email, ..self.clone() }
    }
}

/// What stands in the column of addresses, which is unique and never empty, for somebody without one. Only the store
/// knows it; no address is without an @.
fn no_address(id: &PersonId) -> String {
    format!("~{id}")
}

/// An address as the table keeps it.
#[derive(FromSqlRow)]
pub struct StoredAddress(String);

impl From<StoredAddress> for String {
    fn from(stored: StoredAddress) -> Self {
        if stored.0.contains('@') { stored.0 } else { Self::new() }
    }
}

impl<DB> FromSql<Text, DB> for StoredAddress
where
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
        Ok(Self(String::from_sql(bytes)?))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = suppliers, treat_none_as_null = true)]
pub struct Supplier {
    pub code: SupplierCode,
    pub names: Texts,
    /// The name as it stands in a sentence, in the languages where that differs: "l'Informatique", "die IT".
    pub in_sentence: Texts,
    /// The unit its staff belong to; they do not rate themselves.
    pub unit: Option<UnitCode>,
    pub active: bool,
}

impl Supplier {
    pub fn name(&self, language: Language) -> &str {
        self.names.pick(language)
    }

    /// The name as it stands in a sentence.
    pub fn in_sentence(&self, language: Language) -> &str {
        self.in_sentence.get(language).unwrap_or_else(|| self.names.pick(language))
    }
}

crate::words!(
    /// Whether a relation brings a branch in or takes it out again.
    RelationKind { Serves = "serves", Except = "except" }
);

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = relations)]
pub struct Relation {
    pub supplier: SupplierCode,
    pub unit: UnitCode,
    pub kind: RelationKind,
}

/// The tree of units.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    units: BTreeMap<UnitCode, Unit>,
}

impl Tree {
    pub fn new(units: impl IntoIterator<Item = Unit>) -> Self {
        Self { units: units.into_iter().map(|unit| (unit.code.clone(), unit)).collect() }
    }

    pub fn get(&self, code: &UnitCode) -> Option<&Unit> {
        self.units.get(code)
    }

    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }

    /// The unit and those above it, nearest first. A loop in the data ends where it would begin again.
    pub fn upwards(&self, code: &UnitCode) -> Vec<UnitCode> {
        let mut way: Vec<UnitCode> = Vec::new();
        let mut next = Some(code.clone());
        while let Some(code) = next {
            if way.contains(&code) {
                break;
            }
            next = self.units.get(&code).and_then(|unit| unit.parent.clone());
            way.push(code);
        }
        way
    }

    pub fn children<'a>(&'a self, code: &'a UnitCode) -> impl Iterator<Item = &'a Unit> {
        self.units.values().filter(move |unit| unit.parent.as_ref() == Some(code))
    }

    pub fn roots(&self) -> impl Iterator<Item = &Unit> {
        self.units.values().filter(|unit| unit.parent.as_ref().is_none_or(|parent| !self.units.contains_key(parent)))
    }

    /// Every unit with its depth, parents before children, siblings by name: the order lists show.
    pub fn in_order(&self) -> Vec<(usize, &Unit)> {
        let mut list = Vec::new();
        let mut waiting: Vec<(usize, &Unit)> = sorted(self.roots()).map(|unit| (0, unit)).collect();
        while let Some((depth, unit)) = waiting.pop() {
            if list.len() > self.units.len() {
                break;
            }
            list.push((depth, unit));
            waiting.extend(sorted(self.children(&unit.code)).map(|child| (depth + 1, child)));
        }
        list
    }
}

/// By name, last first: for a stack.
fn sorted<'a>(units: impl Iterator<Item = &'a Unit>) -> impl Iterator<Item = &'a Unit> {
    let mut list: Vec<&Unit> = units.collect();
    list.sort_by(|a, b| b.name.cmp(&a.name));
    list.into_iter()
}

/// Who serves whom, answered per unit.
#[derive(Debug, Clone, Default)]
pub struct Serving {
    tree: Tree,
    relations: BTreeMap<(SupplierCode, UnitCode), RelationKind>,
    own: BTreeMap<SupplierCode, UnitCode>,
}

impl Serving {
    pub fn new(tree: Tree, relations: Vec<Relation>, suppliers: &[Supplier]) -> Self {
        Self {
            tree,
            relations: relations.into_iter().map(|r| ((r.supplier, r.unit), r.kind)).collect(),
            own: suppliers.iter().filter_map(|s| Some((s.code.clone(), s.unit.clone()?))).collect(),
        }
    }

    /// Does `supplier` serve `unit`? The nearest relation at or above the unit decides; a supplier does not serve the
    /// branch of its own staff unless a relation inside that branch says so.
    pub fn serves(&self, supplier: &SupplierCode, unit: &UnitCode) -> bool {
        for code in self.tree.upwards(unit) {
            if let Some(kind) = self.relations.get(&(supplier.clone(), code.clone())) {
                return *kind == RelationKind::Serves;
            }
            if self.own.get(supplier) == Some(&code) {
                return false;
            }
        }
        false
    }

    /// Is `unit` taken out of those `supplier` serves: by a relation that excepts it, or because its own staff are
    /// there? A unit that no relation speaks of is neither served nor excepted.
    pub fn excepts(&self, supplier: &SupplierCode, unit: &UnitCode) -> bool {
        for code in self.tree.upwards(unit) {
            if let Some(kind) = self.relations.get(&(supplier.clone(), code.clone())) {
                return *kind == RelationKind::Except;
            }
            if self.own.get(supplier) == Some(&code) {
                return true;
            }
        }
        false
    }

    /// The suppliers among `candidates` that serve `unit`.
    pub fn suppliers_of(&self, candidates: &BTreeSet<SupplierCode>, unit: &UnitCode) -> BTreeSet<SupplierCode> {
        candidates.iter().filter(|supplier| self.serves(supplier, unit)).cloned().collect()
    }

    pub fn tree(&self) -> &Tree {
        &self.tree
    }
}

/// A name as it stands in a French sentence, from what somebody wrote for it: an article alone ("les", "l'") gets the
/// name it belongs to, nothing at all is the name itself, everything else stands as written.
pub fn with_article(written: &str, name: &str) -> String {
    let article = written.to_lowercase();
    match article.as_str() {
        "" => name.to_owned(),
        "le" | "la" | "les" => format!("{article} {name}"),
        "l" | "l'" | "l’" => format!("l'{name}"),
        _ => written.to_owned(),
    }
}

/// Small letters without accents, so that "zoe" finds Zoé.
pub fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        c => c,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// Is `text` a code: small letters, digits and underscores, at most 40?
pub fn is_code(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

crate::words!(
    /// How an import ended, or that it has not.
    ImportOutcome { Running = "running", Done = "done", Refused = "refused", Failed = "failed" }
);

/// An import through the pages: what it is about and what came of it, never what the file said.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = imports)]
pub struct Import {
    pub id: String,
    pub kind: String,
    pub outcome: ImportOutcome,
    pub started_at: Moment,
    pub ended_at: Option<Moment>,
    pub line_count: i32,
    /// JSON: what changed, as sentences with their number.
    pub changes: String,
}
