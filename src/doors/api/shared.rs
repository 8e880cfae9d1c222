//! What addresses of the interface have in common, as the document tells it.

use std::collections::BTreeMap;

use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{IntoParams, IntoResponses, ToSchema};

/// Lists come in pages.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "described, and read from the query by name")]
pub struct Paged {
    /// How many items at most; 200 when absent.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u32>,
    /// What the page before gave as `next`.
    #[param(pattern = "^[0-9]{1,9}[.][0-9]{1,9}$")]
    cursor: Option<String>,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[allow(dead_code, reason = "described, and read from the path by name")]
pub struct OfCampaign {
    /// The campaign's code, such as `2026-Q1`.
    campaign: String,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "described, and read from the query by name")]
pub struct OfSupplier {
    /// Only of the service with this code.
    supplier: Option<String>,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "described, and read from the query by name")]
pub struct InLanguage {
    /// The language of names and texts; `en` when absent.
    #[param(pattern = "^(fr|en)$")]
    lang: Option<String>,
}

/// What went wrong (RFC 9457).
#[derive(ToSchema)]
#[allow(dead_code, reason = "described; web::problem is what is served")]
pub struct Problem {
    /// `/api#` and the kind of the problem: the page there says what to do.
    r#type: String,
    title: String,
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    detail: Option<String>,
    errors: Option<Vec<ProblemItem>>,
}

/// What is wrong with which item of what was sent.
#[derive(ToSchema)]
#[allow(dead_code, reason = "described; web::problem is what is served")]
pub struct ProblemItem {
    /// Counted from 0.
    index: u64,
    detail: String,
}

fn problem(description: &str) -> RefOr<Response> {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let response = ResponseBuilder::new().description(description).content("application/problem+json", content);
    RefOr::T(response.build())
}

fn problems(list: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    list.iter().map(|(status, told)| ((*status).to_owned(), problem(told))).collect()
}

/// Every address may answer with these.
pub struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            ("400", "The request cannot be taken as it is, or a key stands in the address."),
            ("401", "No key, an unknown one, or one that has ended."),
            ("403", "The key does not open this, or waits for HR."),
            ("404", "No such thing, or nothing that is published."),
            ("405", "The method does nothing here."),
            (
                "429",
                "Too many requests with this key: 100 at once, then 50 a second. Retry-After says how long to wait.",
            ),
            ("503", "Temporarily unavailable; nothing was lost."),
        ])
    }
}

/// What was sent does not fit.
pub struct Unfit;

impl IntoResponses for Unfit {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            ("408", "The body did not arrive in time."),
            ("413", "The body is larger than 1 MB."),
            ("415", "The body is not JSON."),
            ("422", "Nothing was written: what is wrong with which item stands in errors."),
        ])
    }
}

/// Whoever sends `If-None-Match` with the last `ETag` may be told that nothing changed.
pub struct Unmodified;

impl IntoResponses for Unmodified {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let response = ResponseBuilder::new().description("The bytes are those of the ETag that was sent.").build();
        BTreeMap::from([("304".to_owned(), RefOr::T(response))])
    }
}
