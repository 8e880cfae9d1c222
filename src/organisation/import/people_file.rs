//! A file of people as it was read, and the changes it makes.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cells::Lowered;
use super::days::Order;
use super::numbers::Likes;
use super::roles::{RoleChange, Roles};
use crate::db::ids::{PersonId, UnitCode};
use crate::error::Say;
use crate::organisation::table::LineFault;
use crate::organisation::{Person, Supplier, Unit};

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
    /// Everybody the file speaks of, changed or not.
    pub named: Vec<PersonId>,
    /// Those of whom it says roles.
    pub roles_named: Vec<PersonId>,
}

pub(super) struct Standing {
    pub(super) people: Vec<Person>,
    /// What ends in nobody's hands when somebody leaves, beside roles.
    pub(super) held: BTreeMap<PersonId, Vec<Say>>,
    pub(super) roles: BTreeMap<PersonId, Roles>,
    pub(super) units: BTreeMap<UnitCode, Unit>,
    pub(super) suppliers: Vec<Supplier>,
}

/// A row understood: the person after the import and, if they stand already, before.
pub(super) struct Entry<'a> {
    pub(super) line: u64,
    pub(super) person: Person,
    pub(super) before: Option<&'a Person>,
    pub(super) roles: Option<Roles>,
    /// The file says that nobody here was this person before.
    pub(super) newcomer: bool,
}

pub(super) struct UnitEntry {
    pub(super) line: u64,
    pub(super) name: String,
    pub(super) parent: Option<UnitCode>,
}

/// Of whom a line speaks.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    /// Whoever number and address lead to.
    Found,
    /// This person, whatever the line says: it stands on their page.
    Known(&'a Person),
    /// Nobody who stands here.
    New,
}

pub(super) struct File<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) standing: &'a Standing,
    pub(super) by_number: HashMap<&'a str, &'a Person>,
    pub(super) by_email: HashMap<String, &'a Person>,
    pub(super) likes: Likes<'a>,
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) units: BTreeMap<UnitCode, UnitEntry>,
    pub(super) met: HashSet<PersonId>,
    pub(super) emails: HashMap<String, u64>,
    pub(super) numbers: HashMap<String, u64>,
    /// Numbers of the file, with their lines, by what they have in common with others.
    pub(super) alike: HashMap<String, (String, u64)>,
    pub(super) order: Order,
    /// Those who left whose address somebody else takes over.
    pub(super) released: HashSet<PersonId>,
    pub(super) faults: Vec<LineFault>,
    pub(super) warnings: Vec<LineFault>,
    pub(super) lowered: Lowered,
}
