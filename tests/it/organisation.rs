//! The organisation: files that import whole or not at all, people, roles, suppliers and whom they serve, settings.

use actix_web::http::StatusCode;
use barometer::db::ids::PersonId;
use barometer::error::Result;
use barometer::organisation::import::{self, PeopleChanges, Plan};
use barometer::organisation::table::{Heads, LineFault, Table};
use barometer::organisation::{Person, store};
use barometer::render::Language;

const PEOPLE: &[u8] = include_bytes!("../../assets/demo/people.csv");
const SUPPLIERS: &[u8] = include_bytes!("../../assets/demo/suppliers.csv");
const RELATIONS: &[u8] = include_bytes!("../../assets/demo/relations.csv");
const HEADER: &str = "person_id,email,name,unit_code,unit,parent_unit_code,language,roles,active,until\n";

/// Three people: ada administers, hugo does HR, carla heads IT.
fn few() -> Vec<u8> {
    format!(
        "{HEADER}1,ada@x.example,Ada Roy,dg,Direction,,fr,admin,yes,\n2,hugo@x.example,Hugo Lenoir,hr,RH,dg,fr,hr,yes,\n\
         3,carla@x.example,Carla Viot,it,Informatique,dg,fr,head:it,yes,\n4,sam@x.example,Sam Field,sales,Ventes,dg,en,,yes,\n"
    )
    .into_bytes()
}

fn import(w: &crate::world::World, file: &[u8], complete: bool) -> Result<Plan<PeopleChanges>> {
    let file = file.to_vec();
    w.app.db.write_now(move |conn| {
        let plan = import::plan_people(conn, &file, complete)?;
        import::apply_people(conn, &plan, true)?;
        Ok(plan)
    })
}

fn look(w: &crate::world::World, file: &str, complete: bool) -> Plan<PeopleChanges> {
    w.app.db.read_now(|conn| import::plan_people(conn, file.as_bytes(), complete)).expect("a plan")
}

fn person(w: &crate::world::World, email: &str) -> Person {
    w.app.db.read_now(|conn| store::person_by_email(conn, email)).expect("a read").expect("somebody")
}

/// The faults of a file.
fn planned(w: &crate::world::World, file: &[u8]) -> Vec<LineFault> {
    w.app.db.read_now(|conn| import::plan_people(conn, file, false)).expect("a plan").faults
}

fn id(w: &crate::world::World, email: &str) -> PersonId {
    person(w, email).id
}

fn lines<C>(plan: &Plan<C>) -> Vec<u64> {
    plan.faults.iter().map(|fault| fault.line).collect()
}

fn apply_demo(w: &crate::world::World) {
    let plan = import(w, PEOPLE, false).expect("people import");
    assert!(plan.changes.created.len() > 200, "{}", plan.to_text(Language::En));
    w.app
        .db
        .write_now(|conn| {
            let plan = import::plan_suppliers(conn, SUPPLIERS, false)?;
            assert!(!plan.is_faulty(), "{}", plan.faults_to_text(Language::En));
            import::apply_suppliers(conn, &plan)?;
            let plan = import::plan_relations(conn, RELATIONS, false)?;
            assert!(!plan.is_faulty(), "{}", plan.faults_to_text(Language::En));
            import::apply_relations(conn, &plan)
        })
        .expect("suppliers and relations import");
}

/// The text area of a preview, as a browser sends it back.
fn carried(page: &str) -> String {
    let (_, rest) = page.split_once("<textarea name=\"csv\"").expect("a text area");
    let (_, rest) = rest.split_once(">\n").expect("its text");
    let (text, _) = rest.split_once("</textarea>").expect("its end");
    text.replace("&#x2f;", "/")
        .replace("&#x27;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// An import whose process died is told as cut short; one of suppliers is not for an administrator alone.
async fn later_import(w: &crate::world::World) {
    use barometer::db::schema::imports;
    use diesel::prelude::*;
    let mut hugo = w.signed_in(&id(w, "hugo@x.example")).await;
    let now = w.app.clock.now();
    w.write(move |conn| {
        let running = barometer::organisation::Import {
            id: "running".to_owned(),
            kind: "suppliers".to_owned(),
            outcome: barometer::organisation::ImportOutcome::Running,
            started_at: now,
            ended_at: None,
            line_count: 0,
            changes: "[]".to_owned(),
        };
        store::begin_import(conn, &running)
    });
    assert!(hugo.get("/imports/running").await.ok().main().contains("L'import est en cours"));
    w.write(move |conn| {
        let long_ago = now.minus(jiff::SignedDuration::from_mins(20));
        diesel::update(imports::table.find("running")).set(imports::started_at.eq(long_ago)).execute(conn)?;
        Ok(())
    });
    assert!(hugo.get("/imports/running").await.ok().main().contains("interrompu"));
    assert_eq!(hugo.get("/imports/none").await.status, StatusCode::NOT_FOUND);
    w.write(|conn| {
        store::insert_people(conn, &[crate::world::verbs::person("solo", "it", barometer::render::Language::Fr)])?;
        store::grant(conn, &"solo".into(), barometer::web::Role::Admin, &"".into())
    });
    let mut solo = w.signed_in(&"solo".into()).await;
    assert_eq!(solo.get("/imports/running").await.status, StatusCode::NOT_FOUND);
}

on_both! {
    async fn the_demo_files_import_without_fault_and_again_without_change(w: World) {
        apply_demo(&w);
        let again = import(&w, PEOPLE, true).unwrap();
        assert!(again.changes_nothing(), "{}", again.to_text(Language::En));
        assert!(again.warnings.is_empty(), "{}", again.to_text(Language::Fr));
        let served = w.app.db.read_now(|conn| {
            let serving = store::serving(conn)?;
            let served = serving.serves(&"it".into(), &"sales".into());
            let own = serving.serves(&"it".into(), &"it".into());
            let excepted = serving.serves(&"facilities".into(), &"logistics".into());
            Ok((served, own, excepted))
        }).unwrap();
        assert_eq!(served, (true, false, false));
    }

    async fn a_file_says_who_is_new_changed_renamed_moved_and_gone(w: World) {
        import(&w, &few(), false).unwrap();
        let sam = id(&w, "sam@x.example");
        // Semicolons and a BOM; Sam marries, changes address and unit; carla is left out; IT is renamed.
        let file = "\u{feff}person_id;email;name;unit_code;unit;parent_unit_code;language;roles;active;until\r\n\
            1;ada@x.example;Ada Roy;dg;Direction;;fr;;yes;\r\n2;hugo@x.example;Hugo Lenoir;hr;RH;dg;fr;hr;yes;\r\n\
            4;sam.hill@x.example;Sam Hill;lab;Laboratoire;it;;reader;oui;2026-06-30\r\n5;new@x.example;New\u{202e} Person;it;Systèmes;dg;;;1;\r\n";
        let plan = import(&w, file.as_bytes(), true).unwrap();
        let text = plan.to_text(Language::En);
        for (title, n) in [
            ("import-units-created", 1), ("import-units-renamed", 1), ("import-people-created", 1),
            ("import-people-changed", 1), ("import-people-deactivated", 1), ("import-roles-changed", 1),
        ] {
            assert_eq!(plan.count(title), n, "{title}: {text}");
        }
        assert!(text.contains("nobody else has the role: head of it; name someone else"), "what hangs on who leaves: {text}");
        let after = person(&w, "sam.hill@x.example");
        assert_eq!((after.id, after.language, after.unit.as_str()), (sam, Language::En, "lab"));
        assert_eq!(person(&w, "new@x.example").name, "New Person");
        assert!(!person(&w, "carla@x.example").active);
        // Two people swap their addresses in one file.
        let swap = format!("{HEADER}1,hugo@x.example,Ada Roy,dg,Direction,,fr,,yes,\n2,ada@x.example,Hugo Lenoir,hr,RH,dg,fr,,yes,\n");
        import(&w, swap.as_bytes(), false).unwrap();
        assert_eq!(person(&w, "hugo@x.example").name, "Ada Roy");
    }

    async fn every_bad_line_is_named_and_nothing_is_imported(w: World) {
        import(&w, &few(), false).unwrap();
        let file = format!("{HEADER}\
            7,nobody,No Address,dg,Direction,,fr,,yes,\n\
            8,ok@x.example,Fine,dg,Direction,,fr,,yes,\n\
            8,ok2@x.example,Same Number,dg,Direction,,fr,,yes,\n\
            9,ok@x.example,Same Address,dg,Direction,,fr,,yes,\n\
            10,a@x.example,,dg,Direction,,fr,,yes,\n\
            11,b@x.example,B,D G,Direction,,fr,,yes,\n\
            12,c@x.example,C,dg,Autre nom,,xx,boss,maybe,soon\n\
            13,d@x.example,D,u1,U1,u2,fr,,yes,\n\
            14,e@x.example,E,u2,U2,u1,fr,,yes,\n\
            15,f@x.example,F,u3,U3,nowhere,fr,,yes,\n\
            16,g@x.example,G,dg,Direction,,fr,head:it;moderator:it,yes,\n\
            17,ada@x.example,Not Ada,dg,Direction,,fr,,yes,\n\
            18,short@x.example,Short\n");
        let plan = look(&w, &file, false);
        let mut bad = lines(&plan);
        bad.dedup();
        assert_eq!(bad, [2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], "{}", plan.faults_to_text(Language::Fr));
        assert_eq!(lines(&plan).iter().filter(|line| **line == 8).count(), 5);
        assert!(import(&w, file.as_bytes(), false).is_err());
        assert_eq!(w.app.db.read_now(store::people).unwrap().len(), 4);
        assert_eq!(lines(&look(&w, "email;name\n", false)), [1, 1, 1, 1]);
        let crlf = format!("{HEADER}\n8,ok@x.example,Fine,dg,Direction,,fr,,yes,\nx\n").replace('\n', "\r\n");
        assert_eq!(lines(&look(&w, &crlf, false)), [4]);
        let last = format!("{HEADER}1,ada@x.example,Ada,dg,Direction,,fr,,no,\n");
        assert_eq!(lines(&look(&w, &last, false)), [1], "the last administrator stays");
    }

    async fn twenty_thousand_people_import_in_a_few_seconds(w: World) {
        let mut file = HEADER.to_owned();
        for n in 0..20_000 {
            let unit = n % 200;
            let parent = if unit == 0 { String::new() } else { format!("u{}", (unit - 1) / 4) };
            file += &format!("{n},p{n}@x.example,Person {n},u{unit},Unit {unit},{parent},fr,,yes,\n");
        }
        let begun = std::time::Instant::now();
        let plan = import(&w, file.as_bytes(), false).unwrap();
        assert_eq!(plan.changes.created.len(), 20_000);
        assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    }

    /// Each bad line is told by its number, whatever stands around it; the good ones beside are read.
    async fn every_bad_line_of_a_file_is_told_and_no_good_one_lost(w: World) {
        let bad = |lines: &[&str], expected: &[(u64, &str)]| {
            for (separator, end) in [(",", "\n"), (";", "\r\n")] {
                let mut file = HEADER.trim_end().replace(',', separator) + end;
                for line in lines {
                    file += &(line.replace(',', separator) + end);
                }
                let faults = planned(&w, file.as_bytes());
                let found: Vec<(u64, &str)> = faults.iter().map(|fault| (fault.line, fault.say.key)).collect();
                assert_eq!(found, expected, "{file}");
                assert!(w.app.db.read_now(store::people).unwrap().is_empty(), "nothing is imported");
            }
        };
        let (good, other) = ("1,a@x.example,Ada,it,IT,,fr,,yes,", "2,b@x.example,Bob,it,IT,,fr,,yes,");
        let unclosed = "3,c@x.example,\"Cid,it,IT,,fr,,yes,";
        let short = "4,d@x.example,Dan,it";
        bad(&[good, unclosed, other, short], &[(3, "csv-unclosed-quote"), (5, "csv-cell-count")]);
        // A quote that the next quoted cell closes would swallow the good line between.
        bad(
            &[unclosed, good, "5,e@x.example,\"Eve\",it,IT,,fr,,yes,", "6,no address,F,it,IT,,fr,,yes,"],
            &[(2, "csv-unclosed-quote"), (5, "import-not-an-address")],
        );
        bad(&[good, other, unclosed], &[(4, "csv-unclosed-quote")]);
        bad(&[good, "", unclosed, "", short, unclosed], &[(4, "csv-unclosed-quote"), (6, "csv-cell-count"), (7, "csv-unclosed-quote")]);
        bad(&[good, "1,g@x.example,Gus,it,IT,,fr,,yes,"], &[(3, "import-doubled")]);
        let one = |bytes: &[u8]| planned(&w, bytes).remove(0);
        let latin: Vec<u8> = [HEADER.as_bytes(), good.as_bytes(), b"\n7,h@x.example,H\xe9l\xe8ne,it,IT,,fr,,yes,\n"].concat();
        assert_eq!((one(&latin).line, one(&latin).say.key), (3, "csv-not-utf8"));
        for little in [true, false] {
            let mark = std::iter::once(0xfeff).chain(HEADER.encode_utf16());
            let utf16: Vec<u8> =
                mark.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect();
            assert_eq!(one(&utf16).say.key, "csv-utf16");
        }
        let quoted = format!("{HEADER}1,a@x.example,\"Ada \"\"la\"\" Reine, dite A\",it,IT,,fr,,yes,\n");
        assert_eq!(import(&w, quoted.as_bytes(), false).unwrap().rows, 1);
        assert_eq!(person(&w, "a@x.example").name, "Ada \"la\" Reine, dite A");
    }

    /// Two hundred thousand lines, every hundredth bad in turn in four ways, an unclosed quote in the middle among them.
    async fn a_huge_file_tells_exactly_its_bad_lines_within_seconds(w: World) {
        use std::fmt::Write as _;
        if w.backend == Backend::Postgres {
            return; // Reading asks no database.
        }
        let (mut file, mut expected) = (HEADER.to_owned(), Vec::new());
        for n in 0..200_000_u64 {
            let (email, unit) = (format!("p{n}@x.example"), n % 200);
            let mut say = |key| expected.push((n + 2, key));
            let line = match (n % 100, n / 100 % 4) {
                (50, 0) => {
                    say("csv-cell-count");
                    format!("{n},{email},Person")
                }
                (50, 1) => {
                    say("csv-unclosed-quote");
                    format!("{n},{email},\"Person {n},u{unit},Unit {unit},,fr,,yes,")
                }
                (50, 2) => {
                    say("import-not-an-address");
                    format!("{n},no address,Person {n},u{unit},Unit {unit},,fr,,yes,")
                }
                (50, _) => {
                    say("import-doubled");
                    format!("{},{email},Person {n},u{unit},Unit {unit},,fr,,yes,", n - 1)
                }
                _ => format!("{n},{email},Person {n},u{unit},Unit {unit},,fr,,yes,"),
            };
            writeln!(file, "{line}").unwrap();
        }
        let begun = std::time::Instant::now();
        let faults = planned(&w, file.as_bytes());
        let took = begun.elapsed();
        let found: Vec<(u64, &str)> = faults.iter().map(|fault| (fault.line, fault.say.key)).collect();
        assert!(found == expected, "{} of {}", found.len(), expected.len());
        assert_eq!(expected.len(), 2_000);
        assert!(w.app.db.read_now(store::people).unwrap().is_empty(), "nothing is imported");
        println!("200,000 lines read and checked in {took:?}");
        assert!(took.as_secs() < 60, "{took:?}");
        // Only what has no cells of its own is left out of the rows that are looked at.
        let (table, bad) = Table::read_all(file.as_bytes(), Heads::of(&HEADER.trim_end().split(',').collect::<Vec<_>>(), &[])).unwrap();
        assert_eq!((table.rows.len(), bad.len()), (199_000, 1_000));
    }

    async fn capitals_in_codes_are_read_as_small_letters_and_the_preview_says_so(w: World) {
        let file = format!("{HEADER}1,ada@x.example,Ada,DG,Direction,,fr,admin,yes,\n2,bob@x.example,Bob,it,IT,Dg,fr,head:IT,yes,\n3,c@x.example,Cid,It,IT,dg,fr,,yes,\n");
        let plan = import(&w, file.as_bytes(), false).unwrap();
        let lowered: Vec<(u64, String)> = plan.warnings.iter().filter(|one| one.say.key == "import-code-lowered")
            .map(|one| (one.line, barometer::render::words::say(Language::En, &one.say))).collect();
        assert_eq!(lowered.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 3, 4], "{lowered:?}");
        assert!(lowered.iter().any(|(_, text)| text.contains("\"DG\" is read as \"dg\"")), "{lowered:?}");
        assert_eq!(w.lines("SELECT code AS line FROM units ORDER BY code"), ["dg", "it"], "one code, however written");
        let plan = |file: &str| w.app.db.read_now(|conn| import::plan_suppliers(conn, file.as_bytes(), false)).unwrap();
        let head = "code,name_fr,article_fr,name_en,unit_code\n";
        let doubled = plan(&format!("{head}IT,Informatique,l',IT,it\nit,Informatique,l',IT,IT\n"));
        assert_eq!(doubled.faults.iter().map(|one| (one.line, one.say.key)).collect::<Vec<_>>(), [(3, "import-doubled")]);
        let fine = plan(&format!("{head}IT,Informatique,l',IT,it\nRH,Ressources humaines,Les,HR,\nlab,Labo,le Labo,Lab,\nx,Achats,,Buyers,\n"));
        let articles: Vec<&str> = fine.changes.created.iter().map(|one| one.in_sentence(Language::Fr)).collect();
        assert_eq!(articles, ["l'Informatique", "le Labo", "les Ressources humaines", "Achats"]);
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let text = plain(&fine.to_text(Language::Fr));
        assert!(text.contains("« les Ressources humaines »") && text.contains("« RH » est lu « rh »"), "{text}");
        w.write(move |conn| import::apply_suppliers(conn, &fine));
        let hugo = format!("{HEADER}9,hugo@x.example,Hugo,it,IT,,fr,hr,yes,\n");
        import(&w, hugo.as_bytes(), false).unwrap();
        let mut hugo = w.signed_in(&id(&w, "hugo@x.example")).await;
        let preview = hugo.upload("/imports/relations", &[], b"supplier,unit_code,kind\nIT,DG,serves\n").await.ok().main();
        let preview = plain(&preview);
        assert!(preview.contains("« IT » est lu « it »") && preview.contains("Ligne 2"), "{preview}");
        let names = [("name_fr", "Services généraux"), ("in_sentence_fr", "les"), ("name_en", "Facilities")];
        hugo.post("/suppliers", &[("code", "fac"), names[0], names[1], names[2]]).await.location();
        assert!(hugo.get("/suppliers/fac").await.ok().text().contains("les Services généraux"));
    }

    async fn an_import_that_changes_an_address_names_the_person_in_the_audit_log(w: World) {
        import(&w, &few(), false).unwrap();
        let (hugo, sam) = (id(&w, "hugo@x.example"), id(&w, "sam@x.example"));
        let mut visitor = w.signed_in(&hugo).await;
        let file = format!("{HEADER}4,sam.field@x.example,Sam Field,sales,Ventes,dg,en,,yes,\n3,carla@x.example,Carla V,it,Informatique,dg,fr,,yes,\n");
        let csv = carried(&visitor.upload("/people/import", &[], file.as_bytes()).await.ok().text());
        let audited = "SELECT person || ' ' || detail AS line FROM audit_log WHERE event = 'address-imported'";
        assert!(w.lines(audited).is_empty(), "looking changes nothing");
        visitor.upload("/people/import/confirmation", &[("csv", &csv)], b"").await.location();
        assert_eq!(w.lines(audited), [format!("{hugo} {sam}")]);
        assert!(w.lines("SELECT detail AS line FROM audit_log").iter().all(|detail| !detail.contains('@')));
    }

    async fn hr_looks_at_a_file_then_imports_it_without_its_roles(w: World) {
        import(&w, &few(), false).unwrap();
        let mut hugo = w.signed_in(&id(&w, "hugo@x.example")).await;
        let file = format!("{HEADER}4,sam@x.example,\"Sam \"\"<b>\"\" Field\",sales,Ventes & Cie,dg,en,admin,yes,\n");
        let preview = hugo.upload("/people/import", &[], file.as_bytes()).await.ok();
        assert!(preview.main().contains("Un service renommé"), "{}", preview.main());
        assert!(preview.main().contains("Vous n'êtes pas administrateur"), "{}", preview.main());
        assert_eq!(person(&w, "sam@x.example").name, "Sam Field", "nothing saved yet");
        let csv = carried(&preview.text());
        let done = hugo.upload("/people/import/confirmation", &[("csv", &csv)], b"").await;
        let outcome = done.location();
        assert!(hugo.get(&outcome).await.ok().main().contains("Import terminé"));
        let again = hugo.get(&outcome).await.ok().main();
        assert!(again.contains("L'import est fait") && again.contains("Un service renommé"), "it stays: {again}");
        assert!(hugo.get("/people").await.ok().text().contains(&format!("href=\"{outcome}\"")));
        let sam = person(&w, "sam@x.example");
        assert_eq!(sam.name, "Sam \"<b>\" Field");
        assert!(w.app.db.read_now(|conn| store::roles(conn, &sam.id)).unwrap().is_empty());
        let ada = format!("{HEADER}1,hugo2@x.example,Ada Admin,it,IT,dg,fr,,yes,\n");
        let csv = carried(&hugo.upload("/people/import", &[], ada.as_bytes()).await.ok().text());
        let taken = hugo.upload("/people/import/confirmation", &[("csv", &csv)], b"").await;
        assert_eq!(taken.status, StatusCode::BAD_REQUEST, "whoever writes an administrator's address signs in as them");
        assert!(taken.main().contains("seul un administrateur"), "{}", taken.main());
        assert_eq!(w.lines("SELECT outcome AS line FROM imports ORDER BY outcome"), ["done", "refused"]);
        later_import(&w).await;
        let bad = hugo.upload("/people/import", &[], b"email\nx\n").await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bad.main().contains("Ligne 1 :"), "{}", bad.main());
        let utf16 = hugo.upload("/people/import", &[], &[0xff, 0xfe, 0x41, 0]).await;
        assert!(utf16.main().contains("UTF-16"), "{}", utf16.main());
        for (path, file) in [("/imports/suppliers", SUPPLIERS), ("/imports/relations", RELATIONS)] {
            assert_eq!(hugo.upload(path, &[], file).await.status, StatusCode::UNPROCESSABLE_ENTITY, "units are unknown");
        }
        assert_eq!(hugo.upload("/imports/people", &[], b"").await.status, StatusCode::NOT_FOUND);
    }

    async fn people_are_found_and_only_those_who_may_look(w: World) {
        apply_demo(&w);
        let grants = w.app.db.read_now(store::grants).unwrap();
        let with = |role: &str| grants.iter().find(|(_, all)| all.iter().any(|(r, _)| r.as_str() == role)).unwrap().0.clone();
        let mut admin = w.signed_in(&with("admin")).await;
        let page = admin.get("/people?search=aubrespy%20clem").await.ok();
        assert!(page.main().contains("Personne ne correspond"), "{}", page.main());
        let page = admin.get("/people?search=clemence").await.ok();
        assert!(page.main().contains("Clémence Aubrespy"), "{}", page.main());
        assert!(admin.get("/people?page=2").await.ok().main().contains("Page 2 sur 5"));
        assert_eq!(admin.get("/suppliers").await.status, StatusCode::FORBIDDEN);
        assert_eq!(admin.get("/people/nobody").await.status, StatusCode::NOT_FOUND);
        let mut head = w.signed_in(&with("head")).await;
        for path in ["/people", "/suppliers", "/suppliers/it", "/settings"] {
            assert_eq!(head.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        let mut hr = w.signed_in(&with("hr")).await;
        assert!(hr.get("/suppliers").await.ok().main().contains("Informatique"));
        assert_eq!(hr.get("/settings").await.status, StatusCode::FORBIDDEN);
        assert_eq!(w.visitor().await.get("/people").await.location(), "/sign-in");
    }

    async fn one_person_is_added_and_corrected_on_a_page_by_the_rules_of_the_file(w: World) {
        import(&w, &few(), false).expect("people");
        let mut hugo = w.signed_in(&id(&w, "hugo@x.example")).await;
        let blank = [("name", ""), ("email", "no address"), ("number", "2"), ("unit", ""), ("language", "fr"), ("state", "here"), ("until", "")];
        let reply = hugo.post("/people/new", &blank).await;
        let said = reply.main();
        assert!(reply.status == 422 && reply.text().contains("no address"), "{said}");
        let with = |name: &'static str, value: &'static str, rest: &[(&'static str, &'static str)]| {
            rest.iter().map(|(key, old)| (*key, if *key == name { value } else { *old })).collect::<Vec<_>>()
        };
        let nina = [("name", "Nina Vidal"), ("email", "Nina@x.example"), ("number", "9"), ("unit", "sales"), ("language", "de"), ("state", "away"), ("until", "")];
        for (field, value, words) in [("number", "2", "est celui de Hugo Lenoir"), ("email", "hugo@x.example", "Hugo Lenoir"), ("unit", "", "Choisissez le service"), ("until", "2026-02-30", "2026-02-30")] {
            let reply = hugo.post("/people/new", &with(field, value, &nina)).await;
            assert!(reply.status == 422 && reply.main().contains(words), "{field}: {}", reply.main());
        }
        let page = hugo.post("/people/new", &nina).await.location();
        let made = person(&w, "nina@x.example");
        assert_eq!((made.name.as_str(), made.language, made.away, made.person_id.as_deref()), ("Nina Vidal", Language::De, true, Some("9")));
        // The unit they join stays where it stands.
        let tree = w.app.db.read_now(store::tree).expect("units");
        assert_eq!(tree.get(&"sales".into()).and_then(|unit| unit.parent.clone()), Some("dg".into()));
        // Corrected, with a new address and without a number; a form of yesterday is refused.
        let seen = hugo.get(&format!("{page}/edit")).await.ok().hidden("seen");
        let mut fields = with("number", "", &with("email", "nina.v@x.example", &with("state", "here", &nina)));
        fields.push(("seen", &seen));
        assert_eq!(hugo.post(&page, &fields).await.location(), page);
        let now = person(&w, "nina.v@x.example");
        assert_eq!((now.id, now.away, now.person_id), (made.id, false, None));
        let stale = hugo.post(&page, &fields).await;
        assert!(stale.status == 422 && stale.main().contains("Quelqu'un"), "{}", stale.main());
        let log = w.lines("SELECT event AS line FROM audit_log ORDER BY id").join(" ");
        assert!(log.contains("person-added") && log.contains("person-changed") && log.contains("address-imported"), "{log}");
    }

    async fn who_leaves_by_hand_is_asked_about_first(w: World) {
        import(&w, &few(), false).expect("people");
        let mut hugo = w.signed_in(&id(&w, "hugo@x.example")).await;
        let page = format!("/people/{}", id(&w, "carla@x.example"));
        let mut fields = vec![("name", "Carla Viot"), ("email", "carla@x.example"), ("number", "3"), ("unit", "it"), ("language", "fr"), ("state", "gone"), ("until", "")];
        let asked = hugo.post(&page, &fields).await;
        assert_eq!(asked.status, 422);
        assert!(asked.main().contains("Enregistrer quand même") && asked.text().contains("name=\"confirmed\""), "{}", asked.main());
        assert!(person(&w, "carla@x.example").active);
        let confirmed = asked.hidden("confirmed");
        fields.push(("confirmed", &confirmed));
        assert_eq!(hugo.post(&page, &fields).await.location(), page);
        assert!(!person(&w, "carla@x.example").active);
        // The last administrator stays, and who has a role keeps the address that lets them in.
        let ada = format!("/people/{}", id(&w, "ada@x.example"));
        let gone = [("name", "Ada Roy"), ("email", "ada@x.example"), ("number", "1"), ("unit", "dg"), ("language", "fr"), ("state", "gone"), ("until", "")];
        assert_eq!(hugo.post(&ada, &gone).await.status, 422);
        let moved = [("name", "Ada Roy"), ("email", "hugo.too@x.example"), ("number", "1"), ("unit", "dg"), ("language", "fr"), ("state", "here"), ("until", "")];
        let refused = hugo.post(&ada, &moved).await;
        assert!(refused.status == 422 && refused.main().contains("ada@x.example"), "{}", refused.main());
        assert!(person(&w, "ada@x.example").active);
        let mut sam = w.signed_in(&id(&w, "sam@x.example")).await;
        assert_eq!(sam.post(&ada, &moved).await.status, 403);
        assert_eq!(hugo.get("/people/nobody/edit").await.status, 404);
    }

    async fn people_are_filtered_and_taken_away_as_a_file_that_imports_again(w: World) {
        import(&w, &few(), false).expect("people");
        let mut file = few();
        file.extend_from_slice(b"5,,Zo\xc3\xa9 Petit,sales,Ventes,dg,fr,,yes,\n6,old@x.example,Old Timer,it,Informatique,dg,fr,,no,\n");
        import(&w, &file, false).expect("people");
        let mut hugo = w.signed_in(&id(&w, "hugo@x.example")).await;
        for (query, there, absent) in [
            ("unit=sales", "Sam Field", "Carla Viot"),
            ("unit=dg", "Carla Viot", "nobody"),
            ("role=hr", "Hugo Lenoir", "Sam Field"),
            ("state=without_address", "Zoé Petit", "Sam Field"),
            ("state=gone", "Old Timer", "Zoé Petit"),
            ("state=odd&unit=odd&role=odd", "Zoé Petit", "nobody"),
        ] {
            let list = hugo.get(&format!("/people?{query}")).await.ok().main();
            assert!(list.contains(there) && !list.contains(absent), "{query}: {list}");
        }
        let by_unit = hugo.get("/people?sort=unit").await.ok().main();
        let place = |name: &str| by_unit.find(name).expect("a name");
        assert!(place("Ada Roy") < place("Carla Viot") && place("Carla Viot") < place("Hugo Lenoir"), "{by_unit}");
        assert!(hugo.get("/people?state=away").await.ok().main().contains("Personne ne répond"));
        let everybody = hugo.get("/people/people.csv").await.ok().bytes;
        let plan = w.app.db.read_now(|conn| import::plan_people(conn, &everybody, true)).expect("a plan");
        assert!(!plan.is_faulty() && plan.changes_nothing(), "{}{}", plan.faults_to_text(Language::En), plan.to_text(Language::En));
        let empty = hugo.get("/people/people.csv?empty=yes").await.ok().text();
        assert_eq!(empty.lines().count(), 1, "{empty}");
        assert_eq!(w.signed_in(&id(&w, "sam@x.example")).await.get("/people/people.csv").await.status, 403);
    }

    async fn an_administrator_grants_and_withdraws_roles(w: World) {
        apply_demo(&w);
        import(&w, &few(), false).unwrap();
        let sam = id(&w, "sam@x.example");
        let mut ada = w.signed_in(&id(&w, "ada@x.example")).await;
        let (page, grant, removal) =
            (format!("/people/{sam}"), format!("/people/{sam}/roles"), format!("/people/{sam}/roles/removal"));
        assert_eq!(ada.post(&grant, &[("role", "head"), ("supplier", "it")]).await.location(), page);
        assert!(ada.get(&page).await.ok().main().contains("Responsable : Informatique"));
        let refused = ada.post(&grant, &[("role", "moderator"), ("supplier", "it")]).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "who heads does not moderate");
        assert_eq!(ada.post(&grant, &[("role", "head"), ("supplier", "nowhere")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(ada.post(&grant, &[("role", "king")]).await.status, StatusCode::BAD_REQUEST);
        ada.post(&removal, &[("role", "head"), ("supplier", "it")]).await.location();
        assert!(ada.get(&page).await.ok().main().contains("Aucun rôle"));
        let mut hugo = w.signed_in(&id(&w, "hugo@x.example")).await;
        assert_eq!(hugo.post(&grant, &[("role", "admin")]).await.status, StatusCode::FORBIDDEN);
        // The demo's own administrator goes first; then nobody but ada is left.
        let own = id(&w, "ada@x.example");
        let admins: Vec<PersonId> = w.app.db.read_now(store::grants).unwrap().into_iter()
            .filter(|(_, all)| all.iter().any(|(role, _)| role.as_str() == "admin")).map(|(id, _)| id).collect();
        for other in admins.iter().filter(|id| **id != own) {
            ada.post(&format!("/people/{other}/roles/removal"), &[("role", "admin")]).await.location();
        }
        let last = ada.post(&format!("/people/{own}/roles/removal"), &[("role", "admin")]).await;
        assert_eq!(last.status, StatusCode::BAD_REQUEST);
        assert!(last.main().contains("dernier administrateur"), "{}", last.main());
    }

    async fn hr_makes_a_supplier_and_says_whom_it_serves(w: World) {
        import(&w, &few(), false).unwrap();
        let mut hugo = w.signed_in(&id(&w, "hugo@x.example")).await;
        let names = [("name_fr", "Informatique"), ("in_sentence_fr", "l'Informatique"), ("name_en", "IT")];
        let wrong = hugo.post("/suppliers", &[("code", "I T"), ("name_fr", ""), names[1], names[2]]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"I T\"") && wrong.main().contains("2 points à corriger"), "{}", wrong.main());
        let made = hugo.post("/suppliers", &[("code", "it"), names[0], names[1], names[2]]).await;
        assert_eq!(made.location(), "/suppliers/it");
        let again = hugo.post("/suppliers", &[("code", "it"), names[0], names[1], names[2]]).await;
        assert!(again.main().contains("déjà pris"), "{}", again.main());
        let saved = hugo.post("/suppliers/it", &[names[0], ("in_sentence_fr", "l'informatique"), names[2], ("unit", "it"), ("active", "yes")]).await;
        assert_eq!(saved.location(), "/suppliers/it");
        let relations = [("unit.dg", "serves"), ("unit.hr", "except"), ("unit.it", ""), ("unit.sales", "")];
        hugo.post("/suppliers/it/relations", &relations).await.location();
        let page = hugo.get("/suppliers/it").await.ok().main();
        assert!(page.contains("Sert 2 services") && page.contains("sa propre équipe") && page.contains("Carla Viot"), "{page}");
        assert_eq!(hugo.post("/suppliers/it/relations", &[("unit.nowhere", "serves")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(hugo.get("/suppliers/nowhere").await.status, StatusCode::NOT_FOUND);
        let empty = hugo.post("/suppliers/it", &[("name_fr", ""), names[1], names[2]]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn settings_are_written_and_shown_to_all_in_plain_words(w: World) {
        import(&w, &few(), false).unwrap();
        let mut ada = w.signed_in(&id(&w, "ada@x.example")).await;
        let long = "x".repeat(201);
        let wrong = ada.post("/settings", &[("organisation", &long), ("hr_contact", "rh@x.example")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("rh@x.example"), "nothing typed is lost");
        let fields = [("organisation", "Valdebrume"), ("hr_contact", "rh@x.example"), ("dpo_contact", "dpo@x.example")];
        assert_eq!(ada.post("/settings", &fields).await.location(), "/settings");
        let mut visitor = w.visitor().await;
        for language in ["fr", "en"] {
            for path in ["/privacy", "/accessibilite"] {
                let page = visitor.get(&format!("{path}?lang={language}")).await.ok();
                let words = page.main().to_lowercase();
                for never in ["fournisseur", "client", "scellement", "base", "verbatim", "supplier"] {
                    assert!(!words.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(never)), "{never} in {path}");
                }
                assert!(words.contains("rh@x.example"), "{words}");
            }
        }
    }

    async fn pages_anybody_may_read_speak_the_language_of_who_is_signed_in(w: World) {
        import(&w, &few(), false).unwrap();
        // Sam's account is English, the browser French; a visitor's is French too.
        let mut sam = w.signed_in(&id(&w, "sam@x.example")).await;
        let mut visitor = w.visitor().await;
        let speaks = |reply: &crate::world::Reply, language: &str| {
            let text = reply.text();
            assert!(text.contains(&format!("<html lang=\"{language}\">")), "{}", text.get(..200).unwrap_or(&text));
        };
        for path in ["/privacy", "/method", "/accessibilite"] {
            let page = sam.get(path).await.ok();
            speaks(&page, "en");
            assert!(page.text().contains("Sam Field"), "the navigation stays: {path}");
            // A link of ours asks for a language, and the account's own switch still leads somewhere.
            let page = sam.get(&format!("{path}?lang=fr")).await.ok();
            speaks(&page, "fr");
            assert_eq!(page.hidden("back").replace("&#x2f;", "/"), path);
            for language in ["fr", "en"] {
                let back = sam.post("/account/language", &[("language", language), ("back", path)]).await.location();
                speaks(&sam.get(&back).await.ok(), language);
            }
            speaks(&visitor.get(path).await.ok(), "fr");
            speaks(&visitor.get(&format!("{path}?lang=en")).await.ok(), "en");
        }
        let nowhere = sam.get("/nowhere").await;
        assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
        speaks(&nowhere, "en");
        speaks(&visitor.get("/nowhere").await, "fr");
        let gone = format!("/r/{}", "A".repeat(43));
        speaks(&sam.get(&gone).await, "en");
        speaks(&visitor.get(&gone).await, "fr");
    }
}
