//! The dry run: what groups, saved or not, keep of the last published wave. Reads units, headcounts and which groups
//! were published; nothing of what was said.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::ground::Ground;
use crate::campaign::comparison::{self, Composition, Fate};
use crate::campaign::groups::Proposal;
use crate::campaign::{Campaign, store};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode, UnitCode};
use crate::error::Result;
use crate::render::Language;

/// Which groups of a published campaign are shown anywhere; from the roof, as publications come later on the way of
/// the data.
pub type ShownGroups = fn(&mut Conn, &CampaignId) -> Result<BTreeSet<GroupCode>>;

#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub name: String,
    /// `changed`, `new` or `gone`.
    pub fate: &'static str,
    pub added: Vec<String>,
    pub left: Vec<String>,
    /// Published in the last wave.
    pub published: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Trend {
    /// The suppliers of which this holds.
    pub suppliers: Vec<String>,
    /// The wave they are compared with; none when they were in none.
    pub since: Option<String>,
    pub holds: bool,
    /// People in groups that both waves have, in percent.
    pub common: i64,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Effect {
    /// The last published campaign.
    pub code: String,
    pub kept: Vec<String>,
    pub lines: Vec<Line>,
    /// Published groups that will no longer be compared.
    pub lost: Vec<String>,
    pub trends: Vec<Trend>,
}

/// The effect of `groups`; none when nothing was published before.
pub(super) fn of(
    conn: &mut Conn,
    ground: &Ground,
    groups: &[Proposal],
    shown: ShownGroups,
    language: Language,
) -> Result<Option<Effect>> {
    let campaign = &ground.campaign;
    let mut waves = store::published(conn)?;
    waves.retain(|wave| wave.opens_on < campaign.opens_on);
    waves.reverse();
    let Some(last) = waves.first() else { return Ok(None) };
    let (before, after) = (comparison::of_campaign(conn, &last.id)?, comparison::of_proposal(groups, &ground.heads));
    let published = shown(conn, &last.id)?;
    let mut names: BTreeMap<String, String> =
        store::client_groups(conn, &last.id)?.into_iter().map(|group| (group.code.0, group.name)).collect();
    names.extend(groups.iter().map(|group| (group.code.0.clone(), group.name.clone())));
    let units = |codes: Vec<String>| codes.into_iter().map(|code| unit_name(ground, code)).collect::<Vec<_>>();

    let mut effect =
        Effect { code: last.code.clone(), kept: Vec::new(), lines: Vec::new(), lost: Vec::new(), trends: Vec::new() };
    for (code, fate) in comparison::fates(&before, &after) {
        let name = names.get(&code).unwrap_or(&code).clone();
        let published = published.contains(&GroupCode(code));
        let (fate, added, left) = match fate {
            Fate::Kept => {
                effect.kept.push(name);
                continue;
            }
            Fate::Changed { added, left } => ("changed", units(added), units(left)),
            Fate::New => ("new", Vec::new(), Vec::new()),
            Fate::Gone => ("gone", Vec::new(), Vec::new()),
        };
        if published {
            effect.lost.push(name.clone());
        }
        effect.lines.push(Line { name, fate, added, left, published });
    }
    effect.lines.sort_by(|a, b| (a.fate, &a.name).cmp(&(b.fate, &b.name)));
    effect.trends = trends(conn, campaign, &waves, &after, language)?;
    Ok(Some(effect))
}

fn unit_name(ground: &Ground, code: String) -> String {
    ground.tree.get(&UnitCode(code.clone())).map_or(code, |unit| unit.name.clone())
}

/// Whether each supplier's figures for all clients can be compared with the latest of `waves` (latest first) that it
/// was in, as far as people go. Suppliers of whom the same holds stand together.
fn trends(
    conn: &mut Conn,
    campaign: &Campaign,
    waves: &[Campaign],
    after: &Composition,
    language: Language,
) -> Result<Vec<Trend>> {
    let mut waiting: BTreeMap<SupplierCode, String> = store::services(conn, &campaign.id)?
        .into_iter()
        .map(|(row, one)| (row.supplier, one.name(language).to_owned()))
        .collect();
    let mut list = Vec::new();
    for wave in waves {
        if waiting.is_empty() {
            break;
        }
        let mut suppliers = Vec::new();
        for row in store::campaign_suppliers(conn, &wave.id)? {
            if row.questionnaire.is_some() {
                suppliers.extend(waiting.remove(&row.supplier));
            }
        }
        if suppliers.is_empty() {
            continue;
        }
        suppliers.sort();
        let before = comparison::of_campaign(conn, &wave.id)?;
        list.push(Trend {
            suppliers,
            since: Some(wave.code.clone()),
            holds: comparison::same_people(&before, after),
            common: comparison::common_percent(&before, after),
        });
    }
    if !waiting.is_empty() {
        list.push(Trend { suppliers: waiting.into_values().collect(), since: None, holds: false, common: 0 });
    }
    Ok(list)
}
