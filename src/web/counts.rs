//! What this process counts of its requests. Everything that people who answer may ask for is one line, whatever the
//! page, the method and what came of it: anything finer would be a live count of answers.

use std::sync::Arc;

use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::{Family, MetricConstructor};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// Where addresses begin that people who answer ask for, and what their pages lead to and load.
const RESPONDENTS: [&str; 8] =
    ["/r/", "/code", "/unsubscribe/", "/f/", "/assets/", "/privacy", "/method", "/accessibilite"];
const RESPONDENT: &str = "respondent";
/// An address that nothing answers to: it may be a link that was cut.
const NOWHERE: &str = RESPONDENT;

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: Label,
    method: Label,
    status: Label,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: Label,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Label(Arc<str>);

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl EncodeLabelValue for Label {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> std::fmt::Result {
        (&*self.0).encode(encoder)
    }
}

#[derive(Debug, Clone)]
struct Seconds;

impl MetricConstructor<Histogram> for Seconds {
    fn new_metric(&self) -> Histogram {
        Histogram::new([0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0])
    }
}

/// The counts of this process.
#[derive(Debug, Clone)]
pub struct Counts {
    requests: Family<Request, Counter>,
    seconds: Family<Route, Histogram, Seconds>,
    /// Found at once: this is what is asked for most.
    respondent: (Counter, Histogram),
}

impl Default for Counts {
    fn default() -> Self {
        let requests = Family::<Request, Counter>::default();
        let seconds = Family::<Route, Histogram, Seconds>::new_with_constructor(Seconds);
        let respondent = (
            requests.get_or_create_owned(&Request {
                route: RESPONDENT.into(),
                method: "any".into(),
                status: "under 500".into(),
            }),
            seconds.get_or_create_owned(&Route { route: RESPONDENT.into() }),
        );
        Self { requests, seconds, respondent }
    }
}

impl Counts {
    pub fn register(&self, registry: &mut Registry) {
        registry.register("barometer_http_requests", "Requests answered", self.requests.clone());
        let told = "Time until a request was answered";
        registry.register("barometer_http_request_duration_seconds", told, self.seconds.clone());
    }

    pub fn count(&self, route: Option<&str>, method: &str, status: u16, seconds: f64) {
        let route = route.unwrap_or(NOWHERE);
        let by_respondents = route == NOWHERE || RESPONDENTS.iter().any(|prefix| route.starts_with(prefix));
        if by_respondents {
            self.respondent.1.observe(seconds);
            if status < 500 {
                self.respondent.0.inc();
                return;
            }
        } else {
            self.seconds.get_or_create_owned(&Route { route: route.into() }).observe(seconds);
        }
        let (route, method) = if by_respondents { (RESPONDENT, "any") } else { (route, method) };
        let of = Request { route: route.into(), method: method.into(), status: status.to_string().as_str().into() };
        self.requests.get_or_create_owned(&of).inc();
    }
}
