//! `benches/common/made.rs` for the build of commit 6e0e506; `benches/against/run` puts it there.

use barometer::organisation::Supplier;
use barometer::questionnaire::build::own_question;
use barometer::questionnaire::{Kind, Question};
pub use barometer::render::language::say;
pub use barometer::routes;
/// Signs somebody in.
pub use barometer::web::session::begin;

/// All questions about a service stood on one page.
pub const ON_A_PAGE: usize = usize::MAX;
/// Where sending led, after the link.
pub const SENT: &str = "";

pub fn supplier() -> Supplier {
    Supplier {
        code: "it".into(),
        name_fr: "Informatique".to_owned(),
        article_fr: "l'Informatique".to_owned(),
        name_en: "IT".to_owned(),
        unit: None,
        active: true,
    }
}

pub fn question(code: &str, fr: &str, en: &str) -> Question {
    own_question(code, Kind::Satisfaction, fr, en, &[]).expect("a question")
}

pub fn core_question(code: &str, dimension: &str) -> Question {
    Question {
        core: true,
        dimension: Some(dimension.to_owned()),
        dimension_fr: Some(dimension.to_owned()),
        dimension_en: Some(dimension.to_owned()),
        ..question(code, code, code)
    }
}
