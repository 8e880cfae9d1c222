//! Every URL of the product on one page, by audience. Guards in the handlers' arguments say who may come.

use actix_web::HttpRequest;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, ServiceConfig, get, post, scope, to};

use super::account::pages as account;
use super::{administration, api, health, scim};
use crate::app::App;
use crate::error::Error;
use crate::organisation::pages as organisation;
use crate::preparing::{grouping, launch, letters};
use crate::web::{Answer, assets, failure, headers, link, metrics, packing, redirect};
use crate::{
    answering, campaign, catalogue, comments, directory, export, occasions, privacy_pack, progress, questionnaire,
    respondent, results,
};

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
        .wrap(from_fn(packing::pack))
        .wrap(from_fn(headers::head_as_get))
        .wrap(from_fn(metrics::measure))
        // First, because the router tries one after the other and everybody comes this way.
        .configure(respondents)
        .configure(everyone)
        .configure(promises)
        .configure(heads)
        .configure(moderators)
        .configure(relations)
        .configure(plans)
        .configure(between)
        .configure(staff)
        .configure(hr)
        .configure(campaigns)
        .configure(files)
        .configure(admin)
        .configure(api::routes)
        .configure(scim::routes)
        .default_service(to(nothing_here))
}

/// Leads to the page that was meant where the address shows it.
async fn nothing_here(req: HttpRequest) -> Answer {
    if !matches!(*req.method(), Method::GET | Method::POST) {
        return Err(Error::NotAllowed);
    }
    match link::meant(req.path()).filter(|_| *req.method() == Method::GET) {
        Some(path) if req.query_string().is_empty() => redirect(&path),
        Some(path) => redirect(&format!("{path}?{}", req.query_string())),
        None => Err(Error::NotFound),
    }
}

fn everyone(cfg: &mut ServiceConfig) {
    cfg.route("/assets/{digest}/{name}", get().to(assets::show))
        .route("/f/{token}", get().to(progress::feedback::show))
        .route("/health/live", get().to(health::live))
        .route("/health/ready", get().to(health::ready))
        .route("/api", get().to(api::page::show))
        .route("/privacy", get().to(respondent::privacy))
        .route("/method", get().to(results::method::show))
        .route("/method/definitions.csv", get().to(results::method::definitions))
        .route("/accessibilite", get().to(organisation::public::accessibility))
        .route("/sign-in", get().to(organisation::sign_in::show))
        .route("/sign-in", post().to(organisation::sign_in::ask))
        .route("/sign-in/account", get().to(account::start))
        .route("/sign-in/account/return", get().to(account::arrive))
        .route("/sign-in/account/left", get().to(account::left))
        .route("/sign-in/account/end", post().to(account::end))
        .route("/sign-in/{token}", get().to(organisation::sign_in::link))
        .route("/sign-in/{token}", post().to(organisation::sign_in::enter))
        .route("/sign-out", post().to(organisation::sign_in::leave));
}

/// The catalogue: read by anybody, written by heads and HR.
fn promises(cfg: &mut ServiceConfig) {
    use catalogue::pages::{charter, commitment, edit, engagement, measurements, offering, public};
    cfg.route("/catalogue", get().to(public::list))
        .route("/catalogue/{supplier}", get().to(public::show))
        .route("/catalogue/{supplier}/edit", get().to(edit::show))
        .route("/catalogue/{supplier}/order", post().to(edit::order))
        .route("/catalogue/{supplier}/offerings/new", get().to(offering::new))
        .route("/catalogue/{supplier}/offerings/new", post().to(offering::create))
        .route("/catalogue/{supplier}/offerings/{offering}", get().to(offering::edit))
        .route("/catalogue/{supplier}/offerings/{offering}", post().to(offering::save))
        .route("/catalogue/{supplier}/offerings/{offering}/removal", post().to(offering::remove))
        .route("/catalogue/{supplier}/commitments/new", get().to(commitment::new))
        .route("/catalogue/{supplier}/commitments/new", post().to(commitment::create))
        .route("/catalogue/{supplier}/commitments/{commitment}", get().to(commitment::edit))
        .route("/catalogue/{supplier}/commitments/{commitment}", post().to(commitment::save))
        .route("/catalogue/{supplier}/commitments/{commitment}/end", post().to(edit::end))
        .route("/catalogue/{supplier}/measurements", get().to(measurements::show))
        .route("/catalogue/{supplier}/measurements", post().to(measurements::save))
        .route("/charte", get().to(charter::show))
        .route("/charte/proposals", post().to(charter::propose))
        .route("/charte/edit", get().to(charter::edit))
        .route("/charte/edit", post().to(charter::save))
        .route("/charte/edit/consultation", post().to(charter::consult))
        .route("/charte/edit/adoption", post().to(charter::adopt))
        .route("/charte/edit/proposals/{proposal}/removal", post().to(charter::drop_proposal))
        .route("/engagement", get().to(engagement::show))
        .route("/engagement", post().to(engagement::print))
        .route("/engagement/agenda.ics", post().to(engagement::keep));
}

/// People who were asked; the link is all they need.
fn respondents(cfg: &mut ServiceConfig) {
    use answering::pages::{code, ending, sheet, welcome};
    // The token is taken out once for all; what remains is mostly a word, which costs less to compare than a pattern.
    let link = scope("/r/{token}")
        .route("", get().to(respondent::show))
        .route("", post().to(welcome::choose))
        .route("/check", get().to(ending::check))
        .route("/sending", post().to(ending::send))
        .route("/end", get().to(respondent::end))
        .route("/{page:[0-9]+}", get().to(sheet::show))
        .route("/{page:[0-9]+}", post().to(sheet::save))
        .route("/group", get().to(welcome::group))
        .route("/group", post().to(welcome::change_group))
        .route("/decline", get().to(ending::decline_page))
        .route("/decline", post().to(ending::decline));
    cfg.service(link)
        .route("/code", get().to(code::show))
        .route("/code", post().to(code::enter))
        .route("/unsubscribe/{token}", get().to(campaign::unsubscribe::show))
        .route("/unsubscribe/{token}", post().to(campaign::unsubscribe::stop));
}

/// Heads of suppliers and those who read results; HR helps with questionnaires.
fn heads(cfg: &mut ServiceConfig) {
    use questionnaire::pages as questions;
    cfg.route("/results/{supplier}/{campaign}/comments", get().to(results::comments::show))
        .route("/comments/{supplier}/reminder", post().to(results::home::remind))
        .route("/results", get().to(results::overview::show))
        .route("/overview/{campaign}/paper", get().to(results::overview::paper))
        .route("/overview/{campaign}/charts/{chart}", get().to(results::slides::overview))
        .route("/results/{supplier}", get().to(results::pages::latest))
        .route("/results/{supplier}/wave", get().to(results::pages::choose))
        .route("/results/{supplier}/{campaign}", get().to(results::pages::quarter))
        .route("/results/{supplier}/{campaign}/detail", get().to(results::detail::show))
        .route("/results/{supplier}/{campaign}/paper", get().to(results::pages::paper))
        .route("/results/{supplier}/{campaign}/team", get().to(results::pages::team))
        .route("/results/{supplier}/{campaign}/charts/{chart}", get().to(results::slides::show))
        .route("/results/{supplier}/{campaign}/mirror", get().to(results::mirror::show))
        .route("/results/{supplier}/{campaign}/priorities", get().to(results::priorities::show))
        .route("/results/{supplier}/{campaign}/priorities/{subject}", post().to(results::priorities::dismiss))
        .route("/results/{supplier}/{campaign}/priorities/{subject}/removal", post().to(results::priorities::restore))
        .route("/questionnaires", get().to(questions::list))
        .route("/questionnaires/drafts", post().to(questions::create_all))
        .route("/questionnaires/{supplier}", get().to(questions::edit))
        .route("/questionnaires/{supplier}/copy", post().to(questions::copy))
        .route("/questionnaires/{supplier}/draft", post().to(questions::create))
        .route("/questionnaires/{supplier}/draft/removal", post().to(questions::discard))
        .route("/questionnaires/{supplier}/questions", post().to(questions::change))
        .route("/questionnaires/{supplier}/questions.csv", get().to(questions::download))
        .route("/questionnaires/{supplier}/own", post().to(questions::add))
        .route("/questionnaires/{supplier}/own/new", get().to(questions::ask))
        .route("/questionnaires/{supplier}/own/{code}", get().to(questions::correct))
        .route("/questionnaires/{supplier}/own/{code}", post().to(questions::save))
        .route("/questionnaires/{supplier}/condition/{code}", get().to(questions::condition::show))
        .route("/questionnaires/{supplier}/condition/{code}", post().to(questions::condition::save))
        .route("/questionnaires/{supplier}/promises/{commitment}", post().to(questions::felt::link))
        .route("/questionnaires/{supplier}/preview", get().to(questions::preview))
        .route("/questionnaires/{supplier}/comparison", get().to(questions::compare))
        .route("/questionnaires/{supplier}/comparison/{code}", post().to(questions::mark))
        .route("/questionnaires/{supplier}/comparison/{code}/removal", post().to(questions::unmark));
}

/// Who reads comments before they are shown.
fn moderators(cfg: &mut ServiceConfig) {
    use comments::pages::{decide, list, queue};
    cfg.route("/comments", get().to(list::show))
        .route("/comments/{supplier}/{campaign}", get().to(queue::show))
        .route("/comments/{supplier}/{campaign}/release", post().to(decide::clear))
        .route("/comments/{supplier}/{campaign}/ticked", post().to(decide::many))
        .route("/comments/{supplier}/{campaign}/undo", post().to(decide::undo))
        .route("/comments/{supplier}/{campaign}/{comment}/decision", post().to(decide::one));
}

/// Who says what of whom: both sides of a relation, HR and direction.
fn relations(cfg: &mut ServiceConfig) {
    use results::relations::{agreement, map, relation, write};
    cfg.route("/relations", get().to(map::show))
        .route("/relations/{supplier}/{unit}", get().to(relation::show))
        .route("/relations/{supplier}/{unit}/points", post().to(write::add))
        .route("/relations/{supplier}/{unit}/points/{point}", post().to(write::change))
        .route("/relations/{supplier}/{unit}/commitments/new", get().to(write::begin_promise))
        .route("/relations/{supplier}/{unit}/commitments/new", post().to(write::make_promise))
        .route("/relations/{supplier}/{unit}/commitments/{commitment}", get().to(write::change_promise))
        .route("/relations/{supplier}/{unit}/commitments/{commitment}", post().to(write::keep_promise))
        .route("/relations/{supplier}/{unit}/commitments/{commitment}/end", post().to(write::end_promise))
        .route("/relations/{supplier}/{unit}/agreement", get().to(agreement::prepare))
        .route("/relations/{supplier}/{unit}/agreement", post().to(agreement::make))
        .route("/relations/{supplier}/{unit}/agreements/{agreement}", get().to(agreement::show))
        .route("/relations/{supplier}/{unit}/guide", get().to(agreement::guide));
}

/// The progress plan: heads, owners and readers.
fn plans(cfg: &mut ServiceConfig) {
    use occasions::sessions;
    use progress::pages::{action, agenda, form, list, notes, origins, steps};
    cfg.route("/actions", get().to(list::show))
        .route("/actions/plan.ics", get().to(agenda::take))
        .route("/actions/{id}/sessions", get().to(sessions::show))
        .route("/actions/{id}/sessions", post().to(sessions::add))
        .route("/actions/{id}/sessions/{session}", get().to(sessions::session::show))
        .route("/actions/{id}/sessions/{session}", post().to(sessions::session::name))
        .route("/actions/{id}/sessions/{session}/day", post().to(sessions::postpone))
        .route("/actions/{id}/sessions/{session}/removal", post().to(sessions::remove))
        .route("/actions/{id}/sessions/{session}/people/{person}/removal", post().to(sessions::session::leave))
        .route("/actions/{id}/surveys/{survey}", post().to(sessions::surveys::prepare_survey))
        .route("/actions/{supplier}/new", get().to(form::new))
        .route("/actions/{supplier}/new", post().to(form::create))
        .route("/actions/{id}", get().to(action::show))
        .route("/actions/{id}", post().to(form::save))
        .route("/actions/{id}/edit", get().to(form::edit))
        .route("/actions/{id}/notes", post().to(notes::write))
        .route("/actions/{id}/origins", post().to(origins::add))
        .route("/actions/{id}/origins/{place}/removal", post().to(origins::remove))
        .route("/actions/{id}/undo", post().to(steps::undo))
        .route("/actions/{id}/{step}", post().to(steps::take));
}

/// What is asked between two quarters, and what befell services: heads, HR and those who read everything.
fn between(cfg: &mut ServiceConfig) {
    use occasions::{charter, events, flash, life, list, page};
    cfg.route("/occasions", get().to(list::show))
        .route("/occasions/new", get().to(flash::new))
        .route("/occasions/new", post().to(flash::create))
        .route("/occasions/{id}", get().to(page::show))
        .route("/occasions/{id}/edit", get().to(flash::edit))
        .route("/occasions/{id}/edit", post().to(flash::change))
        .route("/occasions/{id}/removal", post().to(life::discard))
        .route("/charte/edit/survey", get().to(charter::show))
        .route("/charte/edit/survey", post().to(charter::save))
        .route("/events", get().to(events::show))
        .route("/events", post().to(events::add))
        .route("/events/{event}", get().to(events::one))
        .route("/events/{event}", post().to(events::save))
        .route("/events/{event}/removal", post().to(events::remove))
        .route("/events/{event}/announcements", post().to(events::announce))
        .route("/events/{event}/announcements/{announcement}/removal", post().to(events::withdraw));
}

/// Anybody signed in.
fn staff(cfg: &mut ServiceConfig) {
    cfg.route("/", get().to(results::home::show))
        .route("/account/language", post().to(organisation::sign_in::language));
}

/// HR, and administrators for people and roles.
fn hr(cfg: &mut ServiceConfig) {
    cfg.route("/people", get().to(organisation::people::show))
        .route("/people/import", get().to(organisation::import::back_to_people))
        .route("/people/import", post().to(directory::preview))
        .route("/people/people.csv", get().to(directory::file))
        .route("/people/new", get().to(organisation::one::new))
        .route("/people/new", post().to(directory::add))
        .route("/people/import/confirmation", post().to(organisation::import::confirm_people))
        .route("/people/waiting", get().to(administration::waiting::show))
        .route("/people/waiting", post().to(administration::waiting::decide))
        .route("/people/waiting/unit", post().to(administration::waiting::name_unit))
        .route("/people/{id}", get().to(organisation::person::show))
        .route("/people/{id}", post().to(directory::correct))
        .route("/people/{id}/edit", get().to(organisation::one::edit))
        .route("/administration/returned-mail", get().to(administration::returned::show))
        .route("/suppliers", get().to(organisation::suppliers::show))
        .route("/suppliers", post().to(organisation::suppliers::create))
        .route("/suppliers/{supplier}", get().to(organisation::supplier::show))
        .route("/suppliers/{supplier}", post().to(organisation::supplier::save))
        .route("/suppliers/{supplier}/relations", post().to(organisation::relations::save))
        .route("/imports/{import}", get().to(organisation::imported::show))
        .route("/imports/{kind}", post().to(organisation::import::preview_other))
        .route("/imports/{kind}/confirmation", post().to(organisation::import::confirm_other));
}

/// Campaigns, for HR alone.
fn campaigns(cfg: &mut ServiceConfig) {
    use answering::pages::links;
    use campaign::pages::{codes, edit, guest, invited, life, list, mailing, scheduling};
    cfg.route("/campaigns", get().to(list::show))
        .route("/campaigns/new", get().to(edit::new))
        .route("/campaigns/new", post().to(edit::create))
        .route("/campaigns/{id}", get().to(launch::show))
        .route("/campaigns/{id}/edit", get().to(edit::edit))
        .route("/campaigns/{id}/edit", post().to(edit::save))
        .route("/campaigns/{id}/groups", get().to(grouping::show))
        .route("/campaigns/{id}/groups", post().to(grouping::save))
        .route("/campaigns/{id}/groups/effect", post().to(grouping::effect))
        .route("/campaigns/{id}/groups/proposal", post().to(grouping::propose))
        .route("/campaigns/{id}/codes", get().to(codes::show))
        .route("/campaigns/{id}/mails", get().to(letters::show))
        .route("/campaigns/{id}/mails", post().to(letters::save))
        .route("/campaigns/{id}/mails/test", post().to(letters::test))
        .route("/campaigns/{id}/privacy-pack", get().to(privacy_pack::download))
        .route("/campaigns/{id}/invited", get().to(invited::show))
        .route("/campaigns/{id}/unreached", get().to(invited::unreached))
        .route("/campaigns/{id}/invited/{person}", get().to(guest::show))
        .route("/campaigns/{id}/invited/{person}/address", post().to(links::correct))
        .route("/campaigns/{id}/invited/{person}/sending", post().to(links::send_again))
        .route("/campaigns/{id}/invited/{person}/link", post().to(links::reissue))
        .route("/campaigns/{id}/invited/{person}/withdrawal", post().to(links::withdraw))
        .route("/campaigns/{id}/invited/{person}/withdrawal/removal", post().to(links::put_back))
        .route("/campaigns/{id}/held-mails", post().to(launch::send_held))
        .route("/campaigns/{id}/scheduling", post().to(scheduling::schedule))
        .route("/campaigns/{id}/scheduling/removal", post().to(scheduling::unschedule))
        .route("/campaigns/{id}/mail-pause", post().to(mailing::pause))
        .route("/campaigns/{id}/mail-pause/removal", post().to(mailing::resume))
        .route("/campaigns/{id}/mail-stop", post().to(mailing::stop))
        .route("/campaigns/{id}/copy", post().to(life::copy_next))
        .route("/campaigns/{id}/extension", post().to(life::put_off))
        .route("/campaigns/{id}/newcomers", post().to(life::invite))
        .route("/campaigns/{id}/opening", post().to(launch::open))
        .route("/campaigns/{id}/closure", post().to(launch::close))
        .route("/campaigns/{id}/announcement", post().to(launch::announce));
}

/// HR: files of published campaigns.
fn files(cfg: &mut ServiceConfig) {
    // Files leave a part at a time, and are compressed on their way.
    let files = scope("/exports")
        .wrap(Compress::default())
        .route("", get().to(export::pages::show))
        .route("/{campaign}/{file}", get().to(export::pages::download));
    cfg.service(files);
}

fn admin(cfg: &mut ServiceConfig) {
    cfg.route("/people/{id}/roles", post().to(organisation::person::grant))
        .route("/people/{id}/roles/removal", post().to(organisation::person::withdraw))
        .route("/people/{id}/account/removal", post().to(organisation::person::unlink))
        .route("/administration/journal", get().to(administration::journal::show))
        .route("/administration/journal.csv", get().to(administration::journal::file))
        .route("/administration/keys", get().to(administration::keys::show))
        .route("/administration/keys", post().to(administration::keys::make))
        .route("/administration/keys/{key}/agreement", post().to(administration::keys::agree))
        .route("/administration/keys/{key}/revocation", post().to(administration::keys::revoke))
        .route("/administration/webhooks", get().to(administration::webhooks::show))
        .route("/administration/webhooks", post().to(administration::webhooks::make))
        .route("/administration/webhooks/{webhook}/test", post().to(administration::webhooks::test))
        .route("/administration/webhooks/{webhook}/active", post().to(administration::webhooks::switch))
        .route("/administration/webhooks/{webhook}/removal", post().to(administration::webhooks::remove))
        .route(
            "/administration/webhooks/{webhook}/deliveries/{delivery}/again",
            post().to(administration::webhooks::again),
        )
        .route("/administration/tasks", get().to(administration::show))
        .route("/administration/tasks/{task}/run", post().to(administration::run))
        .route("/settings", get().to(organisation::settings::show))
        .route("/settings", post().to(organisation::settings::save))
        .route("/settings/mail", get().to(organisation::relay::show))
        .route("/settings/mail", post().to(organisation::relay::save));
}
