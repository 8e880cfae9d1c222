//! The plan and the faults as a terminal reads them. Counts of small groups are told here: whoever runs the command
//! holds the file they come from.

use super::{Faults, Plan, Source};
use crate::error::Say;
use crate::render::Language;
use crate::render::words::say;

impl Faults {
    /// Every bad line, one a line.
    pub fn to_text(&self, language: Language) -> String {
        let mut text = String::new();
        for (source, fault) in &self.told {
            let key = match source {
                Source::Responses => "history-line-responses",
                Source::Questionnaire => "history-line-questionnaire",
                Source::Invitations => "history-line-invitations",
            };
            let place = say(language, &Say::new(key).with("line", fault.line));
            text += &format!("{place} {}\n", say(language, &fault.say));
        }
        if self.more > 0 {
            text += &say(language, &Say::new("history-more-faults").with("n", self.more));
            text.push('\n');
        }
        text
    }
}

impl Plan {
    pub fn to_text(&self, language: Language) -> String {
        let lines: Vec<String> = self.lines().iter().map(|line| say(language, line)).collect();
        let groups: Vec<String> = self.group_lines().iter().map(|line| format!("  {}", say(language, line))).collect();
        lines.into_iter().chain(groups).map(|line| line + "\n").collect()
    }

    fn lines(&self) -> Vec<Say> {
        let wave = Say::new("history-plan-wave")
            .with("campaign", &self.campaign.code)
            .with("opens", self.campaign.opens_on)
            .with("closes", self.campaign.closes_on)
            .with("supplier", &self.supplier.code);
        let mut lines = vec![wave];
        if !self.new_campaign {
            lines.push(Say::new("history-plan-added").with("campaign", &self.campaign.code));
        }
        if self.new_supplier {
            lines.push(Say::new("history-plan-new-supplier").with("supplier", &self.supplier.code));
        }
        let responses = Say::new("history-plan-responses").with("n", self.sheets.responses.len());
        lines.push(responses.with("complete", self.sheets.complete).with("partial", self.sheets.partial));
        if self.sheets.empty > 0 {
            lines.push(Say::new("history-plan-empty").with("n", self.sheets.empty));
        }
        if !self.sheets.comments.is_empty() {
            lines.push(Say::new("history-plan-comments").with("n", self.sheets.comments.len()));
        }
        let codes: Vec<&str> = self.asked.iter().map(|question| question.code.as_str()).collect();
        lines.push(Say::new("history-plan-asked").with("n", codes.len()).with("codes", codes.join(", ")));
        for count in &self.sheets.counts {
            let key = if count.not_asked > 0 { "history-plan-count-skipped" } else { "history-plan-count" };
            let line = Say::new(key).with("code", &count.code).with("answers", count.answers);
            let line = line.with("na", count.not_applicable).with("empty", count.empty);
            lines.push(if count.not_asked > 0 { line.with("skipped", count.not_asked) } else { line });
            if count.answers == 0 && count.not_applicable > 0 {
                lines.push(Say::new("history-plan-only-na").with("code", &count.code));
            }
        }
        if !self.not_asked.is_empty() {
            lines.push(Say::new("history-plan-not-asked").with("codes", self.not_asked.join(", ")));
        }
        lines.push(Say::new("history-plan-units").with("n", self.units.iter().filter(|met| !met.new).count()));
        let new: Vec<String> = self
            .units
            .iter()
            .filter(|met| met.new)
            .map(|met| format!("{} ({})", met.unit.name, met.unit.code))
            .collect();
        if !new.is_empty() {
            lines.push(Say::new("history-plan-new-units").with("n", new.len()).with("units", new.join(", ")));
        }
        if !self.invited_known {
            lines.push(Say::new("history-plan-no-invitations"));
        }
        if !self.later.is_empty() {
            lines.push(Say::new("history-plan-later").with("codes", self.later.join(", ")));
        }
        if self.campaign.closes_on.plus_months(self.keep.comments) < self.today {
            let old = Say::new("history-plan-old").with("comments", self.keep.comments);
            lines.push(old.with("answers", self.keep.answers));
        }
        lines.push(Say::new("history-plan-groups").with("n", self.groups.list.len()));
        lines
    }

    fn group_lines(&self) -> Vec<Say> {
        let line = |group: &super::groups::Group| {
            let key = if self.invited_known { "history-plan-group-invited" } else { "history-plan-group" };
            let line = Say::new(key).with("name", &group.name).with("group", &group.code).with("n", group.responses);
            if self.invited_known { line.with("eligible", group.eligible) } else { line }
        };
        self.groups.list.iter().map(line).collect()
    }
}
