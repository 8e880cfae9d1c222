//! Every URL of the product on one page, by audience. Guards in the handlers' arguments say who may come.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, ServiceConfig, get, post, to};

use crate::app::App;
use crate::error::Error;
use crate::web::{Answer, assets, failure, headers};
use crate::{answering, progress, questionnaire, respondent, results};

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
        .configure(respondents)
        .configure(heads)
        .configure(plans)
        .default_service(to(nothing_here))
}

async fn nothing_here() -> Answer {
    Err(Error::NotFound)
}

fn everyone(cfg: &mut ServiceConfig) {
    cfg.route("/assets/{digest}/{name}", get().to(assets::show)).route("/f/{token}", get().to(progress::feedback::show));
}

/// People who were asked; the link is all they need.
fn respondents(cfg: &mut ServiceConfig) {
    use answering::pages::{ending, sheet, welcome};
    cfg.route("/r/{token}", get().to(respondent::show))
        .route("/r/{token}", post().to(welcome::choose))
        .route("/r/{token}/group", get().to(welcome::group))
        .route("/r/{token}/group", post().to(welcome::change_group))
        .route("/r/{token}/check", get().to(ending::check))
        .route("/r/{token}/sending", post().to(ending::send))
        .route("/r/{token}/decline", get().to(ending::decline_page))
        .route("/r/{token}/decline", post().to(ending::decline))
        .route("/r/{token}/{page}", get().to(sheet::show))
        .route("/r/{token}/{page}", post().to(sheet::save));
}

/// Heads of suppliers and those who read results; HR helps with questionnaires.
fn heads(cfg: &mut ServiceConfig) {
    use questionnaire::pages as questions;
    cfg.route("/results", get().to(results::pages::overview))
        .route("/results/{supplier}", get().to(results::pages::latest))
        .route("/results/{supplier}/wave", get().to(results::pages::choose))
        .route("/results/{supplier}/{campaign}", get().to(results::pages::quarter))
        .route("/questionnaires", get().to(questions::list))
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

/// The progress plan: heads, owners and readers.
fn plans(cfg: &mut ServiceConfig) {
    use progress::pages::{action, form, list, steps};
    cfg.route("/actions", get().to(list::show))
        .route("/actions/{supplier}/new", get().to(form::new))
        .route("/actions/{supplier}/new", post().to(form::create))
        .route("/actions/{id}", get().to(action::show))
        .route("/actions/{id}", post().to(form::save))
        .route("/actions/{id}/edit", get().to(form::edit))
        .route("/actions/{id}/{step}", post().to(steps::take));
}
