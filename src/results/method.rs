//! The method as people read it: every indicator, the rules for all figures, the words of verdicts, what is hidden.
//! It holds no figure of anybody and is open to everybody.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::indicators::{FAMILIES, Indicator};
use crate::aggregation::figure::METHOD_VERSION;
use crate::aggregation::statistics::{Label, Preset};
use crate::app::Settings;
use crate::error::Error;
use crate::render::{Language, Page, words};
use crate::web::{self, Answer, Staff};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct MethodPage {
    version: i32,
    families: Vec<Family>,
    labels: Vec<LabelSet>,
}

#[derive(Debug, Clone, Serialize)]
struct Family {
    code: &'static str,
    indicators: &'static [Indicator],
}

/// One preset's words, and whether this organisation uses it.
#[derive(Debug, Clone, Serialize)]
struct LabelSet {
    preset: Preset,
    used: bool,
    bands: Vec<Band>,
}

/// The values on 1..5 that have one word: from `begin` on, under `end`; the last has no end.
#[derive(Debug, Clone, Serialize)]
struct Band {
    label: Label,
    begin: f64,
    end: Option<f64>,
}

impl MethodPage {
    fn new(used: Preset) -> Self {
        let labels =
            Preset::ALL.iter().map(|preset| LabelSet { preset: *preset, used: *preset == used, bands: bands(*preset) });
        let families = FAMILIES.iter().map(|(code, indicators)| Family { code, indicators });
        Self { version: METHOD_VERSION, families: families.collect(), labels: labels.collect() }
    }
}

fn bands(preset: Preset) -> Vec<Band> {
    let mut begin = 1.0;
    let band = |(label, end): (Label, f64)| {
        let band = Band { label, begin, end: Some(end).filter(|end| end.is_finite()) };
        begin = end;
        band
    };
    preset.bands().into_iter().map(band).collect()
}

impl Page for MethodPage {
    const TEMPLATE: &'static str = "results/method.html";
}

/// The method, for anybody; somebody signed in keeps their navigation.
pub async fn show(req: HttpRequest, who: Option<Staff>) -> Answer {
    let app = web::app(&req)?;
    let settings = app.db.read(Settings::load).await?;
    let page = MethodPage::new(Preset::of(&settings.labels));
    web::open_page(&req, &app, who, &page).await
}

/// All definitions in both languages, as a file.
pub async fn definitions() -> Answer {
    let mut file = csv::Writer::from_writer(Vec::new());
    let written = write_definitions(&mut file).and_then(|()| file.flush().map_err(csv::Error::from));
    written.map_err(Error::internal)?;
    let body = file.into_inner().map_err(|fault| Error::internal(fault.error()))?;
    Ok::<HttpResponse, Error>(web::download("definitions.csv", "text/csv; charset=utf-8", body))
}

const PARTS: [&str; 5] = ["", "-says", "-formula", "-edges", "-source"];

fn write_definitions(file: &mut csv::Writer<Vec<u8>>) -> Result<(), csv::Error> {
    let names = ["name", "says", "formula", "edges", "source"];
    let columns = Language::STAFF.iter().flat_map(|language| names.map(|name| format!("{name}_{}", language.as_str())));
    file.write_record(["indicator".to_owned(), "family".to_owned()].into_iter().chain(columns))?;
    for (family, list) in FAMILIES {
        for indicator in list {
            let text = |language: Language, part: &str| {
                let key = format!("indicator-{}{part}", indicator.code);
                words::words(language, &key, std::iter::empty()).unwrap_or_default()
            };
            let cells = Language::STAFF.iter().flat_map(|language| PARTS.map(|part| text(*language, part)));
            file.write_record([indicator.code.to_owned(), family.to_owned()].into_iter().chain(cells))?;
        }
    }
    Ok(())
}
