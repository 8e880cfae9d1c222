//! What mails say of themselves and how to end them: heads that mail programs read, "no more reminders", HR's own words,
//! previews and tests, and the letters to those who run a campaign.

use actix_web::test::TestRequest;
use barometer::answering::sending::Outcome;
use barometer::clock::Day;
use barometer::mail::Profile;
use barometer::organisation::store as organisation;
use barometer::progress::{Action, Status};
use barometer::render::Language;
use barometer::web::Role;

use crate::mail::{later, smtp, ten_people};
use crate::security::scene::action;
use crate::world::World;
use crate::world::sink::{Sink, header, to};
use crate::world::verbs::{about, nine_on, person, person_id};

fn rose(w: &World) {
    w.write(|conn| {
        organisation::insert_people(conn, &[person("rose", "staff", Language::Fr)])?;
        organisation::grant(conn, &"rose".into(), Role::Hr, &"".into()).map(|_| ())
    });
}

/// How many mails somebody got whose subject holds this.
fn got(w: &World, address: &str, subject: &str) -> usize {
    w.mails_to(address).iter().filter(|mail| mail.subject.contains(subject)).count()
}

/// The path of "no more reminders" in the head of this person's mail.
async fn unsubscribe_path(w: &World, address: &str) -> String {
    let mail = w.mails_to(address).pop().expect("a mail");
    let link = mail.unsubscribe.expect("a way to end it");
    link.strip_prefix("http://barometer.test").expect("our address").to_owned()
}

on_both! {
    async fn mail_programs_find_how_to_end_reminders_in_the_head(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        w.send_mail().await;
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        w.send_mail().await;
        let ours = sink.taken().into_iter().filter(|mail| to(mail).starts_with("prod_"));
        let mut seen = 0;
        for mail in ours {
            let link = header(&mail, "List-Unsubscribe");
            assert!(link.starts_with("<http://barometer.test/unsubscribe/") && link.ends_with('>'), "{link}");
            assert_eq!(header(&mail, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
            let parsed = mailparse::parse_mail(mail.as_bytes()).expect("a mail");
            let text = parsed.subparts[0].get_body().expect("a body");
            let reminder = seen >= 10;
            assert_eq!(text.contains(link.trim_matches(['<', '>'])), reminder, "{text}");
            assert_eq!(text.contains("Comment le savons-nous") || text.contains("How do we know"), reminder, "{text}");
            seen += 1;
        }
        assert_eq!(seen, 20);
    }

    async fn one_click_without_cookie_or_origin_stops_reminders_and_nothing_else(w: World) {
        let campaign = ten_people(&w);
        w.send_mail().await;
        let path = unsubscribe_path(&w, "prod_1@example.org").await;
        let mut anybody = w.visitor().await;
        let before = w.dump();
        let page = anybody.get(&path).await.ok().main();
        assert!(page.contains("Ne plus recevoir de rappel") && page.contains("Votre lien reste ouvert"), "{page}");
        anybody.head(&path).await.ok();
        assert_eq!(before, w.dump(), "looking writes nothing");
        // As a mail provider posts it; twice, and as multipart.
        for (kind, body) in [
            ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click".to_owned()),
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n".to_owned()),
        ] {
            let request = TestRequest::post()
                .uri(&path)
                .insert_header(("content-type", kind))
                .insert_header(("sec-fetch-site", "cross-site"))
                .insert_header(("origin", "https://mail.example"))
                .set_payload(body);
            let reply = w.visitor().await.send(request).await;
            assert_eq!(reply.status, 200, "no redirect");
            assert!(reply.main().contains("plus de rappel"), "{}", reply.main());
        }
        assert_eq!(w.visitor().await.send(TestRequest::post().uri(&path)).await.status, 200);
        assert_eq!(w.count("no_reminders"), 1);
        assert_eq!((w.count("answered"), w.count("open_responses")), (0, 0));
        // Any other post from elsewhere is refused.
        let link = w.link(&campaign, &person_id("prod", 1));
        let request = TestRequest::post().uri(&format!("{link}/decline")).insert_header(("sec-fetch-site", "cross-site"));
        assert_eq!(w.visitor().await.send(request).await.status, 403);
        // The link still answers.
        assert_eq!(w.store_answers(&campaign, &person_id("prod", 1), about("it", &[("overall", 4)])), Outcome::Recorded);
        // Somebody who answered can say it too, and the page is the same.
        w.store_answers(&campaign, &person_id("prod", 3), about("it", &[("overall", 4)]));
        let third = unsubscribe_path(&w, "prod_3@example.org").await;
        let (used, unused) = (anybody.post(&third, &[]).await.main(), anybody.post(&path, &[]).await.main());
        assert_eq!(used.replace(&third, ""), unused.replace(&path, ""));
        let fifth = unsubscribe_path(&w, "prod_5@example.org").await;
        anybody.post(&fifth, &[]).await.ok();
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        w.send_mail().await;
        let reminded = |number: usize| w.mails_to(&format!("prod_{number}@example.org")).len() == 2;
        let who: Vec<usize> = (1..=10).filter(|number| reminded(*number)).collect();
        assert_eq!(who, [2, 4, 6, 7, 8, 9, 10]);
        w.close(&campaign);
        w.tick();
        assert_eq!(w.count("no_reminders"), 0, "nothing stays after closing");
        anybody.post(&fifth, &[]).await.ok();
        assert_eq!(w.count("no_reminders"), 0);
        assert!(anybody.get(&fifth).await.ok().main().contains("plus de rappel"));
    }

    async fn a_reminder_on_its_way_is_dropped_when_somebody_refuses(w: World) {
        let campaign = ten_people(&w);
        w.send_mail().await;
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        let path = unsubscribe_path(&w, "prod_2@example.org").await;
        w.visitor().await.post(&path, &[]).await.ok();
        w.send_mail().await;
        assert_eq!(w.mails_to("prod_2@example.org").len(), 1);
        assert_eq!(w.mails_to("prod_4@example.org").len(), 2);
    }

    async fn nobody_elses_token_opens_it(w: World) {
        ten_people(&w);
        w.send_mail().await;
        let (first, second) = (unsubscribe_path(&w, "prod_1@example.org").await, unsubscribe_path(&w, "prod_2@example.org").await);
        let (id, _) = first.rsplit_once('.').expect("two parts");
        let (_, mac) = second.rsplit_once('.').expect("two parts");
        for path in [format!("{id}.{mac}"), id.to_owned(), format!("{id}."), "/unsubscribe/.".to_owned()] {
            assert_eq!(w.visitor().await.get(&path).await.status, 404, "{path}");
            assert_eq!(w.visitor().await.post(&path, &[]).await.status, 404, "{path}");
        }
        // It is not the link, and does not become it.
        let token = first.strip_prefix("/unsubscribe/").expect("a token");
        assert_ne!(w.visitor().await.get(&format!("/r/{mac}")).await.status, 200);
        assert_ne!(w.visitor().await.get(&format!("/r/{token}")).await.status, 200);
        assert_eq!(w.count("no_reminders"), 0);
    }

    async fn a_reminder_of_a_day_off_leaves_at_the_next_open_hour_and_never_twice_nor_after_closing(w: World) {
        let campaign = ten_people(&w);
        w.send_mail().await;
        // Monday 5 January 2026; reminders on Friday 9 and Tuesday 13, closing on Friday 16.
        let only = |day: usize| {
            let mut days = [false; 7];
            days[day] = true;
            Profile { days, ..Profile::default() }
        };
        w.write(move |conn| only(2).save(conn));
        for ahead in [4, 8] {
            w.move_to(&nine_on(campaign.opens_on.plus_days(ahead)));
            w.tick();
            w.send_mail().await;
            assert_eq!(w.mails_to("prod_1@example.org").len(), 1);
        }
        w.move_to(&nine_on(campaign.opens_on.plus_days(9)));
        w.send_mail().await;
        assert_eq!(w.mails_to("prod_1@example.org").len(), 2, "Wednesday: one, not two");
        w.write(|conn| {
            use barometer::mail::{Kind, Letter, enqueue};
            let campaign = barometer::campaign::store::campaign_by_code(conn, "2026-Q1")?;
            let now = campaign.opened_at.expect("opened");
            let letter = Letter { kind: Kind::Reminder, occasion: "reminder-3".to_owned(), campaign: Some(campaign.id), person: person_id("prod", 1), reference: None };
            enqueue(conn, now, &letter)?;
            Profile::default().save(conn)
        });
        // The last day is over; the task that closes has not run yet.
        w.move_to(&nine_on(campaign.closes_on.plus_days(1)));
        w.send_mail().await;
        assert_eq!(w.mails_to("prod_1@example.org").len(), 2);
    }

    async fn dates_are_proposed_and_nothing_is_saved(w: World) {
        w.organisation(&[("prod", 10)]);
        w.supplier("it");
        rose(&w);
        let campaign = w.campaign("2026-Q1", &["it"]);
        let mut rose = w.signed_in(&"rose".into()).await;
        let before = w.count("audit_log");
        let typed = [
            ("code", "2026-Q1"), ("opens_on", "2026-03-02"), ("closes_on", "2026-03-18"), ("threshold", "7"),
            ("levels_threshold", "10"), ("comments_threshold", "10"), ("supplier", "it"), ("propose", "yes"),
        ];
        let page = rose.post(&format!("/campaigns/{}/edit", campaign.id), &typed).await.ok().text();
        for kept in ["2026-03-06", "2026-03-12", "2026-03-18", "value=\"7\"", "value=\"it\" checked"] {
            assert!(page.contains(kept), "{kept} in {page}");
        }
        assert_eq!(w.again(&campaign), campaign);
        assert_eq!(w.count("audit_log"), before);
    }

    async fn hr_writes_subject_and_first_words_and_nothing_of_it_is_a_header_or_a_template(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        w.organisation(&[("prod", 6)]);
        w.supplier("it");
        rose(&w);
        let campaign = w.campaign("2026-Q1", &["it"]);
        let path = format!("/campaigns/{}/mails", campaign.id);
        let mut rose = w.signed_in(&"rose".into()).await;
        let long = "x".repeat(121);
        let page = rose.post(&path, &[("invitation-fr-subject", &long), ("reminder-en-introduction", "kept")]).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains(&long) && page.text().contains(">kept</textarea>"), "nothing typed is lost");
        assert_eq!(w.count("mail_texts"), 0);
        let fields = [
            ("invitation-fr-subject", "Votre avis\r\nBcc: evil@example.org\u{202e} {{ page.link }}"),
            ("invitation-fr-introduction", "Une page change.\r\n\r\n<b>{{ page.name }}</b> {% raise %} { $n }"),
            ("invitation-en-subject", ""),
            ("invitation-en-introduction", ""),
            ("reminder-fr-subject", "Encore là"),
            ("reminder-fr-introduction", ""),
            ("reminder-en-subject", ""),
            ("reminder-en-introduction", "One more word."),
        ];
        assert_eq!(rose.post(&path, &fields).await.location(), path);
        let page = rose.get(&path).await.ok().text();
        assert!(page.contains("Une page change.") && page.contains("Encore là"), "{page}");
        w.open(&campaign);
        w.send_mail().await;
        for mail in sink.taken() {
            let parsed = mailparse::parse_mail(mail.as_bytes()).expect("a mail");
            assert!(header(&mail, "Bcc").is_empty() && sink.reached().iter().all(|to| to != "evil@example.org"));
            let french = matches!(to(&mail).as_str(), "prod_1@example.org" | "prod_3@example.org" | "prod_5@example.org");
            let (text, html) = (parsed.subparts[0].get_body().expect("text"), parsed.subparts[1].get_body().expect("html"));
            assert_eq!(header(&mail, "Subject") == "Votre avis Bcc: evil@example.org {{ page.link }}", french, "{}", header(&mail, "Subject"));
            assert_eq!(text.contains("<b>{{ page.name }}</b> {% raise %} { $n }"), french, "{text}");
            assert!(!html.contains("<b>{{"), "escaped");
            assert!(text.contains("mélangées") || text.contains("mixed"), "the promise stays: {text}");
        }
        // Open: for mails not yet sent.
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        let mut rose = w.signed_in(&"rose".into()).await;
        rose.post(&path, &[("reminder-fr-subject", "Dernier mot")]).await.location();
        w.tick();
        w.send_mail().await;
        let first = sink.taken().into_iter().rfind(|mail| to(mail) == "prod_1@example.org").expect("a reminder");
        assert_eq!(header(&first, "Subject"), "Dernier mot");
        w.close(&campaign);
        assert_eq!(rose.post(&path, &[("reminder-fr-subject", "Trop tard")]).await.status, 422);
        assert_eq!(w.lines("SELECT subject AS line FROM mail_texts"), ["Dernier mot"]);
    }

    async fn mails_are_seen_as_somebody_would_get_them_and_tried_on_oneself(w: World) {
        w.organisation(&[("prod", 10)]);
        w.supplier("it");
        rose(&w);
        let campaign = w.campaign("2026-Q1", &["it"]);
        let path = format!("/campaigns/{}/mails", campaign.id);
        let mut rose = w.signed_in(&"rose".into()).await;
        let before = w.count("outbox");
        for stage in ["draft", "open"] {
            let page = rose.get(&format!("{path}?search=prod_2")).await.ok();
            let policy = page.headers.get("content-security-policy").expect("a policy").to_str().expect("text").to_owned();
            assert!(policy.contains("style-src 'self' 'unsafe-inline'") && !policy.contains("script-src"), "{policy}");
            let page = page.text().replace("&#x2f;", "/");
            assert!(page.contains("Hello Personne prod_2") && page.contains("There is still time"), "{stage}: {page}");
            assert_eq!(page.matches("<iframe sandbox srcdoc").count(), 4);
            assert!(page.contains("/r/example"));
            assert!(rose.get(&format!("{path}?person=prod_1")).await.ok().text().contains("Bonjour Personne prod_1"));
            assert!(rose.get(&format!("{path}?search=zzz")).await.ok().text().contains("Personne de ce nom"));
            if stage == "draft" {
                w.open(&campaign);
            }
        }
        assert_eq!(w.count("outbox") - before, 10, "looking writes no letter");
        w.send_mail().await;
        let counted = rose.get(&format!("/campaigns/{}", campaign.id)).await.ok().main();
        assert!(counted.contains("10 invitations envoyées sur 10"), "{counted}");
        let form = [("mail", "reminder"), ("person", "prod_2")];
        for _ in 0..10 {
            rose.post(&format!("{path}/test"), &form).await.location();
        }
        assert_eq!(rose.post(&format!("{path}/test"), &form).await.status, 422, "ten an hour");
        // At night too.
        w.write(|conn| Profile { days: [false; 7], ..Profile::default() }.save(conn));
        w.send_mail().await;
        let tests = w.mails_to("rose@example.org");
        assert_eq!(tests.len(), 10);
        assert!(tests[0].subject.starts_with("[test] ") && tests[0].text.contains("Hello Personne prod_2"), "{:?}", tests[0]);
        assert!(tests[0].text.contains("/r/example") && tests[0].unsubscribe.is_none());
        assert_eq!(w.mails_to("prod_2@example.org").len(), 1);
        let counted = rose.get(&format!("/campaigns/{}", campaign.id)).await.ok().main();
        assert!(counted.contains("10 invitations envoyées sur 10"), "{counted}");
        later(&w, 61);
        rose.post(&format!("{path}/test"), &form).await.location();
        for wrong in [[("mail", "sign_in"), ("person", "prod_2")], [("mail", "reminder"), ("person", "head_it")]] {
            assert_eq!(rose.post(&format!("{path}/test"), &wrong).await.status, 422);
        }
    }

    async fn heads_hear_of_the_opening_once(w: World) {
        w.organisation(&[("prod", 10)]);
        w.supplier("it");
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        w.tick();
        later(&w, 11);
        w.tick();
        w.send_mail().await;
        let mails = w.mails_to("head_it@example.org");
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text.contains("l'Informatique") && mails[0].text.contains("Ne demandez à personne"), "{}", mails[0].text);
        assert_eq!(w.lines(&format!("SELECT state AS line FROM outbox WHERE kind = 'launch_notice' AND campaign = '{}'", campaign.id)), ["sent"]);
    }

    async fn hr_hears_of_low_participation_once_and_only_where_the_rate_may_be_shown(w: World) {
        for (code, answers, told) in [("2026-Q1", 1, 0), ("2026-Q2", 3, 1), ("2026-Q3", 6, 0)] {
            if code == "2026-Q1" {
                w.organisation(&[("prod", 12)]);
                w.supplier("it");
                rose(&w);
            }
            let campaign = w.open(&w.campaign(code, &["it"]));
            for number in 1..=answers {
                w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", 4)]));
            }
            let before = got(&w, "rose@example.org", "Participation faible");
            w.move_to(&nine_on(campaign.opens_on.plus_days(3)));
            w.tick();
            w.send_mail().await;
            assert_eq!(got(&w, "rose@example.org", "Participation faible"), before, "not before half of the time");
            for ahead in [7, 8, 9] {
                w.move_to(&nine_on(campaign.opens_on.plus_days(ahead)));
                w.tick();
                w.tick();
                w.send_mail().await;
            }
            assert_eq!(got(&w, "rose@example.org", "Participation faible") - before, told, "{code}");
            w.close(&campaign);
            w.move_to(&nine_on(campaign.opens_on.plus_days(30)));
        }
        let mail = w.mails_to("rose@example.org").into_iter().find(|mail| mail.subject.contains("faible")).expect("a mail");
        assert!(mail.text.contains("25 %") || mail.text.contains("25\u{a0}%") || mail.text.contains("25\u{202f}%"), "{}", mail.text);
    }

    async fn owners_hear_of_what_is_due_once_a_week(w: World) {
        w.organisation(&[("prod", 3)]);
        w.supplier("it");
        // Monday 5 January 2026.
        let due = action(&w, "it");
        let set = |w: &World, due_on: &str, status: Status| {
            let action = Action { due_on: Day::parse(due_on).expect("a day"), status, ..due.clone() };
            w.write(move |conn| {
                use barometer::db::schema::actions;
                use diesel::prelude::*;
                diesel::update(actions::table.find(&action.id)).set(&action).execute(conn)?;
                Ok(())
            });
        };
        let hear = async |w: &World| {
            w.tick();
            w.send_mail().await;
            w.mails_to("head_it@example.org").len()
        };
        assert_eq!(hear(&w).await, 0, "due in June");
        set(&w, "2026-01-12", Status::Suspended);
        later(&w, 61);
        assert_eq!(hear(&w).await, 0, "suspended");
        set(&w, "2026-01-12", Status::InProgress);
        for day in 0..7 {
            w.move_to(&nine_on(Day::parse("2026-01-06").expect("a day").plus_days(day)));
            assert_eq!(hear(&w).await, if day == 6 { 2 } else { 1 }, "once a week");
        }
        let mail = w.mails_to("head_it@example.org").pop().expect("a mail");
        assert!(mail.text.contains(&format!("http://barometer.test/actions/{}", due.id)) && mail.text.contains("IT-1"), "{}", mail.text);
        set(&w, "2026-01-12", Status::Done);
        w.move_to("2026-01-19T08:00:00Z");
        assert_eq!(hear(&w).await, 2);
    }
}
