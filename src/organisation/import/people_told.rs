//! Says what a faultless file of people would do, line by line, and gathers the changes to apply.

use std::collections::{BTreeMap, BTreeSet};

use super::people_file::{File, PeopleChanges};
use super::roles::{self, RoleChange};
use super::{Line, Plan};
use crate::db::ids::{SupplierCode, UnitCode};
use crate::error::Say;
use crate::organisation::{Person, Tree, Unit};
use crate::web::Role;

pub(super) fn describe(file: &File, after: BTreeMap<UnitCode, Unit>, absent: &[&Person]) -> Plan<PeopleChanges> {
    let mut plan = Plan { rows: file.entries.len(), warnings: file.warnings.clone(), ..Plan::default() };
    plan.warnings.sort_by_key(|warning| warning.line);
    let names: BTreeMap<UnitCode, String> =
        after.iter().map(|(code, unit)| (code.clone(), unit.name.clone())).collect();
    let unit = |code: &UnitCode| names.get(code).map_or_else(|| code.to_string(), |name| format!("{name} ({code})"));
    describe_units(&mut plan, &file.standing.units, after);
    let staying = staying(file, absent);
    let (mut created, mut changed, mut deactivated, mut roles) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for entry in &file.entries {
        let person = &entry.person;
        plan.changes.named.push(person.id.clone());
        if entry.roles.is_some() {
            plan.changes.roles_named.push(person.id.clone());
        }
        match entry.before {
            None => {
                created.push(Line {
                    say: called(person),
                    details: vec![Say::new("import-in-unit").with("unit", unit(&person.unit))],
                });
                plan.changes.created.push(person.clone());
            }
            Some(before) if before != person => {
                if before.active && !person.active {
                    deactivated.push(leaving(file, person, &staying));
                    plan.changes.deactivated.push(person.id.clone());
                }
                if before.email != person.email {
                    plan.changes.readdressed.push(person.id.clone());
                }
                let details = differences(before, person, unit);
                if !details.is_empty() {
                    changed.push(Line { details, ..named(person) });
                }
                plan.changes.changed.push(person.clone());
            }
            Some(_) => {}
        }
        let before = file.standing.roles.get(&person.id).cloned().unwrap_or_default();
        if let Some(after) = entry.roles.clone().filter(|after| *after != before) {
            let suppliers = &file.standing.suppliers;
            let said = |key, role: &(Role, SupplierCode)| roles::words(key, role.0, &role.1, suppliers);
            let lost = before.difference(&after).map(|role| said("import-role-lost", role));
            let details = lost.chain(after.difference(&before).map(|role| said("import-role-given", role))).collect();
            roles.push(Line { details, ..named(person) });
            let (person, name) = (person.id.clone(), person.name.clone());
            plan.changes.roles.push(RoleChange { person, name, before, after });
        }
    }
    let without_address = |person: &Person| {
        let email = if file.released.contains(&person.id) { String::new() } else { person.email.clone() };
        Person { email, active: false, ..person.clone() }
    };
    for person in absent {
        plan.changes.named.push(person.id.clone());
        deactivated.push(leaving(file, person, &staying));
        plan.changes.deactivated.push(person.id.clone());
        plan.changes.changed.push(without_address(person));
    }
    for person in file.standing.people.iter().filter(|person| file.released.contains(&person.id)) {
        let after = without_address(person);
        let details = differences(person, &after, unit);
        changed.push(Line { details, ..named(person) });
        if !absent.iter().any(|gone| gone.id == person.id) {
            plan.changes.changed.push(after);
        }
    }
    plan.section("import-people-created", created);
    plan.section("import-people-changed", changed);
    plan.section("import-people-deactivated", deactivated);
    plan.section(super::ROLES_CHANGED, roles);
    plan
}

fn describe_units(plan: &mut Plan<PeopleChanges>, before: &BTreeMap<UnitCode, Unit>, after: BTreeMap<UnitCode, Unit>) {
    let (mut created, mut renamed, mut moved) = (Vec::new(), Vec::new(), Vec::new());
    let tree = Tree::new(after.into_values());
    for (_, unit) in tree.in_order() {
        let Some(old) = before.get(&unit.code) else {
            created.push(Line::new(Say::new("import-unit").with("name", &unit.name).with("code", &unit.code)));
            plan.changes.new_units.push(unit.clone());
            continue;
        };
        if old.name != unit.name {
            let say = Say::new("import-unit-renamed").with("code", &unit.code);
            renamed.push(Line::new(say.with("before", &old.name).with("after", &unit.name)));
        }
        if old.parent != unit.parent {
            let code = |parent: &Option<UnitCode>| parent.as_ref().map_or("—".to_owned(), ToString::to_string);
            let say = Say::new("import-unit-moved").with("name", &unit.name).with("before", code(&old.parent));
            moved.push(Line::new(say.with("after", code(&unit.parent))));
        }
        if old != unit {
            plan.changes.changed_units.push(unit.clone());
        }
    }
    plan.section("import-units-created", created);
    plan.section("import-units-renamed", renamed);
    plan.section("import-units-moved", moved);
}

fn named(person: &Person) -> Line {
    Line::new(called(person))
}

fn called(person: &Person) -> Say {
    if person.has_address() {
        return Say::new("import-person").with("name", &person.name).with("email", &person.email);
    }
    Say::new("import-person-without-address").with("name", &person.name).with("number", number(person))
}

fn number(person: &Person) -> String {
    person.person_id.clone().unwrap_or_else(|| "—".to_owned())
}

/// The roles that somebody holds who still works here after the import.
fn staying(file: &File, absent: &[&Person]) -> BTreeSet<(Role, SupplierCode)> {
    let mut staying = BTreeSet::new();
    let standing = |person: &Person| file.standing.roles.get(&person.id).cloned().unwrap_or_default();
    for entry in file.entries.iter().filter(|entry| entry.person.active) {
        staying.extend(entry.roles.clone().unwrap_or_else(|| standing(&entry.person)));
    }
    let left_alone = |person: &&Person| {
        person.active && !file.met.contains(&person.id) && !absent.iter().any(|gone| gone.id == person.id)
    };
    for person in file.standing.people.iter().filter(left_alone) {
        staying.extend(standing(person));
    }
    staying
}

/// Somebody who goes, with what hangs on them; what nobody else has any more is said so.
fn leaving(file: &File, person: &Person, staying: &BTreeSet<(Role, SupplierCode)>) -> Line {
    let mut line = named(person);
    if let Some(roles) = file.standing.roles.get(&person.id) {
        let suppliers = &file.standing.suppliers;
        for (role, of) in roles {
            let key = if staying.contains(&(*role, of.clone())) { "import-role-had" } else { "import-role-had-alone" };
            line.details.push(roles::words(key, *role, of, suppliers));
        }
    }
    line.details.extend(file.standing.held.get(&person.id).into_iter().flatten().cloned());
    line
}

fn differences(before: &Person, after: &Person, unit: impl Fn(&UnitCode) -> String) -> Vec<Say> {
    let mut list = Vec::new();
    let mut compare = |key: &'static str, one: &str, other: &str| {
        if one != other {
            list.push(Say::new(key).with("before", one).with("after", other));
        }
    };
    let day = |until: Option<crate::clock::Day>| until.map_or("—".to_owned(), |day| day.to_string());
    let address = |person: &Person| if person.has_address() { person.email.clone() } else { "—".to_owned() };
    compare("import-change-number", &number(before), &number(after));
    compare("import-change-name", &before.name, &after.name);
    compare("import-change-email", &address(before), &address(after));
    compare("import-change-unit", &unit(&before.unit), &unit(&after.unit));
    compare("import-change-language", before.language.as_str(), after.language.as_str());
    compare("import-change-until", &day(before.until), &day(after.until));
    if before.away != after.away {
        list.push(Say::new(if after.away { "import-change-away" } else { "import-change-asked" }));
    }
    if !before.active && after.active {
        list.push(Say::new("import-change-back"));
    }
    list
}
