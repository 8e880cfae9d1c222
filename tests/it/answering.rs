//! The respondent's way, through the pages: from the mail's link to "recorded", and every way to stray from it.

use actix_web::http::{StatusCode, header};
use barometer::answering::draft::Draft;
use barometer::answering::sending::Outcome;
use barometer::campaign::groups::Proposal;
use barometer::campaign::{Campaign, store as campaigns};
use barometer::organisation::{Person, RelationKind, store as organisation};
use barometer::render::Language;

use crate::world::verbs::{about, link_in, person, person_id};
use crate::world::{Reply, Visitor, World};

/// Thirty people in two units, asked about the IT service and human resources.
fn two_services(w: &World) -> Campaign {
    w.organisation(&[("prod", 20), ("sales", 10)]);
    w.supplier("it");
    w.supplier("hr");
    w.open(&w.campaign("2026-Q1", &["it", "hr"]))
}

fn responses(w: &World) -> Vec<String> {
    let columns = "supplier || ' ' || client_group || ' ' || CASE WHEN no_contact THEN 'no contact' ELSE answers END";
    w.lines(&format!("SELECT {columns} AS line FROM open_responses ORDER BY 1"))
}

#[track_caller]
fn assert_guarded(reply: &Reply) {
    let value = |name: &str| reply.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    assert!(value("content-security-policy").starts_with("default-src 'none'"), "{}", reply.status);
    assert_eq!(value("x-content-type-options"), "nosniff");
    assert_eq!(value("referrer-policy"), "no-referrer");
    assert_eq!(value("cache-control"), "no-store");
    assert!(reply.headers.get(header::SET_COOKIE).is_none(), "a cookie: {}", reply.status);
}

/// Words that respondents never meet, whole, in any case.
#[track_caller]
fn assert_plain_words(text: &str) {
    let folded = text.to_lowercase();
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    for word in ["fournisseur", "client", "scellement", "base", "verbatim", "supplier", "seal", "database"] {
        for form in [word.to_owned(), format!("{word}s")] {
            assert!(!words.contains(&form.as_str()), "{form:?} in: {text}");
        }
    }
}

const FULL: [(&str, &str); 4] =
    [("q_reception_1", "4"), ("q_responsiveness_1", "NA"), ("q_overall", "5"), ("q_keep", "La gentillesse")];

on_both! {
    /// Whoever is taken out of those a service serves (their own team's, most often) is not to judge it. A service that
    /// nobody said anything about can be added.
    async fn a_service_that_excepts_somebody_is_neither_offered_nor_taken(w: World) {
        w.organisation(&[("prod", 20), ("shop", 12), ("sales", 10)]);
        for code in ["it", "hr", "buy"] {
            w.supplier(code);
        }
        w.write(|conn| {
            organisation::remove_relation(conn, &"buy".into(), &"root".into())?;
            let paper = Person { email: String::new(), ..person("paper", "sales", Language::Fr) };
            organisation::insert_people(conn, &[paper])
        });
        w.serves("buy", "prod");
        w.relates("hr", "prod", RelationKind::Except);
        w.relates("buy", "sales", RelationKind::Except);
        let campaign = w.campaign("2026-Q1", &["it", "hr", "buy"]);
        let id = campaign.id.clone();
        w.write(move |conn| {
            let group = |code: &str, units: &[&str]| {
                let units = units.iter().map(|unit| (*unit).into()).collect();
                Proposal { code: code.into(), name: code.to_owned(), units }
            };
            campaigns::set_groups(conn, &id, &[group("both", &["prod", "shop"]), group("sales", &["sales"])])
        });
        let campaign = w.open(&campaign);
        // Fixed by the opening, like whom a service serves.
        w.relates("it", "prod", RelationKind::Except);
        w.relates("buy", "shop", RelationKind::Except);
        let slip = w.read(|conn| campaigns::slips(conn, &campaign.id)).remove(0);
        let of = |unit: &str| w.link(&campaign, &person_id(unit, 1));
        let paper = format!("/r/{}", slip.token(&w.app.link_key));
        let mut visitor = w.visitor().await;
        for (link, offered) in [
            (of("prod"), ["it", "buy"].as_slice()),
            (of("shop"), &["it", "hr", "buy"]),
            (of("sales"), &["it", "hr"]),
            (paper.clone(), &["it", "hr"]),
        ] {
            let page = visitor.get(&link).await.ok().text();
            for code in ["it", "hr", "buy"] {
                let named = page.contains(&format!("value=\"{code}\""));
                assert_eq!(named, offered.contains(&code), "{code} at {offered:?}");
            }
            assert_eq!(page.contains("Ajouter un autre service"), offered.len() == 3, "{offered:?}");
        }
        // Posted all the same, it is not among the pages and nothing of it is stored.
        let two = [FULL.as_slice(), &FULL];
        visitor.answers(&of("shop"), &["it", "buy"], &two).await.ok();
        for (link, wrong) in [(of("prod"), "hr"), (of("sales"), "buy"), (paper, "buy")] {
            visitor.post(&link, &[("service", "it"), ("service", wrong)]).await.location();
            assert_eq!(visitor.get(&format!("{link}/2")).await.status, StatusCode::NOT_FOUND, "{wrong}");
            visitor.answers(&link, &["it", wrong], &two[..1]).await.ok();
        }
        let stored = "SELECT supplier || ' ' || client_group AS line FROM open_responses WHERE NOT no_contact ORDER BY 1";
        assert_eq!(w.lines(stored), ["buy both", "it both", "it both", "it sales", "it sales"]);
    }

    /// Those who add a service were not asked about it: their answers count in the figures, not among so many asked.
    async fn answers_of_people_who_were_not_asked_are_told_apart_from_the_participation(w: World) {
        w.organisation(&[("prod", 20), ("sales", 14)]);
        w.supplier("it");
        w.supplier("hr");
        w.write(|conn| organisation::remove_relation(conn, &"it".into(), &"root".into()));
        w.serves("it", "prod");
        let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
        for number in 1..=12 {
            let value = if number % 2 == 0 { 4 } else { 2 };
            w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", value)]));
        }
        let mut visitor = w.visitor().await;
        for number in 1..=6 {
            let value = if number % 2 == 0 { "5" } else { "1" };
            visitor.answers(&w.link(&campaign, &person_id("sales", number)), &["it"], &[&[("q_overall", value)]]).await.ok();
        }
        assert!(w.close(&campaign).is_published());
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = head.get("/results/it/2026-Q1").await.ok().main();
        assert!(page.contains("18 réponses") && page.contains("Sur 20 personnes concernées, sans taux"), "{page}");
        assert!(!page.contains("18 / 20") && !page.contains("18 réponses sur"), "{page}");
        // A rate beside the number of responses would tell how many they are.
        assert!(!page.contains("12 / 20") && !page.contains("60 %") && !page.contains("12 réponses"), "{page}");
        let rates = w.lines("SELECT indicator || ' ' || CAST(shown AS TEXT) AS line FROM figures WHERE supplier = 'it' AND indicator LIKE 'rr%' ORDER BY 1");
        assert!(rates.iter().all(|line| line.ends_with('0') || line.ends_with("false")) && rates.len() == 2, "{rates:?}");
    }

    /// Read from the publication, copied at opening: the page says what everybody may read, and nothing of a hidden one.
    async fn the_first_page_says_what_was_published_last_time(w: World) {
        let first = two_services(&w);
        for number in 1..=10 {
            let value = if number <= 6 { 4 } else { 2 };
            w.store_answers(&first, &person_id("prod", number), about("it", &[("overall", value)]));
        }
        for number in 11..=13 {
            w.store_answers(&first, &person_id("prod", number), about("hr", &[("overall", 4)]));
        }
        let welcome = w.visitor().await.get(&w.link(&first, &person_id("prod", 15))).await.ok().main();
        assert!(!welcome.contains("la dernière fois"), "nothing was published yet: {welcome}");
        assert!(w.close(&first).is_published());
        let shown = "SELECT supplier AS line FROM figures WHERE client_group = '*' AND subject = 'overall' \
                     AND indicator = 'satisfied' AND shown ORDER BY 1";
        assert_eq!(w.lines(shown), ["it"], "three answers about the other service are hidden");

        w.move_to("2026-04-06T08:00:00Z");
        let second = w.open(&w.campaign("2026-Q2", &["it", "hr"]));
        let mut visitor = w.visitor().await;
        let link = w.link(&second, &person_id("prod", 15));
        let french = "Informatique : 60 % d'avis favorables la dernière fois (1er trimestre 2026).";
        let welcome = visitor.get(&link).await.ok().main();
        assert!(welcome.contains(french), "{welcome}");
        assert!(!welcome.contains("Ressources humaines :"), "a hidden figure has no line: {welcome}");
        let english = visitor.get(&format!("{link}?lang=en")).await.ok().main();
        assert!(english.contains("IT: 60% favourable last time (Q1 2026)."), "{english}");

        // Frozen: nothing that happens to publications afterwards changes the page of an open campaign.
        w.write(|conn| {
            use diesel::prelude::*;
            use barometer::db::schema::figures;
            diesel::update(figures::table).set(figures::value.eq(0.99)).execute(conn)?;
            Ok(())
        });
        assert!(visitor.get(&link).await.ok().main().contains(french));

        // The last wave counts, also when it shows nothing: an older figure would be taken for it.
        for number in 1..=3 {
            w.store_answers(&second, &person_id("prod", number), about("it", &[("overall", 4)]));
        }
        assert!(w.close(&second).is_published());
        w.move_to("2026-07-06T08:00:00Z");
        let third = w.open(&w.campaign("2026-Q3", &["it", "hr"]));
        let welcome = visitor.get(&w.link(&third, &person_id("prod", 15))).await.ok().main();
        assert!(!welcome.contains("la dernière fois"), "{welcome}");
    }

    async fn from_the_mail_to_a_stored_answer(w: World) {
        let campaign = two_services(&w);
        assert_eq!(w.send_mail().await, 30);
        let link = link_in(&w.mail_to(&person_id("prod", 1)));
        assert_eq!(link, w.link(&campaign, &person_id("prod", 1)));

        let mut visitor = w.visitor().await;
        let welcome = visitor.get(&link).await.ok();
        let text = welcome.main();
        assert!(text.contains("Aucun résultat pour moins de 5 réponses, ni directement, ni en rapprochant"), "{text}");
        assert!(text.contains("Groupe prod, 20 personnes"), "{text}");
        assert!(text.contains("Informatique") && text.contains("Ressources humaines"), "{text}");

        let end = visitor.answers(&link, &["it", "hr"], &[&FULL, &[("q_overall", "2")]]).await.ok();
        assert!(end.main().starts_with("C'est enregistré, merci"), "{}", end.main());
        assert_eq!(
            responses(&w),
            [
                "hr prod {\"overall\":2}",
                "it prod {\"overall\":5,\"reception_1\":4,\"responsiveness_1\":\"NA\"}",
            ]
        );
        assert_eq!(
            w.lines("SELECT supplier || client_group || question || body AS line FROM open_comments"),
            ["itprodkeepLa gentillesse"]
        );
        assert_eq!((w.count("drafts"), w.count("answered")), (0, 1));
        assert_eq!(w.lines("SELECT code || sendings AS line FROM client_groups ORDER BY 1"), ["prod1", "sales0"]);

        // Whatever is asked of a used link, it says the same and changes nothing.
        let before = w.dump();
        for path in ["", "/1", "/check", "/group", "/decline", "/9"] {
            assert_eq!(visitor.get(&format!("{link}{path}")).await.main(), end.main(), "{path}");
        }
        for path in ["", "/1", "/sending", "/group", "/decline"] {
            let again = visitor.post(&format!("{link}{path}"), &[("service", "it"), ("q_overall", "1")]).await;
            // A form leads to the end, as the first answer did.
            assert_eq!(visitor.get(&again.location()).await.main(), end.main(), "{path}");
        }
        assert_eq!(w.dump(), before);
    }

    async fn reading_writes_nothing(w: World) {
        let campaign = two_services(&w);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        for drafted in [false, true] {
            if drafted {
                visitor.post(&link, &[("service", "it")]).await.location();
            }
            let before = w.dump();
            for path in ["", "?lang=en", "/group", "/check", "/1", "/2", "/decline", "/sending", "/x"] {
                for _ in 0..2 {
                    let read = visitor.get(&format!("{link}{path}")).await;
                    let head = visitor.head(&format!("{link}{path}")).await;
                    assert_eq!(read.status, head.status, "{path}");
                    assert!(!read.status.is_server_error());
                    assert_guarded(&read);
                    assert_guarded(&head);
                }
            }
            for path in ["/privacy", "/accessibilite"] {
                visitor.get(path).await.ok();
            }
            assert_eq!(w.dump(), before);
        }
    }

    async fn a_draft_opens_in_another_browser_and_another_language(w: World) {
        let campaign = two_services(&w);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut desk = w.visitor().await;
        desk.post(&link, &[("service", "it"), ("service", "hr")]).await.location();
        let mut fields = FULL.to_vec();
        fields.push(("go", "en"));
        // From the first step back on, each address is one of its own: some browsers show the page they have.
        assert_eq!(desk.post(&format!("{link}/1"), &fields).await.location(), format!("{link}/1?turn=2"));
        let mut phone = w.visitor().await;
        let page = phone.get(&format!("{link}/1")).await.ok();
        assert!(page.text().contains("lang=\"en\""), "the language was kept");
        assert!(page.text().contains("La gentillesse"));
        assert_eq!(page.text().matches(" checked").count(), 3, "no group is left without one: {}", page.text());
        assert!(phone.get(&link).await.ok().main().contains("draft"));
        // Back and forth changes nothing either.
        fields[4] = ("go", "back");
        assert_eq!(phone.post(&format!("{link}/1"), &fields).await.location(), format!("{link}?turn=3"));
        fields[4] = ("go", "next");
        assert_eq!(phone.post(&format!("{link}/1"), &fields).await.location(), format!("{link}/2?turn=4"));
        // "Send and finish here", on the second page.
        let done = phone.post(&format!("{link}/2"), &[("q_overall", "1"), ("go", "finish")]).await;
        assert_eq!(done.location(), format!("{link}/end?lang=en"), "in the language they chose, with the draft gone");
        assert_eq!(responses(&w).len(), 2);
        assert!(desk.get(&link).await.ok().main().contains("C'est enregistré") || desk.get(&link).await.main().contains("recorded"));
    }

    async fn what_is_wrong_is_said_and_nothing_typed_is_lost(w: World) {
        let campaign = two_services(&w);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        let page = format!("{link}/1");
        for wrong in ["6", "0", "-1", "4.0", "x", "99999999999"] {
            let reply = visitor.post(&page, &[("q_overall", wrong), ("q_reception_1", "2"), ("q_keep", "gardé")]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(reply.text().contains("gardé") && reply.main().contains("choisissez l'une des réponses"));
            // What was wrong in one group, and the others as they were: two groups without an answer.
            assert_eq!(reply.text().matches(" checked").count(), 3);
            assert_guarded(&reply);
        }
        let twice = visitor.post(&page, &[("q_overall", "3"), ("q_overall", "4")]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "é".repeat(2001);
        let reply = visitor.post(&page, &[("q_overall", "3"), ("q_keep", &long)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text().contains(&long) && reply.main().contains("2001"), "{}", reply.main());
        let fits = "é".repeat(2000);
        assert_eq!(visitor.post(&page, &[("q_keep", &fits)]).await.location(), format!("{link}/check"));
        for page in ["/0", "/2", "/-1", "/1x", "/18446744073709551616"] {
            assert_eq!(visitor.get(&format!("{link}{page}")).await.status, StatusCode::NOT_FOUND, "{page}");
            assert_eq!(visitor.post(&format!("{link}{page}"), &[]).await.status, StatusCode::NOT_FOUND, "{page}");
        }
        // A page nobody began leads to the beginning, and so does sending nothing at all.
        let other = w.link(&campaign, &person_id("prod", 2));
        assert_eq!(visitor.get(&format!("{other}/1")).await.location(), other);
        assert_eq!(visitor.get(&format!("{other}/check")).await.location(), other);
        assert_eq!(visitor.post(&format!("{other}/1"), &[("q_overall", "3")]).await.location(), other);
        assert_eq!(visitor.post(&format!("{other}/sending"), &[]).await.location(), other);
        assert_eq!((w.count("open_responses"), w.count("answered")), (0, 0), "no services were chosen yet");
    }

    async fn twenty_tabs_begin_at_once(w: World) {
        let campaign = two_services(&w);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut tabs: Vec<Visitor> = Vec::new();
        for _ in 0..20 {
            tabs.push(w.visitor().await);
        }
        let fields = [("service", "it"), ("service", "hr")];
        let replies = futures_util::future::join_all(tabs.iter_mut().map(|tab| tab.post(&link, &fields))).await;
        for reply in replies {
            assert_eq!(reply.location(), format!("{link}/1"));
        }
        assert_eq!((w.count("drafts"), w.count("answered")), (1, 0));
        assert!(tabs[7].get(&format!("{link}/1")).await.ok().text().contains("q_overall"));
    }

    async fn a_double_click_and_twenty_tabs_leave_one_set(w: World) {
        let campaign = two_services(&w);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it"), ("service", "hr")]).await.location();
        visitor.post(&format!("{link}/1"), &FULL).await.location();
        let mut tabs: Vec<Visitor> = Vec::new();
        for _ in 0..20 {
            tabs.push(w.visitor().await);
        }
        let sending = format!("{link}/sending");
        let replies = futures_util::future::join_all(tabs.iter_mut().map(|tab| tab.post(&sending, &[]))).await;
        for (tab, reply) in tabs.iter_mut().zip(replies) {
            if reply.status == StatusCode::SEE_OTHER {
                assert_eq!(reply.location(), format!("{link}/end"));
            } else {
                assert!(reply.ok().main().starts_with("C'est enregistré"));
            }
            assert!(tab.get(&link).await.ok().main().starts_with("C'est enregistré"));
        }
        // Human resources was ticked and left empty: nothing is stored about it, not even "no dealings".
        assert_eq!(responses(&w).len(), 1);
        assert_eq!(w.lines("SELECT code || sendings AS line FROM client_groups ORDER BY 1"), ["prod1", "sales0"]);
        assert_eq!(w.lines("SELECT supplier || complete || partial AS line FROM campaign_suppliers ORDER BY 1"), ["hr00", "it10"]);
        assert_eq!((w.count("open_comments"), w.count("answered"), w.count("drafts")), (1, 1, 0));
    }

    async fn a_page_is_about_the_service_it_was_shown_for(w: World) {
        let campaign = two_services(&w);
        let link = w.link(&campaign, &person_id("prod", 1));
        let (mut one, mut two) = (w.visitor().await, w.visitor().await);
        one.post(&link, &[("service", "it"), ("service", "hr")]).await.location();
        let shown = one.get(&format!("{link}/2")).await.ok();
        let service = shown.hidden("service");
        assert_eq!(service, "hr");
        // Meanwhile the first service is taken out in another tab, and "2" is no longer human resources.
        two.post(&link, &[("service", "hr")]).await.location();
        let saved = one.post(&format!("{link}/2"), &[("service", "hr"), ("q_overall", "4"), ("go", "next")]).await;
        assert_eq!(saved.location(), format!("{link}/check"));
        // And answers about a service no longer ticked are not taken for another's.
        let saved = one.post(&format!("{link}/1"), &[("service", "it"), ("q_overall", "1"), ("go", "next")]).await;
        assert_eq!(saved.location(), link);
        one.post(&format!("{link}/sending"), &[]).await.location();
        assert_eq!(responses(&w), ["hr prod {\"overall\":4}", "it prod no contact"]);
    }

    async fn a_link_ends_thirty_days_after_the_closing(w: World) {
        let campaign = two_services(&w);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        w.move_to("2026-01-16T22:30:00Z");
        w.tick();
        assert!(visitor.get(&link).await.ok().main().contains("Commencer"), "the last day is not over in Paris");
        w.move_to("2026-01-16T23:30:00Z");
        w.tick();
        assert!(w.again(&campaign).is_published());
        assert!(visitor.get(&link).await.location().starts_with("/f/"));
        w.move_to("2026-02-17T08:00:00Z");
        w.tick();
        assert_eq!(visitor.get(&link).await.status, StatusCode::GONE);
        assert_eq!(w.count("invitations") + w.count("outbox"), 0, "nobody's address is kept with the campaign");
    }

    async fn declining_looks_like_having_sent(w: World) {
        let campaign = two_services(&w);
        let (declines, sends) = (w.link(&campaign, &person_id("prod", 1)), w.link(&campaign, &person_id("prod", 3)));
        let mut visitor = w.visitor().await;
        visitor.post(&declines, &[("service", "it")]).await.location();
        visitor.get(&format!("{declines}/decline")).await.ok();
        assert_eq!(visitor.post(&format!("{declines}/decline"), &[]).await.location(), format!("{declines}/end"));
        let sent = visitor.answers(&sends, &["it"], &[&FULL]).await.ok();
        let declined = visitor.get(&declines).await.ok();
        assert_eq!(declined.text(), sent.text());
        assert_eq!((w.count("drafts"), w.count("answered"), w.count("open_responses")), (0, 2, 2));
    }

    async fn links_that_lead_nowhere(w: World) {
        let campaign = two_services(&w);
        let mut visitor = w.visitor().await;
        let unknown = format!("/r/{}", "A".repeat(43));
        for path in ["", "/1", "/check", "/group", "/decline"] {
            let reply = visitor.get(&format!("{unknown}{path}")).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}: expired is only what was known");
            assert_guarded(&reply);
        }
        for path in ["", "/1", "/sending", "/group", "/decline"] {
            assert_eq!(visitor.post(&format!("{unknown}{path}"), &[]).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for odd in ["short", &"A".repeat(44), &"%C3%A9".repeat(20), &format!("{}.", "A".repeat(42)), "%00"] {
            let reply = visitor.get(&format!("/r/{odd}")).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{odd}");
            assert_guarded(&reply);
        }
        // After the last day no answer is taken, even before the closing itself has run.
        let link = w.link(&campaign, &person_id("prod", 1));
        visitor.post(&link, &[("service", "it")]).await.location();
        w.move_to("2026-01-17T08:00:00Z");
        let closed = visitor.get(&link).await.ok();
        assert!(closed.main().starts_with("La campagne est terminée"), "{}", closed.main());
        for path in ["", "/1", "/sending", "/decline", "/group"] {
            assert_eq!(visitor.post(&format!("{link}{path}"), &[("service", "hr")]).await.main(), closed.main());
        }
        assert_eq!(w.store_answers(&campaign, &person_id("prod", 1), about("it", &[("overall", 3)])), Outcome::TooLate);
        assert_eq!((w.count("open_responses"), w.count("answered")), (0, 0));
    }

    async fn not_my_group_and_no_dealings(w: World) {
        let campaign = two_services(&w);
        let mut visitor = w.visitor().await;
        let link = w.link(&campaign, &person_id("prod", 1));
        visitor.get(&format!("{link}/group")).await.ok();
        visitor.post(&format!("{link}/group"), &[("outside", "yes")]).await.location();
        assert!(visitor.get(&link).await.ok().main().contains("ne compte dans aucun groupe"));
        visitor.answers(&link, &["it"], &[&FULL]).await.ok();
        assert_eq!(responses(&w)[0], "hr outside no contact");
        assert!(responses(&w)[1].starts_with("it outside {"), "{:?}", responses(&w));
        // Nothing ticked at all: only that there were no dealings is stored.
        let other = w.link(&campaign, &person_id("sales", 1));
        visitor.answers(&other, &[], &[]).await.ok();
        assert_eq!(&responses(&w)[1..3], ["hr sales no contact", "it outside {\"overall\":5,\"reception_1\":4,\"responsiveness_1\":\"NA\"}"]);
        assert_eq!(responses(&w)[3], "it sales no contact");
        // A service nobody proposes cannot be brought in by hand.
        let third = w.link(&campaign, &person_id("sales", 2));
        visitor.post(&third, &[("service", "nobody"), ("service", "it")]).await.location();
        assert_eq!(visitor.get(&format!("{third}/2")).await.status, StatusCode::NOT_FOUND);
    }

    async fn nasty_texts_are_taken_as_texts(w: World) {
        let campaign = two_services(&w);
        let mut visitor = w.visitor().await;
        let nasty = [
            "a\0b", "\u{202e}gnp.exe", "👩‍👩‍👧‍👦🎉", "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "{{7*7}}",
            "{% raw %}", "'; DROP TABLE open_comments; --", "=1+1", "\u{1}\u{7f}\u{9b}x", "a\r\nb\rc", "\u{feff}bom",
        ];
        for (number, text) in (1..).zip(nasty) {
            let link = w.link(&campaign, &person_id("prod", number));
            visitor.post(&link, &[("service", "it")]).await.location();
            let saved = visitor.post(&format!("{link}/1"), &[("q_keep", text), ("q_overall", "3")]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{text:?}");
            let page = visitor.get(&format!("{link}/1")).await.ok().text();
            assert!(!page.contains("<script") && !page.contains("<svg onload"), "{text:?}");
            assert!(!page.contains('\u{202e}') && !page.contains('\0') && !page.contains('\u{1}'), "{text:?}");
            visitor.post(&format!("{link}/sending"), &[]).await.location();
        }
        let kept = w.lines("SELECT body AS line FROM open_comments ORDER BY body");
        assert_eq!(kept.len(), nasty.len());
        for text in ["ab", "gnp.exe", "{{7*7}}", "<script>alert(1)</script>", "x", "a\nb\nc", "bom", "👩‍👩‍👧‍👦🎉"] {
            assert!(kept.iter().any(|body| body == text), "{text:?} in {kept:?}");
        }
        // Bytes that are no text are replaced or refused, never a fault of ours.
        let link = w.link(&campaign, &person_id("prod", 20));
        for body in ["service=%FF%FE", "service=it&service=it", "%", "=&&==", "service=it;x"] {
            let request = actix_web::test::TestRequest::post()
                .uri(&link)
                .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
                .set_payload(body);
            let reply = visitor.send(request).await;
            assert!(!reply.status.is_server_error(), "{body}: {}", reply.status);
            assert_guarded(&reply);
        }
        let huge = "x".repeat(70_000);
        assert_eq!(visitor.post(&link, &[("service", &huge)]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    }

    async fn respondents_meet_plain_words_only(w: World) {
        let campaign = two_services(&w);
        w.send_mail().await;
        let mut visitor = w.visitor().await;
        for number in [1, 2] {
            let link = w.link(&campaign, &person_id("prod", number));
            let mail = w.mail_to(&person_id("prod", number));
            assert_plain_words(&format!("{} {}", mail.subject, mail.text));
            for path in ["", "/group", "/decline"] {
                assert_plain_words(&visitor.get(&format!("{link}{path}")).await.ok().main());
            }
            visitor.post(&link, &[("service", "it")]).await.location();
            for path in ["/1", "/check"] {
                assert_plain_words(&visitor.get(&format!("{link}{path}")).await.ok().main());
            }
            assert_plain_words(&visitor.post(&format!("{link}/1"), &[("q_overall", "9")]).await.main());
            assert_plain_words(&visitor.answers(&link, &["it"], &[]).await.ok().main());
        }
        let link = w.link(&campaign, &person_id("prod", 3));
        w.move_to("2026-01-13T08:00:00Z");
        w.tick();
        w.send_mail().await;
        let reminder = w.mail_to(&person_id("prod", 3));
        assert_plain_words(&format!("{} {}", reminder.subject, reminder.text));
        w.move_to("2026-01-17T08:00:00Z");
        assert_plain_words(&visitor.get(&link).await.ok().main());
        assert_plain_words(&visitor.get(&format!("/r/{}", "A".repeat(43))).await.main());
    }
}

#[test]
fn a_draft_of_every_answer_fits_the_smaller_sizes() {
    let draft = about("it", &[("overall", 3)]);
    assert_eq!(
        draft.encrypt("token").map(|text| text.len()).ok(),
        Draft::default().encrypt("token").map(|t| t.len()).ok()
    );
}
