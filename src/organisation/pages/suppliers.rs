//! The list of suppliers: who heads them, how many units they serve; a form for a new one, and the two files.

use actix_web::HttpRequest;
use serde::Serialize;

use super::imported::{ImportLine, latest};
use super::{Field, is_faulty, value};
use crate::app::{Settings, audit};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Result, Say};
use crate::organisation::import::Kind;
use crate::organisation::import::NAME_LIMIT;
use crate::organisation::{Supplier, is_code, store, with_article};
use crate::render::{Language, Page, Texts};
use crate::web::{self, Answer, Fields, Hr, TextField, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

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
    names: Names,
    imports: Vec<ImportLine>,
    /// None of them serves anybody yet: that is what is missing.
    unrelated: bool,
}

impl SuppliersPage {
    fn new(lines: Vec<SupplierLine>, fields: Vec<Field>, names: Names, imports: Vec<ImportLine>) -> Self {
        Self { unrelated: lines.iter().all(|line| line.served == 0), lines, fields, names, imports }
    }
}

impl Page for SuppliersPage {
    const TEMPLATE: &'static str = "organisation/suppliers.html";
}

fn new_fields() -> Vec<Field> {
    let fields = vec![Field::new("code", "supplier-code").hint("supplier-code-hint")];
    fields
}

/// The names of a supplier, as its form and the form for a new one ask for them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Names {
    names: Vec<TextField>,
    in_sentence: Vec<TextField>,
}

impl Names {
    pub fn of(names: &Texts, in_sentence: &Texts, languages: &[Language]) -> Self {
        // In a sentence most names stand as they are: nothing is missing.
        let plain = |field: TextField| TextField { missing: false, ..field };
        let in_sentence = TextField::all("in_sentence", in_sentence, languages).into_iter().map(plain).collect();
        Self { names: TextField::all("name", names, languages), in_sentence }
    }

    pub fn new(languages: &[Language]) -> Self {
        Self::of(&Texts::default(), &Texts::default(), languages)
    }

    pub fn typed(form: &Fields, languages: &[Language]) -> Result<Self> {
        let mut names = TextField::read("name", form, languages)?;
        let mut in_sentence = TextField::read("in_sentence", form, languages)?;
        if let Some(first) = names.first_mut().filter(|field| field.value.is_empty()) {
            first.fault = Some(Say::new("form-empty"));
        }
        for field in names.iter_mut().chain(&mut in_sentence) {
            if field.value.chars().count() > NAME_LIMIT {
                field.fault = Some(Say::new("form-too-long").with("limit", NAME_LIMIT));
            }
        }
        Ok(Self { names, in_sentence })
    }

    pub fn is_faulty(&self) -> bool {
        self.names.iter().chain(&self.in_sentence).any(|field| field.fault.is_some())
    }

    /// The names of `supplier` as they were typed.
    pub fn named(&self, supplier: Supplier) -> Supplier {
        let names = TextField::texts(&self.names, Some(&supplier.names));
        let written = TextField::texts(&self.in_sentence, Some(&supplier.in_sentence));
        let full = |(language, text): (Language, &str)| {
            let text =
                if language == Language::Fr { with_article(text, names.pick(language)) } else { text.to_owned() };
            (language, text)
        };
        let in_sentence = Texts::of(written.iter().map(full).filter(|(of, text)| names.get(*of) != Some(text)));
        Supplier { names, in_sentence, ..supplier }
    }
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let language = who.language;
    let (now, zone) = (app.clock.now(), app.config.time_zone.clone());
    let view = app
        .db
        .read(move |conn| {
            let imports = latest(conn, &[Kind::Suppliers, Kind::Relations], now, &zone)?;
            let names = Names::new(&Settings::load(conn)?.languages);
            Ok(SuppliersPage::new(lines(conn, language)?, new_fields(), names, imports))
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
    let names = Names::typed(&form, &app.db.read(Settings::load).await?.languages)?;
    let supplier = names.named(Supplier {
        code: SupplierCode(value(&fields, "code")),
        names: Texts::default(),
        in_sentence: Texts::default(),
        unit: None,
        active: true,
    });
    let (language, by, clock) = (who.language, who.person.clone(), app.clock.clone());
    let path = format!("/suppliers/{}", supplier.code);
    let refused = app
        .db
        .write(move |conn| {
            if !is_faulty(&fields) && !names.is_faulty() {
                if store::insert_supplier(conn, &supplier)? {
                    audit(conn, &clock, Some(&by), "supplier-created", supplier.code.as_str())?;
                    return Ok(None);
                }
                if let Some(field) = fields.first_mut() {
                    field.fault = Some(Say::new("supplier-code-taken").with("code", &supplier.code));
                }
            }
            Ok(Some(SuppliersPage::new(lines(conn, language)?, fields, names, Vec::new())))
        })
        .await?;
    let Some(view) = refused else { return redirect_saying(&path, &Say::new("flash-supplier-created")) };
    web::refused(&req, &app, &who, &view).await
}
