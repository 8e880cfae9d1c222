//! Every URL of the product on one page, by audience. Guards in the handlers' arguments say who may come.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, ServiceConfig, get, post, to};

use crate::app::App;
use crate::error::Error;
use crate::progress::feedback;
use crate::progress::pages::{action, form, list, steps};
use crate::web::{Answer, assets, failure, headers};

/// The whole web application, with what surrounds every request.
pub fn application(
    app: App,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    actix_web::App::new()
        .app_data(Data::new(app))
        .wrap(from_fn(headers::same_site))
        .wrap(from_fn(failure::page))
        .wrap(from_fn(headers::secure))
        .wrap(Compress::default())
        .configure(everyone)
        .configure(progress)
        .default_service(to(nothing_here))
}

async fn nothing_here() -> Answer {
    Err(Error::NotFound)
}

fn everyone(cfg: &mut ServiceConfig) {
    cfg.route("/assets/{digest}/{name}", get().to(assets::show));
}

/// The plan of progress: heads, owners and readers; the feedback page: whoever holds its address.
fn progress(cfg: &mut ServiceConfig) {
    cfg.route("/actions", get().to(list::show))
        .route("/actions/{supplier}/new", get().to(form::new))
        .route("/actions/{supplier}/new", post().to(form::create))
        .route("/actions/{id}", get().to(action::show))
        .route("/actions/{id}", post().to(form::save))
        .route("/actions/{id}/edit", get().to(form::edit))
        .route("/actions/{id}/{step}", post().to(steps::take))
        .route("/f/{token}", get().to(feedback::show));
}
