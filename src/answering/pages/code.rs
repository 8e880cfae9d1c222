//! A code from paper, typed: leads to the page of its link, whatever that shows (the questions, recorded, closed, the
//! results). Writes nothing. Codes of campaigns long closed are deleted; they and those that never were look the same.

use actix_web::HttpRequest;
use actix_web::http::{StatusCode, header};
use serde::Serialize;

use crate::campaign::codes::Code;
use crate::campaign::store as campaigns;
use crate::error::Say;
use crate::render::Page;
use crate::web::{self, Answer, OpenFields, redirect};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Default, Serialize)]
pub struct CodePage {
    typed: String,
    fault: Option<Say>,
}

impl Page for CodePage {
    const TEMPLATE: &'static str = "answering/code.html";
    const EVERY_LANGUAGE: bool = true;
}

/// The longest text given back to be corrected.
const LONGEST: usize = 40;

pub async fn show(req: HttpRequest) -> Answer {
    web::public_page(&req, &web::app(&req)?, web::language(&req), &CodePage::default()).await
}

pub async fn enter(req: HttpRequest, OpenFields(fields): OpenFields) -> Answer {
    let app = web::app(&req)?;
    let typed = fields.text("code")?;
    let Some(code) = Code::read(&typed) else {
        let say = if typed.is_empty() { "code-empty" } else { "code-mistyped" };
        return refuse(&req, &typed, Say::new(say), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let digest = code.digest(&app.link_key);
    if let Some(slip) = app.db.read(move |conn| campaigns::slip_by_code(conn, &digest)).await? {
        let token = slip.token(&app.link_key);
        let language = web::language(&req);
        let keep = if language == slip.language { String::new() } else { format!("?lang={}", language.as_str()) };
        return redirect(&format!("/r/{token}{keep}"));
    }
    let Some(wait) = app.wrong_codes.wrong(&req) else {
        return refuse(&req, &typed, Say::new("code-unknown"), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let seconds = wait.as_secs() + 1;
    let say = Say::new("code-too-many").with("n", seconds);
    let mut answer = refuse(&req, &typed, say, StatusCode::TOO_MANY_REQUESTS).await?;
    answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    Ok(answer)
}

async fn refuse(req: &HttpRequest, typed: &str, fault: Say, status: StatusCode) -> Answer {
    let page = CodePage { typed: typed.chars().take(LONGEST).collect(), fault: Some(fault) };
    let mut response = web::public_page(req, &web::app(req)?, web::language(req), &page).await?;
    *response.status_mut() = status;
    Ok(response)
}
