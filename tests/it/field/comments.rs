//! Comments that name people by what the organisation knows of them.

use barometer::comments::names::{Known, Names};
use barometer::comments::redaction::{Kind, redact};

use super::people::file;

fn names() -> Names {
    let known = |name, email, number| Known { name, email, number: Some(number) };
    Names::of(&[
        known("Paolo Salgueiro", "paolo.salgueiro@valdebrume.example", "V1001"),
        known("Diogo Ventura-Pires", "dventura2@valdebrume.example", "0042"),
        known("Harriet Poole", "accueil@valdebrume.example", "V1779"),
        known("Claire Angot", "claire@valdebrume.example", "77"),
        known("Pierre Le Guen", "pleguen@valdebrume.example", "9041"),
    ])
}

fn redacted(text: &str) -> String {
    redact(text, &names()).text
}

#[test]
fn nothing_that_leads_to_somebody_is_under_nothing_found() {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(std::io::Cursor::new(file("12-comments-names.csv")));
    // These say nothing of anybody by a form: a moderator reads them.
    let quiet = ["Je suis la seule personne à Brest le mardi de nuit"];
    let mut told = Vec::new();
    for row in reader.records() {
        let text = row.expect("a row")[2].to_owned();
        let made = redact(&text, &names());
        if made.marks.is_empty() {
            told.push(text);
        }
    }
    let ordinary = ["la procédure est claire", "Pierre angulaire du service", "Claire explique bien"];
    told.retain(|text| !ordinary.contains(&text.as_str()));
    assert_eq!(told, quiet);
}

#[test]
fn accounts_staff_numbers_and_numbers_behind_their_words() {
    for (text, wanted) in [
        ("voir avec psalgueiro", "voir avec [nom]"),
        ("le compte salgueirop est bloqué", "le compte [nom] est bloqué"),
        ("écrire à Paolo.Salgueiro svp", "écrire à [nom] svp"),
        ("dventura2 ou ventura-pires", "[nom] ou [nom]"),
        ("pleguen et PLEGUEN", "[nom] et [nom]"),
        ("mon matricule V1779", "mon matricule [numéro]"),
        ("je suis le 0042 de l'atelier", "je suis le [numéro] de l'atelier"),
        ("la personne 9041 du service", "la personne [numéro] du service"),
        ("poste 4512", "poste [numéro]"),
        ("bureau n° 212, badge 881", "bureau n° [numéro], badge [numéro]"),
        ("matricule : 77", "matricule : 77"),
        ("matricule : 1779", "matricule : [numéro]"),
        ("INC-1042 et #1042 et INC0012345", "[numéro] et [numéro] et [numéro]"),
        ("the desk 4512 and room 301", "the desk [number] and room [number]"),
    ] {
        assert_eq!(redacted(text), wanted, "{text}");
    }
}

/// What is no way to anybody stays.
#[test]
fn ordinary_words_and_figures_stay() {
    for text in [
        "L'accueil est fermé le midi",
        "En 2026, 3 demandes sur 12",
        "Le T3 et le A4, le 2e étage",
        "Windows 11 et Office 365 sont lents",
        "le bureau 3 est vide",
        "la salle est froide",
    ] {
        let made = redact(text, &names());
        assert!(made.marks.iter().all(|mark| mark.kind == Kind::Review), "{text}: {}", made.text);
        assert_eq!(made.text, text);
    }
    let twice = redact(&redacted("poste 4512, psalgueiro, V1779"), &names());
    assert!(twice.marks.is_empty(), "a redaction redacted again does not change");
}
