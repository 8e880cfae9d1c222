//! Of whom a question is asked: everybody, or those who answered an earlier one at or under a value. For own questions
//! and those of the bank alike; not for the core, nor for a question that counts in a dimension.

use actix_web::HttpRequest;
use serde::Serialize;

use super::FieldFault;
use super::editor::latest;
use crate::app::App;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::Supplier;
use crate::questionnaire::{Question, State, edit, store};
use crate::render::{Language, Page};
use crate::web::{self, Answer, EditorOf, Fields, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// One value of an earlier question.
#[derive(Debug, Clone, Serialize)]
pub struct Value {
    /// `code:value`.
    value: String,
    words: String,
    chosen: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Earlier {
    text: String,
    values: Vec<Value>,
}

#[derive(Debug, Serialize)]
pub struct ConditionPage {
    supplier: String,
    name: String,
    code: String,
    text: String,
    fingerprint: String,
    everybody: bool,
    earlier: Vec<Earlier>,
    faults: Vec<FieldFault>,
}

impl ConditionPage {
    fn new(supplier: &Supplier, list: &[Question], code: &str, language: Language) -> Result<Self> {
        let question = list.iter().find(|question| question.code == code).ok_or(Error::NotFound)?;
        if !question.may_depend() {
            return Err(Error::NotFound);
        }
        let earlier = |other: &Question| {
            let value = |most: i32| Value {
                value: format!("{}:{most}", other.code),
                words: other.at_most_in_words(most, language),
                chosen: question.condition() == Some((other.code.as_str(), most)),
            };
            let values = other.may_decide().filter(|_| other.code != code)?.into_iter().map(value).collect();
            Some(Earlier { text: other.text(language).to_owned(), values })
        };
        Ok(Self {
            supplier: supplier.code.0.clone(),
            name: supplier.name(language).to_owned(),
            code: code.to_owned(),
            text: question.text(language).to_owned(),
            fingerprint: store::fingerprint(list),
            everybody: question.condition().is_none(),
            earlier: list.iter().filter_map(earlier).collect(),
            faults: Vec::new(),
        })
    }
}

impl Page for ConditionPage {
    const TEMPLATE: &'static str = "questionnaire/condition.html";
}

async fn form(app: &App, who: &Who, supplier: &SupplierCode, code: String) -> Result<ConditionPage> {
    let (supplier, language) = (supplier.clone(), who.language);
    app.db
        .read(move |conn| {
            let (of, version, list) = latest(conn, &supplier)?;
            if version.is_none_or(|version| version.state != State::Draft) {
                return Err(Error::invalid("questionnaire-not-a-draft"));
            }
            ConditionPage::new(&of, &list, &code, language)
        })
        .await
}

pub async fn show(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let page = form(&app, &who, &supplier, web::part(&req, "code")?).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn save(req: HttpRequest, EditorOf { who, supplier }: EditorOf, fields: Fields) -> Answer {
    let (app, code) = (web::app(&req)?, web::part(&req, "code")?);
    let (typed, seen) = (fields.text("asked_if")?, fields.text("seen")?);
    let wanted = typed.split_once(':').and_then(|(of, most)| Some((of.to_owned(), most.parse::<i32>().ok()?)));
    let fault = if wanted.is_none() && !typed.is_empty() {
        FieldFault { field: "asked_if".to_owned(), say: Say::new("question-condition-unknown") }
    } else {
        let (of, asked) = (supplier.clone(), code.clone());
        let done =
            app.db.write(move |conn| store::edit(conn, &of, &seen, |_, list| edit::ask_if(list, &asked, wanted)));
        match done.await {
            Ok(()) => {
                let path = format!("/questionnaires/{supplier}#row-{code}");
                return redirect_saying(&path, &Say::new("flash-question-saved"));
            }
            Err(Error::Invalid(say)) if say.key == "questionnaire-condition-broken" => {
                FieldFault { field: "asked_if".to_owned(), say: Say::new("question-condition-unknown") }
            }
            Err(Error::Invalid(say)) => FieldFault { field: "seen".to_owned(), say },
            Err(other) => return Err(other),
        }
    };
    let mut page = form(&app, &who, &supplier, code).await?;
    page.everybody = typed.is_empty();
    for value in page.earlier.iter_mut().flat_map(|earlier| &mut earlier.values) {
        value.chosen = value.value == typed;
    }
    page.faults = vec![fault];
    web::refused(&req, &app, &who, &page).await
}
