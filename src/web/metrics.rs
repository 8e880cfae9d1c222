//! Measuring requests, where somebody reads the counts.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::app::App;

/// Counts every request, where somebody reads the counts.
pub async fn measure<B: MessageBody>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let app = req.app_data::<Data<App>>().filter(|app| app.config.metrics.is_some()).cloned();
    let Some(app) = app else { return next.call(req).await };
    let begun = Instant::now();
    let response = next.call(req).await?;
    let request = response.request();
    // Methods that nobody knows are one, too: their names are whoever's who asks.
    let method = match request.method().as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE") => known,
        _ => "other",
    };
    let route = request.match_pattern();
    app.counts.count(route.as_deref(), method, response.status().as_u16(), begun.elapsed().as_secs_f64());
    Ok(response)
}
