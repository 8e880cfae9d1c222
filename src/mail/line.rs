//! A connection to the SMTP server, used for many mails. Our own socket rather than lettre's pool: with TCP_NODELAY a
//! mail does not wait 40 ms for the acknowledgement of its first half, and we see at which step a connection broke.

use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::faults::Fault;

/// For each step of the conversation; a server that takes longer is as good as away.
const PATIENCE: Duration = Duration::from_secs(20);
/// For its last word about a mail: it may look through it first, and hanging up too early makes doubles.
const LAST_PATIENCE: Duration = Duration::from_secs(60);

enum Tls {
    None,
    IfOffered,
    Required,
    FromTheStart,
}

/// The server of the configuration.
pub struct Server {
    host: String,
    port: u16,
    tls: Tls,
    credentials: Option<Credentials>,
    hello: ClientId,
}

impl Server {
    /// Reads `smtp://user:password@host:587?tls=required`, `smtps://…`; nothing when it is no such address.
    pub fn of(url: &str) -> Option<Self> {
        let url = url::Url::parse(url).ok()?;
        let asked = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
        let (tls, usual) = match (url.scheme(), asked.as_deref()) {
            ("smtp", None) => (Tls::None, 25),
            ("smtp", Some("opportunistic")) => (Tls::IfOffered, 587),
            ("smtp", Some("required")) => (Tls::Required, 587),
            ("smtps", _) => (Tls::FromTheStart, 465),
            _ => return None,
        };
        let plain = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().ok().map(|t| t.into_owned());
        let credentials = match url.password() {
            Some(password) => Some(Credentials::new(plain(url.username())?, plain(password)?)),
            None => None,
        };
        let name = url.path().trim_matches('/');
        let hello = if name.is_empty() { ClientId::default() } else { ClientId::Domain(name.to_owned()) };
        Some(Self { host: url.host_str()?.to_owned(), port: url.port().unwrap_or(usual), tls, credentials, hello })
    }
}

/// An open connection.
pub struct Line {
    smtp: AsyncSmtpConnection,
    /// The server gives an envelope's id back in its reports (RFC 3461).
    keeps_ids: bool,
    /// It has carried a mail before: the server may have hung up meanwhile.
    used: bool,
}

fn silent() -> Fault {
    Fault::Unreachable(format!("no answer within {} seconds", PATIENCE.as_secs()))
}

impl Line {
    /// Connects, encrypts, signs in. Whatever goes wrong here is wrong with the connection, not with a mail.
    pub async fn open(server: &Server) -> Result<Self, Fault> {
        let opened = timeout(2 * PATIENCE, Self::connect(server)).await.map_err(|_| silent())?;
        let mut smtp = opened?;
        // Once more, for an extension that the library does not look for.
        let greeted = timeout(PATIENCE, smtp.command(Ehlo::new(server.hello.clone()))).await.map_err(|_| silent())?;
        let greeted = greeted.map_err(|fault| Fault::of_connection(&fault))?;
        let keeps_ids = greeted.message().any(|line| line.trim().eq_ignore_ascii_case("DSN"));
        Ok(Self { smtp, keeps_ids, used: false })
    }

    async fn connect(server: &Server) -> Result<AsyncSmtpConnection, Fault> {
        let away = |fault: lettre::transport::smtp::Error| Fault::of_connection(&fault);
        let parameters = || TlsParameters::new(server.host.clone()).map_err(away);
        let address = (server.host.as_str(), server.port);
        let mut smtp = if let Tls::FromTheStart = server.tls {
            AsyncSmtpConnection::connect_tokio1(address, Some(PATIENCE), &server.hello, Some(parameters()?), None)
                .await
                .map_err(away)?
        } else {
            let socket = TcpStream::connect(address).await.map_err(|fault| Fault::of_connection(&fault))?;
            socket.set_nodelay(true).map_err(|fault| Fault::of_connection(&fault))?;
            AsyncSmtpConnection::connect_with_transport(Box::new(socket), &server.hello).await.map_err(away)?
        };
        let upgrade = match server.tls {
            Tls::Required => true,
            Tls::IfOffered => smtp.can_starttls(),
            Tls::None | Tls::FromTheStart => false,
        };
        if upgrade {
            smtp.starttls(parameters()?, &server.hello).await.map_err(away)?;
        }
        if let Some(credentials) = &server.credentials {
            smtp.auth(DEFAULT_MECHANISMS, credentials).await.map_err(away)?;
        }
        Ok(smtp)
    }

    pub async fn close(&mut self) {
        let _ = timeout(Duration::from_secs(1), self.smtp.quit()).await;
    }

    /// Everything before the text of the mail.
    async fn announce(&mut self, envelope: &Envelope, id: &str, is_ascii: bool) -> Result<(), Fault> {
        let mut options = Vec::new();
        if self.keeps_ids {
            let option = |keyword: &str, value: &str| MailParameter::Other {
                keyword: keyword.to_owned(),
                value: Some(value.to_owned()),
            };
            // A report comes back with the id, and with the mail's headers alone: its link is nobody's to read there.
            options.extend([option("RET", "HDRS"), option("ENVID", id)]);
        }
        if envelope.to().iter().chain(envelope.from()).any(|address| !address.to_string().is_ascii()) {
            if !self.smtp.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(Fault::Final("the server takes no address with accents (SMTPUTF8)".to_owned()));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        if !is_ascii {
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        self.say(Mail::new(envelope.from().cloned(), options)).await?;
        for address in envelope.to() {
            self.say(Rcpt::new(address.clone(), Vec::new())).await?;
        }
        self.say(Data).await
    }

    async fn say<C: std::fmt::Display>(&mut self, command: C) -> Result<(), Fault> {
        match timeout(PATIENCE, self.smtp.command(command)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(fault)) => Err(Fault::of_mail(&fault, false)),
            Err(_) => Err(Fault::Cut { said: silent().text().to_owned(), unsure: false }),
        }
    }
}

/// Sends one mail; leaves `line` open for the next one, or empty when it broke.
pub async fn send(
    server: &Server,
    line: &mut Option<Line>,
    envelope: &Envelope,
    id: &str,
    text: &[u8],
) -> Result<(), Fault> {
    let mut open = match line.take() {
        Some(open) => open,
        None => Line::open(server).await?,
    };
    let mut announced = open.announce(envelope, id, text.is_ascii()).await;
    if open.used && matches!(announced, Err(Fault::Cut { .. })) {
        // The server hung up between two mails; nothing of this one has left.
        open = Line::open(server).await?;
        announced = open.announce(envelope, id, text.is_ascii()).await;
    }
    open.used = true;
    let outcome = match announced {
        Ok(()) => match timeout(LAST_PATIENCE, open.smtp.message(text)).await {
            Ok(said) => said.map(|_| ()).map_err(|fault| Fault::of_mail(&fault, true)),
            Err(_) => Err(Fault::Cut { said: silent().text().to_owned(), unsure: true }),
        },
        Err(fault) => Err(fault),
    };
    let usable = match &outcome {
        Ok(()) => true,
        // A refused mail is forgotten before the next; a server that says 421 hangs up.
        Err(Fault::Final(_) | Fault::Later(_)) => open.say(Rset).await.is_ok(),
        Err(_) => false,
    };
    if usable {
        *line = Some(open);
    }
    outcome
}
