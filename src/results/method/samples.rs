//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for MethodPage {
    fn samples() -> Vec<Self> {
        vec![Self::new(Preset::Standard)]
    }
}
