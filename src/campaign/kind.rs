//! What a campaign is: the quarter's round, or something asked between two of them.

use crate::clock::Day;

crate::words!(
    /// Its kind.
    Kind {
        Quarter = "quarter",
        /// Some questions about one service, after something happened.
        Flash = "flash",
        /// Whether people agree with the lines of the charter.
        Charter = "charter",
        /// What participants of a training say of it.
        Session = "session",
    }
);

/// The fewest and the most days on which an occasion takes answers, the first and the last counted.
pub const FEWEST_DAYS: i64 = 2;
pub const MOST_DAYS: i64 = 10;

/// The last day on which an occasion that opens on `first` may take answers.
pub fn last_day(first: Day) -> Day {
    first.plus_days(MOST_DAYS - 1)
}

impl Kind {
    pub fn is_quarter(self) -> bool {
        self == Self::Quarter
    }

    /// How many reminders there are at most.
    pub fn most_reminders(self) -> usize {
        if self.is_quarter() { 3 } else { 1 }
    }

    /// Asked of whole client groups.
    pub fn asks_groups(self) -> bool {
        self != Self::Session
    }

    /// Asked about the service that asks, so that only those it serves are.
    pub fn is_about_a_service(self) -> bool {
        matches!(self, Self::Quarter | Self::Flash)
    }
}
