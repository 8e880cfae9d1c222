//! How long things are kept: what the organisation may set, within bounds, and what is fixed. What was promised at a
//! campaign's opening is in its row and is never loosened; this says what holds for the next one.

use std::ops::RangeInclusive;

use serde::Serialize;

use crate::error::Say;

/// Invitations and the addresses mail went to, in days after closing. Fixed: past this, a link leads nowhere.
pub const INVITATION_DAYS: i64 = 30;
/// How long it is kept that a link led somewhere once.
pub const PAST_LINK_MONTHS: i32 = 24;
/// Lines of the audit log, in months. Fixed, and longer than any campaign they speak of needs.
pub const AUDIT_LOG_MONTHS: i32 = 36;
/// Links to sign in, in hours after they stopped opening anything.
/// What other programs were told, and what came of it.
pub const DELIVERY_DAYS: i64 = 30;
pub const SIGN_IN_LINK_HOURS: i64 = 24;

/// Periods in months, counted from closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Retention {
    pub comments: i32,
    /// Single answers, with the rows of a file of them; never shorter than comments.
    pub answers: i32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { comments: 24, answers: 36 }
    }
}

impl Retention {
    pub const COMMENTS: RangeInclusive<i32> = 3..=24;
    pub const ANSWERS: RangeInclusive<i32> = 12..=60;

    /// What stored values say; the usual where there are none, and within the bounds whoever wrote them.
    pub fn stored(comments: &str, answers: &str) -> Self {
        let usual = Self::default();
        let within = |text: &str, usual: i32, bounds: RangeInclusive<i32>| {
            text.parse().unwrap_or(usual).clamp(*bounds.start(), *bounds.end())
        };
        let answers = within(answers, usual.answers, Self::ANSWERS);
        Self { comments: within(comments, usual.comments, Self::COMMENTS).min(answers), answers }
    }

    /// What is wrong with periods as they were typed: comments, answers.
    pub fn faults(comments: &str, answers: &str) -> (Option<Say>, Option<Say>) {
        let fault = |text: &str, bounds: RangeInclusive<i32>| {
            let wrong = Say::new("settings-keep-wrong").with("least", bounds.start()).with("most", bounds.end());
            text.parse::<i32>().ok().filter(|months| bounds.contains(months)).ok_or(wrong)
        };
        match (fault(comments, Self::COMMENTS), fault(answers, Self::ANSWERS)) {
            (Ok(comments), Ok(answers)) if comments > answers => {
                (Some(Say::new("settings-keep-order").with("answers", answers)), None)
            }
            (comments, answers) => (comments.err(), answers.err()),
        }
    }

    /// The shorter of both, period by period.
    #[must_use]
    pub fn shorter(self, other: Self) -> Self {
        Self { comments: self.comments.min(other.comments), answers: self.answers.min(other.answers) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(comments: &str, answers: &str) -> (Option<&'static str>, Option<&'static str>) {
        let (comments, answers) = Retention::faults(comments, answers);
        (comments.map(|say| say.key), answers.map(|say| say.key))
    }

    #[test]
    fn periods_have_bounds_and_comments_go_first() {
        let (wrong, order) = (Some("settings-keep-wrong"), Some("settings-keep-order"));
        for (comments, answers) in [("3", "12"), ("24", "60"), ("12", "12"), ("24", "24")] {
            assert_eq!(keys(comments, answers), (None, None), "{comments} {answers}");
        }
        assert_eq!(keys("2", "11"), (wrong, wrong));
        assert_eq!(keys("25", "61"), (wrong, wrong));
        assert_eq!(keys("", "36"), (wrong, None));
        assert_eq!(keys("6.5", "two"), (wrong, wrong));
        assert_eq!(keys("13", "12"), (order, None));
    }

    #[test]
    fn what_is_stored_never_leaves_the_bounds() {
        let of = |comments, answers| {
            let keep = Retention::stored(comments, answers);
            (keep.comments, keep.answers)
        };
        assert_eq!(of("", ""), (24, 36));
        assert_eq!(of("1", "999"), (3, 60));
        assert_eq!(of("24", "12"), (12, 12));
    }
}
