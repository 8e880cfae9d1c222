//! The one word beside a mean: "Good", or nothing when the figure does not carry it.

use super::Interval;

crate::words!(
    /// Which words an organisation puts beside its means.
    ///
    /// Both have the limits 2, 3.5 and 4.2. The default calls 2.8..3.5 "average"; the other one reads the middle of
    /// the scale as satisfactory, so that its third word begins at 3.0 exactly.
    Preset { Standard = "standard", SatisfactoryFromThree = "satisfactory_from_three" }
);

crate::words!(
    /// The words, worst first.
    Label {
        Unsatisfactory = "unsatisfactory",
        Fragile = "fragile",
        Average = "average",
        Satisfactory = "satisfactory",
        Good = "good",
        VeryGood = "very_good",
    }
);

impl Preset {
    /// The preset an organisation chose; the standard one when it chose none.
    #[must_use]
    pub fn of(setting: &str) -> Self {
        Self::parse(setting).unwrap_or(Self::Standard)
    }

    /// The words in their order, each with the value it ends under, on 1..5; the last has no end.
    #[must_use]
    pub fn bands(self) -> [(Label, f64); 5] {
        let (middle, begins) = match self {
            Self::Standard => (Label::Average, 2.8),
            Self::SatisfactoryFromThree => (Label::Satisfactory, 3.0),
        };
        [
            (Label::Unsatisfactory, 2.0),
            (Label::Fragile, begins),
            (middle, 3.5),
            (Label::Good, 4.2),
            (Label::VeryGood, f64::INFINITY),
        ]
    }

    /// The word of a value on 1..5; a value on a limit belongs above it.
    fn at(self, value: f64) -> Option<Label> {
        self.bands().into_iter().find(|(_, end)| value < *end).map(|(label, _)| label)
    }
}

/// The word for a mean on a scale lo..hi, through 1 + 4·(x - lo)/(hi - lo).
///
/// None without an interval, when the interval holds a limit between two words (the figure is not sure enough for
/// one), and on scales of under four points, where only the mean is shown. An end of the interval beyond the scale
/// counts with the outermost word. Source: our own limits; the scale's words are not equally spaced in meaning, so
/// they are conventions, printed on the method page.
#[must_use]
pub fn label(mean: f64, interval: Option<Interval>, lo: i32, hi: i32, preset: Preset) -> Option<Label> {
    if hi.checked_sub(lo)? < 3 {
        return None;
    }
    let (lo, hi) = (f64::from(lo), f64::from(hi));
    let word = |x: f64| preset.at(1.0 + 4.0 * (x - lo) / (hi - lo));
    let interval = interval?;
    let (low, middle, high) = (word(interval.low)?, word(mean)?, word(interval.high)?);
    (low == middle && middle == high).then_some(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(mean: f64, low: f64, high: f64, preset: Preset) -> Option<Label> {
        label(mean, Some(Interval { low, high }), 1, 5, preset)
    }

    fn narrow(mean: f64, preset: Preset) -> Option<Label> {
        of(mean, mean, mean, preset)
    }

    #[test]
    fn a_mean_on_a_limit_takes_the_better_word() {
        let expected = [
            (1.0, Label::Unsatisfactory),
            (1.99, Label::Unsatisfactory),
            (2.0, Label::Fragile),
            (2.79, Label::Fragile),
            (2.81, Label::Average),
            (3.49, Label::Average),
            (3.5, Label::Good),
            (4.19, Label::Good),
            (4.21, Label::VeryGood),
            (5.0, Label::VeryGood),
        ];
        for (mean, word) in expected {
            assert_eq!(narrow(mean, Preset::Standard), Some(word), "{mean}");
        }
    }

    #[test]
    fn the_other_preset_calls_three_satisfactory() {
        let preset = Preset::SatisfactoryFromThree;
        assert_eq!(narrow(2.99, preset), Some(Label::Fragile));
        assert_eq!(narrow(3.0, preset), Some(Label::Satisfactory));
        assert_eq!(narrow(3.5, preset), Some(Label::Good));
        assert_eq!(of(2.9, 2.85, 2.95, Preset::Standard), Some(Label::Average));
        assert_eq!(of(2.9, 2.85, 2.95, preset), Some(Label::Fragile));
    }

    #[test]
    fn an_interval_over_a_limit_gives_no_word() {
        assert_eq!(of(3.6, 3.4, 3.8, Preset::Standard), None);
        assert_eq!(of(3.8, 3.55, 4.05, Preset::Standard), Some(Label::Good));
        assert_eq!(of(4.8, 4.4, 5.2, Preset::Standard), Some(Label::VeryGood), "beyond the scale");
        assert_eq!(label(3.8, None, 1, 5, Preset::Standard), None, "without an interval");
    }

    #[test]
    fn other_scales_are_brought_to_five_points() {
        // 7 of 0..10 is 3.8 of 1..5.
        assert_eq!(label(7.0, Some(Interval { low: 6.5, high: 7.5 }), 0, 10, Preset::Standard), Some(Label::Good));
        assert_eq!(label(3.0, Some(Interval { low: 3.0, high: 3.0 }), 1, 4, Preset::Standard), Some(Label::Good));
        assert_eq!(label(3.0, Some(Interval { low: 3.0, high: 3.0 }), 1, 3, Preset::Standard), None, "three points");
        assert_eq!(label(3.0, Some(Interval { low: 3.0, high: 3.0 }), 5, 1, Preset::Standard), None, "no scale");
    }

    #[test]
    fn every_setting_is_a_preset() {
        for name in crate::app::LABEL_PRESETS {
            assert!(Preset::parse(name).is_some(), "{name}");
        }
        assert_eq!(crate::app::LABEL_PRESETS.len(), Preset::ALL.len());
    }
}
