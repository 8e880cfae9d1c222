//! What befell services, sorted to the waves whose answers came after it.

use crate::campaign::Campaign;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::progress::store::events;

/// A wave is asked about this long a time before it opens: what is older is no matter of the first wave shown.
const BEFORE: i64 = 100;

/// Latest first.
#[derive(Debug, Clone, Default)]
pub struct Befallen(Vec<events::BefallenEvent>);

impl Befallen {
    pub fn of(conn: &mut Conn, supplier: &SupplierCode) -> Result<Self> {
        Ok(Self(events::of_supplier(conn, supplier)?))
    }

    pub fn all(conn: &mut Conn) -> Result<Self> {
        Ok(Self(events::all(conn)?))
    }

    /// What befell `supplier` since the wave before `wave` in `waves` closed and until this one did, earliest first.
    pub fn since(&self, supplier: &SupplierCode, waves: &[&Campaign], wave: &Campaign) -> Vec<String> {
        let place = waves.iter().position(|one| one.id == wave.id).unwrap_or_default();
        let before = place.checked_sub(1).and_then(|place| waves.get(place)).map(|before| before.closes_on);
        let from = before.unwrap_or_else(|| wave.opens_on.plus_days(-BEFORE));
        let there = |day: Day| day > from && day <= wave.closes_on;
        let own =
            self.0.iter().rev().filter(|one| one.supplier.as_ref().is_none_or(|of| of == supplier) && there(one.day));
        own.map(|one| one.words.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::CampaignId;

    #[test]
    fn what_happened_stands_at_the_wave_that_was_asked_after_it() {
        let day = |text: &str| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let wave = |code: &str, opens: &str| Campaign {
            closes_on: day(opens).plus_days(14),
            ..Campaign::draft(CampaignId(code.to_owned()), code.to_owned(), day(opens))
        };
        let (one, two) = (wave("2026-Q1", "2026-01-05"), wave("2026-Q2", "2026-04-06"));
        let event = |at: &str, of: &str| events::BefallenEvent {
            id: at.to_owned(),
            supplier: Some(of.into()),
            day: day(at),
            words: at.to_owned(),
            account: String::new(),
            lesson: String::new(),
        };
        let all = ["2026-06-01", "2026-04-20", "2026-01-20", "2026-01-19", "2025-12-01", "2025-06-01"];
        let mut list: Vec<_> = all.iter().map(|at| event(at, "it")).collect();
        list.push(event("2026-01-10", "hr"));
        list.push(events::BefallenEvent { supplier: None, ..event("2026-01-08", "") });
        let befallen = Befallen(list);
        let waves = [&one, &two];
        assert_eq!(befallen.since(&"it".into(), &waves, &one), ["2026-01-08", "2025-12-01", "2026-01-19"]);
        assert_eq!(befallen.since(&"it".into(), &waves, &two), ["2026-01-20", "2026-04-20"]);
    }
}
