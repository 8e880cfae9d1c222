//! Mail leaves by the outbox: a row written in the transaction that needs it, rendered and sent later by a worker.

pub mod bounces;
pub mod faults;
pub mod footer;
pub mod holidays;
mod line;
pub mod outbox;
pub mod profile;
pub mod store;
pub mod transport;
mod worker;

pub use outbox::{Letter, enqueue, enqueue_all};
pub use profile::{Profile, planned_end};
pub use transport::Transport;
pub use worker::{Office, send_due};

/// A mail ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The address behind "no more reminders", where the mail has one: goes into its head, for mail programs.
    pub unsubscribe: Option<String>,
    /// Shown by the page, and there to keep.
    pub pictures: Vec<Picture>,
}

/// A picture of a mail: a PNG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What the page calls it: `cid:<id>`.
    pub id: &'static str,
    pub name: String,
    pub png: Vec<u8>,
}

crate::words!(
    /// What a mail is for; its templates are `mail/<kind>.txt` and `.html`.
    Kind {
        Invitation = "invitation",
        Reminder = "reminder",
        Results = "results",
        ResultsReady = "results_ready",
        /// To the people of a campaign's groups, once: what has been done since the results.
        Moved = "moved",
        SignIn = "sign_in",
        /// To HR: a campaign's mails were halted.
        MailingHalted = "mailing_halted",
        /// To heads: a campaign about their service has begun.
        LaunchNotice = "launch_notice",
        /// To HR: few have answered, and half of the time is over.
        LowParticipation = "low_participation",
        /// To the owner of actions: what is due.
        ActionsDue = "actions_due",
        /// To moderators: comments wait for them.
        CommentsToRead = "comments_to_read",
        /// To HR and administrators: what a door asked for waits for a yes.
        ChangesWait = "changes_wait",
        /// To HR and administrators: a file of the import folder was refused.
        FileRefused = "file_refused",
        /// To HR and heads: a survey between two quarters is proposed, or its result is there.
        Occasion = "occasion",
        /// To whoever of HR asked for it: a campaign's mail as somebody would get it.
        Test = "test",
    }
);

impl Kind {
    /// Smaller goes first: somebody waits for a sign-in link, ten thousand invitations do not.
    pub fn priority(self) -> i32 {
        match self {
            Self::SignIn | Self::Test => 0,
            Self::ResultsReady
            | Self::MailingHalted
            | Self::LaunchNotice
            | Self::LowParticipation
            | Self::ActionsDue
            | Self::CommentsToRead
            | Self::ChangesWait
            | Self::FileRefused
            | Self::Occasion => 1,
            Self::Invitation => 2,
            Self::Reminder | Self::Results | Self::Moved => 3,
        }
    }

    /// Tells those who were asked of what came of it.
    pub fn is_of_results(self) -> bool {
        matches!(self, Self::Results | Self::Moved)
    }

    /// After a crash in the middle of a sending nobody knows whether the mail left. An invitation is worth a double;
    /// a reminder is not.
    pub fn may_double(self) -> bool {
        matches!(self, Self::Invitation | Self::SignIn | Self::MailingHalted | Self::Test)
    }
}
