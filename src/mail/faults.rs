//! What a failed sending means: try again, or tell HR.

use jiff::SignedDuration;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The server said no for good (5xx), or the address cannot be written in a mail.
    Final(String),
    /// The server said not now (4xx).
    Later(String),
    /// No server at the other end: nothing is wrong with this mail.
    Unreachable(String),
}

impl From<lettre::transport::smtp::Error> for Fault {
    fn from(fault: lettre::transport::smtp::Error) -> Self {
        let text = told(&fault);
        if fault.is_permanent() {
            Self::Final(text)
        } else if fault.is_transient() {
            Self::Later(text)
        } else {
            Self::Unreachable(text)
        }
    }
}

fn told(fault: &dyn std::error::Error) -> String {
    let mut text = fault.to_string();
    let mut source = fault.source();
    while let Some(inner) = source {
        text = format!("{text}: {inner}");
        source = inner.source();
    }
    text.chars().take(300).collect()
}

/// From this many failed attempts on, a mail is tried hourly.
pub const HOURLY: i32 = 5;

/// How long to wait after `attempts` failed ones: 1, 5, 15, 30, 60 minutes, then hourly; nothing after a day.
pub fn wait(attempts: i32) -> Option<SignedDuration> {
    let minutes = match attempts {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 30,
        HOURLY..=27 => 60,
        _ => return None,
    };
    Some(SignedDuration::from_mins(minutes))
}
