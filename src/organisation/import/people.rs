//! People and their units from a file: who is new, who changed and how, which units appear, move or are renamed, who
//! is deactivated and what hangs on them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Plan;
use super::cells::{Cells, Lowered, shown};
use super::roles::{self, RoleChange, Roles};
use crate::db::Conn;
use crate::db::ids::{self, PersonId, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::table::{LineFault, Row, Table};
use crate::organisation::{Person, Supplier, Tree, Unit, store};
use crate::render::Language;
use crate::web::Role;
use crate::web::form::clean_line;

const NEEDED: &[&str] = &["email", "name", "unit_code", "unit", "parent_unit_code", "language"];
const OPTIONAL: &[&str] = &["person_id", "roles", "active", "until", "state"];
const NUMBER_LIMIT: usize = 40;

#[derive(Debug, Clone, Default)]
pub struct PeopleChanges {
    /// Parents before children.
    pub new_units: Vec<Unit>,
    pub changed_units: Vec<Unit>,
    pub created: Vec<Person>,
    pub changed: Vec<Person>,
    pub deactivated: Vec<PersonId>,
    /// Whose e-mail address becomes another.
    pub readdressed: Vec<PersonId>,
    pub roles: Vec<RoleChange>,
}

pub(super) struct Standing {
    pub(super) people: Vec<Person>,
    pub(super) roles: BTreeMap<PersonId, Roles>,
    pub(super) units: BTreeMap<UnitCode, Unit>,
    pub(super) suppliers: Vec<Supplier>,
}

/// What the file of people in `bytes` would do. With `complete`, whoever it does not name is deactivated.
pub fn plan_people(conn: &mut Conn, bytes: &[u8], complete: bool) -> Result<Plan<PeopleChanges>> {
    let standing = Standing {
        people: store::people(conn)?,
        roles: store::grants(conn)?.into_iter().map(|(who, all)| (who, all.into_iter().collect())).collect(),
        units: store::units(conn)?.into_iter().map(|unit| (unit.code.clone(), unit)).collect(),
        suppliers: store::suppliers(conn)?,
    };
    Ok(plan(&standing, bytes, complete))
}

fn plan(standing: &Standing, bytes: &[u8], complete: bool) -> Plan<PeopleChanges> {
    let (table, faults) = match Table::read_all(bytes, NEEDED, OPTIONAL) {
        Ok(read) => read,
        Err(faults) => return Plan::refused(faults),
    };
    let mut file = File::new(standing, faults);
    for row in &table.rows {
        file.read(&table, row);
    }
    let lowered = std::mem::take(&mut file.lowered);
    file.warnings.extend(lowered.warnings());
    file.refuse_addresses_of_others();
    let units = file.units_after();
    file.check_roles(&Tree::new(units.values().cloned()));
    let absent: Vec<&Person> =
        standing.people.iter().filter(|person| complete && person.active && !file.met.contains(&person.id)).collect();
    file.refuse_losing_the_last_administrator(&absent);
    if !file.faults.is_empty() {
        return Plan::refused(file.faults);
    }
    super::people_told::describe(&file, units, &absent)
}

/// A row understood: the person after the import and, if they stand already, before.
pub(super) struct Entry<'a> {
    pub(super) line: u64,
    pub(super) person: Person,
    pub(super) before: Option<&'a Person>,
    pub(super) roles: Option<Roles>,
}

pub(super) struct UnitEntry {
    line: u64,
    name: String,
    parent: Option<UnitCode>,
}

pub(super) struct File<'a> {
    pub(super) standing: &'a Standing,
    pub(super) by_number: HashMap<&'a str, &'a Person>,
    pub(super) by_email: HashMap<&'a str, &'a Person>,
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) units: BTreeMap<UnitCode, UnitEntry>,
    pub(super) met: HashSet<PersonId>,
    pub(super) emails: HashMap<String, u64>,
    pub(super) numbers: HashMap<String, u64>,
    pub(super) faults: Vec<LineFault>,
    pub(super) warnings: Vec<LineFault>,
    lowered: Lowered,
}

impl<'a> File<'a> {
    fn new(standing: &'a Standing, faults: Vec<LineFault>) -> Self {
        let with_address = standing.people.iter().filter(|person| person.has_address());
        let numbered = |person: &'a Person| Some((person.person_id.as_deref()?, person));
        Self {
            standing,
            by_number: standing.people.iter().filter_map(numbered).collect(),
            by_email: with_address.map(|person| (person.email.as_str(), person)).collect(),
            entries: Vec::new(),
            units: BTreeMap::new(),
            met: HashSet::new(),
            emails: HashMap::new(),
            numbers: HashMap::new(),
            faults,
            warnings: Vec::new(),
            lowered: Lowered::default(),
        }
    }

    fn read(&mut self, table: &Table, row: &Row) {
        let mut cells = Cells::new(table, row);
        let number = self.number(&mut cells, row.line);
        let email = self.email(&mut cells, row.line);
        let name = cells.needed_name("name");
        let unit = self.unit(&mut cells, row.line);
        let language = language(&mut cells);
        let (active, until, away) = (cells.yes("active"), cells.day("until"), away(&mut cells));
        let roles = roles::parse(&mut cells);
        if number.is_none() && cells.text("email").is_empty() {
            cells.refuse(Say::new("import-neither-address-nor-number"));
        }
        let fine = cells.faults.is_empty();
        self.faults.append(&mut cells.faults);
        self.lowered.add(row.line, std::mem::take(&mut cells.lowered));
        let (true, Some(email), Some(unit)) = (fine, email, unit) else { return };
        let before = self.standing_person(number.as_deref(), &email);
        if let Some(before) = before
            && !self.met.insert(before.id.clone())
        {
            self.faults.push(LineFault::new(row.line, Say::new("import-same-person").with("name", &before.name)));
            return;
        }
        let person = Person {
            id: before.map_or_else(|| PersonId(ids::random_key()), |person| person.id.clone()),
            person_id: number.or_else(|| before.and_then(|person| person.person_id.clone())),
            email,
            name,
            unit,
            language: language.or(before.map(|person| person.language)).unwrap_or(Language::Fr),
            active,
            until: if table.has("until") { until } else { before.and_then(|person| person.until) },
            away: away.or(before.map(|person| person.away)).unwrap_or(false),
        };
        self.entries.push(Entry { line: row.line, person, before, roles });
    }

    /// By staff number when the file gives one; an address leads to whoever has it and no other number.
    fn standing_person(&self, number: Option<&str>, email: &str) -> Option<&'a Person> {
        let by_email = self.by_email.get(email).copied();
        match number {
            Some(number) => {
                self.by_number.get(number).copied().or_else(|| by_email.filter(|person| person.person_id.is_none()))
            }
            None => by_email,
        }
    }

    fn number(&mut self, cells: &mut Cells, line: u64) -> Option<String> {
        let number = clean_line(cells.text("person_id"));
        if number.is_empty() {
            return None;
        }
        if number.chars().count() > NUMBER_LIMIT {
            cells.refuse(Say::new("import-too-long").with("column", "person_id").with("limit", NUMBER_LIMIT));
        }
        if let Some(first) = self.numbers.insert(number.clone(), line) {
            self.numbers.insert(number.clone(), first);
            cells.refuse(Say::new("import-doubled").with("value", shown(&number)).with("first", first));
        }
        Some(number)
    }

    fn email(&mut self, cells: &mut Cells, line: u64) -> Option<String> {
        let email = cells.email()?;
        if email.is_empty() {
            return Some(email);
        }
        if let Some(first) = self.emails.insert(email.clone(), line) {
            self.emails.insert(email.clone(), first);
            cells.refuse(Say::new("import-shared-address").with("value", shown(&email)).with("first", first));
        }
        Some(email)
    }

    /// The unit of a row; the file says the same of it on every line, or leaves its parent empty.
    fn unit(&mut self, cells: &mut Cells, line: u64) -> Option<UnitCode> {
        let code = UnitCode(cells.needed_code("unit_code")?);
        let parent = cells.code("parent_unit_code").map(UnitCode);
        let mut name = cells.name("unit");
        if name.is_empty() {
            name = self.standing.units.get(&code).map(|unit| unit.name.clone()).unwrap_or_default();
        }
        match self.units.get_mut(&code) {
            None if name.is_empty() => cells.refuse(Say::new("import-empty").with("column", "unit")),
            None => {
                self.units.insert(code.clone(), UnitEntry { line, name, parent });
            }
            Some(known) => {
                if !name.is_empty() && known.name != name {
                    let say = Say::new("import-two-names").with("code", &code).with("one", &known.name);
                    cells.refuse(say.with("other", name).with("first", known.line));
                }
                match (&known.parent, parent) {
                    (None, Some(parent)) => (known.parent, known.line) = (Some(parent), line),
                    (Some(one), Some(other)) if *one != other => {
                        let say = Say::new("import-two-parents").with("code", &code).with("one", one);
                        cells.refuse(say.with("other", other).with("first", known.line));
                    }
                    _ => {}
                }
            }
        }
        Some(code)
    }

    /// All units as they would stand; unknown parents and loops are noted.
    fn units_after(&mut self) -> BTreeMap<UnitCode, Unit> {
        let mut after = self.standing.units.clone();
        for (code, entry) in &self.units {
            let (code, name, parent) = (code.clone(), entry.name.clone(), entry.parent.clone());
            after.insert(code.clone(), Unit { code, name, parent, active: true });
        }
        for (code, entry) in &self.units {
            let Some(parent) = &entry.parent else { continue };
            if !after.contains_key(parent) {
                self.faults.push(LineFault::new(entry.line, Say::new("import-unknown-parent").with("code", parent)));
            } else if in_a_loop(&after, code) {
                self.faults.push(LineFault::new(entry.line, Say::new("import-loop").with("code", code)));
            }
        }
        after
    }

    /// Two people never share an address: the file's against those it leaves alone, too.
    fn refuse_addresses_of_others(&mut self) {
        let moved: HashSet<&PersonId> = self
            .entries
            .iter()
            .filter_map(|entry| entry.before.filter(|before| before.email != entry.person.email).map(|p| &p.id))
            .collect();
        for entry in &self.entries {
            if let Some(owner) = self.by_email.get(entry.person.email.as_str())
                && owner.id != entry.person.id
                && !moved.contains(&owner.id)
            {
                let say = Say::new("import-address-taken").with("value", &owner.email).with("name", &owner.name);
                self.faults.push(LineFault::new(entry.line, say));
            }
        }
    }

    fn check_roles(&mut self, tree: &Tree) {
        let known: BTreeSet<&str> = self.standing.suppliers.iter().map(|supplier| supplier.code.as_str()).collect();
        for entry in &self.entries {
            let standing = self.standing.roles.get(&entry.person.id);
            let Some(roles) = entry.roles.as_ref().or(standing) else { continue };
            if !roles.is_empty() && !entry.person.has_address() {
                let say = Say::new("import-role-needs-address");
                self.faults.push(LineFault::new(entry.line, say));
            }
            for (role, supplier) in roles.iter().filter(|(role, _)| role.needs_supplier()) {
                if entry.roles.is_some() && !known.contains(supplier.as_str()) {
                    let say = Say::new("import-supplier-not-yet").with("supplier", supplier);
                    self.warnings.push(LineFault::new(entry.line, say));
                }
                if *role != Role::Moderator {
                    continue;
                }
                let suppliers = &self.standing.suppliers;
                let Some(say) = roles::moderation_fault(roles, supplier, &entry.person.unit, suppliers, tree) else {
                    continue;
                };
                // Somebody who moves into the service they moderate is moved all the same; HR is told.
                let list = if entry.roles.is_some() { &mut self.faults } else { &mut self.warnings };
                list.push(LineFault::new(entry.line, say));
            }
        }
    }

    fn refuse_losing_the_last_administrator(&mut self, absent: &[&Person]) {
        let administers = |roles: Option<&Roles>| roles.is_some_and(|all| all.iter().any(|(r, _)| *r == Role::Admin));
        let standing = |person: &Person| person.active && administers(self.standing.roles.get(&person.id));
        if !self.standing.people.iter().any(standing) {
            return;
        }
        let met = self.entries.iter().any(|entry| {
            let roles = entry.roles.as_ref().or_else(|| self.standing.roles.get(&entry.person.id));
            entry.person.active && administers(roles)
        });
        let left = self.standing.people.iter().any(|person| {
            standing(person) && !self.met.contains(&person.id) && !absent.iter().any(|gone| gone.id == person.id)
        });
        if !met && !left {
            self.faults.push(LineFault::new(1, Say::new("import-last-administrator")));
        }
    }
}

fn language(cells: &mut Cells) -> Option<Language> {
    let word = cells.text("language").to_lowercase();
    let language = Language::parse(&word);
    if language.is_none() && !word.is_empty() {
        cells.refuse(Say::new("import-unknown-language").with("value", shown(&word)));
    }
    language
}

/// On long leave? Nothing when the file does not say.
fn away(cells: &mut Cells) -> Option<bool> {
    match cells.text("state").to_lowercase().as_str() {
        "" => None,
        "active" | "actif" => Some(false),
        "away" | "absent" => Some(true),
        other => {
            cells.refuse(Say::new("import-unknown-state").with("value", shown(other)));
            None
        }
    }
}

fn in_a_loop(units: &BTreeMap<UnitCode, Unit>, code: &UnitCode) -> bool {
    let mut next = units.get(code).and_then(|unit| unit.parent.as_ref());
    for _ in 0..units.len() {
        match next {
            None => return false,
            Some(above) if above == code => return true,
            Some(above) => next = units.get(above).and_then(|unit| unit.parent.as_ref()),
        }
    }
    false
}
