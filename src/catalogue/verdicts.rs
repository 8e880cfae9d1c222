//! Promised, measured, felt: what a measurement and the answers together say of a commitment, by rule.

use super::{FEWEST_CASES, Version};

crate::words!(
    /// What the measurement says.
    Measured {
        Kept = "kept",
        Missed = "missed",
        /// There is none, or it stands on too few cases.
        Unknown = "unknown",
    }
);

crate::words!(
    /// What the published mean of its question says.
    Felt {
        Felt = "felt",
        /// Its interval holds the line.
        ToConfirm = "to_confirm",
        NotFelt = "not_felt",
        /// The publication holds no interval of that mean.
        Hidden = "hidden",
        NotAsked = "not_asked",
    }
);

crate::words!(
    /// Both together.
    Verdict {
        KeptFelt = "kept_felt",
        KeptToConfirm = "kept_to_confirm",
        /// Kept, and nobody notices: it has to be told.
        KeptNotFelt = "kept_not_felt",
        Kept = "kept",
        /// Missed, and nobody minds: is it the right promise?
        MissedNoHarm = "missed_no_harm",
        Missed = "missed",
        /// Missed, and it is felt: it has to be mended.
        MissedFelt = "missed_felt",
        UnmeasuredFelt = "unmeasured_felt",
        Unmeasured = "unmeasured",
        UnmeasuredNotFelt = "unmeasured_not_felt",
        /// Nothing can be said.
        Nothing = "none",
    }
);

impl Measured {
    /// Of a value with its number of cases, against what was promised.
    pub fn of(version: &Version, measurement: Option<(f64, i32)>) -> Self {
        match measurement.filter(|(_, cases)| *cases >= FEWEST_CASES) {
            None => Self::Unknown,
            Some((value, _)) if version.is_kept_by(value) => Self::Kept,
            Some(_) => Self::Missed,
        }
    }
}

impl Felt {
    /// Of the interval of a mean on 1..5 against `line`.
    pub fn against(line: f64, low: f64, high: f64) -> Self {
        if low > line {
            Self::Felt
        } else if high < line {
            Self::NotFelt
        } else {
            Self::ToConfirm
        }
    }
}

impl Verdict {
    pub fn of(measured: Measured, felt: Felt) -> Self {
        match (measured, felt) {
            (Measured::Kept, Felt::Felt) => Self::KeptFelt,
            (Measured::Kept, Felt::ToConfirm) => Self::KeptToConfirm,
            (Measured::Kept, Felt::NotFelt) => Self::KeptNotFelt,
            (Measured::Kept, _) => Self::Kept,
            (Measured::Missed, Felt::Felt) => Self::MissedNoHarm,
            (Measured::Missed, Felt::NotFelt) => Self::MissedFelt,
            (Measured::Missed, _) => Self::Missed,
            (Measured::Unknown, Felt::Felt) => Self::UnmeasuredFelt,
            (Measured::Unknown, Felt::ToConfirm) => Self::Unmeasured,
            (Measured::Unknown, Felt::NotFelt) => Self::UnmeasuredNotFelt,
            (Measured::Unknown, _) => Self::Nothing,
        }
    }

    /// Is it one of the two that the page says in its first sentence?
    pub fn is_bold(self) -> bool {
        matches!(self, Self::KeptNotFelt | Self::MissedFelt)
    }

    /// Which kind of action it proposes, by the word of the plan.
    pub fn proposes(self) -> Option<&'static str> {
        match self {
            Self::KeptNotFelt => Some("communication"),
            Self::MissedFelt => Some("corrective"),
            Self::MissedNoHarm => Some("commitment_changed"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Direction;
    use super::*;
    use crate::clock::Day;
    use crate::render::Texts;

    #[test]
    fn every_cell_of_the_table() {
        let table = [
            ("kept", ["kept_felt", "kept_to_confirm", "kept_not_felt", "kept", "kept"]),
            ("missed", ["missed_no_harm", "missed", "missed_felt", "missed", "missed"]),
            ("unknown", ["unmeasured_felt", "unmeasured", "unmeasured_not_felt", "none", "none"]),
        ];
        for (measured, row) in table {
            let measured = Measured::parse(measured).expect("a word");
            let of = |felt: &Felt| Verdict::of(measured, *felt).as_str();
            assert_eq!(Felt::ALL.iter().map(of).collect::<Vec<_>>(), row);
        }
        let proposing: Vec<_> = Verdict::ALL.iter().filter_map(|one| Some((one.as_str(), one.proposes()?))).collect();
        let expected = [
            ("kept_not_felt", "communication"),
            ("missed_no_harm", "commitment_changed"),
            ("missed_felt", "corrective"),
        ];
        assert_eq!(proposing, expected);
    }

    #[test]
    fn a_line_in_the_interval_settles_nothing() {
        assert_eq!(Felt::against(3.5, 3.51, 4.2), Felt::Felt);
        assert_eq!(Felt::against(3.5, 3.5, 4.2), Felt::ToConfirm);
        assert_eq!(Felt::against(3.5, 3.0, 3.5), Felt::ToConfirm);
        assert_eq!(Felt::against(3.5, 2.0, 3.49), Felt::NotFelt);
    }

    #[test]
    fn under_ten_cases_a_value_says_nothing() {
        let day = Day::parse("2026-01-01").expect("a day");
        let version = Version {
            id: "v".to_owned(),
            supplier: "it".into(),
            commitment: "delay".to_owned(),
            version: 1,
            texts: Texts::default(),
            target: 5.0,
            measured_in: Texts::default(),
            direction: Direction::AtMost,
            since: day,
            made_on: day,
            frozen: true,
        };
        let of = |measurement| Measured::of(&version, measurement);
        assert_eq!([of(None), of(Some((1.0, 9)))], [Measured::Unknown, Measured::Unknown]);
        assert_eq!([of(Some((5.0, 10))), of(Some((5.01, 10)))], [Measured::Kept, Measured::Missed]);
    }
}
