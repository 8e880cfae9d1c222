//! Mails that came back, read from a folder: a Maildir, or plain files. Only a delivery report (RFC 3464) that says a
//! mail failed for good and names it by its Message-ID changes anything, and all it can do is mark that mail as not
//! delivered; an address alone proves nothing. No file is ever deleted.

use std::fs;
use std::path::{Path, PathBuf};

use mailparse::{MailHeaderMap, ParsedMail};

use super::outbox;
use crate::app::{App, audit};
use crate::db;
use crate::error::{Error, Result};
use crate::jobs;
use crate::web::form::clean_line;

/// A report holds headers, or the mail it is about: larger ones are set aside unread.
const LARGEST: u64 = 1_000_000;
/// Parts within parts within parts are no report.
const MOST_PARTS: usize = 12;
/// The server's words are kept up to so many characters.
const LONGEST_WORDS: usize = 500;
/// So many files are read in one run.
const MOST: usize = 2_000;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This mail (its Message-ID up to the @) failed for good, in these words.
    Failed { id: String, said: String },
    /// An answer in somebody's absence, a delay, a receipt, a report that names no mail: nothing to do.
    Nothing,
    /// Not a mail.
    Unreadable,
}

/// How many files said what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    pub matched: usize,
    /// Failures of mails this outbox does not know, or that were sent anew since.
    pub unmatched: usize,
    pub ignored: usize,
    pub unread: usize,
}

/// Reads what lies in the folder of the configuration, if there is one.
pub fn read(app: &App) -> Result<()> {
    let Some(folder) = app.config.bounces.clone() else { return Ok(()) };
    let fault = |fault: std::io::Error| Error::Unavailable(format!("BAROMETER_BOUNCES: {}: {fault}", folder.display()));
    let maildir = folder.join("new").is_dir() && folder.join("cur").is_dir();
    let inbox = if maildir { folder.join("new") } else { folder.clone() };
    let mut read = Read::default();
    for path in files(&inbox).map_err(fault)?.into_iter().take(MOST) {
        jobs::still_ours(app)?;
        let found = look(&path).unwrap_or(Found::Unreadable);
        let unread = found == Found::Unreadable;
        match found {
            Found::Failed { id, said } => {
                if note(app, id, said)? {
                    read.matched += 1;
                } else {
                    read.unmatched += 1;
                }
            }
            Found::Nothing => read.ignored += 1,
            Found::Unreadable => {
                read.unread += 1;
                tracing::warn!(file = %path.display(), "a returned mail cannot be read or is too large: set aside");
            }
        }
        // After the outbox knows: a file read twice changes nothing more.
        let aside = if unread { "unread" } else { "done" };
        let (place, ending) = if maildir && !unread { (folder.join("cur"), ":2,S") } else { (folder.join(aside), "") };
        // One that cannot be put aside stops nobody behind it; it is looked at again next time.
        if let Err(fault) = put(&path, &place, ending) {
            tracing::warn!(file = %path.display(), %fault, "a returned mail cannot be put aside");
        }
    }
    tell(app, &read)
}

/// The files of a folder, by name; links, folders and hidden files are left alone.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut list = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
            list.push(entry.path());
        }
    }
    list.sort();
    Ok(list)
}

fn look(path: &Path) -> std::io::Result<Found> {
    if fs::metadata(path)?.len() > LARGEST {
        return Ok(Found::Unreadable);
    }
    let bytes = fs::read(path)?;
    Ok(std::panic::catch_unwind(|| understand(&bytes)).unwrap_or(Found::Unreadable))
}

/// Moves a file to a folder, never over another.
fn put(path: &Path, folder: &Path, ending: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut free = folder.join(format!("{name}{ending}"));
    let mut number = 1_u32;
    while free.exists() {
        number += 1;
        free = folder.join(format!("{name}.{number}{ending}"));
    }
    fs::rename(path, free)
}

fn note(app: &App, id: String, said: String) -> Result<bool> {
    let clock = app.clock.clone();
    app.db.write_now(move |conn| {
        let now = db::now(conn, &clock)?;
        outbox::came_back(conn, &id, &said, now)
    })
}

/// One line in the audit log for each run that found something.
fn tell(app: &App, read: &Read) -> Result<()> {
    if *read == Read::default() {
        return Ok(());
    }
    let Read { matched, unmatched, ignored, unread } = read;
    let detail = format!("{matched} matched, {unmatched} unmatched, {ignored} ignored, {unread} unread");
    let clock = app.clock.clone();
    app.db.write_now(move |conn| audit(conn, &clock, None, "bounces-read", &detail))
}

/// What a mail says of another that could not be delivered.
pub fn understand(bytes: &[u8]) -> Found {
    // Before parsing, which goes as deep as the parts do.
    if occurrences(bytes, b"boundary") > MOST_PARTS {
        return Found::Unreadable;
    }
    let Ok(mail) = mailparse::parse_mail(bytes) else { return Found::Unreadable };
    if mail.headers.is_empty() || !bytes.contains(&b':') {
        return Found::Unreadable;
    }
    let is_report = mail.ctype.mimetype == "multipart/report"
        && mail.ctype.params.get("report-type").is_some_and(|kind| kind.eq_ignore_ascii_case("delivery-status"));
    if !is_report {
        return Found::Nothing;
    }
    let (mut said, mut id) = (None, None);
    for part in &mail.subparts {
        match part.ctype.mimetype.as_str() {
            "message/delivery-status" | "message/global-delivery-status" => said = said.or_else(|| failure(part)),
            "message/rfc822"
            | "text/rfc822-headers"
            | "message/rfc822-headers"
            | "message/global"
            | "message/global-headers" => id = id.or_else(|| message_id(part)),
            _ => {}
        }
    }
    match (said, id) {
        (Some(said), Some(id)) => Found::Failed { id, said },
        _ => Found::Nothing,
    }
}

fn occurrences(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| window.eq_ignore_ascii_case(word)).count()
}

/// The server's words about a recipient who was given up: a status of 5, or of 4 after the last try. Nothing when it
/// will be tried again.
fn failure(part: &ParsedMail) -> Option<String> {
    let text = String::from_utf8_lossy(&part.get_body_raw().ok()?).replace("\r\n", "\n");
    for block in text.split("\n\n") {
        let Ok((headers, _)) = mailparse::parse_headers(block.trim_start().as_bytes()) else { continue };
        let value = |name: &str| headers.get_first_value(name).map(|value| value.trim().to_owned());
        let status = value("Status").unwrap_or_default();
        let failed = value("Action").is_some_and(|action| action.eq_ignore_ascii_case("failed"));
        if !failed || !(status.starts_with("5.") || status.starts_with("4.")) {
            continue;
        }
        let words = value("Diagnostic-Code").unwrap_or_default();
        let words = words.split_once(';').map_or(words.as_str(), |(_, words)| words).trim();
        let said = if words.is_empty() { status } else { words.to_owned() };
        return Some(clean_line(&said).chars().take(LONGEST_WORDS).collect());
    }
    None
}

/// The Message-ID, up to the @, of the mail that came back.
fn message_id(part: &ParsedMail) -> Option<String> {
    let body = part.get_body_raw().ok()?;
    let start = body.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let (headers, _) = mailparse::parse_headers(body.get(start..)?).ok()?;
    let id = headers.get_first_value("Message-ID")?;
    let (id, _) = id.trim().strip_prefix('<')?.split_once('@')?;
    (!id.is_empty() && id.len() <= 100 && id.bytes().all(|byte| byte.is_ascii_graphic())).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(action: &str, status: &str, original: &str) -> Vec<u8> {
        format!(
            "From: MAILER-DAEMON@relay.example\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\n\
             Content-Type: text/plain\r\n\r\nI am sorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; relay.example\r\n\r\nFinal-Recipient: rfc822; zoe@example.org\r\nAction: {action}\r\n\
             Status: {status}\r\nDiagnostic-Code: smtp; 550 5.1.1 <zoe@example.org>\r\n  no such\u{7} user\r\n\r\n--b\r\n\
             {original}\r\n--b--\r\n"
        )
        .into_bytes()
    }

    const HEADERS: &str =
        "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <abc@example.org>\r\nTo: zoe@example.org\r\n";

    #[test]
    fn failures_are_told_from_delays_and_receipts() {
        let found = understand(&report("failed", "5.1.1", HEADERS));
        let said = "550 5.1.1 <zoe@example.org> no such user".to_owned();
        assert_eq!(found, Found::Failed { id: "abc".to_owned(), said });
        let whole = HEADERS.replace("text/rfc822-headers", "message/rfc822") + "\r\nBonjour\r\n";
        assert!(matches!(understand(&report("Failed", "4.2.2", &whole)), Found::Failed { .. }), "given up");
        for (action, status) in
            [("delayed", "4.4.1"), ("delivered", "2.0.0"), ("relayed", "2.0.0"), ("failed", "2.0.0")]
        {
            assert_eq!(understand(&report(action, status, HEADERS)), Found::Nothing, "{action}");
        }
    }

    #[test]
    fn an_address_alone_proves_nothing() {
        assert_eq!(understand(&report("failed", "5.1.1", "Content-Type: text/plain\r\n\r\nnothing")), Found::Nothing);
        let bare = HEADERS.replace("<abc@example.org>", "abc");
        assert_eq!(understand(&report("failed", "5.1.1", &bare)), Found::Nothing);
        assert_eq!(
            understand(b"Subject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nback on Monday\r\n"),
            Found::Nothing
        );
    }

    #[test]
    fn what_is_no_mail_is_set_aside() {
        assert_eq!(understand(b"\x00\xff\xfe"), Found::Unreadable);
        assert_eq!(understand(b""), Found::Unreadable);
        let mut deep = Vec::new();
        for depth in 0..20_000 {
            deep.extend(format!("Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n").into_bytes());
        }
        assert_eq!(understand(&deep), Found::Unreadable);
    }
}
