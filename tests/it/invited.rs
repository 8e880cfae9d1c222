//! What HR can do for those who were invited, and that none of it tells who answered: undeliverable mail, a new link,
//! somebody who is away, gone or somebody else, mails that came back, mails that a restore held.

use std::path::Path;
use std::sync::Arc;

use barometer::campaign::Campaign;
use barometer::config::Config;
use barometer::mail::{bounces, outbox};
use barometer::organisation::{Person, store as organisation};
use barometer::render::Language;
use barometer::web::Role;
use diesel::prelude::*;

use crate::mail::{later, smtp, ten_people};
use crate::world::World;
use crate::world::sink::{Says, Sink, header};
use crate::world::verbs::{about, link_in, nine_on, person, person_id};

fn hr(w: &World) {
    w.write(|conn| {
        organisation::insert_people(
            conn,
            &[person("hugo", "staff", Language::Fr), person("ada", "staff", Language::Fr)],
        )?;
        organisation::grant(conn, &"hugo".into(), Role::Hr, &"".into())?;
        organisation::grant(conn, &"ada".into(), Role::Hr, &"".into())?;
        organisation::grant(conn, &"ada".into(), Role::Admin, &"".into()).map(|_| ())
    });
}

fn path(campaign: &Campaign, rest: &str) -> String {
    format!("/campaigns/{}/{rest}", campaign.id)
}

fn answers(w: &World, campaign: &Campaign, number: usize) {
    w.store_answers(campaign, &person_id("prod", number), about("it", &[("overall", 4)]));
}

/// The first line of an invitation's row: state and Message-ID.
fn row(w: &World, person: &str) -> (String, String) {
    let sql = format!(
        "SELECT state || ' ' || message_id AS line FROM outbox WHERE person = '{person}' AND kind = 'invitation'"
    );
    let lines = w.lines(&sql);
    assert_eq!(lines.len(), 1, "one row for each person and occasion");
    let (state, id) = lines[0].split_once(' ').expect("two words");
    (state.to_owned(), id.to_owned())
}

fn counts(w: &World) -> String {
    w.lines("SELECT CAST(invited AS TEXT) || ' ' || CAST(withdrawn AS TEXT) || ' ' || CAST(sendings AS TEXT) AS line FROM client_groups")[0].clone()
}

fn with_bounces(w: &mut World, folder: &Path) {
    w.app.config = Arc::new(Config { bounces: Some(folder.to_owned()), ..(*w.app.config).clone() });
}

fn report(id: &str, action: &str, status: &str) -> String {
    format!(
        "From: MAILER-DAEMON@relay.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; \
         report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example\r\n\r\nFinal-Recipient: rfc822; \
         x@example.org\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 <b>boîte</b> inconnue\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}@localhost.localdomain>\r\n\r\n--b--\r\n"
    )
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(list) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        list.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

on_both! {
    async fn an_address_is_corrected_and_the_invitation_sent_as_a_new_mail(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        hr(&w);
        w.write(|conn| organisation::grant(conn, &"prod_3".into(), Role::Reader, &"".into()));
        sink.answers(|address| match address {
            "prod_1@example.org" | "prod_2@example.org" | "prod_3@example.org" => Says::Reply("550 nobody here"),
            _ => Says::Yes,
        });
        assert_eq!(w.send_mail().await, 7);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        for list in [format!("/campaigns/{}", campaign.id), path(&campaign, "unreached")] {
            let page = hugo.get(&list).await.ok().main();
            assert!(page.contains("prod_1@example.org") && page.contains("nobody here"), "{page}");
            assert!(page.contains("5 janvier 2026") && !page.contains("prod_4@example.org"), "{page}");
        }
        let page = hugo.get(&path(&campaign, "unreached?search=PROD_2")).await.ok().main();
        assert!(page.contains("prod_2@") && !page.contains("prod_1@"), "{page}");
        let one = path(&campaign, "invited/prod_1");
        let (_, first) = row(&w, "prod_1");
        let link = |number| w.link(&campaign, &person_id("prod", number));
        let (old, kept) = (link(1), link(2));
        for (typed, why) in [("nowhere", "nowhere"), ("PROD_4@example.org", "Personne prod_4"), ("", "email-e")] {
            let reply = hugo.post(&format!("{one}/address"), &[("email", typed)]).await;
            assert_eq!(reply.status, 422, "{typed}");
            let page = reply.text();
            assert!(page.contains(&format!("value=\"{typed}\"")) && page.contains("email-e") && page.contains(why), "{page}");
        }
        assert_eq!(row(&w, "prod_1").0, "failed", "nothing was written");
        let to = hugo.post(&format!("{one}/address"), &[("email", "New.One@example.org")]).await.location();
        assert_eq!(to, one);
        assert_eq!(row(&w, "prod_1").0, "queued");
        assert_ne!(row(&w, "prod_1").1, first, "a new mail");
        // The first link may have been opened where it went: its draft is nobody else's.
        assert_ne!(link(1), old);
        assert_eq!(w.visitor().await.get(&old).await.status, 410);
        // With a role: only an administrator.
        let three = path(&campaign, "invited/prod_3");
        assert!(!hugo.get(&three).await.ok().text().contains("name=\"email\""));
        assert_eq!(hugo.post(&format!("{three}/address"), &[("email", "p3@example.org")]).await.status, 422);
        let mut ada = w.signed_in(&"ada".into()).await;
        ada.post(&format!("{three}/address"), &[("email", "p3@example.org")]).await.location();
        // The same address, when its mailbox takes mail again.
        sink.answers(|_| Says::Yes);
        hugo.post(&path(&campaign, "invited/prod_2/sending"), &[]).await.location();
        assert_eq!(link(2), kept);
        assert_eq!(w.send_mail().await, 3);
        for address in ["new.one@example.org", "p3@example.org", "prod_2@example.org"] {
            assert!(sink.reached().contains(&address.to_owned()), "{address}");
        }
        let mut ids: Vec<String> = sink.taken().iter().map(|mail| header(mail, "Message-ID")).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 10, "each mail has its own");
        assert_eq!(w.count("outbox WHERE kind = 'invitation'"), 10);
        assert!(w.read(|conn| outbox::undeliverable(conn, &campaign.id)).is_empty());
        assert_eq!(hugo.post(&path(&campaign, "invited/prod_2/sending"), &[]).await.status, 400, "it has left");
        assert_eq!(hugo.post(&path(&campaign, "invited/nobody/sending"), &[]).await.status, 404);
        assert_eq!(counts(&w), "10 0 0", "they counted all the time");
        let log = w.lines("SELECT event || ' ' || detail AS line FROM audit_log WHERE event LIKE 'address-%' ORDER BY detail");
        assert_eq!(log, ["address-corrected 2026-Q1 prod_1", "address-corrected 2026-Q1 prod_3"]);
    }

    async fn a_new_link_says_nothing_of_the_old_one(w: World) {
        let campaign = ten_people(&w);
        hr(&w);
        w.send_mail().await;
        let mut visitor = w.visitor().await;
        let links = [1, 2].map(|number| w.link(&campaign, &person_id("prod", number)));
        // The first has answered; the second has a draft.
        answers(&w, &campaign, 1);
        visitor.post(&links[1], &[("service", "it")]).await;
        assert_eq!(w.count("drafts"), 1);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let mut seen = Vec::new();
        for number in [1, 2] {
            let one = path(&campaign, &format!("invited/prod_{number}"));
            let before = hugo.get(&one).await.ok().main();
            assert!(before.contains("brouillon") && before.contains("perdu"), "{before}");
            assert_eq!(hugo.post(&format!("{one}/link"), &[]).await.location(), one);
            let after = hugo.get(&one).await.ok().text();
            assert!(after.contains("Le lien est remplacé"), "{after}");
            let strip = |page: &str| page.replace(&format!("prod_{number}"), "prod_x");
            let list = hugo.get(&path(&campaign, &format!("invited?search=prod_{number}@"))).await.ok().main();
            seen.push([&before, &list].map(|page| strip(page)));
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(w.send_mail().await, 2, "to both");
        assert_eq!((w.count("drafts"), w.count("answered")), (0, 1));
        for (number, old) in [1, 2].into_iter().zip(&links) {
            let new = link_in(&w.mail_to(&person_id("prod", number)));
            assert_ne!(&new, old);
            assert_eq!(visitor.get(old).await.status, 410);
            let page = visitor.get(&new).await.ok().text();
            let words = if number == 1 { "nregistré" } else { "Your views on a service" };
            assert!(page.contains(words), "{page}");
        }
        answers(&w, &campaign, 1);
        assert_eq!(w.count("open_responses"), 1, "no second answer");
    }

    async fn a_new_link_overtakes_the_mail_in_hand(w: World) {
        let campaign = ten_people(&w);
        hr(&w);
        let now = w.app.clock.now();
        // A worker has claimed the mail, with the old link in it.
        w.write(move |conn| {
            use barometer::db::schema::outbox::dsl::{lease_owner, lease_until, outbox, person, state};
            diesel::update(outbox.filter(person.eq("prod_1")))
                .set((state.eq("leased"), lease_owner.eq("other"), lease_until.eq(now.plus(jiff::SignedDuration::from_secs(20)))))
                .execute(conn)?;
            Ok(())
        });
        let mut hugo = w.signed_in(&"hugo".into()).await;
        hugo.post(&path(&campaign, "invited/prod_1/link"), &[]).await.location();
        w.send_mail().await;
        let link = w.link(&campaign, &person_id("prod", 1));
        assert_eq!(link_in(&w.mail_to(&person_id("prod", 1))), link);
        assert_eq!(w.mails_to("prod_1@example.org").len(), 1);
    }

    async fn pages_are_the_same_before_and_after_answers(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        hr(&w);
        sink.answers(|address| match address {
            "prod_1@example.org" => Says::Reply("550 nobody here"),
            "prod_2@example.org" => Says::Reply("451 later"),
            _ => Says::Yes,
        });
        w.send_mail().await;
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let mut pages = vec![format!("/campaigns/{}", campaign.id), path(&campaign, "invited"), path(&campaign, "unreached")];
        pages.extend((1..=10).map(|number| path(&campaign, &format!("invited/prod_{number}"))));
        let mut before = Vec::new();
        for page in &pages {
            before.push(hugo.get(page).await.ok().text());
        }
        for number in [1, 2, 5] {
            answers(&w, &campaign, number);
        }
        for (page, before) in pages.iter().zip(&before) {
            assert_eq!(&hugo.get(page).await.ok().text(), before, "{page}");
        }
        // What a server says to a mail sent again does not depend on the link's use either.
        sink.answers(|address| if address == "prod_3@example.org" { Says::Yes } else { Says::Reply("550 still nobody") });
        later(&w, 5);
        for number in [1, 5, 6] {
            let step = if number == 1 { "sending" } else { "link" };
            hugo.post(&path(&campaign, &format!("invited/prod_{number}/{step}")), &[]).await.location();
        }
        w.send_mail().await;
        for name in ["prod_1", "prod_2", "prod_5", "prod_6"] {
            assert_eq!(row(&w, name).0, "failed", "{name}");
        }
    }

    async fn out_of_the_count_whether_they_answered_or_not(w: World) {
        w.organisation(&[("prod", 14)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        hr(&w);
        w.send_mail().await;
        for number in 1..=12 {
            answers(&w, &campaign, number);
        }
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let mut visitor = w.visitor().await;
        let mut seen = Vec::new();
        // One who answered, one who did not.
        for number in [1, 13] {
            let one = path(&campaign, &format!("invited/prod_{number}"));
            hugo.post(&format!("{one}/withdrawal"), &[]).await.location();
            let page = hugo.get(&one).await.ok().text();
            let link = visitor.get(&w.link(&campaign, &person_id("prod", number))).await.ok().main();
            assert!(link.contains("ne sert plus") || link.contains("no longer in use"), "{link}");
            assert_eq!(hugo.post(&format!("{one}/withdrawal"), &[]).await.status, 400, "once");
            assert_eq!(hugo.post(&format!("{one}/link"), &[]).await.status, 400);
            seen.push((page.replace(&format!("prod_{number}"), "prod_x"), link));
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(counts(&w), "12 2 12");
        // With many out, the count of the day would be about the few who are left.
        let third = path(&campaign, "invited/prod_5");
        assert_eq!(hugo.post(&format!("{third}/withdrawal"), &[]).await.status, 400, "one in five at most");
        assert_eq!(counts(&w), "12 2 12");
        assert_eq!(w.lines("SELECT CAST(people AS TEXT) || ' ' || CAST(withdrawn AS TEXT) AS line FROM proposals"), ["12 2"]);
        // More sendings than people who count would say who: no rate is shown, and no reminder goes to them.
        w.tick();
        let page = hugo.get(&format!("/campaigns/{}", campaign.id)).await.ok().main();
        assert!(page.contains("non affiché") && !page.contains('%'), "{page}");
        // The head's notice.
        w.send_mail().await;
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        assert_eq!(w.send_mail().await, 1, "to the one who is left");
        // Back among the invited, as if nothing had been.
        let mut hugo = w.signed_in(&"hugo".into()).await;
        hugo.post(&path(&campaign, "invited/prod_13/withdrawal/removal"), &[]).await.location();
        hugo.post(&path(&campaign, "invited/prod_13/withdrawal/removal"), &[]).await.location();
        assert_eq!(counts(&w), "13 1 12");
        visitor.get(&w.link(&campaign, &person_id("prod", 13))).await.ok();
        w.close(&campaign);
        w.tick();
        let eligible = w.lines("SELECT CAST(value AS TEXT) AS line FROM figures WHERE indicator = 'eligible' AND client_group = '*' AND value < 12");
        assert!(eligible.is_empty(), "never fewer than the sheets: {eligible:?}");
        assert_eq!(hugo.post(&path(&campaign, "invited/prod_2/withdrawal"), &[]).await.status, 400, "closed");
        let page = hugo.get(&path(&campaign, "invited/prod_2")).await.ok().text();
        assert!(!page.contains("/withdrawal"), "{page}");
    }

    async fn nobody_is_reminded_at_an_address_their_link_did_not_go_to(w: World) {
        let campaign = ten_people(&w);
        w.send_mail().await;
        w.write(|conn| {
            let prod_2 = organisation::person(conn, &"prod_2".into())?;
            organisation::update_people(conn, &[Person { email: "somebody@example.org".to_owned(), ..prod_2 }])
        });
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        w.send_mail().await;
        let told = |person: &str| w.lines(&format!(
            "SELECT state AS line FROM outbox WHERE kind = 'reminder' AND person = '{person}'"
        ));
        assert_eq!((told("prod_1"), told("prod_2")), (vec!["sent".to_owned()], vec!["dropped".to_owned()]));
    }

    async fn somebody_away_is_not_asked_and_not_written_to(w: World) {
        w.organisation(&[("prod", 11)]);
        w.supplier("it");
        hr(&w);
        let mut ada = w.signed_in(&"ada".into()).await;
        let file = "email,name,unit_code,unit,parent_unit_code,language,state\n\
                    prod_1@example.org,Personne prod_1,prod,,,fr,away\n";
        let page = ada.upload("/people/import", &[], file.as_bytes()).await.ok();
        assert!(page.main().contains("absence longue"), "{}", page.main());
        let bad = ada.upload("/people/import", &[], file.replace("away", "gone").as_bytes()).await;
        assert!(bad.text().contains("gone"), "{}", bad.text());
        let away = |w: &World, who: &'static str| w.write(move |conn| {
            use barometer::db::schema::people;
            diesel::update(people::table.find(who)).set(people::away.eq(true)).execute(conn)?;
            Ok(())
        });
        away(&w, "prod_1");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        assert_eq!(w.count("invitations"), 10);
        assert_eq!(w.send_mail().await, 10);
        // It becomes known later: no reminder, and they still count.
        away(&w, "prod_2");
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        assert_eq!(w.send_mail().await, 9);
        assert_eq!(counts(&w), "10 0 0");
        let mut hugo = w.signed_in(&"hugo".into()).await;
        assert!(hugo.get(&path(&campaign, "invited/prod_2")).await.ok().main().contains("absente"));
    }

    async fn returned_mails_mark_what_they_name(w: World) {
        let mut w = w;
        let campaign = ten_people(&w);
        hr(&w);
        w.send_mail().await;
        let folder = tempfile::tempdir().expect("a folder");
        with_bounces(&mut w, folder.path());
        let id = |name: &str| row(&w, name).1.split('@').next().expect("an id").to_owned();
        let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
        put("1.eml", &report(&id("prod_1"), "failed", "5.1.1"));
        put("2.eml", &report(&id("prod_2"), "delayed", "4.4.1"));
        put("3.eml", &report("1m7vzgc00008qkpnvh", "failed", "5.1.1"));
        put("4.eml", "Subject: Absent\r\nAuto-Submitted: auto-replied\r\n\r\nde retour lundi\r\n");
        put("5.eml", "\0\0\0");
        put("6.eml", &"x".repeat(1_000_001));
        bounces::read(&w.app, barometer::campaign::unsubscribe::asked_by).expect("a run");
        assert_eq!(row(&w, "prod_1").0, "failed");
        assert_eq!(row(&w, "prod_2").0, "sent");
        assert_eq!(names(&folder.path().join("done")), ["1.eml", "2.eml", "3.eml", "4.eml"]);
        assert_eq!(names(&folder.path().join("unread")), ["5.eml", "6.eml"]);
        let log = w.lines("SELECT detail AS line FROM audit_log WHERE event = 'bounces-read'");
        assert_eq!(log, ["1 matched, 1 unmatched, 2 ignored, 2 unread"]);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let page = hugo.get(&path(&campaign, "unreached")).await.ok().text();
        assert!(page.contains("550 &lt;b&gt;boîte&lt;"), "{page}");
        // Sent anew, the old report that comes again is another mail's.
        let old = report(&id("prod_1"), "failed", "5.1.1");
        hugo.post(&path(&campaign, "invited/prod_1/sending"), &[]).await.location();
        assert_eq!(w.send_mail().await, 1);
        put("1.eml", &old);
        bounces::read(&w.app, barometer::campaign::unsubscribe::asked_by).expect("a run");
        assert_eq!(row(&w, "prod_1").0, "sent");
        assert_eq!(names(&folder.path().join("done")).len(), 5, "no file is written over");
        // A Maildir.
        for name in ["new", "cur", "tmp"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        put("new/17.relay", &report(&id("prod_3"), "failed", "5.2.2"));
        bounces::read(&w.app, barometer::campaign::unsubscribe::asked_by).expect("a run");
        assert_eq!(row(&w, "prod_3").0, "failed");
        assert_eq!(names(&folder.path().join("cur")), ["17.relay:2,S"]);
        // A reminder that comes back is nobody's business: only unused links get one.
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        w.send_mail().await;
        let reminded = w.lines("SELECT message_id AS line FROM outbox WHERE kind = 'reminder' AND person = 'prod_5'")[0].clone();
        put("new/18.relay", &report(reminded.split('@').next().expect("an id"), "failed", "5.1.1"));
        bounces::read(&w.app, barometer::campaign::unsubscribe::asked_by).expect("a run");
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let page = hugo.get(&path(&campaign, "unreached")).await.ok().main();
        assert!(page.contains("prod_3@") && !page.contains("prod_5@"), "{page}");
        assert!(!folder.path().join("gone").exists());
        with_bounces(&mut w, &folder.path().join("gone"));
        assert!(bounces::read(&w.app, barometer::campaign::unsubscribe::asked_by).is_err(), "the page of tasks says that the folder is missing");
    }

    async fn what_a_restore_held_is_sent_by_hand(w: World) {
        let campaign = ten_people(&w);
        hr(&w);
        w.write(|conn| {
            use barometer::db::schema::outbox::dsl::{fault, outbox as rows, state};
            diesel::update(rows).set((state.eq("unknown"), fault.eq(outbox::HELD))).execute(conn)?;
            Ok(())
        });
        assert_eq!(w.send_mail().await, 0);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let own = format!("/campaigns/{}", campaign.id);
        let page = hugo.get(&own).await.ok().main();
        assert!(page.contains("10 invitations sont retenues"), "{page}");
        assert_eq!(hugo.post(&format!("{own}/held-mails"), &[]).await.location(), format!("{own}#mails"));
        assert!(!hugo.get(&own).await.ok().main().contains("retenues"));
        assert_eq!(w.send_mail().await, 10);
        assert_eq!(w.count("audit_log WHERE event = 'held-mails-sent'"), 1);
    }
}
