//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ClosePage {
    fn samples() -> Vec<Self> {
        let [counted, hidden] = Participation::samples();
        let published = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            about: None,
            published: true,
            opened_on: Day::parse("2026-03-02"),
            closed_on: Day::parse("2026-03-18"),
            published_on: Day::parse("2026-03-19"),
            fingerprint: Some("3f9a".repeat(16)),
            services: vec!["Informatique".to_owned(), "Ressources humaines".to_owned()],
            threshold: 5,
            steps: Vec::new(),
            no_worker: false,
            failed: false,
            participation: Some(counted.over()),
            course: Some(follow::Course::sample()),
            mails: Sending::samples().pop(),
            moved: false,
            announce: Some(Announce { on: Day::parse("2026-03-24"), done: false, ready: true, nothing: false }),
            fault: None,
        };
        let waiting = Self {
            mails: None,
            published: false,
            published_on: None,
            fingerprint: None,
            opened_on: None,
            closed_on: None,
            participation: None,
            course: Some(follow::Course::sample()),
            steps: steps("decided"),
            announce: None,
            ..published.clone()
        };
        let stopped = Self { failed: true, ..waiting.clone() };
        let alone = Self { no_worker: true, ..waiting.clone() };
        let soon = Some(Announce { on: None, done: false, ready: false, nothing: true });
        let telling = Self { steps: steps("published"), announce: soon, ..published.clone() };
        let fault = Some(Say::new("campaign-fault-frozen"));
        let refused = Self { fault, fingerprint: None, published_on: None, ..published.clone() };
        let done = Some(Announce { on: Day::parse("2026-03-24"), done: true, ready: false, nothing: false });
        let moved = Self { moved: true, announce: done, participation: Some(hidden.over()), ..published.clone() };
        let flash = Self { about: Some("La panne de messagerie".to_owned()), ..published.clone() };
        vec![published, waiting, stopped, alone, telling, refused, moved, flash]
    }
}
