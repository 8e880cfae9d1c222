//! One page per service: its questions, what was answered so far, what is wrong with what was typed.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::{Visit, open};
use crate::answering::LONGEST_COMMENT;
use crate::answering::draft::{Draft, Sheet};
use crate::answering::sending;
use crate::answering::store;
use crate::app::{Settings, token_hash};
use crate::campaign::store as campaigns;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::Supplier;
use crate::questionnaire::view::{Asked, QuestionView};
use crate::questionnaire::{Question, dimensions, store as questionnaires};
use crate::render::{Language, Page, language};
use crate::web::{self, Answer, Fields, OpenFields, redirect};

#[derive(Debug, Clone, Serialize)]
pub struct SheetPage {
    path: String,
    number: usize,
    of: usize,
    /// Which service the page asks about, whatever its number is by the time it is sent back.
    code: SupplierCode,
    service: String,
    questions: Vec<QuestionView>,
    language: Language,
    /// Fields to correct, by name, with the question and what is wrong.
    errors: Vec<FieldError>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FieldError {
    name: String,
    text: String,
}

impl Page for SheetPage {
    const TEMPLATE: &'static str = "answering/sheet.html";
    fn samples() -> Vec<Self> {
        let questions: Vec<Question> = crate::questionnaire::bank::questions().to_vec();
        let asked = Asked { language: Language::Fr, service: "Informatique", text_hint: "merci de ne citer personne" };
        let full = Self {
            path: "/r/token".to_owned(),
            number: 2,
            of: 3,
            code: "it".into(),
            service: "Informatique".to_owned(),
            questions: QuestionView::all(&questions, &Default::default(), |_| Some("texte"), &asked),
            language: Language::Fr,
            errors: vec![FieldError { name: "q_keep".to_owned(), text: "trop long".to_owned() }],
        };
        let first = Self { number: 1, of: 1, errors: Vec::new(), ..full.clone() };
        vec![full, first]
    }
}

/// A service's page as it is in the campaign: its place, its names, its questions.
struct Asking {
    number: usize,
    of: usize,
    supplier: Supplier,
    questions: Vec<Question>,
}

/// The number in the path of a page.
fn number_in(req: &HttpRequest) -> Result<usize> {
    web::part(req, "page")?.parse().map_err(|_| Error::NotFound)
}

async fn asking(visit: &Visit, number: usize) -> Result<(Asking, Settings)> {
    let chosen = visit.draft.chosen.clone().unwrap_or_default();
    let code: SupplierCode =
        number.checked_sub(1).and_then(|place| chosen.get(place)).cloned().ok_or(Error::NotFound)?;
    let ((supplier, questions), settings) = visit
        .read(move |conn, found| {
            let (row, supplier) = campaigns::services(conn, &found.campaign.id)?
                .into_iter()
                .find(|(row, _)| row.supplier == code)
                .ok_or(Error::NotFound)?;
            let version = row.questionnaire.ok_or(Error::NotFound)?;
            Ok((supplier, questionnaires::questions(conn, &version)?))
        })
        .await?;
    Ok((Asking { number, of: chosen.len(), supplier, questions }, settings))
}

fn page_of(
    visit: &Visit,
    asking: &Asking,
    sheet: &Sheet,
    settings: &Settings,
    errors: Vec<(String, Say)>,
) -> SheetPage {
    let language = visit.language;
    let hint = match settings.alert_contact.as_str() {
        "" => language::say(language, &Say::new("answer-text-hint")),
        contact => language::say(language, &Say::new("answer-text-hint-contact").with("contact", contact)),
    };
    let service = asking.supplier.name(language);
    let asked = Asked { language, service, text_hint: &hint };
    let text = |code: &str| sheet.texts.get(code).map(String::as_str);
    let mut views = QuestionView::all(&asking.questions, &sheet.answers, text, &asked);
    let mut list = Vec::new();
    for (code, say) in errors {
        let words = language::say(language, &say);
        for view in views.iter_mut().filter(|view| view.code == code) {
            list.push(FieldError { name: view.name.clone(), text: format!("{} – {words}", view.legend) });
            view.error = Some(words.clone());
        }
    }
    SheetPage {
        path: visit.path(""),
        number: asking.number,
        of: asking.of,
        code: asking.supplier.code.clone(),
        service: service.to_owned(),
        questions: views,
        language,
        errors: list,
    }
}

pub async fn show(req: HttpRequest) -> Answer {
    let visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    // A bookmark of a page whose draft is gone leads to the beginning.
    if visit.draft.chosen.is_none() {
        return redirect(&visit.path(""));
    }
    let (asking, settings) = asking(&visit, number_in(&req)?).await?;
    let sheet = visit.draft.sheets.get(&asking.supplier.code).cloned().unwrap_or_default();
    visit.page(&req, &settings, &page_of(&visit, &asking, &sheet, &settings, Vec::new()), StatusCode::OK)
}

/// Reads the fields of a page into a sheet; wrong ones are told by question code, and what was typed stays.
fn read_sheet(questions: &[Question], fields: &Fields) -> Result<(Sheet, Vec<(String, Say)>)> {
    let offered = dimensions(questions);
    let (mut sheet, mut errors) = (Sheet::default(), Vec::new());
    for question in questions {
        let name = format!("q_{}", question.code);
        if !question.is_closed() {
            let text = fields.text(&name)?;
            let length = text.chars().count();
            if length > LONGEST_COMMENT {
                let say = Say::new("answer-too-long").with("most", LONGEST_COMMENT).with("length", length);
                errors.push((question.code.clone(), say));
            }
            if !text.is_empty() {
                sheet.texts.insert(question.code.clone(), text);
            }
            continue;
        }
        match question.read(&fields.all(&name), &offered) {
            Ok(Some(answer)) => {
                sheet.answers.insert(question.code.clone(), answer);
            }
            Ok(None) => {}
            Err(_) => errors.push((question.code.clone(), Say::new("answer-off-scale"))),
        }
    }
    Ok((sheet, errors))
}

pub async fn save(req: HttpRequest, OpenFields(fields): OpenFields) -> Answer {
    let mut visit = match open(&req).await {
        Ok(visit) => visit,
        Err(answer) => return answer,
    };
    if visit.draft.chosen.is_none() {
        return redirect(&visit.path(""));
    }
    let mut number = number_in(&req)?;
    if let Some(code) = fields.optional("service")? {
        // Another tab may have ticked other services meanwhile: the answers are about the one they were typed for.
        let chosen = visit.draft.chosen.iter().flatten();
        let Some((place, _)) = (1..).zip(chosen).find(|(_, known)| known.as_str() == code) else {
            return redirect(&visit.path(""));
        };
        number = place;
    }
    let (asking, settings) = asking(&visit, number).await?;
    let (sheet, errors) = read_sheet(&asking.questions, &fields)?;
    if !errors.is_empty() {
        let page = page_of(&visit, &asking, &sheet, &settings, errors);
        return visit.page(&req, &settings, &page, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let go = fields.text("go")?;
    if let Some(language) = Language::parse(&go) {
        visit.language = language;
    }
    let code = asking.supplier.code.clone();
    if go == "finish" {
        return finish(&visit, code, sheet).await;
    }
    visit.change_draft(move |draft| keep(draft, code, sheet)).await?;
    let number = asking.number;
    redirect(&match go.as_str() {
        "fr" | "en" => visit.path(&format!("/{number}")),
        "back" if number == 1 => visit.path(""),
        "back" => visit.path(&format!("/{}", number - 1)),
        _ if number >= asking.of => visit.path("/check"),
        _ => visit.path(&format!("/{}", number + 1)),
    })
}

fn keep(draft: &mut Draft, code: SupplierCode, sheet: Sheet) {
    draft.sheets.insert(code, sheet);
}

/// "Send and finish here": this page and whatever else was filled in, in one transaction.
async fn finish(visit: &Visit, code: SupplierCode, sheet: Sheet) -> Answer {
    let (token, hash, today) = (visit.token.clone(), token_hash(&visit.token), visit.app.today());
    visit
        .app
        .db
        .write(move |conn| {
            let found = store::hold(conn, &hash)?.ok_or(Error::Gone)?;
            let mut draft = found.draft.and_then(|text| Draft::decrypt(&text, &token)).unwrap_or_default();
            keep(&mut draft, code, sheet);
            sending::send(conn, &found.invitation, &draft, today)
        })
        .await?;
    // Whatever became of it, the link itself says it.
    redirect(&visit.path(""))
}
