//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for CodePage {
    fn samples() -> Vec<Self> {
        let page = |say| Self { typed: "ABCD-EFGH-JKMN".to_owned(), fault: Some(say) };
        let faults = ["code-empty", "code-mistyped", "code-unknown"].map(|key| page(Say::new(key)));
        let mut all = vec![Self::default(), page(Say::new("code-too-many").with("n", 10))];
        all.extend(faults);
        all
    }
}
