//! Returned mail, whoever wrote it: what each file says, and that the mail it is about is found.

use std::path::Path;
use std::sync::Arc;

use barometer::campaign::Campaign;
use barometer::config::Config;
use barometer::mail::bounces::{self, Found, understand};
use diesel::prelude::*;

use super::people::file;
use crate::mail::{smtp, ten_people};
use crate::world::World;
use crate::world::sink::{Sink, header};
use crate::world::verbs::nine_on;

/// Every file, and whether the mail that stands in it is found failed for good.
const FAILED: [&str; 25] = [
    "10-a-postfix.eml",
    "10-b-m365-own-message-id-kept.eml",
    "10-c-m365-message-id-replaced.eml",
    "10-d-ses-message-id-replaced.eml",
    "10-e-gateway-banner-multipart-mixed.eml",
    "10-f-forwarded-as-attachment.eml",
    "10-g-no-report-type.eml",
    "10-h-exim.eml",
    "10-i-exim-old-text-only.eml",
    "10-j-qmail.eml",
    "10-k-status-comment-mailbox-full.eml",
    "10-m-folded-message-id.eml",
    "10-n-smtp-code-in-status.eml",
    "10-o-mbox-from-line.eml",
    "10-p-global.eml",
    "10-q-base64-status.eml",
    "10-u-two-recipients-first-ok.eml",
    "10-v-no-status-line-space-blank.eml",
    "10-w-in-maildir-cur-seen.eml",
    "10-x-google-original-message-id.eml",
    "10-z-returned-headers-encoded-base64.eml",
    "10-za-opensmtpd-failed.eml",
    "10-zb-report-as-attachment-part-name.eml",
    "10-zd-opensmtpd-expired-says-delayed.eml",
    "10-ze-exim-no-diagnostic.eml",
];

#[test]
fn every_file_says_what_its_kind_says() {
    for name in FAILED.into_iter().chain(["10-zf-dma-text-only.eml", "10-y-original-envelope-only-dsn.eml"]) {
        let Found::Failed(failure) = understand(&file(name)) else { panic!("{name}: {:?}", understand(&file(name))) };
        assert!(!failure.said.is_empty(), "{name}");
        let ours = String::from_utf8_lossy(&file(name)).contains("List-Unsubscribe: ") || name.contains("base64");
        assert_eq!(failure.marks.is_empty(), !ours, "{name}: {failure:?}");
    }
    for name in ["10-l-delayed.eml", "10-t-out-of-office.eml"] {
        assert_eq!(understand(&file(name)), Found::Nothing, "{name}");
    }
    let said = |name: &str| match understand(&file(name)) {
        Found::Failed(failure) => failure.said,
        other => panic!("{other:?}"),
    };
    assert_eq!(said("10-ze-exim-no-diagnostic.eml"), "Unrouteable address");
    assert_eq!(
        said("10-za-opensmtpd-failed.eml"),
        "550 5.1.1 <gone@remote.test>: Recipient address rejected: User unknown"
    );
    assert_eq!(said("10-zd-opensmtpd-expired-says-delayed.eml"), "Envelope expired");
    assert_eq!(said("10-j-qmail.eml"), "Sorry, no mailbox here by that name. (#5.1.1)");
    assert_eq!(said("10-i-exim-old-text-only.eml"), "unknown user");
}

/// Reports that servers really wrote (`tests/data/returned`, made from Debian's packages): each by its table.
#[test]
fn every_server_that_was_tried_is_understood() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/returned");
    let table = std::fs::read_to_string(folder.join("README.md")).expect("the table");
    let mut read = 0;
    for line in table.lines().filter(|line| line.starts_with("| ") && line.contains(".eml |")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let (name, id) = (cells[0], cells[cells.len() - 1].trim_matches(['`', ' ']).split('@').next().unwrap());
        let found = understand(&std::fs::read(folder.join(name)).expect("the report"));
        read += 1;
        if name.contains("-delayed") {
            assert_eq!(found, Found::Nothing, "{name}");
            continue;
        }
        let Found::Failed(failure) = found else { panic!("{name}: {found:?}") };
        assert_eq!(failure.marks.ids, [id], "{name}");
        assert!(!failure.marks.renamed, "{name}");
        let words = failure.said.chars().filter(|c| c.is_alphabetic()).count();
        assert!(words > 5, "{name}: HR reads {:?}", failure.said);
    }
    let files =
        std::fs::read_dir(&folder).unwrap().flatten().filter(|one| one.path().extension().is_some_and(|e| e == "eml"));
    assert!(read == files.count() && read > 70, "{read} in the table");
}

fn reading(w: &mut World, folder: &Path) {
    w.app.config = Arc::new(Config { bounces: Some(folder.to_owned()), ..(*w.app.config).clone() });
}

fn run(w: &World) {
    bounces::read(&w.app, barometer::campaign::unsubscribe::asked_by).expect("a run");
}

fn states(w: &World) -> Vec<String> {
    w.lines("SELECT person || ' ' || state AS line FROM outbox WHERE kind = 'invitation' ORDER BY person")
}

/// The file `name` about a mail that really left: its ids, its address, its own address behind List-Unsubscribe.
fn about(name: &str, mail: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(&file(name)).into_owned();
    let lines: Vec<&str> = text.lines().collect();
    let id = header(mail, "Message-ID");
    let own = id.trim_matches(['<', '>']);
    let unsubscribe = header(mail, "List-Unsubscribe");
    let date = header(mail, "Date");
    let mut out = Vec::new();
    for line in lines {
        let line = if line.starts_with("List-Unsubscribe: ") {
            format!("List-Unsubscribe: {unsubscribe}")
        } else if line.starts_with("Date: ") {
            format!("Date: {date}")
        } else {
            let found = line.find("@localhost.localdomain>").and_then(|end| Some((line[..end].rfind('<')?, end)));
            match found {
                Some((start, end)) if end - start == 19 => {
                    format!("{}{own}{}", &line[..=start], &line[end + "@localhost.localdomain".len()..])
                }
                _ => line.replace("<ID@local.example>", &id),
            }
        };
        out.push(line);
    }
    out.join("\r\n").into_bytes()
}

async fn sent(w: &mut World) -> (Campaign, Sink) {
    let sink = Sink::new();
    w.transport = smtp(w, sink.port);
    let campaign = ten_people(w);
    w.send_mail().await;
    (campaign, sink)
}

fn mail_to<'a>(mails: &'a [String], person: &str) -> &'a str {
    mails.iter().find(|mail| header(mail, "To").contains(&format!("{person}@"))).expect("a mail")
}

on_both! {
    async fn a_mail_is_known_again_whatever_came_back_of_it(w: World) {
        let mut w = w;
        let (_, sink) = sent(&mut w).await;
        let mails = sink.taken();
        let folder = tempfile::tempdir().expect("a folder");
        reading(&mut w, folder.path());
        let in_base64 = |name: &&&str| !name.contains("base64");
        for (n, name) in FAILED.iter().filter(in_base64).enumerate() {
            let person = format!("prod_{}", n % 10 + 1);
            std::fs::write(folder.path().join(name), about(name, mail_to(&mails, &person))).expect("a file");
            run(&w);
            assert!(states(&w).contains(&format!("{person} failed")), "{name}: {:?}", w.lines("SELECT reason || ' ' || said AS line FROM unmatched_returns"));
            w.write(|conn| Ok(diesel::sql_query("UPDATE outbox SET state = 'sent', fault = NULL").execute(conn).map(|_| ())?));
        }
        assert_eq!(w.count("unmatched_returns"), 0);
        assert_eq!(w.count("relay WHERE renamed_at IS NOT NULL"), 1, "a relay that renames is seen");
        // dma's plain text, too, where the headers follow.
        std::fs::write(folder.path().join("dma.eml"), about("10-zf-dma-text-only.eml", mail_to(&mails, "prod_4"))).expect("a file");
        run(&w);
        assert!(states(&w).contains(&"prod_4 failed".to_owned()));
    }

    async fn a_mail_opened_before_is_read_once_and_letters_stay_as_they_are(w: World) {
        let mut w = w;
        let (_, sink) = sent(&mut w).await;
        let mails = sink.taken();
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["new", "cur", "tmp"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        reading(&mut w, folder.path());
        let put = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).expect("a file");
        put("cur/1.host:2,S", &about("10-w-in-maildir-cur-seen.eml", mail_to(&mails, "prod_1")));
        put("new/2.host", &about("10-a-postfix.eml", mail_to(&mails, "prod_2")));
        put("new/3.host", &file("10-t-out-of-office.eml"));
        run(&w);
        assert_eq!(states(&w).iter().filter(|line| line.ends_with(" failed")).count(), 2);
        let there = |name: &str| folder.path().join(name).exists();
        assert!(there("cur/1.host:2,S") && there("cur/2.host:2,S") && there("new/3.host"), "a letter stays unread");
        let log = "SELECT detail AS line FROM audit_log WHERE event = 'bounces-read'";
        assert_eq!(w.lines(log), ["2 matched, 0 unmatched, 1 ignored, 0 unread"]);
        run(&w);
        assert_eq!(w.lines(log).len(), 1, "each is read once");
        std::fs::remove_file(folder.path().join("new/3.host")).expect("somebody files it");
        run(&w);
        assert_eq!(w.count("returns_read"), 2);
    }

    async fn what_could_not_be_tied_is_told_by_number_and_age(w: World) {
        let mut w = w;
        let (campaign, sink) = sent(&mut w).await;
        let mails = sink.taken();
        let folder = tempfile::tempdir().expect("a folder");
        reading(&mut w, folder.path());
        std::fs::write(folder.path().join("1.eml"), file("10-y-original-envelope-only-dsn.eml")).expect("a file");
        std::fs::write(folder.path().join("2.eml"), file("10-zf-dma-text-only.eml")).expect("a file");
        std::fs::write(folder.path().join("3.eml"), file("10-a-postfix.eml")).expect("a file");
        run(&w);
        assert_eq!(w.lines("SELECT reason AS line FROM unmatched_returns ORDER BY reason"), ["nameless", "past", "text"]);
        w.write(|conn| {
            use barometer::organisation::store;
            store::insert_people(conn, &[crate::world::verbs::person("hugo", "staff", barometer::render::Language::Fr), crate::world::verbs::person("ada", "staff", barometer::render::Language::Fr)])?;
            store::grant(conn, &"hugo".into(), barometer::web::Role::Hr, &"".into())?;
            store::grant(conn, &"ada".into(), barometer::web::Role::Admin, &"".into())
        });
        let (mut hugo, mut ada, mut head) = (w.signed_in(&"hugo".into()).await, w.signed_in(&"ada".into()).await, w.signed_in(&"head_it".into()).await);
        let told = "2 messages revenus depuis le 5 janvier 2026";
        for path in ["/".to_owned(), format!("/campaigns/{}", campaign.id)] {
            assert!(hugo.get(&path).await.ok().main().contains(told), "{path}");
        }
        for path in ["/", "/administration/tasks"] {
            assert!(ada.get(path).await.ok().main().contains(told), "{path}");
        }
        assert!(!head.get("/").await.ok().main().contains("messages revenus"));
        let page = hugo.get("/administration/returned-mail").await.ok().main();
        assert!(page.contains("550 5.1.1 &lt;…@remote.test&gt;") && page.contains("user unknown"), "{page}");
        assert!(!page.contains("gone@"), "names are not kept: {page}");
        assert_eq!(head.get("/administration/returned-mail").await.status, actix_web::http::StatusCode::FORBIDDEN);
        // An old report about an invitation that was sent anew since is about neither.
        let old = about("10-d-ses-message-id-replaced.eml", mail_to(&mails, "prod_1"));
        w.move_to(&nine_on(campaign.opens_on.plus_days(3)));
        let mut hugo = w.signed_in(&"hugo".into()).await;
        hugo.post(&format!("/campaigns/{}/invited/prod_1/link", campaign.id), &[]).await.location();
        w.send_mail().await;
        std::fs::write(folder.path().join("4.eml"), old).expect("a file");
        run(&w);
        assert!(!states(&w).contains(&"prod_1 failed".to_owned()));
        // Kept for thirty days.
        w.move_to(&nine_on(campaign.opens_on.plus_days(34)));
        w.tick();
        assert_eq!(w.count("unmatched_returns"), 0);
    }

    async fn a_server_that_gives_ids_back_gets_them_and_a_narrow_one_is_borne(w: World) {
        let (mut w, sink) = (w, Sink::new());
        sink.keeps_ids();
        sink.takes_at_once(3);
        w.transport = smtp(&w, sink.port);
        let campaign = ten_people(&w);
        let mut sent = 0;
        for _ in 0..4 {
            sent += w.send_mail().await;
        }
        assert_eq!(sent, 10);
        for mail in sink.taken() {
            let id = header(&mail, "Message-ID").trim_start_matches('<').split('@').next().unwrap_or_default().to_owned();
            assert!(sink.envelopes().iter().any(|line| line.contains(&format!("RET=HDRS ENVID={id}"))), "{id}");
            assert_eq!(header(&mail, barometer::mail::transport::MARK), id);
        }
        let lanes: i32 = w.lines("SELECT CAST(lanes AS TEXT) AS line FROM relay")[0].parse().expect("a number");
        assert!((1..=3).contains(&lanes), "{lanes}");
        assert_eq!(w.count("relay WHERE faults > 0"), 0, "the server is there: nobody leaves it alone");
        // A report without the mail: the envelope's id is enough.
        let id = header(mail_to(&sink.taken(), "prod_3"), "Message-ID").trim_start_matches('<').split('@').next().unwrap_or_default().to_owned();
        let text = String::from_utf8(file("10-y-original-envelope-only-dsn.eml")).expect("text");
        let folder = tempfile::tempdir().expect("a folder");
        reading(&mut w, folder.path());
        let with = text.replace("Reporting-MTA:", &format!("Original-Envelope-Id: {id}\nReporting-MTA:"));
        std::fs::write(folder.path().join("1.eml"), with).expect("a file");
        run(&w);
        assert!(states(&w).contains(&"prod_3 failed".to_owned()));
        assert!(!w.again(&campaign).code.is_empty());
    }
}
