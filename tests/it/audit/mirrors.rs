//! A mirror for every service, of teams of every size and mind: what is published of it is counted again from what was
//! sent.

use std::collections::BTreeMap;

use barometer::aggregation::store::mirror::{Seen, published};
use barometer::campaign::Campaign;
use barometer::db::ids::random_key;
use diesel::connection::SimpleConnection;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::organisation::Organisation;
use crate::world::World;

/// The sheets of each service's team: values by question, as they were worded.
pub type Teams = BTreeMap<String, Vec<BTreeMap<String, i32>>>;

/// Teams of 10 to 18 people, of whom some answer, some all alike, some not everything.
pub fn insert(w: &World, one: &Organisation, campaign: &Campaign) -> Teams {
    let mut rng = StdRng::seed_from_u64(one.seed + 2_000_000);
    let (mut teams, mut sql) = (Teams::new(), String::new());
    for service in &one.services {
        let people = rng.random_range(10..=18);
        let answering = rng.random_range(7..=people);
        let (alike, whole) = (rng.random_range(0..4) == 0, rng.random_range(0..3) > 0);
        let sheets: Vec<BTreeMap<String, i32>> = (0..answering)
            .map(|number| {
                let mut sheet = BTreeMap::new();
                for asked in service.questions.iter().filter(|asked| asked.asked_if.is_none()) {
                    let Some((lo, hi)) = asked.scale else { continue };
                    // All but one of a team, at most, say the same.
                    let same = alike && (number > 0 || answering % 2 == 0);
                    if whole || rng.random_range(0..4) > 0 {
                        sheet.insert(asked.code.clone(), if same { hi } else { rng.random_range(lo..=hi) });
                    }
                }
                sheet
            })
            .collect();
        let code = &service.code;
        sql += &format!(
            "UPDATE campaign_suppliers SET mirror_unit = 'team', mirror_people = {people} \
             WHERE campaign = '{}' AND supplier = '{code}';",
            campaign.id
        );
        for sheet in &sheets {
            let answers = serde_json::to_string(sheet).expect("JSON");
            let key = random_key();
            sql += &format!("INSERT INTO open_mirrors VALUES ('{key}', '{}', '{code}', '{answers}');", campaign.id);
        }
        teams.insert(code.clone(), sheets);
    }
    w.write(move |conn| {
        barometer::on_each!(conn, c => c.batch_execute(&sql))?;
        Ok(())
    });
    teams
}

/// Figures that rest on fewer than ten of the team, or on ten who say one thing, or that are not what they said.
pub fn unfounded(w: &World, one: &Organisation, campaign: &Campaign, teams: &Teams) -> Vec<String> {
    let mut wrong = Vec::new();
    for service in &one.services {
        let sheets = &teams[&service.code];
        let kept = w.count(&format!("mirrors WHERE campaign = '{}' AND supplier = '{}'", campaign.id, service.code));
        if kept != if sheets.len() < 10 { 0 } else { sheets.len() } {
            wrong.push(format!("seed {}: {} of {} sheets of {} are kept", one.seed, kept, sheets.len(), service.code));
        }
        let seen = w.read(|conn| published(conn, &campaign.id, &service.code.as_str().into()));
        for (subject, figure) in &seen {
            if let Some(fault) = fault(service, sheets, subject, figure) {
                wrong.push(format!("seed {}: {} {subject}: {fault}", one.seed, service.code));
            }
        }
    }
    assert_eq!(w.count("open_mirrors"), 0);
    wrong
}

fn fault(
    service: &super::organisation::Service,
    sheets: &[BTreeMap<String, i32>],
    subject: &str,
    figure: &Seen,
) -> Option<String> {
    let of = |question: &&super::organisation::Asked| {
        question.code == subject || (question.dimension.as_deref() == Some(subject) && question.scale.is_some())
    };
    let questions: Vec<_> = service.questions.iter().filter(of).collect();
    // Some question behind it was answered by ten who do not all say the same.
    let fit = |code: &str| {
        let values: Vec<i32> = sheets.iter().filter_map(|sheet| sheet.get(code)).copied().collect();
        values.len() >= 10 && values.iter().any(|value| *value != values[0])
    };
    if sheets.len() < 10 || figure.n < 10 || !questions.iter().any(|question| fit(&question.code)) {
        return Some(format!("too few or all alike: n = {}, {} sheets", figure.n, sheets.len()));
    }
    if figure.verdict.is_none() && !subject.starts_with("promise_") {
        return Some("no verdict".to_owned());
    }
    if let [single] = questions.as_slice() {
        let (lo, hi) = single.scale?;
        let values = sheets.iter().filter_map(|sheet| sheet.get(&single.code)).copied();
        let values: Vec<f64> = values.map(|v| f64::from(if single.reversed { lo + hi - v } else { v })).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let carried = 1.0 + 4.0 * (mean - f64::from(lo)) / f64::from(hi - lo);
        if (mean - figure.mean).abs() > 1e-9 && (carried - figure.mean).abs() > 1e-9 {
            return Some(format!("published {}, counted {mean}", figure.mean));
        }
    }
    None
}
