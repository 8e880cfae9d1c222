//! People without an address: imported, counted, reached by a code on a slip that names nobody.

use std::collections::BTreeSet;
use std::time::Duration;

use actix_web::http::{StatusCode, header};
use actix_web::test::TestRequest;
use barometer::campaign::codes::Code;
use barometer::campaign::{Campaign, check};
use barometer::clock::Moment;
use barometer::db::ids::PersonId;
use barometer::organisation::{Person, import, store as organisation};
use barometer::render::Language;
use barometer::web::Role;
use barometer::web::tries::{AT_ONCE, PAUSE};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};

use crate::world::verbs::{person, person_id};
use crate::world::{Reply, Visitor, World};

const HEADER: &str = "person_id,email,name,unit_code,unit,parent_unit_code,language,roles,active,until\n";

/// Two units of 14 and 12; in `prod` the first `paper` have no address; hugo does HR.
fn scene(w: &World, paper: usize) -> Campaign {
    w.organisation(&[("prod", 14), ("site", 12)]);
    w.supplier("it");
    w.write(move |conn| {
        let without: Vec<Person> = (1..=paper)
            .map(|number| Person {
                email: String::new(),
                ..person(person_id("prod", number).as_str(), "prod", Language::Fr)
            })
            .collect();
        organisation::update_people(conn, &without)?;
        organisation::insert_people(conn, &[person("hugo", "staff", Language::Fr)])?;
        organisation::grant(conn, &"hugo".into(), Role::Hr, &"".into())?;
        Ok(())
    });
    w.campaign("2026-Q1", &["it"])
}

async fn slips(w: &World, campaign: &Campaign) -> Reply {
    let mut hr = w.signed_in(&"hugo".into()).await;
    hr.get(&format!("/campaigns/{}/codes", campaign.id)).await.ok()
}

/// The codes on the page of slips, in its order.
fn codes(page: &Reply) -> Vec<String> {
    let text = page.text();
    let code = |part: &str| part.split('<').next().expect("a code").to_owned();
    text.split("<p class=\"code\">").skip(1).map(code).collect()
}

async fn type_code(visitor: &mut Visitor, code: &str) -> Reply {
    visitor.post("/code", &[("code", code)]).await
}

async fn from(visitor: &mut Visitor, address: &str, code: &str) -> Reply {
    let peer = format!("{address}:4000").parse().expect("an address");
    visitor.send(TestRequest::post().uri("/code").peer_addr(peer).set_form([("code", code)])).await
}

fn plan(w: &World, file: &str) -> import::Plan<import::PeopleChanges> {
    w.read(|conn| import::plan_people(conn, file.as_bytes(), false))
}

fn apply(w: &World, file: &str) {
    let file = file.to_owned();
    w.write(move |conn| {
        let plan = import::plan_people(conn, file.as_bytes(), false)?;
        import::apply_people(conn, &plan, true)
    });
}

on_both! {
    async fn people_without_an_address_are_imported_and_recognised_by_their_number(w: World) {
        let file = format!(
            "{HEADER}1,ada@x.example,Ada Roy,dg,Direction,,fr,admin,yes,\n2,,Jean Roux,site,Atelier,dg,fr,,yes,\n\
             3,,Lila Marin,site,,,fr,,yes,\n"
        );
        apply(&w, &file);
        assert!(plan(&w, &file).changes_nothing(), "{}", plan(&w, &file).to_text(Language::En));
        let people = w.read(organisation::people);
        assert_eq!(people.iter().filter(|person| person.email.is_empty()).count(), 2, "{people:?}");
        for nobody in ["", "~", " "] {
            assert_eq!(w.read(|conn| organisation::person_by_email(conn, nobody)), None);
        }
        let jean = people.iter().find(|person| person.name == "Jean Roux").expect("Jean");
        let stand_in = w.lines(&format!("SELECT email AS line FROM people WHERE id = '{}'", jean.id));
        assert_eq!(w.read(|conn| organisation::person_by_email(conn, &stand_in[0])), None);

        // An address comes, and goes again.
        apply(&w, &format!("{HEADER}2,jean@x.example,Jean Roux,site,,,fr,,yes,\n"));
        assert!(w.read(|conn| organisation::person_by_email(conn, "jean@x.example")).is_some());
        let gone = format!("{HEADER}2,,Jean Roux,site,,,fr,,yes,\n");
        assert!(plan(&w, &gone).to_text(Language::En).contains("address: jean@x.example → —"));
        apply(&w, &gone);
        assert_eq!(w.read(|conn| organisation::person_by_email(conn, "jean@x.example")), None);

        // Refused: no way to know them again, a role without a way to sign in, a mailbox for two.
        for (line, words) in [
            (",,Sans Rien,site,,,fr,,yes,\n", "an address or a person_id is needed"),
            ("4,,Chef Sans,site,,,fr,hr,yes,\n", "a role requires an address"),
            ("1,,Ada Roy,dg,,,fr,,yes,\n", "a role requires an address"),
            ("5,a@x.example,A B,site,,,fr,,yes,\n6,a@x.example,C D,site,,,fr,,yes,\n", "a shared address does not belong to any one person"),
        ] {
            let plan = plan(&w, &format!("{HEADER}{line}"));
            let said = plan.faults_to_text(Language::En).replace(['\u{2068}', '\u{2069}'], "");
            assert!(plan.is_faulty() && said.contains(words), "{said}");
        }

        // Nor does an administrator grant one by hand.
        let ada = w.read(|conn| organisation::person_by_email(conn, "ada@x.example")).expect("ada").id;
        let mut admin = w.signed_in(&ada).await;
        let page = admin.get(&format!("/people/{}", jean.id)).await.ok();
        assert!(page.main().contains("sans adresse : code sur papier"), "{}", page.main());
        assert!(admin.get("/people").await.ok().main().contains("sans adresse"));
        let refused = admin.post(&format!("/people/{}/roles", jean.id), &[("role", "hr")]).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(refused.main().contains("pas d'adresse e-mail"), "{}", refused.main());
    }

    async fn opening_makes_as_many_slips_as_people_and_they_name_nobody(w: World) {
        let campaign = scene(&w, 6);
        let today = w.app.today();
        let told = w.read(|conn| check::lines(conn, &campaign, today, Language::Fr));
        let line = told.iter().find(|line| line.say.key == "check-codes").expect("a line about codes");
        assert_eq!((line.level, line.say.args.len()), (check::Level::See, 1));
        let mut hr = w.signed_in(&"hugo".into()).await;
        let page = hr.get(&format!("/campaigns/{}", campaign.id)).await.ok();
        assert!(page.main().contains("6 personnes n'ont pas d'adresse e-mail"), "{}", page.main());
        assert_eq!(hr.get(&format!("/campaigns/{}/codes", campaign.id)).await.location(), format!("/campaigns/{}", campaign.id));

        let campaign = w.open(&campaign);
        assert_eq!((w.count("slips"), w.count("code_people"), w.count("invitations")), (6, 6, 20));
        assert_eq!(w.lines("SELECT CAST(invited AS TEXT) AS line FROM client_groups ORDER BY code"), ["14", "12"]);
        assert_eq!(w.lines("SELECT CAST(people AS TEXT) AS line FROM proposals ORDER BY client_group"), ["14", "12"]);
        assert_eq!(w.send_mail().await, 20);
        let page = hr.get(&format!("/campaigns/{}", campaign.id)).await.ok();
        assert!(page.main().contains("6 personnes sans adresse e-mail tirent un code"), "{}", page.main());

        let page = slips(&w, &campaign).await;
        let printed = codes(&page);
        assert_eq!(printed.iter().collect::<BTreeSet<_>>().len(), 6, "{}", page.main());
        assert_eq!(page.text().matches("<svg class=\"qr\"").count(), 6);
        let text = page.text();
        let inside = text.split_once("<main").expect("a page").1;
        assert!(!inside.contains("prod_") && !inside.contains("Personne") && !inside.contains("/r/"), "{inside}");
        assert!(page.main().contains("Groupe prod : 6 papiers") && !page.main().contains("Groupe site"));
        assert_eq!(codes(&slips(&w, &campaign).await), printed, "the same again");
        let logged = w.lines("SELECT detail AS line FROM audit_log WHERE event = 'codes-shown'");
        assert_eq!(logged, ["2026-Q1 6", "2026-Q1 6"]);

        // Reminders go to mailed links only; nothing of a code stands in the database, nor what could be tried out.
        w.move_to("2026-01-10T08:00:00Z");
        w.tick();
        assert_eq!(w.lines("SELECT CAST(count(*) AS TEXT) AS line FROM outbox WHERE kind = 'reminder'"), ["20"]);
        let dump = w.dump().join("\n");
        for code in &printed {
            for form in [code.clone(), code.replace('-', ""), code.to_lowercase(), code.replace('-', "").to_lowercase()] {
                let hex: String = Sha256::digest(form.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
                for secret in [form.clone(), barometer::app::token_hash(&form), hex] {
                    assert!(!dump.contains(&secret), "{secret}");
                }
            }
        }
    }

    async fn a_code_typed_sloppily_leads_through_the_whole_journey(w: World) {
        let campaign = w.open(&scene(&w, 6));
        let printed = codes(&slips(&w, &campaign).await);
        let mut visitor = w.visitor().await;
        assert!(visitor.get("/sign-in").await.ok().text().contains("href=\"/code?lang=fr\""));
        visitor.get("/code").await.ok();
        let sloppy = printed[0].to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        let link = type_code(&mut visitor, &sloppy).await.location();
        assert!(link.starts_with("/r/"), "{link}");
        assert!(visitor.get(&link).await.ok().main().contains("Groupe prod, 14 personnes"));
        let ended = visitor.answers(&link, &["it"], &[&[("q_overall", "5"), ("q_reception_1", "4"), ("q_keep", "Rien")]]).await;
        assert!(ended.main().contains("enregistr"), "{}", ended.main());
        assert_eq!(w.lines("SELECT CAST(sendings AS TEXT) AS line FROM client_groups ORDER BY code"), ["1", "0"]);
        let again = type_code(&mut visitor, &printed[0]).await.location();
        assert_eq!(visitor.get(&again).await.ok().main(), ended.main());
        let english = visitor.post("/code?lang=en", &[("code", &printed[1])]).await.location();
        assert!(english.ends_with("?lang=en"), "{english}");

        // Drafts open with the code, are nobody else's, and go at closing like any other.
        let mut other = w.visitor().await;
        let link = type_code(&mut other, &printed[1].replace('-', "")).await.location();
        other.post(&link, &[("service", "it")]).await.location();
        other.post(&format!("{link}/1"), &[("q_overall", "2"), ("go", "next")]).await.location();
        assert_eq!(w.count("drafts"), 1);
        for code in &printed[2..6] {
            let link = type_code(&mut visitor, code).await.location();
            visitor.answers(&link, &["it"], &[&[("q_overall", "3")]]).await;
        }
        w.move_to("2026-01-06T03:00:00Z");
        w.tick();
        assert_eq!(w.lines("SELECT invitation AS line FROM answered WHERE NOT sealed"), Vec::<String>::new());
        assert_eq!(w.lines("SELECT key AS line FROM open_responses WHERE NOT sealed"), Vec::<String>::new());
        assert_eq!(w.lines("SELECT CAST(found AS TEXT) AS line FROM privacy_audits ORDER BY day DESC LIMIT 1"), ["0"]);

        w.close(&campaign);
        assert_eq!((w.count("drafts"), w.count("answered"), w.count("open_responses")), (0, 0, 0));
        assert_eq!(w.count("responses"), 5);
        // What was typed too late, and afterwards: the page of every closed link, then the results, then nothing.
        let closed = type_code(&mut other, &printed[1]).await.location();
        let results = other.get(&closed).await;
        assert!(results.status == StatusCode::SEE_OTHER || results.main().contains("clos"), "{}", results.main());
        w.tick();
        assert!(other.get(&closed).await.location().starts_with("/f/"));
        w.move_to("2026-03-20T08:00:00Z");
        w.tick();
        assert_eq!((w.count("slips"), w.count("code_people")), (0, 0));
        let expired = type_code(&mut other, &printed[1]).await;
        assert_eq!(expired.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(expired.main().contains("effacés 30 jours après"), "{}", expired.main());
    }

    async fn after_the_last_day_a_code_shows_that_the_campaign_is_closed(w: World) {
        let campaign = w.open(&scene(&w, 6));
        let printed = codes(&slips(&w, &campaign).await);
        w.move_to("2026-01-17T08:00:00Z");
        let mut visitor = w.visitor().await;
        let link = type_code(&mut visitor, &printed[0]).await.location();
        let page = visitor.get(&link).await.ok();
        assert!(page.main().contains("Les réponses ne sont plus acceptées") && page.main().contains("même code"), "{}", page.main());
    }

    async fn wrong_codes_are_told_apart_and_only_they_are_slowed(w: World) {
        let campaign = w.open(&scene(&w, 6));
        let printed = codes(&slips(&w, &campaign).await);
        let mut visitor = w.visitor().await;
        let last = if printed[0].ends_with('A') { "B" } else { "A" };
        let mistyped = format!("{}{last}", &printed[0][..13]);
        for (typed, words) in [("", "Tapez d'abord"), ("ABC", "faute de frappe"), (mistyped.as_str(), "faute de frappe")] {
            let reply = type_code(&mut visitor, typed).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(reply.main().contains(words), "{}", reply.main());
            assert!(reply.text().contains(&format!("value=\"{typed}\"")), "what was typed stays");
        }
        let unknown = |n: u32| Code::of(&w.app.link_key, &format!("nobody {n}").as_str().into()).to_string();
        let before = w.dump();
        for n in 0..AT_ONCE {
            let reply = from(&mut visitor, "192.0.2.1", &unknown(n)).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{n}");
            assert!(reply.main().contains("inconnu"), "{}", reply.main());
        }
        let slowed = from(&mut visitor, "192.0.2.1", &unknown(99)).await;
        assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
        let wait: u64 = slowed.headers.get(header::RETRY_AFTER).expect("a time").to_str().expect("seconds").parse().expect("seconds");
        assert!((1..=PAUSE.as_secs() + 1).contains(&wait), "{wait}");
        assert!(slowed.main().contains(&format!("réessayez dans {wait} secondes")), "{}", slowed.main());
        // The colleague beside, with a right code, or a typing error, and anybody elsewhere.
        assert!(from(&mut visitor, "192.0.2.1", &printed[0]).await.location().starts_with("/r/"));
        assert_eq!(from(&mut visitor, "192.0.2.1", &mistyped).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(from(&mut visitor, "192.0.2.2", &unknown(1)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let later: Moment = w.app.clock.now().plus(SignedDuration::try_from(PAUSE + Duration::from_secs(1)).expect("a while"));
        w.app.clock.move_to(later);
        assert_eq!(from(&mut visitor, "192.0.2.1", &unknown(99)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(from(&mut visitor, "192.0.2.1", &unknown(99)).await.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(w.dump(), before, "typing codes writes nothing");
    }

    async fn slips_of_a_group_propose_what_serves_any_of_its_people(w: World) {
        w.organisation(&[("prod", 14), ("site", 12)]);
        w.supplier("it");
        w.supplier("hr");
        w.write(|conn| {
            use barometer::db::schema::relations;
            use diesel::prelude::*;
            diesel::update(relations::table.filter(relations::supplier.eq("hr"))).set(relations::unit.eq("prod")).execute(conn)?;
            let people: Vec<Person> = [("prod_1", "prod"), ("site_1", "site")]
                .map(|(id, unit)| Person { email: String::new(), ..person(id, unit, Language::Fr) })
                .into();
            organisation::update_people(conn, &people)
        });
        let campaign = w.campaign("2026-Q1", &["it", "hr"]);
        let of = campaign.id.clone();
        w.write(move |conn| {
            use barometer::campaign::{groups::Proposal, store};
            let units = vec!["prod".into(), "site".into()];
            store::set_groups(conn, &of, &[Proposal { code: "all".into(), name: "Tous".to_owned(), units }])
        });
        w.open(&campaign);
        assert_eq!(w.lines("SELECT proposed AS line FROM slips"), ["[\"hr\",\"it\"]", "[\"hr\",\"it\"]"]);
        assert_eq!(
            w.lines("SELECT supplier || ' ' || CAST(people AS TEXT) AS line FROM proposals ORDER BY supplier"),
            ["hr 15", "it 26"]
        );
        let nobody: PersonId = "".into();
        assert_eq!(w.read(|conn| barometer::campaign::store::invitation_of(conn, &campaign.id, &nobody)), None);
    }
}
