//! Settings of the process, read once from the environment; every one has a default that works on a laptop.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use ipnet::IpNet;
use jiff::tz::TimeZone;

use crate::db::Address;

#[derive(Clone, Debug)]
pub struct Config {
    /// Where the database, the link key and the mails written to files live.
    pub data: PathBuf,
    pub database: Address,
    /// What links in mails begin with; never taken from a request.
    pub public_address: String,
    pub listen: String,
    pub mail_from: String,
    /// `smtp://`, `smtps://`; none: mails are written to `<data>/outbox/*.eml`.
    pub smtp_url: Option<String>,
    /// Where returned mails lie: a Maildir, or a folder of files.
    pub bounces: Option<PathBuf>,
    /// Where other programs put files of people, services, relations, measurements.
    pub imports: Option<PathBuf>,
    /// By which of a directory's attributes the unit of somebody is known.
    pub scim_unit: UnitBy,
    pub time_zone: TimeZone,
    /// Whose word about where a request comes from is believed.
    pub proxies: Proxies,
    /// The secret links are derived from, when it is not kept in `<data>/link.key`.
    pub link_key: Option<String>,
    /// The organisation's own accounts, where staff sign in with them.
    pub provider: Option<Provider>,
    pub sign_in: SignIn,
    /// Where `/metrics` is served, away from people; nowhere by itself.
    pub metrics: Option<String>,
    /// Private networks that webhooks may reach.
    pub webhook_networks: Vec<IpNet>,
}

/// Who keeps the organisation's accounts: an OpenID Connect provider, and how it knows us.
#[derive(Clone, PartialEq, Eq)]
pub struct Provider {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: String,
    /// What the button says one signs in with ("Intranet", "Entra ID").
    pub label: String,
    /// Its addresses are the organisation's own: one it does not call verified is believed.
    pub owns_addresses: bool,
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

crate::words!(
    /// How staff sign in from the sign-in page; the command `sign-in-link` always works.
    SignIn { Mail = "mail", Account = "oidc", Both = "both" }
);

impl SignIn {
    pub fn by_mail(self) -> bool {
        self != Self::Account
    }

    pub fn by_account(self) -> bool {
        self != Self::Mail
    }
}

impl Provider {
    /// The settings `BAROMETER_OIDC_*`; none when no issuer is named.
    fn read(get: impl Fn(&str) -> Option<String>) -> Result<Option<Self>, String> {
        let Some(issuer) = get("BAROMETER_OIDC_ISSUER") else {
            let other = ["CLIENT_ID", "CLIENT_SECRET"]
                .into_iter()
                .find(|name| get(&format!("BAROMETER_OIDC_{name}")).is_some());
            return match other {
                Some(name) => Err(format!(
                    "BAROMETER_OIDC_{name} is set and BAROMETER_OIDC_ISSUER is not: write the provider's address there"
                )),
                None => Ok(None),
            };
        };
        let plain = issuer.starts_with("http://") && is_here(&issuer);
        if host_of(&issuer).is_none() || !(issuer.starts_with("https://") || plain) {
            return Err(format!(
                "BAROMETER_OIDC_ISSUER is {issuer:?}: write the provider's https address, such as https://login.example.org"
            ));
        }
        let needed = |name: &str| {
            get(name).ok_or_else(|| {
                format!("{name} is missing: the provider gives it where this program is registered as a client")
            })
        };
        let owns_addresses = match get("BAROMETER_OIDC_OWN_ADDRESSES").as_deref() {
            None | Some("no") => false,
            Some("yes") => true,
            Some(other) => return Err(format!("BAROMETER_OIDC_OWN_ADDRESSES is {other:?}: write yes or no")),
        };
        let host = host_of(&issuer).unwrap_or_default();
        Ok(Some(Self {
            client_id: needed("BAROMETER_OIDC_CLIENT_ID")?,
            client_secret: needed("BAROMETER_OIDC_CLIENT_SECRET")?,
            label: get("BAROMETER_OIDC_LABEL").unwrap_or(host),
            owns_addresses,
            issuer,
        }))
    }
}

crate::words!(
    /// Where a directory that sends people over SCIM says what unit they are of.
    UnitBy { Department = "department", Organization = "organization", Groups = "groups" }
);

/// The proxies in front of us, and the header in which they say for whom they ask. One header alone is read: a proxy
/// that writes the other lets through what a client makes up in this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proxies {
    pub trusted: Vec<IpNet>,
    pub header: Forwarding,
}

crate::words!(
    /// Where a proxy says for whom it asks.
    Forwarding { XForwardedFor = "x-forwarded-for", Forwarded = "forwarded" }
);

/// Addresses and networks, with commas.
fn networks(name: &str, text: &str) -> Result<Vec<IpNet>, String> {
    let one = |text: &str| {
        let read = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
        read.map_err(|_| format!("{name} holds {text:?}: write addresses or networks such as 10.0.0.7, 10.1.0.0/16"))
    };
    text.split(',').map(str::trim).filter(|text| !text.is_empty()).map(one).collect()
}

impl Proxies {
    /// Addresses and networks, with commas; the header's name, or nothing for the usual one.
    pub fn read(trusted: &str, header: &str) -> Result<Self, String> {
        let list = networks("BAROMETER_TRUSTED_PROXIES", trusted)?;
        let header = match header {
            "" => Forwarding::XForwardedFor,
            name => Forwarding::parse(&name.to_ascii_lowercase())
                .ok_or_else(|| format!("BAROMETER_FORWARDED_HEADER is {name:?}: write x-forwarded-for or forwarded"))?,
        };
        Ok(Self { trusted: list, header })
    }

    pub fn trusts(&self, address: IpAddr) -> bool {
        self.trusted.iter().any(|network| network.contains(&address))
    }
}

pub const DEFAULT_LISTEN: &str = "127.0.0.1:8080";

impl Config {
    /// Reads `BAROMETER_*` and `DATABASE_URL` through `get`; the fault says which setting and what to write.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let get = &|name: &str| get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        let data = PathBuf::from(get("BAROMETER_DATA").unwrap_or_else(|| "data".to_owned()));
        let database = match get("DATABASE_URL") {
            Some(url) => Address::parse(&url)?,
            None => Address::Sqlite(data.join("barometer.sqlite")),
        };
        let listen = get("BAROMETER_LISTEN").unwrap_or_else(|| DEFAULT_LISTEN.to_owned());
        let public_address = get("BAROMETER_PUBLIC_ADDRESS").unwrap_or_else(|| format!("http://{listen}"));
        if host_of(&public_address).is_none() {
            return Err(format!("BAROMETER_PUBLIC_ADDRESS is {public_address:?}: write https://barometer.example.org"));
        }
        let zone = get("BAROMETER_TIME_ZONE").unwrap_or_else(|| "Europe/Paris".to_owned());
        let time_zone = TimeZone::get(&zone)
            .map_err(|_| format!("BAROMETER_TIME_ZONE is {zone:?}: write a name such as Europe/Paris"))?;
        let smtp_url = get("BAROMETER_SMTP_URL");
        if let Some(url) = &smtp_url
            && !(url.starts_with("smtp://") || url.starts_with("smtps://"))
        {
            return Err("BAROMETER_SMTP_URL must begin with smtp:// or smtps://".to_owned());
        }
        let mail_from =
            get("BAROMETER_MAIL_FROM").unwrap_or_else(|| "Baromètre <barometre@localhost.localdomain>".to_owned());
        // A wrong sender would have every mail refused for good, one by one.
        if mail_from.parse::<lettre::message::Mailbox>().is_err() {
            return Err(format!("BAROMETER_MAIL_FROM is {mail_from:?}: write Baromètre <barometre@example.org>"));
        }
        let provider = Provider::read(get)?;
        let sign_in = match (get("BAROMETER_SIGN_IN").as_deref(), &provider) {
            (None, None) => SignIn::Mail,
            (None, Some(_)) => SignIn::Both,
            (Some(word), provider) => match SignIn::parse(word) {
                Some(SignIn::Account | SignIn::Both) if provider.is_none() => {
                    return Err(format!("BAROMETER_SIGN_IN is {word:?}, and BAROMETER_OIDC_ISSUER names no provider"));
                }
                Some(known) => known,
                None => return Err(format!("BAROMETER_SIGN_IN is {word:?}: write mail, oidc or both")),
            },
        };
        Ok(Self {
            data,
            database,
            public_address: public_address.trim_end_matches('/').to_owned(),
            listen,
            mail_from,
            smtp_url,
            bounces: get("BAROMETER_BOUNCES").map(PathBuf::from),
            imports: get("BAROMETER_IMPORTS").map(PathBuf::from),
            scim_unit: match get("BAROMETER_SCIM_UNIT") {
                None => UnitBy::Department,
                Some(word) => UnitBy::parse(&word).ok_or_else(|| {
                    format!("BAROMETER_SCIM_UNIT is {word:?}: write department, organization or groups")
                })?,
            },
            time_zone,
            proxies: Proxies::read(
                &get("BAROMETER_TRUSTED_PROXIES").unwrap_or_default(),
                &get("BAROMETER_FORWARDED_HEADER").unwrap_or_default(),
            )?,
            link_key: get("BAROMETER_LINK_KEY"),
            provider,
            sign_in,
            webhook_networks: networks(
                "BAROMETER_WEBHOOK_NETWORKS",
                &get("BAROMETER_WEBHOOK_NETWORKS").unwrap_or_default(),
            )?,
            metrics: get("BAROMETER_METRICS_LISTEN"),
        })
    }

    /// Uses `data` as the folder; the database moves with it unless it was named on its own.
    pub fn in_folder(mut self, data: &Path) -> Self {
        if self.database == Address::Sqlite(self.data.join("barometer.sqlite")) {
            self.database = Address::Sqlite(data.join("barometer.sqlite"));
        }
        self.data = data.to_owned();
        self
    }

    pub fn is_https(&self) -> bool {
        self.public_address.starts_with("https://")
    }

    /// Is the public address this machine's own, out of reach of others?
    pub fn is_loopback(&self) -> bool {
        is_here(&self.public_address)
    }

    pub fn outbox_folder(&self) -> PathBuf {
        self.data.join("outbox")
    }
}

/// Is this address this machine's own?
fn is_here(address: &str) -> bool {
    matches!(host_of(address).as_deref(), Some("127.0.0.1" | "localhost" | "[::1]"))
}

/// The host of an http or https address; none when it is no such address.
fn host_of(address: &str) -> Option<String> {
    let uri: actix_web::http::Uri = address.parse().ok()?;
    let web = matches!(uri.scheme_str(), Some("http" | "https"));
    uri.host().filter(|host| web && !host.is_empty()).map(ToOwned::to_owned)
}
