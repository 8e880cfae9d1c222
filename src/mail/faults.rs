//! What a failed sending means: try again, leave the server alone for a while, or tell HR.

use jiff::SignedDuration;
use lettre::transport::smtp::Error as Smtp;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The server said no for good (5xx).
    Final(String),
    /// The mail cannot be written: an address that is none, a name or a text that breaks the rendering.
    Unwritable(String),
    /// The server said not now (4xx), or a fault of ours that may pass.
    Later(String),
    /// No server at the other end, or one that does not let us in: nothing is wrong with this mail.
    Unreachable(String),
    /// The connection broke while this mail travelled. `unsure`: its text had begun to leave, so that it may have
    /// been taken all the same.
    Cut { said: String, unsure: bool },
}

impl Fault {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Final(_) => "Final",
            Self::Unwritable(_) => "Unwritable",
            Self::Later(_) => "Later",
            Self::Unreachable(_) => "Unreachable",
            Self::Cut { .. } => "Cut",
        }
    }

    pub fn text(&self) -> &str {
        let (Self::Final(said)
        | Self::Unwritable(said)
        | Self::Later(said)
        | Self::Unreachable(said)
        | Self::Cut { said, .. }) = self;
        said
    }

    /// What a server's answer to one mail means; `unsure` when the text of the mail had begun to leave.
    pub fn of_mail(fault: &Smtp, unsure: bool) -> Self {
        // The code and the server's own words, without lettre's.
        let said = match (fault.status(), told(fault).split_once("): ")) {
            (Some(code), Some((_, words))) => format!("{code} {words}"),
            _ => told(fault),
        };
        if fault.is_permanent() {
            Self::Final(said)
        } else if fault.is_transient() {
            Self::Later(said)
        } else {
            Self::Cut { said, unsure }
        }
    }

    /// What a fault before any mail means: whatever it was, it is the connection's.
    pub fn of_connection(fault: &dyn std::error::Error) -> Self {
        Self::Unreachable(told(fault))
    }
}

fn told(fault: &dyn std::error::Error) -> String {
    let mut text = fault.to_string();
    let mut source = fault.source();
    while let Some(inner) = source {
        // Some faults repeat what they come from.
        let more = inner.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        source = inner.source();
    }
    text.chars().take(300).collect()
}

/// From this many failed attempts on, a mail is tried hourly.
pub const HOURLY: i32 = 5;

/// How long to wait after `attempts` failed ones: 1, 5, 15, 30, 60 minutes, then hourly; nothing after a day. Up to a
/// fifth longer by `chance` (0 to 1), so that what failed together does not come back together.
pub fn wait(attempts: i32, chance: f64) -> Option<SignedDuration> {
    let minutes = match attempts {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 30,
        HOURLY..=27 => 60,
        _ => return None,
    };
    Some(longer(SignedDuration::from_mins(minutes), chance))
}

/// How long the server is left alone after `faults` connections in a row that failed: 5, 15, 30, 60 seconds, 2
/// minutes, then 5. Short enough for a sign-in link, which lives for fifteen.
pub fn rest(faults: i32, chance: f64) -> SignedDuration {
    let seconds = match faults {
        ..=1 => 5,
        2 => 15,
        3 => 30,
        4 => 60,
        5 => 120,
        _ => 300,
    };
    longer(SignedDuration::from_secs(seconds), chance)
}

const JITTER: f64 = 0.2;

fn longer(time: SignedDuration, chance: f64) -> SignedDuration {
    let stretched = time.as_secs_f64() * (1.0 + JITTER * chance.clamp(0.0, 1.0));
    SignedDuration::try_from_secs_f64(stretched).unwrap_or(time)
}

/// Chance from a row's key and its attempt: rows differ, and a test sees the same each time. 0 to 1.
pub fn chance(key: &str, attempt: i32) -> f64 {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(format!("{key}/{attempt}").as_bytes());
    let drawn = digest.iter().take(2).fold(0, |number: u16, byte| number << 8 | u16::from(*byte));
    f64::from(drawn) / f64::from(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_attempts_each_up_to_a_fifth_later() {
        let minutes = |chance| -> Vec<i64> {
            (1..).map_while(|attempt| wait(attempt, chance)).map(|wait| wait.as_secs() / 60).collect()
        };
        let plain = minutes(0.0);
        assert_eq!(plain[..6], [1, 5, 15, 30, 60, 60]);
        assert!((23 * 60..=25 * 60).contains(&plain.iter().sum::<i64>()), "{plain:?}");
        assert_eq!(minutes(1.0)[..6], [1, 6, 18, 36, 72, 72]);
        let drawn: Vec<f64> = (0..1000).map(|n| chance(&format!("row {n}"), 1)).collect();
        assert!(drawn.iter().all(|c| (0.0..=1.0).contains(c)));
        let mean = drawn.iter().sum::<f64>() / 1000.0;
        assert!((0.45..0.55).contains(&mean), "{mean}");
        assert_eq!(rest(1, 0.0).as_secs(), 5);
        assert_eq!(rest(99, 1.0).as_secs(), 360);
    }
}
