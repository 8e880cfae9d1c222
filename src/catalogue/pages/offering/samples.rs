//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for OfferingPage {
    fn samples() -> Vec<Self> {
        let typed = Typed { active: true, workers: "6".to_owned(), ..Typed::of(None, &Language::STAFF) };
        let new = Self {
            supplier: "it".into(),
            name: "Informatique".to_owned(),
            code: None,
            seen: Seen::default(),
            typed,
            faults: Faults::default(),
        };
        let mut wrong = Self { code: Some("poste".to_owned()), ..new.clone() };
        wrong.faults.texts(&mut wrong.typed.names, None, NAME, Some("offering-fault-name"));
        for (field, key) in [
            ("link", "offering-fault-link"),
            ("workers", "offering-fault-workers"),
            ("active", "offering-fault-promised"),
            ("code", "catalogue-not-a-code"),
        ] {
            wrong.faults.add(field, Say::new(key));
        }
        vec![new.clone(), wrong.clone(), Self { code: None, ..wrong }]
    }
}
