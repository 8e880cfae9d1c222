//! Campaigns as HR makes, checks, opens, follows and closes them, through the pages.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may fail

use barometer::campaign::pages::{ClosePage, EditPage, FollowPage, GroupsPage, LaunchPage, ListPage};
use barometer::campaign::{Campaign, State, groups::Proposal, participation, store};
use barometer::clock::Day;
use barometer::db::Conn;
use barometer::db::ids::{CampaignId, SupplierCode};
use barometer::db::schema as s;
use barometer::error::Result;
use barometer::mail::{Kind, outbox};
use barometer::organisation::{Person, Relation, RelationKind, Supplier, Unit};
use barometer::render::sample::Sampled;
use barometer::render::{Account, Frame, Language, Templates};
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::{Reply, Visitor, World};

/// Production 22 people, logistics 20, achats 4 (under production); it heads itself. Rose is HR, Ida heads it, Hana hr.
fn organisation(conn: &mut Conn) -> Result<()> {
    let units = [("dg", None), ("prod", Some("dg")), ("buy", Some("prod")), ("log", Some("dg")), ("it", Some("dg"))];
    for (code, parent) in units {
        let name = format!("Unité {code}");
        let unit = Unit { code: code.into(), name, parent: parent.map(Into::into), active: true };
        diesel::insert_into(s::units::table).values(&unit).execute(conn)?;
    }
    for (code, name) in [("it", "Informatique"), ("hr", "Personnel")] {
        let supplier = Supplier {
            code: code.into(),
            names: barometer::render::Texts::both(name.to_owned(), format!("{name} (en)")),
            in_sentence: barometer::render::Texts::both(format!("le service {name}"), ""),
            unit: (code == "it").then(|| "it".into()),
            active: true,
        };
        diesel::insert_into(s::suppliers::table).values(&supplier).execute(conn)?;
        for unit in ["prod", "log"] {
            let relation = Relation { supplier: code.into(), unit: unit.into(), kind: RelationKind::Serves };
            diesel::insert_into(s::relations::table).values(&relation).execute(conn)?;
        }
    }
    for (unit, people) in [("prod", 22), ("log", 20), ("buy", 4)] {
        for number in 0..people {
            person(conn, &format!("{unit}{number:02}"), unit)?;
        }
    }
    for (name, role, supplier) in [("rose", Role::Hr, ""), ("ida", Role::Head, "it"), ("hana", Role::Head, "hr")] {
        person(conn, name, "it")?;
        grant(conn, name, role, supplier)?;
    }
    now_ask(conn, "it")
}

fn person(conn: &mut Conn, id: &str, unit: &str) -> Result<()> {
    let person = Person {
        id: id.into(),
        person_id: None,
        email: format!("{id}@example.org"),
        name: id.to_owned(),
        unit: unit.into(),
        language: Language::Fr,
        active: true,
        until: None,
        away: false,
    };
    diesel::insert_into(s::people::table).values(&person).execute(conn)?;
    Ok(())
}

fn grant(conn: &mut Conn, person: &str, role: Role, supplier: &str) -> Result<()> {
    let values = (s::grants::person.eq(person), s::grants::role.eq(role), s::grants::supplier.eq(supplier));
    diesel::insert_into(s::grants::table).values(values).execute(conn)?;
    Ok(())
}

fn now_ask(conn: &mut Conn, supplier: &str) -> Result<()> {
    let at = crate::world::moment("2026-01-05T08:00:00Z");
    barometer::questionnaire::store::create_from_core(conn, &supplier.into(), at).map(|_| ())
}

async fn hr(w: &World) -> Visitor {
    w.app.db.write(organisation).await.expect("an organisation");
    w.signed_in(&"rose".into()).await
}

const FIELDS: &[(&str, &str)] = &[
    ("code", "2026-Q1"),
    ("opens_on", "2026-01-06"),
    ("closes_on", "2026-01-20"),
    ("reminder_1", "2026-01-12"),
    ("reminder_2", ""),
    ("reminder_3", ""),
    ("threshold", "5"),
    ("levels_threshold", "10"),
    ("comments_threshold", "10"),
    ("supplier", "it"),
];

/// The form with some fields typed otherwise.
fn but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let typed = |name: &str| changes.iter().find(|(changed, _)| *changed == name).map(|(_, value)| *value);
    FIELDS.iter().map(|(name, value)| (*name, typed(name).unwrap_or(value))).collect()
}

/// A campaign made through the pages; its path.
async fn made(rose: &mut Visitor) -> String {
    let reply = rose.post("/campaigns/new", FIELDS).await;
    assert_eq!(reply.status, 303, "{}", reply.main());
    reply.location()
}

fn id_of(path: &str) -> CampaignId {
    path.strip_prefix("/campaigns/").expect("a campaign's path").into()
}

async fn campaign(w: &World, path: &str) -> Campaign {
    let id = id_of(path);
    w.app.db.read(move |conn| store::campaign(conn, &id)).await.expect("a campaign")
}

async fn groups(w: &World, path: &str) -> Vec<Proposal> {
    let id = id_of(path);
    w.app.db.read(move |conn| store::groups(conn, &id)).await.expect("groups")
}

async fn letters(w: &World, path: &str) -> (usize, usize) {
    let id = id_of(path);
    let people: Vec<String> = w
        .app
        .db
        .read(move |conn| {
            Ok(s::outbox::table
                .filter(s::outbox::campaign.eq(&id))
                .filter(s::outbox::kind.eq(Kind::Invitation))
                .select(s::outbox::person)
                .load(conn)?)
        })
        .await
        .expect("letters");
    (people.len(), people.iter().collect::<std::collections::BTreeSet<_>>().len())
}

async fn audited(w: &World) -> Vec<(String, String)> {
    let read = |conn: &mut Conn| {
        Ok(s::audit_log::table
            .order(s::audit_log::id)
            .select((s::audit_log::event, s::audit_log::detail))
            .load(conn)?)
    };
    w.app.db.read(read).await.expect("the audit log")
}

#[track_caller]
fn says(reply: &Reply, words: &str) {
    assert!(reply.main().contains(words), "no {words:?} in: {}", reply.main());
}

fn every_page<P: Sampled>() {
    let templates = Templates::load();
    for language in [Language::Fr, Language::En] {
        for page in P::samples() {
            let mut frame = Frame::plain(language, "Exemple", "/campaigns");
            frame.account =
                Some(Account { name: "Rose".to_owned(), csrf: "token".to_owned(), nav: Vec::new(), more: Vec::new() });
            templates.page(&frame, &page).unwrap_or_else(|fault| panic!("{}: {fault}", P::TEMPLATE));
        }
    }
}

#[test]
fn every_page_renders_in_both_languages() {
    every_page::<ListPage>();
    every_page::<EditPage>();
    every_page::<LaunchPage>();
    every_page::<GroupsPage>();
    every_page::<FollowPage>();
    every_page::<ClosePage>();
}

on_both! {
    async fn a_campaign_is_proposed_corrected_and_saved(w: World) {
        let mut rose = hr(&w).await;
        says(&rose.get("/campaigns").await.ok(), "Préparez la première");
        let form = rose.get("/campaigns/new").await.ok();
        for value in ["2026-Q1", "2026-01-06", "2026-01-22"] {
            assert!(form.text().contains(&format!("value=\"{value}\"")), "{value} in {}", form.text());
        }
        says(&form, "Pas encore de questionnaire : Personnel");
        let wrong = but(&[("code", "é"), ("opens_on", "6 janvier"), ("threshold", "3"), ("levels_threshold", "x")]);
        let reply = rose.post("/campaigns/new", &wrong).await;
        assert_eq!(reply.status, 422);
        for typed in ["value=\"é\"", "value=\"6 janvier\"", "value=\"x\"", "value=\"2026-01-12\"", "value=\"it\" checked"] {
            assert!(reply.text().contains(typed), "{typed} in {}", reply.text());
        }
        assert!(reply.text().contains("href=\"#opens_on\""));
        let reply = rose.post("/campaigns/new", &but(&[("closes_on", "2026-01-05"), ("threshold", "4"), ("code", "a b")])).await;
        assert_eq!(reply.status, 422);
        for words in ["La clôture doit venir", "Le seuil ne peut pas descendre sous 5", "Le code contient", "Les rappels doivent"] {
            says(&reply, words);
        }
        let reply = rose.post("/campaigns/new", &but(&[("reminder_2", "2026-01-14")])).await;
        assert_eq!(reply.status, 422);
        says(&reply, "Trois jours ouvrés au moins");
        assert!(reply.text().contains("value=\"2026-01-14\""), "what was typed is kept");
        let path = made(&mut rose).await;
        let page = rose.get(&path).await.ok();
        says(&page, "Campagne créée");
        says(&page, "Bonjour");
        assert!(page.text().contains("barometer.test&#x2f;r&#x2f;exemple"), "{}", page.text());
        let saved = campaign(&w, &path).await;
        assert_eq!((saved.code.as_str(), saved.state, saved.threshold), ("2026-Q1", State::Draft, 5));
        let again = rose.post("/campaigns/new", FIELDS).await;
        assert_eq!(again.status, 422);
        says(&again, "Ce code est déjà");
        // The next one follows from the last: its quarter, its suppliers.
        let next = rose.get("/campaigns/new").await.ok();
        assert!(next.text().contains("value=\"2026-Q2\"") && next.text().contains("value=\"2026-04-07\""));
        // Settings change until opening, and a change of threshold leaves a trace.
        let edit = format!("{path}/edit");
        assert!(rose.get(&edit).await.ok().text().contains("value=\"2026-01-20\""));
        assert_eq!(rose.post(&edit, &but(&[("threshold", "7")])).await.status, 303);
        assert_eq!(campaign(&w, &path).await.threshold, 7);
        let log = audited(&w).await;
        assert!(log.contains(&("campaign-thresholds".to_owned(), "2026-Q1 5/10/10 -> 7/10/10".to_owned())), "{log:?}");
        says(&rose.get("/campaigns").await.ok(), "1er trimestre 2026");
    }

    async fn groups_are_proposed_adjusted_and_kept(w: World) {
        let mut rose = hr(&w).await;
        let path = made(&mut rose).await;
        let page = format!("{path}/groups");
        let units = |list: &[Proposal]| list.iter().map(|group| group.units.len()).sum::<usize>();
        assert_eq!(units(&groups(&w, &path).await), 3);
        let proposed = groups(&w, &path).await;
        let names: Vec<(String, String)> =
            proposed.iter().map(|group| (format!("name.{}", group.code), group.name.clone())).collect();
        let of_prod = proposed.iter().find(|g| g.units.contains(&"prod".into())).expect("a group").code.0.clone();
        let of_log = proposed.iter().find(|g| g.units.contains(&"log".into())).expect("a group").code.0.clone();
        let mut form: Vec<(&str, &str)> = names.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        // A unit without a place is refused, what was typed stays.
        let mut unplaced = form.clone();
        unplaced.extend([("unit.prod", of_prod.as_str()), ("unit.log", &of_log), ("unit.buy", ""), ("new_name", "Les achats")]);
        let reply = rose.post(&page, &unplaced).await;
        assert_eq!(reply.status, 422);
        says(&reply, "Unité buy : choisissez un groupe");
        assert!(reply.text().contains("Les achats"));
        // A new group of four: saved, cleaned, warned about.
        form.extend([("unit.prod", of_prod.as_str()), ("unit.log", &of_log), ("unit.buy", "+"), ("new_name", "Les\u{202e}  achats\u{7}")]);
        assert_eq!(rose.post(&page, &form).await.status, 303);
        let saved = groups(&w, &path).await;
        assert_eq!(saved.len(), 3);
        assert!(saved.iter().any(|group| group.name == "Les achats" && group.units == ["buy".into()]), "{saved:?}");
        says(&rose.get(&page).await.ok(), "moins de 5");
        let check = rose.get(&path).await.ok();
        says(&check, "Le groupe Les achats compte 4 personnes, moins que 5");
        assert!(!check.text().contains(&format!("{path}/opening")), "no way to open while something blocks");
        assert_eq!(rose.post(&format!("{path}/scheduling"), &[]).await.status, 422);
        // Suppliers change: what HR did stays. A new unit waits under its group and is put there on saving.
        w.app.db.write(|conn| {
            let unit = Unit { code: "lab".into(), name: "Labo".into(), parent: Some("log".into()), active: true };
            diesel::insert_into(s::units::table).values(&unit).execute(conn)?;
            person(conn, "newcomer", "lab")
        }).await.expect("a new unit");
        says(&rose.get(&path).await.ok(), "Une personne n'est dans aucun groupe");
        says(&rose.get(&page).await.ok(), "Des services sont arrivés");
        assert_eq!(rose.post(&format!("{path}/edit"), FIELDS).await.status, 303);
        let saved = groups(&w, &path).await;
        assert!(saved.iter().any(|group| group.name == "Les achats"));
        assert!(saved.iter().any(|group| group.units.contains(&"lab".into()) && group.units.contains(&"log".into())));
        assert_eq!(rose.post(&format!("{page}/proposal"), &[]).await.status, 303);
        assert!(!groups(&w, &path).await.iter().any(|group| group.name == "Les achats"));
        // Codes that are no codes, doubled names, endless names.
        assert_eq!(rose.post(&page, &[("name.a/b", "x")]).await.status, 400);
        let long = "x".repeat(121);
        let one = |name: &'static str, value| vec![(name, value), ("unit.prod", "a"), ("unit.log", "a"), ("unit.buy", "a"), ("unit.lab", "a")];
        assert_eq!(rose.post(&page, &one("name.a", &long)).await.status, 422);
        assert_eq!(rose.post(&page, &one("name.a", "")).await.status, 422);
        assert_eq!(rose.post(&page, &one("name.a", "Tous")).await.status, 303);
    }

    async fn the_check_lists_what_is_wrong(w: World) {
        let mut rose = hr(&w).await;
        let path = made(&mut rose).await;
        let mut form = FIELDS.to_vec();
        form.push(("supplier", "hr"));
        w.app.db.write(|conn| Ok(diesel::delete(s::grants::table.filter(s::grants::supplier.eq("it"))).execute(conn)?)).await.expect("no head");
        assert_eq!(rose.post(&format!("{path}/edit"), &form).await.status, 303);
        let page = rose.get(&path).await.ok();
        for words in ["Personnel : pas encore de questionnaire", "Informatique : aucun responsable"] {
            says(&page, words);
        }
        // A questionnaire begins with an open question: somebody must read what is written.
        says(&page, "Informatique : personne n'est désigné pour relire les commentaires");
        assert!(page.text().contains("<li class=\"stop\">") && page.text().contains("<li class=\"see\">"));
        let refused = rose.post(&format!("{path}/opening"), &[]).await;
        assert_eq!(refused.status, 422);
        says(&refused, "corrigez-les avant d'ouvrir");
        assert_eq!(letters(&w, &path).await, (0, 0));
        assert_eq!(campaign(&w, &path).await.state, State::Draft);
        let log = audited(&w).await;
        assert!(log.contains(&("campaign-refused".to_owned(), "2026-Q1 opening: campaign-fault-not-ready".to_owned())), "{log:?}");
        let unknown = but(&[("supplier", "nobody")]);
        assert_eq!(rose.post(&format!("{path}/edit"), &unknown).await.status, 404);
    }

    async fn opening_writes_one_letter_a_person_and_freezes(w: World) {
        let mut rose = hr(&w).await;
        let path = made(&mut rose).await;
        // Programmed and taken back first.
        assert_eq!(rose.post(&format!("{path}/scheduling"), &[]).await.status, 303);
        says(&rose.get(&path).await.ok(), "Elle s'ouvrira d'elle-même");
        assert_eq!(rose.post(&format!("{path}/scheduling/removal"), &[]).await.status, 303);
        assert_eq!(campaign(&w, &path).await.state, State::Draft);
        says(&rose.get(&path).await.ok(), "Ouvrir et inviter 46 personnes");
        assert_eq!(rose.post(&format!("{path}/opening"), &[]).await.status, 303);
        assert_eq!(letters(&w, &path).await, (46, 46));
        let page = rose.get(&path).await.ok();
        says(&page, "Campagne ouverte : 46 personnes sont invitées");
        says(&page, "Aucune invitation envoyée encore, sur 46");
        says(&page, "Pas encore de compte");
        // Nothing moves any more.
        for (step, form) in [("opening", Vec::new()), ("edit", FIELDS.to_vec()), ("groups", Vec::new()), ("groups/proposal", Vec::new()), ("scheduling", Vec::new()), ("scheduling/removal", Vec::new())] {
            let reply = rose.post(&format!("{path}/{step}"), &form).await;
            assert_eq!(reply.status, 422, "{step}");
            says(&reply, "ses réglages ne peuvent plus changer");
        }
        // Nor does a threshold, however it is sent: the attempt is refused and in the log.
        for looser in [("threshold", "5"), ("levels_threshold", "5"), ("comments_threshold", "5")] {
            assert_eq!(rose.post(&format!("{path}/edit"), &but(&[looser])).await.status, 422);
        }
        let now = campaign(&w, &path).await;
        assert_eq!((now.threshold, now.levels_threshold, now.comments_threshold), (5, 10, 10));
        for step in ["edit", "groups"] {
            says(&rose.get(&format!("{path}/{step}")).await, "ses réglages ne peuvent plus changer");
        }
        assert_eq!(letters(&w, &path).await, (46, 46));
        assert_eq!(audited(&w).await.iter().filter(|(event, _)| event == "campaign-refused").count(), 9);
    }

    async fn an_open_campaign_shows_counts_of_the_day_only(w: World) {
        let mut rose = hr(&w).await;
        let path = made(&mut rose).await;
        rose.post(&format!("{path}/opening"), &[]).await;
        let open = campaign(&w, &path).await;
        let (today, row) = (w.app.today(), open.clone());
        w.app.db.write(move |conn| {
            let biggest = store::client_groups(conn, &row.id)?.into_iter().max_by_key(|group| group.invited).expect("a group");
            diesel::update(s::client_groups::table.find((&row.id, &biggest.code))).set(s::client_groups::sendings.eq(9)).execute(conn)?;
            let letter: String = s::outbox::table.filter(s::outbox::person.eq("log00")).select(s::outbox::id).first(conn)?;
            diesel::update(s::outbox::table.find(letter))
                .set((s::outbox::state.eq(outbox::State::Failed), s::outbox::fault.eq("550 no <such> user")))
                .execute(conn)?;
            participation::record(conn, &row, today)?;
            // What comes later the same day is not shown.
            diesel::update(s::client_groups::table.find((&row.id, &biggest.code))).set(s::client_groups::sendings.eq(15)).execute(conn)?;
            Ok(())
        }).await.expect("a day's counts");
        let page = rose.get(&path).await.ok();
        for words in ["Comptes du 5 janvier 2026, une fois par jour", "9 personnes", "Les 2 groupes ne sont pas encore affichés", "550 no", "log00@example.org", "Un n'a pas pu être remis"] {
            says(&page, words);
        }
        assert!(!page.main().contains("15 envois"));
        says(&rose.get("/campaigns").await.ok(), "20 %");
        assert_eq!(open.closes_on, Day::parse("2026-01-20").expect("a day"));
    }

    async fn closing_asks_for_the_code_and_publishes(w: World) {
        let mut rose = hr(&w).await;
        let path = made(&mut rose).await;
        let closure = format!("{path}/closure");
        assert_eq!(rose.post(&closure, &[("code", "2026-Q1")]).await.status, 422, "not open yet");
        rose.post(&format!("{path}/opening"), &[]).await;
        let wrong = rose.post(&closure, &[("code", "2026-q1")]).await;
        assert_eq!(wrong.status, 422);
        says(&wrong, "recopiez exactement le code");
        assert!(wrong.text().contains("value=\"2026-q1\""));
        assert_eq!(campaign(&w, &path).await.state, State::Open);
        assert_eq!(rose.post(&closure, &[("code", " 2026-Q1 ")]).await.status, 303);
        assert_eq!(campaign(&w, &path).await.state, State::Closed, "the request does not wait for the publication");
        let page = rose.get(&path).await.ok();
        for words in ["Campagne close. La publication suit.", "Décider ce qui peut être affiché", "La publication attend."] {
            says(&page, words);
        }
        barometer::jobs::beat(&w.app).expect("a worker");
        barometer::jobs::run_due(&w.app, barometer::schedule::TASKS).expect("the tasks");
        assert_eq!(campaign(&w, &path).await.state, State::Published);
        let page = rose.get(&path).await.ok();
        assert!(!page.main().contains("La publication attend."));
        for words in ["Les résultats sont publiés", "Empreinte", "Publiée le 5 janvier 2026"] {
            says(&page, words);
        }
        assert!(page.text().contains("href=\"/exports\""));
        let again = rose.post(&closure, &[("code", "2026-Q1")]).await;
        assert_eq!(again.status, 422);
        says(&again, "n'est pas ouverte");
        let log = audited(&w).await;
        for event in ["campaign-created", "campaign-opened", "campaign-closed", "campaign-refused"] {
            assert!(log.iter().any(|(kept, _)| kept == event), "{event} in {log:?}");
        }
    }

    async fn only_hr_comes_in_and_unknown_campaigns_are_not_found(w: World) {
        let mut rose = hr(&w).await;
        let path = made(&mut rose).await;
        for path in ["/campaigns/none", "/campaigns/none/edit", "/campaigns/none/groups"] {
            assert_eq!(rose.get(path).await.status, 404, "{path}");
        }
        for step in ["edit", "groups", "groups/proposal", "scheduling", "scheduling/removal", "opening", "closure"] {
            assert_eq!(rose.post(&format!("/campaigns/none/{step}"), FIELDS).await.status, 404, "{step}");
        }
        let mut ida = w.signed_in(&"ida".into()).await;
        for page in ["/campaigns", "/campaigns/new", &path, &format!("{path}/edit"), &format!("{path}/groups")] {
            assert_eq!(ida.get(page).await.status, 403, "{page}");
        }
        for step in ["edit", "groups", "groups/proposal", "scheduling", "scheduling/removal", "opening", "closure"] {
            assert_eq!(ida.post(&format!("{path}/{step}"), FIELDS).await.status, 403, "{step}");
        }
        assert_eq!(rose.post(&format!("{path}/opening"), &[("csrf", "forged")]).await.status, 403);
        assert_eq!(campaign(&w, &path).await.state, State::Draft);
        let codes: Vec<SupplierCode> = vec!["it".into()];
        let id = id_of(&path);
        let chosen = w.app.db.read(move |conn| store::campaign_suppliers(conn, &id)).await.expect("suppliers");
        assert_eq!(chosen.into_iter().map(|row| row.supplier).collect::<Vec<_>>(), codes);
    }
}
