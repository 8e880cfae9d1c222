//! The pages of questions, a service after the other, five at most on each: what was answered so far, what is wrong with
//! what was typed.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::passing::{open, rewrite};
use super::visit::Visit;
use crate::answering::LONGEST_COMMENT;
use crate::answering::asked::{self as campaign, Part, is_offered};
use crate::answering::draft::Sheet;
use crate::campaign::mirror;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::Supplier;
use crate::questionnaire::view::{Asked, QuestionView};
use crate::questionnaire::{Kind, Question, dimensions};
use crate::render::{Language, Page, words};
use crate::web::{self, Answer, Fields, OpenFields};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct SheetPage {
    path: String,
    keep: String,
    number: usize,
    of: usize,
    /// Which service the page asks about, and which of its pages it is, whatever its number is by the time it is sent back.
    code: SupplierCode,
    part: usize,
    /// It asks their own team how its clients judge it.
    mirror: bool,
    /// It asks what they say themselves of promises made to them.
    promises: bool,
    /// Under so many sheets nothing of a mirror is shown.
    fewest: i32,
    service: String,
    /// Asked between two quarters: the service is not named, but what it is about.
    occasion: bool,
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
}

/// A page as it is in the campaign: its place, the service's names, what the campaign asks and which of it stands here.
struct Asking {
    number: usize,
    of: usize,
    service_number: usize,
    services: usize,
    supplier: Supplier,
    asked: Arc<campaign::Asked>,
    part: Part,
}

/// The number in the path of a page.
fn number_in(req: &HttpRequest) -> Result<usize> {
    web::part(req, "page")?.parse().map_err(|_| Error::NotFound)
}

impl Asking {
    /// The page of that number in a draft.
    fn find(conn: &mut Conn, visit: &Visit, asked: Arc<campaign::Asked>, number: usize) -> Result<Self> {
        let chosen = visit.draft.chosen.as_deref().unwrap_or_default();
        let pages = visit.pages(&asked);
        let part = number.checked_sub(1).and_then(|place| pages.get(place)).ok_or(Error::NotFound)?.clone();
        let place = chosen.iter().position(|code| *code == part.supplier).unwrap_or(0);
        let services = visit.services(conn)?;
        let (_, supplier) = services.iter().find(|(row, _)| row.supplier == part.supplier).ok_or(Error::NotFound)?;
        Ok(Self {
            number,
            of: pages.len(),
            service_number: place + 1,
            services: chosen.len(),
            supplier: supplier.clone(),
            asked,
            part,
        })
    }

    /// The questions about the service, and which of them stand on this page.
    fn questions(&self) -> (&[Question], &[Question]) {
        let all = self.asked.around(&self.part);
        (all, all.get(self.part.questions.clone()).unwrap_or_default())
    }

    /// Was anything on this page answered?
    fn is_blank(&self, sheet: &Sheet) -> bool {
        let answered = |question: &Question| {
            sheet.answers.contains_key(&question.code) || sheet.texts.contains_key(&question.code)
        };
        !self.questions().1.iter().any(answered)
    }

    /// The service's name, or what something asked between two quarters is about.
    fn heading(&self, language: Language) -> String {
        self.asked.about(language).unwrap_or_else(|| self.supplier.name(language).to_owned())
    }

    /// The page without its questions.
    fn page(&self, visit: &Visit) -> SheetPage {
        let (all, here) = self.questions();
        let offered = |list: &[Question]| list.iter().filter(|question| is_offered(question, visit.language)).count();
        let before = offered(all.get(..self.part.questions.start).unwrap_or_default());
        SheetPage {
            path: String::new(),
            keep: visit.keep(),
            number: self.number,
            of: self.of,
            code: self.supplier.code.clone(),
            part: self.part.place,
            mirror: self.part.mirror,
            promises: self.part.mirror && here.iter().all(mirror::is_about_a_promise),
            fewest: mirror::FEWEST,
            occasion: self.asked.about(visit.language).is_some(),
            service: self.heading(visit.language),
            service_number: self.service_number,
            services: self.services,
            from: before + 1,
            to: before + offered(here),
            all: offered(all),
            questions: Vec::new(),
            language: visit.language,
            errors: Vec::new(),
        }
    }

    /// The page with its questions as they were answered, and what is wrong with the answers.
    fn filled(&self, visit: &Visit, sheet: &Sheet, errors: Vec<(String, Say)>) -> SheetPage {
        let language = visit.language;
        let hint = text_hint(language, &visit.found.settings.alert_contact);
        let asked = Asked { language, service: self.supplier.name(language), text_hint: &hint };
        let text = |code: &str| sheet.texts.get(code).map(String::as_str);
        let (all, here) = self.questions();
        let here = here.iter().filter(|question| is_offered(question, language));
        let mut questions = QuestionView::page(here, all, &sheet.answers, text, &asked);
        if self.asked.about(language).is_some() {
            // The words before the questions of a quarter speak of three months.
            questions.iter_mut().for_each(|view| view.stem = None);
        }
        if self.part.mirror {
            // The same words, and somebody else's answer.
            for view in &mut questions {
                view.stem = view.stem.take().map(|_| words::say(language, &Say::new("mirror-stem")));
            }
        }
        let mut list = Vec::new();
        for (code, say) in errors {
            let words = words::say(language, &say);
            for view in questions.iter_mut().filter(|view| view.code == code) {
                list.push(FieldError { name: view.name.clone(), text: format!("{} – {words}", view.legend) });
                view.error = Some(words.clone());
            }
        }
        SheetPage { path: visit.path(""), questions, errors: list, ..self.page(visit) }
    }
}

/// What stands under the texts: name no one, and where to turn instead.
fn text_hint(language: Language, contact: &str) -> String {
    let say = match contact {
        "" => Say::new("answer-text-hint"),
        contact => Say::new("answer-text-hint-contact").with("contact", contact),
    };
    words::say(language, &say)
}

pub async fn show(req: HttpRequest) -> Answer {
    let number = number_in(&req)?;
    let look = open(&req, move |conn, visit| {
        let asked = visit.asked(conn)?;
        visit.draft.chosen.is_some().then(|| Asking::find(conn, visit, asked, number)).transpose()
    });
    let (visit, asking) = match look.await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    // A bookmark of a page whose draft is gone leads to the beginning.
    let Some(asking) = asking else { return visit.leads("") };
    let sheet = visit.draft.sheet(&asking.part.supplier, asking.part.mirror);
    let page = || asking.filled(&visit, &sheet, Vec::new());
    if asking.is_blank(&sheet) {
        // The questions of a part are those of the campaign; under texts stands the contact.
        return visit.common_page(&req, &(asking.page(&visit), &visit.found.settings.alert_contact), page);
    }
    visit.page(&req, &page(), StatusCode::OK)
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
    let mut errors = Vec::new();
    for (place, question) in questions.iter().enumerate() {
        let name = format!("q_{}", question.code);
        if !fields.has(&name) && (!question.is_closed() || !part.questions.contains(&place)) {
            continue;
        }
        sheet.answers.remove(&question.code);
        sheet.texts.remove(&question.code);
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
        let choosing = question.kind == Kind::ChooseDimensions;
        let offered = if choosing { dimensions(questions) } else { Vec::new() };
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
    let number = number_in(&req)?;
    let (service, go) = (fields.optional("service")?, fields.text("go")?);
    let work = move |conn: &mut Conn, visit: &mut Visit| keep(conn, visit, &fields, number, service.as_deref(), &go);
    match rewrite(&req, work).await {
        Ok((visit, Saved::Kept(next))) => visit.leads(&next),
        Ok((mut visit, Saved::Sent)) => visit.leads_to_end(),
        Ok((visit, Saved::Wrong(asking, sheet, errors))) => {
            visit.page(&req, &asking.filled(&visit, &sheet, errors), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(answer) => answer,
    }
}

/// Keeps what was typed on a page that another tab has taken out meanwhile; the check page says what is not sent.
fn keep_unasked(
    visit: &mut Visit,
    asked: &campaign::Asked,
    fields: &Fields,
    is: &impl Fn(&Part) -> bool,
) -> Result<()> {
    let everything: Vec<SupplierCode> = asked.services().cloned().collect();
    let pages = asked.pages(&everything, visit.found.invitation.mirror.as_ref(), visit.language);
    if let Some(part) = pages.iter().find(|part| is(part)) {
        let standing = visit.draft.sheet(&part.supplier, part.mirror);
        let (sheet, _) = read_sheet(standing, asked.around(part), part, fields)?;
        visit.draft.keep(&part.supplier, part.mirror, sheet);
    }
    Ok(())
}

fn keep(
    conn: &mut Conn,
    visit: &mut Visit,
    fields: &Fields,
    mut number: usize,
    service: Option<&str>,
    go: &str,
) -> Result<Saved> {
    let Some(chosen) = visit.draft.chosen.clone() else { return Ok(Saved::Kept(String::new())) };
    let asked = visit.asked(conn)?;
    let pages = visit.pages(&asked);
    if let Some(code) = service {
        // Another tab may have ticked other services meanwhile: the answers are about the one they were typed for.
        let place: usize = fields.text("part")?.parse().unwrap_or(0);
        let as_team = fields.has("mirror");
        let is = |page: &Part| page.supplier.as_str() == code && page.place == place && page.mirror == as_team;
        let Some(at) = pages.iter().position(is) else {
            keep_unasked(visit, &asked, fields, &is)?;
            visit.save(conn)?;
            return Ok(Saved::Kept(if as_team { "/check" } else { "" }.to_owned()));
        };
        number = at + 1;
    }
    let part = number.checked_sub(1).and_then(|place| pages.get(place)).ok_or(Error::NotFound)?.clone();
    let standing = visit.draft.sheet(&part.supplier, part.mirror);
    let (sheet, errors) = read_sheet(standing, asked.around(&part), &part, fields)?;
    if !errors.is_empty() {
        let asking = Asking::find(conn, visit, asked, number)?;
        return Ok(Saved::Wrong(Box::new(asking), sheet, errors));
    }
    visit.language = Language::parse(go).unwrap_or(visit.language);
    visit.draft.keep(&part.supplier, part.mirror, sheet);
    if go == "finish" {
        // What will not be sent is told before sending, and only the check page tells it.
        let told = |code: &SupplierCode| {
            visit.draft.sheets.get(code).is_some_and(|sheet| !asked.answered_unasked(code, sheet).is_empty())
        };
        if !chosen.iter().any(told) {
            visit.send(conn, &asked)?;
            return Ok(Saved::Sent);
        }
    }
    let other_language = Language::parse(go).is_some();
    // In another language a page may have nothing to answer: the one before it.
    let pages = visit.pages(&asked);
    let same = |page: &&Part| (&page.supplier, page.mirror) == (&part.supplier, part.mirror);
    let here = pages.iter().rposition(|page| same(&page) && page.place <= part.place);
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
