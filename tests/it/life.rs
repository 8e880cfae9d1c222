//! A campaign's life beside opening and closing: the next one prepared from it, its check, its closing put off, people
//! who came since, and how often a person is asked.

use barometer::campaign::{self, Campaign, State, check, opening};
use barometer::clock::Day;
use barometer::db::ids::PersonId;
use barometer::mail::profile::Profile;
use barometer::organisation::{Person, Supplier, Unit, store as organisation};
use barometer::render::Language;
use barometer::schedule;
use barometer::web::Role;

use crate::world::verbs::{about, person, person_id};
use crate::world::{Reply, Visitor, World};

/// Two units of 14 and 12; hugo does HR, Ada administers.
fn scene(w: &World) -> Campaign {
    w.organisation(&[("prod", 14), ("site", 12)]);
    w.supplier("it");
    w.write(|conn| {
        for (name, role) in [("hugo", Role::Hr), ("ada", Role::Admin)] {
            organisation::insert_people(conn, &[person(name, "staff", Language::Fr)])?;
            organisation::grant(conn, &name.into(), role, &"".into())?;
        }
        Ok(())
    });
    w.campaign("2026-Q1", &["it"])
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn path(campaign: &Campaign) -> String {
    format!("/campaigns/{}", campaign.id)
}

#[track_caller]
fn says(reply: &Reply, words: &str) {
    assert!(reply.main().contains(words), "no {words:?} in: {}", reply.main());
}

async fn hr(w: &World) -> Visitor {
    w.signed_in(&"hugo".into()).await
}

fn audited(w: &World, event: &str) -> Vec<String> {
    w.lines(&format!("SELECT detail AS line FROM audit_log WHERE event = '{event}' ORDER BY id"))
}

fn keys(w: &World, campaign: &Campaign) -> Vec<(check::Level, &'static str)> {
    let (again, today) = (w.again(campaign), w.app.today());
    let lines = w.read(|conn| check::lines(conn, &again, today, Language::Fr));
    lines.into_iter().map(|line| (line.level, line.say.key)).collect()
}

fn joins(w: &World, people: &[Person]) {
    let people = people.to_vec();
    w.write(move |conn| organisation::insert_people(conn, &people));
}

fn runs(w: &World, name: &str) {
    let task = schedule::TASKS.iter().find(|task| task.name == name).expect("a task");
    (task.run)(&w.app).unwrap_or_else(|fault| panic!("{name}: {fault}"));
}

fn sizes(w: &World) -> Vec<String> {
    w.lines("SELECT code || ' ' || CAST(invited AS TEXT) AS line FROM client_groups ORDER BY campaign, code")
}

on_both! {
    /// What two waves of nearly the same people would tell, subtracted, is said before the second opens; so is who is
    /// new in a group.
    async fn few_who_joined_since_the_wave_before_are_told(w: World) {
        let first = w.open(&scene(&w));
        w.store_answers(&first, &person_id("prod", 1), about("it", &[("overall", 3)]));
        w.close(&first);
        w.tick();
        assert!(w.again(&first).is_published());
        w.move_to("2026-04-06T08:00:00Z");
        let next = w.campaign("2026-Q2", &["it"]);
        let told = |w: &World| -> Vec<barometer::error::Say> {
            let (again, today) = (w.again(&next), w.app.today());
            let lines = w.read(|conn| check::lines(conn, &again, today, Language::Fr));
            let wanted = ["check-near-before", "check-joined"];
            lines.into_iter().map(|line| line.say).filter(|say| wanted.contains(&say.key)).collect()
        };
        assert!(told(&w).is_empty(), "the same people exactly: {:?}", told(&w));
        joins(&w, &[person("new1", "prod", Language::Fr)]);
        let said: Vec<String> =
            told(&w).iter().map(|say| barometer::render::words::say(Language::En, say)).collect();
        assert!(said[0].contains("Informatique: apart from one person, its clients are the same as in 2026-Q1"), "{said:?}");
        assert!(said[1].contains("not surveyed in 2026-Q1: Groupe prod (1)"), "{said:?}");
        joins(&w, &[2, 3, 4, 5].map(|number| person(&format!("new{number}"), "site", Language::Fr)));
        let keys: Vec<&str> = told(&w).iter().map(|say| say.key).collect();
        assert_eq!(keys, ["check-joined"], "five differ: no longer a few");
    }

    async fn the_next_campaign_is_prepared_from_the_last(w: World) {
        let first = scene(&w);
        let mut hugo = hr(&w).await;
        let refused = hugo.post(&format!("{}/copy", path(&first)), &[]).await;
        assert_eq!(refused.status, 422);
        says(&refused, "pas encore ouverte");
        w.write({
            let first = first.clone();
            move |conn| campaign::store::save_draft(conn, &Campaign {
                threshold: 6, levels_threshold: 12, comments_threshold: 11, row_level: true,
                row_level_to: "l'institut Cassini".to_owned(), ..first
            })
        });
        let first = w.open(&w.again(&first));
        assert!(hugo.get("/campaigns").await.ok().text().contains(&format!("{}/copy", path(&first))));
        let first = w.close(&first);
        w.tick();
        says(&hugo.get(&path(&first)).await.ok(), "Préparer la suivante");
        let edit = hugo.post(&format!("{}/copy", path(&first)), &[]).await.location();
        assert!(edit.ends_with("/edit"), "{edit}");
        let form = hugo.get(&edit).await.ok();
        says(&form, "vérifiez le code et les dates");
        for value in ["value=\"2026-Q2\"", "value=\"l&#x27;institut Cassini\"", "value=\"it\" checked"] {
            assert!(form.text().contains(value), "{value} in {}", form.text());
        }
        let next = w.read(|conn| campaign::store::campaign_by_code(conn, "2026-Q2"));
        assert_eq!((next.state, next.threshold, next.levels_threshold, next.comments_threshold), (State::Draft, 6, 12, 11));
        // 5 January and 90 days: Easter Sunday, and Easter Monday is off.
        assert_eq!((next.opens_on, next.closes_on), (day("2026-04-07"), day("2026-04-23")));
        // 9 January was the fourth working day, 13 January the sixth.
        assert_eq!(next.reminder_days(), [day("2026-04-13"), day("2026-04-15")]);
        let groups = |campaign: &Campaign| w.read(|conn| campaign::store::groups(conn, &campaign.id));
        assert_eq!(groups(&next), groups(&first));
        // Pressed again: the one in preparation is shown.
        let again = hugo.post(&format!("{}/copy", path(&first)), &[]).await.location();
        assert_eq!(again, path(&next));
        assert_eq!(audited(&w, "campaign-copied"), ["2026-Q2 from 2026-Q1"]);
        // A code of its own.
        let pilot = w.open(&w.campaign("pilote", &["it"]));
        hugo.post(&format!("{}/copy", path(&pilot)), &[]).await.location();
        w.read(|conn| campaign::store::campaign_by_code(conn, "copie-de-pilote"));
    }

    async fn the_check_counts_staff_names_readers_and_looks_at_the_calendar(w: World) {
        let campaign = scene(&w);
        w.supplier("hr");
        w.write(|conn| {
            for (code, parent) in [("it_unit", "root"), ("hr_unit", "root")] {
                organisation::insert_units(conn, &[Unit { code: code.into(), name: code.to_owned(), parent: Some(parent.into()), active: true }])?;
            }
            for code in ["it", "hr"] {
                let supplier = organisation::supplier(conn, &code.into())?;
                organisation::update_supplier(conn, &Supplier { unit: Some(format!("{code}_unit").as_str().into()), ..supplier })?;
            }
            let staff: Vec<Person> = (1..=4).map(|n| person(&format!("tech{n}"), "it_unit", Language::Fr)).collect();
            organisation::insert_people(conn, &staff)?;
            organisation::grant(conn, &"tech1".into(), Role::Moderator, &"it".into()).map(|_| ())
        });
        let mut hugo = hr(&w).await;
        let page = hugo.get(&path(&campaign)).await.ok();
        says(&page, "Informatique : 4 personnes y travaillent");
        says(&page, "réunissez-le à un voisin (Ressources humaines)");
        // Who belongs to the service does not count.
        says(&page, "Informatique : personne n'est désigné pour relire");
        says(&page, "Informatique : Personne tech1 est désigné pour relire les commentaires mais y travaille ou en est responsable");
        says(&page, "notez dans les réglages de la campagne le jour");
        says(&page, "9 jours ouvrés après l'ouverture");
        w.write(|conn| {
            organisation::grant(conn, &person_id("prod", 1), Role::Moderator, &"it".into())?;
            organisation::insert_people(conn, &[person("tech5", "it_unit", Language::Fr)])?;
            organisation::update_people(conn, &[Person { away: true, ..person(person_id("site", 3).as_str(), "site", Language::Fr) }])
        });
        let page = hugo.get(&path(&campaign)).await.ok();
        says(&page, "Personne prod_1 relira les commentaires");
        says(&page, "Une personne des services interrogés est absente");
        assert!(!page.main().contains("y travaillent"));
        let fields = [
            ("code", "2026-Q1"), ("opens_on", "2026-08-10"), ("closes_on", "2026-08-28"), ("reminder_1", ""),
            ("threshold", "5"), ("levels_threshold", "10"), ("comments_threshold", "10"), ("supplier", "it"),
            ("informed_on", "2026-08-11"),
        ];
        let mut wrong = fields.to_vec();
        wrong[8].1 = "hier";
        let reply = hugo.post(&format!("{}/edit", path(&campaign)), &wrong).await;
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains("value=\"hier\"") && reply.text().contains("href=\"#informed_on\""));
        hugo.post(&format!("{}/edit", path(&campaign)), &fields).await.location();
        let found = keys(&w, &campaign);
        for key in ["check-august", "check-informed-late", "check-night"] {
            assert!(found.contains(&(check::Level::See, key)), "{key} in {found:?}");
        }
        w.write(|conn| Profile { from: 8 * 60, ..Profile::default() }.save(conn));
        assert!(!keys(&w, &campaign).iter().any(|(_, key)| *key == "check-night"));
        assert!(found.contains(&(check::Level::Ok, "check-window")) && found.contains(&(check::Level::Ok, "check-moderators")));
    }

    async fn closing_is_put_off_and_every_page_and_later_mail_says_so(w: World) {
        let campaign = w.open(&scene(&w));
        // From Monday 5 January to Friday 16 January, with a reminder on the last day.
        assert_eq!(w.send_mail().await, 26);
        let reminders = "[\"2026-01-09\",\"2026-01-16\"]".to_owned();
        let id = campaign.id.clone();
        w.write(move |conn| campaign::store::extend(conn, &id, day("2026-01-16"), &reminders, None));
        let (mut hugo, step) = (hr(&w).await, format!("{}/extension", path(&campaign)));
        for (typed, words) in [
            ([("closes_on", "bientôt"), ("reminder", "")], "Indiquez chaque date"),
            ([("closes_on", "2026-01-15"), ("reminder", "")], "utilisez « Clore maintenant »"),
            ([("closes_on", "2026-01-16"), ("reminder", "")], "Rien à changer"),
            ([("closes_on", "2026-03-07"), ("reminder", "")], "au plus 60 jours"),
            ([("closes_on", "2026-01-23"), ("reminder", "2026-01-05")], "après aujourd'hui"),
        ] {
            let reply = hugo.post(&step, &typed).await;
            assert_eq!(reply.status, 422, "{words}");
            says(&reply, words);
            assert!(reply.text().contains(&format!("value=\"{}\"", typed[0].1)), "nothing typed is lost");
        }
        assert_eq!(w.again(&campaign).closes_on, day("2026-01-16"));
        let page = hugo.get(&path(&campaign)).await.ok();
        says(&page, "le rappel du 16 janvier 2026 au dernier jour ouvré");
        // To Sunday 25: the last reminder goes to Friday 23, and one comes on the 20th.
        let typed = [("closes_on", "2026-01-25"), ("reminder", "2026-01-20"), ("move_last", "yes")];
        hugo.post(&step, &typed).await.location();
        let after = w.again(&campaign);
        assert_eq!((after.closes_on, after.extended_from), (day("2026-01-25"), Some(day("2026-01-16"))));
        assert_eq!(after.reminder_days(), [day("2026-01-09"), day("2026-01-20"), day("2026-01-23")]);
        let page = hugo.get(&path(&campaign)).await.ok();
        for words in ["Clôture repoussée : on peut répondre jusqu'au 25 janvier 2026 inclus", "Rappels à venir : 9 janvier 2026, 20 janvier 2026 et 23 janvier 2026", "d'abord annoncée pour le 16 janvier 2026", "Les trois rappels sont déjà prévus"] {
            says(&page, words);
        }
        assert_eq!(audited(&w, "campaign-extended").len(), 1);
        assert!(audited(&w, "campaign-extended")[0].contains("2026-01-16 -> 2026-01-25"));
        let one = person_id("prod", 1);
        let mut visitor = w.visitor().await;
        says(&visitor.get(&w.link(&after, &one)).await.ok(), "25 janvier 2026");
        w.move_to("2026-01-20T09:00:00Z");
        w.tick();
        w.send_mail().await;
        assert!(w.mail_to(&one).subject.contains("25 janvier 2026"), "{}", w.mail_to(&one).subject);
        let mut hugo = hr(&w).await;
        // A reminder alone puts nothing off, and says so; twice the same day is refused.
        let id = campaign.id.clone();
        w.write(move |conn| campaign::store::extend(conn, &id, day("2026-01-25"), "[\"2026-01-09\"]", Some(day("2026-01-16"))));
        let added = [("closes_on", "2026-01-25"), ("reminder", "2026-01-22")];
        hugo.post(&step, &added).await.location();
        says(&hugo.get(&path(&campaign)).await.ok(), "Rappel ajouté. Rappels à venir : 22 janvier 2026. La clôture reste au 25 janvier 2026.");
        let twice = hugo.post(&step, &added).await;
        assert_eq!(twice.status, 422);
        says(&twice, "Un rappel est déjà prévu ce jour-là");
        // Once more: the date first announced stays.
        hugo.post(&step, &[("closes_on", "2026-01-26")]).await.location();
        assert_eq!(w.again(&campaign).extended_from, Some(day("2026-01-16")));
    }

    async fn closed_by_hand_it_tells_its_real_days_and_its_last_count(w: World) {
        let planned = scene(&w);
        let campaign = w.open(&planned);
        for number in 1..=7 {
            w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", 4)]));
        }
        w.move_to("2026-01-08T09:00:00Z");
        let mut hugo = hr(&w).await;
        says(&hugo.get("/campaigns").await.ok(), "du 5 janvier 2026 au 16 janvier 2026");
        hugo.post(&format!("{}/closure", path(&campaign)), &[("code", "2026-Q1")]).await.location();
        w.tick();
        let page = hugo.get(&path(&campaign)).await.ok();
        for words in ["Ouverte le 5 janvier 2026", "Close le 8 janvier 2026", "Comptes à la clôture. Invités 26 Participation 27 % (7 personnes) Les 2 groupes ne sont pas affichés."] {
            says(&page, words);
        }
        let list = hugo.get("/campaigns").await.ok();
        says(&list, "du 5 janvier 2026 au 8 janvier 2026");
        says(&list, "27 %");
        let pack = hugo.get(&format!("{}/privacy-pack", path(&campaign))).await.ok().text();
        assert!(pack.contains("du 5 janvier 2026 au 8 janvier 2026"), "{pack}");
        // Closed by its date, the last day is the one announced.
        let next = w.open(&w.campaign("2026-Q2", &["it"]));
        w.move_to("2026-01-20T09:00:00Z");
        w.tick();
        assert_eq!(w.again(&next).last_day(&w.app.config.time_zone), next.closes_on);
        let mut hugo = hr(&w).await;
        says(&hugo.get(&path(&next)).await.ok(), &format!("Close le {}", barometer::render::figures::day(Language::Fr, next.closes_on)));
    }

    async fn put_off_on_the_last_evening_and_closed_at_midnight_in_paris(w: World) {
        let campaign = w.open(&scene(&w));
        let step = format!("{}/extension", path(&campaign));
        assert_eq!(campaign.closes_on, day("2026-01-16"));
        // 23:59 in Paris on the last day: still time. A closing that read the campaign before finds it put off.
        w.move_to("2026-01-16T22:59:30Z");
        let mut hugo = hr(&w).await;
        hugo.post(&step, &[("closes_on", "2026-01-19")]).await.location();
        w.move_to("2026-01-16T23:00:30Z");
        let (stale, today, now) = (campaign.clone(), w.app.today(), w.app.clock.now());
        assert!(!w.write(move |conn| campaign::closing::close(conn, &stale, today, now)));
        runs(&w, "close");
        assert_eq!(w.again(&campaign).state, State::Open);
        w.move_to("2026-01-19T22:59:59Z");
        runs(&w, "close");
        assert_eq!(w.again(&campaign).state, State::Open);
        // Midnight: over, whether the task came or not.
        w.move_to("2026-01-19T23:00:00Z");
        let mut hugo = hr(&w).await;
        let late = hugo.post(&step, &[("closes_on", "2026-01-30")]).await;
        assert_eq!(late.status, 422);
        says(&late, "Le dernier jour est passé");
        assert!(!late.text().contains("id=\"extension\""));
        runs(&w, "close");
        assert!(w.again(&campaign).state != State::Open);
        assert_eq!(hugo.post(&step, &[("closes_on", "2026-01-30")]).await.status, 422);
    }

    async fn the_doubled_and_the_missing_hour_move_no_closing(w: World) {
        let first = scene(&w);
        // Sunday 29 March has 23 hours, Sunday 25 October 25.
        for (code, opens, last, just_before, midnight) in [
            ("spring", "2026-03-20T09:00:00Z", "2026-03-29", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"),
            ("autumn", "2026-10-15T09:00:00Z", "2026-10-25", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z"),
        ] {
            w.move_to(opens);
            let campaign = w.open(&w.campaign(code, &["it"]));
            let id = campaign.id.clone();
            w.write(move |conn| campaign::store::extend(conn, &id, day(last), "[]", None));
            w.move_to(just_before);
            runs(&w, "close");
            assert_eq!(w.again(&campaign).state, State::Open, "{code}");
            w.move_to(midnight);
            runs(&w, "close");
            assert!(w.again(&campaign).state != State::Open, "{code}");
        }
        assert_eq!(w.again(&first).state, State::Draft);
    }

    async fn a_planned_campaign_opens_at_the_first_hour_of_sending(w: World) {
        let campaign = scene(&w);
        let hours = Profile { from: 8 * 60, until: 18 * 60, ..Profile::default() };
        w.write(move |conn| hours.save(conn));
        let mut hugo = hr(&w).await;
        let id = campaign.id.clone();
        w.write(move |conn| {
            let row = campaign::store::campaign(conn, &id)?;
            campaign::store::save_draft(conn, &Campaign { opens_on: day("2026-01-07"), reminders: "[]".to_owned(), ..row })
        });
        says(&hugo.get(&path(&campaign)).await.ok(), "à la première heure d'envoi des messages");
        hugo.post(&format!("{}/scheduling", path(&campaign)), &[]).await.location();
        for (at, state) in [("2026-01-06T23:30:00Z", State::Scheduled), ("2026-01-07T06:59:00Z", State::Scheduled), ("2026-01-07T07:00:00Z", State::Open)] {
            w.move_to(at);
            runs(&w, "open");
            assert_eq!(w.again(&campaign).state, state, "{at}");
        }
    }

    async fn people_who_came_since_are_invited_when_hr_says_so(w: World) {
        let campaign = w.open(&scene(&w));
        let before = sizes(&w);
        let (mut hugo, step) = (hr(&w).await, format!("{}/newcomers", path(&campaign)));
        assert!(!hugo.get(&path(&campaign)).await.ok().text().contains("id=\"newcomers\""));
        let nobody = hugo.post(&step, &[]).await;
        assert_eq!(nobody.status, 422);
        says(&nobody, "Personne de plus à inviter");
        // Three come: one by mail, one without an address, one in a unit without a group. One who is invited moves.
        joins(&w, &[person("lea", "prod", Language::Fr), Person { email: String::new(), ..person("paul", "site", Language::Fr) }]);
        w.write(|conn| {
            organisation::insert_units(conn, &[Unit { code: "lab".into(), name: "Laboratoire".to_owned(), parent: Some("root".into()), active: true }])?;
            organisation::insert_people(conn, &[person("nina", "lab", Language::Fr)])?;
            organisation::update_people(conn, &[person(person_id("prod", 2).as_str(), "site", Language::En)])
        });
        assert_eq!(sizes(&w), before, "nothing happens by itself");
        says(&hugo.get("/").await.ok(), "2 personnes arrivées depuis l'ouverture");
        let page = hugo.get(&path(&campaign)).await.ok();
        for words in ["2 personnes sont arrivées", "Groupe prod : une personne", "Groupe site : une personne", "Une n'a pas d'adresse", "son service (Laboratoire)"] {
            says(&page, words);
        }
        assert_eq!(w.send_mail().await, 26);
        hugo.post(&step, &[]).await.location();
        let page = hugo.get(&path(&campaign)).await.ok();
        says(&page, "2 personnes de plus sont invitées");
        assert!(!page.main().contains("sont arrivées"));
        assert_eq!(sizes(&w), ["prod 15", "site 13"]);
        assert_eq!(w.lines("SELECT client_group || ' ' || CAST(people AS TEXT) AS line FROM proposals ORDER BY 1"), ["prod 15", "site 13"]);
        assert_eq!((w.count("invitations"), w.count("slips"), w.count("code_people"), w.count("contacts")), (27, 1, 1, 28));
        assert_eq!(w.send_mail().await, 1);
        assert!(w.mail_to(&"lea".into()).text.contains("/r/"));
        assert_eq!(w.invitation(&campaign, &person_id("prod", 2)).client_group.as_str(), "prod");
        assert_eq!(hugo.post(&step, &[]).await.status, 422, "nobody is invited twice");
        // An address for paul brings no second way in.
        w.write(|conn| organisation::update_people(conn, &[person("paul", "site", Language::Fr)]));
        assert_eq!(hugo.post(&step, &[]).await.status, 422);
        assert_eq!(audited(&w, "newcomers-invited"), ["2026-Q1 1 by mail, 1 by code"]);
        // They answer like the others, and are counted.
        w.store_answers(&campaign, &"lea".into(), about("it", &[("overall", 4)]));
        w.move_to("2026-01-17T09:00:00Z");
        let mut hugo = hr(&w).await;
        joins(&w, &[person("late", "prod", Language::Fr)]);
        let over = hugo.post(&step, &[]).await;
        assert_eq!(over.status, 422, "the last day has passed");
        w.tick();
        assert_eq!(w.again(&campaign).state, State::Published);
        assert_eq!(hugo.post(&step, &[]).await.status, 422);
    }

    async fn a_reminder_day_is_over_when_it_has_come_and_newcomers_are_not_reminded_at_once(w: World) {
        // Thursday 8, Friday 9 and Tuesday 13 January: invited, a reminder, another.
        let campaign = w.open(&scene(&w));
        assert_eq!(campaign.reminder_days(), [day("2026-01-09"), day("2026-01-13")]);
        for (unit, people) in [("prod", 14), ("site", 12)] {
            for number in 1..=people {
                w.store_answers(&campaign, &person_id(unit, number), about("it", &[("overall", 4)]));
            }
        }
        let step = format!("{}/newcomers", path(&campaign));
        let reminded = || w.lines("SELECT person AS line FROM outbox WHERE kind = 'reminder' ORDER BY 1");
        w.move_to("2026-01-08T09:00:00Z");
        joins(&w, &[person("tom", "prod", Language::Fr)]);
        hr(&w).await.post(&step, &[]).await.location();
        w.move_to("2026-01-09T08:00:00Z");
        runs(&w, "remind");
        assert!(reminded().is_empty(), "tom was invited yesterday");
        joins(&w, &[person("lea", "prod", Language::Fr)]);
        hr(&w).await.post(&step, &[]).await.location();
        w.move_to("2026-01-09T10:00:00Z");
        runs(&w, "remind");
        assert!(reminded().is_empty(), "the day was dealt with, and lea has her invitation");
        w.move_to("2026-01-12T10:00:00Z");
        runs(&w, "remind");
        assert!(reminded().is_empty());
        // Three working days after tom's invitation, two after lea's.
        w.move_to("2026-01-13T10:00:00Z");
        runs(&w, "remind");
        runs(&w, "remind");
        assert_eq!(reminded(), ["tom"]);
    }

    async fn whom_a_service_serves_is_fixed_at_opening(w: World) {
        w.organisation(&[("prod", 14), ("site", 12)]);
        w.supplier("it");
        w.write(|conn| {
            organisation::insert_people(conn, &[person("hugo", "staff", Language::Fr)])?;
            organisation::grant(conn, &"hugo".into(), Role::Hr, &"".into()).map(|_| ())
        });
        w.supplier("hr");
        w.write(|conn| organisation::remove_relation(conn, &"hr".into(), &"root".into()));
        w.serves("hr", "prod");
        let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
        w.serves("hr", "site");
        joins(&w, &[person("lea", "site", Language::Fr), person("tom", "prod", Language::Fr)]);
        let (mut hugo, step) = (hr(&w).await, format!("{}/newcomers", path(&campaign)));
        hugo.post(&step, &[]).await.location();
        let proposed = |id: &str| w.invitation(&campaign, &id.into()).proposed();
        assert_eq!(proposed("lea"), ["it".into()]);
        assert_eq!(proposed("tom"), ["hr".into(), "it".into()]);
    }

    async fn nobody_is_asked_more_often_than_the_organisation_says(w: World) {
        let first = w.open(&scene(&w));
        let mut ada = w.signed_in(&"ada".into()).await;
        let fields = |most: &'static str, months: &'static str| [("organisation", "Val"), ("contact_most", most), ("contact_months", months)];
        for (most, months) in [("0", "12"), ("13", "12"), ("deux", "12"), ("1", "25"), ("1", "")] {
            let reply = ada.post("/settings", &fields(most, months)).await;
            assert_eq!(reply.status, 422, "{most} {months}");
            says(&reply, "Écrivez un nombre entier");
            assert!(reply.text().contains(&format!("value=\"{most}\"")));
        }
        ada.post("/settings", &fields("1", "2")).await.location();
        assert!(audited(&w, "settings-changed")[0].contains("no limit -> 1 in 2 months"));
        let one = person_id("prod", 1);
        let page = ada.get(&format!("/people/{one}")).await.ok();
        says(&page, "Au plus une campagne en 2 mois");
        says(&page, "1er trimestre 2026, 5 janvier 2026");
        let first = w.close(&first);
        w.tick();
        // Invitations are forgotten after 30 days; the list stays, and with it the limit.
        w.move_to("2026-02-20T09:00:00Z");
        w.tick();
        assert_eq!((w.count("invitations"), w.count("contacts")), (0, 26));
        joins(&w, &[0, 1, 2, 3, 4, 5].map(|n| person(&format!("new{n}"), "prod", Language::Fr)));
        let second = w.campaign("2026-Q2", &["it"]);
        let mut hugo = hr(&w).await;
        says(&hugo.get(&path(&second)).await.ok(), "26 personnes ne sont pas invitées, pour avoir déjà été interrogées 1 fois en 2 mois");
        let second = w.open(&second);
        assert_eq!((w.count("invitations"), w.count("contacts")), (6, 32));
        let invited = w.lines(&format!("SELECT CAST(sum(invited) AS TEXT) AS line FROM client_groups WHERE campaign = '{}'", second.id));
        assert_eq!(invited, ["6"]);
        // Two months after the first the limit has passed; until closing they can still be added.
        assert_eq!(w.read(|conn| opening::newcomers(conn, &second, w.app.today())).guests.len(), 0);
        assert_eq!(w.read(|conn| opening::newcomers(conn, &second, day("2026-03-05"))).guests.len(), 14, "nobody of site was asked at its opening");
        let mut ada = w.signed_in(&"ada".into()).await;
        // Emptied: no limit.
        ada.post("/settings", &fields("", "12")).await.location();
        let found = w.read(|conn| opening::newcomers(conn, &second, w.app.today()));
        assert_eq!((found.guests.len(), found.ungrouped), (14, 12));
        // Lines older than the longest period go.
        w.move_to("2028-01-06T09:00:00Z");
        runs(&w, "retention");
        assert_eq!(w.count("contacts"), 6);
        assert_eq!(first.code, "2026-Q1");
    }

    async fn two_at_once_invite_everybody_once(w: World) {
        let campaign = w.open(&scene(&w));
        joins(&w, &[person("lea", "prod", Language::Fr), Person { email: String::new(), ..person("paul", "site", Language::Fr) }]);
        let outcomes: Vec<bool> = std::thread::scope(|scope| {
            let press = || {
                let (app, id) = (w.app.clone(), campaign.id.clone());
                scope.spawn(move || {
                    let (key, today, now) = (app.link_key.clone(), app.today(), app.clock.now());
                    app.db.write_now(move |conn| opening::invite_newcomers(conn, &key, &id, today, now)).is_ok()
                })
            };
            let both = [press(), press()];
            both.map(|one| one.join().expect("a thread")).to_vec()
        });
        assert_eq!(outcomes.iter().filter(|done| **done).count(), 1);
        assert_eq!(sizes(&w), ["prod 15", "site 13"]);
        let ids: Vec<PersonId> = w.read(|conn| campaign::store::invited_people(conn, &campaign.id));
        assert_eq!(ids.len(), 27);
    }
}
