//! The plan as it stands today: each action of the services a campaign asked about, with the figure it started from, what
//! the last wave says of it, and what a head said.

use std::collections::{BTreeMap, BTreeSet};

use super::profile::{Cell, Rows};
use crate::campaign::{Campaign, store as campaigns};
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId};
use crate::error::{Result, Say};
use crate::organisation::store as organisation;
use crate::progress::store::reach::{self, Reach};
use crate::progress::store::{self as actions, Scope};
use crate::render::{Language, words};

const HEADS: [&str; 32] = [
    "plan-reference",
    "plan-service",
    "plan-title",
    "plan-finding",
    "plan-kind",
    "plan-status",
    "plan-owner",
    "plan-contributors",
    "plan-starts",
    "plan-due",
    "plan-done",
    "plan-check",
    "plan-cost",
    "plan-awaits",
    "plan-groups",
    "plan-audience",
    "plan-medium",
    "plan-told",
    "plan-origin-wave",
    "plan-origin",
    "plan-baseline",
    "plan-low",
    "plan-high",
    "plan-n",
    "plan-target",
    "plan-effect",
    "plan-effect-wave",
    "plan-effect-value",
    "plan-effect-n",
    "plan-verdict",
    "plan-visible",
    "plan-public",
];

/// What each column is called for programs.
pub fn names() -> Vec<String> {
    HEADS.map(|key| key.trim_start_matches("plan-").replace('-', "_")).to_vec()
}

pub fn heads(language: Language) -> Vec<String> {
    HEADS.map(|key| words::say(language, &Say::new(key))).to_vec()
}

pub fn write(conn: &mut Conn, campaign: &Campaign, language: Language, rows: &mut impl Rows) -> Result<()> {
    let names: BTreeMap<_, _> = campaigns::services(conn, &campaign.id)?
        .into_iter()
        .map(|(_, supplier)| (supplier.code.clone(), supplier.name(language).to_owned()))
        .collect();
    let mut list = actions::actions(conn, &Scope::All)?;
    list.retain(|action| names.contains_key(&action.supplier));
    list.sort_by_key(|action| (action.supplier.clone(), action.number));
    let people: BTreeMap<_, _> =
        organisation::people(conn)?.into_iter().map(|person| (person.id.clone(), person.name)).collect();
    let waves: BTreeMap<CampaignId, String> =
        campaigns::campaigns(conn)?.into_iter().map(|wave| (wave.id.clone(), wave.code)).collect();
    let origins: BTreeSet<CampaignId> = list.iter().filter_map(|action| action.origin_campaign.clone()).collect();
    let subjects = actions::subjects(conn, &origins.into_iter().collect::<Vec<_>>())?;
    let ids: Vec<ActionId> = list.iter().map(|action| action.id.clone()).collect();
    let helping: BTreeMap<ActionId, String> = actions::contributors(conn, &ids)?
        .into_iter()
        .map(|(id, people)| (id, people.into_iter().map(|one| one.name).collect::<Vec<_>>().join(", ")))
        .collect();
    let reaches = reach::of(conn, &ids)?;
    let nothing = Reach::default();
    let wave = |id: Option<&CampaignId>| id.and_then(|id| waves.get(id)).map_or("", String::as_str);
    let share = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Share);
    let count = |n: Option<i32>| n.map_or(Cell::Empty, Cell::Count);
    for action in &list {
        let said = |stem: &str, word: &str| words::fixed(language, &format!("{stem}-{word}")).unwrap_or_default();
        let word = |code: Option<&'static str>| code.unwrap_or_default();
        let subject = action
            .origin_campaign
            .as_ref()
            .zip(action.origin_subject.as_ref())
            .map(|(wave, subject)| subjects.name(language, wave, &action.supplier, subject))
            .unwrap_or_default();
        let (kind, status) = (said("action-kind", action.kind.as_str()), said("action-status", action.status.as_str()));
        let effect = action.effect.map(|effect| said("action-effect", effect.as_str())).unwrap_or_default();
        let verdict = action.verdict.map(|verdict| said("action-verdict", verdict.as_str())).unwrap_or_default();
        let visible = words::say(language, &Say::new(if action.visible { "yes" } else { "no" }));
        let reference = action.reference();
        let reach = reaches.get(&action.id).unwrap_or(&nothing);
        let groups = reach.groups.values().map(String::as_str).collect::<Vec<_>>().join("; ");
        rows.row(&[
            Cell::Text(&reference),
            Cell::Word { said: names.get(&action.supplier).map_or("", String::as_str), code: action.supplier.as_str() },
            Cell::Text(&action.title),
            Cell::Text(&action.finding),
            Cell::Word { said: &kind, code: action.kind.as_str() },
            Cell::Word { said: &status, code: action.status.as_str() },
            Cell::Text(people.get(&action.owner).map_or("", String::as_str)),
            Cell::Text(helping.get(&action.id).map_or("", String::as_str)),
            action.starts_on.map_or(Cell::Empty, Cell::Day),
            Cell::Day(action.due_on),
            action.done_on.map_or(Cell::Empty, Cell::Day),
            action.check_on.map_or(Cell::Empty, Cell::Day),
            Cell::Text(&action.cost),
            Cell::Text(&action.awaits),
            Cell::Text(&groups),
            Cell::Text(&reach.audience),
            Cell::Text(&reach.medium),
            reach.told_on.map_or(Cell::Empty, Cell::Day),
            Cell::Text(wave(action.origin_campaign.as_ref())),
            Cell::Text(&subject),
            share(action.baseline),
            share(action.baseline_low),
            share(action.baseline_high),
            count(action.baseline_n),
            share(action.target),
            Cell::Word { said: &effect, code: word(action.effect.map(|effect| effect.as_str())) },
            Cell::Text(wave(action.effect_campaign.as_ref())),
            share(action.effect_value),
            count(action.effect_n),
            Cell::Word { said: &verdict, code: word(action.verdict.map(|verdict| verdict.as_str())) },
            Cell::Yes(action.visible, &visible),
            Cell::Text(action.public_texts.pick(language)),
        ])?;
    }
    Ok(())
}
