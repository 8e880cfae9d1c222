//! The organisation's provider of accounts (OpenID Connect): what it says of itself, its keys, and what a sign-in there
//! proves. What it says is kept an hour; a key we do not know has it asked again, so that new keys need no restart.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType, CoreClientAuthMethod,
    CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AdditionalProviderMetadata, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, ProviderMetadata, RedirectUrl, Scope,
    StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use url::Url;

use super::carried::Carried;
use super::logout::{self, CLOCKS};
use crate::clock::Moment;
use crate::config::Provider;
use crate::organisation::accounts::Claimed;
use crate::web::outgoing;

/// So long what the provider says of itself is taken as it was.
const KEPT: Duration = Duration::from_secs(3600);
/// Between two looks because of a key that is not known: whoever sends made-up tokens has us ask no more often.
const AGAIN: Duration = Duration::from_secs(30);
/// So long after it did not answer nobody asks it again.
const SILENT: Duration = Duration::from_secs(5);

/// What we read of a provider beside the standard's own.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct More {
    end_session_endpoint: Option<Url>,
    authorization_response_iss_parameter_supported: Option<bool>,
}

impl AdditionalProviderMetadata for More {}

/// What we read of an ID token beside the standard's own.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Session {
    sid: Option<String>,
}

impl AdditionalClaims for Session {}

type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

type Tokens = StandardTokenResponse<
    IdTokenFields<
        Session,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

type Relying = Client<
    Session,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why a sign-in with an account fails before we know whose it is.
#[derive(Debug)]
pub enum Refusal {
    /// The provider does not answer, or not as a provider does.
    Away(String),
    /// What it or somebody in its name says does not hold.
    Wrong(String),
}

/// A provider as it described itself.
struct Known {
    metadata: Metadata,
    at: Instant,
}

/// The provider, for all requests of a process.
pub struct Door {
    provider: Provider,
    returns_to: String,
    memory: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    known: Option<Arc<Known>>,
    /// When it was last asked because of a key that was not known.
    renewed: Option<Instant>,
    /// When it last did not answer, and why: those who waited for that answer do not each wait for another.
    silent: Option<(Instant, String)>,
}

fn away(fault: impl std::fmt::Display) -> Refusal {
    Refusal::Away(fault.to_string())
}

fn wrong(fault: impl std::fmt::Display) -> Refusal {
    Refusal::Wrong(fault.to_string())
}

/// The words of a fault and of what caused it; the provider's own text, which may hold anything, is left out.
fn told(fault: &dyn std::error::Error) -> String {
    let mut said = fault.to_string();
    let mut cause = fault.source();
    while let Some(deeper) = cause {
        said = format!("{said}: {deeper}");
        cause = deeper.source();
    }
    said
}

/// What does not hold, without the values: they are whoever's who made the token.
fn unverified(fault: &openidconnect::ClaimsVerificationError) -> Refusal {
    wrong(fault.to_string().split(':').next().unwrap_or_default())
}

fn chrono(moment: Moment, seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(moment.to_jiff().as_second() + seconds, 0).unwrap_or_default()
}

impl Door {
    pub fn new(provider: Provider, returns_to: String) -> Self {
        Self { provider, returns_to, memory: Mutex::default() }
    }

    pub fn provider(&self) -> &Provider {
        &self.provider
    }

    /// What the provider says of itself.
    async fn known(&self) -> Result<Arc<Known>, Refusal> {
        // Those who come meanwhile wait for one answer instead of asking, too.
        let mut memory = self.memory.lock().await;
        match memory.known.as_ref().filter(|known| known.at.elapsed() < KEPT) {
            Some(known) => Ok(known.clone()),
            None => self.discover(&mut memory).await,
        }
    }

    /// As [`Door::known`], asked for again because something was signed with a key that is not among its keys.
    async fn renewed(&self) -> Result<Arc<Known>, Refusal> {
        let mut memory = self.memory.lock().await;
        if let Some(known) = memory.known.clone().filter(|_| memory.renewed.is_some_and(|at| at.elapsed() < AGAIN)) {
            return Ok(known);
        }
        memory.renewed = Some(Instant::now());
        self.discover(&mut memory).await
    }

    async fn discover(&self, memory: &mut Memory) -> Result<Arc<Known>, Refusal> {
        if let Some((_, why)) = memory.silent.as_ref().filter(|(at, _)| at.elapsed() < SILENT) {
            return Err(Refusal::Away(why.clone()));
        }
        let issuer = IssuerUrl::new(self.provider.issuer.clone()).map_err(away)?;
        match Metadata::discover_async(issuer, &outgoing::ask).await {
            Ok(metadata) => {
                let new = Arc::new(Known { metadata, at: Instant::now() });
                memory.known = Some(new.clone());
                memory.silent = None;
                Ok(new)
            }
            Err(fault) => {
                let why = told(&fault);
                memory.silent = Some((Instant::now(), why.clone()));
                Err(Refusal::Away(why))
            }
        }
    }

    fn relying(&self, metadata: &Metadata) -> Result<Relying, Refusal> {
        let returns_to = RedirectUrl::new(self.returns_to.clone()).map_err(away)?;
        let id = ClientId::new(self.provider.client_id.clone());
        let secret = ClientSecret::new(self.provider.client_secret.clone());
        // Some providers take the secret in the body alone; the standard's way is the header.
        let methods = metadata.token_endpoint_auth_methods_supported();
        let in_body = methods.is_some_and(|methods| {
            methods.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let relying = Relying::from_provider_metadata(metadata.clone(), id, Some(secret)).set_redirect_uri(returns_to);
        Ok(if in_body { relying.set_auth_type(openidconnect::AuthType::RequestBody) } else { relying })
    }

    /// Where a sign-in begins.
    pub async fn begins_at(&self, carried: &Carried) -> Result<Url, Refusal> {
        let known = self.known().await?;
        let relying = self.relying(&known.metadata)?;
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(carried.verifier.clone()));
        let (state, nonce) = (carried.state.clone(), carried.nonce.clone());
        let (url, _, _) = relying
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(url)
    }

    /// Says whether the provider answers, as `check-config` does.
    pub async fn check(&self) -> Result<(), Refusal> {
        self.known().await.map(drop)
    }

    /// Where one signs out at the provider, too; nothing when it offers that nowhere.
    pub async fn ends_at(&self, back: &str) -> Option<Url> {
        let known = self.known().await.ok()?;
        let mut url = known.metadata.additional_metadata().end_session_endpoint.clone()?;
        url.query_pairs_mut()
            .append_pair("client_id", &self.provider.client_id)
            .append_pair("post_logout_redirect_uri", back);
        Some(url)
    }

    /// What came back from the provider with somebody, exchanged for who they are there.
    pub async fn arrived(
        &self,
        code: String,
        issuer: Option<&str>,
        carried: Carried,
        now: Moment,
    ) -> Result<Claimed, Refusal> {
        let known = self.known().await?;
        // Somebody else's provider must not have our code sent to ours (RFC 9207).
        let says_issuer = known.metadata.additional_metadata().authorization_response_iss_parameter_supported;
        match issuer {
            Some(issuer) if issuer != self.provider.issuer => return Err(wrong("the answer names another issuer")),
            None if says_issuer == Some(true) => return Err(wrong("the answer names no issuer")),
            _ => {}
        }
        let relying = self.relying(&known.metadata)?;
        let exchange = relying.exchange_code(AuthorizationCode::new(code)).map_err(away)?;
        let tokens =
            exchange.set_pkce_verifier(PkceCodeVerifier::new(carried.verifier)).request_async(&outgoing::ask).await;
        let tokens = tokens.map_err(|fault| match &fault {
            openidconnect::RequestTokenError::ServerResponse(said) => {
                wrong(format!("the code was refused: {}", said.error()))
            }
            _ => away(told(&fault)),
        })?;
        let token = tokens.id_token().ok_or_else(|| wrong("no ID token"))?;
        let nonce = Nonce::new(carried.nonce);
        let claims = match self.claims(&known.metadata, token, &nonce, now) {
            // The provider may have begun to sign with a key made since.
            Err(Refusal::Wrong(_)) => {
                let renewed = self.renewed().await?;
                self.claims(&renewed.metadata, token, &nonce, now)?
            }
            other => other?,
        };
        if claims.email().is_some() {
            let verified = claims.email_verified();
            return Ok(self.claimed(&claims, claims.email().map(|email| email.as_str()), verified));
        }
        // Where the token names no address, the provider is asked for it.
        let asked = relying.user_info(tokens.access_token().clone(), Some(claims.subject().clone()));
        let Ok(asked) = asked else { return Ok(self.claimed(&claims, None, None)) };
        let info: UserInfoClaims<Session, CoreGenderClaim> =
            asked.request_async(&outgoing::ask).await.map_err(|fault| match fault {
                openidconnect::UserInfoError::ClaimsVerification(fault) => unverified(&fault),
                other => away(told(&other)),
            })?;
        Ok(self.claimed(&claims, info.email().map(|email| email.as_str()), info.email_verified()))
    }

    fn claims(
        &self,
        metadata: &Metadata,
        token: &openidconnect::IdToken<
            Session,
            CoreGenderClaim,
            CoreJweContentEncryptionAlgorithm,
            CoreJwsSigningAlgorithm,
        >,
        nonce: &Nonce,
        now: Moment,
    ) -> Result<openidconnect::IdTokenClaims<Session, CoreGenderClaim>, Refusal> {
        let relying = self.relying(metadata)?;
        let verifier = relying
            .id_token_verifier()
            .set_time_fn(move || chrono(now, -CLOCKS))
            .set_issue_time_verifier_fn(move |issued| match issued <= chrono(now, CLOCKS) {
                true => Ok(()),
                false => Err("issued in the future".to_owned()),
            });
        let claims = token.claims(&verifier, nonce).map_err(|fault| unverified(&fault))?;
        if claims.authorized_party().is_some_and(|party| party.as_str() != self.provider.client_id) {
            return Err(wrong("made out to another client (azp)"));
        }
        Ok(claims.clone())
    }

    fn claimed(
        &self,
        claims: &openidconnect::IdTokenClaims<Session, CoreGenderClaim>,
        email: Option<&str>,
        verified: Option<bool>,
    ) -> Claimed {
        let believed = verified.unwrap_or(self.provider.owns_addresses);
        Claimed {
            issuer: self.provider.issuer.clone(),
            subject: claims.subject().as_str().to_owned(),
            email: email.filter(|_| believed).map(ToOwned::to_owned),
            session: claims.additional_claims().sid.clone().unwrap_or_default(),
        }
    }

    /// Whose session the provider says has ended.
    pub async fn ended(&self, token: &str, now: Moment) -> Result<logout::Ended, Refusal> {
        let known = self.known().await?;
        let read = |known: &Known| {
            logout::read(token, known.metadata.jwks(), &self.provider.issuer, &self.provider.client_id, now)
        };
        match read(&known) {
            Ok(ended) => Ok(ended),
            Err(_) => read(&*self.renewed().await?).map_err(wrong),
        }
    }
}
