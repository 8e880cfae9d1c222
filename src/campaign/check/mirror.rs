//! The mirrors of a campaign: how many people of each team would be asked, and whether that is enough.

use std::collections::BTreeMap;

use super::line::{Level, Line};
use crate::campaign::mirror::{self, FEWEST, Teams};
use crate::campaign::promised::{self, MOST_OF_CLIENTS};
use crate::campaign::roll::Guest;
use crate::campaign::{Campaign, CampaignSupplier};
use crate::clock::Day;
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
    /// How many promises of clients each would ask about.
    promises: BTreeMap<SupplierCode, usize>,
}

impl Mirrors {
    pub fn load(
        conn: &mut Conn,
        campaign: &Campaign,
        chosen: &[CampaignSupplier],
        guests: &[Guest],
        today: Day,
    ) -> Result<Self> {
        let (teams, sizes) = Teams::asked(conn, chosen, guests.iter().map(|guest| &guest.person))?;
        let mut promises = BTreeMap::new();
        for row in chosen.iter().filter(|row| teams.unit(&row.supplier).is_some()) {
            let asked = promised::of_clients(conn, campaign, &row.supplier, today)?.len().min(MOST_OF_CLIENTS);
            promises.insert(row.supplier.clone(), asked);
        }
        Ok(Self { teams, sizes, promises })
    }

    /// How long the questions take one person, in minutes, their service asking its clients `questions`.
    pub fn minutes(&self, guest: &Guest, questions: &BTreeMap<SupplierCode, Vec<Question>>) -> f64 {
        let Some(supplier) = self.teams.of(&guest.person) else { return 0.0 };
        let list = mirror::questions(questions.get(supplier).map_or(&[][..], Vec::as_slice), &[]);
        let promises = list.iter().cycle().take(self.promises.get(supplier).copied().unwrap_or(0));
        longest_path_minutes(list.iter().chain(promises))
    }

    pub fn lines(&self, conn: &mut Conn, chosen: &[CampaignSupplier], language: Language) -> Result<Vec<Line>> {
        let mut lines = Vec::new();
        for row in chosen.iter().filter(|row| row.mirror) {
            let supplier = organisation::supplier(conn, &row.supplier)?;
            let people = self.sizes.get(&row.supplier).copied().unwrap_or(0);
            let (level, key) = if self.teams.shared.contains(&row.supplier) {
                (Level::See, "check-mirror-shared")
            } else if people < FEWEST {
                (Level::See, "check-mirror-few")
            } else {
                (Level::Ok, "check-mirror")
            };
            let say = Say::new(key).with("name", supplier.name(language)).with("people", people);
            lines.push(Line { level, say: say.with("n", FEWEST) });
        }
        Ok(lines)
    }
}
