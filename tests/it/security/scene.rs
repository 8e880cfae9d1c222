//! A barometer in which everything that a path can name is there.

use std::collections::BTreeMap;

use actix_web::http::header;
use actix_web::test::TestRequest;
use barometer::campaign::occasion::prepare;
use barometer::catalogue;
use barometer::clock::Day;
use barometer::db::ids::{ActionId, CampaignId, PersonId, sortable};
use barometer::organisation::{self as organisation_slice, store as organisation};
use barometer::progress::store::events::{self, BefallenEvent};
use barometer::progress::store::sessions::{self, Session};
use barometer::progress::{self, Action};
use barometer::questionnaire::Kind;
use barometer::questionnaire::build::Wanted;
use barometer::relations::{self, Agreement, Point};
use barometer::render::Language;
use barometer::web::Role;

use crate::world::verbs::{about, person, person_id};
use crate::world::{Reply, Visitor, World};

/// Everything that the paths name: a published wave, a draft one, a link, a feedback page, an action, an own question.
pub struct Scene {
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

pub fn staff(w: &World) {
    w.organisation(&[("prod", 14)]);
    let mut asked: Vec<Wanted> = ["reception_1", "overall", "keep"].map(Wanted::bank).to_vec();
    asked.push(
        Wanted::own("own_1", Kind::Agreement, barometer::render::Texts::both("Une question", "A question"), &[])
            .expect("a question"),
    );
    w.supplier_asking("it", asked);
    w.supplier("hr");
    w.promise("it", "panne", Some("overall"));
    w.write(|conn| {
        let offering = catalogue::Offering {
            supplier: "it".into(),
            code: "poste".to_owned(),
            names: barometer::render::Texts::both("Poste de travail", "Workstation"),
            descriptions: barometer::render::Texts::default(),
            ways: barometer::render::Texts::default(),
            link: String::new(),
            position: 0,
            active: true,
            workers: 4,
        };
        catalogue::store::insert_offering(conn, &offering)?;
        let standing = catalogue::store::promises(conn, &"it".into())?.remove(0).commitment;
        let on = catalogue::Commitment { offering: Some("poste".to_owned()), ..standing };
        catalogue::store::update_commitment(conn, &on)?;
        let all = ["hugo", "dora", "rita", "ada", "momo", "remi"];
        organisation::insert_people(conn, &all.map(|id| person(id, "staff", Language::Fr)))?;
        for (id, role, of) in [
            ("hugo", Role::Hr, ""),
            ("dora", Role::Direction, ""),
            ("rita", Role::Reader, ""),
            ("ada", Role::Admin, ""),
            ("momo", Role::Moderator, "it"),
            ("remi", Role::Unit, "prod"),
        ] {
            organisation::grant(conn, &id.into(), role, &of.into())?;
        }
        let standing = catalogue::store::promises(conn, &"it".into())?.remove(0);
        let client = catalogue::Commitment {
            code: "rappel".to_owned(),
            offering: None,
            unit: Some("prod".into()),
            question: None,
            ..standing.commitment
        };
        catalogue::store::insert_commitment(conn, &client)?;
        let version = standing.versions.into_iter().next().expect("a version");
        let version = catalogue::Version { id: "0rappel".to_owned(), commitment: "rappel".to_owned(), ..version };
        catalogue::store::insert_version(conn, &version)?;
        let point = Point {
            id: "0point".to_owned(),
            supplier: "it".into(),
            unit: Some("prod".into()),
            kind: relations::Kind::Need,
            side: None,
            words: "Prévenir avant une coupure".to_owned(),
            noticed: relations::Noticed::Workshop,
            state: relations::State::Open,
            answer: String::new(),
            made_on: Day::parse("2026-01-05").expect("a day"),
            answered_on: None,
        };
        relations::store::insert_point(conn, &point)?;
        let agreement = Agreement {
            id: "0agreed".to_owned(),
            supplier: "it".into(),
            unit: "prod".into(),
            made_on: Day::parse("2026-01-05").expect("a day"),
            body: serde_json::to_string(&relations::Agreed {
                review_on: "2026-06-30".to_owned(),
                ..relations::Agreed::default()
            })?,
        };
        relations::store::insert_agreement(conn, &agreement)?;
        Ok(())
    });
}

pub async fn scene(w: &World) -> Scene {
    staff(w);
    let first = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
    // As if its team had been asked.
    let id = first.id.clone();
    w.write(move |conn| {
        let sql =
            format!("UPDATE campaign_suppliers SET mirror_unit = 'prod' WHERE supplier = 'it' AND campaign = '{id}'");
        barometer::on_each!(conn, c => diesel::RunQueryDsl::execute(diesel::sql_query(&sql), c))?;
        Ok(())
    });
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
    let (training, flash) = between(w);
    let values = BTreeMap::from([
        ("digest", "any".to_owned()),
        ("name", "barometer.css".to_owned()),
        ("kind", "suppliers".to_owned()),
        ("supplier", "it".to_owned()),
        ("code", "own_1".to_owned()),
        ("step", "acceptance".to_owned()),
        ("file", "indicators.csv".to_owned()),
        ("chart", "dimensions.svg".to_owned()),
        ("page", "1".to_owned()),
        ("comment", "any".to_owned()),
        ("event", "0event".to_owned()),
        ("announcement", "any".to_owned()),
        ("session", "0session".to_owned()),
        ("survey", "hot".to_owned()),
        ("training id", training.0),
        ("occasion id", flash.0),
        ("proposal", "any".to_owned()),
        ("place", "1".to_owned()),
        ("subject", "responsiveness".to_owned()),
        ("offering", "poste".to_owned()),
        ("commitment", "panne".to_owned()),
        ("client commitment", "rappel".to_owned()),
        ("unit", "prod".to_owned()),
        ("point", "0point".to_owned()),
        ("agreement", "0agreed".to_owned()),
        ("task", "retention".to_owned()),
        ("key", "0key".to_owned()),
        ("webhook", "0hook".to_owned()),
        ("delivery", "msg_0".to_owned()),
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

/// An event of `it`, a training of it with a session, and a flash about it that has not opened.
fn between(w: &World) -> (ActionId, CampaignId) {
    let (now, today, key) = (w.app.clock.now(), w.app.today(), w.app.link_key.clone());
    let training = action(w, "it");
    let id = training.id.clone();
    let flash = w.write(move |conn| {
        let sql = format!("UPDATE actions SET kind = 'training' WHERE id = '{}'", training.id);
        barometer::on_each!(conn, c => diesel::RunQueryDsl::execute(diesel::sql_query(&sql), c))?;
        let session = Session {
            id: "0session".to_owned(),
            action: training.id,
            day: today,
            words: String::new(),
            campaign: None,
        };
        sessions::insert(conn, &session)?;
        let event = BefallenEvent {
            id: "0event".to_owned(),
            supplier: Some("it".into()),
            day: today,
            words: "panne".to_owned(),
            account: String::new(),
            lesson: String::new(),
        };
        events::add(conn, &event)?;
        prepare::make(conn, &key, &crate::occasions::flash_about_it(today), now)
    });
    (id, flash)
}

impl Scene {
    /// A route's path with its parts filled in.
    pub fn path(&self, route: &str) -> String {
        let parts = route.split('/').map(|part| {
            let Some(name) = part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
                return part.to_owned();
            };
            let key = match (name, route.split('/').nth(1).unwrap_or_default()) {
                ("commitment", "relations") => "client commitment",
                ("token", "f") => "feedback",
                ("token", "r") => "link",
                ("token", _) => return "A".repeat(43),
                // Nobody is invited to a campaign in preparation.
                ("id", "campaigns") if route.contains("/invited") || route.contains("/unreached") => "opened id",
                ("id", "campaigns") => "campaign id",
                ("id", "people") => "person id",
                ("id", "occasions") => "occasion id",
                ("id", "actions") if route.contains("/sessions") || route.contains("/surveys") => "training id",
                ("id", _) => "action id",
                (name, _) => name,
            };
            self.values[key].clone()
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

pub fn csrf_of(w: &World, visitor: &Visitor) -> String {
    let cookie = visitor.cookies.get("session").cloned().unwrap_or_default();
    w.app.link_key.token("csrf", &cookie)
}

/// A post with this token and nothing else; with a file where the page takes one.
pub fn posting(path: &str, csrf: Option<&str>) -> TestRequest {
    let request = TestRequest::post().uri(path);
    if path.contains("import") || path.ends_with("/0session") {
        let mut body = String::new();
        if let Some(csrf) = csrf {
            body += &format!("--cut\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n");
        }
        body += "--cut--\r\n";
        return request.insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=cut")).set_payload(body);
    }
    request.set_form(csrf.map(|csrf| ("csrf", csrf)).into_iter().collect::<Vec<_>>())
}

#[track_caller]
pub fn surrounded(reply: &Reply, what: &str) {
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

impl Visitor {
    /// Posts a form that needs no token, as the pages of links do.
    pub async fn post_open(&mut self, path: &str) -> Reply {
        self.post_open_fields(path, &[]).await
    }

    pub async fn post_open_fields(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(TestRequest::post().uri(path).set_form(fields)).await
    }
}
