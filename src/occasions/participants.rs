//! A list of people as it is pasted or read from a file: one a line, by address or staff number, whatever else stands
//! beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::db::ids::PersonId;
use crate::organisation::Person;
use crate::web::typed::clean_line;

/// The longest list.
pub const MOST: usize = 2000;

/// What a list says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub people: BTreeSet<PersonId>,
    /// Lines in which nobody was found, with their numbers.
    pub unknown: Vec<(usize, String)>,
}

/// Looks for one of `people` on each line of `text`. The first line may be that of heads.
pub fn read(text: &str, people: &[Person]) -> Listed {
    let mut known: BTreeMap<String, &PersonId> = BTreeMap::new();
    for person in people {
        if person.has_address() {
            known.insert(person.email.to_lowercase(), &person.id);
        }
        if let Some(number) = &person.person_id {
            known.insert(number.to_lowercase(), &person.id);
        }
    }
    let mut listed = Listed::default();
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    for (place, line) in lines.map(|(place, line)| (place, clean_line(line))).filter(|(_, line)| !line.is_empty()) {
        let cells = line.split([',', ';', '\t', ' ', '<', '>', '"']).map(str::trim).filter(|cell| !cell.is_empty());
        match cells.clone().find_map(|cell| known.get(&cell.to_lowercase())) {
            Some(person) => {
                listed.people.insert((*person).clone());
            }
            // Heads name columns, and no address.
            None if place == 0 && cells.clone().any(is_head) => {}
            None => listed.unknown.push((place + 1, line)),
        }
    }
    listed
}

fn is_head(cell: &str) -> bool {
    ["email", "e-mail", "mail", "person_id", "matricule", "adresse"].contains(&cell.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Language;

    fn person(id: &str, number: Option<&str>) -> Person {
        Person {
            id: id.into(),
            person_id: number.map(ToOwned::to_owned),
            email: format!("{id}@example.org"),
            name: id.to_owned(),
            unit: "prod".into(),
            language: Language::Fr,
            active: true,
            until: None,
            away: false,
        }
    }

    #[test]
    fn people_are_found_by_address_or_number_and_the_rest_is_told_by_line() {
        let people = [person("ana", Some("E-17")), person("ben", None)];
        let of = |text: &str| read(text, &people);
        let ids = |listed: &Listed| listed.people.iter().map(|id| id.0.clone()).collect::<Vec<_>>().join(" ");
        let listed = of("\u{feff}Nom;Email\r\nAna Lopes;ANA@example.org\r\n\r\nBen <ben@example.org>\n");
        assert_eq!((ids(&listed).as_str(), listed.unknown.len()), ("ana ben", 0));
        assert_eq!(ids(&of("e-17\ne-17")), "ana");
        let listed = of("ana@example.org\nzoe@example.org\nNom;Prénom");
        assert_eq!(listed.unknown, [(2, "zoe@example.org".to_owned()), (3, "Nom;Prénom".to_owned())]);
        assert_eq!(of("Nom;Prénom\n").unknown.len(), 1, "a file without addresses is told");
    }
}
