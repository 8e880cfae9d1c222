//! What a new action comes from besides a figure: a commitment, a point of a relation, what a survey between two
//! quarters said, what befell the service.

use serde::Serialize;

use super::typed::Typed;
use crate::aggregation::figure::ALL;
use crate::aggregation::store as publications;
use crate::campaign::occasion::store as occasions;
use crate::campaign::store as campaigns;
use crate::catalogue::Verdict;
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, SupplierCode};
use crate::error::{Error, Result, Say};
use crate::progress::origins;
use crate::progress::store::events;
use crate::progress::store::origins::{FurtherOrigin, OriginKind};
use crate::questionnaire::store as questionnaires;
use crate::relations::store as points;
use crate::render::{Language, Texts, figures, words};

#[derive(Debug, Clone, Serialize)]
pub struct PointAsked {
    pub(super) id: String,
    pub(super) words: String,
}

impl PointAsked {
    pub(super) fn origin(self, action: &ActionId) -> FurtherOrigin {
        let (kind, campaign) = (OriginKind::Point, None);
        FurtherOrigin { action: action.clone(), place: 0, kind, campaign, subject: self.id, words: self.words }
    }
}

/// The point of this service's relations; nothing where none is asked for.
pub(super) fn point(conn: &mut Conn, supplier: &SupplierCode, id: &str) -> Result<Option<PointAsked>> {
    if id.is_empty() {
        return Ok(None);
    }
    let point = points::point(conn, id)?;
    let own = Some(point).filter(|point| point.supplier == *supplier).ok_or(Error::NotFound)?;
    Ok(Some(PointAsked { id: own.id, words: own.words }))
}

/// The commitment that a new action comes from.
#[derive(Debug, Clone, Serialize)]
pub struct PromiseAsked {
    pub(super) campaign: CampaignId,
    pub(super) code: String,
    pub(super) wave: String,
    pub(super) text: Texts,
    pub(super) verdict: &'static str,
    pub(super) proposes: Option<&'static str>,
}

impl PromiseAsked {
    /// Says in the form what was found, and proposes the kind that the verdict asks for.
    pub(super) fn fill(&self, typed: &mut Typed, language: Language) {
        let verdict = words::fixed(language, &format!("promise-verdict-{}", self.verdict)).unwrap_or_default();
        let say = Say::new("action-from-promise").with("promise", self.text.pick(language)).with("verdict", verdict);
        typed.finding = words::say(language, &say);
        if let Some(kind) = self.proposes {
            typed.kind = kind.to_owned();
        }
    }
}

impl PromiseAsked {
    pub(super) fn origin(self, action: &ActionId, language: Language) -> FurtherOrigin {
        FurtherOrigin {
            action: action.clone(),
            place: 0,
            kind: OriginKind::Commitment,
            campaign: Some(self.campaign),
            subject: self.code,
            words: self.text.pick(language).to_owned(),
        }
    }
}

/// What was published of a commitment; nothing where none is asked for.
pub(super) fn promise(
    conn: &mut Conn,
    supplier: &SupplierCode,
    wave: &str,
    commitment: &str,
) -> Result<Option<PromiseAsked>> {
    if commitment.is_empty() {
        return Ok(None);
    }
    let campaign = campaigns::wave_by_code(conn, wave)?;
    let mut list = campaigns::promised_by(conn, &campaign.id, supplier)?.into_iter();
    let one = list.find(|one| campaign.is_published() && one.promised.commitment == commitment);
    let one = one.ok_or(Error::NotFound)?;
    let verdict = one.promised.verdict.unwrap_or(Verdict::Nothing);
    Ok(Some(PromiseAsked {
        code: one.promised.commitment,
        campaign: campaign.id,
        wave: campaign.code,
        text: one.version.texts,
        verdict: verdict.as_str(),
        proposes: verdict.proposes(),
    }))
}

/// A question of a flash, or an event: what a lesson was drawn from.
#[derive(Debug, Clone, Serialize)]
pub struct LessonAsked {
    pub(super) kind: OriginKind,
    /// The flash's id, or the event's.
    pub(super) id: String,
    /// The question's code.
    pub(super) code: String,
    pub(super) words: String,
    #[serde(skip)]
    pub(super) campaign: Option<CampaignId>,
}

impl LessonAsked {
    pub(super) fn origin(self, action: &ActionId) -> FurtherOrigin {
        let subject = if self.kind == OriginKind::Flash { self.code } else { self.id };
        let (kind, campaign, words) = (self.kind, self.campaign, self.words);
        FurtherOrigin { action: action.clone(), place: 0, kind, campaign, subject, words }
    }
}

/// What was published of a question of a flash about this service; or an event of it. Nothing where neither is asked for.
pub(super) fn lesson(
    conn: &mut Conn,
    supplier: &SupplierCode,
    (flash, code, event): (&str, &str, &str),
    language: Language,
) -> Result<Option<LessonAsked>> {
    if !event.is_empty() {
        let event = events::event(conn, event)?;
        if event.supplier.as_ref().is_some_and(|of| of != supplier) {
            return Err(Error::NotFound);
        }
        let (kind, words) = (OriginKind::Event, format!("{} ({})", event.words, figures::day(language, event.day)));
        return Ok(Some(LessonAsked { kind, id: event.id, code: String::new(), words, campaign: None }));
    }
    if flash.is_empty() {
        return Ok(None);
    }
    let campaign = campaigns::campaign(conn, &CampaignId(flash.to_owned()))?;
    let occasion = occasions::find(conn, &campaign)?.filter(|_| campaign.is_published()).ok_or(Error::NotFound)?;
    let rows = campaigns::campaign_suppliers(conn, &campaign.id)?;
    let of = rows.into_iter().find(|row| row.supplier == *supplier).ok_or(Error::NotFound)?;
    let version = of.questionnaire.ok_or(Error::NotFound)?;
    let questions = questionnaires::questions(conn, &version)?;
    let question = questions.iter().find(|question| question.code == code).ok_or(Error::NotFound)?;
    let published = publications::published_totals(conn, &campaign.id, supplier)?;
    let figure = published.get(ALL, code, "satisfied").filter(|figure| figure.shown).ok_or(Error::NotFound)?;
    let share = figures::percent(language, figure.value.unwrap_or_default());
    let say = Say::new("action-from-flash").with("about", occasion.words.pick(language));
    let words = words::say(language, &say.with("question", question.text(language)).with("share", share));
    Ok(Some(LessonAsked {
        kind: OriginKind::Flash,
        id: campaign.id.0.clone(),
        code: code.to_owned(),
        words,
        campaign: Some(campaign.id),
    }))
}

/// The figures of the latest quarter by which the effect of an action that comes from elsewhere may be measured.
#[derive(Debug, Clone, Serialize)]
pub struct Measures {
    pub(super) wave: String,
    /// Code and name.
    pub(super) subjects: Vec<(String, String)>,
    pub(super) chosen: String,
}

/// None while nothing of the service is published.
pub(super) fn measures(
    conn: &mut Conn,
    supplier: &SupplierCode,
    chosen: &str,
    language: Language,
) -> Result<Option<Measures>> {
    let (campaign, list) = origins::candidates(conn, supplier, language)?;
    let Some(campaign) = campaign else { return Ok(None) };
    let figures = list.into_iter().filter(|one| one.kind == OriginKind::Figure);
    let subjects: Vec<(String, String)> =
        figures.filter_map(|one| Some((one.value.split_once(':')?.1.to_owned(), one.words))).collect();
    let wave = campaigns::campaign(conn, &campaign)?.code;
    Ok((!subjects.is_empty()).then(|| Measures { wave, subjects, chosen: chosen.to_owned() }))
}
