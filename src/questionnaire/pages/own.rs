//! The form of an own question: the organisation's languages side by side, options one a line. Its code is given at creation and
//! never changes.

use actix_web::HttpRequest;
use serde::Serialize;

use super::FieldFault;
use super::editor::latest;
use crate::app::{App, Settings};
use crate::db::ids::{QuestionnaireId, SupplierCode};
use crate::error::{Error, Result, Say};
use crate::organisation::Supplier;
use crate::questionnaire::{Choice, Kind, OVERALL, Question, State, bank, edit, store};
use crate::render::{Language, Page, Texts};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, EditorOf, Fields, TextField, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

const LONGEST_QUESTION: usize = 300;
const LONGEST_OPTION: usize = 120;
const FEWEST_OPTIONS: usize = 2;
const MOST_OPTIONS: usize = 12;

/// What the form holds, as typed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Typed {
    kind: String,
    texts: Vec<TextField>,
    /// One a line: a label for each language, `fr | en`.
    options: String,
    dimension: String,
    reversed: bool,
}

#[derive(Serialize)]
pub struct OwnPage {
    supplier: String,
    name: String,
    /// None for a new question.
    code: Option<String>,
    fingerprint: String,
    kinds: Vec<Kind>,
    dimensions: Vec<(String, String)>,
    typed: Typed,
    faults: Vec<FieldFault>,
    longest: usize,
    /// Which label of an option is in which language, as its hint says it.
    labels: String,
}

impl OwnPage {
    fn new(supplier: &Supplier, list: &[Question], languages: &[Language], language: Language) -> Self {
        let mut dimensions: Vec<(String, String)> = Vec::new();
        for question in bank::questions() {
            let Some(code) = question.dimension.as_ref().filter(|code| *code != OVERALL) else { continue };
            if !dimensions.iter().any(|(other, _)| other == code) {
                dimensions.push((code.clone(), question.dimension_name(language).unwrap_or(code).to_owned()));
            }
        }
        Self {
            supplier: supplier.code.0.clone(),
            name: supplier.name(language).to_owned(),
            code: None,
            fingerprint: store::fingerprint(list),
            kinds: own_kinds().collect(),
            dimensions,
            typed: Typed {
                kind: Kind::Satisfaction.as_str().to_owned(),
                texts: TextField::all("text", &Texts::default(), languages),
                ..Typed::default()
            },
            faults: Vec::new(),
            longest: LONGEST_QUESTION,
            labels: names(languages),
        }
    }
}

impl Page for OwnPage {
    const TEMPLATE: &'static str = "questionnaire/own.html";
}

fn names(languages: &[Language]) -> String {
    languages.iter().map(|language| language.name()).collect::<Vec<_>>().join(" | ")
}

fn own_kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| *kind != Kind::ChooseDimensions)
}

impl Typed {
    /// With what is wrong beside each text.
    fn blamed(mut self, faults: &[FieldFault]) -> Self {
        faults.iter().for_each(|fault| TextField::blame(&mut self.texts, &fault.field, fault.say.clone()));
        self
    }

    fn read(fields: &Fields, languages: &[Language]) -> Result<Self> {
        Ok(Self {
            kind: fields.text("kind")?,
            texts: TextField::read("text", fields, languages)?,
            options: fields.text("options")?,
            dimension: fields.text("dimension")?,
            reversed: fields.has("reversed"),
        })
    }

    fn of(question: &Question, languages: &[Language]) -> Self {
        let line = |choice: &Choice| {
            let labels: Vec<&str> = languages.iter().map(|of| choice.labels.get(*of).unwrap_or_default()).collect();
            labels.join(" | ").trim_end_matches([' ', '|']).to_owned()
        };
        Self {
            kind: question.kind.as_str().to_owned(),
            texts: TextField::all("text", &question.texts, languages),
            options: question.options().iter().map(line).collect::<Vec<_>>().join("\n"),
            dimension: question.dimension.clone().unwrap_or_default(),
            reversed: question.reversed,
        }
    }

    /// The question this describes, or everything wrong with it. `before` is the question being corrected: an option
    /// that kept one of its labels keeps its code, and what stands in a language that the form does not ask for stays.
    fn question(
        &self,
        code: &str,
        languages: &[Language],
        before: Option<&Question>,
    ) -> std::result::Result<Question, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, say: Say| faults.push(FieldFault { field: field.to_owned(), say });
        let kind = own_kinds().find(|kind| kind.as_str() == self.kind);
        if kind.is_none() {
            fault("kind", Say::new("question-kind-unknown"));
        }
        if let Some(first) = self.texts.first().filter(|_| self.texts.iter().all(|field| field.value.is_empty())) {
            fault(&first.name, Say::new("question-without-text"));
        }
        for field in self.texts.iter().filter(|field| field.value.chars().count() > LONGEST_QUESTION) {
            fault(&field.name, Say::new("question-too-long").with("most", LONGEST_QUESTION));
        }
        let dimension = bank::questions().iter().find(|question| {
            question.dimension.as_ref().is_some_and(|code| *code == self.dimension && code != OVERALL)
        });
        if dimension.is_none() && !self.dimension.is_empty() {
            fault("dimension", Say::new("question-dimension-unknown"));
        }
        let options = match options(&self.options, languages, before) {
            Ok(options) => options,
            Err(say) if kind.is_some_and(Kind::has_options) => {
                fault("options", say);
                Vec::new()
            }
            Err(_) => Vec::new(),
        };
        let (Some(kind), true) = (kind, faults.is_empty()) else { return Err(faults) };
        let range = kind.range();
        let scaled = |text: Option<&String>| text.filter(|_| range.is_some()).cloned();
        Ok(Question {
            questionnaire: QuestionnaireId(String::new()),
            position: 0,
            code: code.to_owned(),
            core: false,
            kind,
            dimension: scaled(dimension.and_then(|of| of.dimension.as_ref())),
            dimension_names: dimension
                .filter(|_| range.is_some())
                .map(|of| of.dimension_names.clone())
                .unwrap_or_default(),
            texts: TextField::texts(&self.texts, before.map(|before| &before.texts)),
            lo: range.map(|(lo, _)| lo),
            hi: range.map(|(_, hi)| hi),
            reversed: self.reversed && range.is_some(),
            options: if kind.has_options() {
                serde_json::to_string(&options).unwrap_or_default()
            } else {
                "[]".to_owned()
            },
            // Of whom it is asked is said on a page of its own.
            asked_if: before.and_then(|before| before.asked_if.clone()),
            asked_at_most: before.and_then(|before| before.asked_at_most),
        })
    }
}

fn options(typed: &str, languages: &[Language], before: Option<&Question>) -> std::result::Result<Vec<Choice>, Say> {
    let mut known = before.map(Question::options).unwrap_or_default();
    let number = |code: &str| code.strip_prefix("choice_")?.parse::<usize>().ok();
    let mut last = known.iter().filter_map(|choice| number(&choice.code)).max().unwrap_or(0);
    let mut found: Vec<Choice> = Vec::new();
    for line in typed.lines().map(clean_line).filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let labels = Texts::of(languages.iter().copied().zip(cells.iter().copied()));
        if labels.is_empty() || cells.len() > languages.len() || line.contains(';') {
            return Err(Say::new("question-option-odd").with("option", line).with("languages", names(languages)));
        }
        if cells.iter().any(|cell| cell.chars().count() > LONGEST_OPTION) {
            return Err(Say::new("question-option-too-long").with("most", LONGEST_OPTION));
        }
        let same = |choice: &Choice| labels.iter().any(|(language, text)| choice.labels.get(language) == Some(text));
        if found.iter().any(same) {
            return Err(Say::new("question-option-doubled").with("option", line));
        }
        let before = known.iter().position(same).map(|at| known.remove(at));
        // What the form does not ask for stays.
        let kept = before.iter().flat_map(|choice| choice.labels.iter()).filter(|(of, _)| !languages.contains(of));
        let labels = Texts::of(labels.iter().chain(kept));
        let code = before.as_ref().map_or_else(
            || {
                last += 1;
                format!("choice_{last}")
            },
            |choice| choice.code.clone(),
        );
        found.push(Choice { code, labels });
    }
    if (FEWEST_OPTIONS..=MOST_OPTIONS).contains(&found.len()) {
        Ok(found)
    } else {
        Err(Say::new("question-option-count").with("fewest", FEWEST_OPTIONS).with("most", MOST_OPTIONS))
    }
}

/// The form for `code`, or for a new question; only a draft's own questions have one.
async fn form(app: &App, who: &Who, supplier: &SupplierCode, code: Option<String>) -> Result<OwnPage> {
    let (supplier, language) = (supplier.clone(), who.language);
    app.db
        .read(move |conn| {
            let (of, version, list) = latest(conn, &supplier)?;
            if version.is_none_or(|version| version.state != State::Draft) {
                return Err(Error::invalid("questionnaire-not-a-draft"));
            }
            let languages = Settings::load(conn)?.languages;
            let mut page = OwnPage::new(&of, &list, &languages, language);
            if let Some(code) = code {
                let question = list.iter().find(|question| question.code == code && bank::is_own(question));
                page.typed = Typed::of(question.ok_or(Error::NotFound)?, &languages);
                page.code = Some(code);
            }
            Ok(page)
        })
        .await
}

pub async fn ask(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let page = form(&app, &who, &supplier, None).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn correct(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let page = form(&app, &who, &supplier, Some(web::part(&req, "code")?)).await?;
    web::page(&req, &app, &who, &page).await
}

/// Adds a new own question.
pub async fn add(req: HttpRequest, editor: EditorOf, fields: Fields) -> Answer {
    keep(&req, editor, fields, None).await
}

/// Saves an own question that is there.
pub async fn save(req: HttpRequest, editor: EditorOf, fields: Fields) -> Answer {
    let code = web::part(&req, "code")?;
    keep(&req, editor, fields, Some(code)).await
}

/// What became of a form.
enum Outcome {
    Kept(String),
    Wrong(Vec<FieldFault>),
}

async fn keep(req: &HttpRequest, EditorOf { who, supplier }: EditorOf, fields: Fields, code: Option<String>) -> Answer {
    let app = web::app(req)?;
    let languages = app.db.read(Settings::load).await?.languages;
    let (typed, seen) = (Typed::read(&fields, &languages)?, fields.text("seen")?);
    let (of, wanted, given) = (supplier.clone(), code.clone(), typed.clone());
    let done = app
        .db
        .write(move |conn| {
            store::edit(conn, &of, &seen, |conn, list| {
                let before = list.iter().find(|question| Some(&question.code) == wanted.as_ref()).cloned();
                if wanted.is_some() && before.as_ref().is_none_or(|question| !bank::is_own(question)) {
                    return Err(Error::NotFound);
                }
                // A form with a fault must not use up a code.
                if let Err(faults) = given.question("own_0", &languages, before.as_ref()) {
                    return Ok(Outcome::Wrong(faults));
                }
                let code = match &wanted {
                    Some(code) => code.clone(),
                    None => store::next_own_code(conn)?,
                };
                match given.question(&code, &languages, before.as_ref()) {
                    Err(faults) => return Ok(Outcome::Wrong(faults)),
                    Ok(question) if wanted.is_some() => edit::replace(list, question)?,
                    Ok(question) => edit::add(list, question)?,
                }
                Ok(Outcome::Kept(code))
            })
        })
        .await;
    let faults = match done {
        Ok(Outcome::Kept(code)) => {
            let path = format!("/questionnaires/{supplier}#row-{code}");
            return redirect_saying(&path, &Say::new("flash-question-saved"));
        }
        Ok(Outcome::Wrong(faults)) => faults,
        Err(Error::Invalid(say)) => vec![FieldFault { field: "seen".to_owned(), say }],
        Err(other) => return Err(other),
    };
    let page = OwnPage { typed: typed.blamed(&faults), faults, ..form(&app, &who, &supplier, code).await? };
    web::refused(req, &app, &who, &page).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_that_kept_a_label_keeps_its_code() {
        let typed = |options: &str| Typed {
            kind: "single_choice".to_owned(),
            texts: TextField::all("text", &Texts::both("Quel sujet ?", ""), &Language::STAFF),
            options: options.to_owned(),
            ..Typed::default()
        };
        let first = typed("Courrier | Mail\nSalles | Rooms").question("own_1", &Language::STAFF, None);
        let first = first.expect("a question");
        let then = typed("Autre | Other\nSalles et réunions | Rooms\nCourier");
        let then = then.question("own_1", &Language::STAFF, Some(&first));
        let codes: Vec<String> = then.expect("a question").options().into_iter().map(|choice| choice.code).collect();
        assert_eq!(codes, ["choice_3", "choice_2", "choice_4"]);
    }

    #[test]
    fn every_fault_is_told_at_its_field() {
        let typed = Typed {
            kind: "choose_dimensions".to_owned(),
            texts: TextField::all("text", &Texts::both("", "x".repeat(LONGEST_QUESTION + 1)), &Language::STAFF),
            dimension: OVERALL.to_owned(),
            ..Typed::default()
        };
        let faults = typed.question("own_1", &Language::STAFF, None).expect_err("faults");
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["kind", "text_en", "dimension"]);
        for options in ["", "Seule", "a\na", "a|b|c\nd", " | \nb"] {
            assert!(super::options(options, &Language::STAFF, None).is_err(), "{options:?}");
        }
    }
}
