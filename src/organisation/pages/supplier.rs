//! One supplier: its names, the unit of its staff, its heads, and whom it serves, unit by unit down the tree.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;

use super::suppliers::Names;
use crate::app::{Settings, audit};
use crate::db::Conn;
use crate::db::ids::{PersonId, SupplierCode, UnitCode};
use crate::error::{Error, Result, Say};
use crate::organisation::{Relation, RelationKind, Supplier, store};
use crate::render::{Language, Page};
use crate::web::{self, Answer, Fields, Hr, Seen, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct HeadLine {
    id: PersonId,
    name: String,
}

#[derive(Debug, Clone, Serialize)]
struct UnitLine {
    code: UnitCode,
    name: String,
    /// How deep in the tree, as marks before the name: the policy allows no inline style.
    marks: String,
    kind: Option<RelationKind>,
    own: bool,
    served: bool,
}

#[derive(Serialize)]
pub struct SupplierPage {
    /// Of the names, and of whom it serves: two forms.
    seen: Seen,
    relations_seen: Seen,
    code: SupplierCode,
    name: String,
    names: Names,
    unit: Option<UnitCode>,
    active: bool,
    heads: Vec<HeadLine>,
    units: Vec<UnitLine>,
    served: usize,
}

impl Page for SupplierPage {
    const TEMPLATE: &'static str = "organisation/supplier.html";
}

/// What the form of names holds when it comes back to be corrected.
pub(super) struct Typed {
    names: Names,
    unit: Option<UnitCode>,
    active: bool,
}

/// What came back: the names typed, or whom it serves, with the mark of what they were made from.
#[derive(Default)]
pub(super) struct Back {
    pub names: Option<(Typed, Seen)>,
    pub relations: Option<(BTreeMap<UnitCode, Option<RelationKind>>, Seen)>,
}

/// What stands of whom `code` serves, for its form.
pub(super) fn served_by(conn: &mut Conn, code: &SupplierCode) -> Result<Vec<Relation>> {
    Ok(store::relations(conn)?.into_iter().filter(|relation| relation.supplier == *code).collect())
}

pub(super) fn view(conn: &mut Conn, code: &SupplierCode, language: Language, back: Back) -> Result<SupplierPage> {
    let supplier = store::supplier(conn, code)?;
    let own = served_by(conn, code)?;
    let (choices, relations_seen) = match back.relations {
        Some((choices, seen)) => (choices, seen),
        None => (BTreeMap::new(), Seen::of(&own.iter().map(|r| (&r.unit, r.kind.as_str())).collect::<Vec<_>>())?),
    };
    let serving = store::serving(conn)?;
    let kind = |unit: &UnitCode| {
        let standing = || own.iter().find(|relation| relation.unit == *unit).map(|relation| relation.kind);
        choices.get(unit).copied().unwrap_or_else(standing)
    };
    let units: Vec<UnitLine> = serving
        .tree()
        .in_order()
        .into_iter()
        .map(|(depth, unit)| UnitLine {
            kind: kind(&unit.code),
            own: supplier.unit.as_ref() == Some(&unit.code),
            served: serving.serves(code, &unit.code),
            code: unit.code.clone(),
            name: unit.name.clone(),
            marks: "— ".repeat(depth),
        })
        .collect();
    let heads = store::heads(conn, code)?.into_iter().map(|person| HeadLine { id: person.id, name: person.name });
    let heads = heads.collect();
    let name = supplier.name(language).to_owned();
    let (typed, seen) = match back.names {
        Some(typed) => typed,
        None => {
            let seen = Seen::of(&supplier)?;
            (standing(supplier, &Settings::load(conn)?.languages), seen)
        }
    };
    Ok(SupplierPage {
        seen,
        relations_seen,
        code: code.clone(),
        name,
        names: typed.names,
        unit: typed.unit,
        active: typed.active,
        heads,
        served: units.iter().filter(|unit| unit.served).count(),
        units,
    })
}

fn standing(supplier: Supplier, languages: &[Language]) -> Typed {
    let names = Names::of(&supplier.names, &supplier.in_sentence, languages);
    Typed { names, unit: supplier.unit, active: supplier.active }
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let code = SupplierCode(web::part(&req, "supplier")?);
    let language = who.language;
    let view = app.db.read(move |conn| view(conn, &code, language, Back::default())).await?;
    web::page(&req, &app, &who, &view).await
}

pub async fn save(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let code = SupplierCode(web::part(&req, "supplier")?);
    let languages = app.db.read(Settings::load).await?.languages;
    let (names, unit) = (Names::typed(&form, &languages)?, form.optional("unit")?.map(UnitCode));
    let typed = Typed { names, unit, active: form.has("active") };
    let given = Seen::given(&form)?;
    let (language, by, clock, path) =
        (who.language, who.person.clone(), app.clock.clone(), format!("/suppliers/{code}"));
    let refused = app
        .db
        .write(move |conn| {
            let standing = store::supplier(conn, &code)?;
            let seen = Seen::of(&standing)?.differs(given.as_deref());
            if let Some(unit) = &typed.unit
                && store::tree(conn)?.get(unit).is_none()
            {
                return Err(Error::invalid("supplier-unit-unknown"));
            }
            let faulty = typed.names.is_faulty();
            if faulty || seen.is_some() {
                let seen = seen.filter(|_| !faulty).unwrap_or_else(|| Seen::kept(given));
                return Ok(Some(view(conn, &code, language, Back { names: Some((typed, seen)), relations: None })?));
            }
            let supplier = Supplier { unit: typed.unit.clone(), active: typed.active, ..typed.names.named(standing) };
            store::update_supplier(conn, &supplier)?;
            audit(conn, &clock, Some(&by), "supplier-changed", supplier.code.as_str())?;
            Ok(None)
        })
        .await?;
    let Some(view) = refused else { return redirect_saying(&path, &Say::new("flash-saved")) };
    web::refused(&req, &app, &who, &view).await
}
