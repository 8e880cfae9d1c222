//! Who may do what, on every route. The list of routes is read from `src/doors/routes.rs`: a new one without a line in
//! [`TABLE`] fails here.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;

use super::scene::{action, csrf_of, posting, scene, surrounded};
use crate::world::Reply;

/// One line for each route; one column for each reader: nobody, plain employee, head of `it` (whose things the paths
/// name), head of `hr`, HR, direction, reader, admin, moderator of `it`,
/// representative of `prod`.
/// What the head of `it` takes away is gone for HR, who comes after.
/// `+` opens (200, a redirect of ours, or a form shown again) · `s` to the sign-in page · `1` 401 · `3` 403 · `4` 404 ·
/// `g` 410.
const TABLE: &str = "
    get  /assets/{digest}/{name}                    ++++++++++
    get  /f/{token}                                 ++++++++++
    get  /charte                                    ++++++++++
    post /charte/proposals                          13+++3333+
    get  /charte/edit                               s333+33333
    post /charte/edit                               1333+33333
    post /charte/edit/consultation                  1333+33333
    post /charte/edit/adoption                      1333+33333
    post /charte/edit/proposals/{proposal}/removal  1333+33333
    get  /charte/edit/survey                        s333+33333
    post /charte/edit/survey                        1333+33333
    get  /engagement                                ++++++++++
    post /engagement                                ++++++++++
    post /engagement/agenda.ics                     ++++++++++
    get  /actions/plan.ics                          s+++++++++
    get  /privacy                                   ++++++++++
    get  /health/live                               ++++++++++
    get  /health/ready                              ++++++++++
    get  /method                                    ++++++++++
    get  /method/definitions.csv                    ++++++++++
    get  /accessibilite                             ++++++++++
    get  /catalogue                                 ++++++++++
    get  /catalogue/{supplier}                      ++++++++++
    get  /catalogue/{supplier}/edit                 s4+4+44444
    post /catalogue/{supplier}/order                14+4+44444
    get  /catalogue/{supplier}/offerings/new        s4+4+44444
    post /catalogue/{supplier}/offerings/new        14+4+44444
    get  /catalogue/{supplier}/offerings/{offering}         s4+4+44444
    post /catalogue/{supplier}/offerings/{offering}         14+4+44444
    post /catalogue/{supplier}/offerings/{offering}/removal 14+4+44444
    get  /catalogue/{supplier}/commitments/new      s4+4+44444
    post /catalogue/{supplier}/commitments/new      14+4+44444
    get  /catalogue/{supplier}/commitments/{commitment}     s4+4+44444
    post /catalogue/{supplier}/commitments/{commitment}     14+4+44444
    post /catalogue/{supplier}/commitments/{commitment}/end 14+4+44444
    get  /catalogue/{supplier}/measurements         s4+4+44444
    post /catalogue/{supplier}/measurements         14+4+44444
    get  /sign-in                                   ++++++++++
    post /sign-in                                   ++++++++++
    get  /sign-in/account                           4444444444
    get  /sign-in/account/return                    4444444444
    get  /sign-in/account/left                      4444444444
    post /sign-in/account/end                       4444444444
    get  /api                                       ++++++++++
    get  /sign-in/{token}                           gggggggggg
    post /sign-in/{token}                           gggggggggg
    post /sign-out                                  1sssssssss
    get  /code                                      ++++++++++
    post /code                                      ++++++++++
    get  /r/{token}                                 ++++++++++
    post /r/{token}                                 ++++++++++
    get  /r/{token}/group                           ++++++++++
    post /r/{token}/group                           ++++++++++
    get  /r/{token}/check                           ++++++++++
    get  /r/{token}/end                             ++++++++++
    post /r/{token}/sending                         ++++++++++
    get  /r/{token}/decline                         ++++++++++
    post /r/{token}/decline                         ++++++++++
    get  /r/{token}/{page}                          ++++++++++
    post /r/{token}/{page}                          ++++++++++
    get  /unsubscribe/{token}                       4444444444
    post /unsubscribe/{token}                       4444444444
    get  /results                                   s3+++++333
    get  /overview/{campaign}/paper                 s4+++++444
    get  /overview/{campaign}/charts/{chart}        s444444444
    get  /results/{supplier}                        s4+4+++444
    get  /results/{supplier}/wave                   s4+4+++444
    get  /results/{supplier}/{campaign}             s4+4+++444
    get  /results/{supplier}/{campaign}/detail      s4+4+++444
    get  /results/{supplier}/{campaign}/paper       s4+4+++444
    get  /results/{supplier}/{campaign}/team        s4+4+++444
    get  /results/{supplier}/{campaign}/charts/{chart}   s4+4+++444
    get  /results/{supplier}/{campaign}/mirror      s4+44+4444
    get  /results/{supplier}/{campaign}/priorities  s4+4444444
    post /results/{supplier}/{campaign}/priorities/{subject}           1444444444
    post /results/{supplier}/{campaign}/priorities/{subject}/removal   14+4444444
    get  /results/{supplier}/{campaign}/comments    s4+4++4444
    get  /comments                                  s3333333+3
    post /comments/{supplier}/reminder              1333+33333
    get  /comments/{supplier}/{campaign}            s4444444+4
    post /comments/{supplier}/{campaign}/release    14444444+4
    post /comments/{supplier}/{campaign}/ticked     14444444+4
    post /comments/{supplier}/{campaign}/undo       14444444+4
    post /comments/{supplier}/{campaign}/{comment}/decision   14444444+4
    get  /questionnaires                            s3+++33333
    post /questionnaires/drafts                     1333+33333
    get  /questionnaires/{supplier}                 s4+4+44444
    post /questionnaires/{supplier}/copy            14+4+44444
    post /questionnaires/{supplier}/draft           14+4+44444
    post /questionnaires/{supplier}/draft/removal   14+4+44444
    post /questionnaires/{supplier}/questions       14+4+44444
    get  /questionnaires/{supplier}/questions.csv   s4+4+44444
    post /questionnaires/{supplier}/own             14+4+44444
    get  /questionnaires/{supplier}/own/new         s4+4+44444
    get  /questionnaires/{supplier}/own/{code}      s4+4+44444
    post /questionnaires/{supplier}/own/{code}      14+4+44444
    get  /questionnaires/{supplier}/condition/{code}  s4+4+44444
    post /questionnaires/{supplier}/condition/{code}  14+4+44444
    post /questionnaires/{supplier}/promises/{commitment}   14+4+44444
    get  /questionnaires/{supplier}/preview         s4+4+44444
    get  /questionnaires/{supplier}/comparison      s4+4+44444
    post /questionnaires/{supplier}/comparison/{code}         1333+33333
    post /questionnaires/{supplier}/comparison/{code}/removal 1333+33333
    get  /relations                                 s3+++++33+
    get  /relations/{supplier}/{unit}               s4+4++444+
    post /relations/{supplier}/{unit}/points        14+4+3444+
    post /relations/{supplier}/{unit}/points/{point}        14+4+3444+
    get  /relations/{supplier}/{unit}/commitments/new       s434+3444+
    post /relations/{supplier}/{unit}/commitments/new       1434+3444+
    get  /relations/{supplier}/{unit}/commitments/{commitment}      s434+3444+
    post /relations/{supplier}/{unit}/commitments/{commitment}      1434+3444+
    post /relations/{supplier}/{unit}/commitments/{commitment}/end  1434+3444+
    get  /relations/{supplier}/{unit}/agreement     s4+4++444+
    post /relations/{supplier}/{unit}/agreement     14+4+3444+
    get  /relations/{supplier}/{unit}/agreements/{agreement}   s4+4++444+
    get  /relations/{supplier}/{unit}/guide         s4+4++444+
    get  /actions                                   s+++++++++
    get  /actions/{supplier}/new                    s4+4444444
    post /actions/{supplier}/new                    14+4444444
    get  /actions/{id}/sessions                     s4+4+++444
    post /actions/{id}/sessions                     14+4+33444
    get  /actions/{id}/sessions/{session}           s4+4+33444
    post /actions/{id}/sessions/{session}           14+4+33444
    post /actions/{id}/sessions/{session}/day       14+4+33444
    post /actions/{id}/sessions/{session}/people/{person}/removal 14+4+33444
    post /actions/{id}/surveys/{survey}             14+4+33444
    post /actions/{id}/sessions/{session}/removal   14+4433444
    get  /occasions                                 s4+++++444
    get  /occasions/new                             s4+++44444
    post /occasions/new                             14+++44444
    get  /occasions/{id}                            s4+4+++444
    get  /occasions/{id}/edit                       s4+4+44444
    post /occasions/{id}/edit                       14+4+44444
    post /occasions/{id}/removal                    14+4444444
    get  /events                                    s4+++++444
    post /events                                    1444+44444
    get  /events/{event}                            s4+4+++444
    post /events/{event}                            14+4+33444
    post /events/{event}/announcements              14+4+33444
    post /events/{event}/announcements/{announcement}/removal 14+4+33444
    post /events/{event}/removal                    14+4444444
    get  /actions/{id}                              s4+4+++444
    post /actions/{id}                              14+4333444
    get  /actions/{id}/edit                         s4+4333444
    post /actions/{id}/{step}                       14+4333444
    post /actions/{id}/notes                        14+4333444
    post /actions/{id}/origins                      14+4333444
    post /actions/{id}/origins/{place}/removal      14+4333444
    post /actions/{id}/undo                         14+4333444
    get  /                                          s+++++++++
    post /account/language                          1+++++++++
    get  /people                                    s333+33+33
    get  /people/import                             s333+33+33
    post /people/import                             1333+33+33
    post /people/import/confirmation                1333+33+33
    get  /people/people.csv                         s333+33+33
    get  /people/new                                s333+33+33
    post /people/new                                1333+33+33
    get  /people/{id}                               s333+33+33
    post /people/{id}                               1333+33+33
    get  /people/{id}/edit                          s333+33+33
    get  /suppliers                                 s333+33333
    post /suppliers                                 1333+33333
    get  /suppliers/{supplier}                      s333+33333
    post /suppliers/{supplier}                      1333+33333
    post /suppliers/{supplier}/relations            1333+33333
    get  /imports/{import}                          s333+33+33
    post /imports/{kind}                            1333+33333
    post /imports/{kind}/confirmation               1333+33333
    get  /campaigns                                 s333+33333
    get  /campaigns/new                             s333+33333
    post /campaigns/new                             1333+33333
    get  /campaigns/{id}                            s333+33333
    get  /campaigns/{id}/edit                       s333+33333
    post /campaigns/{id}/edit                       1333+33333
    get  /campaigns/{id}/groups                     s333+33333
    post /campaigns/{id}/groups                     1333+33333
    post /campaigns/{id}/groups/effect              1333+33333
    post /campaigns/{id}/groups/proposal            1333+33333
    get  /campaigns/{id}/codes                      s333+33333
    get  /campaigns/{id}/mails                      s333+33333
    post /campaigns/{id}/mails                      1333+33333
    post /campaigns/{id}/mails/test                 1333+33333
    get  /campaigns/{id}/privacy-pack               s333+33333
    get  /campaigns/{id}/invited                    s333+33333
    get  /campaigns/{id}/unreached                  s333+33333
    get  /campaigns/{id}/invited/{person}           s333+33333
    post /campaigns/{id}/invited/{person}/address   1333+33333
    post /campaigns/{id}/invited/{person}/sending   1333+33333
    post /campaigns/{id}/invited/{person}/link      1333+33333
    post /campaigns/{id}/invited/{person}/withdrawal 1333+33333
    post /campaigns/{id}/invited/{person}/withdrawal/removal 1333+33333
    post /campaigns/{id}/held-mails                 1333+33333
    post /campaigns/{id}/scheduling                 1333+33333
    post /campaigns/{id}/scheduling/removal         1333+33333
    post /campaigns/{id}/mail-pause                 1333+33333
    post /campaigns/{id}/mail-pause/removal         1333+33333
    post /campaigns/{id}/mail-stop                  1333+33333
    post /campaigns/{id}/copy                       1333+33333
    post /campaigns/{id}/extension                  1333+33333
    post /campaigns/{id}/newcomers                  1333+33333
    post /campaigns/{id}/opening                    1333+33333
    post /campaigns/{id}/closure                    1333+33333
    post /campaigns/{id}/announcement               1333+33333
    get  /exports                                   s333+33333
    get  /exports/{campaign}/{file}                 s333+33333
    get  /people/waiting                            s333+33+33
    post /people/waiting                            1333433433
    post /people/waiting/unit                       1333+33+33
    post /people/{id}/roles                         1333333+33
    post /people/{id}/roles/removal                 1333333+33
    get  /administration/tasks                      s333333+33
    get  /administration/journal                    s333333+33
    get  /administration/keys                       s333+33+33
    post /administration/keys                       1333333+33
    post /administration/keys/{key}/agreement       1333433333
    post /administration/keys/{key}/revocation      1333433433
    post /people/{id}/account/removal               1333333+33
    get  /administration/webhooks                   s333333+33
    post /administration/webhooks                   1333333+33
    post /administration/webhooks/{webhook}/test    1333333433
    post /administration/webhooks/{webhook}/active  1333333433
    post /administration/webhooks/{webhook}/removal 1333333433
    post /administration/webhooks/{webhook}/deliveries/{delivery}/again 1333333433
    get  /administration/journal.csv                s333333+33
    get  /administration/returned-mail              s333+33+33
    post /administration/tasks/{task}/run           1333333+33
    get  /settings                                  s333333+33
    post /settings                                  1333333+33
    get  /settings/mail                             s333333+33
    post /settings/mail                             1333333+33
";

/// The place of the head of `it` among [`READERS`].
pub const HEAD: usize = 2;

pub const READERS: [(&str, Option<&str>); 10] = [
    ("nobody", None),
    ("plain", Some("prod_1")),
    ("head", Some("head_it")),
    ("other head", Some("head_hr")),
    ("hr", Some("hugo")),
    ("direction", Some("dora")),
    ("reader", Some("rita")),
    ("admin", Some("ada")),
    ("moderator", Some("momo")),
    ("representative", Some("remi")),
];

pub struct Line {
    pub post: bool,
    pub path: &'static str,
    pub cells: Vec<char>,
}

pub fn table() -> Vec<Line> {
    let line = |text: &'static str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!((words.len(), words[2].len()), (3, READERS.len()), "{text}");
        Line { post: words[0] == "post", path: words[1], cells: words[2].chars().collect() }
    };
    TABLE.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}

/// The routes as the program has them, read from its source.
fn routes() -> BTreeSet<(bool, String)> {
    let source = include_str!("../../../src/doors/routes.rs").replace(char::is_whitespace, "");
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
        let kept = w.lines("SELECT supplier || ' ' || status || ' ' || title AS line FROM actions WHERE supplier = 'it' AND kind = 'corrective'");
        assert_eq!(kept, ["it proposed Neuf"]);
    }
}
