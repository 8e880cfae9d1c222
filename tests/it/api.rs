//! The interface for programs: who comes in, the same figures as in the files, measurements brought.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use barometer::app::API_AT_ONCE;
use barometer::campaign::Campaign;
use barometer::doors::api::document;
use barometer::doors::api::keys::Scope;
use barometer::doors::api::store as keys;
use serde_json::{Value, json};

use crate::security::scene;
use crate::world::verbs::{about, person_id};
use crate::world::{Reply, World};

/// A published wave of `it` and `hr`, with a promise, measured, and an action.
fn published(w: &World) -> Campaign {
    scene::staff(w);
    let campaign = w.campaign("2026-Q1", &["it", "hr"]);
    w.measured(&campaign, "it", "panne", 9.0, 1240);
    let open = w.open(&campaign);
    for number in 1..=14 {
        for supplier in ["it", "hr"] {
            let draft = about(supplier, &[("overall", 1 + i32::try_from(number).unwrap() % 5), ("reception_1", 4)]);
            if supplier == "it" || number < 7 {
                w.store_answers(&open, &person_id("prod", number), draft);
            }
        }
    }
    let closed = w.close(&open);
    w.tick();
    scene::action(w, "it");
    closed
}

async fn asked(w: &World, path: &str, key: &str) -> Reply {
    w.visitor().await.send(w.asks(path, key)).await
}

fn json_of(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.bytes).unwrap_or_else(|fault| panic!("{fault}: {}", reply.text()))
}

/// Every item of a list, page by page.
async fn all(w: &World, path: &str, key: &str, limit: usize) -> Vec<Value> {
    let (mut items, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = json_of(&asked(w, &format!("{path}?limit={limit}{cursor}"), key).await.ok());
        let list = page["items"].as_array().expect("items").clone();
        assert!(list.len() <= limit);
        items.extend(list);
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

/// The lines of a file as HR takes it, by the names of its heads.
async fn file(w: &World, name: &str) -> Vec<Vec<(String, String)>> {
    let text = w.signed_in(&"hugo".into()).await.get(&format!("/exports/2026-Q1/{name}.csv")).await.ok().text();
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = rows.headers().unwrap().iter().map(ToOwned::to_owned).collect();
    rows.records().map(|row| heads.iter().cloned().zip(row.unwrap().iter().map(ToOwned::to_owned)).collect()).collect()
}

/// A value as a file spells it.
fn spelled(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) if number.is_f64() => format!("{}", number.as_f64().unwrap()),
        other => other.to_string(),
    }
}

fn is_problem(reply: &Reply, status: StatusCode, kind: &str) {
    assert_eq!(reply.status, status, "{kind}: {}", reply.text());
    assert_eq!(reply.headers.get("content-type").unwrap(), "application/problem+json");
    let problem = json_of(reply);
    assert_eq!(problem["type"], format!("/api#{kind}"), "{problem}");
    assert_eq!(problem["status"], status.as_u16());
}

const READ: [(&str, Option<Scope>); 10] = [
    ("/openapi.json", None),
    ("/campaigns", Some(Scope::Results)),
    ("/campaigns/2026-Q1", Some(Scope::Results)),
    ("/campaigns/2026-Q1/indicators", Some(Scope::Results)),
    ("/campaigns/2026-Q1/participation", Some(Scope::Results)),
    ("/campaigns/2026-Q1/commitments", Some(Scope::Results)),
    ("/campaigns/2026-Q1/plan", Some(Scope::Results)),
    ("/units", Some(Scope::Organisation)),
    ("/suppliers", Some(Scope::Organisation)),
    ("/relations", Some(Scope::Organisation)),
];

on_both! {
    async fn each_key_opens_its_scope_and_no_session_opens_any(w: World) {
        published(&w);
        // Every address of the document stands in the list above.
        let described: BTreeSet<String> =
            serde_json::to_value(document()).unwrap()["paths"].as_object().unwrap().keys().cloned().collect();
        let listed: BTreeSet<String> = READ.iter().map(|(path, _)| path.replace("2026-Q1", "{campaign}"))
            .filter(|path| path != "/openapi.json").chain(["/measurements".to_owned()]).collect();
        assert_eq!(described, listed);
        for scope in Scope::ALL {
            let key = w.key(&[*scope]);
            for (path, opens) in READ {
                let reply = asked(&w, path, &key).await;
                if opens.is_none_or(|needed| needed == *scope) {
                    assert_eq!(reply.status, StatusCode::OK, "{scope:?} {path}: {}", reply.text());
                } else {
                    is_problem(&reply, StatusCode::FORBIDDEN, "out-of-scope");
                }
            }
            let brings = brought(&w, &key, &json!({ "measurements": [] })).await;
            if *scope == Scope::Measurements {
                is_problem(&brings, StatusCode::BAD_REQUEST, "invalid");
            } else {
                is_problem(&brings, StatusCode::FORBIDDEN, "out-of-scope");
            }
            // A key is no session.
            let page = w.visitor().await.send(TestRequest::get().uri("/people").insert_header(("authorization", format!("Bearer {key}")))).await;
            assert_eq!(page.location(), "/sign-in");
        }
        for who in ["hugo", "ada", "dora", "head_it"] {
            let mut visitor = w.signed_in(&who.into()).await;
            for (path, opens) in READ.into_iter().filter(|(_, opens)| opens.is_some()) {
                let reply = visitor.get(&format!("/api/v1{path}")).await;
                is_problem(&reply, StatusCode::UNAUTHORIZED, "no-key");
                assert!(reply.headers.contains_key("www-authenticate"), "{opens:?}");
            }
        }
    }

    async fn a_key_that_does_not_stand_opens_nothing(w: World) {
        published(&w);
        let key = w.key(&[Scope::Results]);
        is_problem(&asked(&w, "/campaigns", "barometer_nobody").await, StatusCode::UNAUTHORIZED, "unknown-key");
        for address in ["key", "access_token", "token"] {
            let path = format!("/campaigns?{address}={key}");
            is_problem(&asked(&w, &path, &key).await, StatusCode::BAD_REQUEST, "key-in-address");
        }
        for odd in ["", "Bearer", "Bearer ", "Basic abc", "bearer x y"] {
            let request = TestRequest::get().uri("/api/v1/campaigns").insert_header(("authorization", odd));
            assert_eq!(w.visitor().await.send(request).await.status, StatusCode::UNAUTHORIZED, "{odd}");
        }
        let (id, waiting) = w.write(|conn| {
            let now = barometer::clock::Clock::System.now();
            keys::make(conn, now, &"ada".into(), "Attend", &[Scope::Results].into(), barometer::clock::Day::parse("2026-02-01").unwrap())
        });
        is_problem(&asked(&w, "/campaigns", &waiting).await, StatusCode::FORBIDDEN, "key-waits");
        let now = w.app.clock.now();
        let agreed = id.clone();
        w.write(move |conn| keys::agree(conn, now, &"hugo".into(), &agreed));
        asked(&w, "/campaigns", &waiting).await.ok();
        w.move_to("2026-02-02T08:00:00Z");
        is_problem(&asked(&w, "/campaigns", &waiting).await, StatusCode::UNAUTHORIZED, "key-ended");
        asked(&w, "/campaigns", &key).await.ok();
        w.write(move |conn| {
            let all = keys::all(conn)?;
            all.iter().try_for_each(|(key, _)| keys::revoke(conn, now, &key.id).map(drop))
        });
        is_problem(&asked(&w, "/campaigns", &key).await, StatusCode::UNAUTHORIZED, "key-ended");
    }

    async fn a_key_that_comes_too_often_waits(w: World) {
        published(&w);
        let (key, other) = (w.key(&[Scope::Organisation]), w.key(&[Scope::Organisation]));
        for _ in 0..API_AT_ONCE {
            asked(&w, "/units", &key).await.ok();
        }
        let reply = asked(&w, "/units", &key).await;
        is_problem(&reply, StatusCode::TOO_MANY_REQUESTS, "too-many");
        assert_eq!(reply.headers.get("retry-after").unwrap(), "1");
        asked(&w, "/units", &other).await.ok();
        w.move_to("2026-02-02T08:00:00Z");
        asked(&w, "/units", &key).await.ok();
    }

    async fn the_rows_are_those_of_the_files(w: World) {
        published(&w);
        let key = w.key(&[Scope::Results]);
        let schemas = serde_json::to_value(document()).unwrap()["components"]["schemas"].clone();
        for (path, file_name, schema) in [
            ("indicators", "indicators", "Indicator"), ("participation", "participation", "Participation"),
            ("commitments", "commitments", "Commitment"), ("plan", "plan", "Action"),
        ] {
            let rows = file(&w, file_name).await;
            assert!(!rows.is_empty(), "{path}");
            for limit in [7, 1000] {
                let items = all(&w, &format!("/campaigns/2026-Q1/{path}"), &key, limit).await;
                assert_eq!(items.len(), rows.len(), "{path} by {limit}");
                for (item, row) in items.iter().zip(&rows) {
                    let item = item.as_object().unwrap();
                    let told: BTreeSet<&String> = schemas[schema]["properties"].as_object().unwrap().keys().collect();
                    assert_eq!(item.keys().collect::<BTreeSet<_>>(), told, "{path}");
                    // The plan's heads and words are for people.
                    if path == "plan" {
                        let values: BTreeSet<String> = row.iter().map(|(_, value)| value.clone()).collect();
                        for name in ["reference", "title", "finding", "due"] {
                            assert!(values.contains(&spelled(&item[name])), "{name}: {item:?} {row:?}");
                        }
                        assert_eq!((&item["status"], &item["service"], &item["visible"]), (&json!("proposed"), &json!("it"), &json!(false)));
                        continue;
                    }
                    for (name, value) in row {
                        // A text that a spreadsheet could take for a formula has a sign before it in a file; promises
                        // are in the language asked for.
                        if name != "text" && name != "unit" {
                            assert_eq!(&spelled(&item[name]), value, "{path} {name}: {item:?}");
                        }
                    }
                }
            }
        }
        let of_it = all(&w, "/campaigns/2026-Q1/indicators", &key, 1000).await.iter().filter(|item| item["supplier"] == "it").count();
        let only = json_of(&asked(&w, "/campaigns/2026-Q1/indicators?limit=1000&supplier=it", &key).await.ok());
        assert!(of_it > 0 && only["items"].as_array().unwrap().len() == of_it);
        for wrong in ["limit=0", "limit=1001", "limit=x", "cursor=x", "cursor=9.x"] {
            is_problem(&asked(&w, &format!("/campaigns/2026-Q1/indicators?{wrong}"), &key).await, StatusCode::BAD_REQUEST, "invalid");
        }
        is_problem(&asked(&w, "/campaigns/2026-Q1/plan?lang=de", &key).await, StatusCode::BAD_REQUEST, "invalid");
        is_problem(&asked(&w, "/campaigns/nothing/plan", &key).await, StatusCode::NOT_FOUND, "not-found");
        is_problem(&asked(&w, "/nothing", &key).await, StatusCode::NOT_FOUND, "not-found");
        let post = TestRequest::post().uri("/api/v1/campaigns");
        let reply = w.visitor().await.send(post).await;
        is_problem(&reply, StatusCode::METHOD_NOT_ALLOWED, "not-allowed");
        assert_eq!(reply.headers.get("allow").unwrap(), "GET, HEAD");
    }

    async fn bytes_that_are_known_are_not_sent_again(w: World) {
        let campaign = published(&w);
        let key = w.key(&[Scope::Results, Scope::Organisation]);
        for (path, _) in READ {
            let first = asked(&w, path, &key).await.ok();
            let tag = first.headers.get("etag").unwrap().to_str().unwrap().to_owned();
            assert!(!first.headers.contains_key("last-modified"));
            for given in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
                let again = w.visitor().await.send(w.asks(path, &key).insert_header(("if-none-match", given))).await;
                assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
            }
            let other = w.visitor().await.send(w.asks(path, &key).insert_header(("if-none-match", "\"x\""))).await.ok();
            assert_eq!(other.bytes, first.bytes);
        }
        // The publication did not move, and a text that was withdrawn is not served from memory.
        let before = asked(&w, "/campaigns/2026-Q1/plan", &key).await.ok();
        let fingerprint = before.headers.get("x-barometer-fingerprint").unwrap().to_str().unwrap().to_owned();
        w.write(move |conn| {
            use diesel::prelude::*;
            Ok(diesel::update(barometer::db::schema::actions::table).set(barometer::db::schema::actions::finding.eq("Retiré")).execute(conn)?)
        });
        let tag = before.headers.get("etag").unwrap().clone();
        let after = w.visitor().await.send(w.asks("/campaigns/2026-Q1/plan", &key).insert_header(("if-none-match", tag))).await.ok();
        assert!(after.text().contains("Retiré"));
        assert_eq!(after.headers.get("x-barometer-fingerprint").unwrap().to_str().unwrap(), fingerprint);
        assert_eq!(json_of(&asked(&w, "/campaigns/2026-Q1", &key).await.ok())["fingerprint"], json!(fingerprint));
        assert!(campaign.is_published());
    }

    async fn an_open_campaign_shows_yesterdays_participation_and_nothing_else(w: World) {
        scene::staff(&w);
        let open = w.open(&w.campaign("2026-Q1", &["it"]));
        let draft = w.campaign("2026-Q2", &["it"]);
        let key = w.key(&[Scope::Results]);
        let listed = json_of(&asked(&w, "/campaigns", &key).await.ok());
        assert_eq!((listed["items"].as_array().unwrap().len(), &listed["items"][0]["state"]), (1, &json!("open")));
        is_problem(&asked(&w, &format!("/campaigns/{}", draft.code), &key).await, StatusCode::NOT_FOUND, "not-found");
        for path in ["indicators", "commitments", "plan"] {
            is_problem(&asked(&w, &format!("/campaigns/2026-Q1/{path}"), &key).await, StatusCode::NOT_FOUND, "not-found");
        }
        let read = || async { json_of(&asked(&w, "/campaigns/2026-Q1/participation", &key).await.ok())["items"].clone() };
        let answer = |numbers: std::ops::RangeInclusive<usize>| {
            numbers.for_each(|number| { w.store_answers(&open, &person_id("prod", number), about("it", &[("overall", 4)])); });
        };
        w.tick();
        assert_eq!(read().await, json!([]), "no day is over");
        answer(1..=5);
        w.move_to("2026-01-06T08:00:00Z");
        w.tick();
        let second = read().await;
        assert!(second.as_array().unwrap().iter().all(|item| item["day"] == "2026-01-05"), "{second}");
        answer(6..=9);
        assert_eq!(read().await, second, "what comes today is for tomorrow");
        w.move_to("2026-01-07T08:00:00Z");
        w.tick();
        let third = read().await;
        assert!(third.as_array().unwrap().iter().all(|item| item["day"] == "2026-01-06"), "one day alone: {third}");
        assert_eq!(third[0]["sendings"], json!(5), "{third}");
    }

    async fn a_campaigns_first_read_of_a_day_stands_among_the_exports(w: World) {
        published(&w);
        let key = w.key(&[Scope::Results]);
        let lines = || w.count("audit_log WHERE event = 'export' AND detail LIKE '2026-Q1 api %'");
        for _ in 0..3 {
            asked(&w, "/campaigns/2026-Q1/indicators", &key).await.ok();
            asked(&w, "/campaigns/2026-Q1/plan", &key).await.ok();
        }
        assert_eq!(lines(), 1);
        asked(&w, "/campaigns/2026-Q1", &w.key(&[Scope::Results])).await.ok();
        assert_eq!(lines(), 2);
        w.move_to("2026-01-18T08:00:00Z");
        asked(&w, "/campaigns/2026-Q1/participation", &key).await.ok();
        assert_eq!(lines(), 3);
        let page = w.signed_in(&"hugo".into()).await.get("/exports").await.ok();
        assert!(page.main().contains("Lecture par un programme"), "{}", page.main());
        w.tick();
        assert_eq!(w.count("api_reads"), 1);
    }

    async fn measurements_are_brought_all_or_none(w: World) {
        scene::staff(&w);
        let open = w.open(&w.campaign("2026-Q1", &["it"]));
        let key = w.key(&[Scope::Measurements]);
        let one = |value: f64, cases: i64, source: &str| json!({
            "supplier": "it", "commitment": "panne", "campaign": open.code, "value": value, "cases": cases, "source": source,
        });
        let send = |items: Vec<Value>| { let (w, key) = (&w, &key); async move { brought(w, key, &json!({ "measurements": items })).await } };
        assert_eq!(json_of(&send(vec![one(4.5, 1240, "GLPI, \"extraction\"\nannuelle")]).await.ok()), json!({ "new": 1, "corrected": 0, "unchanged": 0 }));
        assert_eq!(json_of(&send(vec![one(4.5, 1240, "GLPI, \"extraction\" annuelle")]).await.ok()), json!({ "new": 0, "corrected": 0, "unchanged": 1 }));
        assert_eq!(json_of(&send(vec![one(-0.25, 1241, "=GLPI")]).await.ok()), json!({ "new": 0, "corrected": 1, "unchanged": 0 }));
        let page = w.signed_in(&"head_it".into()).await.get("/catalogue/it/measurements?campaign=2026-Q1").await.ok().text();
        assert!(page.contains("=GLPI"), "{page}");
        let before = w.lines("SELECT source AS line FROM measurements");
        let wrong = send(vec![one(1.0, 20, "GLPI"), json!({ "supplier": "xx", "commitment": "panne", "campaign": "2026-Q1", "value": 1, "cases": 1, "source": "a" }), one(1.0, -3, "")]).await;
        is_problem(&wrong, StatusCode::UNPROCESSABLE_ENTITY, "invalid");
        let errors = json_of(&wrong)["errors"].clone();
        let indexes: BTreeSet<u64> = errors.as_array().unwrap().iter().map(|error| error["index"].as_u64().unwrap()).collect();
        assert_eq!(indexes, BTreeSet::from([1, 2]), "{errors}");
        for body in [json!({}), json!({ "measurements": [{ "supplier": "it" }] }), json!([]), json!({ "measurements": [], "more": 1 })] {
            is_problem(&brought(&w, &key, &body).await, StatusCode::BAD_REQUEST, "invalid");
        }
        let bearer = ("authorization", format!("Bearer {key}"));
        let form = TestRequest::post().uri("/api/v1/measurements").insert_header(bearer.clone()).set_payload("a=b");
        is_problem(&w.visitor().await.send(form).await, StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json");
        let long = TestRequest::post().uri("/api/v1/measurements").insert_header(bearer).set_payload(vec![b' '; 1024 * 1024 + 1]);
        is_problem(&w.visitor().await.send(long).await, StatusCode::PAYLOAD_TOO_LARGE, "too-large");
        assert_eq!(w.lines("SELECT source AS line FROM measurements"), before);
        assert_eq!(w.count("audit_log WHERE event = 'import-measurements' AND detail LIKE 'api %'"), 2);
    }

    async fn an_administrator_makes_keys_and_hr_agrees(w: World) {
        published(&w);
        let (mut ada, mut hugo) = (w.signed_in(&"ada".into()).await, w.signed_in(&"hugo".into()).await);
        let made = ada.post("/administration/keys", &[
            ("name", "Tableau de bord"), ("scopes", "results"), ("scopes", "organisation"), ("ends_on", "2026-06-30"),
        ]).await.ok();
        let secret = made.text().split("<code class=\"secret\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        assert!(secret.starts_with("barometer_") && secret.len() > 50, "{secret}");
        for page in [ada.get("/administration/keys").await, hugo.get("/administration/keys").await] {
            assert!(!page.ok().text().contains(&secret), "shown once");
        }
        assert!(w.dump().iter().all(|row| !row.contains(&secret)), "only its fingerprint is kept");
        is_problem(&asked(&w, "/campaigns", &secret).await, StatusCode::FORBIDDEN, "key-waits");
        let id = w.lines("SELECT id AS line FROM api_keys").remove(0);
        let (agreement, revocation) = (format!("/administration/keys/{id}/agreement"), format!("/administration/keys/{id}/revocation"));
        assert_eq!(ada.post(&agreement, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(hugo.post(&agreement, &[]).await.location(), "/administration/keys");
        assert_eq!(hugo.post(&agreement, &[]).await.status, StatusCode::BAD_REQUEST);
        asked(&w, "/campaigns", &secret).await.ok();
        assert!(ada.get("/administration/keys").await.ok().main().contains("6 janvier 2026") || ada.get("/administration/keys").await.ok().main().contains("2026"));
        assert_eq!(hugo.post(&revocation, &[]).await.location(), "/administration/keys");
        is_problem(&asked(&w, "/campaigns", &secret).await, StatusCode::UNAUTHORIZED, "key-ended");
        // A form that says nothing keeps what was typed.
        let refused = ada.post("/administration/keys", &[("name", "Sans rien"), ("ends_on", "2030-01-01")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("value=\"Sans rien\"") && refused.main().contains("Cochez au moins une ligne"));
        assert_eq!(w.count("api_keys"), 1);
        let events = w.lines("SELECT event AS line FROM audit_log WHERE event LIKE 'key-%' ORDER BY event");
        assert_eq!(events, ["key-agreed", "key-made", "key-revoked"]);
    }
}

async fn brought(w: &World, key: &str, body: &Value) -> Reply {
    let request = TestRequest::post().uri("/api/v1/measurements");
    w.visitor().await.send(request.insert_header(("authorization", format!("Bearer {key}"))).set_json(body)).await
}
