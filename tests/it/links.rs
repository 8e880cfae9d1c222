//! Links as they arrive: cut, changed, with something at their end, with parameters of others. No page is empty.

use actix_web::http::{Method, StatusCode};

use crate::world::Reply;
use crate::world::verbs::{ASKED, person_id};

/// Every path of a GET route, as routes.rs writes them.
fn routes() -> Vec<String> {
    let source = include_str!("../../src/doors/routes.rs");
    let mut list = Vec::new();
    for statement in source.split(';') {
        let prefix = statement.split("= scope(\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        for part in statement.split(".route(\"").skip(1) {
            let (path, rest) = part.split_once('"').expect("a path");
            if rest.trim_start_matches([',', ' ']).starts_with("get()") {
                list.push(format!("{prefix}{path}").replace(":[0-9]+}", "}"));
            }
        }
    }
    list
}

#[track_caller]
fn says_something(reply: &Reply, path: &str) {
    assert!(!reply.status.is_server_error(), "{path}: {}", reply.status);
    if !reply.status.is_redirection() {
        assert!(!reply.text().trim().is_empty(), "{path}: an empty page with {}", reply.status);
    }
}

on_both! {
    async fn a_link_says_what_happened_to_it(w: World) {
        w.organisation(&[("prod", 10)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let link = w.link(&campaign, &person_id("prod", 1));
        let secret = link.trim_start_matches("/r/").to_owned();
        let mut visitor = w.visitor().await;
        assert_eq!(ASKED.len(), 4);
        for behind in [".", "%3E", "%20", ")", "&data=05%7C01", "?utm_source=a&utm_source=b", "?fbclid=x", "?lang=EN", "?%FF", "%22", ",", "%C2%A0", "."] {
            let page = visitor.get(&format!("{link}{behind}")).await;
            assert_eq!(page.status, StatusCode::OK, "{behind}");
            assert!(page.main().contains("Commencer"), "{behind}");
        }
        for (path, lead) in [(format!("{link}/"), &link), (format!("/R/{secret}"), &link)] {
            assert_eq!(visitor.get(&path).await.location(), **lead, "{path}");
        }
        w.write(|conn| barometer::app::Settings::save(conn, "hr_contact", "rh@x.example"));
        let told = [
            (secret.to_lowercase(), "minuscules"),
            (secret.to_uppercase(), "majuscules"),
            (secret[..40].to_owned(), "La fin de ce lien manque"),
            (format!("{secret}Bonjour"), "ajouté au bout"),
            (format!("{}x", &secret[..42]), "une lettre a sans doute changé"),
        ];
        for (damaged, words) in told {
            for page in ["", "/1", "/check"] {
                let reply = visitor.get(&format!("/r/{damaged}{page}")).await;
                let text = reply.main();
                assert_eq!(reply.status, StatusCode::NOT_FOUND, "{damaged}");
                assert!(text.contains("Écrivez à rh@x.example"), "{text}");
                assert!(text.contains(words) && text.contains("Copiez-le") && !text.contains("expiré"), "{damaged}: {text}");
            }
        }
        // No more reminders: the same.
        let unsubscribe = barometer::campaign::unsubscribe::path(&w.app.link_key, &w.invitation(&campaign, &person_id("prod", 1)).id);
        for behind in [".", ")", "&data=x", "%3E"] {
            visitor.get(&format!("{unsubscribe}{behind}")).await.ok();
        }
        let cut = visitor.get(&unsubscribe[..unsubscribe.len() - 3]).await;
        assert!(cut.status == StatusCode::NOT_FOUND && cut.main().contains("La fin"), "{}", cut.main());
        // One that was known has expired: replaced, then forgotten with its campaign.
        let (key, id, today) = (w.app.link_key.clone(), w.invitation(&campaign, &person_id("prod", 2)).id, w.app.today());
        let old = w.link(&campaign, &person_id("prod", 2));
        w.write(move |conn| barometer::answering::reissue::reissue(conn, &key, &id, today));
        assert_eq!(visitor.get(&old).await.status, StatusCode::GONE);
        w.close(&campaign);
        w.move_to("2026-03-17T08:00:00Z");
        w.tick();
        assert_eq!(w.count("invitations"), 0);
        let gone = visitor.get(&link).await;
        assert!(gone.status == StatusCode::GONE && gone.main().contains("a expiré"), "{}", gone.main());
        w.move_to("2028-04-17T08:00:00Z");
        w.tick();
        assert_eq!(w.count("past_links"), 0);
    }

    async fn no_address_gives_an_empty_page(w: World) {
        w.organisation(&[("prod", 10)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let link = w.link(&campaign, &person_id("prod", 1));
        w.write(|conn| {
            use barometer::organisation::store;
            store::insert_people(conn, &[crate::world::verbs::person("all", "staff", barometer::render::Language::Fr)])?;
            for role in ["hr", "admin", "direction", "reader"] {
                store::grant(conn, &"all".into(), barometer::web::Role::parse(role).unwrap(), &"".into())?;
            }
            store::grant(conn, &"all".into(), barometer::web::Role::Head, &"it".into())
        });
        let all = routes();
        assert!(all.len() > 45, "{}", all.len());
        let (mut nobody, mut somebody) = (w.visitor().await, w.signed_in(&"all".into()).await);
        for route in all {
            let plain = route
                .replace("/r/{token}", &link)
                .replace("{token}", link.trim_start_matches("/r/"))
                .replace("{supplier}", "it")
                .replace("/campaigns/{id}", &format!("/campaigns/{}", campaign.id))
                .replace("{campaign}", "2026-Q1")
                .replace("{person}", "prod_1")
                .replace("{page}", "1")
                .replace(['{', '}'], "");
            let (upper, first) = (plain.to_uppercase(), plain.trim_start_matches('/').split('/').next().unwrap_or_default().to_uppercase());
            let rest = plain.trim_start_matches('/').split_once('/').map_or(String::new(), |(_, rest)| format!("/{rest}"));
            for path in [
                plain.clone(),
                format!("{plain}?a=1&a=2"),
                format!("{plain}?lang=fr&lang=en&utm_source=x"),
                format!("{plain}?page=1&page=2&search=%FF"),
                format!("{plain}."),
                format!("{plain}/"),
                format!("{plain}%3E"),
                upper,
                format!("/{first}{rest}"),
            ] {
                for visitor in [&mut nobody, &mut somebody] {
                    says_something(&visitor.get(&path).await, &path);
                }
            }
            for method in [Method::PUT, Method::DELETE, Method::from_bytes(b"BREW").unwrap()] {
                let reply = nobody.send(actix_web::test::TestRequest::default().method(method.clone()).uri(&plain)).await;
                assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {plain}");
                says_something(&reply, &plain);
            }
        }
        let cross = actix_web::test::TestRequest::post().uri(&link).insert_header(("sec-fetch-site", "cross-site"));
        says_something(&nobody.send(cross).await, "a post from elsewhere");
    }
}
