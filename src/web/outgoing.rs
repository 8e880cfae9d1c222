//! Asking servers elsewhere over HTTP: certificates as the machine trusts them, no redirect followed, and an end to
//! patience and to size.

use std::sync::OnceLock;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Request};

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
    // Another part of the program may have chosen already: the same one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder()
        .user_agent(concat!("barometer/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .connect_timeout(CONNECTING)
        .timeout(PATIENCE)
        // A connection belongs to the thread that opened it, and these requests are rare.
        .pool_max_idle_per_host(0)
        .build()?;
    Ok(CLIENT.get_or_init(|| client))
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
