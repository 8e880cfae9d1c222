//! Invitations and reminders through a real SMTP connection to a server that says yes, not now, no, or nothing.

use std::collections::BTreeSet;
use std::net::TcpListener;

use barometer::campaign::Campaign;
use barometer::mail::{Transport, outbox};
use barometer::organisation::store as organisation;
use barometer::render::Language;

use crate::world::World;
use crate::world::sink::{Says, Sink, header, to};
use crate::world::verbs::{about, nine_on, person, person_id};

pub fn smtp(w: &World, port: u16) -> Transport {
    let mut config = (*w.app.config).clone();
    config.smtp_url = Some(format!("smtp://127.0.0.1:{port}"));
    Transport::of(&config).expect("a transport")
}

pub fn ten_people(w: &World) -> Campaign {
    w.organisation(&[("prod", 10)]);
    w.supplier("it");
    w.open(&w.campaign("2026-Q1", &["it"]))
}

pub fn later(w: &World, minutes: i64) {
    w.app.clock.move_to(w.app.clock.now().plus(jiff::SignedDuration::from_mins(minutes)));
}

on_both! {
    async fn one_mail_and_one_link_for_each(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        assert_eq!(w.send_mail().await, 10);
        assert_eq!(w.send_mail().await, 0);
        assert_eq!(w.send_mail().await, 0);
        assert_eq!(sink.reached().iter().collect::<BTreeSet<_>>().len(), 10);
        assert_eq!(sink.reached().len(), 10);
        let mut ids = BTreeSet::new();
        for mail in sink.taken() {
            let parsed = mailparse::parse_mail(mail.as_bytes()).expect("a mail");
            let kinds: Vec<&str> = parsed.subparts.iter().map(|part| part.ctype.mimetype.as_str()).collect();
            assert_eq!(kinds, ["text/plain", "text/html"]);
            let to = to(&mail);
            let who = to.split('@').next().expect("a name");
            let link = format!("http://barometer.test{}", w.link(&campaign, &who.into()));
            for part in &parsed.subparts {
                let body = part.get_body().expect("a body").replace("&#x2f;", "/");
                assert!(body.contains(&link), "{link} in {body}");
                let others = body.matches("/r/").count();
                assert_eq!(others, body.matches(&link).count(), "no other link");
                let addresses = body.split("http").skip(1).filter(|rest| !rest.starts_with("://barometer.test/")).count();
                assert_eq!(addresses, 0, "every address begins with the configured one");
            }
            assert!(header(&mail, "Message-ID").ends_with("@localhost.localdomain>"), "{}", header(&mail, "Message-ID"));
            assert_eq!(header(&mail, "Auto-Submitted"), "auto-generated");
            assert!(!header(&mail, "Subject").is_empty() && !header(&mail, "Date").is_empty());
            ids.insert(header(&mail, "Message-ID"));
        }
        assert_eq!(ids.len(), 10);
    }

    async fn not_now_is_tried_again_and_no_is_final(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        sink.answers(|address| match address {
            "prod_1@example.org" => Says::Reply("451 come back"),
            "prod_2@example.org" => Says::Reply("550 nobody here"),
            "prod_3@example.org" => Says::HangUp,
            _ => Says::Yes,
        });
        assert_eq!(w.send_mail().await, 7);
        assert_eq!(w.send_mail().await, 0, "not before its minute");
        sink.answers(|address| if address == "prod_2@example.org" { panic!("a final no was asked again") } else { Says::Yes });
        later(&w, 2);
        assert_eq!(w.send_mail().await, 2);
        let refused = w.read(|conn| outbox::undeliverable(conn, &campaign.id));
        assert_eq!(refused.len(), 1);
        assert_eq!(refused[0].0, person_id("prod", 2));
        assert!(refused[0].1.as_ref().is_some_and(|fault| fault == "550 nobody here"), "{refused:?}");
        for _ in 0..30 {
            later(&w, 60);
            assert_eq!(w.send_mail().await, 0);
        }
        assert_eq!(sink.reached().len(), 9);
    }

    async fn a_server_that_is_down_loses_nothing(w: World) {
        let mut w = w;
        let nobody = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
        w.transport = smtp(&w, nobody);
        let campaign = ten_people(&w);
        for minutes in [0, 1, 5, 15, 30, 60, 60] {
            later(&w, minutes);
            assert_eq!(w.send_mail().await, 0);
        }
        assert!(w.read(|conn| outbox::undeliverable(conn, &campaign.id)).is_empty());
        let sink = Sink::new();
        w.transport = smtp(&w, sink.port);
        later(&w, 60);
        assert_eq!(w.send_mail().await, 10);
        assert_eq!(sink.reached().iter().collect::<BTreeSet<_>>().len(), 10);
        // A server that was down for a whole week-end, too.
        w.transport = smtp(&w, nobody);
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        for _ in 0..80 {
            later(&w, 60);
            assert_eq!(w.send_mail().await, 0);
        }
        w.transport = smtp(&w, sink.port);
        later(&w, 60);
        assert_eq!(w.send_mail().await, 10, "nothing is wrong with a mail whose server was away");
    }

    async fn a_campaign_opened_late_reminds_only_after_its_opening(w: World) {
        w.organisation(&[("prod", 10)]);
        w.supplier("it");
        let campaign = w.campaign("2026-Q1", &["it"]);
        w.move_to(&nine_on(campaign.opens_on.plus_days(5)));
        w.open(&campaign);
        w.tick();
        assert_eq!(w.send_mail().await, 11, "invitations, the head's notice, and no reminder of four days after the planned opening");
        w.move_to(&nine_on(campaign.opens_on.plus_days(8)));
        w.tick();
        assert_eq!(w.send_mail().await, 10, "the second reminder");
    }

    async fn who_left_meanwhile_gets_no_mail(w: World) {
        let campaign = ten_people(&w);
        let yesterday = campaign.opens_on.plus_days(-1);
        w.write(move |conn| {
            let mut gone = organisation::person(conn, &person_id("prod", 3))?;
            gone.until = Some(yesterday);
            organisation::update_people(conn, &[gone])
        });
        assert_eq!(w.send_mail().await, 9);
        assert!(w.mails_to("prod_3@example.org").is_empty());
    }

    async fn reminders_go_to_unused_links_once(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        w.send_mail().await;
        for number in 1..=4 {
            w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", 4)]));
        }
        let declines = w.link(&campaign, &person_id("prod", 5));
        w.visitor().await.post(&format!("{declines}/decline"), &[]).await.location();
        w.tick();
        assert_eq!(w.send_mail().await, 1, "the head's notice; no reminder before the day");
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        w.tick();
        // Who answers between the writing and the sending gets none.
        w.store_answers(&campaign, &person_id("prod", 6), about("it", &[("overall", 2)]));
        assert_eq!(w.send_mail().await, 4);
        w.tick();
        assert_eq!(w.send_mail().await, 0);
        let reminded: Vec<String> = sink.reached().into_iter().filter(|address| {
            sink.reached().iter().filter(|other| *other == address).count() == 2
        }).collect::<BTreeSet<_>>().into_iter().collect();
        assert_eq!(reminded, ["prod_10@example.org", "prod_7@example.org", "prod_8@example.org", "prod_9@example.org"]);
        // Late by days: one reminder, not one for each date that passed.
        w.move_to(&nine_on(campaign.opens_on.plus_days(10)));
        w.tick();
        assert_eq!(w.send_mail().await, 4);
        w.move_to(&nine_on(campaign.opens_on.plus_days(12)));
        w.tick();
        assert!(w.again(&campaign).is_published());
        w.send_mail().await;
        let after: Vec<String> = sink.taken().into_iter().skip(19).collect();
        for mail in after {
            assert!(!mail.contains("/r/"), "after the closing nobody is asked: {mail}");
        }
    }

    async fn one_bad_row_stops_nobody(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        w.organisation(&[("prod", 10)]);
        w.supplier("it");
        let nul = if w.backend == Backend::Sqlite { "\0" } else { "" };
        w.write(move |conn| {
            let mut poison = person("poison", "prod", Language::Fr);
            poison.name = format!("Eve\r\nBcc: spy@example.org\r\n\r\nhello{nul}");
            let mut odd = person("odd", "prod", Language::En);
            odd.email = "not an @ address\r\n".to_owned();
            let mut long = person("long", "prod", Language::En);
            long.name = format!("{}\u{202e}\"<>,;: 👩‍👩‍👧‍👦", "é".repeat(300));
            organisation::insert_people(conn, &[poison, odd, long])
        });
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        w.send_mail().await;
        for number in 1..=10 {
            assert!(sink.reached().contains(&format!("prod_{number}@example.org")));
        }
        assert!(sink.reached().contains(&"long@example.org".to_owned()));
        for mail in sink.taken() {
            assert_eq!(header(&mail, "Bcc"), "");
        }
        let refused = w.read(|conn| outbox::undeliverable(conn, &campaign.id));
        assert!(refused.iter().any(|(who, _)| who.as_str() == "odd"), "{refused:?}");
        assert_eq!(w.count("outbox WHERE state IN ('queued', 'leased', 'sending')"), 0);
    }
}
