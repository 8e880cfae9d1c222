//! GET /api: the interface described for people, from the same document that programs read. Open to anybody: it holds
//! no figure.

use actix_web::HttpRequest;
use serde::Serialize;
use serde_json::Value;

use super::document::document;
use crate::error::Result;
use crate::render::Page;
use crate::web::problem::Kind;
use crate::web::{self, Answer, Staff};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct ApiPage {
    address: String,
    lines: Vec<Line>,
    problems: Vec<Kind>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    method: String,
    path: String,
    scope: String,
    /// In English, as the document has it.
    summary: String,
    parameters: Vec<String>,
}

impl Page for ApiPage {
    const TEMPLATE: &'static str = "administration/api.html";
}

impl ApiPage {
    fn new(address: &str) -> Result<Self> {
        let described = serde_json::to_value(document())?;
        let at =
            |value: &Value, place: &str| value.pointer(place).and_then(Value::as_str).unwrap_or_default().to_owned();
        let inside = |value: &Value, name: &str| value.get(name).cloned().unwrap_or_default();
        let mut lines = Vec::new();
        for (path, methods) in inside(&described, "paths").as_object().into_iter().flatten() {
            for (method, told) in methods.as_object().into_iter().flatten() {
                let parameters = inside(told, "parameters");
                lines.push(Line {
                    method: method.to_uppercase(),
                    path: path.clone(),
                    scope: at(told, "/tags/0"),
                    summary: at(told, "/summary"),
                    parameters: parameters.as_array().into_iter().flatten().map(|one| at(one, "/name")).collect(),
                });
            }
        }
        Ok(Self { address: format!("{address}/api/v1"), lines, problems: Kind::ALL.to_vec() })
    }
}

pub async fn show(req: HttpRequest, who: Option<Staff>) -> Answer {
    let app = web::app(&req)?;
    let page = ApiPage::new(&app.config.public_address)?;
    web::open_page(&req, &app, who, &page).await
}
