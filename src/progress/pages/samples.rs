//! Filled examples.

use super::*;

impl FigureLine {
    pub(crate) fn sample(effect: Option<Effect>) -> Self {
        Self {
            subject: "Suivi et information".to_owned(),
            wave: "2025-Q4".to_owned(),
            value: Some(0.38),
            low: Some(0.27),
            high: Some(0.51),
            n: Some(58),
            target: Some(0.55),
            effect,
            effect_wave: effect.map(|_| "2026-Q1".to_owned()),
            effect_value: effect.map(|_| 0.56),
            effect_low: effect.map(|_| 0.44),
            effect_high: effect.map(|_| 0.68),
            effect_n: effect.map(|_| 61),
            awaits: false,
        }
    }

    /// The same line before anything is known: figures hidden or not computable.
    pub(crate) fn bare_sample(effect: Option<Effect>, awaits: bool) -> Self {
        Self {
            value: None,
            low: None,
            high: None,
            n: None,
            target: None,
            effect_value: None,
            effect_low: None,
            effect_high: None,
            effect_n: None,
            awaits,
            ..Self::sample(effect)
        }
    }
}
