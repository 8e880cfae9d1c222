//! A file of people looked at, with what hangs on whoever leaves: the import is the organisation's, actions come later on
//! the way of the data.

use actix_web::HttpRequest;

use crate::organisation::pages::import;
use crate::progress::store::held_by_owner;
use crate::web::{Answer, HrOrAdmin, Sent};

pub async fn preview(req: HttpRequest, HrOrAdmin(who): HrOrAdmin, upload: Sent) -> Answer {
    import::preview_people(req, who, upload?, held_by_owner).await
}
