//! What a returned mail says, whoever wrote it: which mail failed for good, in which words. A report is known by the
//! part that says so (RFC 3464), wherever it stands: at the top, under a gateway's banner, in a mail that somebody
//! forwarded as an attachment. Three servers write plain text instead, in forms of their own.
//!
//! A mail is known again by what only we can have made: its Message-ID, under whatever name a relay kept it; a header
//! of our own; the envelope's id; the unguessable address behind List-Unsubscribe. An address alone proves nothing.

use std::sync::LazyLock;

use mailparse::{MailHeader, MailHeaderMap, ParsedMail};
use regex::Regex;

use crate::clock::Moment;
use crate::db::ids;
use crate::mail::transport::MARK;
use crate::web::typed::clean_line;

/// Parts within parts within parts are no report.
const MOST_PARTS: usize = 24;
/// Mails within mails: a report that was forwarded, and the mail it is about.
const DEPTH: usize = 3;
/// The server's words are kept up to so many characters.
const LONGEST_WORDS: usize = 500;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A mail failed for good.
    Failed(Failure),
    /// An answer in somebody's absence, a delay, a receipt: nothing to do.
    Nothing,
    /// Not a mail.
    Unreadable,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failure {
    pub marks: Marks,
    /// The server's words, on one line.
    pub said: String,
    /// The report came as plain text.
    pub plain: bool,
}

/// What a returned mail is known again by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Ids in the form of ours, up to the @.
    pub ids: Vec<String>,
    /// The token behind "no more reminders".
    pub unsubscribe: Option<String>,
    /// When the returned mail was written, as it says.
    pub date: Option<Moment>,
    /// A Message-ID that is not ours stands where ours was.
    pub renamed: bool,
}

impl Marks {
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty() && self.unsubscribe.is_none()
    }

    fn add_id(&mut self, text: &str) {
        let Some(id) = own_id(text) else { return };
        if !self.ids.contains(&id) {
            self.ids.push(id);
        }
    }

    /// What the headers of a mail of ours say.
    fn read(&mut self, headers: &[MailHeader<'_>]) {
        for header in headers {
            let (name, value) = (header.get_key().to_lowercase(), header.get_value());
            match name.as_str() {
                "message-id" => {
                    self.renamed |= own_id(&value).is_none();
                    self.add_id(&value);
                }
                // A relay that gives mails another id keeps ours under a name of its own.
                "x-original-message-id" | "x-microsoft-original-message-id" | "x-google-original-message-id" => {
                    self.add_id(&value);
                }
                name if name == MARK.to_lowercase() => self.add_id(&value),
                "list-unsubscribe" => {
                    let token = value.split_once("/unsubscribe/").map(|(_, rest)| rest.split(['>', ',', ' ', '?']));
                    let token = token.and_then(|mut parts| parts.next()).filter(|token| !token.is_empty());
                    self.unsubscribe = self.unsubscribe.take().or(token.map(str::to_owned));
                }
                "date" => {
                    let seconds = mailparse::dateparse(&value).ok();
                    let at = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
                    self.date = self.date.or(at.map(Moment::from_jiff));
                }
                _ => {}
            }
        }
        self.renamed &= !self.is_empty();
    }
}

/// `<0k2…@example.org>`, or an id without brackets or domain, when it has the form of ours.
fn own_id(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('<').trim_end_matches('>');
    let id = text.split('@').next().unwrap_or_default();
    ids::is_sortable(id).then(|| id.to_owned())
}

/// What a mail says of another that could not be delivered.
pub fn understand(bytes: &[u8]) -> Found {
    let bytes = without_mbox_line(bytes);
    // Before parsing, which goes as deep as the parts do.
    if occurrences(bytes, b"boundary") > MOST_PARTS {
        return Found::Unreadable;
    }
    let Ok(mail) = mailparse::parse_mail(bytes) else { return Found::Unreadable };
    if mail.headers.is_empty() || !bytes.contains(&b':') {
        return Found::Unreadable;
    }
    let mut seen = Seen::default();
    seen.gather(&mail, DEPTH);
    if seen.has_status {
        return seen.verdict(&mail);
    }
    plain_text(&mail, &seen.text)
}

fn occurrences(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| window.eq_ignore_ascii_case(word)).count()
}

/// A mail taken out of an mbox begins with the line that stood between two there.
fn without_mbox_line(bytes: &[u8]) -> &[u8] {
    if !bytes.starts_with(b"From ") {
        return bytes;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
    bytes.get(end..).unwrap_or_default()
}

/// What the parts of a report say.
#[derive(Default)]
struct Seen {
    /// A part that says what became of the mail was there.
    has_status: bool,
    failed: Option<Status>,
    delayed: Option<Status>,
    marks: Marks,
    /// The parts for people to read.
    text: String,
}

/// What a report says of one recipient.
#[derive(Default)]
struct Status {
    code: String,
    words: String,
    recipient: String,
}

impl Seen {
    fn gather(&mut self, part: &ParsedMail<'_>, depth: usize) {
        match part.ctype.mimetype.as_str() {
            kind if kind.starts_with("multipart/") => {
                part.subparts.iter().for_each(|inner| self.gather(inner, depth));
            }
            "message/delivery-status" | "message/global-delivery-status" => self.status(part),
            "message/rfc822"
            | "text/rfc822-headers"
            | "message/rfc822-headers"
            | "message/global"
            | "message/global-headers" => self.enclosed(part, depth),
            "text/plain" => {
                self.text.push_str(&part.get_body().unwrap_or_default().replace("\r\n", "\n"));
                self.text.push('\n');
            }
            _ => {}
        }
    }

    /// A mail within the mail: a report that somebody forwarded, or the mail that came back.
    fn enclosed(&mut self, part: &ParsedMail<'_>, depth: usize) {
        let Ok(body) = part.get_body_raw() else { return };
        let body = body.trim_ascii_start();
        if !self.has_status && depth > 0 && occurrences(body, b"delivery-status") > 0 {
            if let Ok(mail) = mailparse::parse_mail(body) {
                self.gather(&mail, depth - 1);
            }
        } else if let Ok((headers, _)) = mailparse::parse_headers(body) {
            self.marks.read(&headers);
        }
    }

    fn status(&mut self, part: &ParsedMail<'_>) {
        self.has_status = true;
        let Ok(body) = part.get_body_raw() else { return };
        let text = String::from_utf8_lossy(&body).replace("\r\n", "\n");
        for block in blocks(&text) {
            let Ok((headers, _)) = mailparse::parse_headers(block.as_bytes()) else { continue };
            let value = |name: &str| headers.get_first_value(name).map(|value| value.trim().to_owned());
            if let Some(id) = value("Original-Envelope-Id") {
                self.marks.add_id(&id);
            }
            let Some(action) = value("Action") else { continue };
            let after_type =
                |text: String| text.split_once(';').map_or(text.clone(), |(_, rest)| rest.trim().to_owned());
            let status = Status {
                code: value("Status").map(|status| enhanced(&status)).unwrap_or_default(),
                words: value("Diagnostic-Code").map(after_type).unwrap_or_default(),
                recipient: value("Original-Recipient").or(value("Final-Recipient")).map(after_type).unwrap_or_default(),
            };
            let action = action.split_whitespace().next().unwrap_or_default().to_lowercase();
            match action.as_str() {
                "failed" if !status.code.starts_with('2') => self.failed = self.failed.take().or(Some(status)),
                "delayed" => self.delayed = self.delayed.take().or(Some(status)),
                _ => {}
            }
        }
    }

    fn verdict(mut self, mail: &ParsedMail<'_>) -> Found {
        // OpenSMTPD says "delayed" of what it has given up, and 4.4.7 instead of the 4.0.0 of what it still tries.
        let expired =
            self.delayed.take().filter(|status| status.code == "4.4.7" && self.text.contains("Envelope expired"));
        let Some(status) = self.failed.take().or(expired) else { return Found::Nothing };
        if self.marks.ids.is_empty() {
            for name in ["In-Reply-To", "References"] {
                let named = mail.headers.get_first_value(name).unwrap_or_default();
                named.split_whitespace().for_each(|id| self.marks.add_id(id));
            }
        }
        let said = [status.words, words_in(&self.text, &status.recipient), status.code];
        let said = said.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
        Found::Failed(Failure { marks: self.marks, said: short(&said), plain: false })
    }
}

/// The paragraphs of a part; some servers put spaces into the lines between them.
fn blocks(text: &str) -> Vec<String> {
    let mut list = vec![String::new()];
    for line in text.lines() {
        match list.last_mut() {
            Some(block) if !line.trim().is_empty() => {
                block.push_str(line);
                block.push('\n');
            }
            _ => list.push(String::new()),
        }
    }
    list.retain(|block| !block.is_empty());
    list
}

/// `5.1.1` out of `5.1.1`, `5.2.2 (mailbox full)`, `550 5.1.1`; an SMTP code alone gives its class.
fn enhanced(text: &str) -> String {
    static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b[245]\.\d{1,3}\.\d{1,3}\b").ok());
    let found = CODE.as_ref().and_then(|code| code.find(text)).map(|code| code.as_str().to_owned());
    found.unwrap_or_else(|| text.chars().take(3).collect())
}

/// The words that the text for people has about an address: behind it on its line, or on the lines under it.
fn words_in(text: &str, recipient: &str) -> String {
    static REPLY: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b[45]\d\d[ -][45]?[.\w<]").ok());
    let lines: Vec<&str> = text.lines().collect();
    let spoken = |line: &str| line.chars().filter(|c| c.is_alphabetic()).count() > 3;
    if !recipient.is_empty() {
        for (place, line) in lines.iter().enumerate() {
            let Some((before, behind)) = line.split_once(recipient) else { continue };
            if REPLY.as_ref().is_some_and(|reply| reply.find(before).is_some_and(|found| found.start() == 0)) {
                return line.trim().to_owned();
            }
            let behind = behind.trim_start_matches(['>', ':', ' ', '\t', ')', '.']).trim();
            if spoken(behind) {
                return behind.to_owned();
            }
            let under: Vec<&str> = lines
                .iter()
                .skip(place + 1)
                .map(|line| line.trim())
                .take_while(|line| !line.is_empty())
                .take(3)
                .collect();
            if under.iter().any(|line| spoken(line)) {
                return under.join(" ");
            }
        }
    }
    let reply = lines.iter().find(|line| REPLY.as_ref().is_some_and(|reply| reply.is_match(line)));
    reply.map(|line| line.trim().to_owned()).unwrap_or_default()
}

fn short(said: &str) -> String {
    clean_line(said).chars().take(LONGEST_WORDS).collect()
}

/// Reports that are plain text, in the forms of those who write them: Exim of before its version 4.8x, which names the
/// recipients in a header; qmail; dma. What is quoted below has to be a mail of ours.
fn plain_text(mail: &ParsedMail<'_>, text: &str) -> Found {
    let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
    let from = header("From").to_lowercase();
    if !from.contains("mailer-daemon") && !from.contains("postmaster") {
        return Found::Nothing;
    }
    let exim = !header("X-Failed-Recipients").is_empty() && !text.contains("Warning: message");
    let qmail = text.trim_start().starts_with("Hi. This is the") && text.contains("permanent error");
    let dma = text.contains("There was an error delivering your mail to <");
    if !exim && !qmail && !dma {
        return Found::Nothing;
    }
    let recipient = if exim {
        header("X-Failed-Recipients").split(',').next().unwrap_or_default().trim().to_owned()
    } else {
        let inside = text.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
        inside.map(|(address, _)| address.to_owned()).unwrap_or_default()
    };
    let mut marks = Marks::default();
    for block in blocks(text) {
        // Headers that a quoted mail begins with; a paragraph of prose has none of these names at its beginning.
        let starts = ["list-unsubscribe", "message-id", "from", "received", "return-path", "date", "to", "subject"];
        let first = block.split(':').next().unwrap_or_default().to_lowercase();
        let is_head = starts.contains(&first.as_str()) || first.starts_with("x-");
        if is_head && let Ok((headers, _)) = mailparse::parse_headers(block.as_bytes()) {
            marks.read(&headers);
        }
    }
    Found::Failed(Failure { marks, said: short(&words_in(text, &recipient)), plain: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "1m7vzgc00008qkpnvh";

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

    fn headers() -> String {
        format!("Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{ID}@example.org>\r\nTo: zoe@example.org\r\n")
    }

    fn failure(bytes: &[u8]) -> Failure {
        match understand(bytes) {
            Found::Failed(failure) => failure,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn failures_are_told_from_delays_and_receipts() {
        let found = failure(&report("failed", "5.1.1", &headers()));
        assert_eq!(found.marks.ids, [ID]);
        assert_eq!(found.said, "550 5.1.1 <zoe@example.org> no such user");
        let whole = headers().replace("text/rfc822-headers", "message/rfc822") + "\r\nBonjour\r\n";
        failure(&report("Failed", "4.2.2", &whole));
        for (action, status) in [
            ("delayed", "4.4.1"),
            ("delayed", "4.4.7"),
            ("delivered", "2.0.0"),
            ("relayed", "2.0.0"),
            ("failed", "2.0.0"),
        ] {
            assert_eq!(understand(&report(action, status, &headers())), Found::Nothing, "{action}");
        }
        for status in ["550 5.1.1", "5.2.2 (mailbox full)", "550", "", "?"] {
            failure(&report("failed (gone)", status, &headers()));
        }
    }

    #[test]
    fn an_address_alone_proves_nothing() {
        let bare = failure(&report("failed", "5.1.1", "Content-Type: text/plain\r\n\r\nnothing"));
        assert!(bare.marks.is_empty());
        for foreign in ["<abc@example.org>", "<1M7VZGC00008QKPNVH@example.org>", "<1m7vzgc00008qkpnv@example.org>"] {
            let other = headers().replace(&format!("<{ID}@example.org>"), foreign);
            assert!(failure(&report("failed", "5.1.1", &other)).marks.is_empty(), "{foreign}");
        }
        assert_eq!(
            understand(b"Subject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nback on Monday\r\n"),
            Found::Nothing
        );
        // Somebody who answers with what a daemon would write is no daemon.
        let quoted = format!(
            "From: zoe@example.org\r\n\r\nThere was an error delivering your mail to <a@b.c>.\r\n\r\nMessage-ID: <{ID}@x>\r\n"
        );
        assert_eq!(understand(quoted.as_bytes()), Found::Nothing);
    }

    #[test]
    fn a_relay_that_renames_is_seen() {
        let renamed =
            headers().replace("Message-ID", "X-Google-Original-Message-ID") + "Message-ID: <other@mx.example>\r\n";
        let found = failure(&report("failed", "5.1.1", &renamed));
        assert!(found.marks.renamed && found.marks.ids == [ID]);
        let own =
            headers().replace(&format!("<{ID}@example.org>"), "<other@mx.example>") + &format!("{MARK}: {ID}\r\n");
        assert!(failure(&report("failed", "5.1.1", &own)).marks.renamed);
        assert!(!failure(&report("failed", "5.1.1", &headers())).marks.renamed);
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
