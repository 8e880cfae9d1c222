//! What other programs are told: when, in which words, signed; what happens when they do not take it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, HttpServer, web};
use barometer::clock::Day;
use barometer::config::Config;
use barometer::db::ids::PersonId;
use barometer::hooks::sender::deliver_due;
use barometer::hooks::{Event, Format, Told, Webhook, payload, store};
use barometer::progress::{self, Step};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::security::scene;
use crate::world::verbs::{about, person_id};

/// Id, moment, signature, body.
type Message = (String, String, String, String);

/// A program that keeps what it is told and answers as a test wants, with 200 when nothing is left to say.
#[derive(Clone, Default)]
struct Receiver {
    told: Arc<Mutex<Vec<Message>>>,
    answers: Arc<Mutex<VecDeque<u16>>>,
}

impl Receiver {
    fn start(&self) -> String {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}/hook?sig=secret", listener.local_addr().expect("an address"));
        let shared = self.clone();
        let server = HttpServer::new(move || {
            actix_web::App::new().app_data(Data::new(shared.clone())).default_service(web::to(receive))
        });
        actix_web::rt::spawn(server.workers(1).disable_signals().listen(listener).expect("a server").run());
        address
    }

    fn events(&self) -> Vec<String> {
        let kind =
            |body: &String| serde_json::from_str::<Value>(body).unwrap()["type"].as_str().unwrap_or("card").to_owned();
        self.told.lock().unwrap().iter().map(|(_, _, _, body)| kind(body)).collect()
    }
}

async fn receive(req: HttpRequest, receiver: Data<Receiver>, body: Bytes) -> HttpResponse {
    let header = |name: &str| req.headers().get(name).unwrap().to_str().unwrap().to_owned();
    let body = String::from_utf8(body.to_vec()).unwrap();
    receiver.told.lock().unwrap().push((
        header("webhook-id"),
        header("webhook-timestamp"),
        header("webhook-signature"),
        body,
    ));
    let status = receiver.answers.lock().unwrap().pop_front().unwrap_or(200);
    HttpResponse::build(StatusCode::from_u16(status).unwrap())
        .insert_header(("location", "https://elsewhere.example/"))
        .finish()
}

fn reaching(w: &mut crate::world::World) {
    let networks = vec!["127.0.0.1/32".parse().unwrap()];
    w.app.config = Arc::new(Config { webhook_networks: networks, ..(*w.app.config).clone() });
}

fn hook(w: &crate::world::World, id: &'static str, url: String, format: Format) {
    let events: Vec<&str> = Event::asked().map(Event::as_str).collect();
    let webhook = Webhook {
        id: id.to_owned(),
        name: "Canal".to_owned(),
        url,
        format,
        events: events.join(" "),
        active: true,
        made_at: w.app.clock.now(),
        said: None,
    };
    w.write(move |conn| store::insert(conn, &webhook));
}

/// Sends until nothing is due.
async fn deliver(w: &crate::world::World) {
    while deliver_due(&w.app).await.expect("deliveries") {}
}

fn something(w: &crate::world::World, times: usize) {
    for number in 1..=times {
        let (now, day) = (w.app.clock.now(), w.app.today());
        let told = Told::of_campaign(&format!("C{number}"), day, "/campaigns".to_owned());
        w.write(move |conn| store::tell(conn, now, Event::CampaignOpened, &told));
    }
}

on_both! {
    async fn a_quarter_is_told_signed_and_without_what_is_not_public(w: World) {
        let mut w = w;
        reaching(&mut w);
        let (program, channel) = (Receiver::default(), Receiver::default());
        hook(&w, "h1", program.start(), Format::Standard);
        hook(&w, "h2", channel.start(), Format::Teams);
        scene::staff(&w);
        let open = w.open(&w.campaign("2026-Q1", &["it"]));
        deliver(&w).await;
        for number in 1..=14 {
            w.store_answers(&open, &person_id("prod", number), about("it", &[("overall", 4)]));
        }
        let closed = w.close(&open);
        w.tick();
        assert!(closed.is_published());
        deliver(&w).await;
        // An action that is not visible is nobody's business; one that is, from its acceptance on.
        let hidden = scene::action(&w, "it");
        let step = |id: barometer::db::ids::ActionId, step: Step, verdict| {
            let (now, today) = (w.app.clock.now(), w.app.today());
            w.write(move |conn| {
                let action = progress::store::action(conn, &id)?;
                let done_on = (step == Step::Complete).then_some(today);
                let taken = progress::store::Move { step, done_on, reason: None, verdict };
                assert!(progress::store::take(conn, &action, &taken, &PersonId::from("head_it"), today, now)?);
                Ok(())
            });
        };
        step(hidden.id.clone(), Step::Accept, None);
        let seen = w.read(|conn| progress::store::history::last_line(conn, &hidden.id));
        let shown = progress::Action {
            visible: true,
            status: progress::Status::Accepted,
            public_texts: barometer::render::Texts::both("Vous aurez *une* réponse", "You will get *an* answer"),
            ..hidden.clone()
        };
        let (now, today) = (w.app.clock.now(), w.app.today());
        w.write(move |conn| progress::store::edit(conn, &shown, &seen, &"head_it".into(), (today, now), "visible"));
        deliver(&w).await;
        step(hidden.id.clone(), Step::Start, None);
        step(hidden.id.clone(), Step::Complete, None);
        deliver(&w).await;
        step(hidden.id.clone(), Step::Verify, Some(progress::Verdict::Effective));
        deliver(&w).await;
        let expected = ["campaign.opened", "campaign.closed", "results.published", "action.made", "action.done", "action.verified"];
        assert_eq!(program.events(), expected);
        assert_eq!(channel.events(), ["message"; 6]);
        let told = program.told.lock().unwrap().clone();
        let opened: Value = serde_json::from_str(&told[0].3).unwrap();
        assert_eq!(opened, json!({
            "type": "campaign.opened", "timestamp": "2026-01-05T08:00:00Z",
            "data": { "campaign": "2026-Q1", "day": "2026-01-05", "link": "http://barometer.test/campaigns" },
        }));
        let made: Value = serde_json::from_str(&told[3].3).unwrap();
        assert_eq!(made["data"], json!({
            "supplier": "it", "action": "IT-1", "day": "2026-01-05", "link": format!("http://barometer.test/actions/{}", hidden.id),
            "public_text": { "fr": "Vous aurez *une* réponse", "en": "You will get *an* answer" },
        }));
        let cards = channel.told.lock().unwrap().clone();
        let card: Value = serde_json::from_str(&cards[3].3).unwrap();
        let content = &card["attachments"][0]["content"];
        assert_eq!((&content["type"], &content["version"]), (&json!("AdaptiveCard"), &json!("1.4")));
        assert_eq!(content["body"][1]["text"], "Vous aurez \\*une\\* réponse");
        assert_eq!(content["actions"][0]["url"], made["data"]["link"]);
        for (_, _, _, body) in told.iter().chain(&cards) {
            for never in ["Accusé", "Réponses lentes", "head_it", "Head", "overall", "value", "percent"] {
                assert!(!body.contains(never), "{never}: {body}");
            }
        }
        // Signed as Standard Webhooks has it, with the secret that the page showed.
        let secret = payload::secret(&w.app.link_key, "h1").unwrap();
        let bytes = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
        for (id, at, signature, body) in &told {
            let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&bytes).unwrap();
            mac.update(format!("{id}.{at}.{body}").as_bytes());
            assert_eq!(*signature, format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())));
        }
        assert!(w.dump().iter().all(|row| !row.contains(&secret[6..])));
    }

    async fn a_receiver_that_is_away_for_an_hour_gets_everything_in_order(w: World) {
        let mut w = w;
        reaching(&mut w);
        let program = Receiver::default();
        hook(&w, "h1", program.start(), Format::Standard);
        *program.answers.lock().unwrap() = [503, 301, 429, 500].into();
        something(&w, 3);
        let mut minutes = 0;
        for wait in [0, 2, 6, 18, 36] {
            minutes += wait;
            w.move_to(&format!("2026-01-05T{:02}:{:02}:00Z", 8 + minutes / 60, minutes % 60));
            deliver(&w).await;
        }
        let told = program.told.lock().unwrap().clone();
        let ids: Vec<&String> = told.iter().map(|(id, ..)| id).collect();
        assert_eq!(told.len(), 7, "{ids:?}");
        assert!(ids[..5].iter().all(|id| *id == ids[0]), "the first again and again, under its own id: {ids:?}");
        let code = |n: usize| serde_json::from_str::<Value>(&told[n].3).unwrap()["data"]["campaign"].clone();
        assert_eq!([code(4), code(5), code(6)], ["C1", "C2", "C3"]);
        assert_eq!(w.count("deliveries WHERE state = 'delivered'"), 3);
        // Tried for a day, then given up; the next ones go on.
        *program.answers.lock().unwrap() = vec![500; 100].into();
        something(&w, 1);
        for hour in 0..80 {
            let day = Day::parse("2026-01-06").unwrap().plus_days(hour / 20);
            w.move_to(&format!("{day}T{:02}:00:00Z", 4 + hour % 20));
            deliver(&w).await;
        }
        assert_eq!(w.count("deliveries WHERE state = 'failed'"), 1);
    }

    async fn a_receiver_that_is_gone_is_told_nothing_more(w: World) {
        let mut w = w;
        reaching(&mut w);
        let program = Receiver::default();
        hook(&w, "h1", program.start(), Format::Standard);
        *program.answers.lock().unwrap() = [410].into();
        something(&w, 2);
        deliver(&w).await;
        assert_eq!(program.told.lock().unwrap().len(), 1);
        assert_eq!(w.lines("SELECT said AS line FROM webhooks"), ["410"]);
        // While it is off nothing is written for it; put on again, it is told what waited.
        something(&w, 1);
        assert_eq!(w.count("deliveries"), 2);
        w.write(|conn| store::set_active(conn, "h1", true, None));
        deliver(&w).await;
        assert_eq!(program.told.lock().unwrap().len(), 2);
    }

    async fn two_processes_tell_once_and_one_that_died_is_taken_over(w: World) {
        let mut w = w;
        reaching(&mut w);
        let program = Receiver::default();
        hook(&w, "h1", program.start(), Format::Standard);
        something(&w, 1);
        let now = w.app.clock.now().plus(jiff::SignedDuration::from_secs(1));
        let first = w.write(move |conn| store::claim(conn, now));
        assert_eq!(first.len(), 1);
        assert!(w.write(move |conn| store::claim(conn, now)).is_empty(), "somebody has it");
        let later = now.plus(jiff::SignedDuration::from_secs(61));
        assert_eq!(w.write(move |conn| store::claim(conn, later)).len(), 1, "whoever had it fell silent");
    }

    async fn an_administrator_adds_tries_and_removes_an_address(w: World) {
        let mut w = w;
        scene::staff(&w);
        let mut ada = w.signed_in(&"ada".into()).await;
        let program = Receiver::default();
        let url = program.start();
        let fields = |url: &str| [
            ("name", "Canal"), ("url", url), ("format", "standard"), ("events", "campaign.opened"), ("events", "action.done"),
        ].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let post = async |visitor: &mut crate::world::Visitor, url: &str| {
            let fields = fields(url);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            visitor.post("/administration/webhooks", &fields).await
        };
        for (wrong, words) in [
            (url.as_str(), "doit commencer par https"), ("https://10.0.0.1/x", "réseau privé"), ("https://a:b@example.org/", "mot de passe"), ("x", "adresse complète"),
        ] {
            let refused = post(&mut ada, wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.main().contains(words), "{wrong}: {}", refused.main());
        }
        reaching(&mut w);
        let mut ada = w.signed_in(&"ada".into()).await;
        let made = post(&mut ada, &url).await.ok();
        let id = w.lines("SELECT id AS line FROM webhooks").remove(0);
        assert!(made.text().replace("&#x2f;", "/").contains(&payload::secret(&w.app.link_key, &id).unwrap()));
        let page = ada.get("/administration/webhooks").await.ok();
        assert!(!page.text().contains("whsec_") && !page.text().contains("sig=secret"), "shown once, and only the host");
        ada.post(&format!("/administration/webhooks/{id}/test"), &[]).await.location();
        deliver(&w).await;
        assert_eq!(program.events(), ["test"]);
        let page = ada.get("/administration/webhooks").await.ok();
        assert!(page.main().contains("reçu"), "{}", page.main());
        let sent = w.lines("SELECT id AS line FROM deliveries").remove(0);
        ada.post(&format!("/administration/webhooks/{id}/deliveries/{sent}/again"), &[]).await.location();
        deliver(&w).await;
        let told = program.told.lock().unwrap().clone();
        assert_eq!((told.len(), &told[0].0), (2, &told[1].0), "again, under the id it had");
        // What waits for a receiver that was away goes as soon as somebody tries.
        for (act, field) in [("test", ("", "")), ("active", ("active", "yes")), (&format!("deliveries/{sent}/again"), ("", ""))] {
            program.told.lock().unwrap().clear();
            *program.answers.lock().unwrap() = [503].into();
            something(&w, 1);
            deliver(&w).await;
            deliver(&w).await;
            assert_eq!(program.events(), ["campaign.opened"], "refused, and put off");
            ada.post(&format!("/administration/webhooks/{id}/{act}"), &[field]).await.location();
            deliver(&w).await;
            let opened = program.events().iter().filter(|event| *event == "campaign.opened").count();
            assert_eq!(opened, 2, "{act}: {:?}", program.events());
            assert_eq!(w.count("deliveries WHERE state = 'queued'"), 0, "{act}");
        }
        ada.post(&format!("/administration/webhooks/{id}/active"), &[("active", "no")]).await.location();
        assert_eq!(ada.post(&format!("/administration/webhooks/{id}/test"), &[]).await.status, StatusCode::BAD_REQUEST);
        ada.post(&format!("/administration/webhooks/{id}/removal"), &[]).await.location();
        assert_eq!((w.count("webhooks"), w.count("deliveries")), (0, 0));
        assert!(w.lines("SELECT detail AS line FROM audit_log").iter().all(|line| !line.contains("sig=")));
    }
}
