//! The house stays in order: who imports whom, where SQL may be, every template sampled, every word in both languages,
//! the schema true to the migrations, and nothing after the publication reads answers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use barometer::render::{Frame, Language, Templates};

/// Floor, then slices, in the order of the data: each imports those before it.
const ORDER: &[&str] = &[
    "clock",
    "config",
    "error",
    "db",
    "render",
    "retention",
    "app",
    "jobs",
    "mail",
    "web",
    "hooks",
    "organisation",
    "catalogue",
    "questionnaire",
    "campaign",
    "answering",
    "comments",
    "aggregation",
    "charts",
    "relations",
    "progress",
    "results",
    "export",
];
const FLOOR: usize = 10;
const ROOF: &[&str] = &[
    "arrivals",
    "backup",
    "demo",
    "directory",
    "doors",
    "examples",
    "history",
    "occasions",
    "preparing",
    "privacy_audit",
    "privacy_pack",
    "respondent",
    "schedule",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join(folder)];
    while let Some(place) = waiting.pop() {
        for entry in std::fs::read_dir(&place).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "nothing under {folder}");
    found
}

fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).expect("a source file");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules a source names after `crate::`, also inside `use crate::{…}`.
fn imports(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (place, _) in text.match_indices("crate::") {
        let rest = &text[place + 7..];
        if let Some(list) = rest.strip_prefix('{') {
            let list = list.split("};").next().unwrap_or_default();
            let mut depth = 0;
            for part in list.split(',') {
                let name = part.trim().split("::").next().unwrap_or_default().trim();
                if depth == 0 {
                    found.insert(name.to_owned());
                }
                depth += part.matches('{').count();
                depth = depth.saturating_sub(part.matches('}').count());
            }
        } else {
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.insert(name);
        }
    }
    found
}

#[test]
fn each_module_imports_only_those_before_it() {
    let place = |name: &str| ORDER.iter().position(|known| *known == name);
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for path in files("src", &[".rs"]) {
        let module = module_of(&path);
        seen.insert(module.clone());
        if matches!(module.as_str(), "main" | "lib") || ROOF.contains(&module.as_str()) {
            continue;
        }
        let own = place(&module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        let text = std::fs::read_to_string(&path).expect("a source");
        for name in imports(&text) {
            let later = place(&name).is_some_and(|other| other > own);
            // The floor's own members know each other: errors speak through words, the database keeps the time.
            let floor = own < FLOOR && place(&name).is_some_and(|other| other < FLOOR);
            if (later && !floor) || ROOF.contains(&name.as_str()) {
                faults.push(format!("{module} imports {name}: {}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(ORDER.iter().all(|name| seen.contains(*name)), "a module of the order is gone");
}

#[test]
fn queries_stand_where_they_belong() {
    // Stores, and the rooms whose whole point is a transaction.
    let allowed = [
        "store.rs",
        "accounts.rs",
        "waiting.rs",
        "app.rs",
        "session.rs",
        "opening.rs",
        "closing.rs",
        "participation.rs",
        "reminders.rs",
        "sending.rs",
        "seal.rs",
        "night.rs",
        "publication.rs",
        "released.rs",
        "branches.rs",
        "effects.rs",
        "feedback.rs",
        "apply.rs",
    ];
    let faults: Vec<String> = files("src", &[".rs"])
        .into_iter()
        .filter(|path| !path.starts_with(root().join("src/db")))
        .filter(|path| !allowed.iter().any(|name| path.ends_with(name)))
        .filter(|path| !path.components().any(|part| ["store", "outbox"].iter().any(|room| part.as_os_str() == *room)))
        .filter(|path| {
            let text = std::fs::read_to_string(path).expect("a source");
            ["diesel::insert_into", "diesel::update", "diesel::delete", ".load(conn)", ".first(conn)", "sql_query"]
                .iter()
                .any(|sign| text.contains(sign))
        })
        .map(|path| path.display().to_string())
        .collect();
    assert!(faults.is_empty(), "queries outside a store:\n{}", faults.join("\n"));
}

#[test]
fn nothing_after_the_publication_reads_answers() {
    let tables = ["open_responses", "open_comments", "schema::responses", "responses::", "each_sealed", "each_open"];
    for slice in ["charts", "relations", "progress", "results", "export"] {
        for path in files(&format!("src/{slice}"), &[".rs"]) {
            let text = std::fs::read_to_string(&path).expect("a source");
            for table in tables {
                assert!(!text.contains(table), "{} names {table}", path.display());
            }
            assert!(!imports(&text).contains("answering"), "{} reaches answering", path.display());
        }
    }
}

fn account() -> barometer::render::Account {
    let nav = vec![barometer::render::NavLink { href: "/results".to_owned(), words: "nav-results", current: true }];
    barometer::render::Account { name: "Zoé Petit".to_owned(), csrf: "token".to_owned(), nav: nav.clone(), more: nav }
}

#[test]
fn every_template_renders_in_every_language() {
    let templates = Templates::load();
    let mut seen = BTreeSet::new();
    for sample in barometer::examples::samples() {
        let text = sample.template.replace(".html", ".txt");
        let is_mail = sample.template.starts_with("mail/");
        for template in [sample.template, text.as_str()].into_iter().take(if is_mail { 2 } else { 1 }) {
            seen.insert(template.to_owned());
            let languages = if sample.every_language { Language::ALL } else { &Language::STAFF };
            for language in languages.iter().copied() {
                let mut frame = Frame::plain(language, "Val-de-Brume", "/");
                // Staff pages put their form's token in: they are shown to somebody signed in.
                frame.account = Some(account());
                let page = sample.render(&templates, template, &frame).unwrap_or_else(|fault| panic!("{fault}"));
                assert!(!page.trim().is_empty(), "{template} renders nothing");
            }
        }
    }
    for path in files("templates", &[".html", ".txt"]) {
        let name = path.strip_prefix(root().join("templates")).expect("a template").to_string_lossy().into_owned();
        let partial = name.rsplit('/').next().is_some_and(|file| file.starts_with('_') || file == "base.html");
        if !partial && !name.starts_with("parts/") {
            assert!(seen.contains(&name), "no page samples {name}");
        }
    }
}

/// Files of words that respondents and the public read; the others are for staff.
const FOR_ALL: [&str; 5] = ["answering.ftl", "letters.ftl", "occasions.ftl", "public.ftl", "shared.ftl"];

#[test]
fn the_languages_have_the_same_words() {
    let keys = |language: &str, all: bool| -> BTreeMap<String, BTreeSet<String>> {
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let theirs = |path: &Path| all || FOR_ALL.iter().any(|name| path.ends_with(name));
        let found = files(&format!("assets/words/{language}"), &[".ftl"]);
        let staff = Language::STAFF.iter().any(|own| own.as_str() == language);
        assert!(staff || found.len() == FOR_ALL.len(), "{language} has other files");
        for path in found.iter().filter(|path| theirs(path)) {
            let text = std::fs::read_to_string(path).expect("words");
            let mut key = String::new();
            for line in text.lines() {
                if !line.starts_with([' ', '#', '}', '[', '*'])
                    && let Some((name, _)) = line.split_once(" =")
                {
                    key = name.to_owned();
                    assert!(keys.insert(key.clone(), BTreeSet::new()).is_none(), "{key} stands twice in {language}");
                }
                for (_, rest) in line.match_indices("{ $").map(|(at, _)| line.split_at(at + 3)) {
                    let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    keys.entry(key.clone()).or_default().insert(name);
                }
            }
        }
        keys
    };
    let french = keys("fr", false);
    for language in Language::ALL {
        let other = keys(language.as_str(), false);
        assert_eq!(french.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{language:?}");
        for (key, arguments) in &french {
            assert_eq!(arguments, &other[key], "the arguments of {key} in {language:?}");
        }
    }
    let (french, english) = (keys("fr", true), keys("en", true));
    let names = |words: &BTreeMap<String, BTreeSet<String>>| words.keys().cloned().collect::<BTreeSet<_>>();
    let only = |a: BTreeSet<String>, b: BTreeSet<String>| a.difference(&b).cloned().collect::<Vec<_>>();
    assert_eq!(only(names(&french), names(&english)), Vec::<String>::new(), "French only");
    assert_eq!(only(names(&english), names(&french)), Vec::<String>::new(), "English only");
    for (key, arguments) in &french {
        assert_eq!(arguments, &english[key], "the arguments of {key}");
    }
}

#[test]
fn the_schema_is_that_of_the_migrations() {
    let schema = std::fs::read_to_string(root().join("src/db/schema.rs")).expect("the schema");
    let mut tables = 0;
    let all: Vec<String> = files("migrations", &["up.sql"])
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a migration"))
        .collect();
    let dropped = |table: &str, column: &str| {
        all.iter().any(|sql| sql.contains(&format!("ALTER TABLE {table} DROP COLUMN {column};")))
    };
    for sql in &all {
        for part in sql.split("CREATE TABLE ").skip(1) {
            let (name, body) = part.split_once(" (").expect("a table");
            if all.iter().any(|sql| sql.contains(&format!("DROP TABLE {name};"))) {
                continue;
            }
            let table = schema
                .split("diesel::table! {")
                .find(|text| text.trim_start().starts_with(&format!("{name} (")))
                .unwrap_or_else(|| panic!("{name} is not in schema.rs"));
            tables += 1;
            for line in body.split("\n);").next().expect("columns").lines().map(str::trim) {
                let mut words = line.split_whitespace();
                let (Some(column), Some(kind)) = (words.next(), words.next()) else { continue };
                if matches!(column, "PRIMARY" | "UNIQUE" | "--") || dropped(name, column) {
                    continue;
                }
                let kind = match kind.trim_end_matches(',') {
                    "TEXT" => "Text",
                    "INTEGER" => "Integer",
                    "BOOLEAN" => "Bool",
                    "DATE" => "Date",
                    "TIMESTAMP" => "Timestamp",
                    "DOUBLE" => "Double",
                    other => panic!("{name}.{column} is {other}, which one of the databases does not share"),
                };
                let line = if line.contains("NOT NULL") {
                    format!("{column} -> {kind},")
                } else {
                    format!("{column} -> Nullable<{kind}>,")
                };
                assert!(table.contains(&line), "{name}: {line}");
            }
        }
    }
    assert_eq!(tables, schema.matches("diesel::table! {").count());
}

/// What nobody who writes English would say; docs/model.md has the terms.
const NOT_ENGLISH: [&str; 45] = [
    "no change shown",
    "no trend shown",
    "improvement not shown",
    "shown but slight",
    "beside the others",
    "put off the closing",
    "closing put off",
    "none is waiting",
    "none was refused",
    "act on first",
    "none of ours",
    "the other one wrote",
    "how figures are made",
    "enter no computation",
    "mere chance",
    "the wave before",
    "people concerned",
    "people who were asked",
    "those who were asked",
    "who are asked read",
    "nothing is announced",
    "small letters",
    "points to correct",
    "progress plan",
    "top management",
    "drawn at random",
    "sending of mails",
    "mails leave",
    "sealed sheet",
    "sendings of",
    "one figure a row",
    "once a campaign",
    "fewest answers",
    "does not answer",
    "file of the answers",
    "answers on,",
    "answers on only",
    "by putting several tables together",
    "of opinions favourable",
    "representatives told",
    "you said, we do:",
    "an e-mail",
    "e-mail address",
    "the mails",
    "results mails",
];

#[test]
fn english_is_written_as_english() {
    for path in files("assets/words/en", &[".ftl"]) {
        let text = std::fs::read_to_string(&path).expect("words").to_lowercase();
        for phrase in NOT_ENGLISH {
            let line = text.lines().find(|line| line.contains(phrase));
            assert!(line.is_none(), "{phrase:?} in {}: {line:?}", path.display());
        }
        let spaced = text.lines().find(|line| [" ;", " !", " ?"].iter().any(|mark| line.contains(mark)));
        assert!(spaced.is_none(), "a French space in {}: {spaced:?}", path.display());
    }
}

#[test]
fn templates_can_be_read() {
    for path in files("templates", &[".html", ".txt"]) {
        let text = std::fs::read_to_string(&path).expect("a template");
        assert!(text.lines().count() <= 150, "{} is long", path.display());
        let wide = text.lines().position(|line| line.chars().count() > 140);
        assert!(wide.is_none(), "{}, line {}, is over 140 characters", path.display(), wide.unwrap_or(0) + 1);
    }
}

#[test]
fn no_class_of_the_stylesheet_is_unused() {
    let sheet = std::fs::read_to_string(root().join("assets/barometer.css")).expect("the stylesheet");
    let mut rules = String::new();
    for (place, part) in sheet.split("/*").enumerate() {
        rules.push_str(if place == 0 { part } else { part.split_once("*/").expect("a comment that ends").1 });
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut classes = BTreeSet::new();
    for selector in rules.split('{').filter_map(|part| part.rsplit(['}', ';']).next()) {
        for piece in selector.split('.').skip(1).filter(|piece| piece.starts_with(|c: char| c.is_ascii_alphabetic())) {
            classes.insert(piece.split(|c| !is_part(c)).next().unwrap_or_default());
        }
    }
    assert!(classes.len() > 80, "the stylesheet is written in a way that this test does not read: {classes:?}");
    // Some are written by code: the layout of a question, parts of charts.
    let written: Vec<String> = files("templates", &[".html"])
        .into_iter()
        .chain(files("src", &[".rs"]))
        .map(|path| std::fs::read_to_string(path).expect("a file"))
        .collect();
    let words: BTreeSet<&str> = written.iter().flat_map(|text| text.split(|c| !is_part(c))).collect();
    let unused: Vec<&&str> = classes.iter().filter(|class| !words.contains(**class)).collect();
    assert!(unused.is_empty(), "classes that nothing wears: {unused:?}");
}

/// Documents name code as `seal::forget_flags` or `Visit::save`: the last part is defined in a file whose path, or whose
/// text, has the part before it.
#[test]
fn the_code_that_documents_name_is_there() {
    let sources: Vec<(String, String)> = ["src", "tests"]
        .iter()
        .flat_map(|folder| files(folder, &[".rs"]))
        .map(|path| {
            let name = path.with_extension("").display().to_string();
            (name, std::fs::read_to_string(&path).expect("a source"))
        })
        .collect();
    let parts_of = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
    let stands = |name: &str| {
        let parts: Vec<&str> = name.split("::").collect();
        let [.., before, last] = parts.as_slice() else { return true };
        let defined =
            ["fn", "struct", "enum", "const", "static", "mod", "trait", "type"].map(|kind| format!("{kind} {last}"));
        let is_word = |text: &str, found: &str| {
            text.match_indices(found).any(|(at, _)| {
                let after = text[at + found.len()..].chars().next();
                !after.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
            })
        };
        let is_type = before.starts_with(char::is_uppercase);
        let is_variant = |text: &str| text.contains(&format!("enum {before} ")) && is_word(text, last);
        sources.iter().any(|(path, text)| {
            let place = parts_of(path).iter().any(|part| part == before) || (is_type && text.contains(before));
            place && (is_variant(text) || defined.iter().any(|definition| is_word(text, definition)))
        }) || sources
            .iter()
            .any(|(path, _)| path.ends_with(&parts.join("/")) || path.ends_with(&format!("{}/mod", parts.join("/"))))
    };
    let mut missing = Vec::new();
    for path in
        files("docs", &[".md"]).into_iter().chain(["README.md", "CONTRIBUTING.md"].map(|name| root().join(name)))
    {
        let text = std::fs::read_to_string(&path).expect("a document");
        let names = text.split('`').skip(1).step_by(2).filter(|name| {
            name.contains("::")
                && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | ':'))
        });
        missing.extend(names.filter(|name| !stands(name)).map(|name| format!("{}: {name}", path.display())));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
