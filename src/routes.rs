//! Every URL of the product on one page, by audience. Guards in the handlers' arguments say who may come.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, ServiceConfig, get, post, to};

use crate::app::App;
use crate::error::Error;
use crate::questionnaire;
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
        .configure(heads)
        .default_service(to(nothing_here))
}

async fn nothing_here() -> Answer {
    Err(Error::NotFound)
}

fn everyone(cfg: &mut ServiceConfig) {
    cfg.route("/assets/{digest}/{name}", get().to(assets::show));
}

/// Heads of suppliers; HR helps them.
fn heads(cfg: &mut ServiceConfig) {
    use questionnaire::pages as questions;
    cfg.route("/questionnaires", get().to(questions::list))
        .route("/questionnaires/{supplier}", get().to(questions::edit))
        .route("/questionnaires/{supplier}/draft", post().to(questions::create))
        .route("/questionnaires/{supplier}/draft/removal", post().to(questions::discard))
        .route("/questionnaires/{supplier}/questions", post().to(questions::change))
        .route("/questionnaires/{supplier}/questions.csv", get().to(questions::download))
        .route("/questionnaires/{supplier}/own", post().to(questions::add))
        .route("/questionnaires/{supplier}/own/new", get().to(questions::ask))
        .route("/questionnaires/{supplier}/own/{code}", get().to(questions::correct))
        .route("/questionnaires/{supplier}/own/{code}", post().to(questions::save))
        .route("/questionnaires/{supplier}/preview", get().to(questions::preview))
        .route("/questionnaires/{supplier}/comparison", get().to(questions::compare));
}
