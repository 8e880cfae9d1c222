//! Mail servers that fail at every step, processes that die or are paused, names made to break things: everybody is
//! reached, nobody is asked twice but where a double cannot be told from a loss.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use barometer::db::schema::outbox as outbox_rows;
use barometer::mail::outbox::{self, Outcome, Owner, Row};
use barometer::mail::store::Relay;
use barometer::mail::{Kind, Letter, Office, Profile, enqueue, send_due};
use barometer::organisation::store as organisation;
use barometer::render::Language;
use barometer::schedule::OFFICE;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::mail::{later, smtp, ten_people};
use crate::world::sink::{Says, Sink, header, to};
use crate::world::verbs::{nine_on, person, person_id};
use crate::world::{Backend, World};

fn owner(w: &World, key: &str) -> Owner {
    Owner {
        key: key.to_owned(),
        clock: w.app.clock.clone(),
        zone: w.app.config.time_zone.clone(),
        profile: Profile::default(),
    }
}

fn claim(w: &World, by: &Owner, limit: i64) -> Vec<Row> {
    let by = by.clone();
    w.write(move |conn| outbox::claim(conn, &by, limit))
}

fn turn(w: &World, by: &Owner, settled: Vec<(Row, Outcome)>, next: Vec<Row>) -> BTreeSet<String> {
    let by = by.clone();
    w.write(move |conn| Ok(outbox::turn(conn, &by, &settled, &next)?.stamped))
}

fn seconds(w: &World, seconds: i64) {
    w.app.clock.move_to(w.app.clock.now().plus(jiff::SignedDuration::from_secs(seconds)));
}

/// Mails by address, each with its Message-IDs.
fn by_address(sink: &Sink) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for mail in sink.taken() {
        all.entry(to(&mail)).or_default().push(header(&mail, "Message-ID"));
    }
    all
}

on_both! {
    async fn a_server_that_fails_at_every_step_reaches_everybody(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        w.organisation(&[("prod", 60)]);
        w.supplier("it");
        w.open(&w.campaign("2026-Q1", &["it"]));
        let asked: Arc<Mutex<BTreeMap<String, usize>>> = Arc::default();
        let seen = asked.clone();
        sink.answers(move |address| {
            let mut seen = seen.lock().expect("the count");
            let times = seen.entry(address.to_owned()).or_default();
            *times += 1;
            let number: usize = address.trim_start_matches("prod_").trim_end_matches("@example.org").parse().expect("a number");
            // Two of sixty are refused for good: one in twenty would halt the campaign.
            match (if number > 20 && matches!(number % 20, 6 | 7) { 0 } else { number % 20 }, *times) {
                (1, 1..=3) => Says::Reply("451 come back"),
                (2, 1..=2) => Says::ReplyAfterText("452 full"),
                (3, 1..=2) => Says::HangUp,
                (4, 1..=2) => Says::CutInText,
                (5, 1) => Says::CutAfterText,
                (6, _) => Says::Reply("550 nobody here"),
                (7, _) => Says::ReplyAfterText("554 no"),
                (8, 1) => Says::Reply("421 closing"),
                (9, 1) => Says::Slowly(Duration::from_millis(200)),
                _ => Says::Yes,
            }
        });
        let mut refused = 0;
        for round in 0..40 {
            // Each third round nobody answers at all.
            sink.is_away(round % 3 == 1);
            w.send_mail().await;
            refused += usize::from(w.read(Relay::load).faults > 0);
            later(&w, 11);
        }
        assert!(refused > 0, "the server was away at times");
        let taken = by_address(&sink);
        for number in 1..=60 {
            let address = format!("prod_{number}@example.org");
            let copies = taken.get(&address).map_or(0, Vec::len);
            match number {
                6 | 7 => assert_eq!((copies, asked.lock().expect("the count")[&address]), (0, 1), "a no is final"),
                5 | 25 | 45 => assert_eq!(copies, 2, "taken, and not told"),
                _ => assert_eq!(copies, 1, "{address}"),
            }
        }
        for (address, ids) in &taken {
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 1, "{address} has one Message-ID: {ids:?}");
        }
        assert_eq!(w.count("outbox WHERE state = 'sent'"), 58);
        assert_eq!(w.count("outbox WHERE state = 'failed'"), 2);
    }

    async fn a_reminder_cut_off_is_never_sent_again(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        w.send_mail().await;
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        sink.answers(|address| match address {
            "prod_1@example.org" => Says::CutAfterText,
            "prod_2@example.org" => Says::CutInText,
            "prod_3@example.org" => Says::Reply("451 later"),
            _ => Says::Yes,
        });
        assert_eq!(w.send_mail().await, 7);
        sink.answers(|_| Says::Yes);
        later(&w, 2);
        assert_eq!(w.send_mail().await, 1, "the one that was put off before its text left");
        for _ in 0..5 {
            later(&w, 61);
            assert_eq!(w.send_mail().await, 0);
        }
        assert_eq!(w.count("outbox WHERE kind = 'reminder' AND state = 'unknown'"), 2);
        let copies = |name: &str| by_address(&sink)[name].len();
        assert_eq!((copies("prod_1@example.org"), copies("prod_2@example.org"), copies("prod_3@example.org")), (2, 1, 2));
    }

    async fn a_row_is_taken_over_only_from_an_owner_whose_lease_passed(w: World) {
        let campaign = ten_people(&w);
        let (one, two) = (owner(&w, "one"), owner(&w, "two"));
        let mine = claim(&w, &one, 6);
        assert_eq!(mine.len(), 6);
        let rest = claim(&w, &two, 64);
        assert_eq!(rest.len(), 4, "each row has one owner");
        // The first lives and renews; the second does not.
        for _ in 0..4 {
            seconds(&w, 15);
            let living = one.clone();
            w.write(move |conn| outbox::renew(conn, &living));
        }
        assert_eq!(turn(&w, &one, Vec::new(), mine.clone()).len(), 6);
        assert!(turn(&w, &two, Vec::new(), rest.clone()).is_empty(), "paused, and its lease has passed: nothing may leave");
        let taken_over = claim(&w, &one, 64);
        assert_eq!(taken_over.len(), 4);
        let late = two.clone();
        w.write(move |conn| outbox::renew(conn, &late));
        assert!(turn(&w, &two, Vec::new(), rest.clone()).is_empty(), "revived: what somebody else holds is not its own");
        // It settles nothing either.
        turn(&w, &two, vec![(rest[0].clone(), Outcome::Sent)], Vec::new());
        assert_eq!(w.count("outbox WHERE state = 'sent'"), 0);
        // The first dies inside DATA: thirty seconds later its six go once more, under their own Message-IDs.
        seconds(&w, 30);
        let again = claim(&w, &two, 64);
        assert_eq!(again.len(), 10);
        let id = |rows: &[Row]| rows.iter().map(|row| (row.id.clone(), row.message_id.clone())).collect::<BTreeMap<_, _>>();
        let (before, after) = (id(&mine), id(&again));
        assert!(before.iter().all(|(key, message)| after[key] == *message));
        assert_eq!(turn(&w, &two, Vec::new(), again).len(), 10);
        let _ = campaign;
    }

    async fn a_reminder_being_sent_when_its_owner_dies_is_closed(w: World) {
        let campaign = ten_people(&w);
        w.send_mail().await;
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        let one = owner(&w, "one");
        let rows = claim(&w, &one, 10);
        assert_eq!(rows.len(), 10);
        assert_eq!(turn(&w, &one, Vec::new(), rows[..3].to_vec()).len(), 3);
        seconds(&w, 25);
        assert_eq!(w.send_mail().await, 7, "those that were only claimed");
        assert_eq!(w.count("outbox WHERE state = 'unknown'"), 3);
    }

    async fn a_server_that_is_away_costs_no_attempt_and_says_so(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        w.write(|conn| {
            organisation::insert_people(conn, &[person("hugo", "staff", Language::Fr)])?;
            organisation::grant(conn, &"hugo".into(), barometer::web::Role::Hr, &"".into()).map(|_| ())
        });
        sink.is_away(true);
        for _ in 0..4 {
            assert_eq!(w.send_mail().await, 0);
            seconds(&w, 61);
        }
        assert_eq!(w.count("outbox WHERE state = 'queued' AND attempts = 0"), 10);
        seconds(&w, 120);
        assert_eq!(w.send_mail().await, 0);
        let relay = w.read(Relay::load);
        assert!(relay.faults >= 3 && relay.said.is_some(), "{relay:?}");
        let page = w.signed_in(&"hugo".into()).await.get(&format!("/campaigns/{}", campaign.id)).await.ok().main();
        assert!(page.contains("Le serveur de messagerie ne répond pas. Nouvel essai le 5 janvier 2026"), "{page}");
        sink.is_away(false);
        assert_eq!(w.send_mail().await, 0, "left alone for a while");
        later(&w, 6);
        assert_eq!(w.send_mail().await, 10);
        assert_eq!(w.read(Relay::load).faults, 0);
    }

    async fn poison_stops_nobody_and_injects_nothing(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let nul = if w.backend == Backend::Sqlite { "\0" } else { "" };
        w.write(move |conn| {
            let all = [
                ("cr", "Eve\rBcc: spy@example.org".to_owned()),
                ("lf", "Eve\nBcc: spy@example.org\n\nhello".to_owned()),
                ("crlf", "Eve\r\nSubject: won\r\n\r\n<b>hello".to_owned()),
                ("nul", format!("Eve{nul}")),
                ("turned", "Eve\u{202e}gro.elpmaxe@yps\u{2066}".to_owned()),
                ("long", "é".repeat(5_000)),
                ("quoted", "\"Eve\" <spy@example.org>, x@example.org".to_owned()),
                ("panics", "Eve".to_owned()),
            ];
            let people: Vec<_> = all
                .into_iter()
                .map(|(id, name)| barometer::organisation::Person { name, ..person(id, "prod", Language::Fr) })
                .collect();
            organisation::insert_people(conn, &people)
        });
        w.open(&w.campaign("2026-Q1", &["it"]));
        fn render(app: &barometer::app::App, conn: &mut barometer::db::Conn, row: &Row) -> barometer::error::Result<Option<barometer::mail::Message>> {
            assert!(row.person.as_str() != "panics", "this one cannot be written");
            (OFFICE.render)(app, conn, row)
        }
        send_due(&w.app, &w.transport, Office { render, ..OFFICE }).await.expect("the others leave");
        assert_eq!(sink.count(), 27, "{:?}", sink.reached());
        for mail in sink.taken() {
            assert_eq!((header(&mail, "Bcc"), header(&mail, "Cc")), (String::new(), String::new()));
            assert!(header(&mail, "Subject").contains("service"), "{}", header(&mail, "Subject"));
            let parsed = mailparse::parse_mail(mail.as_bytes()).expect("a mail");
            let addressees = parsed.headers.iter().filter(|header| header.get_key() == "To").count();
            assert_eq!(addressees, 1);
            assert!(!header(&mail, "To").contains('\u{202e}'));
            assert!(mail.lines().all(|line| line.len() <= 998), "a line too long for mail servers");
        }
        let faults = w.lines("SELECT fault AS line FROM outbox WHERE state = 'failed'");
        assert!(faults.len() == 1 && faults[0].contains("this one cannot be written"), "{faults:?}");
    }

    async fn a_letter_is_written_once_for_an_occasion_with_a_campaign_or_without(w: World) {
        let campaign = ten_people(&w);
        let now = w.app.clock.now();
        let letter = |occasion: &str, campaign: Option<barometer::db::ids::CampaignId>| Letter {
            kind: Kind::SignIn,
            occasion: occasion.to_owned(),
            campaign,
            person: person_id("prod", 1),
            reference: None,
        };
        let letters = [
            letter("sign-in 1", None),
            letter("sign-in 1", None),
            letter("sign-in 2", None),
            letter("invitation", Some(campaign.id.clone())),
            letter("other", Some(campaign.id.clone())),
            letter("other", Some(campaign.id)),
        ];
        let new: Vec<bool> = letters.into_iter().map(|letter| w.write(move |conn| enqueue(conn, now, &letter))).collect();
        assert_eq!(new, [true, false, true, false, true, false]);
    }
}

/// Only Postgres lets two write at once.
#[actix_web::test]
async fn a_renewal_waits_for_no_turn() {
    let w = World::new(Backend::Postgres);
    ten_people(&w);
    let one = owner(&w, "one");
    let rows = claim(&w, &one, 10);
    let (held, told) = (rows[0].id.clone(), w.app.clone());
    let turning = told.db.read_now(|conn| {
        barometer::db::transaction(conn, |conn| {
            diesel::update(outbox_rows::table.find(&held)).set(outbox_rows::attempts.eq(0)).execute(conn)?;
            seconds(&w, 15);
            let living = one.clone();
            w.write(move |other| {
                other.batch_execute("SET LOCAL lock_timeout = '3s'")?;
                outbox::renew(other, &living)
            });
            Ok(())
        })
    });
    turning.expect("a turn");
    // The nine others were renewed; what became of the tenth is its turn's to say.
    seconds(&w, 15);
    assert_eq!(claim(&w, &owner(&w, "two"), 64).len(), 1);
}

#[actix_web::test]
async fn hr_stops_while_mails_are_stamped() {
    let w = World::new(Backend::Postgres);
    w.organisation(&[("prod", 300)]);
    w.supplier("it");
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    for round in 0..20 {
        // Half of the rows stand elsewhere on the disk now: no two plans meet them in one order.
        w.write(move |conn| {
            conn.batch_execute(&format!(
                "UPDATE outbox SET state = 'queued', lease_owner = NULL, lease_until = NULL;
                 UPDATE outbox SET attempts = 0 WHERE get_byte(sha256((id || '{round}')::bytea), 0) < 128;
                 UPDATE outbox SET attempts = 1 WHERE get_byte(sha256((id || '{round}')::bytea), 1) < 128"
            ))?;
            Ok(())
        });
        let one = owner(&w, "one");
        let mut rows = claim(&w, &one, 300);
        assert_eq!(rows.len(), 300);
        rows.reverse();
        std::thread::scope(|scope| {
            let stop = scope.spawn(|| {
                let id = campaign.id.clone();
                w.write(move |conn| outbox::stop(conn, &id))
            });
            let stamped = turn(&w, &one, Vec::new(), rows).len();
            let stopped = stop.join().expect("HR's stop");
            assert_eq!(stamped + stopped, 300, "each is being sent or stopped");
        });
    }
}
