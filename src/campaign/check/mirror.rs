//! The mirrors of a campaign: how many people of each team would be asked, and whether that is enough.

use std::collections::BTreeMap;

use super::line::{Level, Line};
use crate::campaign::CampaignSupplier;
use crate::campaign::mirror::{FEWEST, Teams};
use crate::campaign::roll::Guest;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Result, Say};
use crate::organisation::store as organisation;
use crate::questionnaire::{Question, longest_path_minutes};
use crate::render::Language;

/// The mirrors that would be asked.
pub(super) struct Mirrors {
    teams: Teams,
    sizes: BTreeMap<SupplierCode, i32>,
}

impl Mirrors {
    pub fn load(conn: &mut Conn, chosen: &[CampaignSupplier], guests: &[Guest]) -> Result<Self> {
        let mut teams = Teams::load(conn, chosen.iter())?;
        let sizes = teams.sizes(guests.iter().map(|guest| &guest.person));
        teams.retain(|supplier| sizes.get(supplier).is_some_and(|people| *people >= FEWEST));
        Ok(Self { teams, sizes })
    }

    /// How long the page takes one person, in minutes, its service asking its clients `questions`.
    pub fn minutes(&self, guest: &Guest, questions: &BTreeMap<SupplierCode, Vec<Question>>) -> f64 {
        let asked = self.teams.of(&guest.person).and_then(|supplier| questions.get(supplier));
        asked.map_or(0.0, |list| longest_path_minutes(&crate::campaign::mirror::questions(list, &[])))
    }

    pub fn lines(&self, conn: &mut Conn, chosen: &[CampaignSupplier], language: Language) -> Result<Vec<Line>> {
        let mut lines = Vec::new();
        for row in chosen.iter().filter(|row| row.mirror) {
            let supplier = organisation::supplier(conn, &row.supplier)?;
            let people = self.sizes.get(&row.supplier).copied().unwrap_or(0);
            let (level, key) =
                if people < FEWEST { (Level::See, "check-mirror-few") } else { (Level::Ok, "check-mirror") };
            let say = Say::new(key).with("name", supplier.name(language)).with("people", people);
            lines.push(Line { level, say: say.with("n", FEWEST) });
        }
        Ok(lines)
    }
}
