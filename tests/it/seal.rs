//! The promise "then it is mixed with the others", tried with everything the database shows to somebody who has it.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use barometer::aggregation::publication;
use barometer::answering::draft::Draft;
use barometer::answering::seal;
use barometer::answering::sending::Outcome;
use barometer::app::{App, token_hash};
use barometer::campaign::{Campaign, closing, store as campaigns};
use barometer::db::Address;
use barometer::db::ids::PersonId;
use barometer::doors::api::keys::Scope;
use barometer::doors::metrics::Watch;
use barometer::organisation::store as organisation;
use barometer::schedule;
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::verbs::{about, nine_on, person_id};
use crate::world::{Backend, World};

const PEOPLE: usize = 60;
const CAMPAIGNS: usize = 20;
const QUESTIONS: [&str; 3] = ["overall", "reception_1", "responsiveness_1"];

/// Answers that tell who gave them: the number in base 5.
fn telling(number: usize) -> Draft {
    let digit = |place: u32| i32::try_from(number / 5_usize.pow(place) % 5 + 1).expect("a digit");
    let mut draft = about("it", &[(QUESTIONS[0], digit(0)), (QUESTIONS[1], digit(1)), (QUESTIONS[2], digit(2))]);
    let sheet = draft.sheets.get_mut(&"it".into()).expect("a sheet");
    sheet.texts.insert("keep".to_owned(), format!("comment {number:02}"));
    draft.mirror.answers = sheet.answers.clone();
    draft
}

/// The number behind telling answers, as they are stored.
fn teller(answers: &str) -> usize {
    let digits: Vec<usize> =
        answers.bytes().filter(u8::is_ascii_digit).map(|digit| usize::from(digit - b'0')).collect();
    // "reception_1":4 holds two digits; the second is the answer.
    digits[0] - 1 + (digits[2] - 1) * 5 + (digits[4] - 1) * 25
}

on_both! {
    /// Without a mail server mails are files, and a reminder's says who had not answered by then.
    async fn files_of_mails_go_with_their_rows(w: World) {
        w.organisation(&[("prod", 12)]);
        w.supplier("it");
        let campaign = open_one(&w, "2026-Q1");
        let folder = w.app.config.outbox_folder();
        let deliver = async |w: &World| {
            w.tick();
            let transport = barometer::mail::transport::Transport::of(&w.app.config).expect("a folder");
            barometer::mail::send_due(&w.app, &transport, schedule::OFFICE).await.expect("the mails");
            std::fs::read_dir(w.app.config.outbox_folder()).expect("a folder").count()
        };
        let of_reminders = |w: &World| -> Vec<std::path::PathBuf> {
            let ids = w.lines("SELECT message_id AS line FROM outbox WHERE kind = 'reminder'");
            ids.iter().map(|id| folder.join(id.replace("@barometer", ".eml"))).collect()
        };
        assert_eq!(deliver(&w).await, 13, "those asked and the head");
        let foreign = folder.join("kept by hand.eml");
        std::fs::write(&foreign, "not ours").expect("written");
        for (number, answer) in (1..=8).zip([3, 4].into_iter().cycle()) {
            w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", answer)]));
        }
        w.move_to(&nine_on(campaign.reminder_days()[0]));
        deliver(&w).await;
        let reminders = of_reminders(&w);
        assert_eq!(reminders.len(), 4);
        assert!(reminders.iter().all(|file| file.exists()), "the attack: {reminders:?}");
        let closed = w.close(&campaign);
        let all = deliver(&w).await;
        assert!(!reminders.iter().any(|file| file.exists()), "{reminders:?}");
        assert!(foreign.exists() && all >= 14, "invitations stay as long as their rows: {all}");
        w.move_to(&nine_on(closed.closes_on.plus_days(barometer::retention::INVITATION_DAYS + 3)));
        deliver(&w).await;
        let left = w.lines("SELECT kind AS line FROM outbox");
        let files = std::fs::read_dir(&folder).expect("a folder").count();
        assert_eq!(files, left.len() + 1, "{left:?}");
    }
}

/// Everybody of "prod" is asked as a client and as the team.
fn open_one(w: &World, code: &str) -> Campaign {
    let campaign = w.open(&w.campaign(code, &["it"]));
    let id = campaign.id.clone();
    w.write(move |conn| {
        for sql in [
            format!("UPDATE invitations SET mirror = 'it' WHERE client_group = 'prod' AND campaign = '{id}'"),
            format!("UPDATE campaign_suppliers SET mirror_unit = 'prod', mirror_people = 60 WHERE campaign = '{id}'"),
        ] {
            barometer::on_each!(conn, c => diesel::sql_query(&sql).execute(c))?;
        }
        Ok(())
    });
    campaign
}

/// Keys by chance would make the verdict depend on luck: those of the open rows become the test's own.
fn fix_keys(w: &World, campaign: &Campaign) {
    let mut changes = Vec::new();
    for (table, content) in [("open_responses", "answers"), ("open_comments", "body"), ("open_mirrors", "answers")] {
        let own = format!("campaign = '{}'", campaign.id);
        for row in w.lines(&format!("SELECT {content} AS line FROM {table} WHERE {own}")) {
            let key = &token_hash(&format!("{} {table} {row}", campaign.code))[..22];
            changes.push(format!("UPDATE {table} SET key = '{key}' WHERE {content} = '{row}' AND {own}"));
        }
    }
    w.write(move |conn| {
        for sql in changes {
            barometer::on_each!(conn, c => diesel::sql_query(sql).execute(c))?;
        }
        Ok(())
    });
}

/// How well an order of sealed rows tells the order of arrival: exact ranks, and correlation of ranks.
#[derive(Default)]
struct Series {
    exact: usize,
    correlations: Vec<f64>,
}

impl Series {
    fn add(&mut self, order: &[usize]) {
        let people = order.len();
        assert_eq!(order.iter().collect::<BTreeSet<_>>(), (0..people).collect::<Vec<_>>().iter().collect());
        self.exact += order.iter().enumerate().filter(|(place, number)| place == *number).count();
        let middle = (people - 1) as f64 / 2.0;
        let spread: f64 = (0..people).map(|place| (place as f64 - middle).powi(2)).sum();
        let common: f64 =
            order.iter().enumerate().map(|(place, number)| (place as f64 - middle) * (*number as f64 - middle)).sum();
        self.correlations.push(common / spread);
    }

    fn assert_tells_nothing(&self, what: &str) {
        self.assert_within(what, 33, 0.1, 0.16);
    }

    /// Against rows as they were sent, the same attack finds everybody.
    fn assert_tells_all(&self, what: &str, people: usize) {
        assert_eq!(self.exact, CAMPAIGNS * people, "{what}");
        assert!(self.correlations.iter().all(|r| (r - 1.0).abs() < 1e-9), "{what}");
    }

    fn assert_within(&self, what: &str, exact: usize, drift: f64, bound: f64) {
        let n = self.correlations.len() as f64;
        assert_eq!(self.correlations.len(), CAMPAIGNS);
        let mean = self.correlations.iter().sum::<f64>() / n;
        let strength = self.correlations.iter().map(|r| r.abs()).sum::<f64>() / n;
        eprintln!("{what}: {} exact ranks, mean correlation {mean:.3}, mean strength {strength:.3}", self.exact);
        assert!(self.exact <= exact, "{what}: {} exact ranks", self.exact);
        assert!(mean.abs() <= drift, "{what}: {mean}");
        assert!(strength <= bound, "{what}: {strength}");
    }
}

fn sqlite_file(w: &World) -> Option<std::path::PathBuf> {
    if let Address::Sqlite(path) = &w.app.config.database { Some(path.clone()) } else { None }
}

/// Where in `bytes` each of `texts` stands: one pass for all of them, because the file is large and the texts many.
fn places(bytes: &[u8], texts: &[String]) -> Vec<Vec<usize>> {
    let head = |a: u8, b: u8| usize::from(a) << 8 | usize::from(b);
    let mut by_head = vec![Vec::new(); 1 << 16];
    for (number, text) in texts.iter().enumerate() {
        by_head[head(text.as_bytes()[0], text.as_bytes()[1])].push(number);
    }
    let mut found = vec![Vec::new(); texts.len()];
    for place in 1..bytes.len() {
        for number in &by_head[head(bytes[place - 1], bytes[place])] {
            if bytes[place - 1..].starts_with(texts[*number].as_bytes()) {
                found[*number].push(place - 1);
            }
        }
    }
    found
}

#[actix_web::test]
async fn relinking_fails_on_sqlite() {
    relink(&World::new(Backend::Sqlite));
}

#[actix_web::test]
async fn relinking_fails_on_postgres() {
    relink(&World::new(Backend::Postgres));
}

fn relink(w: &World) {
    w.organisation(&[("prod", PEOPLE + 1)]);
    w.supplier("it");
    let (mut rows, mut comments, mut offsets) = (Series::default(), Series::default(), Series::default());
    let mut mirrors = Series::default();
    let mut nights = Nights::default();
    for round in 0..CAMPAIGNS {
        let campaign = open_one(w, &format!("C{round:02}"));
        let id = campaign.id.clone();
        let place = if w.backend == Backend::Sqlite { "rowid" } else { "ctid" };
        let mut before = nights.pass(w, &campaign, round, place);
        let unsent = unsent_draft(w, &campaign);
        before.extend(old_keys(w, &campaign));
        fix_keys(w, &campaign);
        before.extend(old_keys(w, &campaign));

        let (row, today, now) = (campaign.clone(), w.app.today(), w.app.clock.now());
        assert!(w.write(move |conn| closing::close(conn, &row, today, now)));
        let seed = [u8::try_from(round).expect("a small number"); 32];
        let decided = id.clone();
        assert!(w.write(move |conn| campaigns::take_stage(conn, &decided, "closed", "decided")));
        seal::forget_flags(&w.app.db, id.clone(), seed).expect("the first side");
        seal::seal_answers(&w.app.db, id.clone(), seal::Fate::Sealed(seal::Hidden::new()), seed)
            .expect("the second side");
        seal::clear_traces(&w.app.db).expect("no trace");

        for table in ["answered", "drafts", "open_responses", "open_comments", "open_mirrors"] {
            assert_eq!(w.count(table), 0, "{table}");
        }
        let read = |column: &str, table: &str| {
            w.lines(&format!("SELECT {column} AS line FROM {table} WHERE campaign = '{id}' ORDER BY {place}"))
        };
        rows.add(&read("answers", "responses").iter().map(|text| teller(text)).collect::<Vec<_>>());
        mirrors.add(&read("answers", "mirrors").iter().map(|text| teller(text)).collect::<Vec<_>>());
        let told = |text: &String| text["comment ".len()..].parse().expect("a number");
        comments.add(&read("body", "comments").iter().map(told).collect::<Vec<_>>());
        let sealed = ["responses", "comments", "mirrors"];
        let keys: BTreeSet<String> = sealed.iter().flat_map(|table| read("key", table)).collect();
        assert_eq!(keys.len(), 3 * PEOPLE);
        assert!(keys.is_disjoint(&before), "a key outlived the seal");

        match sqlite_file(w) {
            Some(file) => {
                let wal = file.with_extension("sqlite-wal");
                assert_eq!(std::fs::metadata(&wal).map_or(0, |data| data.len()), 0, "the log is empty");
                let bytes = std::fs::read(&file).expect("the database file");
                let mut gone: Vec<String> = before.into_iter().collect();
                gone.extend((0..unsent.len() - 40).step_by(97).map(|start| unsent[start..start + 40].to_owned()));
                for (text, places) in gone.iter().zip(places(&bytes, &gone)) {
                    assert!(places.is_empty(), "an old key or a piece of a draft is still in the file: {text}");
                }
                let numbers: Vec<usize> = read("answers", "responses").iter().map(|text| teller(text)).collect();
                let texts: Vec<String> = read("key", "responses").iter().map(|key| format!("{key}{id}")).collect();
                let mut found: Vec<(usize, usize)> = places(&bytes, &texts)
                    .iter()
                    .zip(numbers)
                    .map(|(places, number)| {
                        assert_eq!(places.len(), 1, "one copy of a row");
                        (places[0], number)
                    })
                    .collect();
                found.sort_unstable();
                offsets.add(&found.into_iter().map(|(_, number)| number).collect::<Vec<_>>());
            }
            None => assert_no_common_xmin(w, &campaign),
        }
    }
    nights.assert_tell_nothing(w.backend);
    rows.assert_tells_nothing("order of sealed answers");
    comments.assert_tells_nothing("order of sealed comments");
    mirrors.assert_tells_nothing("order of sealed sheets of the mirror");
    if w.backend == Backend::Sqlite {
        offsets.assert_tells_nothing("byte offsets");
    }
}

/// Half of the people on each of two days, with a night after each: what the open tables tell then.
#[derive(Default)]
struct Nights {
    /// Before any seal: the attack at its best.
    unsealed: Series,
    first: Series,
    second: Series,
    comments: Series,
    /// Those of the mirror, which wait for the closing and are written anew each night.
    mirrors: Series,
    flags: Series,
    offsets: Series,
    /// The second day's answers, found by comparing a dump made after each night.
    between: Series,
}

impl Nights {
    /// Returns every key that has been and must be gone.
    fn pass(&mut self, w: &World, campaign: &Campaign, round: usize, place: &str) -> BTreeSet<String> {
        let half = PEOPLE / 2;
        let read = |column: &str, table: &str| {
            let own = format!("WHERE campaign = '{}' ORDER BY {place}", campaign.id);
            w.lines(&format!("SELECT {column} AS line FROM {table} {own}"))
        };
        let numbers = || read("answers", "open_responses").iter().map(|text| teller(text)).collect::<Vec<_>>();
        let mut gone = BTreeSet::new();
        let mut first_day = Vec::new();
        for day in 0..2 {
            for number in day * half..(day + 1) * half {
                let outcome = w.store_answers(campaign, &person_id("prod", number + 1), telling(number));
                assert_eq!(outcome, Outcome::Recorded);
            }
            if day == 0 {
                // What the seal is there for: before it, the rows lie in the order in which people answered, and
                // their keys stand in the file once each.
                self.unsealed.add(&numbers());
                assert_common_traces(w, campaign);
            }
            gone.extend(old_keys(w, campaign));
            fix_keys(w, campaign);
            gone.extend(old_keys(w, campaign));
            let night = barometer::clock::Day::parse("2026-01-06").expect("a day");
            let night = night.plus_days(i64::try_from(2 * round + day).expect("a small number"));
            let seed = [u8::try_from(128 + 2 * round + day).expect("a small number"); 32];
            barometer::answering::night::seal(&w.app.db, night, seed).expect("a night");
            assert_eq!(w.count("open_responses WHERE NOT sealed") + w.count("answered WHERE NOT sealed"), 0);
            assert!(old_keys(w, campaign).is_disjoint(&gone), "a key outlived the night");
            if day == 0 {
                first_day = numbers();
                self.first.add(&first_day);
                continue;
            }
            let all = numbers();
            self.second.add(&all);
            let new: Vec<usize> =
                all.into_iter().filter(|one| !first_day.contains(one)).map(|one| one - half).collect();
            self.between.add(&new);
            let told = |text: &String| text["comment ".len()..].parse().expect("a number");
            self.comments.add(&read("body", "open_comments").iter().map(told).collect::<Vec<_>>());
            let of_team = read("answers", "open_mirrors");
            self.mirrors.add(&of_team.iter().map(|text| teller(text)).collect::<Vec<_>>());
        }
        let own = format!("invitation IN (SELECT id FROM invitations WHERE campaign = '{}')", campaign.id);
        let people = "(SELECT person FROM invitations WHERE id = invitation)";
        let flags = w.lines(&format!("SELECT {people} AS line FROM answered WHERE {own} ORDER BY {place}"));
        let number = |person: &String| person["prod_".len()..].parse::<usize>().expect("a number") - 1;
        self.flags.add(&flags.iter().map(number).collect::<Vec<_>>());
        match sqlite_file(w) {
            Some(file) => {
                let wal = file.with_extension("sqlite-wal");
                assert!(std::fs::metadata(&wal).map_or(0, |data| data.len()) < 64 * 1024, "a log of one night");
                let bytes = [std::fs::read(&file).expect("the file"), std::fs::read(&wal).unwrap_or_default()].concat();
                let old: Vec<String> = gone.iter().cloned().collect();
                for (key, places) in old.iter().zip(places(&bytes, &old)) {
                    assert!(places.is_empty(), "an old key is still in the files: {key}");
                }
                let texts: Vec<String> =
                    read("key", "open_responses").iter().map(|key| format!("{key}{}", campaign.id)).collect();
                let mut found: Vec<(usize, usize)> =
                    places(&bytes, &texts).iter().zip(numbers()).map(|(places, number)| (places[0], number)).collect();
                found.sort_unstable();
                self.offsets.add(&found.into_iter().map(|(_, number)| number).collect::<Vec<_>>());
            }
            None => {
                let of = |table: &str, of: &str| -> BTreeSet<String> {
                    w.lines(&format!("SELECT DISTINCT xmin::text AS line FROM {table} {of}")).into_iter().collect()
                };
                let sheets = of("open_responses", "");
                let flags = of("answered", "");
                assert_eq!((sheets.len(), flags.len()), (1, 1), "one transaction a side");
                assert_eq!(of("open_mirrors", ""), sheets);
                for table in ["answered", "invitations", "client_groups", "campaign_suppliers", "outbox", "drafts"] {
                    assert!(of(table, "").is_disjoint(&sheets), "{table} shares a transaction with answers");
                }
            }
        }
        gone
    }

    fn assert_tell_nothing(&self, backend: Backend) {
        self.unsealed.assert_tells_all("order of unsealed answers", PEOPLE / 2);
        let half = 0.16 * 2.0_f64.sqrt();
        self.first.assert_within("order after a night", 33, 0.1, half);
        self.between.assert_within("what the second night added", 33, 0.1, half);
        self.second.assert_tells_nothing("order after two nights");
        self.comments.assert_tells_nothing("order of comments after two nights");
        self.mirrors.assert_tells_nothing("order of waiting sheets of the mirror after two nights");
        // Invitations are drawn anew in each run: bounds that chance exceeds once in a million runs.
        self.flags.assert_within("order of flags after two nights", 45, 0.15, 0.2);
        if backend == Backend::Sqlite {
            self.offsets.assert_tells_nothing("byte offsets after two nights");
        }
    }
}

/// Without a seal the attacks find people: keys in the files, flag and answer in one transaction.
fn assert_common_traces(w: &World, campaign: &Campaign) {
    let half = PEOPLE / 2;
    match sqlite_file(w) {
        Some(file) => {
            let wal = std::fs::read(file.with_extension("sqlite-wal")).expect("the log");
            let keys: Vec<String> = w.lines(&format!(
                "SELECT key || campaign AS line FROM open_responses WHERE campaign = '{}' ORDER BY rowid",
                campaign.id
            ));
            // The log tells the order even if the table did not.
            let firsts: Vec<usize> = places(&wal, &keys).iter().filter_map(|places| places.first().copied()).collect();
            assert!(firsts.len() >= half / 2, "{} of {half} in the log", firsts.len());
        }
        None => {
            let tied = w.lines(&format!(
                "SELECT i.person AS line FROM answered a JOIN invitations i ON i.id = a.invitation \
                 JOIN open_responses r ON r.xmin = a.xmin AND r.campaign = i.campaign WHERE i.campaign = '{}'",
                campaign.id
            ));
            assert_eq!(tied.len(), half, "row versions name everybody");
        }
    }
}

fn old_keys(w: &World, campaign: &Campaign) -> BTreeSet<String> {
    let of = |table: &str| w.lines(&format!("SELECT key AS line FROM {table} WHERE campaign = '{}'", campaign.id));
    ["open_responses", "open_comments", "open_mirrors"].into_iter().flat_map(of).collect()
}

/// The last person types and does not send.
fn unsent_draft(w: &World, campaign: &Campaign) -> String {
    let invitation = w.invitation(campaign, &person_id("prod", PEOPLE + 1));
    let text = telling(7).encrypt(&invitation.token(&w.app.link_key)).expect("a draft");
    let copy = text.clone();
    w.write(move |conn| barometer::answering::store::save_draft(conn, &invitation.id, &copy));
    text
}

fn assert_no_common_xmin(w: &World, campaign: &Campaign) {
    let of = |table: &str, of: &str| -> BTreeSet<String> {
        w.lines(&format!("SELECT DISTINCT xmin::text AS line FROM {table} {of}")).into_iter().collect()
    };
    let own = format!("WHERE campaign = '{}'", campaign.id);
    let sealed = of("responses", &own);
    assert_eq!(sealed.len(), 1, "one transaction wrote all sealed answers");
    assert_eq!(of("mirrors", &own), sealed);
    for table in ["answered", "invitations", "client_groups", "campaign_suppliers", "proposals", "outbox", "drafts"] {
        assert!(of(table, "").is_disjoint(&sealed), "{table} shares a transaction with sealed answers");
    }
    assert!(of("participation_days", "").is_disjoint(&sealed));
}

fn answer_all(w: &World, campaign: &Campaign, unit: &str, numbers: std::ops::RangeInclusive<usize>) {
    for number in numbers {
        assert_eq!(w.store_answers(campaign, &person_id(unit, number), telling(number)), Outcome::Recorded);
    }
}

fn figures(w: &World, campaign: &Campaign) -> Vec<String> {
    let bare = "client_group, subject, indicator, value, word, low, high, n, shown";
    let columns = bare.split(", ").map(|c| format!("COALESCE(CAST({c} AS TEXT), '-')")).collect::<Vec<_>>();
    let columns = columns.join(" || ' ' || ");
    w.lines(&format!("SELECT {columns} AS line FROM figures WHERE campaign = '{}' ORDER BY 1", campaign.id))
}

on_both! {
    async fn surfaces_do_not_move_while_answers_arrive(w: World) {
        w.organisation(&[("prod", 40), ("sales", 20)]);
        w.supplier("it");
        w.write(|conn| {
            for (id, role) in [("hugo", Role::Hr), ("rita", Role::Reader)] {
                let one = crate::world::verbs::person(id, "staff", barometer::render::Language::Fr);
                organisation::insert_people(conn, &[one])?;
                organisation::grant(conn, &id.into(), role, &"".into())?;
            }
            Ok(())
        });
        let first = open_one(&w, "2026-Q1");
        answer_all(&w, &first, "prod", 1..=25);
        answer_all(&w, &first, "sales", 1..=14);
        let first = w.close(&first);
        assert!(first.is_published() && first.stage == "done", "{first:?}");
        w.move_to("2026-04-06T08:00:00Z");
        let second = open_one(&w, "2026-Q2");
        answer_all(&w, &second, "prod", 1..=12);
        w.tick();
        let group = "prod".into();
        let feedback = barometer::progress::feedback::path(&w.app, &first.id, &group);
        let unused = w.link(&second, &person_id("sales", 20));
        let follow = format!("/campaigns/{}", second.id);
        let paths = [
            "/", "/results", "/results/it", "/results/it/2026-Q1", "/results/it/2026-Q2", "/actions", "/campaigns",
            &follow, "/people", "/suppliers/it", "/exports/2026-Q1/indicators.csv",
            "/exports/2026-Q1/participation.csv", "/exports/2026-Q2/participation.csv", &feedback, &unused,
            "/health/live", "/health/ready",
        ];
        let key = w.key(&[Scope::Results]);
        let mut bodies = Vec::new();
        for later in [14, 20] {
            let mut seen = Vec::new();
            for who in ["head_it", "hugo", "rita"] {
                let mut visitor = w.signed_in(&PersonId::from(who)).await;
                for path in paths {
                    let reply = visitor.get(path).await;
                    assert!(!reply.status.is_server_error(), "{who} {path}: {}", reply.main());
                    seen.push((who, path, reply.status, without_token(&reply.text())));
                }
            }
            for path in ["/campaigns", "/campaigns/2026-Q2", "/campaigns/2026-Q2/participation", "/campaigns/2026-Q1/indicators"] {
                let reply = w.visitor().await.send(w.asks(path, &key)).await.ok();
                seen.push(("key", path, reply.status, reply.text() + reply.headers.get("etag").unwrap().to_str().unwrap()));
            }
            // What a supervisor reads, but for the requests and connections of this test itself.
            let told = barometer::doors::metrics::text(&w.app, &Watch::default()).await.expect("metrics");
            let told: String = told.lines().filter(|line| !line.contains("barometer_http_") && !line.contains("_connections")).collect();
            seen.push(("supervisor", "/metrics", StatusCode::OK, told));
            bodies.push(seen);
            answer_all(&w, &second, "prod", later..=later + 5);
            w.tick();
        }
        assert!(bodies[0].iter().filter(|(_, _, status, _)| status.is_success()).count() >= 20);
        for (before, after) in bodies[0].iter().zip(&bodies[1]) {
            assert_eq!(before, after);
        }
    }

    async fn late_and_second_answers_are_refused(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let campaign = open_one(&w, "2026-Q1");
        answer_all(&w, &campaign, "prod", 1..=12);
        let before = w.dump();
        assert_eq!(w.store_answers(&campaign, &person_id("prod", 3), telling(50)), Outcome::Before);
        assert_eq!(w.dump(), before);
        let link = w.link(&campaign, &person_id("prod", 20));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        w.close(&campaign);
        let before = w.dump();
        assert_eq!(w.store_answers(&campaign, &person_id("prod", 20), telling(50)), Outcome::TooLate);
        for path in ["", "/1", "/sending", "/decline", "/group"] {
            let reply = visitor.post(&format!("{link}{path}"), &[("q_overall", "1")]).await;
            assert!(reply.status.is_success() || reply.status.is_redirection(), "{path}: {}", reply.status);
        }
        assert_eq!(w.dump(), before, "nothing moves after the closing");
        assert!(visitor.get(&link).await.location().starts_with("/f/"));
        assert_eq!((w.count("responses"), w.count("comments"), w.count("drafts"), w.count("answered")), (12, 12, 0, 0));
        // Closing again does nothing.
        assert!(!schedule::close(&w.app, &campaign).expect("a closing"));
        assert_eq!(w.dump(), before);
    }

    async fn a_seal_cut_short_finishes_at_the_next_start(w: World) {
        w.organisation(&[("prod", 30), ("sales", 20)]);
        w.supplier("it");
        let straight = open_one(&w, "straight");
        let cut = open_one(&w, "cut");
        for campaign in [&straight, &cut] {
            answer_all(&w, campaign, "prod", 1..=20);
            answer_all(&w, campaign, "sales", 1..=3);
        }
        w.close(&straight);
        let (row, today, now) = (cut.clone(), w.app.today(), w.app.clock.now());
        assert!(w.write(move |conn| closing::close(conn, &row, today, now)));
        for stage in ["closed", "decided", "flags", "sealed"] {
            // Each step by a process of its own, killed after it.
            let app = App { link_key: w.app.link_key.clone(), ..App::open((*w.app.config).clone(), w.app.clock.clone()).expect("a start") };
            assert_eq!(w.again(&cut).stage, stage);
            let own = |table: &str| w.count(&format!("{table} WHERE campaign = '{}'", cut.id));
            assert_eq!(own("open_responses") + own("responses"), 23, "{stage}");
            assert_eq!(own("open_comments") + own("comments"), 23, "{stage}");
            assert_eq!(own("open_mirrors") + own("mirrors"), 20, "{stage}: those of prod");
            if stage == "flags" {
                // The first side once more, as if the mark had not been seen.
                seal::forget_flags(&app.db, cut.id.clone(), [1; 32]).expect("harmless");
            }
            assert!(publication::step(&app, &cut.id).expect("a step"));
        }
        assert_eq!(w.again(&cut).stage, "published");
        w.tick();
        assert_eq!(w.again(&cut).stage, "done");
        assert_eq!(figures(&w, &cut), figures(&w, &straight));
        let groups = format!("SELECT DISTINCT client_group AS line FROM responses WHERE campaign = '{}' ORDER BY 1", cut.id);
        assert_eq!(w.lines(&groups), ["other"], "sales is hidden, and prod with it, or it could be subtracted");
    }

    async fn another_open_campaign_survives_a_seal(w: World) {
        w.organisation(&[("prod", 30)]);
        w.supplier("it");
        let (closing, other) = (open_one(&w, "closing"), open_one(&w, "other"));
        answer_all(&w, &closing, "prod", 1..=20);
        answer_all(&w, &other, "prod", 1..=11);
        let link = w.link(&other, &person_id("prod", 21));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        visitor.post(&format!("{link}/1"), &[("q_keep", "pas encore envoyé")]).await.location();
        let content = |w: &World| {
            let own = format!("WHERE campaign = '{}' ORDER BY 1", other.id);
            let mut all = w.lines(&format!("SELECT client_group || answers AS line FROM open_responses {own}"));
            all.extend(w.lines(&format!("SELECT client_group || body AS line FROM open_comments {own}")));
            all.extend(w.lines(&format!("SELECT answers AS line FROM open_mirrors {own}")));
            all.extend(w.lines("SELECT invitation AS line FROM answered ORDER BY 1").into_iter().filter(|id| {
                w.lines(&format!("SELECT campaign AS line FROM invitations WHERE id = '{id}'")) == [other.id.0.clone()]
            }));
            all
        };
        let (before, keys) = (content(&w), old_keys(&w, &other));
        w.close(&closing);
        assert_eq!(content(&w), before);
        assert!(old_keys(&w, &other).is_disjoint(&keys), "the survivors have fresh keys too");
        assert_eq!(w.count("answered"), 11);
        assert!(visitor.get(&format!("{link}/1")).await.ok().text().contains("pas encore envoyé"));
        visitor.post(&format!("{link}/sending"), &[]).await.location();
        assert_eq!(w.store_answers(&other, &person_id("prod", 4), telling(9)), Outcome::Before);
        w.close(&other);
        let own = |table: &str| w.count(&format!("{table} WHERE campaign = '{}'", other.id));
        assert_eq!((own("responses"), own("comments")), (11, 12));
    }
}

/// A page without what differs from session to session.
fn without_token(text: &str) -> String {
    let mut parts = text.split("name=\"csrf\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.map(|part| part.split_once('"').map_or(part, |(_, rest)| rest)).collect::<String>()
}
