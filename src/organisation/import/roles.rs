//! Roles as a file writes them: `hr;head:it;moderator:hr`. Who moderates a supplier's comments neither heads it nor
//! belongs to it.

use std::collections::BTreeSet;

use super::cells::Cells;
use crate::db::ids::{PersonId, SupplierCode, UnitCode};
use crate::error::Say;
use crate::organisation::table::shown;
use crate::organisation::{Supplier, Tree, is_code};
use crate::render::Language;
use crate::web::Role;

/// With the supplier or the unit they are of; empty for roles that concern the whole organisation.
pub type Roles = BTreeSet<(Role, SupplierCode)>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleChange {
    pub person: PersonId,
    pub name: String,
    pub before: Roles,
    pub after: Roles,
}

/// The roles a cell gives; nothing when it is empty and changes none.
pub(super) fn parse(cells: &mut Cells) -> Option<Roles> {
    let text = cells.text("roles");
    let mut roles = Roles::new();
    for word in text.split(';').map(str::trim).filter(|word| !word.is_empty()) {
        let (name, supplier) = word.split_once(':').map_or((word, ""), |(name, of)| (name.trim(), of.trim()));
        let supplier = cells.lower(supplier);
        match Role::parse(name) {
            Some(role) if role.is_of_one() == is_code(&supplier) && (role.is_of_one() || supplier.is_empty()) => {
                roles.insert((role, SupplierCode(supplier)));
            }
            _ => cells.refuse(Say::new("import-unknown-role").with("value", shown(word))),
        }
    }
    (!roles.is_empty()).then_some(roles)
}

/// What [`text`] wrote.
pub fn of_text(text: &str) -> Roles {
    let words = text.split(';').map(str::trim).map(|word| word.split_once(':').unwrap_or((word, "")));
    words.filter_map(|(name, of)| Some((Role::parse(name)?, SupplierCode(of.to_owned())))).collect()
}

/// As a file writes them.
pub fn text(roles: &Roles) -> String {
    let words = roles.iter().map(|(role, supplier)| match supplier.as_str() {
        "" => role.as_str().to_owned(),
        of => format!("{}:{of}", role.as_str()),
    });
    words.collect::<Vec<_>>().join(" ; ")
}

/// `key` about a role: its word as `role`, and its supplier as `name`, by the code while a file is the
/// only one to know it.
pub fn words(key: &'static str, role: Role, supplier: &SupplierCode, suppliers: &[Supplier]) -> Say {
    let known = suppliers.iter().find(|known| known.code == *supplier);
    let name = |language| known.map_or(supplier.as_str(), |known| known.name(language));
    let say = Say::new(key).with("role", role.as_str());
    say.with("name_fr", name(Language::Fr)).with("name_en", name(Language::En))
}

/// Why these roles cannot be moderator of `supplier` for somebody of `unit`; nothing when they can.
pub fn moderation_fault(
    roles: &Roles,
    supplier: &SupplierCode,
    unit: &UnitCode,
    suppliers: &[Supplier],
    tree: &Tree,
) -> Option<Say> {
    if roles.contains(&(Role::Head, supplier.clone())) {
        return Some(Say::new("import-moderator-heads").with("supplier", supplier));
    }
    let own = suppliers.iter().find(|known| known.code == *supplier)?.unit.as_ref()?;
    tree.upwards(unit).contains(own).then(|| Say::new("import-moderator-belongs").with("supplier", supplier))
}
