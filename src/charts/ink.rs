//! The inks of the charts: names of the page's colour tokens, not colours.
//!
//! plotters only knows RGB, so each ink travels through it as a colour that stands for nothing but its
//! own number, and comes out as `var(--token)` when the SVG is finished.

use plotters::style::RGBColor;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Card,
    Text,
    Soft,
    Line,
    Accent,
    Tint,
    Attention,
    AttentionTint,
    S1,
    S2,
    S3,
    S4,
    S5,
    OnS1,
    OnS2,
    OnS3,
    OnS4,
    OnS5,
    /// A ring in the accent, filled like the card.
    Hollow,
    /// A dashed line in the soft ink.
    Dashed,
}

const ALL: [Ink; 20] = [
    Ink::Card,
    Ink::Text,
    Ink::Soft,
    Ink::Line,
    Ink::Accent,
    Ink::Tint,
    Ink::Attention,
    Ink::AttentionTint,
    Ink::S1,
    Ink::S2,
    Ink::S3,
    Ink::S4,
    Ink::S5,
    Ink::OnS1,
    Ink::OnS2,
    Ink::OnS3,
    Ink::OnS4,
    Ink::OnS5,
    Ink::Hollow,
    Ink::Dashed,
];

impl Ink {
    pub(super) fn stand_in(self) -> RGBColor {
        RGBColor(0xBA, 0x80, self as u8)
    }

    /// The ink behind a colour as plotters writes it (`#BA8003`).
    pub(super) fn of(written: &str) -> Option<Self> {
        let number = u8::from_str_radix(written.strip_prefix("#BA80")?, 16).ok()?;
        ALL.into_iter().find(|ink| *ink as u8 == number)
    }

    /// The colour of the page's light look: what a chart on its own is drawn in.
    pub(super) fn colour(self) -> &'static str {
        match self {
            Self::Card | Self::OnS1 | Self::OnS5 => "#fff",
            Self::Text | Self::OnS2 | Self::OnS3 | Self::OnS4 => "#1b2430",
            Self::Soft | Self::Dashed => "#5b6675",
            Self::Line => "#e4e1d9",
            Self::Accent | Self::Hollow => "#0b5f59",
            Self::Tint => "#e3f1ef",
            Self::Attention => "#7a3d00",
            Self::AttentionTint => "#f6e3d0",
            Self::S1 => "#a6611a",
            Self::S2 => "#dfc27d",
            Self::S3 => "#dcdcdc",
            Self::S4 => "#80cdc1",
            Self::S5 => "#018571",
        }
    }

    /// A finished drawing with colours in the place of the page's tokens.
    pub(super) fn coloured(svg: &str) -> String {
        ALL.into_iter().fold(svg.to_owned(), |svg, ink| svg.replace(ink.variable(), ink.colour()))
    }

    pub(super) fn variable(self) -> &'static str {
        match self {
            Self::Card => "var(--card)",
            Self::Text => "var(--ink)",
            Self::Soft | Self::Dashed => "var(--soft)",
            Self::Line => "var(--line)",
            Self::Accent | Self::Hollow => "var(--accent)",
            Self::Tint => "var(--tint)",
            Self::Attention => "var(--attention)",
            Self::AttentionTint => "var(--attention-tint)",
            Self::S1 => "var(--s1)",
            Self::S2 => "var(--s2)",
            Self::S3 => "var(--s3)",
            Self::S4 => "var(--s4)",
            Self::S5 => "var(--s5)",
            Self::OnS1 => "var(--on-s1)",
            Self::OnS2 => "var(--on-s2)",
            Self::OnS3 => "var(--on-s3)",
            Self::OnS4 => "var(--on-s4)",
            Self::OnS5 => "var(--on-s5)",
        }
    }
}

/// The fill of part `index` of `parts` and the ink of the figure on it: the satisfaction scale from worst
/// to best, spread so that both ends are always reached and the two halves mirror each other.
pub(super) fn satisfaction(index: usize, parts: usize) -> (Ink, Ink) {
    let last = parts.saturating_sub(1).max(1);
    let mirrored = index * 2 > last;
    let from_end = if mirrored { last.saturating_sub(index) } else { index };
    // Halves go down before mirroring, or the lower half would be given fewer steps than the upper.
    let step = (from_end as f64 * 4.0 / last as f64 - 1e-9).round() as usize;
    match if mirrored { 4_usize.saturating_sub(step) } else { step } {
        0 => (Ink::S1, Ink::OnS1),
        1 => (Ink::S2, Ink::OnS2),
        2 => (Ink::S3, Ink::OnS3),
        3 => (Ink::S4, Ink::OnS4),
        _ => (Ink::S5, Ink::OnS5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ink_comes_back_from_its_stand_in() {
        for (place, ink) in ALL.into_iter().enumerate() {
            assert_eq!(ink as usize, place);
            assert_eq!(Ink::of(&format!("#BA80{:02X}", ink as u8)), Some(ink));
        }
        assert_eq!(Ink::of("#BA80FF"), None);
        assert_eq!(Ink::of("#000000"), None);
    }

    #[test]
    fn a_chart_on_its_own_has_the_colours_of_the_page() {
        let sheet = include_str!("../../assets/barometer.css");
        for ink in ALL {
            let token = ink.variable().trim_start_matches("var(").trim_end_matches(')');
            let (_, rest) = sheet.split_once(&format!("{token}: ")).unwrap();
            assert_eq!(rest.split(';').next(), Some(ink.colour()), "{token}");
        }
    }

    #[test]
    fn the_scale_reaches_both_ends_and_mirrors() {
        let scale = |parts| -> Vec<usize> {
            (0..parts).map(|i| satisfaction(i, parts).0 as usize - Ink::S1 as usize).collect()
        };
        assert_eq!(scale(2), [0, 4]);
        assert_eq!(scale(3), [0, 2, 4]);
        assert_eq!(scale(4), [0, 1, 3, 4]);
        assert_eq!(scale(5), [0, 1, 2, 3, 4]);
        assert_eq!(scale(9), [0, 0, 1, 1, 2, 3, 3, 4, 4]);
        for parts in 2..=11 {
            let up = scale(parts);
            let down: Vec<usize> = up.iter().rev().map(|s| 4 - s).collect();
            assert!(up.is_sorted());
            assert_eq!(up, down);
        }
    }
}
