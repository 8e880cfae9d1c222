//! How a mail leaves: through an SMTP server, as a file in a folder (the default without a server), or into memory.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::PoolConfig;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::Message;
use super::faults::Fault;
use crate::config::Config;
use crate::error::{Error, Result};

#[derive(Clone)]
pub enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
    Memory(Arc<Mutex<Vec<Message>>>),
}

/// One connection sends some 23 mails a second (a 40 ms stall each): several share the work.
pub const CONNECTIONS: usize = 8;

impl Transport {
    /// Call it inside the asynchronous runtime: the pool of connections starts a task of its own.
    pub fn of(config: &Config) -> Result<Self> {
        let Some(url) = &config.smtp_url else { return Ok(Self::Folder(config.outbox_folder())) };
        // The fault may quote the URL with its password: only its kind is told.
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            Error::Setup("BAROMETER_SMTP_URL: write smtp://user:password@host:587?tls=required".to_owned())
        })?;
        let pool = PoolConfig::new().max_size(u32::try_from(CONNECTIONS).unwrap_or(8));
        Ok(Self::Smtp(builder.pool_config(pool).timeout(Some(Duration::from_secs(30))).build()))
    }

    /// Does the server answer, and let us in? Says nothing that might hold its password.
    pub async fn check(&self) -> Result<()> {
        let Self::Smtp(smtp) = self else { return Ok(()) };
        let unreachable = |why: String| Error::Unavailable(format!("BAROMETER_SMTP_URL: the mail server {why}"));
        match smtp.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(unreachable("does not answer".to_owned())),
            Err(fault) => Err(unreachable(format!("cannot be used: {fault}"))),
        }
    }

    pub async fn send(&self, from: &str, message_id: &str, message: &Message) -> std::result::Result<(), Fault> {
        if let Self::Memory(box_) = self {
            box_.lock().unwrap_or_else(PoisonError::into_inner).push(message.clone());
            return Ok(());
        }
        let mail = compose(from, message_id, message)?;
        match self {
            Self::Smtp(smtp) => smtp.send(mail).await.map(|_| ()).map_err(Fault::from),
            Self::Folder(folder) => write(folder.clone(), message_id, mail.formatted()).await,
            Self::Memory(_) => Ok(()),
        }
    }
}

/// lettre panics on a line break in a display name: names are cleaned at import, and once more here.
fn compose(from: &str, message_id: &str, message: &Message) -> std::result::Result<lettre::Message, Fault> {
    let refused = |what: &str, fault: &dyn std::fmt::Display| Fault::Final(format!("{what}: {fault}"));
    let from: Mailbox = from.parse().map_err(|fault| refused("sender", &fault))?;
    let address: Address = message.to_address.parse().map_err(|fault| refused("address", &fault))?;
    let name: String = message.to_name.chars().filter(|c| !c.is_control()).collect();
    let id = match from.email.domain() {
        "" => message_id.to_owned(),
        domain => format!("{}@{domain}", message_id.split('@').next().unwrap_or(message_id)),
    };
    lettre::Message::builder()
        .from(from)
        .to(Mailbox::new(Some(name).filter(|name| !name.is_empty()), address))
        .subject(message.subject.replace(['\r', '\n'], " "))
        .message_id(Some(format!("<{id}>")))
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .multipart(MultiPart::alternative_plain_html(message.text.clone(), message.html.clone()))
        .map_err(|fault| refused("message", &fault))
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
