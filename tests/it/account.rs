//! Signing in with the organisation's account: whose it is, what is refused, what ends it.

use std::sync::Arc;

use actix_web::http::StatusCode;
use barometer::config::{self, Config, SignIn};
use barometer::db::ids::PersonId;
use barometer::organisation::{import, sign_in, store};
use serde_json::{Value, json};

use crate::world::provider::{CLIENT, Mood, Provider, SECRET, signed};
use crate::world::{Reply, Visitor, World, moment};

const PEOPLE: &str = "email,name,unit_code,unit,parent_unit_code,language,roles\nada@x.example,Ada Roy,dg,Direction,,fr,admin\n\
                      tom@x.example,Tom Hill,dg,Direction,,en,\n";

/// A barometer whose people sign in at a provider that a test has in hand.
fn with_provider(w: &mut World) -> Provider {
    let provider = Provider::start(moment("2026-01-05T08:00:00Z").to_jiff().as_second());
    let said = config::Provider {
        issuer: provider.issuer.clone(),
        client_id: CLIENT.to_owned(),
        client_secret: SECRET.to_owned(),
        label: "Entra ID".to_owned(),
        owns_addresses: false,
    };
    set(w, |config| Config { provider: Some(said), sign_in: SignIn::Both, ..config });
    let people = |conn: &mut barometer::db::Conn| {
        let plan = import::plan_people(conn, PEOPLE.as_bytes(), false)?;
        import::apply_people(conn, &plan, true)
    };
    w.app.db.write_now(people).expect("people");
    let verified = |email: &str| json!({ "email": email, "email_verified": true });
    let mut known = provider.said.lock().unwrap();
    known.accounts.insert("ada", verified("Ada@x.example"));
    known.accounts.insert("tom", json!({ "email": "tom@x.example" }));
    known.accounts.insert("other-ada", verified("ada@x.example"));
    known.accounts.insert("stranger", verified("stranger@x.example"));
    drop(known);
    provider
}

fn set(w: &mut World, change: impl FnOnce(Config) -> Config) {
    w.app.config = Arc::new(change((*w.app.config).clone()));
    w.app.kept.forget();
}

fn person(w: &World, email: &str) -> PersonId {
    let email = email.to_owned();
    w.app.db.read_now(|conn| store::person_by_email(conn, &email)).expect("people").expect("somebody").id
}

/// The whole way to the provider and back.
async fn comes(visitor: &mut Visitor, provider: &Provider, account: &str) -> Reply {
    let away = visitor.get("/sign-in/account").await.location();
    visitor.get(&provider.signs_in(&away, account)).await
}

#[track_caller]
fn refused(reply: &Reply, status: StatusCode, words: &str) {
    assert_eq!(reply.status, status, "{}", reply.main());
    assert!(reply.main().contains(words), "{}", reply.main());
}

on_both! {
    async fn an_account_is_linked_by_a_verified_address_and_then_known_by_its_name(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let mut ada = w.visitor().await;
        assert!(ada.get("/sign-in").await.ok().main().contains("Continuer avec Entra ID"));
        assert_eq!(comes(&mut ada, &provider, "ada").await.location(), "/");
        let page = ada.get(&format!("/people/{}", person(&w, "ada@x.example"))).await.ok();
        assert!(page.main().contains("Lié depuis le 5 janvier 2026"), "{}", page.main());
        // Her address changes at the provider, or is somebody else's there now: she is who she was.
        provider.said.lock().unwrap().accounts.insert("ada", json!({ "email": "tom@x.example", "email_verified": true }));
        let mut again = w.visitor().await;
        assert_eq!(comes(&mut again, &provider, "ada").await.location(), "/");
        again.get("/settings").await.ok();
        assert_eq!(w.count("accounts"), 1);
        assert_eq!(w.count("audit_log WHERE event = 'account-linked'"), 1);
        assert_eq!(w.count("audit_log WHERE event = 'signed-in' AND detail = 'oidc'"), 2);
    }

    async fn an_account_opens_nothing_that_is_nobodys(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let mut visitor = w.visitor().await;
        refused(&comes(&mut visitor, &provider, "stranger").await, StatusCode::FORBIDDEN, "n'est pas connue ici");
        refused(&comes(&mut visitor, &provider, "tom").await, StatusCode::FORBIDDEN, "adresse sûre");
        refused(&comes(&mut visitor, &provider, "nothing").await, StatusCode::FORBIDDEN, "adresse sûre");
        assert_eq!((w.count("people"), w.count("accounts"), w.count("sessions")), (2, 0, 0));
        // The setting says that the provider's addresses are the organisation's own; a "no" of it stays one.
        set(&mut w, |config| {
            let provider = config.provider.clone().map(|provider| config::Provider { owns_addresses: true, ..provider });
            Config { provider, ..config }
        });
        provider.said.lock().unwrap().accounts.insert("no", json!({ "email": "ada@x.example", "email_verified": "false" }));
        let mut visitor = w.visitor().await;
        refused(&comes(&mut visitor, &provider, "no").await, StatusCode::FORBIDDEN, "adresse sûre");
        assert_eq!(comes(&mut visitor, &provider, "tom").await.location(), "/");
        // Somebody who left is refused, known by name or by address, and keeps no session.
        visitor.get("/actions").await.ok();
        w.app.db.write_now(|conn| {
            let mut people = store::people(conn)?;
            people.iter_mut().for_each(|person| person.active = false);
            store::update_people(conn, &people)
        }).unwrap();
        assert_eq!(visitor.get("/actions").await.location(), "/sign-in");
        for account in ["tom", "ada"] {
            refused(&comes(&mut visitor, &provider, account).await, StatusCode::FORBIDDEN, "Votre accès est terminé");
        }
    }

    async fn two_accounts_of_one_address(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let mut ada = w.visitor().await;
        assert_eq!(comes(&mut ada, &provider, "ada").await.location(), "/");
        let mut other = w.visitor().await;
        refused(&comes(&mut other, &provider, "other-ada").await, StatusCode::FORBIDDEN, "déjà un autre compte");
        // An administrator unlinks: what the account had opened ends, and the next one is linked.
        let mut admin = w.signed_in(&person(&w, "ada@x.example")).await;
        let page = format!("/people/{}", person(&w, "ada@x.example"));
        assert_eq!(admin.post(&format!("{page}/account/removal"), &[]).await.location(), page);
        assert_eq!(ada.get("/settings").await.location(), "/sign-in");
        admin.get("/settings").await.ok();
        assert_eq!(comes(&mut other, &provider, "other-ada").await.location(), "/");
        refused(&comes(&mut w.visitor().await, &provider, "ada").await, StatusCode::FORBIDDEN, "déjà un autre compte");
    }

    async fn what_does_not_hold_is_refused(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let twists: [fn(&mut Value); 8] = [
            |claims| claims["nonce"] = json!("another"),
            |claims| { claims.as_object_mut().unwrap().remove("nonce"); },
            |claims| claims["aud"] = json!("another-client"),
            |claims| claims["aud"] = json!(["barometer", "another-client"]),
            |claims| claims["azp"] = json!("another-client"),
            |claims| claims["iss"] = json!("https://elsewhere.example"),
            |claims| claims["exp"] = json!(claims["iat"].as_i64().unwrap() - 600),
            |claims| claims["iat"] = json!(claims["iat"].as_i64().unwrap() + 600),
        ];
        for (n, twist) in twists.into_iter().enumerate() {
            provider.said.lock().unwrap().twist = twist;
            let mut visitor = w.visitor().await;
            let reply = comes(&mut visitor, &provider, "ada").await;
            assert_eq!(reply.status, StatusCode::BAD_REQUEST, "twist {n}: {}", reply.main());
        }
        provider.said.lock().unwrap().twist = |_| {};
        let forgeries: [fn(String) -> String; 3] = [
            |token| signed((9, "first"), "JWT", &claims_of(&token)),
            |token| signed((9, "unknown"), "JWT", &claims_of(&token)),
            // Signed by nobody.
            |token| format!("eyJhbGciOiJub25lIn0.{}.", token.split('.').nth(1).unwrap()),
        ];
        for (n, forge) in forgeries.into_iter().enumerate() {
            provider.said.lock().unwrap().forge = forge;
            let reply = comes(&mut w.visitor().await, &provider, "ada").await;
            assert_ne!(reply.status, StatusCode::SEE_OTHER, "forgery {n}");
        }
        provider.said.lock().unwrap().forge = |token| token;
        assert_eq!((w.count("accounts"), w.count("sessions")), (0, 0));
        // Made-up keys had the provider asked twice, not each time.
        assert!(provider.said.lock().unwrap().asked <= 2, "{}", provider.said.lock().unwrap().asked);
    }

    async fn a_way_back_is_for_who_left_and_serves_once(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let mut ada = w.visitor().await;
        let away = ada.get("/sign-in/account").await.location();
        let back = provider.signs_in(&away, "ada");
        // Another browser, which began a sign-in of its own or none.
        let mut other = w.visitor().await;
        refused(&other.get(&back).await, StatusCode::BAD_REQUEST, "a expiré");
        other.get("/sign-in/account").await.location();
        refused(&other.get(&back).await, StatusCode::BAD_REQUEST, "a expiré");
        assert_eq!(ada.get(&back).await.location(), "/");
        refused(&ada.get(&back).await, StatusCode::BAD_REQUEST, "a expiré");
        // Somebody else's provider sends its answer here, or leaves out who it is.
        for issuer in ["&iss=https://elsewhere.example", ""] {
            let mut mixed = w.visitor().await;
            let away = mixed.get("/sign-in/account").await.location();
            let back = provider.signs_in(&away, "ada");
            let back = format!("{}{issuer}", back.split("&iss=").next().unwrap());
            refused(&mixed.get(&back).await, StatusCode::BAD_REQUEST, "n'a pas pu être vérifiée");
        }
        // A code that was used with a cookie that was kept.
        let mut kept = w.visitor().await;
        let away = kept.get("/sign-in/account").await.location();
        let (back, cookies) = (provider.signs_in(&away, "ada"), kept.cookies.clone());
        assert_eq!(kept.get(&back).await.location(), "/");
        kept.cookies = cookies.clone();
        refused(&kept.get(&back).await, StatusCode::BAD_REQUEST, "n'a pas pu être vérifiée");
        // Eleven minutes at the provider.
        let mut slow = w.visitor().await;
        let away = slow.get("/sign-in/account").await.location();
        let back = provider.signs_in(&away, "ada");
        w.move_to("2026-01-05T08:11:00Z");
        refused(&slow.get(&back).await, StatusCode::BAD_REQUEST, "a expiré");
        // Somebody who said no there.
        let away = slow.get("/sign-in/account").await.location();
        let state = away.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let said_no = format!("/sign-in/account/return?error=access_denied&state={state}");
        refused(&slow.get(&said_no).await, StatusCode::BAD_REQUEST, "Connexion annulée");
    }

    async fn clocks_may_differ_by_five_minutes(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        for (clock, comes_in) in [
            ("2026-01-05T08:05:00Z", true), ("2026-01-05T07:55:30Z", true),
            ("2026-01-05T08:06:30Z", false), ("2026-01-05T07:54:30Z", false),
        ] {
            w.move_to(clock);
            let reply = comes(&mut w.visitor().await, &provider, "ada").await;
            assert_eq!(reply.status == StatusCode::SEE_OTHER, comes_in, "{clock}: {}", reply.main());
        }
    }

    async fn a_new_key_needs_no_restart(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let mut ada = w.visitor().await;
        let away = ada.get("/sign-in/account").await.location();
        provider.said.lock().unwrap().key = (2, "second");
        assert_eq!(ada.get(&provider.signs_in(&away, "ada")).await.location(), "/");
    }

    async fn a_provider_that_is_away_ends_nobodys_session(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let mut ada = w.visitor().await;
        assert_eq!(comes(&mut ada, &provider, "ada").await.location(), "/");
        for mood in [Mood::Html, Mood::Huge] {
            provider.said.lock().unwrap().mood = mood;
            w.app.kept.forget();
            let reply = w.visitor().await.get("/sign-in/account").await;
            refused(&reply, StatusCode::SERVICE_UNAVAILABLE, "Entra ID ne répond pas");
            assert!(reply.main().contains("Recevoir un lien par e-mail"), "{}", reply.main());
        }
        set(&mut w, |config| {
            let provider = config.provider.clone();
            let nobody = provider.map(|provider| config::Provider { issuer: "http://127.0.0.1:9".to_owned(), ..provider });
            Config { provider: nobody, ..config }
        });
        refused(&w.visitor().await.get("/sign-in/account").await, StatusCode::SERVICE_UNAVAILABLE, "ne répond pas");
        ada.get("/settings").await.ok();
        assert_eq!(ada.post("/sign-out", &[]).await.location(), "/sign-in/account/left");
        assert!(!w.visitor().await.get("/sign-in/account/left").await.ok().main().contains("Se déconnecter aussi"));
    }

    async fn the_provider_ends_what_it_began(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let ada = person(&w, "ada@x.example");
        let logout = |change: fn(&mut Value)| {
            let now = moment("2026-01-05T08:00:00Z").to_jiff().as_second();
            let mut claims = json!({
                "iss": provider.issuer, "aud": [CLIENT], "iat": now, "exp": now + 120, "jti": "1", "sub": "ada",
                "events": { "http://schemas.openid.net/event/backchannel-logout": {} },
            });
            change(&mut claims);
            signed((1, "first"), "logout+jwt", &claims)
        };
        let (mut mailed, mut first, mut second) = (w.signed_in(&ada).await, w.visitor().await, w.visitor().await);
        comes(&mut first, &provider, "ada").await.location();
        comes(&mut second, &provider, "ada").await.location();
        // What is no logout token ends nothing.
        let wrong: [fn(&mut Value); 6] = [
            |claims| claims["nonce"] = json!("n"),
            |claims| claims["events"] = json!({}),
            |claims| claims["aud"] = json!("another"),
            |claims| claims["iss"] = json!("https://elsewhere.example"),
            |claims| claims["exp"] = json!(claims["iat"].as_i64().unwrap() - 400),
            |claims| { claims.as_object_mut().unwrap().remove("sub"); },
        ];
        for change in wrong {
            let reply = w.visitor().await.post("/sign-in/account/end", &[("logout_token", &logout(change))]).await;
            assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        }
        let none = w.visitor().await.post("/sign-in/account/end", &[("logout_token", "abc")]).await;
        assert_eq!(none.status, StatusCode::BAD_REQUEST);
        first.get("/settings").await.ok();
        // Another session of hers at the provider ends: not these.
        let other = logout(|claims| claims["sid"] = json!("another"));
        w.visitor().await.post("/sign-in/account/end", &[("logout_token", &other)]).await.ok();
        first.get("/settings").await.ok();
        w.visitor().await.post("/sign-in/account/end", &[("logout_token", &logout(|_| {}))]).await.ok();
        for ended in [&mut first, &mut second] {
            assert_eq!(ended.get("/settings").await.location(), "/sign-in");
        }
        mailed.get("/settings").await.ok();
        // And one session alone, by its name.
        comes(&mut first, &provider, "ada").await.location();
        let mine = logout(|claims| claims["sid"] = json!("session of ada"));
        w.visitor().await.post("/sign-in/account/end", &[("logout_token", &mine)]).await.ok();
        assert_eq!(first.get("/settings").await.location(), "/sign-in");
    }

    async fn signing_out_offers_the_providers_own_end(w: World) {
        let mut w = w;
        let provider = with_provider(&mut w);
        let mut ada = w.visitor().await;
        comes(&mut ada, &provider, "ada").await.location();
        let left = ada.post("/sign-out", &[]).await.location();
        let page = ada.get(&left).await.ok();
        assert!(page.text().replace("&#x2f;", "/").contains(&format!("{}/end?client_id=barometer", provider.issuer)));
        assert_eq!(ada.get("/settings").await.location(), "/sign-in");
        // Who came by mail is led to the sign-in page.
        let mut mailed = w.signed_in(&person(&w, "ada@x.example")).await;
        assert_eq!(mailed.post("/sign-out", &[]).await.location(), "/sign-in");
    }

    async fn the_mail_can_be_closed_and_the_command_always_opens(w: World) {
        let mut w = w;
        with_provider(&mut w);
        set(&mut w, |config| Config { sign_in: SignIn::Account, ..config });
        let mut visitor = w.visitor().await;
        let page = visitor.get("/sign-in").await.ok();
        assert!(!page.main().contains("Votre adresse professionnelle"), "{}", page.main());
        assert_eq!(visitor.post("/sign-in", &[("email", "ada@x.example")]).await.status, StatusCode::NOT_FOUND);
        let link = sign_in::link_for(&w.app, "ada@x.example").unwrap();
        assert_eq!(visitor.post(link.strip_prefix("http://barometer.test").unwrap(), &[]).await.location(), "/");
        set(&mut w, |config| Config { sign_in: SignIn::Mail, ..config });
        let mut visitor = w.visitor().await;
        assert_eq!(visitor.get("/sign-in/account").await.status, StatusCode::NOT_FOUND);
        assert!(!visitor.get("/sign-in").await.ok().main().contains("Entra ID"));
    }
}

fn claims_of(token: &str) -> Value {
    use base64::Engine;
    let body = token.split('.').nth(1).expect("a body");
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(body).expect("base64url");
    serde_json::from_slice(&bytes).expect("claims")
}

/// Somebody who waits for a provider that never answers is told within ten seconds, and who comes then at once.
#[actix_web::test]
async fn a_provider_that_never_answers() {
    let mut w = World::new(crate::world::Backend::Sqlite);
    let provider = with_provider(&mut w);
    provider.said.lock().unwrap().mood = Mood::Never;
    let begun = std::time::Instant::now();
    let (mut one, mut other) = (w.visitor().await, w.visitor().await);
    let (one, other) = tokio::join!(one.get("/sign-in/account"), other.get("/sign-in/account"));
    for reply in [one, other] {
        refused(&reply, StatusCode::SERVICE_UNAVAILABLE, "ne répond pas");
    }
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}
