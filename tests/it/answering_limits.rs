//! What answering costs, and what it stands: statements, weight, scanners, crowds, nasty texts, plain words.

use std::collections::BTreeSet;
use std::io::Read;

use actix_web::http::{StatusCode, header};
use actix_web::test::TestRequest;
use barometer::answering::reissue::reissue;
use barometer::campaign::Campaign;
use barometer::questionnaire::bank;
use barometer::questionnaire::build::Wanted;
use barometer::render::{Frame, Language, Templates};

use crate::world::verbs::person_id;
use crate::world::{Backend, Reply, Visitor, World};

/// People of one unit, asked about one service with `questions`.
fn asking(w: &World, people: usize, questions: &[&str]) -> Campaign {
    w.organisation(&[("prod", people)]);
    w.supplier_asking("it", questions.iter().map(|code| Wanted::bank(code)).collect());
    w.open(&w.campaign("2026-Q1", &["it"]))
}

const FEW: [&str; 3] = ["reception_1", "overall", "keep"];
const MANY: [&str; 12] = [
    "reception_1",
    "responsiveness_1",
    "clarity_1",
    "reliability_1",
    "follow_up_1",
    "cooperation_1",
    "difficult_situations_1",
    "overall",
    "effort",
    "importance",
    "keep",
    "improve",
];

/// The whole journey about one service; gives how many statements it took.
async fn journey(w: &World, link: &str, fields: &[(&str, &str)]) -> usize {
    let mut visitor = w.visitor().await;
    w.app.db.watch().start();
    visitor.get(link).await.ok();
    visitor.post(link, &[("service", "it")]).await.location();
    let mut fields = fields.to_vec();
    fields.push(("go", "next"));
    let mut page = format!("{link}/1");
    while !page.ends_with("/check") {
        visitor.get(&page).await.ok();
        page = visitor.post(&page, &fields).await.location();
    }
    visitor.get(&page).await.ok();
    visitor.post(&format!("{link}/sending"), &[]).await.location();
    let mut statements = w.app.db.watch().take();
    // On a busy machine a connection may rest for a second, and is then asked whether it lives.
    statements.retain(|text| text != "SELECT 1");
    assert!(statements.iter().any(|text| text.contains("open_responses")), "the watch sees nothing: {statements:#?}");
    println!("{} statements on {:?}:\n{}", statements.len(), w.backend, statements.join("\n"));
    statements.len()
}

fn unzipped(reply: &Reply) -> String {
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*reply.bytes).read_to_string(&mut text).expect("a compressed page");
    text
}

async fn compressed(visitor: &mut Visitor, path: &str) -> Reply {
    let request = TestRequest::get().uri(path).insert_header((header::ACCEPT_ENCODING, "gzip"));
    let reply = visitor.send(request).await;
    let encoding = reply.headers.get(header::CONTENT_ENCODING).and_then(|value| value.to_str().ok());
    assert_eq!((reply.status, encoding), (StatusCode::OK, Some("gzip")), "{path}");
    reply
}

/// Every address a page has the browser fetch.
fn fetched(page: &str) -> BTreeSet<String> {
    let value = |rest: &str| rest.split_once('"').map(|(value, _)| value.to_owned());
    let page = page.replace("&#x2f;", "/");
    let sources = page.split(" src=\"").skip(1).filter_map(value);
    let links = page.split("<link ").skip(1).filter_map(|rest| value(rest.split_once("href=\"")?.1));
    sources.chain(links).collect()
}

fn database_bytes(w: &World) -> Vec<Vec<u8>> {
    let file = w.app.config.data.join("barometer.sqlite");
    let log = w.app.config.data.join("barometer.sqlite-wal");
    match w.backend {
        Backend::Sqlite => [file, log].iter().map(|path| std::fs::read(path).unwrap_or_default()).collect(),
        Backend::Postgres => Vec::new(),
    }
}

on_both! {
    async fn at_most_twenty_statements_for_a_page_whatever_the_answers(w: World) {
        w.organisation(&[("prod", 20)]);
        // On one page: each further one costs what it takes to show and keep it.
        w.supplier_asking("it", ["reception_1", "overall", "effort", "keep", "improve"].map(Wanted::bank).to_vec());
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let links: Vec<String> = (1..=4).map(|number| w.link(&campaign, &person_id("prod", number))).collect();
        let short = [("q_overall", "4")];
        let full = [("q_overall", "4"), ("q_reception_1", "3"), ("q_effort", "2"), ("q_keep", "Tout"), ("q_improve", "Rien")];
        // What the opening froze is read by the first visit of a process, in four statements.
        assert!(journey(&w, &links[0], &short).await <= 24);
        let (least, most) = (journey(&w, &links[1], &short).await, journey(&w, &links[2], &full).await);
        assert!(most <= 20, "{most}");
        // On Postgres everything is one statement.
        let comments = usize::from(w.backend == Backend::Sqlite);
        assert_eq!(most - least, comments, "the comments, together");
        assert_eq!(w.count("open_responses"), 3);
    }

    async fn a_cold_page_is_light(w: World) {
        let campaign = asking(&w, 20, &MANY);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        let mut pages = vec![link.clone(), format!("{link}/group"), format!("{link}/decline")];
        let mut weights = Vec::new();
        for round in 0..3 {
            for path in &pages {
                let page = compressed(&mut visitor, path).await;
                let parts = fetched(&unzipped(&page));
                let mut weight = page.bytes.len();
                for part in &parts {
                    assert!(part.starts_with("/assets/"), "only our own: {part}");
                    weight += compressed(&mut visitor, part).await.bytes.len();
                }
                weights.push((path.replace(&link, "/r/…"), 1 + parts.len(), weight));
            }
            match round {
                0 => {
                    visitor.post(&link, &[("service", "it")]).await.location();
                    pages = vec![format!("{link}/1"), format!("{link}/check")];
                }
                2 => {}
                _ => {
                    visitor.post(&format!("{link}/1"), &[("q_overall", "4")]).await.location();
                    visitor.post(&format!("{link}/sending"), &[]).await.location();
                    pages = vec![link.clone()];
                }
            }
        }
        println!("{weights:?}");
        for (path, requests, weight) in weights {
            assert!(requests <= 3 && weight <= 30 * 1024, "{path}: {requests} requests, {weight} bytes");
        }
    }

    async fn a_scanner_changes_nothing_and_everybody_then_answers(w: World) {
        let campaign = asking(&w, 20, &FEW);
        let links: Vec<String> = (1..=20).map(|number| w.link(&campaign, &person_id("prod", number))).collect();
        let (rows, bytes) = (w.dump(), database_bytes(&w));
        let mut scanner = w.visitor().await;
        for link in &links {
            for path in ["", "?lang=en", "/group", "/decline", "/1", "/check", "/sending"] {
                scanner.head(&format!("{link}{path}")).await;
                for _ in 0..3 {
                    assert!(!scanner.get(&format!("{link}{path}")).await.status.is_server_error());
                }
            }
        }
        assert!(w.dump() == rows, "a row changed");
        assert!(database_bytes(&w) == bytes, "a byte changed");
        for link in &links {
            let mut visitor = w.visitor().await;
            assert!(visitor.get(link).await.ok().main().contains("Commencer") || visitor.get(link).await.main().contains("Start"));
            visitor.answers(link, &["it"], &[&[("q_overall", "4")]]).await.ok();
        }
        assert_eq!((w.count("open_responses"), w.count("answered")), (20, 20));
    }

    async fn fifty_posts_at_once_leave_one_set(w: World) {
        let campaign = asking(&w, 20, &FEW);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        let mut tabs: Vec<Visitor> = Vec::new();
        for _ in 0..50 {
            tabs.push(w.visitor().await);
        }
        let (page, fields) = (format!("{link}/1"), [("q_overall", "4"), ("q_keep", "Tout"), ("go", "finish")]);
        let replies = futures_util::future::join_all(tabs.iter_mut().map(|tab| tab.post(&page, &fields))).await;
        for (tab, reply) in tabs.iter_mut().zip(replies) {
            assert!(matches!(reply.status, StatusCode::SEE_OTHER | StatusCode::OK), "{}", reply.status);
            assert!(tab.get(&link).await.ok().main().starts_with("C'est enregistré"));
        }
        assert_eq!((w.count("open_responses"), w.count("open_comments"), w.count("answered")), (1, 1, 1));
        assert_eq!(w.lines("SELECT CAST(sendings AS TEXT) AS line FROM client_groups"), ["1"]);
    }

    async fn the_language_holds_at_every_step(w: World) {
        let campaign = asking(&w, 20, &FEW);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        let english = |reply: &Reply| assert!(reply.text().contains("<html lang=\"en\""), "{}", reply.main());
        // Before there is a draft, the pages hand the language on.
        let welcome = visitor.get(&format!("{link}?lang=en")).await.ok();
        let text = |reply: &Reply| reply.text().replace("&#x2f;", "/").replace("&#x3d;", "=");
        for path in ["/group", "/decline"] {
            assert!(text(&welcome).contains(&format!("{link}{path}?lang=en")), "{path}");
            let page = visitor.get(&format!("{link}{path}?lang=en")).await.ok();
            assert!(text(&page).contains(&format!("action=\"{link}{path}?lang=en\"")), "{path}");
            english(&page);
        }
        let to = visitor.post(&format!("{link}/group?lang=en"), &[("outside", "yes")]).await.location();
        english(&visitor.get(&to).await.ok());
        // From then on the draft remembers it; a choice on the check page holds without a save.
        assert_eq!(visitor.post(&link, &[("service", "it"), ("language", "en")]).await.location(), format!("{link}/1?turn=3"));
        english(&visitor.get(&format!("{link}/1")).await.ok());
        visitor.post(&format!("{link}/1"), &[("q_keep", "Gardé"), ("go", "fr")]).await.location();
        let check = visitor.get(&format!("{link}/check?lang=en")).await.ok();
        english(&check);
        assert!(text(&check).contains(&format!("{link}/1?lang=en")));
        let back = visitor.get(&format!("{link}/1?lang=en")).await.ok();
        english(&back);
        assert!(back.text().contains("Gardé"));
        let end = visitor.post(&format!("{link}/sending?lang=en"), &[]).await.location();
        english(&visitor.get(&end).await.ok());
        // Declining, too.
        let other = w.link(&campaign, &person_id("prod", 3));
        let end = visitor.post(&format!("{other}/decline?lang=en"), &[]).await.location();
        english(&visitor.get(&end).await.ok());
    }

    async fn a_link_issued_again_leaves_no_draft(w: World) {
        let campaign = asking(&w, 20, &FEW);
        let (link, person) = (w.link(&campaign, &person_id("prod", 1)), person_id("prod", 1));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        visitor.post(&format!("{link}/1"), &[("q_keep", "Secret")]).await.location();
        assert_eq!(w.count("drafts"), 1);
        let (key, id, today) = (w.app.link_key.clone(), w.invitation(&campaign, &person).id, w.app.today());
        let again = w.write(move |conn| reissue(conn, &key, &id, today));
        assert_eq!((again.issue, w.count("drafts")), (2, 0));
        assert_eq!(again, w.invitation(&campaign, &person));
        for path in ["", "/1", "/check"] {
            assert_eq!(visitor.get(&format!("{link}{path}")).await.status, StatusCode::GONE);
        }
        assert_eq!(visitor.post(&format!("{link}/sending"), &[]).await.status, StatusCode::GONE);
        let new = w.link(&campaign, &person);
        assert!(!visitor.get(&new).await.ok().main().contains("brouillon est gardé"));
        visitor.answers(&new, &["it"], &[&[("q_overall", "4")]]).await.ok();
        assert_eq!(w.count("answered"), 1);
        // Once answered, a new link says so: whether somebody answered stays as it is.
        let (key, id) = (w.app.link_key.clone(), again.id.clone());
        w.write(move |conn| reissue(conn, &key, &id, today));
        assert!(visitor.get(&w.link(&campaign, &person)).await.ok().main().starts_with("C'est enregistré"));
    }
}

/// A text as a form sends it: every byte escaped.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Two hundred and more values of a field, as bytes on the wire.
fn nasty() -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    // Every control character, and what hides, turns round or joins.
    let invisible = (0..0x20u32).chain(0x7f..0xa0).chain([
        0xad, 0x61c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e,
        0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff, 0xfff9, 0xfffb, 0xfffe, 0xffff, 0xfffd, 0xe000, 0xf8ff,
        0xe0001, 0xe0041, 0x1f3fb, 0x10fffd, 0x10ffff, 0x300, 0x489, 0x20dd, 0x3099, 0xfe0f,
    ]);
    list.extend(invisible.filter_map(char::from_u32).map(|c| escaped(&format!("a{c}b"))));
    let texts = [
        "",
        " ",
        "\u{a0}",
        "\r\n",
        "a\r\nb\rc\n\n\n",
        "\t\t",
        "'",
        "''",
        "\"",
        "\\",
        "\\'",
        "'; DROP TABLE drafts; --",
        "' OR 1=1 --",
        "1); DELETE FROM answered; --",
        "$1",
        "?1",
        ":a",
        "@x",
        "E'\\x00'",
        "\\copy",
        "NULL",
        "null",
        "nil",
        "undefined",
        "true",
        "NaN",
        "Infinity",
        "-0",
        "1e309",
        "9223372036854775808",
        "-9223372036854775809",
        "0x10",
        "4.0",
        " 4",
        "4 ",
        "+4",
        "٤",
        "４",
        "<script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "<!--",
        "]]>",
        "<?xml?>",
        "&amp;",
        "&#x27;",
        "&lt;b&gt;",
        "javascript:alert(1)",
        "{{7*7}}",
        "{% raw %}",
        "{% include 'base.html' %}",
        "{# #}",
        "{ $n }",
        "{ -term }",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "%s%n%x",
        "%00",
        "%2e%2e%2f",
        "../../../../etc/passwd",
        "..\\..\\windows",
        "/dev/null",
        "C:\\nul",
        "file:///etc/passwd",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "\u{202e}gnp.exe",
        "ﷺ",
        "👩‍👩‍👧‍👦🎉",
        "🇫🇷",
        "e\u{301}",
        "é",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
        "ᚠᛇᚻ",
        "田中さん",
        "مرحبا",
        "שלום",
        "สวัสดี",
        "नमस्ते",
        "ǅ",
        "ß",
        "ſ",
        "İ",
        "\\u0000",
        "\\ud800",
        "\\udfff\\ud800",
        "\\x00",
        "{\"a\":1}",
        "[1,2]",
        "{\"__proto__\":{}}",
        "NA",
        "it",
        "yes",
        "fr",
        "finish",
        "a=b&c=d",
        "a;b",
        "a+b",
        "--cut\r\nContent-Disposition: form-data",
        "HTTP/1.1 200 OK\r\n\r\n",
        "Set-Cookie: a=b",
    ];
    list.extend(texts.iter().map(|text| escaped(text)));
    list.push(escaped(&"x".repeat(2001)));
    list.push(escaped(&"é".repeat(2000)));
    list.push(escaped(&"🎉".repeat(1500)));
    list.push(escaped(&"a\u{301}".repeat(900)));
    // Bytes that are no text, and escapes that are none.
    let raw = [
        "%FF",
        "%FE%FF",
        "%C0%80",
        "%C3",
        "%C3%28",
        "%ED%A0%80",
        "%ED%BF%BF",
        "%F5%80%80%80",
        "%F0%9F",
        "a%00b",
        "%",
        "%%",
        "%G1",
        "%u0041",
        "%1",
        "+",
        "a+b%2B",
        "%E2%80%AE",
        "%0D%0ASet-Cookie:%20a=b",
        "%2500",
        "%25%30%30",
        "%F4%90%80%80",
        "%80",
        "%A0%A1",
    ];
    list.extend(raw.iter().map(|text| (*text).to_owned()));
    list
}

async fn form(visitor: &mut Visitor, path: &str, body: String) -> Reply {
    let request = TestRequest::post()
        .uri(path)
        .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
        .set_payload(body);
    visitor.send(request).await
}

/// Sends every nasty text through every field a respondent has, and through forms of staff; gives the statuses.
async fn nasty_statuses(backend: Backend) -> Vec<String> {
    let w = World::new(backend);
    let corpus = nasty();
    assert!(corpus.len() >= 200, "{}", corpus.len());
    let campaign = asking(&w, corpus.len(), &["overall", "importance", "keep"]);
    let mut visitor = w.visitor().await;
    let mut head = w.signed_in(&"head_it".into()).await;
    let csrf = head.get("/questionnaires/it").await.ok().hidden("csrf");
    head.post("/questionnaires/it/draft", &[("csrf", &csrf)]).await.location();
    let mut statuses = Vec::new();
    for (number, text) in (1..).zip(&corpus) {
        let link = w.link(&campaign, &person_id("prod", number));
        let posts = [
            (String::new(), format!("service=it&service={text}&language={text}&{text}={text}")),
            ("/group".to_owned(), format!("outside={text}")),
            ("/1".to_owned(), format!("service=it&q_overall={text}&q_importance={text}&q_keep={text}&go={text}")),
            ("/1".to_owned(), format!("service={text}&q_overall=3")),
            ("/1".to_owned(), format!("service=it&q_overall=3&q_keep={text}")),
            (
                "/1".to_owned(),
                format!("service=it&q_keep={text}&q_keep={text}&q_importance=reception&q_importance={text}"),
            ),
        ];
        let mut line = text.chars().take(60).collect::<String>();
        for (path, body) in posts {
            let reply = form(&mut visitor, &format!("{link}{path}"), body).await;
            line.push_str(&format!(" {}", reply.status.as_u16()));
            let html = reply.text();
            assert!(!html.contains("<script") && !html.contains("<svg onload"), "{text}");
        }
        for path in ["/1", "/check"] {
            let page = visitor.get(&format!("{link}{path}")).await;
            assert!(!page.text().chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "{text}");
            line.push_str(&format!(" {}", page.status.as_u16()));
        }
        // As part of an address, where it can be one.
        if text.bytes().all(|byte| byte.is_ascii_graphic()) && text.len() < 3000 && !text.contains(['#', '?']) {
            for path in [format!("{link}?lang={text}"), format!("{link}/{text}"), format!("/r/{text}")] {
                if let Ok(uri) = path.parse::<actix_web::http::Uri>() {
                    line.push_str(&format!(" {}", visitor.get(&uri.to_string()).await.status.as_u16()));
                }
            }
        }
        let sent = form(&mut visitor, &format!("{link}/sending"), format!("{text}={text}")).await;
        line.push_str(&format!(" {}", sent.status.as_u16()));
        let staff = format!(
            "csrf={csrf}&seen={text}&kind=satisfaction&text_fr={text}&text_en={text}&options={text}&dimension={text}"
        );
        for (path, body) in [
            ("/questionnaires/it/own", staff.clone()),
            ("/questionnaires/it/condition/keep", format!("{staff}&asked_if={text}")),
        ] {
            line.push_str(&format!(" {}", form(&mut head, path, body).await.status.as_u16()));
        }
        line.push_str(&format!(" {}", form(&mut visitor, "/sign-in", format!("email={text}")).await.status.as_u16()));
        statuses.push(line);
    }
    let sets = w.count("answered");
    statuses.push(format!(
        "{sets} sent, {} responses, {} comments",
        w.count("open_responses"),
        w.count("open_comments")
    ));
    assert!(sets + 3 >= corpus.len(), "almost every text lets its person answer: {sets}");
    statuses
}

#[test]
fn two_hundred_nasty_texts_do_the_same_on_both_databases() {
    let side = |backend| std::thread::spawn(move || actix_web::rt::System::new().block_on(nasty_statuses(backend)));
    let (sqlite, postgres) = (side(Backend::Sqlite), side(Backend::Postgres));
    let (sqlite, postgres) = (sqlite.join().expect("SQLite"), postgres.join().expect("Postgres"));
    assert_eq!(sqlite.len(), postgres.len());
    for (one, other) in sqlite.iter().zip(&postgres) {
        assert_eq!(one, other);
        assert!(!one.split(' ').any(|status| status.len() == 3 && status.starts_with('5')), "{one}");
    }
}

/// Words of our own making that respondents never meet, whole, in any case.
#[test]
fn respondents_pages_and_mails_say_it_plainly() {
    let templates = Templates::load();
    let french = ["fournisseur", "client", "scellement", "base", "verbatim"];
    let english = ["supplier", "client", "seal", "sealed", "sealing", "database", "verbatim"];
    let theirs = |template: &str| {
        let page = template.starts_with("answering/") || template.starts_with("progress/feedback");
        page || matches!(template, "mail/invitation.html" | "mail/reminder.html" | "mail/results.html")
    };
    let mut seen = BTreeSet::new();
    for sample in barometer::examples::samples().into_iter().filter(|sample| theirs(sample.template)) {
        seen.insert(sample.template);
        let text = sample.template.replace(".html", ".txt");
        let mail = sample.template.starts_with("mail/");
        for template in [sample.template, &text].into_iter().take(if mail { 2 } else { 1 }) {
            for (language, words) in [(Language::Fr, &french[..]), (Language::En, &english[..])] {
                let frame = Frame::plain(language, "Val-de-Brume", "/");
                let page = sample.render(&templates, template, &frame).expect("a page");
                // What is read: no tags, but their labels.
                let read = page.replace("aria-label=\"", ">").replace("alt=\"", ">");
                let read: String = read
                    .split('<')
                    .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
                    .collect::<Vec<_>>()
                    .join(" ");
                let read = read.to_lowercase();
                let met: BTreeSet<&str> = read.split(|c: char| !c.is_alphanumeric()).collect();
                for word in words {
                    for form in [(*word).to_owned(), format!("{word}s")] {
                        assert!(!met.contains(form.as_str()), "{form:?} in {template}, {language:?}");
                    }
                }
            }
        }
    }
    for template in [
        "answering/welcome.html",
        "answering/sheet.html",
        "answering/check.html",
        "answering/ended.html",
        "answering/group.html",
        "answering/decline.html",
        "progress/feedback.html",
        "mail/invitation.html",
        "mail/results.html",
    ] {
        assert!(seen.contains(template), "no sample of {template}");
    }
    for question in bank::questions() {
        let words = format!("{} {}", question.text(Language::Fr), question.text(Language::En)).to_lowercase();
        assert!(
            french
                .iter()
                .chain(&english)
                .all(|word| !words.split(|c: char| !c.is_alphanumeric()).any(|met| met == *word))
        );
    }
}
