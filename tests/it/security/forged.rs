//! What no request may do: forge, break, double, lead away.

use actix_web::http::{Method, StatusCode, header};
use actix_web::test::TestRequest;

use super::roles::{HEAD, READERS, table};
use super::scene::{csrf_of, posting, scene, staff, surrounded};
use crate::world::verbs::person_id;

on_both! {
    async fn a_form_without_its_token_or_from_elsewhere_changes_nothing(w: World) {
        let scene = scene(&w).await;
        let state = |w: &World| w.dump().into_iter().filter(|row| !row.starts_with("sessions:")).collect::<Vec<_>>();
        let before = state(&w);
        for line in table().into_iter().filter(|line| line.post && line.cells[0] == '1') {
            let may = line.cells.iter().position(|cell| matches!(cell, '+' | 's'));
            // What the paths name is not there for anybody: the head of its service is told so, with a token.
            let able = may.unwrap_or(HEAD);
            let mut visitor = w.signed_in(&READERS[able].1.expect("a person").into()).await;
            let path = scene.path(line.path);
            let csrf = csrf_of(&w, &visitor);
            let other = w.signed_in(&READERS[able].1.expect("a person").into()).await;
            let others = csrf_of(&w, &other);
            for (what, request) in [
                ("without", posting(&path, None)),
                ("empty", posting(&path, Some(""))),
                ("wrong", posting(&path, Some("AAAA"))),
                ("of another session", posting(&path, Some(&others))),
                ("cross-site", posting(&path, Some(&csrf)).insert_header(("sec-fetch-site", "cross-site"))),
                ("same-site", posting(&path, Some(&csrf)).insert_header(("sec-fetch-site", "same-site"))),
            ] {
                let reply = visitor.send(request).await;
                assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path} {what}");
                surrounded(&reply, &path);
            }
        }
        assert_eq!(before, state(&w));
        // Forms that need no token are refused from other sites all the same.
        for path in ["/sign-in", "/r/{token}", "/r/{token}/sending", "/r/{token}/decline", "/r/{token}/1"] {
            let path = scene.path(path);
            let request = TestRequest::post().uri(&path).insert_header(("sec-fetch-site", "cross-site"));
            assert_eq!(w.visitor().await.send(request).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }

    async fn errors_carry_the_same_headers(w: World) {
        staff(&w);
        let mut anybody = w.visitor().await;
        let mut head = w.signed_in(&"head_it".into()).await;
        let big = format!("email={}", "é".repeat(50 * 1024));
        let form = |body: Vec<u8>| {
            TestRequest::post()
                .uri("/sign-in")
                .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
                .set_payload(body)
        };
        for (wanted, reply) in [
            (404, anybody.get("/nowhere").await),
            (405, anybody.send(TestRequest::put().uri("/sign-in")).await),
            (405, anybody.send(TestRequest::default().method(Method::TRACE).uri("/")).await),
            (405, anybody.send(TestRequest::delete().uri("/people/prod_1")).await),
            (413, anybody.send(form(big.into_bytes())).await),
            (400, anybody.send(form(b"email=a@x.example&email=b@x.example".to_vec())).await),
            (400, anybody.send(TestRequest::post().uri("/sign-in").set_json("x")).await),
            (410, anybody.get("/sign-in/nothing").await),
            (403, head.get("/settings").await),
            (401, anybody.send(posting("/settings", None)).await),
            (303, anybody.get("/settings").await),
        ] {
            assert_eq!(reply.status.as_u16(), wanted, "{}", reply.main());
            surrounded(&reply, &wanted.to_string());
            assert!(reply.headers.get("strict-transport-security").is_none());
        }
    }

    async fn odd_bytes_are_never_a_fault_of_ours(w: World) {
        let scene = scene(&w).await;
        let odd = ["%00", "a%00b", "%ff%fe", "%2e%2e", "..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%E2%80%AE", "%", "%zz",
            "%0d%0aX-Evil:1", "'%20OR%201=1--", "%25", "a%2Fb", "%F0%9F%92%A9", "%7B%7B7*7%7D%7D"];
        for line in table() {
            let able = line.cells.iter().position(|cell| *cell == '+').unwrap_or(0);
            let mut visitor = match READERS[able].1 {
                Some(id) => w.signed_in(&id.into()).await,
                None => w.visitor().await,
            };
            let csrf = csrf_of(&w, &visitor);
            let mut paths = Vec::new();
            for odd in odd {
                for part in line.path.split('/').filter(|part| part.starts_with('{')) {
                    paths.push(scene.path(&line.path.replace(part, odd)));
                }
                if !line.post {
                    let path = scene.path(line.path);
                    paths.push(format!("{path}?search={odd}&page={odd}&campaign={odd}&subject={odd}&lang={odd}&profile={odd}"));
                }
            }
            for path in paths {
                // What is no address at all never reaches the program.
                if path.parse::<actix_web::http::Uri>().is_err() {
                    continue;
                }
                let reply = if line.post {
                    visitor.send(posting(&path, Some(&csrf))).await
                } else {
                    visitor.get(&path).await
                };
                assert!(!reply.status.is_server_error(), "{} {path}: {}", line.path, reply.status);
                surrounded(&reply, &path);
            }
        }
        let mut anybody = w.visitor().await;
        let deep = "/a".repeat(4000);
        assert_eq!(anybody.get(&deep).await.status, StatusCode::NOT_FOUND);
        for body in [&b"email=%ff%fe%00"[..], b"email=\xff\xfe\x00", b"&&&=&=&", b"%00=%00", b"email", b"\x00"] {
            let request = TestRequest::post()
                .uri("/sign-in")
                .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
                .set_payload(body);
            assert!(!anybody.send(request).await.status.is_server_error(), "{body:?}");
        }
        for bytes in [&b"--cut"[..], b"--cut\r\n\r\n\r\n--cut--", b"nothing", b""] {
            let mut hr = w.signed_in(&"hugo".into()).await;
            let request = TestRequest::post()
                .uri("/people/import")
                .insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=cut"))
                .set_payload(bytes);
            let status = hr.send(request).await.status;
            assert!(status.is_client_error(), "{bytes:?}: {status}");
        }
    }

    async fn a_parameter_sent_twice_is_refused(w: World) {
        staff(&w);
        let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut one = w.visitor().await;
        one.post(&link, &[("service", "it")]).await.location();
        for fields in [
            [("q_keep", "un"), ("q_keep", "deux")],
            [("q_overall", "3"), ("q_overall", "4")],
            [("go", "next"), ("go", "finish")],
        ] {
            let status = one.post(&format!("{link}/1"), &fields).await.status;
            assert!(matches!(status.as_u16(), 400 | 422), "{fields:?}: {status}");
        }
        let mut ada = w.signed_in(&"ada".into()).await;
        let reply = ada.post("/people/prod_1/roles", &[("role", "hr"), ("role", "admin")]).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        let csrf = csrf_of(&w, &ada);
        let twice = [("csrf", csrf.as_str()), ("csrf", csrf.as_str())];
        let request = TestRequest::post().uri("/people/prod_1/roles").set_form(twice);
        assert_eq!(ada.send(request).await.status, StatusCode::BAD_REQUEST);
        ada.get("/people?search=a&search=b").await.ok();
    }

    async fn redirects_stay_at_home(w: World) {
        staff(&w);
        let mut ada = w.signed_in(&"ada".into()).await;
        for back in ["//evil.example", "https://evil.example/", "\\\\evil.example", "/\\evil.example", "/\t/evil.example",
            "/\n/evil.example", "javascript:alert(1)", "evil", "", "/%0d%0aX-Evil:1", "/é", " //evil.example"] {
            let reply = ada.post("/account/language", &[("language", "fr"), ("back", back)]).await;
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "{back:?}");
            let to = reply.location();
            let plain: String = to.chars().filter(|c| !c.is_control()).collect();
            assert!(plain.starts_with('/') && !plain.starts_with("//") && !plain.contains('\\') && plain == to, "{back:?} → {to:?}");
            assert!(reply.headers.get("x-evil").is_none());
        }
        let reply = ada.post("/account/language", &[("language", "fr"), ("back", "/people?page=2&search=é")]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER);
    }

    /// Who may not send a file hears that, whatever came.
    async fn a_broken_file_of_somebody_who_may_not_send_any_is_refused_as_such(w: World) {
        staff(&w);
        let mut visitor = w.signed_in(&"head_it".into()).await;
        for path in ["/people/import", "/people/import/confirmation", "/imports/suppliers", "/imports/suppliers/confirmation"] {
            for kind in ["text/plain", "multipart/form-data; boundary=cut"] {
                let request = TestRequest::post().uri(path).insert_header((header::CONTENT_TYPE, kind)).set_payload("x");
                assert_eq!(visitor.send(request).await.status, 403, "{path} {kind}");
            }
        }
    }
}
