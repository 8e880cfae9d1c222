//! The interface described (OpenAPI 3.1), from the same types that are served.

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::shared::{Problem, ProblemItem};
use super::{measurements, organisation, results};

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A key made by an administrator."));
        let components = openapi.components.get_or_insert_with(Default::default);
        components.add_security_scheme("key", SecurityScheme::Http(scheme.build()));
    }
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "barometer",
        description = "Published figures of an internal satisfaction barometer, and measurements brought to it. \
                       Scopes of keys: results, organisation, measurements."
    ),
    servers((url = "/api/v1")),
    paths(
        results::list, results::one, results::indicators, results::participation, results::commitments, results::plan,
        organisation::units, organisation::suppliers, organisation::relations,
        measurements::bring,
    ),
    components(schemas(Problem, ProblemItem)),
    modifiers(&Bearer),
    security(("key" = []))
)]
struct Described;

pub fn document() -> utoipa::openapi::OpenApi {
    Described::openapi()
}
