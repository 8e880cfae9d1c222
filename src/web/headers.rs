//! Security headers on every response, errors too; and the refusal of posts that come from another site.

use actix_web::HttpResponse;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;

use crate::app::App;
use crate::error::Error;

const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                   frame-ancestors 'none'; base-uri 'none'";

/// The same, for a page that shows a mail as it will look: mails carry their styles in their elements.
const CSP_OF_MAILS: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'self'; \
                            frame-ancestors 'none'; base-uri 'none'";

/// A mark on a response: it shows mails.
#[derive(Debug, Clone, Copy)]
pub struct ShowsMails;

pub async fn secure<B: MessageBody>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let https = req.app_data::<actix_web::web::Data<App>>().is_some_and(|app| app.config.is_https());
    let asset = req.path().starts_with("/assets/");
    let mut response = next.call(req).await?;
    let shows_mails = response.response().extensions().get::<ShowsMails>().is_some();
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_SECURITY_POLICY, if shows_mails { CSP_OF_MAILS } else { CSP });
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
    if !asset {
        set(header::CACHE_CONTROL, "no-store");
    }
    if https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
        secure_cookies(headers);
    }
    Ok(response)
}

/// Whoever set a cookie may not know how people reach us: behind https none travels in the clear.
fn secure_cookies(headers: &mut HeaderMap) {
    let cookies: Vec<HeaderValue> = headers.remove(header::SET_COOKIE).collect();
    for cookie in cookies {
        let text = cookie.to_str().unwrap_or_default();
        let secure = text.split(';').any(|part| part.trim() == "Secure");
        let value = if secure { Ok(cookie.clone()) } else { HeaderValue::from_str(&format!("{text}; Secure")) };
        headers.append(header::SET_COOKIE, value.unwrap_or(cookie));
    }
}

/// HEAD is answered as GET is; the server leaves the body out. Mail scanners ask so before they let a link through.
pub async fn head_as_get<B: MessageBody>(
    mut req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    if req.method() == Method::HEAD {
        req.head_mut().method = Method::GET;
    }
    next.call(req).await
}

/// Mail programs post here for their reader, from wherever they are; it writes one wish and nothing else.
const FROM_ANYWHERE: &str = "/unsubscribe/";

/// A post from another site's page is refused before any handler sees it; browsers say where a post comes from.
pub async fn same_site<B: MessageBody>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    if req.method() == Method::POST && !req.path().starts_with(FROM_ANYWHERE) {
        let from = req.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
        if matches!(from, Some("cross-site" | "same-site")) {
            // Not by `into_response`, which loses what the page of the failure is written from.
            let (request, _) = req.into_parts();
            let response = HttpResponse::from_error(Error::Forged).map_into_right_body();
            return Ok(ServiceResponse::new(request, response));
        }
    }
    next.call(req).await.map(ServiceResponse::map_into_left_body)
}
