//! `barometer backup` and `barometer restore`: one file for both databases, made while the program runs, that holds what
//! is sealed and nothing that could tie a waiting answer to somebody. Refused: a file that exists, a database in use, a
//! file of which one byte changed or that a newer program wrote.

pub mod command;
pub mod file;
mod hold;
mod key;
mod restore;
pub mod store;
mod take;

use serde::{Deserialize, Serialize};

pub use hold::send_held;
pub use key::{accept_key, check_key, opens_links};
pub use restore::{Restored, restore};
pub use take::take;

/// The form of the file this program writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// The first line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub barometer_backup: u32,
    pub program: String,
    /// `sqlite` or `postgres`: where it was taken; it can be restored in either.
    pub database: String,
    /// The migrations that made its tables.
    pub schema: Vec<String>,
    pub taken_at: String,
    /// Knows the link key again, which is not in the file.
    pub link_key: Option<String>,
    pub left_out: LeftOut,
}

/// What the file does not hold, because it is not sealed yet or opens something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Steps of the groups' counters since their last seal.
    pub sendings: i64,
    /// Closed to reminders since then, those who declined among them: their links work again.
    pub flags: i64,
    pub sheets: i64,
    pub comments: i64,
    /// Sheets that count in no group and wait for the closing: whoever sent them cannot send again.
    pub outside: i64,
    /// Sheets of teams about their own service, which wait for the closing too.
    #[serde(default)]
    pub mirrors: i64,
    pub drafts: i64,
}

/// What the last line counts, for people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    pub rows: u64,
    pub people: u64,
    pub campaigns: u64,
    pub sheets: u64,
    pub comments: u64,
}

impl Held {
    fn count(&mut self, table: &str, rows: u64) {
        self.rows += rows;
        match table {
            "people" => self.people += rows,
            "campaigns" => self.campaigns += rows,
            "open_responses" | "responses" | "mirrors" => self.sheets += rows,
            "open_comments" | "comments" => self.comments += rows,
            _ => {}
        }
    }
}
