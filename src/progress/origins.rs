//! What an action may come from, and what it does come from besides its first figure.

use serde::Serialize;

use super::OVERALL;
use super::store;
use super::store::origins::{self, FurtherOrigin, OriginKind};
use crate::aggregation::figure::ALL;
use crate::aggregation::store as publications;
use crate::campaign::store as campaigns;
use crate::comments::themes::counts;
use crate::comments::{Theme, store as comments};
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, SupplierCode};
use crate::error::Result;
use crate::relations::{State, store as points};
use crate::render::Language;
use crate::render::words::fixed;

/// The longest idea in words.
pub const IDEA: usize = 200;

/// Something that an action may come from, as the form offers it.
#[derive(Debug, Clone, Serialize)]
pub struct Candidate {
    /// `kind:subject`.
    pub value: String,
    pub kind: OriginKind,
    pub words: String,
}

/// An origin as the page shows it.
#[derive(Debug, Clone, Serialize)]
pub struct OriginLine {
    pub place: i32,
    pub kind: OriginKind,
    pub words: String,
    pub wave: Option<String>,
}

/// The further origins of an action; `wave` gives the code of a campaign.
pub fn lines(conn: &mut Conn, action: &ActionId, wave: impl Fn(&CampaignId) -> String) -> Result<Vec<OriginLine>> {
    let list = origins::of(conn, std::slice::from_ref(action))?.remove(action).unwrap_or_default();
    let line = |one: FurtherOrigin| OriginLine {
        place: one.place,
        kind: one.kind,
        words: one.words,
        wave: one.campaign.map(|id| wave(&id)).filter(|code| !code.is_empty()),
    };
    Ok(list.into_iter().map(line).collect())
}

/// What the service's latest publication holds: shown figures, commitments, themes shown to whoever heads it.
pub fn candidates(
    conn: &mut Conn,
    supplier: &SupplierCode,
    language: Language,
) -> Result<(Option<CampaignId>, Vec<Candidate>)> {
    let Some((campaign, _)) = campaigns::published_of(conn, supplier)?.pop() else { return Ok((None, Vec::new())) };
    let figures = publications::published_totals(conn, &campaign.id, supplier)?;
    let subjects = store::subjects(conn, std::slice::from_ref(&campaign.id))?;
    let mut list = Vec::new();
    let mut offer = |kind: OriginKind, subject: &str, words: String| {
        list.push(Candidate { value: format!("{}:{subject}", kind.as_str()), kind, words });
    };
    let dimensions: Vec<String> = subjects.of(&campaign.id, supplier).map(ToOwned::to_owned).collect();
    for subject in std::iter::once(OVERALL).chain(dimensions.iter().map(String::as_str)) {
        if figures.get(ALL, subject, "satisfied").is_some_and(|figure| figure.shown) {
            offer(OriginKind::Figure, subject, subjects.name(language, &campaign.id, supplier, subject));
        }
    }
    for one in campaigns::promised_by(conn, &campaign.id, supplier)? {
        offer(OriginKind::Commitment, &one.promised.commitment, one.version.texts.pick(language).to_owned());
    }
    for point in points::points_of(conn, supplier)?.into_iter().filter(|point| point.state != State::Settled) {
        offer(OriginKind::Point, &point.id, point.words);
    }
    let themes = match publications::opens_comments(conn, &campaign, supplier)? {
        true => comments::released_themes(conn, &campaign.id, supplier)?,
        false => Vec::new(),
    };
    for (theme, _) in counts(themes.iter().map(Vec::as_slice)) {
        let name = Theme::parse(theme).and_then(|_| fixed(language, &format!("theme-{theme}")));
        if let Some(name) = name {
            offer(OriginKind::Theme, theme, name.to_string());
        }
    }
    Ok((Some(campaign.id), list))
}

/// The origin that a form names; none where it names nothing that may be one.
pub fn named(
    conn: &mut Conn,
    action: &ActionId,
    supplier: &SupplierCode,
    value: &str,
    language: Language,
) -> Result<Option<FurtherOrigin>> {
    let (campaign, list) = candidates(conn, supplier, language)?;
    let found = list.into_iter().find(|candidate| candidate.value == value);
    Ok(found.map(|one| FurtherOrigin {
        action: action.clone(),
        place: 0,
        campaign: campaign.filter(|_| one.kind != OriginKind::Point),
        kind: one.kind,
        subject: value.split_once(':').map(|(_, subject)| subject.to_owned()).unwrap_or_default(),
        words: one.words,
    }))
}

/// An idea in words.
pub fn idea(action: &ActionId, words: String) -> FurtherOrigin {
    let (kind, subject) = (OriginKind::Idea, String::new());
    FurtherOrigin { action: action.clone(), place: 0, kind, campaign: None, subject, words }
}
