//! Filled examples.

use super::*;

impl Footer {
    pub(crate) fn sample() -> Self {
        let at = |path: &str| format!("https://barometre.example.org{path}");
        Self { home: at("/"), privacy: at("/privacy"), accessibility: at("/accessibilite") }
    }
}
