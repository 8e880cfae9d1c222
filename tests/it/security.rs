//! Who may do what, on every route; and what no request may do: forge, double, redirect away, break, or leave a secret
//! behind. The list of routes is read from `src/doors/routes.rs`: a new one without a line in [`TABLE`] fails here.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use actix_web::http::{Method, StatusCode, header};
use actix_web::test::TestRequest;
use barometer::clock::Day;
use barometer::config::Config;
use barometer::db::ids::{ActionId, PersonId, sortable};
use barometer::organisation::{self as organisation_slice, store as organisation};
use barometer::progress::{self, Action};
use barometer::questionnaire::Kind;
use barometer::questionnaire::build::Wanted;
use barometer::render::Language;
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::verbs::{about, link_in, person, person_id};
use crate::world::{Reply, Visitor, World};

/// One line for each route; one column for each reader: nobody, plain employee, head of `it` (whose things the paths
/// name), head of `hr`, HR, direction, reader, admin, moderator of `it`.
/// `+` opens (200, a redirect of ours, or a form shown again) · `s` to the sign-in page · `1` 401 · `3` 403 · `4` 404 ·
/// `g` 410.
const TABLE: &str = "
    get  /assets/{digest}/{name}                    +++++++++
    get  /f/{token}                                 +++++++++
    get  /privacy                                   +++++++++
    get  /method                                    +++++++++
    get  /method/definitions.csv                    +++++++++
    get  /accessibilite                             +++++++++
    get  /sign-in                                   +++++++++
    post /sign-in                                   +++++++++
    get  /sign-in/{token}                           ggggggggg
    post /sign-in/{token}                           ggggggggg
    post /sign-out                                  1ssssssss
    get  /code                                      +++++++++
    post /code                                      +++++++++
    get  /r/{token}                                 +++++++++
    post /r/{token}                                 +++++++++
    get  /r/{token}/group                           +++++++++
    post /r/{token}/group                           +++++++++
    get  /r/{token}/check                           +++++++++
    get  /r/{token}/end                             +++++++++
    post /r/{token}/sending                         +++++++++
    get  /r/{token}/decline                         +++++++++
    post /r/{token}/decline                         +++++++++
    get  /r/{token}/{page}                          +++++++++
    post /r/{token}/{page}                          +++++++++
    get  /unsubscribe/{token}                       444444444
    post /unsubscribe/{token}                       444444444
    get  /results                                   s3+++++33
    get  /results/{supplier}                        s4+4+++44
    get  /results/{supplier}/wave                   s4+4+++44
    get  /results/{supplier}/{campaign}             s4+4+++44
    get  /results/{supplier}/{campaign}/detail      s4+4+++44
    get  /results/{supplier}/{campaign}/comments    s4+4++444
    get  /comments                                  s3333333+
    get  /comments/{supplier}/{campaign}            s4444444+
    post /comments/{supplier}/{campaign}/release    14444444+
    post /comments/{supplier}/{campaign}/{comment}/decision   14444444+
    get  /questionnaires                            s3+++3333
    get  /questionnaires/{supplier}                 s4+4+4444
    post /questionnaires/{supplier}/draft           14+4+4444
    post /questionnaires/{supplier}/draft/removal   14+4+4444
    post /questionnaires/{supplier}/questions       14+4+4444
    get  /questionnaires/{supplier}/questions.csv   s4+4+4444
    post /questionnaires/{supplier}/own             14+4+4444
    get  /questionnaires/{supplier}/own/new         s4+4+4444
    get  /questionnaires/{supplier}/own/{code}      s4+4+4444
    post /questionnaires/{supplier}/own/{code}      14+4+4444
    get  /questionnaires/{supplier}/condition/{code}  s4+4+4444
    post /questionnaires/{supplier}/condition/{code}  14+4+4444
    get  /questionnaires/{supplier}/preview         s4+4+4444
    get  /questionnaires/{supplier}/comparison      s4+4+4444
    post /questionnaires/{supplier}/comparison/{code}         1333+3333
    post /questionnaires/{supplier}/comparison/{code}/removal 1333+3333
    get  /actions                                   s++++++++
    get  /actions/{supplier}/new                    s4+444444
    post /actions/{supplier}/new                    14+444444
    get  /actions/{id}                              s4+4+++44
    post /actions/{id}                              14+433344
    get  /actions/{id}/edit                         s4+433344
    post /actions/{id}/{step}                       14+433344
    get  /                                          s++++++++
    post /account/language                          1++++++++
    get  /people                                    s333+33+3
    get  /people/import                             s333+33+3
    post /people/import                             1333+33+3
    post /people/import/confirmation                1333+33+3
    get  /people/{id}                               s333+33+3
    get  /suppliers                                 s333+3333
    post /suppliers                                 1333+3333
    get  /suppliers/{supplier}                      s333+3333
    post /suppliers/{supplier}                      1333+3333
    post /suppliers/{supplier}/relations            1333+3333
    get  /imports/{import}                          s333+33+3
    post /imports/{kind}                            1333+3333
    post /imports/{kind}/confirmation               1333+3333
    get  /campaigns                                 s333+3333
    get  /campaigns/new                             s333+3333
    post /campaigns/new                             1333+3333
    get  /campaigns/{id}                            s333+3333
    get  /campaigns/{id}/edit                       s333+3333
    post /campaigns/{id}/edit                       1333+3333
    get  /campaigns/{id}/groups                     s333+3333
    post /campaigns/{id}/groups                     1333+3333
    post /campaigns/{id}/groups/effect              1333+3333
    post /campaigns/{id}/groups/proposal            1333+3333
    get  /campaigns/{id}/codes                      s333+3333
    get  /campaigns/{id}/mails                      s333+3333
    post /campaigns/{id}/mails                      1333+3333
    post /campaigns/{id}/mails/test                 1333+3333
    get  /campaigns/{id}/privacy-pack               s333+3333
    get  /campaigns/{id}/invited                    s333+3333
    get  /campaigns/{id}/unreached                  s333+3333
    get  /campaigns/{id}/invited/{person}           s333+3333
    post /campaigns/{id}/invited/{person}/address   1333+3333
    post /campaigns/{id}/invited/{person}/sending   1333+3333
    post /campaigns/{id}/invited/{person}/link      1333+3333
    post /campaigns/{id}/invited/{person}/withdrawal 1333+3333
    post /campaigns/{id}/invited/{person}/withdrawal/removal 1333+3333
    post /campaigns/{id}/held-mails                 1333+3333
    post /campaigns/{id}/scheduling                 1333+3333
    post /campaigns/{id}/scheduling/removal         1333+3333
    post /campaigns/{id}/mail-pause                 1333+3333
    post /campaigns/{id}/mail-pause/removal         1333+3333
    post /campaigns/{id}/mail-stop                  1333+3333
    post /campaigns/{id}/copy                       1333+3333
    post /campaigns/{id}/extension                  1333+3333
    post /campaigns/{id}/newcomers                  1333+3333
    post /campaigns/{id}/opening                    1333+3333
    post /campaigns/{id}/closure                    1333+3333
    post /campaigns/{id}/announcement               1333+3333
    get  /exports                                   s333+3333
    get  /exports/{campaign}/{file}                 s333+3333
    post /people/{id}/roles                         1333333+3
    post /people/{id}/roles/removal                 1333333+3
    get  /administration/tasks                      s333333+3
    get  /administration/returned-mail              s333+33+3
    post /administration/tasks/{task}/run           1333333+3
    get  /settings                                  s333333+3
    post /settings                                  1333333+3
    get  /settings/mail                             s333333+3
    post /settings/mail                             1333333+3
";

const READERS: [(&str, Option<&str>); 9] = [
    ("nobody", None),
    ("plain", Some("prod_1")),
    ("head", Some("head_it")),
    ("other head", Some("head_hr")),
    ("hr", Some("hugo")),
    ("direction", Some("dora")),
    ("reader", Some("rita")),
    ("admin", Some("ada")),
    ("moderator", Some("momo")),
];

struct Line {
    post: bool,
    path: &'static str,
    cells: Vec<char>,
}

fn table() -> Vec<Line> {
    let line = |text: &'static str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!((words.len(), words[2].len()), (3, READERS.len()), "{text}");
        Line { post: words[0] == "post", path: words[1], cells: words[2].chars().collect() }
    };
    TABLE.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}

/// The routes as the program has them, read from its source.
fn routes() -> BTreeSet<(bool, String)> {
    let source = include_str!("../../src/doors/routes.rs").replace(char::is_whitespace, "");
    let mut found = BTreeSet::new();
    for statement in source.split(';') {
        let prefix = statement.split("=scope(\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        for piece in statement.split(".route(\"").skip(1) {
            let (path, rest) = piece.split_once("\",").expect("a path and a method");
            let post = rest.starts_with("post()");
            assert!(post || rest.starts_with("get()"), "a route that neither gets nor posts: {path}");
            found.insert((post, format!("{prefix}{path}").replace(":[0-9]+}", "}")));
        }
    }
    // Nothing is served by another way of registering.
    let scopes = source.matches("scope(\"").count();
    assert!(!source.contains("resource(") && source.matches("=scope(\"").count() == scopes);
    assert_eq!(source.matches(".service(").count(), scopes);
    found
}

#[test]
fn every_route_has_a_line() {
    let told: BTreeSet<(bool, String)> = table().into_iter().map(|line| (line.post, line.path.to_owned())).collect();
    assert_eq!(routes(), told);
}

/// Everything that the paths name: a published wave, a draft one, a link, a feedback page, an action, an own question.
struct Scene {
    values: BTreeMap<&'static str, String>,
}

pub fn action(w: &World, supplier: &'static str) -> Action {
    let (id, owner) = (ActionId(sortable(w.app.clock.now())), PersonId(format!("head_{supplier}")));
    let action = Action {
        title: "Accusé de réception".to_owned(),
        finding: "Réponses lentes".to_owned(),
        ..Action::proposed(id, supplier.into(), owner, Day::parse("2026-06-30").expect("a day"))
    };
    let now = w.app.clock.now();
    w.write(move |conn| progress::store::create(conn, action, &PersonId(format!("head_{supplier}")), now))
}

fn staff(w: &World) {
    w.organisation(&[("prod", 14)]);
    let mut asked: Vec<Wanted> = ["reception_1", "overall", "keep"].map(Wanted::bank).to_vec();
    asked.push(
        Wanted::own("own_1", Kind::Agreement, barometer::render::Texts::both("Une question", "A question"), &[])
            .expect("a question"),
    );
    w.supplier_asking("it", asked);
    w.supplier("hr");
    w.write(|conn| {
        let all = ["hugo", "dora", "rita", "ada", "momo"];
        organisation::insert_people(conn, &all.map(|id| person(id, "staff", Language::Fr)))?;
        for (id, role, of) in [
            ("hugo", Role::Hr, ""),
            ("dora", Role::Direction, ""),
            ("rita", Role::Reader, ""),
            ("ada", Role::Admin, ""),
            ("momo", Role::Moderator, "it"),
        ] {
            organisation::grant(conn, &id.into(), role, &of.into())?;
        }
        Ok(())
    });
}

async fn scene(w: &World) -> Scene {
    staff(w);
    let first = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
    let link = w.link(&first, &person_id("prod", 14));
    for number in 1..=12 {
        let value = if number % 2 == 0 { 4 } else { 5 };
        w.store_answers(&first, &person_id("prod", number), about("it", &[("overall", value), ("reception_1", value)]));
    }
    w.close(&first);
    w.tick();
    let feedback = w.visitor().await.get(&link).await.location();
    let next = w.campaign("2026-Q2", &["it", "hr"]);
    let mut head = w.signed_in(&"head_it".into()).await;
    head.post("/questionnaires/it/draft", &[]).await.location();
    let now = w.app.clock.now();
    w.write(move |conn| {
        let import = organisation_slice::Import {
            id: "0import".to_owned(),
            kind: "people".to_owned(),
            outcome: organisation_slice::ImportOutcome::Done,
            started_at: now,
            ended_at: Some(now),
            line_count: 3,
            changes: "[]".to_owned(),
        };
        organisation::begin_import(conn, &import)
    });
    let values = BTreeMap::from([
        ("digest", "any".to_owned()),
        ("name", "barometer.css".to_owned()),
        ("kind", "suppliers".to_owned()),
        ("supplier", "it".to_owned()),
        ("code", "own_1".to_owned()),
        ("step", "acceptance".to_owned()),
        ("file", "indicators.csv".to_owned()),
        ("page", "1".to_owned()),
        ("comment", "any".to_owned()),
        ("task", "retention".to_owned()),
        ("import", "0import".to_owned()),
        ("feedback", feedback.strip_prefix("/f/").expect("a feedback page").to_owned()),
        ("link", link.strip_prefix("/r/").expect("a link").to_owned()),
        ("campaign", "2026-Q1".to_owned()),
        ("campaign id", next.id.0),
        ("opened id", first.id.0),
        ("person", "prod_2".to_owned()),
        ("action id", action(w, "it").id.0),
        ("person id", "prod_2".to_owned()),
    ]);
    Scene { values }
}

impl Scene {
    /// A route's path with its parts filled in.
    fn path(&self, route: &str) -> String {
        let parts = route.split('/').map(|part| {
            let Some(name) = part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
                return part.to_owned();
            };
            let key = match (name, route.split('/').nth(1).unwrap_or_default()) {
                ("token", "f") => "feedback",
                ("token", "r") => "link",
                ("token", _) => return "A".repeat(43),
                // Nobody is invited to a campaign in preparation.
                ("id", "campaigns") if route.contains("/invited") || route.contains("/unreached") => "opened id",
                ("id", "campaigns") => "campaign id",
                ("id", "people") => "person id",
                ("id", _) => "action id",
                (name, _) => name,
            };
            self.values[key].clone()
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

fn csrf_of(w: &World, visitor: &Visitor) -> String {
    let cookie = visitor.cookies.get("session").cloned().unwrap_or_default();
    w.app.link_key.token("csrf", &cookie)
}

/// A post with this token and nothing else; with a file where the page takes one.
fn posting(path: &str, csrf: Option<&str>) -> TestRequest {
    let request = TestRequest::post().uri(path);
    if path.contains("import") {
        let mut body = String::new();
        if let Some(csrf) = csrf {
            body += &format!("--cut\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n");
        }
        body += "--cut--\r\n";
        return request.insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=cut")).set_payload(body);
    }
    request.set_form(csrf.map(|csrf| ("csrf", csrf)).into_iter().collect::<Vec<_>>())
}

fn cell(reply: &Reply) -> char {
    match reply.status.as_u16() {
        303 if reply.location() == "/sign-in" => 's',
        200 | 303 | 400 | 422 => '+',
        401 => '1',
        403 => '3',
        404 => '4',
        410 => 'g',
        _ => '?',
    }
}

#[track_caller]
fn surrounded(reply: &Reply, what: &str) {
    let has = |name: &str| {
        reply.headers.get(name).map(|value| value.to_str().unwrap_or_default().to_owned()).unwrap_or_default()
    };
    assert!(has("content-security-policy").starts_with("default-src 'none'"), "{what}: no policy");
    assert!(has("content-security-policy").contains("frame-ancestors 'none'"), "{what}");
    assert_eq!(has("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(has("referrer-policy"), "no-referrer", "{what}");
    if !what.contains("/assets/") {
        assert_eq!(has("cache-control"), "no-store", "{what}");
    }
}

on_both! {
    async fn every_route_opens_to_whom_it_should_and_to_nobody_else(w: World) {
        let scene = scene(&w).await;
        let mut wrong = Vec::new();
        let mut visitors = Vec::new();
        for (_, id) in READERS {
            visitors.push(match id {
                Some(id) => w.signed_in(&id.into()).await,
                None => w.visitor().await,
            });
        }
        for line in table() {
            let path = scene.path(line.path);
            let mut got = String::new();
            for ((_, id), visitor) in READERS.into_iter().zip(&mut visitors) {
                let reply = if line.post {
                    let csrf = csrf_of(&w, visitor);
                    visitor.send(posting(&path, Some(&csrf))).await
                } else {
                    visitor.get(&path).await
                };
                surrounded(&reply, &path);
                got.push(cell(&reply));
                if let (Some(id), "/sign-out") = (id, line.path) {
                    *visitor = w.signed_in(&id.into()).await;
                }
            }
            let wanted: String = line.cells.iter().collect();
            if got != wanted {
                wrong.push(format!("{} {}: wanted {wanted}, got {got}", if line.post { "post" } else { "get" }, line.path));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    async fn what_does_not_exist_and_what_is_somebody_elses_look_the_same(w: World) {
        let scene = scene(&w).await;
        let foreign = action(&w, "hr").id;
        let mut head = w.signed_in(&"head_it".into()).await;
        let (mut hr, mut ada) = (w.signed_in(&"hugo".into()).await, w.signed_in(&"ada".into()).await);
        for (theirs, none) in [
            (format!("/actions/{foreign}"), "/actions/nothing".to_owned()),
            (format!("/actions/{foreign}/edit"), "/actions/nothing/edit".to_owned()),
            ("/results/hr".to_owned(), "/results/nothing".to_owned()),
            ("/results/hr/2026-Q1".to_owned(), "/results/nothing/2026-Q1".to_owned()),
            ("/questionnaires/hr".to_owned(), "/questionnaires/nothing".to_owned()),
            ("/actions/hr/new".to_owned(), "/actions/nothing/new".to_owned()),
        ] {
            let (theirs, none) = (head.get(&theirs).await, head.get(&none).await);
            assert_eq!((theirs.status, theirs.text()), (StatusCode::NOT_FOUND, none.text()));
        }
        for path in [
            "/campaigns/nothing", "/campaigns/nothing/edit", "/campaigns/nothing/groups", "/people/nothing",
            "/suppliers/nothing", "/exports/2099-Q1/indicators.csv", "/exports/2026-Q2/indicators.csv",
            "/exports/2026-Q1/nothing.csv", "/questionnaires/nothing", "/questionnaires/it/own/own_99",
            "/questionnaires/it/own/overall", "/actions/nothing", "/results/it/2026-Q2", "/results/it/2099-Q1",
        ] {
            assert_eq!(hr.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for path in ["/campaigns/nothing/opening", "/campaigns/nothing/closure", "/suppliers/nothing",
            "/campaigns/nothing/groups", "/campaigns/nothing/edit", "/imports/nothing", "/imports/people",
            "/suppliers/nothing/relations", "/questionnaires/nothing/draft"] {
            let csrf = csrf_of(&w, &hr);
            assert_eq!(hr.send(posting(path, Some(&csrf))).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let reply = ada.post("/people/nothing/roles", &[("role", "hr")]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        let reply = ada.post("/people/prod_1/roles", &[("role", "head"), ("supplier", "nothing")]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        // Fields that the form does not have are ignored: nobody makes themselves head by saving a name.
        let path = scene.path("/actions/{id}");
        let edit = head.get(&format!("{path}/edit")).await.ok();
        let seen = edit.hidden("seen");
        let typed = [("seen", seen.as_str()), ("title", "Neuf"), ("finding", "x"), ("kind", "corrective"),
            ("owner", "head_it@example.org"), ("due_on", "2026-06-30"), ("supplier", "hr"), ("status", "verified"),
            ("id", "mine"), ("baseline", "0.9")];
        head.post(&path, &typed).await.location();
        let kept = w.lines("SELECT supplier || ' ' || status || ' ' || title AS line FROM actions WHERE supplier = 'it'");
        assert_eq!(kept, ["it proposed Neuf"]);
    }

    async fn a_form_without_its_token_or_from_elsewhere_changes_nothing(w: World) {
        let scene = scene(&w).await;
        let state = |w: &World| w.dump().into_iter().filter(|row| !row.starts_with("sessions:")).collect::<Vec<_>>();
        let before = state(&w);
        for line in table().into_iter().filter(|line| line.post && line.cells[0] == '1') {
            let able = line.cells.iter().position(|cell| matches!(cell, '+' | 's')).expect("somebody may");
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

    /// Whatever people type is text, on every page, in every chart, in mails; never a tag, a template or a header.
    async fn typed_text_stays_text(w: World) {
        let scene = scene(&w).await;
        let open = w.open(&w.campaign("2026-Q3", &["it"]));
        let link = w.link(&open, &person_id("prod", 3));
        let evil = "E{{7*7}}E\"><svg onload=alert(1)><script>x</script>";
        w.write(move |conn| {
            for (table, columns) in [
                ("suppliers", "names in_sentence"), ("client_groups", "name"), ("units", "name"),
                ("people", "name"), ("questions", "texts dimension_names"),
                ("actions", "title finding public_texts"), ("campaign_suppliers", "actions"),
                ("settings", "value"),
            ] {
                for column in columns.split(' ') {
                    let sql = format!("UPDATE {table} SET {column} = '{evil}' WHERE {column} IS NOT NULL");
                    barometer::on_each!(conn, c => diesel::sql_query(&sql).execute(c))?;
                }
            }
            barometer::app::Settings::save(conn, "organisation", evil)?;
            barometer::app::Settings::save(conn, "hr_contact", evil)?;
            let sql = "UPDATE actions SET visible = (1 = 1), status = 'accepted'";
            barometer::on_each!(conn, c => diesel::sql_query(sql).execute(c))?;
            Ok(())
        });
        let mut pages: Vec<(String, usize)> = Vec::new();
        for line in table().into_iter().filter(|line| !line.post) {
            pages.push((scene.path(line.path), line.cells.iter().position(|cell| *cell == '+').unwrap_or(0)));
        }
        w.visitor().await.post(&link, &[("service", "it")]).await.location();
        pages.extend(["", "/1", "/check", "/decline", "/group"].map(|page| (format!("{link}{page}"), 0)));
        let mut met = 0;
        for (path, able) in pages {
            let mut visitor = match READERS[able].1 {
                Some(id) => w.signed_in(&id.into()).await,
                None => w.visitor().await,
            };
            let reply = visitor.get(&path).await;
            assert!(!reply.status.is_server_error(), "{path}");
            let text = reply.text();
            let html = reply.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.to_str().unwrap().contains("html"));
            assert!(!html || !(text.contains("<svg onload") || text.contains("<script")), "{path}");
            assert!(!text.contains("E49E"), "{path}");
            met += usize::from(text.contains("E{{7*7}}E"));
        }
        assert!(met > 15, "the text is met on pages: {met}");
        w.visitor().await.post_open_fields("/sign-in", &[("email", "ada@example.org")]).await.ok();
        w.send_mail().await;
        let mails = w.mails.lock().unwrap().clone();
        assert!(mails.len() > 10);
        for mail in mails {
            assert!(!mail.html.contains("<svg onload") && !mail.html.contains("<script") && !mail.text.contains("E49E"), "{}", mail.html);
            assert!(!mail.subject.contains(['\r', '\n']));
        }
    }

    async fn mails_never_believe_the_host_header(w: World) {
        staff(&w);
        let request = TestRequest::post()
            .uri("/sign-in")
            .insert_header((header::HOST, "evil.example"))
            .insert_header(("x-forwarded-host", "evil.example"))
            .insert_header(("forwarded", "host=evil.example"))
            .set_form([("email", "ada@example.org")]);
        w.visitor().await.send(request).await.ok();
        assert_eq!(w.send_mail().await, 1);
        let mail = w.mail_to(&"ada".into());
        assert!(!mail.text.contains("evil") && !mail.html.contains("evil"));
        assert!(mail.text.contains("http://barometer.test/sign-in/"));
    }

    async fn secrets_stay_out_of_logs_and_of_the_outbox(w: World) {
        let logs = logs();
        staff(&w);
        let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
        w.send_mail().await;
        let link = link_in(&w.mail_to(&person_id("prod", 1)));
        let other = link_in(&w.mail_to(&person_id("prod", 2)));
        let comment = format!("canari-{}", sortable(w.app.clock.now()));
        let mut one = w.visitor().await;
        one.answers(&link, &["it"], &[&[("q_overall", "4"), ("q_keep", &comment)]]).await.ok();
        let mut ada = w.visitor().await;
        ada.post_open_fields("/sign-in", &[("email", "ada@example.org")]).await.ok();
        w.send_mail().await;
        let mail = w.mail_to(&"ada".into());
        let entry = mail.text.split_whitespace().find_map(|word| word.strip_prefix("http://barometer.test/sign-in/")).unwrap().to_owned();
        let waiting = w.lines("SELECT id || occasion || coalesce(reference, '') || message_id || coalesce(fault, '') AS line FROM outbox");
        ada.post_open(&format!("/sign-in/{entry}")).await.location();
        let session = ada.cookies["session"].clone();
        w.move_to("2026-01-06T08:00:00Z");
        w.tick();
        // A fault in the middle of an answer is logged, without the answer.
        w.write(|conn| {
            barometer::on_each!(conn, c => diesel::sql_query("DROP TABLE drafts").execute(c))?;
            Ok(())
        });
        let reply = w.visitor().await.post(&format!("{other}/1"), &[("q_keep", comment.as_str())]).await;
        assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
        surrounded(&reply, "500");
        let reply = ada.get("/no%2Fsuch").await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        let text = String::from_utf8_lossy(&logs.lock().unwrap_or_else(PoisonError::into_inner)).into_owned();
        assert!(text.contains("a request failed"), "the fault was logged");
        let tokens = [link.trim_start_matches("/r/"), other.trim_start_matches("/r/"), &entry, &session, &comment];
        for (secret, what) in tokens.into_iter().zip(["link", "link", "sign-in link", "session", "comment"]) {
            assert!(!text.contains(secret), "a {what} in the logs");
            assert!(waiting.iter().all(|row| !row.contains(secret)), "a {what} in the outbox");
        }
        for trace in ["/r/", "/f/", "/sign-in/", "@example.org", "127.0.0.1"] {
            let line = text.lines().find(|line| line.contains(trace));
            assert!(line.is_none(), "a path of a link or an address in the logs: {line:?}");
        }
        let again = w.again(&campaign);
        assert_eq!(again.code, "2026-Q1");
    }
}

/// What the program logs, at its finest; shared by all tests of this process.
fn logs() -> Arc<Mutex<Vec<u8>>> {
    static LOGS: OnceLock<Arc<Mutex<Vec<u8>>>> = OnceLock::new();
    #[derive(Clone)]
    struct Sink(Arc<Mutex<Vec<u8>>>);
    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    LOGS.get_or_init(|| {
        let logs = Arc::new(Mutex::new(Vec::new()));
        let sink = Sink(logs.clone());
        tracing_subscriber::fmt()
            .with_env_filter("warn,barometer=trace")
            .with_ansi(false)
            .with_writer(move || sink.clone())
            .try_init()
            .expect("no other collector in this process");
        logs
    })
    .clone()
}

impl Visitor {
    /// Posts a form that needs no token, as the pages of links do.
    async fn post_open(&mut self, path: &str) -> Reply {
        self.post_open_fields(path, &[]).await
    }

    async fn post_open_fields(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(TestRequest::post().uri(path).set_form(fields)).await
    }
}
