//! What mails say of themselves and how to end them: heads that mail programs read, "no more reminders", HR's own words,
//! previews and tests, and the letters to those who run a campaign.

use actix_web::test::TestRequest;
use barometer::answering::sending::Outcome;

use crate::mail::{smtp, ten_people};
use crate::world::World;
use crate::world::sink::{Sink, header, to};
use crate::world::verbs::{about, nine_on, person_id};

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
            assert_eq!(w.visitor().await.get(&path).await.status, 410, "{path}");
            assert_eq!(w.visitor().await.post(&path, &[]).await.status, 410, "{path}");
        }
        // It is not the link, and does not become it.
        let token = first.strip_prefix("/unsubscribe/").expect("a token");
        assert_ne!(w.visitor().await.get(&format!("/r/{mac}")).await.status, 200);
        assert_ne!(w.visitor().await.get(&format!("/r/{token}")).await.status, 200);
        assert_eq!(w.count("no_reminders"), 0);
    }
}
