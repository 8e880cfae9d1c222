//! After a publication: what the new wave says about the figures that made actions. The tool writes it, nobody types it.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::{Action, Effect, Event, Status, store};
use crate::aggregation::figure::{ALL, Figure};
use crate::aggregation::store::published;
use crate::campaign::{self, Campaign};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::db::schema::actions;
use crate::error::Result;

/// Compares a subject of a supplier between two published campaigns (earlier, later), by method.md; the roof gives it.
pub type Compare<'a> = &'a mut dyn FnMut(&mut Conn, &CampaignId, &CampaignId, &SupplierCode, &str) -> Result<Effect>;

/// Writes the effect of `campaign` on every action that started from an earlier one; returns how many are new.
/// Running it again changes nothing, and an older campaign never overwrites what a later one said.
pub fn record(conn: &mut Conn, campaign: &Campaign, now: Moment, compare: Compare<'_>) -> Result<usize> {
    let waves: BTreeMap<CampaignId, Campaign> =
        campaign::store::published(conn)?.into_iter().map(|wave| (wave.id.clone(), wave)).collect();
    let moment = campaign.published_at.unwrap_or(now);
    let earlier = |id: &CampaignId| waves.get(id).is_some_and(|wave| wave.comes_before(campaign, moment));
    let mut recorded = 0;
    for part in campaign::store::campaign_suppliers(conn, &campaign.id)? {
        let figures = published(conn, &campaign.id, &part.supplier)?;
        for action in store::of_supplier(conn, &part.supplier)? {
            let (Some(origin), Some(subject)) = (&action.origin_campaign, &action.origin_subject) else { continue };
            let measured = Status::MEASURED.contains(&action.status) && earlier(origin);
            let fresh = action.effect_campaign.as_ref().is_none_or(&earlier);
            if !measured || !fresh {
                continue;
            }
            let figure = figures.get(ALL, subject, "satisfied");
            let effect = match figure {
                None => Effect::NotComparable,
                // A hidden figure must not be told through a verdict about it.
                Some(figure) if !figure.shown => Effect::TooFew,
                Some(_) => compare(conn, origin, &campaign.id, &part.supplier, subject)?,
            };
            recorded += usize::from(write(conn, &action, campaign, figure.filter(|f| f.shown), effect, now)?);
        }
    }
    Ok(recorded)
}

fn write(
    conn: &mut Conn,
    action: &Action,
    campaign: &Campaign,
    figure: Option<&Figure>,
    effect: Effect,
    now: Moment,
) -> Result<bool> {
    let unchanged = actions::effect_campaign.is_null().or(actions::effect_campaign.ne(&campaign.id));
    let changed = diesel::update(actions::table.find(&action.id))
        .filter(unchanged)
        .set((
            actions::effect.eq(effect),
            actions::effect_campaign.eq(&campaign.id),
            actions::effect_value.eq(figure.and_then(|f| f.value)),
            actions::effect_low.eq(figure.and_then(|f| f.low)),
            actions::effect_high.eq(figure.and_then(|f| f.high)),
            actions::effect_n.eq(figure.and_then(|f| f.n)),
        ))
        .execute(conn)?;
    if changed == 1 {
        let detail = format!("{} {}", campaign.code, effect.as_str());
        store::history::note(conn, &action.id, now, None, Event::Effect, &detail)?;
    }
    Ok(changed == 1)
}
