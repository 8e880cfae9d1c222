//! The pages of the plan: the board and the list, one action, its form, its steps.

pub mod action;
pub mod agenda;
mod asked;
pub mod form;
pub mod list;
pub mod notes;
pub mod origins;
mod reach;
pub mod steps;
mod typed;

use std::collections::BTreeSet;

use serde::Serialize;

use super::store::Subjects;
use super::{Action, Effect};
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::{Error, Result};
use crate::render::Language;
use crate::web::Who;

#[cfg(debug_assertions)]
mod samples;

/// "Suivi 38 % (n 58) → cible 55 %", or the effect once there is one.
#[derive(Debug, Clone, Serialize)]
pub struct FigureLine {
    pub subject: String,
    pub wave: String,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: Option<i32>,
    pub target: Option<f64>,
    pub effect: Option<Effect>,
    pub effect_wave: Option<String>,
    pub effect_value: Option<f64>,
    pub effect_low: Option<f64>,
    pub effect_high: Option<f64>,
    pub effect_n: Option<i32>,
    /// Finished, and waiting for the next wave to say something.
    pub awaits: bool,
}

/// What names an action needs beside its own row.
pub struct Names {
    pub subjects: Subjects,
    waves: Vec<(CampaignId, String)>,
    /// The waves in which a service was one or two people, of services whose groups the reader may not see.
    barred: Vec<(SupplierCode, BTreeSet<CampaignId>)>,
}

impl Names {
    pub fn load(conn: &mut Conn, who: &Who, actions: &[Action]) -> Result<Self> {
        let mut barred: Vec<(SupplierCode, BTreeSet<CampaignId>)> = Vec::new();
        for action in actions.iter().filter(|action| !who.reads_groups_of(&action.supplier)) {
            if !barred.iter().any(|(known, _)| *known == action.supplier) {
                let waves = crate::campaign::store::small_team_waves(conn, &action.supplier)?;
                barred.push((action.supplier.clone(), waves));
            }
        }
        let mut origins: Vec<CampaignId> = actions.iter().filter_map(|action| action.origin_campaign.clone()).collect();
        origins.sort();
        origins.dedup();
        let subjects = super::store::subjects(conn, &origins)?;
        Ok(Self { subjects, waves: super::store::wave_codes(conn)?, barred })
    }

    fn wave(&self, id: &CampaignId) -> String {
        self.waves.iter().find(|(wave, _)| wave == id).map(|(_, code)| code.clone()).unwrap_or_default()
    }

    pub fn line(&self, action: &Action, language: Language) -> Option<FigureLine> {
        let (origin, subject) = (action.origin_campaign.as_ref()?, action.origin_subject.as_ref()?);
        let barred = |wave: &CampaignId| {
            self.barred.iter().any(|(supplier, waves)| *supplier == action.supplier && waves.contains(wave))
        };
        if barred(origin) || action.effect_campaign.as_ref().is_some_and(barred) {
            return None;
        }
        Some(FigureLine {
            subject: self.subjects.name(language, origin, &action.supplier, subject),
            wave: self.wave(origin),
            value: action.baseline,
            low: action.baseline_low,
            high: action.baseline_high,
            n: action.baseline_n,
            target: action.target,
            effect: action.effect,
            effect_wave: action.effect_campaign.as_ref().map(|id| self.wave(id)),
            effect_value: action.effect_value,
            effect_low: action.effect_low,
            effect_high: action.effect_high,
            effect_n: action.effect_n,
            awaits: action.status == super::Status::Done && action.effect.is_none(),
        })
    }
}

/// The action, when `who` may see it; somebody else's and none at all look the same.
pub fn seen(conn: &mut Conn, who: &Who, id: &crate::db::ids::ActionId) -> Result<Action> {
    let action = super::store::action(conn, id)?;
    let helps = !action.is_seen_by(who) && super::store::contributes(conn, id, &who.person)?;
    if helps || action.is_seen_by(who) { Ok(action) } else { Err(Error::NotFound) }
}
