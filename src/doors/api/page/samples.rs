//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ApiPage {
    fn samples() -> Vec<Self> {
        Self::new("https://barometer.example.org").into_iter().collect()
    }
}
