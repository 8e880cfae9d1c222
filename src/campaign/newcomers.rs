//! How those who would be asked differ from those of the wave before: by a few people only, the figures of both,
//! subtracted, tell what few said; and whoever was just added to a group can make one person of it stand out.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::check::{Level, Line};
use super::roll::Guest;
use super::{Campaign, CampaignSupplier, store};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, PersonId};
use crate::error::{Result, Say};
use crate::organisation::store as organisation;
use crate::render::Language;
use crate::render::words::list;

/// Who was asked, by campaign: read once each.
#[derive(Default)]
struct Asked(BTreeMap<CampaignId, BTreeSet<PersonId>>);

impl Asked {
    fn of(&mut self, conn: &mut Conn, campaign: &CampaignId) -> Result<&BTreeSet<PersonId>> {
        Ok(match self.0.entry(campaign.clone()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(organisation::contacted(conn, campaign)?),
        })
    }
}

pub(super) fn lines(
    conn: &mut Conn,
    campaign: &Campaign,
    chosen: &[CampaignSupplier],
    guests: &[Guest],
    language: Language,
) -> Result<Vec<Line>> {
    let (mut lines, mut asked) = (Vec::new(), Asked::default());
    let mut latest: Option<Campaign> = None;
    for row in chosen {
        let Some((before, _)) = store::published_of(conn, &row.supplier)?.pop() else { continue };
        let then = asked.of(conn, &before.id)?;
        let clients: BTreeSet<&PersonId> = guests
            .iter()
            .filter(|guest| guest.served_by.contains(&row.supplier))
            .map(|guest| &guest.person.id)
            .collect();
        let here: BTreeSet<&PersonId> = guests.iter().map(|guest| &guest.person.id).collect();
        let joined = clients.iter().filter(|person| !then.contains(**person)).count();
        let left = then.iter().filter(|person| !here.contains(person)).count();
        let threshold = usize::try_from(campaign.threshold).unwrap_or(0);
        if !then.is_empty() && (1..threshold).contains(&(joined + left)) {
            let name = organisation::supplier(conn, &row.supplier)?.name(language).to_owned();
            let say = Say::new("check-near-before").with("name", name).with("wave", &before.code);
            lines.push(Line { level: Level::See, say: say.with("n", joined + left) });
        }
        if latest.as_ref().is_none_or(|latest| latest.opens_on < before.opens_on) {
            latest = Some(before);
        }
    }
    let Some(before) = latest else { return Ok(lines) };
    let then = asked.of(conn, &before.id)?;
    if then.is_empty() {
        return Ok(lines);
    }
    let mut joined: BTreeMap<&GroupCode, usize> = BTreeMap::new();
    for guest in guests.iter().filter(|guest| !then.contains(&guest.person.id)) {
        *joined.entry(&guest.group).or_default() += 1;
    }
    let mut named = Vec::new();
    for group in store::client_groups(conn, &campaign.id)? {
        if let Some(n) = joined.get(&group.code) {
            named.push(format!("{} ({n})", group.name));
        }
    }
    if !named.is_empty() {
        let say = Say::new("check-joined").with("groups", list(language, &named)).with("wave", &before.code);
        lines.push(Line { level: Level::See, say });
    }
    Ok(lines)
}
