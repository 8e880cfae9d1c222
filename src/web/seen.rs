//! Two people, one form: a page carries a mark of what it was made from, and a save that comes from an older page is
//! refused, with what was typed kept and the mark of today, so that saving once more is meant.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Fields;
use crate::error::Result;

#[cfg(debug_assertions)]
mod samples;

/// What a form's page was made from.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Seen {
    mark: String,
    /// Somebody else saved meanwhile: the page says so.
    stale: bool,
}

impl Seen {
    /// The mark of what stands.
    pub fn of<T: Serialize>(standing: &T) -> Result<Self> {
        let digest = Sha256::digest(serde_json::to_vec(standing)?);
        let mark = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { mark, stale: false })
    }

    /// The mark that came with a form; nothing where none did.
    pub fn given(form: &Fields) -> Result<Option<String>> {
        form.optional("seen")
    }

    /// What stands is not what the form was made from: its page again, saying so.
    pub fn differs(&self, given: Option<&str>) -> Option<Self> {
        given.filter(|given| *given != self.mark).map(|_| Self { stale: true, ..self.clone() })
    }

    /// The mark that came with a form, for its page when it comes back for another reason.
    pub fn kept(given: Option<String>) -> Self {
        Self { mark: given.unwrap_or_default(), stale: false }
    }
}
