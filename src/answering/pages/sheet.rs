//! One page per service: its questions, what was answered so far, what is wrong with what was typed.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::{Visit, open, turn};
use crate::answering::LONGEST_COMMENT;
use crate::answering::asked as campaign;
use crate::answering::draft::Sheet;
use crate::answering::sending;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::{Supplier, store as organisation};
use crate::questionnaire::view::{Asked, QuestionView};
use crate::questionnaire::{Question, dimensions};
use crate::render::{Language, Page, language};
use crate::web::{self, Answer, Fields, OpenFields};

#[derive(Debug, Clone, Serialize)]
pub struct SheetPage {
    path: String,
    keep: String,
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
    const EVERY_LANGUAGE: bool = true;
    fn samples() -> Vec<Self> {
        let mut questions: Vec<Question> = crate::questionnaire::bank::questions().to_vec();
        for question in questions.iter_mut().filter(|question| matches!(question.code.as_str(), "effort" | "improve")) {
            (question.asked_if, question.asked_at_most) = (Some("overall".to_owned()), Some(2));
        }
        let asked = Asked { language: Language::Fr, service: "Informatique", text_hint: "merci de ne citer personne" };
        let full = Self {
            path: "/r/token".to_owned(),
            keep: "?lang=en".to_owned(),
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

impl Asking {
    /// The page of that number in a draft.
    fn find(conn: &mut Conn, visit: &Visit, asked: &campaign::Asked, number: usize) -> Result<Self> {
        let chosen = visit.draft.chosen.as_deref().unwrap_or_default();
        let code = number.checked_sub(1).and_then(|place| chosen.get(place)).ok_or(Error::NotFound)?;
        let questions = asked.offered(code, visit.language);
        if questions.is_empty() {
            return Err(Error::NotFound);
        }
        Ok(Self { number, of: chosen.len(), supplier: organisation::supplier(conn, code)?, questions })
    }
}

fn page_of(visit: &Visit, asking: &Asking, sheet: &Sheet, errors: Vec<(String, Say)>) -> SheetPage {
    let language = visit.language;
    let hint = match visit.found.settings.alert_contact.as_str() {
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
        keep: visit.keep(),
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
    let number = number_in(&req)?;
    let look = open(&req, move |conn, visit| {
        let asked = visit.asked(conn)?;
        visit.draft.chosen.is_some().then(|| Asking::find(conn, visit, &asked, number)).transpose()
    });
    let (visit, asking) = match look.await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    // A bookmark of a page whose draft is gone leads to the beginning.
    let Some(asking) = asking else { return visit.leads("") };
    let sheet = visit.draft.sheets.get(&asking.supplier.code).cloned().unwrap_or_default();
    visit.page(&req, &page_of(&visit, &asking, &sheet, Vec::new()), StatusCode::OK)
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

/// What became of a page that was sent back.
enum Saved {
    /// Kept; the next page.
    Kept(String),
    /// Sent with all the rest.
    Sent,
    Wrong(Box<Asking>, Sheet, Vec<(String, Say)>),
}

pub async fn save(req: HttpRequest, OpenFields(fields): OpenFields) -> Answer {
    let number = number_in(&req);
    let (service, go) = (fields.optional("service")?, fields.text("go")?);
    match turn(&req, move |conn, visit| keep(conn, visit, &fields, number, service, &go)).await {
        Ok((visit, Saved::Kept(next))) => visit.leads(&next),
        Ok((mut visit, Saved::Sent)) => visit.leads_to_end(),
        Ok((visit, Saved::Wrong(asking, sheet, errors))) => {
            visit.page(&req, &page_of(&visit, &asking, &sheet, errors), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(answer) => answer,
    }
}

fn keep(
    conn: &mut Conn,
    visit: &mut Visit,
    fields: &Fields,
    number: Result<usize>,
    service: Option<String>,
    go: &str,
) -> Result<Saved> {
    let Some(chosen) = visit.draft.chosen.clone() else { return Ok(Saved::Kept(String::new())) };
    let mut number = number?;
    if let Some(code) = service {
        // Another tab may have ticked other services meanwhile: the answers are about the one they were typed for.
        let Some((place, _)) = (1..).zip(&chosen).find(|(_, known)| known.as_str() == code) else {
            return Ok(Saved::Kept(String::new()));
        };
        number = place;
    }
    let asked = visit.asked(conn)?;
    let code = number.checked_sub(1).and_then(|place| chosen.get(place)).ok_or(Error::NotFound)?;
    let (mut sheet, errors) = read_sheet(&asked.offered(code, visit.language), fields)?;
    if let Some(standing) = visit.draft.sheets.get(code).filter(|_| !visit.language.takes_texts()) {
        // Written in another language before: the page did not show it.
        sheet.texts.clone_from(&standing.texts);
    }
    if !errors.is_empty() {
        let asking = Asking::find(conn, visit, &asked, number)?;
        return Ok(Saved::Wrong(Box::new(asking), sheet, errors));
    }
    visit.language = Language::parse(go).unwrap_or(visit.language);
    visit.draft.sheets.insert(code.clone(), sheet);
    if go == "finish" {
        // What will not be sent is told before sending, and only the check page tells it.
        let told = |code: &SupplierCode| {
            visit.draft.sheets.get(code).is_some_and(|sheet| !asked.answered_unasked(code, sheet).is_empty())
        };
        if !chosen.iter().any(told) {
            sending::send_held(conn, &visit.found.invitation, &visit.draft, &asked)?;
            return Ok(Saved::Sent);
        }
    }
    let other_language = Language::parse(go).is_some();
    if other_language || go == "back" {
        visit.turns_back();
    }
    visit.save(conn)?;
    Ok(Saved::Kept(match go {
        _ if other_language => format!("/{number}"),
        "back" if number == 1 => String::new(),
        "back" => format!("/{}", number - 1),
        "finish" => "/check".to_owned(),
        _ if number >= chosen.len() => "/check".to_owned(),
        _ => format!("/{}", number + 1),
    }))
}
