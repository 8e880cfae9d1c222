//! The organisation's directory over SCIM: who it brings, in the spellings that directories use; what never passes.

use std::sync::Arc;

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use barometer::config::{Config, UnitBy};
use barometer::db::ids::PersonId;
use barometer::doors::api::keys::Scope;
use barometer::organisation::waiting::{self, Part};
use barometer::organisation::{Person, store};
use serde_json::{Value, json};

use crate::security::scene;
use crate::world::{Reply, World};

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

fn house(w: &World) -> String {
    scene::staff(w);
    w.organisation_more("achats", 60);
    w.key(&[Scope::People])
}

async fn ask(w: &World, key: &str, method: &str, path: &str, body: Value) -> Reply {
    let mut request = TestRequest::default()
        .method(Method::from_bytes(method.as_bytes()).unwrap())
        .uri(&format!("/scim/v2{path}"))
        .insert_header(("authorization", format!("Bearer {key}")));
    if !body.is_null() {
        request = request.insert_header(("content-type", "application/scim+json")).set_payload(body.to_string());
    }
    w.visitor().await.send(request).await
}

fn json_of(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.bytes).unwrap_or_else(|fault| panic!("{fault}: {} {}", reply.status, reply.text()))
}

/// A fault as SCIM says it.
fn is_fault(reply: &Reply, status: u16, kind: Option<&str>) {
    let told = json_of(reply);
    assert_eq!(reply.headers.get("content-type").unwrap(), "application/scim+json");
    assert_eq!((reply.status.as_u16(), told["status"].as_str()), (status, Some(status.to_string().as_str())), "{told}");
    assert_eq!(told["scimType"].as_str(), kind, "{told}");
    assert!(told["detail"].as_str().is_some_and(|detail| detail.len() > 5), "{told}");
}

fn user(name: &str, department: &str) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        "userName": name, "externalId": format!("ext-{name}"), "displayName": "Zoé Neuve", "active": true,
        "preferredLanguage": "en-GB", "title": "not kept",
        "emails": [{ "value": "home@example.net", "type": "home" }, { "value": name, "type": "work" }],
        ENTERPRISE: { "employeeNumber": format!("N-{name}"), "department": department },
    })
}

fn one(w: &World, id: &str) -> Person {
    let id = PersonId(id.to_owned());
    w.read(|conn| store::person(conn, &id))
}

fn waits(w: &World) -> Vec<(String, Part)> {
    w.read(waiting::all).into_iter().map(|one| (one.person.0, one.part)).collect()
}

fn patch(operations: Value) -> Value {
    json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations })
}

on_both! {
    async fn somebody_comes_changes_and_goes(w: World) {
        let key = house(&w);
        let reply = ask(&w, &key, "POST", "/Users", user("zoe@example.org", "unité  ACHATS")).await;
        assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
        let made = json_of(&reply);
        let id = made["id"].as_str().unwrap().to_owned();
        assert_eq!(reply.headers.get("location").unwrap(), format!("http://barometer.test/scim/v2/Users/{id}").as_str());
        assert!(made.get("title").is_none(), "{made}");
        let person = one(&w, &id);
        assert_eq!((person.name.as_str(), person.email.as_str(), person.unit.as_str()), ("Zoé Neuve", "zoe@example.org", "achats"));
        assert_eq!((person.language.as_str(), person.person_id.as_deref()), ("en", Some("N-zoe@example.org")));
        // The same again is somebody else's name.
        is_fault(&ask(&w, &key, "POST", "/Users", user("Zoe@example.org", "achats")).await, 409, Some("uniqueness"));
        // One change in three spellings.
        for (n, operations) in [
            json!([{ "op": "Replace", "path": "displayName", "value": "Zoé 0" }, { "op": "Add", "path": format!("{ENTERPRISE}:department"), "value": "prod" }]),
            json!([{ "op": "replace", "value": { "displayName": "Zoé 1", format!("{ENTERPRISE}:department"): "achats" } }]),
            json!([{ "op": "replace", "value": { "displayName": "Zoé 2", ENTERPRISE: { "department": "prod" } } }]),
        ].into_iter().enumerate() {
            let reply = ask(&w, &key, "PATCH", &format!("/Users/{id}"), patch(operations)).await.ok();
            assert_eq!(json_of(&reply)["displayName"], format!("Zoé {n}"));
            let person = one(&w, &id);
            assert_eq!((person.name, person.unit.as_str()), (format!("Zoé {n}"), if n == 1 { "achats" } else { "prod" }));
        }
        // Gone and back, in the spelling of Entra ID and that of Okta.
        ask(&w, &key, "PATCH", &format!("/Users/{id}"), patch(json!([{ "op": "Replace", "path": "active", "value": "False" }]))).await.ok();
        assert!(!one(&w, &id).active);
        ask(&w, &key, "PATCH", &format!("/Users/{id}"), patch(json!([{ "op": "replace", "value": { "active": true } }]))).await.ok();
        assert!(one(&w, &id).active);
        // Taken back: they leave, and are shown no more; told of again, it is the same person.
        assert_eq!(ask(&w, &key, "DELETE", &format!("/Users/{id}"), Value::Null).await.status, StatusCode::NO_CONTENT);
        assert!(!one(&w, &id).active);
        is_fault(&ask(&w, &key, "GET", &format!("/Users/{id}"), Value::Null).await, 404, None);
        let again = json_of(&ask(&w, &key, "POST", "/Users", user("zoe@example.org", "achats")).await);
        assert_eq!(again["id"], id.as_str());
        assert!(one(&w, &id).active);
        let log = w.lines("SELECT detail AS line FROM audit_log WHERE event = 'arrival'");
        assert!(log.len() >= 6 && log.iter().all(|line| line.starts_with(&id) && !line.contains('@')), "{log:?}");
    }

    async fn whoever_stands_is_found_and_taken_over(w: World) {
        let key = house(&w);
        let found = |filter: &str| format!("/Users?filter={}", filter.replace(' ', "%20").replace('"', "%22"));
        let list = json_of(&ask(&w, &key, "GET", &found(r#"userName eq "ACHATS_1@example.org""#), Value::Null).await.ok());
        assert_eq!((list["totalResults"].as_u64(), list["Resources"][0]["id"].as_str()), (Some(1), Some("achats_1")));
        let all = json_of(&ask(&w, &key, "GET", "/Users?startIndex=3&count=2&attributes=userName", Value::Null).await.ok());
        assert_eq!((all["itemsPerPage"].as_u64(), all["startIndex"].as_u64()), (Some(2), Some(3)));
        assert_eq!(all["totalResults"].as_u64(), Some(w.count("people") as u64));
        assert!(all["Resources"][0].get("displayName").is_none());
        // Told of under another name, with their address: the same person, not another.
        let mut told = user("a.chats", "achats");
        told["emails"] = json!([{ "value": "achats_1@example.org" }]);
        let made = json_of(&ask(&w, &key, "POST", "/Users", told).await);
        assert_eq!(made["id"], "achats_1");
        for filter in [r#"externalId eq "ext-a.chats""#, r#"userName eq "a.chats""#, r#"emails[value eq "achats_1@example.org"]"#] {
            let list = json_of(&ask(&w, &key, "GET", &found(filter), Value::Null).await.ok());
            assert_eq!((list["totalResults"].as_u64(), list["Resources"][0]["id"].as_str()), (Some(1), Some("achats_1")), "{filter}");
        }
        let active = json_of(&ask(&w, &key, "GET", &found("active eq false"), Value::Null).await.ok());
        assert_eq!(active["totalResults"].as_u64(), Some(0));
    }

    async fn an_unknown_unit_makes_none_and_is_learned_once(w: World) {
        let key = house(&w);
        let units = w.count("units");
        let mut ids = Vec::new();
        for n in 0..3 {
            let made = json_of(&ask(&w, &key, "POST", "/Users", user(&format!("z{n}@example.org"), "Dpt. Achats & Co")).await);
            ids.push(made["id"].as_str().unwrap().to_owned());
        }
        let nothing = json_of(&ask(&w, &key, "POST", "/Users", json!({ "userName": "nothing" })).await);
        assert_eq!((w.count("units"), waits(&w).len()), (units, 4));
        assert!(w.read(|conn| store::person_by_email(conn, "z0@example.org")).is_none());
        w.send_mail().await;
        assert_eq!(w.mails_to("hugo@example.org").len(), 1, "once a day");
        let mut hr = w.signed_in(&"hugo".into()).await;
        let page = hr.get("/people/waiting").await.ok();
        assert!(page.main().contains("« Dpt. Achats & Co »"), "{}", page.main());
        let mark = |id: &str| w.read(|conn| { let one = waiting::one(conn, &PersonId(id.to_owned()), Part::Unit)?.unwrap(); barometer::arrivals::decide::mark(conn, &one) });
        let wrong = hr.post("/people/waiting/unit", &[("mark", &mark(&ids[0])), ("unit", ""), ("decision", "yes")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.main().contains("Choisissez une unité"));
        let done = hr.post("/people/waiting/unit", &[("mark", &mark(&ids[0])), ("unit", "achats"), ("decision", "yes")]).await;
        assert_eq!(done.location(), "/people/waiting", "{}", done.text());
        for id in &ids {
            assert_eq!(one(&w, id).unit.as_str(), "achats", "under the id that the directory knows");
        }
        assert_eq!(waits(&w), [(nothing["id"].as_str().unwrap().to_owned(), Part::Unit)]);
        // The next of this spelling comes by itself.
        let next = json_of(&ask(&w, &key, "POST", "/Users", user("z9@example.org", "DPT. ACHATS & CO")).await);
        assert_eq!(one(&w, next["id"].as_str().unwrap()).unit.as_str(), "achats");
        // Somebody of whom nothing is told is of a unit that is chosen for them alone, or is left.
        let id = nothing["id"].as_str().unwrap();
        hr.post("/people/waiting/unit", &[("mark", &mark(id)), ("unit", "prod"), ("decision", "yes")]).await;
        let person = one(&w, id);
        assert_eq!((person.unit.as_str(), person.person_id.as_deref(), person.email.as_str()), ("prod", Some("nothing"), ""));
        // Or one is made, because somebody here says so.
        let made = json_of(&ask(&w, &key, "POST", "/Users", user("q@example.org", "Qualité & Co")).await);
        let id = made["id"].as_str().unwrap();
        hr.post("/people/waiting/unit", &[("mark", &mark(id)), ("unit", "+"), ("decision", "yes")]).await;
        assert_eq!((one(&w, id).unit.as_str(), w.count("units")), ("qualite_co", units + 1));
        // A known person of an unknown unit stays where they are.
        ask(&w, &key, "PATCH", &format!("/Users/{}", ids[1]), patch(json!([{ "op": "replace", "path": format!("{ENTERPRISE}:department"), "value": "Lune" }]))).await.ok();
        assert_eq!(one(&w, &ids[1]).unit.as_str(), "achats");
        hr.post("/people/waiting/unit", &[("mark", &mark(&ids[1])), ("unit", ""), ("decision", "no")]).await;
        assert!(waits(&w).is_empty());
    }

    async fn what_never_passes_waits_and_a_no_stays_a_no(w: World) {
        let key = house(&w);
        let address = |to: &str| patch(json!([{ "op": "replace", "path": "emails[type eq \"work\"].value", "value": to }]));
        let reply = ask(&w, &key, "PATCH", "/Users/hugo", address("evil@example.org")).await.ok();
        // The directory is shown what it said; nobody is written to there.
        assert_eq!(json_of(&reply)["emails"][0]["value"], "evil@example.org");
        assert_eq!(one(&w, "hugo").email, "hugo@example.org");
        assert_eq!(waits(&w), [("hugo".to_owned(), Part::Address)]);
        // Nobody signs in with it.
        let mut stranger = w.visitor().await;
        stranger.post("/sign-in", &[("email", "evil@example.org")]).await;
        w.send_mail().await;
        assert!(w.mails_to("evil@example.org").is_empty());
        let mut admin = w.signed_in(&"ada".into()).await;
        let mark = w.read(|conn| { let all = waiting::all(conn)?; barometer::arrivals::decide::mark(conn, &all[0]) });
        admin.post("/people/waiting", &[("part", "address"), ("chosen", &mark), ("decision", "no")]).await;
        assert!(waits(&w).is_empty());
        ask(&w, &key, "PATCH", "/Users/hugo", patch(json!([{ "op": "replace", "path": "displayName", "value": "Hugo H." }]))).await.ok();
        assert_eq!(one(&w, "hugo").name, "Hugo H.");
        assert!(waits(&w).is_empty(), "asked again only when the directory says it again");
        // The last administrator stays.
        is_fault(&ask(&w, &key, "PATCH", "/Users/ada", patch(json!([{ "op": "replace", "path": "active", "value": false }]))).await, 400, Some("invalidValue"));
        is_fault(&ask(&w, &key, "DELETE", "/Users/ada", Value::Null).await, 400, Some("invalidValue"));
        assert!(one(&w, "ada").active);
        // Roles are no attribute: sent, they are left aside.
        ask(&w, &key, "PATCH", "/Users/achats_1", patch(json!([{ "op": "add", "path": "roles", "value": [{ "value": "admin" }] }]))).await.ok();
        assert!(w.read(|conn| store::roles(conn, &"achats_1".into())).is_empty());
        // A tenth of the house within a week, and no more.
        let mut left = 0;
        for n in 2..=20 {
            ask(&w, &key, "DELETE", &format!("/Users/achats_{n}"), Value::Null).await;
            left += usize::from(!one(&w, &format!("achats_{n}")).active);
        }
        assert_eq!((left, waits(&w).len()), (w.count("people") / 10, 19 - w.count("people") / 10));
    }

    async fn groups_are_units(given: World) {
        let mut w = given;
        w.app.config = Arc::new(Config { scim_unit: UnitBy::Groups, ..(*w.app.config).clone() });
        let key = house(&w);
        let group = json_of(&ask(&w, &key, "GET", "/Groups/achats", Value::Null).await.ok());
        assert_eq!((group["displayName"].as_str(), group["members"].as_array().unwrap().len()), (Some("Unité achats"), 60));
        // The unit of this name, with who the directory says is of it.
        let made = json_of(&ask(&w, &key, "POST", "/Groups", json!({ "displayName": "Unité prod", "members": [{ "value": "achats_1" }] })).await);
        assert_eq!(made["id"], "prod");
        assert_eq!(one(&w, "achats_1").unit.as_str(), "prod");
        ask(&w, &key, "PATCH", "/Groups/prod", patch(json!([{ "op": "Add", "path": "members", "value": [{ "value": "achats_2" }] }]))).await.ok();
        assert_eq!(one(&w, "achats_2").unit.as_str(), "prod");
        // One that is no unit makes none: its people wait.
        let units = w.count("units");
        let moon = json_of(&ask(&w, &key, "POST", "/Groups", json!({ "displayName": "Lune", "members": [{ "value": "achats_3" }] })).await);
        assert_eq!((w.count("units"), waits(&w)), (units, vec![("achats_3".to_owned(), Part::Unit)]));
        assert_eq!(one(&w, "achats_3").unit.as_str(), "achats");
        is_fault(&ask(&w, &key, "POST", "/Groups", json!({ "displayName": "lune" })).await, 409, Some("uniqueness"));
        is_fault(&ask(&w, &key, "POST", "/Groups", json!({ "displayName": "x", "members": [{ "value": "nobody" }] })).await, 400, Some("invalidValue"));
        is_fault(&ask(&w, &key, "POST", "/Groups", json!({})).await, 400, Some("invalidValue"));
        assert_eq!(ask(&w, &key, "DELETE", &format!("/Groups/{}", moon["id"].as_str().unwrap()), Value::Null).await.status, StatusCode::NO_CONTENT);
        assert_eq!(ask(&w, &key, "DELETE", "/Groups/prod", Value::Null).await.status, StatusCode::NO_CONTENT);
        is_fault(&ask(&w, &key, "GET", "/Groups/prod", Value::Null).await, 404, None);
        assert_eq!((one(&w, "achats_1").unit.as_str(), w.count("units")), ("prod", units));
    }

    async fn who_may_come_and_what_cannot_be_read(w: World) {
        let key = house(&w);
        let addresses = ["/Users", "/Users/achats_1", "/Groups", "/Groups/prod", "/Schemas", "/ResourceTypes", "/ServiceProviderConfig", "/nothing", "/Bulk"];
        for scope in Scope::ALL.iter().filter(|scope| **scope != Scope::People) {
            let other = w.key(&[*scope]);
            for path in addresses {
                is_fault(&ask(&w, &other, "GET", path, Value::Null).await, 403, None);
            }
        }
        for path in addresses {
            let reply = ask(&w, "barometer_nobody", "GET", path, Value::Null).await;
            is_fault(&reply, 401, None);
            assert!(reply.headers.contains_key("www-authenticate"));
        }
        // A key of people reads nothing else.
        assert_eq!(w.visitor().await.send(w.asks("/campaigns", &key)).await.status, StatusCode::FORBIDDEN);
        for who in ["hugo", "ada"] {
            assert_eq!(w.signed_in(&who.into()).await.get("/scim/v2/Users").await.status, StatusCode::UNAUTHORIZED);
        }
        let in_address = ask(&w, &key, "GET", &format!("/Users?access_token={key}"), Value::Null).await;
        is_fault(&in_address, 400, None);
        for (path, status, kind) in [
            ("/Users?filter=userName", 400, Some("invalidFilter")),
            ("/Users?count=x", 400, Some("invalidValue")),
            ("/Users?attributes=a%20b", 400, Some("invalidValue")),
            ("/Users/nobody", 404, None),
            ("/Schemas/none", 404, None),
            ("/nothing", 404, None),
            ("/Me", 501, None),
            ("/Bulk", 501, None),
        ] {
            is_fault(&ask(&w, &key, "GET", path, Value::Null).await, status, kind);
        }
        let post = |body: &'static str, kind: &'static str| {
            TestRequest::post().uri("/scim/v2/Users").insert_header(("authorization", format!("Bearer {key}")))
                .insert_header(("content-type", kind)).set_payload(body)
        };
        for (body, kind, fault) in [
            ("{", "application/scim+json", "invalidSyntax"),
            ("[]", "application/json; charset=utf-8", "invalidSyntax"),
            ("{}", "text/plain", "invalidSyntax"),
            ("{}", "application/json", "invalidValue"),
            (r#"{"userName":["x"]}"#, "application/json", "invalidValue"),
            (r#"{"userName":"x","active":"maybe"}"#, "application/json", "invalidValue"),
            (r#"{"userName":"x","emails":[{"value":"no address"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"prod"}}"#, "application/json", "invalidValue"),
        ] {
            is_fault(&w.visitor().await.send(post(body, kind)).await, 400, Some(fault));
        }
        let method = ask(&w, &key, "DELETE", "/Users", Value::Null).await;
        is_fault(&method, 405, None);
        assert_eq!(method.headers.get("allow").unwrap(), "GET, HEAD, POST");
        assert!(waits(&w).is_empty());
        let large = json!({ "userName": "x".repeat(2_000_000) });
        is_fault(&ask(&w, &key, "POST", "/Users", large).await, 413, None);
    }

    async fn what_somebody_here_put_right_stays(w: World) {
        let key = house(&w);
        let made = json_of(&ask(&w, &key, "POST", "/Users", user("zoe@example.org", "achats")).await);
        let (id, path) = (made["id"].as_str().unwrap().to_owned(), format!("/Users/{}", made["id"].as_str().unwrap()));
        let set = |person: Person| w.write(move |conn| store::update_people(conn, &[person]));
        set(Person { active: false, email: "right@example.org".to_owned(), unit: "prod".into(), ..one(&w, &id) });
        let name = |name: &str| patch(json!([{ "op": "replace", "path": "displayName", "value": name }]));
        ask(&w, &key, "PATCH", &path, name("Zoé N.")).await.ok();
        let mut replaced = user("zoe@example.org", "achats");
        replaced["displayName"] = json!("Zoé N. P.");
        replaced.as_object_mut().unwrap().remove("active");
        ask(&w, &key, "PUT", &path, replaced).await.ok();
        let person = one(&w, &id);
        assert_eq!((person.active, person.email.as_str(), person.unit.as_str()), (false, "right@example.org", "prod"));
        // Said again after something else, it is what the directory wants now.
        for active in [false, true] {
            ask(&w, &key, "PATCH", &path, patch(json!([{ "op": "replace", "path": "active", "value": active }]))).await.ok();
        }
        assert!(one(&w, &id).active);
        // An e-mail without a value is none: it takes no address away.
        ask(&w, &key, "PATCH", &path, patch(json!([{ "op": "remove", "path": "emails[type eq \"work\"].value" }, { "op": "remove", "path": "emails[type eq \"home\"]" }]))).await.ok();
        assert!(one(&w, &id).has_address());
        // Who comes back has no end behind them.
        set(Person { until: barometer::clock::Day::parse("2025-12-01"), ..one(&w, &id) });
        for active in [false, true] {
            ask(&w, &key, "PATCH", &path, patch(json!([{ "op": "replace", "path": "active", "value": active }]))).await.ok();
        }
        assert_eq!((one(&w, &id).until, one(&w, &id).active), (None, true));
    }

    async fn a_new_person_is_not_taken_for_one_who_left(w: World) {
        let key = house(&w);
        let left = Person { active: false, person_id: Some("42".to_owned()), ..one(&w, "dora") };
        w.write(move |conn| store::update_people(conn, &[left]));
        // Another number, or none, and the address of somebody who left: not theirs, nor their roles.
        for number in ["99", ""] {
            let mut told = user("dora@example.org", "achats");
            told[ENTERPRISE]["employeeNumber"] = json!(number);
            is_fault(&ask(&w, &key, "POST", "/Users", told).await, 409, Some("uniqueness"));
        }
        assert!(!one(&w, "dora").active);
        // Their own number is theirs; coming back with a role waits.
        let mut told = user("dora@example.org", "achats");
        told[ENTERPRISE]["employeeNumber"] = json!("42");
        let made = json_of(&ask(&w, &key, "POST", "/Users", told).await);
        assert_eq!(made["id"], "dora");
        assert!(!one(&w, "dora").active);
        assert_eq!(waits(&w), [("dora".to_owned(), Part::Presence)]);
        // A change of something else leaves that waiting; told gone again, it waits no more.
        ask(&w, &key, "PATCH", "/Users/dora", patch(json!([{ "op": "replace", "path": "displayName", "value": "Dora D." }]))).await.ok();
        assert_eq!(waits(&w).len(), 1);
        ask(&w, &key, "PATCH", "/Users/dora", patch(json!([{ "op": "replace", "path": "active", "value": false }]))).await.ok();
        assert!(waits(&w).is_empty());
    }

    async fn an_entry_finds_the_person_who_came_another_way(w: World) {
        let key = house(&w);
        let made = json_of(&ask(&w, &key, "POST", "/Users", user("anna@example.org", "Lune")).await);
        let path = format!("/Users/{}", made["id"].as_str().unwrap());
        assert_eq!(waits(&w).len(), 1);
        // By a file, meanwhile.
        let anna = Person { person_id: Some("N-anna@example.org".to_owned()), email: "anna@example.org".to_owned(), ..crate::world::verbs::person("anna", "prod", barometer::render::Language::Fr) };
        w.write(move |conn| store::insert_people(conn, &[anna]));
        assert_eq!(ask(&w, &key, "DELETE", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
        assert!(!one(&w, "anna").active && waits(&w).is_empty());
        // And with a change: she is one person, with one entry.
        let again = json_of(&ask(&w, &key, "POST", "/Users", user("anna@example.org", "achats")).await);
        assert!(one(&w, "anna").active);
        let all = json_of(&ask(&w, &key, "GET", "/Users?count=0", Value::Null).await);
        assert_eq!(all["totalResults"].as_u64(), Some(w.count("people") as u64));
        // She leaves also where what is told of her could not be taken.
        let mut other = one(&w, "achats_1");
        other.email = "taken@example.org".to_owned();
        w.write(move |conn| store::update_people(conn, &[other]));
        let path = format!("/Users/{}", again["id"].as_str().unwrap());
        let both = patch(json!([{ "op": "replace", "path": "emails", "value": [{ "value": "taken@example.org" }] }]));
        is_fault(&ask(&w, &key, "PATCH", &path, both).await, 409, Some("uniqueness"));
        let gone = patch(json!([{ "op": "replace", "value": { "active": false, "emails": [{ "value": "taken@example.org" }] } }]));
        ask(&w, &key, "PATCH", &path, gone).await.ok();
        assert!(!one(&w, "anna").active);
    }

    async fn letters_that_no_database_keeps(w: World) {
        let key = house(&w);
        let mut told = user("a\u{0}b@example.org", "achats");
        told["externalId"] = json!("x\u{0}\u{7}");
        let made = ask(&w, &key, "POST", "/Users", told).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        assert_eq!(json_of(&made)["userName"], "ab@example.org");
        let filter = ask(&w, &key, "GET", "/Users?filter=userName%20eq%20%22a%5Cu0000b@example.org%22", Value::Null).await.ok();
        assert_eq!(json_of(&filter)["totalResults"], 1);
        is_fault(&ask(&w, &key, "POST", "/Users", json!({ "userName": "~x" })).await, 400, Some("invalidValue"));
        is_fault(&ask(&w, &key, "POST", "/Groups", json!({ "displayName": "~x" })).await, 400, Some("invalidValue"));
    }
}
