//! How a session begins, and what ends it.

use std::sync::Arc;

use actix_web::http::{StatusCode, header};
use actix_web::test::TestRequest;
use barometer::config::Config;
use barometer::organisation::store as organisation;
use barometer::web::Role;

use super::scene::staff;
use crate::world::Visitor;

on_both! {
    async fn cookies_are_ours_alone(w: World) {
        staff(&w);
        let https = {
            let mut app = w.app.clone();
            app.config = Arc::new(Config { public_address: "https://barometer.test".to_owned(), ..(*app.config).clone() });
            app
        };
        for (app, name, secure) in [(&w.app, "session", false), (&https, "__Host-session", true)] {
            let mut ada = Visitor::new(app).await;
            let link = barometer::organisation::sign_in::link_for(app, "ada@example.org").expect("a link");
            let path = link.split_once("barometer.test").expect("our address").1.to_owned();
            // A session that an attacker fixed beforehand is not the one that opens.
            ada.cookies.insert(name.to_owned(), "fixed".to_owned());
            let reply = ada.post_open(&path).await;
            let cookies: Vec<String> = reply.headers.get_all(header::SET_COOKIE).map(|v| v.to_str().unwrap().to_owned()).collect();
            assert_eq!(cookies.len(), 1, "{cookies:?}");
            assert!(cookies[0].starts_with(&format!("{name}=")) && cookies[0].contains("HttpOnly"), "{cookies:?}");
            assert!(cookies[0].contains("SameSite=Lax") && cookies[0].contains("Path=/") && !cookies[0].contains("Domain"));
            assert_eq!(cookies[0].contains("Secure"), secure);
            let token = ada.cookies[name].clone();
            assert!(token != "fixed" && token.len() >= 22, "at least 128 bits");
            assert!(w.dump().iter().all(|row| !row.contains(&token)), "only a hash is kept");
            let page = ada.get("/settings").await.ok();
            assert_eq!(page.headers.get("strict-transport-security").is_some(), secure);
            // What a page says after a post travels in a cookie too.
            let csrf = app.link_key.token("csrf", &token);
            let request = TestRequest::post().uri("/people/prod_1/roles").set_form([("csrf", csrf.as_str()), ("role", "reader")]);
            let reply = ada.send(request).await;
            for cookie in reply.headers.get_all(header::SET_COOKIE).map(|v| v.to_str().unwrap()) {
                assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
                assert_eq!(cookie.contains("Secure"), secure, "{cookie}");
            }
            // A second sign-in gives a new token and ends the first.
            let link = barometer::organisation::sign_in::link_for(app, "ada@example.org").expect("a link");
            ada.post_open(link.split_once("barometer.test").unwrap().1).await.location();
            assert_ne!(ada.cookies[name], token);
            let mut thief = Visitor::new(app).await;
            thief.cookies.insert(name.to_owned(), token);
            assert_eq!(thief.get("/settings").await.location(), "/sign-in");
        }
    }

    async fn sessions_end(w: World) {
        staff(&w);
        let mut ada = w.signed_in(&"ada".into()).await;
        // Idle: 90 minutes.
        w.move_to("2026-01-05T09:29:00Z");
        ada.get("/settings").await.ok();
        w.move_to("2026-01-05T10:59:01Z");
        assert_eq!(ada.get("/settings").await.location(), "/sign-in");
        // Absolute: eight hours, however busy.
        let mut ada = w.signed_in(&"ada".into()).await;
        for hour in 11..=18 {
            w.move_to(&format!("2026-01-05T{hour}:58:00Z"));
            ada.get("/settings").await.ok();
        }
        w.move_to("2026-01-05T18:59:02Z");
        assert_eq!(ada.get("/settings").await.location(), "/sign-in");
        // Signed out: the token is dead, not only forgotten by the browser.
        let mut ada = w.signed_in(&"ada".into()).await;
        let copy = ada.clone();
        ada.post("/sign-out", &[]).await.location();
        for mut one in [ada, copy] {
            assert_eq!(one.get("/settings").await.location(), "/sign-in");
        }
        // Deactivated: at the next request, and for good.
        let mut ada = w.signed_in(&"ada".into()).await;
        let active = |w: &World, active| w.write(move |conn| {
            let mut ada = organisation::person(conn, &"ada".into())?;
            ada.active = active;
            organisation::update_people(conn, &[ada])
        });
        active(&w, false);
        assert_eq!(ada.get("/settings").await.location(), "/sign-in");
        active(&w, true);
        assert_eq!(ada.get("/settings").await.location(), "/sign-in", "a session does not come back to life");
        // A role withdrawn counts at once.
        let mut ada = w.signed_in(&"ada".into()).await;
        w.write(|conn| organisation::withdraw(conn, &"ada".into(), Role::Admin, &"".into()));
        assert_eq!(ada.get("/settings").await.status, StatusCode::FORBIDDEN);
    }
}
