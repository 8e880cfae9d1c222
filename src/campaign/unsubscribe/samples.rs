//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for UnsubscribePage {
    fn samples() -> Vec<Self> {
        ["ask", "done", "over"].map(|what| Self { what, path: "/unsubscribe/token".to_owned() }).to_vec()
    }
}
