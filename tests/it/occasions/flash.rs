//! From an event to an action, and what becomes of a flash that few answer.

use super::*;
use crate::world::verbs::link_in;

on_both! {
    async fn a_head_proposes_hr_opens_people_answer_and_an_action_follows(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let mut head = w.signed_in(&"head_it".into()).await;
        let event = head.post("/events", &[("supplier", "it"), ("day", "2026-02-09"), ("words", "panne de messagerie")]).await.location();
        let key = event.strip_prefix("/events/").expect("an event").to_owned();
        // The ready texts fill the form in; its groups are the quarter's.
        let form = format!("/occasions/new?supplier=it&text=outage&event={key}");
        let page = head.get(&form).await.ok();
        assert!(page.text().contains("panne de messagerie") && page.text().contains("value=\"the outage\""));
        assert!(page.main().contains("Groupe prod"), "{}", page.main());
        let typed = |closes: &'static str| vec![
            ("words_fr", "la panne de messagerie"), ("words_en", "the email outage"),
            ("ask1_fr", "Prévenu à temps"), ("ask1_en", "Told in time"), ("kind1", "agreement"),
            ("text_fr", "Quoi d'autre ?"), ("text_en", "Anything else?"),
            ("group", "prod"), ("group", "sales"), ("group", "few"),
            ("opens_on", "2026-02-10"), ("closes_on", closes), ("event", "KEY"),
        ];
        let with_key = |list: Vec<(&'static str, &'static str)>| -> Vec<(&'static str, String)> {
            list.into_iter().map(|(name, value)| (name, if value == "KEY" { key.clone() } else { value.to_owned() })).collect()
        };
        let send = |list: &[(&'static str, String)]| list.iter().map(|(name, value)| (*name, value.clone())).collect::<Vec<_>>();
        let fields = send(&with_key(typed("2026-03-30")));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = head.post("/occasions/new?supplier=it", &fields).await;
        assert!(reply.status == 422 && reply.main().contains("de 2 à 10 jours"), "{}", reply.main());
        assert!(reply.text().contains("Told in time"), "what was typed stays");
        let fields = send(&with_key(typed("2026-02-14")));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = head.post("/occasions/new?supplier=it", &fields).await.location();
        assert!(head.get(&page).await.ok().main().contains("Les ressources humaines l'ouvrent"));
        let id = page.strip_prefix("/occasions/").expect("an occasion").to_owned();
        // The head does not open it; HR was told, and does.
        assert_eq!(head.post(&format!("/campaigns/{id}/opening"), &[]).await.status, 403);
        w.send_mail().await;
        let mail = w.mail_to(&"hugo".into());
        assert!(mail.text.contains(&format!("/campaigns/{id}")) && mail.subject.contains("La panne de messagerie"), "{}", mail.text);
        let mut hr = w.signed_in(&"hugo".into()).await;
        let check = hr.get(&format!("/campaigns/{id}")).await.ok().main();
        assert!(check.contains("« Groupe few » n'est pas interrogé"), "{check}");
        hr.post(&format!("/campaigns/{id}/opening"), &[]).await.location();
        assert!(w.lines("SELECT detail AS line FROM audit_log WHERE event = 'occasion-saved'").iter().any(|line| line.contains("it by head: few prod sales")));
        let campaign = w.read(|conn| campaigns::campaign(conn, &id.as_str().into()));
        assert!(is_open(&campaign) && campaign.kind == Kind::Flash);
        assert_eq!(w.lines(&format!("SELECT code AS line FROM client_groups WHERE campaign = '{id}' ORDER BY code")), ["prod", "sales"]);
        // By the link of the mail, as on a phone.
        w.send_mail().await;
        let mail = w.mail_to(&person_id("prod", 1));
        assert!(mail.text.contains("La panne de messagerie") && mail.text.contains("rien n'est publié"), "{}", mail.text);
        let link = link_in(&mail);
        let mut person = w.visitor().await;
        let welcome = person.get(&link).await.ok();
        assert!(welcome.main().contains("40 personnes de 2 groupes sont interrogées : la personne responsable du service les a choisis"), "{}", welcome.main());
        assert!(!welcome.text().contains("type=\"checkbox\""), "there is one service, and no choice of it");
        let code = codes(&w, &campaign)[0].clone();
        let field = format!("q_{code}");
        let done = person.answers(&link, &["it"], &[&[(field.as_str(), "2")]]).await;
        assert!(done.main().contains("Le résultat sera ensuite à cette même adresse"), "{}", done.main());
        for number in 2..=14 {
            let value = i32::try_from(number % 5 + 1).expect("small");
            w.store_answers(&campaign, &person_id("prod", number), answer(&w, &campaign, value, "Prévenez-nous."));
        }
        for number in 1..=12 {
            w.store_answers(&campaign, &person_id("sales", number), answer(&w, &campaign, 1 + i32::from(number % 2 == 0), ""));
        }
        w.move_to("2026-02-15T08:00:00Z");
        w.tick();
        let published = w.again(&campaign);
        assert!(published.is_announced());
        w.send_mail().await;
        assert!(w.mail_to(&person_id("prod", 1)).text.contains(&link), "no mail after the invitation");
        assert!(w.mail_to(&"head_it".into()).text.contains(&format!("/occasions/{id}")));
        // The link leads to the result, of all together.
        let result = person.get(&link).await.ok();
        assert!(result.main().contains("26 personnes ont répondu, sur 40 interrogées"), "{}", result.main());
        assert!(!result.main().contains("Groupe"), "{}", result.main());
        // The head reads it by group, and makes an action measured by the quarter's overall question.
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = head.get(&format!("/occasions/{id}")).await.ok();
        assert!(page.main().contains("26 réponses pour 40 personnes") && page.main().contains("Groupe sales"), "{}", page.main());
        let new = format!("/actions/it/new?flash={id}&question={code}");
        let form = head.get(&new).await.ok();
        assert_eq!(form.hidden("flash"), id);
        assert!(form.main().contains("Mesurée au prochain trimestre par"), "{}", form.main());
        let typed = [
            ("flash", id.as_str()), ("question", code.as_str()), ("campaign", "2026-Q1"), ("subject", "overall"),
            ("title", "Prévenir pendant les pannes"), ("finding", "x"), ("kind", "corrective"),
            ("owner", "head_it@example.org"), ("due_on", "2026-06-30"), ("public_fr", "L'Informatique prévient dans l'heure."), ("visible", "yes"),
        ];
        let action = head.post("/actions/it/new", &typed).await.location();
        let shown = head.get(&action).await.ok().main();
        assert!(shown.contains("enquête entre deux trimestres") && shown.contains("Prévenu à temps"), "{shown}");
        let row = w.lines("SELECT origin_subject || ' ' || CAST(baseline_n AS TEXT) AS line FROM actions");
        assert_eq!(row, ["overall 30"]);
        head.post(&format!("{action}/acceptance"), &[]).await.location();
        assert!(person.get(&link).await.ok().main().contains("L'Informatique prévient dans l'heure."));
        // The event's page tells all of it.
        let note = head.get(&event).await.ok().main();
        assert!(note.contains("26 réponses") && note.contains("Prévenir pendant les pannes"), "{note}");
        // It is no wave: no trend, no file, no API, no quarter's page.
        for path in [format!("/results/it/{}", published.code), format!("/results/it/{}/detail", published.code)] {
            assert_eq!(head.get(&path).await.status, 404, "{path}");
        }
        let mut hr = w.signed_in(&"hugo".into()).await;
        assert_eq!(hr.get(&format!("/exports/{}/indicators.csv", published.code)).await.status, 404);
        assert!(!hr.get("/exports").await.ok().main().contains("flash"));
        assert_eq!(w.read(campaigns::published).len(), 1);
        let verdict = w.read(|conn| barometer::aggregation::verify::verify(conn, &published));
        assert!(verdict.differences.is_empty(), "{:?}", verdict.differences);
        // A month later the link is gone.
        w.move_to("2026-03-20T08:00:00Z");
        w.tick();
        assert_eq!(person.get(&link).await.status, 410);
    }

    async fn too_few_answers_are_gone_and_one_line_is_left(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let kept = w.open(&make(&w, wish(&w, &["sales"])));
        let campaign = w.open(&make(&w, wish(&w, &["prod"])));
        for number in 1..=12 {
            w.store_answers(&kept, &person_id("sales", number), answer(&w, &kept, i32::try_from(number % 5 + 1).expect("small"), "gardé"));
        }
        for number in 1..=4 {
            w.store_answers(&campaign, &person_id("prod", number), answer(&w, &campaign, 3, "disparu-0f3a"));
        }
        w.tick();
        let link = w.link(&campaign, &person_id("prod", 1));
        let campaign = w.close(&campaign);
        assert!(campaign.is_published());
        let id = &campaign.id;
        for table in ["open_responses", "open_comments", "responses", "comments"] {
            assert_eq!(w.count(&format!("{table} WHERE campaign = '{id}'")), 0, "{table}");
        }
        assert_eq!(w.lines(&format!("SELECT CAST(sum(sendings) AS TEXT) AS line FROM client_groups WHERE campaign = '{id}'")), ["0"]);
        assert!(!w.dump().iter().any(|row| row.contains("disparu-0f3a")), "nowhere in the rows");
        for entry in std::fs::read_dir(w.database.folder.path()).expect("its folder") {
            let path = entry.expect("a file").path();
            let bytes = std::fs::read(&path).unwrap_or_default();
            assert!(!bytes.windows(12).any(|part| part == b"disparu-0f3a"), "{}", path.display());
        }
        let mut person = w.visitor().await;
        let page = person.get(&link).await.ok().main();
        assert!(page.contains("Trop peu de réponses") && page.contains("effacés"), "{page}");
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = head.get(&format!("/occasions/{id}")).await.ok().main();
        assert!(page.contains("Trop peu de réponses") && !page.contains("Prévenu à temps"), "{page}");
        let verdict = w.read(|conn| barometer::aggregation::verify::verify(conn, &campaign));
        assert!(verdict.differences.is_empty(), "{:?}", verdict.differences);
        let report = barometer::privacy_audit::look(&w.app);
        assert_eq!(report.exit_code(), 0, "{}", report.to_text(Language::En));
        // The other one lives on, whole.
        let kept = w.close(&kept);
        assert_eq!(w.count(&format!("responses WHERE campaign = '{}'", kept.id)), 12);
        assert_eq!(w.count(&format!("comments WHERE campaign = '{}'", kept.id)), 12);
    }

    async fn nobody_answers_a_flash(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let campaign = w.open(&make(&w, wish(&w, &["prod"])));
        let link = w.link(&campaign, &person_id("prod", 1));
        w.close(&campaign);
        let page = w.visitor().await.get(&link).await.ok().main();
        assert!(page.contains("Trop peu de réponses"), "{page}");
        let hr = w.signed_in(&"hugo".into()).await.get(&format!("/campaigns/{}", campaign.id)).await.ok();
        assert!(hr.text().contains(&format!("/occasions/{}", campaign.id)), "{}", hr.main());
    }

    async fn comments_of_a_flash_are_read_before_they_are_shown(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let campaign = w.open(&make(&w, wish(&w, &["prod"])));
        for number in 1..=12 {
            let words = if number == 1 { "Un message suffirait" } else { "" };
            w.store_answers(&campaign, &person_id("prod", number), answer(&w, &campaign, i32::try_from(number % 5 + 1).expect("small"), words));
        }
        let campaign = w.close(&campaign);
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = format!("/occasions/{}", campaign.id);
        let shown = head.get(&page).await.ok().main();
        assert!(shown.contains("encore en relecture") && !shown.contains("Un message suffirait"), "{shown}");
        let mut reader = w.signed_in(&"mona".into()).await;
        let queue = format!("/comments/it/{}", campaign.code);
        assert!(reader.get(&queue).await.ok().main().contains("Un message suffirait"));
        reader.post(&format!("{queue}/release"), &[]).await.location();
        assert!(head.get(&page).await.ok().main().contains("Un message suffirait"));
    }

    async fn what_hr_opens_is_what_hr_saw(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let draft = make(&w, Wish { chosen_by: ChosenBy::Head, ..wish(&w, &["prod"]) });
        let (page, edit) = (format!("/campaigns/{}", draft.id), format!("/occasions/{}/edit", draft.id));
        let (mut head, mut hr) = (w.signed_in(&"head_it".into()).await, w.signed_in(&"hugo".into()).await);
        let seen = hr.get(&page).await.ok().hidden("seen");
        let fields = |words: &'static str, group: &'static str, seen: &str| {
            [("words_fr", words), ("ask1_fr", "Tout est prêt"), ("kind1", "effort"), ("group", group),
             ("opens_on", "2026-02-11"), ("closes_on", "2026-02-13"), ("seen", seen)].map(|(a, b)| (a.to_owned(), b.to_owned()))
        };
        let sent = |all: &[(String, String); 7]| all.to_vec();
        let post = async |who: &mut crate::world::Visitor, all: Vec<(String, String)>| {
            let all: Vec<(&str, &str)> = all.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            who.post(&edit, &all).await
        };
        let mark = head.get(&edit).await.ok().hidden("seen");
        post(&mut head, sent(&fields("autre chose", "prod", &mark))).await.location();
        for step in ["opening", "scheduling"] {
            let reply = hr.post(&format!("{page}/{step}"), &[("seen", &seen)]).await;
            assert_eq!(reply.status, 422, "{step}");
            assert_eq!(w.again(&draft).state, State::Draft, "{step}");
        }
        // HR mends a word: the head has chosen the groups still. HR takes others: HR has.
        let chosen = |w: &World| w.lines("SELECT chosen_by AS line FROM occasions").remove(0);
        assert_eq!(chosen(&w), "head");
        let mark = hr.get(&edit).await.ok().hidden("seen");
        post(&mut hr, sent(&fields("la panne", "prod", &mark))).await.location();
        assert_eq!(chosen(&w), "head");
        let mark = hr.get(&edit).await.ok().hidden("seen");
        post(&mut hr, sent(&fields("la panne", "sales", &mark))).await.location();
        assert_eq!(chosen(&w), "hr");
        // Programmed: it opens as it is, whatever the head wishes; HR may change it.
        let seen = hr.get(&page).await.ok().hidden("seen");
        hr.post(&format!("{page}/scheduling"), &[("seen", &seen)]).await.location();
        assert_eq!(head.get(&edit).await.status, 404);
        assert_eq!(head.post(&format!("/occasions/{}/removal", draft.id), &[]).await.status, 404, "nor thrown away");
        assert!(!head.get(&format!("/occasions/{}", draft.id)).await.ok().text().contains("/edit"));
        assert_eq!(hr.get(&edit).await.status, 200);
        // Of a service that is no more nothing is asked.
        w.write(|conn| {
            let it = organisation::supplier(conn, &"it".into())?;
            organisation::update_supplier(conn, &barometer::organisation::Supplier { active: false, ..it })
        });
        assert!(stops(&w, &w.again(&draft)).contains(&"occasion-check-inactive"));
        assert_eq!(head.get("/occasions/new?supplier=it").await.status, 404);
    }

    async fn a_flash_is_changed_or_thrown_away_until_it_opens(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let draft = make(&w, wish(&w, &["prod"]));
        let mut head = w.signed_in(&"head_it".into()).await;
        let edit = format!("/occasions/{}/edit", draft.id);
        let seen = head.get(&edit).await.ok().hidden("seen");
        let fields = [
            ("words_fr", "le déménagement"), ("ask1_fr", "Tout est prêt"), ("kind1", "effort"), ("group", "sales"),
            ("opens_on", "2026-02-11"), ("closes_on", "2026-02-13"), ("seen", seen.as_str()),
        ];
        head.post(&edit, &fields).await.location();
        assert_eq!(head.post(&edit, &fields).await.status, 422, "from an older page");
        assert_eq!(codes(&w, &draft).len(), 1);
        // HR's pages of a quarter do not know it.
        let mut hr = w.signed_in(&"hugo".into()).await;
        for page in ["edit", "groups"] {
            assert_eq!(hr.get(&format!("/campaigns/{}/{page}", draft.id)).await.status, 404, "{page}");
        }
        let kept = draft.id.clone();
        head.post(&format!("/occasions/{kept}/removal"), &[]).await.location();
        for table in ["occasions", "client_groups", "group_units", "campaign_suppliers"] {
            assert_eq!(w.count(&format!("{table} WHERE campaign = '{kept}'")), 0, "{table}");
        }
        let open = w.open(&make(&w, wish(&w, &["prod"])));
        assert_eq!(hr.post(&format!("/occasions/{}/removal", open.id), &[]).await.status, 400);
        assert_eq!(head.get(&format!("/occasions/{}/edit", open.id)).await.status, 404);
        for (step, fields) in [("extension", [("closes_on", "2026-02-20")].as_slice()), ("newcomers", &[])] {
            assert_eq!(hr.post(&format!("/campaigns/{}/{step}", open.id), fields).await.status, 422, "{step}");
        }
    }
}
