//! Measurements from a file: one line for each commitment and quarter. All of it or nothing; each bad line is told.

use std::collections::BTreeMap;

use super::store::{self, Promise};
use super::{FEWEST_WORKERS, Measurement, SOURCE_LIMIT};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::{Result, Say};
use crate::organisation::import::{Cells, Line, Plan};
use crate::organisation::store as organisation;
use crate::organisation::table::{Heads, LineFault, Table, shown};
use crate::render::figures::rounded;
use crate::web::typed::clean_line;

const NEEDED: [&str; 6] = ["supplier", "commitment", "campaign", "value", "cases", "source"];

/// The measurements to be written.
#[derive(Debug, Clone, Default)]
pub struct Measured(Vec<Measurement>);

/// What a line may speak of.
struct Known {
    promises: BTreeMap<SupplierCode, (Vec<Promise>, Vec<super::Offering>)>,
    campaigns: BTreeMap<String, CampaignId>,
    standing: BTreeMap<(SupplierCode, String, CampaignId), Measurement>,
}

impl Known {
    fn load(conn: &mut Conn) -> Result<Self> {
        let mut promises = BTreeMap::new();
        for supplier in organisation::suppliers(conn)? {
            let of = (store::promises(conn, &supplier.code)?, store::offerings(conn, &supplier.code)?);
            promises.insert(supplier.code, of);
        }
        let campaigns = store::quarters(conn)?.into_iter().map(|asked| (asked.code, asked.id)).collect();
        let standing = store::measurements(conn)?.into_iter().map(|m| (key(&m), m)).collect();
        Ok(Self { promises, campaigns, standing })
    }
}

fn key(of: &Measurement) -> (SupplierCode, String, CampaignId) {
    (of.supplier.clone(), of.commitment.clone(), of.campaign.clone())
}

/// What a file of measurements would do. `today` is the day that they will bear.
pub fn plan_measurements(conn: &mut Conn, bytes: &[u8], today: Day) -> Result<Plan<Measured>> {
    Ok(plan(&Known::load(conn)?, bytes, today))
}

fn plan(known: &Known, bytes: &[u8], today: Day) -> Plan<Measured> {
    let (table, mut faults) = match Table::read_all(bytes, Heads { needed: &NEEDED, blank: &[], optional: Some(&[]) }) {
        Ok(read) => read,
        Err(faults) => return Plan::refused(faults, 0),
    };
    let mut file: BTreeMap<(SupplierCode, String, CampaignId), (u64, Measurement)> = BTreeMap::new();
    for row in &table.rows {
        let mut cells = Cells::new(&table, row);
        let read = read(known, &mut cells, today);
        faults.append(&mut cells.faults);
        let Some(measurement) = read else { continue };
        if let Some((first, _)) = file.get(&key(&measurement)) {
            let say = Say::new("import-doubled").with("value", &measurement.commitment).with("first", first);
            faults.push(LineFault::new(row.line, say));
            continue;
        }
        file.insert(key(&measurement), (row.line, measurement));
    }
    if !faults.is_empty() {
        return Plan::refused(faults, table.rows.len());
    }
    let mut plan: Plan<Measured> = Plan { rows: file.len(), ..Plan::default() };
    let (mut new, mut corrected) = (Vec::new(), Vec::new());
    for (key, (_, measurement)) in file {
        let name =
            |m: &Measurement| Say::new("import-measurement").with("value", rounded(m.value, 2)).with("cases", m.cases);
        let told =
            name(&measurement).with("commitment", format!("{} {}", key.0, key.1)).with("source", &measurement.source);
        let mut line = Line::new(told);
        match known.standing.get(&key) {
            None => new.push(line),
            Some(before) if before.says_the_same(&measurement) => continue,
            Some(before) => {
                let was = Say::new("import-measurement-before").with("value", rounded(before.value, 2));
                line.details.push(was.with("cases", before.cases));
                corrected.push(line);
            }
        }
        plan.changes.0.push(measurement);
    }
    plan.section("import-measurements-new", new);
    plan.section("import-measurements-corrected", corrected);
    plan
}

fn read(known: &Known, cells: &mut Cells<'_>, today: Day) -> Option<Measurement> {
    let (supplier, commitment) = (cells.needed_code("supplier"), cells.needed_code("commitment"));
    let (value, cases) = (cells.number("value"), cells.count("cases"));
    let source = clean_line(cells.text("source"));
    if source.is_empty() {
        cells.refuse(Say::new("import-empty").with("column", "source"));
    } else if source.chars().count() > SOURCE_LIMIT {
        cells.refuse(Say::new("import-too-long").with("column", "source").with("limit", SOURCE_LIMIT));
    }
    let code = cells.exact("campaign");
    let campaign = known.campaigns.get(&code).cloned();
    if campaign.is_none() {
        let key = if code.is_empty() { "import-empty" } else { "import-unknown-campaign" };
        cells.refuse(Say::new(key).with("column", "campaign").with("code", shown(&code)));
    }
    let supplier = SupplierCode(supplier?);
    let Some((promises, offerings)) = known.promises.get(&supplier) else {
        cells.refuse(Say::new("import-unknown-supplier").with("code", &supplier));
        return None;
    };
    let commitment = commitment?;
    match promises.iter().find(|one| one.commitment.code == commitment && one.commitment.unit.is_none()) {
        None => {
            let say = Say::new("import-unknown-commitment").with("supplier", &supplier);
            cells.refuse(say.with("code", &commitment));
        }
        Some(promise) if !promise.commitment.has_figures(offerings) => {
            let say = Say::new("measurement-few-workers").with("fewest", FEWEST_WORKERS);
            cells.refuse(say.with("code", &commitment));
        }
        Some(_) => {}
    }
    if !cells.faults.is_empty() {
        return None;
    }
    Some(Measurement {
        supplier,
        commitment,
        campaign: campaign?,
        value: value?,
        cases: cases?,
        source,
        day: today,
        person: None,
    })
}

/// Writes what a plan without a fault holds.
pub fn apply_measurements(conn: &mut Conn, plan: &Plan<Measured>) -> Result<()> {
    plan.refuse_faulty()?;
    plan.changes.0.iter().try_for_each(|measurement| store::set_measurement(conn, measurement))
}

#[cfg(test)]
mod tests {
    use super::super::{Commitment, Direction, Kind, Offering, Version};
    use super::*;
    use crate::render::{Language, Texts};

    fn known() -> Known {
        let commitment = |code: &str, offering: Option<&str>| Promise {
            commitment: Commitment {
                supplier: "it".into(),
                code: code.to_owned(),
                offering: offering.map(ToOwned::to_owned),
                unit: None,
                kind: Kind::Delay,
                question: None,
                ended_on: None,
            },
            versions: vec![Version {
                id: code.to_owned(),
                supplier: "it".into(),
                commitment: code.to_owned(),
                version: 1,
                texts: Texts::both("x", "x"),
                target: 5.0,
                measured_in: Texts::both("jours", "days"),
                direction: Direction::AtMost,
                since: Day::parse("2026-01-01").expect("a day"),
                made_on: Day::parse("2026-01-01").expect("a day"),
                frozen: false,
            }],
        };
        let alone = Offering {
            supplier: "it".into(),
            code: "alone".to_owned(),
            names: Texts::default(),
            descriptions: Texts::default(),
            ways: Texts::default(),
            link: String::new(),
            position: 1,
            active: true,
            workers: 1,
        };
        let promises = vec![commitment("delay", None), commitment("one_person", Some("alone"))];
        Known {
            promises: BTreeMap::from([("it".into(), (promises, vec![alone]))]),
            campaigns: BTreeMap::from([("2026-Q1".to_owned(), CampaignId("c1".to_owned()))]),
            standing: BTreeMap::new(),
        }
    }

    fn planned(lines: &str) -> Plan<Measured> {
        let file = format!("supplier;commitment;campaign;value;cases;source\n{lines}");
        plan(&known(), file.as_bytes(), Day::parse("2026-04-10").expect("a day"))
    }

    #[test]
    fn a_line_is_a_value_with_its_cases() {
        let plan = planned("it;delay;2026-Q1;4,8;1 240;GLPI\n");
        assert!(!plan.is_faulty(), "{}", plan.faults_to_text(Language::En));
        let one = plan.changes.0.first().expect("a measurement");
        assert_eq!((one.value, one.cases, one.source.as_str()), (4.8, 1240, "GLPI"));
    }

    #[test]
    fn each_bad_line_has_its_reason_and_nothing_is_written() {
        for (line, key) in [
            ("it;delay;2026-Q9;4,8;12;GLPI", "import-unknown-campaign"),
            ("hr;delay;2026-Q1;4,8;12;GLPI", "import-unknown-supplier"),
            ("it;speed;2026-Q1;4,8;12;GLPI", "import-unknown-commitment"),
            ("it;one_person;2026-Q1;4,8;12;GLPI", "measurement-few-workers"),
            ("it;delay;2026-Q1;fast;12;GLPI", "import-not-a-number"),
            ("it;delay;2026-Q1;4,8;0;GLPI", "import-not-a-count"),
            ("it;delay;2026-Q1;4,8;1,5;GLPI", "import-not-a-count"),
            ("it;delay;2026-Q1;4,8;12;", "import-empty"),
        ] {
            let plan = planned(&format!("it;delay;2026-Q1;4;20;GLPI\n{line}\n"));
            let keys: Vec<&str> = plan.faults.iter().map(|fault| fault.say.key).collect();
            assert_eq!(keys.first().copied(), Some(key), "{line}: {keys:?}");
            assert!(plan.changes.0.is_empty() && plan.faults.iter().all(|fault| fault.line == 3));
        }
        let doubled = planned("it;delay;2026-Q1;4;20;GLPI\nit;delay;2026-Q1;5;20;GLPI\n");
        assert_eq!(doubled.faults.first().map(|fault| fault.say.key), Some("import-doubled"));
    }

    #[test]
    fn of_five_thousand_lines_each_bad_one_is_told() {
        let lines: String = (0..5000)
            .map(|number| {
                let value = if number % 100 == 7 { "rapide" } else { "4,8" };
                format!("it;delay;2026-Q1;{value};{};GLPI\n", number + 10)
            })
            .collect();
        let plan = planned(&lines);
        let wrong = plan.faults.iter().filter(|fault| fault.say.key == "import-not-a-number").count();
        assert_eq!(wrong, 50);
        assert!(plan.changes.0.is_empty());
    }
}
