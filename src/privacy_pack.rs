//! `barometer privacy-pack`: one document for staff representatives and the data protection officer, from the settings
//! as they are. It says what the promise says and docs/privacy.md explains; what the organisation alone can know (legal
//! basis, transfers, periods of its own) is left as a field to fill in. No answer is read, no secret printed.

use std::io::Write;
use std::path::Path;

use actix_web::HttpRequest;
use serde::Serialize;

use crate::app::{App, Settings};
use crate::campaign::{Campaign, FEWEST_ROWS, LOWEST_LEVELS, LOWEST_THRESHOLD, State, store as campaigns};
use crate::clock::Day;
use crate::config::Config;
use crate::db::ids::CampaignId;
use crate::db::{Address, Conn};
use crate::error::{Error, Result, Say};
use crate::organisation::pages::public::Checked;
use crate::render::{Frame, Language, Page};
use crate::respondent;
use crate::retention::{AUDIT_LOG_MONTHS, INVITATION_DAYS, Retention};
use crate::web::{self, Answer, Hr};

#[cfg(debug_assertions)]
mod samples;

#[derive(Serialize)]
pub struct PackPage {
    settings: Settings,
    /// None before the first campaign: the lowest thresholds then stand for all.
    wave: Option<Wave>,
    threshold: i32,
    levels: i32,
    comments: i32,
    file: Option<Say>,
    keep: Retention,
    invitation_days: i64,
    log_months: i32,
    fewest_rows: u32,
    server: Server,
    checked: Option<Checked>,
    printed_on: Day,
}

#[derive(Serialize)]
struct Wave {
    code: String,
    opens_on: Day,
    closes_on: Day,
    /// Nothing is frozen yet: what is printed may still change.
    in_preparation: bool,
}

/// What the process knows of where it runs.
#[derive(Serialize)]
struct Server {
    address: String,
    https: bool,
    sqlite: bool,
    /// The host mail leaves by; none when mail is written to files.
    mail_host: Option<String>,
}

impl Server {
    fn of(config: &Config) -> Self {
        // The host alone: the rest of the address may hold a password.
        let host =
            |url: &String| url.parse::<actix_web::http::Uri>().ok().and_then(|uri| uri.host().map(str::to_owned));
        Self {
            address: config.public_address.clone(),
            https: config.is_https(),
            sqlite: matches!(config.database, Address::Sqlite(_)),
            mail_host: config.smtp_url.as_ref().map(|url| host(url).unwrap_or_else(|| "SMTP".to_owned())),
        }
    }
}

impl PackPage {
    fn new(conn: &mut Conn, app: &App, campaign: Option<Campaign>) -> Result<Self> {
        let number = |of: fn(&Campaign) -> i32, lowest| campaign.as_ref().map_or(lowest, of);
        let settings = Settings::load(conn)?;
        Ok(Self {
            keep: campaign.as_ref().map_or(settings.keep, |one| one.keeps(settings.keep)),
            invitation_days: INVITATION_DAYS,
            log_months: AUDIT_LOG_MONTHS,
            settings,
            threshold: number(|one| one.threshold, LOWEST_THRESHOLD),
            levels: number(|one| one.levels_threshold, LOWEST_LEVELS),
            comments: number(|one| one.comments_threshold, LOWEST_LEVELS),
            file: campaign.as_ref().and_then(Campaign::file_promise),
            fewest_rows: FEWEST_ROWS,
            server: Server::of(&app.config),
            checked: respondent::checked(conn)?,
            printed_on: app.today(),
            wave: campaign.map(|one| Wave {
                in_preparation: one.is_in_preparation(),
                opens_on: one.first_day(&app.config.time_zone),
                closes_on: one.last_day(&app.config.time_zone),
                code: one.code,
            }),
        })
    }

    fn to_html(&self, app: &App, language: Language) -> Result<String> {
        app.templates.page(&Frame::plain(language, &self.settings.organisation, "/privacy"), self)
    }

    fn name(&self, language: Language) -> String {
        let code = self.wave.as_ref().map_or(String::new(), |wave| format!("_{}", wave.code));
        format!("barometer_privacy{code}_{}.html", language.as_str())
    }
}

impl Page for PackPage {
    const TEMPLATE: &'static str = "organisation/pack.html";
}

/// The campaign of this code, or without one the open one, else the latest that is not a past wave from elsewhere.
fn chosen(conn: &mut Conn, code: Option<&str>) -> Result<Option<Campaign>> {
    let Some(code) = code else {
        let list: Vec<Campaign> = campaigns::quarters(conn)?.into_iter().filter(|one| !one.imported).collect();
        let open = list.iter().find(|one| one.state == State::Open).cloned();
        return Ok(open.or_else(|| list.into_iter().next()));
    };
    match campaigns::wave_by_code(conn, code) {
        Ok(campaign) if campaign.imported => Err(Error::Invalid(Say::new("pack-imported").with("campaign", code))),
        Ok(campaign) => Ok(Some(campaign)),
        Err(Error::NotFound) => Err(Error::Invalid(Say::new("pack-no-campaign").with("campaign", code))),
        Err(fault) => Err(fault),
    }
}

/// The command: writes the document to `output`, or to standard output.
pub fn to_output(app: &App, code: Option<&str>, language: Language, output: Option<&Path>) -> Result<()> {
    let page = app.db.read_now(|conn| {
        let campaign = chosen(conn, code)?;
        PackPage::new(conn, app, campaign)
    })?;
    let html = page.to_html(app, language)?;
    let told = |fault: std::io::Error| Error::Invalid(Say::new("export-unwritable").with("fault", fault));
    match output {
        Some(path) => std::fs::write(path, html).map_err(told),
        None => std::io::stdout().write_all(html.as_bytes()).map_err(told),
    }
}

/// The same document for HR, from a campaign's page; `?lang=` asks for the other language.
pub async fn download(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let id = CampaignId(web::part(&req, "id")?);
    let language = web::asked_language(&req).unwrap_or(who.language);
    let here = app.clone();
    let page = app
        .db
        .read(move |conn| {
            let campaign = campaigns::quarter(conn, &id)?;
            // Nobody was asked here: there is nothing of ours to promise.
            if campaign.imported {
                return Err(Error::NotFound);
            }
            PackPage::new(conn, &here, Some(campaign))
        })
        .await?;
    let html = page.to_html(&app, language)?;
    Ok(web::download(&page.name(language), "text/html; charset=utf-8", html.into_bytes()))
}
