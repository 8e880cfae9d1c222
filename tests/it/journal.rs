//! The audit log as administrators read it: in words, searched, paged, taken away.

use actix_web::http::StatusCode;
use barometer::app::audit;
use barometer::organisation::store as organisation;
use barometer::render::Language;
use barometer::web::Role;

use crate::world::World;
use crate::world::verbs::person;

fn staff(w: &World) {
    w.organisation(&[("prod", 2)]);
    w.write(|conn| {
        organisation::insert_people(conn, &["ada", "zoé"].map(|id| person(id, "staff", Language::Fr)))?;
        organisation::grant(conn, &"ada".into(), Role::Admin, &"".into())?;
        Ok(())
    });
}

/// Writes `count` lines, each by somebody, of a day.
fn write(w: &World, event: &'static str, count: usize, by: Option<&'static str>) {
    let clock = w.app.clock.clone();
    w.write(move |conn| {
        for number in 0..count {
            let who = by.map(Into::into);
            audit(conn, &clock, who.as_ref(), event, &format!("2026-Q1 number {number:03}"))?;
        }
        Ok(())
    });
}

on_both! {
    async fn the_journal_says_who_did_what_and_when(w: World) {
        staff(&w);
        write(&w, "campaign-thresholds", 1, Some("zoé"));
        w.move_to("2026-02-03T08:00:00Z");
        write(&w, "mails-halted", 1, None);
        let mut ada = w.signed_in(&"ada".into()).await;
        let page = ada.get("/administration/journal").await.ok().text();
        for words in ["Seuils changés", "Personne zoé", "Envoi suspendu par le programme", "le programme", "2026-Q1 number 000"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(page.find("suspendu par") < page.find("Seuils changés</td>"), "the latest first");
        // A key of somebody in a detail is read as their name, and found by it; other words stay.
        let clock = w.app.clock.clone();
        w.write(move |conn| audit(conn, &clock, Some(&"ada".into()), "role-granted", "zoé head it"));
        let named = ada.get("/administration/journal?search=personne%20zoe%20head").await.ok().text();
        assert!(named.contains(">Personne zoé head it</td>"), "{named}");
        // By who, without accents; by what; by day, both ends included.
        let found = async |ada: &mut crate::world::Visitor, query: &str| {
            let page = ada.get(&format!("/administration/journal?{query}")).await.ok().text();
            (page.contains("Seuils changés</td>"), page.contains("suspendu par le programme</td>"))
        };
        assert_eq!(found(&mut ada, "search=ZOE").await, (true, false));
        assert_eq!(found(&mut ada, "search=number").await, (true, true));
        assert_eq!(found(&mut ada, "event=mails-halted").await, (false, true));
        assert_eq!(found(&mut ada, "from=2026-02-03&until=2026-02-03").await, (false, true));
        assert_eq!(found(&mut ada, "until=2026-02-02").await, (true, false));
        let page = ada.get("/administration/journal?from=hier&search=nobody").await.ok().text();
        assert!(page.contains("value=\"hier\"") && page.contains("Aucune ligne ne correspond"), "{page}");
        // A line of a version that called it otherwise is there all the same.
        w.write(|conn| {
            let sql = "UPDATE audit_log SET event = 'of-older-days' WHERE event = 'mails-halted'";
            barometer::on_each!(conn, c => diesel::RunQueryDsl::execute(diesel::sql_query(sql), c))?;
            Ok(())
        });
        assert!(ada.get("/administration/journal").await.ok().text().contains("of-older-days"));
    }

    async fn page_by_page_every_line_comes_once(w: World) {
        staff(&w);
        write(&w, "settings-changed", 120, Some("zoé"));
        let mut ada = w.signed_in(&"ada".into()).await;
        let (mut path, mut seen) = ("/administration/journal?event=settings-changed".to_owned(), Vec::new());
        for _ in 0..4 {
            let page = ada.get(&path).await.ok().text();
            seen.extend((0..120).filter(|number| page.contains(&format!("number {number:03}"))));
            // The way back holds the address of this page too.
            let Some((_, rest)) = page.rsplit_once("after=").filter(|_| page.contains("rel=\"next\"")) else { break };
            let after: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
            path = format!("/administration/journal?event=settings-changed&after={after}");
        }
        let pages = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!((pages, seen.len()), (120, 120), "each once");
    }

    async fn it_is_taken_away_and_that_is_a_line_too(w: World) {
        staff(&w);
        write(&w, "settings-changed", 3, None);
        let clock = w.app.clock.clone();
        w.write(move |conn| audit(conn, &clock, None, "settings-changed", "=1+1"));
        let mut ada = w.signed_in(&"ada".into()).await;
        let file = ada.get("/administration/journal.csv?event=settings-changed").await.ok().text();
        assert!(file.starts_with("day,time,who,event,what,detail\r\n"), "{file}");
        assert_eq!(file.lines().count(), 5, "{file}");
        assert!(file.contains("'=1+1"), "no formula: {file}");
        let file = ada.get("/administration/journal.csv?profile=excel-fr").await.ok().text();
        assert!(file.starts_with('\u{feff}') && file.contains("day;time;who"), "{file}");
        assert_eq!(w.count("audit_log WHERE event = 'journal-taken'"), 2);
        assert_eq!(w.signed_in(&"zoé".into()).await.get("/administration/journal").await.status, StatusCode::FORBIDDEN);
    }
}
