//! A provider of accounts that says what a test wants: discovery, keys, tokens and addresses, right or wrong.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use actix_web::web::{Data, Form};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::Url;

/// How it answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Well,
    /// A page instead of what was asked.
    Html,
    /// Keys of five megabytes.
    Huge,
    /// Not for a long time.
    Never,
}

pub struct Said {
    pub mood: Mood,
    /// The seed and name of the key that signs; the same are published.
    pub key: (u8, &'static str),
    /// Changes the claims of the next ID tokens.
    pub twist: fn(&mut Value),
    /// Changes a token that is made, whole.
    pub forge: fn(String) -> String,
    /// What is known of an account beside its name.
    pub accounts: BTreeMap<&'static str, Value>,
    /// Its clock, in seconds.
    pub now: i64,
    codes: BTreeMap<String, (String, BTreeMap<String, String>)>,
    pub asked: usize,
}

#[derive(Clone)]
pub struct Provider {
    pub issuer: String,
    pub said: Arc<Mutex<Said>>,
}

pub const CLIENT: &str = "barometer";
pub const SECRET: &str = "a secret of the client";

pub fn key(seed: u8, name: &str) -> CoreEdDsaPrivateSigningKey {
    let mut der = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    der.extend([seed; 32]);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new(name.to_owned()))).expect("a key")
}

/// A token of these claims.
pub fn signed((seed, name): (u8, &str), kind: &str, claims: &Value) -> String {
    let head = URL_SAFE_NO_PAD.encode(json!({ "alg": "EdDSA", "kid": name, "typ": kind }).to_string());
    let text = format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims.to_string()));
    let signature = key(seed, name).sign(&CoreJwsSigningAlgorithm::EdDsa, text.as_bytes()).expect("a signature");
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
}

impl Provider {
    pub fn start(now: i64) -> Self {
        let said = Arc::new(Mutex::new(Said {
            mood: Mood::Well,
            key: (1, "first"),
            twist: |_| {},
            forge: |token| token,
            accounts: BTreeMap::new(),
            now,
            codes: BTreeMap::new(),
            asked: 0,
        }));
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let provider = Self { issuer, said };
        let shared = provider.clone();
        let server = HttpServer::new(move || {
            App::new()
                .app_data(Data::new(shared.clone()))
                .route("/.well-known/openid-configuration", web::get().to(discovery))
                .route("/keys", web::get().to(keys))
                .route("/token", web::post().to(token))
                .route("/me", web::get().to(me))
        });
        let server = server.workers(1).disable_signals().listen(listener).expect("a server").run();
        actix_web::rt::spawn(server);
        provider
    }

    /// Somebody signs in there: where their browser is sent back to, from where it was sent.
    pub fn signs_in(&self, from: &str, account: &str) -> String {
        let asked: BTreeMap<String, String> =
            Url::parse(from).expect("an address").query_pairs().into_owned().collect();
        assert_eq!(asked["code_challenge_method"], "S256");
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["client_id"], CLIENT);
        assert!(asked["scope"].split(' ').any(|scope| scope == "openid"), "{}", asked["scope"]);
        let mut said = self.said.lock().unwrap();
        let code = format!("code-{}", said.codes.len());
        let back = format!("/sign-in/account/return?code={code}&state={}&iss={}", asked["state"], self.issuer);
        said.codes.insert(code, (account.to_owned(), asked));
        back
    }
}

async fn discovery(provider: Data<Provider>) -> HttpResponse {
    let mood = {
        let mut said = provider.said.lock().unwrap();
        said.asked += 1;
        said.mood
    };
    let at = |path: &str| format!("{}{path}", provider.issuer);
    match mood {
        Mood::Html => return HttpResponse::Ok().content_type("text/html").body("<h1>Welcome to the intranet</h1>"),
        Mood::Never => tokio::time::sleep(std::time::Duration::from_secs(60)).await,
        _ => {}
    }
    HttpResponse::Ok().json(json!({
        "issuer": provider.issuer,
        "authorization_endpoint": at("/auth"),
        "token_endpoint": at("/token"),
        "userinfo_endpoint": at("/me"),
        "jwks_uri": at("/keys"),
        "end_session_endpoint": at("/end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // A name the library does not know stands among those of other makes.
        "id_token_signing_alg_values_supported": ["EdDSA", "Ed25519"],
        "authorization_response_iss_parameter_supported": true,
    }))
}

async fn keys(provider: Data<Provider>) -> HttpResponse {
    let said = provider.said.lock().unwrap();
    let padding = if said.mood == Mood::Huge { "x".repeat(5_000_000) } else { String::new() };
    let public = serde_json::to_value(key(said.key.0, said.key.1).as_verification_key()).expect("a key");
    HttpResponse::Ok().json(json!({ "keys": [public], "padding": padding }))
}

async fn token(req: HttpRequest, provider: Data<Provider>, form: Form<BTreeMap<String, String>>) -> HttpResponse {
    let refused = |why: &str| HttpResponse::BadRequest().json(json!({ "error": why }));
    let basic = req.headers().get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let encoded = format!("{CLIENT}:{}", SECRET.replace(' ', "+"));
    if basic != format!("Basic {}", STANDARD.encode(encoded)) {
        return refused("invalid_client");
    }
    let mut said = provider.said.lock().unwrap();
    // A code serves once.
    let Some((account, asked)) = form.get("code").and_then(|code| said.codes.remove(code)) else {
        return refused("invalid_grant");
    };
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(form["code_verifier"].as_bytes()));
    if challenge != asked["code_challenge"] || form["redirect_uri"] != asked["redirect_uri"] {
        return refused("invalid_grant");
    }
    let mut claims = json!({
        "iss": provider.issuer, "sub": account, "aud": CLIENT, "iat": said.now, "exp": said.now + 60,
        "nonce": asked["nonce"], "sid": format!("session of {account}"),
    });
    (said.twist)(&mut claims);
    let token = (said.forge)(signed(said.key, "JWT", &claims));
    HttpResponse::Ok().json(json!({ "access_token": account, "token_type": "Bearer", "id_token": token }))
}

async fn me(req: HttpRequest, provider: Data<Provider>) -> HttpResponse {
    let bearer = req.headers().get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let account = bearer.trim_start_matches("Bearer ");
    let said = provider.said.lock().unwrap();
    let mut known = said.accounts.get(account).cloned().unwrap_or_else(|| json!({}));
    known["sub"] = json!(account);
    HttpResponse::Ok().json(known)
}
