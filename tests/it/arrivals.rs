//! People who come by themselves: what the import folder takes, what waits, who says yes.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use actix_web::http::StatusCode;
use barometer::arrivals::folder;
use barometer::config::Config;
use barometer::organisation::waiting::{self, Part};
use barometer::organisation::{Person, store};
use tempfile::TempDir;

use crate::security::scene;
use crate::world::World;
use crate::world::verbs::person_id;

/// A world whose import folder is `folder`.
fn with_folder(w: &mut World, folder: &Path) {
    w.app.config = Arc::new(Config { imports: Some(folder.to_owned()), ..(*w.app.config).clone() });
}

/// Forty people of `prod` and `achats`, services and staff, and an import folder.
fn house(w: &mut World) -> TempDir {
    scene::staff(w);
    w.organisation_more("achats", 40);
    w.write(|conn| {
        let numbered = |person: Person| Person { person_id: Some(format!("N-{}", person.id)), ..person };
        let people: Vec<Person> = store::people(conn)?.into_iter().map(numbered).collect();
        store::update_people(conn, &people)
    });
    let folder = tempfile::tempdir().unwrap();
    with_folder(w, folder.path());
    folder
}

/// The files that lie somewhere, by name.
fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map(|entries| entries.map(|entry| entry.unwrap()).filter(|entry| entry.path().is_file()))
        .map(|entries| entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
        .unwrap_or_default();
    names.sort();
    names
}

fn report(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(format!("{name}.csv.report.txt"))).unwrap()
}

/// Two looks with a minute between.
fn taken(w: &World) {
    folder::take(&w.app).unwrap();
    pass(w, 60);
    folder::take(&w.app).unwrap();
}

fn pass(w: &World, seconds: i64) {
    let later = w.app.clock.now().plus(jiff::SignedDuration::from_secs(seconds));
    w.move_to(&later.to_string());
}

const HEADS: &str = "person_id,email,name,unit_code,unit,parent_unit_code,language,roles,active,until\n";

/// A line of a file that says of somebody what stands.
fn line(person: &Person, email: &str, roles: &str, active: &str) -> String {
    format!(
        "{},{email},{},{},Unité,,fr,{roles},{active},\n",
        person.person_id.as_deref().unwrap_or(""),
        person.name,
        person.unit
    )
}

fn one(w: &World, id: &str) -> Person {
    let id = id.into();
    w.read(|conn| store::person(conn, &id))
}

fn waits(w: &World) -> Vec<(String, Part, String)> {
    let all = w.read(waiting::all).into_iter();
    let mut all: Vec<_> = all.map(|one| (one.person.0, one.part, one.reasons)).collect();
    all.sort();
    all
}

on_both! {
    async fn a_file_is_taken_once_it_stands_still(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let path = folder.path().join("people.csv");
        let new = "7,zoe@example.org,Zoé Neuve,achats,Achats,root,fr,,,\n";
        fs::write(&path, HEADS).unwrap();
        folder::take(&w.app).unwrap();
        pass(&w, 60);
        // It grew: not yet.
        fs::write(&path, format!("{HEADS}{new}")).unwrap();
        folder::take(&w.app).unwrap();
        pass(&w, 30);
        folder::take(&w.app).unwrap();
        assert_eq!(files(folder.path()), ["people.csv"]);
        pass(&w, 30);
        folder::take(&w.app).unwrap();
        assert_eq!(files(folder.path()), ["people.csv.report.txt"]);
        let done = files(&folder.path().join("done"));
        assert_eq!(done.len(), 2, "{done:?}");
        let text = report(folder.path(), "people");
        assert!(text.contains("Importé.") && text.contains("Zoé Neuve"), "{text}");
        assert_eq!(fs::read_to_string(folder.path().join("done").join(&done[1])).unwrap(), text);
        assert!(w.read(|conn| store::person_by_email(conn, "zoe@example.org")).is_some());
        // It stands in the list of imports, for HR.
        let imports = w.lines("SELECT kind || ' ' || outcome AS line FROM imports");
        assert_eq!(imports, ["people done"]);
        // The same again changes nothing.
        fs::write(&path, format!("{HEADS}{new}")).unwrap();
        taken(&w);
        assert!(report(folder.path(), "people").contains("tout est déjà à jour"));
        // After thirty days nothing of them lies there any more.
        w.move_to("2026-02-06T09:00:00Z");
        folder::take(&w.app).unwrap();
        assert!(files(&folder.path().join("done")).is_empty());
    }

    async fn a_bad_file_is_refused_whole_and_hr_is_told(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let before = w.count("people");
        fs::write(folder.path().join("people.csv"), format!("{HEADS}7,zoe@example.org,Zoé,achats,Achats,root,fr,,,\n8,no address,Paul,achats,Achats,root,fr,,,\n")).unwrap();
        fs::write(folder.path().join("measurements.csv"), "supplier,commitment,campaign,value,cases,source\nit,none,2026-Q1,1,1,x\n").unwrap();
        taken(&w);
        assert_eq!(w.count("people"), before);
        assert!(report(folder.path(), "people").contains("Ligne 3"), "{}", report(folder.path(), "people"));
        assert!(report(folder.path(), "measurements").contains("Ligne 2"));
        assert_eq!(files(&folder.path().join("refused")).len(), 4);
        w.send_mail().await;
        let mail = w.mails_to("hugo@example.org").pop().expect("a mail");
        assert!(mail.subject.starts_with("Fichier refusé"), "{}", mail.subject);
        assert!(!mail.text.contains("zoe@example.org"), "nothing of what the file says");
        assert_eq!(w.mails_to("ada@example.org").len(), 2, "one for each file");
    }

    async fn what_is_no_plain_file_of_ours_is_left_alone(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let elsewhere = tempfile::tempdir().unwrap();
        let secret = elsewhere.path().join("secret");
        fs::write(&secret, "a secret\n").unwrap();
        std::os::unix::fs::symlink(&secret, folder.path().join("people.csv")).unwrap();
        fs::create_dir(folder.path().join("suppliers.csv")).unwrap();
        fs::write(folder.path().join("people.csv.part"), "x").unwrap();
        fs::write(folder.path().join("notes.csv"), "x").unwrap();
        taken(&w);
        assert_eq!(files(folder.path()), ["notes.csv", "people.csv", "people.csv.part"]);
        assert_eq!(w.count("imports"), 0);
        // A very large one is refused unread.
        fs::remove_file(folder.path().join("people.csv")).unwrap();
        fs::write(folder.path().join("people.csv"), vec![b'x'; 10 * 1024 * 1024 + 1]).unwrap();
        taken(&w);
        assert!(report(folder.path(), "people").contains("10 Mo"));
    }

    async fn a_folder_that_cannot_be_written_loses_nothing(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let new = format!("{HEADS}7,zoe@example.org,Zoé Neuve,achats,Achats,root,fr,,,\n");
        // Nothing can be moved on its way: it is not taken.
        fs::write(folder.path().join("taking"), "").unwrap();
        fs::write(folder.path().join("people.csv"), &new).unwrap();
        for _ in 0..2 {
            assert!(folder::take(&w.app).unwrap_err().to_string().contains("BAROMETER_IMPORTS"));
            pass(&w, 60);
        }
        assert_eq!((files(folder.path()).len(), w.count("imports")), (2, 0));
        fs::remove_file(folder.path().join("taking")).unwrap();
        // What was under way when the program ended is taken up again, and changes nothing more.
        folder::take(&w.app).unwrap();
        pass(&w, 60);
        folder::take(&w.app).unwrap();
        assert!(w.read(|conn| store::person_by_email(conn, "zoe@example.org")).is_some());
        fs::write(folder.path().join("taking").join("people-20260105-080000.csv"), &new).unwrap();
        taken(&w);
        assert!(files(&folder.path().join("taking")).is_empty());
        assert_eq!(files(&folder.path().join("done")).len(), 4);
        assert_eq!(w.lines("SELECT email AS line FROM people WHERE email = 'zoe@example.org'").len(), 1);
    }

    async fn roles_and_the_addresses_of_those_who_have_them_wait_for_an_administrator(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let (hugo, plain) = (one(&w, "hugo"), one(&w, "achats_1"));
        let file = HEADS.to_owned() + &line(&hugo, "evil@example.org", "", "") + &line(&plain, &plain.email, "admin", "");
        fs::write(folder.path().join("people.csv"), file).unwrap();
        taken(&w);
        assert_eq!(one(&w, "hugo").email, "hugo@example.org");
        assert_eq!(waits(&w), [
            ("achats_1".to_owned(), Part::Roles, "roles".to_owned()),
            ("hugo".to_owned(), Part::Address, "role".to_owned()),
        ]);
        assert!(w.read(|conn| store::roles(conn, &"achats_1".into())).is_empty());
        w.send_mail().await;
        assert!(w.mails_to("hugo@example.org").pop().expect("a mail").subject.contains("2 changements"));
        // HR sees them and may do neither.
        let mut hr = w.signed_in(&"hugo".into()).await;
        let page = hr.get("/people/waiting").await.ok();
        assert!(page.main().contains("hugo@example.org → evil@example.org") && !page.main().contains("name=\"chosen\""));
        let marks: Vec<String> = w.read(|conn| waiting::all(conn)?.iter().map(|one| barometer::arrivals::decide::mark(conn, one)).collect());
        for mark in &marks {
            let part = mark.split(' ').nth(1).unwrap();
            let reply = hr.post("/people/waiting", &[("part", part), ("chosen", mark), ("decision", "yes")]).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN);
        }
        let all = hr.post("/people/waiting", &[("part", "roles"), ("all", "x"), ("decision", "yes")]).await;
        assert_eq!(all.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(waits(&w).len(), 2);
        // An administrator says yes to one and no to the other.
        let mut admin = w.signed_in(&"ada".into()).await;
        let page = admin.get("/people/waiting").await.ok().text();
        let mark = |part: &str| marks.iter().find(|mark| mark.contains(part)).unwrap().clone();
        assert!(page.contains(&mark("roles")) && page.contains(&mark("address")));
        admin.post("/people/waiting", &[("part", "roles"), ("chosen", &mark("roles")), ("decision", "yes")]).await;
        admin.post("/people/waiting", &[("part", "address"), ("chosen", &mark("address")), ("decision", "no")]).await;
        assert!(waits(&w).is_empty());
        assert_eq!(one(&w, "hugo").email, "hugo@example.org");
        assert_eq!(w.read(|conn| store::roles(conn, &"achats_1".into())).len(), 1);
        let log = w.lines("SELECT event AS line FROM audit_log WHERE event LIKE 'arrival-%' OR event LIKE 'roles-%' ORDER BY event");
        assert_eq!(log, ["arrival-agreed", "arrival-refused", "arrival-waits", "arrival-waits", "roles-imported"]);
        // Nothing waits: it is said.
        assert!(admin.get("/people/waiting").await.ok().main().contains("Rien n'attend"));
    }

    async fn a_yes_is_to_what_was_seen(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let hugo = one(&w, "hugo");
        let deliver = |w: &World, address: &str| {
            fs::write(folder.path().join("people.csv"), HEADS.to_owned() + &line(&hugo, address, "", "")).unwrap();
            taken(w);
        };
        deliver(&w, "one@example.org");
        let mark = w.read(|conn| { let all = waiting::all(conn)?; barometer::arrivals::decide::mark(conn, &all[0]) });
        let mut admin = w.signed_in(&"ada".into()).await;
        let seen = admin.get("/people/waiting").await.ok();
        assert!(seen.text().contains(&mark));
        deliver(&w, "other@example.org");
        let reply = admin.post("/people/waiting", &[("part", "address"), ("chosen", &mark), ("decision", "yes")]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.main().contains("a changé depuis") && reply.main().contains("other@example.org"));
        assert_eq!(one(&w, "hugo").email, "hugo@example.org");
        // Told again as it stands, nothing waits any more.
        deliver(&w, "hugo@example.org");
        assert!(waits(&w).is_empty());
    }

    async fn a_complete_file_that_empties_the_house_waits(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let people = w.read(store::people);
        let kept: Vec<&Person> = people.iter().filter(|person| !person.id.as_str().starts_with("achats_1")).collect();
        let file: String = kept.iter().map(|person| line(person, &person.email, "", "")).collect();
        fs::write(folder.path().join("people-complete.csv"), HEADS.to_owned() + &file).unwrap();
        taken(&w);
        let gone = people.len() - kept.len();
        assert_eq!(gone, 11);
        assert_eq!(waits(&w).len(), gone, "{:?}", waits(&w));
        assert!(waits(&w).iter().all(|(_, part, why)| *part == Part::Presence && why == "leave"));
        assert!(w.read(store::people).iter().all(|person| person.active));
        assert!(report(folder.path(), "people-complete").contains("11 changements demandés attendent un accord"));
        let mut hr = w.signed_in(&"hugo".into()).await;
        assert!(hr.get("/people").await.ok().main().contains("11 changements attendent"));
        assert!(hr.get("/").await.ok().main().contains("11 changements attendent"));
        let page = hr.get("/people/waiting").await.ok();
        let seen = page.text().split("name=\"all\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        // Nothing chosen, nothing done.
        let none = hr.post("/people/waiting", &[("part", "presence"), ("decision", "yes")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = hr.post("/people/waiting", &[("part", "presence"), ("all", &seen), ("decision", "yes")]).await;
        assert_eq!(done.location(), "/people/waiting");
        assert_eq!(w.read(store::people).iter().filter(|person| !person.active).count(), gone);
        assert!(waits(&w).is_empty());
        // What HR agreed to does not count against what doors may do of themselves.
        let two = [one(&w, "achats_2"), one(&w, "achats_3")];
        let file: String = two.iter().map(|person| line(person, &person.email, "", "no")).collect();
        fs::write(folder.path().join("people.csv"), HEADS.to_owned() + &file).unwrap();
        taken(&w);
        assert!(!one(&w, "achats_2").active && waits(&w).is_empty());
        // A week later the count begins anew.
        assert_eq!(w.count("door_changes"), 2);
        w.move_to("2026-01-14T08:00:00Z");
        w.tick();
        assert_eq!(w.count("door_changes"), 0);
    }

    async fn an_open_campaign_keeps_its_people_and_their_addresses(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let campaign = w.campaign("2026-Q1", &["it"]);
        let open = w.open(&campaign);
        let invited = one(&w, person_id("prod", 1).as_str());
        let mut file = HEADS.to_owned() + &line(&invited, "elsewhere@example.org", "", "");
        // Three of fourteen: more than one in five.
        for number in 2..=4 {
            let person = one(&w, person_id("prod", number).as_str());
            file += &line(&person, &person.email, "", "no");
        }
        fs::write(folder.path().join("people.csv"), &file).unwrap();
        taken(&w);
        assert_eq!(waits(&w), [
            ("prod_1".to_owned(), Part::Address, "invited".to_owned()),
            ("prod_2".to_owned(), Part::Presence, "group".to_owned()),
            ("prod_3".to_owned(), Part::Presence, "group".to_owned()),
            ("prod_4".to_owned(), Part::Presence, "group".to_owned()),
        ]);
        // HR may say yes to the address: it is no role's.
        let mut hr = w.signed_in(&"hugo".into()).await;
        let mark = w.read(|conn| { let one = waiting::one(conn, &"prod_1".into(), Part::Address)?.unwrap(); barometer::arrivals::decide::mark(conn, &one) });
        hr.post("/people/waiting", &[("part", "address"), ("chosen", &mark), ("decision", "yes")]).await;
        assert_eq!(one(&w, "prod_1").email, "elsewhere@example.org");
        // Once it is closed, the same file does what it says.
        w.close(&open);
        fs::write(folder.path().join("people.csv"), &file).unwrap();
        taken(&w);
        assert!(!one(&w, "prod_2").active);
        assert!(waits(&w).is_empty());
    }

    async fn a_report_never_goes_through_a_link(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let elsewhere = tempfile::tempdir().unwrap();
        let key = elsewhere.path().join("link.key");
        fs::write(&key, "the key").unwrap();
        std::os::unix::fs::symlink(&key, folder.path().join("people.csv.report.txt")).unwrap();
        fs::write(folder.path().join("people.csv"), HEADS).unwrap();
        taken(&w);
        assert_eq!(fs::read_to_string(&key).unwrap(), "the key");
        assert!(!fs::symlink_metadata(folder.path().join("people.csv.report.txt")).unwrap().is_symlink());
        assert!(report(folder.path(), "people").contains("people-"));
        // Nor is anything moved through one.
        fs::remove_dir_all(folder.path().join("done")).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("done")).unwrap();
        assert!(folder::take(&w.app).unwrap_err().to_string().contains("done"));
    }

    async fn two_of_one_second_and_one_that_is_written_on(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        fs::write(folder.path().join("people.csv"), HEADS).unwrap();
        fs::write(folder.path().join("People.CSV"), HEADS).unwrap();
        taken(&w);
        assert_eq!(files(&folder.path().join("done")).len(), 4, "each with its report");
        // What goes on being written after it was moved on its way stays there until it stands still.
        let zoe = format!("{HEADS}7,zoe@example.org,Zoé Neuve,achats,Achats,root,fr,,,\n");
        let half = folder.path().join("taking").join("people-20260105-090000.csv");
        fs::write(&half, HEADS).unwrap();
        folder::take(&w.app).unwrap();
        pass(&w, 60);
        fs::write(&half, &zoe).unwrap();
        folder::take(&w.app).unwrap();
        assert_eq!(files(&folder.path().join("taking")).len(), 1);
        pass(&w, 60);
        folder::take(&w.app).unwrap();
        assert!(files(&folder.path().join("taking")).is_empty());
        assert!(w.read(|conn| store::person_by_email(conn, "zoe@example.org")).is_some());
    }

    async fn who_had_a_role_comes_back_by_a_yes_alone(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let gone = |id: &str| Person { active: false, ..one(&w, id) };
        let all = [gone("dora"), gone("achats_1")];
        w.write(move |conn| store::update_people(conn, &all));
        let (dora, plain) = (one(&w, "dora"), one(&w, "achats_1"));
        let file = HEADS.to_owned() + &line(&dora, &dora.email, "", "") + &line(&plain, &plain.email, "", "");
        fs::write(folder.path().join("people.csv"), file).unwrap();
        taken(&w);
        assert_eq!(waits(&w), [("dora".to_owned(), Part::Presence, "role".to_owned())]);
        assert!(one(&w, "achats_1").active && !one(&w, "dora").active);
        let mark = w.read(|conn| { let all = waiting::all(conn)?; barometer::arrivals::decide::mark(conn, &all[0]) });
        let decision = [("part", "presence"), ("chosen", mark.as_str()), ("decision", "yes")];
        assert_eq!(w.signed_in(&"hugo".into()).await.post("/people/waiting", &decision).await.status, StatusCode::FORBIDDEN);
        let mut admin = w.signed_in(&"ada".into()).await;
        assert!(admin.get("/people/waiting").await.ok().main().contains("travaille de nouveau ici"));
        admin.post("/people/waiting", &decision).await.location();
        assert!(one(&w, "dora").active);
    }

    async fn a_yes_is_to_the_person_as_they_stood(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let plain = one(&w, "achats_1");
        // Role and address in one delivery, and the address in a later one: both wait.
        fs::write(folder.path().join("people.csv"), HEADS.to_owned() + &line(&plain, "evil@example.org", "hr", "")).unwrap();
        taken(&w);
        assert_eq!(one(&w, "achats_1").email, "achats_1@example.org");
        assert_eq!(waits(&w).len(), 2);
        let mark = |w: &World, part: Part| w.read(|conn| { let one = waiting::one(conn, &"achats_1".into(), part)?.unwrap(); barometer::arrivals::decide::mark(conn, &one) });
        let roles = mark(&w, Part::Roles);
        let mut admin = w.signed_in(&"ada".into()).await;
        admin.get("/people/waiting").await.ok();
        // Meanwhile somebody gives them another role by hand.
        admin.post("/people/achats_1/roles", &[("role", "direction")]).await.location();
        let late = admin.post("/people/waiting", &[("part", "roles"), ("chosen", &roles), ("decision", "yes")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.main().contains("direction"), "{}", late.main());
        assert_eq!(w.read(|conn| store::roles(conn, &"achats_1".into())).len(), 1);
        // Roles told as they stand wait no more.
        fs::write(folder.path().join("people.csv"), HEADS.to_owned() + &line(&plain, &plain.email, "direction", "")).unwrap();
        taken(&w);
        assert!(waits(&w).is_empty());
    }

    async fn the_last_administrator_has_no_end(given: World) {
        let mut w = given;
        let folder = house(&mut w);
        let ada = one(&w, "ada");
        let file = HEADS.to_owned() + line(&ada, &ada.email, "", "").trim_end() + "2026-01-01\n";
        fs::write(folder.path().join("people.csv"), file).unwrap();
        taken(&w);
        assert_eq!(one(&w, "ada").until, None);
        assert_eq!(files(&folder.path().join("refused")).len(), 2);
    }
}
