//! The pages heads, HR and direction read. A reader (staff representative, auditor) sees totals only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use actix_web::HttpRequest;
use serde::Serialize;

use super::befallen::Befallen;
use super::comments::Comments;
use super::quarter::{Quarter, group_rows};
use super::rows::{GroupRow, Shown};
use crate::aggregation::change::TREND_WAVES;
use crate::aggregation::statistics::Preset;
use crate::aggregation::store as publications;
use crate::app::{App, Settings, digest};
use crate::campaign::comparison;
use crate::campaign::promised::Standing;
use crate::campaign::{self, store as campaigns};
use crate::catalogue::{Measurement, store as catalogue};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, QuestionnaireId, SupplierCode};
use crate::error::{Error, Result};
use crate::organisation::{self, Supplier};
use crate::progress::promises::{self, PromiseLine};
use crate::progress::store::priorities::{self, Dismissed};
use crate::progress::{self, Status};
use crate::questionnaire::{Meanings, store as questionnaires};
use crate::render::{Blocks, Language, Page};
use crate::web::{self, Answer, ReaderOf};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct QuarterPage {
    supplier: String,
    code: SupplierCode,
    wave: String,
    /// Where its charts are taken away.
    charts: String,
    waves: Vec<String>,
    published_on: Option<Day>,
    quarter: Quarter,
    groups: Vec<GroupRow>,
    plan: Vec<PlanLine>,
    /// Proposed, and nobody has said yes yet.
    decisions: Vec<PlanLine>,
    promises: Vec<PromiseLine>,
    /// Why a priority is not acted on, by its code.
    dismissed: BTreeMap<String, String>,
    /// What was written about, for those who may read it.
    comments: Option<Comments>,
    /// This person may make an action.
    heads: bool,
    /// The team was asked how its clients judge it, and this person may read what it said.
    mirror: bool,
    threshold: i32,
    levels_threshold: i32,
    method_version: i32,
    fingerprint: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct PlanLine {
    id: String,
    title: String,
    due_on: Day,
    status: Status,
    late: bool,
}

impl PlanLine {
    pub(super) fn of(action: &progress::Action, today: Day) -> Self {
        Self {
            id: action.id.0.clone(),
            title: action.title.clone(),
            due_on: action.due_on,
            status: action.status,
            late: action.is_late(today),
        }
    }
}

impl Page for QuarterPage {
    const TEMPLATE: &'static str = "results/quarter.html";
}

/// The quarter on one sheet of paper, for a committee.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct PaperPage(QuarterPage);

impl Page for PaperPage {
    const TEMPLATE: &'static str = "results/paper.html";
}

/// One sheet to lead a talk with the team: figures, three questions, room for notes.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct TeamPage(QuarterPage);

impl Page for TeamPage {
    const TEMPLATE: &'static str = "results/team.html";
}

/// The latest published wave of a supplier.
pub async fn latest(req: HttpRequest, reader: ReaderOf) -> Answer {
    let app = web::app(&req)?;
    let (supplier, groups) = (reader.supplier.clone(), reader.who.reads_groups_of(&reader.supplier));
    let code = app
        .db
        .read(move |conn| Ok(readable(conn, &supplier, groups)?.pop().map(|(campaign, _)| campaign.code)))
        .await?;
    match code {
        Some(code) => web::redirect(&format!("/results/{}/{code}", reader.supplier)),
        None => web::redirect("/results"),
    }
}

/// What the pages about one supplier's wave are made from, beside the figures; with these all of it.
#[derive(Debug)]
pub(crate) struct Read {
    pub supplier: Supplier,
    pub campaign: campaign::Campaign,
    /// This wave and those before it, oldest first, with what was asked and what names the figures.
    pub waves: Vec<(campaign::Campaign, QuestionnaireId, String)>,
    pub meanings: Meanings,
    pub codes: Vec<String>,
    pub groups: Vec<(String, String)>,
    /// Units made of several groups, by code.
    pub branches: Vec<(String, String)>,
    pub plan: Vec<progress::Action>,
    pub befallen: Befallen,
    /// What was promised in it, and what is measured of that by today.
    pub promised: Vec<Standing>,
    pub measured: Vec<Measurement>,
    /// The wave before it is not for this reader: a difference from it would say what it was.
    pub follows_barred: bool,
    /// The priorities that its head will not act on.
    pub dismissed: Vec<Dismissed>,
    pub publication: Option<publications::Publication>,
    pub preset: Preset,
}

impl Read {
    /// What was promised, measured and felt; `exact` for those who may read how many cases there were.
    pub fn promises(&self, waves: &[Shown], language: Language, exact: bool) -> Vec<PromiseLine> {
        let figures = waves.last().map(|wave| &wave.figures);
        figures
            .map_or_else(Vec::new, |figures| promises::lines(&self.promised, figures, &self.measured, language, exact))
    }

    /// What names the publication.
    pub fn fingerprint(&self) -> String {
        self.publication.as_ref().map(|publication| publication.fingerprint.clone()).unwrap_or_default()
    }
}

/// How many waves a page reads with all their figures for all clients.
const WHOLE_WAVES: usize = 8;

/// How much of a wave a page reads of its client groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Groups {
    /// Overall and responses.
    Summary,
    /// Every question's mean and share.
    Everything,
}

/// The published waves of a service; without those in which it was one or two people for whoever may not see what groups
/// say of it.
fn readable(
    conn: &mut Conn,
    supplier: &SupplierCode,
    groups: bool,
) -> Result<Vec<(campaign::Campaign, QuestionnaireId)>> {
    if groups { campaigns::published_of(conn, supplier) } else { campaigns::published_to_all(conn, supplier) }
}

/// `groups`: the reader may see what client groups say of the service.
pub(crate) fn read(conn: &mut Conn, supplier: &SupplierCode, code: &str, groups: bool) -> Result<Read> {
    let small = if groups { BTreeSet::new() } else { campaigns::small_team_waves(conn, supplier)? };
    let mut all = readable(conn, supplier, groups)?;
    let codes = all.iter().rev().map(|(campaign, _)| campaign.code.clone()).collect();
    let place = all.iter().position(|(campaign, _)| campaign.code == code).ok_or(Error::NotFound)?;
    let (campaign, version) = all.remove(place);
    // What the publication was compared with: a past wave brought afterwards is not.
    all.retain(|(wave, _)| campaign.published_at.is_some_and(|at| wave.comes_before(&campaign, at)));
    all.sort_by_key(|(wave, _)| (wave.opens_on, wave.published_at));
    all.push((campaign.clone(), version));
    let all = all.split_off(all.len().saturating_sub(TREND_WAVES));
    let follows_barred = !small.is_empty() && {
        let before = campaigns::published_of(conn, supplier)?.into_iter().map(|(wave, _)| wave);
        let mut before: Vec<_> =
            before.filter(|wave| campaign.published_at.is_some_and(|at| wave.comes_before(&campaign, at))).collect();
        before.sort_by_key(|wave| (wave.opens_on, wave.published_at));
        before.last().is_some_and(|wave| small.contains(&wave.id))
    };
    let published = publications::fingerprints(conn, &all.iter().map(|(wave, _)| wave.id.clone()).collect::<Vec<_>>())?;
    let named = |(wave, version): (campaign::Campaign, QuestionnaireId)| {
        let fingerprint = published.get(&wave.id).cloned().unwrap_or_default();
        (wave, version, fingerprint)
    };
    let waves = all.into_iter().map(named).collect();
    // The marks that the publication used: one made since changes nothing that it said.
    let meanings = questionnaires::meanings(conn)?;
    let meanings = campaign.published_at.map_or_else(Meanings::default, |moment| meanings.at(moment));
    let names = |id: &CampaignId, conn: &mut Conn| -> Result<Vec<(String, String)>> {
        Ok(campaigns::client_groups(conn, id)?.into_iter().map(|group| (group.code.0, group.name)).collect())
    };
    Ok(Read {
        supplier: organisation::store::supplier(conn, supplier)?,
        groups: names(&campaign.id, conn)?,
        branches: publications::branch_names(conn, &campaign.id)?,
        preset: Preset::of(&Settings::load(conn)?.labels),
        plan: progress::store::of_supplier(conn, supplier)?,
        befallen: Befallen::of(conn, supplier)?,
        promised: campaigns::promised_by(conn, &campaign.id, supplier)?,
        measured: catalogue::measured(conn, supplier, &campaign.id)?,
        follows_barred,
        dismissed: priorities::dismissed(conn, &campaign.id, supplier)?,
        publication: publications::publication(conn, &campaign.id)?,
        campaign,
        waves,
        meanings,
        codes,
    })
}

/// The waves with all that the page needs of them, in as many queries however many they are. Groups' figures are read
/// of the last only.
pub(crate) fn shown(conn: &mut Conn, read: &Read, depth: Groups) -> Result<Vec<Shown>> {
    let (list, supplier) = (&read.waves, &read.supplier.code);
    let (ids, versions): (Vec<_>, Vec<_>) =
        list.iter().map(|(campaign, version, _)| (campaign.id.clone(), version.clone())).unzip();
    let questions = questionnaires::questions_of(conn, &versions)?;
    let mut groups = comparison::of_campaigns(conn, &ids)?;
    // The waves that a chart or a comparison shows, whole; of older ones what the trend is tested on.
    let (old, recent) = ids.split_at(ids.len().saturating_sub(WHOLE_WAVES));
    let mut figures = publications::published_for_all(conn, recent, supplier, &[])?;
    figures.extend(publications::published_for_all(conn, old, supplier, &["mean", "satisfied"])?);
    if let Some(last) = ids.last() {
        match depth {
            Groups::Everything => {
                let by_group = publications::published_of(conn, last, supplier, &["mean", "satisfied", "responses"])?;
                figures.entry(last.clone()).or_default().add(by_group);
            }
            Groups::Summary => {
                let summary = publications::published_summary(conn, last, supplier)?;
                figures.entry(last.clone()).or_default().add(summary);
            }
        }
    }
    let campaigns: Vec<&campaign::Campaign> = list.iter().map(|(campaign, ..)| campaign).collect();
    let wave = |(campaign, version, _): &(campaign::Campaign, QuestionnaireId, String)| Shown {
        code: campaign.code.clone(),
        events: read.befallen.since(supplier, &campaigns, campaign),
        figures: figures.remove(&campaign.id).unwrap_or_default(),
        questions: questions.get(version).cloned().unwrap_or_default(),
        groups: groups.remove(&campaign.id).unwrap_or_default(),
    };
    Ok(list.iter().map(wave).collect())
}

/// A page of what was published, which never changes: its blocks are made once for all who read the same. `about` is all
/// that the page depends on beside the figures and the language.
pub(crate) fn kept<P: Page>(
    app: &App,
    language: Language,
    about: &impl std::fmt::Debug,
    page: impl FnOnce() -> Result<P>,
) -> Result<Arc<Blocks>> {
    let key = digest(format!("{} {} {about:?}", P::TEMPLATE, language.as_str()).as_bytes());
    app.results.get(&key, || app.templates.blocks(language, &page()?))
}

/// What the quarter's page says beside the figures, for some readers and not for others.
#[derive(Debug)]
struct About {
    read: Read,
    published_on: Option<Day>,
    today: Day,
    shows_groups: bool,
    heads: bool,
    mirror: bool,
    comments: Option<Comments>,
}

impl QuarterPage {
    fn new(about: &About, waves: &[Shown], language: Language) -> Self {
        let read = &about.read;
        let pending = read.plan.iter().filter(|action| action.status.is_pending());
        let mut plan: Vec<PlanLine> = pending.map(|action| PlanLine::of(action, about.today)).collect();
        plan.sort_by_key(|line| (line.due_on, line.id.clone()));
        plan.truncate(5);
        let proposed = read.plan.iter().filter(|action| action.status == Status::Proposed);
        let decisions = proposed.take(3).map(|action| PlanLine::of(action, about.today)).collect();
        Self {
            supplier: read.supplier.name(language).to_owned(),
            code: read.supplier.code.clone(),
            wave: read.campaign.code.clone(),
            charts: format!("/results/{}/{}/charts/", read.supplier.code, read.campaign.code),
            waves: read.codes.clone(),
            published_on: about.published_on,
            quarter: Quarter::new(waves, &read.meanings, language, read.preset),
            groups: match waves.last() {
                Some(wave) if about.shows_groups => group_rows(&wave.figures, &read.groups),
                _ => Vec::new(),
            },
            promises: read.promises(waves, language, about.shows_groups),
            dismissed: read.dismissed.iter().map(|one| (one.subject.clone(), one.reason.clone())).collect(),
            plan,
            decisions,
            comments: about.comments.clone(),
            heads: about.heads,
            mirror: about.mirror,
            threshold: read.campaign.threshold,
            levels_threshold: read.campaign.levels_threshold,
            method_version: read.publication.as_ref().map_or(0, |publication| publication.method_version),
            fingerprint: read.fingerprint(),
        }
    }
}

/// The quarter at a glance.
pub async fn quarter(req: HttpRequest, reader: ReaderOf) -> Answer {
    show(req, reader, |page| page).await
}

pub async fn paper(req: HttpRequest, reader: ReaderOf) -> Answer {
    show(req, reader, PaperPage).await
}

pub async fn team(req: HttpRequest, reader: ReaderOf) -> Answer {
    show(req, reader, TeamPage).await
}

async fn show<P: Page>(
    req: HttpRequest,
    ReaderOf { who, supplier }: ReaderOf,
    page: impl FnOnce(QuarterPage) -> P + Send + 'static,
) -> Answer {
    let app = web::app(&req)?;
    let code = web::part(&req, "campaign")?;
    let (inside, language) = (app.clone(), who.language);
    let (shows_groups, heads) = (who.reads_groups_of(&supplier), who.heads(&supplier));
    let reads_mirror = who.reads_mirror_of(&supplier);
    let blocks = app
        .db
        .read(move |conn| {
            let app = inside;
            let read = read(conn, &supplier, &code, shows_groups)?;
            let comments = if shows_groups { Comments::of(conn, &read.campaign, &supplier)? } else { None };
            let published_on = read.campaign.published_at.map(|at| at.day_in(&app.config.time_zone));
            let mirror = reads_mirror && campaigns::has_mirror(conn, &read.campaign.id, &supplier)?;
            let about = About { read, mirror, published_on, today: app.today(), shows_groups, heads, comments };
            kept(&app, language, &about, || {
                let waves = shown(conn, &about.read, Groups::Summary)?;
                Ok(page(QuarterPage::new(&about, &waves, language)))
            })
        })
        .await?;
    web::page(&req, &app, &who, &*blocks).await
}

/// Choosing another wave in the list.
pub async fn choose(req: HttpRequest, reader: ReaderOf) -> Answer {
    match web::query(&req, "campaign").filter(|code| campaign::is_campaign_code(code)) {
        Some(code) => web::redirect(&format!("/results/{}/{code}", reader.supplier)),
        None => web::redirect(&format!("/results/{}", reader.supplier)),
    }
}
