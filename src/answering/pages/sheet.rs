//! The pages of questions, a service after the other, five at most on each: what was answered so far, what is wrong with
//! what was typed.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::{Visit, open, turn};
use crate::answering::LONGEST_COMMENT;
use crate::answering::asked::{self as campaign, Part};
use crate::answering::draft::Sheet;
use crate::answering::sending;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::{Supplier, store as organisation};
use crate::questionnaire::view::{Asked, QuestionView};
use crate::questionnaire::{Question, dimensions, stem};
use crate::render::{Language, Page, language};
use crate::web::{self, Answer, Fields, OpenFields};

#[derive(Debug, Clone, Serialize)]
pub struct SheetPage {
    path: String,
    keep: String,
    number: usize,
    of: usize,
    /// Which service the page asks about, and which of its pages it is, whatever its number is by the time it is sent back.
    code: SupplierCode,
    part: usize,
    service: String,
    service_number: usize,
    services: usize,
    /// Which of the service's questions stand here, from 1.
    from: usize,
    to: usize,
    all: usize,
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
            number: 3,
            of: 5,
            code: "it".into(),
            part: 1,
            service: "Informatique".to_owned(),
            service_number: 2,
            services: 3,
            from: 6,
            to: 10,
            all: 10,
            questions: QuestionView::all(&questions, &Default::default(), |_| Some("texte"), &asked),
            language: Language::Fr,
            errors: vec![FieldError { name: "q_keep".to_owned(), text: "trop long".to_owned() }],
        };
        let first = Self {
            number: 1,
            of: 1,
            part: 0,
            service_number: 1,
            services: 1,
            from: 1,
            to: 4,
            all: 4,
            errors: Vec::new(),
            ..full.clone()
        };
        vec![full, first]
    }
}

/// A page as it is in the campaign: its place, the service's names, all its questions and which of them stand here.
struct Asking {
    number: usize,
    of: usize,
    service_number: usize,
    services: usize,
    supplier: Supplier,
    questions: Vec<Question>,
    part: Part,
}

/// The number in the path of a page.
fn number_in(req: &HttpRequest) -> Result<usize> {
    web::part(req, "page")?.parse().map_err(|_| Error::NotFound)
}

impl Asking {
    /// The page of that number in a draft.
    fn find(conn: &mut Conn, visit: &Visit, asked: &campaign::Asked, number: usize) -> Result<Self> {
        let chosen = visit.draft.chosen.as_deref().unwrap_or_default();
        let pages = asked.pages(chosen, visit.language);
        let part = number.checked_sub(1).and_then(|place| pages.get(place)).ok_or(Error::NotFound)?.clone();
        let place = chosen.iter().position(|code| *code == part.supplier).unwrap_or(0);
        Ok(Self {
            number,
            of: pages.len(),
            service_number: place + 1,
            services: chosen.len(),
            supplier: organisation::supplier(conn, &part.supplier)?,
            questions: asked.questions(&part.supplier).to_vec(),
            part,
        })
    }

    /// The questions of this page.
    fn here(&self) -> &[Question] {
        self.questions.get(self.part.questions.clone()).unwrap_or_default()
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
    if !language.takes_texts() {
        views.retain(|view| view.layout != "text");
    }
    let all = views.len();
    let here = |view: &QuestionView| asking.here().iter().any(|question| question.code == view.code);
    let before = views.iter().take_while(|view| !here(view)).count();
    views.retain(here);
    // A run of questions that began on the page before is introduced again.
    if let Some(first) = views.first_mut().filter(|first| first.stem.is_none()) {
        first.stem = stem(first.kind, language);
    }
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
        part: asking.part.place,
        service: service.to_owned(),
        service_number: asking.service_number,
        services: asking.services,
        from: before + 1,
        to: before + views.len(),
        all,
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

/// Reads the fields of a page into the sheet as it stands; wrong ones are told by question code, and what was typed
/// stays. A field of another page counts too: the form may be older than the pages. A text without its field stays, as
/// its page did not show it; a closed question of this page without one is unanswered, as boxes say nothing unticked.
fn read_sheet(
    mut sheet: Sheet,
    questions: &[Question],
    part: &Part,
    fields: &Fields,
) -> Result<(Sheet, Vec<(String, Say)>)> {
    let offered = dimensions(questions);
    let mut errors = Vec::new();
    for (place, question) in questions.iter().enumerate() {
        let given = fields.has(&format!("q_{}", question.code));
        if !given && (!question.is_closed() || !part.questions.contains(&place)) {
            continue;
        }
        sheet.answers.remove(&question.code);
        sheet.texts.remove(&question.code);
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
    let asked = visit.asked(conn)?;
    let pages = asked.pages(&chosen, visit.language);
    if let Some(code) = service {
        // Another tab may have ticked other services meanwhile: the answers are about the one they were typed for.
        let place: usize = fields.text("part")?.parse().unwrap_or(0);
        let is = |page: &Part| page.supplier.as_str() == code && page.place == place;
        let Some(at) = pages.iter().position(is) else { return Ok(Saved::Kept(String::new())) };
        number = at + 1;
    }
    let part = number.checked_sub(1).and_then(|place| pages.get(place)).ok_or(Error::NotFound)?.clone();
    let code = &part.supplier;
    let standing = visit.draft.sheets.get(code).cloned().unwrap_or_default();
    let (sheet, errors) = read_sheet(standing, asked.questions(code), &part, fields)?;
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
    // In another language a page may have nothing to answer: the one before it.
    let pages = asked.pages(&chosen, visit.language);
    let here = pages.iter().rposition(|page| page.supplier == *code && page.place <= part.place);
    let number = here.map_or(number, |at| at + 1);
    if other_language || go == "back" {
        visit.turns_back();
    }
    visit.save(conn)?;
    Ok(Saved::Kept(match go {
        _ if other_language => format!("/{number}"),
        "back" if number == 1 => String::new(),
        "back" => format!("/{}", number - 1),
        "finish" => "/check".to_owned(),
        _ if number >= pages.len() => "/check".to_owned(),
        _ => format!("/{}", number + 1),
    }))
}
