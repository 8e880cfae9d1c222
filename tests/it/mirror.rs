//! The mirror: put to the team of a service, its heads excepted, kept apart from everything else, shown from ten sheets
//! on to its head and direction, and to nobody else.

mod asked;
mod shown;

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use barometer::aggregation::store::mirror;
use barometer::aggregation::verify;
use barometer::answering::draft::{Draft, Sheet};
use barometer::campaign::{Campaign, store as campaigns};
use barometer::catalogue::{Commitment, Felt, Verdict, store as catalogue};
use barometer::organisation::{Unit, store as organisation};
use barometer::privacy_audit::{self, Weight};
use barometer::questionnaire::{Answer, OVERALL};
use barometer::render::Language;
use barometer::web::Role;

use crate::world::World;
use crate::world::verbs::{about, person, person_id};

/// The service "it" has `team` people in its unit, the first of whom heads it; "hr" serves everybody.
fn staff(w: &World, team: usize) {
    w.organisation(&[("prod", 20), ("dsi", team)]);
    w.supplier("it");
    w.supplier("hr");
    w.write(|conn| {
        let it = organisation::supplier(conn, &"it".into())?;
        organisation::update_supplier(conn, &barometer::organisation::Supplier { unit: Some("dsi".into()), ..it })?;
        organisation::grant(conn, &person_id("dsi", 1), Role::Head, &"it".into())?;
        let all = ["hugo", "dora", "rita"];
        organisation::insert_people(conn, &all.map(|id| person(id, "staff", Language::Fr)))?;
        for (id, role) in [("hugo", Role::Hr), ("dora", Role::Direction), ("rita", Role::Reader)] {
            organisation::grant(conn, &id.into(), role, &"".into())?;
        }
        Ok(())
    });
}

/// A campaign about both services in which the team of "it" is asked.
fn opened(w: &World, code: &str) -> Campaign {
    let campaign = w.campaign(code, &["it", "hr"]);
    let id = campaign.id.clone();
    w.write(move |conn| campaigns::set_mirrors(conn, &id, &["it".into()].into()));
    w.open(&campaign)
}

/// A draft of somebody of the team: nothing about the services, this about their own.
fn as_team(values: &[(&str, i32)]) -> Draft {
    let answers = values.iter().map(|(code, value)| ((*code).to_owned(), Answer::Value(*value))).collect();
    let mirror = Sheet { answers, texts: BTreeMap::new() };
    Draft { chosen: Some(vec!["hr".into()]), mirror, ..Draft::default() }
}

/// The clients are of two minds about "it", low in the mean.
fn clients(w: &World, campaign: &Campaign, people: usize) {
    for number in 1..=people {
        let value = if number % 2 == 0 { 1 } else { 2 };
        let draft = about("it", &[("overall", value), ("reception_1", value), ("responsiveness_1", value)]);
        w.store_answers(campaign, &person_id("prod", number), draft);
    }
}

/// The team thinks better of it; the head (the first) is not of them.
fn team(w: &World, campaign: &Campaign, people: usize) {
    for number in 2..people + 2 {
        let value = if number % 2 == 0 { 4 } else { 5 };
        let draft = as_team(&[("overall", value), ("reception_1", value), ("responsiveness_1", value)]);
        w.store_answers(campaign, &person_id("dsi", number), draft);
    }
}

fn seen(w: &World, campaign: &Campaign) -> Vec<(String, f64, i32, Option<f64>, String)> {
    let rows = w.read(|conn| mirror::published(conn, &campaign.id, &"it".into()));
    let told = |one: mirror::Seen| (one.subject, one.mean, one.n, one.clients, one.verdict.unwrap_or_default());
    rows.into_values().map(told).collect()
}

fn verified(w: &World, campaign: &Campaign) -> Vec<&'static str> {
    w.read(|conn| verify::verify(conn, campaign)).differences.iter().map(|say| say.key).collect()
}

/// How much the audit found, and does it speak of `key`?
fn audited(w: &World, key: &str) -> (usize, bool) {
    let report = privacy_audit::look(&w.app);
    (report.count(Weight::Found), report.lines.iter().any(|line| line.text.key == key))
}
