//! How a question is asked.

crate::words!(
    /// How a question is asked, and so what may be answered.
    Kind {
        Satisfaction = "satisfaction",
        Importance = "importance",
        Agreement = "agreement",
        Evolution = "evolution",
        Effort = "effort",
        Recommendation = "recommendation",
        ChooseDimensions = "choose_dimensions",
        SingleChoice = "single_choice",
        SeveralChoices = "several_choices",
        Text = "text",
    }
);

impl Kind {
    /// The scale every new question of this kind gets; none for choices and texts.
    pub fn range(self) -> Option<(i32, i32)> {
        match self {
            Self::Recommendation => Some((0, 10)),
            Self::ChooseDimensions | Self::SingleChoice | Self::SeveralChoices | Self::Text => None,
            _ => Some((1, 5)),
        }
    }

    /// Is its top good news about a dimension? Such questions are pooled in it.
    pub fn is_rated(self) -> bool {
        matches!(self, Self::Satisfaction | Self::Agreement)
    }

    pub fn has_options(self) -> bool {
        matches!(self, Self::SingleChoice | Self::SeveralChoices)
    }
}
