//! People and their units from a file: who is new, who changed and how, which units appear, move or are renamed, who
//! is deactivated and what hangs on them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Plan;
use super::cells::{Cells, Lowered, address, doubt};
use super::days::Order;
use super::numbers::{Likes, is_scientific, likeness};
use super::people_file::{Entry, File, PeopleChanges, Standing, Subject, UnitEntry};
use super::roles::{self, Roles};
use crate::db::Conn;
use crate::db::ids::{self, PersonId, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::table::{Heads, LineFault, Row, Table, shown};
use crate::organisation::{Person, Tree, Unit, fold, store};
use crate::render::Language;
use crate::web::Role;
use crate::web::typed::clean_line;

const HEADS: Heads<'_> = Heads {
    needed: &["email", "name", "unit_code", "unit"],
    blank: &["parent_unit_code", "language"],
    optional: Some(&["person_id", "old_person_id", "roles", "active", "until", "state"]),
};
/// In `old_person_id`: nobody here before, whatever number or address say.
const NOBODY: &str = "-";
const NUMBER_LIMIT: usize = 40;

/// What remains to be done by each person, in sentences: slices that come later know it, the roof hands it over.
pub type Holds = fn(&mut Conn) -> Result<BTreeMap<PersonId, Vec<Say>>>;

/// What the file of people in `bytes` would do. With `complete`, whoever it does not name is deactivated.
pub fn plan_people(conn: &mut Conn, bytes: &[u8], complete: bool) -> Result<Plan<PeopleChanges>> {
    plan_people_with(conn, bytes, complete, |_| Ok(BTreeMap::new()))
}

/// As [`plan_people`], saying of whoever leaves what they hold.
pub fn plan_people_with(conn: &mut Conn, bytes: &[u8], complete: bool, holds: Holds) -> Result<Plan<PeopleChanges>> {
    let standing = standing(conn, holds)?;
    Ok(plan(&standing, bytes, complete, Subject::Found))
}

/// What one line, of this person or (none) of somebody new, would do: the same rules, but for who is meant.
pub fn plan_person(conn: &mut Conn, of: Option<&PersonId>, bytes: &[u8], holds: Holds) -> Result<Plan<PeopleChanges>> {
    let standing = standing(conn, holds)?;
    let known = of.and_then(|id| standing.people.iter().find(|person| person.id == *id));
    Ok(plan(&standing, bytes, false, known.map_or(Subject::New, Subject::Known)))
}

fn standing(conn: &mut Conn, holds: Holds) -> Result<Standing> {
    Ok(Standing {
        people: store::people(conn)?,
        held: holds(conn)?,
        roles: store::grants(conn)?.into_iter().map(|(who, all)| (who, all.into_iter().collect())).collect(),
        units: store::units(conn)?.into_iter().map(|unit| (unit.code.clone(), unit)).collect(),
        suppliers: store::suppliers(conn)?,
    })
}

fn plan(standing: &Standing, bytes: &[u8], complete: bool, subject: Subject<'_>) -> Plan<PeopleChanges> {
    let (table, faults) = match Table::read_all(bytes, HEADS) {
        Ok(read) => read,
        Err(faults) => return Plan::refused(faults, 0),
    };
    let mut file = File::new(standing, faults);
    file.subject = subject;
    file.order = Order::of(table.rows.iter().map(|row| table.cell(row, "until")));
    for row in &table.rows {
        file.read(&table, row);
    }
    let lowered = std::mem::take(&mut file.lowered);
    file.warnings.extend(lowered.warnings());
    let absent: Vec<&Person> =
        standing.people.iter().filter(|person| complete && person.active && !file.met.contains(&person.id)).collect();
    file.give_addresses_over(&absent);
    let units = file.units_after();
    file.check_roles(&Tree::new(units.values().cloned()));
    file.refuse_losing_the_last_administrator(&absent);
    if !file.faults.is_empty() {
        return Plan::refused(file.faults, table.rows.len());
    }
    super::people_told::describe(&file, units, &absent)
}

impl<'a> File<'a> {
    fn new(standing: &'a Standing, faults: Vec<LineFault>) -> Self {
        let with_address = standing.people.iter().filter(|person| person.has_address());
        let numbered = |person: &'a Person| Some((person.person_id.as_deref()?, person));
        Self {
            subject: Subject::Found,
            standing,
            by_number: standing.people.iter().filter_map(numbered).collect(),
            // As addresses are kept today; older ones may hold what cannot be seen.
            by_email: with_address
                .map(|person| (address(&person.email).unwrap_or_else(|| person.email.clone()), person))
                .collect(),
            likes: Likes::of(&standing.people),
            entries: Vec::new(),
            units: BTreeMap::new(),
            met: HashSet::new(),
            emails: HashMap::new(),
            numbers: HashMap::new(),
            alike: HashMap::new(),
            order: Order::Unknown,
            released: HashSet::new(),
            faults,
            warnings: Vec::new(),
            lowered: Lowered::default(),
        }
    }

    fn read(&mut self, table: &Table, row: &Row) {
        let mut cells = Cells::new(table, row);
        cells.refuse_spreadsheet_faults(&[
            "email",
            "name",
            "unit_code",
            "unit",
            "parent_unit_code",
            "person_id",
            "old_person_id",
            "until",
        ]);
        if !cells.faults.is_empty() {
            self.faults.append(&mut cells.faults);
            return;
        }
        let number = self.number(&mut cells, row.line);
        let email = self.email(&mut cells, row.line);
        let name = cells.needed_name("name");
        let unit = self.unit(&mut cells, row.line);
        let language = cells.language();
        let (active, until, away) = (cells.yes("active"), cells.day("until", self.order), away(&mut cells));
        let roles = roles::parse(&mut cells);
        if number.is_none() && cells.text("email").is_empty() {
            cells.refuse(Say::new("import-neither-address-nor-number"));
        }
        let fine = cells.faults.is_empty();
        self.faults.append(&mut cells.faults);
        self.lowered.add(row.line, std::mem::take(&mut cells.lowered));
        let (true, Some(email), Some(unit)) = (fine, email, unit) else { return };
        let old = cells.exact("old_person_id");
        let newcomer = old == NOBODY || matches!(self.subject, Subject::New);
        let before = match self.subject_of(number.as_deref(), &email, &old) {
            Ok(before) => before,
            Err(say) => {
                self.faults.push(LineFault::new(row.line, say));
                // Who is meant is not known: with a complete file nobody is taken for absent because of it.
                return;
            }
        };
        if !newcomer
            && let Some(number) = &number
            && let Some((other, first)) = self.alike.insert(likeness(number), (number.clone(), row.line))
            && !(self.by_number.contains_key(number.as_str()) && self.by_number.contains_key(other.as_str()))
        {
            let say = Say::new("import-number-like-line").with("number", shown(number)).with("other", shown(&other));
            self.faults.push(LineFault::new(row.line, say.with("first", first)));
            return;
        }
        if let Some(before) = before
            && !self.met.insert(before.id.clone())
        {
            self.faults.push(LineFault::new(row.line, Say::new("import-same-person").with("name", &before.name)));
            return;
        }
        let person = Person {
            id: before.map_or_else(|| PersonId(ids::random_key()), |person| person.id.clone()),
            person_id: match self.subject {
                // A page says all of somebody; a file may have no such column.
                Subject::Known(_) => number,
                _ => number.or_else(|| before.and_then(|person| person.person_id.clone())),
            },
            email,
            name,
            unit,
            language: language.or(before.map(|person| person.language)).unwrap_or(Language::Fr),
            active,
            until: if table.has("until") { until } else { before.and_then(|person| person.until) },
            away: away.or(before.map(|person| person.away)).unwrap_or(false),
        };
        if let Some(before) = before.filter(|before| becomes_another(before, &person)) {
            let say = Say::new("import-becomes-another").with("before", &before.name).with("after", &person.name);
            self.warnings.push(LineFault::new(row.line, say));
        }
        if let Some(say) = doubt(&person.email).filter(|_| before.is_none_or(|before| before.email != person.email)) {
            self.warnings.push(LineFault::new(row.line, say));
        }
        self.entries.push(Entry { line: row.line, person, before, roles, newcomer });
    }

    /// Whom a line speaks of; a page has said so, a file is asked.
    fn subject_of(&self, number: Option<&str>, email: &str, old: &str) -> std::result::Result<Option<&'a Person>, Say> {
        let before = match self.subject {
            Subject::Found => return self.standing_person(number, email, old),
            Subject::Known(person) => Some(person),
            Subject::New => None,
        };
        match number.and_then(|number| Some((number, self.by_number.get(number)?))) {
            Some((number, other)) if before.is_none_or(|before| before.id != other.id) => {
                Err(Say::new("person-number-taken").with("number", shown(number)).with("name", &other.name))
            }
            _ => Ok(before),
        }
    }

    /// By staff number when the file gives one; an address leads to whoever has it and no other number. A number that
    /// is like another's, and a new number at somebody's address, are asked about: `old` (the column `old_person_id`)
    /// answers with the number this person had, or that nobody here was this person.
    fn standing_person(
        &self,
        number: Option<&str>,
        email: &str,
        old: &str,
    ) -> std::result::Result<Option<&'a Person>, Say> {
        let by_email = self.by_email.get(email).copied();
        let Some(number) = number else {
            return match (old, by_email) {
                ("", found) => Ok(found),
                (NOBODY, None) => Ok(None),
                _ => Err(Say::new("import-old-number-alone")),
            };
        };
        if let Some(person) = self.by_number.get(number) {
            let other = self.by_number.get(old).filter(|other| other.id != person.id);
            return match other {
                Some(other) => Err(Say::new("import-old-number-stands")
                    .with("number", shown(number))
                    .with("name", &person.name)
                    .with("old", shown(old))
                    .with("other", &other.name)),
                None if old == NOBODY => {
                    Err(Say::new("import-number-taken").with("number", shown(number)).with("name", &person.name))
                }
                None => Ok(Some(person)),
            };
        }
        match old {
            NOBODY => return Ok(None),
            "" => {}
            old => {
                let person = self.by_number.get(old).copied();
                return person.map(Some).ok_or_else(|| Say::new("import-old-number-unknown").with("value", shown(old)));
            }
        }
        if let Some(person) = self.likes.of_number(number) {
            let theirs = person.person_id.as_deref().unwrap_or_default();
            let say = Say::new("import-number-like").with("number", shown(number)).with("other", theirs);
            return Err(say.with("name", &person.name));
        }
        match by_email.map(|person| (person, person.person_id.as_deref())) {
            Some((person, Some(theirs))) => Err(Say::new("import-number-or-successor")
                .with("value", shown(email))
                .with("name", &person.name)
                .with("other", theirs)
                .with("number", shown(number))),
            Some((person, None)) => Ok(Some(person)),
            None => Ok(None),
        }
    }

    fn number(&mut self, cells: &mut Cells, line: u64) -> Option<String> {
        let number = clean_line(&cells.exact("person_id"));
        if number.is_empty() {
            return None;
        }
        if is_scientific(&number) {
            cells.refuse(Say::new("import-number-scientific").with("value", shown(&number)));
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
                if !name.is_empty() && fold(&known.name) != fold(&name) {
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

    /// Two people never share an address: the file's against those it leaves alone, too. Who has left, or leaves with
    /// this file (`absent`), gives theirs over to somebody of whom the file says that nobody here was them before.
    fn give_addresses_over(&mut self, absent: &[&Person]) {
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
                let gone = !self.met.contains(&owner.id)
                    && (!owner.active || absent.iter().any(|person| person.id == owner.id));
                if gone && entry.newcomer {
                    self.released.insert(owner.id.clone());
                    continue;
                }
                let key = if entry.newcomer { "import-address-held" } else { "import-address-taken" };
                let say = Say::new(key).with("value", &owner.email).with("name", &owner.name);
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
            for (_, unit) in roles.iter().filter(|(role, _)| *role == Role::Unit && entry.roles.is_some()) {
                if tree.get(&UnitCode(unit.0.clone())).is_none() {
                    let say = Say::new("import-unknown-unit").with("code", unit);
                    self.faults.push(LineFault::new(entry.line, say));
                }
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
            // An end date that comes would put them out as well.
            let stays = entry.person.until.is_none() || entry.before.is_some_and(|b| b.until == entry.person.until);
            entry.person.active && stays && administers(roles)
        });
        let left = self.standing.people.iter().any(|person| {
            standing(person) && !self.met.contains(&person.id) && !absent.iter().any(|gone| gone.id == person.id)
        });
        if !met && !left {
            self.faults.push(LineFault::new(1, Say::new("import-last-administrator")));
        }
    }
}

/// Does a line make another person of somebody: a name that shares nothing with theirs, or name and number, or name
/// and a return, together?
fn becomes_another(before: &Person, after: &Person) -> bool {
    if before.name == after.name {
        return false;
    }
    let words = |name: &str| -> BTreeSet<String> {
        fold(name).split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).map(str::to_owned).collect()
    };
    let (old, new) = (words(&before.name), words(&after.name));
    old.is_disjoint(&new) || old != new && (before.person_id != after.person_id || !before.active && after.active)
}

/// On long leave? Nothing when the file does not say.
fn away(cells: &mut Cells) -> Option<bool> {
    match cells.exact("state").to_lowercase().as_str() {
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
