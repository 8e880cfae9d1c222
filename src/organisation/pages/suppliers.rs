//! The list of suppliers: who heads them, how many units they serve; a form for a new one, and the two files.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::import::Kind;
use super::imported::{ImportLine, latest};
use super::{Field, is_faulty, value};
use crate::app::audit;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Result, Say};
use crate::organisation::import::NAME_LIMIT;
use crate::organisation::{Supplier, is_code, store, with_article};
use crate::render::{Language, Page};
use crate::web::{self, Answer, Fields, Hr, redirect_saying};

#[derive(Debug, Clone, Serialize)]
struct SupplierLine {
    code: SupplierCode,
    name: String,
    heads: Vec<String>,
    served: usize,
    active: bool,
}

#[derive(Serialize)]
pub struct SuppliersPage {
    lines: Vec<SupplierLine>,
    fields: Vec<Field>,
    imports: Vec<ImportLine>,
}

impl Page for SuppliersPage {
    const TEMPLATE: &'static str = "organisation/suppliers.html";
    fn samples() -> Vec<Self> {
        let line = |active, heads: &[&str]| SupplierLine {
            code: "it".into(),
            name: "Informatique".to_owned(),
            heads: heads.iter().map(|name| (*name).to_owned()).collect(),
            served: 11,
            active,
        };
        let mut faulty = new_fields();
        if let Some(field) = faulty.first_mut() {
            field.fault = Some(Say::new("supplier-code-taken").with("code", "it"));
        }
        vec![
            Self {
                lines: vec![line(true, &["Claire Dumont", "Paul Roy"]), line(false, &[])],
                fields: faulty,
                imports: ImportLine::samples(),
            },
            Self { lines: Vec::new(), fields: new_fields(), imports: Vec::new() },
        ]
    }
}

fn new_fields() -> Vec<Field> {
    let mut fields = vec![Field::new("code", "supplier-code").hint("supplier-code-hint")];
    fields.extend(name_fields());
    fields
}

/// The names of a supplier, as its form and the form for a new one ask for them.
pub(super) fn name_fields() -> Vec<Field> {
    vec![
        Field::new("name_fr", "supplier-name-fr").lang("fr"),
        Field::new("article_fr", "supplier-article-fr").hint("supplier-article-hint").lang("fr"),
        Field::new("name_en", "supplier-name-en").lang("en"),
    ]
}

pub(super) fn typed_names(form: &Fields) -> Result<Vec<Field>> {
    name_fields().into_iter().map(|field| field.typed(form, true, NAME_LIMIT)).collect()
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let language = who.language;
    let (now, zone) = (app.clock.now(), app.config.time_zone.clone());
    let view = app
        .db
        .read(move |conn| {
            let imports = latest(conn, &[Kind::Suppliers, Kind::Relations], now, &zone)?;
            Ok(SuppliersPage { lines: lines(conn, language)?, fields: new_fields(), imports })
        })
        .await?;
    web::page(&req, &app, &who, &view).await
}

fn lines(conn: &mut Conn, language: Language) -> Result<Vec<SupplierLine>> {
    let (suppliers, serving) = (store::suppliers(conn)?, store::serving(conn)?);
    suppliers
        .into_iter()
        .map(|supplier| {
            let heads = store::heads(conn, &supplier.code)?.into_iter().map(|person| person.name).collect();
            let served = serving.tree().units().filter(|unit| serving.serves(&supplier.code, &unit.code)).count();
            let name = supplier.name(language).to_owned();
            Ok(SupplierLine { name, code: supplier.code, heads, served, active: supplier.active })
        })
        .collect()
}

pub async fn create(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let mut code = Field::new("code", "supplier-code").hint("supplier-code-hint").typed(&form, true, 40)?;
    if code.fault.is_none() && !is_code(&code.value) {
        code.fault = Some(Say::new("supplier-code-wrong"));
    }
    let mut fields = vec![code];
    fields.extend(typed_names(&form)?);
    let supplier = Supplier {
        code: SupplierCode(value(&fields, "code")),
        name_fr: value(&fields, "name_fr"),
        article_fr: with_article(&value(&fields, "article_fr"), &value(&fields, "name_fr")),
        name_en: value(&fields, "name_en"),
        unit: None,
        active: true,
    };
    let (language, by, clock) = (who.language, who.person.clone(), app.clock.clone());
    let path = format!("/suppliers/{}", supplier.code);
    let refused = app
        .db
        .write(move |conn| {
            if !is_faulty(&fields) {
                if store::insert_supplier(conn, &supplier)? {
                    audit(conn, &clock, Some(&by), "supplier-created", supplier.code.as_str())?;
                    return Ok(None);
                }
                if let Some(field) = fields.first_mut() {
                    field.fault = Some(Say::new("supplier-code-taken").with("code", &supplier.code));
                }
            }
            Ok(Some(SuppliersPage { lines: lines(conn, language)?, fields, imports: Vec::new() }))
        })
        .await?;
    let Some(view) = refused else { return redirect_saying(&path, &Say::new("flash-supplier-created")) };
    let mut response = web::page(&req, &app, &who, &view).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
