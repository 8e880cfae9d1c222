//! What the load programs make or know of the library whose shape is not that of earlier builds:
//! `benches/against/then.rs` is the same for the build they are compared with.

use actix_web::HttpResponse;
pub use barometer::answering::asked::ON_A_PAGE;
use barometer::app::App;
use barometer::db::ids::PersonId;
pub use barometer::doors::routes;
use barometer::error::Result;
use barometer::organisation::Supplier;
use barometer::questionnaire::build::own_question;
use barometer::questionnaire::{Kind, Question};
use barometer::render::Texts;
pub use barometer::render::words::say;

/// Where sending leads, after the link.
pub const SENT: &str = "/end";

/// Signs somebody in.
pub async fn begin(app: &App, person: PersonId, response: &mut HttpResponse) -> Result<()> {
    barometer::web::session::begin(app, person, None, response).await
}

pub fn supplier() -> Supplier {
    Supplier {
        code: "it".into(),
        names: Texts::both("Informatique", "IT"),
        in_sentence: Texts::both("l'Informatique", ""),
        unit: None,
        active: true,
    }
}

pub fn question(code: &str, fr: &str, en: &str) -> Question {
    own_question(code, Kind::Satisfaction, Texts::both(fr, en), &[]).expect("a question")
}

pub fn core_question(code: &str, dimension: &str) -> Question {
    Question {
        core: true,
        dimension: Some(dimension.to_owned()),
        dimension_names: Texts::both(dimension, dimension),
        ..question(code, code, code)
    }
}
