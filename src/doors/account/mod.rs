//! Signing in with the organisation's account (OpenID Connect, authorization code with PKCE).

mod carried;
mod logout;
pub mod pages;
mod provider;

pub use pages::{END, RETURN};
pub use provider::{Door, Refusal};

use crate::config::Config;
use crate::error::{Error, Result, Say};

/// Asks the provider what it says of itself, as `check-config` does; nothing where none is set.
pub async fn check(config: &Config) -> Result<()> {
    let Some(provider) = config.provider.as_ref().filter(|_| config.sign_in.by_account()) else { return Ok(()) };
    let door = Door::new(provider.clone(), format!("{}{RETURN}", config.public_address));
    door.check().await.map_err(|refusal| {
        let (Refusal::Away(why) | Refusal::Wrong(why)) = refusal;
        Error::Invalid(Say::new("cli-no-provider").with("issuer", &provider.issuer).with("why", why))
    })
}
