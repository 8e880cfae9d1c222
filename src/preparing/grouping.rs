//! HR's page of client groups, with what the last wave published of them: the page is the campaign's, the publication
//! comes later on the way of the data.

use actix_web::HttpRequest;

use crate::aggregation::store::shown_groups;
use crate::campaign::pages::groups;
use crate::web::{Answer, Fields, Hr};

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    groups::show(req, who, shown_groups).await
}

pub async fn effect(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    groups::effect(req, who, form, shown_groups).await
}

pub async fn save(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    groups::save(req, who, form).await
}

pub async fn propose(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    groups::propose(req, who, form).await
}
