//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for PrivacyPage {
    fn samples() -> Vec<Self> {
        let promise = Say::new("promise-file").with("to", "l'institut Cassini");
        let files = vec![FileGiven { campaign: "2026-Q1".to_owned(), promise }];
        let keep = Retention { comments: 6, answers: 12 };
        let shorter = vec![KeptFor { campaign: "2026-Q1".to_owned(), keep }];
        let checked = |outcome| Day::parse("2026-11-22").map(|day| Checked { day, outcome });
        vec![
            Self::of(filled(), Told { files, checked: checked("nothing"), shorter }),
            Self::of(Settings::default(), Told::default()),
            Self::of(Settings::default(), Told { checked: checked("something"), ..Told::default() }),
            Self::of(Settings::default(), Told { checked: checked("unread"), ..Told::default() }),
        ]
    }
}

impl Sampled for AccessibilityPage {
    fn samples() -> Vec<Self> {
        vec![Self { settings: filled() }, Self { settings: Settings::default() }]
    }
}
