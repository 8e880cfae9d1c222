//! Saves whom a supplier serves, from the choices made down the unit tree.

use actix_web::HttpRequest;

use super::supplier::{Back, served_by, view};
use crate::app::audit;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::error::{Error, Result, Say};
use crate::organisation::{Relation, RelationKind, store};
use crate::web::{self, Answer, Fields, Hr, Seen, redirect_saying};

/// The choices of the form; a unit it does not name keeps what it has.
fn choices(form: &Fields) -> Result<Vec<(UnitCode, Option<RelationKind>)>> {
    form.under("unit.")
        .map(|(unit, word)| match (word.as_str(), RelationKind::parse(&word)) {
            ("", _) => Ok((UnitCode(unit.to_owned()), None)),
            (_, Some(kind)) => Ok((UnitCode(unit.to_owned()), Some(kind))),
            (_, None) => Err(Error::invalid("error-not-a-form")),
        })
        .collect()
}

pub async fn save(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let supplier = SupplierCode(web::part(&req, "supplier")?);
    let choices = choices(&form)?;
    let (by, clock, path) = (who.person.clone(), app.clock.clone(), format!("/suppliers/{supplier}"));
    let (given, language) = (Seen::given(&form)?, who.language);
    let stale = app
        .db
        .write(move |conn| {
            store::supplier(conn, &supplier)?;
            let own = served_by(conn, &supplier)?;
            let own = Seen::of(&own.iter().map(|r| (&r.unit, r.kind.as_str())).collect::<Vec<_>>())?;
            if let Some(seen) = own.differs(given.as_deref()) {
                let back = Back { relations: Some((choices.into_iter().collect(), seen)), names: None };
                return view(conn, &supplier, language, back).map(Some);
            }
            let tree = store::tree(conn)?;
            for (unit, kind) in choices {
                if tree.get(&unit).is_none() {
                    return Err(Error::NotFound);
                }
                match kind {
                    Some(kind) => store::set_relation(conn, &Relation { supplier: supplier.clone(), unit, kind })?,
                    None => store::remove_relation(conn, &supplier, &unit)?,
                }
            }
            audit(conn, &clock, Some(&by), "relations-changed", supplier.as_str())?;
            Ok(None)
        })
        .await?;
    let Some(page) = stale else { return redirect_saying(&path, &Say::new("flash-saved")) };
    web::refused(&req, &app, &who, &page).await
}
