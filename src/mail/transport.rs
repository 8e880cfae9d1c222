//! How a mail leaves: through an SMTP server, as a file in a folder (the default without a server), or into memory.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::ContentType;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};

use super::Message;
use super::faults::Fault;
use super::line::{Line, Server};
use crate::clock::Moment;
use crate::config::Config;
use crate::db::ids::{is_sortable, sortable};
use crate::error::{Error, Result};

/// The header of ours that a mail is known again by when its Message-ID was changed on its way.
pub const MARK: &str = "X-Barometer-Mail";

#[derive(Clone)]
pub enum Transport {
    Smtp(Arc<Server>),
    Folder(PathBuf),
    Memory(Arc<Mutex<Vec<Message>>>),
}

/// A mail as it leaves.
#[derive(Debug, Clone)]
pub enum Parcel {
    Mail { envelope: Envelope, text: Vec<u8> },
    Memory(Message),
}

impl Transport {
    pub fn of(config: &Config) -> Result<Self> {
        let Some(url) = &config.smtp_url else { return Ok(Self::Folder(config.outbox_folder())) };
        // The fault may quote the URL with its password: only its kind is told.
        let bad = || Error::Setup("BAROMETER_SMTP_URL: write smtp://user:password@host:587?tls=required".to_owned());
        Server::of(url).map(|server| Self::Smtp(Arc::new(server))).ok_or_else(bad)
    }

    /// Does the server answer, and let us in? Says nothing that might hold its password.
    pub async fn check(&self) -> Result<()> {
        let Self::Smtp(server) = self else { return Ok(()) };
        match Line::open(server).await {
            Ok(mut line) => {
                line.close().await;
                Ok(())
            }
            Err(fault) => {
                Err(Error::Setup(format!("BAROMETER_SMTP_URL: the mail server cannot be used: {}", fault.text())))
            }
        }
    }

    /// The mail as it will leave. lettre panics on a line break in a display name: names are cleaned at import, and
    /// once more here; whoever calls this still catches a panic.
    pub fn pack(
        &self,
        from: &str,
        message_id: &str,
        written: Moment,
        message: Message,
    ) -> std::result::Result<Parcel, Fault> {
        if let Self::Memory(_) = self {
            return Ok(Parcel::Memory(message));
        }
        let mail = compose(from, message_id, written, &message)?;
        Ok(Parcel::Mail { envelope: mail.envelope().clone(), text: mail.formatted() })
    }

    /// Hands one mail over on a connection of its own, for somebody who waits: the fault says why it was not taken.
    pub async fn send_one(&self, from: &str, now: Moment, message: Message) -> Result<()> {
        let told = |fault: Fault| Error::Setup(format!("the mail was not taken: {}", fault.text()));
        let id = format!("{}@barometer", sortable(now));
        let parcel = self.pack(from, &id, now, message).map_err(told)?;
        let mut line = None;
        self.open(&mut line).await.map_err(told)?;
        let sent = self.send(&mut line, &id, parcel).await.map_err(told);
        if let Some(mut line) = line {
            line.close().await;
        }
        sent
    }

    /// Hands a mail over; `line` is this connection's own.
    pub(super) async fn send(
        &self,
        line: &mut Option<Line>,
        message_id: &str,
        parcel: Parcel,
    ) -> std::result::Result<(), Fault> {
        match (self, parcel) {
            (Self::Memory(box_), Parcel::Memory(message)) => {
                box_.lock().unwrap_or_else(PoisonError::into_inner).push(message);
                Ok(())
            }
            (Self::Folder(folder), Parcel::Mail { text, .. }) => write(folder.clone(), message_id, text).await,
            (Self::Smtp(server), Parcel::Mail { envelope, text }) => {
                let id = message_id.split('@').next().unwrap_or_default();
                super::line::send(server, line, &envelope, id, &text).await
            }
            _ => Err(Fault::Unwritable("packed for another transport".to_owned())),
        }
    }

    /// Sees to it that `line` is open where there is a server.
    pub(super) async fn open(&self, line: &mut Option<Line>) -> std::result::Result<(), Fault> {
        if let Self::Smtp(server) = self
            && line.is_none()
        {
            *line = Some(Line::open(server).await?);
        }
        Ok(())
    }
}

fn compose(
    from: &str,
    message_id: &str,
    written: Moment,
    message: &Message,
) -> std::result::Result<lettre::Message, Fault> {
    let refused = |what: &str, fault: &dyn std::fmt::Display| Fault::Unwritable(format!("{what}: {fault}"));
    let from: Mailbox = from.parse().map_err(|fault| refused("sender", &fault))?;
    let address: Address = message.to_address.parse().map_err(|fault| refused("address", &fault))?;
    let id = match from.email.domain() {
        "" => message_id.to_owned(),
        domain => format!("{}@{domain}", message_id.split('@').next().unwrap_or(message_id)),
    };
    let mut builder = lettre::Message::builder();
    if let Some(address) = &message.unsubscribe {
        // RFC 8058: a mail program's own button posts this line to the address.
        builder = builder
            .raw_header(header("List-Unsubscribe", format!("<{}>", clean_line(address))))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    builder
        .date(written.to_jiff().into())
        .from(from)
        .to(Mailbox::new(Some(display_name(&message.to_name)).filter(|name| !name.is_empty()), address))
        .subject(clean_line(&message.subject))
        .message_id(Some(format!("<{id}>")))
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()))
        // What a returned mail is known by when a relay gave it another Message-ID.
        .raw_header(header(MARK, id.split('@').next().unwrap_or_default().to_owned()))
        .multipart(body(message))
        .map_err(|fault| refused("message", &fault))
}

/// The text, or the page with its pictures.
fn body(message: &Message) -> MultiPart {
    if message.pictures.is_empty() {
        return MultiPart::alternative_plain_html(message.text.clone(), message.html.clone());
    }
    let page = MultiPart::related().singlepart(SinglePart::html(message.html.clone()));
    let png = || ContentType::parse("image/png").unwrap_or(ContentType::TEXT_PLAIN);
    let page = message.pictures.iter().fold(page, |page, picture| {
        let part = Attachment::new_inline_with_name(picture.id.to_owned(), picture.name.clone());
        page.singlepart(part.body(picture.png.clone(), png()))
    });
    MultiPart::alternative().singlepart(SinglePart::plain(message.text.clone())).multipart(page)
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

/// The longest name worth showing; mail programs cut earlier.
const LONGEST_NAME: usize = 200;

fn display_name(name: &str) -> String {
    clean_line(name).chars().take(LONGEST_NAME).collect()
}

/// What may stand in a header: one line, no control characters, nothing that turns the reading direction.
fn clean_line(text: &str) -> String {
    crate::web::typed::clean_line(&text.replace(['\r', '\n', '\0'], " "))
}

/// The mails of the folder, by their Message-ID up to the @. Files that carry no such name are somebody else's.
pub(super) fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let list = match std::fs::read_dir(folder) {
        Ok(list) => list,
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(fault) => return Err(unreadable(folder, &fault)),
    };
    let mut found = Vec::new();
    for entry in list {
        let path = entry.map_err(|fault| unreadable(folder, &fault))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if let Some(id) = name.strip_suffix(".eml").filter(|id| is_sortable(id)) {
            found.push((id.to_owned(), path));
        }
    }
    Ok(found)
}

/// Removes a mail's file; one that is gone already is no fault.
pub(super) fn remove(file: &Path) -> Result<()> {
    match std::fs::remove_file(file) {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => Err(unreadable(file, &fault)),
        _ => Ok(()),
    }
}

fn unreadable(path: &Path, fault: &std::io::Error) -> Error {
    Error::Setup(format!("{}: {fault}", path.display()))
}

async fn write(folder: PathBuf, message_id: &str, mail: Vec<u8>) -> std::result::Result<(), Fault> {
    let name = format!("{}.eml", message_id.split('@').next().unwrap_or(message_id));
    let written = actix_web::web::block(move || {
        std::fs::create_dir_all(&folder)?;
        // A reader of the folder never sees half a mail.
        let half = folder.join(format!(".{name}"));
        std::fs::write(&half, mail)?;
        std::fs::rename(half, folder.join(name))
    })
    .await;
    match written {
        Ok(Ok(())) => Ok(()),
        Ok(Err(fault)) => Err(Fault::Unreachable(fault.to_string())),
        Err(fault) => Err(Fault::Unreachable(fault.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Picture;

    #[test]
    fn a_picture_travels_beside_the_page_that_shows_it() {
        let message = Message {
            to_name: "Zoé Petit".to_owned(),
            to_address: "zoe@example.org".to_owned(),
            subject: "Vos résultats".to_owned(),
            text: "Évolution : 62 %".to_owned(),
            html: "<img src=\"cid:trend\" alt=\"62 %\">".to_owned(),
            unsubscribe: None,
            pictures: vec![Picture { id: "trend", name: "trend.png".to_owned(), png: b"\x89PNG".to_vec() }],
        };
        let now = Moment::from_jiff(jiff::Timestamp::UNIX_EPOCH);
        let mail = compose("rh@example.org", "0a@barometer", now, &message).unwrap();
        let mail = String::from_utf8(mail.formatted()).unwrap();
        let order = ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"];
        let places: Vec<usize> = order.iter().map(|part| mail.find(part).unwrap()).collect();
        assert!(places.is_sorted(), "{mail}");
        assert!(mail.contains("Content-ID: <trend>") && mail.contains("filename=\"trend.png\""), "{mail}");
    }
}
