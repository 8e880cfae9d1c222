//! Comments from the sheet to the head's page: what is redacted, who may read and decide, what is shown to whom.

mod redaction;
mod story;
