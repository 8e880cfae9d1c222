//! What is wrong with the files brought.

use crate::error::Say;
use crate::organisation::table::LineFault;

crate::words!(
    /// Which of the files brought a fault stands in.
    Source { Responses = "responses", Questionnaire = "questionnaire", Invitations = "invitations" }
);

/// How many faults are told; the others are counted.
const MOST_FAULTS: usize = 50;

/// What is wrong with the files, line by line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    pub told: Vec<(Source, LineFault)>,
    pub more: usize,
}

impl Faults {
    pub(super) fn add(&mut self, source: Source, line: u64, say: Say) {
        if self.told.len() < MOST_FAULTS {
            self.told.push((source, LineFault::new(line, say)));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn all(&mut self, source: Source, faults: Vec<LineFault>) {
        for fault in faults {
            self.add(source, fault.line, fault.say);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.told.is_empty()
    }
}
