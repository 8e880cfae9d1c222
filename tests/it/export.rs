//! Files of a published campaign: exact bytes, who may take them, what stands in the audit log.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::process::{Command, Output};

use barometer::aggregation::figure::Figure;

use barometer::aggregation::store::Publication;
use barometer::campaign::participation::DayCount;
use barometer::campaign::{Campaign, ClientGroup, State};
use barometer::clock::Day;
use barometer::db::schema as s;
use barometer::db::{Address, Conn};
use barometer::error::Result;
use barometer::export::pages::ExportsPage;
use barometer::organisation::{Person, Unit};
use barometer::render::sample::Sampled;
use barometer::render::{Frame, Language};
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::World;

const FINGERPRINT: &str = "0123456789abcdef0123456789abcdef";

fn wave(code: &str, state: State) -> Campaign {
    let day = |text| Day::parse(text).expect("a day");
    Campaign {
        state,
        closes_on: day("2026-01-20"),
        stage: state.as_str().to_owned(),
        ..Campaign::draft(format!("c{code}").as_str().into(), code.to_owned(), day("2026-01-08"))
    }
}

/// A figure of 2026-Q1: its keys, then value, low and high, n; shown.
fn figure(keys: [&str; 4], value: Option<f64>, interval: Option<(f64, f64)>, n: Option<i32>) -> Figure {
    let [supplier, group, subject, indicator] = keys;
    Figure {
        campaign: "c2026-Q1".into(),
        supplier: supplier.into(),
        client_group: group.into(),
        subject: subject.to_owned(),
        indicator: indicator.to_owned(),
        value,
        word: None,
        low: interval.map(|(low, _)| low),
        high: interval.map(|(_, high)| high),
        n,
        shown: true,
    }
}

fn figures() -> Vec<Figure> {
    let word = Figure {
        word: Some("not_shown".to_owned()),
        ..figure(["it", "*", "overall", "change_verdict"], None, None, Some(61))
    };
    // Even figures left beside `shown = false` by mistake must not leave.
    let hidden =
        Figure { shown: false, ..figure(["it", "=1+1", "overall", "mean"], Some(4.2), Some((4.0, 4.4)), Some(4)) };
    vec![
        hidden,
        figure(["it", "B2", "overall", "mean"], Some(3.5), None, Some(12)),
        word,
        figure(["it", "*", "overall", "satisfied"], Some(0.1 + 0.2), Some((0.25, 0.5)), Some(61)),
        figure(["it", "*", "overall", "net"], Some(-0.5), Some((-0.75, 0.0)), Some(61)),
        figure(["hr", "*", "*", "alpha"], None, None, Some(3)),
    ]
}

fn fill(conn: &mut Conn) -> Result<()> {
    let unit = Unit { code: "dg".into(), name: "Direction".to_owned(), parent: None, active: true };
    diesel::insert_into(s::units::table).values(&unit).execute(conn)?;
    for (name, role, of) in [
        ("hugo", Role::Hr, ""),
        ("ada", Role::Admin, ""),
        ("dina", Role::Direction, ""),
        ("rita", Role::Reader, ""),
        ("carla", Role::Head, "it"),
    ] {
        let person = Person {
            id: name.into(),
            person_id: None,
            email: format!("{name}@x.example"),
            name: name.to_uppercase(),
            unit: "dg".into(),
            language: Language::Fr,
            active: true,
            until: None,
            away: false,
        };
        diesel::insert_into(s::people::table).values(&person).execute(conn)?;
        diesel::insert_into(s::grants::table)
            .values((s::grants::person.eq(name), s::grants::role.eq(role), s::grants::supplier.eq(of)))
            .execute(conn)?;
    }
    for campaign in [wave("2026-Q1", State::Published), wave("2026-Q2", State::Open)] {
        diesel::insert_into(s::campaigns::table).values(&campaign).execute(conn)?;
    }
    let publication = Publication {
        campaign: "c2026-Q1".into(),
        published_at: crate::world::moment("2026-01-22T08:00:00Z"),
        method_version: 1,
        fingerprint: FINGERPRINT.to_owned(),
        basis: String::new(),
    };
    diesel::insert_into(s::publications::table).values(&publication).execute(conn)?;
    for figure in figures() {
        diesel::insert_into(s::figures::table).values(&figure).execute(conn)?;
    }
    for (code, name) in [("a", "=1+1"), ("b", "Achats, ventes"), ("c", "Production; usine")] {
        let group = ClientGroup {
            campaign: "c2026-Q1".into(),
            code: code.into(),
            name: name.to_owned(),
            invited: 0,
            sendings: 0,
        };
        diesel::insert_into(s::client_groups::table).values(&group).execute(conn)?;
    }
    for (day, counts) in [("2026-01-09", [0, 0, 0]), ("2026-01-10", [1, 5, 6]), ("2026-01-11", [10, 5, 6])] {
        let total: i32 = counts.iter().sum();
        let [a, b, c] = counts;
        for (group, invited, sendings) in [("a", 30, a), ("b", 20, b), ("c", 20, c), ("*", 70, total)] {
            let count = DayCount {
                campaign: "c2026-Q1".into(),
                day: Day::parse(day).expect("a day"),
                client_group: group.into(),
                invited,
                sendings,
            };
            diesel::insert_into(s::participation_days::table).values(&count).execute(conn)?;
        }
    }
    Ok(())
}

fn audit_lines(w: &World) -> Vec<(Option<String>, String)> {
    w.app
        .db
        .read_now(|conn| {
            Ok(s::audit_log::table
                .filter(s::audit_log::event.eq("export"))
                .order(s::audit_log::id)
                .select((s::audit_log::person, s::audit_log::detail))
                .load(conn)?)
        })
        .expect("the audit log")
}

const INDICATORS: &str = "campaign,supplier,group,subject,indicator,value,low,high,n,shown,word\r
2026-Q1,hr,*,*,alpha,,,,3,yes,\r
2026-Q1,it,*,overall,change_verdict,,,,61,yes,not_shown\r
2026-Q1,it,*,overall,net,-0.5,-0.75,0,61,yes,\r
2026-Q1,it,*,overall,satisfied,0.30000000000000004,0.25,0.5,61,yes,\r
2026-Q1,it,'=1+1,overall,mean,,,,,no,\r
2026-Q1,it,B2,overall,mean,3.5,,,12,yes,\r
";

const INDICATORS_FR: &str = "\u{feff}campaign;supplier;group;subject;indicator;value;low;high;n;shown;word\r
2026-Q1;hr;*;*;alpha;;;;3;yes;\r
2026-Q1;it;*;overall;change_verdict;;;;61;yes;not_shown\r
2026-Q1;it;*;overall;net;-0,5;-0,75;0;61;yes;\r
2026-Q1;it;*;overall;satisfied;0,30000000000000004;0,25;0,5;61;yes;\r
2026-Q1;it;'=1+1;overall;mean;;;;;no;\r
2026-Q1;it;B2;overall;mean;3,5;;;12;yes;\r
";

const PARTICIPATION: &str = "campaign,group,group_name,day,invited,sendings,shown\r
2026-Q1,*,,2026-01-09,70,,no\r
2026-Q1,*,,2026-01-10,70,12,yes\r
2026-Q1,*,,2026-01-11,70,21,yes\r
2026-Q1,a,'=1+1,2026-01-09,30,,no\r
2026-Q1,a,'=1+1,2026-01-10,30,,no\r
2026-Q1,a,'=1+1,2026-01-11,30,10,yes\r
2026-Q1,b,\"Achats, ventes\",2026-01-09,20,,no\r
2026-Q1,b,\"Achats, ventes\",2026-01-10,20,,no\r
2026-Q1,b,\"Achats, ventes\",2026-01-11,20,5,yes\r
2026-Q1,c,Production; usine,2026-01-09,20,,no\r
2026-Q1,c,Production; usine,2026-01-10,20,6,yes\r
2026-Q1,c,Production; usine,2026-01-11,20,6,yes\r
";

fn command(w: &World, arguments: &[&str]) -> Output {
    let url = match &w.app.config.database {
        Address::Sqlite(path) => format!("sqlite://{}", path.display()),
        Address::Postgres(url) => url.clone(),
    };
    Command::new(env!("CARGO_BIN_EXE_barometer"))
        .arg("export")
        .args(arguments)
        .env("DATABASE_URL", url)
        .env("BAROMETER_DATA", &w.app.config.data)
        .env("BAROMETER_PUBLIC_ADDRESS", "http://barometer.test")
        .output()
        .expect("the command")
}

on_both! {
    async fn hr_takes_the_files_and_the_log_says_so(w: World) {
        w.app.db.write_now(fill).unwrap();
        let mut hugo = w.signed_in(&"hugo".into()).await;
        for (path, bytes, name) in [
            ("indicators.csv?profile=standard", INDICATORS, "indicators"),
            ("indicators.csv?profile=excel-fr", INDICATORS_FR, "indicators"),
            ("participation.csv", PARTICIPATION, "participation"),
        ] {
            let reply = hugo.get(&format!("/exports/2026-Q1/{path}")).await.ok();
            assert_eq!(reply.text(), bytes, "{path}");
            let header = |name: &str| reply.headers.get(name).unwrap().to_str().unwrap().to_owned();
            assert_eq!(header("content-type"), "text/csv; charset=utf-8");
            let suffix = if path.contains("excel-fr") { "_excel-fr" } else { "" };
            let name = format!("barometer_2026-Q1_{name}{suffix}.csv");
            assert_eq!(header("content-disposition"), format!("attachment; filename=\"{name}\""));
            assert_eq!(header("x-barometer-fingerprint"), FINGERPRINT);
        }
        let reply = hugo.get("/exports/2026-Q1/participation.csv?profile=excel-fr").await.ok();
        assert!(reply.text().contains("2026-Q1;b;Achats, ventes;2026-01-11;20;5;yes\r\n2026-Q1;c;\"Production; usine\";"));
        let details: Vec<String> = audit_lines(&w).into_iter().map(|(person, detail)| {
            assert_eq!(person.as_deref(), Some("hugo"));
            detail
        }).collect();
        assert_eq!(details.len(), 4);
        for line in ["indicators standard", "indicators excel-fr", "participation standard", "participation excel-fr"] {
            assert!(details.contains(&format!("2026-Q1 {line} 0123456789ab")), "{details:?}");
        }
    }

    async fn the_page_offers_published_campaigns_and_shows_what_was_taken(w: World) {
        w.app.db.write_now(fill).unwrap();
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let page = hugo.get("/exports").await.ok();
        let text = page.main();
        assert!(text.contains("Aucun export pour l'instant"), "{text}");
        assert!(text.contains("Publié le 22 janvier 2026, empreinte 0123456789ab"), "{text}");
        assert!(!text.contains("2e trimestre"), "an open campaign has no files: {text}");
        assert!(page.text().contains("href=\"/exports/2026-Q1/indicators.csv?profile=excel-fr\""));
        hugo.get("/exports/2026-Q1/indicators.csv?profile=excel-fr").await.ok();
        let text = hugo.get("/exports").await.ok().main();
        let line = "5 janvier 2026, 09:00 HUGO 1er trimestre 2026 Indicateurs Excel français 0123456789ab";
        assert!(text.contains(line), "{text}");
        for language in Language::ALL {
            for page in ExportsPage::samples() {
                w.app.templates.page(&Frame::plain(*language, "Valdebrume", "/"), &page).unwrap();
            }
        }
    }

    async fn nobody_else_and_nothing_else(w: World) {
        w.app.db.write_now(fill).unwrap();
        for name in ["ada", "dina", "rita", "carla"] {
            let mut visitor = w.signed_in(&name.into()).await;
            for path in ["/exports", "/exports/2026-Q1/indicators.csv", "/exports/none/indicators.csv"] {
                assert_eq!(visitor.get(path).await.status, 403, "{name} {path}");
            }
        }
        let reply = w.visitor().await.get("/exports/2026-Q1/indicators.csv").await;
        assert!(!reply.status.is_success() && !reply.text().contains("satisfied"), "{}", reply.status);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        for path in ["2026-Q2/indicators.csv", "2026-Q2/participation.csv", "none/indicators.csv", "2026-Q1/responses.csv", "2026-Q1/indicators"] {
            assert_eq!(hugo.get(&format!("/exports/{path}")).await.status, 404, "{path}");
        }
        let reply = hugo.get("/exports/2026-Q1/indicators.csv?profile=pdf").await;
        assert_eq!(reply.status, 400);
        assert!(reply.main().contains("Ce format n'existe pas"), "{}", reply.main());
        assert!(audit_lines(&w).is_empty(), "what was refused is no export");
    }

    async fn the_command_writes_the_same_bytes(w: World) {
        w.app.db.write_now(fill).unwrap();
        let told = command(&w, &["indicators", "--campaign", "2026-Q1"]);
        assert!(told.status.success(), "{told:?}");
        assert_eq!(String::from_utf8(told.stdout).unwrap(), INDICATORS);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("out.csv");
        let path = file.to_str().unwrap();
        let told = command(&w, &["indicators", "--campaign", "2026-Q1", "--profile", "excel-fr", "--output", path]);
        assert!(told.status.success() && told.stdout.is_empty(), "{told:?}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), INDICATORS_FR);
        let mut lines = audit_lines(&w);
        lines.sort();
        assert_eq!(lines[0], (None, "2026-Q1 indicators excel-fr 0123456789ab".to_owned()));
        assert_eq!(lines.len(), 2);

        let absent = folder.path().join("absent.csv");
        for code in ["2026-Q2", "none"] {
            let told = command(&w, &["participation", "--campaign", code, "--output", absent.to_str().unwrap()]);
            assert_eq!(told.status.code(), Some(1));
            let said = String::from_utf8(told.stderr).unwrap();
            assert!(said.contains(&format!("The campaign {code} does not exist or is not published")), "{said}");
            assert!(!absent.exists());
        }
        let told = command(&w, &["indicators", "--campaign", "2026-Q1", "--profile", "pdf"]);
        assert!(!told.status.success() && String::from_utf8_lossy(&told.stderr).contains("standard, excel-fr"), "{told:?}");
    }
}
