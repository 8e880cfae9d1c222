//! The exports page: which files there are, which one opens right where, and who took what. For HR alone.

use actix_web::HttpRequest;
use actix_web::http::header::{HeaderName, HeaderValue};
use bytes::Bytes;
use futures_util::stream::{self, StreamExt};
use jiff::tz::TimeZone;
use serde::Serialize;

use super::out::Made;
use super::store::{self, Export};
use super::{File, Profile, Source, log, prefix, published, workbook};
use crate::aggregation::store as publications;
use crate::campaign::store as campaigns;
use crate::clock::Day;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::render::Page;
use crate::web::{self, Answer, Hr};

#[cfg(debug_assertions)]
mod samples;

/// How many past exports the page lists.
const LATEST: i64 = 20;

#[derive(Debug, Clone, Serialize)]
pub struct ExportsPage {
    waves: Vec<Wave>,
    latest: Vec<Taken>,
}

#[derive(Debug, Clone, Serialize)]
struct Wave {
    code: String,
    published_on: Day,
    fingerprint: String,
    files: Vec<File>,
    /// To whom a file of the answers was promised.
    handed_to: Option<String>,
    /// It was promised, and no supplier had enough responses.
    without_rows: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Taken {
    day: Day,
    time: String,
    person: Option<String>,
    campaign: String,
    /// None: read with a key of the interface.
    file: Option<(File, Profile)>,
    key: Option<String>,
    fingerprint: String,
}

impl Taken {
    fn new(export: Export, zone: &TimeZone) -> Self {
        Self {
            day: export.at.day_in(zone),
            time: export.at.to_jiff().to_zoned(zone.clone()).strftime("%H:%M").to_string(),
            person: export.person,
            campaign: export.campaign,
            file: export.file,
            key: export.key,
            fingerprint: export.fingerprint,
        }
    }
}

impl Page for ExportsPage {
    const TEMPLATE: &'static str = "export/list.html";
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let zone = app.config.time_zone.clone();
    let page = app
        .db
        .read(move |conn| {
            let mut waves = Vec::new();
            for campaign in campaigns::published(conn)?.into_iter().rev() {
                if let Some(publication) = publications::publication(conn, &campaign.id)? {
                    let files = File::of(conn, &campaign)?;
                    waves.push(Wave {
                        without_rows: campaign.row_level && !files.contains(&File::Responses),
                        handed_to: campaign.row_level.then_some(campaign.row_level_to),
                        files,
                        code: campaign.code,
                        published_on: publication.published_at.day_in(&zone),
                        fingerprint: prefix(&publication.fingerprint),
                    });
                }
            }
            let latest = store::latest(conn, LATEST)?.into_iter().map(|export| Taken::new(export, &zone)).collect();
            Ok(ExportsPage { waves, latest })
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// A file, sent a part at a time; it leaves only after its line stands in the audit log.
pub async fn download(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (code, file) = (web::part(&req, "campaign")?, web::part(&req, "file")?);
    let (name, ending) = file.split_once('.').ok_or(Error::NotFound)?;
    let file = File::parse(name).filter(|file| file.ending() == ending).ok_or(Error::NotFound)?;
    let profile = match web::query(&req, "profile") {
        None => Profile::Standard,
        Some(word) => Profile::parse(&word).ok_or(Error::invalid("export-unknown-profile"))?,
    };
    let language = who.language;
    let (source, parts) = app
        .db
        .read(move |conn| {
            let source = published(conn, &code)?.ok_or(Error::NotFound)?;
            let parts = match file {
                File::Workbook => None,
                _ => Some(Source::open(conn, &source.0, file, profile, language)?),
            };
            Ok((source, parts))
        })
        .await?;
    let made = match parts {
        Some(parts) => Made::Parts(Box::new(parts)),
        None => {
            let (inside, (campaign, publication)) = (app.clone(), source.clone());
            let write = move || workbook::write(&inside, &campaign, &publication, language);
            Made::Whole(actix_web::web::block(write).await.map_err(Error::internal)??)
        }
    };
    let (name, fingerprint) = (file.name(&source.0, profile), source.1.fingerprint.clone());
    let clock = app.clock.clone();
    app.db.write(move |conn| log(conn, &clock, Some(&who.person), file, profile, &source)).await?;
    // The first part now, so that a fault in it is still a page of ours; the others as they are asked for.
    let (first, made) = next(made, app.db.clone()).await?;
    let rest = stream::try_unfold((made, app.db.clone()), |(made, db)| async move {
        let (part, made) = next(made, db.clone()).await?;
        Ok::<_, Error>(part.map(|part| (Bytes::from(part), (made, db))))
    });
    let body = stream::iter(first.map(|part| Ok(Bytes::from(part)))).chain(rest);
    let mut response = web::download_stream(&name, file.content_type(), body);
    let value = HeaderValue::from_str(&fingerprint).map_err(Error::internal)?;
    response.headers_mut().insert(HeaderName::from_static("x-barometer-fingerprint"), value);
    Ok(response)
}

/// The next bytes of a file, on a thread that may wait.
async fn next(mut made: Made, db: Db) -> Result<(Option<Vec<u8>>, Made)> {
    actix_web::web::block(move || Ok((made.next(&db)?, made))).await.map_err(Error::internal)?
}
