//! The latest version beside the one before it: which trends hold, which break and why; and the questions as a file.

use actix_web::HttpRequest;
use serde::Serialize;

use super::editor::latest;
use crate::error::{Error, Result};
use crate::organisation::Supplier;
use crate::questionnaire::compare::{Break, Fate, dimension_holds, fates};
use crate::questionnaire::{Question, State, bank, dimensions, store};
use crate::render::{Language, Page};
use crate::web::{self, Answer, EditorOf};

#[derive(Serialize)]
pub struct FateRow {
    code: String,
    text: String,
    fate: &'static str,
    why: Vec<Break>,
    /// The wording before and now, where it changed.
    wording: Option<(String, String)>,
}

#[derive(Serialize)]
pub struct DimensionRow {
    name: String,
    holds: bool,
}

#[derive(Serialize)]
pub struct ComparisonPage {
    supplier: String,
    name: String,
    /// None when there is nothing to compare with.
    before: Option<i32>,
    now: Option<i32>,
    rows: Vec<FateRow>,
    dimensions: Vec<DimensionRow>,
}

impl ComparisonPage {
    fn new(supplier: &Supplier, before: &[Question], now: &[Question], language: Language) -> Self {
        let row = |(question, old, fate): (&Question, Option<&Question>, Fate)| {
            let why = if let Fate::Broken(why) = &fate { why.clone() } else { Vec::new() };
            let changed = why.iter().find_map(|why| match why {
                Break::TextFr => Some(Language::Fr),
                Break::TextEn => Some(Language::En),
                _ => None,
            });
            FateRow {
                code: question.code.clone(),
                text: question.text(language).to_owned(),
                fate: match fate {
                    Fate::Comparable => "comparable",
                    Fate::Broken(_) => "broken",
                    Fate::New => "new",
                    Fate::Gone => "gone",
                },
                why,
                wording: changed.zip(old).map(|(of, old)| (old.text(of).to_owned(), question.text(of).to_owned())),
            }
        };
        Self {
            supplier: supplier.code.0.clone(),
            name: supplier.name(language).to_owned(),
            before: None,
            now: None,
            rows: fates(before, now).into_iter().map(row).collect(),
            dimensions: dimensions(now)
                .iter()
                .map(|dimension| DimensionRow {
                    name: dimension.label(language).to_owned(),
                    holds: dimension_holds(before, now, &dimension.code),
                })
                .collect(),
        }
    }
}

impl Page for ComparisonPage {
    const TEMPLATE: &'static str = "questionnaire/comparison.html";
    fn samples() -> Vec<Self> {
        let supplier = super::preview::sample_supplier();
        let before = super::preview::sample_questions();
        let mut now: Vec<Question> = before.iter().skip(1).cloned().collect();
        if let Some(question) = now.first_mut() {
            question.text_fr.push_str(" (y compris à distance)");
            question.reversed = true;
            question.hi = Some(7);
        }
        now.extend(bank::question("clarity_1").cloned());
        let mut page = Self::new(&supplier, &before, &now, Language::Fr);
        (page.before, page.now) = (Some(1), Some(2));
        vec![page, Self::new(&supplier, &[], &before, Language::Fr)]
    }
}

pub async fn compare(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let language = who.language;
    let page = app
        .db
        .read(move |conn| {
            let (of, latest, list) = latest(conn, &supplier)?;
            let before =
                store::versions(conn, &supplier)?.into_iter().skip(1).find(|version| version.state != State::Draft);
            let old = match &before {
                Some(version) => store::questions(conn, &version.id)?,
                None => Vec::new(),
            };
            let mut page = ComparisonPage::new(&of, &old, &list, language);
            page.now = latest.map(|version| version.version);
            page.before = before.map(|version| version.version);
            Ok(page)
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// The latest version as a CSV file: the bank's columns, and the options written `code|fr|en;…`.
pub async fn download(req: HttpRequest, EditorOf { supplier, .. }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let name = format!("questionnaire-{supplier}.csv");
    let list = app
        .db
        .read(move |conn| {
            let (_, latest, list) = latest(conn, &supplier)?;
            latest.map(|_| list).ok_or(Error::NotFound)
        })
        .await?;
    Ok(web::download(&name, "text/csv; charset=utf-8", file(&list)?))
}

fn file(list: &[Question]) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = bank::COLUMNS.iter().copied().chain(["options"]);
    writer.write_record(columns).map_err(Error::internal)?;
    for question in list {
        let word = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
        let optional = |text: &Option<String>| inert(text.as_deref().unwrap_or_default());
        let options: Vec<String> =
            question.options().iter().map(|choice| format!("{}|{}|{}", choice.code, choice.fr, choice.en)).collect();
        let cells = [
            question.code.clone(),
            word(question.core),
            question.kind.as_str().to_owned(),
            optional(&question.dimension),
            optional(&question.dimension_fr),
            optional(&question.dimension_en),
            inert(&question.text_fr),
            inert(&question.text_en),
            number(question.lo),
            number(question.hi),
            word(question.reversed),
            inert(&options.join(";")),
        ];
        writer.write_record(cells).map_err(Error::internal)?;
    }
    writer.into_inner().map_err(Error::internal)
}

/// A spreadsheet takes a text that begins like this for a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        return format!("'{text}");
    }
    text.to_owned()
}
