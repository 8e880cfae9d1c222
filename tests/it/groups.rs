//! Client groups before opening: sizes that follow participation, the dry run against what is then published, the
//! launch forecast against what heads then see.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may fail

use std::collections::BTreeMap;

use barometer::aggregation::change::NOT_COMPARABLE;
use barometer::aggregation::decisions::Decisions;
use barometer::aggregation::figure::ALL;
use barometer::aggregation::figure::{CAMPAIGN, Release};
use barometer::aggregation::store::{self as publication, published, shown_groups};
use barometer::answering::sending::Outcome;
use barometer::campaign::groups::Proposal;
use barometer::campaign::pages::launch::{Extent, Forecast};
use barometer::campaign::{Campaign, check, participation, roll, store};
use barometer::db::ids::{CampaignId, GroupCode};
use barometer::preparing::forecast;
use barometer::questionnaire::OVERALL;
use barometer::render::Language;
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::verbs::{about, person, person_id};
use crate::world::{Reply, Visitor, World};

const UNITS: [(&str, usize); 5] = [("prod", 30), ("log", 25), ("sales", 20), ("buy", 10), ("lab", 5)];

async fn hr(w: &World) -> Visitor {
    w.write(|conn| {
        barometer::organisation::store::insert_people(conn, &[person("rose", "staff", Language::Fr)])?;
        barometer::organisation::store::grant(conn, &"rose".into(), Role::Hr, &"".into())
    });
    w.signed_in(&"rose".into()).await
}

/// Answers of `percent` of a hundred people of each unit, all values mixed, then the end.
fn answered(w: &World, campaign: &Campaign, percent: usize) -> Campaign {
    let campaign = w.open(campaign);
    for (unit, size) in UNITS {
        for number in 1..=(size * percent + 50) / 100 {
            let value = i32::try_from(number % 5).expect("small") + 1;
            let values: Vec<(&str, i32)> =
                ["reception_1", "responsiveness_1", "overall"].iter().map(|code| (*code, value)).collect();
            let sent = w.store_answers(&campaign, &person_id(unit, number), about("it", &values));
            assert_eq!(sent, Outcome::Recorded);
        }
    }
    w.close(&campaign)
}

fn world_of_five(w: &World) {
    w.organisation(&UNITS);
    w.supplier("it");
}

/// The days after which the next campaign begins.
fn next(w: &World, code: &str) -> Campaign {
    let later = w.app.today().plus_days(90);
    w.app.clock.move_to(later.starts_in(&w.app.config.time_zone));
    w.campaign(code, &["it"])
}

fn path(campaign: &Campaign) -> String {
    format!("/campaigns/{}", campaign.id)
}

fn proposed(w: &World, id: &CampaignId) -> Vec<Proposal> {
    w.read(|conn| store::groups(conn, id))
}

/// The form of the groups page as it stands, with some fields typed otherwise.
fn form(groups: &[Proposal], changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    for group in groups {
        fields.insert(format!("name.{}", group.code), group.name.clone());
        fields.extend(group.units.iter().map(|unit| (format!("unit.{unit}"), group.code.0.clone())));
    }
    fields.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields.into_iter().collect()
}

async fn post(rose: &mut Visitor, path: &str, form: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    rose.post(path, &fields).await
}

#[track_caller]
fn says(reply: &Reply, words: &str) {
    assert!(reply.main().contains(words), "no {words:?} in: {}", reply.main());
}

fn forecast_of(w: &World, campaign: &Campaign) -> Forecast {
    let today = w.app.today();
    w.read(|conn| {
        let roll = roll::roll(conn, campaign, today)?;
        forecast::of(conn, campaign, &roll.guests, Language::Fr)
    })
    .remove(0)
}

/// What was published of `it`: the total, the groups with values, with levels, the hidden ones by name.
fn seen(w: &World, campaign: &Campaign) -> (Extent, usize, usize, Vec<String>) {
    let list = w.read(|conn| publication::campaign_decisions(conn, &campaign.id));
    let decisions = Decisions::new(list.iter().filter(|decision| decision.supplier.as_str() == "it"));
    let total = match (decisions.shows(ALL, CAMPAIGN, Release::Value), decisions.shows(ALL, CAMPAIGN, Release::Levels))
    {
        (false, _) => Extent::Hidden,
        (true, false) => Extent::Value,
        (true, true) => Extent::Everything,
    };
    let groups = w.read(|conn| store::client_groups(conn, &campaign.id));
    let shown = |release| {
        let shows = |code: &GroupCode| decisions.shows(code.as_str(), CAMPAIGN, release);
        groups.iter().filter(|group| shows(&group.code)).count()
    };
    let figures = w.read(|conn| published(conn, &campaign.id, &"it".into()));
    let of_group = |code: &GroupCode| figures.get(code.as_str(), OVERALL, "mean").is_some_and(|figure| figure.shown);
    let mut hidden: Vec<String> =
        groups.iter().filter(|group| !of_group(&group.code)).map(|group| group.name.clone()).collect();
    hidden.sort();
    (total, shown(Release::Value), shown(Release::Levels), hidden)
}

/// The forecast of `percent` beside what a campaign answered so far publishes.
fn forecast_holds(w: &World, percent: u32) {
    world_of_five(w);
    let campaign = w.campaign("2026-Q1", &["it"]);
    let forecast = forecast_of(w, &campaign);
    assert_eq!(forecast.groups, 5);
    let found = forecast.at.iter().find(|outlook| outlook.percent == percent).expect("a column");
    let campaign = answered(w, &campaign, usize::try_from(percent).expect("small"));
    let foreseen = (found.total, found.values, found.levels, found.hidden.clone());
    assert_eq!(foreseen, seen(w, &campaign), "at {percent} %");
}

on_both! {
    async fn the_forecast_agrees_with_the_publication_at_40_percent(w: World) {
        forecast_holds(&w, 40);
    }

    async fn the_forecast_agrees_with_the_publication_at_60_percent(w: World) {
        forecast_holds(&w, 60);
    }

    async fn the_forecast_agrees_with_the_publication_at_80_percent(w: World) {
        forecast_holds(&w, 80);
    }

    async fn the_launch_page_shows_the_forecast(w: World) {
        world_of_five(&w);
        let mut rose = hr(&w).await;
        let campaign = w.campaign("2026-Q1", &["it"]);
        let page = rose.get(&path(&campaign)).await.ok();
        for words in ["Ce que chaque responsable verra", "À 40 %", "À 80 %", "Groupe lab"] {
            says(&page, words);
        }
        assert!(!page.main().contains("Réunir des groupes"));
        // With a file of the answers and enough responses there are no groups at all.
        let open_file = Campaign { row_level: true, row_level_to: "la direction".to_owned(), ..campaign.clone() };
        w.write(move |conn| store::save_draft(conn, &open_file));
        says(&rose.get(&path(&campaign)).await.ok(), "aucun chiffre par groupe, car un fichier");
        assert!(forecast_of(&w, &w.again(&campaign)).at.iter().all(|outlook| outlook.no_groups && outlook.values == 0));
        // Groups of four or five: nothing by group at 60 %, and the way to merge.
        let row = campaign.clone();
        w.write(move |conn| {
            use barometer::db::schema::people;
            store::save_draft(conn, &row)?;
            for (unit, size) in UNITS {
                let gone: Vec<_> = (5..=size).map(|number| person_id(unit, number)).collect();
                diesel::delete(people::table.filter(people::id.eq_any(gone))).execute(conn)?;
            }
            Ok(())
        });
        let page = rose.get(&path(&campaign)).await.ok();
        says(&page, "rien ne s'afficherait par groupe à 60");
        says(&page, "Réunir des groupes");
    }

    async fn proposals_follow_the_rate(w: World) {
        world_of_five(&w);
        let mut rose = hr(&w).await;
        let campaign = w.campaign("2026-Q1", &["it"]);
        let groups = format!("{}/groups", path(&campaign));
        says(&rose.get(&groups).await.ok(), "20 de préférence");
        let least = |w: &World, campaign: &Campaign| {
            let today = w.app.today();
            let heads = w.read(|conn| check::headcount(conn, campaign, today));
            proposed(w, &campaign.id).iter().map(|group| group.people(&heads)).min().expect("a group")
        };
        for (rate, size) in [("50", 20), ("30 %", 34), ("80", 13)] {
            let reply = rose.post(&format!("{groups}/proposal"), &[("from", "size"), ("rate", rate)]).await;
            assert_eq!(reply.status, 303, "{}", reply.main());
            assert!(least(&w, &campaign) >= size, "{rate}");
        }
        // Bad rates: refused with the reason, what was typed stays, and nothing is saved.
        let before = proposed(&w, &campaign.id);
        for rate in ["beaucoup", "", "9", "91", "-5", "60,5"] {
            let typed = form(&before, &[("name.prod", "Mon nom"), ("from", "size"), ("rate", rate)]);
            let reply = post(&mut rose, &format!("{groups}/proposal"), &typed).await;
            assert_eq!(reply.status, 422, "{rate}");
            says(&reply, "un nombre entier de 10 à 90");
            assert!(reply.text().contains(&format!("value=\"{rate}\"")) && reply.text().contains("Mon nom"), "{rate}");
        }
        assert_eq!(proposed(&w, &campaign.id), before);
        // After a campaign its rate as a whole is used: 80 %, so 13 people.
        answered(&w, &campaign, 80);
        let later = next(&w, "2026-Q2");
        let mut rose = w.signed_in(&"rose".into()).await;
        let expected = w.read(|conn| participation::expected(conn, &later));
        assert_eq!((expected.percent, expected.from.as_deref()), (80, Some("2026-Q1")));
        let page = rose.get(&format!("{}/groups", path(&later))).await.ok();
        says(&page, "13 de préférence");
        says(&page, "Reprendre les groupes d'avant (1er trimestre 2026)");
    }

    async fn the_dry_run_agrees_with_what_is_published(w: World) {
        world_of_five(&w);
        let mut rose = hr(&w).await;
        let first = w.campaign("2026-Q1", &["it"]);
        let page = rose.get(&format!("{}/groups", path(&first))).await.ok();
        assert!(!page.text().contains("id=\"effect\""), "nothing to compare with");
        answered(&w, &first, 80);
        let shown = w.read(|conn| shown_groups(conn, &first.id));
        assert!(shown.contains(&"prod".into()), "{shown:?}");

        let second = next(&w, "2026-Q2");
        let mut rose = w.signed_in(&"rose".into()).await;
        let groups = format!("{}/groups", path(&second));
        let standing = proposed(&w, &second.id);
        let page = rose.get(&groups).await.ok();
        says(&page, "5 groupes gardés");
        says(&page, "tenue");
        // Ten of ninety people move with their unit: still nearly the same people, but only just.
        let typed = form(&standing, &[("unit.lab", "buy")]);
        let page = post(&mut rose, &format!("{groups}/effect"), &typed).await.ok();
        for words in ["rien n'est encore enregistré", "3 groupes gardés", "Arrivent : Unité lab", "disparu", "83", "tenue"] {
            says(&page, words);
        }
        assert_eq!(proposed(&w, &second.id), standing, "nothing is saved");
        // Production moves: broken, and said so before and after saving.
        let typed = form(&standing, &[("unit.prod", "+"), ("new_name", "Atelier")]);
        let page = post(&mut rose, &format!("{groups}/effect"), &typed).await.ok();
        for words in ["rompue", "ne sera plus comparable : Groupe prod", "Atelier", "nouveau", "66"] {
            says(&page, words);
        }
        assert_eq!(post(&mut rose, &groups, &typed).await.status, 303);
        says(&rose.get(&groups).await.ok(), "rompue");
        answered(&w, &second, 80);
        let word = |campaign: &Campaign| {
            let figures = w.read(|conn| published(conn, &campaign.id, &"it".into()));
            figures.word(OVERALL, "change_verdict").expect("a verdict").to_owned()
        };
        assert_eq!(word(&second), NOT_COMPARABLE);

        // A third wave with the groups of the second, but for one small one: the comparison holds.
        let third = next(&w, "2026-Q3");
        let mut rose = w.signed_in(&"rose".into()).await;
        let groups = format!("{}/groups", path(&third));
        assert_eq!(rose.post(&format!("{groups}/proposal"), &[("from", "earlier")]).await.status, 303);
        let standing = proposed(&w, &third.id);
        assert!(standing.iter().any(|group| group.name == "Atelier"));
        let typed = form(&standing, &[("unit.lab", "buy")]);
        says(&post(&mut rose, &format!("{groups}/effect"), &typed).await.ok(), "tenue");
        assert_eq!(post(&mut rose, &groups, &typed).await.status, 303);
        answered(&w, &third, 80);
        assert_ne!(word(&third), NOT_COMPARABLE);
    }

    async fn a_small_group_is_put_with_its_neighbour_when_hr_says_so(w: World) {
        world_of_five(&w);
        let mut rose = hr(&w).await;
        let campaign = w.campaign("2026-Q1", &["it"]);
        let groups = format!("{}/groups", path(&campaign));
        let standing = proposed(&w, &campaign.id);
        let page = rose.get(&groups).await.ok();
        says(&page, "Le plus proche");
        let typed = form(&standing, &[("merge", "lab"), ("name.lab", "Le labo")]);
        let page = post(&mut rose, &format!("{groups}/effect"), &typed).await.ok();
        says(&page, "sans service : il disparaîtra");
        assert_eq!(proposed(&w, &campaign.id), standing, "HR decides");
        // A merge of what is no group, a form that cannot be read, a stranger.
        let unknown = form(&standing, &[("merge", "nothing")]);
        assert_eq!(post(&mut rose, &format!("{groups}/effect"), &unknown).await.status, 400);
        let unplaced = form(&standing, &[("unit.lab", ""), ("name.buy", "Achats à garder")]);
        let reply = post(&mut rose, &format!("{groups}/effect"), &unplaced).await;
        assert_eq!(reply.status, 422);
        says(&reply, "choisissez un groupe");
        assert!(reply.text().contains("Achats à garder"));
        let mut head = w.signed_in(&"head_it".into()).await;
        assert_eq!(head.post(&format!("{groups}/effect"), &[]).await.status, 403);
        let opened = w.open(&campaign);
        assert_eq!(rose.post(&format!("{}/groups/effect", path(&opened)), &[]).await.status, 422);
    }
}
