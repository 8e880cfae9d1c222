//! Promises of every service on each of its questions, measured or not: what may be felt of them is what is published.

use barometer::campaign::promised::Promised;
use barometer::campaign::{Campaign, store as campaigns};
use barometer::catalogue::{Commitment, Direction, Felt, Kind, Measurement, Version, store};
use barometer::clock::Day;
use barometer::db::schema::{figures, grants};
use barometer::organisation::store as organisation;
use barometer::render::{Language, Texts};
use barometer::web::Role;
use diesel::prelude::*;

use super::organisation::Organisation;
use crate::world::World;
use crate::world::verbs::person;

/// Who speaks for the first unit.
pub const SPEAKS: &str = "remi";

/// The unit whose relations are walked: one of the group that answers most about the first service.
pub fn unit(one: &Organisation) -> String {
    let answers = |group: &&String| {
        one.sheets.iter().filter(|sheet| sheet.supplier == 0 && sheet.group == **group && !sheet.no_contact).count()
    };
    let group = one.groups.keys().max_by_key(answers).expect("a group");
    one.groups[group].iter().next().expect("a group has units").clone()
}

/// One promise on each question of each service, fixed for `campaign` as an opening would; every other one is measured.
pub fn insert(w: &World, one: &Organisation, campaign: &Campaign) {
    let services: Vec<(String, Vec<String>)> = one
        .services
        .iter()
        .map(|service| (service.code.clone(), service.questions.iter().map(|asked| asked.code.clone()).collect()))
        .collect();
    let (campaign, unit, today) = (campaign.id.clone(), unit(one), w.app.today());
    w.write(move |conn| {
        let since = Day::parse("2025-01-01").expect("a day");
        for (supplier, questions) in services {
            for (place, question) in questions.into_iter().enumerate() {
                let (code, id) = (format!("p{place}"), format!("{supplier}p{place}"));
                let standing = store::promises(conn, &supplier.as_str().into())?;
                if !standing.iter().any(|promise| promise.commitment.code == code) {
                    store::insert_commitment(
                        conn,
                        &Commitment {
                            supplier: supplier.as_str().into(),
                            code: code.clone(),
                            offering: None,
                            unit: None,
                            kind: Kind::Delay,
                            question: Some(question.clone()),
                            ended_on: None,
                        },
                    )?;
                    store::insert_version(
                        conn,
                        &Version {
                            id: id.clone(),
                            supplier: supplier.as_str().into(),
                            commitment: code.clone(),
                            version: 1,
                            texts: Texts::both("Promesse", "Promise"),
                            target: 5.0,
                            measured_in: Texts::both("jours", "days"),
                            direction: Direction::AtMost,
                            since,
                            made_on: since,
                            frozen: true,
                        },
                    )?;
                }
                campaigns::insert_promised(
                    conn,
                    &Promised {
                        campaign: campaign.clone(),
                        supplier: supplier.as_str().into(),
                        commitment: code.clone(),
                        version: id,
                        question: Some(question),
                        has_figures: place != 2,
                        value: None,
                        cases: None,
                        source: None,
                        measured_on: None,
                        measured: None,
                        felt: None,
                        verdict: None,
                        unit: None,
                    },
                )?;
                if place % 2 == 0 {
                    let (value, cases) = (if place % 4 == 0 { 4.0 } else { 6.0 }, 20);
                    let (supplier, source) = (supplier.as_str().into(), "GLPI".to_owned());
                    let campaign = campaign.clone();
                    let measurement = Measurement {
                        supplier,
                        commitment: code,
                        campaign,
                        value,
                        cases,
                        source,
                        day: today,
                        person: None,
                    };
                    store::set_measurement(conn, &measurement)?;
                }
            }
        }
        if organisation::people(conn)?.iter().all(|person| person.id.as_str() != SPEAKS) {
            organisation::insert_people(conn, &[person(SPEAKS, &unit, Language::Fr)])?;
            let role = (grants::person.eq(SPEAKS), grants::role.eq(Role::Unit), grants::supplier.eq(unit));
            diesel::insert_into(grants::table).values(role).execute(conn)?;
        }
        Ok(())
    });
}

/// Verdicts about what is felt where the publication holds no interval of that mean for all clients.
pub fn unfounded(w: &World, one: &Organisation, campaign: &Campaign) -> Vec<String> {
    let list = w.read(|conn| campaigns::promised_in(conn, &campaign.id));
    assert!(!list.is_empty(), "seed {}: nothing is promised", one.seed);
    let intervals: Vec<(String, String)> = w.read(|conn| {
        Ok(figures::table
            .filter(figures::campaign.eq(&campaign.id))
            .filter(figures::client_group.eq("*"))
            .filter(figures::indicator.eq("mean"))
            .filter(figures::shown.eq(true))
            .filter(figures::low.is_not_null())
            .select((figures::supplier, figures::subject))
            .load(conn)?)
    });
    let founded = |one: &Promised| {
        let question = one.question.clone().unwrap_or_default();
        intervals.contains(&(one.supplier.0.clone(), question))
    };
    let felt = |one: &Promised| matches!(one.felt, Some(Felt::Felt | Felt::NotFelt | Felt::ToConfirm));
    list.into_iter()
        .map(|standing| standing.promised)
        .filter(|promised| felt(promised) && !founded(promised) || promised.felt.is_none())
        .map(|promised| format!("seed {}: {} {} {:?}", one.seed, promised.supplier, promised.commitment, promised.felt))
        .collect()
}
