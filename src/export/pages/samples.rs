//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ExportsPage {
    fn samples() -> Vec<Self> {
        let day = Day::parse("2026-04-09").unwrap_or(Day(chrono::NaiveDate::MIN));
        let wave = |code: &str, to: Option<&str>, without_rows| Wave {
            code: code.to_owned(),
            published_on: day,
            fingerprint: "3f9a02c1d4e5".to_owned(),
            files: File::ALL.to_vec(),
            handed_to: to.map(ToOwned::to_owned),
            without_rows,
        };
        let taken = |person: Option<&str>, file, profile| Taken {
            day,
            time: "14:32".to_owned(),
            person: person.map(ToOwned::to_owned),
            campaign: "2026-Q1".to_owned(),
            file: Some((file, profile)),
            key: None,
            fingerprint: "3f9a02c1d4e5".to_owned(),
        };
        vec![
            Self {
                waves: vec![
                    wave("2026-Q1", Some("l'institut Cassini"), false),
                    wave("2025-Q4", Some("l'institut Cassini"), true),
                    wave("2025-Q3", None, false),
                ],
                latest: vec![
                    taken(Some("Hugo Lenoir"), File::Indicators, Profile::FrenchExcel),
                    taken(None, File::Participation, Profile::Standard),
                    Taken {
                        file: None,
                        key: Some("0K".to_owned()),
                        ..taken(None, File::Indicators, Profile::Standard)
                    },
                ],
            },
            Self { waves: Vec::new(), latest: Vec::new() },
        ]
    }
}
