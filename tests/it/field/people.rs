//! People files as other programs write them, and who is who in them.

use barometer::organisation::import::{self, PeopleChanges, Plan};
use barometer::organisation::{Person, store};
use barometer::render::Language;

use crate::world::World;

const HEAD: &str = "email;name;unit_code;unit;parent_unit_code;language;person_id;roles;active;until;state\n";

pub fn file(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/field").join(name);
    std::fs::read(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// Ada administers; Zoé has number 0042, Paul 0043 and no address.
fn standing(w: &World) {
    take(
        w,
        format!(
            "{HEAD}admin@example.org;Ada Admin;dg;Direction;;fr;;admin;;;\n\
             zoe@example.org;Zoé Petit;prod;Production;dg;fr;0042;;;;\n;Paul Atelier;prod;Production;dg;fr;0043;;;;\n"
        )
        .as_bytes(),
    );
}

fn look(w: &World, bytes: &[u8], complete: bool) -> Plan<PeopleChanges> {
    w.read(|conn| import::plan_people(conn, bytes, complete))
}

fn keys(plan: &Plan<PeopleChanges>) -> Vec<(u64, &'static str)> {
    plan.faults.iter().map(|fault| (fault.line, fault.say.key)).collect()
}

#[track_caller]
fn take(w: &World, bytes: &[u8]) -> Plan<PeopleChanges> {
    let bytes = bytes.to_vec();
    w.write(move |conn| {
        let plan = import::plan_people(conn, &bytes, false)?;
        assert!(!plan.is_faulty(), "{}", plan.faults_to_text(Language::En));
        import::apply_people(conn, &plan, true)?;
        Ok(plan)
    })
}

fn everybody(w: &World) -> Vec<Person> {
    w.read(store::people)
}

fn somebody(w: &World, email: &str) -> Person {
    w.read(|conn| store::person_by_email(conn, email)).unwrap_or_else(|| panic!("nobody at {email}"))
}

on_both! {
    async fn lines_separators_and_heads_of_other_programs_are_read(w: World) {
        standing(&w);
        for name in [
            "01a-powershell-type.csv", "01b-sep-line.csv", "01c-title-line.csv", "01d-blank-first-lines.csv",
            "01e-tabs-utf8.csv", "01g-pipe.csv", "02b-trailing-empty-columns.csv", "02c-trailing-empty-one.csv",
            "02e-header-nbsp-case.csv", "02f-header-spaces-in.csv", "02g-header-zwsp-bom-quoted.csv",
        ] {
            let plan = look(&w, &file(name), false);
            assert!(!plan.is_faulty(), "{name}: {}", plan.faults_to_text(Language::En));
            assert!(plan.rows == 1 && plan.changes_nothing(), "{name}: Zoé as she stands: {}", plan.to_text(Language::En));
        }
        let all = look(&w, &file("02a-excel-short-rows.csv"), false);
        assert!(!all.is_faulty() && all.rows > 20, "{}", all.faults_to_text(Language::En));
        assert_eq!(all.rows, all.changes.created.len());
        assert!(all.changes.created.iter().any(|person| !person.away), "short rows say nothing of a leave");
        assert_eq!(keys(&look(&w, &file("02h-mac-cr.csv"), false)), [(3, "import-not-an-address")], "its own line");
        // Encodings are refused, the cause and the cure named once.
        assert_eq!(keys(&look(&w, &file("01f-unicode-text.txt"), false)), [(1, "csv-utf16")]);
        assert_eq!(keys(&look(&w, &file("01i-utf16-nobom.csv"), false)), [(1, "csv-utf16")]);
        assert_eq!(keys(&look(&w, &file("01h-cp1252.csv"), false)), [(2, "csv-not-utf8")]);
        // Siblings: sixteen thousand empty columns, a column that only has no head, a quoted line break, an unclosed
        // quote, a title with the file's own separator in it, one cause on every line.
        let wide = ";".repeat(16_378);
        let plan = look(&w, format!("email;name;unit_code;unit;parent_unit_code;language{wide}\nzoe@example.org;Zoé Petit;prod;Production;dg;fr{wide}\n").as_bytes(), false);
        assert!(!plan.is_faulty() && plan.changes_nothing());
        let nameless = look(&w, b"email;name;unit_code;unit;parent_unit_code;language;\nz@example.org;Z;prod;Production;dg;fr;\ny@example.org;Y;prod;Production;dg;fr;lost\n", false);
        assert_eq!(keys(&nameless), [(3, "csv-column-without-head")]);
        let broken = take(&w, "email;name;unit_code;unit;parent_unit_code;language\nq@example.org;\"Queen\nAnne\";prod;Production;dg;fr\n".as_bytes());
        assert_eq!(broken.changes.created[0].name, "Queen Anne");
        let open = look(&w, b"email;name;unit_code;unit;parent_unit_code;language\nr@example.org;\"Rex;prod;Production;dg;fr\ns@example.org;\"Sam\";prod;Production;dg;fr\n", false);
        assert_eq!(keys(&open), [(2, "csv-unclosed-quote")]);
        let titled = look(&w, "Personnel, au 28/11/2026, site de Brest\n\nE-mail,Name,Unit Code,Unit,Parent unit code,Language\nzoe@example.org,Zoé Petit,prod,Production,dg,fr\n".as_bytes(), false);
        assert!(!titled.is_faulty() && titled.changes_nothing(), "{}", titled.faults_to_text(Language::En));
        let mut alike = HEAD.to_owned();
        for n in 0..240 {
            alike += &format!("p{n}@example.org;P {n};prod;Production;dg;fr;N{n};;;05/06/2027;\n");
        }
        let alike = look(&w, alike.as_bytes(), false);
        assert_eq!(keys(&alike), [(2, "import-day-of-two")], "one sentence names the cause");
        assert_eq!(alike.faults[0].others, 239);
        assert!(alike.faults_to_text(Language::En).starts_with("Line 2 and 239 other lines: "));
    }

    async fn days_words_and_languages_of_other_programs_are_read(w: World) {
        standing(&w);
        let day = |name: &str| {
            let plan = look(&w, &file(name), false);
            assert!(!plan.is_faulty(), "{name}: {}", plan.faults_to_text(Language::En));
            plan.changes.created[0].until.map(|day| day.to_string())
        };
        let last = Some("2026-12-31".to_owned());
        for name in ["04a-date.csv", "04b-date.csv", "04c-date.csv", "04h-date.csv", "04i-date.csv", "04j-date.csv"] {
            assert_eq!(day(name), last, "{name}");
        }
        for never in ["04e-date.csv", "04f-date.csv", "04g-date.csv"] {
            assert_eq!(day(never), None, "{never}");
        }
        assert_eq!(keys(&look(&w, &file("04d-date.csv"), false)), [(2, "import-day-serial")]);
        let good = file("05b-languages.csv");
        let other = String::from_utf8_lossy(&good).replace(";de;", ";tlh;");
        assert_eq!(keys(&look(&w, other.as_bytes(), false)), [(12, "import-unknown-language")], "none of ours");
        let languages: Vec<Language> = look(&w, &good, false).changes.created.iter().map(|person| person.language).collect();
        use Language::{De, En, Fr};
        assert_eq!(languages, [Fr, Fr, Fr, Fr, Fr, En, En, En, En, Fr, De]);
        for (word, active) in [("TRUE", true), ("VRAI", true), ("oui", true), ("1", true), ("Faux", false), ("FALSE", false), ("N", false)] {
            let plan = look(&w, format!("{HEAD}v@example.org;V;prod;Production;dg;fr;;;{word};;\n").as_bytes(), false);
            assert_eq!(plan.changes.created[0].active, active, "{word}");
        }
    }

    async fn a_number_that_was_damaged_is_asked_about(w: World) {
        standing(&w);
        for (name, line) in [("03a-leading-zeros-lost.csv", 2), ("03b-zoe-leading-zeros-lost.csv", 2), ("03d-float-ids.csv", 2)] {
            assert_eq!(keys(&look(&w, &file(name), false)), [(line, "import-number-like")], "{name}");
        }
        let complete = look(&w, &file("03g-complete-leading-zeros.csv"), true);
        assert_eq!(keys(&complete), [(3, "import-number-like")], "and nobody is deactivated");
        assert_eq!(keys(&look(&w, &file("03f-hash.csv"), false)), [(2, "import-spreadsheet-fault"), (3, "import-spreadsheet-fault"), (4, "import-spreadsheet-fault")]);
        for (typed, key) in [
            ("1,23E+11", "import-number-scientific"), ("00 43", "import-number-like"), ("43,00", "import-number-like"), ("043", "import-number-like"),
        ] {
            let plan = look(&w, format!("{HEAD};Paul Atelier;prod;Production;dg;fr;\"{typed}\";;;;\n").as_bytes(), true);
            assert!(keys(&plan).contains(&(2, key)), "{typed}: {:?}", keys(&plan));
        }
        let unseen = look(&w, format!("{HEAD};Paul Atelier;prod;Production;dg;fr;00\u{200b}43 ;;;;\n").as_bytes(), false);
        assert!(!unseen.is_faulty() && unseen.changes_nothing(), "what cannot be seen changes nothing");
        for name in ["03c-excel-equals.csv", "03c2-excel-equals-number.csv"] {
            let plan = look(&w, &file(name), false);
            assert!(!plan.is_faulty(), "{name}: {}", plan.faults_to_text(Language::En));
            let marc = &plan.changes.created[0];
            assert_eq!((plan.changes.created.len(), marc.email.as_str(), marc.person_id.as_deref()), (1, "marc@example.org", Some("0099")), "{name}");
        }
        let two = look(&w, format!("{HEAD};A;prod;Production;dg;fr;0077;;;;\n;B;prod;Production;dg;fr;77;;;;\n").as_bytes(), false);
        assert_eq!(keys(&two), [(3, "import-number-like-line")]);
        // The file answers: somebody else, or a new number.
        let head = HEAD.replace("person_id", "person_id;old_person_id");
        let other = take(&w, format!("{head};Paule Autre;prod;Production;dg;fr;43;-;;;;\n").as_bytes());
        assert_eq!(other.changes.created.len(), 1);
        let both = look(&w, format!("{HEAD};Paul Atelier;prod;Production;dg;fr;0043;;;;\n;Paule Autre;prod;Production;dg;fr;43;;;;\n").as_bytes(), true);
        assert!(keys(&both).iter().all(|(line, _)| *line == 1), "each by their own number: {:?}", keys(&both));
        let paul = everybody(&w).into_iter().find(|person| person.name == "Paul Atelier").unwrap();
        let new = take(&w, format!("{head};Paul Atelier;prod;Production;dg;fr;H43;0043;;;;\n").as_bytes());
        assert!(new.to_text(Language::En).contains("staff number: 0043 → H43"), "{}", new.to_text(Language::En));
        let after = everybody(&w).into_iter().find(|person| person.name == "Paul Atelier").unwrap();
        assert_eq!((after.id, after.person_id.as_deref()), (paul.id, Some("H43")));
        assert!(look(&w, format!("{head};Paul Atelier;prod;Production;dg;fr;H43;0043;;;;\n").as_bytes(), false).changes_nothing(), "again");
        for (line, key) in [
            (";X;prod;Production;dg;fr;H44;0999;;;;", "import-old-number-unknown"),
            (";X;prod;Production;dg;fr;H43;0042;;;;", "import-old-number-stands"),
            ("zoe@example.org;X;prod;Production;dg;fr;;0042;;;;", "import-old-number-alone"),
            (";X;prod;Production;dg;fr;H43;-;;;;", "import-number-taken"),
        ] {
            assert_eq!(keys(&look(&w, format!("{head}{line}\n").as_bytes(), false)), [(2, key)], "{line}");
        }
    }

    async fn addresses_are_read_through_what_cannot_be_seen_and_what_cannot_arrive_is_told(w: World) {
        standing(&w);
        let plan = look(&w, &file("06a-addresses.csv"), false);
        assert!(keys(&plan).iter().filter(|(_, key)| *key == "import-not-an-address").count() >= 4, "{:?}", keys(&plan));
        let bytes = file("06b-addresses-accepted.csv");
        let mixed: Vec<u64> = look(&w, &bytes, false).faults.iter().map(|fault| fault.line).collect();
        let kept: Vec<u8> = bytes.split_inclusive(|b| *b == b'\n').enumerate().filter(|(n, _)| !mixed.contains(&(*n as u64 + 1))).flat_map(|(_, line)| line.to_vec()).collect();
        assert_eq!(mixed.len(), 1, "a domain that mixes two alphabets: {}", look(&w, &bytes, false).faults_to_text(Language::En));
        let plan = look(&w, &kept, false);
        assert!(!plan.is_faulty(), "{}", plan.faults_to_text(Language::En));
        let addresses: Vec<&str> = plan.changes.created.iter().map(|person| person.email.as_str()).collect();
        for plain in ["z8@example.org", "z9@exemple-société.fr", "z20@example.org", "z21@example.org"] {
            assert!(addresses.contains(&plain), "{plain} in {addresses:?}");
        }
        let told: Vec<&str> = plan.warnings.iter().map(|warning| warning.say.key).collect();
        assert!(told.iter().filter(|key| **key == "import-address-nowhere").count() >= 2 && told.contains(&"import-address-accents"), "{told:?}");
        // The same address, with and without; the domain in either spelling; at the sign-in, too.
        let same = look(&w, format!("{HEAD}Zoe@Example.org\u{200b};Zoé Petit;prod;Production;dg;fr;;;;;\n").as_bytes(), true);
        assert_eq!(same.changes.created.len(), 0);
        take(&w, format!("{HEAD}z9@exemple-société.fr;Neuf;prod;Production;dg;fr;;;;;\n").as_bytes());
        let again = look(&w, format!("{HEAD}z9@xn--exemple-socit-mhbb.fr;Neuf;prod;Production;dg;fr;;;;;\n").as_bytes(), false);
        assert!(again.changes_nothing(), "{}", again.to_text(Language::En));
        assert_eq!(somebody(&w, " Z9@xn--exemple-socit-mhbb.fr\u{200b}").name, "Neuf");
        assert_eq!(keys(&look(&w, &file("06d-zwsp-unit-code.csv"), false)), []);
        assert!(look(&w, &file("06c-addresses-mailed.csv"), false).faults.iter().all(|fault| fault.say.key != "csv-cell-count"));
    }

    async fn the_same_person_and_a_successor_have_a_way(w: World) {
        standing(&w);
        assert_eq!(keys(&look(&w, &file("08a-shared-mailbox.csv"), false)), [(3, "import-shared-address")]);
        assert_eq!(keys(&look(&w, &file("08b-person-in-two-units.csv"), false)).iter().map(|(line, _)| *line).max(), Some(3));
        let married = look(&w, &file("08c-swap-addresses.csv"), false);
        assert!(!married.is_faulty() && married.warnings.is_empty(), "{}", married.to_text(Language::En));
        let renumbered = look(&w, &file("08d-renumbered.csv"), false);
        assert_eq!(keys(&renumbered), [(2, "import-number-or-successor")]);
        let text = renumbered.faults_to_text(Language::En);
        assert!(text.contains("old_person_id with 0042") && text.contains("Zoé Petit"), "{text}");
        assert!(look(&w, &file("08e-parent-empty-moves-to-root.csv"), false).to_text(Language::En).contains("Production"));
        assert!(look(&w, &file("08f-unit-code-case-space.csv"), false).faults.iter().all(|fault| fault.say.key == "import-not-a-code"));
        assert!(!look(&w, &file("08i-unit-name-case.csv"), false).is_faulty(), "one name, however written");
        assert_eq!(keys(&look(&w, &file("08h-name-variants.csv"), false)), [(4, "import-empty")]);
        // An address that goes from hand to hand.
        take(&w, &file("09a-predecessor.csv"));
        let with = |name: &str| String::from_utf8(file(name)).unwrap().replace(";active", ";old_person_id;active").replace("7002;", "7002;-;");
        assert_eq!(keys(&look(&w, &file("09c-successor-same-address.csv"), false)), [(2, "import-number-or-successor")]);
        assert_eq!(keys(&look(&w, with("09c-successor-same-address.csv").as_bytes(), false)), [(2, "import-address-held")], "still active");
        take(&w, &file("09b-predecessor-leaves.csv"));
        let turned = look(&w, &file("09e-successor-no-number.csv"), false);
        assert_eq!(turned.warnings.iter().map(|one| one.say.key).collect::<Vec<_>>(), ["import-becomes-another"]);
        let before = somebody(&w, "bureau.rh@example.org");
        let told = take(&w, with("09c-successor-same-address.csv").as_bytes());
        assert!(told.to_text(Language::En).contains("bureau.rh@example.org → —"), "{}", told.to_text(Language::En));
        let after = somebody(&w, "bureau.rh@example.org");
        assert_eq!((after.name.as_str(), after.person_id.as_deref()), ("Nouveau Titulaire", Some("7002")));
        assert_ne!(after.id, before.id);
        let left = everybody(&w).into_iter().find(|person| person.id == before.id).unwrap();
        assert!(!left.active && !left.has_address() && left.person_id.as_deref() == Some("7001"));
    }

    async fn both_in_one_file_with_the_old_address_emptied(w: World) {
        standing(&w);
        take(&w, &file("09a-predecessor.csv"));
        let with = String::from_utf8(file("09d-both-old-emptied.csv")).unwrap();
        let text = with.replace("person_id;active", "person_id;old_person_id;active").replace("7001;", "7001;;").replace("7002;", "7002;-;");
        take(&w, text.as_bytes());
        assert_eq!(somebody(&w, "bureau.rh@example.org").name, "Nouveau Titulaire");
    }
}
