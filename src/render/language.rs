//! The languages people read: what respondents and the public read comes in seven, what staff read in French and English.

crate::words!(
    /// A language people read.
    Language { Fr = "fr", En = "en", De = "de", Es = "es", It = "it", Nl = "nl", Pt = "pt" }
);

impl<'de> serde::Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::parse(&word).ok_or_else(|| serde::de::Error::custom("unknown language"))
    }
}

impl Language {
    /// What staff pages and mails are written in.
    pub const STAFF: [Self; 2] = [Self::Fr, Self::En];

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::It => "Italiano",
            Self::Nl => "Nederlands",
            Self::Pt => "Português",
        }
    }

    /// May people write in it? Only where names can be taken out and themes found: our lists for that speak these two.
    pub fn takes_texts(self) -> bool {
        matches!(self, Self::Fr | Self::En)
    }

    /// What somebody of this language reads of what is written for staff: the first of the organisation's `languages`
    /// that there is for them.
    pub fn of_staff(self, languages: &[Self]) -> Self {
        let there = |language: &Self| Self::STAFF.contains(language);
        let first = || languages.iter().copied().find(|language| there(language));
        Some(self).filter(there).or_else(first).unwrap_or(Self::En)
    }

    /// The first of our languages that an Accept-Language header names, else French.
    pub fn accepted(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|part| part.trim().get(..2).and_then(|tag| Self::parse(&tag.to_ascii_lowercase())))
            .next()
            .unwrap_or(Self::Fr)
    }

    /// Where the language stands in a list with one entry for each.
    pub(super) fn place(self) -> usize {
        self as usize
    }
}
