//! What the services of the story offer and promise, and what they measured of it each quarter.

use super::files;
use super::quarters::Wave;
use crate::app::App;
use crate::catalogue::{Commitment, Direction, Kind, Offering, Version, import, quarter_named, quarter_start, store};
use crate::db::ids::{SupplierCode, sortable};
use crate::error::{Error, Result};

/// The catalogues, in force from the first quarter on.
pub fn write(app: &App, waves: &[Wave]) -> Result<()> {
    let (now, today) = (app.clock.now(), app.today());
    let first = waves.first().and_then(|wave| quarter_named(&wave.code)).unwrap_or_else(|| quarter_start(today));
    app.db.write_now(move |conn| {
        for (row, position) in files::rows(files::OFFERINGS)?.into_iter().zip(0..) {
            let offering = Offering {
                supplier: SupplierCode::from(row.get("supplier")),
                code: row.get("code").to_owned(),
                names: row.texts("name"),
                descriptions: row.texts("description"),
                ways: row.texts("way"),
                link: row.get("link").to_owned(),
                position,
                active: true,
                workers: row.get("workers").parse().map_err(Error::internal)?,
            };
            store::insert_offering(conn, &offering)?;
        }
        for row in files::rows(files::COMMITMENTS)? {
            let supplier = SupplierCode::from(row.get("supplier"));
            let filled = |column: &str| Some(row.get(column).to_owned()).filter(|text| !text.is_empty());
            let commitment = Commitment {
                supplier: supplier.clone(),
                code: row.get("code").to_owned(),
                offering: filled("offering"),
                unit: None,
                kind: Kind::parse(row.get("kind")).ok_or(Error::NotFound)?,
                question: filled("question"),
                ended_on: None,
            };
            let version = Version {
                id: sortable(now),
                supplier,
                commitment: commitment.code.clone(),
                version: 1,
                texts: row.texts("text"),
                target: row.get("target").parse().map_err(Error::internal)?,
                measured_in: row.texts("unit"),
                direction: Direction::parse(row.get("direction")).ok_or(Error::NotFound)?,
                since: first,
                made_on: today,
                frozen: false,
            };
            store::insert_commitment(conn, &commitment)?;
            store::insert_version(conn, &version)?;
        }
        Ok(())
    })
}

/// The measurements of a quarter, as a file that its services send.
pub fn measure(app: &App, wave: &Wave) -> Result<()> {
    let today = app.today();
    let mut file = "supplier,commitment,campaign,value,cases,source\n".to_owned();
    for row in files::rows(files::MEASUREMENTS)?.into_iter().filter(|row| row.get("wave") == wave.name) {
        let cells = ["supplier", "commitment", "wave", "value", "cases", "source"].map(|column| match column {
            "wave" => wave.code.as_str(),
            column => row.get(column),
        });
        file += &(cells.join(",") + "\n");
    }
    app.db.write_now(move |conn| {
        let plan = import::plan_measurements(conn, file.as_bytes(), today)?;
        import::apply_measurements(conn, &plan)
    })
}
