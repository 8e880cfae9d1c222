//! How many people were asked in a past wave, by unit: those invited less those who had left (an address that bounced
//! stays: that person was there). Refuses numbers that cannot be, and fewer people than answers.

use std::collections::BTreeMap;

use super::faults::{Faults, Source};
use super::units::Units;
use crate::error::Say;
use crate::organisation::table::{Heads, Table};
use crate::web::typed::clean_line;

const SOURCE: Source = Source::Invitations;

/// Writes the eligible people of each unit into `units`; units without answers are met here.
pub fn read(bytes: &[u8], units: &mut Units, faults: &mut Faults) {
    let table = match Table::read_all(bytes, Heads::of(&["unit", "invited"], &["left_company", "bounced", "wave"])) {
        Ok((table, bad)) => {
            faults.all(SOURCE, bad);
            table
        }
        Err(bad) => return faults.all(SOURCE, bad),
    };
    let mut first: BTreeMap<usize, u64> = BTreeMap::new();
    for row in &table.rows {
        let cell = table.cell(row, "unit");
        let unit = match units.meet(cell) {
            Ok(unit) => unit,
            Err(say) => {
                faults.add(SOURCE, row.line, say);
                continue;
            }
        };
        if let Some(line) = first.get(&unit) {
            let say = Say::new("import-doubled").with("value", clean_line(cell)).with("first", line);
            faults.add(SOURCE, row.line, say);
            continue;
        }
        first.insert(unit, row.line);
        let mut number = |column: &'static str, needed: bool| -> Option<i32> {
            let text = table.cell(row, column);
            if text.is_empty() && !needed {
                return Some(0);
            }
            // Postgres and sums keep to 32 bits: more people than this work nowhere.
            let number = text.parse::<i32>().ok().filter(|number| (0..=10_000_000).contains(number));
            if number.is_none() {
                let say = Say::new("history-not-a-number").with("column", column).with("value", clean_line(text));
                faults.add(SOURCE, row.line, say);
            }
            number
        };
        let (invited, left) = (number("invited", true), number("left_company", false));
        number("bounced", false);
        let (Some(invited), Some(left)) = (invited, left) else { continue };
        let eligible = invited - left;
        let Some(met) = units.met.get_mut(unit) else { continue };
        if eligible < met.responses {
            let say = Say::new("history-too-few-invited").with("unit", &met.unit.name);
            let say = say.with("eligible", eligible.max(0)).with("responses", met.responses);
            faults.add(SOURCE, row.line, say);
        }
        met.eligible = Some(eligible.max(0));
    }
    for met in units.met.iter().filter(|met| met.responses > 0 && met.eligible.is_none()) {
        let told = first.keys().any(|place| units.met.get(*place).is_some_and(|one| one.unit.code == met.unit.code));
        if !told {
            faults.add(Source::Responses, met.line, Say::new("history-not-invited").with("unit", &met.unit.name));
        }
    }
}
