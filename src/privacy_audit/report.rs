//! What the audit says.

use crate::error::Say;
use crate::render::Language;
use crate::render::words::say;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// What was looked at, or what is as promised for an open campaign.
    Told,
    /// What could tie an answer to somebody.
    Found,
    /// What should have been read and could not be.
    Unread,
    /// What no look from here can read.
    Beyond,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub weight: Weight,
    pub text: Say,
}

#[derive(Debug, Default)]
pub struct Report {
    pub lines: Vec<Line>,
}

impl Report {
    pub(super) fn tell(&mut self, text: Say) {
        self.lines.push(Line { weight: Weight::Told, text });
    }
    pub(super) fn found(&mut self, text: Say) {
        self.lines.push(Line { weight: Weight::Found, text });
    }
    pub(super) fn unread(&mut self, text: Say) {
        self.lines.push(Line { weight: Weight::Unread, text });
    }
    pub(super) fn beyond(&mut self, text: Say) {
        self.lines.push(Line { weight: Weight::Beyond, text });
    }

    pub fn count(&self, weight: Weight) -> usize {
        self.lines.iter().filter(|line| line.weight == weight).count()
    }

    /// 0 nothing found, 1 found, 2 could not check.
    pub fn exit_code(&self) -> u8 {
        match (self.count(Weight::Found), self.count(Weight::Unread)) {
            (0, 0) => 0,
            (0, _) => 2,
            _ => 1,
        }
    }

    pub fn to_text(&self, language: Language) -> String {
        let mut text = String::new();
        for (weight, title) in [
            (Weight::Told, "audit-told"),
            (Weight::Beyond, "audit-beyond"),
            (Weight::Unread, "audit-unread"),
            (Weight::Found, "audit-found"),
        ] {
            if self.count(weight) == 0 {
                continue;
            }
            text += &format!("{}\n", say(language, &Say::new(title)));
            for line in self.lines.iter().filter(|line| line.weight == weight) {
                text += &format!("- {}\n", say(language, &line.text));
            }
            text.push('\n');
        }
        let verdict = ["audit-verdict-nothing", "audit-verdict-found", "audit-verdict-unread"];
        let key = verdict.get(usize::from(self.exit_code())).copied().unwrap_or("audit-verdict-unread");
        let counts = Say::new(key).with("found", self.count(Weight::Found)).with("unread", self.count(Weight::Unread));
        text + &say(language, &counts) + "\n"
    }
}
