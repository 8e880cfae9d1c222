//! What people are told once more after the results: visible actions that moved, gathered, once.

#![allow(clippy::expect_used, clippy::panic)]

use barometer::campaign::Campaign;
use barometer::clock::Day;
use barometer::db::ids::PersonId;
use barometer::organisation::store as organisation;
use barometer::progress::{Action, Step, store};
use barometer::render::Language;
use barometer::web::Role;
use diesel::prelude::*;

use crate::security::scene::action;
use crate::world::World;
use crate::world::verbs::{about, nine_on, person, person_id};

/// A published campaign about IT, asked of two units; the day it was published.
fn published(w: &World) -> (Campaign, Day) {
    w.organisation(&[("prod", 8), ("sales", 6)]);
    w.supplier("it");
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    for number in 1..=6 {
        w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", 4)]));
    }
    w.move_to(&nine_on(campaign.closes_on.plus_days(1)));
    w.tick();
    let published = w.again(&campaign);
    assert_eq!(published.stage, "done");
    (published, campaign.closes_on.plus_days(1))
}

/// An action of IT with a text for respondents, proposed.
fn told_of(w: &World, visible: bool, fr: &str, en: &str) -> Action {
    let action = Action { visible, public_texts: barometer::render::Texts::both(fr, en), ..action(w, "it") };
    let row = action.clone();
    w.write(move |conn| {
        use barometer::db::schema::actions;
        diesel::update(actions::table.find(&row.id)).set(&row).execute(conn)?;
        Ok(())
    });
    action
}

fn take(w: &World, action: &Action, step: Step) {
    let (id, today, now) = (action.id.clone(), w.app.today(), w.app.clock.now());
    let step = store::Move { step, done_on: (step == Step::Complete).then_some(today), reason: None, verdict: None };
    assert!(w.write(move |conn| {
        let action = store::action(conn, &id)?;
        store::take(conn, &action, &step, &PersonId("head_it".to_owned()), today, now)
    }));
}

fn written(w: &World) -> usize {
    w.count("outbox WHERE kind = 'moved'")
}

fn on(w: &World, day: Day) {
    w.move_to(&nine_on(day));
    w.tick();
}

on_both! {
    async fn people_hear_once_of_what_moved_also_when_invitations_are_gone(w: World) {
        let (campaign, day) = published(&w);
        let shown = told_of(&w, true, "Un accusé de réception.", "An acknowledgement.");
        let (hidden, other) = (told_of(&w, false, "Secret.", "Secret."), told_of(&w, true, "Un guichet unique.", ""));
        w.send_mail().await;
        on(&w, day.plus_days(32));
        assert_eq!(w.count("invitations"), 0, "forgotten by then");
        take(&w, &hidden, Step::Accept);
        on(&w, day.plus_days(41));
        assert_eq!(written(&w), 0, "nobody reads of a hidden action");
        take(&w, &shown, Step::Accept);
        w.write(|conn| {
            let mut people = organisation::people(conn)?;
            people.retain(|one| ["prod_1", "prod_2", "prod_3"].contains(&one.id.as_str()));
            for one in &mut people {
                match one.id.as_str() {
                    "prod_1" => one.away = true,
                    "prod_2" => one.active = false,
                    _ => one.unit = "staff".into(),
                }
            }
            organisation::update_people(conn, &people)?;
            organisation::insert_people(conn, &[person("nora", "sales", Language::En)])
        });
        on(&w, day.plus_days(45));
        take(&w, &shown, Step::Start);
        take(&w, &other, Step::Accept);
        on(&w, day.plus_days(47));
        assert_eq!(written(&w), 0, "gathered for a week");
        on(&w, day.plus_days(48));
        // Five of production, six of sales and who came since.
        assert_eq!(written(&w), 12);
        w.tick();
        w.tick();
        assert_eq!(w.send_mail().await, 12);
        let mail = w.mail_to(&"nora".into());
        assert_eq!(mail.subject, "Progress since Q1 2026");
        assert!(mail.text.contains("An acknowledgement. (In progress since") && mail.text.contains("Un guichet unique. (Decided)"), "{}", mail.text);
        assert!(!mail.text.contains("Secret") && mail.html.contains("An acknowledgement."), "{}", mail.text);
        let link = mail.text.split_whitespace().find_map(|word| word.strip_prefix("http://barometer.test/f/")).expect("a link");
        let mut visitor = w.visitor().await;
        assert!(visitor.get(&format!("/f/{link}")).await.ok().main().contains("Un accusé de réception."));
        for gone in ["prod_1", "prod_2", "prod_3"] {
            assert!(!w.mail_to(&gone.into()).subject.contains("Ce qui a avancé") && !w.mail_to(&gone.into()).subject.contains("Progress since"));
        }
        // Once: later moves and people who come later change nothing, also when the rows are gone.
        take(&w, &shown, Step::Complete);
        on(&w, day.plus_days(60));
        assert_eq!(written(&w), 12, "kept for thirty days after they left");
        on(&w, day.plus_days(79));
        assert_eq!(written(&w), 0);
        on(&w, day.plus_days(90));
        assert_eq!(written(&w), 0, "never twice");
        assert_eq!(w.again(&campaign).stage, "done");
    }

    async fn nobody_hears_of_it_early_or_while_a_campaign_is_open_or_once_its_page_is_replaced(w: World) {
        let (_, day) = published(&w);
        let shown = told_of(&w, true, "Un accusé de réception.", "An acknowledgement.");
        take(&w, &shown, Step::Accept);
        on(&w, day.plus_days(10));
        assert_eq!(written(&w), 0, "the results' own mail is two weeks old at least");
        let next = w.open(&w.campaign("2026-Q2", &["it"]));
        on(&w, day.plus_days(16));
        assert_eq!(written(&w), 0, "not beside an invitation");
        on(&w, next.closes_on.plus_days(1));
        on(&w, next.closes_on.plus_days(30));
        assert_eq!(written(&w), 0, "what moved before the new results is on their page");
        take(&w, &shown, Step::Start);
        on(&w, next.closes_on.plus_days(37));
        assert_eq!(written(&w), 14);
        // Taken back before it leaves: nothing to tell.
        let id = shown.id.clone();
        w.write(move |conn| {
            use barometer::db::schema::actions;
            diesel::update(actions::table.find(&id)).set(actions::visible.eq(false)).execute(conn)?;
            Ok(())
        });
        w.send_mail().await;
        assert_eq!(w.count("outbox WHERE kind = 'moved' AND state = 'dropped'"), 14);
    }

    async fn hr_looks_at_it_before_it_leaves(w: World) {
        let (campaign, _) = published(&w);
        w.write(|conn| {
            organisation::insert_people(conn, &[person("rose", "staff", Language::Fr)])?;
            organisation::grant(conn, &"rose".into(), Role::Hr, &"".into()).map(|_| ())
        });
        let mut rose = w.signed_in(&"rose".into()).await;
        let path = format!("/campaigns/{}/mails", campaign.id);
        let page = rose.get(&path).await.ok().main();
        assert!(page.contains("Ce qui a avancé depuis : 1er trimestre 2026") && page.contains("(exemple)"), "{page}");
        rose.post(&format!("{path}/test"), &[("mail", "moved"), ("person", "prod_1")]).await.location();
        w.send_mail().await;
        assert!(w.mail_to(&"rose".into()).subject.starts_with("[test] Ce qui a avancé"));
    }
}
