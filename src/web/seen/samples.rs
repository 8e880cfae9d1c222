//! Filled examples.

use super::*;

impl Seen {
    pub(crate) fn sample(stale: bool) -> Self {
        Self { mark: "0123456789abcdef".to_owned(), stale }
    }
}
