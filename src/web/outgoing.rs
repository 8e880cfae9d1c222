//! Asking servers elsewhere over HTTP: certificates as the machine trusts them, no redirect followed, and an end to
//! patience and to size. What somebody typed as an address reaches no private network that is not listed.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};
use std::time::Duration;

use ipnet::IpNet;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Request};
use url::{Host, Url};

/// So long somebody waits at a page for a server elsewhere.
const PATIENCE: Duration = Duration::from_secs(8);
const CONNECTING: Duration = Duration::from_secs(4);
/// No answer we ask for is longer.
const MOST: usize = 512 * 1024;

/// Why there is no answer.
#[derive(Debug)]
pub struct Silence(String);

impl std::fmt::Display for Silence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Silence {}

impl From<reqwest::Error> for Silence {
    fn from(fault: reqwest::Error) -> Self {
        // Its address may hold what is secret; its cause says more than itself.
        let fault = fault.without_url();
        let mut said = fault.to_string();
        let mut cause = std::error::Error::source(&fault);
        while let Some(deeper) = cause {
            said = format!("{said}: {deeper}");
            cause = deeper.source();
        }
        Self(said)
    }
}

fn client() -> Result<&'static Client, Silence> {
    static CLIENT: OnceLock<Client> = OnceLock::new();
    if let Some(client) = CLIENT.get() {
        return Ok(client);
    }
    let client = builder().build()?;
    Ok(CLIENT.get_or_init(|| client))
}

fn builder() -> ClientBuilder {
    // Another part of the program may have chosen already: the same one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .user_agent(concat!("barometer/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .connect_timeout(CONNECTING)
        .timeout(PATIENCE)
        // A connection belongs to the thread that opened it, and these requests are rare.
        .pool_max_idle_per_host(0)
}

/// Sends a request, and reads the whole answer.
pub async fn ask(request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Silence> {
    let request = Request::try_from(request)?;
    let mut response = client()?.execute(request).await?;
    let mut answer = http::Response::builder().status(response.status());
    if let Some(headers) = answer.headers_mut() {
        headers.extend(response.headers_mut().drain().filter_map(|(name, value)| Some((name?, value))));
    }
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await? {
        if body.len() + piece.len() > MOST {
            return Err(Silence(format!("the answer is longer than {MOST} bytes")));
        }
        body.extend_from_slice(&piece);
    }
    answer.body(body).map_err(|fault| Silence(fault.to_string()))
}

/// Networks that are nobody's public address: this machine's own, private ones, those between providers and their
/// customers, those for documentation and tests.
static NOT_PUBLIC: LazyLock<Vec<IpNet>> = LazyLock::new(|| {
    let networks = "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 \
                    192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ::/127 64:ff9b::/96 \
                    64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 ff00::/8";
    networks.split_whitespace().filter_map(|network| network.parse().ok()).collect()
});

fn may_reach(address: IpAddr, listed: &[IpNet]) -> bool {
    let address = address.to_canonical();
    listed.iter().any(|network| network.contains(&address))
        || !NOT_PUBLIC.iter().any(|network| network.contains(&address))
}

crate::words!(
    /// Why an address is not one that may be told anything.
    Unfit { NoAddress = "no-address", NotHttps = "not-https", Secret = "secret", Private = "private" }
);

/// An https address without a name and password in it, outside private networks or in one that is listed; plain http
/// only to a listed network, by number.
pub fn fit(text: &str, listed: &[IpNet]) -> Result<Url, Unfit> {
    let url = Url::parse(text).map_err(|_| Unfit::NoAddress)?;
    let number = match url.host() {
        None => return Err(Unfit::NoAddress),
        Some(Host::Ipv4(address)) => Some(IpAddr::from(address)),
        Some(Host::Ipv6(address)) => Some(IpAddr::from(address)),
        Some(Host::Domain(_)) => None,
    };
    let is_listed = number.is_some_and(|address| listed.iter().any(|network| network.contains(&address)));
    match url.scheme() {
        "https" => {}
        "http" if is_listed => {}
        _ => return Err(Unfit::NotHttps),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Unfit::Secret);
    }
    if number.is_some_and(|address| !may_reach(address, listed)) {
        return Err(Unfit::Private);
    }
    Ok(url)
}

/// Finds addresses as the machine does, and leaves out those that may not be reached.
struct Guarded(Arc<Vec<IpNet>>);

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let listed = self.0.clone();
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let all = found.len();
            let fit: Vec<SocketAddr> = found.into_iter().filter(|one| may_reach(one.ip(), &listed)).collect();
            if fit.is_empty() && all > 0 {
                return Err(Silence("the address is in a private network that is not listed".to_owned()).into());
            }
            Ok(Box::new(fit.into_iter()) as Addrs)
        })
    }
}

/// Sends a request to an address that somebody typed, and reads no more than what became of it.
pub async fn tell(request: http::Request<Vec<u8>>, listed: &[IpNet]) -> Result<http::StatusCode, Silence> {
    static CLIENTS: LazyLock<Mutex<HashMap<Vec<IpNet>, Client>>> = LazyLock::new(Mutex::default);
    // What was typed may be older than what is listed.
    fit(&request.uri().to_string(), listed).map_err(|unfit| Silence(unfit.as_str().to_owned()))?;
    let known = CLIENTS.lock().ok().and_then(|clients| clients.get(listed).cloned());
    let client = match known {
        Some(client) => client,
        None => {
            let new = builder().dns_resolver(Guarded(Arc::new(listed.to_vec()))).build()?;
            if let Ok(mut clients) = CLIENTS.lock() {
                clients.insert(listed.to_vec(), new.clone());
            }
            new
        }
    };
    Ok(client.execute(Request::try_from(request)?).await?.status())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_and_listed_networks_are_told() {
        let listed: Vec<IpNet> =
            ["10.1.0.0/16", "127.0.0.1/32"].iter().map(|text| text.parse().expect("one")).collect();
        let outcome = |text: &str| fit(text, &listed).map_or_else(|unfit| unfit.as_str(), |_| "fit");
        for (text, told) in [
            ("https://hooks.example.org/x?sig=1", "fit"),
            ("https://198.41.0.4/x", "fit"),
            ("https://10.1.2.3/x", "fit"),
            ("http://127.0.0.1:8080/x", "fit"),
            ("http://hooks.example.org/x", "not-https"),
            ("http://198.41.0.4/x", "not-https"),
            ("ftp://hooks.example.org/x", "not-https"),
            ("https://ana:secret@hooks.example.org/x", "secret"),
            ("https://10.2.0.1/x", "private"),
            ("https://[::1]/x", "private"),
            ("https://[fd00::1]/x", "private"),
            // The same number written otherwise.
            ("https://[::ffff:192.168.0.1]/x", "private"),
            ("https://0x7f.1/x", "fit"),
            ("https://3232235521/x", "private"),
            ("https://169.254.169.254/latest", "private"),
            ("hooks.example.org", "no-address"),
            ("", "no-address"),
        ] {
            assert_eq!(outcome(text), told, "{text}");
        }
        assert_eq!(NOT_PUBLIC.len(), 23, "each of the networks is one");
    }

    #[actix_web::test]
    async fn a_name_that_leads_into_a_private_network_is_not_followed() {
        let request = http::Request::post("https://localhost:9/x").body(Vec::new()).expect("a request");
        let said = tell(request, &[]).await.expect_err("not reached").to_string();
        assert!(said.contains("private network"), "{said}");
    }
}
