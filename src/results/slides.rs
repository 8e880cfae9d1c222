//! The charts of a service's quarter, each on its own: what the page shows, to be put into a slide or a document.

use actix_web::HttpRequest;

use super::drawings;
use super::overview::Overview;
use super::pages::{Groups, read, shown};
use super::quarter::Quarter;
use crate::charts::Slide;
use crate::clock::Day;
use crate::error::{Error, Result, Say};
use crate::render::{Language, figures, words};
use crate::web::{self, Answer, ReaderOf, Staff};

crate::words!(
    /// What a quarter's page draws.
    Chart { Distribution = "distribution", Dimensions = "dimensions", Trend = "trend", Matrix = "matrix" }
);

crate::words!(Format { Svg = "svg", Png = "png" });

impl Format {
    fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }

    /// The bytes of `slide` in this format.
    pub(super) fn of(self, slide: &Slide<'_>) -> Result<Vec<u8>> {
        let drawn = match self {
            Self::Svg => slide.svg().map(String::into_bytes),
            Self::Png => slide.png(),
        };
        drawn.map_err(Error::internal)
    }

    /// `barometer_2026-Q3_it_trend.svg`: the same each time.
    pub(super) fn answer(self, wave: &str, about: &str, chart: &str, bytes: Vec<u8>) -> Answer {
        let name = format!("barometer_{wave}_{about}_{chart}.{}", self.as_str());
        Ok(web::download(&name, self.content_type(), bytes))
    }
}

/// The chart and the format of a file's name.
pub(super) fn asked<T>(file: &str, parse: impl Fn(&str) -> Option<T>) -> Result<(T, Format)> {
    let (chart, format) = file.split_once('.').ok_or(Error::NotFound)?;
    parse(chart).zip(Format::parse(format)).ok_or(Error::NotFound)
}

pub async fn show(req: HttpRequest, ReaderOf { who, supplier }: ReaderOf) -> Answer {
    let app = web::app(&req)?;
    let (code, file) = (web::part(&req, "campaign")?, web::part(&req, "chart")?);
    let (chart, format) = asked(&file, Chart::parse)?;
    let (language, zone, groups) = (who.language, app.config.time_zone.clone(), who.reads_groups_of(&supplier));
    let (wave, about) = (code.clone(), supplier.as_str().to_owned());
    let bytes = app
        .db
        .read(move |conn| {
            let read = read(conn, &supplier, &code, groups)?;
            let waves = shown(conn, &read, Groups::Summary)?;
            let quarter = Quarter::new(&waves, &read.meanings, language, read.preset);
            let (svg, title) = drawn(chart, &quarter, language).ok_or(Error::NotFound)?;
            let about = format!("{}, {}", read.supplier.name(language), words::wave(language, &read.campaign.code));
            let day = read.campaign.published_at.map(|at| at.day_in(&zone));
            let source = source(language, quarter.favourable.as_ref().map(|share| share.n), day, &read.fingerprint());
            format.of(&Slide { chart: &svg, title: &title, about: &about, source: &source })
        })
        .await?;
    format.answer(&wave, &about, chart.as_str(), bytes)
}

crate::words!(
    /// What the overview draws of all services together.
    Together { Standings = "standings", Participation = "participation" }
);

/// A picture of the overview, for those whose overview has it.
pub async fn overview(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (code, file) = (web::part(&req, "campaign")?, web::part(&req, "chart")?);
    let (chart, format) = asked(&file, Together::parse)?;
    let (language, wave, inside) = (who.language, code.clone(), app.clone());
    let bytes = app
        .db
        .read(move |conn| {
            let page = Overview::kept(conn, &inside, &who, Some(&code))?;
            let wave = page.wave.as_ref().ok_or(Error::NotFound)?;
            let (svg, n, title) = match chart {
                Together::Standings => (
                    wave.standings.as_ref().and_then(|all| all.svg.clone()),
                    wave.summary.answers,
                    "overview-standings",
                ),
                Together::Participation => {
                    (wave.participation.as_ref().and_then(|all| all.svg.clone()), None, "overview-participation")
                }
            };
            let svg = svg.ok_or(Error::NotFound)?;
            let (title, about) = (words::say(language, &Say::new(title)), words::wave(language, &code));
            let source = source(language, n, wave.published_on, &wave.fingerprint);
            format.of(&Slide { chart: &svg, title: &title, about: &about, source: &source })
        })
        .await?;
    format.answer(&wave, "services", chart.as_str(), bytes)
}

/// The chart of a page and its name; none where the page draws none, because nothing is shown.
fn drawn(chart: Chart, quarter: &Quarter, language: Language) -> Option<(String, String)> {
    let (svg, title) = match chart {
        Chart::Distribution => {
            (drawings::distribution(&quarter.distribution, language, false, true)?, "quarter-distribution")
        }
        Chart::Dimensions => (drawings::dimensions(&quarter.dimensions, language)?, "quarter-dimensions"),
        Chart::Trend => (quarter.trend_svg.clone()?, "quarter-trend"),
        Chart::Matrix => {
            let (by_choice, line) = (quarter.by_choice, quarter.importance_line);
            (drawings::matrix(&quarter.dimensions, by_choice, line, language, false)?, "quarter-matrix")
        }
    };
    Some((svg, words::say(language, &Say::new(title))))
}

/// On how many answers a chart rests, when it was published, and what the publication is called.
pub(super) fn source(language: Language, n: Option<i32>, day: Option<Day>, fingerprint: &str) -> String {
    let short: String = fingerprint.chars().take(SHORT).collect();
    let n = n.map(|n| words::say(language, &Say::new("chart-source-n").with("n", n)));
    let day =
        day.map(|day| words::say(language, &Say::new("results-published").with("day", figures::day(language, day))));
    let name = words::say(language, &Say::new("chart-source-fingerprint").with("fingerprint", short));
    n.into_iter().chain(day).chain([name]).collect::<Vec<_>>().join(" · ")
}

/// How much of a fingerprint a picture names.
const SHORT: usize = 12;
