//! One person as the line of a file, with the unit as it stands, so that nothing but the person changes.

use crate::db::ids::UnitCode;
use crate::error::{Error, Result};
use crate::organisation::{Person, Tree};

/// What the columns of a file of people say of one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonLine {
    pub number: String,
    pub email: String,
    pub name: String,
    pub unit: String,
    pub language: String,
    pub active: bool,
    /// Whether they are away; nothing leaves it as it is.
    pub away: Option<bool>,
    pub until: String,
    /// As a file writes them; empty changes none.
    pub roles: String,
}

impl PersonLine {
    pub fn of(person: &Person) -> Self {
        Self {
            number: person.person_id.clone().unwrap_or_default(),
            email: person.email.clone(),
            name: person.name.clone(),
            unit: person.unit.to_string(),
            language: person.language.as_str().to_owned(),
            active: person.active,
            away: Some(person.away),
            until: person.until.map(|day| day.to_string()).unwrap_or_default(),
            roles: String::new(),
        }
    }

    /// A file of this line alone.
    pub fn file(&self, tree: &Tree) -> Result<Vec<u8>> {
        let unit = tree.get(&UnitCode(self.unit.clone()));
        let parent = unit.and_then(|unit| unit.parent.as_ref()).map(ToString::to_string).unwrap_or_default();
        let cells = [
            ("person_id", self.number.as_str()),
            ("email", &self.email),
            ("name", &self.name),
            ("unit_code", &self.unit),
            ("unit", unit.map_or("", |unit| &unit.name)),
            ("parent_unit_code", &parent),
            ("language", &self.language),
            ("active", if self.active { "yes" } else { "no" }),
            ("until", &self.until),
            ("state", self.away.map_or("", |away| if away { "away" } else { "active" })),
            ("roles", &self.roles),
        ];
        let mut file = csv::Writer::from_writer(Vec::new());
        file.write_record(cells.map(|(head, _)| head)).map_err(Error::internal)?;
        file.write_record(cells.map(|(_, cell)| cell)).map_err(Error::internal)?;
        file.into_inner().map_err(Error::internal)
    }
}
