//! The demonstration's data files, embedded.

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::render::{Language, Texts};

pub const PEOPLE: &[u8] = include_bytes!("../../assets/demo/people.csv");
pub const SUPPLIERS: &[u8] = include_bytes!("../../assets/demo/suppliers.csv");
pub const RELATIONS: &[u8] = include_bytes!("../../assets/demo/relations.csv");
pub const QUESTIONNAIRES: &str = include_str!("../../assets/demo/questionnaires.csv");
pub const PROFILE: &str = include_str!("../../assets/demo/profile.csv");
pub const ACTIONS: &str = include_str!("../../assets/demo/actions.csv");
pub const EVENTS: &str = include_str!("../../assets/demo/events.csv");
pub const OFFERINGS: &str = include_str!("../../assets/demo/offerings.csv");
pub const COMMITMENTS: &str = include_str!("../../assets/demo/commitments.csv");
pub const MEASUREMENTS: &str = include_str!("../../assets/demo/measurements.csv");
pub const POINTS: &str = include_str!("../../assets/demo/points.csv");
pub const CLIENT_COMMITMENTS: &str = include_str!("../../assets/demo/client_commitments.csv");
pub const CHARTER: &str = include_str!("../../assets/demo/charter.csv");
pub const COMMENTS: &str = include_str!("../../assets/demo/comments.csv");

/// What is written about the outage and about the training.
pub const FLASH_COMMENTS: [&str; 7] = [
    "Un message à l'accueil aurait suffi.",
    "J'ai appris la panne par un client.",
    "Une heure de retour, même approximative.",
    "A text message to team leaders would have helped.",
    "Savoir si les messages étaient perdus ou non.",
    "Rien, cela s'est bien passé pour nous.",
    "Eine kurze Durchsage hätte gereicht.",
];
pub const SESSION_COMMENTS: [&str; 4] = [
    "Plus d'exemples avec nos propres commandes.",
    "Trente minutes, c'est court mais clair.",
    "Garder le support en ligne.",
    "Montrer aussi le suivi de la demande.",
];

/// A row of one of these files, by column name.
pub struct Row(BTreeMap<String, String>);

impl Row {
    pub fn get(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// The text of the columns `of_fr`, `of_en` and so on.
    pub fn texts(&self, of: &str) -> Texts {
        Texts::of(Language::ALL.iter().map(|language| (*language, self.get(&format!("{of}_{}", language.as_str())))))
    }
}

pub fn rows(text: &str) -> Result<Vec<Row>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.map(Row).map_err(Error::internal)).collect()
}
